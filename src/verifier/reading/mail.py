"""Mail (EML) and saved pages (MHTML): both are MIME; attachments are listed and not opened."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import TypeAlias

from verifier.model.document import Document
from verifier.model.errors import BadInput
from verifier.model.reading import Attachment
from verifier.model.scales import Medium
from verifier.model.text import Digest
from verifier.reading.encoding import Decoded, storable
from verifier.reading.format import Format, counted
from verifier.reading.html import decode_page, page_document
from verifier.reading.page_blocks import page_blocks
from verifier.reading.pieces import BREAK

Part: TypeAlias = "Message[str, str]"

DEEPEST = 20
"""Parts within parts; mail programs nest about four."""
MOST_PARTS = 2_000
_LONGEST_HEADER = 2_000

_HEADS = re.compile(
    rb"\A(?:From [^\r\n]*\r?\n)?((?:[!-9;-~]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+)"
)
_SPEAKING = (b"message-id", b"mime-version", b"received", b"return-path")
_SAVED = ("snapshot-content-location", "content-location")


def read_mail(data: bytes, name: str) -> Document:
    """A message: its body as text, subject, sender and date as it says, attachments listed."""
    message = message_from_bytes(data, policy=compat32)
    parts = list(_parts(message, name))
    plain = [part for part in parts if _is_body(part, "text/plain")]
    pages = [part for part in parts if _is_body(part, "text/html")]
    bodies = plain or pages
    decoded = [_decoded(part, name) for part in bodies]
    texts = [item.text for item in decoded]
    if not plain:
        texts = [BREAK.join(page_blocks(text).blocks) for text in texts]
    attachments = tuple(_attachment(part) for part in parts if part not in bodies + pages)
    text = BREAK.join(text.replace("\r\n", "\n").strip() for text in texts)
    if not text:
        raise BadInput(f"{name} is a mail without a text; its attachments can be added themselves.")
    sender, subject, day = _head(message, "From"), _head(message, "Subject"), _sent(message)
    return Document(
        text=text,
        original=data,
        medium=Medium.MAIL,
        encoding=decoded[0].encoding,
        encoding_guessed=any(item.guessed for item in decoded),
        title=subject,
        byline=sender,
        published=day,
        reader="mail-1",
        attachments=attachments,
        remarks=tuple(_said(message, attachments)),
    )


def read_web_archive(data: bytes, name: str) -> Document:
    """A page saved by a browser: read as any page, with the address it was saved from."""
    message = message_from_bytes(data, policy=compat32)
    parts = list(_parts(message, name))
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    if page is None:
        raise BadInput(f"{name} is a web archive without a page in it. Save the page again.")
    document = page_document(_decoded(page, name), data, Medium.WEB_ARCHIVE, "mhtml-1")
    saved = next((found for head in _SAVED if (found := _head(message, head))), None)
    address = saved or _head(page, "content-location")
    day = _sent(message)
    remark = (f"Saved from {address}" if address else "Saved") + (f" on {day}." if day else ".")
    return replace(
        document,
        url=address if address and address.startswith(("http://", "https://")) else document.url,
        attachments=tuple(_attachment(part) for part in parts if part is not page),
        remarks=(*document.remarks, remark),
    )


def _parts(message: Part, name: str) -> Iterator[Part]:
    """The parts that hold something, in order; attached messages are parts and not opened."""
    waiting: list[tuple[Part, int]] = [(message, 0)]
    count = 0
    while waiting:
        part, depth = waiting.pop()
        count += 1
        if depth > DEEPEST or count > MOST_PARTS:
            raise BadInput(f"{name} has parts within parts without end: no mail is made like it.")
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting.extend(
                (item, depth + 1) for item in reversed(inner) if not isinstance(item, str)
            )
        else:
            yield part


def _is_body(part: Part, type: str) -> bool:
    return (
        part.get_content_type() == type
        and part.get_content_disposition() != "attachment"
        and part.get_filename() is None
    )


def _bytes(part: Part) -> bytes:
    inner = part.get_payload(decode=True)
    return inner if isinstance(inner, bytes) else part.as_bytes(policy=compat32)


def _decoded(part: Part, name: str) -> Decoded:
    """The text of a part by its charset, else as a page or a text without one."""
    data = _bytes(part)
    charset = part.get_content_charset()
    if charset:
        try:
            return Decoded(data.decode(charset), charset, guessed=False)
        except (LookupError, UnicodeError):
            return _with_gaps(data, name)
    return _with_gaps(data, name) if data.strip() else Decoded("", "utf-8", guessed=False)


def _with_gaps(data: bytes, name: str) -> Decoded:
    try:
        return decode_page(data, name)
    except BadInput:
        return Decoded(data.decode("utf-8", "replace"), "utf-8", guessed=True)


def _attachment(part: Part) -> Attachment:
    data = _bytes(part)
    name = part.get_filename() or _head(part, "content-location") or part.get_content_type()
    digest = Digest(sha256(data).hexdigest())
    return Attachment(_line(name)[:200], part.get_content_type(), len(data), digest)


def _said(message: Part, attachments: tuple[Attachment, ...]) -> Iterator[str]:
    """What the message says of itself; nothing in a mail proves who sent it."""
    heads = [
        f"{name} {value}"
        for name in ("From", "To", "Date", "Subject")
        if (value := _head(message, name))
    ]
    if heads:
        yield f"The mail says of itself, which proves nothing: {'; '.join(heads)}."
    if attachments:
        listed = ", ".join(
            f"{item.name} ({counted(item.size, 'byte')})" for item in attachments[:20]
        )
        yield f"{counted(len(attachments), 'attachment')}, not read: {listed}."


def _head(part: Part, name: str) -> str | None:
    """A header as one line; None where there is none."""
    value = part.get(name)
    if value is None:
        return None
    raw = str(value)[:_LONGEST_HEADER]
    try:
        return _line(str(make_header(decode_header(raw)))) or None
    except (LookupError, ValueError):
        return _line(raw) or None


def _line(text: str) -> str:
    return storable(" ".join(text.split()))


def _sent(message: Part) -> date | None:
    try:
        sent = parsedate_to_datetime(str(message.get("Date"))[:200])
        return (sent.astimezone(UTC) if sent.tzinfo else sent).date()
    except (ValueError, OverflowError):
        return None


def _heads(data: bytes) -> dict[bytes, bytes]:
    """The headers that the bytes begin with, names in lower case; empty for what is no message."""
    match = _HEADS.match(data[:65536])
    if match is None:
        return {}
    lines = re.split(rb"\r?\n(?![ \t])", match.group(1))
    pairs = (line.partition(b":") for line in lines if b":" in line)
    return {name.lower(): value.strip() for name, _, value in pairs}


def _is_mail(data: bytes, name: str) -> bool:
    heads = _heads(data)
    if not heads or not heads.keys() & {b"date", b"subject", b"from", b"content-type"}:
        return False
    return bool(heads.keys() & set(_SPEAKING)) or name.lower().endswith(".eml")


def _is_web_archive(data: bytes, name: str) -> bool:
    heads = _heads(data)
    related = heads.get(b"content-type", b"").lower().startswith(b"multipart/related")
    sent = heads.keys() & {b"received", b"message-id", b"to"}
    saved = b"snapshot-content-location" in heads or b"saved by" in heads.get(b"from", b"").lower()
    return related and (saved or not sent)


MAIL = Format("a mail", _is_mail, read_mail)
WEB_ARCHIVE = Format("a saved web page", _is_web_archive, read_web_archive)
