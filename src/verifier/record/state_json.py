"""A whole state as JSON and back: for the resume record, which is a cache and no record."""

from typing import Any

from verifier.model.errors import BrokenHistory
from verifier.model.event import Json, StreamId, Subject, SubjectKind
from verifier.model.state import Stamp, State
from verifier.model.story import Story
from verifier.model.text import Digest
from verifier.record.codec import fields_to_json, from_json
from verifier.record.fold import KINDS, Kind

TABLES = {kind: table for kind, table in KINDS.items() if kind is not SubjectKind.STORY}


def state_to_json(state: State) -> dict[str, Json]:
    """The state in its JSON form; `state_from_json` gives an equal state back."""
    tables: dict[str, Json] = {
        table.attribute: [
            fields_to_json(record) for record in getattr(state, table.attribute).values()
        ]
        for table in TABLES.values()
    }
    stamps: list[Json] = [
        [subject.kind.value, list[Json](subject.key), stamp.seq, stamp.at, stamp.actor]
        for subject, stamp in state.stamps.items()
    ]
    return {
        "stream": state.stream,
        "seq": state.seq,
        "head": state.head,
        "story": None if state.story is None else fields_to_json(state.story),
        "tables": tables,
        "stamps": stamps,
    }


def state_from_json(data: Json) -> State:
    """The state of a JSON form; raises BrokenHistory where it is none."""
    try:
        return _read(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BrokenHistory("This is not the JSON form of a state.") from error


def _read(data: Any) -> State:
    tables = {
        table.attribute: _table(table, data["tables"][table.attribute]) for table in TABLES.values()
    }
    story = data["story"]
    return State(
        stream=StreamId(data["stream"]),
        seq=int(data["seq"]),
        head=Digest(data["head"]),
        story=None if story is None else from_json(Story, story),
        stamps={
            Subject(SubjectKind(kind), tuple(key)): Stamp(seq, at, actor)
            for kind, key, seq, at, actor in data["stamps"]
        },
        **tables,
    )


def _table(table: Kind, items: Any) -> dict[Any, Any]:
    """One mapping of the state from the list of its records."""
    records: list[object] = [from_json(table.record, item) for item in items]
    return {_key(table, record): record for record in records}


def _key(table: Kind, record: object) -> Any:
    """The key of a record in its mapping, from its own fields."""
    return table.read_key(tuple(str(getattr(record, column)) for column in table.columns))
