"""Rows of tables and workbooks as passages to cite."""

from datetime import date, datetime
from io import BytesIO

import pytest
from document_writers import xlsx_of
from openpyxl import Workbook

from verifier.model.errors import BadInput
from verifier.model.scales import Medium, PlaceKind
from verifier.reading import read_bytes

ROWS = 'Place,Lost,Day\nLowmarsh,11,2026-03-02\n"Hill, upper",0,2026-03-03\n'


def test_each_row_is_a_place_and_carries_its_heads() -> None:
    document = read_bytes(ROWS.encode(), "losses")
    assert document.medium is Medium.TABLE
    assert [(p.kind, p.name, p.span.of(document.text)) for p in document.places] == [
        (PlaceKind.ROW, "row 1", "Place | Lost | Day"),
        (PlaceKind.ROW, "row 2", "Place: Lowmarsh | Lost: 11 | Day: 2026-03-02"),
        (PlaceKind.ROW, "row 3", "Place: Hill, upper | Lost: 0 | Day: 2026-03-03"),
    ]


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_other_signs_part_cells_too(sign: str) -> None:
    text = ROWS.replace('"Hill, upper"', "Hill").replace(",", sign)
    document = read_bytes(text.encode(), "losses.csv")
    assert "Place: Hill | Lost: 0" in document.text


def test_rows_without_a_head_stand_as_they_are() -> None:
    document = read_bytes(b"1,2,3\n4,5,6\n7,8,9\n", "n.csv")
    assert document.text.split("\n\n") == ["1 | 2 | 3", "4 | 5 | 6", "7 | 8 | 9"]


@pytest.mark.parametrize(
    "text",
    [
        "Yes, he said, and left.\nNo, she said, and stayed.\n\nThat was all.\n",
        "One, two.\nThree, four.\nFive, six.\n",
        "a | b\n",
    ],
)
def test_prose_with_commas_is_no_table(text: str) -> None:
    assert read_bytes(text.encode(), "story.txt").medium is Medium.TEXT


def test_a_table_by_name_without_cells_is_refused() -> None:
    with pytest.raises(BadInput, match="no table"):
        read_bytes(b"Just words\nand words\n", "a.csv")


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verifier.reading.rows.MOST_ROWS", 2)
    with pytest.raises(BadInput, match="more than 2 rows"):
        read_bytes(ROWS.encode(), "losses.csv")


def test_a_workbook_is_read_sheet_by_sheet() -> None:
    data = xlsx_of({"Losses": [["Place", "Lost"], ["Lowmarsh", 11]], "Notes": [["None yet"]]})
    document = read_bytes(data, "losses.txt")
    assert document.medium is Medium.WORKBOOK
    assert [(p.name, p.span.of(document.text)) for p in document.places] == [
        ("sheet Losses, row 1", "Place | Lost"),
        ("sheet Losses, row 2", "Place: Lowmarsh | Lost: 11"),
        ("sheet Notes, row 1", "None yet"),
    ]


def test_days_are_days_and_formulas_what_they_last_gave() -> None:
    book = Workbook()
    sheet = book.active
    for row in (["Day", "Hour", "Sum"], [date(2026, 3, 2), datetime(2026, 3, 2, 22, 5), "=1+1"]):
        sheet.append(row)
    sheet.append([None, None, 2.0])
    target = BytesIO()
    book.save(target)
    text = read_bytes(target.getvalue(), "a.xlsx").text
    assert "Day: 2026-03-02 | Hour: 2026-03-02 22:05:00" in text
    assert "1+1" not in text
    assert text.endswith("Sum: 2")


def test_active_xml_in_a_workbook_is_refused() -> None:
    good = xlsx_of({"A": [["x"]]})
    for attack in (
        b"<!DOCTYPE a [<!ENTITY a 'x'>]><a>&a;</a>",
        b"<!DOCTYPE a SYSTEM 'http://h/'><a/>",
    ):
        with pytest.raises(BadInput, match="entities"):
            read_bytes(_with(good, "xl/workbook.xml", attack), "evil.xlsx")


def test_a_cell_at_the_far_corner_takes_no_time() -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>near</t></is></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    data = _with(xlsx_of({"A": [["x"]]}), "xl/worksheets/sheet1.xml", sheet.encode())
    with pytest.raises(BadInput, match="rows"):
        read_bytes(data, "far.xlsx")


def _with(archive: bytes, part: str, content: bytes) -> bytes:
    """The archive with another content of one member."""
    import zipfile

    from document_writers import zip_of

    with zipfile.ZipFile(BytesIO(archive)) as old:
        members = {name: old.read(name) for name in old.namelist()}
    return zip_of({**members, part: content})
