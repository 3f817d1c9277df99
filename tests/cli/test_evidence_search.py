"""`verifier evidence search`, as a shell calls it."""

import json

import pytest
from story_at_hand import a_report, a_story, claim_with

from verifier.cli.main import main
from verifier.desk.registry import add_source
from verifier.desk.session import Session
from verifier.model.scales import SourceKind


@pytest.fixture(autouse=True)
def library(session: Session) -> str:
    """A story and the log of a source called Fire Watch; the label of a claim."""
    story = a_story(session)
    add_source(session, "Fire Watch", kind=SourceKind.OFFICIAL)
    a_report(session, "fire-watch")
    return claim_with(story, "pumps failed").label


def failed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["evidence", "search", *arguments]) == 2
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err
    return printed.err


def test_it_prints_places_reasons_and_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evidence", "search", "pumps", "at", "the", "gate"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("E01:")
    assert "words: pumps, gate" in printed
    assert "The pumps at the north gate stopped" in printed


def test_json_has_the_fields_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evidence", "search", "pumps", "--json"]) == 0
    (hit,) = json.loads(capsys.readouterr().out)
    assert set(hit) == {"evidence", "start", "end", "text", "score", "why"}


def test_a_claim_is_looked_for(capsys: pytest.CaptureFixture[str], library: str) -> None:
    assert main(["evidence", "search", "--claim", f".:{library}", "--source", "fire-watch"]) == 0
    assert "pumps" in capsys.readouterr().out


def test_nothing_found_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evidence", "search", "zeppelin"]) == 0
    assert "Nothing in the library" in capsys.readouterr().out


@pytest.mark.parametrize("query", ['"', "*", "a AND (", "\u202e", "--", "100%"])
def test_any_query_is_no_error(query: str) -> None:
    assert main(["evidence", "search", "--", query]) == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "nothing to look for"),
        (["x", "--claim", ".:C01"], "not both"),
        (["--claim", "C01"], "STORY:CLAIM"),
        (["--claim", ".:C99"], "no claim C99"),
        (["x", "--source", "nobody"], "no source nobody"),
        (["x", "--limit", "0"], "1 to 200"),
        (["x", "--limit", "many"], "1 to 200"),
    ],
)
def test_wrong_use_is_told(
    capsys: pytest.CaptureFixture[str], arguments: list[str], told: str
) -> None:
    assert told in failed(capsys, *arguments)
