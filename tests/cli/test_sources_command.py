"""`verifier sources` as a shell calls it."""

import json
from pathlib import Path
from typing import Any

import pytest

from verifier.cli.main import main


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


def add(capsys: pytest.CaptureFixture[str], name: str, *more: str) -> Any:
    return run_json(capsys, "sources", "add", name, "--kind", "media", *more)


def the(capsys: pytest.CaptureFixture[str], slug: str) -> Any:
    return next(item for item in run_json(capsys, "sources") if item["slug"] == slug)


def test_what_is_known_of_a_source_is_changed(capsys: pytest.CaptureFixture[str]) -> None:
    add(capsys, "Lowmarsh Gazette")
    change = run_json(
        capsys, "sources", "edit", "lowmarsh gazette", "--party", "Lowmarsh", "--access",
        "sits in the council", "--alias", "Gazette",
    )  # fmt: skip
    assert change["kind"] == "source-edited"
    assert change["changed"]["sources"] == ["lowmarsh-gazette"]
    source = the(capsys, "lowmarsh-gazette")
    assert (source["party"], source["access"], source["aliases"]) == (
        "Lowmarsh",
        "sits in the council",
        ["Gazette"],
    )


def test_a_grade_is_given_with_its_reason_and_listed(capsys: pytest.CaptureFixture[str]) -> None:
    add(capsys, "Lowmarsh Gazette")
    assert "never graded" in printed(capsys, "sources", "rate", "lowmarsh-gazette")
    assert "why" in failed(capsys, "sources", "rate", "lowmarsh-gazette", "b")
    run_json(capsys, "sources", "rate", "lowmarsh-gazette", "b", "--reason", "right so far")
    (grading,) = run_json(capsys, "sources", "rate", "lowmarsh-gazette")
    assert (grading["reliability"], grading["reason"], grading["actor"]) == (
        "B",
        "right so far",
        "anna",
    )
    assert "right so far" in printed(capsys, "sources", "rate", "lowmarsh-gazette")


def test_two_sources_that_are_one_are_merged_and_parted(capsys: pytest.CaptureFixture[str]) -> None:
    add(capsys, "The Marsh Paper")
    add(capsys, "Lowmarsh Gazette")
    change = run_json(capsys, "sources", "merge", "the-marsh-paper", "lowmarsh-gazette")
    assert change["kind"] == "sources-merged"
    assert the(capsys, "the-marsh-paper")["merged_into"] == "lowmarsh-gazette"
    assert "merged into lowmarsh-gazette" in printed(capsys, "sources")
    printed(capsys, "undo", "--library")
    assert the(capsys, "the-marsh-paper")["merged_into"] is None


def test_a_look_alike_is_warned_about_and_added(capsys: pytest.CaptureFixture[str]) -> None:
    add(capsys, "ISW")
    assert main(["sources", "add", "ІSW", "--kind", "analyst"]) == 0
    warned = capsys.readouterr().err
    assert "mixes letters of two scripts" in warned
    assert "looks like “ISW” (isw), and is kept apart" in warned
    assert len(run_json(capsys, "sources")) == 2


def test_the_list_goes_out_and_comes_in_as_csv(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    add(capsys, "Lowmarsh Gazette", "--alias", "Gazette")
    file = tmp_path / "sources.csv"
    assert run_json(capsys, "sources", "export", "-o", str(file))["sources"] == 1
    before = run_json(capsys, "sources")
    other = str(tmp_path / "other.db")
    done = run_json(capsys, "--db", other, "sources", "import", str(file))
    assert done["added"] == ["lowmarsh-gazette"]
    assert run_json(capsys, "--db", other, "sources") == before
    assert "1 as they were" in printed(capsys, "--db", other, "sources", "import", str(file))
    assert printed(capsys, "sources", "export").splitlines()[0].startswith("slug,name,aliases")


def test_a_sheet_that_is_none_changes_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    add(capsys, "Lowmarsh Gazette")
    file = tmp_path / "sources.csv"
    file.write_text("slug,name,kind,colour\nx,X,media,red\n", encoding="utf-8")
    assert "“colour”" in failed(capsys, "sources", "import", str(file))
    file.write_bytes(b"name,kind\n\xff\xfe,media\n")
    assert "not in UTF-8" in failed(capsys, "sources", "import", str(file))
    assert "cannot be read" in failed(capsys, "sources", "import", str(tmp_path / "none.csv"))
    assert len(run_json(capsys, "sources")) == 1


def test_a_confidential_source_is_only_its_descriptor_in_json_and_csv(
    capsys: pytest.CaptureFixture[str],
) -> None:
    add(capsys, "Jane Roe", "--alias", "Roe", "--party", "Lowmarsh")
    printed(capsys, "sources", "edit", "jane-roe", "--confidential", "yes", "--access", "was there")
    (shown,) = run_json(capsys, "sources")
    assert (shown["name"], shown["access"]) == ("confidential source 1", "was there")
    assert "roe" not in json.dumps(shown).casefold()
    assert "roe" not in printed(capsys, "sources", "export").casefold()


def test_parties_and_their_opponents_are_listed_and_changed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    add(capsys, "Lowmarsh Gazette", "--party", "Lowmarsh")
    listed = {item["name"]: item["opposes"] for item in run_json(capsys, "sources", "parties")}
    assert "Russia" in listed["Ukraine"]
    assert listed["Lowmarsh"] == []
    change = run_json(capsys, "sources", "parties", "lowmarsh", "--opposes", "Highmarsh")
    assert change["kind"] == "parties-edited"
    assert "Highmarsh" in printed(capsys, "sources", "parties", "Lowmarsh")
    printed(capsys, "undo", "--library")
    (party,) = run_json(capsys, "sources", "parties", "Lowmarsh")
    assert party["opposes"] == []


def test_a_party_does_not_oppose_itself(capsys: pytest.CaptureFixture[str]) -> None:
    add(capsys, "Lowmarsh Gazette", "--party", "Lowmarsh")
    said = failed(capsys, "sources", "parties", "Lowmarsh", "--opposes", "LOWMARSH")
    assert "itself" in said


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("edit", "nobody", "--party", "x"), "no source nobody"),
        (("edit", "lowmarsh-gazette"), "nothing to change"),
        (("merge", "lowmarsh-gazette", "lowmarsh-gazette"), "same source"),
        (("rate", "nobody", "A", "--reason", "x"), "no source nobody"),
    ],
)
def test_what_makes_no_sense_is_said_in_a_sentence(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], says: str
) -> None:
    add(capsys, "Lowmarsh Gazette")
    assert says in failed(capsys, "sources", *arguments)
