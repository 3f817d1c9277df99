"""Private files: made so that only their owner reads them, synced, and replaced whole."""

import errno
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from verifier.model.errors import StorageFault

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What the system says when a disk, a quota or a size limit is reached."""

PRIVATE = 0o600
"""The mode of every file: only its owner reads and writes it."""

READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
"""What the system says when a file or folder may not be written."""


def sync(descriptor: int) -> None:
    """Wait until what was written to a file is on the disk, not in a cache of the drive."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    elif hasattr(os, "fdatasync"):
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner enters (0700), and those above it that are missing."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    sync_folder(folder.parent)


def create(path: Path) -> int:
    """A descriptor of a new file that only its owner reads (0600); the name must be free."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, PRIVATE)


def write_all(descriptor: int, data: bytes) -> None:
    """Write all of `data`, however often the system stops early."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def write_at(descriptor: int, data: bytes, offset: int) -> None:
    """Write all of `data` at `offset`, however often the system stops early."""
    view = memoryview(data)
    while view:
        written = os.pwrite(descriptor, view, offset)
        view, offset = view[written:], offset + written


def write_new(path: Path, data: bytes) -> None:
    """Put `data` under `path`, whole and synced or not at all."""
    temporary = temporary_name(path)
    try:
        descriptor = create(temporary)
        try:
            write_all(descriptor, data)
            sync(descriptor)
        finally:
            os.close(descriptor)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def temporary_name(path: Path) -> Path:
    """A free name in the same folder, for what becomes `path` once it is whole."""
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turn the system's errors on `path` into a StorageFault that says what to do."""
    try:
        yield
    except OSError as error:
        raise fault(path, error) from error


def fault(path: Path, error: OSError) -> StorageFault:
    """The StorageFault that says in words what `error` did to `path`."""
    if error.errno in FULL:
        return disk_full(path)
    if error.errno in READ_ONLY:
        return read_only(path)
    reason = error.strerror or str(error)
    return StorageFault(f"{path} cannot be used: {reason}. Nothing was saved; see to the disk.")


def disk_full(path: Path) -> StorageFault:
    """What to say when there is no room for `path`."""
    return StorageFault(
        f"The disk {disk_of(path)} is full, there is no room for {path}: this was not saved. Free "
        "some space and repeat it; everything saved before is safe."
    )


def read_only(path: Path) -> StorageFault:
    """What to say when `path` may not be written."""
    return StorageFault(
        f"{path} cannot be written: the file, its folder or its disk is read-only for you. Give "
        "yourself the right to write there, or choose another place with --db."
    )


def disk_of(path: Path) -> Path:
    """The mount point of the disk that holds `path`, or would hold it."""
    there = path
    while not there.exists() and there != there.parent:
        there = there.parent
    while not there.is_mount() and there != there.parent:
        there = there.parent
    return there
