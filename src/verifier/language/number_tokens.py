"""Figures, words and marks of a text as the number reader walks over them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Generic, NamedTuple, TypeVar

LONGEST = 30
"""Digits of the longest figure that is a number and not a code."""

LONGEST_PLAIN = 12
"""Digits of the longest figure without separators that is a number: more are an account's."""

_ENGLISH = (
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d+(?:\.\d+)?"
)
_CONTINENTAL = r"\d{1,3}(?:[.'’\u00a0\u202f\u2009 ]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?"
_GROUP_MARKS = re.compile("[.'’\u00a0\u202f\u2009 ]")
_DASHES = frozenset("-‐‑–—−")

Value = TypeVar("Value")


class Word(NamedTuple):
    """A word, figure or mark with its place; `lower` has straight apostrophes."""

    start: int
    end: int
    lower: str
    is_figure: bool


@cache
def _pattern(groups_by_dot: bool, elides: bool) -> re.Pattern[str]:
    figure = _CONTINENTAL if groups_by_dot else _ENGLISH
    word = r"[^\W\d_]+" if elides else r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*"
    return re.compile(rf"({figure})|{word}|\S")


def number_tokens(
    text: str, start: int, end: int, *, groups_by_dot: bool, elides: bool
) -> list[Word]:
    """The words, figures and marks between two offsets."""
    found = []
    for match in _pattern(groups_by_dot, elides).finditer(text, start, end):
        written = match.group().lower()
        if "’" in written or "ʼ" in written:
            written = written.replace("’", "'").replace("ʼ", "'")
        found.append(Word(match.start(), match.end(), written, match.lastindex == 1))
    return found


def figure_value(written: str, *, groups_by_dot: bool) -> Decimal:
    """The value of a figure as the language writes it.

    >>> figure_value("11,000.5", groups_by_dot=False), figure_value("1.200,5", groups_by_dot=True)
    (Decimal('11000.5'), Decimal('1200.5'))
    """
    if not groups_by_dot:
        return Decimal(re.sub("[,\u00a0\u202f\u2009]", "", written))
    whole, comma, part = written.partition(",")
    if comma and part == "000":
        return Decimal(_GROUP_MARKS.sub("", whole) + part)
    dots = whole.split(".")
    if not comma and len(dots) == 2 and len(dots[1]) != 3 and whole.replace(".", "").isdigit():
        return Decimal(whole)
    return Decimal(_GROUP_MARKS.sub("", whole) + (f".{part}" if comma else ""))


class Phrases(Generic[Value]):
    """Phrases of one to a few words, each with a value, found before or after a place."""

    def __init__(self, listed: Iterable[tuple[str, Value]]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in listed:
            words = tuple(phrase.split())
            self._first.setdefault(words[0], []).append((words, value))
            self._last.setdefault(words[-1], []).append((words, value))
        for table in (self._first, self._last):
            for entries in table.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def __contains__(self, first: str) -> bool:
        """Whether a phrase begins with a word."""
        return first in self._first

    def at(self, words: Sequence[Word], at: int) -> tuple[Value, int] | None:
        """The longest phrase that begins at `at`, and the place after it; hyphens join words."""
        if at >= len(words):
            return None
        for phrase, value in self._first.get(words[at].lower, ()):
            here = at + 1
            for wanted in phrase[1:]:
                if is_dash(words, here) and here + 1 < len(words):
                    here += 1
                if here >= len(words) or words[here].lower != wanted:
                    break
                here += 1
            else:
                return value, here
        return None

    def before(self, words: Sequence[Word], at: int) -> tuple[Value, int] | None:
        """The longest phrase that ends before `at`, and the place where it begins."""
        if at <= 0:
            return None
        for phrase, value in self._last.get(words[at - 1].lower, ()):
            first = at - len(phrase)
            if first >= 0 and all(
                words[first + n].lower == wanted for n, wanted in enumerate(phrase)
            ):
                return value, first
        return None


def is_dash(words: Sequence[Word], at: int) -> bool:
    """Whether the mark at a place is a hyphen or dash."""
    return 0 <= at < len(words) and words[at].lower in _DASHES


def touches(words: Sequence[Word], at: int) -> bool:
    """Whether no space parts a token from the one before it."""
    return 0 < at < len(words) and words[at].start == words[at - 1].end


def phrase_table(listed: Mapping[str, Value]) -> Phrases[Value]:
    """A table of phrases from a mapping."""
    return Phrases(listed.items())
