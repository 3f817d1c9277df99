"""Names a person types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.desk.names import LONGEST_SLUG, next_label, slug_of, typed_text, unknown
from verifier.model.errors import BadInput


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Mayor’s budget: 5% cut?", "mayors-budget-5-cut"),
        ("U.S. court says no", "us-court-says-no"),
        ("Élan vital à Paris", "elan-vital-a-paris"),
        ("Удар по мосту", "удар-по-мосту"),
        ("북한군 사망", "북한군-사망"),
        ("?!", "story"),
    ],
)
def test_a_slug_is_made_of_the_words_of_the_title(title: str, slug: str) -> None:
    assert slug_of(title, (), "story") == slug


def test_a_taken_slug_gets_a_number() -> None:
    assert slug_of("Fire", ("fire", "fire-2"), "story") == "fire-3"


@given(st.text(max_size=300))
def test_any_title_gives_a_slug_that_can_be_typed(title: str) -> None:
    slug = slug_of(title, (), "story")
    assert 0 < len(slug) <= LONGEST_SLUG * 3
    assert slug.isprintable()
    assert not any(char.isspace() for char in slug)


def test_an_unknown_name_names_the_nearest() -> None:
    error = unknown("claim", "c5", ["C05", "C15", "C99"], "List them.")
    assert "Did you mean" in str(error)
    assert "C05" in str(error)


def test_an_unknown_name_cannot_act_on_the_terminal() -> None:
    assert "\x1b" not in str(unknown("story", "\x1b[2J", [], ""))


def test_a_label_is_never_used_again() -> None:
    assert next_label("C", []) == "C01"
    assert next_label("C", ["C99", "C02"]) == "C100"


def test_text_that_cannot_be_written_is_refused() -> None:
    with pytest.raises(BadInput, match="no text"):
        typed_text("a\udc80", "note")
    with pytest.raises(BadInput, match="longer"):
        typed_text("x" * 11, "note", 10)
