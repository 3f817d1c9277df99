"""The archive file of a capture: every request and answer, in WARC 1.1 (ISO 28500:2017).

warcio's own digests are SHA-1; the SHA-256 of each payload is added, in hexadecimal as everywhere
else in the program. A body that came in chunks is kept joined, with the field that said so renamed.
"""

from io import BytesIO
from urllib.parse import quote

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from verifier import __version__
from verifier.capture.fetched import Exchange, Fetched, Header
from verifier.record.canonical import digest

SHA256_FIELD = "WARC-Payload-Digest-SHA256"
"""The field that holds the SHA-256 of a record's payload."""

CHUNKED_FIELD = "X-Archive-Orig-Transfer-Encoding"
"""What Transfer-Encoding is called where the chunks were joined."""

_ASCII = "".join(map(chr, range(128)))


def archive_of(fetched: Fetched) -> bytes:
    """The WARC file, compressed record by record, of all exchanges of a capture."""
    target = BytesIO()
    writer = WARCWriter(target, gzip=True, warc_version="1.1")
    about = {
        "software": f"verifier/{__version__}",
        "format": "WARC File Format 1.1",
        "description": "one address, captured as evidence",
    }
    writer.write_record(writer.create_warcinfo_record(None, about))
    for exchange in fetched.exchanges:
        writer.write_request_response_pair(_request(writer, exchange), _answer(writer, exchange))
    return target.getvalue()


def _request(writer: WARCWriter, exchange: Exchange) -> ArcWarcRecord:
    line = StatusAndHeaders(
        f"GET {exchange.target} HTTP/1.1", list(exchange.asked), is_http_request=True
    )
    return _record(writer, exchange, "request", line, b"")


def _answer(writer: WARCWriter, exchange: Exchange) -> ArcWarcRecord:
    line = StatusAndHeaders(
        f"{exchange.status} {exchange.reason}",
        [_kept(header) for header in exchange.headers],
        protocol=exchange.protocol,
    )
    return _record(writer, exchange, "response", line, exchange.body)


def _record(
    writer: WARCWriter, exchange: Exchange, kind: str, head: StatusAndHeaders, body: bytes
) -> ArcWarcRecord:
    about = {
        "WARC-Date": exchange.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "WARC-IP-Address": exchange.address,
        SHA256_FIELD: f"sha256:{digest(body)}",
    }
    return writer.create_warc_record(
        exchange.url,
        kind,
        payload=BytesIO(body),
        length=len(body),
        http_headers=head,
        warc_headers_dict=about,
    )


def _kept(header: Header) -> Header:
    """A field as it is archived: bytes beyond ASCII percent-encoded, for warcio fails on some."""
    name, value = header
    value = quote(value, safe=_ASCII, encoding="latin-1")
    return (CHUNKED_FIELD if name.casefold() == "transfer-encoding" else name), value
