"""The structural status: what the story itself makes of a claim, the first row that fits."""

from dataclasses import replace

import pytest
from judged_at_hand import C01, C02, claim, document, edge, linked, marked, said_by, source, story

from verifier.judgement import assess
from verifier.model.claim import Claim
from verifier.model.dependency import Dependency
from verifier.model.scales import (
    AttributionMode,
    DependencyState,
    Force,
    SourceKind,
    StanceCode,
    StructuralStatus,
)
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.model.text import Span

A, E, P, X = (
    StanceCode.ASSERTS,
    StanceCode.ECHOES,
    StanceCode.PARTLY,
    StanceCode.CONTRADICTS,
)
SOURCES = [
    source("DIU", "Ukraine"),
    source("Army", "Ukraine", kind=SourceKind.MILITARY),
    source("Kremlin", "Russia"),
    source("Ministry", "France"),
    source("ISW", kind=SourceKind.ANALYST),
    source("Leaker", kind=SourceKind.ANONYMOUS),
    replace(source("Bloggers"), name="Russian military bloggers", party="Russia"),
]


def state_with(item: Claim, *edges: Dependency, **codes: StanceCode) -> State:
    state = story([item], SOURCES)
    for slug, code in codes.items():
        state = marked(state, C01, slug, code)
    return linked(state, *edges)


def status(state: State) -> StructuralStatus | None:
    return assess(state, "anna").claims[C01].status


def of_diu(*edges: Dependency, **codes: StanceCode) -> StructuralStatus | None:
    return status(state_with(claim(C01, speaker="diu"), *edges, **codes))


def test_one_source_is_a_single_origin() -> None:
    assert of_diu() is StructuralStatus.SINGLE_ORIGIN


def test_the_narrators_own_statement_is_unattributed() -> None:
    assert status(state_with(claim(C01))) is StructuralStatus.UNATTRIBUTED


@pytest.mark.parametrize("rule", ["act-of-speaking", "identity"])
def test_an_act_of_speaking_and_an_identity_are_subject_only(rule: str) -> None:
    assert status(state_with(claim(C01, rule=rule))) is StructuralStatus.SUBJECT_ONLY


def test_that_a_source_echoed_another_is_subject_only() -> None:
    said = said_by("isw", force=Force.ECHOES, cue="echoed", cue_span=Span(4, 10))
    item = claim(C01, "ISW echoed what the DIU said", said=said)
    assert status(state_with(item)) is StructuralStatus.SUBJECT_ONLY


def test_the_narrator_on_a_source_is_subject_only() -> None:
    item = replace(claim(C01, "gave no figures"), standalone="[The DIU] gave no figures")
    assert status(state_with(item)) is StructuralStatus.SUBJECT_ONLY


def test_a_contradiction_by_a_source_of_the_story_makes_it_conflicted() -> None:
    assert of_diu(kremlin=X, army=A) is StructuralStatus.CONFLICTED


def test_what_a_speaker_denies_is_conflicted() -> None:
    item = claim(C01, said=said_by("kremlin", force=Force.DENIES, cue="denied"))
    assert status(state_with(item)) is StructuralStatus.CONFLICTED


@pytest.mark.parametrize("slug", ["leaker", "bloggers"])
def test_anonymous_and_collective_sources_are_unnamed(slug: str) -> None:
    assert status(state_with(claim(C01, speaker=slug))) is StructuralStatus.UNNAMED_SOURCE


def test_nobody_named_but_a_cue_is_an_unnamed_source() -> None:
    said = said_by(None, mode=AttributionMode.AGENTLESS, cue="reportedly")
    assert status(state_with(claim(C01, said=said))) is StructuralStatus.UNNAMED_SOURCE


def test_a_named_supporter_lifts_a_collective() -> None:
    state = state_with(claim(C01, speaker="bloggers"), diu=A)
    assert status(state) is StructuralStatus.ADVERSARIALLY_CORROBORATED


def test_parties_that_oppose_each_other_corroborate() -> None:
    assert of_diu(kremlin=A) is StructuralStatus.ADVERSARIALLY_CORROBORATED


def test_partial_support_of_an_opponent_is_cross_party_only() -> None:
    assert of_diu(kremlin=P) is StructuralStatus.CROSS_PARTY


def test_parties_that_do_not_oppose_are_cross_party() -> None:
    assert of_diu(ministry=A) is StructuralStatus.CROSS_PARTY


def test_two_origins_of_one_party_are_one_side() -> None:
    assert of_diu(army=A) is StructuralStatus.SAME_SIDE


def test_an_echo_over_a_firm_edge_is_echo_only() -> None:
    proposed = edge("D01", "isw", "diu", C01, state=DependencyState.PROPOSED)
    assert of_diu(proposed) is StructuralStatus.ECHO_ONLY


def test_an_echo_over_a_suspected_edge_is_dependence_suspected() -> None:
    weak = edge("D01", "isw", "diu", C01, state=DependencyState.SUSPECTED)
    assert of_diu(weak) is StructuralStatus.DEPENDENCE_SUSPECTED


def test_the_only_support_over_a_suspected_edge_is_dependence_suspected() -> None:
    weak = edge("D01", "isw", "diu", C01, state=DependencyState.SUSPECTED)
    state = state_with(claim(C01, speaker="isw"), weak)
    assert status(state) is StructuralStatus.DEPENDENCE_SUSPECTED


def test_a_suspected_edge_beside_a_firm_one_changes_nothing() -> None:
    edges = (
        edge("D01", "isw", "diu", C01, state=DependencyState.CONFIRMED),
        edge("D02", "isw", "diu", C01, state=DependencyState.SUSPECTED),
    )
    assert of_diu(*edges) is StructuralStatus.ECHO_ONLY


def test_where_nobody_asserts_it_there_is_partial_support_only() -> None:
    assert status(state_with(claim(C01), diu=P)) is StructuralStatus.PARTIAL_SUPPORT_ONLY
    state = state_with(claim(C01), diu=P, kremlin=P)
    assert status(state) is StructuralStatus.PARTIAL_SUPPORT_ONLY


def test_where_a_named_speaker_is_read_as_silent_no_status_fits() -> None:
    assert of_diu(diu=StanceCode.SILENT) is None


def test_outside_evidence_does_not_change_what_the_story_says() -> None:
    state, passage = document(state_with(claim(C01, speaker="diu")), "E01", "kremlin")
    state = marked(state, C01, "kremlin", A, passage)
    assert status(state) is StructuralStatus.SINGLE_ORIGIN


def test_the_row_says_why() -> None:
    found = assess(state_with(claim(C01, speaker="diu"), kremlin=A), "anna").claims[C01]
    assert found.status_why == "DIU and Kremlin assert it, and their parties oppose each other"


def test_each_claim_has_its_own_status() -> None:
    state = story([claim(C01, speaker="diu"), claim(C02, "Nobody came", at=40)], SOURCES)
    found = assess(state, "anna").claims
    assert found[C02].status is StructuralStatus.UNATTRIBUTED
    assert found[C01].row[0] == Slug("diu")
