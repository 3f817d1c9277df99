"""The installed program in a real terminal: painting, leaving, signals, sizes."""

import os
import signal
import sqlite3
from pathlib import Path

import pytest
from terminal_at_hand import Terminal, verifier_command

from verifier.desk.places import load_place
from verifier.desk.session import open_session
from verifier.desk.stories import open_story
from verifier.model.place import Place
from verifier.model.scales import SubstanceVerdict

pytestmark = pytest.mark.usefixtures("flood")

FIRST_CLAIM = "Flood in Lowmarsh"
LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"
SHOWS_CURSOR = b"\x1b[?25h"
ENDS_MOUSE = b"\x1b[?1000l"
CTRL_Q = "\x11"


def started(size: tuple[int, int] = (120, 40), **environment: str) -> Terminal:
    """The review, not yet painted."""
    return Terminal(verifier_command("review"), size=size, environment=environment)


def ready(terminal: Terminal) -> None:
    """Wait until the story is shown and the database open."""
    terminal.until_words(FIRST_CLAIM)
    terminal.until_words("saved")


def verdicts() -> list[SubstanceVerdict]:
    """The verdicts in the database."""
    with open_session(None, "anna") as session:
        state = open_story(session, ".").state
        return [SubstanceVerdict(verdict.code) for verdict in state.verdicts.values()]


def test_the_frame_is_painted_before_the_story() -> None:
    with started() as terminal:
        terminal.until_words("opening")
        assert FIRST_CLAIM not in terminal.words
        terminal.until_words("Story")
        terminal.until_words("ctrl+q")
        ready(terminal)


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
def test_each_size_shows_the_claim_and_its_sources(size: tuple[int, int]) -> None:
    with started(size) as terminal:
        ready(terminal)
        terminal.until_words("SAID BY")
        terminal.until_words("SOURCES")


def test_a_mark_is_on_disk_when_the_header_says_saved() -> None:
    with started() as terminal:
        ready(terminal)
        terminal.write("2")
        terminal.until_words("+1")
        terminal.until(lambda: "saved " in terminal.words, "saved")
        terminal.until(lambda: "saving" not in terminal.words, "not saving")
        assert verdicts() == [SubstanceVerdict.SUPPORTED]


def test_leaving_restores_the_terminal_and_exits_with_nought() -> None:
    with started() as terminal:
        ready(terminal)
        terminal.write("2" + CTRL_Q)
        assert terminal.end() == 0
        assert terminal.after == list(terminal.before)
        for sequence in (LEAVES_ALTERNATE_SCREEN, SHOWS_CURSOR, ENDS_MOUSE):
            assert sequence in terminal.output
        assert len(verdicts()) == 1


def test_sigterm_saves_restores_and_exits_with_its_code() -> None:
    with started() as terminal:
        ready(terminal)
        terminal.write("2")
        terminal.until_words("+1")
        terminal.signal(signal.SIGTERM)
        assert terminal.end() == 128 + signal.SIGTERM
        assert terminal.after == list(terminal.before)
        assert LEAVES_ALTERNATE_SCREEN in terminal.output
        assert len(verdicts()) == 1


def test_a_terminal_that_is_closed_ends_the_program_and_loses_no_mark() -> None:
    with started() as terminal:
        ready(terminal)
        terminal.write("2")
        terminal.until_words("+1")
        terminal.hang_up()
        assert terminal.process.wait(30) in (128 + signal.SIGHUP, -signal.SIGHUP)
        assert len(verdicts()) == 1


def test_sighup_from_outside_restores_the_terminal() -> None:
    with started() as terminal:
        ready(terminal)
        terminal.signal(signal.SIGHUP)
        assert terminal.end() == 128 + signal.SIGHUP
        assert terminal.after == list(terminal.before)
        assert LEAVES_ALTERNATE_SCREEN in terminal.output


def test_killed_while_typing_a_note_the_next_start_has_claim_filter_and_note() -> None:
    with started() as terminal:
        ready(terminal)
        terminal.write("fojj")
        terminal.until_words("filter: open")
        terminal.until_words("▶·  C03")
        terminal.write("n")
        terminal.until_words("Note on C03")
        terminal.write("who says so")
        terminal.until_words("who says so")
        # the promise is 300 ms; what is waited for is what they are for
        terminal.until(lambda: note_kept() == "who says so", "the draft in the database")
        terminal.signal(signal.SIGKILL)
        assert terminal.end() == -signal.SIGKILL
    with started() as terminal:
        terminal.until_words("Note on C03")
        terminal.until_words("who says so")
        terminal.until_words("filter: open")
        terminal.write("?\r")
        terminal.until_words("Noted on C03")
        terminal.write(CTRL_Q)
        assert terminal.end() == 0


def note_kept() -> str | None:
    """The half-typed note in the database."""
    draft = place().draft
    return draft.text if draft else None


def test_no_mark_that_was_shown_as_saved_is_lost_by_sigkill() -> None:
    with started() as terminal:
        ready(terminal)
        for count in range(1, 4):
            terminal.write("2")
            terminal.until_words(f"+{count}")
            terminal.until(lambda: "saving" not in terminal.words, "saved")
        terminal.signal(signal.SIGKILL)
        terminal.end()
    assert len(verdicts()) == 3


def test_below_60_by_16_it_says_so_and_goes_on_when_enlarged() -> None:
    with started((50, 12)) as terminal:
        terminal.until_words("at least 60×16")
        terminal.resize(80, 24)
        ready(terminal)
        terminal.write("2")
        terminal.until_words("+1")
        terminal.resize(40, 10)
        terminal.until_words("this one has 40×10")
        terminal.resize(120, 40)
        terminal.until_words("C02")
        terminal.write(CTRL_Q)
        assert terminal.end() == 0


def test_without_colours_every_state_can_still_be_read() -> None:
    with started(NO_COLOR="1") as terminal:
        ready(terminal)
        terminal.write("a3")
        terminal.until_words("③1")
        terminal.write("g")
        terminal.until_words("③ attributed-only")
        terminal.until_words("▶③")


def test_nothing_is_read_from_a_pasted_line_as_keys() -> None:
    with started() as terminal:
        ready(terminal)
        terminal.write("n")
        terminal.until_words("Note on C01")
        terminal.write("\x1b[200~2\n3 x\x1b[201~")
        terminal.until_words("3 x")
        terminal.write("\r")
        terminal.until_words("Noted on C01")
        assert verdicts() == []


def test_a_burst_that_ends_in_enter_loses_no_character() -> None:
    text = "The mayor's office counts twelve; the fire service counts eleven."
    with started() as terminal:
        ready(terminal)
        terminal.write(f"n{text}\r")
        terminal.until_words("Noted on C01")
        assert notes() == [text]


def test_a_paste_followed_by_enter_at_once_is_taken_whole() -> None:
    text = "First line of the note.\nSecond line, pasted with it."
    with started() as terminal:
        ready(terminal)
        terminal.write("n")
        terminal.until_words("Note on C01")
        terminal.write(f"\x1b[200~{text}\x1b[201~\r")
        terminal.until_words("Noted on C01")
        assert notes() == [text]


def test_keys_after_the_enter_of_a_burst_act_on_the_review() -> None:
    with started() as terminal:
        ready(terminal)
        terminal.write("n")
        terminal.until_words("Note on C01")
        terminal.write("counted by hand\r")
        terminal.until_words("Noted on C01")
        terminal.write("2")
        terminal.until_words("+1")
        terminal.until(lambda: "saving" not in terminal.words, "saved")
        assert notes() == ["counted by hand"]
        assert verdicts() == [SubstanceVerdict.SUPPORTED]


def notes() -> list[str]:
    """The notes in the database."""
    with open_session(None, "anna") as session:
        return [note.text for note in open_story(session, ".").state.notes.values()]


def test_after_a_kill_a_key_acts_where_the_database_says_the_reviewer_is(home: Path) -> None:
    with started() as terminal:
        ready(terminal)
        terminal.until(lambda: resume_record(home), "the resume record")
        shows_first_claim = resume_record(home)[0].read_bytes()
        terminal.write("jj")
        terminal.until(lambda: place().claim == "C03", "the place in the database")
        terminal.signal(signal.SIGKILL)
        terminal.end()
    # as if the kill had come before the record was written again
    resume_record(home)[0].write_bytes(shows_first_claim)
    with started() as terminal:
        terminal.until_words("opening")
        terminal.write("2")
        terminal.until_words("+1")
        terminal.write(CTRL_Q)
        assert terminal.end() == 0
    with open_session(None, "anna") as session:
        assert [key.claim for key in open_story(session, ".").state.verdicts] == ["C03"]


def resume_record(home: Path) -> list[Path]:
    """The resume record, once it is there."""
    return list((home / "cache" / "resume").glob("*.json"))


def place() -> Place:
    """Where the reviewer is, as the database has it."""
    with open_session(None, "anna") as session:
        return load_place(session, open_story(session, "."))


def test_an_act_that_cannot_be_saved_ends_in_a_sentence_and_code_2(home: Path) -> None:
    (database,) = home.rglob("*.db")
    with started((80, 24)) as terminal:
        ready(terminal)
        other = sqlite3.connect(database, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        terminal.write("2" + CTRL_Q)
        terminal.until_words("Saving before quitting: C01 supported")
        terminal.until_words("Press ctrl+q again")
        terminal.write(CTRL_Q)
        other.close()
        assert terminal.end() == 2
        assert b"1 act is not saved: C01 supported" in terminal.output
        assert b"Traceback" not in terminal.output


def test_the_demonstration_says_how_to_go_on_and_where_ones_own_stories_are() -> None:
    with Terminal(verifier_command("demo")) as terminal:
        terminal.until_words("all saved")
        terminal.write(CTRL_Q)
        assert terminal.end() == 0
        last = " ".join(terminal.words.split())
        assert "demo` goes on with the sample" in last
        assert "review` opens it" in last
    with Terminal(verifier_command("review")) as terminal:
        ready(terminal)


def test_an_unknown_story_leaves_one_sentence_and_the_code_2() -> None:
    with Terminal(verifier_command("review", "flod")) as terminal:
        assert terminal.end() == 2
        assert b"There is no story flod" in terminal.output
        assert b"Traceback" not in terminal.output


def test_no_terminal_is_refused_with_a_sentence() -> None:
    import subprocess

    done = subprocess.run(
        verifier_command("review"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env=dict(os.environ),
    )
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr
