"""A claim in English finds what says the same in Russian, Ukrainian and Korean."""

import pytest

from verifier.evidence.meaning import SIZE, has_encoder, meanings, nearest

PLACES = [
    "The bridge over the river was closed for repairs.",
    "Three firefighters were hurt when the roof fell in.",
    "The mayor denied that the school would be sold.",
    "Grain prices rose by a tenth in October.",
]
ABROAD = {
    "ru": [
        "Цены на зерно выросли в октябре на десятую часть.",
        "Мэр опроверг, что школу продадут.",
        "Мост через реку закрыли на ремонт.",
        "Трое пожарных пострадали, когда обрушилась крыша.",
    ],
    "uk": [
        "Ціни на зерно у жовтні зросли на десяту частину.",
        "Мер заперечив, що школу буде продано.",
        "Міст через річку закрили на ремонт.",
        "Троє пожежників постраждали, коли обвалився дах.",
    ],
    "ko": [
        "곡물 가격은 10월에 10분의 1만큼 올랐다.",
        "시장은 학교가 매각될 것이라는 사실을 부인했다.",
        "강 위의 다리가 수리를 위해 폐쇄되었다.",
        "지붕이 무너지면서 소방관 세 명이 다쳤다.",
    ],
}
SAME = [2, 3, 1, 0]

pytestmark = pytest.mark.skipif(not has_encoder(), reason="needs the extra multilingual")


@pytest.mark.parametrize("language", ["ru", "uk", "ko"])
def test_each_sentence_lies_nearest_to_its_translation(language: str) -> None:
    kept = meanings(ABROAD[language], language)
    found = [nearest(each, kept, 1)[0][0] for each in meanings(PLACES, "en")]
    assert found == SAME


def test_the_nearest_come_first_and_no_more_than_were_asked_for() -> None:
    kept = meanings(ABROAD["ru"], "ru")
    (query,) = meanings(PLACES[:1], "en")
    found = nearest(query, kept, 3)
    assert len(found) == 3
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


def test_a_meaning_is_a_vector_of_length_one_in_half_precision() -> None:
    (one,) = meanings(["Snow fell."], "en")
    assert len(one) == 2 * SIZE
    assert nearest(one, [one], 1)[0][1] == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("text", ["", " ", "\x00\x1b[2J", "😀" * 50, "а" * 20_000])
def test_any_text_has_a_meaning(text: str) -> None:
    (found,) = meanings([text], "uk")
    assert len(found) == 2 * SIZE


def test_nothing_is_nearest_where_nothing_is_kept() -> None:
    (query,) = meanings(["Snow fell."], "en")
    assert nearest(query, [], 5) == []
