"""What comes from outside: the editor, stops and resumes, a size that never rests."""

import signal
import sys
from pathlib import Path
from time import monotonic

import pytest
from terminal_at_hand import Terminal, verifier_command

from verifier.desk.session import open_session
from verifier.desk.stories import import_story, open_story
from verifier.reading import read_bytes

pytestmark = pytest.mark.usefixtures("flood")

ENTERS_ALTERNATE_SCREEN = b"\x1b[?1049h"
LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"
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


def is_stopped(terminal: Terminal) -> bool:
    """Whether the program is stopped, as the system has it."""
    status = Path(f"/proc/{terminal.process.pid}/stat").read_text(encoding="ascii")
    return status.rpartition(")")[2].split()[0] == "T"


def test_stopped_from_outside_it_gives_the_terminal_back_and_goes_on_where_it_was() -> None:
    with started() as terminal:
        ready(terminal)
        terminal.write("j2")
        terminal.until_words("+1")
        terminal.signal(signal.SIGTSTP)
        terminal.until(lambda: is_stopped(terminal), "the stop")
        terminal.until(lambda: LEAVES_ALTERNATE_SCREEN in terminal.output, "the terminal back")
        assert terminal.after == list(terminal.before)
        at = len(terminal.output)
        terminal.signal(signal.SIGCONT)
        terminal.until(lambda: ENTERS_ALTERNATE_SCREEN in terminal.output[at:], "the screen again")
        terminal.until(lambda: b"SAID BY" in terminal.output[at:], "the claim again")
        terminal.write("2")
        terminal.until_words("+2")
        terminal.write(CTRL_Q)
        assert terminal.end() == 0
        assert terminal.after == list(terminal.before)
    assert len(verdicts()) == 2


def test_stopped_and_terminated_it_ends_in_good_order_when_it_goes_on() -> None:
    with started() as terminal:
        ready(terminal)
        terminal.write("2")
        terminal.until_words("+1")
        terminal.signal(signal.SIGTSTP)
        terminal.until(lambda: is_stopped(terminal), "the stop")
        terminal.signal(signal.SIGTERM)
        terminal.signal(signal.SIGCONT)
        assert terminal.end() == 128 + signal.SIGTERM
        assert terminal.after == list(terminal.before)
    assert len(verdicts()) == 1


STORM = 200
"""Changes of the size."""

WITHIN = 5.0
"""Seconds that they take."""

SIZES = ((80, 24), (120, 40), (61, 17), (200, 60), (50, 12), (110, 30))


def verdicts() -> list[str]:
    """The claims with a verdict, in the database."""
    with open_session(None, "anna") as session:
        return [key.claim for key in open_story(session, ".").state.verdicts]


def import_many(claims: int) -> None:
    """A story with about so many claims."""
    lines = [
        f"A flood destroyed {n + 12} houses in Lowmarsh on Monday, the mayor said."
        for n in range(claims)
    ]
    text = "Flood in Lowmarsh, and more\n\n" + "\n\n".join(lines)
    with open_session(None, "anna") as session:
        import_story(session, read_bytes(text.encode(), "many.txt"))


def test_two_hundred_sizes_in_five_seconds_lose_no_mark() -> None:
    import_many(50)
    marks = STORM // 5
    with started() as terminal:
        ready(terminal)
        began = monotonic()
        for n in range(STORM):
            terminal.resize(*SIZES[n % len(SIZES)])
            if n % 5 == 0:
                terminal.write("2")
            due = began + (n + 1) * WITHIN / STORM
            while monotonic() < due:
                terminal.read(max(0.0, due - monotonic()))
        terminal.resize(120, 40)
        terminal.until(lambda: len(verdicts()) == marks, f"{marks} verdicts")
        terminal.until_words(f"+{marks}")
        terminal.until(lambda: "saving" not in terminal.words, "saved")
        terminal.until(lambda: "verifier" in terminal.words.splitlines()[0], "the header")
        terminal.until(lambda: "ctrl+q quit" in terminal.words.splitlines()[-1], "the hints")
        terminal.write(CTRL_Q)
        assert terminal.end() == 0
        assert terminal.after == list(terminal.before)
    assert len(set(verdicts())) == marks


def test_resizes_while_a_note_is_typed_keep_every_letter() -> None:
    text = "counted twice by the county and once by the mayor"
    with started() as terminal:
        ready(terminal)
        terminal.write("n")
        terminal.until_words("Note on C01")
        for n, letter in enumerate(text):
            terminal.resize(*SIZES[n % len(SIZES)])
            terminal.write(letter)
            terminal.read(0.01)
        terminal.resize(120, 40)
        terminal.until_words(text[:30])
        terminal.write("\r")
        terminal.until_words("Noted on C01")
    assert notes() == [text]
