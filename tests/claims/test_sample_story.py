"""The sample story that ships with the program, read as a reviewer would first see it."""

from datetime import date
from pathlib import Path

import pytest

from verifier.claims import read_story
from verifier.model.document import StoryReading
from verifier.model.scales import FURNITURE

SAMPLE = Path(__file__).parents[2] / "fixtures" / "kursk" / "story.txt"


@pytest.fixture(scope="module")
def text() -> str:
    return SAMPLE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reading(text: str) -> StoryReading:
    return read_story(text)


def test_the_sample_has_at_least_forty_claims(reading: StoryReading) -> None:
    assert len(reading.claims) >= 40


def test_the_sample_speaks_through_six_sources(reading: StoryReading) -> None:
    assert [source.slug for source in reading.sources] == [
        "us-state-department",
        "diu",
        "zelensky",
        "isw",
        "russian-military-bloggers",
        "414th-attack-drone-regiment",
    ]


def test_the_sample_dates_itself(reading: StoryReading) -> None:
    assert reading.dateline == date(2024, 12, 18)
    assert reading.remarks == ()


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("as many as 200 soldiers", "diu"),
        ("at least 30 North Koreans", "diu"),
        ("killed in action on the battlefield", "us-state-department"),
        ("cross the border into Ukraine", "us-state-department"),
        ("approximately 300 Ukrainian soldiers", "russian-military-bloggers"),
        ("could lead to friction", "isw"),
        ("more than 11,000", None),
    ],
)
def test_the_sample_gives_each_figure_to_its_speaker(
    reading: StoryReading, words: str, source: str | None
) -> None:
    speakers = {
        claim.attributions[0].source
        for claim in reading.claims
        if claim.selector and words.lower() in claim.selector.exact.lower()
    }
    assert speakers == {source}


def test_nothing_of_the_page_around_the_sample_is_a_claim(text: str, reading: StoryReading) -> None:
    around = [x.span.of(text) for x in reading.excluded if x.why in FURNITURE]
    assert len(around) >= 7
    for claim in reading.claims:
        assert claim.selector is not None
        assert not any(part in claim.selector.exact for part in around)


def test_the_caption_of_the_sample_is_a_claim(reading: StoryReading) -> None:
    assert any(
        c.selector and "made public by a journalist" in c.selector.exact for c in reading.claims
    )
