"""Bringing an older database to HEAD with the scripts of `migrations/`; imports Alembic.

All revisions run in one transaction: whole or not at all. A SQLite file is first copied to a
verified backup beside it.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.pool import NullPool

from verifier.model.errors import StorageFault
from verifier.store import files
from verifier.store.backup import copy_database
from verifier.store.clock import Clock, timestamp
from verifier.store.engine import configure
from verifier.store.faults import plainly
from verifier.store.location import Location
from verifier.store.schema import HEAD, USER_VERSION, differences

PACKAGE = Path(__file__).resolve().parents[1]
"""The folder of the package."""


def scripts_folder(package: Path = PACKAGE) -> Path:
    """The folder of the migration scripts.

    In the wheel it lies in the package, in an editable install at the repository's root. Raises
    StorageFault where neither has it.
    """
    for folder in (package / "migrations", package.parents[1] / "migrations"):
        if (folder / "env.py").is_file():
            return folder
    raise StorageFault(
        "The scripts that upgrade a database are missing from this installation; install verifier "
        "again."
    )


def scripts(folder: Path | None = None) -> ScriptDirectory:
    """The migration scripts, as Alembic reads them."""
    return ScriptDirectory(str(folder or scripts_folder()))


def is_older(revision: str) -> bool:
    """Whether a revision is one of those that lead to HEAD."""
    known = {script.revision for script in scripts().walk_revisions()}
    return revision in known and revision != HEAD


def run(connection: Connection) -> None:
    """Run the scripts up to HEAD in the connection's transaction."""
    found = scripts()
    config = Config()
    config.attributes["connection"] = connection
    environment = EnvironmentContext(
        config, found, fn=lambda revision, _: found._upgrade_revs(HEAD, revision)
    )
    with environment:
        found.run_env()


def upgrade_file(location: Location, revision: str, clock: Clock) -> list[str]:
    """Bring a SQLite file to HEAD; a remark names the backup of what it was.

    Of several programs that upgrade at once the first does it, the others find it done. Raises
    StorageFault where the result is not what a fresh database is; then nothing was changed.
    """
    path = location.file
    stamp = timestamp(clock()).replace(":", "").replace("-", "")[:15] + "Z"
    kept = path.with_name(f"{path.name}.{revision}.{stamp}.backup")
    engine = create_engine(location.url, poolclass=NullPool, hide_parameters=True)
    with plainly(location), files.plainly(kept), engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        configure(raw, str(raw.execute("PRAGMA journal_mode").fetchone()[0]).upper())
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("BEGIN IMMEDIATE")
        try:
            done = _upgrade_locked(connection, raw, path, kept, revision)
            raw.execute("COMMIT")
        except BaseException:
            raw.execute("ROLLBACK")
            raise
    if not done:
        return []
    return [f"The database was brought to this version; what it was is kept as {kept}."]


def _upgrade_locked(
    connection: Connection, raw: sqlite3.Connection, path: Path, kept: Path, revision: str
) -> bool:
    """Back up and upgrade under the write lock; False where another program did it meanwhile."""
    if connection.execute(text("SELECT version_num FROM alembic_version")).scalar() != revision:
        return False
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        copy_database(reader, kept)
    run(connection)
    connection.exec_driver_sql(f"PRAGMA user_version={USER_VERSION}")
    wrong, missing = differences(raw.execute("SELECT name, sql FROM sqlite_schema"))
    if wrong or missing or raw.execute("PRAGMA foreign_key_check").fetchall():
        odd = ", ".join(sorted({*wrong, *missing})) or "keys"
        raise StorageFault(
            f"The database {path} could not be brought to this version: {odd} would not be as it "
            f"should. It was left as it was; a backup is {kept}."
        )
    return True
