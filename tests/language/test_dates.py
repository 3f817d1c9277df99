from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.language.dates import dates
from verifier.model.claim import DateValue

WEDNESDAY = date(2024, 12, 18)


def only(text: str, dateline: date | None = None) -> DateValue:
    [facet] = dates(text, dateline=dateline)
    assert facet.date is not None
    assert text[facet.start : facet.end] == facet.text
    return facet.date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on December 16", date(2024, 12, 16), date(2024, 12, 16)),
        ("on Dec. 14, 2023", date(2023, 12, 14), date(2023, 12, 14)),
        ("on 3 January", date(2025, 1, 3), date(2025, 1, 3)),
        ("on Monday", date(2024, 12, 16), date(2024, 12, 16)),
        ("on Wednesday", WEDNESDAY, WEDNESDAY),
        ("next Friday", date(2024, 12, 20), date(2024, 12, 20)),
        ("yesterday", date(2024, 12, 17), date(2024, 12, 17)),
        ("last week", date(2024, 12, 9), date(2024, 12, 15)),
        ("last month", date(2024, 11, 1), date(2024, 11, 30)),
        ("next year", date(2025, 1, 1), date(2025, 12, 31)),
        ("in August", date(2024, 8, 1), date(2024, 8, 31)),
        ("in March 2021", date(2021, 3, 1), date(2021, 3, 31)),
        ("in 2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_a_date_is_resolved_against_the_dateline(text: str, first: date, last: date) -> None:
    value = only(text, WEDNESDAY)
    assert (value.first, value.last) == (first, last)


def test_without_a_dateline_the_year_stays_open() -> None:
    value = only("on December 16")
    assert (value.first, value.last, value.month, value.day) == (None, None, 12, 16)


def test_without_a_dateline_a_weekday_stays_open() -> None:
    assert only("on Monday").first is None


def test_a_full_date_needs_no_dateline() -> None:
    assert only("May 4, 2020").first == date(2020, 5, 4)


def test_how_a_year_was_found_is_said() -> None:
    assert only("on December 16", WEDNESDAY).resolved == "year from the dateline"
    assert only("on December 16").resolved == "year open: no dateline"


@pytest.mark.parametrize("text", ["May I go", "a march on Rome", "February 30", "the mon ami"])
def test_what_is_no_date_is_not_read(text: str) -> None:
    assert dates(text, dateline=WEDNESDAY) == ()


def test_the_twenty_ninth_of_february_of_a_common_year_is_not_invented() -> None:
    assert dates("on February 29, 2023") == ()


@given(st.dates(date(1900, 1, 1), date(2090, 12, 31)), st.dates(date(1950, 1, 1), date(2050, 1, 1)))
def test_a_written_date_is_itself_whatever_the_dateline(day: date, dateline: date) -> None:
    [facet] = dates(f"It was {day:%B} {day.day}, {day.year}.", dateline=dateline)
    assert facet.date is not None
    assert (facet.date.first, facet.date.last) == (day, day)
