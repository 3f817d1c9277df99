"""The audit of the record: chain, canonical form, before-images, undo, and the refold of it all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy import Row as StoredRow

from verifier.model.errors import BrokenHistory
from verifier.model.event import Event, StreamId, Subject, SubjectKind
from verifier.model.state import GENESIS
from verifier.record.canonical import canonical
from verifier.record.chain import changes_to_json, hash_with
from verifier.record.codec import from_json
from verifier.record.fold import KINDS
from verifier.record.undo import inverse
from verifier.store import events, projection, tables
from verifier.store.findings import Finding
from verifier.store.journal import line_with
from verifier.store.projection import Row

UNREADABLE = (BrokenHistory, TypeError, ValueError, AttributeError, KeyError, RecursionError)
"""What a stored value raises that was changed to something no program of ours writes."""

_DIGESTS: Mapping[SubjectKind, tuple[str, ...]] = {
    SubjectKind.VERSION: ("sha256", "original", "archive_sha256"),
    SubjectKind.EVIDENCE: ("sha256", "text_sha256", "archive_sha256", "places_sha256"),
}


@dataclass
class Seen:
    """What the audit has seen of all streams: for the journal, the bytes and the printed heads."""

    lines: dict[bytes, tuple[str, int]] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    hashes: dict[tuple[str, int], str] = field(default_factory=dict)


def audit_streams(connection: Connection, seen: Seen) -> Iterator[Finding]:
    """Findings on every stream's events and on the projection of each; fills `seen`."""
    streams = events.streams(connection)
    for stream in streams:
        stream_audit = _Stream(connection, stream, seen)
        yield from stream_audit.findings()
    yield from _strangers(connection, set(streams))


def where(stream: str, seq: object) -> str:
    """The name of an entry in a finding."""
    return f"stream {stream}, entry {seq}"


class _Stream:
    """The audit of one stream, row by row; after a break in the state it no longer refolds."""

    def __init__(self, connection: Connection, stream: StreamId, seen: Seen) -> None:
        self._connection = connection
        self._stream = stream
        self._seen = seen
        self._rows: dict[Subject, Row] = {}
        self._seq, self._head = 0, str(GENESIS)
        self._folds = True

    def findings(self) -> Iterator[Finding]:
        """All findings on the stream."""
        for row in events.walk(self._connection, self._stream):
            place = where(self._stream, row.seq)
            if row.seq != self._seq + 1:
                yield Finding(place, f"entries are missing: it follows entry {self._seq}")
            if row.prev_hash != self._head:
                yield Finding(place, "it does not continue the hash chain")
            self._seq, self._head = row.seq, row.hash
            self._seen.hashes[(row.stream, row.seq)] = row.hash
            try:
                yield from self._event(place, row)
            except UNREADABLE:
                self._folds = False
                yield Finding(place, "it cannot be read")
        if self._folds:
            yield from self._projection()

    def _event(self, place: str, row: StoredRow[Any]) -> Iterator[Finding]:
        event = events.from_row(row)
        payload = canonical(changes_to_json(event.changes))
        if hash_with(event, payload) != row.hash:
            yield Finding(place, "its content does not have its hash: it was changed")
        if payload.decode() != row.payload:
            yield Finding(place, "its payload is not in canonical form")
        self._seen.lines[line_with(event, payload)[:-1]] = (event.stream, event.seq)
        self._note_digests(place, event)
        if event.undoes is not None:
            yield from self._undo(place, event, event.undoes)
        yield from self._fold(place, event)

    def _fold(self, place: str, event: Event) -> Iterator[Finding]:
        if not self._folds:
            return
        try:
            self._rows.update(projection.advance(self._rows, event))
        except BrokenHistory:
            self._folds = False
            yield Finding(place, "what it says was before it is not what was there")

    def _undo(self, place: str, event: Event, undone: str) -> Iterator[Finding]:
        """An undo takes back an earlier event, wholly or in part, and nothing else."""
        taken = events.by_id(self._connection, self._stream, undone)
        if taken is None or taken.seq >= event.seq:
            yield Finding(place, "what it takes back is not in the stream before it")
        elif not all(change in inverse(taken).changes for change in event.changes):
            yield Finding(place, f"it is not the inverse of entry {taken.seq}")

    def _note_digests(self, place: str, event: Event) -> None:
        for change in event.changes:
            for name in _DIGESTS.get(change.subject.kind, ()):
                value = (change.after or {}).get(name)
                if isinstance(value, str):
                    self._seen.digests.setdefault(value, place)

    def _projection(self) -> Iterator[Finding]:
        """Every row of the present state equals the refold, column by column."""
        for kind in SubjectKind:
            table = tables.projection[kind]
            stored = self._connection.execute(select(table).where(table.c.stream == self._stream))
            names = KINDS[kind].columns
            found = {
                Subject(kind, tuple(row[name] for name in names)): dict(row)
                for row in stored.mappings()
            }
            expected = {item: row for item, row in self._rows.items() if item.kind is kind}
            for subject in expected.keys() | found.keys():
                yield from self._subject(subject, expected.get(subject), found.get(subject))

    def _subject(
        self, subject: Subject, row: Row | None, found: Mapping[str, object] | None
    ) -> Iterator[Finding]:
        key = " ".join(str(part) for part in subject.key)
        place = f"stream {self._stream}, {subject.kind.value} {key}"
        if row is None:
            yield Finding(place, "no entry of the record made it")
        elif found is None:
            yield Finding(place, "it is missing from the present state")
        else:
            columns = projection.to_columns(self._stream, subject, row)
            odd = sorted(name for name, value in columns.items() if not _same(found[name], value))
            if odd:
                yield Finding(place, f"it is not what the record makes of it: {', '.join(odd)}")
            yield from _decodes(place, subject, row)


def _same(found: object, expected: object) -> bool:
    return type(found) is type(expected) and found == expected


def _decodes(place: str, subject: Subject, row: Row) -> Iterator[Finding]:
    if row.fields is None:
        return
    try:
        from_json(KINDS[subject.kind].record, dict(row.fields))
    except UNREADABLE:
        yield Finding(place, "what the record makes of it cannot be read")


def _strangers(connection: Connection, known: set[StreamId]) -> Iterator[Finding]:
    """Rows of the present state in streams that have no events."""
    for kind in SubjectKind:
        column = tables.projection[kind].c.stream
        for name in connection.execute(select(column).distinct()).scalars():
            if name not in known:
                what = f"it has a {kind.value} in the present state and no entries"
                yield Finding(f"stream {name}", what)
