"""An answer's document: of a kind that is read, its compression undone within limits."""

import zlib
from collections.abc import Iterator
from http import HTTPStatus

from verifier.capture.faults import CaptureFailed
from verifier.capture.fetched import Exchange, media_type
from verifier.capture.limits import MEGABYTE, Limits

READ_TYPES = frozenset(
    {
        "",  # told by content
        "application/octet-stream",
        "binary/octet-stream",
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/markdown",
        "text/x-markdown",
        "text/csv",
        "text/xml",
        "application/xml",
        "application/json",
        "application/pdf",
        "application/x-pdf",
        "message/rfc822",
        "multipart/related",
        "application/x-mimearchive",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/gif",
        "image/tiff",
    }
)
"""The kinds of documents that are fetched; what they really are, their content tells."""

_WINDOW = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}
_GZIP = b"\x1f\x8b"
_PIECE = 256 * 1024

MOST_MEMBERS = 64
"""Members of a gzip file that are read; more of them are a trick to keep the program busy."""


def require_type(value: str) -> None:
    """Raise CaptureFailed for a Content-Type of which no text can be read."""
    kind = media_type(value)
    if kind not in READ_TYPES:
        raise CaptureFailed(
            f"The server sent {kind[:80]}, which is no document that is read. Look at the address "
            "in a browser; it may be a video, a program or an archive."
        )


def content_of(exchange: Exchange, limits: Limits) -> bytes:
    """The document in an answer; raises CaptureFailed where it holds none or is too large."""
    if exchange.status != HTTPStatus.OK:
        raise CaptureFailed(
            f"The server answered {exchange.status} {_reason(exchange)}, not with the page. Look "
            "at the address in a browser; an archive of the web may have the page."
        )
    require_type(exchange.header("content-type"))
    coding = exchange.header("content-encoding").strip().lower()
    if coding in ("", "identity"):
        return exchange.body
    if coding not in _WINDOW:
        raise CaptureFailed(
            f"The page came compressed as {coding[:40]}, which was not asked for and is not read. "
            "Save the page by a browser and add the file."
        )
    return _decompressed(exchange.body, coding, limits.content)


def _reason(exchange: Exchange) -> str:
    try:
        return HTTPStatus(exchange.status).phrase
    except ValueError:
        return exchange.reason[:80]


def _decompressed(data: bytes, coding: str, limit: int) -> bytes:
    """`data` decompressed piece by piece, never holding more than `limit` bytes and a piece."""
    window = _WINDOW[coding]
    if coding == "deflate" and not _has_zlib_head(data):
        window = -zlib.MAX_WBITS
    parts: list[bytes] = []
    room = limit
    for _ in range(MOST_MEMBERS):
        machine = zlib.decompressobj(window)
        for part in _pieces(machine, data, coding):
            room -= len(part)
            if room < 0:
                raise _too_large(limit)
            parts.append(part)
        data = machine.unused_data
        if not data.startswith(_GZIP):
            return b"".join(parts)
    raise _damaged(coding)


def _pieces(machine: "zlib._Decompress", data: bytes, coding: str) -> Iterator[bytes]:
    """What `machine` makes of `data` up to its end, in pieces of bounded size."""
    while not machine.eof:
        try:
            part = machine.decompress(data, _PIECE)
        except zlib.error as error:
            raise _damaged(coding) from error
        data = machine.unconsumed_tail
        if not part and not data and not machine.eof:
            raise _damaged(coding)
        yield part


def _has_zlib_head(data: bytes) -> bool:
    """Whether the head of RFC 1950 is there; many servers leave it out and send bare deflate."""
    return len(data) > 1 and data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0


def _too_large(limit: int) -> CaptureFailed:
    return CaptureFailed(
        f"The page grows beyond {limit / MEGABYTE:g} MB when its compression is undone; it was cut "
        "off and not kept. Download it by a browser and add the part you need."
    )


def _damaged(coding: str) -> CaptureFailed:
    return CaptureFailed(
        f"The page came compressed as {coding} and cannot be decompressed: it is damaged or cut. "
        "Try again later, or save it by a browser and add the file."
    )
