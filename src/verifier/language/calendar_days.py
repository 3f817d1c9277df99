"""Days, weeks, months and years as date values, resolved against a dateline."""

from calendar import monthrange
from datetime import date, timedelta

from verifier.model.claim import DateValue

YEAR_GIVEN, YEAR_OPEN = "date as written", "year open: no dateline"
YEAR_FROM_DATELINE, FROM_DATELINE = "year from the dateline", "counted from the dateline"
RELATIVE_OPEN = "open: counted from a dateline that is not given"
OPEN = DateValue(None, None, None, None, RELATIVE_OPEN)


def month_days(
    month: int, days: tuple[int, int] | None, year: int | None, dateline: date | None
) -> DateValue | None:
    """A month, or its days from the first to the last of `days`; None where there is no such day.

    With no year the dateline gives the nearest one; without a dateline the year stays open.
    """
    if not 1 <= month <= 12 or (days and not 1 <= days[0] <= days[1] <= monthrange(2024, month)[1]):
        return None
    if year is None and dateline is None:
        one = days[0] if days and days[0] == days[1] else None
        return DateValue(None, None, month, one, YEAR_OPEN)
    how = YEAR_GIVEN if year is not None else YEAR_FROM_DATELINE
    if year is None and dateline is not None:
        year = nearest_year(month, days[0] if days else 15, dateline)
    if year is None or not 1 <= year <= 9998:
        return None
    last = monthrange(year, month)[1]
    if days and days[1] > last:
        return None
    begin, end = days or (1, last)
    one = begin if begin == end else None
    return DateValue(date(year, month, begin), date(year, month, end), month, one, how)


def nearest_year(month: int, day: int, dateline: date) -> int:
    """The year that puts a day nearest to the dateline."""
    years = [y for y in (dateline.year, dateline.year - 1, dateline.year + 1) if 1 <= y <= 9998]
    return min(years, key=lambda y: abs((date(y, month, min(day, 28)) - dateline).days))


def years(first: int, last: int) -> DateValue | None:
    """The days from the first of one year to the last of another."""
    if not 1 <= first <= last <= 9998:
        return None
    return DateValue(date(first, 1, 1), date(last, 12, 31), None, None, YEAR_GIVEN)


def near_day(shift: int, dateline: date | None) -> DateValue:
    """The day some days from the dateline."""
    return from_dateline(dateline + timedelta(shift)) if dateline else OPEN


def weekday(number: int, side: int, dateline: date | None) -> DateValue:
    """A weekday (Monday is 1): the last one up to the dateline; `side` 1 the next, -1 before it."""
    if dateline is None:
        return OPEN
    back = (dateline.isoweekday() - number) % 7
    if side > 0:
        return from_dateline(dateline + timedelta((number - dateline.isoweekday() - 1) % 7 + 1))
    return from_dateline(dateline - timedelta(7 if side < 0 and back == 0 else back))


def from_dateline(first: date, last: date | None = None) -> DateValue:
    """Days counted from the dateline."""
    last = last or first
    one = first == last
    return DateValue(
        first, last, first.month if one else None, first.day if one else None, FROM_DATELINE
    )


def period(name: str, shift: int, dateline: date | None) -> DateValue:
    """The day, week, month or year some of them from the dateline; weeks begin on Monday."""
    if dateline is None or abs(shift) > 500:
        return OPEN
    if name == "day":
        return near_day(shift, dateline)
    if name == "week":
        monday = dateline - timedelta(dateline.weekday()) + timedelta(7 * shift)
        return from_dateline(monday, monday + timedelta(6))
    months = dateline.year * 12 + dateline.month - 1 + shift * (12 if name == "year" else 1)
    year, month = divmod(months, 12)
    if not 1 <= year <= 9998:
        return OPEN
    if name == "year":
        return from_dateline(date(year, 1, 1), date(year, 12, 31))
    return from_dateline(
        date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])
    )
