"""A full or read-only disk: refused in words, nothing half-written, usable afterwards.

On a small disk of its own where the tests may mount one, under a limit of file sizes anywhere.
"""

import os
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_record import KURSK, imported, note_act, write

from verifier.model.errors import StorageFault
from verifier.model.state import State
from verifier.store import Store, open_store

STEPS = int(os.environ.get("VERIFIER_TEST_FULL_STEPS", "60"))
BLOCK = 4096


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MB; skipped where the tests may not mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=24M", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk needs root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(folder: Path, leaving: int) -> Path:
    """Fill a disk up to `leaving` bytes; the file that does it."""
    ballast = folder / "ballast"
    free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
    with ballast.open("wb") as stream:
        stream.write(b"\1" * max(0, free - leaving))
    return ballast


def work_until_refused(store: Store, state: State) -> tuple[State, StorageFault]:
    """Write notes and documents until the disk refuses."""
    while True:
        try:
            store.put_bytes(os.urandom(3000))
            state = write(store, state, note_act(state, f"{state.seq} " + "x" * 3000))
        except StorageFault as refused:
            return state, refused


def test_a_full_disk_refuses_whole_acts_and_names_itself(small_disk: Path) -> None:
    with open_store(str(small_disk / "desk.verifier")) as store:
        state = imported(store)
        for step in range(STEPS):
            ballast = fill(small_disk, step % 30 * BLOCK + step // 30 * 700)
            state, refused = work_until_refused(store, state)
            assert f"disk {small_disk} is full" in str(refused)
            assert store.load(KURSK) == state
            ballast.unlink()
            state = write(store, state, note_act(state, f"again {step}"))
            shrink(store)
        assert store.check() == ()
    with open_store(str(small_disk / "desk.verifier")) as store:
        assert store.load(KURSK) == state
        assert store.remarks == ()
        assert store.check() == ()


def shrink(store: Store) -> None:
    """Take away the documents that no entry names, to keep the disk from filling for good."""
    assert store.paths.bytes is not None
    for path in store.paths.bytes.glob("*/*"):
        assert not path.name.startswith("."), "half a document was left"
        path.unlink()


def test_a_database_that_has_no_room_to_be_made_leaves_nothing(small_disk: Path) -> None:
    fill(small_disk, 2 * BLOCK)
    with pytest.raises(StorageFault, match="is full"):
        open_store(str(small_disk / "desk.verifier"))
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]


def test_a_disk_that_became_read_only_is_refused_in_words(small_disk: Path) -> None:
    location = str(small_disk / "desk.verifier")
    with open_store(location) as store:
        imported(store)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StorageFault, match="read-only"):
        open_store(location)
    with pytest.raises(StorageFault, match="read-only"):
        open_store(str(small_disk / "new" / "desk.verifier"))


def _limited(location: str, room: int) -> None:
    """In a process that may write no file beyond its largest plus `room`: work until refused."""
    with open_store(location) as store:
        state = store.load(KURSK)
        assert store.paths.database is not None
        size = store.paths.database.stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, resource.RLIM_INFINITY))
        state, refused = work_until_refused(store, state)
        assert "disk" in str(refused), refused
        assert store.load(KURSK) == state
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        write(store, state, note_act(state, f"again {room}"))


@pytest.mark.parametrize("room", [0, 1, 5000, 70_000, 150_000])
def test_a_limit_of_file_sizes_refuses_whole_acts(sqlite_path: Path, room: int) -> None:
    with open_store(str(sqlite_path)) as store:
        imported(store)
    child = os.fork()
    if child == 0:
        try:
            _limited(str(sqlite_path), room)
            os._exit(0)
        except BaseException as error:
            os.write(2, f"child: {error!r}\n".encode())
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    with open_store(str(sqlite_path)) as store:
        assert store.check() == ()
        assert next(iter(store.load(KURSK).notes.values())).text == f"again {room}"
