"""Documents made to choke a desk: floods of marks, endless lines, nothing but line ends."""

import time
from pathlib import Path

import pytest

from verifier.cli.main import main
from verifier.desk.library import EvidenceDetails, add_evidence, evidence_text
from verifier.desk.searching import search
from verifier.desk.session import Session
from verifier.language.document_language import document_language
from verifier.reading import read_bytes

ROOM = 20.0
"""Seconds that a document may take, ten times what it takes."""

FLOODS = {
    "combining marks": "The pumps failed. " + "o" + "\u0301" * 200_000 + " The gate held.",
    "a line of a megabyte": "The pumps failed " * 60_000,
    "a word of a megabyte": "The pumps failed. " + "x" * 1_000_000,
    "line ends": "The pumps failed." + "\n" * 1_000_000 + "The gate held.",
    "zero-width characters": "The pu\u200bmps fai\u00adled. " + "\u200b" * 200_000,
    "tag characters": "The pumps failed. " + "\U000e0041" * 100_000,
    "variation selectors": "The pumps failed. " + "\ufe0f" * 200_000,
    "opening brackets": "The pumps failed. " + "(“[" * 200_000,
    "full stops": "The pumps failed. " + ". " * 300_000,
    "digits": "The pumps failed. " + "1" * 500_000,
}


@pytest.mark.parametrize("kind", FLOODS)
def test_a_flood_is_added_and_found_within_a_moment(session: Session, kind: str) -> None:
    began = time.monotonic()
    document = read_bytes(FLOODS[kind].encode(), "flood.txt")
    item = add_evidence(session, document, "isw", EvidenceDetails()).item
    found = search(session, "Pumps failed")
    assert time.monotonic() - began < ROOM
    assert evidence_text(session, item) == FLOODS[kind]
    assert found[0].evidence == item.label
    assert document_language(FLOODS[kind]) in ("en", "und")


@pytest.mark.parametrize(
    "text",
    [
        '"', "'", "*", "pumps*", "NEAR(", "a AND", "OR", "NOT x", "col:", "^pumps", "(", "-", "+",
        "\x00", "\ud800", "%", "_", "\\", "';--", "{}", "[[", "\u202e", "x" * 100_000,
        "a " * 50_000,
    ],
)  # fmt: skip
def test_no_query_is_an_error_at_the_command_line(
    session: Session, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    document = read_bytes(b"The pumps failed.", "note.txt")
    add_evidence(session, document, "isw", EvidenceDetails())
    assert main(["evidence", "search", "--", text]) == 0
    assert "Traceback" not in capsys.readouterr().err


def test_a_folder_of_traps_lists_each_and_reads_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "traps"
    folder.mkdir()
    (folder / "note.txt").write_text("The pumps failed.", encoding="utf-8")
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "out.txt").symlink_to("/etc/passwd")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "surrogate.txt").write_bytes(b"\xff\xfe\x00\xd8")
    assert main(["evidence", "add", str(folder), "--source", "isw"]) == 1
    said = capsys.readouterr()
    assert said.out.count("(failed)") == 4
    assert "root:" not in said.out + said.err
