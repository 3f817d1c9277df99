"""The last lines: the keys that matter here, or what just happened until the next key.

Over the keys stands a notice where there is one: it stays until it is taken away.
"""

from __future__ import annotations

from collections.abc import Sequence

from verifier.tui.arrange import FOOT
from verifier.tui.paint import Line, Piece, cut, fit, width_of, wrap_words
from verifier.tui.widgets.pane import LinePane

GAP = "   "

MOST_LINES = 4
"""Lines that a notice may take."""

SEEN = ("Esc", "seen")

Hint = tuple[str, str]
"""Keys, and the word for what they do."""


def hint_lines(
    hints: Sequence[Hint], width: int, lead: str = "", always: Sequence[Hint] = ()
) -> list[Line]:
    """The hints in two lines, whole, as many as fit; `always` are the last ones and always fit.

    `lead` names the place.
    """
    kept = [piece for hint in always for piece in _hint(hint)]
    lines: list[list[Piece]] = [[Piece(f" {lead}  ", "warning")] if lead else [Piece(" ")], []]
    rooms = [width + len(GAP), width + len(GAP) - width_of(kept)]
    at = 0
    for hint in hints:
        item = _hint(hint)
        while at < len(lines) and width_of([*lines[at], *item]) > rooms[at]:
            at += 1
        if at == len(lines):
            break
        lines[at] += item if lines[at] else [Piece(" "), *item]
    is_short = not lines[1] and width_of([*lines[0], *kept]) <= rooms[0]
    return [[*lines[0], *kept]] if is_short else [lines[0], [*(lines[1] or [Piece(" ")]), *kept]]


def _hint(hint: Hint) -> list[Piece]:
    return [Piece(hint[0], "key"), Piece(f" {hint[1]}{GAP}", "muted")]


def message_lines(words: str, style: str, width: int, most: int = FOOT) -> list[Line]:
    """A message in at most `most` lines, the last one cut where there is more to say."""
    return [[Piece(f" {line}", style)] for line in _lines(words, width - 2, most)]


def notice_lines(words: str, style: str, width: int, most: int = MOST_LINES) -> list[Line]:
    """A message that stays, in two to `most` lines, the last one ending in how to take it away."""
    tail = width_of(_hint(SEEN)) - len(GAP)
    lines = _lines(words, width - 2, most)
    if width_of([Piece(lines[-1])]) + tail + len(GAP) > width - 2 and len(lines) < most:
        lines = [*lines, ""]
    room = width - 2 - tail
    shown: list[Line] = [[Piece(f" {line}", style)] for line in lines[:-1]]
    return [*shown, [Piece(f" {fit(cut(lines[-1], room - 2), room)}", style), *_hint(SEEN)]]


def _lines(words: str, width: int, most: int) -> list[str]:
    lines = wrap_words(words, width)
    return (
        lines
        if len(lines) <= most
        else [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), width)]
    )


class Hints(LinePane):
    """The pane of the hints; a message stands over them until it is taken away."""

    hints: Sequence[Hint] = ()
    always: Sequence[Hint] = ()
    lead = ""
    message = ""
    style = "text"
    notice = ""
    notice_style = "fault"

    def show_keys(self, hints: Sequence[Hint], lead: str = "", always: Sequence[Hint] = ()) -> None:
        """Show the keys of a place; those in `always` whatever the width."""
        if (hints, lead, always) != (self.hints, self.lead, self.always):
            self.hints, self.lead, self.always = hints, lead, always
            self.repaint()

    def say(self, words: str, style: str = "text") -> None:
        """Show a message, safe to show, instead of the keys; "" takes it away."""
        if (words, style) != (self.message, self.style):
            self.message, self.style = words, style
            self.repaint()

    def keep(self, words: str, style: str = "fault") -> None:
        """Show a message, safe to show, that stays under the others; "" takes it away."""
        if (words, style) != (self.notice, self.notice_style):
            self.notice, self.notice_style = words, style
            self.repaint()

    def lines_needed(self, width: int) -> int:
        """How many lines the pane needs at this width."""
        if not self.notice:
            return FOOT
        return max(FOOT, len(notice_lines(self.notice, self.notice_style, width)))

    def line(self, y: int) -> Line:
        """Line `y` of the pane: the message, else the second keys, the notice or the keys."""
        if self.message:
            lines = message_lines(self.message, self.style, self.columns, self.size.height)
        elif self.notice and not self.lead:
            lines = notice_lines(self.notice, self.notice_style, self.columns)
        else:
            lines = hint_lines(self.hints, self.columns, self.lead, self.always)
        return lines[y] if y < len(lines) else []
