"""The charset that a server names: before a page's own, after what the bytes say themselves."""

import pytest

from verifier.model.errors import BadInput
from verifier.reading import read_bytes
from verifier.reading.encoding import as_declared

UKRAINIAN = "Річка піднялася вночі, і дванадцять будинків було втрачено."


def test_a_text_is_read_by_the_declared_charset() -> None:
    data = UKRAINIAN.encode("cp1251")
    document = read_bytes(data, "note", declared="windows-1251")
    assert document.text.strip() == UKRAINIAN
    assert (document.encoding, document.encoding_guessed) == ("cp1251", False)
    assert document.original == data


def test_the_servers_word_comes_before_the_pages() -> None:
    page = f'<html><head><meta charset="cp1252"></head><body><p>{UKRAINIAN}</p></body></html>'
    document = read_bytes(page.encode("cp1251"), "note", declared="windows-1251")
    assert UKRAINIAN in document.text


def test_rows_are_read_by_it_too() -> None:
    rows = f"місто,подія\nЛьвів,{UKRAINIAN.replace(',', '')}\n"
    document = read_bytes(rows.encode("koi8-u"), "log.csv", declared="koi8-u")
    assert "місто: Львів" in document.text or "Львів" in document.text
    assert document.encoding == "koi8-u"


@pytest.mark.parametrize("data", [UKRAINIAN.encode(), b"\xef\xbb\xbf" + UKRAINIAN.encode()])
def test_utf8_is_utf8_whatever_the_server_says(data: bytes) -> None:
    document = read_bytes(data, "note", declared="iso-8859-1")
    assert document.text.strip() == UKRAINIAN


@pytest.mark.parametrize("declared", ["", "x-unknown", "rot13", "utf-16", "unicode_escape", "a\0b"])
def test_what_is_no_charset_is_left_aside(declared: str) -> None:
    assert as_declared(UKRAINIAN.encode("cp1251"), declared) is None


def test_bytes_without_meaning_in_it_are_read_as_if_nothing_was_said() -> None:
    data = UKRAINIAN.encode("cp1251") * 8
    assert as_declared(data, "utf-8") is None
    assert read_bytes(data, "note", declared="utf-8").encoding_guessed


def test_a_pdf_is_no_text_whatever_the_server_says() -> None:
    with pytest.raises(BadInput, match="PDF"):
        read_bytes(b"%PDF-1.4\n\xff\xfe broken", "note", declared="windows-1251")
