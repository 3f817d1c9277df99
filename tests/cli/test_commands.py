"""The commands, as a shell calls them."""

import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from story_at_hand import REPORT, STORY

from verifier import __version__
from verifier.claims import read_story
from verifier.cli.commands import COMMANDS
from verifier.cli.main import main
from verifier.model.document import StoryReading

SLUG = "flood-in-lowmarsh-destroys-12-houses"


@pytest.fixture
def flood(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The story, imported by the command; its slug."""
    file = tmp_path / "flood.txt"
    file.write_text(STORY, encoding="utf-8")
    assert main(["import", str(file)]) == 0
    assert capsys.readouterr().out.startswith(SLUG)
    return SLUG


@pytest.fixture
def note(tmp_path: Path) -> Path:
    """A source document in a file."""
    file = tmp_path / "log.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


def run_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def failed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command complains of; it must exit with 2, say one thing, and print nothing else."""
    assert main(list(arguments)) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Traceback" not in printed.err
    return printed.err


def label_of(capsys: pytest.CaptureFixture[str], words: str) -> str:
    claims = run_json(capsys, "claims", ".")["claims"]
    return next(str(claim["label"]) for claim in claims if words in claim["text"])


def test_import_prints_slug_and_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "flood.md"
    file.write_text(STORY, encoding="utf-8")
    found = run_json(
        capsys, "import", str(file), "--title", "The flood", "--dateline", "2026-03-03"
    )
    assert found["slug"] == "the-flood"
    assert set(found["counts"]) == {"sentences", "claims", "attributions", "sources", "excluded"}
    assert found["counts"]["claims"] >= 4


def test_import_reads_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(STORY.encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stdin)
    assert run_json(capsys, "import", "-")["slug"] == SLUG


def test_claims_json_keeps_the_contract(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    whole = run_json(capsys, "claims", flood)
    assert set(whole) == {
        "story", "claims", "sources", "dependencies", "conflicts", "excluded", "coverage",
    }  # fmt: skip
    assert whole["coverage"]["share"] == 1.0
    for claim in whole["claims"]:
        assert STORY[claim["start"] : claim["end"]] == claim["text"]


def test_a_mark_cites_a_passage(flood: str, note: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", "add", "County Archive", "--kind", "document"]) == 0
    (added,) = run_json_list(capsys, "evidence", "add", str(note), "--source", "county-archive")
    assert added["evidence"] == "E01"
    label = label_of(capsys, "12 houses")
    change = run_json(
        capsys, "mark", ".", label, "county archive", "contradicts", "--cite", "E01:89-113",
        "--credibility", "2",
    )  # fmt: skip
    assert change["changed"] == {"claims": [label], "sources": ["county-archive"]}
    claims = run_json(capsys, "claims", ".")["claims"]
    (stance,) = next(claim for claim in claims if claim["label"] == label)["stances"]
    assert (stance["stance"], stance["state"], stance["credibility"]) == (
        "contradicts",
        "accepted",
        2,
    )
    assert "Eleven houses" in json.dumps(stance["passages"])


def run_json_list(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[Any]:
    capsys.readouterr()
    found = run_json(capsys, *arguments)
    assert isinstance(found, list)
    return found


def test_a_mark_is_taken_back_by_not_looked(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["sources", "add", "County Archive", "--kind", "document"])
    label = label_of_after(capsys, "12 houses")
    run_json(capsys, "mark", ".", label, "county-archive", "silent")
    run_json(capsys, "mark", ".", label, "county-archive", "not-looked")
    claims = run_json(capsys, "claims", ".")["claims"]
    stances = [stance for claim in claims for stance in claim["stances"]]
    assert all(stance["state"] == "proposed" for stance in stances)


def label_of_after(capsys: pytest.CaptureFixture[str], words: str) -> str:
    capsys.readouterr()
    return label_of(capsys, words)


def test_a_verdict_is_given_by_digit_or_name(
    flood: str, capsys: pytest.CaptureFixture[str]
) -> None:
    label = label_of(capsys, "12 houses")
    run_json(
        capsys, "verdict", ".", label, "4", "--replace", "11 houses", "--confidence", "high",
        "--override", "counted them myself",
    )  # fmt: skip
    run_json(capsys, "verdict", ".", label, "--attribution", "drifted")
    claim = next(c for c in run_json(capsys, "claims", ".")["claims"] if c["label"] == label)
    assert (claim["verdict"]["code"], claim["verdict"]["name"]) == (4, "misstated")
    assert claim["verdict"]["replace"] == "11 houses"
    assert claim["attribution_verdict"]["code"] == "drifted"
    run_json(capsys, "verdict", ".", label, "attributed-only")
    claim = next(c for c in run_json(capsys, "claims", ".")["claims"] if c["label"] == label)
    assert claim["verdict"]["code"] == 3


def test_both_verdicts_at_once_are_two_acts(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    label = label_of(capsys, "12 houses")
    changes = run_json(capsys, "verdict", ".", label, "2", "--attribution", "exact")
    assert [change["kind"] for change in changes] == ["verdict-given", "verdict-given"]


def test_undo_redo_and_log(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    label = label_of(capsys, "12 houses")
    run_json(capsys, "verdict", ".", label, "2")
    undone = run_json(capsys, "undo")
    assert undone["changed"]["claims"] == [label]
    assert undone["undoes"]
    assert run_json(capsys, "redo", ".")["kind"] == "redone"
    log = run_json_list(capsys, "log")
    assert [entry["kind"] for entry in log] == [
        "story-imported",
        "verdict-given",
        "undone",
        "redone",
    ]
    assert main(["log", "."]) == 0
    assert f"undid: judged {label} supported" in capsys.readouterr().out


def test_the_claim_list_is_corrected(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    added = run_json(capsys, "claim", ".", "add", "--quote", "foreseen", "--standalone", "It was")
    (label,) = added["changed"]["claims"]
    run_json(capsys, "claim", ".", "edit", label, "--weight", "incidental")
    run_json(capsys, "claim", ".", "note", label, "ask")
    run_json(capsys, "claim", ".", "dismiss", label, "--reason", "a question")
    claim = next(c for c in run_json(capsys, "claims", ".")["claims"] if c["label"] == label)
    assert (claim["state"], claim["weight"]) == ("dismissed", "incidental")
    run_json(capsys, "claim", ".", "restore", label)
    assert main(["show", ".", label, "--explain"]) == 0
    shown = capsys.readouterr().out
    assert "proposed by: anna" in shown
    assert "note (anna): ask" in shown


def test_stories_and_show(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = run_json_list(capsys, "stories")
    assert (row["slug"], row["judged"]) == (flood, 0)
    shown = run_json(capsys, "show", flood[:6])
    assert shown["story"]["slug"] == flood
    assert main([]) == 0
    assert flood in capsys.readouterr().out


def test_attributions_of_a_folder_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = tmp_path / "texts", tmp_path / "out"
    folder.mkdir()
    (folder / "one.txt").write_text(STORY, encoding="utf-8")
    assert main(["attributions", str(folder), "--out", str(out)]) == 0
    found = json.loads((out / "one.txt.json").read_text(encoding="utf-8"))
    assert all({"source", "cue", "content", "rule"} == set(item) for item in found)
    said = [STORY[s:e] for item in found for s, e in item["cue"]]
    assert "said" in said
    capsys.readouterr()
    assert run_json(capsys, "attributions", str(folder / "one.txt")) == found


def test_a_report_is_written_and_named_by_its_ending(
    flood: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, begins in (("r.html", "<!doctype html>"), ("r.md", "# "), ("r.json", "{")):
        target = tmp_path / name
        assert main(["report", ".", "-o", str(target)]) == 0
        assert target.read_text(encoding="utf-8").lower().startswith(begins)
    assert main(["report", ".", "-f", "md"]) == 0


def test_a_report_replaces_a_link_and_not_what_it_points_to(flood: str, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("keep me")
    link = tmp_path / "report.html"
    link.symlink_to(precious)
    assert main(["report", ".", "-o", str(link)]) == 0
    assert precious.read_text() == "keep me"
    assert not link.is_symlink()


def test_check_finds_nothing_and_backup_makes_a_copy(
    flood: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_json(capsys, "check") == {"findings": []}
    copy = tmp_path / "copy.db"
    assert main(["backup", str(copy)]) == 0
    capsys.readouterr()
    assert run_json(capsys, "check", "--db", str(copy)) == {"findings": []}
    assert run_json_list(capsys, "--db", str(copy), "stories")[0]["slug"] == flood
    assert "there already" in failed(capsys, "backup", str(copy))


def test_where_tells_the_files_and_opens_nothing(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = run_json(capsys, "where")
    assert found["database"] == str(home / "data" / "verifier.db")
    assert not home.exists()


def test_who_acts_is_recorded(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    label = label_of(capsys, "12 houses")
    run_json(capsys, "--as", "ben", "verdict", ".", label, "2")
    run_json(capsys, "verdict", ".", label, "3", "--as", "cleo")
    assert [entry["actor"] for entry in run_json_list(capsys, "log")] == ["anna", "ben", "cleo"]


def test_hostile_text_is_printed_harmless(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    attack = "\x1b]52;c;ZXZpbA==\x07 \x9b2J \u202e"
    file = tmp_path / "bad.txt"
    file.write_text(f"The mayor said 12 houses {attack} were lost in the flood.", encoding="utf-8")
    assert main(["import", str(file), "--title", f"Bad {attack}"]) == 0
    for command in (
        ["claims", "."],
        ["claims", ".", "--json"],
        ["show", "."],
        ["show", ".", "C01", "--explain"],
        ["stories"],
        ["log"],
        ["report", ".", "-f", "md"],
    ):
        assert main(command) == 0
    printed = capsys.readouterr()
    assert not set(printed.out + printed.err) & set("\x1b\x07\x9b\u202e")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["import", "no-such-file.txt"], "no file"),
        (["import", "."], "folder"),
        (["import", "http://127.0.0.1/story"], "this machine itself"),
        (["claims", "no-such-story"], "no story"),
        (["show", ".", "C99"], "no claim"),
        (["mark", ".", "C01", "nobody-known", "asserts"], "no source"),
        (["mark", ".", "C01", "county-fire-service", "asserts", "--cite", "E01"], "citation"),
        (["verdict", ".", "C01", "9"], "verdicts are"),
        (["verdict", ".", "C01"], "CODE"),
        (["claim", ".", "add", "--span", "5"], "START:END"),
        (["claim", ".", "add"], "--quote"),
        (["evidence", "show", "E09"], "no evidence item"),
        (["import", "flood.txt", "--dateline", "tomorrow"], "no file|YYYY"),
        (["demo", "--db", "x.db"], "its own"),
        (["review", "."], "needs a terminal"),
        (["--as", "", "stories"], "--as NAME"),
        (["attributions", "no-such-file.txt"], "no file"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(
    flood: str, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    import re

    assert re.search(says, failed(capsys, *arguments))


@pytest.mark.parametrize("command", [["check"], ["claims", "."], ["stories"], ["undo"]])
def test_a_mistyped_database_is_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    typo = tmp_path / "typo" / "none.db"
    assert "no database at" in failed(capsys, "--db", str(typo), *command)
    assert not typo.parent.exists()


@pytest.mark.parametrize(
    "arguments", [["--db", "", "stories"], ["undo", ""], ["--db", "postgresql:/u:pw@h/x", "where"]]
)
def test_an_empty_or_spoiled_name_is_refused(
    flood: str, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert "pw" not in failed(capsys, *arguments)


def test_a_pipe_takes_the_report_and_stays_a_pipe(flood: str, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE, text=True) as reader:
        assert main(["report", ".", "-f", "md", "-o", str(pipe)]) == 0
        assert reader.communicate()[0].startswith("# ")
    assert pipe.is_fifo()


def test_evidence_is_added_whole_or_not_at_all(
    flood: str, note: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    failed(capsys, "evidence", "add", str(note), "no-such-file.txt", "--source", "isw")
    assert run_json(capsys, "evidence", "list") == []


def test_a_claim_is_meant_by_its_number(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    for typed in ("C01", "c1", "1"):
        assert run_json(capsys, "show", ".", typed)["label"] == "C01"


def test_attributions_of_a_folder_are_one_json_value(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    assert set(run_json(capsys, "attributions", str(tmp_path))) == {"one.txt", "two.txt"}


def test_undo_says_what_it_took_back(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["verdict", ".", "1", "2"])
    capsys.readouterr()
    assert main(["undo"]) == 0
    assert capsys.readouterr().out == "undone, judged C01 supported\n"
    assert "verifier undo" in failed(capsys, "undo")
    assert main(["undo", flood]) == 0
    assert main(["redo", flood[:4]]) == 0
    capsys.readouterr()
    assert run_json(capsys, "stories")[0]["slug"] == flood


def test_a_full_output_is_an_error_of_the_disk(flood: str) -> None:
    command = f"{sys.executable} -m verifier claims . > /dev/full"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "No space left" in done.stderr


def test_no_stories_yet_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "verifier demo" in capsys.readouterr().out
    assert "verifier import" in failed(capsys, "claims", ".")


@pytest.mark.parametrize("arguments", [["nonsense"], ["mark", "."], ["import"], ["--nope"]])
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "--help" in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == 0
    assert f"verifier {command}" in capsys.readouterr().out.partition("example")[2]


def test_version_loads_no_heavy_library() -> None:
    code = (
        "import sys\nfrom verifier.cli.main import main\ntry: main(['--version'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('textual', 'sqlalchemy', 'alembic', 'jinja2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"verifier {__version__}", "[]"]


def test_a_fault_of_our_own_exits_with_70_and_shows_no_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> int:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("verifier.cli.commands.where.run", broken)
    assert main(["where"]) == 70
    printed = capsys.readouterr()
    assert "fault of verifier's own" in printed.err
    assert "Traceback" not in printed.err
    assert main(["where", "--debug"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_a_reader_that_goes_away_is_no_error(flood: str) -> None:
    command = f"{sys.executable} -m verifier claims . --json | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout == "{"
    assert done.stderr == ""


def test_reread_says_that_nothing_changed(flood: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reread", flood]) == 0
    assert capsys.readouterr().out.startswith("Nothing changed: ")
    found = run_json(capsys, "reread", flood)
    assert found["changed"] == {"claims": [], "sources": []}
    assert (found["changed_claims"], found["gone"], found["new"]) == ([], [], [])


def test_reread_lists_what_rules_read_differently(
    flood: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["claim", ".", "note", label_of(capsys, "12 houses"), "ask"]) == 0
    monkeypatch.setattr("verifier.claims.read_story", without_pumps)
    capsys.readouterr()
    assert main(["reread", flood]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(
        "read again by claims-0: 0 changed, 1 gone, 0 new. Kept as people left them: 1."
    )
    assert "gone    C" in printed
    assert main(["undo", flood]) == 0
    assert "undid: read again by claims-0" in run_log(capsys, flood)


def without_pumps(text: str, **told: Any) -> StoryReading:
    """What other rules read: nothing of the pumps."""
    found = read_story(text, **told)
    kept = tuple(claim for claim in found.claims if "pumps" not in claim.standalone)
    return replace(found, engine="claims-0", claims=kept)


def run_log(capsys: pytest.CaptureFixture[str], story: str) -> str:
    capsys.readouterr()
    assert main(["log", story]) == 0
    return capsys.readouterr().out
