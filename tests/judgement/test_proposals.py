"""Stances that the story's own words propose; a source that only repeats never asserts."""

from dataclasses import replace

import pytest
from judged_at_hand import C01, C02, claim, edge, linked, marked, said_by, source, story
from read_story_at_hand import label_of, read_state

from verifier.judgement import assess
from verifier.model.assessment import ProposedStance
from verifier.model.claim import Claim, Facet, NumberValue
from verifier.model.dependency import Dependency
from verifier.model.scales import (
    Basis,
    Checkability,
    ClaimState,
    DependencyKind,
    DependencyState,
    FacetType,
    Force,
    StanceCode,
    StructuralStatus,
)
from verifier.model.state import State

A, E, P, X = (
    StanceCode.ASSERTS,
    StanceCode.ECHOES,
    StanceCode.PARTLY,
    StanceCode.CONTRADICTS,
)
SOURCES = [source("Mayor", "Town"), source("Police", "State"), source("Herald"), source("Mail")]


def proposed(state: State, label: str = "C01") -> dict[str, ProposedStance]:
    found = assess(state, "anna").claims[C01 if label == "C01" else C02].proposed
    return {str(slug): item for slug, item in found.items()}


def codes(state: State, label: str = "C01") -> dict[str, StanceCode]:
    return {slug: item.code for slug, item in proposed(state, label).items()}


def told(words: str, other: str, *edges: Dependency, by: str = "police") -> State:
    """The mayor says `words`; another source says `other` further on."""
    claims = [claim(C01, words, "mayor"), claim(C02, other, by, at=200)]
    return linked(story(claims, SOURCES), *edges)


def test_a_speaker_asserts_its_own_statement() -> None:
    found = proposed(story([claim(C01, speaker="mayor")], SOURCES))["mayor"]
    assert (found.code, found.rule, found.basis) == (A, "own-statement", Basis.STORY)


def test_what_a_speaker_denies_it_contradicts() -> None:
    denied = claim(C01, said=said_by("mayor", force=Force.DENIES, cue="denied"))
    assert codes(story([denied], SOURCES)) == {"mayor": X}


def test_a_speaker_that_only_repeats_echoes() -> None:
    again = claim(C01, said=said_by("mayor", force=Force.ECHOES, cue="repeated"))
    assert codes(story([again], SOURCES)) == {"mayor": E}


def test_who_passes_on_what_another_said_echoes() -> None:
    nested = claim(C01, said=said_by("mayor", via=("herald",)))
    assert codes(story([nested], SOURCES)) == {"mayor": A, "herald": E}


def test_who_repeats_a_speaker_echoes_it_over_the_edge() -> None:
    state = linked(
        story([claim(C01, speaker="mayor")], SOURCES), edge("D01", "herald", "mayor", C01)
    )
    found = proposed(state)["herald"]
    assert (found.code, found.edge) == (E, "D01")


def test_who_repeats_a_repeater_echoes_too() -> None:
    edges = (edge("D01", "herald", "mayor", C01), edge("D02", "mail", "herald", C01))
    state = linked(story([claim(C01, speaker="mayor")], SOURCES), *edges)
    assert codes(state) == {"mayor": A, "herald": E, "mail": E}


def test_a_speaker_with_an_edge_in_scope_is_not_proposed_as_asserting() -> None:
    state = linked(
        story([claim(C01, speaker="herald")], SOURCES), edge("D01", "herald", "mayor", C01)
    )
    assert codes(state) == {"herald": E}


def test_a_rejected_edge_gives_the_speaker_its_word_back() -> None:
    rejected = edge("D01", "herald", "mayor", C01, state=DependencyState.REJECTED)
    state = linked(story([claim(C01, speaker="herald")], SOURCES), rejected)
    assert codes(state) == {"herald": A}


def test_one_record_under_two_names_is_no_echo() -> None:
    same = edge("D01", "herald", "mayor", C01, kind=DependencyKind.SAME_RECORD)
    assert codes(linked(story([claim(C01, speaker="mayor")], SOURCES), same)) == {"mayor": A}


def test_what_a_person_marked_is_proposed_no_longer() -> None:
    state = marked(story([claim(C01, speaker="mayor")], SOURCES), C01, "mayor", P)
    assert codes(state) == {}


def test_the_same_statement_elsewhere_asserts() -> None:
    words = "Twelve houses collapsed beside the northern canal"
    found = proposed(told(words, words))["police"]
    assert (found.code, found.rule) == (A, "same-statement")


def test_a_death_is_a_casualty_and_not_the_other_way_round() -> None:
    deaths, losses = "Lowmarsh firemen were killed", "Lowmarsh firemen suffered casualties"
    assert codes(told(losses, deaths))["police"] is A
    weaker = proposed(told(deaths, losses))["police"]
    assert weaker.code is P
    assert "casualty, not death" in weaker.why


def test_killed_or_wounded_does_not_say_that_anybody_died() -> None:
    state = told("Lowmarsh firemen were killed", "Lowmarsh firemen were killed or wounded")
    assert codes(state)["police"] is P


def test_whom_an_event_befell_must_be_the_same() -> None:
    state = told("Lowmarsh firemen were killed", "Highmoor firemen were killed")
    assert "police" not in codes(state)
    state = told("Lowmarsh firemen were killed", "Lowmarsh firemen killed Highmoor dogs")
    assert "police" not in codes(state)


def counting(label: Claim, text: str, low: str, high: str | None) -> Claim:
    value = NumberValue(low, high, counted="firemen", scope=("killed",))
    return replace(label, facets=(Facet(FacetType.NUMBER, 0, len(text), text, number=value),))


def tolls(mine: tuple[str, str | None], theirs: tuple[str, str | None]) -> State:
    words = "Lowmarsh firemen were killed"
    one = counting(claim(C01, words, "mayor"), f"{mine[0]}", *mine)
    other = counting(claim(C02, words, "police", at=200), f"{theirs[0]}", *theirs)
    return story([one, other], SOURCES)


def test_numbers_that_cannot_both_be_right_contradict() -> None:
    found = proposed(tolls(("12", "12"), ("30", "30")))["police"]
    assert found.code is X
    assert "“30”, not “12”" in found.why


def test_a_number_within_the_bound_asserts() -> None:
    assert codes(tolls(("10", None), ("12", "12")))["police"] is A


def test_a_wider_number_supports_in_part() -> None:
    assert codes(tolls(("12", "12"), ("10", None)))["police"] is P


def test_a_missing_number_is_named() -> None:
    words = "Lowmarsh firemen were killed"
    one = counting(claim(C01, words, "mayor"), "twelve", "12", "12")
    state = story([one, claim(C02, words, "police", at=200)], SOURCES)
    found = proposed(state)["police"]
    assert found.code is P
    assert "without the number twelve" in found.why


def test_two_countries_contradict_for_nearly_the_same_words() -> None:
    state = told(
        "Lowmarsh engineers repaired the northern bridge in Norway",
        "Lowmarsh engineers repaired the northern bridge in Sweden",
    )
    found = proposed(state)["police"]
    assert found.code is X
    assert "in Sweden, not in Norway" in found.why


def test_what_only_may_come_supports_nothing() -> None:
    words = "Twelve houses collapsed beside the northern canal"
    other = replace(claim(C02, words, "police", at=200), checkability=Checkability.STATEMENT_ONLY)
    assert "police" not in codes(story([claim(C01, words, "mayor"), other], SOURCES))


def test_a_hedged_statement_supports_in_part() -> None:
    words = "Twelve houses collapsed beside the northern canal"
    other = claim(C02, words, at=200, said=said_by("police", hedge="allegedly"))
    found = proposed(story([claim(C01, words, "mayor"), other], SOURCES))["police"]
    assert found.code is P
    assert "allegedly" in found.why


def test_who_only_repeats_there_echoes_here() -> None:
    words = "Twelve houses collapsed beside the northern canal"
    state = told(words, words, edge("D01", "police", "mail", C02))
    assert codes(state)["police"] is E


SAMPLE = """\
Army admits losses in Norway

The ministry said on Monday that Lowmarsh soldiers had been killed in Norway.

According to the Ukrainian army, at least 30 Lowmarsh soldiers were killed or wounded near Vik. \
It said that 200 soldiers of these mixed units had fled.

The River Institute echoed the Ukrainian army’s claims in its latest report.

Several Russian bloggers acknowledged that Lowmarsh soldiers had suffered casualties.
"""


def test_the_echo_of_a_story_is_counted_as_one_origin() -> None:
    state = read_state(SAMPLE)
    label = label_of(state, "at least 30 Lowmarsh soldiers")
    found = assess(state, None, text=SAMPLE).claims[label]
    echo = next(item for item in found.proposed.values() if item.code is E)
    assert echo.source == "river-institute"
    assert found.independence is not None
    assert "River Institute repeats" in found.independence.sentence
    assert "line 7" in found.independence.sentence


def test_an_admission_counts_across_parties() -> None:
    state = read_state(SAMPLE)
    label = label_of(state, "Lowmarsh soldiers had suffered casualties")
    found = assess(state, None, text=SAMPLE).claims[label]
    assert found.status in (
        StructuralStatus.CROSS_PARTY,
        StructuralStatus.ADVERSARIALLY_CORROBORATED,
    )


@pytest.mark.parametrize("slug", ["mayor", "police"])
def test_a_dismissed_claim_proposes_nothing_elsewhere(slug: str) -> None:
    words = "Twelve houses collapsed beside the northern canal"
    state = told(words, words)
    gone = replace(state.claims[C02], state=ClaimState.DISMISSED)
    found = codes(replace(state, claims={**state.claims, C02: gone}))
    assert (slug in found) is (slug == "mayor")
