"""Names and places of a claim in a passage: words, spellings, scripts, aliases, initials."""

import pytest
from comparison.comparing_cases import beside, result, results

from verifier.comparison.compare import compare
from verifier.comparison.spelling import is_derived, is_spelt_otherwise, skeleton
from verifier.model.scales import ComparisonResult, FacetType

SAME, COMPATIBLE, DIFFERS, ABSENT = ComparisonResult

FULL = (
    "Ministers of several countries met the port’s owners there for two days and signed a treaty "
    "on shipping lanes, tariffs and the rescue of sailors"
)


@pytest.mark.parametrize(
    ("claim", "words", "passage", "there"),
    [
        ("The treaty was signed in Gdynia.", "Gdynia", "It was signed in Gdynia’s port.", "Gdynia"),
        ("They praised Italian farmers.", "Italian", "Farmers in Italy were praised.", "Italy"),
        ("They met the United Nations.", "United Nations", "They met the U.N. there.", "U.N."),
        ("They met people of NATO.", "NATO", "They met the North Atlantic Treaty Organisation.",
         "North Atlantic Treaty Organisation"),
        ("He is in Kursk.", "Kursk", "Он находится в Курске.", "Курске"),
        ("Он находится в Курске.", "Курске", "He is in Kursk.", "Kursk"),
        ("We met Mr Zelensky.", "Zelensky", "Ми зустріли Володимира Зеленського.", "Зеленського"),
    ],
)  # fmt: skip
def test_a_name_is_found(claim: str, words: str, passage: str, there: str) -> None:
    assert beside(claim, passage, words) == there


@pytest.mark.parametrize(
    ("one", "other"),
    [("Martinivka", "Martynovka"), ("Vorozhba", "Vorobzha"), ("Мартиновка", "Мартыновка")],
)
def test_a_place_spelt_otherwise_is_compatible(one: str, other: str) -> None:
    found = results(f"They fought near {one}.", f"They fought near {other}.", FacetType.PLACE)
    assert found == [(one, "compatible")]


def test_a_place_in_another_script_is_the_same() -> None:
    found = results("They fought near Plekhovo.", "Вони билися біля Плехового.", FacetType.PLACE)
    assert found == [("Plekhovo", "same")]


def test_an_alias_is_the_same_in_any_script() -> None:
    alias = (frozenset({"North Korea", "КНДР", "북한"}),)
    claim = "Soldiers of North Korea arrived."
    for passage in ("Прибули солдати КНДР.", "북한의 병사들이 도착했다."):
        found = compare(claim, passage, aliases=alias)
        assert [each.result for each in found if each.type is FacetType.NAME] == [SAME]


def test_a_name_missing_from_a_full_passage_is_not_in_evidence() -> None:
    claim = "Ministers met the owners and signed the treaty at Gdynia with Ruth Okafor."
    assert result(claim, f"{FULL}.", "Ruth Okafor") is ABSENT


def test_a_short_passage_is_not_asked_for_every_name() -> None:
    assert results("They signed it with Ruth Okafor.", "They signed.", FacetType.NAME) == []


def test_what_the_sentence_is_about_may_be_named_otherwise() -> None:
    claim = "Ruth Okafor met the port’s owners and signed the treaty."
    assert results(claim, f"{FULL}.", FacetType.NAME) == []


def test_the_surname_alone_is_missing() -> None:
    claim, passage = "The band hired Ada Coleman.", "Ada joined the band then."
    found = results(claim, passage, FacetType.NAME)
    assert found == [("Ada", "same"), ("Coleman", "not in evidence")]


def test_different_names_are_not_spellings_of_one() -> None:
    for one, other in (("Miller", "Muller"), ("Hanson", "Hansen"), ("Iran", "Iraq")):
        assert not is_spelt_otherwise(one, other)
        assert not is_derived(one.lower(), other.lower())


def test_transliterations_share_a_skeleton() -> None:
    assert skeleton("Зеленський") == skeleton("Zelenskyi")
    assert skeleton("Харків") == skeleton("Харьков") == skeleton("Kharkiv")


def test_a_word_without_consonants_is_no_spelling_of_a_name() -> None:
    assert not is_spelt_otherwise("Boston", "Я")
    assert not is_spelt_otherwise("Ею", "Iowa")
