"""Numbers of a claim beside those of a passage, in six languages."""

import pytest
from comparison.comparing_cases import beside, compared, result, results

from verifier.comparison.intervals import Fit, factor, fit, interval
from verifier.model.claim import NumberValue
from verifier.model.scales import ComparisonResult, FacetType

SAME, COMPATIBLE, DIFFERS, ABSENT = ComparisonResult


@pytest.mark.parametrize(
    ("claim", "words", "passage", "expected"),
    [
        ("The fire burnt 40 homes.", "40", "Forty homes burnt in the fire.", SAME),
        ("The fire burnt 40 homes.", "40", "Crews say 55 homes burnt in the fire.", DIFFERS),
        ("The fire burnt 40 homes.", "40", "At least 40 homes burnt in the fire.", DIFFERS),
        ("The fire burnt at least 40 homes.", "at least 40", "55 homes burnt in it.", COMPATIBLE),
        ("The fire burnt more than 40 homes.", "more than 40", "38 homes burnt then.", DIFFERS),
        ("Some homes burnt, and 40 cars.", "40", "The fire took 40 hectares of wood.", ABSENT),
        ("The bridge is 2 km long.", "2", "The bridge has a length of 2,000 metres.", SAME),
        ("The bridge is 2 km long.", "2", "The bridge is 3,000 metres long.", DIFFERS),
        ("About 40 million saw the match.", "About 40 million", "39.8 million saw it.", COMPATIBLE),
        ("He was the 19th mayor.", "19th", "He was the city’s 20th mayor.", DIFFERS),
        ("It is her third novel.", "third", "Her third novel sold well.", SAME),
        ("She has seven siblings.", "seven", "One of eight children, she left.", ABSENT),
    ],
)
def test_a_number_meets_the_passage(
    claim: str, words: str, passage: str, expected: ComparisonResult
) -> None:
    assert result(claim, passage, words) is expected


@pytest.mark.parametrize(
    ("claim", "words", "passage"),
    [
        ("As many as 200 soldiers were there.", "As many as 200", "Там было до 200 солдат."),
        ("Там было до 200 солдат.", "до 200", "There were as many as 200 soldiers."),
        ("At least 30 soldiers fell.", "At least 30", "Загинули щонайменше 30 військових."),
        ("Загинули щонайменше 30 військових.", "щонайменше 30", "At least 30 soldiers fell."),
        ("About 11,000 troops are there.", "About 11,000", "그곳에는 약 1만1000명의 병사가 있다."),
        ("그곳에는 약 1만1000명의 병사가 있다.", "약 1만1000명", "About 11,000 troops are there."),
        ("Mindestens 30 Soldaten starben.", "Mindestens 30", "At least 30 soldiers died."),
        ("Plus de 12 000 soldats sont là.", "Plus de 12 000", "More than 12,000 soldiers came."),
        ("Там було понад 12 тисяч солдатів.", "понад 12 тисяч", "Там было более 12 тысяч солдат."),
    ],
)
def test_a_number_with_its_bound_is_the_same_in_another_language(
    claim: str, words: str, passage: str
) -> None:
    assert result(claim, passage, words) is SAME


@pytest.mark.parametrize(
    ("claim", "words", "passage", "there"),
    [
        ("As many as 200 soldiers fell.", "As many as 200", "About 200 soldiers fell.",
         "About 200"),
        ("Three soldiers are missing.", "Three", "At least three soldiers are missing.",
         "At least three"),
        ("Three soldiers are missing.", "Three", "Зникли щонайменше троє військових.",
         "щонайменше троє"),
        ("Approximately 300 soldiers fell.", "Approximately 300", "200 to 300 soldiers fell.",
         "200 to 300"),
        ("Approximately 300 soldiers fell.", "Approximately 300", "Погибли от 200 до 300 солдат.",
         "от 200 до 300"),
    ],
)  # fmt: skip
def test_the_same_figure_with_another_bound_differs(
    claim: str, words: str, passage: str, there: str
) -> None:
    found = compared(claim, passage, words)
    assert found.result is DIFFERS
    assert found.why.startswith("the bound differs")
    assert beside(claim, passage, words) == there


def test_the_killed_are_not_the_killed_and_wounded() -> None:
    found = compared("30 soldiers were killed.", "30 soldiers were killed and wounded.", "30")
    assert found.result is DIFFERS
    assert found.why == "it counts killed and wounded there, killed here"


def test_who_was_wounded_and_died_was_killed() -> None:
    assert result("Two men were killed.", "Two men were wounded and later died.", "Two") is SAME


def test_a_number_of_the_passage_that_another_of_the_claim_has_is_no_other_figure() -> None:
    claim = "He had five children there, then three children here."
    assert results(claim, "He had five children there.", FacetType.NUMBER) == [
        ("five", "same"),
        ("three", "not in evidence"),
    ]


def test_the_same_length_in_brackets_is_not_asked_for() -> None:
    claim = "They sewed 50-foot (15 m) lengths."
    assert results(claim, "They sewed lengths of 50 feet.", FacetType.NUMBER)[:1] == [
        ("50-foot", "same")
    ]


def test_a_passage_that_lacks_one_is_not_held_against_it() -> None:
    assert results("One ship sailed.", "Ships sailed that day.", FacetType.NUMBER) == []


def test_intervals_of_unlike_units_have_no_factor() -> None:
    assert factor("%", "km") is None
    assert factor(None, "km") is None


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        (NumberValue("200", None, low_open=True), NumberValue("200", None), Fit.OVERLAP),
        (NumberValue("34", "34"), NumberValue("30", None), Fit.OVERLAP),
        (NumberValue(None, "10"), NumberValue("11", None), Fit.APART),
        (NumberValue(None, "10", high_open=True), NumberValue("10", "10"), Fit.BOUND),
        (NumberValue("100", "100", approx=True), NumberValue("95", "95"), Fit.ROUNDED),
        (NumberValue("100", "100", approx=True), NumberValue("80", "80"), Fit.APART),
        (NumberValue("5", "5"), NumberValue("5", "5", approx=True), Fit.ROUNDED),
        (NumberValue("0", "0"), NumberValue("3", "3"), Fit.APART),
    ],
)
def test_intervals_fit(claim: NumberValue, passage: NumberValue, expected: Fit) -> None:
    assert fit(interval(claim), interval(passage)) is expected


def test_ages_are_compared_without_their_unit() -> None:
    assert result("Ana was 65 when she died.", "Ana died at the age of 54.", "65") is DIFFERS


def test_a_coarse_figure_is_no_rounding_of_one_far_from_it() -> None:
    assert result("It cost $400 million.", "It cost $379 million.", "$400 million") is DIFFERS


def test_an_age_is_the_same_in_another_language() -> None:
    assert result("He was thirteen years old.", "Йому було тринадцять років.", "thirteen") is SAME


def test_a_figure_that_both_have_goes_before_one_that_merely_lies_within() -> None:
    passage = "Eight soldiers fell there. In all about 200 soldiers fell that day."
    assert beside("As many as 200 soldiers fell.", passage, "As many as 200") == "about 200"


def test_each_line_of_a_document_is_read_in_its_own_language() -> None:
    passage = "Погибли от 200 до 300 солдат.\nThe channels give no source for the number.\n"
    found = beside("Approximately 300 soldiers fell.", passage, "Approximately 300")
    assert found == "от 200 до 300"
