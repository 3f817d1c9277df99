"""A text with marks around the words that were compared: number, sign and style."""

from collections.abc import Sequence
from typing import NamedTuple

from verifier.model.scales import ComparisonResult
from verifier.model.text import Span

STYLES = {
    ComparisonResult.SAME: "32",
    ComparisonResult.COMPATIBLE: "33",
    ComparisonResult.DIFFERS: "1;31",
    ComparisonResult.NOT_IN_EVIDENCE: "35",
}
"""The SGR style of each result; the sign says the same."""


class Mark(NamedTuple):
    """Words of a text that were compared: where, under which number, with which result."""

    span: Span
    number: int
    result: ComparisonResult


def marked(text: str, span: Span, marks: Sequence[Mark]) -> list[tuple[str, str]]:
    """The words of `span` in pieces, each with its style, every mark in brackets.

    >>> mark = Mark(Span(0, 5), 1, ComparisonResult.DIFFERS)
    >>> "".join(piece for piece, _ in marked("Three men", Span(0, 9), [mark]))
    '[1≠ Three] men'
    """
    inside = [mark for mark in marks if span.start <= mark.span.start and mark.span.end <= span.end]
    bounds = {span.start, span.end}
    for mark in inside:
        bounds.update(mark.span)
    places = sorted(bounds)
    pieces: list[tuple[str, str]] = []
    for first, last in zip(places, [*places[1:], span.end], strict=True):
        pieces += _closing(inside, first)
        pieces += _opening(inside, first)
        if first < last:
            pieces.append((text[first:last], _style(inside, first)))
    return pieces


def _opening(marks: Sequence[Mark], at: int) -> list[tuple[str, str]]:
    """What opens the marks that begin at a place, the widest first."""
    found = [mark for mark in marks if mark.span.start == at]
    found.sort(key=lambda mark: (-mark.span.end, mark.number))
    return [(f"[{mark.number}{mark.result.meaning.sign} ", STYLES[mark.result]) for mark in found]


def _closing(marks: Sequence[Mark], at: int) -> list[tuple[str, str]]:
    """What closes the marks that end at a place, the narrowest first."""
    found = [mark for mark in marks if mark.span.end == at]
    found.sort(key=lambda mark: (-mark.span.start, -mark.number))
    return [("]", STYLES[mark.result]) for mark in found]


def _style(marks: Sequence[Mark], at: int) -> str:
    """The style of the narrowest mark that covers a place."""
    over = [mark for mark in marks if mark.span.start <= at < mark.span.end]
    narrowest = min(over, key=lambda mark: mark.span.end - mark.span.start, default=None)
    return STYLES[narrowest.result] if narrowest is not None else ""
