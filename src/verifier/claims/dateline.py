"""The dateline of a lead: place, date, agency, dash."""

import re
from datetime import date

from verifier.language.dates import dates
from verifier.model.text import Span

_PLACE = r"[A-Z][A-Z.'’\-]+(?:\s[A-Z][A-Z.'’\-]+){0,3}(?:,\s[A-Z][A-Za-z.]+){0,2}"
_MIXED = r"[A-Z][\w.'’\-]+(?:\s[A-Z][\w.'’\-]+){0,2}(?:,\s[A-Z][A-Za-z.]+)?"
_WHEN = r"(?:,?\s(?:[A-Z][a-z]+\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]+\.?)(?:,?\s\d{4})?)"
_AGENCY = r"(?:\s?\([A-Z][\w ./&-]{1,30}\))"
_DASH = r"\s?(?:—|–|--|-)\s"
_DATELINE = re.compile(
    rf"(?:{_PLACE}{_WHEN}?{_AGENCY}?|{_MIXED}{_WHEN}?{_AGENCY}|{_MIXED}{_WHEN}){_DASH}"
)


def dateline_span(text: str, line: Span) -> Span | None:
    """The dateline that a line begins with, without the space after its dash; None without one.

    >>> page = "OSLO, Feb. 3, 2021 (AP) — Rain fell."
    >>> dateline_span(page, Span(0, len(page))).of(page)
    'OSLO, Feb. 3, 2021 (AP) —'
    >>> dateline_span("Rain fell — all day.", Span(0, 20))
    """
    match = _DATELINE.match(text, *line)
    return Span(match.start(), match.end() - 1) if match else None


def dateline_date(words: str) -> date | None:
    """The full date that a dateline gives; None where it has no year or no date.

    >>> dateline_date("KYIV, 17 December 2024 (Agency) —")
    datetime.date(2024, 12, 17)
    """
    for facet in dates(words):
        if facet.date and facet.date.first and facet.date.first == facet.date.last:
            return facet.date.first
    return None
