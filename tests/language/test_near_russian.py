"""Ukrainian words as the Russian ones they are nearest to."""

import pytest

from verifier.language.near_russian import near_russian


@pytest.mark.parametrize(
    ("ukrainian", "russian"),
    [
        ("рік", "год"),
        ("Коли", "Когда"),
        ("п’ять", "пять"),
        ("п'ять", "пять"),
        ("щонайменше", "не менее"),
    ],
)
def test_a_common_word_becomes_its_russian_counterpart(ukrainian: str, russian: str) -> None:
    assert near_russian(ukrainian) == russian


@pytest.mark.parametrize(
    ("ukrainian", "russian"),
    [
        ("незалежність", "незалежность"),
        ("київський", "кыивский"),
        ("атакували", "атаковали"),
        ("пояснення", "пояснение"),
    ],
)
def test_a_word_nobody_listed_gets_russian_letters_and_endings(
    ukrainian: str, russian: str
) -> None:
    assert near_russian(ukrainian) == russian


def test_what_is_no_word_stays_as_it_is() -> None:
    assert near_russian("30 солдатів, 14.12.2024!") == "30 солдат, 14.12.2024!"
    assert near_russian("Latin, 한국어") == "Latin, 한국어"
    assert near_russian("") == ""


def test_a_long_text_takes_time_that_grows_in_line() -> None:
    assert len(near_russian("ї" * 1_000_000)) == 1_000_000
