"""Dates in a text as intervals of days, resolved against the dateline where there is one."""

import re
from calendar import monthrange
from datetime import date, timedelta

from verifier.model.claim import DateValue, Facet
from verifier.model.scales import FacetType
from verifier.model.text import Span

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = "|".join(
    (*(m.title() for m in MONTHS), r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?")
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d,.]*\d|\w)"
_YEAR = r"(?:1[89]|20)\d\d(?!\d)"
_DATE = re.compile(
    rf"""\b(?:
      (?P<iso>{_YEAR}-[01]\d-[0-3]\d)
    | (?P<month>{_MONTH})\s(?P<day>{_DAY})(?:,?\s(?P<year>{_YEAR}))?
    | (?P<day2>{_DAY})\s(?:of\s)?(?P<month2>{_MONTH})(?:,?\s(?P<year2>{_YEAR}))?
    | (?P<month3>{_MONTH}),?\s(?P<year3>{_YEAR})
    | (?:in|since|last|until|by|this|next|of|early|late|mid-?)\s?(?P<month4>{_MONTH})(?!\s\d|\w)
    | (?P<which>last|this|next|past)\s(?P<period>week|month|year)(?!\w)
    | (?:(?P<side>last|next|this)\s)?(?P<weekday>{"|".join(d.title() for d in WEEKDAYS)})(?!\w)
    | (?P<near>yesterday|today|tomorrow|tonight)(?!\w)
    | (?:in|since|by|until|during|of|from|to|before|after|and)\s(?P<year5>{_YEAR})
      (?![\w,.-]*\d|\s\w+s\b)
    )""",
    re.VERBOSE,
)

YEAR_GIVEN, YEAR_OPEN = "date as written", "year open: no dateline"
YEAR_FROM_DATELINE, FROM_DATELINE = "year from the dateline", "counted from the dateline"
RELATIVE_OPEN = "open: counted from a dateline that is not given"


def dates(
    text: str, span: Span | None = None, *, dateline: date | None = None
) -> tuple[Facet, ...]:
    """The dates of a text, or of a span of it, as facets with offsets into the whole text.

    Without a dateline the year of "December 16" stays open and month and day are kept; with one it
    is the year that puts the date nearest to the dateline.

    >>> [f] = dates("It fell on Dec. 14.", dateline=date(2025, 1, 3))
    >>> f.text, str(f.date.first), f.date.resolved
    ('Dec. 14', '2024-12-14', 'year from the dateline')
    >>> [f] = dates("It fell on Dec. 14.")
    >>> f.date.first, f.date.month, f.date.day, f.date.resolved
    (None, 12, 14, 'year open: no dateline')
    """
    start, end = span or Span(0, len(text))
    found = []
    for match in _DATE.finditer(text, start, end):
        value = _value(match, dateline)
        if value is not None:
            first, last = _place(match)
            found.append(Facet(FacetType.DATE, first, last, text[first:last], date=value))
    return tuple(found)


def _place(match: re.Match[str]) -> tuple[int, int]:
    """The date without the preposition that announced it."""
    for name in ("month4", "year5"):
        if match[name]:
            return match.span(name)
    return match.span()


def _value(match: re.Match[str], dateline: date | None) -> DateValue | None:
    if match["iso"]:
        return _written(*(int(part) for part in match["iso"].split("-")))
    month = match["month"] or match["month2"] or match["month3"] or match["month4"]
    if month:
        day = match["day"] or match["day2"]
        year = match["year"] or match["year2"] or match["year3"]
        number = int(re.sub(r"\D", "", day)) if day else None
        return _month_day(_month(month), number, int(year) if year else None, dateline)
    if match["year5"]:
        year = int(match["year5"])
        return DateValue(date(year, 1, 1), date(year, 12, 31), None, None, YEAR_GIVEN)
    return _relative(match, dateline)


def _written(year: int, month: int, day: int) -> DateValue | None:
    try:
        written = date(year, month, day)
    except ValueError:
        return None
    return DateValue(written, written, month, day, YEAR_GIVEN)


def _month(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name[:3].lower()))


def _month_day(
    month: int, day: int | None, year: int | None, dateline: date | None
) -> DateValue | None:
    """A month, with or without its day and year."""
    if day and day > monthrange(2024, month)[1]:
        return None
    if year is None and dateline is None:
        return DateValue(None, None, month, day, YEAR_OPEN)
    how = YEAR_GIVEN if year is not None else YEAR_FROM_DATELINE
    if year is None and dateline is not None:
        year = _nearest_year(month, day or 15, dateline)
    if year is None or (day and day > monthrange(year, month)[1]):
        return None
    last = day or monthrange(year, month)[1]
    return DateValue(date(year, month, day or 1), date(year, month, last), month, day, how)


def _nearest_year(month: int, day: int, dateline: date) -> int:
    """The year that puts a day nearest to the dateline."""
    years = (dateline.year, dateline.year - 1, dateline.year + 1)
    return min(years, key=lambda y: abs((date(y, month, min(day, 28)) - dateline).days))


def _relative(match: re.Match[str], dateline: date | None) -> DateValue | None:
    """Days and weeks counted from the dateline."""
    if dateline is None:
        return DateValue(None, None, None, None, RELATIVE_OPEN)
    if match["period"]:
        return _period(match["period"], match["which"], dateline)
    if match["near"]:
        shift = {"yesterday": -1, "tomorrow": 1}.get(match["near"], 0)
        return _days(dateline + timedelta(shift))
    wanted = WEEKDAYS.index(match["weekday"].lower())
    back = (dateline.weekday() - wanted) % 7
    if match["side"] == "next":
        return _days(dateline + timedelta((wanted - dateline.weekday() - 1) % 7 + 1))
    if match["side"] == "last" and back == 0:
        back = 7
    return _days(dateline - timedelta(back))


def _days(first: date, last: date | None = None) -> DateValue:
    last = last or first
    one = first == last
    return DateValue(
        first, last, first.month if one else None, first.day if one else None, FROM_DATELINE
    )


def _period(period: str, which: str, dateline: date) -> DateValue:
    """The week, month or year before, of or after the dateline; weeks begin on Monday."""
    shift = {"last": -1, "past": -1, "next": 1}.get(which, 0)
    if period == "week":
        monday = dateline - timedelta(dateline.weekday()) + timedelta(7 * shift)
        return _days(monday, monday + timedelta(6))
    if period == "year":
        year = dateline.year + shift
        return _days(date(year, 1, 1), date(year, 12, 31))
    months = dateline.year * 12 + dateline.month - 1 + shift
    year, month = divmod(months, 12)
    return _days(date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]))
