"""The language of a document, told by its letters and its small words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.language.document_language import document_language, language_name


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The pumps at the north gate stopped at ten and nobody was there.", "en"),
        ("Die Pumpen am Nordtor standen still, und es war niemand da, der sie sah.", "de"),
        ("Les pompes de la porte du nord se sont arrêtées et il n'y avait personne.", "fr"),
        ("Насосы у северных ворот остановились в десять, и рядом никого не было.", "ru"),
        ("Насоси біля північної брами зупинилися о десятій, і поруч нікого не було.", "uk"),
        ("북문의 펌프는 열 시에 멈췄고 아무도 없었다.", "ko"),
        ("北門のポンプは十時に止まり、誰もいなかった。", "ja"),
        ("توقفت المضخات عند البوابة الشمالية", "ar"),
        ("北门的水泵十点停了。", "zh"),
        ("22:05 — 12 / 40", "und"),
        ("", "und"),
    ],
)
def test_a_text_shows_its_language(text: str, language: str) -> None:
    assert document_language(text) == language


def test_an_address_or_a_name_in_latin_letters_does_not_decide() -> None:
    text = "Насосы остановились, пишет Night Watch: https://watch.example/en/the-pumps-of-the-gate"
    assert document_language(text) == "ru"


def test_menus_before_the_text_do_not_decide() -> None:
    text = "Home About us Contact and more of the same\n" * 20 + "Насоси зупинилися вночі. " * 200
    assert document_language(text) == "uk"


def test_languages_have_names() -> None:
    assert [language_name(tag) for tag in ("ru", "uk-UA", "ko_KR", "tlh")] == [
        "Russian",
        "Ukrainian",
        "Korean",
        "tlh",
    ]


@given(st.text())
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert document_language(text).isascii()
