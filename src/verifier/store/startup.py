"""Opening a SQLite database: made if missing, refused if not ours, upgraded if older.

A file is judged by its first hundred bytes, read without SQLite, before anything in it is run or
any file appears beside it.
"""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from verifier.model.errors import StorageFault
from verifier.store import files, folders
from verifier.store.clock import Clock
from verifier.store.engine import configure
from verifier.store.faults import plainly
from verifier.store.location import Location
from verifier.store.schema import (
    APPLICATION_ID,
    HEAD,
    USER_VERSION,
    differences,
    plain,
    sqlite_objects,
    statements,
)

MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_USER_VERSION_AT = 60
_APPLICATION_ID_AT = 68


@dataclass(frozen=True)
class Ready:
    """A SQLite file that may be opened: with which journal mode, and what the user should know."""

    journal_mode: str
    remarks: tuple[str, ...]


def prepare(location: Location, clock: Clock) -> Ready:
    """Make, check or upgrade the file of a location; raises StorageFault and leaves it untouched.

    An upgrade keeps a verified backup beside the file, which a remark names.
    """
    path = location.file
    shared = folders.is_shared(path)
    mode = "PERSIST" if shared else "WAL"
    remarks = [_shared_remark(path)] if shared else []
    with plainly(location), files.plainly(path):
        if not os.path.lexists(path):
            _create(path)
        _refuse_foreign(path)
        with _opened(path, mode) as connection:
            revision = _revision(connection, path)
            if revision == HEAD:
                remarks += _refuse_altered(connection, path)
        if revision != HEAD:
            remarks += _upgrade(location, revision, clock)
    return Ready(mode, tuple(remarks))


def header_of(path: Path) -> tuple[int, int] | None:
    """The application_id and user_version in a file's header; None: no SQLite database."""
    with path.open("rb") as stream:
        header = stream.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(MAGIC):
        return None
    return _number(header, _APPLICATION_ID_AT), _number(header, _USER_VERSION_AT)


def make(path: Path) -> None:
    """Make a fresh, empty database at a free name, whole and synced; raises OSError, sqlite3.Error.

    In SQLite's first mode, so that its marks are in the file itself and not in a log beside it.
    """
    os.close(files.create(path))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={USER_VERSION}")
        for statement in statements("sqlite"):
            connection.execute(statement)
        connection.execute("COMMIT")


def _create(path: Path) -> None:
    """Make a fresh database under its name in one step; another program's, made first, stays."""
    files.make_folder(path.parent)
    temporary = files.temporary_name(path)
    try:
        make(temporary)
        _name(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            temporary.with_name(temporary.name + "-journal").unlink()
    files.sync_folder(path.parent)


def _name(temporary: Path, path: Path) -> None:
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        return
    except OSError:
        # Some disks have no second names (FAT): then the last of two simultaneous makers wins,
        # while both databases are still empty.
        if not path.exists():
            temporary.replace(path)


def _refuse_foreign(path: Path) -> None:
    """Raise StorageFault where `path` is no database of ours, from its kind and its header."""
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise StorageFault(
            f"{path} is a folder, not a database; give the name of a file in it, such as "
            f"{path / 'desk.verifier'}."
        )
    if not stat.S_ISREG(mode):
        raise StorageFault(f"{path} is no ordinary file, so it cannot be a database; give another.")
    marks = header_of(path)
    if marks is None or marks[0] != APPLICATION_ID:
        what = "is empty" if path.stat().st_size == 0 else "is not a database of verifier"
        raise StorageFault(f"{path} {what}; it was left untouched. Give another name with --db.")
    if marks[1] > USER_VERSION:
        raise _newer(path)
    if not os.access(path, os.W_OK):
        raise files.read_only(path)


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        configure(connection, mode)
        yield connection


def _revision(connection: sqlite3.Connection, path: Path) -> str:
    """The revision of a database of ours; the table is looked at before it is read."""
    query = "SELECT type, sql FROM sqlite_schema WHERE name = 'alembic_version'"
    found = connection.execute(query).fetchone()
    if found is None or found[0] != "table":
        raise _altered(path, "its revision is missing")
    if plain(found[1] or "") != sqlite_objects()["alembic_version"]:
        raise _altered(path, "its revision is not as it was made")
    rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    if len(rows) != 1 or not isinstance(rows[0][0], str):
        raise _altered(path, "its revision is missing")
    return rows[0][0]


def _refuse_altered(connection: sqlite3.Connection, path: Path) -> list[str]:
    """Raise where the schema has anything that is not ours; a remark for what it lacks."""
    wrong, missing = differences(connection.execute("SELECT name, sql FROM sqlite_schema"))
    if wrong:
        raise _altered(path, "; ".join(f"{name} {what}" for name, what in sorted(wrong.items())))
    tables = {name for name in missing if sqlite_objects()[name].startswith("CREATE TABLE")}
    if tables:
        raise _altered(path, f"it lacks {', '.join(sorted(tables))}")
    if missing:
        return [f"The database lacks {', '.join(missing)}: it was changed. Run `verifier check`."]
    return []


def _upgrade(location: Location, revision: str, clock: Clock) -> list[str]:
    """Bring an older database to HEAD; imports Alembic."""
    from verifier.store import upgrade

    if not upgrade.is_older(revision):
        raise _newer(location.file)
    return upgrade.upgrade_file(location, revision, clock)


def _newer(path: Path) -> StorageFault:
    return StorageFault(
        f"{path} was made by a newer verifier; it was left untouched. Install that version to open "
        "it."
    )


def _altered(path: Path, what: str) -> StorageFault:
    return StorageFault(
        f"The database {path} is not as verifier makes it: {what}. Nothing in it was run; go on "
        "from a backup."
    )


def _shared_remark(path: Path) -> str:
    return (
        f"{path} lies in a network or synchronised folder: work is saved more slowly there, and a "
        "copy made meanwhile can be broken. A folder of this computer is safer."
    )


def _number(header: bytes, at: int) -> int:
    return int.from_bytes(header[at : at + 4], "big")
