"""Servers and resolvers that play an attack each: refused, or cut at the limits."""

import gzip
import random
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from web_at_hand import (
    HERE,
    HTML,
    Answer,
    Server,
    dripping,
    flooding,
    own_certificate,
    page,
    raw,
    redirect,
    stalled,
    web_of,
)

from verifier.capture.archive import archive_of
from verifier.capture.connection import CheckedBackend, system_resolver
from verifier.capture.faults import AddressRefused, Unreachable
from verifier.capture.fetch import Web, fetch
from verifier.capture.limits import Budget, Limits
from verifier.capture.rules import AddressRules
from verifier.model.scales import CaptureState

SOON = Limits(seconds=0.5)
SMALL = Limits(body=10_000, content=50_000, seconds=10)
OK = f"HTTP/1.1 200 OK\r\n{HTML}\r\n"


def refused(answers: dict[str, Answer], limits: Limits | None = None) -> str:
    """Why the page at / of a server with these answers is not taken."""
    with Server(answers) as server:
        found = fetch(server.url(), web_of(server, limits))
    assert found.state is CaptureState.FAILED
    assert found.content == b""
    return found.problem


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1/",
        "http://127.0.0.1:22/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
        "http://2130706433/",
        "//10.0.0.1/",
        "file:///etc/passwd",
        "ftp://example.org/",
        "data:text/html,hello",
        "http://user:secret@example.org/",
        "http://example.org:25/",
        "http://[",
    ],
)
def test_a_redirect_to_a_forbidden_address_is_not_followed(location: str) -> None:
    problem = refused({"/": redirect(location)})
    assert problem.startswith("The page leads to an address that is not fetched.")
    assert "secret" not in problem


def test_a_redirect_to_a_name_that_leads_inside_is_not_followed() -> None:
    def resolve(host: str, port: int) -> Sequence[str]:
        return ("192.168.1.1",) if host == "inside.example" else (HERE,)

    with Server({}) as server:
        server.answers["/"] = redirect(server.url("/secret", host="inside.example"))
        found = fetch(server.url(), web_of(server, resolve=resolve))
        assert len(server.asked) == 1
    assert found.state is CaptureState.FAILED
    assert "inside.example leads to 192.168.1.1, which is a private address" in found.problem
    assert len(found.exchanges) == 1


@pytest.mark.parametrize("inside", ["10.0.0.1", "127.0.0.1", "64:ff9b::7f00:1", "::1", "fe80::1%1"])
def test_a_name_with_one_address_inside_is_refused_whatever_else_it_has(
    inside: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError("a connection was made")

    monkeypatch.setattr(socket, "create_connection", never)
    web = Web(resolve=lambda host, port: ("8.8.8.8", inside))
    with pytest.raises(AddressRefused, match=f"leads to {inside}"):
        fetch("http://news.example/", web)


def test_a_name_that_answers_otherwise_the_second_time_is_asked_once_only() -> None:
    looked_up: list[str] = []

    def rebinding(host: str, port: int) -> Sequence[str]:
        looked_up.append(host)
        return (HERE,) if len(looked_up) == 1 else ("169.254.169.254",)

    with Server({"/": page("<p>Public")}) as server:
        found = fetch(server.url(), web_of(server, resolve=rebinding))
    assert found.content == b"<p>Public"
    assert found.exchanges[0].address == HERE
    assert len(looked_up) == 1


def test_a_name_that_moves_inside_between_two_hops_is_refused_at_the_second() -> None:
    answers = iter([(HERE,), ("169.254.169.254",)])
    with Server({"/": redirect("/next"), "/next": page("<p>Inside")}) as server:
        found = fetch(server.url(), web_of(server, resolve=lambda host, port: next(answers)))
        assert len(server.asked) == 1
    assert found.state is CaptureState.FAILED
    assert "169.254.169.254" in found.problem


def test_five_redirects_are_followed_and_no_sixth() -> None:
    chain = {f"/{n}": redirect(f"/{n + 1}") for n in range(20)}
    with Server({**chain, "/20": page("<p>End")}) as server:
        web = web_of(server)
        assert fetch(server.url("/15"), web).content == b"<p>End"
        server.asked.clear()
        found = fetch(server.url("/0"), web)
        assert len(server.asked) == 6
    assert found.state is CaptureState.FAILED
    assert "more than 5 times" in found.problem


def test_a_redirect_to_itself_ends() -> None:
    assert "more than 5 times" in refused({"/": redirect("/")})


def test_a_body_that_is_declared_too_large_is_not_begun() -> None:
    head = f"{OK}Content-Length: 10000000000\r\n\r\n"
    assert "larger than 10 MB" in refused({"/": stalled(head.encode())})


def test_a_length_of_a_thousand_digits_is_too_large() -> None:
    head = f"{OK}Content-Length: {'9' * 1000}\r\n\r\n"
    problem = refused({"/": raw(head.encode())})
    assert "larger than" in problem or "does not speak HTTP" in problem


def test_an_endless_body_is_cut_at_ten_megabytes() -> None:
    answer = flooding(f"{OK}\r\n".encode(), b"x" * 65536)
    assert "larger than 10 MB" in refused({"/": answer})


def test_an_endless_body_in_chunks_is_cut() -> None:
    head = f"{OK}Transfer-Encoding: chunked\r\n\r\n"
    answer = flooding(head.encode(), b"1000\r\n" + b"x" * 4096 + b"\r\n")
    assert "larger than" in refused({"/": answer}, SMALL)


def test_an_endless_head_is_cut() -> None:
    answer = flooding(b"HTTP/1.1 200 OK\r\n", b"X-Filler: " + b"y" * 1000 + b"\r\n")
    assert refused({"/": answer})


def test_endless_interim_answers_are_cut() -> None:
    answer = flooding(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
    assert refused({"/": answer}, Limits(body=10_000, seconds=5))


@pytest.mark.parametrize("wbits", [31, 15, -15], ids=["gzip", "zlib", "bare deflate"])
def test_a_compression_bomb_is_cut_while_it_grows(wbits: int) -> None:
    machine = zlib.compressobj(9, wbits=wbits)
    bomb = b"".join(machine.compress(bytes(1 << 20)) for _ in range(200)) + machine.flush()
    coding = "gzip" if wbits == 31 else "deflate"
    problem = refused({"/": page(bomb, f"Content-Encoding: {coding}")})
    assert "grows beyond 20 MB" in problem


def test_a_bomb_of_many_gzip_members_is_refused_quickly() -> None:
    bomb = gzip.compress(b"") * 100_000
    began = time.monotonic()
    assert "damaged" in refused({"/": page(bomb, "Content-Encoding: gzip")})
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("coding", ["br", "zstd", "compress", "gzip, gzip", "x" * 50])
def test_a_coding_that_was_not_asked_for_is_not_undone(coding: str) -> None:
    problem = refused({"/": page(b"\x00" * 100, f"Content-Encoding: {coding}")})
    assert "not asked for" in problem


@pytest.mark.parametrize(
    "body",
    [b"", b"no gzip at all", gzip.compress(b"words" * 99)[:-20]],
    ids=["empty", "other", "cut"],
)
def test_damaged_compression_is_named(body: bytes) -> None:
    assert "damaged or cut" in refused({"/": page(body, "Content-Encoding: gzip")})


@pytest.mark.parametrize(
    "answer",
    [
        stalled(b""),
        stalled(b"HTTP/1.1 200 OK\r\nContent-"),
        stalled(f"{OK}Content-Length: 1000\r\n\r\n<p>".encode()),
        dripping(b"HTTP/1.1 200 OK\r\nX-Slow: "),
        dripping(f"{OK}Content-Length: 1000000\r\n\r\n".encode()),
        dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
    ids=["silent", "half a head", "half a body", "slow head", "slow body", "interim answers"],
)
def test_an_answer_that_does_not_end_is_left_at_the_deadline(answer: Answer) -> None:
    began = time.monotonic()
    assert "not complete after 0.5 seconds" in refused({"/": answer}, SOON)
    assert time.monotonic() - began < 3


def test_the_deadline_holds_for_all_hops_together() -> None:
    def late(n: int) -> Answer:
        def _play(connection: socket.socket, over: threading.Event) -> None:
            over.wait(0.2)
            redirect(f"/{n + 1}")(connection, over)

        return _play

    answers = {"/": late(0), **{f"/{n}": late(n) for n in range(1, 6)}}
    assert "not complete after 0.5 seconds" in refused(answers, SOON)


def test_a_look_up_that_does_not_end_is_left_at_the_deadline() -> None:
    over = threading.Event()

    def stuck(host: str, port: int) -> Sequence[str]:
        over.wait()
        return ("8.8.8.8",)

    found = fetch("http://news.example/", Web(limits=SOON, resolve=stuck))
    over.set()
    assert found.state is CaptureState.UNREACHABLE
    assert "the look-up gave no answer in 0.5 seconds" in found.problem


@pytest.mark.parametrize(
    "kind", ["video/mp4", "application/zip", "application/x-msdownload", "font/woff2", "nonsense"]
)
def test_a_kind_that_is_no_document_is_refused_before_its_body(kind: str) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: 5000000\r\n\r\n"
    assert f"The server sent {kind}, which is no document" in refused({"/": stalled(head.encode())})


@pytest.mark.parametrize(
    "status", ["204 No Content", "206 Partial", "404 Not Found", "500 No", "999 ?"]
)
def test_an_answer_without_the_page_is_named_and_kept(status: str) -> None:
    with Server({"/": page("", status=status)}) as server:
        found = fetch(server.url(), web_of(server))
    assert found.state is CaptureState.FAILED
    assert f"The server answered {status[:3]}" in found.problem
    assert len(found.exchanges) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n12345",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nBad Header\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX: a\x00b\r\n\r\n",
        b"\x00\xff" * 1000,
    ],
)
def test_a_server_that_speaks_no_http_is_named(data: bytes) -> None:
    assert "does not speak HTTP properly" in refused({"/": raw(data)})


@pytest.mark.parametrize(
    "data",
    [
        f"HTTP/1.1 200 OK\r\nContent-Type: {'v' * 60_000}\r\n\r\n".encode(),
        f"{OK}Content-Encoding: {'b' * 60_000}\r\n\r\n".encode(),
        f"HTTP/1.1 777 {'n' * 60_000}\r\n\r\n".encode(),
        f"HTTP/1.1 200 OK\r\n{'h' * 60_000}\r\n\r\n".encode(),
        f"HTTP/1.1 302 Found\r\nLocation: http://{'l' * 60_000}/\r\n\r\n".encode(),
    ],
    ids=["kind", "coding", "reason", "field", "location"],
)
def test_what_a_server_sends_does_not_fill_the_reason(data: bytes) -> None:
    assert len(refused({"/": raw(data)})) < 500


def test_an_answer_with_any_bytes_changed_is_an_outcome() -> None:
    packed = gzip.compress(b"<p>Twelve houses were lost.</p>" * 20, mtime=0)
    head = f"{OK}Content-Encoding: gzip\r\nContent-Length: {len(packed)}\r\n\r\n".encode()
    whole = head + packed
    chance = random.Random(18)
    with Server({}) as server:
        web = web_of(server, Limits(seconds=5))
        for n in range(250):
            data = bytearray(whole if n % 2 else whole[: chance.randrange(len(whole))])
            for _ in range(n % 4):
                if data:
                    data[chance.randrange(len(data))] = chance.randrange(256)
            server.answers["/"] = raw(bytes(data))
            found = fetch(server.url(), web)
            archive_of(found)
            assert (found.state is CaptureState.OK) == (not found.problem)


def test_a_server_that_is_not_there_is_unreachable() -> None:
    with Server({}) as server:
        web, url = web_of(server), server.url()
    found = fetch(url, web)
    assert found.state is CaptureState.UNREACHABLE
    assert "No connection to news.example could be made" in found.problem


def test_a_name_that_nobody_knows_is_unreachable() -> None:
    def unknown(host: str, port: int) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    found = fetch("http://nowhere.example/", Web(resolve=unknown))
    assert found.state is CaptureState.UNREACHABLE
    assert "nowhere.example cannot be found: Name or service not known" in found.problem


def test_a_name_without_an_address_is_unreachable() -> None:
    found = fetch("http://nowhere.example/", Web(resolve=lambda host, port: ()))
    assert "it has no address" in found.problem


def test_the_system_is_asked_once_for_each_address() -> None:
    assert system_resolver("127.0.0.1", 80) == ("127.0.0.1",)


def test_no_socket_of_this_machine_is_fetched_from() -> None:
    backend = CheckedBackend(AddressRules(), system_resolver, Budget(Limits()))
    with pytest.raises(Unreachable):
        backend.connect_unix_socket("/run/socket")


@pytest.fixture
def encrypted(tmp_path: Path) -> Iterator[Server]:
    """A server with a certificate that it made itself."""
    with Server({"/": page("<p>Secret")}, own_certificate(tmp_path)) as server:
        yield server


def vouched_for(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust the server's certificate, as if an authority had signed it."""
    context = ssl.create_default_context(cafile=str(server.certificate))
    monkeypatch.setattr("httpx.create_ssl_context", lambda **_: context)


def test_a_pinned_address_is_asked_for_the_certificate_of_the_name(
    encrypted: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    vouched_for(encrypted, monkeypatch)
    found = fetch(encrypted.url().replace("http:", "https:"), web_of(encrypted))
    assert found.content == b"<p>Secret"
    assert found.exchanges[0].address == HERE


def test_a_certificate_of_another_name_is_refused(
    encrypted: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    vouched_for(encrypted, monkeypatch)
    url = encrypted.url(host="other.example").replace("http:", "https:")
    found = fetch(url, web_of(encrypted))
    assert found.state is CaptureState.UNREACHABLE
    assert "The certificate of other.example is not valid" in found.problem


def test_a_certificate_that_nobody_vouches_for_is_refused(encrypted: Server) -> None:
    url = encrypted.url().replace("http:", "https:")
    found = fetch(url, web_of(encrypted))
    assert found.state is CaptureState.UNREACHABLE
    assert "The certificate of news.example is not valid" in found.problem
    assert encrypted.asked == []


def test_a_handshake_that_does_not_end_is_left_at_the_deadline() -> None:
    with Server({}) as server:
        began = time.monotonic()
        found = fetch(server.url().replace("http:", "https:"), web_of(server, SOON))
    assert found.state is CaptureState.UNREACHABLE
    assert time.monotonic() - began < 3
