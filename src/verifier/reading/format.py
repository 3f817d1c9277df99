"""What a format is to the registry, and the limits that all readers keep."""

from collections.abc import Callable
from dataclasses import dataclass

from verifier.model.document import Document
from verifier.model.errors import BadInput

LONGEST_TEXT = 20_000_000
"""The most code points that are derived from one file."""


@dataclass(frozen=True)
class Format:
    """One format: how its bytes are told from others, and what reads them.

    `fits` looks at the bytes and, where these cannot tell, at the file's name; it is cheap and
    never fails. `read` gets bytes that fit and the name for messages; it raises BadInput where it
    can say what is wrong. `called` is what messages call such a file: "a PDF".
    """

    called: str
    fits: Callable[[bytes, str], bool]
    read: Callable[[bytes, str], Document]


def damaged(name: str, called: str, why: str) -> BadInput:
    """The error for bytes that begin like a format and cannot be read as one."""
    return BadInput(
        f"{name} looks like {called}, but is damaged or incomplete ({why}). Get the file again, or "
        "save its text as plain text and use that."
    )


def too_long(name: str) -> BadInput:
    """The error for a file whose text would be longer than `LONGEST_TEXT`."""
    return BadInput(
        f"{name} holds more than {LONGEST_TEXT // 1_000_000} million characters of text, the most "
        "that is read; cut it and use its parts."
    )


def counted(count: int, noun: str) -> str:
    """A number with its noun: "1 message", "2 messages"."""
    return f"{count} {noun}" + ("" if count == 1 else "s")
