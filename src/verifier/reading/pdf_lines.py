"""Lines of a printed page to paragraphs: by their boxes, since a PDF knows no paragraphs."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

HYPHENS = "-\u2010\u00ad\ufffe\x02"
"""What may part a word at the end of a line; the last two are pdfium's own signs for it."""

_ENDS = '.!?:;”"»)…。'
_ITEM = re.compile(r"(?:[•▪‣·–—*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_DIGITS = re.compile(r"\d+")

SAME_SIZE = 0.12
"""How much the heights of two lines of one paragraph may differ, as a share."""


@dataclass(frozen=True)
class Line:
    """A line of a page with its box in points, the origin at the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """The height of its letters' boxes."""
        return self.top - self.bottom


def running_lines(pages: Sequence[Sequence[Line]]) -> frozenset[tuple[int, int]]:
    """The lines (page, place in it) that are heads or feet: alike on at least half of the pages.

    Digits count as alike, and only the first and last two lines of a page are looked at, where it
    has more than these.
    """
    if len(pages) < 3:
        return frozenset()
    edges = {
        (number, at): (_DIGITS.sub("0", page[at].text), round(page[at].bottom / 4))
        for number, page in enumerate(pages)
        for at in {0, 1, len(page) - 2, len(page) - 1}
        if len(page) > 4
    }
    often = Counter(edges.values())
    return frozenset(key for key, value in edges.items() if often[value] * 2 >= len(pages))


def paragraphs_of(lines: Sequence[Line], compounds: frozenset[str] = frozenset()) -> list[str]:
    """The paragraphs that the lines of one page make, hyphenated words joined.

    `compounds` are words of the document that are written with a hyphen within a line: they keep
    it where they are parted at it.
    """
    blocks: list[list[Line]] = []
    pitch = _pitch(lines)
    margins = _margins(lines)
    for line in lines:
        if blocks and _goes_on(blocks[-1], line, pitch, margins):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [joined((line.text for line in block), compounds) for block in blocks]


def joined(texts: Iterable[str], compounds: frozenset[str] = frozenset()) -> str:
    """Lines as one paragraph; a word parted at a hyphen is one word again.

    >>> joined(["The brid-", "ge of well-", "known Lowmarsh"], frozenset({"well-known"}))
    'The bridge of well-known Lowmarsh'
    """
    result = ""
    for text in texts:
        first = text.split(" ", 1)[0]
        last = result.rsplit(" ", 1)[-1]
        if len(last) > 1 and last[-1] in HYPHENS and last[-2].isalpha() and first[:1].islower():
            whole = f"{last[:-1]}-{first}".strip(_ENDS + ",").casefold()
            result = result[:-1] + ("-" if whole in compounds else "") + text
        else:
            result = f"{result} {text}" if result else text
    return result.replace("\u00ad", "").replace("\ufffe", "-").replace("\x02", "-")


def compounds_in(lines: Iterable[Line]) -> frozenset[str]:
    """The words with a hyphen inside that stand within a line."""
    return frozenset(
        word.strip(_ENDS + ",(").casefold()
        for line in lines
        if "-" in line.text
        for word in line.text.split(" ")
        if "-" in word[1:-1]
    )


def ends_open(paragraph: str) -> bool:
    """Whether a paragraph breaks off, so that the next page goes on with it."""
    return len(paragraph) > 60 and paragraph[-1] not in _ENDS


def _goes_on(block: list[Line], line: Line, pitch: float, margins: tuple[float, float]) -> bool:
    """Whether `line` continues the paragraph of `block`."""
    before = block[-1]
    if abs(line.height - before.height) > SAME_SIZE * max(line.height, before.height, 1):
        return False
    step = before.bottom - line.bottom
    if step < 0 or line.left > before.right:
        # A new column: the paragraph goes on only from an unfinished line to a small letter.
        return before.text[-1] not in _ENDS and line.text[:1].islower()
    if step > 1.35 * pitch:
        return False
    if _ITEM.match(line.text):
        return False
    left, right = margins
    indent = line.height
    if line.left - before.left > indent and len(block) > 1:
        return False
    if line.left - left > indent and abs(before.left - left) < indent and before.text[-1] in _ENDS:
        return False
    return not (before.right < right - 0.2 * (right - left) and before.text[-1] in _ENDS)


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance from a line to the next, in points."""
    steps = [
        a.bottom - b.bottom
        for a, b in pairwise(lines)
        if 0 < a.bottom - b.bottom < 4 * max(a.height, 1)
    ]
    return median(steps) if steps else 0.0


def _margins(lines: Sequence[Line]) -> tuple[float, float]:
    """Where lines usually begin and end: the first and last tenth are outliers."""
    lefts, rights = sorted(x.left for x in lines), sorted(x.right for x in lines)
    tenth = len(lines) // 10
    return (lefts[tenth], rights[-1 - tenth]) if lines else (0.0, 0.0)
