"""Dates of a claim beside those of a passage, whole and part by part."""

from datetime import date

import pytest
from comparison.comparing_cases import beside, result, results

from verifier.comparison.compare import compare
from verifier.model.comparison import Setting
from verifier.model.scales import ComparisonResult, FacetType

SAME, COMPATIBLE, DIFFERS, ABSENT = ComparisonResult


@pytest.mark.parametrize(
    ("claim", "words", "passage", "expected"),
    [
        ("The mill opened in 1912.", "1912", "Opened in 1912, the mill thrived.", SAME),
        ("The mill opened in 1912.", "1912", "The mill opened on 3 May 1912.", COMPATIBLE),
        ("The mill opened in 1912.", "1912", "The mill opened in 1921.", DIFFERS),
        ("The mill opened in 1912.", "1912", "A 1930 survey praised the town.", ABSENT),
        ("The mill opened in the 1910s.", "1910s", "The mill opened in 1912.", COMPATIBLE),
        ("The mill opened in the 19th century.", "19th century", "It opened in 1850.", COMPATIBLE),
        ("The mill opened after 1911.", "after 1911", "The mill opened in 1912.", COMPATIBLE),
        ("The mill opened before 1911.", "before 1911", "The mill opened in 1912.", DIFFERS),
        ("A 1912 mill stands there.", "1912", "The mill stands there since 1912.", SAME),
        ("They met on 16 December 2024.", "16 December 2024",
         "16 грудня 2024 року вони зустрілися.", SAME),
        ("Они встретились 16 декабря 2024 года.", "16 декабря 2024 года",
         "They met on December 16, 2024.", SAME),
        ("They met on December 16, 2024.", "December 16, 2024", "2024년 12월 16일 그들은 만났다.",
         SAME),
        ("2024년 12월 16일 그들은 만났다.", "2024년 12월 16일",
         "They met on December 16, 2024.", SAME),
    ],
)  # fmt: skip
def test_a_date_meets_the_passage(
    claim: str, words: str, passage: str, expected: ComparisonResult
) -> None:
    assert result(claim, passage, words) is expected


def test_each_part_of_a_date_has_its_own_result() -> None:
    found = results("It met on 13 June 2014.", "It met on June 14, 2014.", FacetType.DATE)
    assert found == [("13", "differs"), ("June", "same"), ("2014", "same")]


def test_a_part_that_the_passage_does_not_name_is_not_in_evidence() -> None:
    found = results("It opened on 12 May 2013.", "It opened in May 2013.", FacetType.DATE)
    assert found == [("12", "not in evidence"), ("May", "same"), ("2013", "same")]


def test_two_days_differ_from_two_other_days_of_the_month() -> None:
    claim, passage = "Villages fell on 12 and 13 December.", "Villages fell on 14 and 15 December."
    assert result(claim, passage, "12 and 13") is DIFFERS
    assert beside(claim, passage, "12 and 13") == "14 and 15 December"


@pytest.mark.parametrize(
    "passage", ["Села впали 14 та 15 грудня.", "Сёла пали 14 и 15 декабря.", "14 and 15 December"]
)
def test_two_days_are_read_in_other_languages(passage: str) -> None:
    found = compare("Villages fell on 14 and 15 December.", passage)
    assert [each.result for each in found if each.type is FacetType.DATE] == [SAME]


def test_yesterday_counts_from_the_dateline() -> None:
    found = compare(
        "The vote was yesterday.",
        "The vote took place on 16 December 2024.",
        claim_setting=Setting(dateline=date(2024, 12, 17)),
    )
    assert [each.result for each in found] == [SAME]


def test_yesterday_is_not_compared_without_a_dateline() -> None:
    assert results("The vote was yesterday.", "They voted in May 2020.", FacetType.DATE) == []


def test_a_weekday_in_a_name_is_no_date() -> None:
    assert results("It came out on Black Friday.", "It came out in May.", FacetType.DATE) == []


def test_a_date_of_the_passage_that_another_of_the_claim_has_is_no_other_date() -> None:
    claim = "The 1967 film opens on a day in 1922."
    found = results(claim, "It is a 1967 film.", FacetType.DATE)
    assert found == [("1967", "same"), ("1922", "not in evidence")]


def test_a_year_that_the_passage_leaves_open_is_compatible() -> None:
    found = results("It opened on 12 May 2013.", "It opened on 12 May.", FacetType.DATE)
    assert found[-1] == ("2013", "compatible")


def test_a_year_is_no_other_date_than_a_day_without_year() -> None:
    found = results("The 2016 film praised him.", "The film came on August 19.", FacetType.DATE)
    assert found == [("2016", "not in evidence")]


def test_an_old_day_is_read_with_its_year() -> None:
    assert result("He died in 1217.", "He died on 16 July 1216.", "1217") is DIFFERS


def test_a_time_that_opens_the_sentence_is_compared_with_its_preposition() -> None:
    assert result("In 1912, the mill opened.", "The mill opened in 1921.", "In 1912") is DIFFERS
