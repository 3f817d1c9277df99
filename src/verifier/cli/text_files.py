"""Small text files in and out: lists to take over, sheets to send."""

import sys
from pathlib import Path

from verifier.desk.reports import write_report
from verifier.model.errors import BadInput

LARGEST = 20_000_000
"""Bytes that such a file may have at most."""


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, `-` for standard input; raises BadInput."""
    try:
        if str(path) == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with path.open("rb") as stream:
                data = stream.read(LARGEST + 1)
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.") from error
    if len(data) > LARGEST:
        raise BadInput(f"{path} is larger than {LARGEST // 1_000_000} MB; give it in parts.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(
            f"{path} is not in UTF-8 (byte {error.start}); save it as CSV in UTF-8 and try again."
        ) from error


def write_text(path: Path, text: str) -> None:
    """Put a text into a file in UTF-8, whole or not at all; raises StorageFault."""
    write_report(path, text.encode("utf-8"))
