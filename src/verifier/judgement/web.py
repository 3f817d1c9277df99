"""The edges between sources, laid out by the claims that they reach.

An edge upstream is one step from who repeats to whom is repeated. Same record and near-identical
text lead both ways, so that their ends become one node, as sources that repeat each other in a
circle do.
"""

from collections import ChainMap
from collections.abc import Callable, Collection, Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from verifier.judgement.newsroom import Newsroom, edges_known, sources_known, standing
from verifier.judgement.reach import Kin, Reach, is_citing, is_everywhere
from verifier.judgement.upstream import Node, ends_upstream
from verifier.model.claim import ClaimLabel
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.scales import DependencyKind, DependencyState
from verifier.model.source import Source
from verifier.model.state import State
from verifier.model.story import Slug

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


class Led(NamedTuple):
    """Where the way upstream from a source leads: the end nodes, and the edges followed."""

    ends: frozenset[Node]
    followed: tuple[Dependency, ...]


Known = dict[tuple[Slug, Keep | None], Led]
"""Where the edges of the whole story lead, from sources that were asked about before."""


@dataclass(frozen=True)
class Ways:
    """The steps upstream that count for one claim: those of the whole story, and its own.

    `known` is filled as it is asked: for a claim without edges of its own the way is every claim's.
    """

    everywhere: Steps
    here: Steps
    known: Known = field(default_factory=dict, compare=False, repr=False)

    def upward(self, slug: Slug) -> tuple[Step, ...]:
        """The steps from one source."""
        own = self.here.get(slug)
        general = self.everywhere.get(slug, ())
        return (*general, *own) if own else general

    def led(self, starts: Collection[Slug], keep: Keep | None = None) -> tuple[Led, ...]:
        """Where each of `starts` leads, over the edges to `keep`."""
        if self.here:
            return self._led(starts, keep)
        found = []
        for slug in starts:
            led = self.known.get((slug, keep))
            if led is None:
                led = self.known[slug, keep] = self._led((slug,), keep)[0]
            found.append(led)
        return tuple(found)

    def _led(self, starts: Collection[Slug], keep: Keep | None) -> tuple[Led, ...]:
        """As `led`, in one search; the edges that were followed are noted with the first."""
        met: dict[Slug, tuple[Slug, ...]] = {}
        followed: list[Dependency] = []

        def upstream(slug: Slug) -> tuple[Slug, ...]:
            """The sources one step upstream; the edges that lead there are noted."""
            found = met.get(slug)
            if found is None:
                taken = [step for step in self.upward(slug) if keep is None or keep(step.edge)]
                followed.extend(step.edge for step in taken)
                found = met[slug] = tuple(step.to for step in taken)
            return found

        if not any(upstream(slug) for slug in starts):
            return tuple(Led(frozenset([frozenset([slug])]), ()) for slug in starts)
        ends = ends_upstream(starts, upstream)
        return tuple(Led(ends[s], tuple(followed) if n == 0 else ()) for n, s in enumerate(starts))


Edges = tuple[Dependency, ...]
"""Some edges, in the order in which the story lists them."""

Listed = MutableMapping[ClaimLabel, Edges]
"""By claim: the edges that reach it, and not the whole story."""


@dataclass(frozen=True)
class Web:
    """All edges that count, by what they reach; `sources` with today's slugs for merged ones.

    `everywhere` reach every claim; `local` the claims they are listed under, by their own scope,
    and `through` those that they reach through a claim about the same thing. Rejected edges and
    those of a source to itself, also after a merge, are left out. `order` is the place of every
    edge of the story in its list.
    """

    everywhere: tuple[Dependency, ...]
    local: Listed
    through: Listed
    sources: Mapping[Slug, Source]
    general: Steps
    general_down: Steps
    reach: Reach
    order: Mapping[DependencyLabel, int]
    known: Known = field(default_factory=dict, compare=False, repr=False)

    def here(self, claim: ClaimLabel) -> tuple[Dependency, ...]:
        """The edges that reach a claim, and not the whole story."""
        return (*self.local.get(claim, ()), *self.through.get(claim, ()))

    def reaching(self, claim: ClaimLabel) -> tuple[Dependency, ...]:
        """The unrejected edges in scope of a claim."""
        return (*self.everywhere, *self.here(claim))

    def ways(self, claim: ClaimLabel) -> Ways:
        """The steps upstream that count for a claim."""
        here = self.here(claim)
        return Ways(self.general, steps(here, self.sources) if here else {}, self.known)

    def down(self, claim: ClaimLabel) -> Ways:
        """The steps downstream for a claim: from who is repeated to who repeats."""
        here = self.here(claim)
        return Ways(self.general_down, steps_down(here, self.sources) if here else {})


def web_of(state: State, newsroom: Newsroom, related: Kin) -> Web:
    """The unrejected edges of the state and of the documents, by the claims that they reach.

    An edge reaches what its scope says, the parts of a split claim, and the claims that the
    repeating source speaks of in a claim that it reaches: who only repeats there says nothing of
    its own here either. Kept while claims and edges stay the same.
    """
    return _kept(_Woven(state, newsroom, lambda: _woven(state, newsroom, related)))


def web_after(
    before: State, state: State, label: DependencyLabel, newsroom: Newsroom, related: Kin
) -> Web:
    """`web_of(state, …)` where only the edge `label` differs from the state `before`.

    Made from the web of `before`, at the cost of what the edge reaches.
    """

    def made() -> Web:
        """The web before, with the edge as it is now."""
        edges = edges_known(state, newsroom)
        was = edges_known(before, newsroom).get(label)
        web = replace(web_of(before, newsroom, related), order=_order(edges))
        web = with_edge(web, was, edges.get(label))
        return replace(web, local=dict(web.local), through=dict(web.through))

    return _kept(_Woven(state, newsroom, made))


class _Woven:
    """What a web was made of, compared without looking into it; `make` makes it."""

    def __init__(self, state: State, newsroom: Newsroom, make: Callable[[], Web]) -> None:
        self.make = make
        self._same = (state.claims, state.dependencies)
        citing = any(is_citing(edge) for edge in edges_known(state, newsroom).values())
        self._cited = state.stances if citing else None
        self._equal = (sources_known(state, newsroom), newsroom.dependencies)

    def __hash__(self) -> int:
        return hash(tuple(id(each) for each in self._same))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Woven)
            and all(one is two for one, two in zip(self._same, other._same, strict=True))
            and self._cited is other._cited
            and self._equal == other._equal
        )


@lru_cache(maxsize=4)
def _kept(woven: _Woven) -> Web:
    return woven.make()


def _woven(state: State, newsroom: Newsroom, related: Kin) -> Web:
    sources = sources_known(state, newsroom)
    reach = Reach(state, related)
    edges = edges_known(state, newsroom)
    everywhere: list[Dependency] = []
    local: dict[ClaimLabel, list[Dependency]] = {}
    through: dict[ClaimLabel, list[Dependency]] = {}
    for edge in edges.values():
        if not _counts(edge, sources):
            continue
        if is_everywhere(edge):
            everywhere.append(edge)
            continue
        direct = reach.direct(edge)
        for label in direct:
            local.setdefault(label, []).append(edge)
        for label in reach.through(edge, direct):
            through.setdefault(label, []).append(edge)
    return Web(
        tuple(everywhere),
        {label: tuple(found) for label, found in local.items()},
        {label: tuple(found) for label, found in through.items()},
        sources,
        steps(everywhere, sources),
        steps_down(everywhere, sources),
        reach,
        _order(edges),
    )


def _order(edges: Iterable[DependencyLabel]) -> Mapping[DependencyLabel, int]:
    return {label: number for number, label in enumerate(edges)}


def _counts(edge: Dependency, sources: Mapping[Slug, Source]) -> bool:
    """Whether an edge stands, and leads from one source to another one."""
    first, last = _ends(edge, sources)
    return not edge.is_rejected and first != last


def with_edge(web: Web, was: Dependency | None, now: Dependency | None) -> Web:
    """The web with the edge `now` in the place of `was`; None for no edge before, or after."""
    if was is not None and _counts(was, web.sources):
        web = _changed(web, was, lambda edges: _without(edges, was))
    if now is not None and _counts(now, web.sources):
        web = _changed(web, now, lambda edges: _in_place(edges, now, web.order))
    return web


def _without(edges: Edges, edge: Dependency) -> Edges:
    return tuple(other for other in edges if other.label != edge.label)


def _in_place(edges: Edges, edge: Dependency, order: Mapping[DependencyLabel, int]) -> Edges:
    """Some edges and one more, in the order of the story's list."""
    found = (*_without(edges, edge), edge)
    return tuple(sorted(found, key=lambda other: order.get(other.label, len(order))))


def _changed(web: Web, edge: Dependency, change: Callable[[Edges], Edges]) -> Web:
    """The web with the edges changed of all the claims that `edge` reaches."""
    if is_everywhere(edge):
        everywhere = change(web.everywhere)
        return replace(
            web,
            everywhere=everywhere,
            general=steps(everywhere, web.sources),
            general_down=steps_down(everywhere, web.sources),
            known={},
        )
    direct = web.reach.direct(edge)
    beside = web.reach.through(edge, direct)
    return replace(
        web,
        local=_over(web.local, {label: change(web.local.get(label, ())) for label in direct}),
        through=_over(web.through, {c: change(web.through.get(c, ())) for c in beside}),
    )


def _over(listed: Listed, changed: dict[ClaimLabel, Edges]) -> Listed:
    """`listed` with some claims' edges changed, without a copy of the others."""
    return ChainMap(changed, dict(listed) if isinstance(listed, ChainMap) else listed)


def steps(edges: Iterable[Dependency], sources: Mapping[Slug, Source]) -> Steps:
    """The steps upstream that `edges` allow, by the source they start from."""
    return _by_start((*_ends(edge, sources), edge) for edge in edges)


def steps_down(edges: Iterable[Dependency], sources: Mapping[Slug, Source]) -> Steps:
    """The steps of `edges` the other way, from who is repeated to who repeats."""
    return _by_start((*_ends(edge, sources)[::-1], edge) for edge in edges)


def _ends(edge: Dependency, sources: Mapping[Slug, Source]) -> tuple[Slug, Slug]:
    """Who repeats and who is repeated, as they stand now."""
    return standing(edge.from_source, sources), standing(edge.to_source, sources)


def _by_start(listed: Iterable[tuple[Slug, Slug, Dependency]]) -> Steps:
    found: dict[Slug, list[Step]] = {}
    for first, last, edge in listed:
        found.setdefault(first, []).append(Step(last, edge))
        if edge.kind in JOINING:
            found.setdefault(last, []).append(Step(first, edge))
    return {slug: tuple(steps) for slug, steps in found.items()}


def is_confirmed(edge: Dependency) -> bool:
    """Whether a person confirmed an edge."""
    return edge.state is DependencyState.CONFIRMED


def is_firm(edge: Dependency) -> bool:
    """Whether an edge is more than suspected."""
    return edge.state is not DependencyState.SUSPECTED


def is_told(edge: Dependency) -> bool:
    """Whether an edge is of the story's own words, by which one source repeats another."""
    return edge.kind not in JOINING and edge.evidence is None
