"""Bringing an older database to a newer revision: backed up, whole or not at all."""

import multiprocessing
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sample_record import KURSK, imported, note_act, write
from sqlalchemy import create_engine, text

from verifier.model.errors import StorageFault
from verifier.store import open_store, schema, server, startup, upgrade
from verifier.store.clock import utc_now
from verifier.store.location import locate

NEXT = '''"""A column for a test."""

import sqlalchemy as sa
from alembic import op

revision = "verifier9999"
down_revision = "{head}"


def upgrade() -> None:
    op.create_table("extra", sa.Column("name", sa.Text, nullable=False))
    {more}
'''

EXTRA = "CREATE TABLE extra(name TEXT NOT NULL)"


@pytest.fixture
def next_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program whose HEAD is one revision further; the folder of its scripts."""
    folder = tmp_path / "scripts"
    shutil.copytree(upgrade.scripts_folder(), folder)
    (folder / "versions" / "9999_extra.py").write_text(NEXT.format(head=schema.HEAD, more="pass"))
    monkeypatch.setattr(upgrade, "scripts_folder", lambda: folder)
    for module in (startup, server, upgrade):
        monkeypatch.setattr(module, "HEAD", "verifier9999")
    for module in (startup, upgrade):
        monkeypatch.setattr(module, "USER_VERSION", 9999)
    objects = {**schema.sqlite_objects(), "extra": EXTRA}
    monkeypatch.setattr(schema, "sqlite_objects", lambda: objects)
    return folder


@pytest.fixture
def old(sqlite_path: Path) -> Path:
    """A database of the revision before, with some acts in it."""
    with open_store(str(sqlite_path)) as store:
        state = imported(store)
        write(store, state, note_act(state, "kept"))
        store.put_bytes(b"text")
    return sqlite_path


def backups(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*.backup"))


def revision_of(path: Path) -> tuple[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        (number,) = connection.execute("PRAGMA user_version").fetchone()
        return revision, number


def test_an_older_database_is_brought_to_head_with_all_it_holds(
    old: Path, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("next_revision")
    with open_store(str(old)) as store:
        assert [note.text for note in store.load(KURSK).notes.values()] == ["kept"]
        state = store.load(KURSK)
        write(store, state, note_act(state, "new"))
    assert revision_of(old) == ("verifier9999", 9999)


def test_what_it_was_is_kept_as_a_private_backup_that_a_remark_names(
    old: Path, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("next_revision")
    with open_store(str(old)) as store:
        remarks = store.remarks
    (kept,) = backups(old)
    assert str(kept) in remarks[0]
    assert revision_of(kept) == (schema.HEAD, schema.USER_VERSION)
    assert kept.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (2,)


def test_a_script_that_fails_leaves_everything_as_it_was(old: Path, next_revision: Path) -> None:
    failing = NEXT.format(head=schema.HEAD, more='op.execute("SELECT * FROM no_such_table")')
    (next_revision / "versions" / "9999_extra.py").write_text(failing)
    with pytest.raises(StorageFault):
        open_store(str(old))
    assert revision_of(old) == (schema.HEAD, schema.USER_VERSION)


@pytest.mark.parametrize(
    "damage", ["DROP TRIGGER event_is_never_updated", "DROP INDEX event_of_actor"]
)
def test_a_script_that_loses_a_trigger_or_an_index_is_refused(
    old: Path, next_revision: Path, damage: str
) -> None:
    losing = NEXT.format(head=schema.HEAD, more=f'op.execute("{damage}")')
    (next_revision / "versions" / "9999_extra.py").write_text(losing)
    with pytest.raises(StorageFault, match="left as it was"):
        open_store(str(old))
    assert revision_of(old) == (schema.HEAD, schema.USER_VERSION)


def test_a_database_of_the_first_revision_opens_and_takes_todays_subjects(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        later = ("dependency", "party", "question", "search", "signoff")
        index = ("indexed_state", "indexed_item", "indexed_passage", "posting_run", "posting")
        for table in (*later, *index, "worked_out"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE alembic_version SET version_num = 'verifier0001'")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    with open_store(str(old)) as store:
        assert [note.text for note in store.load(KURSK).notes.values()] == ["kept"]
    assert revision_of(old) == (schema.HEAD, schema.USER_VERSION)


def _open_and_close(path: str, results: "multiprocessing.Queue[str]") -> None:
    try:
        open_store(path).close()
        results.put("ok")
    except BaseException as error:
        results.put(repr(error))


def test_several_programs_upgrading_at_once_do_it_once(
    old: Path, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("next_revision")
    fork = multiprocessing.get_context("fork")
    results = fork.Queue()
    programs = [fork.Process(target=_open_and_close, args=(str(old), results)) for _ in range(4)]
    for program in programs:
        program.start()
    assert [results.get(timeout=60) for _ in programs] == ["ok"] * 4
    for program in programs:
        program.join()
    assert len(backups(old)) == 1
    assert revision_of(old) == ("verifier9999", 9999)


def test_an_older_postgresql_schema_is_brought_to_head(
    postgres_url: str, request: pytest.FixtureRequest
) -> None:
    with open_store(postgres_url) as store:
        state = imported(store)
    request.getfixturevalue("next_revision")
    with open_store(postgres_url) as store:
        assert store.load(KURSK) == state
    engine = create_engine(locate(postgres_url).url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM extra")).scalar() == 0
        query = text("SELECT version_num FROM alembic_version")
        assert connection.execute(query).scalar() == "verifier9999"
    engine.dispose()


def test_an_unknown_revision_is_not_older(old: Path) -> None:
    assert not upgrade.is_older("verifier9999")
    assert not upgrade.is_older("")
    assert startup.prepare(locate(str(old)), utc_now).remarks == ()
