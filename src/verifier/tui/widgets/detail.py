"""The claim under the cursor: what it says, who said it, its row, verdicts, passages, note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from verifier.tui.paint import Line, Piece
from verifier.tui.widgets.pane import LinePane, title_line

if TYPE_CHECKING:
    from verifier.model.story import Slug
    from verifier.tui.cursor import Cursor


class DetailPane(LinePane):
    """The pane of the current claim. Its lines are worked out once for each change."""

    cursor: Cursor | None = None
    top = 0
    _lines: Sequence[Line] | None = None
    _made_for = (0, 0)
    _title = "Claim"

    def renew(self, *, from_top: bool = False) -> None:
        """Say what is true now; `from_top` after the cursor went to another claim."""
        self._lines = None
        self.top = 0 if from_top else self.top
        self.repaint()

    def scroll_lines(self, lines: int) -> None:
        """Scroll so many lines down, or up if negative."""
        self.top = max(0, min(self.top + lines, len(self._all()) - self.size.height + 1))
        self.repaint()

    def line(self, y: int) -> Line:
        """The title, or a line about the claim."""
        lines = self._all()
        if y == 0:
            hidden = len(lines) - self.top - (self.size.height - 1)
            more = f"{hidden} more ↓" if hidden > 0 else ""
            return title_line(self.columns, self._title, more, focused=self.focused_pane)
        at = self.top + y - 1
        return lines[at] if at < len(lines) else []

    def source_at(self, x: int, y: int) -> Slug | None:
        """The source whose cell of the row stands at a place of the pane; None where none does."""
        cursor = self.cursor
        lines, at = self._all(), self.top + y - 1
        if cursor is None or cursor.current is None or not 0 < y <= len(lines) - self.top:
            return None
        from verifier.tui.widgets.row import source_in

        return source_in(cursor.board.cells(cursor.current), lines[at], x - self.rule)

    def _all(self) -> Sequence[Line]:
        size = (self.columns, self.size.height)
        if self._lines is None or size != self._made_for:
            self._lines, self._made_for = self._make(self.columns), size
        return self._lines

    def _make(self, width: int) -> Sequence[Line]:
        cursor = self.cursor
        if cursor is None or cursor.current is None:
            return []
        from verifier.tui.widgets.detail_lines import detail_lines, detail_title

        if cursor.current not in cursor.board.state.claims:
            return [[Piece(" This claim is gone.", "muted")]]
        self._title = detail_title(cursor.board, cursor.current)
        return detail_lines(cursor.board, cursor.current, cursor.source, width, self.size.height)

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self.scroll_lines(3)

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self.scroll_lines(-3)
