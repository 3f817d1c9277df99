"""Dates in a text as intervals of days, resolved against the dateline where there is one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from verifier.language.calendar_days import month_days, near_day, period, weekday, years
from verifier.language.date_words import DATE_WORDS, DateWords
from verifier.language.dates_korean import korean_dates
from verifier.language.which_language import language_of
from verifier.model.claim import DateValue, Facet
from verifier.model.scales import FacetType
from verifier.model.text import Span

_NO_WORDS = DateWords({}, {}, {}, {}, {})


def dates(
    text: str,
    span: Span | None = None,
    *,
    dateline: date | None = None,
    language: str | None = None,
) -> tuple[Facet, ...]:
    """The dates of a text, or of a span of it, as facets with offsets into the whole text.

    English, German, French, Russian, Ukrainian and Korean are read; with no `language` the script
    and the small words of the text decide. Without a dateline the year of "December 16" stays open
    and month and day are kept; with one it is the year that puts the date nearest to the dateline.

    >>> [f] = dates("It fell on Dec. 14.", dateline=date(2025, 1, 3))
    >>> f.text, str(f.date.first), f.date.resolved
    ('Dec. 14', '2024-12-14', 'year from the dateline')
    >>> [f] = dates("It fell on Dec. 14.")
    >>> f.date.first, f.date.month, f.date.day, f.date.resolved
    (None, 12, 14, 'year open: no dateline')
    >>> [f.text for f in dates("14 грудня та минулого тижня")]
    ['14 грудня', 'минулого тижня']
    """
    start, end = span or Span(0, len(text))
    code = language_of(text, start, end, language)
    return tuple(
        Facet(FacetType.DATE, *place, place.of(text), date=value)
        for place, value in _dates(text, Span(start, end), code, dateline)
    )


def date_places(text: str, span: Span, code: str) -> tuple[Span, ...]:
    """The places of the dates of a text in a language, in order."""
    return tuple(place for place, _ in _dates(text, span, code, None))


def _dates(
    text: str, span: Span, code: str, dateline: date | None
) -> Iterator[tuple[Span, DateValue]]:
    """The dates of a span with their places."""
    if code == "ko":
        yield from korean_dates(text, span, dateline)
        return
    words = DATE_WORDS.get(code, _NO_WORDS)
    if not _anchor(code).search(text, *span):
        return
    for match in _pattern(code).finditer(text, *span):
        value = _value(words, match, dateline)
        if value is not None:
            yield Span(*_place(match)), value


def _any(listed: Iterable[str], *, capital: bool = False) -> str:
    """An alternation of words, the longest first; a group that never matches for no words."""
    words = sorted({w[0].upper() + w[1:] if capital else w for w in listed}, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) or r"(?!)"


@cache
def _anchor(code: str) -> re.Pattern[str]:
    """What every date has in it: figures of a year, a month, a weekday, a day near, a period."""
    words = DATE_WORDS.get(code, _NO_WORDS)
    last = [phrase.split()[-1] for phrase in words.periods]
    listed = {*words.months, *words.weekdays, *words.near, *last}
    ago = {template.replace("{n}", "").replace("{unit}", "").split()[0] for template in words.ago}
    stems = sorted({word[:3].lower() for word in listed} | {word[:3] for word in ago})
    stems += sorted({stem[0].upper() + stem[1:] for stem in stems})
    return re.compile(rf"\d{{4}}|\d[./]\d|\b(?:{_any(stems)})" if stems else r"\d{4}|\d[./]\d")


_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1[89]|20)\d\d(?!\d)"


@cache
def _pattern(code: str) -> re.Pattern[str]:
    """One date in a language; built from its words."""
    w = DATE_WORDS.get(code, _NO_WORDS)
    month = _any(w.months, capital=w.names_capital)
    if w.names_capital:
        month += "|" + _any([m.upper() for m in w.months if len(m) > 3])
    day_name = _any(w.weekdays, capital=w.names_capital)
    of = rf"\s(?:{w.of}\s)?" if w.of else r"\s"
    stop = r"(?![\w]|[,.]\d)"
    year_words = rf"(?:\s?(?:{_any(w.year_words)})(?!\w))" if w.year_words else r"(?!)"
    to = r"(?:\s?[-–—/]\s?|\s(?:and|to|or|и|по|до|та|і|й|und|bis|et|au)\s)"
    lead = rf"(?:(?:{day_name}),?\s(?:(?:den|the|le)\s)?)?"
    month_first = (
        rf"|{lead}(?P<month1>{month})\s(?P<day1>{_DAY})(?:st|nd|rd|th)?"
        rf"(?:{to}(?P<last1>{_DAY})(?:st|nd|rd|th)?(?!\s(?:{month})))?{stop}"
        rf"(?:,?\s(?P<year1>{_YEAR}))?"
        if w.month_first
        else ""
    )
    count = rf"(?P<n0>\d{{1,3}}|{_any(_COUNTS)})"
    ago = _any(w.ago[:1])
    ago = ago.replace(r"\{n\}", count).replace(
        r"\{unit\}", f"(?P<unit0>{_any(w.day_units)})"
    ) if w.ago else r"(?P<n0>(?!))(?P<unit0>)"  # fmt: skip
    return re.compile(
        rf"""(?<![\w/])(?<!\d[.,:-])(?:
          (?P<iso>{_YEAR}-[01]\d-[0-3]\d)(?!\d)
        | (?P<numeric>{_DAY}\.(?:1[0-2]|0?[1-9])\.{_YEAR}|{_DAY}/{_DAY}/{_YEAR})
        {month_first}
        | {lead}(?P<day2>{_DAY}){w.day_end}(?:{to}(?P<last2>{_DAY}){w.day_end})?
          {of}(?P<month2>{month})(?!\w)(?:,?\s(?P<year2>{_YEAR}){year_words}?)?
        | (?P<month3>{month})(?:\sof)?,?\s(?P<year3>{_YEAR}){year_words}?
        | (?i:{_any(w.before_month)})\s?(?<=[\s-])(?P<month4>{month})(?!\s\d|\w)
        | (?P<period>(?i:{_any(w.periods)}))(?!\w)
        | (?P<ago>{ago})(?!\w)
        | (?:(?P<last>(?i:{_any(w.last)}))\s|(?P<next>(?i:{_any(w.next)}))\s|(?i:{_any(w.this)})\s)?
          {_weekday_before(w)}(?P<weekday>{day_name})(?!\w)
          (?:\s(?P<last_after>{_any(w.last_after)})(?!\w)|\s(?P<next_after>{_any(w.next_after)})(?!\w))?
        | (?P<near>(?i:{_any(w.near)}))(?!\w)
        | (?P<decade>{_YEAR})s(?!\w)
        | (?P<year9>{_YEAR})[-–](?P<year10>{_YEAR})(?![\w-])
        | (?:(?i:{_any(w.before_year)})\s?(?<=[\s-]))?(?P<year5>{_YEAR})
          (?:\s?[-–]\s?(?P<year6>{_YEAR}))?{year_words}
        | (?i:{_any(w.before_year)})\s?(?<=[\s-])(?P<year7>{_YEAR})(?:[-–](?P<year8>{_YEAR}))?
          (?![\w,.-]*\d|\s(?:people|men|women|cases|times|cars|homes|points|feet|miles)\b)
          (?!\s[^\W\d]+(?:ов|ей|ів|осіб|человек)\b)
        )""",
        re.VERBOSE,
    )


def _weekday_before(words: DateWords) -> str:
    """Where a weekday is a date only after some words: Ukrainian неділя is also a week's name."""
    if not words.before_weekday:
        return ""
    return rf"(?<=\s)(?:{_lookbehind(words)})"


def _lookbehind(words: DateWords) -> str:
    sides = (*words.before_weekday, *words.last, *words.next, *words.this)
    return (
        "|".join(rf"(?<={re.escape(word)}\s)" for word in dict.fromkeys(sides))
        + "|"
        + "|".join(rf"(?<={re.escape(word.title())}\s)" for word in dict.fromkeys(sides))
    )


_COUNTS: Mapping[str, int] = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "дві": 2,
    "чотири": 4, "п'ять": 5, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "einem": 1, "einer": 1,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "un": 1, "une": 1,
}  # fmt: skip


def _place(match: re.Match[str]) -> tuple[int, int]:
    """The date without the preposition that announced it."""
    if match["month4"]:
        return match.span("month4")
    for name in ("year5", "year7"):
        if match[name]:
            return match.start(name), match.end()
    return match.span()


def _value(words: DateWords, match: re.Match[str], dateline: date | None) -> DateValue | None:
    if match["iso"] or match["numeric"]:
        return _figures(words, match["iso"] or match["numeric"])
    groups = match.groupdict()
    for n in ("1", "2", "3", "4"):
        name = groups.get(f"month{n}")
        if name:
            return _month(words, name, groups, n, dateline)
    if match["decade"]:
        first = int(match["decade"])
        return years(first, first + 9) if first % 10 == 0 else None
    for one, other in (("year5", "year6"), ("year7", "year8"), ("year9", "year10")):
        if match[one]:
            return years(int(match[one]), int(match[other] or match[one]))
    return _relative(words, match, dateline)


def _month(
    words: DateWords, name: str, groups: Mapping[str, str | None], n: str, dateline: date | None
) -> DateValue | None:
    """A month with what stands beside it."""
    day, year = groups.get(f"day{n}"), groups.get(f"year{n}")
    last = groups.get(f"last{n}") or day
    days = (int(day), int(last)) if day and last else None
    return month_days(int(words.months[name.lower()]), days, int(year) if year else None, dateline)


def _figures(words: DateWords, written: str) -> DateValue | None:
    """A date in figures; 3/4/2024 is left alone where it may be the one or the other."""
    first, second, third = (int(part) for part in re.split(r"[-./]", written))
    if first > 31:
        return month_days(second, (third, third), first, None)
    if "/" in written and not words.slash_day_first and first <= 12:
        if second <= 12 and first != second:
            return None
        return month_days(first, (second, second), third, None)
    return month_days(second, (first, first), third, None)


def _relative(words: DateWords, match: re.Match[str], dateline: date | None) -> DateValue | None:
    """Days and weeks counted from the dateline."""
    if match["period"]:
        name, shift = words.periods[" ".join(match["period"].lower().split())].split()
        return period(name, int(shift), dateline)
    if match["near"]:
        return near_day(int(words.near[match["near"].lower()]), dateline)
    if match["ago"]:
        count, unit = match["n0"], words.day_units[match["unit0"]]
        number = int(count) if count.isdigit() else _COUNTS[count]
        return period(unit, -number, dateline)
    side = -1 if match["last"] or match["last_after"] else 0
    side = 1 if match["next"] or match["next_after"] else side
    return weekday(int(words.weekdays[match["weekday"].lower()]), side, dateline)
