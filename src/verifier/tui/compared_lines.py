"""A claim and a passage with what agrees and differs marked in both, by number, sign and style."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from verifier.language.display import display, display_line
from verifier.model.comparison import FacetComparison
from verifier.model.scales import ComparisonResult
from verifier.model.text import Span
from verifier.tui.paint import Line, Piece, cut, joined, wrap, wrap_words

STYLES = {
    ComparisonResult.SAME: "facet-same",
    ComparisonResult.COMPATIBLE: "facet-compatible",
    ComparisonResult.DIFFERS: "facet-differs",
    ComparisonResult.NOT_IN_EVIDENCE: "facet-absent",
}
"""The style of each result; the sign beside it says the same."""

WEIGHT = (
    ComparisonResult.DIFFERS,
    ComparisonResult.NOT_IN_EVIDENCE,
    ComparisonResult.COMPATIBLE,
    ComparisonResult.SAME,
)
"""The results, what matters most first."""

LONGEST_WORDS = 48
"""Cells of the words of one side that a sentence about a difference quotes."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Mark(NamedTuple):
    """A stretch of one of the two texts, and the number and result of its facet."""

    span: Span
    number: int
    result: ComparisonResult

    @property
    def sign(self) -> str:
        """The number raised, and the sign of the result: ¹≠."""
        return f"{str(self.number).translate(_RAISED)}{self.result.meaning.sign}"


def in_order(facets: Sequence[FacetComparison]) -> list[FacetComparison]:
    """The facets as they are numbered: those that differ first, then by their place."""
    return sorted(facets, key=lambda each: (WEIGHT.index(each.result), each.claim))


def claim_marks(facets: Sequence[FacetComparison]) -> list[Mark]:
    """The marks in the claim's words."""
    return [Mark(each.claim, at, each.result) for at, each in enumerate(in_order(facets), 1)]


def passage_marks(facets: Sequence[FacetComparison]) -> list[Mark]:
    """The marks in the passage."""
    return [
        Mark(each.passage, at, each.result)
        for at, each in enumerate(in_order(facets), 1)
        if each.passage is not None
    ]


def marked_lines(text: str, marks: Sequence[Mark], width: int, style: str = "text") -> list[Line]:
    """The text, made safe to show and wrapped, each mark in its style with its sign behind it."""
    pieces = _pieces(display(text).replace("\n", " ").replace("\t", " "), marks, style)
    return _wrapped(pieces, width)


def _pieces(text: str, marks: Sequence[Mark], style: str) -> list[Piece]:
    inside = [mark for mark in marks if mark.span.start < mark.span.end <= len(text)]
    edges = {0, len(text), *(edge for mark in inside for edge in mark.span)}
    pieces: list[Piece] = []
    for low, high in pairwise(sorted(edges)):
        over = [mark for mark in inside if mark.span.start <= low and high <= mark.span.end]
        top = min(over, key=lambda mark: WEIGHT.index(mark.result), default=None)
        pieces.append(Piece(text[low:high], STYLES[top.result] if top else style))
        for mark in inside:
            if mark.span.end == high:
                pieces.append(Piece(mark.sign, STYLES[mark.result]))
    return joined(pieces)


def _wrapped(pieces: Sequence[Piece], width: int) -> list[Line]:
    """Pieces of one text broken into lines between words."""
    whole = "".join(piece.text for piece in pieces)
    lines: list[Line] = []
    for start, end in wrap(whole, max(4, width)):
        line: list[Piece] = []
        at = 0
        for text, style in pieces:
            low, high = max(start, at), min(end, at + len(text))
            if low < high:
                line.append(Piece(text[low - at : high - at], style))
            at += len(text)
        lines.append(line)
    return lines


def difference_lines(
    facets: Sequence[FacetComparison], words: str, passage: str, width: int
) -> list[Line]:
    """A short sentence for each facet: its number, sign and word, both wordings, why."""
    lines: list[Line] = []
    for number, each in enumerate(in_order(facets), 1):
        mark = Mark(each.claim, number, each.result)
        head = f"{mark.sign} {facet_words(each)}"
        text = wrap_words(_sentence(each, words, passage), max(8, width - 3))
        lines.append([Piece(f" {head}", STYLES[each.result])])
        if len(head) + len(text[0]) + 4 <= width and len(text) == 1:
            lines[-1] = [Piece(f" {head}  ", STYLES[each.result]), Piece(text[0], "muted")]
        else:
            lines += [[Piece(f"   {line}", "muted")] for line in text]
    return lines


def facet_words(facet: FacetComparison) -> str:
    """What kind of detail it is and what became of it: `number differs`, `quote trimmed`."""
    told = facet.result.value
    if facet.fidelity is not None:
        told = f"{facet.fidelity.value} ({facet.result.value})"
    return f"{facet.type.value} {told}"


def _sentence(facet: FacetComparison, words: str, passage: str) -> str:
    here = _quoted(facet.claim.of(words))
    there = "" if facet.passage is None else _quoted(facet.passage.of(passage))
    both = here if not there or there == here else f"{here} here, {there} there"
    return f"{both}: {display_line(facet.why)}" if facet.why else both


def _quoted(words: str) -> str:
    return f"“{cut(display_line(' '.join(words.split())), LONGEST_WORDS)}”"


def counts(facets: Sequence[FacetComparison]) -> list[Piece]:
    """How many facets had each result, with its sign: ≠1 ?2 =3."""
    pieces: list[Piece] = []
    for result in WEIGHT:
        count = sum(each.result is result for each in facets)
        if count:
            pieces.append(Piece(f"{result.meaning.sign}{count} ", STYLES[result]))
    return pieces
