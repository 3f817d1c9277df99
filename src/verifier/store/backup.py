"""Verified copies: a database with its journal and its bytes, so that the copy stands alone.

A copy of a server's database is a SQLite file, which any verifier opens without a server.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, insert, select
from sqlalchemy.pool import NullPool

from verifier.model.errors import BadInput, StorageFault
from verifier.store import events, files, startup
from verifier.store.bytes import BytesInFolder, BytesKept
from verifier.store.engine import reading
from verifier.store.journal import Journal, line_of
from verifier.store.location import files_of
from verifier.store.schema import tables_on
from verifier.store.tables import alembic_version, event

MakeCopy = Callable[[Path], Iterator[bytes]]
"""Puts a database under a free name, and gives the lines of its journal at the same moment."""


def back_up(engine: Engine, journal: Journal | None, kept: BytesKept, target: Path) -> None:
    """Copy everything to `target` and the folder beside it; the database's name comes last.

    Raises BadInput where one of the two is there already, StorageFault where the disk refuses; then
    nothing is left of the copy.
    """
    target = target.expanduser().absolute()
    folder = files_of(target)
    for path in (target, folder):
        if os.path.lexists(path):
            raise BadInput(f"{path} is there already; give another name for the backup.")
    new_target, new_folder = files.temporary_name(target), files.temporary_name(folder)
    with files.plainly(target):
        try:
            files.make_folder(new_folder)
            lines = _from_file(engine, journal) if journal else _from_server(engine)
            _fill_folder(new_folder, lines(new_target), kept)
            new_folder.rename(folder)
            new_target.rename(target)
            files.sync_folder(target.parent)
        except BaseException:
            new_target.unlink(missing_ok=True)
            shutil.rmtree(new_folder, ignore_errors=True)
            raise


def copy_database(source: sqlite3.Connection, target: Path) -> None:
    """Copy a database, as it stands at one moment, to a new private file, and prove the copy.

    SQLite's backup API, synced, opened again, integrity_check. Raises FileExistsError for a taken
    name; a copy that fails is removed.
    """
    os.close(files.create(target))
    try:
        with closing(sqlite3.connect(target, isolation_level=None)) as copy:
            source.backup(copy)
            # A copy of a database in WAL mode would need a log beside it to be opened.
            copy.execute("PRAGMA journal_mode=DELETE")
        _sync_file(target)
        _prove(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    files.sync_folder(target.parent)


def _from_file(engine: Engine, journal: Journal) -> MakeCopy:
    """The copy of a SQLite database, and its journal up to the same moment.

    Who commits holds the journal until its lines are in it, so while it is held the two agree.
    """

    def make(target: Path) -> Iterator[bytes]:
        with closing(sqlite3.connect(engine.url.database or "", isolation_level=None)) as source:
            with journal.held():
                source.execute("BEGIN")
                source.execute("SELECT count(*) FROM alembic_version").fetchone()
                size = journal.size()
            copy_database(source, target)
        return journal.lines(size)

    return make


def _from_server(engine: Engine) -> MakeCopy:
    """The copy of a server's tables into a new SQLite database, and the lines of its events."""

    def make(target: Path) -> Iterator[bytes]:
        startup.make(target)
        copy = create_engine(f"sqlite+pysqlite:///{target}", poolclass=NullPool)
        with reading(engine) as source, copy.begin() as connection:
            _copy_rows(source, connection)
        _sync_file(target)
        _prove(target)
        with copy.connect() as connection:
            query = select(event).order_by(event.c.stream, event.c.seq)
            lines = [line_of(events.from_row(row))[:-1] for row in connection.execute(query)]
        return iter(lines)

    return make


def _copy_rows(source: Connection, target: Connection) -> None:
    for table in tables_on("sqlite"):
        if table is alembic_version:
            continue
        rows = source.execute(select(table).order_by(*table.primary_key.columns)).mappings()
        for part in rows.partitions(1000):
            target.execute(insert(table), [dict(row) for row in part])


def _fill_folder(folder: Path, lines: Iterator[bytes], kept: BytesKept) -> None:
    """Write journal and bytes into the copy's folder; bytes are read after the database was."""
    files.write_new(folder / "journal.jsonl", b"".join(line + b"\n" for line in lines))
    copy = BytesInFolder(folder / "bytes")
    for digest in kept.digests():
        copy.put(kept.get(digest))


def _sync_file(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _prove(target: Path) -> None:
    with closing(sqlite3.connect(f"{target.as_uri()}?mode=ro", uri=True)) as copy:
        (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        raise StorageFault(f"The copy {target} is damaged ({verdict}); it was removed.")
