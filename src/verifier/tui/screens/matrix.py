"""The matrix: claims down, sources across; one key marks a cell and goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType

from verifier.model.claim import ClaimLabel
from verifier.model.scales import StanceCode, SubstanceVerdict
from verifier.model.story import Slug
from verifier.tui import acts
from verifier.tui.arrange import WIDE, Box
from verifier.tui.keys import Where, bindings
from verifier.tui.paint import Line, Piece, wrap_words
from verifier.tui.screens.listing import FOOT, QUIT, ListingScreen
from verifier.tui.widgets.detail_lines import cell_lines
from verifier.tui.widgets.grid_row import Grid, column_heads, grid_row
from verifier.tui.widgets.judgement_lines import independence_lines, suggestion_lines
from verifier.tui.widgets.pane import LinePane

if TYPE_CHECKING:
    from verifier.tui.board import Cell
    from verifier.tui.screens.review import ReviewScreen

NO_SOURCE = "The story names no source: there is no cell to mark."
DISMISSED = "This claim is dismissed; R on the review restores it."


class MatrixScreen(ListingScreen[ClaimLabel]):
    """One row for each claim that the filter of the review lists; the cursor is that of it."""

    WHERE = Where.MATRIX
    NAME = "Matrix"
    EMPTY = "No claim is listed; f a on the review lists all."
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.MATRIX), QUIT]

    def __init__(self, review: ReviewScreen) -> None:
        super().__init__(review)
        self.column: Slug | None = review.cursor.source
        self.first_column = 0
        self.is_down = False
        self._listed: Sequence[ClaimLabel] = ()
        self._listed_for: object = None

    # ---- arranging -------------------------------------------------------------------------------

    def boxes(self, width: int, height: int) -> dict[LinePane, Box]:
        """The table over the whole width, the cell under the cursor in words below it."""
        top = 1 if width >= WIDE else 2
        room = height - top - FOOT
        below = max(7, min(11, room * 30 // 100))
        return {
            self.header: Box(0, 0, width, top),
            self.rows: Box(0, top, width, room - below),
            self.detail_pane: Box(0, top + room - below, width, below),
            self.hints: Box(0, height - FOOT, width, FOOT),
        }

    def on_mount(self) -> None:
        """Begin on the claim and the source that the review stands on."""
        super().on_mount()
        current = self.review.cursor.current
        if current is not None and current in self.shown:
            self.rows.index = list(self.shown).index(current)
        self._show()

    # ---- what the table says ---------------------------------------------------------------------

    def found(self) -> Sequence[ClaimLabel]:
        """The claims that the review lists."""
        return self.review.cursor.shown

    def words_of(self, row: ClaimLabel) -> str:
        """Label, speaker and words."""
        found = self.board.rows[row]
        return f"{row} {found.speaker} {found.text}"

    def key_of(self, row: ClaimLabel) -> ClaimLabel:
        """The label."""
        return row

    def renew(self) -> None:
        """Show what is there now; without a filter, however many claims there are, at once."""
        if self.query_words or self.is_typing:
            super().renew()
            return
        with self.brush:
            kept = self.current
            self.shown = list(self.found())
            if kept is not None and (self.rows.index >= len(self.shown) or self.current != kept):
                self.rows.index = self.shown.index(kept) if kept in self.shown else self.rows.index
            self._show()

    def _show(self) -> None:
        """Paint the rows in sight, and the cell in words."""
        with self.brush:
            columns = self.columns
            if self.column not in columns:
                self.column = columns[0] if columns else None
            self.rows.right = " · ".join(
                part for part in (self._filter_words(), self._column_words()) if part
            )
            self.rows.show(
                len(self.shown),
                lambda at, width, current: self.row_line(self.shown[at], width, current=current),
                empty=self.empty,
                head=column_heads(self._grid(self.rows.columns)),
            )
            self.show_detail()
            self.header.show(self.review.header.progress)

    @property
    def columns(self) -> Sequence[Slug]:
        """The sources, in the order in which the story names them."""
        return tuple(self.board.state.sources)

    def _column_words(self) -> str:
        columns = self.columns
        if not columns or self.column is None:
            return ""
        way = "down" if self.is_down else "along"
        return f"source {columns.index(self.column) + 1}/{len(columns)} · {way}"

    def _grid(self, width: int) -> Grid:
        """The columns in sight at a width, the one with the cursor among them."""
        at = self.columns.index(self.column) if self.column in self.columns else 0
        names = [self.board.names.get(slug, slug) for slug in self.columns]
        grid = Grid.fitting(names, at, self.first_column, width)
        self.first_column = grid.first
        return grid

    def row_line(self, row: ClaimLabel, width: int, *, current: bool) -> Line:
        """One claim: sign, label, some words, and its cells in sight."""
        grid = self._grid(width)
        slugs = self.columns[grid.first : grid.first + grid.columns]
        cells = [self.board.cell(row, slug) for slug in slugs]
        return grid_row(self.board.rows[row], cells, grid, current=current)

    def detail(self, row: ClaimLabel | None, width: int) -> list[Line]:
        """The claim's words, the cell, its origins, and what is suggested."""
        self.detail_pane.title = f"{row}" if row else "Claim"
        if row is None:
            return []
        found = self.board.rows[row]
        lines: list[Line] = [
            [Piece(f" {line}", "strong")] for line in wrap_words(found.text, width - 2)[:2]
        ]
        cell = self._cell()
        if cell is not None:
            lines += cell_lines(cell, width - 1, 1)
        assessed = self.board.assessed(row)
        if assessed is not None:
            lines += suggestion_lines(assessed, width)[:1]
            lines += independence_lines(assessed, width)
        return lines

    # ---- moving ----------------------------------------------------------------------------------

    def go(self, index: int) -> None:
        """Put the cursor on a row, in the same column."""
        self.rows.go(index)
        self.show_detail()

    def key_column(self, steps: int) -> None:
        """To another source."""
        columns = self.columns
        if not columns:
            self.say(NO_SOURCE)
            return
        at = columns.index(self.column) if self.column in columns else 0
        self.column = columns[max(0, min(at + steps, len(columns) - 1))]
        self._show()

    def key_page_of_columns(self, steps: int) -> None:
        """As many sources on or back as there are in sight."""
        self.key_column(steps * max(1, self._grid(self.rows.columns).columns))

    def key_end_of_columns(self, is_last: bool) -> None:
        """To the first or the last source."""
        self.key_column(len(self.columns) if is_last else -len(self.columns))

    def key_next_open(self, step: int) -> None:
        """To the next claim without a verdict."""
        at = self.rows.index + step
        while 0 <= at < len(self.shown):
            if self.board.rows[self.shown[at]].is_open:
                self.go(at)
                return
            at += step
        self.say(f"No open claim {'below' if step > 0 else 'above'} in this list.")

    def key_direction(self) -> None:
        """Go on along the row after a mark, or down the column."""
        self.is_down = not self.is_down
        self._show()
        way = "down the column" if self.is_down else "along the row"
        self.say(f"After a mark the cursor goes on {way}.")

    def key_back(self) -> None:
        """Take the filter away, or go back to the review, on the claim under the cursor."""
        if self.query_words:
            super().key_back()
            return
        if self.current is not None:
            self.review.go_to(self.current)
            self.review.cursor.source = self.column
            self.review.detail.renew()
        self.dismiss()

    # ---- marking ---------------------------------------------------------------------------------

    def key_stance(self, code: str) -> None:
        """Mark the cell and go on."""
        cell = self._marked_cell()
        if cell is not None and self.current is not None:
            self.review.submit(acts.stance(self.current, cell.source, StanceCode(code)))
            self._acted(cell.source)

    def key_accept(self) -> None:
        """Accept what is proposed in the cell, or go on to the next proposal of the row."""
        cell = self._marked_cell()
        if cell is None:
            return
        if cell.proposal is not None:
            unread = self._is_unread((cell.source,))
            self.review.submit(acts.accept((cell.proposal,), unread=unread))
            self._acted(cell.source)
        else:
            self._go_on(is_proposal=True)

    def key_accept_all(self) -> None:
        """Accept all that is proposed on the claim."""
        if self._marked_cell() is None or self.current is None:
            return
        cells = self.board.cells(self.current)
        found = tuple(cell.proposal for cell in cells if cell.proposal is not None)
        if not found:
            self.say(f"Nothing more is proposed on {self.current}.")
            return
        unread = self._is_unread(tuple(item.source for item in found))
        self.review.submit(acts.accept(found, unread=unread))
        self._acted(found[-1].source)

    def key_clear(self) -> None:
        """Take the cell back to not looked."""
        cell = self._marked_cell()
        if cell is None or self.current is None:
            return
        if cell.code is None:
            self.say("This cell is not looked at; there is nothing to clear.")
            return
        self.review.submit(acts.clear(self.current, cell.source))
        self._renew_row()

    def key_verdict(self, code: str) -> None:
        """Judge the claim and go on to the next row."""
        if self.current is None or self._is_dismissed():
            return
        self.review.submit(acts.verdict(self.current, SubstanceVerdict(code)))
        self.review.cursor.update((self.current,))
        self._renew_row()
        if self.rows.index + 1 < len(self.shown):
            self.go(self.rows.index + 1)

    def key_undo(self) -> None:
        """Take back the latest act."""
        self.review.submit(acts.undo(), tell=lambda _: "Undone.")

    def key_redo(self) -> None:
        """Bring back what was undone last."""
        self.review.submit(acts.redo(), tell=lambda _: "Done again.")

    def _cell(self) -> Cell | None:
        if self.current is None or self.column is None:
            return None
        return self.board.cell(self.current, self.column)

    def _marked_cell(self) -> Cell | None:
        """The cell under the cursor, where it can be marked; words where not."""
        cell = self._cell()
        if cell is None:
            self.say(NO_SOURCE)
        elif self._is_dismissed():
            return None
        return cell

    def _is_dismissed(self) -> bool:
        is_so = self.current is not None and not self.board.rows[self.current].is_active
        if is_so:
            self.say(DISMISSED)
        return is_so

    def _is_unread(self, sources: Sequence[Slug]) -> bool:
        item = self.review.evidence.item
        return item is None or any(source != item.source for source in sources)

    def _acted(self, source: Slug) -> None:
        """Show the mark as pending, and go on."""
        self.review.last_stance = None if self.current is None else (self.current, source)
        self._renew_row()
        self._go_on(is_proposal=False)

    def _renew_row(self) -> None:
        if self.current is not None:
            self.review.cursor.update((self.current,))
        self._show()

    def _go_on(self, *, is_proposal: bool) -> None:
        """To the next cell to be marked: along the row, then below; or down the column."""
        if self.current is None or self.column is None:
            return
        if self.is_down and not is_proposal:
            self.go(self.rows.index + 1)
            return
        cells = self.board.cells(self.current)
        columns = self.columns
        at = columns.index(self.column)
        by_slug = {cell.source: cell for cell in cells}
        for slug in (*columns[at + 1 :], *columns[:at]):
            cell = by_slug[slug]
            if cell.proposal is not None or (cell.code is None and not is_proposal):
                self.column = slug
                self._show()
                return
        if is_proposal:
            self.say(f"Nothing more is proposed on {self.current}.")
        elif self.rows.index + 1 < len(self.shown):
            self.go(self.rows.index + 1)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the cell that was clicked."""
        if event.widget is self.rows:
            slug = self._grid(self.rows.columns).column_at(event.x)
            if slug is not None:
                self.key_column(slug - self.columns.index(self.column) if self.column else 0)
