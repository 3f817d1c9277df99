"""Names of a claim in three scripts: without the titles that stand before them."""

import pytest

from verifier.claims import read_story
from verifier.model.scales import FacetType


def names(body: str, language: str) -> list[str]:
    """The name facets of a story of one sentence."""
    reading = read_story(f"A\n\n{body}", language=language)
    found = [f for c in reading.claims for f in c.facets if f.type is FacetType.NAME]
    return [facet.text for facet in found]


@pytest.mark.parametrize(
    ("body", "language", "name"),
    [
        ("Про це заявив Президент Зеленський у вівторок увечері.", "uk", "Зеленський"),
        ("Лікарню відкрив Міністр Іван Петренко разом з лікарями.", "uk", "Іван Петренко"),
        ("Об этом сообщил Губернатор Сергей Иванов во вторник.", "ru", "Сергей Иванов"),
        ("Матч отменил Директор Антон Белов из-за дождя.", "ru", "Антон Белов"),
    ],
)
def test_a_title_before_a_cyrillic_name_is_no_part_of_it(
    body: str, language: str, name: str
) -> None:
    assert names(body, language) == [name]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("이날 김민수 장관은 병원을 방문했다고 말했다.", "김민수"),
        ("볼로디미르 젤렌스키 대통령은 손실이 크다고 밝혔다.", "볼로디미르 젤렌스키"),
        ("국방정보국은 부대가 이동했다고 전했다.", "국방정보국"),
        ("박지영 감독이 경기를 취소했다고 밝혔다.", "박지영"),
    ],
)
def test_a_hangul_name_stands_before_a_title_or_ends_as_a_body_does(body: str, name: str) -> None:
    assert names(body, "ko") == [name]


def test_a_title_alone_is_no_hangul_name() -> None:
    assert names("이날 장관은 병원을 방문했다고 말했다.", "ko") == []
