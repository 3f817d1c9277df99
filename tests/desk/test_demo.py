"""The demonstration: the sample through the ordinary commands."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from make_kursk_evidence import documents

from verifier.cli.main import main
from verifier.desk.demo import prepare_demo
from verifier.desk.library import evidence_list, evidence_text, reading_of
from verifier.desk.session import open_session
from verifier.desk.stories import open_story
from verifier.judgement import coverage
from verifier.model.errors import StorageFault
from verifier.model.scales import Medium, SubstanceVerdict
from verifier.reading import read_path
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
        assert len(story.library.evidence) == 13
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
    assert len(files) == 14
    for name in files:
        assert "ample" in read_path(SAMPLE / name).text[:400], name


def test_the_samples_show_every_reader_and_four_languages() -> None:
    with open_session(prepare_demo("anna"), "anna") as session:
        items = evidence_list(session)
        assert {item.medium for item in items} == {
            Medium.TEXT, Medium.MARKDOWN, Medium.HTML, Medium.PDF, Medium.DOCX, Medium.MAIL,
            Medium.TELEGRAM,
        }  # fmt: skip
        assert {item.language for item in items} == {"en", "ru", "uk", "ko"}
        word = next(item for item in items if item.medium is Medium.DOCX)
        assert "“considerable”" in word.remarks[0]
        page = next(item for item in items if item.medium is Medium.HTML)
        (caption,) = reading_of(session, page).places
        assert "inside Russia" in caption.span.of(evidence_text(session, page))


def test_what_the_story_gets_wrong_can_be_read_in_the_samples() -> None:
    with open_session(prepare_demo("anna"), "anna") as session:
        text = "\n".join(evidence_text(session, item) for item in evidence_list(session))
    for words in (
        "killed in action on the battlefield inside Russia",
        "“And if they were to cross the border into Ukraine",
        "by the Government of North Korea",
        "at least three North Korean soldiers went missing",
        "щонайменше троє військових",
        "200 to 300 Ukrainian soldiers were killed",
        "от 200 до 300 украинских военных",
        "about 200 servicemembers",
        "“a significant number”",
        "“will likely continue”",
        "On December 14 and 15",
    ):
        assert words in text, words


def test_the_sample_files_are_what_their_script_writes() -> None:
    for name, data in documents().items():
        assert (SAMPLE / "evidence" / name).read_bytes() == data, name
