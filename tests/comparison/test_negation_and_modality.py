"""Verbs denied on one side, hedges that got stronger, weaker or lost, words of degree."""

import pytest

from verifier.comparison.compare import compare
from verifier.model.scales import FacetType, Fidelity


def of_type(claim: str, passage: str, kind: FacetType) -> list[tuple[str, str | None, str]]:
    return [
        (each.claim.of(claim), each.passage.of(passage) if each.passage else None, each.result)
        for each in compare(claim, passage)
        if each.type is kind
    ]


def test_a_verb_denied_here_and_stated_there_differs() -> None:
    found = of_type(
        "The book was never translated into Welsh.",
        "In 1990 the book was translated into Welsh and Irish.",
        FacetType.NEGATION,
    )
    assert found == [("never translated", "translated", "differs")]


def test_a_verb_stated_here_and_denied_there_differs() -> None:
    found = of_type(
        "The council paid the builders.",
        "The council did not pay the builders, its clerk said.",
        FacetType.NEGATION,
    )
    assert found == [("paid", "not pay", "differs")]


def test_a_verb_denied_in_both_is_the_same() -> None:
    found = of_type(
        "The council did not pay the builders.",
        "The builders were not paid by the council.",
        FacetType.NEGATION,
    )
    assert found == [("not pay", "not paid", "same")]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("She not only wrote the book.", "She wrote the book."),
        ("The book was not well received there.", "The book received bad reviews there."),
        ("The book was translated into Welsh.", "The record does not say who translated it."),
        ("He did not learn to read music.", "He was unable to read music as a pupil."),
        ("He did not leave.", "Ships leave at noon."),
    ],
)
def test_what_only_looks_like_a_denial_is_left_alone(claim: str, passage: str) -> None:
    assert of_type(claim, passage, FacetType.NEGATION) == []


def test_russian_and_ukrainian_denials_are_read() -> None:
    russian = of_type(
        "Совет не оплатил ремонт моста.", "Совет оплатил ремонт моста.", FacetType.NEGATION
    )
    ukrainian = of_type(
        "Рада не оплатила ремонт мосту.", "Рада оплатила ремонт мосту.", FacetType.NEGATION
    )
    assert [each[2] for each in russian + ukrainian] == ["differs", "differs"]


@pytest.mark.parametrize(
    ("claim", "passage", "fidelity"),
    [
        ("The strike could lead to delays in the northern ports.",
         "The strike will likely continue to cause delays in the northern ports.",
         Fidelity.WEAKER),
        ("The strike will delay ships in the port.", "The strike may delay ships in the port.",
         Fidelity.STRONGER),
        ("The strike may delay ships in the port.", "The strike could delay ships in the port.",
         Fidelity.VARIANT),
        ("The strike may delay ships in the port.", "Ships in the port may delay the strike.",
         Fidelity.EXACT),
        ("Guards shot two men in the old harbour.",
         "Guards allegedly shot two men in the old harbour.", Fidelity.STRONGER),
        ("The port has suffered considerable losses.",
         "The port suffered significant losses, it says.", Fidelity.VARIANT),
        ("The port has suffered heavy losses.", "The port suffered some losses, it says.",
         Fidelity.STRONGER),
    ],
)  # fmt: skip
def test_hedges_drift(claim: str, passage: str, fidelity: Fidelity) -> None:
    found = [each for each in compare(claim, passage) if each.type is FacetType.MODALITY]
    assert [each.fidelity for each in found] == [fidelity]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Ships will dock at noon.", "The museum could close."),
        ("In May the port opened.", "The port may open in the month of June."),
        ("A major wrote to the port.", "The port is large."),
        ("Police say guards shot two men in the harbour.",
         "Guards allegedly shot two men in the harbour."),
    ],
)  # fmt: skip
def test_hedges_of_other_statements_are_not_compared(claim: str, passage: str) -> None:
    assert of_type(claim, passage, FacetType.MODALITY) == []
