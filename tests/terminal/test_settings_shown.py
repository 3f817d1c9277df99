"""What the user set is in force in a real terminal: keys, theme, no colours."""

import re
from pathlib import Path

import pytest
from terminal_at_hand import Terminal, verifier_command

pytestmark = pytest.mark.usefixtures("flood")

CTRL_Q = "\x11"
LIGHT_GROUND = b"48;2;251;251;248"
DARK_GROUND = b"48;2;20;23;28"
GRAPHICS = re.compile(rb"\x1b\[([0-9;]*)m")
WITHOUT_COLOUR = {"", "0", "1", "2", "3", "4", "7", "22", "23", "24", "27", "39", "49"}
"""What may be set of letters without any colour; 39 and 49 are the terminal's own."""


def configuration(home: Path, name: str, text: str) -> None:
    folder = home / "configuration"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def started(*options: str, **environment: str) -> Terminal:
    return Terminal(verifier_command("review", *options), environment=environment)


def ready(terminal: Terminal) -> None:
    terminal.until_words("Flood in Lowmarsh")
    terminal.until_words("saved")


def test_a_key_of_the_users_own_works_and_a_wrong_line_is_told_at_the_start(home: Path) -> None:
    configuration(home, "keys.toml", '"claim.next" = "w"\nnoet = "z"\n')
    with started() as terminal:
        ready(terminal)
        terminal.until_words("keys.toml, line 2: there is no command noet. Did you mean note?")
        terminal.write("w")
        terminal.until_words("▶·  C02")
        terminal.until_words("w k claim")
        terminal.write(CTRL_Q)
        assert terminal.end() == 0


def test_the_theme_of_the_file_paints_and_the_option_comes_before_it(home: Path) -> None:
    configuration(home, "screen.toml", 'theme = "light"')
    with started() as terminal:
        ready(terminal)
        assert LIGHT_GROUND in terminal.output
        assert DARK_GROUND not in terminal.output
    with started("--theme", "dark") as terminal:
        ready(terminal)
        assert DARK_GROUND in terminal.output


def test_an_unknown_theme_is_one_sentence_and_the_code_2() -> None:
    with started("--theme", "pink") as terminal:
        assert terminal.end() == 2
        assert b"There is no theme pink" in terminal.output


def test_the_theme_is_changed_by_a_key_and_nothing_of_the_old_one_is_left() -> None:
    with started() as terminal:
        ready(terminal)
        terminal.write("\x14")
        terminal.until_words("Theme: light")
        terminal.write("j")
        terminal.until_words("▶·  C02")
        at = terminal.output.rindex(b"Theme: light")
        assert DARK_GROUND not in terminal.output[at:]


def test_without_colours_not_one_colour_is_sent_and_every_state_is_there() -> None:
    with started(NO_COLOR="1") as terminal:
        ready(terminal)
        terminal.write("a3")
        terminal.until_words("③1")
        terminal.write("g")
        terminal.until_words("▶③")
        terminal.until_words("③ attributed-only")
        terminal.write("n")
        terminal.until_words("the text is kept")
        sent = {part for found in GRAPHICS.findall(terminal.output) for part in found.split(b";")}
        assert {part.decode() for part in sent} <= WITHOUT_COLOUR
