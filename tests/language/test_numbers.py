from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.language.numbers import numbers
from verifier.model.claim import NumberValue


def only(text: str) -> NumberValue:
    [facet] = numbers(text)
    assert facet.number is not None
    assert text[facet.start : facet.end] == facet.text
    return facet.number


def interval(text: str) -> tuple[str | None, str | None, bool, bool, bool]:
    value = only(text)
    return value.low, value.high, value.low_open, value.high_open, value.approx


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 30 nurses", ("30", None, False, False, False)),
        ("no fewer than 12 jurors", ("12", None, False, False, False)),
        ("more than 11,000 fans", ("11000", None, True, False, False)),
        ("as many as 200 flights", (None, "200", False, False, False)),
        ("up to 45 beds", (None, "45", False, False, False)),
        ("fewer than 9 votes", (None, "9", False, True, False)),
        ("approximately 300 goats", ("300", "300", False, False, True)),
        ("between 200 and 300 guests", ("200", "300", False, False, False)),
        ("15 to 20 goals", ("15", "20", False, False, False)),
        ("two dozen shops", ("24", "24", False, False, False)),
        ("several trustees", ("2", None, True, False, True)),
        ("dozens of pupils", ("24", None, False, False, True)),
        ("1.2 million patients", ("1200000", "1200000", False, False, False)),
        ("twenty-five teams", ("25", "25", False, False, False)),
        ("three hundred and five pages", ("305", "305", False, False, False)),
        ("a third of voters", ("0.3333", "0.3333", False, False, True)),
        ("half of the seats", ("0.5", "0.5", False, False, False)),
    ],
)
def test_a_number_is_an_interval(
    text: str, expected: tuple[str | None, str | None, bool, bool, bool]
) -> None:
    assert interval(text) == expected


@pytest.mark.parametrize(
    ("text", "unit", "counted"),
    [
        ("a 2-kilometer track", "km", "track"),
        ("in just two hours", "hour", None),
        ("£25m", "£", None),
        ("$3.5 billion", "$", None),
        ("40 percent of clubs", "%", "clubs"),
        ("7% growth", "%", "growth"),
        ("eight city councillors", None, "city councillors"),
    ],
)
def test_a_number_has_its_unit_and_the_thing_counted(
    text: str, unit: str | None, counted: str | None
) -> None:
    value = only(text)
    assert (value.unit, value.counted) == (unit, counted)


def test_what_became_of_those_counted_is_the_scope() -> None:
    assert only("At least 30 miners were either killed or injured.").scope == ("killed", "injured")


def test_the_outcome_of_another_clause_is_no_scope() -> None:
    assert only("Nine guests came, but nobody was injured.").scope == ()


@pytest.mark.parametrize(
    "text",
    [
        "the 414th session",
        "her 2nd goal",
        "in 2019",
        "since 1998, the club",
        "on December 16",
        "on 3 May",
        "at 5:30 p.m.",
        "at 7 p.m.",
        "under Article 5.",
        "no one came",
        "an F-16 and a G7 meeting",
        "a key role",
    ],
)
def test_ordinals_years_days_times_and_names_are_no_counts(text: str) -> None:
    assert numbers(text) == ()


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Nobody came. Then 12 guests left."
    [facet] = numbers(text)
    assert text[facet.start : facet.end] == "12"


@given(st.text(alphabet="0123456789., -%$manyorleastfw", max_size=60))
def test_bounds_are_decimal_strings_in_order(text: str) -> None:
    for facet in numbers(text):
        value = facet.number
        assert value is not None
        assert text[facet.start : facet.end] == facet.text
        low, high = value.low, value.high
        assert low is None or Decimal(low) >= 0
        assert high is None or Decimal(high) >= 0
