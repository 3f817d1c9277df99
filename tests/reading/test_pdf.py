"""PDF: paragraphs from lines, words parted at a line's end, pages to cite."""

import pytest
from document_writers import Words, pdf_of, typeset

from verifier.model.errors import BadInput
from verifier.model.scales import Medium, PlaceKind
from verifier.reading import read_bytes

FIRST = (
    "The river rose by two metres within an hour on Monday evening, the fire service said, and the "
    "pumps at the north gate could not keep up with it."
)
SECOND = "Forty people were taken to the school on the hill, where teachers had opened the gym."


def lines(*texts: str, top: float = 700, step: float = 15) -> list[Words]:
    return [Words(text, 72, top - n * step) for n, text in enumerate(texts)]


def test_lines_become_the_paragraphs_they_were() -> None:
    document = read_bytes(pdf_of([typeset([FIRST, SECOND])]), "log")
    assert document.medium is Medium.PDF
    assert document.text == f"{FIRST}\n\n{SECOND}"


def test_an_indent_and_a_short_last_line_part_paragraphs() -> None:
    page = lines(
        "The pumps at the north gate stopped two hours before midnight, and nobody",
        "was there to see it.",
        "The mayor asked for an inquiry by the county, which will begin its work in",
        "April with a hearing of the engineers who had built the gate.",
    )
    page += [
        Words("Nobody was hurt in the flood of that night, as far as the county knows,", 90, 640),
        Words("and the road was opened.", 72, 625),
    ]
    found = read_bytes(pdf_of([page]), "a.pdf").text.split("\n\n")
    assert [text.split()[1] for text in found] == ["pumps", "mayor", "was"]


def test_a_heading_of_another_size_stands_alone() -> None:
    body = lines("The pumps stopped at ten and", "began again at six.")
    page = [Words("Log of the night", 72, 720, 20), *body]
    document = read_bytes(pdf_of([page]), "a.pdf")
    assert document.text.split("\n\n") == [
        "Log of the night",
        "The pumps stopped at ten and began again at six.",
    ]


def test_a_word_parted_at_a_line_end_is_one_again() -> None:
    page = lines(
        "The well-known mayor of Lowmarsh asked the com-", "mittee for a well-", "known expert."
    )
    text = read_bytes(pdf_of([page]), "a.pdf").text
    assert text == "The well-known mayor of Lowmarsh asked the committee for a well-known expert."


def test_pages_are_kept_to_cite_and_a_paragraph_goes_on_over_them() -> None:
    first = lines("The committee heard the engineers of the gate for three hours and then asked")
    second = lines("the mayor whether she had known of the pumps.")
    document = read_bytes(pdf_of([first, second]), "a.pdf")
    assert "\n" not in document.text
    assert [(p.kind, p.name) for p in document.places] == [
        (PlaceKind.PAGE, "page 1"),
        (PlaceKind.PAGE, "page 2"),
    ]
    assert document.places[1].span.of(document.text).startswith("the mayor")
    assert document.places[0].span.of(document.text).endswith("then asked")


def test_running_heads_are_left_out_and_told() -> None:
    places = ("gate", "school", "harbour", "hill", "town hall")
    pages = [
        [
            Words("County of Lowmarsh", 72, 800),
            *lines(*(f"At the {place} the log has entry {k}." for k in range(9))),
            Words(f"Page {n}", 72, 40),
        ]
        for n, place in enumerate(places, start=1)
    ]
    document = read_bytes(pdf_of(pages), "a.pdf")
    assert "County" not in document.text
    assert "Page 3" not in document.text
    assert "10 running head" in " ".join(document.remarks)


def test_title_and_day_of_making_are_what_the_file_says() -> None:
    document = read_bytes(pdf_of([lines("Text.")], "Log (night)", "D:20260303090000Z"), "a.pdf")
    assert document.title == "Log (night)"
    assert document.published is None
    assert "made on 2026-03-03" in " ".join(document.remarks)


def test_pages_without_text_are_refused_or_told() -> None:
    with pytest.raises(BadInput, match="scanned"):
        read_bytes(pdf_of([[], []]), "scan.pdf")
    document = read_bytes(pdf_of([lines("Text."), []]), "half.pdf")
    assert "1 of 2 pages (2)" in " ".join(document.remarks)


@pytest.mark.parametrize(
    ("limit", "why"),
    [("MOST_ON_A_PAGE", "characters"), ("MOST_PAGES", "pages"), ("LONGEST_SECONDS", "longer than")],
)
def test_limits_refuse_what_would_take_for_ever(
    monkeypatch: pytest.MonkeyPatch, limit: str, why: str
) -> None:
    monkeypatch.setattr(f"verifier.reading.pdf.{limit}", 0)
    with pytest.raises(BadInput, match=why):
        read_bytes(pdf_of([lines("One.")]), "bomb.pdf")
