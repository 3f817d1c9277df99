"""A story with its sources as the desk knows them now: grades, parties, and names that were merged.

The story's own stream keeps every mark under the name it was made for. What is counted, shown and
printed goes through `as_known`, which reads a merged-away name as the source it was merged into;
so a merge loses no mark, and undoing it brings every one back to its old name.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from verifier.desk.lookup import living_source
from verifier.desk.session import OpenStory
from verifier.model.claim import Claim
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.event import Subject, SubjectKind
from verifier.model.source import Source
from verifier.model.state import Stamp, StanceKey, State
from verifier.model.story import Slug

Rename = Callable[[Slug], Slug]


def known_state(story: OpenStory) -> State:
    """The story's state with its sources and parties as the library has them now."""
    state = replace(story.state, parties=story.library.parties or story.state.parties)
    return as_known(state, story.registry)


def as_known(state: State, registry: Mapping[Slug, Source]) -> State:
    """`state` with its sources as `registry` has them, and merged names read as what they are."""
    merged = {
        slug: living_source(registry, source).slug
        for slug, source in registry.items()
        if source.merged_into is not None and slug in state.sources
    }
    if not merged:
        known = {slug: registry.get(slug, source) for slug, source in state.sources.items()}
        return replace(state, sources=known)
    return _renamed(state, registry, merged)


def names_meant(story: OpenStory, source: Slug) -> tuple[Slug, ...]:
    """`source` and every name that was merged into it: marks may stand under any of them."""
    registry = story.registry
    meant = [
        slug for slug, item in registry.items() if living_source(registry, item).slug == source
    ]
    return (source, *(slug for slug in meant if slug != source))


def _renamed(state: State, registry: Mapping[Slug, Source], merged: Mapping[Slug, Slug]) -> State:
    def rename(slug: Slug) -> Slug:
        return merged.get(slug, slug)

    sources = {
        rename(slug): registry.get(rename(slug), item) for slug, item in state.sources.items()
    }
    stances = {}
    stamps = dict(state.stamps)
    # A mark under the living name wins over one under a merged name: it is the later one.
    for key, stance in sorted(state.stances.items(), key=lambda item: item[0].source not in merged):
        new = key._replace(source=rename(key.source))
        if new not in stances:
            stances[new] = replace(stance, source=new.source)
            _move(stamps, key, new)
    return replace(
        state,
        sources=sources,
        claims={label: _claim(claim, rename) for label, claim in state.claims.items()},
        stances=stances,
        stamps=stamps,
        evidence={
            label: replace(item, source=rename(item.source))
            for label, item in state.evidence.items()
        },
        dependencies=_edges(state.dependencies, rename),
        questions={
            label: replace(item, source=rename(item.source)) if item.source else item
            for label, item in state.questions.items()
        },
        searches={
            label: replace(item, source=rename(item.source)) if item.source else item
            for label, item in state.searches.items()
        },
    )


def _move(stamps: dict[Subject, Stamp], old: StanceKey, new: StanceKey) -> None:
    """Give the stamp of a stance to its new key."""
    if old != new:
        was = Subject(SubjectKind.STANCE, tuple(str(part) for part in old))
        now = Subject(SubjectKind.STANCE, tuple(str(part) for part in new))
        stamps[now] = stamps[was]


def _claim(claim: Claim, rename: Rename) -> Claim:
    said = tuple(
        replace(
            item,
            source=None if item.source is None else rename(item.source),
            via=tuple(rename(Slug(name)) for name in item.via),
        )
        for item in claim.attributions
    )
    return claim if said == claim.attributions else replace(claim, attributions=said)


def _edges(
    edges: Mapping[DependencyLabel, Dependency], rename: Rename
) -> dict[DependencyLabel, Dependency]:
    """The edges between living sources; one between two names of one source is none."""
    renamed = (
        replace(edge, from_source=rename(edge.from_source), to_source=rename(edge.to_source))
        for edge in edges.values()
    )
    return {edge.label: edge for edge in renamed if edge.from_source != edge.to_source}
