"""Web pages: the article by trafilatura, the captions by our own reading, both told apart."""

import codecs
import logging
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from verifier.model.document import Document
from verifier.model.errors import BadInput
from verifier.model.scales import Medium
from verifier.reading.encoding import Decoded, charset_meant, decode, marked
from verifier.reading.format import Format
from verifier.reading.page_blocks import page_blocks
from verifier.reading.pieces import Piece, captions, put_together

_PAGE = re.compile(
    rb"(?is)\A\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)\b"
)
_FRAGMENT = re.compile(rb"(?i)\A\s*<(?:article|div|section|main|p|h1|table|title|meta)\b")
_ENDINGS = (".html", ".htm", ".xhtml")
_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""")
_HEAD = 4096

LARGEST_PAGE = 1_000_000
MOST_TAGS = 30_000
"""What the article is told from: beyond, trafilatura takes tens of seconds (25 s for 1 MB of
300,000 unclosed tags), so the whole page is read instead. News pages have 200 to 3,000 tags."""


SHORTEST_ARTICLE = 200
"""Code points below which an article is doubted: what is precise on news drops text of notes."""


class Article(NamedTuple):
    """What a page says: its main text as paragraphs, and what it says of itself."""

    paragraphs: tuple[str, ...]
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None


def read_html(data: bytes, name: str) -> Document:
    """The article of a page, its captions after it, and what the page says of itself."""
    decoded = decode_page(data, name)
    return page_document(decoded, data)


def page_document(
    decoded: Decoded, original: bytes, medium: Medium = Medium.HTML, reader: str = "html-1"
) -> Document:
    """The document of a page at hand, `original` being the bytes that it came in."""
    page = page_blocks(decoded.text)
    article = _article(decoded.text)
    remarks = []
    if article is None or _is_a_scrap(article, page.blocks):
        remarks.append("The article cannot be told from the rest of the page: all of it is read.")
        said = article or Article(())
        there = set(page.captions)
        article = said._replace(paragraphs=tuple(b for b in page.blocks if b not in there))
    if found := ", ".join(_said(article)):
        remarks.append(f"The page says of itself, to be confirmed: {found}.")
    pieces = [*map(Piece, article.paragraphs), *captions(page.captions)]
    derived = put_together(pieces)
    return Document(
        text=derived.text,
        original=original,
        medium=medium,
        encoding=decoded.encoding,
        encoding_guessed=decoded.guessed,
        title=article.title,
        byline=article.byline,
        outlet=article.outlet,
        published=article.published,
        url=article.url,
        reader=reader,
        places=derived.places,
        remarks=tuple(remarks),
    )


def _is_a_scrap(article: Article, blocks: tuple[str, ...]) -> bool:
    """Whether next to nothing was taken for the article where the page says more."""
    chars = sum(map(len, article.paragraphs))
    return chars < SHORTEST_ARTICLE and 2 * chars < sum(map(len, blocks))


def decode_page(data: bytes, name: str) -> Decoded:
    """The text of a page by its byte order mark, its own charset, UTF-8, or a guess.

    What its own charset cannot read becomes U+FFFD where that is less than one in a hundred: pages
    are mixed of many hands. Raises BadInput for binary data.
    """
    known = marked(data, name)
    if known is not None:
        return known
    declared = _declared(data)
    if declared is not None:
        try:
            return Decoded(data.decode(declared), declared, guessed=False)
        except UnicodeDecodeError:
            return _with_gaps(data, declared) or decode(data, name)
    try:
        return decode(data, name)
    except BadInput:
        patched = _with_gaps(data, "utf-8")
        if patched is None:
            raise
        return patched


def _with_gaps(data: bytes, encoding: str) -> Decoded | None:
    """The text with U+FFFD for what has no meaning; None where that is too much of it."""
    text = data.decode(encoding, "replace").replace("\x00", "\ufffd")
    if text.count("\ufffd") * 100 > len(text):
        return None
    return Decoded(text, encoding, guessed=True)


def _declared(data: bytes) -> str | None:
    """The charset that the page names, if it is one."""
    match = _CHARSET.search(data[:_HEAD])
    return charset_meant(match.group(1).decode("ascii", "replace")) if match else None


def _article(html: str) -> Article | None:
    """The article as trafilatura finds it; None where it finds none or the page is too large."""
    if len(html) > LARGEST_PAGE // 4:
        for tag in ("style", "svg", "script"):
            html = _without(html, tag)
    if len(html) > LARGEST_PAGE or html.count("<") > MOST_TAGS:
        return None
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Extracted

    _silence()
    try:
        found = bare_extraction(html, favor_precision=True, with_metadata=True)
    except Exception:
        # A parser of other people's pages may raise anything; the whole page is read then.
        return None
    if not isinstance(found, Extracted) or not (found.text or "").strip():
        return None
    return Article(
        paragraphs=tuple((found.text or "").split("\n")),
        title=_line(found.title),
        byline=_line(found.author),
        outlet=_line(found.sitename),
        published=_day(found.date),
        url=_address(found.url),
    )


@cache
def _silence() -> None:
    """Keep the libraries from logging on the terminal what they discard."""
    for library in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(library).setLevel(logging.CRITICAL + 1)


def _without(html: str, tag: str) -> str:
    """The page without elements of this name, but data in JSON-LD; in linear time."""
    kept: list[str] = []
    folded = html.lower()
    if len(folded) != len(html):
        return html
    at = 0
    while (start := folded.find(f"<{tag}", at)) >= 0:
        end = folded.find(f"</{tag}", start)
        if end < 0:
            break
        keeps = tag == "script" and "ld+json" in folded[start : start + 200].partition(">")[0]
        kept.append(html[at : end if keeps else start])
        at = end
    return "".join([*kept, html[at:]])


def _said(article: Article) -> Iterator[str]:
    for what, value in (
        ("title", article.title),
        ("byline", article.byline),
        ("outlet", article.outlet),
        ("date", article.published),
    ):
        if value:
            yield f"{what} {value}"


def _line(value: str | None) -> str | None:
    """One line of at most 500 code points; None for nothing."""
    return " ".join(value.split())[:500] or None if value else None


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _address(value: str | None) -> str | None:
    return value if value and re.match(r"https?://", value) and len(value) < 2000 else None


def _is_page(data: bytes, name: str) -> bool:
    head = data[: 2 * _HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.replace(b"\x00", b"")[2:]
    head = head.removeprefix(codecs.BOM_UTF8)
    named = name.lower().endswith(_ENDINGS)
    return bool(_PAGE.match(head)) or (named and bool(_FRAGMENT.match(head)))


FORMAT = Format("a web page", _is_page, read_html)
