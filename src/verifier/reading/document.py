"""Files and streams to Documents, within the limits that keep a desk usable."""

import stat
from pathlib import Path
from typing import BinaryIO

from verifier.model.document import Document
from verifier.model.errors import BadInput
from verifier.reading.format import LONGEST_TEXT, too_long

DEFAULT_LIMIT = 20 * 1024 * 1024
"""The largest file that is read, in bytes."""


def read_path(path: Path, limit: int = DEFAULT_LIMIT) -> Document:
    """The document in a file; raises BadInput for what is no regular, readable, fitting text."""
    return read_bytes(bytes_of(path, limit), path.name or str(path), limit)


def bytes_of(path: Path, limit: int = DEFAULT_LIMIT) -> bytes:
    """The bytes of a file; raises BadInput for what is no regular file or larger than `limit`."""
    name = path.name or str(path)
    try:
        _refuse_irregular(path, name, limit)
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise _too_large(name, limit)
    except FileNotFoundError as error:
        raise BadInput(f"There is no file {path}; check the name and the folder.") from error
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror or error}.") from error
    return data


def read_stream(stream: BinaryIO, limit: int = DEFAULT_LIMIT) -> Document:
    """The document that standard input gives."""
    return read_bytes(stream.read(limit + 1), "standard input", limit)


def read_bytes(
    data: bytes, name: str, limit: int = DEFAULT_LIMIT, declared: str | None = None
) -> Document:
    """The document in `data`, its format told by content; `name` is for messages.

    `declared` is the charset that a server named for a text; a page's own, if any, comes after it.
    Raises BadInput for what cannot be read, or holds no text.
    """
    if len(data) > limit:
        raise _too_large(name, limit)
    if not data.strip():
        raise _empty(name)
    # The readers are imported where there is something to read: most commands never do.
    from verifier.reading.registry import read_as_found

    document = read_as_found(data, name, declared)
    if not document.text.strip():
        raise _empty(name)
    if len(document.text) > max(limit, LONGEST_TEXT):
        raise too_long(name)
    return document


def _refuse_irregular(path: Path, name: str, limit: int) -> None:
    """Refuse, before anything is read, what is no file or too large."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise BadInput(f"{path} is a folder; give the story's file in it.")
    if not stat.S_ISREG(status.st_mode):
        raise BadInput(f"{path} is a device or a pipe, not a file; use - for standard input.")
    if status.st_size > limit:
        raise _too_large(name, limit)


def _too_large(name: str, limit: int) -> BadInput:
    return BadInput(
        f"{name} is larger than {limit // (1024 * 1024)} MB, the most that is read. Cut it and use "
        "its parts, or allow more with --limit MEGABYTES."
    )


def _empty(name: str) -> BadInput:
    return BadInput(f"{name} is empty: there is no text to check in it.")
