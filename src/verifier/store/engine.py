"""Connections with settings that keep what was acknowledged, measured in simulated power cuts.

One engine holds one connection, used under the store's lock: a store may be opened in one thread
and used from another, one act at a time. SQLite: WAL (PERSIST on network and synced folders) with
synchronous=FULL, both read back; BEGIN IMMEDIATE for writes. PostgreSQL: READ COMMITTED for writes,
which take the stream's advisory lock first; REPEATABLE READ for reads.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from sqlalchemy import Connection, Engine, Transaction, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from verifier.model.errors import StorageFault
from verifier.store.location import Location

BUSY_SECONDS = 5.0
"""How long a write waits for another program's write before it is refused."""

WAL_RETRY_SECONDS = 0.02
"""Switching to WAL ignores the busy timeout, so it is tried again this often."""

PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
)

_FULL = 2
_READING: dict[str, dict[str, str]] = {
    "sqlite": {"verifier_begin": "BEGIN"},
    "postgresql": {"isolation_level": "REPEATABLE READ"},
}


def open_engine(location: Location, journal_mode: str = "WAL") -> Engine:
    """The engine of a database; `journal_mode` is SQLite's, WAL or PERSIST. Connects lazily."""
    return _sqlite(location, journal_mode) if location.is_file else _postgres(location)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection on which all reads see one moment of the database."""
    with engine.connect() as connection:
        connection.execution_options(**_READING[engine.dialect.name])
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[tuple[Connection, Transaction]]:
    """A connection in one transaction: committed at the end, taken back on any error."""
    with engine.connect() as connection, connection.begin() as transaction:
        yield connection, transaction


def configure(connection: sqlite3.Connection, journal_mode: str = "WAL") -> None:
    """Set up a SQLite connection, and read back that it keeps what it acknowledges.

    Raises StorageFault where the file system gives neither WAL nor PERSIST.
    """
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}")
    for pragma in PRAGMAS:
        connection.execute(pragma)
    mode = _switch(connection, journal_mode)
    connection.execute("PRAGMA synchronous=FULL")
    (level,) = connection.execute("PRAGMA synchronous").fetchone()
    if mode != journal_mode.lower() or level != _FULL:
        raise StorageFault(
            f"The database cannot be kept safe here: its disk allows {mode} instead of "
            f"{journal_mode}. Move it to a disk of this computer."
        )


def _switch(connection: sqlite3.Connection, journal_mode: str) -> str:
    """Set the journal mode, waiting for other programs; the mode that SQLite reports.

    SQLite ignores its own timeout where somebody is switching and keeps it where somebody writes:
    one deadline of ours serves for both.
    """
    last = time.monotonic() + BUSY_SECONDS
    connection.execute("PRAGMA busy_timeout=0")
    while True:
        try:
            (mode,) = connection.execute(f"PRAGMA journal_mode={journal_mode}").fetchone()
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > last:
                raise
            time.sleep(WAL_RETRY_SECONDS)
        else:
            connection.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}")
            return str(mode)


def _sqlite(location: Location, journal_mode: str) -> Engine:
    engine = create_engine(
        location.url,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS},
    )

    @event.listens_for(engine, "connect")
    def _on_connect(dbapi: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        configure(cast(sqlite3.Connection, dbapi), journal_mode)

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        connection.exec_driver_sql(options.get("verifier_begin", "BEGIN IMMEDIATE"))

    return engine


def _postgres(location: Location) -> Engine:
    try:
        engine = create_engine(
            location.url,
            pool_size=1,
            max_overflow=0,
            pool_pre_ping=True,
            hide_parameters=True,
            isolation_level="READ COMMITTED",
            connect_args={"connect_timeout": 10, **location.secrets},
        )
    except ModuleNotFoundError as error:
        raise StorageFault(
            "A PostgreSQL database needs the extra `postgres`, which is not installed; run "
            "`pip install 'verifier-desk[postgres]'`."
        ) from error

    @event.listens_for(engine, "connect")
    def _on_connect(dbapi: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        cursor = dbapi.cursor()
        cursor.execute(f"SET lock_timeout = {int(BUSY_SECONDS * 1000)}")
        cursor.execute("SET client_min_messages = warning")
        cursor.close()
        dbapi.commit()

    return engine
