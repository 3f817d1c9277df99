"""The database's own errors, said in words; none of them carries a password or a statement."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError

from verifier.model.errors import BadInput, StorageFault
from verifier.store.files import disk_full, disk_of, read_only
from verifier.store.location import Location

_MASK = 0xFF
_SERIALIZATION = {"40001", "40P01", "55P03"}
_SERVER_FULL = {"53100"}


@contextmanager
def plainly(location: Location) -> Iterator[None]:
    """Turn errors of the database, of its disk and of impossible text into a VerifierError."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise BadInput(
            "A text holds half of a character (a lone surrogate), which no file can hold; nothing "
            "was saved. Type it again or import it in its right encoding."
        ) from error
    except DBAPIError as error:
        raise _translated(location, error) from error
    except sqlite3.Error as error:
        raise sqlite_fault(location, error) from error
    except SQLAlchemyError as error:
        raise StorageFault(f"The database {location.shown} failed: {error}.") from error


def sqlite_fault(location: Location, error: sqlite3.Error) -> StorageFault:
    """The StorageFault that says what a SQLite error means for the database's owner."""
    path = location.file
    code = getattr(error, "sqlite_errorcode", 0) & _MASK
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StorageFault(
            f"Another program is writing to {path} and did not finish in time; nothing was saved. "
            "Wait or close it, then repeat this."
        )
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _has_no_room(location)):
        return disk_full(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return read_only(path)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StorageFault(
            f"The database {path} is damaged: {error}. Keep the file as it is and go on from a "
            "backup; its journal holds every saved act."
        )
    if code == sqlite3.SQLITE_IOERR:
        return StorageFault(
            f"The disk {disk_of(path)} failed while {path} was used: {error}. Nothing was saved; "
            "look at the disk, then repeat this."
        )
    return StorageFault(f"The database {path} failed: {error}. Run `verifier check`.")


def _translated(location: Location, error: DBAPIError) -> StorageFault:
    original = error.orig
    if isinstance(original, sqlite3.Error):
        return sqlite_fault(location, original)
    state = getattr(original, "sqlstate", None)
    if state in _SERIALIZATION:
        return StorageFault(
            f"Another program is writing to {location.shown} and did not finish in time; nothing "
            "was saved. Repeat this."
        )
    if state in _SERVER_FULL:
        return StorageFault(
            f"The disk of the server {location.shown} is full; nothing was saved. Free some space "
            "there and repeat this."
        )
    reason = _first_line(original)
    if isinstance(error, (OperationalError, InterfaceError)):
        return StorageFault(
            f"The server {location.shown} cannot be used: {reason}. Nothing was saved; see that it "
            "runs and that the database exists, then repeat this."
        )
    return StorageFault(f"The database {location.shown} refused: {reason}. Run `verifier check`.")


def _first_line(error: object) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__


def _has_no_room(location: Location) -> bool:
    """Whether a write failed for want of room: no free block, or a limit on the file's size."""
    try:
        room = os.statvfs(location.file.parent)
    except OSError as error:
        return error.errno == errno.ENOSPC
    return room.f_bavail * room.f_frsize < 1 << 16
