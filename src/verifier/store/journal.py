"""The journal: every event as one synced line outside the database, so that a lost tail shows.

A hash chain alone cannot tell that its end is missing; a journal can. Room for the lines is taken
before the database commits, with spaces that the lines then overwrite: a full disk refuses an act
as a whole. A last line without its newline is such room, or torn by a power cut: it is cut off.
"""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from json.encoder import encode_basestring as quoted
from pathlib import Path

from verifier.model.errors import StorageFault
from verifier.model.event import Event
from verifier.record.canonical import canonical
from verifier.record.chain import changes_to_json
from verifier.store import engine, files

_CHUNK = 1 << 16
_POLL_SECONDS = 0.001


def line_of(event: Event) -> bytes:
    """The line that stands for an event, with its newline."""
    return line_with(event, canonical(changes_to_json(event.changes)))


def line_with(event: Event, payload: bytes) -> bytes:
    """As `line_of`, where the canonical JSON of the event's changes is at hand already.

    The fields stand in the order of canonical JSON; a test holds the two forms equal.
    """
    undoes = "null" if event.undoes is None else quoted(event.undoes)
    before = (
        f'{{"actor":{quoted(event.actor)},"at":{quoted(event.at)},'
        f'"event_id":{quoted(event.event_id)},"hash":{quoted(event.hash)},'
        f'"host":{quoted(event.host)},"kind":{quoted(event.kind.value)},'
        f'"os_user":{quoted(event.os_user)},"payload":'
    )
    after = (
        f',"prev_hash":{quoted(event.prev_hash)},"seq":{event.seq},'
        f'"stream":{quoted(event.stream)},"undoes":{undoes}}}\n'
    )
    return before.encode() + payload + after.encode()


class Journal:
    """The journal file of one database; all writing happens while `held`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor = -1
        self._size = -1
        self._last: str | None = None
        self._reserved = False

    def open(self) -> None:
        """Open the file, made if missing; raises StorageFault."""
        with files.plainly(self.path):
            files.make_folder(self.path.parent)
            try:
                self._descriptor = os.open(self.path, os.O_RDWR | os.O_CLOEXEC)
            except FileNotFoundError:
                self._descriptor = os.open(
                    self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, files.PRIVATE
                )
                files.sync_folder(self.path.parent)
        self._size = -1

    def close(self) -> None:
        """Close the file."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self._descriptor = -1

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the journal against other programs; what was not filled is given back."""
        with files.plainly(self.path):
            self._reopen_if_replaced()
            self._lock()
        try:
            yield
        finally:
            self._give_back()
            fcntl.flock(self._descriptor, fcntl.LOCK_UN)

    def last_hash(self) -> str | None:
        """The hash in the last whole line; None for an empty journal, "" for an unreadable line.

        Where it is not as this program left it, a torn end is cut off first; only while held.
        """
        if os.fstat(self._descriptor).st_size != self._size:
            with files.plainly(self.path):
                self._cut_torn_end()
            self._last = self.peek()
        return self._last

    def peek(self) -> str | None:
        """As `last_hash`, from the file as it is, without a lock and without change."""
        last = self._last_line()
        return None if last is None else _hash_in(last)

    def hashes(self) -> set[str]:
        """The hashes in all lines that can be read."""
        return {_hash_in(line) for line in self.lines()} - {""}

    def lines(self, size: int | None = None) -> Iterator[bytes]:
        """All whole lines, or those of the first `size` bytes, without their newlines."""
        with files.plainly(self.path), self.path.open("rb") as stream:
            read = 0
            for line in stream:
                read += len(line)
                if not line.endswith(b"\n") or (size is not None and read > size):
                    return
                yield line[:-1]

    def size(self) -> int:
        """The bytes the file has; only while held is that the end of whole lines and room."""
        return os.fstat(self._descriptor).st_size

    def reserve(self, length: int) -> None:
        """Take room for `length` bytes at the end; raises StorageFault where there is none."""
        self._reserved = True
        with files.plainly(self.path):
            files.write_at(self._descriptor, b" " * length, self._size)

    def fill(self, lines: bytes) -> None:
        """Write whole lines at the end, into reserved room, and wait until they are on the disk."""
        files.write_at(self._descriptor, lines, self._size)
        files.sync(self._descriptor)
        self._reserved = False
        self._size += len(lines)
        self._last = _hash_in(lines[:-1].rpartition(b"\n")[2])

    def _lock(self) -> None:
        deadline = time.monotonic() + engine.BUSY_SECONDS
        while True:
            try:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise StorageFault(
                        f"Another program is writing to {self.path} and did not finish in time; "
                        "nothing was saved. Wait or close it, then repeat this."
                    ) from None
                time.sleep(_POLL_SECONDS)
            else:
                return

    def _reopen_if_replaced(self) -> None:
        """Follow the name: a journal that was moved or deleted gets no more lines."""
        try:
            there = self.path.stat()
        except FileNotFoundError:
            there = None
        mine = os.fstat(self._descriptor)
        if there is None or (there.st_ino, there.st_dev) != (mine.st_ino, mine.st_dev):
            self.close()
            self.open()

    def _give_back(self) -> None:
        """Cut off room that was reserved and not filled."""
        if self._reserved:
            os.ftruncate(self._descriptor, self._size)
        self._reserved = False

    def _cut_torn_end(self) -> None:
        size = os.fstat(self._descriptor).st_size
        whole = _end_of_line(self._descriptor, size)
        if whole < size:
            os.ftruncate(self._descriptor, whole)
        self._size = whole

    def _last_line(self) -> bytes | None:
        """The last whole line, without its newline."""
        end = _end_of_line(self._descriptor, os.fstat(self._descriptor).st_size)
        if end == 0:
            return None
        start = _end_of_line(self._descriptor, end - 1)
        return os.pread(self._descriptor, end - 1 - start, start)


def _end_of_line(descriptor: int, size: int) -> int:
    """The place after the last newline in the first `size` bytes; 0 where there is none."""
    while size > 0:
        start = max(0, size - _CHUNK)
        found = os.pread(descriptor, size - start, start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        size = start
    return 0


def _hash_in(line: bytes) -> str:
    """The hash that a line carries; "" where it cannot be read."""
    try:
        found = json.loads(line)["hash"]
    except (ValueError, KeyError, TypeError):
        return ""
    return found if isinstance(found, str) else ""
