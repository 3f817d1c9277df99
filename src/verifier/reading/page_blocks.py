"""All the text of a web page in one pass, block by block, and the captions of its pictures."""

from collections.abc import Mapping
from typing import NamedTuple

_SILENT = frozenset(
    ("script", "style", "noscript", "template", "svg", "math", "head", "iframe", "object", "select")
)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd"),
        *("details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav"),
        *("ol", "option", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead"),
        *("title", "tr", "ul"),
    )
)
_CELLS = frozenset(("td", "th"))
_CHUNK = 1 << 16

MOST_BLOCKS = 300_000
"""Blocks of one page, each some hundred bytes beside its text."""


class PageBlocks(NamedTuple):
    """The blocks of a page in order, captions among them, and the distinct captions apart."""

    blocks: tuple[str, ...]
    captions: tuple[str, ...]


def page_blocks(html: str) -> PageBlocks:
    r"""What a page says, read without a tree: the memory needed is that of its text.

    >>> page_blocks("<p>A <b>flood</b>.</p><figcaption>The\n school</figcaption>")
    PageBlocks(blocks=('A flood.', 'The school'), captions=('The school',))
    """
    from lxml import etree

    found = _Blocks()
    parser = etree.HTMLParser(target=found, no_network=True)
    for start in range(0, len(html), _CHUNK):
        parser.feed(html[start : start + _CHUNK])
    parser.close()
    captions = dict.fromkeys(caption for caption in found.captions if caption)
    return PageBlocks(tuple(found.blocks), tuple(captions))


class _Blocks:
    """What lxml calls with each tag and each run of text of the page (its parser target)."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self.captions: list[str] = []
        self._words: list[str] = []
        self._silent = 0
        self._is_over = False
        self._caption: list[str] | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag opens."""
        if tag in _SILENT:
            self._silent += 1
        elif tag in _CELLS and self._words:
            self._words.append(" | ")
        elif tag in _BLOCKS:
            self._part()
        if tag == "figcaption" and self._caption is None:
            self._caption = []

    def end(self, tag: str) -> None:
        """A tag closes."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self._part()
        if tag == "figcaption" and self._caption is not None:
            self.captions.append(" ".join(" ".join(self._caption).split()))
            self._caption = None

    def data(self, text: str) -> None:
        """Text between tags."""
        if not self._silent:
            self._words.append(text)

    def close(self) -> None:
        """The page ends."""
        self._is_over = True
        self._part()

    def _part(self) -> None:
        """End a block, unless there are more than any page has: the rest is one."""
        if len(self.blocks) >= MOST_BLOCKS and not self._is_over:
            self._words.append(" ")
            return
        block = " ".join("".join(self._words).split())
        self._words = []
        if block:
            self.blocks.append(block)
            if self._caption is not None:
                self._caption.append(block)
