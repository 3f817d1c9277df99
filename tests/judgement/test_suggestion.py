"""A verdict that the marks and the policy carry; it is suggested and never set."""

from dataclasses import replace

import pytest
from judged_at_hand import (
    ANNA,
    AT,
    C01,
    C02,
    claim,
    document,
    judged,
    marked,
    said_by,
    source,
    story,
)

from verifier.judgement import Newsroom, assess, suggestion_for
from verifier.model.claim import ClaimLabel
from verifier.model.errors import UnknownName
from verifier.model.policy import Policy
from verifier.model.question import Question, QuestionLabel
from verifier.model.scales import (
    Addressee,
    Checkability,
    QuestionState,
    StanceCode,
    SubstanceVerdict,
    Weight,
)
from verifier.model.search import Search, SearchLabel
from verifier.model.state import State

A, P, X, S = (
    StanceCode.ASSERTS,
    StanceCode.PARTLY,
    StanceCode.CONTRADICTS,
    StanceCode.SILENT,
)
SOURCES = [
    source("Mayor", "Town", grade="C"),
    source("Police", "State", grade="B"),
    source("Rumour", grade="E"),
]


def of_mayor() -> State:
    return story([claim(C01, speaker="mayor")], SOURCES)


def suggested(state: State) -> SubstanceVerdict | None:
    found = suggestion_for(state, C01, ANNA)
    return None if found is None else found.code


def cited(state: State, slug: str, code: StanceCode) -> State:
    state, passage = document(state, "E01", slug)
    return marked(state, C01, slug, code, passage)


def test_what_only_the_story_says_is_attributed_only() -> None:
    found = suggestion_for(of_mayor(), C01, ANNA)
    assert found is not None
    assert found.code is SubstanceVerdict.ATTRIBUTED_ONLY
    assert found.why == "single origin: 1 source, 1 origin. 1 party"


def test_for_the_narrators_own_statement_nothing_is_suggested() -> None:
    assert suggested(story([claim(C01)], SOURCES)) is None


def test_one_credible_origin_beside_the_claimant_supports() -> None:
    assert suggested(marked(of_mayor(), C01, "police", A)) is SubstanceVerdict.SUPPORTED


def test_two_parties_with_a_passage_confirm() -> None:
    state = marked(cited(of_mayor(), "police", A), C01, "mayor", A)
    assert suggested(state) is SubstanceVerdict.CONFIRMED


def test_weak_or_partial_support_is_attributed_only() -> None:
    assert suggested(marked(of_mayor(), C01, "rumour", A)) is SubstanceVerdict.ATTRIBUTED_ONLY
    assert suggested(marked(of_mayor(), C01, "police", P)) is SubstanceVerdict.ATTRIBUTED_ONLY
    assert suggested(marked(of_mayor(), C01, "mayor", A)) is SubstanceVerdict.ATTRIBUTED_ONLY


def test_a_better_source_with_a_passage_against_it_refutes() -> None:
    state = marked(cited(of_mayor(), "police", X), C01, "mayor", A)
    assert suggested(state) is SubstanceVerdict.REFUTED


def test_sources_of_like_grade_dispute() -> None:
    state = marked(marked(of_mayor(), C01, "mayor", A), C01, "police", X)
    assert suggested(state) is SubstanceVerdict.DISPUTED


def test_a_weak_contradiction_leaves_it_attributed_only() -> None:
    state = marked(marked(of_mayor(), C01, "police", A), C01, "rumour", X)
    assert suggested(state) is SubstanceVerdict.ATTRIBUTED_ONLY


def test_what_was_searched_in_vain_is_unverified() -> None:
    search = Search(SearchLabel("S01"), C01, "dam", ANNA, AT, 3, 0)
    searched = replace(of_mayor(), searches={search.label: search})
    assert suggested(searched) is SubstanceVerdict.UNVERIFIED
    assert suggested(marked(of_mayor(), C01, "police", S)) is SubstanceVerdict.UNVERIFIED


@pytest.mark.parametrize(
    "kind", [Checkability.OPINION, Checkability.FORECAST, Checkability.STATEMENT_ONLY]
)
def test_opinions_and_forecasts_are_not_checkable(kind: Checkability) -> None:
    item = replace(claim(C01, said=said_by("mayor")), checkability=kind)
    assert suggested(story([item], SOURCES)) is SubstanceVerdict.NOT_CHECKABLE


def test_a_whole_is_suggested_no_better_than_its_worst_part() -> None:
    state = story([claim(C01, speaker="mayor"), claim(C02, parent=C01, speaker="mayor")], SOURCES)
    state = marked(judged(state, C02, SubstanceVerdict.REFUTED), C01, "police", A)
    assert suggested(state) is SubstanceVerdict.REFUTED


def test_an_unknown_claim_is_named() -> None:
    with pytest.raises(UnknownName, match="C77"):
        suggestion_for(of_mayor(), ClaimLabel("C77"), ANNA)


# what stands against signing off


def bearing(weight: Weight = Weight.LOAD_BEARING) -> State:
    return story([claim(C01, speaker="mayor", weight=weight)], SOURCES)


def blocking(state: State, policy: Policy | None = None) -> list[tuple[ClaimLabel | None, str]]:
    room = Newsroom(policy=policy or Policy())
    return list(assess(state, ANNA, newsroom=room).blocking)


def test_an_unchecked_load_bearing_claim_blocks_sign_off() -> None:
    assert blocking(bearing()) == [(C01, "load-bearing, and without a verdict")]
    assert blocking(bearing(Weight.SUPPORTING)) == []
    assert blocking(judged(bearing(), C01, SubstanceVerdict.SUPPORTED)) == []
    assert blocking(judged(bearing(), C01, SubstanceVerdict.UNCHECKED)) != []


def asked(state: State, answer: QuestionState) -> State:
    question = Question(
        QuestionLabel("Q01"), C01, "Who counted?", Addressee.AUTHOR, ANNA, AT, state=answer
    )
    return replace(state, questions={question.label: question})


def test_an_open_question_on_it_blocks_too() -> None:
    state = judged(bearing(), C01, SubstanceVerdict.SUPPORTED)
    assert blocking(asked(state, QuestionState.OPEN)) == [(C01, "question Q01 on it is open")]
    assert blocking(asked(state, QuestionState.ANSWERED)) == []
    assert blocking(asked(bearing(Weight.SUPPORTING), QuestionState.OPEN)) == []


def test_a_second_check_is_asked_for_by_the_policy_only() -> None:
    once = judged(bearing(), C01, SubstanceVerdict.SUPPORTED)
    strict = Policy(needs_second_check=True)
    assert [label for label, _ in blocking(once, strict)] == [C01]
    twice = judged(once, C01, SubstanceVerdict.SUPPORTED, reviewer="ben")
    assert blocking(twice, strict) == []
    assert blocking(once) == []


def test_p8_may_be_switched_off() -> None:
    assert blocking(bearing(), Policy(off=("P8",))) == []
