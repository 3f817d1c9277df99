"""Which claims an edge reaches: by its scope, and through claims about the same thing."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property

from verifier.judgement.layout import layout_of
from verifier.model.assessment import Related
from verifier.model.claim import ClaimLabel
from verifier.model.dependency import Dependency
from verifier.model.evidence import EvidenceLabel
from verifier.model.scales import DependencyScope
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.model.text import Span

Kin = Mapping[ClaimLabel, tuple[Related, ...]]
"""By claim: the other claims of the story that speak of the same thing."""


def is_everywhere(edge: Dependency) -> bool:
    """Whether an edge reaches every claim of the story."""
    return edge.scope is DependencyScope.STORY and edge.evidence is None


def is_citing(edge: Dependency) -> bool:
    """Whether an edge reaches the claims for which its document is cited."""
    return edge.evidence is not None and edge.scope is not DependencyScope.CLAIM


def claims_reached(state: State, edge: Dependency, related: Kin) -> frozenset[ClaimLabel]:
    """The claims in the scope of an edge, whether it is rejected or not; as a web has it."""
    reach = Reach(state, related)
    direct = reach.direct(edge)
    return frozenset((*direct, *reach.through(edge, direct)))


class Reach:
    """Where the claims of a story stand, and what is cited for them, laid out on first need."""

    def __init__(self, state: State, related: Kin) -> None:
        self._state = state
        self._related = related

    def direct(self, edge: Dependency) -> tuple[ClaimLabel, ...]:
        """The claims in the scope of an edge, parts of a split claim with it; each once."""
        if is_citing(edge):
            return self._citing(edge)
        if edge.scope is DependencyScope.CLAIM:
            return self._with_parts(edge.claims)
        if edge.scope is DependencyScope.PARAGRAPH:
            return self._within(edge.reach) if edge.reach is not None else ()
        return tuple(self._state.claims)

    def through(self, edge: Dependency, direct: tuple[ClaimLabel, ...]) -> tuple[ClaimLabel, ...]:
        """The claims about the same thing as one of `direct` in which the edge's source speaks."""
        if is_everywhere(edge):
            return ()
        reached = frozenset(direct)
        return tuple(
            dict.fromkeys(
                label
                for each in direct
                for label in self._kin_of.get(each, ())
                if label not in reached and self.speaks(each, edge.from_source)
            )
        )

    def speaks(self, claim: ClaimLabel, source: Slug) -> bool:
        """Whether the story puts a claim in a source's mouth, or lets it pass it on."""
        found = self._state.claims.get(claim)
        said = () if found is None else found.attributions
        return any(source == item.source or source in item.via for item in said)

    def _with_parts(self, claims: Iterable[ClaimLabel]) -> tuple[ClaimLabel, ...]:
        parts = layout_of(self._state.claims).parts
        if not parts:
            return tuple(dict.fromkeys(claims))
        found: dict[ClaimLabel, None] = {}
        ahead = list(reversed(tuple(claims)))
        while ahead:
            label = ahead.pop()
            if label not in found:
                found[label] = None
                ahead.extend(reversed(parts.get(label, ())))
        return tuple(found)

    def _within(self, reach: Span) -> tuple[ClaimLabel, ...]:
        starts = layout_of(self._state.claims).starts
        first = bisect_left(starts, (reach.start, ClaimLabel("")))
        last = bisect_left(starts, (reach.end, ClaimLabel("")))
        return tuple(label for _, label in starts[first:last])

    def _citing(self, edge: Dependency) -> tuple[ClaimLabel, ...]:
        if edge.evidence is None:
            return ()
        cited = self._cited.get(edge.evidence, ())
        places = (label for span, label in cited if edge.reach is None or span.overlaps(edge.reach))
        return tuple(dict.fromkeys(places))

    @cached_property
    def _kin_of(self) -> Mapping[ClaimLabel, tuple[ClaimLabel, ...]]:
        """By claim: those that it does something to, as `related` has it the other way round."""
        found: dict[ClaimLabel, list[ClaimLabel]] = {}
        for label, others in self._related.items():
            for item in others:
                found.setdefault(item.other, []).append(label)
        return {label: tuple(listed) for label, listed in found.items()}

    @cached_property
    def _cited(self) -> Mapping[EvidenceLabel, list[tuple[Span, ClaimLabel]]]:
        """By document: the places that stances cite, with the claim."""
        found: dict[EvidenceLabel, list[tuple[Span, ClaimLabel]]] = {}
        for stance in self._state.stances.values():
            for passage in stance.passages:
                place = (passage.selector.span, stance.claim)
                found.setdefault(passage.evidence, []).append(place)
        return found
