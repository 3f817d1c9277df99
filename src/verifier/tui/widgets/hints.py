"""The last two lines: the keys that matter here, or what just happened until the next key."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.tui.paint import Line, Piece, width_of, wrap_words
from verifier.tui.widgets.pane import LinePane

GAP = "   "


def hint_lines(hints: Sequence[tuple[str, str]], width: int, lead: str = "") -> list[Line]:
    """As many of the hints as fit two lines, whole, in their order; `lead` names the place."""
    lines: list[list[Piece]] = [[Piece(f" {lead}  ", "warning")] if lead else [Piece(" ")]]
    for keys, word in hints:
        item = [Piece(keys, "key"), Piece(f" {word}{GAP}", "muted")]
        if width_of(lines[-1]) + width_of(item) - len(GAP) > width:
            if len(lines) == 2:
                break
            lines.append([Piece(" ")])
        lines[-1] += item
    return [*lines]


def message_lines(words: str, style: str, width: int, lines: int = 2) -> list[Line]:
    """A message in at most two lines."""
    return [[Piece(f" {line}", style)] for line in wrap_words(words, width - 2)[:lines]]


class Hints(LinePane):
    """The pane of the hints; a message stands over them until it is taken away."""

    hints: Sequence[tuple[str, str]] = ()
    lead = ""
    message = ""
    style = "text"

    def show_keys(self, hints: Sequence[tuple[str, str]], lead: str = "") -> None:
        """Show the keys of a place."""
        if (hints, lead) != (self.hints, self.lead):
            self.hints, self.lead = hints, lead
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
            lines = hint_lines(self.hints, self.columns, self.lead)
        return lines[y] if y < len(lines) else []
