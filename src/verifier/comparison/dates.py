"""The dates of a claim beside those of a passage, part by part: day, month, year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from verifier.comparison.ground import Shared
from verifier.language.date_words import DATE_WORDS
from verifier.language.tokens import Token
from verifier.language.wordlists import word_set
from verifier.model.claim import DateValue, Facet
from verifier.model.comparison import FacetComparison
from verifier.model.scales import ComparisonResult, FacetType
from verifier.model.text import Span

_SAME, _HOLDS, _DIFFERS, _ABSENT = ComparisonResult

_MONTHS = frozenset(month for words in DATE_WORDS.values() for month in words.months)
_PART = re.compile(
    r"(?P<year>(?<!\d)(?:1[0-9]|20)\d\d(?!\d))|(?P<month_ko>\d{1,2})월|(?P<day>(?<!\d)\d{1,2}(?!\d))"
    r"|(?P<word>[^\W\d_]+\.?)"
)
_AFTER = word_set("after since following после после с після з nach seit après depuis")
_LEADING = _AFTER | word_set("""
    in on at by during from of around about early late mid before until till в до к до по у на vor
    bis im am seit avant jusqu'en jusqu'au en le dès
    """)
_BEFORE = word_set("before until till by до к до vor bis avant jusqu'en jusqu'au")


@dataclass(frozen=True)
class Parts:
    """A date by its parts, each with its value and its place; None for a part that is not said.

    `days` are all days that are named: *14 and 15 December* has two.
    """

    year: int | None = None
    month: int | None = None
    days: frozenset[int] = frozenset()
    places: tuple[tuple[str, Span], ...] = ()


def compare_date(
    claim: Facet,
    passage: Sequence[Facet],
    shared: Shared,
    *,
    beside: Sequence[Facet] = (),
    before: Token | None = None,
) -> Iterator[FacetComparison]:
    """One date of a claim beside all dates of a passage: one result, or one for each part.

    `beside` are all dates of the claim: one of the passage that equals another of them is no other
    date for this one. `before` is the token before the date: *after 1921* holds for 1922, and the
    preposition belongs to the words compared.
    """
    value = claim.date
    assert value is not None
    bound = before.lower if before is not None else ""
    phrase = claim.span
    if before is not None and (
        bound in _AFTER | _BEFORE or (bound in _LEADING and before.text[0].isupper())
    ):
        phrase = Span(before.start, claim.end)
    known = [facet for facet in passage if facet.date is not None and _is_known(facet.date)]
    if not _is_known(value):
        return
    whole = _whole(claim, known, phrase, bound)
    if whole is not None:
        yield whole
        return
    known = [facet for facet in known if not _is_anothers(facet, claim, beside)]
    if not known:
        yield _result(phrase, None, _ABSENT, "the passage has no such date")
        return
    mine = parts_of(claim)
    best = max(
        known,
        key=lambda facet: (
            _agreeing(mine, parts_of(facet)),
            shared(claim.span, facet.span),
            -facet.start,
        ),
    )
    near = shared(claim.span, best.span) > 0
    if _agreeing(mine, parts_of(best)) and len(mine.places) > 1:
        yield from _by_part(mine, best, near)
    elif near and _are_comparable(mine, parts_of(best)):
        yield _result(phrase, best, _DIFFERS, f"another date: {best.text} there")
    else:
        yield _result(phrase, None, _ABSENT, "the passage has no such date")


def _are_comparable(one: Parts, other: Parts) -> bool:
    """Whether two dates name the same parts, so that one can be another than the other."""
    if one.year is None and other.year is None:
        return one.month is not None and other.month is not None
    return one.year is not None and other.year is not None


def _whole(
    claim: Facet, known: Sequence[Facet], phrase: Span, bound: str
) -> FacetComparison | None:
    """The comparison of a date that is in the passage, or holds with one of its dates."""
    value = claim.date
    assert value is not None
    for facet in known:
        if facet.date is not None and _is_equal(claim, facet):
            return _result(phrase, facet, _SAME, f"{facet.text} in the passage")
    for facet in known:
        if facet.date is not None and _holds(value, facet.date) and _days_hold(claim, facet):
            return _result(phrase, facet, _HOLDS, f"more exact there: {facet.text}")
    for facet in known:
        if facet.date is not None and bound and _is_beyond(value, facet.date, bound):
            return _result(phrase, facet, _HOLDS, f"{facet.text} is {bound} it")
    return None


def parts_of(facet: Facet) -> Parts:
    """The parts of a date: as written, and as resolved where it was counted from a dateline.

    >>> from verifier.language.dates import dates
    >>> found = parts_of(dates("on 14 and 15 December 2024")[0])
    >>> found.year, found.month, sorted(found.days), [name for name, _ in found.places]
    (2024, 12, [14, 15], ['day', 'month', 'year'])
    """
    value = facet.date
    assert value is not None
    return _parts(facet.text, facet.start, value)


@lru_cache(maxsize=4096)
def _parts(text: str, start: int, value: DateValue) -> Parts:
    places: dict[str, Span] = {}
    days: list[int] = []
    year, month = None, value.month
    for match in _PART.finditer(text):
        kind = match.lastgroup or ""
        if kind == "year":
            year = int(match.group())
        elif kind == "day":
            days.append(int(match.group()))
        elif kind == "word" and match.group().lower() not in _MONTHS:
            continue
        name = {"word": "month", "month_ko": "month"}.get(kind, kind)
        before = places.get(name)
        place = Span(start + match.start(), start + match.end())
        places[name] = Span(before.start, place.end) if before else place
    first, last = value.first, value.last
    if first is not None and last is not None:
        year = first.year if first.year == last.year else year
        month = first.month if (first.year, first.month) == (last.year, last.month) else month
        if not days and first == last:
            days = [first.day]
    elif value.day is not None and not days:
        days = [value.day]
    if "month" not in places:
        days = days if value.day is not None or first == last else []
    return Parts(year, month, frozenset(days), tuple(sorted(places.items(), key=lambda p: p[1])))


def _agreeing(one: Parts, other: Parts) -> int:
    """How many parts two dates share."""
    return (
        (one.year is not None and one.year == other.year)
        + (one.month is not None and one.month == other.month)
        + bool(one.days and one.days == other.days and one.month == other.month)
    )


def _by_part(mine: Parts, facet: Facet, near: bool) -> Iterator[FacetComparison]:
    """Each part of a date beside the nearest date of the passage."""
    theirs = parts_of(facet)
    said: dict[str, tuple[object, object]] = {
        "year": (mine.year, theirs.year),
        "month": (mine.month, theirs.month),
        "day": (mine.days, theirs.days),
    }
    for name, place in mine.places:
        here, there = said[name]
        if here == there:
            yield _result(place, facet, _SAME, f"{facet.text} in the passage")
        elif there and near:
            yield _result(place, facet, _DIFFERS, f"another {name}: {facet.text} there")
        elif there:
            yield _result(place, None, _ABSENT, f"the passage has no such {name}")
        elif name == "year":
            yield _result(place, facet, _HOLDS, f"no year there: {facet.text}")
        else:
            yield _result(place, None, _ABSENT, f"the passage names no {name}: {facet.text}")


def _is_anothers(facet: Facet, claim: Facet, beside: Sequence[Facet]) -> bool:
    """Whether a date of the passage is that of another date of the claim."""
    return facet.date is not None and any(
        other.start != claim.start
        and other.date is not None
        and (_is_equal(facet, other) or (_is_a_year(other.date) and _holds(other.date, facet.date)))
        for other in beside
    )


def _is_a_year(value: DateValue) -> bool:
    return (
        value.first is not None
        and value.last is not None
        and ((value.last - value.first).days <= 366)
    )


def _is_known(value: DateValue) -> bool:
    return value.first is not None or value.month is not None or value.day is not None


def _is_equal(claim: Facet, other: Facet) -> bool:
    one, two = claim.date, other.date
    assert one is not None
    assert two is not None
    if one.first and two.first:
        return (one.first, one.last) == (two.first, two.last)
    if one.month is None or one.month != two.month or one.day != two.day:
        return False
    mine, theirs = parts_of(claim), parts_of(other)
    return mine.days == theirs.days and (
        mine.year == theirs.year or not (_says_year(mine) or _says_year(theirs))
    )


def _says_year(parts: Parts) -> bool:
    return any(name == "year" for name, _ in parts.places)


def _days_hold(claim: Facet, other: Facet) -> bool:
    mine, theirs = parts_of(claim), parts_of(other)
    return not mine.days or not theirs.days or mine.days >= theirs.days or mine.month is None


def _holds(wide: DateValue, narrow: DateValue) -> bool:
    """Whether one date lies within another, as far as both are known."""
    if wide.first and wide.last and narrow.first and narrow.last:
        return wide.first <= narrow.first and narrow.last <= wide.last
    if wide.first is None and narrow.first is not None and narrow.last is not None:
        one_month = narrow.first.month == narrow.last.month
        return (
            wide.month is not None
            and one_month
            and wide.month == narrow.first.month
            and wide.day in (None, narrow.day)
        )
    if wide.first is not None:
        return False
    return wide.month is not None and wide.month == narrow.month and wide.day is None


def _is_beyond(value: DateValue, other: DateValue, bound: str) -> bool:
    """Whether a date of the passage lies on the side that a bound opens."""
    if not (value.first and value.last and other.first and other.last):
        return False
    if bound in _AFTER:
        return other.first >= value.first
    return bound in _BEFORE and other.last <= value.last


def _result(
    claim: Span, passage: Facet | None, result: ComparisonResult, why: str
) -> FacetComparison:
    place = passage.span if passage else None
    return FacetComparison(FacetType.DATE, claim, place, result, why)
