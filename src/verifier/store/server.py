"""A PostgreSQL database: its tables made once, and the locks that order writes to one stream."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, text

from verifier.model.errors import StorageFault
from verifier.model.event import StreamId
from verifier.store.location import Location
from verifier.store.schema import HEAD, statements

_LOCK = text("SELECT pg_advisory_xact_lock(:key)")


def prepare(engine: Engine, location: Location) -> None:
    """Make the tables of an empty schema, or bring older ones to HEAD.

    Raises StorageFault for a schema that is not ours or newer; it is left untouched.
    """
    with engine.connect() as connection, connection.begin():
        _require_unicode(connection, location)
        if _revision(connection) == HEAD:
            return
    with engine.connect() as connection, _alone(connection):
        with connection.begin():
            revision = _revision(connection)
            if revision is None:
                _refuse_foreign(connection, location)
                for statement in statements("postgresql"):
                    connection.exec_driver_sql(statement)
                return
        if revision != HEAD:
            _upgrade(connection, location, revision)


def lock_streams(connection: Connection, streams: Iterable[StreamId]) -> None:
    """Wait for the write lock of each stream, held until the transaction ends.

    It comes before every read of the transaction: what was read before could be out of date.
    """
    for key in sorted({key_of(stream) for stream in streams}):
        connection.execute(_LOCK, {"key": key})


def key_of(name: str) -> int:
    """The number of the advisory lock that stands for a name: 63 bits of its SHA-256."""
    return int.from_bytes(hashlib.sha256(b"verifier " + name.encode()).digest()[:8], "big") >> 1


@contextmanager
def _alone(connection: Connection) -> Iterator[None]:
    """Hold the session lock under which tables are made and upgraded."""
    key = {"key": key_of("upgrade")}
    with connection.begin():
        connection.execute(text("SELECT pg_advisory_lock(:key)"), key)
    try:
        yield
    finally:
        with connection.begin():
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), key)


def _revision(connection: Connection) -> str | None:
    """The revision in the schema; None where it has no table of revisions."""
    there = connection.execute(text("SELECT to_regclass('alembic_version')")).scalar()
    if there is None:
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    return str(found[0]) if len(found) == 1 else ""


def _refuse_foreign(connection: Connection, location: Location) -> None:
    """Raise StorageFault where the schema holds tables of another program."""
    query = text("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()")
    if connection.execute(query).scalar():
        raise StorageFault(
            f"The database {location.shown} holds tables of another program; it was left "
            "untouched. Make a database of its own for verifier (`createdb verifier`)."
        )


def _require_unicode(connection: Connection, location: Location) -> None:
    encoding = connection.execute(text("SHOW server_encoding")).scalar()
    if encoding != "UTF8":
        raise StorageFault(
            f"The database {location.shown} keeps its texts as {encoding}, not every script fits "
            "in it. Make one with the encoding UTF8 (`createdb -E UTF8 verifier`)."
        )


def _upgrade(connection: Connection, location: Location, revision: str) -> None:
    """Bring older tables to HEAD in one transaction; imports Alembic."""
    from verifier.store import upgrade

    if not upgrade.is_older(revision):
        raise StorageFault(
            f"The database {location.shown} was made by a newer verifier or by another program; it "
            "was left untouched. Install that version to open it."
        )
    with connection.begin():
        upgrade.run(connection)
