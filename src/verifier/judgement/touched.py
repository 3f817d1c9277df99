"""Which claims can be judged otherwise when an edge changes: those it reaches and concerns."""

from collections.abc import Iterable, Mapping

from verifier.judgement.independence import SUPPORTING
from verifier.judgement.newsroom import standing
from verifier.judgement.reach import is_everywhere
from verifier.judgement.web import JOINING, Web, is_told
from verifier.model.assessment import Assessment, ClaimAssessment
from verifier.model.claim import ClaimLabel
from verifier.model.decision import Stance
from verifier.model.dependency import Dependency
from verifier.model.scales import AttributionMode, AttributionVerdict, Basis
from verifier.model.source import Source
from verifier.model.state import State
from verifier.model.story import Slug


def claims_touched(
    before: Assessment, state: State, edge: Dependency, web: Web
) -> frozenset[ClaimLabel]:
    """The claims whose assessment may hang on an edge: those in its scope that it concerns.

    `before` is the assessment of `state` and `web` its edges, with or without this one. An edge
    concerns a claim where support of the claim leads over it, where it makes an echo, or where a
    rule of the policy asks for it; all else of the claim would come out as before.
    """
    concern = _Concern(state, edge, web, before)
    if is_everywhere(edge):
        return frozenset(label for label, claim in before.claims.items() if concern.holds(claim))
    direct = web.reach.direct(edge)
    reached = (*direct, *web.reach.through(edge, direct))
    found = ((label, before.claims.get(label)) for label in reached)
    return frozenset(label for label, claim in found if claim is None or concern.holds(claim))


class _Concern:
    """What of a claim an edge has to do with, laid out once for the edge."""

    def __init__(self, state: State, edge: Dependency, web: Web, before: Assessment) -> None:
        self._state = state
        self._web = web
        self._before = before
        ends = [standing(s, web.sources) for s in (edge.from_source, edge.to_source)]
        starts = ends if edge.kind in JOINING else ends[:1]
        self._label = edge.label
        self._lower = _all_names(starts, web.sources)
        self._upper = _all_names(ends[1:] if is_told(edge) else (), web.sources)
        self._below = _all_names(_at_or_below(starts, web), web.sources)
        self._either = self._below | self._upper

    def holds(self, claim: ClaimAssessment) -> bool:
        """Whether the claim may be judged otherwise without the edge, or with it."""
        if not self._either.isdisjoint(claim.proposed) and self._is_proposed(claim):
            return True
        if not self._either.isdisjoint(claim.stances) and self._is_marked(claim):
            return True
        return self._leads_here(claim.claim) or self._is_transcript(claim)

    def _is_proposed(self, claim: ClaimAssessment) -> bool:
        """Whether a proposal is the repeating source's, or supports the claim by way of an end."""
        return any(
            slug in self._lower or (slug in self._either and item.code in SUPPORTING)
            for slug, item in claim.proposed.items()
        )

    def _is_marked(self, claim: ClaimAssessment) -> bool:
        """Whether a mark counts by way of an end, or hides a proposal that does."""
        for slug, stance in claim.stances.items():
            if slug in self._below and self._counts(stance):
                return True
            for end in (self._lower, self._upper):
                if slug in end and self._hides(claim.claim, end):
                    return True
        return False

    def _counts(self, stance: Stance) -> bool:
        """Whether the mark supports, or is read outside and leaves the story's own words to count.

        What the reviewer read in the story itself takes the place of the proposal.
        """
        is_outside = stance.basis is not Basis.STORY or bool(stance.passages)
        return stance.code in SUPPORTING or is_outside

    def _hides(self, claim: ClaimLabel, end: frozenset[Slug]) -> bool:
        """Whether there may be a proposal for an end of the edge that was marked."""
        kin = (item.other for item in self._before.related.get(claim, ()))
        if any(self._web.reach.speaks(each, name) for each in (claim, *kin) for name in end):
            return True
        ways = self._web.ways(claim)
        return any(step.edge.label != self._label for name in end for step in ways.upward(name))

    def _leads_here(self, claim: ClaimLabel) -> bool:
        """Whether one of the claim's own edges leads to a source at or below the edge."""
        for edge in self._web.here(claim):
            if edge.to_source in self._below:
                return True
            if edge.kind in JOINING and edge.from_source in self._below:
                return True
        return False

    def _is_transcript(self, claim: ClaimAssessment) -> bool:
        """Whether P2 may ask who repeats whom: a quote is *exact* by passages that are cited."""
        found = claim.attribution_verdict
        if found is None or found.code is not AttributionVerdict.EXACT:
            return False
        read = (*claim.said.values(), *claim.stances.values())
        said = self._state.claims[claim.claim].attributions
        is_quote = any(item.mode is AttributionMode.DIRECT_QUOTE for item in said)
        return is_quote and any(stance.passages for stance in read)


def _at_or_below(starts: Iterable[Slug], web: Web) -> set[Slug]:
    """Some sources, and all who come to them by edges of the whole story."""
    ahead = list(starts)
    met: set[Slug] = set()
    while ahead:
        slug = ahead.pop()
        if slug not in met:
            met.add(slug)
            ahead.extend(step.to for step in web.general_down.get(slug, ()))
    return met


def _all_names(slugs: Iterable[Slug], sources: Mapping[Slug, Source]) -> frozenset[Slug]:
    """Sources under today's slugs and under those that were merged away."""
    wanted = frozenset(slugs)
    merged = (slug for slug, source in sources.items() if source.merged_into is not None)
    return wanted.union(slug for slug in merged if standing(slug, sources) in wanted)
