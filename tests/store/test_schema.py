"""A fresh database equals what the migration scripts make: tables, indices, triggers, CHECKs."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine, text

from verifier.model.errors import StorageFault
from verifier.store import open_store, upgrade
from verifier.store.location import locate
from verifier.store.schema import HEAD, USER_VERSION, plain
from verifier.store.upgrade import scripts, scripts_folder

CATALOGUE = (
    "SELECT table_name, column_name, ordinal_position, data_type, is_nullable, column_default "
    "FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1, 3",
    "SELECT tablename, indexname, replace(indexdef, current_schema() || '.', '') "
    "FROM pg_indexes WHERE schemaname = current_schema() ORDER BY 1, 2",
    "SELECT conrelid::regclass::text, conname, contype, pg_get_constraintdef(oid) "
    "FROM pg_constraint WHERE connamespace = current_schema()::regnamespace ORDER BY 1, 2",
    "SELECT tgname, tgenabled, replace(pg_get_triggerdef(oid), current_schema() || '.', '') "
    "FROM pg_trigger WHERE tgrelid = to_regclass('event') AND NOT tgisinternal ORDER BY 1",
    "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = current_schema()::regnamespace",
    "SELECT relname, relacl::text FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
    " AND relkind = 'r' ORDER BY 1",
    "SELECT version_num FROM alembic_version",
)


@contextmanager
def engine_of(location: str) -> Iterator[Engine]:
    engine = create_engine(locate(location).url)
    yield engine
    engine.dispose()


def sqlite_schema(path: Path) -> tuple[set[tuple[str, str, str, str]], list[object]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema"
        )
        objects = {(kind, name, table, plain(sql)) for kind, name, table, sql in rows}
        return objects, connection.execute("SELECT * FROM alembic_version").fetchall()


def server_schema(connection: Connection) -> list[list[tuple[object, ...]]]:
    return [[tuple(row) for row in connection.execute(text(query))] for query in CATALOGUE]


def test_the_pinned_head_is_the_scripts_head() -> None:
    assert scripts().get_heads() == [HEAD]
    assert len(list(scripts().walk_revisions())) == USER_VERSION


def test_a_fresh_sqlite_database_equals_the_migrated_one(tmp_path: Path) -> None:
    open_store(str(tmp_path / "fresh")).close()
    with engine_of(str(tmp_path / "migrated")) as engine, engine.begin() as connection:
        upgrade.run(connection)
    assert sqlite_schema(tmp_path / "fresh") == sqlite_schema(tmp_path / "migrated")


def test_a_fresh_postgresql_schema_equals_the_migrated_one(postgres_url: str) -> None:
    with engine_of(postgres_url) as engine:
        with engine.connect() as connection, connection.begin() as transaction:
            upgrade.run(connection)
            migrated = server_schema(connection)
            transaction.rollback()
        open_store(postgres_url).close()
        with engine.begin() as connection:
            assert server_schema(connection) == migrated


def test_the_scripts_are_found_in_an_editable_install() -> None:
    assert (scripts_folder() / "versions").is_dir()


def test_the_scripts_are_found_beside_the_rooms_in_a_wheel(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "verifier"
    shutil.copytree(scripts_folder(), package / "migrations")
    assert scripts_folder(package) == package / "migrations"


def test_the_scripts_in_the_package_come_before_a_stranger_above_it(tmp_path: Path) -> None:
    package = tmp_path / "src" / "verifier"
    shutil.copytree(scripts_folder(), package / "migrations")
    shutil.copytree(scripts_folder(), tmp_path / "migrations")
    assert scripts_folder(package) == package / "migrations"


def test_missing_scripts_are_a_fault_in_words(tmp_path: Path) -> None:
    with pytest.raises(StorageFault, match="install verifier again"):
        scripts_folder(tmp_path / "lib" / "verifier")


def test_opening_a_database_at_head_imports_no_alembic(tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from verifier.store import open_store; open_store(sys.argv[1]).close(); "
        "open_store(sys.argv[1]).close(); print('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "desk.verifier")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
