"""Two claims by their details alone, as the internal conflicts of a story need it."""

from verifier.comparison.details import read_details
from verifier.comparison.facets import compare_facets
from verifier.model.claim import Facet
from verifier.model.scales import ComparisonResult, FacetType, Fidelity

SAME, COMPATIBLE, DIFFERS, ABSENT = ComparisonResult


def facets(text: str) -> tuple[Facet, ...]:
    return read_details(text).facets


def test_two_claims_with_other_figures_for_one_thing_differ() -> None:
    one, two = facets("In Kursk, 40 soldiers fell."), facets("In Kursk, 25 soldiers fell.")
    found = compare_facets(one, two)
    assert [(each.type, each.result) for each in found] == [
        (FacetType.PLACE, SAME),
        (FacetType.NUMBER, DIFFERS),
    ]


def test_without_a_common_name_or_word_figures_do_not_differ() -> None:
    one, two = facets("Near Lyon, 40 soldiers fell."), facets("Near Pau, 25 soldiers fell.")
    assert [each.result for each in compare_facets(one, two)] == [ABSENT]


def test_the_caller_may_know_that_two_claims_are_about_the_same() -> None:
    one, two = facets("Then 40 soldiers fell."), facets("Only 25 soldiers fell.")
    [found] = compare_facets(one, two, shared=2)
    assert found.result is DIFFERS


def test_a_name_is_known_by_its_aliases() -> None:
    one, two = facets("They met the DIU there."), facets("They met the HUR there.")
    [found] = compare_facets(one, two, aliases=[frozenset({"DIU", "HUR"})])
    assert found.result is SAME


def test_a_name_in_another_spelling_is_compatible() -> None:
    one, two = facets("They fled to Martinivka."), facets("They fled to Martynovka.")
    assert [each.result for each in compare_facets(one, two)] == [COMPATIBLE]


def test_a_quotation_is_compared_with_the_others_quotation() -> None:
    text = "She said “we will leave the harbour at noon”."
    other = "It was Tuesday. “We will leave the port at noon”, she said."
    [found] = compare_facets(facets(text), facets(other))
    assert found.fidelity is Fidelity.CHANGED
    replaced = [op for op in found.ops if op.claim.of(text) == "harbour"]
    assert [op.passage.of(other) for op in replaced] == ["port"]


def test_dates_of_two_claims_differ() -> None:
    one = facets("In Kursk on 12 May 2020 a bridge fell.")
    two = facets("In Kursk on 13 May 2020 a bridge fell.")
    found = [each for each in compare_facets(one, two) if each.type is FacetType.DATE]
    assert [each.result for each in found] == [DIFFERS, SAME, SAME]
