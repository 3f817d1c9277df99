import re
from datetime import date

import pytest

from verifier.claims import ENGINE, read_story
from verifier.model.claim import Claim
from verifier.model.document import StoryReading
from verifier.model.scales import AttributionMode, Checkability, Exclusion, FacetType, Force, Weight

STORY = """12° C
Malmo
Friday, March 3, 2023

Ferry line confirms nine injured as ship hits pier

MALMO, March 2, 2023 — The Sund Line has confirmed that nine passengers were injured when a ferry hit a pier.

At a press conference on March 1, Sund Line spokesperson Eva Lind said, “The captain lost control in heavy wind.”

She added, “If the wind returns, we may close the route.”

According to the Coast Rescue Service (CRS), more than 200 people were on board. The CRS estimated that up to 40 of them were children. Additionally, two cars were reported lost.

Passengers wait on the quay, in a photo released by the harbour. [Photo: handout]

Mayor Carla Benson also confirmed that a “large number” of tourists had been aboard, although she gave no figures.

Several travel bloggers claimed that the ship had been late. These popular outlets, which sell tours, asserted that the crew was tired. The posts stated that the ferry crossed in twenty minutes, breaking three windows.

More than 1,000 travellers are reportedly stranded. Is the route safe?

The ferry, which was built in 1998, belongs to a Danish bank.

By Lena Ortiz [l.ortiz@example.org]
"""  # noqa: E501 — a paragraph of a story is one line


@pytest.fixture(scope="module")
def reading() -> StoryReading:
    return read_story(STORY)


def claim_with(reading: StoryReading, words: str) -> Claim:
    found = [c for c in reading.claims if c.selector and words in c.selector.exact]
    assert found, words
    return min(found, key=lambda c: len(c.selector.exact) if c.selector else 0)


def speaker(reading: StoryReading, words: str) -> str | None:
    return claim_with(reading, words).attributions[0].source


def test_the_engine_names_itself(reading: StoryReading) -> None:
    assert reading.engine == ENGINE == "claims-4"


def test_the_headline_is_the_title(reading: StoryReading) -> None:
    assert reading.title == "Ferry line confirms nine injured as ship hits pier"


def test_the_lead_gives_the_dateline_and_furniture_does_not(reading: StoryReading) -> None:
    assert reading.dateline == date(2023, 3, 2)


def test_a_given_dateline_goes_first() -> None:
    assert read_story(STORY, dateline=date(2020, 1, 1)).dateline == date(2020, 1, 1)


def test_without_a_dateline_a_remark_says_what_to_do() -> None:
    [remark] = read_story("Two ferries met.\n\nNobody was hurt in the harbour.").remarks
    assert "--dateline YYYY-MM-DD" in remark


def test_other_languages_are_told_what_is_missing() -> None:
    found = read_story("Мэр заявил, что мост закрыт. Никто не пострадал.", language="ru")
    assert len(found.claims) == 2
    assert any("English only" in remark for remark in found.remarks)


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("nine passengers were injured", "sund-line"),
        ("The captain lost control", "sund-line"),
        ("If the wind returns", "sund-line"),
        ("more than 200 people", "coast-rescue-service"),
        ("up to 40 of them", "coast-rescue-service"),
        ("two cars were reported lost", "coast-rescue-service"),
        ("of tourists had been aboard", "benson"),
        ("the ship had been late", "travel-bloggers"),
        ("the crew was tired", "travel-bloggers"),
        ("breaking three windows", "travel-bloggers"),
        ("More than 1,000 travellers", None),
        ("was built in 1998", None),
    ],
)
def test_each_claim_has_its_speaker(reading: StoryReading, words: str, source: str | None) -> None:
    assert speaker(reading, words) == source


def test_the_sources_are_those_the_story_speaks_through(reading: StoryReading) -> None:
    assert [source.slug for source in reading.sources] == [
        "sund-line",
        "coast-rescue-service",
        "benson",
        "travel-bloggers",
    ]


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("The captain lost control", AttributionMode.DIRECT_QUOTE),
        ("of tourists had been aboard", AttributionMode.QUOTE_FRAGMENT),
        ("nine passengers were injured", AttributionMode.PARAPHRASE),
        ("Additionally, two cars", AttributionMode.IMPLICIT),
        ("More than 1,000 travellers", AttributionMode.AGENTLESS),
        ("belongs to a Danish bank", AttributionMode.NONE),
    ],
)
def test_how_the_words_are_given(reading: StoryReading, words: str, mode: AttributionMode) -> None:
    assert claim_with(reading, words).attributions[0].mode is mode


def test_the_force_is_that_of_the_cue(reading: StoryReading) -> None:
    assert claim_with(reading, "up to 40").attributions[0].force is Force.ESTIMATES
    assert claim_with(reading, "been late").attributions[0].force is Force.CLAIMS


def test_a_hedge_is_kept(reading: StoryReading) -> None:
    assert claim_with(reading, "1,000 travellers").attributions[0].hedge == "reportedly"


def test_a_result_is_a_claim_of_its_own(reading: StoryReading) -> None:
    claim = claim_with(reading, "breaking three windows")
    assert claim.proposed_by == "participle-of-result"
    assert claim.standalone == "[the ferry] breaking three windows"


def test_a_negative_statement_is_the_narrators_claim(reading: StoryReading) -> None:
    claim = claim_with(reading, "she gave no figures")
    assert claim.attributions[0].mode is AttributionMode.NONE


def test_a_relative_clause_is_set_into_its_sentence(reading: StoryReading) -> None:
    claim = claim_with(reading, "was built in 1998")
    parent = next(c for c in reading.claims if c.label == claim.parent)
    assert parent.selector is not None
    assert "belongs to a Danish bank" in parent.selector.exact


def test_who_somebody_is_is_a_claim(reading: StoryReading) -> None:
    assert claim_with(reading, "spokesperson Eva Lind").proposed_by == "identity"


def test_a_caption_is_a_claim_and_its_credit_is_not(reading: StoryReading) -> None:
    assert claim_with(reading, "Passengers wait on the quay")
    assert not any("handout" in c.selector.exact for c in reading.claims if c.selector)


def test_a_conditional_is_only_a_statement(reading: StoryReading) -> None:
    claim = claim_with(reading, "If the wind returns")
    assert claim.checkability is Checkability.STATEMENT_ONLY


def test_a_headline_restates_the_lead(reading: StoryReading) -> None:
    headline = reading.claims[0]
    assert headline.restates == claim_with(reading, "nine passengers were injured").label
    assert headline.weight is Weight.LOAD_BEARING


def test_numbers_and_dates_are_facets_in_place(reading: StoryReading) -> None:
    [number] = [f for f in claim_with(reading, "more than 200").facets if f.number]
    assert number.number is not None
    assert (number.number.low, number.number.low_open) == ("200", True)
    assert STORY[number.start : number.end] == number.text
    act = claim_with(reading, "At a press conference on March 1")
    [day] = [f for f in act.facets if f.type is FacetType.DATE]
    assert day.date is not None
    assert day.date.first == date(2023, 3, 1)


def test_a_bare_question_is_left_out_with_its_reason(reading: StoryReading) -> None:
    [question] = [x for x in reading.excluded if x.why is Exclusion.QUESTION]
    assert question.span.of(STORY) == "Is the route safe?"


def test_labels_count_in_the_order_of_the_text(reading: StoryReading) -> None:
    assert [c.label for c in reading.claims] == [
        f"C{n:02d}" for n in range(1, len(reading.claims) + 1)
    ]
    starts = [c.selector.start for c in reading.claims if c.selector]
    assert starts == sorted(starts)


def test_after_ninety_nine_comes_one_hundred() -> None:
    text = "\n\n".join(f"The club sold {n} players in one summer." for n in range(2, 108))
    labels = [claim.label for claim in read_story(text).claims]
    assert labels[98:100] == ["C99", "C100"]


def test_every_claim_and_attribution_names_its_rule(reading: StoryReading) -> None:
    for claim in reading.claims:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", claim.proposed_by)
        assert all(a.rule for a in claim.attributions)
