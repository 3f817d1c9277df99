"""Several statements in one sentence, each a claim of its own, and words that claim nothing."""

import pytest
from claims.reading_cases import claim_of, read, said

from verifier.claims import read_story
from verifier.model.scales import ClaimType, Weight


def exact(body: str) -> list[str]:
    """The claims of a body, as worded."""
    return [c.selector.exact for c in read(body).claims[1:] if c.selector]


@pytest.mark.parametrize(
    ("body", "first", "second"),
    [
        (
            "While rents rose by a tenth in May, wages fell in most towns.",
            "rents rose by a tenth in May",
            "wages fell in most towns",
        ),
        (
            "As the hospital closed two wards, its nurses marched to the town hall.",
            "the hospital closed two wards",
            "its nurses marched to the town hall",
        ),
        (
            "Although the club lost 4 million euros, its owner bought a stadium.",
            "the club lost 4 million euros",
            "its owner bought a stadium",
        ),
        (
            "The market fell on Friday, with three banks losing 4 billion dollars.",
            "The market fell on Friday",
            "three banks losing 4 billion dollars",
        ),
        (
            "The verdict came late, with jurors asking for a second reading.",
            "The verdict came late",
            "jurors asking for a second reading",
        ),
    ],
)
def test_two_clauses_are_two_claims(body: str, first: str, second: str) -> None:
    assert exact(body) == [first, second]


def test_a_condition_stays_with_what_hangs_on_it() -> None:
    body = "If the bridge closes in June, the ferry will run at night."
    assert exact(body) == [body[:-1]]


def test_clauses_in_a_row_are_claims_of_their_own() -> None:
    body = "Tea is gone, cakes are sold out in Ames, and milk has run out."
    assert exact(body) == [
        "Tea is gone",
        "cakes are sold out in Ames",
        "milk has run out",
    ]


def test_flowers_that_somebody_carries_are_no_clause() -> None:
    body = "The goalkeeper came home, with flowers for her aunt in Ohio."
    assert exact(body) == [body[:-1]]


@pytest.mark.parametrize(
    ("body", "main", "tail"),
    [
        (
            "The fire drew hundreds of people to the harbour, where three ferries were waiting.",
            "The fire drew hundreds of people to the harbour",
            "where three ferries were waiting",
        ),
        (
            "The court fined the chain, which runs 40 clinics in three counties.",
            "The court fined the chain",
            "which runs 40 clinics in three counties",
        ),
    ],
)
def test_a_relative_clause_at_the_end_stands_beside_the_main_one(
    body: str, main: str, tail: str
) -> None:
    assert exact(body) == [main, tail]


def test_the_relative_clause_of_a_judged_thing_is_the_narrators() -> None:
    body = "The union called the plan “a gift to landlords”, which will cost 40 million."
    assert said(body, "which will").source is None


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("Ann Lee, a nurse from Ohio, lost her job in May.", "Ann Lee, a nurse from Ohio"),
        (
            "“It was late,” said Ray Oak, the captain of the ferry.",
            "Ray Oak, the captain of the ferry",
        ),
        (
            "Ida Moss, 43, one of the jurors, said the vote was close.",
            "Ida Moss, 43, one of the jurors",
        ),
        (
            "“We lost,” said Union President Ann Lee. “The fans left at half-time.”",
            "Union President Ann Lee",
        ),
    ],
)
def test_what_stands_beside_a_name_is_an_identity(body: str, who: str) -> None:
    claim = claim_of(read(body), who)
    assert claim.selector is not None
    assert claim.selector.exact == who
    assert ClaimType.IDENTITY in claim.types
    assert claim.weight is Weight.INCIDENTAL


@pytest.mark.parametrize(
    "body", ["In Ames, a storm broke the roof.", "He met Ann Lee, the mayor said on Monday."]
)
def test_a_place_or_a_speaker_after_a_comma_is_no_identity(body: str) -> None:
    assert all(c.proposed_by != "identity" for c in read(body).claims)


@pytest.mark.parametrize(
    "body",
    [
        "The council said that the pool would close.",
        "The hospital said in a statement that two wards would close.",
        "The agency returned to the subject on Telegram, where it claimed that 9 boats sank.",
        "The coach also told reporters that Ruiz would not play.",
    ],
)
def test_an_act_of_speaking_without_a_detail_to_check_is_no_claim(body: str) -> None:
    assert [c for c in read(body).claims if c.proposed_by == "act-of-speaking"] == []


@pytest.mark.parametrize(
    "body",
    [
        "On May 3 the council said that the pool would close.",
        "The hospital acknowledged for the first time that two wards were full.",
        "In a follow-up message on Telegram, the agency claimed that 9 boats sank.",
        "The coach said on Tuesday that Ruiz would not play, and added that she had a cold.",
    ],
)
def test_an_act_of_speaking_with_a_date_or_a_medium_is_one_incidental_claim(body: str) -> None:
    acts = [c for c in read(body).claims if c.proposed_by == "act-of-speaking"]
    assert [act.weight for act in acts] == [Weight.INCIDENTAL]


@pytest.mark.parametrize(
    ("body", "beside"),
    [
        (
            "The mayor later cut the budget of the clinic, claiming the money was gone.",
            "The mayor later cut the budget of the clinic",
        ),
        (
            "Ruiz visited the stadium in the rain and said the roof leaked.",
            "Ruiz visited the stadium in the rain",
        ),
    ],
)
def test_what_somebody_does_before_speaking_is_a_claim_too(body: str, beside: str) -> None:
    assert beside in exact(body)


@pytest.mark.parametrize(
    "sentence",
    ["Check out our list of the best cafes.", "Oh, no.", "Yes, that’s it."],
)
def test_a_bidding_or_a_call_is_no_claim(sentence: str) -> None:
    assert exact(f"Two cafes closed in May. {sentence} A third is for sale.") == [
        "Two cafes closed in May",
        "A third is for sale",
    ]


def test_a_number_makes_a_bidding_checkable() -> None:
    assert len(exact("Two cafes closed in May. See the list of 40 cafes that stayed open.")) == 2


def test_a_claim_that_its_speaker_divides_is_one_claim() -> None:
    claim = claim_of(read("The key to a long life, says Lee, a nurse, is rest after work."), "key")
    assert claim.standalone == "The key to a long life is rest after work"
    assert claim.attributions[0].source == "lee"


def test_a_post_with_a_link_in_it_is_a_claim_of_who_signed_it() -> None:
    body = (
        "The slogan made people laugh in May.\n\n"
        "The state spent half a million dollars on it: https://t.co/Nc0nKo\n\n"
        "— Ann Lee (@annlee) May 3, 2021\n\nThe governor kept the slogan all the same."
    )
    assert said(body, "half a million").speaker == "Ann Lee"
    assert said(body, "kept the slogan").source is None


def test_words_below_a_page_that_holds_them_are_the_pages() -> None:
    body = (
        "She shared the website of the campaign, which contains the following statement:\n\n"
        "“The river is not safe. Two wells are closed.”"
    )
    assert said(body, "Two wells").speaker == "the website of the campaign"


def test_the_same_text_gives_the_same_claims_with_the_rules_of_today() -> None:
    text = "Roads\n\nWhile rents rose, wages fell, with banks losing 4 billion."
    assert read_story(text) == read_story(text)
