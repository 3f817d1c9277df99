"""Any two texts are compared without a fault, in time that grows with their length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.comparison.compare import compare
from verifier.model.scales import ComparisonResult

PIECES = st.sampled_from(
    ["In 2019", "40 ships", "about 200", "Kursk", "“we left”", "never", "may", "14 and 15 May",
     "до 200 солдат", "щонайменше 30", "약 1만1000명", "12월 16일", "\x00", "\u202e", "\ud800", "…",
     "[", "]", ",", ".", "’s", "third", "the 19th century", "U.S.", "16 July 1216", "1900s"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=12), st.lists(PIECES, max_size=25))
def test_spans_lie_in_the_texts(one: list[str], other: list[str]) -> None:
    claim, passage = " ".join(one), " ".join(other)
    for facet in compare(claim, passage):
        assert 0 <= facet.claim.start < facet.claim.end <= len(claim)
        if facet.passage is not None:
            assert 0 <= facet.passage.start < facet.passage.end <= len(passage)
        assert facet.why
        assert (facet.passage is None) == (facet.result is ComparisonResult.NOT_IN_EVIDENCE)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120), st.text(max_size=300))
def test_any_characters_are_read(claim: str, passage: str) -> None:
    compare(claim, passage)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=10))
def test_a_text_never_differs_from_itself(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert not [f for f in compare(text, text) if f.result is ComparisonResult.DIFFERS]


@pytest.mark.parametrize(
    "unit",
    [
        "In Kursk on 14 May 2019 at least 40 soldiers fell, “we left”, she never said. ",
        "Ruth Okafor, ", "40 ", "“a ", "never left ", "third novel of the 19th century ", "may ",
    ],
)  # fmt: skip
def test_time_grows_with_the_length_of_the_passage(unit: str) -> None:
    claim = "In Kursk on 12 May 2018 about 30 soldiers fell and “we stayed”, Ruth Bauer never left."

    def seconds(times: int) -> float:
        runs = []
        for _ in range(3):
            begin = time.process_time()
            compare(claim, unit * times)
            runs.append(time.process_time() - begin)
        return min(runs)

    short = 12_000 // len(unit)
    assert seconds(6 * short) < 14 * max(seconds(short), 0.02)
