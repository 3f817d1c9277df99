"""Bytes to text: the encoding is known, or guessed and said so, or the file is refused."""

import codecs
import re
from typing import NamedTuple

from verifier.model.errors import BadInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\x00", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)


_NO_CHARSETS = frozenset(("idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7"))
"""Codecs of Python that no page is written in."""

_NO_TEXT = re.compile("[\x00\ud800-\udfff]")


class Decoded(NamedTuple):
    """A text with the encoding it was read by; `guessed` where nothing in the file says so."""

    text: str
    encoding: str
    guessed: bool


def decode(data: bytes, name: str) -> Decoded:
    """The text of `data`; `name` is the file's name for messages.

    A byte order mark is a signature, not text. UTF-8 is known by being valid; UTF-16 without a mark
    and other encodings are guesses. Raises BadInput for binary files and undecodable bytes.
    """
    known = marked(data, name)
    if known is not None:
        return known
    _refuse_known_binary(data, name)
    if not _has_nul(data):
        try:
            return Decoded(data.decode("utf-8"), "utf-8", guessed=False)
        except UnicodeDecodeError:
            return _guess(data, name)
    wide = _utf16_without_mark(data)
    if wide is None:
        raise BadInput(
            f"{name} holds NUL bytes: it is a binary file, not text. Save it as plain text (UTF-8) "
            "and import that."
        )
    return Decoded(_strict(data, wide, name), wide, guessed=True)


def charset_meant(named: str) -> str | None:
    """The codec that a page or a server means by a charset's name; None where it names none.

    Latin-1 and ASCII mean windows-1252 on the web (WHATWG Encoding Standard). UTF-16 and UTF-32 are
    told by their bytes alone.

    >>> charset_meant("KOI8-U"), charset_meant("latin1"), charset_meant("rot13"), charset_meant("?")
    ('koi8-u', 'cp1252', None, None)
    """
    try:
        found = codecs.lookup(named)
        "a".encode(found.name)
    except (LookupError, UnicodeError, ValueError):
        return None
    if found.name in _NO_CHARSETS or found.name.startswith(("utf-16", "utf-32")):
        return None
    return "cp1252" if found.name in ("iso8859-1", "ascii") else found.name


def as_declared(data: bytes, declared: str | None) -> tuple[bytes, str] | None:
    """Text in the charset that a server declared, as UTF-8 with a mark, and that charset.

    None where the bytes say themselves what they are (a byte order mark, valid UTF-8: a server that
    says otherwise is mistaken), where they have no meaning in it, or it is none.
    """
    encoding = charset_meant(declared) if declared else None
    if encoding is None or data.startswith(tuple(mark for mark, _ in _MARKS)) or _has_nul(data):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return codecs.BOM_UTF8 + data.decode(encoding).encode(), encoding
        except UnicodeError:
            return None
    return None


def storable(text: str) -> str:
    """`text` with each NUL and lone surrogate, which UTF-8 cannot hold, as one U+FFFD."""
    return _NO_TEXT.sub("\ufffd", text)


def marked(data: bytes, name: str) -> Decoded | None:
    """The text of bytes that begin with a byte order mark; None for others; raises BadInput."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding, name), encoding, guessed=False)
    return None


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(name, encoding) from error
    if "\x00" in text:
        raise BadInput(f"{name} holds NUL characters: it is a binary file, not text.")
    return text


def _has_nul(data: bytes) -> bool:
    return b"\x00" in data


def _refuse_known_binary(data: bytes, name: str) -> None:
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise BadInput(
                f"{name} is {what}, not a text, and no format that is read here. Save what it says "
                "as PDF, HTML, DOCX or plain text and use that."
            )


def _utf16_without_mark(data: bytes) -> str | None:
    """The byte order of UTF-16 text without a mark, told by where its NUL bytes lie."""
    if len(data) % 2:
        return None
    pairs = len(data) // 2
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if odd > pairs * 0.4 and even < pairs * 0.05:
        return "utf-16-le"
    if even > pairs * 0.4 and odd < pairs * 0.05:
        return "utf-16-be"
    return None


def _guess(data: bytes, name: str) -> Decoded:
    """The most likely text of bytes that are not UTF-8 (charset-normalizer)."""
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None or best.percent_chaos > 20:
        raise _undecodable(name, "utf-8")
    text = str(best)
    controls = sum(1 for char in text if ord(char) < 32 and char not in "\t\n\r\f")
    if controls > len(text) // 200:
        raise _undecodable(name, best.encoding)
    return Decoded(text, best.encoding, guessed=True)


def _undecodable(name: str, encoding: str) -> BadInput:
    return BadInput(
        f"{name} cannot be read as {encoding} text: some bytes have no meaning in it. It is "
        "damaged or no text; save it as UTF-8 and import that."
    )
