"""What the rules propose for a story, with its sources as the library knows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from verifier.desk.lookup import living_source, names_of
from verifier.desk.newsroom import known_here
from verifier.model.dependency import Dependency
from verifier.model.document import StoryReading
from verifier.model.event import DESK, Act, EventKind, Subject, SubjectKind
from verifier.model.scales import FURNITURE
from verifier.model.source import Source
from verifier.model.state import State
from verifier.record.fold import change_of

if TYPE_CHECKING:
    from verifier.claims.dependencies import DependencyReading
    from verifier.store import Intent


def read_for_claims(
    text: str, library: State, *, dateline: date | None, language: str
) -> StoryReading:
    """The reading of a story's text by today's rules, each source as the library has it.

    With the dependencies that its words show. Raises BadInput where the newsroom's file of sources
    is broken.
    """
    from verifier.claims import read_story

    known = known_here()
    reading = read_story(text, dateline=dateline, language=language, known=known)
    return _with_dependencies(text, _as_registered(reading, library), library)


def living_sources(library: State) -> tuple[Source, ...]:
    """The sources of the library that were not merged into another one."""
    return tuple(source for source in library.sources.values() if source.merged_into is None)


def as_registered_edges(
    found: DependencyReading, library: State
) -> tuple[tuple[Dependency, ...], tuple[Source, ...]]:
    """The edges that were read and the sources that only they name, each as the library has it.

    An edge between two names of one source is none.
    """
    known = {source.slug: registered(source, library) for source in found.sources}
    slugs = {slug: source.slug for slug, source in known.items()}
    renamed = (
        replace(
            edge,
            from_source=slugs.get(edge.from_source, edge.from_source),
            to_source=slugs.get(edge.to_source, edge.to_source),
        )
        for edge in found.dependencies
    )
    edges = tuple(edge for edge in renamed if edge.from_source != edge.to_source)
    return edges, tuple(known.values())


def _with_dependencies(text: str, reading: StoryReading, library: State) -> StoryReading:
    from verifier.claims.dependencies import read_dependencies

    found = read_dependencies(
        text,
        reading.claims,
        (*reading.sources, *living_sources(library)),
        known=known_here(),
        left_out=[item.span for item in reading.excluded if item.why in FURNITURE],
    )
    edges, named = as_registered_edges(found, library)
    sources = {source.slug: source for source in (*named, *reading.sources)}
    first = dict.fromkeys(source.slug for source in (*reading.sources, *named))
    return replace(reading, dependencies=edges, sources=tuple(sources[slug] for slug in first))


def with_new_sources(library: State, sources: Iterable[Source], intent: Intent) -> list[Intent]:
    """`intent`, and before it what adds to the library those of `sources` that it does not know."""
    from verifier.store import Intent

    new = [
        change_of(library, Subject(SubjectKind.SOURCE, (source.slug,)), source)
        for source in sources
        if source.slug not in library.sources
    ]
    added = tuple(change for change in new if change is not None)
    if not added:
        return [intent]
    return [Intent(DESK, Act(EventKind.SOURCES_ADDED, added), library.seq), intent]


def _as_registered(reading: StoryReading, library: State) -> StoryReading:
    """The reading with its sources as the library knows them, by slug, name or alias."""
    known = {source.slug: registered(source, library) for source in reading.sources}
    slugs = {slug: source.slug for slug, source in known.items()}
    claims = tuple(
        replace(
            claim,
            attributions=tuple(
                replace(said, source=slugs.get(said.source, said.source)) if said.source else said
                for said in claim.attributions
            ),
        )
        for claim in reading.claims
    )
    distinct = {source.slug: source for source in known.values()}
    return replace(reading, sources=tuple(distinct.values()), claims=claims)


def registered(source: Source, library: State) -> Source:
    """The one source of the library that is meant; the source as proposed where none is."""
    same = library.sources.get(source.slug)
    if same is not None:
        return living_source(library.sources, same)
    names = names_of(source)
    living = (item for item in library.sources.values() if item.merged_into is None)
    fitting = [item for item in living if names & names_of(item)]
    return fitting[0] if len(fitting) == 1 else source
