"""Office files are ZIP archives: opened within limits, at declared and at actual sizes."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from verifier.model.errors import BadInput

MOST_MEMBERS = 10_000
LARGEST_WHOLE = 200 * 1024 * 1024
"""Bytes of all members together, as the archive declares them."""
_SIGNATURE = b"PK\x03\x04"
_DIRECTORY_ENTRY = b"PK\x01\x02"


def is_archive(data: bytes) -> bool:
    """Whether the bytes begin as a ZIP archive does."""
    return data.startswith(_SIGNATURE)


def has_member(data: bytes, name: str) -> bool:
    """Whether an archive seems to have a member, by the names in it; nothing is opened."""
    return is_archive(data) and name.encode() in data


@contextmanager
def opened(data: bytes, name: str, called: str) -> Iterator[zipfile.ZipFile]:
    """The archive in `data`; raises BadInput for one that would unpack to too much, or is damaged.

    The entries are counted before the directory is read: a million of them fill the memory.
    """
    if data.count(_DIRECTORY_ENTRY) > MOST_MEMBERS:
        raise BadInput(f"{name} holds more than {MOST_MEMBERS} files: no document is made like it.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(member.file_size for member in archive.infolist()) > LARGEST_WHOLE:
                raise BadInput(_bomb(name, LARGEST_WHOLE))
            if any(member.flag_bits & 1 for member in archive.infolist()):
                raise BadInput(f"{name} is locked with a password. Unlock it and use the result.")
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise BadInput(
            f"{name} looks like {called}, but is damaged or incomplete ({error}). Get the file "
            "again, or save its text as plain text and use that."
        ) from error


def members(
    archive: zipfile.ZipFile, endings: tuple[str, ...], name: str, most: int
) -> dict[str, bytes]:
    """The bytes of the members whose names end so; raises BadInput for more than `most` in all.

    An archive may lie about sizes: what is unpacked is counted, and its checksum compared.
    """
    found: dict[str, bytes] = {}
    left = most
    for part in archive.infolist():
        if not part.filename.endswith(endings):
            continue
        if part.file_size > left:
            raise BadInput(_bomb(name, most))
        with archive.open(part) as stream:
            found[part.filename] = stream.read(left + 1)
        left -= len(found[part.filename])
        if left < 0:
            raise BadInput(_bomb(name, most))
    return found


def _bomb(name: str, most: int) -> str:
    return (
        f"{name} unpacks to more than {most // (1024 * 1024)} MB, the most that is read. If it is "
        "no attack, save its text as plain text and use that."
    )
