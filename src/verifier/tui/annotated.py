"""The story with a mark behind every claim: its number raised, and the sign of its verdict.

The marks are part of the text that is wrapped, so offsets are mapped: story offsets are code
points of the story's text, shown offsets are code points of the text with the marks in it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from verifier.language.display import display
from verifier.model.claim import ClaimLabel
from verifier.model.text import Span

SIGN_HOLDER = "·"
"""Stands in the text where the sign is drawn; every sign is one cell wide."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Marked(NamedTuple):
    """One claim in the story: its span there, and its label."""

    span: Span
    label: ClaimLabel


class Run(NamedTuple):
    """A stretch of shown text that is alike throughout.

    `labels` are the claims that cover it; `mark` is set where it is a mark, which ends in the
    place for the sign.
    """

    start: int
    end: int
    labels: tuple[ClaimLabel, ...]
    mark: ClaimLabel | None = None


class AnnotatedText:
    """A story's text with its marks. `shown` is what is wrapped and painted, and is harmless."""

    def __init__(self, text: str, claims: Sequence[Marked]) -> None:
        self.text = text
        self.claims = sorted(claims)
        self._starts = [item.span.start for item in self.claims]
        self._reach = list(accumulate((item.span.end for item in self.claims), max))
        ends = sorted((item.span.end, item.span.start, item.label) for item in self.claims)
        self._labels = [label for _, _, label in ends]
        self._ends = [end for end, _, _ in ends]
        marks = [raised(label) + SIGN_HOLDER for label in self._labels]
        self._added = [0, *accumulate(len(mark) for mark in marks)]
        self._mark_starts = [end + self._added[at] for at, end in enumerate(self._ends)]
        self.shown = _with_marks(display(text).replace("\t", " "), self._ends, marks)

    def shown_at(self, offset: int) -> int:
        """Where the code point at a story offset is shown: behind the marks that end there."""
        return offset + self._added[bisect_right(self._ends, offset)]

    def shown_end(self, offset: int) -> int:
        """Where the end of a span is shown: before the marks that stand there."""
        return offset + self._added[bisect_left(self._ends, offset)]

    def story_at(self, shown: int) -> int:
        """The story offset of a shown one; within a mark, the place where the mark stands."""
        at = bisect_right(self._mark_starts, shown) - 1
        if at < 0:
            return shown
        end = self._mark_starts[at] + self._added[at + 1] - self._added[at]
        return self._ends[at] if shown < end else shown - self._added[at + 1]

    def claims_in(self, start: int, end: int) -> list[Marked]:
        """The claims that share a code point with the story's range, by their start."""
        found: list[Marked] = []
        at = bisect_left(self._starts, end) - 1
        while at >= 0 and self._reach[at] > start:
            if self.claims[at].span.end > start:
                found.append(self.claims[at])
            at -= 1
        return found[::-1]

    def runs(self, start: int, end: int) -> list[Run]:
        """The stretches of the shown range, in order."""
        marks = self._marks_in(start, end)
        covering = [
            (self.shown_at(item.span.start), self.shown_end(item.span.end), item.label)
            for item in self.claims_in(self.story_at(start), self.story_at(end) + 1)
        ]
        cuts = {start, end}
        for low, high, _ in (*covering, *marks):
            cuts.update(cut for cut in (low, high) if start < cut < end)
        edges = sorted(cuts)
        return [_run(low, high, covering, marks) for low, high in pairwise(edges)]

    def _marks_in(self, start: int, end: int) -> list[tuple[int, int, ClaimLabel]]:
        first = max(0, bisect_right(self._mark_starts, start) - 1)
        last = bisect_left(self._mark_starts, end)
        return [
            (
                self._mark_starts[at],
                self._mark_starts[at] + self._added[at + 1] - self._added[at],
                self._labels[at],
            )
            for at in range(first, last)
        ]


def raised(label: str) -> str:
    """The number of a claim in raised digits.

    >>> raised("C15")
    '¹⁵'
    """
    number = label.removeprefix("C").lstrip("0")
    return number.translate(_RAISED) if number.isdigit() else label


def _with_marks(text: str, ends: Sequence[int], marks: Sequence[str]) -> str:
    pieces: list[str] = []
    at = 0
    for end, mark in zip(ends, marks, strict=True):
        pieces += (text[at:end], mark)
        at = end
    return "".join((*pieces, text[at:]))


def _run(
    low: int,
    high: int,
    covering: Sequence[tuple[int, int, ClaimLabel]],
    marks: Sequence[tuple[int, int, ClaimLabel]],
) -> Run:
    mark = next((label for first, last, label in marks if first <= low < last), None)
    labels = tuple(label for first, last, label in covering if first <= low < last)
    return Run(low, high, labels, mark)
