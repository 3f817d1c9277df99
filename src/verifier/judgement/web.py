"""The edges between sources, laid out by the claims that they reach; and where they lead upstream.

An edge upstream is one step from who repeats to whom is repeated. Same record and near-identical
text lead both ways, so that their ends become one node, as sources that repeat each other in a
circle do.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from verifier.judgement.layout import layout_of
from verifier.judgement.newsroom import Newsroom, edges_known, sources_known, standing
from verifier.model.assessment import Related
from verifier.model.claim import ClaimLabel
from verifier.model.decision import Stance
from verifier.model.dependency import Dependency
from verifier.model.evidence import EvidenceLabel
from verifier.model.scales import DependencyKind, DependencyScope, DependencyState
from verifier.model.source import Source
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.model.text import Span

Node = frozenset[Slug]
"""One end of the way upstream: a source, or several that are one record or one circle."""

Neighbours = Callable[[Slug], Iterable[Slug]]
"""The sources one step upstream."""

JOINING = frozenset({DependencyKind.SAME_RECORD, DependencyKind.NEAR_IDENTICAL})
"""The kinds that make one node of their two ends."""


class Step(NamedTuple):
    """One step upstream: who is repeated, and the edge that says so."""

    to: Slug
    edge: Dependency


Steps = Mapping[Slug, tuple[Step, ...]]
"""The steps upstream from each source."""

Keep = Callable[[Dependency], bool]
"""Which edges to follow."""


@dataclass(frozen=True)
class Ways:
    """The steps upstream that count for one claim: those of the whole story, and its own."""

    everywhere: Steps
    here: Steps

    def upward(self, slug: Slug) -> tuple[Step, ...]:
        """The steps from one source."""
        own = self.here.get(slug)
        general = self.everywhere.get(slug, ())
        return (*general, *own) if own else general


@dataclass(frozen=True)
class Web:
    """All edges that count, by what they reach; `sources` with today's slugs for merged ones.

    `everywhere` reach every claim, `local` the claims they are listed under. Edges of a source to
    itself, also after a merge, are left out.
    """

    everywhere: tuple[Dependency, ...]
    local: Mapping[ClaimLabel, tuple[Dependency, ...]]
    sources: Mapping[Slug, Source]
    general: Steps
    general_down: Steps

    def reaching(self, claim: ClaimLabel) -> tuple[Dependency, ...]:
        """The unrejected edges in scope of a claim."""
        here = self.local.get(claim, ())
        return (*self.everywhere, *here) if here else self.everywhere

    def ways(self, claim: ClaimLabel) -> Ways:
        """The steps upstream that count for a claim."""
        here = self.local.get(claim, ())
        return Ways(self.general, steps(here, self.sources) if here else {})

    def down(self, claim: ClaimLabel) -> Ways:
        """The steps downstream for a claim: from who is repeated to who repeats."""
        here = self.local.get(claim, ())
        return Ways(self.general_down, steps_down(here, self.sources) if here else {})


Kin = Mapping[ClaimLabel, tuple[Related, ...]]
"""By claim: the other claims of the story that speak of the same thing."""


def web_of(state: State, newsroom: Newsroom, related: Kin) -> Web:
    """The unrejected edges of the state and of the documents, by the claims that they reach.

    An edge reaches what its scope says, the parts of a split claim, and the claims that the
    repeating source speaks of in a claim that it reaches: who only repeats there says nothing of
    its own here either.
    """
    sources = sources_known(state, newsroom)
    everywhere: list[Dependency] = []
    local: dict[ClaimLabel, list[Dependency]] = {}
    places = _Places(state)
    for edge in edges_known(state, newsroom).values():
        if edge.is_rejected or _is_to_itself(edge, sources):
            continue
        if edge.scope is DependencyScope.STORY and edge.evidence is None:
            everywhere.append(edge)
            continue
        for label in places.reached(edge):
            local.setdefault(label, []).append(edge)
    _add_related(state, related, local)
    return Web(
        tuple(everywhere),
        {key: tuple(value) for key, value in local.items()},
        sources,
        steps(everywhere, sources),
        steps_down(everywhere, sources),
    )


def _add_related(state: State, related: Kin, local: dict[ClaimLabel, list[Dependency]]) -> None:
    own = {label: tuple(edges) for label, edges in local.items()}
    for label, others in related.items():
        for other in others:
            for edge in own.get(other.other, ()):
                here = local.setdefault(label, [])
                if edge not in here and _speaks(state, other.other, edge.from_source):
                    here.append(edge)


def _speaks(state: State, claim: ClaimLabel, source: Slug) -> bool:
    said = state.claims[claim].attributions if claim in state.claims else ()
    return any(source == item.source or source in item.via for item in said)


def claims_reached(state: State, edge: Dependency, related: Kin) -> frozenset[ClaimLabel]:
    """The claims in the scope of an edge, whether it is rejected or not; as `web_of` has it."""
    if edge.scope is DependencyScope.STORY and edge.evidence is None:
        return frozenset(state.claims)
    reached = frozenset(_Places(state).reached(edge))
    speaking = {label for label in reached if _speaks(state, label, edge.from_source)}
    if not speaking:
        return reached
    kin = (c for c, others in related.items() if any(o.other in speaking for o in others))
    return reached.union(kin)


def _is_to_itself(edge: Dependency, sources: Mapping[Slug, Source]) -> bool:
    return standing(edge.from_source, sources) == standing(edge.to_source, sources)


class _Places:
    """Where claims stand, and what is cited for them, laid out on first need."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._cited: dict[EvidenceLabel, list[tuple[Span, ClaimLabel]]] | None = None

    def reached(self, edge: Dependency) -> Iterable[ClaimLabel]:
        """The claims in the scope of an edge, parts of a split claim with it; each once."""
        if edge.evidence is not None and edge.scope is not DependencyScope.CLAIM:
            return self._citing(edge.evidence, edge.reach)
        if edge.scope is DependencyScope.CLAIM:
            return self._with_parts(edge.claims)
        if edge.scope is DependencyScope.PARAGRAPH:
            return self._within(edge.reach) if edge.reach is not None else ()
        return self._state.claims

    def _with_parts(self, claims: Iterable[ClaimLabel]) -> Iterable[ClaimLabel]:
        parts = layout_of(self._state.claims).parts
        if not parts:
            return dict.fromkeys(claims)
        found: dict[ClaimLabel, None] = {}
        ahead = list(reversed(tuple(claims)))
        while ahead:
            label = ahead.pop()
            if label not in found:
                found[label] = None
                ahead.extend(reversed(parts.get(label, ())))
        return found

    def _within(self, reach: Span) -> list[ClaimLabel]:
        starts = layout_of(self._state.claims).starts
        first = bisect_left(starts, (reach.start, ClaimLabel("")))
        last = bisect_left(starts, (reach.end, ClaimLabel("")))
        return [label for _, label in starts[first:last]]

    def _citing(self, evidence: EvidenceLabel, reach: Span | None) -> Iterable[ClaimLabel]:
        if self._cited is None:
            self._cited = _cited(self._state.stances.values())
        return dict.fromkeys(
            label
            for span, label in self._cited.get(evidence, ())
            if reach is None or span.overlaps(reach)
        )


def _cited(stances: Iterable[Stance]) -> dict[EvidenceLabel, list[tuple[Span, ClaimLabel]]]:
    """By document: the places that stances cite, with the claim."""
    found: dict[EvidenceLabel, list[tuple[Span, ClaimLabel]]] = {}
    for stance in stances:
        for passage in stance.passages:
            place = (passage.selector.span, stance.claim)
            found.setdefault(passage.evidence, []).append(place)
    return found


def steps(edges: Iterable[Dependency], sources: Mapping[Slug, Source]) -> Steps:
    """The steps upstream that `edges` allow, by the source they start from."""
    found: dict[Slug, tuple[Step, ...]] = {}
    for edge in edges:
        first, last = standing(edge.from_source, sources), standing(edge.to_source, sources)
        found[first] = (*found.get(first, ()), Step(last, edge))
        if edge.kind in JOINING:
            found[last] = (*found.get(last, ()), Step(first, edge))
    return found


def steps_down(edges: Iterable[Dependency], sources: Mapping[Slug, Source]) -> Steps:
    """The steps of `edges` the other way, from who is repeated to who repeats."""
    found: dict[Slug, tuple[Step, ...]] = {}
    for edge in edges:
        first, last = standing(edge.from_source, sources), standing(edge.to_source, sources)
        found[last] = (*found.get(last, ()), Step(first, edge))
        if edge.kind in JOINING:
            found[first] = (*found.get(first, ()), Step(last, edge))
    return found


def is_confirmed(edge: Dependency) -> bool:
    """Whether a person confirmed an edge."""
    return edge.state is DependencyState.CONFIRMED


def is_firm(edge: Dependency) -> bool:
    """Whether an edge is more than suspected."""
    return edge.state is not DependencyState.SUSPECTED


def ends_upstream(starts: Iterable[Slug], upstream: Neighbours) -> dict[Slug, frozenset[Node]]:
    """For each of `starts`, the end nodes that the way upstream leads to; linear in what is met.

    Sources in a circle are one node (Tarjan's strongly connected components, without recursion).

    >>> steps_up = {"isw": ["diu"], "a": ["b"], "b": ["a"]}
    >>> found = ends_upstream(["isw", "a", "x"], lambda slug: steps_up.get(slug, ()))
    >>> [sorted(sorted(node) for node in found[start]) for start in ("isw", "a", "x")]
    [[['diu']], [['a', 'b']], [['x']]]
    """
    search = _Search(upstream)
    wanted = tuple(starts)
    for start in wanted:
        search.visit(start)
    return {start: search.ends[search.node_of[start]] for start in wanted}


class _Search:
    """Tarjan's search: the nodes met so far, each with the end nodes above it."""

    def __init__(self, upstream: Neighbours) -> None:
        self._upstream = upstream
        self._number: dict[Slug, int] = {}
        self._low: dict[Slug, int] = {}
        self._open: list[Slug] = []
        self.node_of: dict[Slug, Node] = {}
        self.ends: dict[Node, frozenset[Node]] = {}

    def visit(self, start: Slug) -> None:
        """Follow every way upstream from a source that was not met yet."""
        if start in self._number:
            return
        path = [(start, iter(self._enter(start)))]
        while path:
            slug, ahead = path[-1]
            following = next(ahead, None)
            if following is None:
                path.pop()
                if path:
                    below = path[-1][0]
                    self._low[below] = min(self._low[below], self._low[slug])
                if self._low[slug] == self._number[slug]:
                    self._close(slug)
            elif following not in self._number:
                path.append((following, iter(self._enter(following))))
            elif following not in self.node_of:
                self._low[slug] = min(self._low[slug], self._number[following])

    def _enter(self, slug: Slug) -> tuple[Slug, ...]:
        self._number[slug] = self._low[slug] = len(self._number)
        self._open.append(slug)
        return tuple(self._upstream(slug))

    def _close(self, slug: Slug) -> None:
        """Make one node of the circle that ends here, and note the ends above it."""
        at = self._open.index(slug) if self._open[-1] != slug else len(self._open) - 1
        node = frozenset(self._open[at:])
        del self._open[at:]
        for member in node:
            self.node_of[member] = node
        above = {
            self.node_of[other]
            for member in node
            for other in self._upstream(member)
            if self.node_of[other] is not node
        }
        self.ends[node] = frozenset().union(*(self.ends[other] for other in above)) or frozenset(
            [node]
        )
