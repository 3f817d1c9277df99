"""The claims of a story as JSON: the contract of `verifier claims STORY --json`."""

import json
from typing import cast

from sample_report import BLOGGERS, DIU, Desk, checked, imported, with_source

from verifier.model.event import Json
from verifier.record.canonical import canonical
from verifier.report.claims_json import claims_json

Object = dict[str, Json]


def printed(desk: Desk) -> Object:
    return claims_json(desk.state, desk.assessment, desk.text, sources=desk.sources)


def claim(desk: Desk, label: str) -> Object:
    claims = cast(list[Object], printed(desk)["claims"])
    return next(item for item in claims if item["label"] == label)


def test_the_story_is_named_with_its_digest() -> None:
    desk = checked()
    assert printed(desk)["story"] == {
        "slug": "washington-confirms",
        "title": "Washington confirms North Korean deaths in Kursk",
        "sha256": desk.state.versions[1].sha256,
        "chars": len(desk.text),
        "language": "en",
        "dateline": "2024-12-18",
    }


def test_every_key_of_the_contract_is_there() -> None:
    assert list(printed(checked())) == [
        "story",
        "claims",
        "sources",
        "dependencies",
        "conflicts",
        "excluded",
        "coverage",
    ]
    assert list(claim(checked(), "C02")) == [
        *("label", "start", "end", "text", "standalone", "types", "checkability", "weight"),
        *("rule", "parent", "restates", "state", "attributions", "facets", "stances"),
        *("independence", "status", "status_why", "policy", "suggestion"),
        *("verdict", "attribution_verdict"),
    ]


def test_offsets_are_those_of_the_text() -> None:
    desk = checked()
    for item in cast(list[Object], printed(desk)["claims"]):
        start, end = cast(int, item["start"]), cast(int, item["end"])
        assert desk.text[start:end] == item["text"]


def test_claims_come_in_the_order_of_the_text_with_the_wider_first() -> None:
    claims = cast(list[Object], printed(checked())["claims"])
    assert [item["label"] for item in claims] == [f"C0{n}" for n in range(1, 10)]


def test_a_claim_is_proposed_accepted_or_dismissed() -> None:
    assert claim(imported(), "C02")["state"] == "proposed"
    assert claim(checked(), "C02")["state"] == "accepted"
    assert claim(checked(), "C05")["state"] == "dismissed"


def test_a_number_facet_is_an_interval_and_a_date_is_iso() -> None:
    desk = checked()
    number, day = cast(list[Object], claim(desk, "C02")["facets"])
    assert (
        desk.text[cast(int, number.pop("start")) : cast(int, number.pop("end"))] == number["text"]
    )
    assert number == {
        "type": "number",
        "text": "as many as 200",
        "low": None,
        "high": "200",
        "low_open": False,
        "high_open": False,
        "approx": False,
        "unit": None,
        "counted": "soldiers",
        "scope": ["died", "mixed units"],
    }
    assert (day["iso"], day["resolved"]) == ("2024-12-14", "year from the dateline")


def test_stances_come_in_the_order_of_the_row_with_their_passages() -> None:
    listed = cast(list[Object], claim(checked(), "C02")["stances"])
    stances = [item for item in listed if item["state"] == "accepted"]
    assert [(item["source"], item["aspect"], item["stance"]) for item in stances] == [
        ("diu", "attribution", "partly"),
        ("diu", "substance", "asserts"),
        ("isw", "substance", "echoes"),
        ("military-bloggers", "substance", "silent"),
    ]
    assert stances[2] == {
        "source": "isw",
        "aspect": "substance",
        "stance": "echoes",
        "state": "accepted",
        "why": "names the agency",
        "credibility": 3,
        "passages": [
            {
                "evidence": "E06",
                "start": 33,
                "end": 78,
                "text": "up to 200 troops of the mixed units were lost",
            }
        ],
        "basis": "seen in the source's own document",
        "accepted_from": None,
        "unread": False,
        "against_interest": False,
        "override": None,
        "reviewer": "anna",
    }


def test_a_verdict_carries_its_digit_its_name_and_when_it_was_given() -> None:
    assert claim(checked(), "C02")["verdict"] == {
        "code": 4,
        "name": "misstated",
        "confidence": "moderate",
        "why": "A bound for an estimate, “died” for losses.",
        "replace": "about 200 soldiers of the mixed units were lost, the DIU estimated",
        "reviewer": "anna",
        "at": "2026-01-02T03:05:05.678Z",
        "override": None,
        "origins_min": None,
        "origins_max": None,
        "parties": None,
        "policy": [],
    }
    attribution = cast(Object, claim(checked(), "C02")["attribution_verdict"])
    assert attribution["code"] == "drifted"


def test_what_is_proposed_stands_apart_from_what_was_accepted() -> None:
    stances = cast(list[Object], claim(checked(), "C03")["stances"])
    assert [(item["source"], item["stance"], item["state"]) for item in stances] == [
        ("diu", "asserts", "proposed")
    ]
    assert stances[0]["rule"] == "own-statement"


def test_a_claim_carries_its_origins_its_status_and_a_suggestion() -> None:
    said = claim(checked(), "C03")
    assert said["verdict"] is None
    found = cast(Object, said["independence"])
    assert (found["sources"], found["origins_min"], found["parties"]) == (1, 1, 1)
    assert said["status"] == "single-origin"
    assert cast(Object, said["suggestion"])["code"] == 3
    assert said["policy"] == []


def test_the_rules_against_a_verdict_are_named() -> None:
    fired = cast(list[Object], claim(checked(), "C06")["policy"])
    assert [(item["rule"], item["blocks"]) for item in fired] == [("P9", True)]


def test_exclusions_carry_their_words_and_the_reason() -> None:
    excluded = cast(list[Object], printed(checked())["excluded"])
    assert excluded[0] == {"start": 0, "end": 16, "text": "Light rain, 41 F", "why": "weather"}


def test_a_source_is_printed_as_the_desk_knows_it_now() -> None:
    desk = with_source(checked(), BLOGGERS, party="Russia (state media)")
    sources = cast(list[Object], printed(desk)["sources"])
    assert [item["slug"] for item in sources][:2] == ["diu", "military-bloggers"]
    assert sources[1]["party"] == "Russia (state media)"


def test_the_json_holds_no_floats_and_is_the_same_every_time() -> None:
    assert canonical(printed(checked())) == canonical(printed(checked()))


def test_of_a_confidential_source_only_the_descriptor_leaves() -> None:
    desk = with_source(checked(), DIU, confidential=True, aliases=("DIU", "the agency"))
    out = json.dumps(printed(desk), ensure_ascii=False).casefold()
    for secret in ("diu", "ukraine’s", "гур", "the agency", "about 200 soldiers, russians"):
        assert secret not in out
    assert "confidential source 1" in out
    assert '"source": "confidential-source-1"' in out


def test_offsets_hold_although_names_are_barred() -> None:
    desk = with_source(checked(), DIU, confidential=True)
    estimate = claim(desk, "C04")
    assert estimate["text"] == "The units were replenished"
    assert desk.text[cast(int, estimate["start"]) :].startswith("The units were replenished")
