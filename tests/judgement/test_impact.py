"""If an edge or a grade is wrong, these claims change: computed by judging the altered state."""

import pytest
from judged_at_hand import (
    ANNA,
    C01,
    C02,
    claim,
    document,
    edge,
    judged,
    linked,
    marked,
    source,
    story,
)

from verifier.judgement import Newsroom, impact_of_edge, impact_of_grade, impacts_of_edges
from verifier.model.dependency import DependencyLabel
from verifier.model.errors import UnknownName
from verifier.model.scales import (
    DependencyState,
    Reliability,
    StanceCode,
    StructuralStatus,
    SubstanceVerdict,
)
from verifier.model.state import State
from verifier.model.story import Slug

A, E = StanceCode.ASSERTS, StanceCode.ECHOES
D01 = DependencyLabel("D01")
SOURCES = [
    source("Mayor", "Town", grade="B"),
    source("Herald", "Press", grade="B"),
    source("Mail", grade="B"),
]


def echoed(*, state: DependencyState = DependencyState.PROPOSED) -> State:
    claims = [claim(C01, speaker="mayor"), claim(C02, "Nobody came", "mail", at=60)]
    return linked(story(claims, SOURCES), edge("D01", "herald", "mayor", C01, state=state))


def supported() -> State:
    """C01 marked as asserted by the mayor and the Herald, with a passage."""
    state, passage = document(echoed(), "E01", "mayor")
    return marked(marked(state, C01, "mayor", A, passage), C01, "herald", A)


def test_rejecting_an_echo_changes_only_the_claims_in_its_scope() -> None:
    found = impact_of_edge(echoed(), D01, ANNA)
    assert [item.claim for item in found] == [C01]
    assert found[0].before.status is StructuralStatus.ECHO_ONLY
    assert found[0].after.status is StructuralStatus.SINGLE_ORIGIN
    assert "status" in found[0].changed


def test_two_marked_sources_are_two_origins_without_the_edge() -> None:
    found = impact_of_edge(supported(), D01, ANNA)
    after = found[0].after.marked
    assert after is not None
    assert (after.origins_min, after.parties) == (2, 2)
    assert "origins" in found[0].changed
    assert "suggestion" in found[0].changed
    assert found[0].after.suggestion is not None
    assert found[0].after.suggestion.code is SubstanceVerdict.CONFIRMED


def test_the_policy_on_a_verdict_changes_with_the_edge() -> None:
    state = judged(supported(), C01, SubstanceVerdict.CONFIRMED)
    found = impact_of_edge(state, D01, ANNA)[0]
    assert "P1" in [item.rule for item in found.before.policy]
    assert found.after.policy == ()
    assert "policy" in found.changed


def test_a_rejected_edge_is_tried_as_confirmed() -> None:
    found = impact_of_edge(echoed(state=DependencyState.REJECTED), D01, ANNA)
    assert found[0].after.status is StructuralStatus.ECHO_ONLY


def test_an_edge_that_nothing_hangs_on_has_no_impact() -> None:
    state = echoed(state=DependencyState.CONFIRMED)
    state = linked(state, edge("D03", "herald", "mayor", C01))
    assert impact_of_edge(state, DependencyLabel("D03"), ANNA) == ()


def test_the_state_itself_stays_as_it_is() -> None:
    state = echoed()
    impact_of_edge(state, D01, ANNA)
    assert state.dependencies[D01].state is DependencyState.PROPOSED


def test_an_unknown_edge_and_source_are_named() -> None:
    with pytest.raises(UnknownName, match="D09"):
        impact_of_edge(echoed(), DependencyLabel("D09"), ANNA)
    with pytest.raises(UnknownName, match="nobody"):
        impact_of_grade(echoed(), Slug("nobody"), ANNA)


def test_a_wrong_grade_changes_what_a_verdict_rests_on() -> None:
    state, passage = document(echoed(), "E01", "herald")
    state = marked(state, C01, "herald", A, passage)
    state = judged(
        linked(state, edge("D01", "herald", "mayor", C02)), C01, SubstanceVerdict.SUPPORTED
    )
    found = impact_of_grade(state, Slug("herald"), ANNA)
    assert [item.claim for item in found] == [C01]
    assert [item.rule for item in found[0].after.policy] == ["P5"]
    assert found[0].changed == ("policy", "suggestion")


def test_a_weak_source_is_tried_with_a_good_grade() -> None:
    room = Newsroom(sources={Slug("herald"): source("Herald", "Press", grade="E")})
    state, passage = document(echoed(), "E01", "herald")
    state = marked(state, C01, "herald", A, passage)
    state = linked(state, edge("D01", "herald", "mayor", C02))
    found = impact_of_grade(state, Slug("herald"), ANNA, newsroom=room)
    suggestion = found[0].after.suggestion
    assert suggestion is not None
    assert suggestion.code is SubstanceVerdict.SUPPORTED


def test_another_letter_can_be_asked_for() -> None:
    state = supported()
    assert impact_of_grade(state, Slug("mayor"), ANNA, letter=Reliability.B) == ()


def test_all_edges_together_give_what_each_gives_alone() -> None:
    state = linked(supported(), edge("D02", "mail", "herald"), edge("D03", "herald", "mayor", C02))
    found = impacts_of_edges(state, ANNA)
    assert list(found) == list(state.dependencies)
    assert all(found[label] == impact_of_edge(state, label, ANNA) for label in found)


def test_an_edge_on_more_claims_than_are_left_to_try_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("verifier.judgement.impact.LEAST_TRIED", 1)
    monkeypatch.setattr("verifier.judgement.impact.TIMES_TRIED", 0)
    state = linked(echoed(), edge("D02", "mail", "mayor"), edge("D03", "herald", "mail", C02))
    assert list(impacts_of_edges(state, ANNA)) == [D01]
