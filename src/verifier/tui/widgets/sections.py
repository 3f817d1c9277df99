"""Headings at the left and what they head beside them."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.language.display import display_line
from verifier.tui.paint import Line, Piece, wrap_words

MARGIN = 10
"""Width of the column of headings."""


def heading(name: str, margin: int = MARGIN) -> Piece:
    """A heading in its column."""
    return Piece(f" {name.upper():<{margin - 1}}", "heading")


def section(name: str, text: str, width: int, style: str = "text") -> list[Line]:
    """A heading and a text from outside, made safe to show and wrapped beside it."""
    shown = "\n".join(display_line(line) for line in text.split("\n"))
    lines = wrap_words(shown, width - MARGIN - 1)
    first = [heading(name), Piece(lines[0], style)]
    return [first, *([Piece(" " * MARGIN), Piece(line, style)] for line in lines[1:])]


def beside(name: str, lines: Sequence[Line], margin: int = MARGIN) -> list[Line]:
    """A heading and lines beside it; no lines, no heading."""
    return [
        [heading(name, margin) if at == 0 else Piece(" " * margin), *line]
        for at, line in enumerate(lines)
    ]
