"""The commands on a newsroom's PostgreSQL, as on a file."""

import json
from pathlib import Path

import pytest
from story_at_hand import STORY

from verifier.cli.main import main


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


def test_a_story_is_checked_on_a_server_from_import_to_report(
    postgres_url: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("VERIFIER_DATABASE", postgres_url)
    story = tmp_path / "flood.txt"
    story.write_text(STORY, encoding="utf-8")
    slug = json.loads(printed(capsys, "import", str(story), "--json"))["slug"]
    label = json.loads(printed(capsys, "claims", slug, "--json"))["claims"][0]["label"]
    printed(capsys, "evidence", "add", str(story), "--source", "isw")
    printed(capsys, "mark", ".", label, "isw", "partly", "--cite", "E01:0-20")
    printed(capsys, "verdict", ".", label, "3", "--why", "one origin")
    printed(capsys, "undo")
    printed(capsys, "redo")
    report = tmp_path / "report.json"
    printed(capsys, "report", ".", "-o", str(report))
    assert "one origin" in report.read_text(encoding="utf-8")
    assert json.loads(printed(capsys, "check", "--json")) == {"findings": []}
    assert "in the database" in printed(capsys, "where")
    copy = tmp_path / "copy.db"
    printed(capsys, "backup", str(copy))
    assert json.loads(printed(capsys, "--db", str(copy), "stories", "--json"))[0]["slug"] == slug


def test_the_report_is_the_same_from_both_engines(
    postgres_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "flood.txt"
    story.write_text(STORY, encoding="utf-8")
    printed(capsys, "--db", postgres_url, "import", str(story))
    copy = tmp_path / "copy.db"
    printed(capsys, "--db", postgres_url, "backup", str(copy))
    for name in ("html", "md", "json"):
        server = printed_bytes(tmp_path / f"server.{name}", postgres_url)
        assert printed_bytes(tmp_path / f"file.{name}", str(copy)) == server


def printed_bytes(target: Path, location: str) -> bytes:
    assert main(["--db", location, "report", ".", "-o", str(target)]) == 0
    return target.read_bytes()


def test_a_password_is_printed_nowhere(capsys: pytest.CaptureFixture[str]) -> None:
    location = "postgresql://desk:s3cr3t@127.0.0.1:1/none"
    for arguments in (["stories"], ["stories", "--debug"], ["where"]):
        main(["--db", location, *arguments])
    shown = capsys.readouterr()
    assert "s3cr3t" not in shown.out + shown.err
