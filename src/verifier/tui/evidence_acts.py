"""Acts on passages that a search found, as jobs for the writer: cite, mark, put a search on record.

The document's text is read in the writer's thread, where the passage is made of it.
"""

from __future__ import annotations

from typing import NamedTuple

from verifier.desk import marking
from verifier.desk.library import evidence_text, find_evidence, passage_of
from verifier.desk.searches import record_search
from verifier.desk.session import Acted, OpenStory, Session
from verifier.desk.translating import translated
from verifier.model.claim import ClaimLabel
from verifier.model.evidence import Passage
from verifier.model.scales import StanceCode
from verifier.model.story import Slug
from verifier.tui.board import CellMark
from verifier.tui.found import Looked, PassagePlace
from verifier.tui.writer import Answer, Job


class Translation(NamedTuple):
    """What was typed for a passage in another language, and by whom."""

    words: str
    translator: str


def stance_citing(
    claim: ClaimLabel,
    source: Slug,
    code: StanceCode,
    place: PassagePlace,
    *,
    translation: Translation | None = None,
    override: str | None = None,
    of: Slug | None = None,
) -> Job:
    """Mark what a source does with a claim, citing a passage that was found."""

    def run(session: Session, story: OpenStory) -> Acted:
        cited = (_passage(session, place, translation),)
        return marking.mark_stance(
            session, story, claim, source, code, passages=cited, override=override, of=of
        )

    def again(answer: Answer) -> Job:
        chosen = answer.code if isinstance(answer.code, StanceCode) else code
        whom = None if answer.of is None else Slug(answer.of)
        return stance_citing(
            claim,
            source,
            chosen,
            place,
            translation=translation,
            override=answer.override,
            of=whom,
        )

    words = f"{source} {code.value} on {claim}, citing {named(place)}"
    return Job(words, run, (CellMark(claim, source, code),), again)


def cite(
    claim: ClaimLabel, source: Slug, place: PassagePlace, translation: Translation | None = None
) -> Job:
    """Add a passage that was found to the stance that a source has."""

    def run(session: Session, story: OpenStory) -> Acted:
        passage = _passage(session, place, translation)
        return marking.cite(session, story, claim, source, passage)

    return Job(f"{named(place)} cited for {source} on {claim}", run)


def silent(claim: ClaimLabel, source: Slug, looked: Looked) -> Job:
    """Mark a source silent, with the search that it rests on."""
    shown = sum(found.item.source == source for found in looked.passages)
    return Job(
        f"{source} silent on {claim}",
        lambda session, story: marking.mark_stance(
            session, story, claim, source, StanceCode.SILENT, searched=looked.words, found=shown
        ),
        (CellMark(claim, source, StanceCode.SILENT),),
    )


def searched(looked: Looked) -> Job:
    """Put a search on record, with how many passages it showed."""
    claim, _, source = looked.wanted
    found = len(looked.passages)
    return Job(
        f"search for {claim} recorded",
        lambda session, story: record_search(
            session, story, claim, looked.words, source, looked.documents, found
        ),
    )


def named(place: PassagePlace) -> str:
    """A passage as it is cited: E05:120-188."""
    return f"{place.evidence}:{place.start}-{place.end}"


def _passage(session: Session, place: PassagePlace, translation: Translation | None) -> Passage:
    item = find_evidence(session, place.evidence)
    passage = passage_of(item, evidence_text(session, item), place.start, place.end)
    return passage if translation is None else translated(passage, *translation)
