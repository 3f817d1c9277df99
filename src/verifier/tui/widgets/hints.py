"""The last two lines: the keys that matter here, or what just happened until the next key."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.tui.paint import Line, Piece, width_of, wrap_words
from verifier.tui.widgets.pane import LinePane

GAP = "   "

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


def message_lines(words: str, style: str, width: int, lines: int = 2) -> list[Line]:
    """A message in at most two lines."""
    return [[Piece(f" {line}", style)] for line in wrap_words(words, width - 2)[:lines]]


class Hints(LinePane):
    """The pane of the hints; a message stands over them until it is taken away."""

    hints: Sequence[Hint] = ()
    always: Sequence[Hint] = ()
    lead = ""
    message = ""
    style = "text"

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

    def line(self, y: int) -> Line:
        """Line `y` of the two."""
        if self.message:
            lines = message_lines(self.message, self.style, self.columns)
        else:
            lines = hint_lines(self.hints, self.columns, self.lead, self.always)
        return lines[y] if y < len(lines) else []
