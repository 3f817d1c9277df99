"""What a search of the evidence gives for a claim, and how each passage compares with it.

The questions here are answered in the writer's thread; what they give is drawn by the screens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from verifier.model.comparison import FacetComparison, Setting
from verifier.model.text import Span

if TYPE_CHECKING:
    from verifier.desk.comparing import Side
    from verifier.desk.searching import Hit
    from verifier.desk.session import OpenStory, Session
    from verifier.model.claim import ClaimLabel
    from verifier.model.evidence import EvidenceItem, EvidenceLabel
    from verifier.model.state import State
    from verifier.model.story import Slug
    from verifier.model.text import Digest
    from verifier.tui.writer import Question

SHOWN = 12
"""Passages that a search shows at most."""


class PassagePlace(NamedTuple):
    """Where a passage stands: offsets into the text of an evidence item, half-open."""

    evidence: EvidenceLabel
    start: int
    end: int


class FoundPassage(NamedTuple):
    """A passage that was found, in its document; `why` names what matched."""

    item: EvidenceItem
    place: PassagePlace
    text: str
    why: str


class Wanted(NamedTuple):
    """What is looked for: an empty `query` is the claim's own words, `source` None everybody."""

    claim: ClaimLabel
    query: str = ""
    source: Slug | None = None


@dataclass(frozen=True)
class Looked:
    """What a search gave. `words` are those looked for, `documents` how many were searched.

    `library` is the head of the library searched: with another one the answer is old.
    """

    wanted: Wanted
    words: str
    documents: int
    passages: tuple[FoundPassage, ...]
    library: Digest


@dataclass(frozen=True)
class Compared:
    """A claim's words beside the passages found for it.

    The spans of each passage's facets are offsets into `words` and into the passage's own text.
    """

    claim: ClaimLabel
    words: str
    facets: Mapping[PassagePlace, tuple[FacetComparison, ...]]


def look_for(wanted: Wanted, limit: int = SHOWN) -> Question:
    """The question that a search is: it gives a `Looked`."""

    def run(session: Session, story: OpenStory) -> Looked:
        from verifier.desk.lookup import claim_named
        from verifier.desk.searching import proposals_for, search

        claim = claim_named(story, wanted.claim)
        items = _searched(story.library, wanted.source)
        source, query = wanted.source, wanted.query
        if not items:
            hits: Sequence[Hit] = ()
        elif query:
            hits = search(session, query, source=source, limit=limit)
        else:
            hits = proposals_for(session, story, claim, source=source, limit=limit)
        passages = tuple(
            FoundPassage(
                items[hit.evidence],
                PassagePlace(hit.evidence, hit.start, hit.end),
                hit.text,
                hit.why,
            )
            for hit in hits
            if hit.evidence in items
        )
        words = query or claim.standalone
        return Looked(wanted, words, len(items), passages, story.library.head)

    return run


def compare_with(claim: ClaimLabel, passages: Sequence[FoundPassage]) -> Question:
    """The question how a claim stands to some passages: it gives a `Compared`."""

    def run(session: Session, story: OpenStory) -> Compared:
        from verifier.desk.comparing import Side, aliases_in, compare_sides

        side = _claim_side(story, claim)
        names = aliases_in(story)
        facets = {}
        for found in passages:
            theirs = Side(found.text, Span(0, len(found.text)), setting=_setting(found.item))
            every = compare_sides(side, theirs, names).facets
            facets[found.place] = tuple(_from(each, side.span.start) for each in every)
        return Compared(claim, side.words, facets)

    return run


def _searched(library: State, source: Slug | None) -> dict[EvidenceLabel, EvidenceItem]:
    """The documents that can be searched, those of one source where one is given."""
    return {
        label: item
        for label, item in library.evidence.items()
        if item.is_readable and source in (None, item.source)
    }


def _claim_side(story: OpenStory, claim: ClaimLabel) -> Side:
    """The claim in the story, or as it stands alone where the story has it no longer."""
    from verifier.desk.comparing import side_of_claim, typed_side
    from verifier.model.errors import BadInput

    try:
        return side_of_claim(story, claim)
    except BadInput:
        return typed_side(story.state.claims[claim].standalone)


def _setting(item: EvidenceItem) -> Setting:
    return Setting(item.published_at, item.language)


def _from(facet: FacetComparison, start: int) -> FacetComparison:
    """A comparison with the claim's offsets counted from `start`."""

    def moved(span: Span) -> Span:
        return Span(span.start - start, span.end - start)

    ops = tuple(replace(op, claim=moved(op.claim)) for op in facet.ops)
    return replace(facet, claim=moved(facet.claim), ops=ops)
