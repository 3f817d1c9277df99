"""`verifier signoff`, `report --signed` and `report --check`, from a shell."""

import json
from pathlib import Path
from typing import Any

import pytest
from echo_at_hand import a_bridge

from verifier.cli.main import main
from verifier.desk.session import Session
from verifier.model.scales import Weight


@pytest.fixture
def bearing(session: Session) -> list[str]:
    """The labels of the load-bearing claims of the story about the bridge."""
    story = a_bridge(session)
    session.close()
    claims = story.state.claims.values()
    return [claim.label for claim in claims if claim.weight is Weight.LOAD_BEARING]


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    capsys.readouterr()
    assert main(list(arguments)) == code
    return capsys.readouterr().out


def run_json(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> Any:
    return json.loads(printed(capsys, *arguments, "--json", code=code))


def judge(capsys: pytest.CaptureFixture[str], labels: list[str]) -> None:
    for label in labels:
        printed(capsys, "verdict", ".", label, "3")


def test_what_blocks_is_listed_and_signing_refused(
    bearing: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = run_json(capsys, "signoff", ".", "--check", code=1)
    assert [item["claim"] for item in found["blocking"]] == bearing
    assert found["signature"] is None
    assert main(["signoff", "."]) == 2
    said = capsys.readouterr().err
    assert all(f"{label}: load-bearing" in said for label in bearing)


def test_a_story_is_signed_reopened_and_printed_as_signed(
    bearing: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    judge(capsys, bearing)
    signed = run_json(capsys, "signoff", ".")
    assert signed["kind"] == "signed-off"
    assert signed["signature"]["stands"] is True
    assert "signed by anna" in printed(capsys, "signoff", ".", "--check")
    frozen = printed(capsys, "report", ".", "--signed", "-f", "md")
    printed(capsys, "claim", ".", "note", bearing[0], "look again")
    assert "reopened by a later change" in printed(capsys, "signoff", ".", "--check")
    assert printed(capsys, "report", ".", "--signed", "-f", "md") == frozen
    assert "reopened" in printed(capsys, "report", ".", "-f", "md")


def test_a_report_is_checked_without_a_database(
    bearing: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name in ("r.html", "r.md", "r.json"):
        file = tmp_path / name
        printed(capsys, "report", ".", "-o", str(file))
        assert printed(capsys, "report", "--check", str(file)).startswith("agrees: ")
    changed = file.read_text(encoding="utf-8").replace("Alderton", "Elderton").replace("14 ", "15 ")
    file.write_text(changed, encoding="utf-8")
    found = run_json(capsys, "report", "--check", str(file), code=1)
    assert found["findings"][0]["where"] == "digest"


def test_a_report_needs_a_story_or_a_file(
    bearing: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["report"]) == 2
    assert "--check FILE" in capsys.readouterr().err
    assert main(["report", "--check", str(tmp_path / "none.html")]) == 2
    assert "cannot be read" in capsys.readouterr().err
