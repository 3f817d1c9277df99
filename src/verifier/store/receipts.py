"""Keeping the journal level with the database: who commits sees to it that no line is missing."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, Select, column, select

from verifier.store import events
from verifier.store.journal import Journal, line_of
from verifier.store.tables import event


class Levelled(NamedTuple):
    """How many lines the journal lacked and got, and how many it holds that the database lacks."""

    completed: int
    ahead: int


LEVEL = Levelled(0, 0)


def last_hash(connection: Connection) -> str | None:
    """The hash of the event that was stored last, in any stream; "" where nothing tells.

    Only SQLite numbers its rows in the order of their commits.
    """
    if connection.dialect.name != "sqlite":
        return ""
    return connection.execute(
        select(event.c.hash).order_by(column("rowid").desc()).limit(1)
    ).scalar()


def level(
    connection: Connection,
    journal: Journal,
    last: str | None,
    new: frozenset[str] = frozenset(),
) -> Levelled:
    """Write the lines that the journal lacks; it is held, and on SQLite no one else can commit.

    `last` is the hash of the last event stored, `new` those of events whose lines follow. Every
    writer does this before its own line, so a journal whose last line is the last event lacks
    nothing: only where they differ is the whole journal read.
    """
    if journal.last_hash() == last:
        return LEVEL
    there = journal.hashes()
    known = set(connection.execute(select(event.c.hash)).scalars()) - new
    missing = known - there
    if missing:
        lines = b"".join(_lines(connection, missing))
        journal.reserve(len(lines))
        journal.fill(lines)
    return Levelled(len(missing), len(there - known))


def _lines(connection: Connection, missing: set[str]) -> Iterable[bytes]:
    """The lines of the events with these hashes, in the order in which they were stored."""
    for row in connection.execute(_all_in_order(connection)):
        if row.hash in missing:
            yield line_of(events.from_row(row))


def _all_in_order(connection: Connection) -> Select[tuple[object, ...]]:
    if connection.dialect.name == "sqlite":
        return select(event).order_by(column("rowid"))
    return select(event).order_by(event.c.stream, event.c.seq)
