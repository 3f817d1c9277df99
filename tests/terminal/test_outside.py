"""What comes from outside: the editor, stops and resumes, a size that never rests."""

import sys
from pathlib import Path

import pytest
from terminal_at_hand import Terminal, verifier_command

from verifier.desk.session import open_session
from verifier.desk.stories import open_story

pytestmark = pytest.mark.usefixtures("flood")

CTRL_G = "\x07"
CTRL_Q = "\x11"


def started(size: tuple[int, int] = (120, 40), **environment: str) -> Terminal:
    """The review, not yet painted."""
    return Terminal(verifier_command("review"), size=size, environment=environment)


def ready(terminal: Terminal) -> None:
    """Wait until the story is shown and the database open."""
    terminal.until_words("Flood in Lowmarsh")
    terminal.until_words("saved")


def notes() -> list[str]:
    """The notes in the database."""
    with open_session(None, "anna") as session:
        return [note.text for note in open_story(session, ".").state.notes.values()]


def editor(folder: Path, code: str) -> str:
    """An editor of the test's own, which says on the terminal that it is there."""
    script = folder / "editor.py"
    script.write_text(
        "import pathlib, sys\nfile = pathlib.Path(sys.argv[-1])\nprint('THE EDITOR', flush=True)\n"
        f"{code}\n"
    )
    return f"{sys.executable} {script}"


def test_a_note_written_in_the_editor_comes_back_and_is_saved(tmp_path: Path) -> None:
    code = "input()\nfile.write_text(file.read_text() + ' in the editor\\n')"
    with started(EDITOR=editor(tmp_path, code)) as terminal:
        ready(terminal)
        terminal.write("n")
        terminal.until_words("Note on C01")
        terminal.write("begun here,")
        terminal.until_words("begun here,")
        terminal.write(CTRL_G)
        terminal.until_words("THE EDITOR")
        terminal.write("\n")
        terminal.until_words("begun here, in the editor")
        terminal.write("\r")
        terminal.until_words("Noted on C01")
        assert notes() == ["begun here, in the editor"]
        terminal.write(CTRL_Q)
        assert terminal.end() == 0
        assert terminal.after == list(terminal.before)


def test_an_editor_that_fails_is_told_and_the_screen_comes_back(tmp_path: Path) -> None:
    with started(VISUAL=editor(tmp_path, "sys.exit(3)")) as terminal:
        ready(terminal)
        terminal.write("n")
        terminal.until_words("Note on C01")
        terminal.write("mine")
        terminal.until_words("mine")
        terminal.write(CTRL_G)
        terminal.until_words("ended with code 3")
        terminal.write("!\r")
        terminal.until_words("Noted on C01")
        assert notes() == ["mine!"]


def test_a_text_in_the_editor_survives_the_end_of_the_program(tmp_path: Path) -> None:
    with started(EDITOR=editor(tmp_path, "input()")) as terminal:
        ready(terminal)
        terminal.write("n")
        terminal.until_words("Note on C01")
        terminal.write("kept")
        terminal.until_words("kept")
        terminal.write(CTRL_G)
        terminal.until_words("THE EDITOR")
        terminal.process.kill()
        terminal.end()
    with started() as terminal:
        terminal.until_words("Note on C01")
        terminal.until_words("kept")
