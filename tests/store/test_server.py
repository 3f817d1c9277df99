"""What only PostgreSQL has: advisory locks, its own append-only triggers, an optional journal."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_record import ANNA, KURSK, imported, note_act, write
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import DBAPIError

from verifier.model.errors import StorageFault
from verifier.store import Store, engine, open_store
from verifier.store.location import locate
from verifier.store.server import key_of


@pytest.fixture
def server_store(postgres_url: str) -> Iterator[Store]:
    """An open store on PostgreSQL."""
    with open_store(postgres_url) as opened:
        yield opened


@pytest.fixture
def outside(postgres_url: str) -> Iterator[Connection]:
    """A connection of another program."""
    other = create_engine(locate(postgres_url).url)
    with other.connect() as connection:
        yield connection
    other.dispose()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET actor = 'x'",
        "DELETE FROM event",
        "TRUNCATE event",
        "INSERT INTO event SELECT * FROM event ON CONFLICT (stream, seq) DO UPDATE SET actor = 'x'",
    ],
)
def test_the_record_is_append_only_even_for_its_owner(
    server_store: Store, outside: Connection, statement: str
) -> None:
    imported(server_store)
    with pytest.raises(DBAPIError, match=r"append-only|permission denied"):
        outside.execute(text(statement))


def test_writing_is_revoked_from_everyone(server_store: Store, outside: Connection) -> None:
    query = text(
        "SELECT privilege_type FROM information_schema.role_table_grants "
        "WHERE table_schema = current_schema() AND table_name = 'event'"
    )
    granted = set(outside.execute(query).scalars())
    assert granted & {"UPDATE", "DELETE", "TRUNCATE"} == set()
    assert {"INSERT", "SELECT"} <= granted


def test_the_stream_lock_is_the_first_statement_of_a_write(server_store: Store) -> None:
    from sqlalchemy import event

    state, seen = imported(server_store), list[str]()
    listen = ("before_cursor_execute", lambda *args: seen.append(args[2]))
    event.listen(server_store._engine, *listen)
    write(server_store, state, note_act(state, "x"))
    assert "pg_advisory_xact_lock" in seen[0]


def test_a_writer_waits_for_the_lock_of_its_stream_and_reads_after_it(
    server_store: Store, outside: Connection
) -> None:
    state = imported(server_store)
    lock = {"key": key_of(KURSK)}
    outside.execute(text("SELECT pg_advisory_xact_lock(:key)"), lock)
    writer = threading.Thread(target=write, args=(server_store, state, note_act(state, "x"), ANNA))
    writer.start()
    waiting = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    while not outside.execute(waiting).scalar():
        pass
    outside.rollback()
    writer.join()
    assert server_store.head(KURSK).seq == 2


def test_a_lock_that_is_never_given_back_is_a_fault(
    postgres_url: str, outside: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    with open_store(postgres_url) as store:
        state = imported(store)
        outside.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key_of(KURSK)})
        with pytest.raises(StorageFault, match="Another program is writing"):
            write(store, state, note_act(state, "x"))
        outside.rollback()
        assert write(store, state, note_act(state, "x")).seq == 2


def test_a_schema_with_tables_of_another_program_is_refused(
    postgres_url: str, outside: Connection
) -> None:
    outside.execute(text("CREATE TABLE event (x int)"))
    outside.commit()
    with pytest.raises(StorageFault, match="tables of another program"):
        open_store(postgres_url)
    assert outside.execute(text("SELECT count(*) FROM event")).scalar() == 0


def test_a_newer_schema_is_refused(
    server_store: Store, outside: Connection, postgres_url: str
) -> None:
    outside.execute(text("UPDATE alembic_version SET version_num = 'verifier9999'"))
    outside.commit()
    with pytest.raises(StorageFault, match="newer verifier"):
        open_store(postgres_url)


def test_without_a_folder_there_is_no_journal(server_store: Store) -> None:
    assert server_store.paths.journal is None
    assert server_store.paths.database is None
    assert server_store.paths.bytes is None


def test_a_journal_is_completed_at_the_start_and_written_by_who_commits(
    server_store: Store, postgres_url: str, tmp_path: Path
) -> None:
    state = imported(server_store)
    with open_store(postgres_url, files=tmp_path / "files") as store:
        state = write(store, state, note_act(state, "x"))
        lines = (tmp_path / "files" / "journal.jsonl").read_bytes().splitlines()
        assert [json.loads(line)["seq"] for line in lines] == [1, 2]
        write(server_store, state, note_act(state, "elsewhere"))
        assert store.check() == ()


def test_a_journal_ahead_of_the_server_is_a_finding(
    server_store: Store, postgres_url: str, tmp_path: Path, outside: Connection
) -> None:
    with open_store(postgres_url, files=tmp_path / "files") as store:
        state = imported(store)
        write(store, state, note_act(state, "lost"))
    outside.execute(text("ALTER TABLE event DISABLE TRIGGER ALL"))
    outside.execute(text("GRANT DELETE ON event TO CURRENT_USER"))
    outside.execute(text("DELETE FROM event WHERE seq = 2"))
    outside.execute(text("DELETE FROM note"))
    outside.execute(text("ALTER TABLE event ENABLE TRIGGER ALL"))
    outside.commit()
    with open_store(postgres_url, files=tmp_path / "files") as store:
        assert "holds 1 entries that the database lacks" in store.remarks[0]
        found = {item.where: item.what for item in store.check()}
    assert "was lost" in found["journal, line 2"]


def test_a_disabled_trigger_is_a_finding(server_store: Store, outside: Connection) -> None:
    outside.execute(text("ALTER TABLE event DISABLE TRIGGER event_is_never_changed"))
    outside.commit()
    found = [item.where for item in server_store.check()]
    assert found == ["schema, event_is_never_changed"]


def test_a_missing_table_is_a_finding(server_store: Store, outside: Connection) -> None:
    outside.execute(text("DROP INDEX event_of_actor"))
    outside.commit()
    assert [item.where for item in server_store.check()] == ["schema, event_of_actor"]
