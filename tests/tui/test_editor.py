"""The text goes to the reviewer's editor in a private file, and comes back."""

import stat
import sys
from pathlib import Path

import pytest

from verifier.model.errors import BadInput
from verifier.tui.editor import edited, editor_command


def editor(folder: Path, code: str) -> str:
    """An editor of the test's own: Python code that is given the `file`."""
    script = folder / "an editor.py"
    script.write_text(f"import sys, pathlib\nfile = pathlib.Path(sys.argv[-1])\n{code}\n")
    return f"{sys.executable} '{script}'"


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)


def test_what_the_editor_writes_comes_back_without_its_last_newline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = "file.write_text(file.read_text() + ', she said.\\n한국\\n')"
    monkeypatch.setenv("EDITOR", editor(tmp_path, code))
    assert edited("twelve houses") == "twelve houses, she said.\n한국"


def test_visual_comes_before_editor_and_options_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "ed")
    monkeypatch.setenv("VISUAL", "code --wait 'a b'")
    assert editor_command() == ["code", "--wait", "a b"]


def test_the_file_is_its_owners_alone_and_nothing_of_it_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    code = (
        f"seen = pathlib.Path({str(seen)!r})\n"
        "modes = [oct(path.stat().st_mode & 0o777) for path in (file, file.parent)]\n"
        "seen.write_text(' '.join([str(file.parent), *modes]))\n"
        "file.with_suffix('.txt~').write_text('a backup')"
    )
    monkeypatch.setenv("EDITOR", editor(tmp_path, code))
    edited("confidential")
    folder, *modes = seen.read_text().split()
    assert modes == [oct(stat.S_IRUSR | stat.S_IWUSR), "0o700"]
    assert not Path(folder).exists()


def test_an_editor_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")
    with pytest.raises(BadInput, match="no-such-editor cannot be started"):
        edited("text")


def test_an_editor_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, "file.write_text('half')\nsys.exit(3)"))
    with pytest.raises(BadInput, match="code 3; the text is as it was"):
        edited("text")


def test_what_is_no_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, "file.write_bytes(b'ab\\xff')"))
    with pytest.raises(BadInput, match="byte 2"):
        edited("text")


def test_a_file_that_the_editor_took_away_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", editor(tmp_path, "file.unlink()"))
    with pytest.raises(BadInput, match="left no file"):
        edited("text")


def test_without_any_editor_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(BadInput, match="VISUAL or EDITOR"):
        edited("text")


def test_a_quotation_mark_that_never_closes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "vi 'oops")
    with pytest.raises(BadInput, match="names no command"):
        editor_command()
