"""Files are read within limits, or refused in a sentence."""

import io
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.model.errors import BadInput
from verifier.model.scales import Medium
from verifier.reading import read_bytes, read_path, read_stream

RUSSIAN = "Сегодня в городе объявили о новых правилах движения, сообщила мэрия. " * 20


def test_the_text_of_a_plain_file_is_unchanged(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(b"One.\r\n\r\n  Two\tthree. \n")
    document = read_path(file)
    assert document.text == "One.\r\n\r\n  Two\tthree. \n"
    assert document.original == file.read_bytes()
    assert document.medium is Medium.TEXT
    assert not document.encoding_guessed


def test_a_byte_order_mark_is_no_text() -> None:
    document = read_bytes(b"\xef\xbb\xbfHello there.", "a.txt")
    assert document.text == "Hello there."


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_a_marked_wide_encoding_is_read(encoding: str) -> None:
    document = read_bytes(RUSSIAN.encode(encoding), "a.txt")
    assert document.text == RUSSIAN
    assert not document.encoding_guessed


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_a_guess_that_is_told(encoding: str) -> None:
    document = read_bytes(("The mayor said so. " * 20).encode(encoding), "a.txt")
    assert document.text.startswith("The mayor said so.")
    assert document.encoding_guessed


def test_cp1251_is_a_guess_that_is_told() -> None:
    document = read_bytes(RUSSIAN.encode("cp1251"), "a.txt")
    assert document.text == RUSSIAN
    assert document.encoding_guessed


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "an office document"),
        (b"\x89PNG\r\n\x1a\n\x00", "an image"),
        (b"SQLite format 3\x00....", "a database"),
        (b"text\x00text\x00more, and nothing else like it", "NUL"),
        (bytes(range(256)) * 8, "NUL|no meaning"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        read_bytes(data, "story.txt")


def test_a_folder_a_pipe_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    for path, why in ((tmp_path, "folder"), (fifo, "pipe"), (tmp_path / "no", "no file")):
        with pytest.raises(BadInput, match=why):
            read_path(path)


def test_a_device_is_refused_before_reading() -> None:
    with pytest.raises(BadInput, match="device"):
        read_path(Path("/dev/zero"))


def test_a_symlink_loop_is_refused(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(BadInput, match="cannot be read"):
        read_path(loop)


def test_a_file_over_the_limit_is_refused_before_reading(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as stream:
        stream.truncate(3 * 1024 * 1024 * 1024)
    with pytest.raises(BadInput, match="20 MB"):
        read_path(file)


def test_standard_input_has_the_same_limit() -> None:
    with pytest.raises(BadInput, match="standard input is larger"):
        read_stream(io.BytesIO(b"x" * 11), limit=10)


def test_front_matter_of_markdown_says_title_and_date() -> None:
    text = "---\ntitle: A fire\nauthor: Jo Doe\ndate: 2024-12-18\n---\n# A fire\n\nIt burned.\n"
    document = read_bytes(text.encode(), "story.md")
    assert document.text == text
    assert (document.title, document.byline) == ("A fire", "Jo Doe")
    assert document.published == date(2024, 12, 18)


def test_a_date_that_is_none_is_left_out() -> None:
    document = read_bytes(b"---\ndate: yesterday\n---\nText.", "story.md")
    assert document.published is None


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = read_bytes(data, "story.txt")
    except BadInput:
        return
    assert "\x00" not in document.text
    assert document.text.strip()
