"""Addresses given to commands in place of files."""

import json
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from web_at_hand import Server, page, redirect, web_of

from verifier.cli.main import main
from verifier.cli.url_argument import is_address
from verifier.desk.capturing import capture_evidence
from verifier.desk.session import Session, open_session

STORY = """<html><head><title>Flood in Lowmarsh</title></head><body><article>
<h1>Flood in Lowmarsh</h1>
<p>The river rose in the night and twelve houses were lost, Mayor Ada Brook said on Monday.</p>
<p>Nobody was hurt, the county fire service said in a note that it sent out at noon.</p>
</article></body></html>"""


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that has a story."""
    with Server({"/flood": page(STORY)}) as running:
        yield running


@pytest.fixture
def through(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server, with the program's own network leading to it alone."""
    monkeypatch.setattr("verifier.capture.fetch.Web", lambda: web_of(server))
    return server


@pytest.fixture
def no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network without any names."""

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)


def printed(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> Any:
    assert main([*arguments, "--json"]) == code
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(
    "name",
    ["https://example.org", "HTTP://example.org", "file:///etc/passwd", "data:,x", "ftp://a/b"],
)
def test_an_address_is_told_from_a_file(name: str) -> None:
    assert is_address(name)


@pytest.mark.parametrize("name", ["note.txt", "-", "a:b.txt", "C:\\notes\\a.txt", "data", ""])
def test_a_file_is_told_from_an_address(name: str) -> None:
    assert not is_address(name)


def test_a_page_is_added_beside_a_file(
    through: Server, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "note.txt"
    file.write_text("The pumps stopped at 22:05.", encoding="utf-8")
    url = through.url("/flood")
    added = printed(capsys, 0, "evidence", "add", str(file), url, "--source", "isw")
    assert [found["collected_how"] for found in added] == ["file", "capture"]
    assert (added[1]["url"], added[1]["title"]) == (url, "Flood in Lowmarsh")
    assert added[1]["archive_sha256"] != added[1]["sha256"]


def test_a_failed_capture_is_told_listed_and_a_finding(
    no_names: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evidence", "add", "https://nowhere.example/a", "--source", "isw"]) == 1
    assert "E01 is listed as unreachable. The server nowhere.example" in capsys.readouterr().err
    assert main(["evidence", "list"]) == 0
    listed = capsys.readouterr().out
    assert "unreachable" in listed
    assert "E01: The server nowhere.example cannot be found" in listed
    (item,) = printed(capsys, 0, "evidence", "list")
    assert (item["capture"], item["drifted_to"]) == ("unreachable", None)


def test_a_capture_shows_where_it_came_from(
    through: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    through.answers["/old"] = redirect("/flood")
    url = through.url("/old")
    assert main(["evidence", "add", url, "--source", "isw"]) == 0
    assert f"The address leads to {through.url('/flood')}." in capsys.readouterr().err
    assert main(["evidence", "show", "E01"]) == 0
    shown = capsys.readouterr().out
    assert f"led to {through.url('/flood')}" in shown
    assert "archive file (WARC) SHA-256" in shown
    assert "twelve houses were lost" in shown


def test_an_item_that_changed_at_its_address_is_shown_as_drifted(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_session(None, "anna") as session:
        _capture(session, server)
        server.answers["/flood"] = page(STORY.replace("twelve", "eleven"))
        _capture(session, server)
    assert main(["evidence", "list"]) == 0
    assert "drifted, see E02" in capsys.readouterr().out
    assert main(["evidence", "show", "E01"]) == 0
    assert "drifted: the address had another text later, kept as E02" in capsys.readouterr().out
    old, new = printed(capsys, 0, "evidence", "list")
    assert (old["drifted_to"], new["drifted_to"]) == ("E02", None)


def _capture(session: Session, server: Server) -> None:
    capture_evidence(session, server.url("/flood"), "isw", web=web_of(server))


def test_a_story_is_imported_from_its_address(
    through: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    found = printed(capsys, 0, "import", through.url("/flood"))
    assert found["slug"] == "flood-in-lowmarsh"
    assert found["counts"]["claims"] >= 1
    assert main(["check"]) == 0


def test_a_story_that_cannot_be_had_is_not_imported(
    through: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", through.url("/gone")]) == 2
    complaint = capsys.readouterr().err
    assert "The story was not imported. The server answered 404 Not Found" in complaint
    assert main(["stories"]) in (0, 2)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("file:///etc/passwd", "kind file are not fetched"),
        ("data:text/html,x", "kind data are not fetched"),
        ("http://user:hush@example.org/", "user name or a password"),
        ("http://2130706433/", "no name of a server"),
        ("http://[::ffff:169.254.169.254]/", "169.254.169.254, a link-local address"),
        ("http://localhost:5432/", "Port 5432"),
        ("http://10.0.0.1/", "a private address"),
    ],
)
@pytest.mark.parametrize("command", [["import"], ["evidence", "add", "--source", "isw"]])
def test_a_forbidden_address_is_refused_in_a_sentence(
    command: list[str],
    address: str,
    says: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket, "create_connection", never)
    monkeypatch.setattr(socket, "getaddrinfo", never)
    assert main([*command, address]) == 2
    shown = capsys.readouterr()
    assert says in shown.err
    assert shown.out == ""
    assert "Traceback" not in shown.err
    assert "hush" not in shown.err
