"""Documents are cut into passages of about three sentences that leave nothing out."""

from hypothesis import given
from hypothesis import strategies as st

from verifier.language.sentences import sentences
from verifier.language.windows import LONGEST, windows


def test_three_sentences_make_a_passage() -> None:
    text = "One came. Two went. Three sat. Four ran."
    assert [span.of(text) for span in windows(text)] == [
        "One came. Two went. Three sat.",
        "Four ran.",
    ]


def test_short_paragraphs_are_joined() -> None:
    text = "A headline\n\nA first line.\n\nA second line."
    assert len(windows(text)) == 1


def test_a_passage_that_points_back_begins_with_the_sentence_before() -> None:
    text = "Ann spoke. Bob wrote. Ivo Kern left. He took the train. Rain fell."
    assert windows(text)[1].of(text).startswith("Ivo Kern left. He took")


def test_nothing_overlaps_where_nothing_points_back() -> None:
    text = "Ann spoke. Bob wrote. Ivo left. Rain fell. Wind rose."
    first, second = windows(text)
    assert first.end <= second.start


def test_long_sentences_stand_alone() -> None:
    text = f"{'Long ' * 200}end. {'More ' * 200}end."
    assert all(span.end - span.start <= 2 * LONGEST + 300 for span in windows(text))
    assert len(windows(text)) == 2


def test_an_empty_text_has_no_passage() -> None:
    assert windows(" \n ") == ()


@given(st.text(alphabet="ab .!?\nHe", max_size=400))
def test_every_sentence_lies_in_a_passage(text: str) -> None:
    found = windows(text)
    for sentence in sentences(text):
        assert any(w.start <= sentence.start and sentence.end <= w.end for w in found)
