"""What figures and dates mean beyond the readers of the language: years, decades, ages, sides."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from verifier.comparison.counted_things import PERSONS, thing_of
from verifier.language.calendar_days import month_days
from verifier.model.claim import DateValue, Facet
from verifier.model.scales import FacetType
from verifier.model.text import Span


def whole_date(text: str, facet: Facet, end: int) -> Facet:
    """A date with the decade or the old year that the reader of dates leaves out.

    >>> from verifier.language.dates import dates
    >>> text = "It fell on 16 July 1216."
    >>> whole_date(text, dates(text)[0], len(text)).text
    '16 July 1216'
    """
    return _decade(text, facet) or _with_year(text, facet, end) or facet


def whole_number(text: str, facet: Facet, mixed: Sequence[Span]) -> Facet:
    """A number as the year or age that it is, or with the sides that it counts together.

    `mixed` are the places of `mixed_places`.
    """
    return _as_year(facet) or _mixed(text, _as_age(text, facet), mixed)


_DECADE = re.compile(r"((?:1[0-9]|20)\d)0['’]?s(?!\w)")


def _decade(text: str, facet: Facet) -> Facet | None:
    """A year that is in truth a decade, `the late 1950s`; `1900s` may be the whole century."""
    figure = _SAYS_YEAR.search(facet.text)
    match = _DECADE.match(text, facet.start + figure.start()) if figure else None
    if match is None:
        return None
    first = int(match[1]) * 10
    last = first + (99 if first % 100 == 0 else 9)
    return _year(text[facet.start : match.end()], facet.start, first, last)


_YEAR_AFTER = re.compile(r"(?:st|nd|rd|th)?,?\s(1\d\d\d|20\d\d)(?!\d|[.,]\d)")


def _with_year(text: str, facet: Facet, end: int) -> Facet | None:
    """A day or month with the old year after it: *16 July 1216*."""
    value = facet.date
    match = _YEAR_AFTER.match(text, facet.end, end)
    if match is None or value is None or value.month is None or _SAYS_YEAR.search(facet.text):
        return None
    days = (value.day, value.day) if value.day is not None else None
    dated = month_days(value.month, days, int(match[1]), None)
    if dated is None:
        return None
    return Facet(
        FacetType.DATE, facet.start, match.end(), text[facet.start : match.end()], date=dated
    )


_SAYS_YEAR = re.compile(r"\d{4}")
_AGE_BEFORE = re.compile(r"\b(?:age of|aged?|ages of) $", re.IGNORECASE)
_AGE_AFTER = re.compile(r"(?: years? old\b)?,? (?:when|at the time)\b")


def _as_age(text: str, facet: Facet) -> Facet:
    """A bare figure as an age, where the words beside it say so: *at the age of 54*."""
    value = facet.number
    if value is None or value.unit or value.counted or not value.low or value.low != value.high:
        return facet
    before = text[max(0, facet.start - 10) : facet.start]
    if len(value.low) > 3 or not (
        _AGE_BEFORE.search(before) or (_IS.search(before) and _AGE_AFTER.match(text, facet.end))
    ):
        return facet
    return replace(facet, number=replace(value, unit="year of age"))


MIXED = "of several sides together"
"""The scope of a number that counts people of mixed, joint or combined units."""

_MIXED = re.compile(
    r"\b(?:mixed|joint|combined)\s(?:[\w-]+\s){0,5}?(?:unit|force|group|brigade|battalion)s?\b"
    r"|\bсмешанны[хме]|\bзмішани[хм]|\bсводны[хм]|\bзведени[хм]|혼성",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s")


def mixed_places(text: str, span: Span) -> list[Span]:
    """Where a text speaks of mixed, joint or combined units."""
    return [Span(*match.span()) for match in _MIXED.finditer(text, *span)]


def _mixed(text: str, facet: Facet, mixed: Sequence[Span]) -> Facet:
    """A number of people in whose sentence the units are mixed, with that as its scope."""
    value = facet.number
    if value is None or value.unit or not mixed:
        return facet
    after = bisect_left(mixed, facet.span)
    near = [mixed[n] for n in (after - 1, after) if 0 <= n < len(mixed)]
    if not any(_is_one_sentence(text, facet.span, each) for each in near):
        return facet
    if thing_of(value.counted) not in (*PERSONS, None):
        return facet
    return replace(facet, number=replace(value, scope=(*value.scope, MIXED)))


REACH = 160
"""Code points between a number and the words that tell which units it counts."""


def _is_one_sentence(text: str, one: Span, other: Span) -> bool:
    """Whether two places are near, and no sentence ends between them."""
    first, last = min(one.end, other.end), max(one.start, other.start)
    return last - first <= REACH and _SENTENCE_END.search(text, first, max(first, last)) is None


_IS = re.compile(r"\b(?:was|is|were|be) (?:only |just |about )?$")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w’'-]*\s$")
_CAPITAL_AFTER = re.compile(r"[-\s][A-Z][a-z]")


def is_in_a_name(text: str, facet: Facet) -> bool:
    """Whether a weekday is part of a name: *Black Friday*, *Sunday Afternoon*."""
    if facet.date is None or facet.date.month is not None or not facet.text.isalpha():
        return False
    before = _CAPITAL_BEFORE.search(text, max(0, facet.start - 20), facet.start)
    return bool(before or _CAPITAL_AFTER.match(text, facet.end))


_YEAR = re.compile(r"(?<![\w.,$€£/#-])(1[0-9]\d\d|20\d\d)(?![\w%]|[,.]\d|-\w)")
_OLD_YEAR = re.compile(r"1[0-7]\d\d")


def years_in(text: str, span: Span) -> Iterator[Facet]:
    """Figures that can be years where no date was read: `the 1931 novel`, `(1917-2014)`."""
    for match in _YEAR.finditer(text, *span):
        year = _year(match.group(), match.start(), int(match.group()), int(match.group()))
        yield _decade(text, year) or year


def _year(written: str, start: int, first: int, last: int) -> Facet:
    value = DateValue(date(first, 1, 1), date(last, 12, 31), None, None, "date as written")
    return Facet(FacetType.DATE, start, start + len(written), written, date=value)


def _as_year(facet: Facet) -> Facet | None:
    """A plain figure of four digits that counts nothing, as a year: `at Tordesillas in 1494`."""
    value = facet.number
    if value is None or value.unit or value.counted or not _OLD_YEAR.fullmatch(facet.text):
        return None
    return _year(facet.text, facet.start, int(facet.text), int(facet.text))
