"""The first word of a sentence has its own class, whatever word it is."""

from verifier.language.tagging import Tag, tag_words
from verifier.language.tokens import tokens


def test_a_word_that_only_looks_like_a_past_form_can_open_a_sentence() -> None:
    assert tag_words(tokens("Bed bugs were found."))[0] in (Tag.NAME, Tag.NOUN)
