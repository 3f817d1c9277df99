"""A backup stands alone, is verified, and never overwrites."""

from pathlib import Path

import pytest
from sample_record import FLOOD, KURSK, imported, note_act, write

from verifier.model.errors import BadInput, StorageFault
from verifier.model.place import Place
from verifier.store import Store, backup, files, open_store


def worked(store: Store) -> None:
    """A store with two stories, bytes, a place and a printed head in it."""
    state = imported(store)
    state = write(store, state, note_act(state, "one"))
    imported(store, FLOOD, "flood")
    store.put_bytes(b"text")
    store.save_place("anna", KURSK, Place(scroll=3))
    store.note_printed(KURSK, state.seq, state.head, "d" * 64, "html")


def test_a_backup_opens_alone_with_everything(store: Store, tmp_path: Path) -> None:
    worked(store)
    target = tmp_path / "away" / "copy.verifier"
    store.backup(target)
    with open_store(str(target)) as copy:
        for stream in (KURSK, FLOOD):
            assert copy.load(stream) == store.load(stream)
            assert copy.events(stream) == store.events(stream)
        assert copy.get_bytes(copy.put_bytes(b"text")) == b"text"
        assert copy.load_place("anna", KURSK) == Place(scroll=3)
        assert copy.printed(KURSK) == store.printed(KURSK)
        assert copy.remarks == ()
        assert copy.check() == ()


def test_work_goes_on_in_a_backup(store: Store, tmp_path: Path) -> None:
    worked(store)
    store.backup(tmp_path / "copy")
    with open_store(str(tmp_path / "copy")) as copy:
        state = copy.load(KURSK)
        write(copy, state, note_act(state, "two"))
        assert copy.check() == ()


def test_a_backup_is_private_and_leaves_nothing_else(store: Store, tmp_path: Path) -> None:
    worked(store)
    folder = tmp_path / "away"
    store.backup(folder / "copy")
    assert {path.name for path in folder.iterdir()} == {"copy", "copy.files"}
    found = {path: path.stat().st_mode & 0o777 for path in folder.rglob("*")}
    assert {mode for path, mode in found.items() if path.is_file()} == {0o600}
    assert {mode for path, mode in found.items() if path.is_dir()} == {0o700}


@pytest.mark.parametrize("taken", ["copy", "copy.files"])
def test_what_is_there_is_never_overwritten(store: Store, tmp_path: Path, taken: str) -> None:
    worked(store)
    (tmp_path / taken).write_text("mine")
    with pytest.raises(BadInput, match="is there already"):
        store.backup(tmp_path / "copy")
    assert (tmp_path / taken).read_text() == "mine"


def test_a_copy_that_is_damaged_is_removed(
    sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked(sqlite_store)

    def damage(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[4096:12000] = b"\xff" * 7904
        path.write_bytes(data)

    monkeypatch.setattr(backup, "_sync_file", damage)
    with pytest.raises(StorageFault, match="damaged"):
        sqlite_store.backup(tmp_path / "away" / "copy")
    assert list((tmp_path / "away").iterdir()) == []


def test_a_full_disk_leaves_nothing_of_the_copy(
    sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked(sqlite_store)

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "write_new", full)
    with pytest.raises(StorageFault, match="is full"):
        sqlite_store.backup(tmp_path / "away" / "copy")
    assert list((tmp_path / "away").iterdir()) == []


def test_a_backup_of_a_damaged_document_is_refused(sqlite_store: Store, tmp_path: Path) -> None:
    digest = sqlite_store.put_bytes(b"one")
    assert sqlite_store.paths.bytes is not None
    (sqlite_store.paths.bytes / digest[:2] / digest).write_bytes(b"two")
    with pytest.raises(StorageFault, match="was changed"):
        sqlite_store.backup(tmp_path / "copy")
    assert not (tmp_path / "copy").exists()
