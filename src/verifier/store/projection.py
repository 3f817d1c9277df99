"""The present state in tables: each subject's fields, and the events that made and touched it.

Rows change only here, by the same `subject_after` that folds events into a State; the audit folds
all events again and compares every column.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Insert, Select, Table, Update, bindparam, insert, select, update
from sqlalchemy import Row as StoredRow

from verifier.model.errors import BrokenHistory
from verifier.model.event import Event, Fields, Json, StreamId, Subject, SubjectKind
from verifier.model.scales import ClaimState
from verifier.model.state import Stamp, State
from verifier.record.canonical import canonical
from verifier.record.codec import fields_to_json, from_json
from verifier.record.fold import KINDS, subject_after
from verifier.store.events import Head
from verifier.store.tables import LISTED, projection

FEW = 24
"""Up to so many subjects of a kind are looked up one by one; of more, the stream's whole table."""

_LISTED_DEFAULT: Mapping[SubjectKind, Json] = {SubjectKind.CLAIM: ClaimState.ACTIVE.value}


@dataclass(frozen=True)
class Row:
    """One subject as its table holds it; `fields` None: it ceased."""

    fields: Fields | None
    first_seq: int
    first_pos: int
    last: Stamp


Rows = Mapping[Subject, Row]
"""Subjects of one stream, with their rows."""


def rows_of(connection: Connection, stream: StreamId, subjects: Iterable[Subject]) -> Rows:
    """The rows of those `subjects` that the stream has."""
    wanted: dict[SubjectKind, set[Subject]] = defaultdict(set)
    for subject in subjects:
        wanted[subject.kind].add(subject)
    found: dict[Subject, Row] = {}
    for kind, few in wanted.items():
        if len(few) > FEW:
            found |= {item: row for item, row in rows_of_kind(connection, stream, kind).items()
                      if item in few}  # fmt: skip
            continue
        for subject in few:
            values = dict(zip(KINDS[kind].columns, subject.key, strict=True))
            row = connection.execute(_ONE[kind], {"stream": stream, **values}).first()
            if row is not None:
                found[subject] = _from_row(row)
    return found


def rows_of_kind(connection: Connection, stream: StreamId, kind: SubjectKind) -> Rows:
    """All rows of one kind in a stream, in the order of first appearance."""
    columns = KINDS[kind].columns
    return {
        Subject(kind, tuple(getattr(row, name) for name in columns)): _from_row(row)
        for row in connection.execute(_ALL[kind], {"stream": stream})
    }


def advance(rows: Rows, event: Event) -> Rows:
    """The rows that `event` makes or changes, given those it finds.

    Raises BrokenHistory where a before-image is not what is there.
    """
    stamp = Stamp(event.seq, event.at, event.actor)
    changed: dict[Subject, Row] = {}
    for position, change in enumerate(event.changes):
        old = changed.get(change.subject) or rows.get(change.subject)
        fields = subject_after(None if old is None else old.fields, change)
        if old is None or (old.fields is None and fields is not None):
            changed[change.subject] = Row(fields, event.seq, position, stamp)
        else:
            changed[change.subject] = Row(fields, old.first_seq, old.first_pos, stamp)
    return changed


def require_own_form(rows: Rows) -> None:
    """Raise BrokenHistory where fields are not exactly the JSON form of their dataclass."""
    for subject, row in rows.items():
        if row.fields is None:
            continue
        if fields_to_json(from_json(KINDS[subject.kind].record, dict(row.fields))) != row.fields:
            raise BrokenHistory(
                f"The {subject.kind.value} {' '.join(subject.key)} is not in the form of the "
                "record: a field holds its default. Nothing was saved; this is a fault of ours."
            )


def put(connection: Connection, stream: StreamId, there: Rows, changed: Rows) -> None:
    """Write `changed` rows; those in `there` exist already."""
    new: dict[SubjectKind, list[dict[str, object]]] = defaultdict(list)
    old: dict[SubjectKind, list[dict[str, object]]] = defaultdict(list)
    for subject, row in changed.items():
        (old if subject in there else new)[subject.kind].append(to_columns(stream, subject, row))
    for kind, values in new.items():
        connection.execute(_INSERT[kind], values)
    for kind, values in old.items():
        named = [{f"_{name}": value for name, value in item.items()} for item in values]
        connection.execute(_UPDATE[kind], named)


def to_columns(stream: StreamId, subject: Subject, row: Row) -> dict[str, object]:
    """What each column of a subject's table holds."""
    columns: dict[str, object] = {
        "stream": stream,
        "record": None if row.fields is None else canonical(dict(row.fields)).decode(),
        "first_seq": row.first_seq,
        "first_pos": row.first_pos,
        "last_seq": row.last.seq,
        "last_at": row.last.at,
        "last_actor": row.last.actor,
    }
    columns.update(zip(KINDS[subject.kind].columns, subject.key, strict=True))
    listed = LISTED.get(subject.kind)
    if listed is not None:
        default = _LISTED_DEFAULT.get(subject.kind)
        columns[listed] = None if row.fields is None else row.fields.get(listed, default)
    return columns


def load(connection: Connection, stream: StreamId, head: Head) -> State:
    """The state of a stream at its `head`; equal to the fold of its events."""
    parts: dict[str, Any] = {}
    stamps: dict[Subject, Stamp] = {}
    for kind, form in KINDS.items():
        rows = rows_of_kind(connection, stream, kind)
        stamps.update((subject, row.last) for subject, row in rows.items())
        records: dict[Any, Any] = {
            form.read_key(subject.key): from_json(form.record, dict(row.fields))
            for subject, row in rows.items()
            if row.fields is not None
        }
        parts[form.attribute] = (
            next(iter(records.values()), None) if kind is SubjectKind.STORY else records
        )
    return State(stream=stream, seq=head.seq, head=head.hash, stamps=stamps, **parts)


def _from_row(row: StoredRow[Any]) -> Row:
    last = Stamp(row.last_seq, row.last_at, row.last_actor)
    return Row(fields_in(row.record), row.first_seq, row.first_pos, last)


def fields_in(record: str | None) -> Fields | None:
    """The fields of a stored record; raises BrokenHistory where it holds none."""
    if record is None:
        return None
    try:
        fields = json.loads(record)
    except ValueError:
        fields = None
    if not isinstance(fields, dict):
        raise BrokenHistory(
            "A row of the present state cannot be read: it was changed from outside; run "
            "`verifier check`."
        )
    return fields


def _keys(table: Table, kind: SubjectKind) -> list[Any]:
    return [table.c.stream, *(table.c[name] for name in KINDS[kind].columns)]


def _one_statement(kind: SubjectKind) -> Select[Any]:
    table = projection[kind]
    return select(table).where(*(key == bindparam(key.name) for key in _keys(table, kind)))


def _all_statement(kind: SubjectKind) -> Select[Any]:
    table = projection[kind]
    stream = table.c.stream == bindparam("stream")
    return select(table).where(stream).order_by(table.c.first_seq, table.c.first_pos)


def _update_statement(kind: SubjectKind) -> Update:
    table = projection[kind]
    keys = _keys(table, kind)
    names = {key.name for key in keys}
    return (
        update(table)
        .where(*(key == bindparam(f"_{key.name}") for key in keys))
        .values({item.name: bindparam(f"_{item.name}") for item in table.c
                 if item.name not in names})
    )  # fmt: skip


_ONE: Mapping[SubjectKind, Select[Any]] = {kind: _one_statement(kind) for kind in SubjectKind}
_ALL: Mapping[SubjectKind, Select[Any]] = {kind: _all_statement(kind) for kind in SubjectKind}
_UPDATE: Mapping[SubjectKind, Update] = {kind: _update_statement(kind) for kind in SubjectKind}
_INSERT: Mapping[SubjectKind, Insert] = {kind: insert(projection[kind]) for kind in SubjectKind}
