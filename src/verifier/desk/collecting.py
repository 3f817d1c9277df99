"""Files and folders into the library: what cannot be read is listed as failed, with the reason."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from verifier.desk.library import (
    AddedEvidence,
    EvidenceDetails,
    add_evidence,
    add_failed,
    source_meant,
)
from verifier.desk.session import Session, load_library
from verifier.model.errors import BadInput
from verifier.reading import DEFAULT_LIMIT, bytes_of, read_bytes

MOST_FILES = 10_000
"""The most files that one folder may hold, with those below it."""


@dataclass(frozen=True)
class FoundFile:
    """A file to add: where it is, and the name that the library knows it by.

    `is_link`: it lies in a folder and is only a link; it could lead to what nobody meant to add.
    """

    path: Path
    name: str
    is_link: bool = False


def files_at(path: Path) -> tuple[FoundFile, ...]:
    """The file at `path`; of a folder all files in it and below it, in the order of their names.

    Hidden files and folders are left out, and links to folders not followed. Raises BadInput where
    there is nothing.
    """
    try:
        status = path.stat()
    except FileNotFoundError as error:
        raise BadInput(f"There is no file {path}; check the name and the folder.") from error
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror or error}.") from error
    if not stat.S_ISDIR(status.st_mode):
        return (FoundFile(path, _readable(path.name or str(path))),)
    found: list[FoundFile] = []
    for file in _below(path):
        found.append(file)
        if len(found) > MOST_FILES:
            raise BadInput(f"{path} holds more than {MOST_FILES} files; add its parts one by one.")
    if not found:
        raise BadInput(f"The folder {path} holds no files.")
    return tuple(found)


def add_file(
    session: Session,
    file: FoundFile,
    source: str,
    details: EvidenceDetails | None = None,
    limit: int = DEFAULT_LIMIT,
) -> AddedEvidence:
    """Add a file to the library under the source of that name, or list it there as failed.

    `limit` is the largest file that is read, in bytes. Raises UnknownName for a source nobody
    knows.
    """
    source_meant(load_library(session), source)
    said = replace(details or EvidenceDetails(), file_name=file.name)
    data = b""
    try:
        if file.is_link:
            raise BadInput(f"{file.name} is a link; add the file that it leads to.")
        data = bytes_of(file.path, limit)
        document = read_bytes(data, file.name, limit)
    except BadInput as error:
        return add_failed(session, data, str(error), source, said)
    return add_evidence(session, document, source, said)


def _below(folder: Path) -> Iterator[FoundFile]:
    for parent, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent) / name
            if not name.startswith("."):
                inside = _readable(path.relative_to(folder).as_posix())
                yield FoundFile(path, inside, is_link=path.is_symlink())


def _readable(name: str) -> str:
    """A file's name as it can be recorded: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")
