"""The help: every key, made from the table of keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

from verifier.tui.arrange import Box
from verifier.tui.keys import KEYS, Where, bindings, command_of, quit_binding, shown
from verifier.tui.paint import Line, Piece, wrap_words
from verifier.tui.widgets.pane import LinePane, title_line

KEY_COLUMN = 22


def help_lines(width: int) -> list[Line]:
    """The help at `width` cells: each place, its keys and what they do."""
    lines: list[Line] = []
    for where in Where:
        keys = [key for key in KEYS if key.where is where]
        lines += [[], [Piece(f" {where.value}", "heading")]] if keys else []
        for key in keys:
            lines += _entry(", ".join(shown(name) for name in key.keys), key.words, width)
    return lines[1:]


def _entry(keys: str, words: str, width: int) -> list[Line]:
    wrapped = wrap_words(words, width - KEY_COLUMN - 3)
    first = [Piece(f"   {keys:<{KEY_COLUMN - 3}}", "key"), Piece(wrapped[0])]
    return [first, *([Piece(" " * KEY_COLUMN), Piece(line)] for line in wrapped[1:])]


class HelpPane(LinePane):
    """The lines of the help, scrolled."""

    top = 0
    _lines: Sequence[Line] = ()
    _width = 0

    def line(self, y: int) -> Line:
        """The title, or a line of the help."""
        if y == 0:
            return title_line(self.columns, "Keys", "↑ ↓ scroll · Esc back", focused=True)
        lines = self._all()
        at = self.top + y - 1
        return lines[at] if at < len(lines) else []

    def scroll_lines(self, lines: int) -> None:
        """Scroll so many lines down, or up if negative."""
        most = len(self._all()) - self.size.height + 1
        self.top = max(0, min(self.top + lines, most))
        self.repaint()

    def _all(self) -> Sequence[Line]:
        if self._width != self.columns:
            self._lines, self._width = help_lines(self.columns), self.columns
        return self._lines

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self.scroll_lines(3)

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self.scroll_lines(-3)


class HelpScreen(ModalScreen[None]):
    """The help over the whole screen; the review stays as it was beneath."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.HELP), quit_binding()]
    CSS = "HelpScreen { background: #14171c; }"
    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        """One pane."""
        yield HelpPane()

    def on_mount(self) -> None:
        """Fill the screen."""
        self._fill()

    def on_resize(self) -> None:
        """Fill the screen."""
        self._fill()

    def _fill(self) -> None:
        self.query_one(HelpPane).put(Box(0, 0, self.app.size.width, self.app.size.height))

    def action_run(self, key_id: str) -> None:
        """Scroll, or go back."""
        name, parameters = command_of(key_id)
        pane = self.query_one(HelpPane)
        steps = int(str(parameters[0])) if parameters else 0
        if name == "help_move":
            pane.scroll_lines(steps)
        elif name == "help_page":
            pane.scroll_lines(steps * max(1, pane.size.height - 3))
        else:
            self.dismiss()
