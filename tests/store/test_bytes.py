"""Texts and source documents under their digests."""

import hashlib
from pathlib import Path

import pytest

from verifier.model.errors import StorageFault
from verifier.model.text import Digest
from verifier.store import Store


def file_of(store: Store, digest: Digest) -> Path:
    assert store.paths.bytes is not None
    return store.paths.bytes / digest[:2] / digest


@pytest.mark.parametrize("data", [b"", b"one", bytes(range(256)) * 5000])
def test_bytes_come_back_as_they_were(store: Store, data: bytes) -> None:
    digest = store.put_bytes(data)
    assert digest == hashlib.sha256(data).hexdigest()
    assert store.get_bytes(digest) == data


def test_the_same_bytes_twice_are_kept_once(store: Store) -> None:
    assert store.put_bytes(b"one") == store.put_bytes(b"one")
    assert store.check() == ()


def test_missing_bytes_are_a_fault_that_says_what_to_do(store: Store) -> None:
    with pytest.raises(StorageFault, match=r"is missing.*backup"):
        store.get_bytes(Digest("0" * 64))


def test_changed_bytes_are_never_given_out(sqlite_store: Store) -> None:
    digest = sqlite_store.put_bytes(b"one")
    file_of(sqlite_store, digest).write_bytes(b"two")
    with pytest.raises(StorageFault, match="was changed"):
        sqlite_store.get_bytes(digest)


def test_putting_damaged_bytes_again_repairs_them(sqlite_store: Store) -> None:
    digest = sqlite_store.put_bytes(b"one")
    file_of(sqlite_store, digest).write_bytes(b"two")
    sqlite_store.put_bytes(b"one")
    assert sqlite_store.get_bytes(digest) == b"one"


def test_files_and_folders_are_private(sqlite_store: Store) -> None:
    path = file_of(sqlite_store, sqlite_store.put_bytes(b"one"))
    modes = [item.stat().st_mode & 0o777 for item in (path, path.parent, path.parent.parent)]
    assert modes == [0o600, 0o700, 0o700]
    assert [item.name for item in path.parent.iterdir()] == [path.name]
