"""The demonstration: the sample through the ordinary commands."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from verifier.cli.main import main
from verifier.desk.demo import prepare_demo
from verifier.desk.session import open_session
from verifier.desk.stories import open_story
from verifier.judgement import coverage
from verifier.model.errors import StorageFault
from verifier.model.scales import SubstanceVerdict
from verifier.settings.places import shipped_folder

SAMPLE = shipped_folder("fixtures") / "kursk"


def test_the_demo_holds_marks_verdicts_and_citations() -> None:
    with open_session(prepare_demo("anna"), "anna") as session:
        story = open_story(session, ".")
        assert len(story.state.claims) >= 40
        assert coverage(story.state).share == "1.0"
        cited = [stance.passages for stance in story.state.stances.values()]
        assert len(cited) >= 5
        assert all(cited)
        codes = {verdict.code for verdict in story.state.verdicts.values()}
        assert SubstanceVerdict.MISSTATED in codes
        assert len(story.library.evidence) == 12
        assert session.store.check() == ()


def test_the_six_sources_the_sample_speaks_through_are_found() -> None:
    with open_session(prepare_demo("anna"), "anna") as session:
        story = open_story(session, ".")
        speaking = {
            said.source for claim in story.state.claims.values() for said in claim.attributions
        }
    assert {
        "us-state-department", "diu", "isw", "russian-military-bloggers", "zelensky",
        "414th-attack-drone-regiment",
    } <= speaking  # fmt: skip


def test_the_demo_is_made_once(home: Path) -> None:
    first = prepare_demo("anna")
    before = Path(first).stat().st_mtime_ns
    assert prepare_demo("anna") == first
    assert Path(first).stat().st_mtime_ns == before


def test_an_interrupted_demo_leaves_nothing_half_made(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("verifier.desk.demo.fill_demo", interrupted)
    with pytest.raises(KeyboardInterrupt):
        prepare_demo("anna")
    assert list((home / "data").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("VERIFIER_HOME", str(blocked))
    with pytest.raises(StorageFault, match="VERIFIER_HOME"):
        prepare_demo("anna")


def test_without_a_terminal_it_prints_the_claims_and_writes_the_report(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "verifier", "demo"],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "VERIFIER_HOME": str(home), "COLUMNS": "80"},
        check=True,
    )
    assert "C01" in done.stdout
    report = home / "data" / "demo" / "report.html"
    assert str(report) in done.stdout
    assert "Sample" in report.read_text(encoding="utf-8")


def test_the_demo_takes_no_other_database(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--db", "other.db"]) == 2
    assert "of its own" in capsys.readouterr().err


def test_every_sample_says_that_it_is_one() -> None:
    manifest = tomllib.loads((SAMPLE / "sample.toml").read_text(encoding="utf-8"))
    files = [manifest["story"]["file"], *(item["file"] for item in manifest["evidence"])]
    assert len(files) == 13
    for name in files:
        assert "ample" in (SAMPLE / name).read_text(encoding="utf-8")[:400], name
