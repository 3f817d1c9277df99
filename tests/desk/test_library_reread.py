"""Reading evidence again: citations keep their words, and nothing is lost."""

from dataclasses import replace

import pytest
from story_at_hand import a_story, again, claim_with

from verifier.desk.library import (
    AddedEvidence,
    EvidenceDetails,
    add_evidence,
    add_failed,
    evidence_text,
    find_evidence,
    read_citation,
)
from verifier.desk.marking import mark_stance
from verifier.desk.registry import add_source
from verifier.desk.rereading_evidence import anchored_in, reread_evidence
from verifier.desk.session import OpenStory, Session
from verifier.desk.withdrawing import withdraw_evidence
from verifier.model.claim import ClaimLabel
from verifier.model.document import Document
from verifier.model.errors import Refused
from verifier.model.evidence import EvidenceLabel, Passage
from verifier.model.scales import CaptureState, Medium, SourceKind, StanceCode
from verifier.model.text import Digest, Span, select
from verifier.reading import read_bytes

PAGE = """<html><head><title>Log</title></head><body><article><h1>Log of the night</h1>
<p>The pumps at the north gate stopped at ten on Monday evening, the county fire service said.</p>
<p>Eleven houses were lost in the flood, and forty people were taken to the school on the hill.</p>
<figure><figcaption>The gate</figcaption></figure></article></body></html>"""


def as_an_older_reader_read_it(text: str) -> Document:
    """The page with another text, as if the reader of its day had made it."""
    return replace(read_bytes(PAGE.encode(), "log.html"), text=text, places=(), reader="html-0")


@pytest.fixture
def old(session: Session) -> AddedEvidence:
    """An item that an older reader read: with the menu before the text, and another caption."""
    add_source(session, "County Fire", kind=SourceKind.OFFICIAL)
    text = (
        "Home\nSport\nThe pumps at the north gate stopped at ten on Monday evening, the county "
        "fire service said.\nEleven houses were lost in the flood,\nand forty people were taken."
    )
    document = as_an_older_reader_read_it(text)
    return add_evidence(session, document, "county-fire", EvidenceDetails(file_name="log.html"))


def citing(session: Session, story: OpenStory, claim: ClaimLabel, words: str) -> Passage:
    """A stance on the claim that cites these words of the item."""
    text = evidence_text(session, find_evidence(session, "E01"))
    start = text.index(words)
    passage = read_citation(session, f"E01:{start}-{start + len(words)}")
    source = find_evidence(session, "E01").source
    mark_stance(session, story, claim, source, StanceCode.PARTLY, passages=(passage,))
    return passage


def test_citations_move_to_their_words_in_the_new_text(
    session: Session, old: AddedEvidence
) -> None:
    story = a_story(session)
    claim = claim_with(story, "12 houses").label
    citing(session, story, claim, "Eleven houses were lost in the flood,\nand forty people")
    found = reread_evidence(session, "E01")
    assert (found.is_changed, found.moved, found.lost) == (True, 1, ())
    (stance,) = again(session, story).state.stances.values()
    (passage,) = stance.passages
    text = evidence_text(session, find_evidence(session, "E01"))
    assert passage.sha256 == found.item.text_sha256
    assert (
        passage.selector.span.of(text) == "Eleven houses were lost in the flood, and forty people"
    )
    assert again(session, story).state.evidence[EvidenceLabel("E01")] == found.item
    assert session.store.check() == ()


def test_a_citation_that_is_not_found_stays_on_the_old_text(
    session: Session, old: AddedEvidence
) -> None:
    story = a_story(session)
    claim = claim_with(story, "12 houses").label
    passage = citing(session, story, claim, "Home")
    found = reread_evidence(session, "E01")
    assert [(item.citing.claim, item.words) for item in found.lost] == [(claim, "Home")]
    (stance,) = again(session, story).state.stances.values()
    assert stance.passages == (passage,)
    old_text = session.store.get_bytes(passage.sha256).decode()
    assert passage.selector.span.of(old_text) == "Home"


def test_reading_again_with_the_same_reader_changes_nothing(session: Session) -> None:
    add_source(session, "County Fire", kind=SourceKind.OFFICIAL)
    document = read_bytes(PAGE.encode(), "log.html")
    add_evidence(session, document, "county-fire", EvidenceDetails(file_name="log.html"))
    assert not reread_evidence(session, "E01").is_changed


def test_what_failed_is_read_where_it_can_be_now(session: Session) -> None:
    add_source(session, "County Fire", kind=SourceKind.OFFICIAL)
    said = EvidenceDetails(file_name="log.html")
    failed = add_failed(session, PAGE.encode(), "no reader of that day", "county-fire", said).item
    assert failed.capture is CaptureState.FAILED
    item = reread_evidence(session, "E01").item
    assert (item.capture, item.medium, item.problem) == (CaptureState.OK, Medium.HTML, "")
    assert "Eleven houses" in evidence_text(session, item)


def test_what_still_cannot_be_read_says_why(session: Session) -> None:
    add_source(session, "County Fire", kind=SourceKind.OFFICIAL)
    said = EvidenceDetails(file_name="a.pdf")
    add_failed(session, b"%PDF-1.4 cut", "damaged", "county-fire", said)
    found = reread_evidence(session, "E01")
    assert not found.is_changed
    assert "damaged" in found.problem


def test_withdrawn_and_empty_items_are_refused(session: Session, old: AddedEvidence) -> None:
    add_failed(session, b"", "it is a pipe", "county-fire", EvidenceDetails(file_name="pipe"))
    with pytest.raises(Refused, match="no bytes"):
        reread_evidence(session, "E02")
    withdraw_evidence(session, "E01")
    with pytest.raises(Refused, match="withdrawn"):
        reread_evidence(session, "E01")


NEW = Digest("1" * 64)


def passage_in(text: str, words: str, nth: int = 0) -> Passage:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    selector = select(text, Span(start, start + len(words)))
    return Passage(EvidenceLabel("E01"), Digest("0" * 64), selector)


def test_of_two_places_the_one_with_the_same_surroundings_is_taken() -> None:
    text = "At the gate nobody was hurt. In the town nobody was hurt."
    found = anchored_in(f"More.\n\n{text}", passage_in(text, "nobody was hurt", nth=1), NEW)
    assert found is not None
    assert found.selector.start == len("More.\n\n") + text.rindex("nobody")


def test_of_two_places_alike_none_is_taken() -> None:
    passage = passage_in("Nobody.", "Nobody.")
    assert anchored_in("Nobody. x Nobody.", replace(passage, selector=replace(
        passage.selector, prefix="y", suffix="z")), NEW) is None  # fmt: skip
