"""Whatever is changed from outside is found by the check, or changes nothing that is read."""

import json
import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sample_record import (
    ANNA,
    KURSK,
    act,
    import_act,
    note_act,
    stance_act,
    verdict_act,
    write,
)

from verifier.model.claim import ClaimLabel
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.errors import VerifierError
from verifier.model.event import EventKind, Subject, SubjectKind
from verifier.model.evidence import EvidenceItem, EvidenceLabel
from verifier.model.party import Party
from verifier.model.policy import Policy
from verifier.model.question import Question, QuestionLabel
from verifier.model.scales import (
    Addressee,
    DependencyKind,
    DependencyScope,
    DependencyState,
    Medium,
    SourceKind,
    StanceCode,
)
from verifier.model.search import Search, SearchLabel
from verifier.model.signoff import SignOff
from verifier.model.source import Source
from verifier.model.state import State
from verifier.model.story import Slug, StoryVersion
from verifier.record.chain import event_from_json, event_hash, event_to_json
from verifier.record.undo import inverse
from verifier.store import Finding, Store, open_store
from verifier.store.journal import line_of
from verifier.store.location import files_of
from verifier.store.schema import SQLITE_TRIGGERS
from verifier.store.tables import TABLE_NAMES

TABLES = ["event", *TABLE_NAMES.values()]


def everything(store: Store) -> State:
    """A stream that has a row in every table, with acts undone and redone."""
    text, document = store.put_bytes(b"the story"), store.put_bytes(b"a document")
    version = StoryVersion(1, text, text, 9, "engine 1")
    item = EvidenceItem(
        EvidenceLabel("E01"), Slug("isw"), "A document", document, document, 10, 10, Medium.TEXT,
        "2026-01-02T03:04:05.678Z", "anna", "file", published_at=date(2026, 1, 1),
    )  # fmt: skip
    state = State(KURSK)
    state = write(store, state, import_act(state))
    named = (
        (Subject(SubjectKind.VERSION, ("1",)), version),
        (Subject(SubjectKind.SOURCE, ("isw",)), Source(Slug("isw"), "ISW", SourceKind.ANALYST)),
        (Subject(SubjectKind.EVIDENCE, ("E01",)), item),
    )
    state = write(store, state, act(EventKind.EVIDENCE_ADDED, state, *named, *judged(state)))
    state = write(store, state, stance_act(state, StanceCode.ECHOES))
    state = write(store, state, verdict_act(state, why="seen"))
    state = write(store, state, note_act(state, "one"))
    state = write(store, state, note_act(state, "two", claim="C02"))
    undone = store.next_to_undo(KURSK, "anna")
    assert undone is not None
    state = write(store, state, inverse(undone))
    store.note_printed(KURSK, state.seq, state.head, "d" * 64, "html")
    return state


def judged(state: State) -> tuple[tuple[Subject, object], ...]:
    """An edge, a question, a search, a signature and a party."""
    claim, at = ClaimLabel("C01"), "2026-01-02T03:04:05.678Z"
    edge = Dependency(
        DependencyLabel("D01"), Slug("isw"), Slug("diu"), DependencyKind.ECHOES,
        DependencyScope.CLAIM, DependencyState.CONFIRMED, "anna", claims=(claim,),
    )  # fmt: skip
    asked = Question(QuestionLabel("Q01"), claim, "Who counted?", Addressee.AUTHOR, "anna", at)
    looked = Search(SearchLabel("S01"), claim, "two hundred", "anna", at, documents=3, found=0)
    signed = SignOff("anna", state.head, state.seq, at, (), (), Policy())
    return (
        (Subject(SubjectKind.DEPENDENCY, ("D01",)), edge),
        (Subject(SubjectKind.QUESTION, ("Q01",)), asked),
        (Subject(SubjectKind.SEARCH, ("S01",)), looked),
        (Subject(SubjectKind.SIGNOFF, ("anna",)), signed),
        (Subject(SubjectKind.PARTY, ("Ukraine",)), Party("Ukraine", ("Russia",))),
    )


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database with a row in every table."""
    path = tmp_path_factory.mktemp("original") / "desk.verifier"
    with open_store(str(path)) as store:
        everything(store)
        assert store.check() == ()
    return path


@pytest.fixture
def copy(original: Path, tmp_path: Path) -> Path:
    """A copy of the original to tamper with."""
    path = tmp_path / "desk.verifier"
    shutil.copy(original, path)
    shutil.copytree(files_of(original), files_of(path))
    return path


@contextmanager
def intruder(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that takes the triggers away and puts them back as they were."""
    names = [sql.split()[2] for sql in SQLITE_TRIGGERS]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for name in names:
            connection.execute(f"DROP TRIGGER {name}")
        yield connection
        for sql in SQLITE_TRIGGERS:
            connection.execute(sql)


def findings(path: Path) -> tuple[Finding, ...]:
    with open_store(str(path)) as store:
        return store.check()


def columns_of(path: Path, table: str) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def count_of(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def other_than(value: object) -> object:
    """Another value of the same kind that the table's CHECKs allow."""
    if value is None:
        return "x"
    if isinstance(value, int):
        return value + 100
    text = str(value)
    return ("0" if text[:1] != "0" else "1") + text[1:]


@pytest.mark.parametrize("table", TABLES)
def test_every_column_of_every_row_is_proved(copy: Path, table: str) -> None:
    silent = []
    with open_store(str(copy)) as store, closing(sqlite3.connect(copy)) as raw:
        raw.isolation_level = None
        for row in range(1, count_of(copy, table) + 1):
            for column in columns_of(copy, table):
                with undone_afterwards(raw, table, column, row):
                    if not store.check():
                        silent.append((row, column))
        assert store.check() == ()
    assert silent == []


@contextmanager
def undone_afterwards(raw: sqlite3.Connection, table: str, column: str, row: int) -> Iterator[None]:
    """Another value in one column of one row, for a while."""
    (value,) = raw.execute(f"SELECT {column} FROM {table} WHERE rowid = ?", [row]).fetchone()
    changed = value - 1 if column == "first_seq" else other_than(value)
    _set(raw, table, column, row, changed)
    yield
    _set(raw, table, column, row, value)


def _set(raw: sqlite3.Connection, table: str, column: str, row: int, value: object) -> None:
    raw.execute("BEGIN IMMEDIATE")
    for sql in SQLITE_TRIGGERS:
        raw.execute(f"DROP TRIGGER {sql.split()[2]}")
    raw.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", [value, row])
    for sql in SQLITE_TRIGGERS:
        raw.execute(sql)
    raw.execute("COMMIT")


@pytest.mark.parametrize("table", TABLES)
def test_a_deleted_row_is_found(copy: Path, table: str) -> None:
    for row in range(1, count_of(copy, table) + 1):
        shutil.copy(copy, copy.with_name("one"))
        shutil.copytree(files_of(copy), files_of(copy.with_name("one")), dirs_exist_ok=True)
        with intruder(copy.with_name("one")) as raw:
            raw.execute(f"DELETE FROM {table} WHERE rowid = ?", [row])
        assert findings(copy.with_name("one")) != (), row


@pytest.mark.parametrize("table", TABLE_NAMES.values())
def test_an_added_row_is_found(copy: Path, table: str) -> None:
    columns = columns_of(copy, table)
    changed = ", ".join("'added'" if name == columns[1] else name for name in columns)
    changed = changed.replace("slug,", "'other',") if table == "story" else changed
    with intruder(copy) as raw:
        raw.execute(f"INSERT INTO {table} SELECT {changed} FROM {table} LIMIT 1")
    assert findings(copy) != ()


def test_an_added_event_is_found(copy: Path) -> None:
    with open_store(str(copy)) as store:
        state = store.load(KURSK)
        write(store, state, note_act(state, "ordinary"))
    with intruder(copy) as raw:
        raw.execute(
            "INSERT INTO event SELECT stream, seq + 1, 'e', kind, actor, os_user, host, at, NULL, "
            f"payload, hash, '{'0' * 64}' FROM event ORDER BY seq DESC LIMIT 1"
        )
    assert findings(copy) != ()


def test_two_swapped_events_are_found(copy: Path) -> None:
    with intruder(copy) as raw:
        raw.execute("UPDATE event SET seq = 900 WHERE seq = 4")
        raw.execute("UPDATE event SET seq = 4 WHERE seq = 5")
        raw.execute("UPDATE event SET seq = 5 WHERE seq = 900")
    assert findings(copy) != ()


def test_a_tail_that_was_cut_cleanly_is_found_by_the_journal(copy: Path) -> None:
    with intruder(copy) as raw:
        raw.execute("DELETE FROM printed")
        raw.execute("DELETE FROM event WHERE seq >= 6")
        raw.execute("DELETE FROM note WHERE claim = 'C02'")
    with open_store(str(copy)) as store:
        assert "holds 2 entries that the database lacks" in store.remarks[0]
        assert {item.where for item in store.check()} == {"journal, line 6", "journal, line 7"}


def test_a_chain_that_was_rewritten_throughout_is_found_by_the_journal(copy: Path) -> None:
    with intruder(copy) as raw:
        rewrite_chain(raw)
    found = findings(copy)
    assert {item.where for item in found} >= {"journal, line 5", "journal, line 6"}
    assert any("printed" in item.what for item in found)


def rewrite_chain(raw: sqlite3.Connection) -> None:
    """Change a note and everything that proves it, in the database."""
    raw.row_factory = sqlite3.Row
    head = "0" * 64
    for row in raw.execute("SELECT * FROM event ORDER BY seq").fetchall():
        fields = {**dict(row), "payload": json.loads(row["payload"].replace('"one"', '"eno"'))}
        event = event_from_json({**fields, "prev_hash": head})
        head = event_hash(event)
        payload = json.dumps(event_to_json(event)["payload"], sort_keys=True, separators=(",", ":"))
        raw.execute(
            "UPDATE event SET payload = ?, prev_hash = ?, hash = ? WHERE seq = ?",
            [payload, event.prev_hash, head, event.seq],
        )
    raw.execute("""UPDATE note SET record = replace(record, '"one"', '"eno"')""")


@pytest.mark.parametrize(
    ("reseal", "what"),
    [
        (False, "its content does not have its hash: it was changed"),
        (True, "it does not continue the hash chain"),
    ],
)
def test_an_event_changed_in_database_and_journal_alike_is_found_by_the_chain(
    copy: Path, reseal: bool, what: str
) -> None:
    journal = files_of(copy) / "journal.jsonl"
    lines = journal.read_bytes().splitlines()
    event = replace(event_from_json(json.loads(lines[3])), os_user="somebody")
    event = replace(event, hash=event_hash(event)) if reseal else event
    lines[3] = line_of(event)[:-1]
    journal.write_bytes(b"\n".join([*lines, b""]))
    with intruder(copy) as raw:
        raw.execute("UPDATE event SET os_user = 'somebody', hash = ? WHERE seq = 4", [event.hash])
    assert [item.what for item in findings(copy)] == [what]


def test_a_value_of_another_type_is_found(copy: Path) -> None:
    with intruder(copy) as raw:
        raw.execute("UPDATE event SET actor = CAST(actor AS BLOB) WHERE seq = 3")
    assert findings(copy) != ()


def test_a_payload_that_is_written_differently_is_found(copy: Path) -> None:
    with intruder(copy) as raw:
        raw.execute("UPDATE event SET payload = payload || ' ' WHERE seq = 3")
    assert [item.what for item in findings(copy)] == ["its payload is not in canonical form"]


def test_an_undo_that_undoes_something_else_is_found(copy: Path) -> None:
    with open_store(str(copy)) as store:
        state = store.load(KURSK)
        event = store.events(KURSK)[2]
        forged = note_act(state, "not the inverse", claim="C03")
        write(store, state, replace(forged, kind=EventKind.UNDONE, undoes=event.event_id), ANNA)
        assert [item.what for item in store.check()] == ["it is not the inverse of entry 3"]


@pytest.mark.parametrize("damage", ["flip", "delete"])
def test_changed_and_missing_documents_are_found(copy: Path, damage: str) -> None:
    for path in list((files_of(copy) / "bytes").glob("*/*")):
        kept = path.read_bytes()
        if damage == "flip":
            path.write_bytes(bytes([kept[0] ^ 1]) + kept[1:])
        else:
            path.unlink()
        assert [item.where for item in findings(copy)] == [f"bytes {path.name}"]
        path.write_bytes(kept)


@pytest.mark.parametrize(
    "damage",
    [
        lambda lines: [lines[0].replace(b'"', b"'", 1), *lines[1:]],
        lambda lines: [lines[0], *lines[2:]],
        lambda lines: [*lines[:3], lines[2], *lines[3:]],
        lambda lines: [lines[1], lines[0], *lines[2:]],
        lambda lines: [*lines[:3], b"{}\n", *lines[3:]],
        lambda lines: [*lines, b"garbage\n"],
        lambda lines: [*lines[:-1], lines[-1].replace(b"anna", b"anne", 1)],
    ],
)
def test_a_journal_changed_anywhere_is_found(copy: Path, damage: object) -> None:
    assert callable(damage)
    path = files_of(copy) / "journal.jsonl"
    path.write_bytes(b"".join(damage(path.read_bytes().splitlines(keepends=True))))
    assert findings(copy) != ()


def test_any_flipped_bit_of_any_journal_line_is_found(copy: Path) -> None:
    path, rng = files_of(copy) / "journal.jsonl", random.Random(3)
    whole = path.read_bytes()
    for _ in range(60):
        place = rng.randrange(len(whole) - 1)
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        assert findings(copy) != (), place


def same_or_found(path: Path, state: State) -> bool:
    """Whether a damaged database is refused, found, or reads exactly as before."""
    try:
        with open_store(str(path)) as store:
            return bool(store.check()) or store.load(KURSK) == state
    except VerifierError:
        return True


def test_flipped_bits_of_the_database_are_refused_found_or_harmless(copy: Path) -> None:
    with open_store(str(copy)) as store:
        state = store.load(KURSK)
    whole, rng = copy.read_bytes(), random.Random(4)
    for _ in range(50):
        place = rng.randrange(len(whole))
        for extra in ("-wal", "-shm"):
            copy.with_name(copy.name + extra).unlink(missing_ok=True)
        flipped = bytes([whole[place] ^ (1 << rng.randrange(8))])
        copy.write_bytes(whole[:place] + flipped + whole[place + 1 :])
        assert same_or_found(copy, state), place


def test_flipped_bits_of_a_leftover_log_are_found_or_harmless(tmp_path: Path) -> None:
    live, dead, rng = tmp_path / "live", tmp_path / "dead", random.Random(5)
    with open_store(str(live)) as store:
        state = everything(store)
        wal = live.with_name("live-wal").read_bytes()
        assert len(wal) > 20_000
        for _ in range(40):
            for extra in ("", "-shm", "-wal"):
                dead.with_name("dead" + extra).unlink(missing_ok=True)
            shutil.rmtree(files_of(dead), ignore_errors=True)
            shutil.copy(live, dead)
            shutil.copytree(files_of(live), files_of(dead))
            place = rng.randrange(len(wal))
            flipped = bytes([wal[place] ^ (1 << rng.randrange(8))])
            dead.with_name("dead-wal").write_bytes(wal[:place] + flipped + wal[place + 1 :])
            assert same_or_found(dead, state), place


def test_the_record_is_append_only(copy: Path) -> None:
    with closing(sqlite3.connect(copy, isolation_level=None)) as raw:
        for statement in (
            "UPDATE event SET actor = 'x'",
            "DELETE FROM event",
            "INSERT OR REPLACE INTO event SELECT * FROM event",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                raw.execute(statement)
    assert findings(copy) == ()
