"""Where each pane stands at each size of the terminal. Pure: sizes in, rectangles out."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

LEAST_WIDTH = 60
LEAST_HEIGHT = 16

WIDE = 110
"""From this width on story and claims stand side by side."""

WIDEST = 170
"""From this width on the evidence has a column of its own, always open."""


FOOT = 2
"""Lines of the hints; a message that must stay may take more."""


class Pane(StrEnum):
    """The parts of the review screen. Tab goes through the first four in this order."""

    STORY = "Story"
    CLAIMS = "Claims"
    DETAIL = "Detail"
    EVIDENCE = "Evidence"
    HEADER = "header"
    HINTS = "hints"


CYCLE = (Pane.STORY, Pane.CLAIMS, Pane.DETAIL, Pane.EVIDENCE)


class Box(NamedTuple):
    """A rectangle of the screen in cells."""

    x: int
    y: int
    width: int
    height: int


Arrangement = Mapping[Pane, Box]
"""The panes that are visible, and where."""


def fits(width: int, height: int) -> bool:
    """Whether the terminal is large enough to work in."""
    return width >= LEAST_WIDTH and height >= LEAST_HEIGHT


def arrange(
    width: int, height: int, focus: Pane, foot: int = FOOT, *, zoomed: bool = False
) -> Arrangement:
    """The visible panes at this size, with the pane that has the focus among them.

    `foot` is the height of the hints. `zoomed`: the pane that has the focus is the only one.
    """
    top = 1 if width >= WIDE else 2
    outer = {
        Pane.HEADER: Box(0, 0, width, top),
        Pane.HINTS: Box(0, height - foot, width, foot),
    }
    body = Box(0, top, width, height - top - foot)
    if zoomed:
        return {**outer, focus: body}
    if width >= WIDEST:
        return {**outer, **_three_columns(body)}
    if width >= WIDE:
        return {**outer, **_two_columns(body, focus)}
    return {**outer, **_stacked(body, focus)}


def _three_columns(body: Box) -> dict[Pane, Box]:
    left = body.width * 34 // 100
    middle = body.width * 35 // 100
    right = body.width - left - middle
    column = Box(left, body.y, middle, body.height)
    return {
        Pane.STORY: Box(0, body.y, left, body.height),
        **_claims_over_detail(column, body.height * 45 // 100),
        Pane.EVIDENCE: Box(left + middle, body.y, right, body.height),
    }


def _two_columns(body: Box, focus: Pane) -> dict[Pane, Box]:
    left = body.width * 44 // 100
    column = Box(left, body.y, body.width - left, body.height)
    first = Pane.EVIDENCE if focus is Pane.EVIDENCE else Pane.STORY
    return {
        first: Box(0, body.y, left, body.height),
        **_claims_over_detail(column, body.height * 40 // 100),
    }


def _claims_over_detail(column: Box, claims: int) -> dict[Pane, Box]:
    return {
        Pane.CLAIMS: column._replace(height=claims),
        Pane.DETAIL: column._replace(y=column.y + claims, height=column.height - claims),
    }


def _stacked(body: Box, focus: Pane) -> dict[Pane, Box]:
    """One pane over the strip of the current claim; the strip alone when it has the focus."""
    if focus is Pane.DETAIL:
        return {Pane.DETAIL: body}
    upper = body.height // 2
    return {
        focus: body._replace(height=upper),
        Pane.DETAIL: body._replace(y=body.y + upper, height=body.height - upper),
    }
