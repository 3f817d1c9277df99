"""Files and streams to Documents, within the limits that keep a desk usable."""

import stat
from pathlib import Path
from typing import BinaryIO

from verifier.model.document import Document
from verifier.model.errors import BadInput
from verifier.model.scales import Medium
from verifier.reading.encoding import decode
from verifier.reading.front_matter import FrontMatter, front_matter

DEFAULT_LIMIT = 20 * 1024 * 1024
"""The largest file that is read, in bytes."""

MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown")


def read_path(path: Path, limit: int = DEFAULT_LIMIT) -> Document:
    """The document in a file; raises BadInput for what is no regular, readable, fitting text."""
    name = path.name or str(path)
    try:
        _refuse_irregular(path, name, limit)
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError as error:
        raise BadInput(f"There is no file {path}; check the name and the folder.") from error
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror or error}.") from error
    return read_bytes(data, name, limit)


def read_stream(stream: BinaryIO, limit: int = DEFAULT_LIMIT) -> Document:
    """The document that standard input gives."""
    return read_bytes(stream.read(limit + 1), "standard input", limit)


def read_bytes(data: bytes, name: str, limit: int = DEFAULT_LIMIT) -> Document:
    """The document in `data`, named `name` in messages and by its ending; raises BadInput."""
    if len(data) > limit:
        raise _too_large(name, limit)
    decoded = decode(data, name)
    if not decoded.text.strip():
        raise BadInput(f"{name} is empty: there is no text to check in it.")
    is_markdown = name.lower().endswith(MARKDOWN_ENDINGS)
    said = front_matter(decoded.text) if is_markdown else FrontMatter()
    return Document(
        text=decoded.text,
        original=data,
        medium=Medium.MARKDOWN if is_markdown else Medium.TEXT,
        encoding=decoded.encoding,
        encoding_guessed=decoded.guessed,
        title=said.title,
        byline=said.byline,
        outlet=said.outlet,
        published=said.published,
    )


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
        f"{name} is larger than {limit // (1024 * 1024)} MB, the most that is read; cut it or "
        "import its parts."
    )
