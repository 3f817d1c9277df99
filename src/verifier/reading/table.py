"""Tables in text files (CSV and its kin): each row a passage."""

import csv
import io
from itertools import islice

from verifier.model.document import Document
from verifier.model.errors import BadInput
from verifier.model.scales import Medium
from verifier.reading.encoding import decode
from verifier.reading.format import Format
from verifier.reading.pieces import put_together
from verifier.reading.rows import row_pieces

_ENDINGS = (".csv", ".tsv")
_HEAD = 16_384
_LONGEST_CELL = 1_000_000


def read_table(data: bytes, name: str) -> Document:
    """The rows of a table in text, the sign that parts its cells told from its first rows."""
    decoded = decode(data, name)
    parted = _parted_by(decoded.text[:_HEAD], least=2)
    if parted is None:
        raise BadInput(f"{name} is no table: its rows have no cells. Use it as a text (.txt).")
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=parted)
    derived = put_together(row_pieces(rows, name))
    return Document(
        text=derived.text,
        original=data,
        medium=Medium.TABLE,
        encoding=decoded.encoding,
        encoding_guessed=decoded.guessed,
        reader="csv-1",
        places=derived.places,
    )


def _parted_by(head: str, least: int) -> str | None:
    """The sign by which every whole row of `head` has the same number of cells, `least` or more.

    Two rows are needed, and three where the name does not say that it is a table.
    """
    found: tuple[int, str] | None = None
    for sign in ("\t", ";", ",", "|"):
        rows = csv.reader(io.StringIO(head, newline=""), delimiter=sign)
        try:
            counts = [len(row) for row in islice(rows, 60) if any(row)]
        except csv.Error:
            continue
        whole = counts[:-1] if len(head) >= _HEAD else counts
        wanted = least if sign != "\t" else 2
        if len(whole) >= min(least, 3) and len(set(whole)) == 1 and whole[0] >= wanted:
            found = max(found or (0, ""), (whole[0], sign))
    return found[1] if found else None


def _is_table(data: bytes, name: str) -> bool:
    """By name and form, or by form alone: three rows or more of the same three cells or more."""
    if name.lower().endswith(_ENDINGS):
        return True
    if b"\x00" in data[:_HEAD]:
        return False
    try:
        head = data[:_HEAD].decode("utf-8", "ignore")
        return _parted_by(head, least=3) is not None and head.count("\n") >= 2
    except UnicodeError:
        return False


FORMAT = Format("a table", _is_table, read_table)
