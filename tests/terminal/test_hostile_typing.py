"""Hostile text in dialogs, paths, settings and what is copied: none of its bytes gets out."""

import re
from base64 import b64decode
from pathlib import Path

import pytest
from hostile_at_hand import ATTACKS, HOSTILE, STORY, back, foreign
from terminal_at_hand import Terminal, verifier_command

from verifier.desk.claim_list import edit_claim
from verifier.desk.session import open_session
from verifier.desk.stories import StoryDetails, import_story
from verifier.reading import read_bytes

CTRL_Q = "\x11"
COPIED = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


@pytest.fixture(autouse=True)
def hostile_story(home: Path) -> None:
    """A story whose title, text and first claim are attacks, and settings that are no better."""
    with open_session(None, "anna") as session:
        document = read_bytes(STORY.encode(), "flood.txt")
        story = import_story(session, document, StoryDetails(title=f"Title {HOSTILE}")).story
        edit_claim(session, story, next(iter(story.state.claims)), standalone=f"Alone {HOSTILE}")
    folder = home / "configuration"
    folder.mkdir(exist_ok=True)
    (folder / "keys.toml").write_text('"\\u001b]0;owned\\u0007" = "z"\nnote = "\\u009b"\n')


def test_dialogs_palette_and_remarks_let_nothing_through() -> None:
    with Terminal(verifier_command("review"), size=(120, 40)) as terminal:
        terminal.until_words("there is no command")
        terminal.until_words("cannot be a key")
        for keys in ("t", "qa", "qs", "Et"):
            terminal.write(keys)
            back(terminal, "the text is kept")
        terminal.write("\x10")
        terminal.until_words("Commands")
        terminal.write("quest")
        terminal.until_words("find: quest")
        terminal.write("\x1b")
        terminal.until_gone("find: quest")
        terminal.write("\x1b")
        terminal.until_gone("Commands")
        terminal.write("M")
        terminal.until_words("Merge into C01")
        terminal.write(CTRL_Q)
        assert terminal.end() == 0
        assert foreign(terminal.output) == []


def test_a_story_imported_from_a_hostile_path_lets_nothing_through(tmp_path: Path) -> None:
    file = tmp_path / "a\x9b2J\u202e.txt"
    file.write_text(STORY, encoding="utf-8")
    with Terminal(verifier_command(), size=(120, 40)) as terminal:
        terminal.until_words("1 story")
        terminal.write("i")
        terminal.until_words("Import a story")
        terminal.write(f"\x1b[200~{file}\x1b[201~\r")
        terminal.until_words("2 stories")
        terminal.write("i")
        terminal.until_words("Import a story")
        terminal.write("\x1b[200~/no\u202ewhere\x9b2J\x1b[201~\r")
        terminal.until_words("no file")
        terminal.write(CTRL_Q)
        assert terminal.end() == 0
        assert foreign(terminal.output) == []


def test_what_is_copied_holds_no_control_character() -> None:
    with Terminal(verifier_command("review"), size=(120, 40)) as terminal:
        terminal.until_words("there is no command")
        terminal.write("y")
        terminal.until_words("what to copy")
        terminal.write("t")
        terminal.until(lambda: COPIED.search(terminal.output), "the copy")
        terminal.until_words("Handed to the terminal")
        terminal.write(CTRL_Q)
        assert terminal.end() == 0
    (copied,) = COPIED.findall(terminal.output)
    text = b64decode(copied).decode()
    assert text.startswith("Alone ")
    assert not [char for char in text if ord(char) < 0x20 or 0x7F <= ord(char) <= 0x9F]
    assert not any(mark in text for mark in "\u202e\u2066\u200b\ufeff")
    assert all(attack not in text for attack in ATTACKS if "\x1b" in attack)
    assert foreign(COPIED.sub(b"", terminal.output)) == []
