"""The journal: a line for every event, synced, level with the database."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from sample_record import FLOOD, KURSK, imported, last, note_act, write

from verifier.model.errors import StorageFault
from verifier.model.event import Event
from verifier.model.state import State
from verifier.record.canonical import canonical
from verifier.record.chain import event_from_json, event_to_json
from verifier.store import Store, engine, files, open_store, receipts
from verifier.store.journal import Journal, line_of


def journal_of(store: Store) -> Path:
    assert store.paths.journal is not None
    return store.paths.journal


def entries(path: Path) -> list[Event]:
    return [event_from_json(json.loads(line)) for line in path.read_bytes().splitlines()]


def acts(store: Store, state: State, count: int) -> State:
    for number in range(count):
        state = write(store, state, note_act(state, f"text {number}"))
    return state


def test_every_event_is_a_line_when_the_act_returns(sqlite_store: Store) -> None:
    acts(sqlite_store, imported(sqlite_store), 3)
    assert tuple(entries(journal_of(sqlite_store))) == sqlite_store.events(KURSK)


def test_a_line_is_the_canonical_form_of_its_event(sqlite_store: Store) -> None:
    acts(sqlite_store, imported(sqlite_store), 1)
    lines = b"".join(line_of(event) for event in sqlite_store.events(KURSK))
    assert journal_of(sqlite_store).read_bytes() == lines
    for line in lines.splitlines():
        text = json.dumps(json.loads(line), sort_keys=True, separators=(",", ":"),
                          ensure_ascii=False)  # fmt: skip
        assert text.encode() == line


def test_any_name_has_its_canonical_form_in_a_line(sqlite_store: Store) -> None:
    names = 'a"b\\c\n\x1b\x7f\u2028é﷽\U0001f600/'
    event = replace(
        last(sqlite_store, imported(sqlite_store).stream), actor=names, os_user=names, host=names,
        at=names, undoes=names,
    )  # fmt: skip
    assert line_of(event) == canonical(event_to_json(event)) + b"\n"
    bare = replace(event, undoes=None)
    assert line_of(bare) == canonical(event_to_json(bare)) + b"\n"


def test_a_note_that_looks_like_a_journal_line_stays_a_note(sqlite_store: Store) -> None:
    state = imported(sqlite_store)
    write(sqlite_store, state, note_act(state, ',"payload":[],"hash":"x"}\n{"payload":[],'))
    assert tuple(entries(journal_of(sqlite_store))) == sqlite_store.events(KURSK)
    assert sqlite_store.check() == ()


def test_a_journal_that_lags_is_completed_at_the_start(sqlite_store: Store) -> None:
    acts(sqlite_store, imported(sqlite_store), 4)
    path, whole = journal_of(sqlite_store), journal_of(sqlite_store).read_bytes()
    sqlite_store.close()
    path.write_bytes(b"".join(whole.splitlines(keepends=True)[:3]))
    with open_store(sqlite_store.location) as store:
        assert path.read_bytes() == whole
        assert store.remarks == ()
        assert store.check() == ()


@pytest.mark.parametrize("end", [b"     ", b'{"actor":"an', b"\0\0\0\0"])
def test_a_torn_end_is_cut_off_and_completed(sqlite_store: Store, end: bytes) -> None:
    acts(sqlite_store, imported(sqlite_store), 2)
    path, whole = journal_of(sqlite_store), journal_of(sqlite_store).read_bytes()
    sqlite_store.close()
    path.write_bytes(b"".join(whole.splitlines(keepends=True)[:-1]) + end)
    with open_store(sqlite_store.location) as store:
        assert path.read_bytes() == whole
        assert store.check() == ()


def test_room_left_by_a_killed_program_is_cut_off_by_the_next_writer(sqlite_store: Store) -> None:
    state = imported(sqlite_store)
    with journal_of(sqlite_store).open("ab") as stream:
        stream.write(b" " * 900)
    acts(sqlite_store, state, 1)
    assert tuple(entries(journal_of(sqlite_store))) == sqlite_store.events(KURSK)


def test_a_journal_that_is_gone_is_written_again_with_a_remark(sqlite_store: Store) -> None:
    acts(sqlite_store, imported(sqlite_store), 12)
    path, whole = journal_of(sqlite_store), journal_of(sqlite_store).read_bytes()
    sqlite_store.close()
    path.unlink()
    with open_store(sqlite_store.location) as store:
        assert path.read_bytes() == whole
        assert "lacked 13 entries" in store.remarks[0]


def test_a_journal_taken_away_while_open_is_followed_by_its_name(sqlite_store: Store) -> None:
    state = imported(sqlite_store)
    journal_of(sqlite_store).rename(journal_of(sqlite_store).with_name("moved"))
    acts(sqlite_store, state, 1)
    assert tuple(entries(journal_of(sqlite_store))) == sqlite_store.events(KURSK)
    assert journal_of(sqlite_store).stat().st_mode & 0o777 == 0o600


def test_an_event_of_a_killed_program_is_completed_by_the_next_writer_of_any_stream(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    kursk, flood = imported(sqlite_store), imported(sqlite_store, FLOOD, "flood")
    with open_store(sqlite_store.location) as killed:
        monkeypatch.setattr(Journal, "fill", lambda journal, lines: None)
        write(killed, kursk, note_act(kursk, "committed, no line"))
        monkeypatch.undo()
    write(sqlite_store, flood, note_act(flood, "the next"))
    assert [item.stream for item in entries(journal_of(sqlite_store))[2:]] == [KURSK, FLOOD]
    assert sqlite_store.check() == ()


def test_a_journal_ahead_of_the_database_is_a_remark_and_a_finding(
    sqlite_store: Store, tmp_path: Path
) -> None:
    state = acts(sqlite_store, imported(sqlite_store), 2)
    sqlite_store.backup(tmp_path / "earlier")
    acts(sqlite_store, state, 3)
    sqlite_store.close()
    (tmp_path / "earlier").replace(sqlite_store.location)
    with open_store(sqlite_store.location) as store:
        assert "holds 3 entries that the database lacks" in store.remarks[0]
        assert [item.where for item in store.check()] == [
            f"journal, line {number}" for number in (4, 5, 6)
        ]
        assert "(claim-noted by anna on 2026-01-02" in store.check()[0].what


def test_nothing_is_written_over_a_lost_tail(sqlite_store: Store, tmp_path: Path) -> None:
    state = imported(sqlite_store)
    sqlite_store.backup(tmp_path / "earlier")
    acts(sqlite_store, state, 1)
    sqlite_store.close()
    (tmp_path / "earlier").replace(sqlite_store.location)
    with open_store(sqlite_store.location) as store:
        with pytest.raises(StorageFault, match="1 acts that the database does not"):
            acts(store, state, 2)
        assert store.head(state.stream).seq == state.seq
    with open_store(sqlite_store.location) as store:
        assert any("the database lost" in remark or "lost" in remark for remark in store.remarks)
        assert [item.where for item in store.check()] == ["journal, line 2"]


def test_two_stores_write_one_journal_in_the_order_of_their_commits(sqlite_store: Store) -> None:
    state = imported(sqlite_store)
    with open_store(sqlite_store.location) as other:
        for number in range(6):
            store = (sqlite_store, other)[number % 2]
            state = write(store, state, note_act(state, str(number)))
    assert [item.seq for item in entries(journal_of(sqlite_store))] == list(range(1, 8))


def test_opening_reads_the_end_of_the_journal_only(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts(sqlite_store, imported(sqlite_store), 3)
    sqlite_store.close()
    monkeypatch.setattr(receipts, "level", None)
    open_store(sqlite_store.location).close()


def test_a_journal_held_for_ever_by_another_program_is_a_fault(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = imported(sqlite_store)
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    other = Journal(journal_of(sqlite_store))
    other.open()
    with other.held(), pytest.raises(StorageFault, match="Another program is writing"):
        acts(sqlite_store, state, 1)
    other.close()
    assert sqlite_store.head(KURSK).seq == 1
    assert acts(sqlite_store, state, 1).seq == 2


def test_no_room_for_the_line_refuses_the_act_as_a_whole(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    state, size = imported(sqlite_store), journal_of(sqlite_store).stat().st_size

    def full(descriptor: int, data: bytes, offset: int) -> None:
        os.pwrite(descriptor, data[:10], offset)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "write_at", full)
    with pytest.raises(StorageFault, match="is full"):
        acts(sqlite_store, state, 1)
    monkeypatch.undo()
    assert journal_of(sqlite_store).stat().st_size == size
    assert sqlite_store.head(KURSK).seq == 1
    assert acts(sqlite_store, state, 1).seq == 2
    assert sqlite_store.check() == ()


def test_a_journal_that_fails_after_the_commit_says_that_the_act_was_saved(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = imported(sqlite_store)

    def broken(descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(files, "sync", broken)
    with pytest.raises(StorageFault, match="This was saved, but its journal"):
        acts(sqlite_store, state, 1)
    monkeypatch.undo()
    assert sqlite_store.head(KURSK).seq == 2
    acts(sqlite_store, sqlite_store.load(KURSK), 1)
    assert sqlite_store.check() == ()
