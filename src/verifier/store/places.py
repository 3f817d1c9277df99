"""Where each reviewer is, and which heads were printed: kept beside the record, no events."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from verifier.model.errors import BrokenHistory
from verifier.model.event import StreamId
from verifier.model.place import Place
from verifier.model.text import Digest
from verifier.record.canonical import canonical
from verifier.record.codec import from_json, to_json
from verifier.store import tables


@dataclass(frozen=True)
class Printed:
    """A report that was printed: the head it shows, its own digest, its format, and when."""

    seq: int
    hash: Digest
    report_digest: str
    format: str
    at: str


def save(connection: Connection, reviewer: str, stream: StreamId, place: Place, at: str) -> None:
    """Remember a reviewer's place in a story, instead of the one before."""
    table = tables.place
    connection.execute(delete(table).where(table.c.reviewer == reviewer, table.c.stream == stream))
    connection.execute(
        insert(table),
        {
            "reviewer": reviewer,
            "stream": stream,
            "place": canonical(to_json(place)).decode(),
            "at": at,
        },
    )


def load(connection: Connection, reviewer: str, stream: StreamId) -> Place | None:
    """A reviewer's place in a story; None where there is none, or a newer program's."""
    table = tables.place
    query = select(table.c.place).where(table.c.reviewer == reviewer, table.c.stream == stream)
    found = connection.execute(query).scalar()
    try:
        return None if found is None else from_json(Place, json.loads(found))
    except (ValueError, BrokenHistory):
        return None


def note_printed(connection: Connection, stream: StreamId, report: Printed) -> None:
    """Remember that a report was printed; the same one twice is remembered once."""
    table = tables.printed
    there = select(table.c.seq).where(
        table.c.stream == stream,
        table.c.seq == report.seq,
        table.c.report_digest == report.report_digest,
        table.c.format == report.format,
    )
    if connection.execute(there).first() is None:
        connection.execute(insert(table), {"stream": stream, **vars(report)})


def printed(connection: Connection, stream: StreamId) -> tuple[Printed, ...]:
    """The reports printed of a story, in the order of their time."""
    table = tables.printed
    query = select(table).where(table.c.stream == stream).order_by(table.c.at, table.c.seq)
    return tuple(
        Printed(row.seq, Digest(row.hash), row.report_digest, row.format, row.at)
        for row in connection.execute(query)
    )
