"""`verifier questions`, and the acts of `verifier claim` that split and merge, from a shell."""

import json
from pathlib import Path
from typing import Any

import pytest
from story_at_hand import STORY

from verifier.cli.main import main


@pytest.fixture(autouse=True)
def flood(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The story, imported by the command."""
    file = tmp_path / "flood.txt"
    file.write_text(STORY, encoding="utf-8")
    assert main(["import", str(file)]) == 0
    capsys.readouterr()


def run_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def label_of(capsys: pytest.CaptureFixture[str], words: str) -> str:
    claims = run_json(capsys, "claims", ".")["claims"]
    return next(str(claim["label"]) for claim in claims if words in claim["text"])


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


def test_the_sheet_groups_questions_by_whom_they_are_put_to(
    capsys: pytest.CaptureFixture[str],
) -> None:
    claim = label_of(capsys, "pumps failed")
    printed(capsys, "sources", "add", "Night Watch", "--kind", "eyewitness")
    printed(capsys, "questions", ".", "ask", claim, "Which pumps?")
    run_json(
        capsys, "questions", ".", "ask", claim, "When?", "--to", "source", "--source", "night watch"
    )
    sheet = printed(capsys, "questions", ".")
    assert sheet.index("TO THE AUTHOR") < sheet.index("TO NIGHT WATCH")
    assert f"Q01 ({claim}, line 7): Which pumps?" in sheet
    assert "pumps failed two hours before midnight" in sheet


def test_the_sheet_is_written_as_markdown_too(capsys: pytest.CaptureFixture[str]) -> None:
    claim = label_of(capsys, "pumps failed")
    printed(capsys, "questions", ".", "ask", claim, "Is *this* so?")
    sheet = printed(capsys, "questions", ".", "list", "--markdown")
    assert sheet.startswith("# Questions on: ")
    assert "\\*this\\*" in sheet


def test_answered_questions_leave_the_sheet_and_stay_in_the_json(
    capsys: pytest.CaptureFixture[str],
) -> None:
    claim = label_of(capsys, "pumps failed")
    printed(capsys, "questions", ".", "ask", claim, "Which pumps?")
    printed(capsys, "questions", ".", "answer", "q1", "Both.")
    assert "No question is open." in printed(capsys, "questions", ".")
    assert "Both." in printed(capsys, "questions", ".", "list", "--all")
    (question,) = run_json(capsys, "questions", ".")
    assert (question["state"], question["answer"], question["to"]) == (
        "answered",
        "Both.",
        "author",
    )


def test_a_question_is_withdrawn_and_brought_back(capsys: pytest.CaptureFixture[str]) -> None:
    claim = label_of(capsys, "pumps failed")
    printed(capsys, "questions", ".", "ask", claim, "Which pumps?")
    printed(capsys, "questions", ".", "withdraw", "Q01")
    assert run_json(capsys, "questions", ".")[0]["state"] == "withdrawn"
    printed(capsys, "undo")
    assert run_json(capsys, "questions", ".")[0]["state"] == "open"


def test_a_confidential_source_is_asked_under_its_descriptor(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from verifier.desk.registry import SourceEdit, edit_source
    from verifier.desk.session import open_session

    claim = label_of(capsys, "pumps failed")
    printed(capsys, "sources", "add", "Jane Roe", "--kind", "eyewitness")
    with open_session() as session:
        edit_source(session, "jane-roe", SourceEdit(confidential=True))
    printed(
        capsys, "questions", ".", "ask", claim, "Jane Roe, when?", "--to", "source", "--source",
        "jane-roe",
    )  # fmt: skip
    sheet = printed(capsys, "questions", ".") + json.dumps(run_json(capsys, "questions", "."))
    assert "roe" not in sheet.casefold()
    assert "CONFIDENTIAL SOURCE 1" in sheet


def test_a_claim_is_split_by_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    claim = label_of(capsys, "40 people")
    change = run_json(
        capsys, "claim", ".", "split", claim, "--part", "at least 40 people", "--part",
        "They went to a school",
    )  # fmt: skip
    assert change["kind"] == "claim-split"
    parts = [c for c in run_json(capsys, "claims", ".")["claims"] if c["parent"] == claim]
    assert sorted(part["standalone"] for part in parts) == [
        "They went to a school",
        "at least 40 people",
    ]


def test_claims_are_merged_and_restated_by_label(capsys: pytest.CaptureFixture[str]) -> None:
    one, other = label_of(capsys, "40 people"), label_of(capsys, "pumps failed")
    assert run_json(capsys, "claim", ".", "restates", other, one)["kind"] == "claim-restated"
    assert run_json(capsys, "claim", ".", "merge", one, other)["kind"] == "claims-merged"
    claims = {c["label"]: c for c in run_json(capsys, "claims", ".")["claims"]}
    assert claims[other]["state"] == "dismissed"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("questions", ".", "ask", "C99", "x"), "no claim C99"),
        (("questions", ".", "answer", "Q9", "x"), "no question Q9"),
        (("claim", ".", "split", "C01", "--part", "x"), "two parts"),
        (("claim", ".", "merge", "C01", "C01"), "into itself"),
        (("claim", ".", "restates", "C01", "C01"), "cannot restate"),
    ],
)
def test_what_makes_no_sense_is_said_in_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], says: str
) -> None:
    assert main(list(arguments)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err
