"""Which proposal is which claim: by their place in the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from verifier.model.claim import Claim, ClaimLabel
from verifier.model.text import Span

LEAST_OVERLAP = 0.5
"""The least share of common words (intersection over union) at which two places are one claim."""


@dataclass(frozen=True)
class Held:
    """A place that a claim holds, and the rule that proposed the claim."""

    label: ClaimLabel
    place: Span
    rule: str


@dataclass(frozen=True)
class _Pair:
    """A proposal and a place held, with what speaks for them: the greater the better."""

    overlap: float
    same_rule: bool
    claim: Claim
    held: Held


def matched(proposals: Iterable[Claim], held: Sequence[Held]) -> Mapping[ClaimLabel, ClaimLabel]:
    """The label of the claim that each proposal is, by the proposal's own label; new ones are out.

    Equal places first, then the greatest overlap of at least `LEAST_OVERLAP`; of equals the one
    by the same rule. No place is taken twice; a claim that holds several takes several proposals.
    """
    in_order = sorted(held, key=lambda each: each.place)
    starts = [each.place.start for each in in_order]
    pairs = [pair for claim in proposals for pair in _pairs(claim, in_order, starts)]
    pairs.sort(key=lambda pair: (-pair.overlap, not pair.same_rule))
    taken: set[Held] = set()
    homes: dict[ClaimLabel, ClaimLabel] = {}
    for pair in pairs:
        if pair.held not in taken and pair.claim.label not in homes:
            taken.add(pair.held)
            homes[pair.claim.label] = pair.held.label
    return homes


def _pairs(claim: Claim, in_order: Sequence[Held], starts: Sequence[int]) -> Iterable[_Pair]:
    """The places near enough to a proposal; one that overlaps by half begins within its length."""
    if claim.selector is None:
        return
    place = claim.selector.span
    length = place.end - place.start
    first = bisect_left(starts, place.start - length)
    for each in in_order[first : bisect_right(starts, place.end)]:
        overlap = overlap_of(place, each.place)
        if overlap >= LEAST_OVERLAP:
            yield _Pair(overlap, each.rule == claim.proposed_by, claim, each)


def overlap_of(one: Span, other: Span) -> float:
    """Intersection over union of two non-empty places, 0 to 1.

    >>> overlap_of(Span(0, 10), Span(5, 15))
    0.3333333333333333
    """
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / (max(one.end, other.end) - min(one.start, other.start))
