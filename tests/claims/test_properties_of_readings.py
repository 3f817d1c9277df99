import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.claims import attributions, read_story
from verifier.model.document import StoryReading
from verifier.model.scales import FURNITURE
from verifier.model.text import Span

PIECES = st.sampled_from(
    [
        "The mayor", " said ", "that ", "the bridge was safe", ", ", "“", "”", ". ", "\n\n", "he ",
        "according to ", "the union", "(UNI)", "12 people were injured", " and ", "but ", "which ",
        "killing 3 men", "reportedly ", "in May ", "9 C", "By Ann Lee", "[Photo: handout]", "? ",
        "Ann Lee", "told reporters ", "criticized the plan", "was told ", "; ", "— ", "🎉", "יום",
        "\r\n", "\t", "O’Hara’s ", "because ", "these outlets ", "claimed ", "adding ", "to ",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)
BODY = (
    "Harbour tunnel closed after leak\n\n"
    "The harbour tunnel was closed on Friday, the port said, after water was found in one tube.\n\n"
    "“We expect to reopen soon,” port director Eva Lind said. She added that nobody was hurt.\n"
)


def claim_spans(reading: StoryReading) -> list[Span]:
    return [claim.selector.span for claim in reading.claims if claim.selector]


@given(TEXTS | st.text(max_size=200))
def test_spans_lie_in_the_text_and_hold_words(text: str) -> None:
    reading = read_story(text)
    for claim in reading.claims:
        selector = claim.selector
        assert selector is not None
        assert 0 <= selector.start < selector.end <= len(text)
        assert text[selector.start : selector.end] == selector.exact
        for facet in claim.facets:
            assert text[facet.start : facet.end] == facet.text
            assert facet.text
    for found in reading.attributions:
        spans = (*found.source, *found.cue, *found.content)
        assert found.content
        assert all(0 <= start < end <= len(text) for start, end in spans)


@given(TEXTS)
def test_a_second_reading_is_the_same(text: str) -> None:
    assert read_story(text) == read_story(text)
    assert attributions(text) == attributions(text)


@given(TEXTS)
def test_claims_never_touch_furniture(text: str) -> None:
    reading = read_story(text)
    furniture = [x.span for x in reading.excluded if x.why in FURNITURE]
    assert not any(c.overlaps(f) for c in claim_spans(reading) for f in furniture)


@given(TEXTS)
def test_claims_lie_apart_or_one_within_the_other(text: str) -> None:
    spans = claim_spans(read_story(text))
    assert len(set(spans)) == len(spans)
    for one in spans:
        for other in spans:
            within = one.start <= other.start and other.end <= one.end
            around = other.start <= one.start and one.end <= other.end
            assert within or around or not one.overlaps(other)


@given(TEXTS)
def test_every_sentence_is_claimed_or_left_out_with_a_reason(text: str) -> None:
    reading = read_story(text)
    claims = claim_spans(reading)
    left_out = {x.span for x in reading.excluded}
    for sentence in reading.sentences:
        assert sentence in left_out or any(claim.overlaps(sentence) for claim in claims)


@pytest.mark.parametrize(
    "line",
    [
        "Cloudy, 8 C",
        "Home | News | Courts",
        "Updated: Monday, May 4, 2020",
        "By Lena Ortiz",
        "Photo: Lena Ortiz",
        "We use cookies to improve your visit",
        "[Sample text written for a demonstration]",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_a_line_of_furniture_changes_no_claim(line: str, place: int) -> None:
    paragraphs = BODY.strip().split("\n\n")
    paragraphs.insert(place, line)
    with_furniture = read_story("\n\n".join(paragraphs))
    without = read_story(BODY)
    assert [c.standalone for c in with_furniture.claims] == [c.standalone for c in without.claims]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "🎉🎉",
        "قال الوزير إن الجسر آمن.",
        "a\x01\x02b said \x7f so",
        "no full stop",
        "\ufeff",
    ],
)
def test_no_text_is_refused(text: str) -> None:
    assert read_story(text).engine


@pytest.mark.parametrize(
    "unit",
    [
        "said ",
        "“",
        "([",
        "a, ",
        "\n",
        "He said. ",
        "according to ",
        ", who said, ",
        "“He said\n\n",
        "x",
        "he left, saying so, ",
        "Port shut again\n\nThe port was shut.\n\n",
        "Ann Lee said he left. She said: ",
        "The mayor and those near him, who said it, ",
        "Says Port Wins ",
    ],
)
def test_reading_takes_linear_time(unit: str) -> None:
    def seconds(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        begin = time.process_time()
        read_story(text)
        return time.process_time() - begin

    small, large = (max(0.01, min(seconds(n) for _ in range(2))) for n in (3_000, 30_000))
    assert large < 40 * small


@settings(max_examples=25)
@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_a_dateline_moves_dates_and_nothing_else(dateline: date) -> None:
    dated, open_dated = read_story(BODY, dateline=dateline), read_story(BODY)
    assert [c.selector for c in dated.claims] == [c.selector for c in open_dated.claims]
