"""`verifier evidence` and `verifier import` with the formats that newsrooms have."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from document_writers import docx_of, paragraph, pdf_of, typeset
from make_kursk_evidence import documents
from story_at_hand import STORY
from terminal_at_hand import Terminal, verifier_command

from verifier.cli.main import main
from verifier.desk import meanings
from verifier.evidence.meaning import has_encoder


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with a page, a PDF, and a Word file that is cut."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.html").write_bytes(documents()["01-state-department-briefing-2024-12-16.html"])
    (folder / "b.pdf").write_bytes(pdf_of([typeset(["One page."]), typeset(["Two houses."])]))
    (folder / "c.docx").write_bytes(docx_of(paragraph("x"))[:-50])
    return folder


def printed(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> Any:
    assert main([*arguments, "--json"]) == code
    return json.loads(capsys.readouterr().out)


def test_a_folder_is_added_and_what_fails_is_told(
    papers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evidence", "add", str(papers), "--source", "isw"]) == 1
    said = capsys.readouterr()
    assert said.out.count("\n") == 3
    assert "E03  isw  c.docx (failed)" in said.out
    assert "E03 is listed as failed. c.docx looks like a Word document" in said.err
    assert "1 of 3 could not be read" in said.err
    assert main(["evidence", "list"]) == 0
    listed = capsys.readouterr().out
    assert "failed" in listed
    assert "E03: c.docx looks like a Word document, but is damaged" in listed


def test_show_names_the_page_of_each_sentence(
    papers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = printed(capsys, 0, "evidence", "add", str(papers / "b.pdf"), "--source", "isw")
    assert (found[0]["medium"], found[0]["reader"]) == ("pdf", "pdf-1")
    assert main(["evidence", "show", "E01"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-4:] == [
        "[page 1]", "     0-9      One page.", "[page 2]", "    11-22     Two houses.",
    ]  # fmt: skip
    shown = printed(capsys, 0, "evidence", "show", "E01")
    assert shown["places"][1] == {"kind": "page", "name": "page 2", "start": 11, "end": 22}


def test_a_caption_and_an_attachment_are_shown(
    papers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = tmp_path / "pool.eml"
    mail.write_bytes(documents()["03-white-house-kirby-2024-12-16.eml"])
    main(["evidence", "add", str(papers / "a.html"), str(mail), "--source", "isw"])
    assert "to be confirmed" in capsys.readouterr().err
    main(["evidence", "show", "E01"])
    assert "[caption 1]" in capsys.readouterr().out
    main(["evidence", "show", "E02"])
    assert "attached: present.txt (text/plain, 58 bytes)" in capsys.readouterr().out


def test_withdraw_and_undo(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["evidence", "add", str(papers / "b.pdf"), "--source", "isw"])
    assert main(["evidence", "withdraw", "E01", "--reason", "a copy"]) == 0
    capsys.readouterr()
    assert printed(capsys, 0, "evidence", "list") == []
    assert main(["undo", "--library"]) == 0
    capsys.readouterr()
    assert printed(capsys, 0, "evidence", "list")[0]["capture"] == "ok"


def test_reread_says_what_changed(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["evidence", "add", str(papers), "--source", "isw"])
    capsys.readouterr()
    found = printed(capsys, 0, "evidence", "reread")
    assert [(item["evidence"], item["changed"]) for item in found] == [
        ("E01", False), ("E02", False), ("E03", False),
    ]  # fmt: skip
    assert "damaged" in found[2]["problem"]
    assert main(["evidence", "reread", "E02"]) == 0
    assert capsys.readouterr().out == "E02  unchanged\n"


def test_the_largest_file_is_set_by_a_limit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "long.txt"
    file.write_text("words " * 300_000)
    arguments = ["evidence", "add", str(file), "--source", "isw"]
    assert main([*arguments, "--limit", "1"]) == 1
    assert "larger than 1 MB" in capsys.readouterr().err
    assert main([*arguments, "--limit", "2"]) == 0
    for wrong in ("0", "x", "-1", "9999999999"):
        assert main([*arguments, f"--limit={wrong}"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_near_identical_text_of_another_source_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("a.txt", STORY), ("b.txt", f"Reprint. {STORY}")):
        (tmp_path / name).write_text(text)
    main(["evidence", "add", str(tmp_path / "a.txt"), "--source", "isw"])
    capsys.readouterr()
    main(["evidence", "add", str(tmp_path / "b.txt"), "--source", "diu"])
    assert "E02: diu may rest on isw (near-identical-text" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["html", "pdf", "docx"])
def test_a_story_is_imported_from_any_text_format(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paragraphs = [text for text in STORY.split("\n") if text]
    file = tmp_path / "story"
    file.write_bytes(
        {
            "html": (
                "<html><head><title>Flood in Lowmarsh destroys 12 houses</title>"
                '<meta name="author" content="Jo Doe"></head><body><article>'
                + "".join(f"<p>{text}</p>" for text in paragraphs)
                + "</article></body></html>"
            ).encode(),
            "pdf": pdf_of([typeset(paragraphs)]),
            "docx": docx_of("".join(map(paragraph, paragraphs))),
        }[form]
    )
    found = printed(capsys, 0, "import", str(file), "--dateline", "2026-03-03")
    assert found["counts"]["claims"] >= 4
    claims = printed(capsys, 0, "claims", ".")["claims"]
    assert any("12 houses" in claim["text"] for claim in claims)
    if form == "html":
        main(["import", str(file)])
        assert "to be confirmed: title Flood in Lowmarsh" in capsys.readouterr().err


def test_a_folder_shows_how_far_it_is_on_a_terminal(papers: Path, home: Path) -> None:
    command = verifier_command("evidence", "add", str(papers), "--source", "isw")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "[#" not in done.stderr
    with Terminal(command, environment={"VERIFIER_HOME": str(home)}) as terminal:
        assert terminal.end() == 1
        assert b"] 3/3 c.docx" in terminal.output
        assert "3/3" not in terminal.words


BRIDGE = "The bridge over the river was closed for repairs."


@pytest.fixture
def ukrainian(tmp_path: Path) -> str:
    path = tmp_path / "note.txt"
    path.write_text("Ціни на хліб зросли. Міст через річку закрили на ремонт.", encoding="utf-8")
    return str(path)


def test_without_the_extra_what_is_not_matched_is_told(
    ukrainian: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meanings, "has_encoder", lambda: False)
    assert main(["evidence", "add", ukrainian, "--source", "isw"]) == 0
    assert "only names and numbers are matched across languages" in capsys.readouterr().err
    assert main(["evidence", "search", "the bridge was closed"]) == 0
    assert "only names and numbers are matched across languages" in capsys.readouterr().err
    assert main(["evidence", "search", "міст через річку"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not has_encoder(), reason="needs the extra multilingual")
def test_a_document_added_before_the_extra_is_found_once_it_is_there(
    ukrainian: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as without:
        without.setattr(meanings, "has_encoder", lambda: False)
        assert main(["evidence", "add", ukrainian, "--source", "isw"]) == 0
    capsys.readouterr()
    found = printed(capsys, 0, "evidence", "search", BRIDGE)
    assert found[0]["why"] == "says the same in Ukrainian"


def test_show_names_the_page_of_a_citation(
    papers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "flood.txt"
    story.write_text(STORY, encoding="utf-8")
    assert main(["import", str(story)]) == 0
    assert main(["evidence", "add", str(papers / "b.pdf"), "--source", "isw"]) == 0
    capsys.readouterr()
    text = printed(capsys, 0, "evidence", "show", "E01")["text"]
    start = text.index("Two houses.")
    cite = f"E01:{start}-{start + 11}"
    assert main(["mark", ".", "C01", "isw", "asserts", "--cite", cite]) == 0
    assert main(["show", ".", "C01"]) == 0
    assert f"{cite} (page 2)" in capsys.readouterr().out
