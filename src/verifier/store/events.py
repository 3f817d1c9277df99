"""The event log: appended to, read in order, asked what can be undone."""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, Row, Select, and_, bindparam, exists, insert, select

from verifier.model.errors import BrokenHistory
from verifier.model.event import Event, EventKind, StreamId
from verifier.model.state import GENESIS
from verifier.model.text import Digest
from verifier.record.canonical import canonical
from verifier.record.chain import changes_from_json, changes_to_json
from verifier.store.tables import event


class Head(NamedTuple):
    """The last entry of a stream: its place and its hash; (0, GENESIS) for an empty stream."""

    seq: int
    hash: Digest


_STREAM = event.c.stream == bindparam("stream")
_ACTOR = event.c.actor == bindparam("actor")
_taker = event.alias("taker")
_later = event.alias("later")

_HEAD = select(event.c.seq, event.c.hash).where(_STREAM).order_by(event.c.seq.desc()).limit(1)
_AFTER = select(event).where(_STREAM, event.c.seq > bindparam("after")).order_by(event.c.seq)
_BY_ID = select(event).where(_STREAM, event.c.event_id == bindparam("event_id"))
_BY_UNDOES = select(event).where(_STREAM, event.c.undoes == bindparam("event_id"))
_NOT_TAKEN_BACK = ~exists().where(_taker.c.undoes == event.c.event_id)
_NEXT_TO_UNDO = (
    select(event)
    .where(_STREAM, _ACTOR, event.c.kind != EventKind.UNDONE.value, _NOT_TAKEN_BACK)
    .order_by(event.c.seq.desc())
    .limit(1)
)
_NEXT_TO_REDO = (
    select(event)
    .where(
        _STREAM,
        _ACTOR,
        event.c.kind == EventKind.UNDONE.value,
        _NOT_TAKEN_BACK,
        ~exists().where(
            and_(
                _later.c.stream == event.c.stream,
                _later.c.actor == event.c.actor,
                _later.c.seq > event.c.seq,
                _later.c.kind.not_in([EventKind.UNDONE.value, EventKind.REDONE.value]),
            )
        ),
    )
    .order_by(event.c.seq.desc())
    .limit(1)
)
_INSERT = insert(event)


def head(connection: Connection, stream: StreamId) -> Head:
    """The last entry of a stream."""
    row = connection.execute(_HEAD, {"stream": stream}).first()
    return Head(0, GENESIS) if row is None else Head(row.seq, Digest(row.hash))


def append(connection: Connection, sealed: Event) -> None:
    """Write one sealed event."""
    connection.execute(_INSERT, _to_row(sealed))


def after(connection: Connection, stream: StreamId, seq: int) -> tuple[Event, ...]:
    """The events of a stream after `seq`, in order."""
    rows = connection.execute(_AFTER, {"stream": stream, "after": seq})
    return tuple(from_row(row) for row in rows)


def by_id(connection: Connection, stream: StreamId, event_id: str) -> Event | None:
    """The event with this identity, if the stream has it."""
    return _one(connection, _BY_ID, stream=stream, event_id=event_id)


def taken_back_by(connection: Connection, stream: StreamId, event_id: str) -> Event | None:
    """The event that took back the one with this identity, if any."""
    return _one(connection, _BY_UNDOES, stream=stream, event_id=event_id)


def next_to_undo(connection: Connection, stream: StreamId, actor: str) -> Event | None:
    """The actor's latest event that was not taken back and is no undo itself."""
    return _one(connection, _NEXT_TO_UNDO, stream=stream, actor=actor)


def next_to_redo(connection: Connection, stream: StreamId, actor: str) -> Event | None:
    """The actor's latest undo that was not taken back, unless a new act followed it."""
    return _one(connection, _NEXT_TO_REDO, stream=stream, actor=actor)


def streams(connection: Connection) -> tuple[StreamId, ...]:
    """The names of all streams, in the order of their names."""
    names = connection.execute(select(event.c.stream).distinct()).scalars()
    return tuple(sorted(StreamId(name) for name in names))


def walk(connection: Connection, stream: StreamId) -> Iterator[Row[tuple[object, ...]]]:
    """The stored rows of a stream in order, as they are, for the audit."""
    yield from connection.execute(_AFTER, {"stream": stream, "after": 0})


def from_row(row: Row[tuple[object, ...]]) -> Event:
    """The event of a stored row; raises BrokenHistory where it is none."""
    try:
        payload, kind = json.loads(row.payload), EventKind(row.kind)
    except ValueError as error:
        raise BrokenHistory(
            f"Entry {row.seq} of the record cannot be read: it was written by a newer verifier or "
            "changed from outside; run `verifier check`."
        ) from error
    return Event(
        stream=StreamId(row.stream),
        seq=row.seq,
        event_id=row.event_id,
        kind=kind,
        actor=row.actor,
        os_user=row.os_user,
        host=row.host,
        at=row.at,
        undoes=row.undoes,
        changes=changes_from_json(payload),
        prev_hash=Digest(row.prev_hash),
        hash=Digest(row.hash),
    )


def _to_row(sealed: Event) -> dict[str, object]:
    return {
        "stream": sealed.stream,
        "seq": sealed.seq,
        "event_id": sealed.event_id,
        "kind": sealed.kind.value,
        "actor": sealed.actor,
        "os_user": sealed.os_user,
        "host": sealed.host,
        "at": sealed.at,
        "undoes": sealed.undoes,
        "payload": canonical(changes_to_json(sealed.changes)).decode(),
        "prev_hash": sealed.prev_hash,
        "hash": sealed.hash,
    }


def _one(connection: Connection, query: Select[tuple[object, ...]], **values: str) -> Event | None:
    rows: Sequence[Row[tuple[object, ...]]] = connection.execute(query, values).all()
    return from_row(rows[0]) if rows else None
