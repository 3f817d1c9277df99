import time

import pytest

from verifier.language.dates import dates
from verifier.language.numbers import numbers
from verifier.model.claim import NumberValue


def values(text: str) -> list[NumberValue]:
    return [facet.number for facet in numbers(text, language="en") if facet.number]


def intervals(text: str) -> list[tuple[str | None, str | None]]:
    return [(value.low, value.high) for value in values(text)]


STORY = (
    "Mixed combat units of paratroopers suffered losses. The agency estimated that as many as 200 "
    "soldiers from these units had died. At least 30 North Korean soldiers were either killed or "
    "wounded. They crossed a 2-kilometer minefield in just two hours, killing approximately 300."
)


def test_bounds_things_and_outcomes_of_a_war_story() -> None:
    assert values(STORY) == [
        NumberValue(None, "200", counted="soldiers", scope=("died", "mixed units")),
        NumberValue("30", None, counted="North Korean soldiers", scope=("killed", "wounded")),
        NumberValue("2", "2", unit="km", counted="minefield"),
        NumberValue("2", "2", unit="hour"),
        NumberValue("300", "300", approx=True, scope=("killed",)),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 to 7 jurors", [("5", "7")]),
        ("10-15 thousand tickets", [("10000", "15000")]),
        ("$10m to $15m in fines", [("10000000", "15000000")]),
        ("10% to 15% of pupils", [("10", "15")]),
        ("rates rose from 5 percent to 7 percent", [("5", "5"), ("7", "7")]),
        ("from 200 to 300 patients", [("200", "300")]),
        ("rose 12% to $4.2 billion", [("12", "12"), ("4200000000", "4200000000")]),
        ("five or six goals", [("5", "6")]),
        ("30 or more clinics", [("30", None)]),
        ("30+ clinics", [("30", None)]),
        ("200 or so fans", [("200", "200")]),
        ("at least another 30 nurses", [("30", None)]),
        ("up to a third of voters", [(None, "0.3333")]),
        ("half a million voters", [("500000", "500000")]),
        ("two and a half years", [("2.5", "2.5")]),
        ("a few hundred fans", [("200", None)]),
        ("billions of dollars", [("2000000000", None)]),
        ("10k fans", [("10000", "10000")]),
        ("one juror left", [("1", "1")]),
        ("five dead and 12 injured", [("5", "5"), ("12", "12")]),
    ],
)
def test_ranges_shares_and_vague_numbers(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert intervals(text) == expected


@pytest.mark.parametrize(
    ("text", "unit", "counted"),
    [
        ("a 46-year-old plumber", "year of age", "plumber"),
        ("Ana Ruiz, 46, said", "year of age", None),
        ("the officer, 24, was", "year of age", None),
        ("a three-day hearing", "day", "hearing"),
        ("billions of dollars", "$", None),
        ("3 percentage points", "percentage points", None),
        ("5km of road", "km", "road"),
    ],
)
def test_measures_and_ages_have_units(text: str, unit: str, counted: str | None) -> None:
    [value] = values(text)
    assert (value.unit, value.counted) == (unit, counted)


def test_each_number_has_its_own_outcome() -> None:
    assert [v.scope for v in values("killing 5 miners and injuring 12")] == [
        ("killed",),
        ("injured",),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "they won 3-1 and lost 1-3",
        "a Boeing 737 crashed",
        "the Boeing 737-800 landed",
        "the 94th brigade",
        "Section 230 of the act",
        "No. 10 said nothing",
        "call 212-555-0100 or 555-0100",
        "call +44 20 7946 0958",
        "the 2020 election and the 1990s",
        "the 2014-2016 season",
        "Formula One and the Group of Seven",
        "one of them, no one, one day",
        "neither of the two did",
        "a two-pronged plan",
        "COVID-19, MH17, T-72, 9/11, 24/7",
        "version 2.0.1",
        "the first half ended",
        "a third man was arrested",
        "post 760428498989289472",
        "at 0930 GMT",
    ],
)
def test_scores_names_codes_and_pronouns_are_no_counts(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "first", "unit"),
    [
        ("the council voted 6 to 1 to close the pool", "6", "to 1"),
        ("nurses outnumber doctors 3 to 1", "3", "to 1"),
        ("the home side won 5 to 2 on Friday", "5", "to 2"),
    ],
)
def test_a_falling_pair_is_one_ratio(text: str, first: str, unit: str) -> None:
    assert values(text) == [NumberValue(first, first, unit=unit)]


@pytest.mark.parametrize("text", ["prices fell 60 to 40", "she sent 50 to 3 towns"])
def test_a_change_or_a_gift_is_no_ratio(text: str) -> None:
    assert len(values(text)) == 2


@pytest.mark.parametrize(
    "unit",
    ["1 ", "1,", "1-", "one ", "two hundred ", "more than ", "in 2016 ", "5 from these units ",
     "a@", "+1 ", "до ", "약 1만", "12월 14일 ", "9", "’", "😀", "ا", "killed or ", "14. "],
)  # fmt: skip
def test_numbers_and_dates_take_linear_time(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        begin = time.process_time()
        numbers(text)
        dates(text)
        return time.process_time() - begin

    def least(length: int) -> float:
        """Of three runs: what else the process does, collecting garbage say, is not counted."""
        return max(0.002, min(seconds(length) for _ in range(3)))

    small, middle, large = (least(length) for length in (300, 3_000, 30_000))
    assert middle < 60 * small
    assert large < 60 * middle


@pytest.mark.slow
def test_a_line_of_a_million_characters_is_read() -> None:
    line = "Кто-то 😀 said ‏مرحبا at least 30 " * 30_000
    assert len(numbers(line)) == 30_000


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("One in five patients waits", "0.2"),
        ("three out of four nurses left", "0.75"),
        ("3 of every 10 votes were late", "0.3"),
        ("nearly 2 in 3 voters agree", "0.6667"),
    ],
)
def test_a_number_of_another_is_a_share(text: str, share: str) -> None:
    assert [(v.low, v.high, v.unit) for v in values(text)] == [(share, share, "share")]


@pytest.mark.parametrize("text", ["two in three days", "nine in 2019", "He was one in 12 who left"])
def test_two_numbers_side_by_side_are_no_share(text: str) -> None:
    assert all(value.unit != "share" for value in values(text))
