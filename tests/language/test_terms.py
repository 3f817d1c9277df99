"""Words become terms: stems, figures, pairs of characters; what is not seen is passed over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.language.stems import stem
from verifier.language.terms import LONGEST, STOP_TERMS, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("attacked", "attacks"), ("pony", "ponies"), ("agreed", "agree"), ("motoring", "motor"),
        ("relational", "relate"), ("hopping", "hop"), ("filing", "file"), ("falling", "fall"),
        ("happy", "happiness"), ("triplicate", "triplicates"), ("electrical", "electric"),
        ("adoption", "adopt"), ("controlling", "controlled"), ("probate", "probates"),
        ("women", "woman"), ("wrote", "writes"), ("born", "birth"), ("twelve", "12"),
        ("naïve", "naive"), ("α", "alpha"), ("ё", "е"),
    ],
)  # fmt: skip
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("army", "arms"), ("need", "ne"), ("sky", "ski"), ("news", "new york")]
)
def test_other_words_keep_stems_of_their_own(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("солдаты", "солдат"), ("атаковали", "атаковала"), ("російської", "російський"),
     ("втрати", "втрат")],
)  # fmt: skip
def test_endings_of_cyrillic_words_are_left_off(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_thousands_are_joined_and_a_list_of_numbers_is_not() -> None:
    assert terms("11,000 men") == ["11000", "man"]
    assert terms("in 1,2 and 3") == ["in", "1", "2", "and", "3"]


def test_what_is_not_seen_parts_no_word() -> None:
    assert terms("riv\u00ader\u200b \u202eword") == ["river", "word"]


def test_plain_text_gives_the_same_terms_by_either_way() -> None:
    plain = "At 04:10 the U.S.-based crew's 2 tug_boats (both) left; e-mail a@b.org"
    assert terms(plain) == terms(plain + " é")[:-1]


def test_scripts_without_spaces_are_found_by_pairs() -> None:
    assert terms("전투에서") == ["전투", "투에", "에서"]
    assert terms("中") == ["中"]


def test_a_stop_word_stays_a_term() -> None:
    assert set(terms("to be or not to be")) <= STOP_TERMS


@given(st.text())
def test_any_text_has_terms_of_bounded_length(text: str) -> None:
    assert all(0 < len(term) <= LONGEST for term in terms(text))


@given(st.text())
def test_case_makes_no_difference_to_ascii(text: str) -> None:
    plain = text.encode("ascii", "ignore").decode()
    assert terms(plain.upper()) == terms(plain.lower())
