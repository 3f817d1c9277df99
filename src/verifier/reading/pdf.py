"""PDF: the text by pdfium, its paragraphs rebuilt from the boxes of its lines, its pages kept."""

import re
import time
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from verifier.model.document import Document
from verifier.model.errors import BadInput
from verifier.model.reading import Place
from verifier.model.scales import Medium, PlaceKind
from verifier.model.text import Span
from verifier.reading.format import LONGEST_TEXT, Format, counted, damaged, too_long
from verifier.reading.pdf_lines import (
    HYPHENS,
    Line,
    compounds_in,
    ends_open,
    joined,
    paragraphs_of,
    running_lines,
)
from verifier.reading.pieces import BREAK

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

CALLED = "a PDF"
MOST_PAGES = 5_000
MOST_ON_A_PAGE = 200_000
"""Code points of one page; a page of a newspaper has 50,000."""
LONGEST_SECONDS = 15.0
"""Looked at after each page, so that no file holds up a desk."""

_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_ENDS_OF_LINES = frozenset("\r\n" + HYPHENS)
_BLANK = " \t\r\n\x00\u00a0"
_SPACE = re.compile(r"[\s\x00]+")


def read_pdf(data: bytes, name: str) -> Document:
    """The text of a PDF, page by page; raises BadInput for locked, damaged and scanned ones."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        pdf = PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise BadInput(
                f"{name} is a PDF locked with a password. Unlock it in a PDF viewer, save it, and "
                "use that."
            ) from error
        raise damaged(name, CALLED, str(error)) from error
    try:
        return _document(pdf, data, name)
    finally:
        pdf.close()


def _document(pdf: "PdfDocument", data: bytes, name: str) -> Document:
    pages = _pages(pdf, name)
    running = running_lines(pages)
    bodies = [
        [line for at, line in enumerate(page) if (number, at) not in running]
        for number, page in enumerate(pages)
    ]
    text, places = _text(bodies)
    if not text:
        raise BadInput(
            f"{name} is a PDF of {len(pages)} pages without text: most likely scanned pictures. "
            "Run text recognition (OCR) on it and use the result."
        )
    said = pdf.get_metadata_dict()
    return Document(
        text=text,
        original=data,
        medium=Medium.PDF,
        encoding="pdf",
        title=_line(said.get("Title")),
        byline=_line(said.get("Author")),
        reader="pdf-1",
        places=places,
        remarks=tuple(_remarks(pages, running, _made(said.get("CreationDate")))),
    )


def _pages(pdf: "PdfDocument", name: str) -> list[list[Line]]:
    """The lines of each page; raises BadInput at the limits."""
    count = len(pdf)
    if count > MOST_PAGES:
        raise BadInput(f"{name} has {count} pages, more than {MOST_PAGES}; cut it and use parts.")
    until = time.monotonic() + LONGEST_SECONDS
    pages: list[list[Line]] = []
    chars = 0
    for number in range(count):
        page = pdf[number]
        try:
            pages.append(list(_lines(page, name)))
        finally:
            page.close()
        chars += sum(len(line.text) for line in pages[-1])
        if chars > LONGEST_TEXT:
            raise too_long(name)
        if time.monotonic() > until:
            raise BadInput(
                f"{name} takes longer than {LONGEST_SECONDS:.0f} seconds to read (page "
                f"{number + 1} of {count}); cut it and use its parts."
            )
    return pages


def _lines(page: "PdfPage", name: str) -> Iterator[Line]:
    """The lines of a page in reading order, as pdfium finds them."""
    from pypdfium2.raw import FPDFText_GetUnicode, FPDFText_IsHyphen

    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count > MOST_ON_A_PAGE:
            raise BadInput(
                f"{name} has a page of {count} characters; no page that is meant to be "
                "read has so many."
            )
        begin = 0
        chars = textpage.get_text_range() if count else ""
        if len(chars) != count:
            # Some characters are left out there, and the others would lie at other indices.
            chars = "".join(chr(FPDFText_GetUnicode(textpage, index)) for index in range(count))
        for index, char in enumerate(chars + "\n"):
            if char not in _ENDS_OF_LINES:
                continue
            # Pdfium takes the line end out where a hyphen parts a word; here it is a line's end.
            parts = char in HYPHENS and FPDFText_IsHyphen(textpage, index) == 1
            if parts or char not in HYPHENS:
                yield from _line_of(textpage, begin, chars[begin : index + parts])
                begin = index + 1
    finally:
        textpage.close()


def _line_of(textpage: "PdfTextPage", begin: int, text: str) -> Iterator[Line]:
    """The line whose characters begin at the index `begin`, if there are words in it."""
    from pypdfium2 import PdfiumError

    words = _SPACE.sub(" ", text).strip()
    if not words:
        return
    front = len(text) - len(text.lstrip(_BLANK))
    back = len(text.rstrip(_BLANK)) - 1
    try:
        first = textpage.get_charbox(begin + front, loose=True)
        last = textpage.get_charbox(begin + back, loose=True)
    except PdfiumError:
        first = last = (0.0, 0.0, 0.0, 0.0)
    yield Line(
        text=words.encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
        left=first[0],
        right=last[2],
        bottom=min(first[1], last[1]),
        top=max(first[3], last[3]),
    )


def _text(pages: list[list[Line]]) -> tuple[str, tuple[Place, ...]]:
    """The text of the pages and the span of each; a paragraph may go on over a page's end."""
    compounds = compounds_in(chain.from_iterable(pages))
    paragraphs: list[str] = []
    starts: list[tuple[int, int]] = []
    at = 0
    for number, lines in enumerate(pages, start=1):
        found = paragraphs_of(lines, compounds)
        if found and paragraphs and ends_open(paragraphs[-1]) and found[0][:1].islower():
            before = paragraphs.pop()
            at -= len(before) + len(BREAK)
            whole = joined((before, found[0]), compounds)
            starts.append((number, at + len(whole) - len(found[0])))
            found[0] = whole
        elif found:
            starts.append((number, at))
        for paragraph in found:
            paragraphs.append(paragraph)
            at += len(paragraph) + len(BREAK)
    text = BREAK.join(paragraphs)
    return text, tuple(_places(starts, text))


def _places(starts: list[tuple[int, int]], text: str) -> Iterator[Place]:
    """Each page from where it begins to where the next one does, white space left out."""
    ends = (*(start for _, start in starts), len(text))[1:]
    for (number, start), after in zip(starts, ends, strict=False):
        end = after
        while text[end - 1].isspace():
            end -= 1
        yield Place(Span(start, end), PlaceKind.PAGE, f"page {number}")


def _remarks(
    pages: list[list[Line]], running: frozenset[tuple[int, int]], made: date | None
) -> Iterator[str]:
    if running:
        yield f"Left out of the text: {counted(len(running), 'running head or foot line')}."
    blank = [str(number) for number, page in enumerate(pages, start=1) if not page]
    if blank:
        shown = ", ".join(blank[:20]) + ("…" if len(blank) > 20 else "")
        yield (
            f"No text on {len(blank)} of {len(pages)} pages ({shown}): they may be scanned "
            "pictures."
        )
    if made:
        yield f"The file says that it was made on {made}."


def _made(value: str | None) -> date | None:
    """The day in a date of PDF (D:20241214…)."""
    match = _DATE.match(value or "")
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _line(value: str | None) -> str | None:
    return _SPACE.sub(" ", value).strip()[:500] or None if value else None


FORMAT = Format(CALLED, lambda data, name: data[:1024].lstrip().startswith(b"%PDF-"), read_pdf)
