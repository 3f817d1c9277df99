"""Files and folders into the library, and what becomes of those that cannot be read."""

import os
from pathlib import Path

import pytest
from document_writers import docx_of, paragraph, pdf_of, typeset
from story_at_hand import REPORT, a_report, a_story, again, claim_with

from verifier.desk.collecting import add_file, files_at
from verifier.desk.history import undo_in
from verifier.desk.library import (
    EvidenceDetails,
    add_evidence,
    evidence_list,
    evidence_text,
    read_citation,
    reading_of,
)
from verifier.desk.marking import mark_stance
from verifier.desk.registry import add_source
from verifier.desk.session import Session
from verifier.desk.withdrawing import withdraw_evidence
from verifier.model.errors import BadInput, Refused, UnknownName
from verifier.model.event import DESK
from verifier.model.reading import places_at
from verifier.model.scales import CaptureState, Medium, SourceKind, StanceCode
from verifier.model.text import Span
from verifier.reading import read_bytes

PAGES = ["The pumps at the north gate stopped at 22:05.", "Eleven houses were lost that night."]


@pytest.fixture
def fire(session: Session) -> str:
    """A source that is known."""
    return add_source(session, "County Fire Service", kind=SourceKind.OFFICIAL)[0].slug


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of documents, some of them bad."""
    top = tmp_path / "papers"
    (top / "b").mkdir(parents=True)
    (top / "a.txt").write_text(REPORT, encoding="utf-8")
    (top / "b" / "log.pdf").write_bytes(pdf_of([typeset([page]) for page in PAGES]))
    (top / "b" / "cut.docx").write_bytes(docx_of(paragraph("Words."))[:-100])
    (top / ".hidden").write_text("no")
    os.mkfifo(top / "pipe")
    (top / "link.txt").symlink_to("/etc/hostname")
    (top / "round").symlink_to(top)
    return top


def test_a_folder_is_read_in_the_order_of_names(folder: Path) -> None:
    assert [file.name for file in files_at(folder)] == [
        "a.txt", "link.txt", "pipe", "b/cut.docx", "b/log.pdf",
    ]  # fmt: skip


def test_what_fails_is_listed_with_the_reason_and_stays(
    session: Session, fire: str, folder: Path
) -> None:
    added = [add_file(session, file, fire) for file in files_at(folder)]
    listed = {item.file_name: item for item in evidence_list(session)}
    assert [found.item for found in added] == list(evidence_list(session))
    assert listed["a.txt"].capture is CaptureState.OK
    assert "pipe" in listed["pipe"].problem
    assert "link" in listed["link.txt"].problem
    cut = listed["b/cut.docx"]
    assert (cut.capture, cut.medium) == (CaptureState.FAILED, Medium.UNREAD)
    assert "damaged" in cut.problem
    assert session.store.get_bytes(cut.sha256) == (folder / "b" / "cut.docx").read_bytes()
    assert session.store.check() == ()


def test_adding_a_folder_twice_adds_nothing(session: Session, fire: str, folder: Path) -> None:
    first = [add_file(session, file, fire).item for file in files_at(folder)]
    again = [add_file(session, file, fire) for file in files_at(folder)]
    assert [found.item for found in again] == first
    assert not any(found.is_new for found in again)


def test_a_passage_leads_back_to_its_page(session: Session, fire: str, folder: Path) -> None:
    (file,) = files_at(folder / "b" / "log.pdf")
    item = add_file(session, file, fire).item
    text = evidence_text(session, item)
    start = text.index("Eleven houses")
    reading = reading_of(session, item)
    assert places_at(reading, Span(start, start + 6)) == ("page 2",)
    assert places_at(reading, Span(0, len(text))) == ("page 1", "page 2")
    assert item.reader == "pdf-1"


def test_a_failed_item_cannot_be_cited(session: Session, fire: str, folder: Path) -> None:
    (file,) = files_at(folder / "b" / "cut.docx")
    item = add_file(session, file, fire).item
    with pytest.raises(Refused, match="failed"):
        read_citation(session, f"{item.label}:0-4")


def test_a_larger_file_can_be_allowed(session: Session, fire: str, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("words " * 1000)
    (file,) = files_at(path)
    assert "larger" in add_file(session, file, fire, limit=100).item.problem
    assert add_file(session, file, fire, limit=10_000).item.capture is CaptureState.OK


def test_nothing_is_added_for_a_source_nobody_knows(session: Session, folder: Path) -> None:
    with pytest.raises(UnknownName):
        add_file(session, files_at(folder)[0], "nobody-known")
    assert evidence_list(session) == ()


def test_an_empty_or_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no files"):
        files_at(tmp_path)
    with pytest.raises(BadInput, match="no file"):
        files_at(tmp_path / "none")
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(BadInput, match="cannot be read"):
        files_at(loop)


def test_a_name_that_is_no_text_is_recorded_as_one(
    session: Session, fire: str, tmp_path: Path
) -> None:
    path = tmp_path / os.fsdecode(b"l\xffg.txt")
    path.write_text(REPORT)
    assert add_file(session, files_at(path)[0], fire).item.file_name == "l\ufffdg.txt"


def test_withdrawing_names_who_cites_and_undo_brings_back(session: Session, fire: str) -> None:
    story = a_story(session)
    item = a_report(session, fire).item
    passage = read_citation(session, f"{item.label}:89-113")
    claim = claim_with(story, "12 houses").label
    story = again(session, story)
    mark_stance(session, story, claim, item.source, StanceCode.CONTRADICTS, passages=(passage,))
    withdrawn = withdraw_evidence(session, "e01", "not the original")
    assert [(found.story, found.claim) for found in withdrawn.cited] == [(story.story.slug, claim)]
    assert withdrawn.item.problem == "not the original"
    assert evidence_list(session) == ()
    with pytest.raises(Refused, match="already"):
        withdraw_evidence(session, "E01")
    undo_in(session, DESK)
    assert evidence_list(session) == (item,)


def test_a_withdrawn_document_comes_back_by_adding_it_again(session: Session, fire: str) -> None:
    item = a_report(session, fire).item
    withdraw_evidence(session, item.label)
    back = a_report(session, fire)
    assert back.is_new
    assert (back.item.label, back.item.capture) == (item.label, CaptureState.OK)


def test_details_of_the_user_win(session: Session, fire: str, folder: Path) -> None:
    (file,) = files_at(folder / "a.txt")
    said = EvidenceDetails(title="Log", url="https://fire.example.org/log", language="uk")
    item = add_file(session, file, fire, said).item
    assert (item.title, item.url, item.language) == ("Log", said.url, "uk")


def test_a_guessed_encoding_is_told(session: Session, fire: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(
        ("Сегодня в городе объявили о новых правилах движения. " * 20).encode("cp1251")
    )
    item = add_file(session, files_at(path)[0], fire).item
    assert "cp1251" in item.remarks[0]


def test_a_document_shows_its_language_if_nobody_says_it(session: Session) -> None:
    ukrainian = read_bytes("Насоси біля північної брами зупинилися о десятій.".encode(), "a.txt")
    assert add_evidence(session, ukrainian, "isw").item.language == "uk"
    other = read_bytes("Насоси зупинилися о десятій.".encode(), "b.txt")
    said = EvidenceDetails(language="rue")
    assert add_evidence(session, other, "isw", said).item.language == "rue"
