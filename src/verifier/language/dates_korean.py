"""How Korean says dates."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from verifier.language.calendar_days import month_days, near_day, period, weekday, years
from verifier.model.claim import DateValue
from verifier.model.text import Span

WEEKDAYS = "월화수목금토일"
NEAR = {"그제": -2, "그저께": -2, "어제": -1, "오늘": 0, "내일": 1, "모레": 2}
PERIODS = {
    "지난주": ("week", -1),
    "지난 주": ("week", -1), "이번 주": ("week", 0),
    "이번주": ("week", 0),
    "다음 주": ("week", 1), "다음주": ("week", 1),
    "지난달": ("month", -1), "지난 달": ("month", -1),
    "이번 달": ("month", 0),
    "이달": ("month", 0), "다음 달": ("month", 1),
    "다음달": ("month", 1),
    "작년": ("year", -1), "지난해": ("year", -1), "올해": ("year", 0), "내년": ("year", 1),
}  # fmt: skip

_DURATION = (
    r"(?!\s?(?:간|동안|만에|째|후\b|뒤|전\b|내내|이내|이상|넘게|가까이|연속"
    r"|정도|가량|남짓|안에|차))"
)
_PERIODS = "|".join(sorted((p.replace(" ", "[ ]") for p in PERIODS), key=len, reverse=True))
_DATE = re.compile(
    rf"""(?<![\d.,])(?:
      (?:(?P<year>(?:1[89]|20)\d\d)년\s?)?(?P<month>1[0-2]|0?[1-9])월
        (?:\s?(?P<day>3[01]|[12]\d|0?[1-9])일?
        (?:\s?[~∼～-]\s?(?P<last>3[01]|[12]\d|0?[1-9]))?일{_DURATION})?
        (?!\d)
    | (?P<y2>(?:1[89]|20)\d\d)[.]\s?(?P<m2>1[0-2]|0?[1-9])[.]\s?(?P<d2>3[01]|[12]\d|0?[1-9])(?!\d)
    | (?P<y4>(?:1[89]|20)\d\d)-(?P<m4>[01]\d)-(?P<d4>[0-3]\d)(?!\d)
    | (?P<y3>(?:1[89]|20)\d\d)년(?!\s?(?:간|동안|만에|째))(?:대(?P<decade>))?
    | (?P<period>{_PERIODS})
      (?:\s(?P<day3>3[01]|[12]\d|[1-9])일{_DURATION})?
    | (?:지난\s|오는\s)?(?P<day4>3[01]|[12]\d|[1-9])일
        (?=\s?\(|\s|,|에는?[\s,]|까지|부터|\s?[가-힣]{{0,2}}\s)
        {_DURATION}
    | (?P<side>지난|오는|이번|다음)?\s?(?P<weekday>[{WEEKDAYS}])요일
    | (?<![가-힣])(?P<near>{"|".join(NEAR)})(?=[은는도의,.\s]|$)
    )""",
    re.VERBOSE,
)
_LENGTH_BEFORE = re.compile(r"(?:약|최소|최대|총|단|불과|이후|매|만)\s?$")


def korean_dates(text: str, span: Span, dateline: date | None) -> Iterator[tuple[Span, DateValue]]:
    """The dates of a Korean text with their places.

    A day alone (`14일`) is that of the dateline's month, or of the month before where it would lie
    after the dateline; without a dateline it stays open.
    """
    for match in _DATE.finditer(text, *span):
        if match["day4"] and _LENGTH_BEFORE.search(text[max(0, match.start() - 3) : match.start()]):
            continue
        value = _value(match, dateline)
        if value is not None:
            stop = match.start() + len(match.group().rstrip())
            yield (
                Span(match.start() + len(match.group()) - len(match.group().lstrip()), stop),
                value,
            )


def _value(match: re.Match[str], dateline: date | None) -> DateValue | None:
    if match["month"]:
        days = (int(match["day"]), int(match["last"] or match["day"])) if match["day"] else None
        year = int(match["year"]) if match["year"] else None
        return month_days(int(match["month"]), days, year, dateline)
    for n in "24":
        if match[f"y{n}"]:
            one = int(match[f"d{n}"])
            return month_days(int(match[f"m{n}"]), (one, one), int(match[f"y{n}"]), None)
    if match["y3"]:
        year = int(match["y3"])
        return years(year, year + 9 if match["decade"] is not None else year)
    if match["near"]:
        return near_day(NEAR[match["near"]], dateline)
    if match["weekday"]:
        side = {"지난": -1, "오는": 1, "다음": 1}.get(match["side"] or "", 0)
        return weekday(WEEKDAYS.index(match["weekday"]) + 1, side, dateline)
    return _relative(match, dateline)


def _relative(match: re.Match[str], dateline: date | None) -> DateValue | None:
    """A period, a day of one (`지난달 5일`), or a day alone."""
    if match["period"]:
        name, shift = PERIODS[match["period"]]
        value = period(name, shift, dateline)
        if match["day3"] and name == "month" and value.first:
            day = int(match["day3"])
            return month_days(value.first.month, (day, day), value.first.year, None)
        return value
    day = int(match["day4"])
    if dateline is None:
        return DateValue(None, None, None, day, "month and year open: no dateline")
    month = dateline if day <= dateline.day + 7 else period("month", -1, dateline).first
    found = month_days(month.month, (day, day), month.year, None) if month else None
    return replace(found, resolved="month and year from the dateline") if found else None
