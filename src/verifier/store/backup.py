"""Verified copies: a database with its journal and its bytes, so that the copy stands alone."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from verifier.model.errors import StorageFault
from verifier.store import files


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
        descriptor = os.open(target, os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        _prove(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    files.sync_folder(target.parent)


def _prove(target: Path) -> None:
    with closing(sqlite3.connect(f"{target.as_uri()}?mode=ro", uri=True)) as copy:
        (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        raise StorageFault(f"The copy {target} is damaged ({verdict}); it was removed.")
