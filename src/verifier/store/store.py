"""The store: one database with its journal and its bytes, behind one lock.

A store may be opened in one thread and used from another: every method takes the lock, and the one
connection serves whoever holds it. Several stores, in one program or many, may share a database.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

from verifier.model.candidate import Pool
from verifier.model.errors import Conflict, StorageFault
from verifier.model.event import DESK, Event, Reviewer, StreamId
from verifier.model.place import Place
from verifier.model.state import State
from verifier.model.text import Digest
from verifier.model.worked_out import WorkedOut
from verifier.store import (
    audit,
    backup,
    candidates,
    events,
    following,
    listing,
    places,
    projection,
    receipts,
    server,
    startup,
    writing,
)
from verifier.store.bytes import BytesInFolder, BytesInTable, BytesKept
from verifier.store.clock import Clock, timestamp, utc_now
from verifier.store.engine import open_engine, reading
from verifier.store.engine import writing as transaction_of
from verifier.store.events import Head
from verifier.store.faults import plainly
from verifier.store.findings import Finding
from verifier.store.index_tables import Shelf
from verifier.store.journal import Journal, line_of
from verifier.store.listing import StoryRow
from verifier.store.location import Location, Paths, locate
from verifier.store.places import Printed
from verifier.store.worked_out import recall, remember
from verifier.store.writing import Intent, Written

T = TypeVar("T")

MANY_MISSING = 10
"""A journal that lacked more lines than a few killed programs leave is worth a remark."""


def open_store(location: str, *, clock: Clock = utc_now, files: Path | None = None) -> "Store":
    """The store at `location`, a path or a PostgreSQL URL; a new database is made if missing.

    `files` is the folder for the journal of a server's database; without it there is none. Raises
    StorageFault where the database cannot be used, BadInput for a location that means nothing.
    """
    place = locate(location, files)
    if place.is_file:
        ready = startup.prepare(place, clock)
        store = Store(place, open_engine(place, ready.journal_mode), clock, ready.remarks)
    else:
        engine = open_engine(place)
        with plainly(place):
            server.prepare(engine, place)
        store = Store(place, engine, clock, ())
    try:
        store.level_journal()
    except BaseException:
        store.close()
        raise
    return store


class Store:
    """An open database; `close` it, or use it in a `with` statement."""

    def __init__(
        self, location: Location, engine: Engine, clock: Clock, remarks: tuple[str, ...]
    ) -> None:
        self._location = location
        self._engine = engine
        self._clock = clock
        self._remarks = remarks
        self._lock = RLock()
        self._journal = None if location.paths.journal is None else Journal(location.paths.journal)
        folder = location.paths.bytes
        self._bytes: BytesKept = BytesInTable(engine) if folder is None else BytesInFolder(folder)

    @property
    def location(self) -> str:
        """Where the database is, safe to print: a password in it is hidden."""
        return self._location.shown

    @property
    def paths(self) -> Paths:
        """The files of the database."""
        return self._location.paths

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the user should know of this database: one sentence each."""
        return self._remarks

    def write(self, intents: Sequence[Intent], reviewer: Reviewer) -> tuple[tuple[Event, ...], ...]:
        """Record acts in one transaction: all or none; back only when they are safe on the disk.

        For each intent the events of its stream after `based_on`, the new one last. Raises Conflict
        where somebody changed a touched subject meanwhile, StorageFault where the disk or the
        database refuses; then nothing was recorded.
        """
        writing.require_storable(intents, reviewer)
        with self._lock, plainly(self._location):
            try:
                return tuple(item.all for item in self._write(intents, reviewer))
            except IntegrityError as error:
                raise Conflict(
                    "Another program recorded the same thing at the same moment; nothing was "
                    "saved. Look again and repeat the act if it still holds."
                ) from error

    def head(self, stream: StreamId) -> Head:
        """The place and hash of the last entry of a stream; (0, GENESIS) for an empty one."""
        return self._read(lambda connection: events.head(connection, stream))

    def load(self, stream: StreamId) -> State:
        """The present state of a stream, from the projection; equal to the fold of its events."""
        return self._read(
            lambda connection: projection.load(connection, stream, events.head(connection, stream))
        )

    def events(self, stream: StreamId, after: int = 0) -> tuple[Event, ...]:
        """The events of a stream after the place `after`, in order."""
        return self._read(lambda connection: events.after(connection, stream, after))

    def next_to_undo(self, stream: StreamId, actor: str) -> Event | None:
        """The actor's latest act in a stream that is not undone."""
        return self._read(lambda connection: events.next_to_undo(connection, stream, actor))

    def next_to_redo(self, stream: StreamId, actor: str) -> Event | None:
        """The actor's latest undo that can be taken back: no new act of theirs followed it."""
        return self._read(lambda connection: events.next_to_redo(connection, stream, actor))

    def stories(self, reviewer: str) -> tuple[StoryRow, ...]:
        """The stories with the reviewer's progress, last used by them first."""
        return self._read(lambda connection: listing.stories(connection, reviewer))

    def withdrawn_stories(self, reviewer: str) -> tuple[StoryRow, ...]:
        """The stories whose import was undone, last withdrawn first."""
        return self._read(lambda connection: listing.withdrawn(connection, reviewer))

    def put_bytes(self, data: bytes) -> Digest:
        """Keep a text or a document, synced; the digest it is found under."""
        with self._lock, plainly(self._location):
            return self._bytes.put(data)

    def get_bytes(self, digest: Digest) -> bytes:
        """What was kept under a digest, verified; StorageFault where it is missing or changed."""
        with self._lock, plainly(self._location):
            return self._bytes.get(digest)

    def evidence_with(self, terms: Sequence[str], within: Collection[str] | None = None) -> Pool:
        """The passages of the evidence library that hold the rarest of `terms`.

        `within` restricts them to items of these labels. An index that is not level with the
        library is brought level first.
        """

        def level(connection: Connection) -> None:
            if not self._location.is_file:
                server.lock_streams(connection, [DESK])
            following.level_evidence(connection, self._texts(connection))

        if not self._read(following.evidence_is_level):
            self._change(level)
        return self._read(
            lambda connection: candidates.candidates(connection, Shelf.EVIDENCE, terms, within)
        )

    def claims_with(self, terms: Sequence[str]) -> Pool:
        """The claims of all stories that hold the rarest of `terms`, each as stream/label."""

        def level(connection: Connection) -> None:
            if not self._location.is_file:
                server.lock_streams(connection, [StreamId("index of claims")])
            following.level_claims(connection)

        if not self._read(following.claims_are_level):
            self._change(level)
        return self._read(lambda connection: candidates.candidates(connection, Shelf.CLAIMS, terms))

    def worked_out(
        self, kind: WorkedOut, rules: str, digests: Collection[Digest]
    ) -> dict[Digest, bytes]:
        """What was worked out of the texts with these digests before, by the same rules."""
        return self._read(lambda connection: recall(connection, kind, rules, digests))

    def keep_worked_out(self, kind: WorkedOut, rules: str, results: Mapping[Digest, bytes]) -> None:
        """Remember what takes long to work out of kept texts; it can be lost without harm."""
        self._change(lambda connection: remember(connection, kind, rules, results))

    def save_place(self, reviewer: str, stream: StreamId, place: Place) -> None:
        """Remember where a reviewer is in a story, half-typed text included."""
        at = timestamp(self._clock())
        self._change(lambda connection: places.save(connection, reviewer, stream, place, at))

    def load_place(self, reviewer: str, stream: StreamId) -> Place | None:
        """Where a reviewer was in a story; None where they never were."""
        return self._read(lambda connection: places.load(connection, reviewer, stream))

    def note_printed(
        self, stream: StreamId, seq: int, hash: Digest, report_digest: str, format: str
    ) -> None:
        """Remember that a report showing this head was printed."""
        report = Printed(seq, hash, report_digest, format, timestamp(self._clock()))
        self._change(lambda connection: places.note_printed(connection, stream, report))

    def printed(self, stream: StreamId) -> tuple[Printed, ...]:
        """The reports printed of a story, in the order of their time."""
        return self._read(lambda connection: places.printed(connection, stream))

    def level_journal(self) -> None:
        """Open the journal and write the lines it lacks; a remark where it is ahead."""
        if self._journal is None:
            return
        journal = self._journal
        journal.open()
        with self._lock, plainly(self._location):
            if self._is_level(journal):
                return
            with transaction_of(self._engine) as (connection, _), journal.held():
                found = receipts.level(connection, journal, receipts.last_hash(connection))
        self._remarks += tuple(_journal_remarks(journal.path, found))

    def check(self) -> tuple[Finding, ...]:
        """What is not as it was recorded; nothing is changed. See `audit`."""
        with self._lock, plainly(self._location):
            return audit.audit(self._engine, self._journal, self._bytes)

    def backup(self, target: Path) -> None:
        """Copy everything, verified, to a new file `target` and a folder beside it.

        Raises BadInput where it is there already, StorageFault where the disk refuses.
        """
        with self._lock, plainly(self._location):
            backup.back_up(self._engine, self._journal, self._bytes, target)

    def close(self) -> None:
        """Close the database and its journal; the store cannot be used afterwards."""
        with self._lock:
            self._engine.dispose()
            if self._journal is not None:
                self._journal.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _write(self, intents: Sequence[Intent], reviewer: Reviewer) -> tuple[Written, ...]:
        with transaction_of(self._engine) as (connection, transaction):
            if not self._location.is_file:
                server.lock_streams(connection, [intent.stream for intent in intents])
            last = receipts.last_hash(connection)
            written = writing.record(connection, intents, reviewer, timestamp(self._clock()))
            following.follow(connection, [item.event for item in written], self._texts(connection))
            if self._journal is None:
                transaction.commit()
                return written
            lines = b"".join(line_of(item.event) for item in written)
            with self._journal.held():
                if self._location.is_file:
                    new = frozenset(item.event.hash for item in written)
                    _refuse_lost_tail(receipts.level(connection, self._journal, last, new))
                else:
                    self._journal.last_hash()
                self._journal.reserve(len(lines))
                transaction.commit()
                self._fill(self._journal, lines)
        return written

    def _texts(self, connection: Connection) -> following.Texts:
        return lambda digest: self._bytes.get_within(connection, digest)

    def _fill(self, journal: Journal, lines: bytes) -> None:
        try:
            journal.fill(lines)
        except OSError as error:
            raise StorageFault(
                f"This was saved, but its journal {journal.path} cannot be written "
                f"({error.strerror}). See to the disk and open the database again: the journal is "
                "completed then."
            ) from error

    def _is_level(self, journal: Journal) -> bool:
        """Whether the journal's last line is the last event; asked without any lock."""
        with reading(self._engine) as connection:
            return receipts.last_hash(connection) == journal.peek()

    def _read(self, question: Callable[[Connection], T]) -> T:
        with self._lock, plainly(self._location), reading(self._engine) as connection:
            return question(connection)

    def _change(self, change: Callable[[Connection], None]) -> None:
        with (
            self._lock,
            plainly(self._location),
            transaction_of(self._engine) as (connection, _),
        ):
            change(connection)


def _refuse_lost_tail(found: receipts.Levelled) -> None:
    """Raise StorageFault where the journal knows acts that the database lost: writing hides it."""
    if found.ahead:
        raise StorageFault(
            f"The journal holds {found.ahead} acts that the database does not: its last part is "
            "lost, or an older copy was put in its place. Nothing was saved; run `verifier check` "
            "and put the right copy back."
        )


def _journal_remarks(path: Path, found: receipts.Levelled) -> Iterator[str]:
    if found.ahead:
        yield (
            f"The journal {path} holds {found.ahead} entries that the database lacks: the database "
            "lost them. Run `verifier check`."
        )
    if found.completed > MANY_MISSING:
        yield (
            f"The journal {path} lacked {found.completed} entries of the database; they were "
            "written to it again."
        )
