"""Pages fetched from a server that behaves, and what a request says of us."""

import gzip
import socket
import zlib

import pytest
from web_at_hand import HERE, HOST, HTML, Server, page, raw, redirect, web_of

from verifier import __version__
from verifier.capture.fetch import Web, fetch
from verifier.capture.fetched import loses_encryption
from verifier.capture.rules import AddressRules, Endpoint
from verifier.model.scales import CaptureState

STORY = "<h1>Flood in Lowmarsh</h1><p>Twelve houses were lost.</p>"


def test_a_page_comes_with_its_whole_exchange() -> None:
    with Server({"/story?n=1": page(STORY, "Server: small")}) as server:
        found = fetch(server.url("/story?n=1#part"), web_of(server))
    assert (found.state, found.problem) == (CaptureState.OK, "")
    assert found.content == STORY.encode()
    assert found.url == found.final_url == server.url("/story?n=1")
    assert (found.content_type, found.redirects) == ("text/html", ())
    (exchange,) = found.exchanges
    assert (exchange.address, exchange.status, exchange.protocol) == (HERE, 200, "HTTP/1.1")
    assert exchange.target == "/story?n=1"
    assert ("Server", "small") in exchange.headers


def test_a_request_says_what_we_are_and_nothing_of_whose_machine_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    answers = {"/": page("", "Set-Cookie: seen=1", "Location: /next", status="302 Found")}
    with Server({**answers, "/next": page(STORY)}) as server:
        assert fetch(server.url(), web_of(server)).state is CaptureState.OK
    for head in server.asked:
        fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n")[1:] if line)
        assert set(fields) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
        assert fields["Host"] == f"{HOST}:{server.port}"
        assert fields["User-Agent"].startswith(f"verifier/{__version__} ")
        assert fields["Accept-Encoding"] == "identity"


def test_redirects_are_followed_and_kept_in_order() -> None:
    answers = {
        "/a": redirect("/b", "301 Moved Permanently"),
        "/b": redirect("c", "307 Temporary Redirect"),
        "/c": page(STORY),
    }
    with Server(answers) as server:
        found = fetch(server.url("/a"), web_of(server))
    assert found.content == STORY.encode()
    assert found.redirects == (server.url("/b"), server.url("/c"))
    assert found.final_url == server.url("/c")
    assert [exchange.status for exchange in found.exchanges] == [301, 307, 200]


def test_a_redirect_in_bare_utf_8_leads_where_a_browser_goes() -> None:
    moved = b"HTTP/1.1 302 Found\r\nLocation: /h\xc3\xa9 llo\r\nContent-Length: 0\r\n\r\n"
    with Server({"/": raw(moved), "/h%C3%A9%20llo": page(STORY)}) as server:
        assert fetch(server.url(), web_of(server)).content == STORY.encode()


def test_the_loss_of_encryption_on_the_way_is_known() -> None:
    assert loses_encryption(("http://a.example/", "https://a.example/", "http://b.example/"))
    assert not loses_encryption(("http://a.example/", "https://a.example/"))


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(STORY.encode())),
        ("x-gzip", gzip.compress(STORY[:9].encode()) + gzip.compress(STORY[9:].encode())),
        ("GZIP", gzip.compress(STORY.encode()) + b"\x00\x00"),
        ("deflate", zlib.compress(STORY.encode())),
        ("deflate", zlib.compress(STORY.encode(), wbits=-15)),
        ("identity", STORY.encode()),
    ],
    ids=["gzip", "members", "padded", "zlib", "deflate", "identity"],
)
def test_compression_that_was_not_asked_for_is_undone(coding: str, body: bytes) -> None:
    with Server({"/": page(body, f"Content-Encoding: {coding}")}) as server:
        found = fetch(server.url(), web_of(server))
    assert found.content == STORY.encode()
    assert found.exchanges[0].body == body


def test_a_body_in_chunks_is_joined() -> None:
    head = f"HTTP/1.1 200 OK\r\n{HTML}\r\nTransfer-Encoding: chunked\r\n\r\n"
    with Server({"/": raw(head.encode() + b"3\r\n<p>\r\n2\r\nHi\r\n0\r\n\r\n")}) as server:
        assert fetch(server.url(), web_of(server)).content == b"<p>Hi"


def test_a_server_without_lengths_is_read_until_it_ends() -> None:
    with Server({"/": raw(f"HTTP/1.0 200 OK\r\n{HTML}\r\n\r\n<p>Hi".encode())}) as server:
        assert fetch(server.url(), web_of(server)).content == b"<p>Hi"


@pytest.mark.parametrize("kind", ["text/plain", "application/pdf", "APPLICATION/OCTET-STREAM; x=y"])
def test_every_kind_of_document_that_is_read_is_fetched(kind: str) -> None:
    with Server({"/": page("Words", f"Content-Type: {kind}")}) as server:
        assert fetch(server.url(), web_of(server)).content == b"Words"


def test_the_next_address_of_a_name_is_tried_where_the_first_is_silent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []
    connect = socket.create_connection

    def only_here(
        address: tuple[str, int], timeout: float, source_address: None = None
    ) -> socket.socket:
        tried.append(address[0])
        if address[0] != HERE:
            raise ConnectionRefusedError
        return connect(address, timeout)

    monkeypatch.setattr(socket, "create_connection", only_here)
    with Server({"/": page(STORY)}) as server:
        rules = AddressRules(frozenset({server.port}), Endpoint(HERE, server.port))
        found = fetch(server.url(), Web(rules, resolve=lambda host, port: ("8.8.8.8", HERE)))
    assert found.exchanges[0].address == HERE
    assert tried == ["8.8.8.8", HERE]
