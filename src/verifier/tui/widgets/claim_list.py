"""The list of claims, painted row by row however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from verifier.tui.keys import key_shown
from verifier.tui.paint import Line, Piece, fit, fit_line
from verifier.tui.widgets.pane import LinePane, title_line

if TYPE_CHECKING:
    from verifier.tui.board import ClaimRow
    from verifier.tui.cursor import Cursor

WEIGHT_SIGNS = {"load-bearing": "●", "supporting": " ", "incidental": "◦"}
SAVING_SIGNS = {"saved": " ", "pending": "…", "not saved": "!"}


def claim_line(row: ClaimRow, width: int, *, current: bool) -> Line:
    """One row: cursor, both verdicts, label, weight, note, the words, who says them."""
    ground = "current" if current else "text"
    muted = "current-muted" if current else "muted"
    prefix = "current " if current else ""
    said = row.said.meaning.sign if row.said else " "
    said_style = f"{prefix}{row.said.value}" if row.said else ground
    speaker = min(22, max(10, width // 4))
    head = [
        Piece("▶" if current else " ", ground),
        Piece(row.sign, f"{prefix}{row.word}"),
        Piece(said, said_style),
        Piece(SAVING_SIGNS[row.saving.value], ground),
        Piece(f"{row.label:<4} ", "current-strong" if current else "strong"),
        Piece(f"{WEIGHT_SIGNS[row.weight.value]}{'✎' if row.has_note else ' '} ", muted),
    ]
    room = max(4, width - 12 - speaker - 1)
    words = fit(row.text, room)
    ink = ground if row.is_active else muted
    return fit_line(
        [*head, Piece(words, ink), Piece(" ", ground), Piece(fit(row.speaker, speaker), muted)],
        width,
        ground,
    )


class ClaimList(LinePane):
    """The pane of the claims: a title, then one row for each claim the filter shows."""

    class Chosen(Message):
        """A row was clicked; `index` is its place in the list shown."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Scrolled(Message):
        """The wheel was turned by so many rows."""

        def __init__(self, rows: int) -> None:
            super().__init__()
            self.rows = rows

    cursor: Cursor | None = None

    @property
    def rows(self) -> int:
        """How many claims fit."""
        return max(1, self.size.height - 1)

    def line(self, y: int) -> Line:
        """The title, or a claim."""
        width = self.columns
        if y == 0:
            return self._title(width)
        cursor = self.cursor
        if cursor is None:
            return []
        at = cursor.top + y - 1
        if at < len(cursor.shown):
            label = cursor.shown[at]
            return claim_line(cursor.board.rows[label], width, current=label == cursor.current)
        if y == 1:
            keys = key_shown("filter", "filter.all")
            return [Piece(f" No claim is {cursor.filter}. Press {keys} to list all.", "muted")]
        return []

    def _title(self, width: int) -> Line:
        cursor = self.cursor
        if cursor is None:
            return title_line(width, "Claims", focused=self.focused_pane)
        total = len(cursor.board.rows)
        count = len(cursor.shown)
        parts = [Piece(f"{count} of {total}" if count != total else f"{total}", "title")]
        place = f"{cursor.index + 1}/{count}" if count else ""
        if cursor.filter != "all":
            parts += [Piece("  filter: ", "title"), Piece(cursor.filter, "title-warning")]
        return title_line(width, "Claims", place, focused=self.focused_pane, parts=parts)

    def on_click(self, event: events.Click) -> None:
        """Choose the claim of the row."""
        if event.y >= 1 and self.cursor is not None:
            self.post_message(self.Chosen(self.cursor.top + event.y - 1))

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self.post_message(self.Scrolled(3))

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self.post_message(self.Scrolled(-3))
