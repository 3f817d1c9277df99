"""Exports of Telegram Desktop (result.json): each message a paragraph and a place to cite."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from verifier.model.document import Document
from verifier.model.errors import BadInput
from verifier.model.event import Json
from verifier.model.reading import Forwarded, Place
from verifier.model.scales import Medium, PlaceKind
from verifier.model.text import Span
from verifier.reading.encoding import decode, storable
from verifier.reading.format import Format, counted, damaged
from verifier.reading.pieces import BREAK

CALLED = "a Telegram export"
MOST_OBJECTS = 250_000
"""Objects and lists of the JSON: a message has three to ten; each takes some 230 bytes to hold."""

_MARKS = (b'"messages"', b'"date_unixtime"')


class Message(NamedTuple):
    """A message with words: who posted it when (UTC), and whom it was taken over from."""

    number: str
    sender: str
    at: datetime | None
    text: str
    forwarded_from: str | None

    @property
    def name(self) -> str:
        """How a citation calls it."""
        when = f", {self.at:%Y-%m-%d %H:%M} UTC" if self.at else ""
        who = f", {self.sender}" if self.sender else ""
        return f"message {self.number}{when}{who}"


def read_telegram(data: bytes, name: str) -> Document:
    """The messages of one chat, or of all chats of an export, in its order."""
    if data.count(b"{") + data.count(b"[") > MOST_OBJECTS:
        raise BadInput(
            f"{name} is an export of too many messages to be read at once; export a shorter time, "
            "or chat by chat."
        )
    decoded = decode(data, name)
    whole = json.loads(decoded.text)
    chats = list(_chats(whole))
    if not chats:
        raise damaged(name, CALLED, "it lists no messages")
    messages = [message for chat in chats for message in _messages(chat)]
    text, places, forwarded = _laid_out(messages)
    days = sorted(message.at for message in messages if message.at)
    silent = sum(len(_listed(chat)) for chat in chats) - len(messages)
    return Document(
        text=text,
        original=data,
        medium=Medium.TELEGRAM,
        encoding=decoded.encoding,
        title=", ".join(filter(None, (_words(chat.get("name")) for chat in chats)))[:500] or None,
        published=days[0].date() if days else None,
        reader="telegram-1",
        places=places,
        forwarded=forwarded,
        remarks=tuple(_remarks(messages, forwarded, days, silent)),
    )


def _chats(whole: Json) -> Iterator[Mapping[str, Json]]:
    """The chats with messages: the file is one, or lists them."""
    if not isinstance(whole, dict):
        return
    if isinstance(whole.get("messages"), list):
        yield whole
    for key in ("chats", "left_chats"):
        listed = whole.get(key)
        chats = listed.get("list") if isinstance(listed, dict) else None
        for chat in chats if isinstance(chats, list) else []:
            if isinstance(chat, dict) and isinstance(chat.get("messages"), list):
                yield chat


def _listed(chat: Mapping[str, Json]) -> list[Json]:
    listed = chat.get("messages")
    return listed if isinstance(listed, list) else []


def _messages(chat: Mapping[str, Json]) -> Iterator[Message]:
    """The messages that hold words, pictures' captions among them; service notes are left out."""
    for item in _listed(chat):
        if not isinstance(item, dict) or item.get("type", "message") != "message":
            continue
        text = storable(_words(item.get("text"))).strip()
        if text:
            yield Message(
                number=_line(_words(item.get("id"))) or "?",
                sender=_line(_words(item.get("from")) or _words(chat.get("name"))),
                at=_moment(item.get("date_unixtime")),
                text=text,
                forwarded_from=_line(_words(item.get("forwarded_from"))) or None,
            )


def _words(value: Json) -> str:
    """The words of a text: a string, or a list of strings and of objects with a `text`."""
    if isinstance(value, list):
        return "".join(_words(item) for item in value if not isinstance(item, list))
    if isinstance(value, dict):
        inner = value.get("text")
        return inner if isinstance(inner, str) else ""
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""


def _line(text: str) -> str:
    return storable(" ".join(text.split())[:200])


def _moment(seconds: Json) -> datetime | None:
    """The moment in UTC: `date` has no zone, so only the count of seconds tells it."""
    try:
        return datetime.fromtimestamp(int(_words(seconds)), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _laid_out(
    messages: list[Message],
) -> tuple[str, tuple[Place, ...], tuple[Forwarded, ...]]:
    """The text, the place of each message, and what was taken over."""
    places: list[Place] = []
    forwarded: list[Forwarded] = []
    at = 0
    for message in messages:
        span = Span(at, at + len(message.text))
        places.append(Place(span, PlaceKind.MESSAGE, message.name))
        if message.forwarded_from:
            forwarded.append(Forwarded(span, message.forwarded_from))
        at = span.end + len(BREAK)
    return BREAK.join(message.text for message in messages), tuple(places), tuple(forwarded)


def _remarks(
    messages: list[Message], forwarded: tuple[Forwarded, ...], days: list[datetime], silent: int
) -> Iterator[str]:
    if days:
        yield (
            f"{counted(len(messages), 'message')} from {days[0]:%Y-%m-%d} to {days[-1]:%Y-%m-%d} "
            "(UTC); the first day stands as the date of publication."
        )
    if forwarded:
        senders = ", ".join(dict.fromkeys(item.sender for item in forwarded))
        yield f"{counted(len(forwarded), 'message')} forwarded from {senders[:300]}."
    if silent:
        yield f"Left out: {counted(silent, 'message')} without words (pictures, service notes)."


def _is_export(data: bytes, name: str) -> bool:
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and all(
        mark in data for mark in _MARKS
    )


FORMAT = Format(CALLED, _is_export, read_telegram)
