"""Section 9 of the report: what became of the documents, and where cited words stand in them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from story_at_hand import a_story, again, claim_with
from web_at_hand import Server, page, web_of

from verifier.desk.capturing import capture_evidence
from verifier.desk.collecting import FoundFile, add_file
from verifier.desk.drifting import drifted_citations
from verifier.desk.library import EvidenceDetails, add_evidence, evidence_text, passage_of
from verifier.desk.marking import mark_stance
from verifier.desk.registry import SourceEdit, add_source, edit_source
from verifier.desk.reports import build_report, report_bytes
from verifier.desk.searches import record_search
from verifier.desk.session import OpenStory, Session
from verifier.desk.withdrawing import withdraw_evidence
from verifier.model.evidence import EvidenceItem
from verifier.model.report import Drift
from verifier.model.scales import CaptureState, SourceKind, StanceCode
from verifier.model.story import Slug
from verifier.reading import read_bytes

FIRE = Slug("county-fire")
FIRST = """<html><head><title>Pumps</title></head><body><article><h1>Pumps</h1>
<p>The pumps at the north gate failed at ten on Monday evening, the log of the night says.</p>
<p>Nobody was at the gate when it happened, and the next crew came only after midnight.</p>
</article></body></html>"""
LATER = FIRST.replace("at ten on Monday", "at eleven on Monday")
ROWS = "place,hour,what\nnorth gate,22:05,pumps failed\nsouth gate,23:40,pumps ran\n"


@pytest.fixture(autouse=True)
def fire_service(session: Session) -> None:
    """A source that the story's claim on the pumps can be marked with."""
    add_source(session, "County Fire", kind=SourceKind.OFFICIAL)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server({"/pumps": page(FIRST)}) as running:
        yield running


def cited(session: Session, item: EvidenceItem, words: str) -> OpenStory:
    """A story whose claim on the pumps cites these words of an item."""
    story = a_story(session)
    text = evidence_text(session, item)
    start = text.index(words)
    passage = passage_of(item, text, start, start + len(words))
    claim = claim_with(story, "pumps").label
    return mark_stance(session, story, claim, FIRE, StanceCode.ASSERTS, passages=(passage,)).story


def captured(session: Session, server: Server) -> EvidenceItem:
    return capture_evidence(session, server.url("/pumps"), FIRE, None, web_of(server)).item


def test_a_cited_row_is_named_in_ledger_and_register(session: Session) -> None:
    document = read_bytes(ROWS.encode(), "log.csv")
    item = add_evidence(session, document, FIRE, EvidenceDetails(file_name="log.csv")).item
    report = build_report(session, cited(session, item, "pumps failed"))
    (used,) = report.register[0].passages
    assert used.place == "row 2"
    (line,) = report.ledger[0].stances
    assert line.places == ("row 2",)


@pytest.mark.parametrize("report_format", ["html", "md"])
def test_every_format_prints_the_row(session: Session, report_format: str) -> None:
    document = read_bytes(ROWS.encode(), "log.csv")
    item = add_evidence(session, document, FIRE, EvidenceDetails(file_name="log.csv")).item
    printed = report_bytes(session, cited(session, item, "pumps failed"), report_format)
    assert printed.decode().count("row 2") == 2


def test_a_page_that_changed_since_it_was_cited_is_shown_as_drifted(
    session: Session, server: Server
) -> None:
    item = captured(session, server)
    story = cited(session, item, "failed at ten")
    assert drifted_citations(story) == {}
    assert build_report(session, story).register[0].drift is None
    server.answers["/pumps"] = page(LATER)
    now = captured(session, server)
    story = again(session, story)
    assert drifted_citations(story) == {item.label: now}
    entry = build_report(session, story).register[0]
    assert entry.drift == Drift(now.label, now.collected_at)
    assert entry.passages[0].words == "failed at ten"
    for report_format in ("html", "md"):
        text = report_bytes(session, story, report_format).decode()
        assert f"its address had another text, kept as {now.label}" in text


def test_the_archive_file_of_a_capture_is_printed(session: Session, server: Server) -> None:
    item = captured(session, server)
    story = cited(session, item, "failed at ten")
    assert item.archive_sha256 is not None
    for report_format in ("html", "md"):
        text = report_bytes(session, story, report_format).decode()
        assert "WARC" in text
        assert item.archive_sha256 in text


def test_a_failed_file_of_a_source_of_the_story_is_listed_with_the_reason(
    session: Session, server: Server, tmp_path: Path
) -> None:
    story = cited(session, captured(session, server), "failed at ten")
    path = tmp_path / "log.pdf"
    path.write_bytes(b"%PDF-1.4\n%%EOF\n")
    add_file(session, FoundFile(path, "log.pdf"), FIRE)
    (entry,) = build_report(session, again(session, story)).not_had
    assert (entry.item.label, entry.capture) == ("E02", CaptureState.FAILED)
    assert "log.pdf" in entry.problem
    for report_format in ("html", "md"):
        assert "failed: " in report_bytes(session, again(session, story), report_format).decode()


def test_a_cited_document_that_was_withdrawn_says_so(session: Session, server: Server) -> None:
    item = captured(session, server)
    story = cited(session, item, "failed at ten")
    withdraw_evidence(session, item.label, "not the log of that night")
    report = build_report(session, again(session, story))
    (entry,) = report.register
    assert (entry.capture, entry.problem) == (CaptureState.WITHDRAWN, "not the log of that night")
    assert report.not_had == ()


def test_what_a_confidential_source_gave_is_told_nowhere(session: Session, server: Server) -> None:
    item = captured(session, server)
    story = cited(session, item, "failed at ten")
    server.answers["/pumps"] = page(LATER)
    captured(session, server)
    edit_source(session, FIRE, SourceEdit(confidential=True))
    report = build_report(session, again(session, story))
    (entry,) = report.register
    assert (entry.drift, entry.problem, entry.passages[0].place) == (None, "", "")
    for report_format in ("html", "md", "json"):
        text = report_bytes(session, again(session, story), report_format).decode()
        assert str(item.archive_sha256) not in text
        assert "127.0.0.1" not in text


def test_a_recorded_search_is_listed_with_what_came_of_it(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, "pumps").label
    story = record_search(session, story, claim, "pumps north gate", FIRE, 3, 0).story
    (search,) = build_report(session, story).searches
    assert (search.query, search.documents, search.found) == ("pumps north gate", 3, 0)
    for report_format in ("html", "md"):
        assert "pumps north gate" in report_bytes(session, story, report_format).decode()
