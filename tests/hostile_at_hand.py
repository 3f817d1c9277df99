"""Texts that would act on a terminal, a story of them, and what of them got out."""

import re

from terminal_at_hand import Terminal

ATTACKS = (
    "\x1b[2J\x1b[31mRED\x1b[0m",
    "\x1b]52;c;cGFzdGU=\x07",
    "\x1b]0;owned\x07",
    "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "\x1bPq#0\x1b\\",
    "\x1b_apc\x1b\\",
    "\x1bc",
    "\x1b[6n",
    "\x9b2J\x9d0;c1\x9c\x90",
    "\x1b]0;never ends",
    "\u202eright to left\u202c\u2066\u2069\u200f\u061c",
    "zero\u200bwidth\u2060\ufeff\u00ad",
    "\U000e0041\U000e0042\U000e007f",
    "[red]markup[/red] [@click=app.quit]here[/] [/b] [link=x]",
    "bell\x07back\x08\x7f",
)

HOSTILE = " ".join(ATTACKS)

STORY = f"""\
Flood {HOSTILE} in Lowmarsh

LOWMARSH, March 3, 2026 — A flood destroyed 12 houses {HOSTILE}, Mayor Ada {ATTACKS[0]} Brook said.

According to the County Fire {ATTACKS[4]} Service, the pumps failed. {HOSTILE}
"""


SENT_BY_TEXTUAL = re.compile(
    rb"\x1b\[[0-9;:]*m"  # colours
    rb"|\x1b\[[0-9]+;[0-9]+H"  # places
    rb"|\x1b\[[?<>=]?[0-9;]*(\$p|[hlu])"  # modes
    rb"|\x1b\]22;[a-z]*\x07"  # the mouse pointer's shape
)


def foreign(output: bytes) -> list[str]:
    """Every control character or direction mark that Textual did not send itself."""
    left = SENT_BY_TEXTUAL.sub(b"", output).decode("utf-8", "replace")
    return [
        f"U+{ord(char):04X}"
        for char in left
        if (ord(char) < 0x20 and char not in "\r\n")
        or 0x7F <= ord(char) <= 0x9F
        or char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
        or char in "\u200b\u2060\ufeff\u00ad"
        or 0xE0000 <= ord(char) <= 0xE007F
    ]


def back(terminal: Terminal, words: str) -> None:
    """Go back, and wait until what one comes from is gone: Esc and a key at once mean another."""
    terminal.until_words(words)
    terminal.write("\x1b")
    terminal.until_gone(words)
