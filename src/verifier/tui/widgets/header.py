"""The header: the story, how far it is judged, and whether all is saved."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from verifier.tui.paint import Line, Piece, cut, fit_line, width_of
from verifier.tui.widgets.pane import LinePane

if TYPE_CHECKING:
    from verifier.tui.board import Board

BRAND = " verifier "
BAR = 10

LEAST_TITLE = 50
"""Cells of brand and title that the reviewer's name leaves in a header of one line."""

LONGEST_NAME = 20


class Progress(NamedTuple):
    """What the header says. `tally` maps the word of a verdict to its sign and count."""

    title: str = ""
    tally: Mapping[str, tuple[str, int]] = MappingProxyType({})
    judged: int = 0
    active: int = 0
    reviewer: str = ""
    saved: str = ""
    saved_style: str = "title"


def progress_of(board: Board, saved: str, saved_style: str) -> Progress:
    """What the header says of a board: counts by verdict, *unchecked* last."""
    from verifier.language.display import display_line

    codes = sorted(board.tally, key=lambda code: (code.digit == 0, code.digit))
    tally = {code.value: (code.meaning.sign, board.tally[code]) for code in codes}
    title = display_line(board.story.story.title)
    reviewer = display_line(board.reviewer)
    return Progress(title, tally, board.judged, board.active, reviewer, saved, saved_style)


def header_lines(progress: Progress, width: int, height: int) -> list[Line]:
    """The header in one line, or two where the terminal is narrow."""
    saved = [Piece(f" {progress.saved} ", progress.saved_style)]
    counts = _counts(progress)
    bar = _bar(progress)
    if height == 1:
        right = [*counts, *bar, *saved]
        name = _reviewer(progress, width - width_of(right) - LEAST_TITLE)
        right = [*counts, *bar, *name, *saved]
        return [[*_title(progress, width - width_of(right)), *right]]
    first = [*_title(progress, width - width_of(saved)), *saved]
    left = [Piece(" ", "title"), *counts]
    right = [*_reviewer(progress, width - width_of([*left, *bar])), *bar]
    second = [*fit_line(left, max(width_of(left), width - width_of(right)), "title"), *right]
    return [first, second]


def _reviewer(progress: Progress, room: int) -> list[Piece]:
    """Who is working, where there is room for it."""
    words = [Piece(f" as {cut(progress.reviewer, LONGEST_NAME)} ", "title")]
    return words if progress.reviewer and width_of(words) <= room else []


def _title(progress: Progress, room: int) -> Line:
    name = [Piece(BRAND, "brand"), Piece(" ", "title")]
    title = Piece(cut(progress.title, max(0, room - width_of(name) - 1)), "title-strong")
    return fit_line([*name, title], max(0, room), "title")


def _counts(progress: Progress) -> list[Piece]:
    """Each verdict's sign and count; those that nothing has are left out."""
    pieces: list[Piece] = []
    for word, (sign, count) in progress.tally.items():
        if count:
            pieces += [Piece(f"{sign}", f"title {word}"), Piece(f"{count} ", "title")]
    return pieces


def _bar(progress: Progress) -> list[Piece]:
    if not progress.active:
        return []
    share = progress.judged / progress.active
    done = max(int(share * BAR), 1 if progress.judged else 0)
    left = progress.active - progress.judged
    return [
        Piece(" ", "title"),
        Piece("█" * done, "bar-done"),
        Piece("░" * (BAR - done), "bar-left"),
        Piece(f" {int(share * 100)}% · ", "title"),
        Piece(f"{left} left ", "title-strong"),
    ]


class Header(LinePane):
    """The pane of the header."""

    progress = Progress()

    def show(self, progress: Progress) -> None:
        """Say something else, painting only if it differs."""
        if progress != self.progress:
            self.progress = progress
            self.repaint()

    def line(self, y: int) -> Line:
        """Line `y` of the header."""
        lines = header_lines(self.progress, self.columns, self.size.height)
        return fit_line(lines[y], self.columns, "title") if y < len(lines) else []
