"""The sample story beside its sample sources: the differences that a good check finds are found."""

import pytest

from verifier.comparison.compare import compare
from verifier.model.scales import ComparisonResult
from verifier.reading import read_path
from verifier.settings.places import shipped_folder

SAMPLE = shipped_folder("fixtures") / "kursk"


def paragraph(words: str) -> str:
    """The paragraph of the sample story that holds some words."""
    story = read_path(SAMPLE / "story.txt").text
    return next(part for part in story.split("\n\n") if words in part and len(part) > 100)


def differences(words: str, number: str) -> list[tuple[str, str]]:
    """The words of a paragraph that differ from a document, with the document's."""
    [file] = (SAMPLE / "evidence").glob(f"{number}-*")
    claim, passage = paragraph(words), read_path(file).text
    return [
        (each.claim.of(claim), each.passage.of(passage))
        for each in compare(claim, passage)
        if each.result is ComparisonResult.DIFFERS and each.passage is not None
    ]


@pytest.mark.parametrize(
    ("words", "number", "here", "there"),
    [
        ("for the first time", "01", "Ukraine", "Russia"),
        ("By the agency’s estimate", "05", "as many as 200", "about 200"),
        ("Three soldiers", "06", "Three", "at least three"),
        ("approximately 300", "09", "approximately 300", "200 to 300"),
        ("considerable number", "07", "considerable number", "significant number"),
        ("could lead to friction", "08", "could", "will likely"),
    ],
)
def test_the_difference_is_found(words: str, number: str, here: str, there: str) -> None:
    assert (here, there) in differences(words, number)


def test_a_quotation_that_was_cut_is_compatible_and_shown() -> None:
    [file] = (SAMPLE / "evidence").glob("01-*")
    claim, passage = paragraph("He added"), read_path(file).text
    [quote] = [each for each in compare(claim, passage) if each.fidelity is not None]
    assert quote.result is ComparisonResult.COMPATIBLE
    assert "And" in quote.why
