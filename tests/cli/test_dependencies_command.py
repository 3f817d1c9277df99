"""`verifier dependencies`, `mark --accept`, and what `claims` and `show` tell, from a shell."""

import json
from typing import Any

import pytest
from echo_at_hand import a_bridge, a_weekly, cracks

from verifier.cli.main import main
from verifier.desk.session import Session


@pytest.fixture
def claim(session: Session) -> str:
    """The story about the bridge in the default database; the label of its claim of cracks."""
    story = a_bridge(session)
    label = cracks(story)
    session.close()
    return label


def run_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


def failed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(list(arguments)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


def the(capsys: pytest.CaptureFixture[str], label: str) -> Any:
    return next(c for c in run_json(capsys, "claims", ".")["claims"] if c["label"] == label)


def test_edges_are_listed_with_their_words(claim: str, capsys: pytest.CaptureFixture[str]) -> None:
    (edge,) = run_json(capsys, "dependencies", ".")
    assert (edge["id"], edge["from"], edge["to"], edge["kind"], edge["state"]) == (
        "D01",
        "alder-institute",
        "river-board",
        "echoes",
        "proposed",
    )
    assert edge["cue"] == "echoed the River Board’s claims"
    assert "echoed the River Board" in printed(capsys, "dependencies", ".")
    assert run_json(capsys, "claims", ".")["dependencies"] == [edge]


def test_an_edge_is_confirmed_rejected_and_added(
    claim: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_json(capsys, "dependencies", ".", "confirm", "D01")["kind"] == (
        "dependency-confirmed"
    )
    assert "why" in failed(capsys, "dependencies", ".", "reject", "D01")
    printed(capsys, "dependencies", ".", "reject", "D01", "--reason", "its own count")
    added = printed(
        capsys, "dependencies", ".", "add", "harbour-union", "river-board", "--claim", claim,
        "--quote", "The Harbour Union said", "--reason", "their spokesman",
    )  # fmt: skip
    assert added.strip() == "D02"
    first, second = run_json(capsys, "dependencies", ".")
    assert (first["state"], first["reason"]) == ("rejected", "its own count")
    assert (second["scope"], second["claims"], second["cue"]) == (
        "claim",
        [claim],
        "The Harbour Union said",
    )


def test_the_impact_of_an_edge_is_computed(claim: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, "mark", ".", claim, "river-board", "asserts")
    printed(capsys, "mark", ".", claim, "alder-institute", "echoes")
    printed(capsys, "dependencies", ".", "confirm", "D01")
    (item,) = run_json(capsys, "dependencies", ".", "impact", "D01")
    assert item["claim"] == claim
    assert item["before"]["origins_min"] + 1 == item["after"]["origins_min"]
    assert f"{claim}: origins " in printed(capsys, "dependencies", ".", "impact", "d1")


def test_an_edge_to_itself_and_one_nobody_read_are_refused(
    claim: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = failed(capsys, "dependencies", ".", "add", "river-board", "river-board")
    assert "itself" in said
    assert "no dependency D09" in failed(capsys, "dependencies", ".", "impact", "D09")


def test_proposals_are_taken_one_or_all(claim: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = the(capsys, claim)["stances"]
    assert {stance["state"] for stance in before} == {"proposed"}
    change = run_json(capsys, "mark", ".", claim, "river-board", "--accept")
    assert change["kind"] == "stances-accepted"
    taken = [s for s in the(capsys, claim)["stances"] if s["state"] == "accepted"]
    assert [(s["source"], s["accepted_from"]) for s in taken] == [("river-board", "own-statement")]
    printed(capsys, "mark", ".", claim, "--accept")
    assert {stance["state"] for stance in the(capsys, claim)["stances"]} == {"accepted"}


def test_marking_against_an_edge_asks_and_takes_an_override(
    claim: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said = failed(capsys, "mark", ".", claim, "alder-institute", "asserts")
    assert "P4" in said
    assert "--override" in said
    printed(
        capsys, "mark", ".", claim, "alder-institute", "asserts", "--override", "it counted itself"
    )
    (stance,) = (s for s in the(capsys, claim)["stances"] if s["state"] == "accepted")
    assert stance["override"] == "it counted itself"


def test_a_silent_source_may_record_the_search(
    claim: str, capsys: pytest.CaptureFixture[str]
) -> None:
    printed(capsys, "mark", ".", claim, "harbour-union", "silent", "--searched", "pier cracks")
    assert run_json(capsys, "verdict", ".", claim, "unverified")["kind"] == "verdict-given"
    said = failed(capsys, "mark", ".", claim, "harbour-union", "partly", "--searched", "x")
    assert "silent" in said


def test_speaking_against_interest_is_recorded(
    claim: str, capsys: pytest.CaptureFixture[str]
) -> None:
    printed(capsys, "mark", ".", claim, "river-board", "asserts", "--against-interest", "yes")
    (stance,) = (s for s in the(capsys, claim)["stances"] if s["state"] == "accepted")
    assert stance["against_interest"] is True


def test_arguments_that_do_not_belong_together_are_named(
    claim: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "leave STANCE out" in failed(
        capsys, "mark", ".", claim, "river-board", "asserts", "--accept"
    )
    assert "--accept" in failed(capsys, "mark", ".", claim)


def test_show_says_why_in_sentences(claim: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, "mark", ".", claim, "river-board", "asserts")
    printed(capsys, "mark", ".", claim, "alder-institute", "echoes")
    printed(capsys, "verdict", ".", claim, "1", "--override", "I counted them")
    shown = printed(capsys, "show", ".", claim)
    assert "independence: 3 sources, 2-3 origins" in shown
    assert "Alder Institute repeats River Board (line 7, proposed)" in shown
    assert "policy: P1 speaks against the verdict" in shown
    assert "suggestion: 3 attributed-only" in shown
    assert "proposed: harbour-union asserts" in shown


def test_a_confidential_sources_document_lends_no_words_to_an_edge(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    from echo_at_hand import passage_on
    from story_at_hand import again

    from verifier.desk.marking import mark_stance
    from verifier.desk.registry import SourceEdit, edit_source
    from verifier.model.scales import StanceCode
    from verifier.model.story import Slug

    story = a_bridge(session)
    passage = passage_on(session, a_weekly(session), "fourteen cracks")
    story = again(session, story)
    mark_stance(
        session, story, cracks(story), Slug("alder-institute"), StanceCode.ECHOES,
        passages=(passage,),
    )  # fmt: skip
    edit_source(session, "alder-institute", SourceEdit(confidential=True))
    session.close()
    whole = run_json(capsys, "claims", ".")
    edges = {edge["id"]: edge for edge in whole["dependencies"]}
    assert edges["E01.1"]["cue"] == ""
    listed = run_json(capsys, "dependencies", ".")
    assert {edge["from"] for edge in listed} == {"confidential-source-1"}
    for printed_json in (whole, listed):
        words = json.dumps(printed_json, ensure_ascii=False).casefold()
        assert "alder institute" not in words
        assert "alder-institute" not in words
