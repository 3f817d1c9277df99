"""Telegram exports: messages to cite, their moments in UTC, and whom they were taken over from."""

import json
from datetime import date
from typing import Any

import pytest

from verifier.model.errors import BadInput
from verifier.model.scales import Medium, PlaceKind
from verifier.reading import read_bytes

MESSAGES: list[dict[str, Any]] = [
    {"id": 1, "type": "service", "date_unixtime": "1772400000", "action": "create_channel",
     "text": ""},
    {"id": 2, "type": "message", "date": "2026-03-02T23:30:00", "date_unixtime": "1772483400",
     "from": "Night Watch", "text": "The pumps stopped.\nNobody is there."},
    {"id": 3, "type": "message", "date_unixtime": "1772490000", "from": "Night Watch",
     "forwarded_from": "County Fire",
     "text": ["Eleven houses ", {"type": "bold", "text": "lost"}, ". ",
              {"type": "link", "text": "https://fire.example.org"}]},
    {"id": 4, "type": "message", "date_unixtime": "1772490001", "photo": "p.jpg", "text": ""},
]  # fmt: skip


def export(*messages: dict[str, Any]) -> bytes:
    chat = {"name": "Night Watch", "type": "public_channel", "id": 7, "messages": messages}
    return json.dumps(chat, ensure_ascii=False, indent=1).encode()


def test_each_message_is_a_place_with_its_moment_in_utc() -> None:
    document = read_bytes(export(*MESSAGES), "result.json")
    assert document.medium is Medium.TELEGRAM
    assert document.title == "Night Watch"
    assert document.published == date(2026, 3, 2)
    assert [(p.kind, p.name, p.span.of(document.text)) for p in document.places] == [
        (PlaceKind.MESSAGE, "message 2, 2026-03-02 20:30 UTC, Night Watch",
         "The pumps stopped.\nNobody is there."),
        (PlaceKind.MESSAGE, "message 3, 2026-03-02 22:20 UTC, Night Watch",
         "Eleven houses lost. https://fire.example.org"),
    ]  # fmt: skip
    assert "2 messages without words" in document.remarks[-1]


def test_what_was_forwarded_names_whom_it_came_from() -> None:
    document = read_bytes(export(*MESSAGES), "result.json")
    (taken,) = document.forwarded
    assert taken.sender == "County Fire"
    assert taken.span.of(document.text).startswith("Eleven houses")


def test_an_export_of_all_chats_is_read() -> None:
    chat = json.loads(export(*MESSAGES))
    whole = {"about": "x", "chats": {"list": [chat, {**chat, "name": "Second"}]}}
    document = read_bytes(json.dumps(whole).encode(), "x")
    assert len(document.places) == 4
    assert document.title == "Night Watch, Second"


@pytest.mark.parametrize(
    "odd",
    [
        {"id": None, "text": ["a", ["b"], 7, None, {"text": None}], "date_unixtime": "soon"},
        {"id": [], "text": {"text": "a"}, "date_unixtime": 10**30, "from": 7},
        {"id": 1, "text": "a \ud800 b\x00", "from": {"text": "\udfff"}, "forwarded_from": ["x"]},
    ],
)
def test_odd_values_are_read_or_left_out(odd: dict[str, Any]) -> None:
    data = json.dumps({"messages": [odd, {"date_unixtime": "0", "text": "Zero"}]}).encode()
    document = read_bytes(data, "result.json")
    document.text.encode("utf-8")
    assert all(place.name.encode("utf-8") for place in document.places)
    assert document.text.endswith("Zero")


def test_a_cut_export_is_refused_in_a_sentence() -> None:
    with pytest.raises(BadInput, match="damaged or incomplete"):
        read_bytes(export(*MESSAGES)[:-60], "result.json")
    deep = b'{"messages": [], "date_unixtime": ' + b"[" * 200_000
    with pytest.raises(BadInput, match="damaged"):
        read_bytes(deep, "result.json")


def test_other_json_is_a_text() -> None:
    assert read_bytes(b'{"messages": "none"}', "a.json").medium is Medium.TEXT
