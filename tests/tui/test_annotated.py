"""The marks in the story move no offset."""

from hypothesis import given
from hypothesis import strategies as st

from verifier.model.claim import ClaimLabel
from verifier.model.text import Span
from verifier.tui.annotated import AnnotatedText, Marked, raised

TEXT = "The DIU said 200 died. ISW echoed it."


def marked(*spans: tuple[int, int]) -> list[Marked]:
    return [
        Marked(Span(*span), ClaimLabel(f"C{number:02d}")) for number, span in enumerate(spans, 1)
    ]


def test_a_mark_stands_behind_the_words_of_its_claim() -> None:
    story = AnnotatedText(TEXT, marked((0, 22), (23, 37)))
    assert story.shown == "The DIU said 200 died.¹· ISW echoed it.²·"


def test_labels_are_raised_without_their_letter_and_noughts() -> None:
    assert raised("C07") == "⁷"
    assert raised("C120") == "¹²⁰"


SPANS = st.lists(
    st.tuples(st.integers(0, 36), st.integers(1, 10)).map(lambda s: (s[0], min(37, sum(s)))),
    max_size=8,
)


@given(SPANS, st.integers(0, 36))
def test_what_is_shown_at_an_offset_is_the_character_there(
    spans: list[tuple[int, int]], offset: int
) -> None:
    story = AnnotatedText(TEXT, marked(*spans))
    assert story.shown[story.shown_at(offset)] == TEXT[offset]
    assert story.story_at(story.shown_at(offset)) == offset


@given(SPANS)
def test_the_runs_cover_what_is_shown_and_know_their_claims(spans: list[tuple[int, int]]) -> None:
    story = AnnotatedText(TEXT, marked(*spans))
    runs = story.runs(0, len(story.shown))
    assert "".join(story.shown[run.start : run.end] for run in runs) == story.shown
    for run in runs:
        if run.mark is None:
            at = story.story_at(run.start)
            covering = {m.label for m in story.claims if m.span.start <= at < m.span.end}
            assert set(run.labels) == covering


def test_claims_within_claims_are_found() -> None:
    story = AnnotatedText(TEXT, marked((0, 37), (4, 7), (13, 16)))
    assert [item.label for item in story.claims_in(5, 6)] == ["C01", "C02"]


def test_what_is_shown_is_harmless() -> None:
    story = AnnotatedText("evil\x1b[2J\u202etext\tend", [])
    assert story.shown == "evil␛[2J⊪text end"
