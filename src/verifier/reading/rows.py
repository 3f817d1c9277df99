"""Rows of tables as passages: each row a paragraph of its own, with the names of its columns."""

import re
from collections.abc import Iterable, Iterator, Sequence

from verifier.model.errors import BadInput
from verifier.model.scales import PlaceKind
from verifier.reading.pieces import Piece

MOST_ROWS = 200_000
_NUMERIC = re.compile(r"[\d\s.,:/%€$£+-]*")


def row_pieces(
    rows: Iterable[Sequence[str]], name: str, sheet: str | None = None
) -> Iterator[Piece]:
    """Each row with words as a piece named by its number in the file, counted from 1.

    Where the first row is a head (words in every cell, none twice), each later cell carries the
    head's word: a row can then be read, searched and cited alone. Raises BadInput at `MOST_ROWS`.

    >>> [p.text for p in row_pieces([("Place", "Lost"), ("Lowmarsh", "11")], "a.csv")]
    ['Place | Lost', 'Place: Lowmarsh | Lost: 11']
    """
    where = f"sheet {sheet}, row" if sheet else "row"
    head: Sequence[str] = ()
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS:
            raise BadInput(f"{name} has more than {MOST_ROWS} rows; cut it and use its parts.")
        cells = [" ".join(cell.split()) for cell in row]
        text = _row(cells, head)
        if text:
            yield Piece(text, PlaceKind.ROW, f"{where} {number}")
        if number == 1 and _is_head(cells):
            head = cells


def _row(cells: Sequence[str], head: Sequence[str]) -> str:
    named = [
        f"{head[at]}: {cell}" if at < len(head) else cell for at, cell in enumerate(cells) if cell
    ]
    return " | ".join(named)


def _is_head(cells: Sequence[str]) -> bool:
    """Whether a first row names columns: distinct words, and no numbers among them."""
    full = [cell for cell in cells if cell]
    return (
        len(full) == len(cells) > 1
        and len(set(full)) == len(full)
        and not any(_NUMERIC.fullmatch(cell) for cell in full)
        and max(map(len, full)) <= 80
    )
