"""The rows of the matrix: what is frozen at the left, and the cells of the columns in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from verifier.tui.arrange import WIDE
from verifier.tui.paint import Line, Piece, fit, fit_line
from verifier.tui.widgets.row import SAVING_SIGNS

if TYPE_CHECKING:
    from verifier.tui.board import Cell, ClaimRow

LEAST_COLUMN = 7
MOST_COLUMN = 14
NARROW_COLUMN = 10
"""The widest column where the terminal is narrow."""

HEAD = 10
"""Cells of cursor, sign and label before the claim's words."""


class Grid(NamedTuple):
    """The columns in sight: `columns` of them from `first` on, `cell` cells each, after `frozen`.

    `cursor` is the number of the column with the cursor; `names` are all columns' names.
    """

    names: Sequence[str]
    cursor: int
    first: int
    columns: int
    cell: int
    frozen: int

    @classmethod
    def fitting(cls, names: Sequence[str], cursor: int, first: int, width: int) -> Grid:
        """The columns that fit into `width`, the cursor's among them, moved as little as it takes.

        >>> Grid.fitting(["a"] * 200, 150, 0, 80)[1:4]
        (150, 143, 8)
        """
        frozen = max(24, width * 30 // 100)
        longest = max((len(name) for name in names), default=0)
        most = MOST_COLUMN if width >= WIDE else NARROW_COLUMN
        cell = max(LEAST_COLUMN, min(most, longest + 1))
        count = min(len(names), max(1, (width - frozen) // cell))
        first = max(cursor - count + 1, min(first, cursor))
        first = max(0, min(first, len(names) - count))
        return cls(names, cursor, first, count, cell, width - count * cell)

    def column_at(self, x: int) -> int | None:
        """The number of the column at a place of the row."""
        at = (x - self.frozen) // self.cell
        return self.first + at if x >= self.frozen and at < self.columns else None


def column_heads(grid: Grid) -> Line:
    """The names over the columns; signs where there are more columns at either side."""
    before = f"◀ {grid.first} more " if grid.first else ""
    after = len(grid.names) - grid.first - grid.columns
    more = f"{before}{f'{after} more ▶' if after > 0 else ''}"
    pieces = [Piece(fit(f" {more}", grid.frozen), "muted")]
    for at in range(grid.first, grid.first + grid.columns):
        style = "cursor" if at == grid.cursor else "heading"
        pieces += [Piece(fit(grid.names[at], grid.cell - 1), style), Piece(" ")]
    return pieces


def grid_row(row: ClaimRow, cells: Sequence[Cell], grid: Grid, *, current: bool) -> Line:
    """One claim: cursor, sign, label and some of its words, then its cells."""
    ground = "current" if current else "text"
    prefix = "current " if current else ""
    saving = SAVING_SIGNS[row.saving.value] or " "
    pieces = [
        Piece("▶" if current else " ", ground),
        Piece(row.sign, f"{prefix}{row.word}"),
        Piece(saving, ground),
        Piece(f"{row.label:<5} ", "current-strong" if current else "strong"),
        Piece(fit(row.text, max(0, grid.frozen - HEAD)), ground if row.is_active else "muted"),
        Piece(" ", ground),
    ]
    for at, cell in enumerate(cells, grid.first):
        pieces += _cell(
            cell, grid.cell, is_current=current, has_cursor=current and at == grid.cursor
        )
    return fit_line(pieces, grid.frozen + grid.columns * grid.cell, ground)


def _cell(cell: Cell, width: int, *, is_current: bool, has_cursor: bool) -> list[Piece]:
    """One cell: the sign, and whether it is saved; the cursor in brackets."""
    words = cell.sign + SAVING_SIGNS[cell.saving.value]
    if has_cursor:
        shown = f"‹{words}›"
        return [
            Piece(fit(shown, min(width, len(shown))), "cursor"),
            Piece(" " * max(0, width - len(shown)), "current"),
        ]
    style = cell.style
    if is_current and cell.saving.value == "saved":
        style = "current-proposed" if style == "proposed" else f"current {style}"
    ground = "current" if is_current else "text"
    return [Piece(" ", ground), Piece(words, style), Piece(" " * (width - 1 - len(words)), ground)]
