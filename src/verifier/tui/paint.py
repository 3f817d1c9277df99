"""Lines of styled pieces, measured in terminal cells, and how they become what Textual paints.

What a line says is made of pieces of text with the name of a style, so that it can be made and
tested without a terminal. Text from outside goes through `display` before it becomes a piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from textual.strip import Strip

from verifier.tui.palette import style_named

ELLIPSIS = "…"


class Piece(NamedTuple):
    """Some text in one style; the style is a name of the palette."""

    text: str
    style: str = "text"


Line = Sequence[Piece]
"""One line of the screen, from left to right."""


def plain(line: Line) -> str:
    """The words of a line without their styles."""
    return "".join(piece.text for piece in line)


def width_of(line: Line) -> int:
    """The width of a line in cells."""
    return sum(cell_len(piece.text) for piece in line)


def cut(text: str, width: int) -> str:
    """`text`, or as much of its beginning as fits into `width` cells, ended by an ellipsis.

    >>> cut("soldiers", 5)
    'sold…'
    >>> cut("한국어", 5)
    '한국…'
    """
    if len(text) <= width and text.isascii():
        return text
    if len(text) <= 4 * width and cell_len(text) <= width:
        return text
    if width <= 0:
        return ""
    return _head(text[: 8 * width + 8], width - 1) + ELLIPSIS


def fit(text: str, width: int) -> str:
    """`text` cut or filled with spaces to exactly `width` cells."""
    shown = cut(text, width)
    return shown + " " * (width - cell_len(shown))


def fit_line(line: Line, width: int, style: str = "text") -> list[Piece]:
    """A line cut or filled to exactly `width` cells; what is filled has `style`."""
    fitted: list[Piece] = []
    left = width
    for piece in line:
        cells = cell_len(piece.text)
        if cells > left:
            bare = piece.text.rstrip()
            shown = cut(bare, left) + " " * (left - cell_len(bare))
            fitted.append(Piece(shown, piece.style))
            left -= cell_len(shown)
            break
        fitted.append(piece)
        left -= cells
    if left > 0:
        fitted.append(Piece(" " * left, style))
    return fitted


def joined(line: Line) -> list[Piece]:
    """The line with neighbours of one style as one piece, so that graphemes stay whole."""
    pieces: list[Piece] = []
    for piece in line:
        if pieces and pieces[-1].style == piece.style:
            pieces[-1] = Piece(pieces[-1].text + piece.text, piece.style)
        elif piece.text:
            pieces.append(piece)
    return pieces


def strip_of(line: Line, width: int, style: str = "text") -> Strip:
    """A line as Textual paints it, exactly `width` cells wide."""
    segments = [
        Segment(piece.text, style_named(piece.style))
        for piece in joined(fit_line(line, width, style))
    ]
    return Strip(segments, width)


def offset_at(text: str, cells: int) -> int:
    """The code point of `text` that stands at a cell of the screen, the last one behind its end.

    >>> offset_at("한국어", 3), offset_at("abc", 1), offset_at("abc", 9)
    (1, 1, 2)
    """
    used = 0
    for start, _, wide in split_graphemes(text)[0]:
        used += wide
        if used > cells:
            return start
    return max(0, len(text) - 1)


_WORD = re.compile(r"\S+\s*|\s+")


class Slice(NamedTuple):
    """A range of code points of a text that is one line of the screen."""

    start: int
    end: int


def wrap(text: str, width: int, start: int = 0, end: int | None = None) -> list[Slice]:
    """The lines of `text[start:end]` at `width` cells, broken between words where it can be.

    The slices are adjacent: white space at a break belongs to the line before it. Newlines are
    white space here; split a text at them first.

    >>> wrap("one two three", 8)
    [Slice(start=0, end=8), Slice(start=8, end=13)]
    """
    end = len(text) if end is None else end
    lines: list[Slice] = []
    line_start, used, at = start, 0, start
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        cells = _cells(word.rstrip())
        if used + cells > width and at > line_start:
            lines.append(Slice(line_start, at))
            line_start, used = at, 0
        while cells > width:
            head = _head(text[at : match.end()], max(1, width)) or text[at : at + 1]
            at += len(head)
            lines.append(Slice(line_start, at))
            line_start, used = at, 0
            cells = _cells(text[at : match.end()].rstrip())
        used += _cells(text[at : match.end()])
        at = match.end()
    if at > line_start or not lines:
        lines.append(Slice(line_start, at))
    return lines


def wrap_words(text: str, width: int) -> list[str]:
    """The lines of a text as strings, newlines kept as breaks."""
    return [
        text[line.start : line.end].rstrip()
        for paragraph in _paragraphs(text)
        for line in wrap(text, max(4, width), *paragraph)
    ]


def _paragraphs(text: str) -> Iterable[tuple[int, int]]:
    start = 0
    for part in text.split("\n"):
        yield start, start + len(part)
        start += len(part) + 1


def _cells(text: str) -> int:
    return len(text) if text.isascii() else cell_len(text)


def _head(text: str, width: int) -> str:
    """The longest beginning of `text` of at most `width` cells, whole graphemes only."""
    if text.isascii():
        return text[:width]
    used = last = 0
    for start, end, cells in split_graphemes(text)[0]:
        if used + cells > width:
            return text[:start]
        used += cells
        last = end
    return text[:last]
