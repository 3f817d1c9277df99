"""The worked example of docs/judgement.md holds for the sample story."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from read_story_at_hand import label_of, read_state

from verifier.judgement import assess, impact_of_edge, speaks_against
from verifier.model.assessment import ClaimAssessment
from verifier.model.dependency import DependencyLabel
from verifier.model.scales import (
    STRUCTURAL_STATUSES,
    ConflictKind,
    DependencyState,
    StanceCode,
    StructuralStatus,
    SubstanceVerdict,
)
from verifier.model.state import State

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "fixtures/kursk/story.txt").read_text(encoding="utf-8")
PAGE = (ROOT / "docs/judgement.md").read_text(encoding="utf-8")
D01, D02 = DependencyLabel("D01"), DependencyLabel("D02")


@pytest.fixture(scope="module")
def sample() -> State:
    return read_state(TEXT, date(2024, 12, 18))


def judged(state: State, words: str) -> ClaimAssessment:
    return assess(state, None, text=TEXT).claims[label_of(state, words)]


def sentence(state: State, words: str) -> str:
    found = judged(state, words).independence
    assert found is not None
    return found.sentence


def test_two_hundred_soldiers_is_one_origin(sample: State) -> None:
    found = judged(sample, "as many as 200")
    assert found.status is StructuralStatus.ECHO_ONLY
    codes = {slug: item.code for slug, item in found.proposed.items()}
    assert codes == {"diu": StanceCode.ASSERTS, "isw": StanceCode.ECHOES}
    assert sentence(sample, "as many as 200") in " ".join(PAGE.split())


def test_a_confirmed_edge_leaves_no_range(sample: State) -> None:
    confirmed = replace(sample.dependencies[D01], state=DependencyState.CONFIRMED)
    state = replace(sample, dependencies={**sample.dependencies, D01: confirmed})
    assert sentence(state, "as many as 200") in " ".join(PAGE.split())


def test_confirmed_is_out_of_reach(sample: State) -> None:
    label = label_of(sample, "as many as 200")
    found = speaks_against(sample, label, SubstanceVerdict.CONFIRMED, "anna", text=TEXT)
    assert [item.rule for item in found if item.blocks] == ["P1"]


def test_weak_words_are_only_suspected(sample: State) -> None:
    assert sample.dependencies[D02].state is DependencyState.SUSPECTED
    found = judged(sample, "struggle to communicate")
    assert found.status is StructuralStatus.DEPENDENCE_SUSPECTED
    changing = impact_of_edge(sample, D02, None, text=TEXT)
    assert len(changing) == 3
    assert {item.after.status for item in changing} == {StructuralStatus.SINGLE_ORIGIN}


def test_the_admission_counts_across_parties(sample: State) -> None:
    found = judged(sample, "taken casualties of its own")
    assert found.status is StructuralStatus.CROSS_PARTY
    codes = {str(slug): item.code for slug, item in found.proposed.items()}
    assert codes["russian-military-bloggers"] is StanceCode.ASSERTS
    assert codes["diu"] is StanceCode.PARTLY


def test_the_lead_and_the_quotation_conflict(sample: State) -> None:
    found = assess(sample, None, text=TEXT).conflicts
    assert [item.kind for item in found] == [ConflictKind.PLACE, ConflictKind.SCOPE]
    assert "killed in Ukraine" in found[0].spans[0].of(TEXT)
    assert "inside Russia" in found[0].spans[1].of(TEXT)


def test_the_page_lists_every_status() -> None:
    for status, definition in STRUCTURAL_STATUSES.items():
        assert f"| {status.value} | {definition} |" in PAGE
