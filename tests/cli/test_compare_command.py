"""`verifier compare` as a shell calls it."""

import io
import json
import sys
from pathlib import Path

import pytest
from story_at_hand import a_report, a_story, claim_with

from verifier.cli.main import main
from verifier.cli.marked_text import Mark, marked
from verifier.desk.session import Session
from verifier.model.scales import ComparisonResult
from verifier.model.text import Span

PAIR = {"id": "p1", "claim": "It sank 40 ships.", "passage": "At least 40 ships sank there."}


def failed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["compare", *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Traceback" not in printed.err
    return printed.err


def of_pairs(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "pairs.jsonl"
    file.write_text(text, encoding="utf-8")
    return ["--pairs", str(file)]


def test_both_texts_are_printed_with_marks_signs_and_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["compare", PAIR["claim"], PAIR["passage"]]) == 0
    printed = capsys.readouterr().out
    assert "It sank [1≠ 40] ships." in printed
    assert "[1≠ At least 40] ships sank there." in printed
    assert "1≠ differs" in printed
    assert "the bound differs" in printed
    assert "\x1b" not in printed


def test_a_claim_and_a_citation_are_compared_by_name(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    story = a_story(session)
    a_report(session, "County Fire Service")
    label = claim_with(story, "12 houses").label
    assert main(["compare", f"{story.story.slug}:{label}", "E01", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["claim"]["name"] == f"{story.story.slug}:{label}"
    [number] = [facet for facet in found["facets"] if facet["type"] == "number"]
    assert number["result"] == "differs"
    start, end = number["claim"]
    assert story.text[start:end] == "12"


def test_pairs_give_a_line_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = "\n".join([json.dumps(PAIR), "", json.dumps({**PAIR, "id": 2, "passage": "No."})])
    assert main(["compare", *of_pairs(tmp_path, lines)]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["id"] == "p1"
    assert first["facets"] == [
        {
            "type": "number",
            "claim": [8, 10],
            "passage": [0, 11],
            "result": "differs",
            "why": "the bound differs: At least 40 there",
        }
    ]
    assert second["id"] == 2
    assert second["facets"][0]["result"] == "not in evidence"
    assert second["facets"][0]["passage"] is None


def test_pairs_come_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(PAIR).encode())))
    assert main(["compare", "--pairs", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "p1"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"id": 1', "Line 2 is no JSON"),
        ("[1, 2]", "Line 2 is no object"),
        ('{"id": 1, "claim": "x"}', 'Line 2 has no "passage"'),
        ('{"id": 1, "claim": 2, "passage": "x"}', 'Line 2: "claim" is no text'),
        ('{"id": true, "claim": "x", "passage": "x"}', 'Line 2: "id" is no text'),
        ("[" * 100_000, "Line 2 is no JSON"),
    ],
)
def test_a_bad_line_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, says: str
) -> None:
    arguments = of_pairs(tmp_path, f"{json.dumps(PAIR)}\n{line}\n")
    assert says in failed(capsys, *arguments)


def test_a_file_in_another_encoding_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "pairs.jsonl"
    file.write_bytes(b'{"id": 1}\n\xff\xfe')
    assert "Line 2" in failed(capsys, "--pairs", str(file))


def test_wrong_use_is_refused_with_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "--help" in failed(capsys, "one text")
    assert "not both" in failed(capsys, "a", "b", "--pairs", "x")
    assert "cannot be read" in failed(capsys, "--pairs", str(tmp_path / "gone"))
    assert "nothing to compare" in failed(capsys, " ", "words")
    assert "no database" in failed(capsys, ".:C01", "words")


def test_hostile_text_stays_visible_and_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    claim = "It sank 40\x1b[2J ships\u202e near \ud800Kursk."
    assert main(["compare", claim, claim]) == 0
    printed = capsys.readouterr().out
    assert "\x1b" not in printed
    assert "\u202e" not in printed
    assert main(["compare", claim, claim, "--json"]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_colours_come_with_a_terminal_and_go_with_no_color(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    main(["compare", PAIR["claim"], PAIR["passage"]])
    assert "\x1b[1;31m" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    main(["compare", PAIR["claim"], PAIR["passage"]])
    assert "\x1b" not in capsys.readouterr().out


def test_marks_may_stand_in_one_another() -> None:
    outer = Mark(Span(0, 9), 1, ComparisonResult.SAME)
    inner = Mark(Span(4, 9), 2, ComparisonResult.DIFFERS)
    pieces = marked("a “b c d”.", Span(0, 10), [outer, inner])
    assert "".join(piece for piece, _ in pieces) == "[1= a “b[2≠  c d”]]."


def test_nothing_to_compare_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "all is quiet", "it rains"]) == 0
    assert "No number, date, place, name, quotation or hedge" in capsys.readouterr().out
