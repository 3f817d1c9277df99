"""The matrix row of a claim: one cell for each source, the cursor on one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from verifier.tui.paint import Line, Piece, width_of

if TYPE_CHECKING:
    from verifier.model.story import Slug
    from verifier.tui.board import Cell

SAVING_SIGNS = {"saved": "", "pending": "…", "not saved": "!"}
MOST_LINES = 4


def row_lines(
    cells: Sequence[Cell], cursor: Slug | None, width: int, most: int = MOST_LINES
) -> list[list[Piece]]:
    """The cells side by side, in up to `most` lines; the cursor's line is always there."""
    lines: list[list[Piece]] = [[]]
    at = 0
    for cell in cells:
        pieces = cell_pieces(cell, has_cursor=cell.source == cursor)
        if lines[-1] and width_of([*lines[-1], *pieces]) > width:
            lines.append([])
        lines[-1] += pieces
        at = len(lines) - 1 if cell.source == cursor else at
    first = max(0, min(at - most // 2, len(lines) - most))
    return lines[first : first + most]


def cell_pieces(cell: Cell, *, has_cursor: bool) -> list[Piece]:
    """One cell: the source's short name and the letter; the cursor in brackets."""
    letter = cell.sign + SAVING_SIGNS[cell.saving.value]
    if has_cursor:
        return [Piece(f"‹{cell.name} {letter}›", "cursor"), Piece(" ")]
    return [Piece(f" {cell.name} ", "muted"), Piece(letter, cell.style), Piece("  ")]


def source_in(cells: Sequence[Cell], line: Line, x: int) -> Slug | None:
    """The source whose cell stands at column `x` of a painted line; None where none does."""
    drawn = {
        piece.text: cell.source
        for cell in cells
        for has_cursor in (True, False)
        for piece in cell_pieces(cell, has_cursor=has_cursor)[:1]
    }
    found, used = None, 0
    for piece in line:
        found = drawn.get(piece.text, found)
        used += width_of([piece])
        if used > x:
            return found
    return None


def cell_words(cell: Cell) -> list[Piece]:
    """The cell under the cursor in words."""
    value = "not-looked" if cell.code is None else cell.code.value
    style = "proposed" if cell.proposal is not None else value
    pieces = [Piece(f"{cell.name} ", "strong"), Piece(cell.word, style)]
    if cell.saving.value != "saved":
        pieces += [Piece(" · ", "muted"), Piece(cell.saving.value, cell.style)]
    stance = cell.stance
    if stance is not None and cell.code is not None:
        if stance.credibility:
            pieces.append(Piece(f" · credibility {stance.credibility}", "muted"))
        pieces.append(Piece(f" · {stance.basis.value}", "muted"))
        if stance.accepted_from:
            pieces.append(Piece(" · accepted as proposed", "muted"))
    return pieces
