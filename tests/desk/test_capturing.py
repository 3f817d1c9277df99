"""Pages captured as evidence: new, seen again, changed, failed."""

import gzip
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from warcio.archiveiterator import ArchiveIterator
from web_at_hand import Server, page, redirect, web_of

from verifier.capture.faults import AddressRefused
from verifier.capture.fetch import Web
from verifier.desk.capturing import (
    CapturedEvidence,
    capture_evidence,
    capture_page,
)
from verifier.desk.drifting import drift_list
from verifier.desk.history import log, log_lines
from verifier.desk.library import (
    EvidenceDetails,
    add_evidence,
    evidence_list,
    evidence_text,
    find_evidence,
)
from verifier.desk.rereading_evidence import reread_evidence
from verifier.desk.session import Session, load_library
from verifier.desk.stories import StoryDetails, import_story
from verifier.model.errors import BadInput, UnknownName
from verifier.model.event import DESK
from verifier.model.scales import CaptureState, Medium, RecordKind
from verifier.model.text import Digest
from verifier.reading import read_bytes
from verifier.record.canonical import digest

FIRST = """<html><head><title>Flood in Lowmarsh</title></head><body><article>
<h1>Flood in Lowmarsh</h1>
<p>The river rose above the north gate in the night and twelve houses in Lowmarsh were lost.</p>
<p>Nobody was hurt, the county fire service said in a note that it sent out at noon on Monday.</p>
</article></body></html>"""
SECOND = FIRST.replace("twelve", "eleven")


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that has the first text of a story."""
    with Server({"/flood": page(FIRST)}) as running:
        yield running


def capture(
    session: Session, server: Server, path: str = "/flood", details: EvidenceDetails | None = None
) -> CapturedEvidence:
    return capture_evidence(session, server.url(path), "isw", details, web_of(server))


def archived(session: Session, name: Digest | None) -> list[str]:
    """The kinds of records in an archive file that was kept."""
    assert name is not None
    reader = ArchiveIterator(BytesIO(session.store.get_bytes(name)), check_digests="raise")
    return [record.rec_type for record in reader]


def test_a_page_becomes_an_item_with_its_text_and_its_archive(
    session: Session, server: Server
) -> None:
    found = capture(session, server)
    item = found.item
    assert (found.is_new, found.drifted, found.remarks) == (True, (), ())
    assert (item.label, item.source, item.capture) == ("E01", "isw", CaptureState.OK)
    assert (item.collected_how, item.url) == ("capture", server.url("/flood"))
    assert (item.medium, item.title) == (Medium.HTML, "Flood in Lowmarsh")
    assert item.sha256 == digest(FIRST.encode())
    assert session.store.get_bytes(item.sha256) == FIRST.encode()
    assert "twelve houses" in evidence_text(session, item)
    assert archived(session, item.archive_sha256) == ["warcinfo", "response", "request"]
    assert find_evidence(session, "E01") == item


def test_what_the_user_says_of_a_page_is_recorded(session: Session, server: Server) -> None:
    said = EvidenceDetails(title="The note", record=RecordKind.OF_STATEMENT, language="uk")
    item = capture(session, server, details=said).item
    assert (item.title, item.record, item.language) == ("The note", RecordKind.OF_STATEMENT, "uk")


def test_a_copy_of_a_page_keeps_both_addresses(session: Session, server: Server) -> None:
    said = EvidenceDetails(url="https://lowmarsh.example/flood")
    item = capture(session, server, details=said).item
    assert item.url == "https://lowmarsh.example/flood"
    assert item.archived_url == server.url("/flood")


def test_redirects_are_recorded_and_told(session: Session, server: Server) -> None:
    server.answers["/old"] = redirect("/flood")
    found = capture(session, server, "/old")
    assert found.item.url == server.url("/old")
    assert found.item.redirects == (server.url("/flood"),)
    assert found.remarks == (f"The address leads to {server.url('/flood')}.",)


def test_the_same_bytes_at_the_same_address_are_one_item_seen_again(
    session: Session, server: Server
) -> None:
    first = capture(session, server).item
    again = capture(session, server)
    assert not again.is_new
    assert again.item == replace(first, seen_at=again.item.seen_at)
    assert (again.item.seen_at or "") >= first.collected_at
    assert [item.label for item in evidence_list(session)] == ["E01"]


def test_the_same_bytes_at_another_address_add_nothing(session: Session, server: Server) -> None:
    first = capture(session, server).item
    server.answers["/copy"] = page(FIRST)
    other = capture(session, server, "/copy")
    assert (other.item, other.change) == (first, None)
    assert "are in the library as E01" in other.remarks[0]


def test_a_file_that_is_found_at_an_address_gets_the_address(
    session: Session, server: Server
) -> None:
    added = add_evidence(session, read_bytes(FIRST.encode(), "flood.html"), "isw").item
    found = capture(session, server).item
    assert found.label == added.label
    assert found.url == server.url("/flood")
    assert found.archive_sha256 is not None


def test_a_page_that_changed_is_a_new_item_and_the_old_one_drifted(
    session: Session, server: Server
) -> None:
    old = capture(session, server).item
    server.answers["/flood"] = page(SECOND)
    new = capture(session, server)
    assert (new.is_new, new.item.label) == (True, "E02")
    assert new.drifted == (old,)
    assert "E01, captured there on" in new.remarks[0]
    assert {label: now.label for label, now in drift_list(session).items()} == {"E01": "E02"}
    assert "twelve houses" in evidence_text(session, old)


def test_a_page_that_changed_back_has_not_drifted(session: Session, server: Server) -> None:
    capture(session, server)
    server.answers["/flood"] = page(SECOND)
    capture(session, server)
    server.answers["/flood"] = page(FIRST)
    again = capture(session, server)
    assert (again.is_new, again.item.label) == (False, "E01")
    assert {label: now.label for label, now in drift_list(session).items()} == {"E02": "E01"}


def test_a_page_whose_text_is_the_same_has_not_drifted(session: Session, server: Server) -> None:
    capture(session, server)
    server.answers["/flood"] = page(FIRST.replace("<body>", "<body><!-- visit 2 -->"))
    again = capture(session, server)
    assert again.is_new
    assert again.drifted == ()
    assert drift_list(session) == {}


def test_a_file_with_an_address_does_not_drift(session: Session, server: Server) -> None:
    said = EvidenceDetails(url=server.url("/flood"), file_name="flood.txt")
    add_evidence(session, read_bytes(b"Twelve houses were lost.", "flood.txt"), "isw", said)
    capture(session, server)
    assert drift_list(session) == {}


def test_a_page_that_is_not_there_is_listed_with_the_reason(
    session: Session, server: Server
) -> None:
    found = capture(session, server, "/gone")
    item = found.item
    assert found.is_new
    assert item.capture is CaptureState.FAILED
    assert "The server answered 404 Not Found" in item.problem
    assert (item.size, item.chars, item.title) == (0, 0, server.url("/gone"))
    assert archived(session, item.archive_sha256) == ["warcinfo", "response", "request"]
    assert evidence_list(session) == (item,)
    assert evidence_text(session, item) == ""


def test_a_server_that_is_not_there_is_listed_as_unreachable(session: Session) -> None:
    with Server({}) as server:
        url, web = server.url(), web_of(server)
    item = capture_evidence(session, url, "isw", web=web).item
    assert item.capture is CaptureState.UNREACHABLE
    assert "No connection to news.example" in item.problem
    assert item.archive_sha256 is None


@pytest.mark.parametrize("body", [b"", b"  \n", b"\x7fELF\x02\x01" + bytes(100)])
def test_bytes_that_cannot_be_read_are_a_failed_capture_that_keeps_them(
    session: Session, server: Server, body: bytes
) -> None:
    server.answers["/odd"] = page(body, "Content-Type: application/octet-stream")
    item = capture(session, server, "/odd").item
    assert item.capture is CaptureState.FAILED
    assert item.problem.startswith("odd ")
    assert session.store.get_bytes(item.sha256) == body


def test_a_second_failure_is_the_same_item(session: Session, server: Server) -> None:
    first = capture(session, server, "/gone")
    server.answers["/gone"] = page("", status="410 Gone")
    second = capture(session, server, "/gone")
    assert (second.is_new, second.item.label) == (False, first.item.label)
    assert "410 Gone" in second.item.problem
    assert len(evidence_list(session)) == 1


def test_a_capture_that_succeeds_takes_the_place_of_the_failed_one(
    session: Session, server: Server
) -> None:
    failed = capture(session, server, "/late").item
    server.answers["/late"] = page(FIRST)
    found = capture(session, server, "/late").item
    assert found.label == failed.label
    assert (found.capture, found.problem) == (CaptureState.OK, "")
    assert evidence_list(session) == (found,)


def test_a_page_that_is_gone_leaves_what_was_captured(session: Session, server: Server) -> None:
    kept = capture(session, server).item
    server.answers["/flood"] = page("", status="404 Not Found")
    gone = capture(session, server).item
    assert gone.label == "E02"
    assert evidence_list(session) == (kept, gone)
    assert drift_list(session) == {}


def test_a_page_that_is_back_is_no_failure_any_more(session: Session, server: Server) -> None:
    capture(session, server)
    server.answers["/flood"] = page("", status="404 Not Found")
    capture(session, server)
    server.answers["/flood"] = page(FIRST)
    back = capture(session, server).item
    assert evidence_list(session) == (back,)


def test_an_address_that_is_refused_leaves_no_item(session: Session) -> None:
    with pytest.raises(AddressRefused, match="this machine itself"):
        capture_evidence(session, "http://127.0.0.1/", "isw")
    assert evidence_list(session) == ()


def test_a_source_nobody_knows_is_told_before_anything_is_fetched(
    session: Session, server: Server
) -> None:
    with pytest.raises(UnknownName):
        capture_evidence(session, server.url("/flood"), "nobody at all", web=web_of(server))
    assert server.asked == []


def test_the_log_says_what_was_captured(session: Session, server: Server) -> None:
    capture(session, server)
    capture(session, server)
    capture(session, server, "/gone")
    first, again, gone = log_lines(log(session, DESK))
    assert first == "captured E01: Flood in Lowmarsh"
    assert again == "found E01 unchanged at its address"
    assert gone.startswith("could not capture E02: The server answered 404")


def test_the_audit_misses_an_archive_that_was_deleted(session: Session, server: Server) -> None:
    item = capture(session, server).item
    assert session.store.check() == ()
    folder = session.store.paths.bytes
    assert folder is not None
    assert item.archive_sha256 is not None
    (folder / item.archive_sha256[:2] / item.archive_sha256).unlink()
    assert len(session.store.check()) == 1


def test_an_encoding_that_only_the_server_names_is_the_one_it_is_read_by(
    session: Session, server: Server
) -> None:
    text = "Річка піднялася вночі, і дванадцять будинків було втрачено. " * 9
    body = f"<html><body><p>{text}</p></body></html>".encode("koi8-u")
    server.answers["/koi"] = page(body, "Content-Type: text/html; charset=KOI8-U")
    item = capture(session, server, "/koi").item
    assert item.encoding == "koi8-u"
    assert "дванадцять будинків" in evidence_text(session, item)
    assert session.store.get_bytes(item.sha256) == body
    assert not reread_evidence(session, item.label).is_changed


def test_a_server_that_calls_utf8_something_else_is_not_believed(
    session: Session, server: Server
) -> None:
    body = FIRST.replace("Monday", "понеділок")
    server.answers["/utf"] = page(body, "Content-Type: text/html; charset=iso-8859-1")
    item = capture(session, server, "/utf").item
    assert item.encoding == "utf-8"
    assert "понеділок" in evidence_text(session, item)


def test_an_encoding_that_nobody_knows_is_told_where_it_was_guessed(
    session: Session, server: Server
) -> None:
    text = "Річка піднялася вночі, і дванадцять будинків було втрачено. " * 9
    body = f"<html><body><p>{text}</p></body></html>".encode("koi8-u")
    server.answers["/koi"] = page(body, "Content-Type: text/html; charset=x-koi-own")
    found = capture_page(server.url("/koi"), web_of(server))
    assert found.document is not None
    assert found.document.encoding_guessed
    assert any("calls the page's encoding x-koi-own" in said for said in found.remarks)


def test_a_story_can_be_captured_too(session: Session, server: Server) -> None:
    found = capture_page(server.url("/flood"), web_of(server))
    assert found.document is not None
    said = StoryDetails(url=found.fetched.url, archive=found.archive)
    story = import_story(session, found.document, said).story
    assert story.story.url == server.url("/flood")
    assert archived(session, story.version.archive_sha256) == ["warcinfo", "response", "request"]
    assert session.store.check() == ()


def test_the_same_story_captured_twice_is_remarked(session: Session, server: Server) -> None:
    remarks: tuple[str, ...] = ()
    for _ in range(2):
        found = capture_page(server.url("/flood"), web_of(server))
        assert found.document is not None
        said = StoryDetails(archive=found.archive)
        remarks = import_story(session, found.document, said).remarks
    assert any("The same text is already here" in remark for remark in remarks)


def test_without_the_extra_it_is_named(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [n for n in sys.modules if n.startswith("verifier.capture.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(BadInput, match=r"needs the extra `capture`.*verifier-desk\[capture\]"):
        capture_evidence(session, "https://example.org/", "isw")
    assert evidence_list(session) == ()


def test_captures_are_kept_on_a_server_s_database_too(store_session: Session) -> None:
    with Server({"/flood": page(gzip.compress(FIRST.encode()), "Content-Encoding: gzip")}) as web:
        item = capture(store_session, web).item
    assert item.sha256 == digest(FIRST.encode())
    assert archived(store_session, item.archive_sha256) == ["warcinfo", "response", "request"]
    assert load_library(store_session).evidence == {item.label: item}


@pytest.fixture
def store_session(postgres_url: str) -> Iterator[Session]:
    """A session on a PostgreSQL database."""
    from verifier.desk.session import open_session

    with open_session(postgres_url, "anna") as opened:
        yield opened


def test_the_network_of_the_program_admits_nothing_inside() -> None:
    assert Web().rules.admitted is None
