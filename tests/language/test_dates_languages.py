from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.language.dates import dates

WEDNESDAY = date(2024, 12, 18)
DECEMBER_14 = (date(2024, 12, 14), date(2024, 12, 14))
DECEMBER = (date(2024, 12, 1), date(2024, 12, 31))
LAST_WEEK = (date(2024, 12, 9), date(2024, 12, 15))
MONDAY = (date(2024, 12, 16), date(2024, 12, 16))
YESTERDAY = (date(2024, 12, 17), date(2024, 12, 17))
THE_YEAR = (date(2024, 1, 1), date(2024, 12, 31))


def found(text: str, language: str | None) -> list[tuple[date | None, date | None]]:
    facets = dates(text, dateline=WEDNESDAY, language=language)
    assert all(text[f.start : f.end] == f.text for f in facets)
    return [(f.date.first, f.date.last) for f in facets if f.date]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "on December 14-15", (date(2024, 12, 14), date(2024, 12, 15))),
        ("en", "on 14 and 15 December", (date(2024, 12, 14), date(2024, 12, 15))),
        ("en", "on Monday, Dec. 16,", MONDAY),
        ("en", "three days ago", (date(2024, 12, 15), date(2024, 12, 15))),
        ("en", "two weeks ago", (date(2024, 12, 2), date(2024, 12, 8))),
        ("en", "on 14/12/2024", DECEMBER_14),
        ("en", "the 1990s", (date(1990, 1, 1), date(1999, 12, 31))),
        ("en", "the 2014-2016 season", (date(2014, 1, 1), date(2016, 12, 31))),
        ("ru", "14 декабря суд принял решение", DECEMBER_14),
        ("ru", "14 декабря 2024 года", DECEMBER_14),
        ("ru", "12 и 13 декабря", (date(2024, 12, 12), date(2024, 12, 13))),
        ("ru", "14.12.2024", DECEMBER_14),
        ("ru", "в декабре", DECEMBER),
        ("ru", "в 2024 году", THE_YEAR),
        ("ru", "в понедельник", MONDAY),
        ("ru", "вчера", YESTERDAY),
        ("ru", "на прошлой неделе", LAST_WEEK),
        ("ru", "два дня назад", (date(2024, 12, 16), date(2024, 12, 16))),
        ("uk", "14 грудня 2024 року", DECEMBER_14),
        ("uk", "14 грудня", DECEMBER_14),
        ("uk", "14 і 15 грудня", (date(2024, 12, 14), date(2024, 12, 15))),
        ("uk", "у грудні", DECEMBER),
        ("uk", "у 2024 році", THE_YEAR),
        ("uk", "у понеділок", MONDAY),
        ("uk", "учора", YESTERDAY),
        ("uk", "минулого тижня", LAST_WEEK),
        ("ko", "12월 14일", DECEMBER_14),
        ("ko", "2024년 12월 14일", DECEMBER_14),
        ("ko", "2024년 12월", DECEMBER),
        ("ko", "12월 14~15일", (date(2024, 12, 14), date(2024, 12, 15))),
        ("ko", "2024년에", THE_YEAR),
        ("ko", "14일 법원은 판결했다", DECEMBER_14),
        ("ko", "월요일에", MONDAY),
        ("ko", "어제 열린", YESTERDAY),
        ("ko", "지난주", LAST_WEEK),
        ("de", "am 14. Dezember 2024", DECEMBER_14),
        ("de", "am 14. Dezember", DECEMBER_14),
        ("de", "am 14. und 15. Dezember", (date(2024, 12, 14), date(2024, 12, 15))),
        ("de", "im Dezember", DECEMBER),
        ("de", "im Jahr 2024", THE_YEAR),
        ("de", "am Montag", MONDAY),
        ("de", "gestern", YESTERDAY),
        ("de", "vergangene Woche", LAST_WEEK),
        ("fr", "le 14 décembre 2024", DECEMBER_14),
        ("fr", "le 14 décembre", DECEMBER_14),
        ("fr", "le 1er janvier 2025", (date(2025, 1, 1), date(2025, 1, 1))),
        ("fr", "14/12/2024", DECEMBER_14),
        ("fr", "en décembre", DECEMBER),
        ("fr", "en 2024", THE_YEAR),
        ("fr", "lundi dernier", MONDAY),
        ("fr", "hier", YESTERDAY),
        ("fr", "la semaine dernière", LAST_WEEK),
    ],
)
def test_each_language_says_dates_in_its_way(
    language: str, text: str, expected: tuple[date, date]
) -> None:
    assert found(text, language) == [expected]


@pytest.mark.parametrize("text", ["14 декабря", "14 грудня", "12월 14일"])
def test_a_script_is_recognised_without_being_told(text: str) -> None:
    assert found(text, None) == [DECEMBER_14]
    assert found(text, "en") == [DECEMBER_14]


@pytest.mark.parametrize(
    ("text", "language"),
    [("14 декабря", "ru"), ("14 грудня", "uk"), ("12월 14일", "ko"), ("14. Dezember", "de"),
     ("14 décembre", "fr"), ("December 14", "en")],
)  # fmt: skip
def test_without_a_dateline_the_year_stays_open_in_every_language(text: str, language: str) -> None:
    [facet] = dates(text, language=language)
    assert facet.date is not None
    assert (facet.date.first, facet.date.month, facet.date.day) == (None, 12, 14)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "03/04/2024"), ("en", "a march on Rome"), ("ko", "14일 동안 열렸다"),
        ("ko", "3일 만에 끝났다"), ("ko", "약 10일 걸렸다"), ("de", "am Morgen"),
        ("de", "die 14. Klasse"),
        ("ru", "14-й участок"), ("fr", "les marchands"),
        ("uk", "чотири неділі поспіль"),
    ],
)  # fmt: skip
def test_what_may_be_no_date_is_left_alone(language: str, text: str) -> None:
    assert found(text, language) == []


@given(st.text(max_size=200), st.sampled_from(["en", "de", "fr", "ru", "uk", "ko", None, "xx"]))
def test_dates_lie_in_the_text_and_are_in_order(text: str, language: str | None) -> None:
    for facet in dates(text, dateline=WEDNESDAY, language=language):
        assert facet.date is not None
        assert 0 <= facet.start < facet.end <= len(text)
        assert text[facet.start : facet.end] == facet.text
        if facet.date.first and facet.date.last:
            assert facet.date.first <= facet.date.last
