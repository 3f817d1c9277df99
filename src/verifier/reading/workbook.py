"""Workbooks (XLSX): each row of each sheet a passage, values as last computed."""

import io
import time
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from verifier.model.document import Document
from verifier.model.errors import BadInput
from verifier.model.scales import Medium
from verifier.reading.archive import has_member, members, opened
from verifier.reading.format import Format
from verifier.reading.pieces import Piece, put_together
from verifier.reading.rows import row_pieces

CALLED = "a workbook"
LARGEST_XML = 30 * 1024 * 1024
MOST_COLUMNS = 256
LONGEST_SECONDS = 15.0


def read_workbook(data: bytes, name: str) -> Document:
    """The rows of all sheets; raises BadInput for bombs, active XML and what is no workbook."""
    until = time.monotonic() + LONGEST_SECONDS
    derived = put_together(_pieces(_checked(data, name), name, until))
    return Document(
        text=derived.text,
        original=data,
        medium=Medium.WORKBOOK,
        encoding="xlsx",
        reader="xlsx-1",
        places=derived.places,
    )


def _checked(data: bytes, name: str) -> io.BytesIO:
    """An archive of the workbook's XML alone, each part heard for what attacks."""
    from verifier.reading.safe_xml import Listener, hear

    with opened(data, name, CALLED) as archive:
        xml = members(archive, (".xml", ".rels"), name, LARGEST_XML)
    checked = io.BytesIO()
    with zipfile.ZipFile(checked, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in xml.items():
            hear(content, Listener(name), name)
            archive.writestr(part, content)
    return checked


def _pieces(archive: io.BytesIO, name: str, until: float) -> Iterator[Piece]:
    """The rows of the sheets in order."""
    from openpyxl import load_workbook

    book = load_workbook(archive, read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
            yield from row_pieces(_timed(rows, name, until), name, sheet.title)
    finally:
        book.close()


def _timed(rows: Iterator[tuple[object, ...]], name: str, until: float) -> Iterator[Sequence[str]]:
    """The cells as text; raises BadInput where they take too long."""
    for row in rows:
        if time.monotonic() > until:
            raise BadInput(
                f"{name} takes longer than {LONGEST_SECONDS:.0f} seconds to read; cut it and use "
                "its parts."
            )
        last = max((at for at, cell in enumerate(row) if cell is not None), default=-1)
        yield [_cell(value) for value in row[: last + 1]]


def _cell(value: object) -> str:
    """A cell's value as a reader of the sheet would write it down."""
    if value is None:
        return ""
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        return value.date().isoformat()
    if isinstance(value, (date, datetime)):
        return str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


FORMAT = Format(CALLED, lambda data, name: has_member(data, "xl/"), read_workbook)
