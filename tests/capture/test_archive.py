"""The archive file of a capture, read by warcio."""

import gzip
import hashlib
import subprocess
import sys
from io import BytesIO
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord
from web_at_hand import HERE, HTML, Answer, Server, page, raw, redirect, web_of

from verifier import __version__
from verifier.capture.archive import CHUNKED_FIELD, SHA256_FIELD, archive_of
from verifier.capture.fetch import fetch
from verifier.capture.fetched import Fetched

STORY = "<h1>Повінь</h1><p>Twelve houses were lost.</p>"


def captured(answers: dict[str, Answer]) -> tuple[Fetched, bytes]:
    """What came from a server with these answers, and its archive."""
    with Server(answers) as server:
        found = fetch(server.url(), web_of(server))
    return found, archive_of(found)


def records(archive: bytes) -> list[tuple[ArcWarcRecord, bytes]]:
    """The records of an archive with their payloads as transferred; every digest is checked."""
    reader = ArchiveIterator(BytesIO(archive), check_digests="raise")
    return [(record, record.raw_stream.read()) for record in reader]


def test_each_exchange_is_kept_as_an_answer_and_its_request() -> None:
    found, archive = captured({"/": redirect("/story"), "/story": page(STORY)})
    kinds = [record.rec_type for record, _ in records(archive)]
    assert kinds == ["warcinfo", "response", "request", "response", "request"]
    _, moved, _, answer, request = [record for record, _ in records(archive)]
    for record, exchange in ((moved, found.exchanges[0]), (answer, found.exchanges[1])):
        assert record.rec_headers["WARC-Target-URI"] == exchange.url
        assert record.rec_headers["WARC-IP-Address"] == HERE
        assert record.rec_headers["WARC-Date"].startswith(
            exchange.at.strftime("%Y-%m-%dT%H:%M:%S.")
        )
    assert request.rec_headers["WARC-Concurrent-To"] == answer.rec_headers["WARC-Record-ID"]
    assert moved.http_headers.get_statuscode() == "302"
    assert request.http_headers["User-Agent"].startswith(f"verifier/{__version__}")


def test_the_payload_and_its_sha256_are_those_of_the_page() -> None:
    found, archive = captured({"/": page(STORY)})
    _, (answer, body), _ = records(archive)
    assert body == found.content == STORY.encode()
    digest = hashlib.sha256(STORY.encode()).hexdigest()
    assert answer.rec_headers[SHA256_FIELD] == f"sha256:{digest}"
    assert answer.rec_headers["WARC-Payload-Digest"].startswith("sha1:")


def test_a_compressed_payload_is_kept_as_it_was_transferred() -> None:
    packed = gzip.compress(STORY.encode(), mtime=0)
    _, archive = captured({"/": page(packed, "Content-Encoding: gzip")})
    assert records(archive)[1][1] == packed
    answer = list(ArchiveIterator(BytesIO(archive)))[1]
    assert answer.http_headers["Content-Encoding"] == "gzip"


def test_joined_chunks_are_not_called_chunked() -> None:
    head = f"HTTP/1.1 200 OK\r\n{HTML}\r\nTransfer-Encoding: chunked\r\n\r\n"
    _, archive = captured({"/": raw(head.encode() + b"3\r\n<p>\r\n2\r\nHi\r\n0\r\n\r\n")})
    _, (answer, body), _ = records(archive)
    assert body == b"<p>Hi"
    assert answer.http_headers["Transfer-Encoding"] is None
    assert answer.http_headers[CHUNKED_FIELD] == "chunked"


def test_an_answer_that_is_no_page_is_archived_too() -> None:
    _, archive = captured({})
    _, (answer, body), _ = records(archive)
    assert (answer.http_headers.get_statuscode(), body) == ("404", b"nothing here")


def test_fields_of_a_head_cannot_become_fields_of_the_archive() -> None:
    hostile = "X-Note: a\tb ü\xff; WARC-Target-URI: http://other.example/"
    _, archive = captured({"/": page(STORY, hostile)})
    _, (answer, _), _ = records(archive)
    assert "other.example" not in answer.rec_headers["WARC-Target-URI"]
    assert "other.example" in answer.http_headers["X-Note"]


def test_bytes_beyond_ascii_in_a_head_are_kept_in_percent_form() -> None:
    _, archive = captured({"/": page(STORY, "X-Note: na\x90ve; ch\xe4r=1")})
    _, (answer, _), _ = records(archive)
    assert answer.http_headers["X-Note"] == "na%90ve; ch%E4r=1"


def test_warcio_finds_nothing_wrong_with_it(tmp_path: Path) -> None:
    packed = gzip.compress(STORY.encode())
    answers = {
        "/": redirect("/story", "301 Moved, désolé"),
        "/story": page(packed, "Content-Encoding: gzip", "X-Where: Zürich"),
    }
    file = tmp_path / "capture.warc.gz"
    file.write_bytes(captured(answers)[1])
    command = [str(Path(sys.executable).with_name("warcio")), "check", "--verbose", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("digest pass") == 5


def test_warcio_finds_a_byte_that_was_changed(tmp_path: Path) -> None:
    _, archive = captured({"/": page(STORY)})
    file = tmp_path / "changed.warc"
    file.write_bytes(gzip.decompress(archive).replace(b"Twelve", b"Eleven"))
    command = [str(Path(sys.executable).with_name("warcio")), "check", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "payload digest failed" in done.stdout
