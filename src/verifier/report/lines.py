"""The story line by line, cut into pieces where a claim or an excluded range begins or ends."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Generic, TypeVar

from verifier.model.claim import Claim, ClaimLabel
from verifier.model.report import Piece, StoryLine
from verifier.model.scales import Exclusion
from verifier.model.text import ExcludedRange, Span

M = TypeVar("M")


def story_lines(
    text: str, claims: Iterable[Claim], excluded: Iterable[ExcludedRange]
) -> tuple[StoryLine, ...]:
    """All lines of `text` that are not blank, with the claims and exclusions on their words.

    A claim may nest in another, overlap it and go over several lines. White space at the ends of a
    span is left out of it; a span of nothing else is not drawn.
    """
    marks = _drawn(text, ((item.selector.span, item.label) for item in claims if item.selector))
    reasons = _drawn(text, ((item.span, item.why) for item in excluded))
    cuts = sorted({at for span, _ in [*marks, *reasons] for at in span})
    sweep, why = _Sweep(marks), _Sweep(reasons)
    lines = []
    for number, line in _lines(text):
        inner = cuts[bisect_right(cuts, line.start) : bisect_left(cuts, line.end)]
        places = [line.start, *inner, line.end]
        pieces = tuple(_piece(text, Span(*ends), sweep, why) for ends in pairwise(places))
        lines.append(StoryLine(number, pieces))
    return tuple(lines)


def drawn_claims(lines: Iterable[StoryLine]) -> dict[ClaimLabel, int]:
    """The number of the line where each drawn claim begins."""
    return {label: line.number for line in lines for piece in line.pieces for label in piece.opens}


class _Sweep(Generic[M]):
    """The marks over a place, for places asked for from left to right."""

    def __init__(self, marks: list[tuple[Span, M]]) -> None:
        self._coming = marks
        self._next = 0
        self._active: list[tuple[Span, M]] = []

    def over(self, piece: Span) -> list[tuple[Span, M]]:
        """The marks that cover `piece`, in their order."""
        self._active = [item for item in self._active if item[0].end > piece.start]
        while self._next < len(self._coming) and self._coming[self._next][0].start <= piece.start:
            self._active.append(self._coming[self._next])
            self._next += 1
        return self._active


def _piece(text: str, span: Span, sweep: _Sweep[ClaimLabel], why: _Sweep[Exclusion]) -> Piece:
    covering = sweep.over(span)
    reasons = why.over(span)
    return Piece(
        text=span.of(text),
        claims=tuple(label for _, label in covering),
        opens=tuple(label for mark, label in covering if mark.start == span.start),
        closes=tuple(label for mark, label in reversed(covering) if mark.end == span.end),
        excluded=reasons[0][1] if reasons else None,
        excluded_ends=bool(reasons) and reasons[0][0].end == span.end,
    )


def _drawn(text: str, marks: Iterable[tuple[Span, M]]) -> list[tuple[Span, M]]:
    """The marks without white space at their ends, the first first, the wider before the inner."""
    trimmed = ((_trim(text, span), mark) for span, mark in marks)
    found = [(span, mark) for span, mark in trimmed if span.start < span.end]
    return sorted(found, key=lambda item: (item[0].start, -item[0].end, str(item[1])))


def _trim(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _lines(text: str) -> Iterator[tuple[int, Span]]:
    """The lines of `text` that are not blank, with their numbers from 1."""
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line and not line.isspace():
            yield number, Span(start, start + len(line))
        start += len(line) + 1
