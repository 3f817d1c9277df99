"""Quoted words beside a passage: exact, trimmed, variant, translated, stronger, weaker, changed."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.comparison.compare import compare
from verifier.comparison.details import read_details
from verifier.comparison.quotes import QuoteComparison, quote_fidelity
from verifier.model.comparison import FacetComparison, Setting
from verifier.model.scales import ComparisonResult, DiffKind, FacetType, Fidelity
from verifier.model.text import Span

SAID = (
    "“And if the dam were to fail, the Government would be to blame for every house that is lost "
    "in this valley,” the mayor said. “We will likely stay until spring.”"
)


def quoted(words: str, passage: str = SAID, *, translated: bool = False) -> QuoteComparison:
    place = Span(0, len(words))
    return quote_fidelity(words, place, read_details(passage), translated=translated)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We will likely stay until spring.", Fidelity.EXACT),
        ("to blame for every house", Fidelity.EXACT),
        ("If the dam were to fail, the Government would be to blame", Fidelity.TRIMMED),
        ("the government would be to blame for every house", Fidelity.VARIANT),
        ("the Government would be to blame … in this valley", Fidelity.VARIANT),
        ("the [national] Government would be to blame", Fidelity.VARIANT),
        ("if the dam were to fail, [the cabinet] would be to blame for every house",
         Fidelity.VARIANT),
        ("the Government would be to praise for every house", Fidelity.CHANGED),
        ("the Government would be blame for every house", Fidelity.CHANGED),
        ("the Government alone would be to blame for every house", Fidelity.CHANGED),
        ("We could stay until spring", Fidelity.WEAKER),
        ("We were asked to leave at once", Fidelity.NOT_LOCATED),
        ("”", Fidelity.NOT_LOCATED),
    ],
)  # fmt: skip
def test_quoted_words_stand_to_a_passage(words: str, expected: Fidelity) -> None:
    assert quoted(words).fidelity is expected


def test_what_is_cut_is_shown() -> None:
    found = quoted("If the dam were to fail, the Government would be to blame")
    assert found.ops[0].kind is DiffKind.LEFT_OUT
    assert found.ops[0].passage.of(SAID) == "And"
    assert found.why == "cut at the beginning: “And” is left out"


def test_a_variant_inside_a_trimmed_quotation_is_a_step_of_its_own() -> None:
    words = "If the dam were to fail, the government would be to blame"
    steps = [(op.kind, op.claim.of(words)) for op in quoted(words).ops]
    assert (DiffKind.VARIANT, "government") in steps


def test_the_steps_mark_the_changed_words_on_both_sides() -> None:
    words = "the Government would be to praise for every house"
    [step] = [op for op in quoted(words).ops if op.kind is DiffKind.REPLACED]
    assert step.claim.of(words) == "praise"
    assert step.passage.of(SAID) == "blame"


def test_british_and_american_spelling_are_variants() -> None:
    passage = "“The labour party will organise the defence,” she said."
    found = quoted("The labor party will organize the defense", passage)
    assert found.fidelity is Fidelity.VARIANT


def test_words_of_one_ladder_in_a_fragment_are_changed() -> None:
    found = quoted("considerable number", "He spoke of a significant number of them.")
    assert found.fidelity is Fidelity.CHANGED
    assert found.why == "“considerable” for “significant”"


def test_a_weaker_word_of_degree_is_weaker() -> None:
    assert quoted("noticeable losses", "There were heavy losses.").fidelity is Fidelity.WEAKER
    assert quoted("heavy losses", "There were noticeable losses.").fidelity is Fidelity.STRONGER


def test_other_words_of_a_translation_are_a_variant_translation() -> None:
    found = quoted("considerable number", "A significant number of them.", translated=True)
    assert found.fidelity is Fidelity.TRANSLATED
    assert found.result is ComparisonResult.COMPATIBLE


def test_an_ellipsis_may_jump_over_a_sentence() -> None:
    passage = "“We left. Nobody knew where to. The road was dark and the children slept.”"
    found = quoted("We left … the road was dark and the children slept", passage)
    assert found.fidelity is Fidelity.VARIANT


def _of_type(found: tuple[FacetComparison, ...], kind: FacetType) -> list[FacetComparison]:
    return [each for each in found if each.type is kind]


def test_a_claims_quotation_is_compared_in_place() -> None:
    claim = "The mayor warned that “the Government would be to blame for every house”."
    [found] = _of_type(compare(claim, SAID), FacetType.QUOTE)
    assert found.result is ComparisonResult.SAME
    assert found.claim.of(claim) == "the Government would be to blame for every house"


def test_a_title_that_the_passage_lacks_is_not_missed() -> None:
    found = compare("She wrote “The Long Way Home Again”.", SAID)
    assert _of_type(found, FacetType.QUOTE) == []


def test_a_translated_passage_is_told_by_its_setting() -> None:
    claim = "He saw a “considerable number” of ships."
    passage = "He saw a significant number of ships."
    found = compare(claim, passage, passage_setting=Setting(is_translated=True))
    [quote] = _of_type(found, FacetType.QUOTE)
    assert quote.fidelity is Fidelity.TRANSLATED


def test_a_long_quotation_of_one_word_takes_no_time() -> None:
    begin = time.process_time()
    found = quoted("spam " * 3_000, "spam " * 30_000)
    assert found.fidelity is not Fidelity.NOT_LOCATED
    assert time.process_time() - begin < 5


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=200))
def test_any_text_gives_spans_inside_both_texts(words: str, passage: str) -> None:
    found = quoted(words, passage)
    for op in found.ops:
        assert 0 <= op.claim.start <= op.claim.end <= len(words)
        assert 0 <= op.passage.start <= op.passage.end <= len(passage)


WORDS = ["the", "port", "was", "closed", "by", "order", "of", "two", "ministers"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=25))
def test_a_text_is_an_exact_quotation_of_itself(words: list[str]) -> None:
    text = " ".join(words)
    assert quoted(text, text).fidelity is Fidelity.EXACT
