"""Opening a SQLite database: what is made, what is refused, and that refusals touch nothing."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sample_record import KURSK, imported, note_act, write

from verifier.model.errors import BadInput, StorageFault
from verifier.store import Store, engine, folders, open_store
from verifier.store.schema import APPLICATION_ID, USER_VERSION


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """The name, mode and bytes of every file of a folder."""
    return {
        path.name: (path.stat().st_mode, path.read_bytes())
        for path in folder.iterdir()
        if path.is_file()
    }


def refused(path: Path, words: str) -> None:
    """Opening `path` is refused in a sentence, and nothing in its folder changes."""
    before = snapshot(path.parent)
    with pytest.raises(StorageFault, match=words) as error:
        open_store(str(path))
    assert str(path) in str(error.value)
    assert error.value.exit_code == 2
    assert snapshot(path.parent) == before


@contextmanager
def changed(path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection that changes a database from outside."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection
        connection.execute("PRAGMA journal_mode=DELETE")


def test_a_new_database_is_made_with_private_files_and_folders(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "desk.verifier"
    with open_store(str(path)) as store:
        imported(store)
        store.put_bytes(b"text")
        modes = {
            item.relative_to(tmp_path).as_posix(): item.stat().st_mode & 0o777
            for item in (tmp_path / "new").rglob("*")
        }
    assert {modes.pop(name) for name in list(modes) if (tmp_path / name).is_dir()} == {0o700}
    assert set(modes.values()) == {0o600}
    assert "new/deep/desk.verifier-wal" in modes


def test_the_file_says_whose_it_is(sqlite_store: Store, sqlite_path: Path) -> None:
    with closing(sqlite3.connect(sqlite_path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (USER_VERSION,)


def test_connections_keep_what_was_acknowledged(sqlite_store: Store) -> None:
    with engine.reading(sqlite_store._engine) as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema",
                         "cell_size_check", "busy_timeout")
        ]  # fmt: skip
    assert found == ["wal", 2, 1, 0, 1, 5000]


def test_no_extra_files_are_left_by_making_a_database(sqlite_store: Store, tmp_path: Path) -> None:
    assert {path.name for path in tmp_path.iterdir()} - {"home"} == {
        "desk.verifier",
        "desk.verifier-shm",
        "desk.verifier-wal",
        "desk.verifier.files",
    }


def test_paths_name_database_journal_and_bytes(sqlite_store: Store, sqlite_path: Path) -> None:
    paths = sqlite_store.paths
    assert (paths.database, sqlite_store.location) == (sqlite_path, str(sqlite_path))
    assert (paths.journal, paths.bytes) == (
        Path(f"{sqlite_path}.files/journal.jsonl"),
        Path(f"{sqlite_path}.files/bytes"),
    )


def test_a_folder_is_refused(tmp_path: Path) -> None:
    refused(tmp_path, "is a folder")


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 4096, b"PK\x03\x04 garbage", b"SQLite format 3\0 cut", bytes(range(256)) * 4],
)
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    refused(path, "is empty" if not content else "is not a database of verifier")


def test_a_named_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    refused(path, "no ordinary file")


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "loop"
    path.symlink_to(path)
    with pytest.raises((BadInput, StorageFault)):
        open_store(str(path))


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_a_foreign_database_is_refused_and_nothing_in_it_runs(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA journal_mode={mode}")
        connection.execute("CREATE TABLE event (x)")
        connection.execute("CREATE VIEW alembic_version AS SELECT 'verifier0001' AS version_num")
    refused(path, "is not a database of verifier")


def test_a_newer_database_is_refused_by_its_number(sqlite_path: Path) -> None:
    open_store(str(sqlite_path)).close()
    with changed(sqlite_path) as connection:
        connection.execute(f"PRAGMA user_version={USER_VERSION + 1}")
    refused(sqlite_path, "newer verifier")


def test_a_newer_database_is_refused_by_its_revision(sqlite_path: Path) -> None:
    open_store(str(sqlite_path)).close()
    with changed(sqlite_path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'verifier9999'")
    with pytest.raises(StorageFault, match="newer verifier"):
        open_store(str(sqlite_path))


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("CREATE VIEW looks AS SELECT 1", "looks"),
        ("CREATE TRIGGER evil AFTER INSERT ON event BEGIN DELETE FROM verdict; END", "evil"),
        ("CREATE TABLE mine (x)", "mine"),
        ("ALTER TABLE note ADD COLUMN colour", "note"),
        ("CREATE INDEX odd ON event (abs(seq))", "odd"),
        ("DROP TABLE verdict", "verdict"),
    ],
)
def test_a_database_with_anything_strange_in_it_is_refused(
    sqlite_path: Path, statement: str, named: str
) -> None:
    open_store(str(sqlite_path)).close()
    with changed(sqlite_path) as connection:
        connection.execute(statement)
    with pytest.raises(StorageFault, match=f"not as verifier makes it.*{named}"):
        open_store(str(sqlite_path))


def test_a_view_in_place_of_the_revision_is_not_read(sqlite_path: Path) -> None:
    open_store(str(sqlite_path)).close()
    with changed(sqlite_path) as connection:
        connection.execute("DROP TABLE alembic_version")
        connection.execute("CREATE VIEW alembic_version AS SELECT 'verifier0001' AS version_num")
    with pytest.raises(StorageFault, match="revision is missing"):
        open_store(str(sqlite_path))


def test_a_dropped_trigger_is_a_remark_and_a_finding(sqlite_path: Path) -> None:
    open_store(str(sqlite_path)).close()
    with changed(sqlite_path) as connection:
        connection.execute("DROP TRIGGER event_is_never_deleted")
    with open_store(str(sqlite_path)) as store:
        assert "event_is_never_deleted" in store.remarks[0]
        assert [item.where for item in store.check()] == ["schema, event_is_never_deleted"]


def test_a_damaged_database_is_refused_in_words(sqlite_path: Path) -> None:
    with open_store(str(sqlite_path)) as store:
        imported(store)
    data = bytearray(sqlite_path.read_bytes())
    data[100:4000] = bytes(range(256)) * 4
    sqlite_path.write_bytes(data)
    with pytest.raises(StorageFault, match="damaged"):
        open_store(str(sqlite_path))


def test_a_locked_database_is_refused_after_the_wait(
    sqlite_store: Store, sqlite_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = imported(sqlite_store)
    sqlite_store.close()
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    with (
        open_store(str(sqlite_path)) as store,
        closing(sqlite3.connect(sqlite_path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFault, match="Another program is writing"):
            write(store, state, note_act(state, "x"))
        other.execute("ROLLBACK")
        assert write(store, state, note_act(state, "x")).seq == 2


def test_a_second_process_may_open_the_same_database(sqlite_store: Store) -> None:
    imported(sqlite_store)
    code = (
        "import sys; from verifier.store import open_store; store = open_store(sys.argv[1]); "
        "print(store.head(sys.argv[2]).seq)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, sqlite_store.location, KURSK],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "1"


def test_a_shared_folder_gets_another_log_and_a_remark(
    sqlite_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "is_shared", lambda path: True)
    with open_store(str(sqlite_path)) as store:
        assert "network or synchronised folder" in store.remarks[0]
        with engine.reading(store._engine) as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "persist"
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        state = imported(store)
    monkeypatch.undo()
    with open_store(str(sqlite_path)) as store:
        assert store.load(KURSK) == state


def test_a_store_may_be_opened_through_a_link(tmp_path: Path, sqlite_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(sqlite_path)
    with open_store(str(sqlite_path)) as store:
        imported(store)
    with open_store(str(link)) as store:
        assert store.head(KURSK).seq == 1
        assert store.paths.database == sqlite_path
        assert store.location == str(link)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_database_is_refused(sqlite_path: Path) -> None:
    open_store(str(sqlite_path)).close()
    sqlite_path.chmod(0o400)
    refused(sqlite_path, "read-only")


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageFault):
        open_store(str(tmp_path / "file" / "desk.verifier"))
