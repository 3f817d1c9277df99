"""Two panes that most screens are made of: rows with a cursor, and lines of text that scroll."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.message import Message

from verifier.tui.paint import Line, Piece
from verifier.tui.widgets.pane import LinePane, title_line

RowLine = Callable[[int, int, bool], Line]
"""What the row at an index says at a width, with or without the cursor on it."""


class RowsPane(LinePane):
    """Rows under a title; only those in sight are worked out, however many there are."""

    class Chosen(Message):
        """A row was clicked; twice means open it."""

        def __init__(self, pane: RowsPane, index: int, *, twice: bool) -> None:
            super().__init__()
            self.pane = pane
            self.index = index
            self.twice = twice

    title = ""
    right = ""
    empty = ""
    count = 0
    index = 0
    top = 0
    head: Line = ()
    row_line: RowLine | None = None

    def show(self, count: int, row_line: RowLine, *, empty: str = "", head: Line = ()) -> None:
        """Show so many rows; the cursor stays as near as it can to where it was."""
        self.count, self.row_line, self.empty, self.head = count, row_line, empty, head
        self.go(self.index)

    @property
    def room(self) -> int:
        """How many rows fit."""
        return max(1, self.size.height - 1 - bool(self.head))

    def go(self, index: int) -> None:
        """Put the cursor on a row, and the row in sight."""
        self.index = max(0, min(index, self.count - 1))
        self.top = max(self.index - self.room + 1, min(self.top, self.index))
        self.top = max(0, min(self.top, self.count - self.room))
        self.repaint()

    def line(self, y: int) -> Line:
        """The title, the heads of the columns, a row, or why there is none."""
        if y == 0:
            place = f"{self.index + 1}/{self.count}" if self.count else ""
            right = " · ".join(part for part in (self.right, place) if part)
            return title_line(self.columns, self.title, right, focused=self.focused_pane)
        if self.head and y == 1:
            return self.head
        at = self.top + y - 1 - bool(self.head)
        if self.row_line is not None and at < self.count:
            return self.row_line(at, self.columns, at == self.index)
        if y == 1 + bool(self.head) and self.empty:
            return [Piece(f" {self.empty}", "muted")]
        return []

    def on_click(self, event: events.Click) -> None:
        """Choose the row."""
        at = self.top + event.y - 1 - bool(self.head)
        if event.y > bool(self.head) and at < self.count:
            self.post_message(self.Chosen(self, at, twice=event.chain > 1))

    def scroll_lines(self, lines: int) -> None:
        """Move the cursor by so many rows."""
        self.go(self.index + lines)

    def on_mouse_scroll_down(self) -> None:
        """Move with the wheel."""
        self.post_message(self.Chosen(self, min(self.index + 3, self.count - 1), twice=False))

    def on_mouse_scroll_up(self) -> None:
        """Move with the wheel."""
        self.post_message(self.Chosen(self, max(self.index - 3, 0), twice=False))


class LinesPane(LinePane):
    """Lines under a title, made anew for each width, scrolled."""

    title = ""
    right = ""
    top = 0
    _make: Callable[[int], Sequence[Line]] | None = None
    _made: Sequence[Line] = ()
    _width = -1

    def show(self, make: Callable[[int], Sequence[Line]], *, from_top: bool = True) -> None:
        """Show the lines that `make` gives for a width."""
        self._make, self._width = make, -1
        if from_top:
            self.top = 0
        self.repaint()

    def line(self, y: int) -> Line:
        """The title, or a line."""
        if y == 0:
            place = self._place()  # makes the lines, and with them the title
            return title_line(self.columns, self.title, place, focused=self.focused_pane)
        lines = self._all()
        at = self.top + y - 1
        return lines[at] if at < len(lines) else []

    def scroll_lines(self, lines: int) -> None:
        """Scroll so many lines down, or up if negative."""
        most = len(self._all()) - self.size.height + 1
        self.top = max(0, min(self.top + lines, most))
        self.repaint()

    def _place(self) -> str:
        lines, room = len(self._all()), self.size.height - 1
        if lines <= room:
            return self.right
        share = min(100, 100 * (self.top + room) // lines)
        return " · ".join(part for part in (self.right, f"{share}%") if part)

    def _all(self) -> Sequence[Line]:
        if self._make is not None and self._width != self.columns:
            self._width = self.columns
            self._made = self._make(self.columns)
        return self._made

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self.scroll_lines(3)

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self.scroll_lines(-3)
