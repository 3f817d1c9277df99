"""Texts and source documents, kept under their SHA-256: files beside SQLite, rows on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, select
from sqlalchemy.dialects.postgresql import insert

from verifier.model.errors import StorageFault
from verifier.model.text import Digest
from verifier.record.canonical import digest
from verifier.store import files
from verifier.store.engine import reading, writing
from verifier.store.tables import content


class BytesKept(Protocol):
    """A place for bytes under their digest."""

    def put(self, data: bytes) -> Digest:
        """Keep `data`, synced; the digest it is found under."""
        ...

    def get(self, wanted: Digest) -> bytes:
        """What was kept under a digest, verified; StorageFault where it is missing or changed."""
        ...

    def get_within(self, connection: Connection, wanted: Digest) -> bytes:
        """As `get`, in the transaction of `connection`."""
        ...

    def digests(self) -> Iterator[Digest]:
        """The digests under which something is kept."""
        ...


class BytesInFolder:
    """Bytes as files `ab/abcdef…` of a folder, readable by their owner only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> Digest:
        """Keep `data`, synced; the digest it is found under. Damaged bytes are replaced."""
        name = digest(data)
        path = self._path(name)
        with files.plainly(path):
            if not (path.is_file() and path.read_bytes() == data):
                files.make_folder(path.parent)
                files.write_new(path, data)
        return name

    def get(self, wanted: Digest) -> bytes:
        """What was kept under a digest, verified; StorageFault where it is missing or changed."""
        path = self._path(wanted)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            raise _missing(wanted, f"the file {path}") from None
        except OSError as error:
            raise files.fault(path, error) from error
        return _verified(wanted, data, f"the file {path}")

    def get_within(self, connection: Connection, wanted: Digest) -> bytes:
        """As `get`: the files know no transaction."""
        return self.get(wanted)

    def digests(self) -> Iterator[Digest]:
        """The digests under which something is kept."""
        for path in sorted(self.folder.glob("*/*")):
            if not path.name.startswith("."):
                yield Digest(path.name)

    def _path(self, name: Digest) -> Path:
        return self.folder / name[:2] / name


class BytesInTable:
    """Bytes as rows of the table `content`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def put(self, data: bytes) -> Digest:
        """Keep `data`, committed; the digest it is found under."""
        name = digest(data)
        row = insert(content).values(digest=name, data=data)
        with writing(self._engine) as (connection, _):
            connection.execute(
                row.on_conflict_do_update(
                    index_elements=["digest"],
                    set_={"data": data},
                    where=content.c.data != row.excluded.data,
                )
            )
        return name

    def get(self, wanted: Digest) -> bytes:
        """What was kept under a digest, verified; StorageFault where it is missing or changed."""
        with reading(self._engine) as connection:
            return self.get_within(connection, wanted)

    def get_within(self, connection: Connection, wanted: Digest) -> bytes:
        """As `get`, in the transaction of `connection`."""
        query = select(content.c.data).where(content.c.digest == wanted)
        data = connection.execute(query).scalar()
        if data is None:
            raise _missing(wanted, "the database")
        return _verified(wanted, bytes(data), "the database")

    def digests(self) -> Iterator[Digest]:
        """The digests under which something is kept."""
        with reading(self._engine) as connection:
            found = connection.execute(select(content.c.digest)).scalars().all()
        yield from sorted(Digest(name) for name in found)


def _verified(wanted: Digest, data: bytes, place: str) -> bytes:
    if digest(data) != wanted:
        raise StorageFault(
            f"The document {wanted[:12]}… in {place} was changed: it no longer has the digest it "
            "was recorded with. Bring it back from a backup, or import it again."
        )
    return data


def _missing(wanted: Digest, place: str) -> StorageFault:
    return StorageFault(
        f"The document {wanted[:12]}… is missing: {place} does not have it. Bring it back from a "
        "backup, or import it again."
    )
