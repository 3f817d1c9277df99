"""The audit of what lies beside the record: journal, bytes, printed heads, places."""

import json
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, select

from verifier.model.errors import StorageFault
from verifier.model.event import Event
from verifier.model.place import Place
from verifier.model.text import Digest
from verifier.record.chain import event_from_json
from verifier.record.codec import from_json
from verifier.store import tables
from verifier.store.audit_record import UNREADABLE, Seen, where
from verifier.store.bytes import BytesKept
from verifier.store.findings import Finding


def audit_journal(lines: Iterable[bytes], seen: Seen, complete: bool) -> Iterator[Finding]:
    """Every event has its line, in the order of its stream, and every line its event.

    `complete` says whether the journal must have all events: one of several clients of a server
    need not.
    """
    missing = dict(seen.lines)
    last: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        entry = missing.pop(line, None)
        if entry is None:
            yield Finding(f"journal, line {number}", _odd_line(line, seen))
            continue
        stream, seq = entry
        if complete and seq < last.get(stream, 0):
            yield Finding(f"journal, line {number}", f"{where(*entry)} is out of order")
        last[stream] = seq
    if complete:
        for entry in missing.values():
            yield Finding(f"journal, {where(*entry)}", "its line is missing or was changed")


def audit_bytes(kept: BytesKept, digests: Mapping[str, str]) -> Iterator[Finding]:
    """Everything kept has its digest, and everything the record names is kept."""
    there = set()
    for digest in kept.digests():
        there.add(str(digest))
        yield from _content(kept, digest)
    for name, place in digests.items():
        if name not in there:
            yield Finding(f"bytes {name}", f"they are missing; {place} names them")


def audit_printed(connection: Connection, seen: Seen) -> Iterator[Finding]:
    """Every head that a report printed is still in the record."""
    for row in connection.execute(select(tables.printed)):
        if seen.hashes.get((row.stream, row.seq)) != row.hash:
            what = f"a report printed on {row.at} shows another head: entries were lost or changed"
            yield Finding(where(row.stream, row.seq), what)


def audit_places(connection: Connection) -> Iterator[Finding]:
    """Every place can be read."""
    for row in connection.execute(select(tables.place)):
        try:
            from_json(Place, json.loads(row.place))
        except UNREADABLE:
            yield Finding(f"place of {row.reviewer} in stream {row.stream}", "it cannot be read")


def _odd_line(line: bytes, seen: Seen) -> str:
    """What is wrong with a line that no event of the database makes."""
    event = _event_of(line)
    if event is None:
        return "it cannot be read"
    entry = where(event.stream, event.seq)
    if line in seen.lines:
        return f"{entry} is there twice"
    if (event.stream, event.seq) in seen.hashes:
        return f"{entry} is another one in the database: one of them was changed"
    return (
        f"{entry} ({event.kind.value} by {event.actor} on {event.at}) is not in the database: it "
        "was lost"
    )


def _event_of(line: bytes) -> Event | None:
    try:
        return event_from_json(json.loads(line))
    except UNREADABLE:
        return None


def _content(kept: BytesKept, digest: Digest) -> Iterator[Finding]:
    try:
        kept.get(digest)
    except StorageFault:
        yield Finding(f"bytes {digest}", "they were changed or cannot be read")
