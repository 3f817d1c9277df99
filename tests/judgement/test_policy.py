"""The rules of the policy, each with what fires it and what stills it."""

from dataclasses import replace
from datetime import date

import pytest
from judged_at_hand import (
    ANNA,
    AT,
    C01,
    C02,
    claim,
    document,
    edge,
    judged,
    linked,
    marked,
    said_by,
    source,
    story,
)

from verifier.judgement import Newsroom, assess, speaks_against, speaks_against_stance
from verifier.model.claim import Claim, ClaimLabel
from verifier.model.errors import UnknownName
from verifier.model.policy import Policy, PolicyFinding
from verifier.model.scales import (
    Aspect,
    AttributionMode,
    AttributionVerdict,
    DependencyState,
    RecordKind,
    Reliability,
    SourceKind,
    StanceCode,
    SubstanceVerdict,
)
from verifier.model.search import Search, SearchLabel
from verifier.model.state import State
from verifier.model.story import Slug

A, E, P, X, S = (
    StanceCode.ASSERTS,
    StanceCode.ECHOES,
    StanceCode.PARTLY,
    StanceCode.CONTRADICTS,
    StanceCode.SILENT,
)
CONFIRMED, SUPPORTED = SubstanceVerdict.CONFIRMED, SubstanceVerdict.SUPPORTED
SOURCES = [
    source("Mayor", "Town", grade="B"),
    source("Police", "Town", grade="B"),
    source("Herald", "Press", grade="C", kind=SourceKind.MEDIA),
    source("Rumour", grade="E"),
    source("Leaker", kind=SourceKind.ANONYMOUS, grade="A"),
    source("Stranger"),
]


def of_mayor(item: Claim | None = None) -> State:
    return story([item or claim(C01, speaker="mayor")], SOURCES)


def rules(
    state: State,
    code: SubstanceVerdict | AttributionVerdict,
    policy: Policy | None = None,
    *,
    text: str = "",
    replacement: str | None = None,
) -> list[str]:
    return [
        item.rule
        for item in against(state, code, policy, text=text, replacement=replacement)
        if item.blocks
    ]


def against(
    state: State,
    code: SubstanceVerdict | AttributionVerdict,
    policy: Policy | None = None,
    *,
    text: str = "",
    replacement: str | None = None,
) -> tuple[PolicyFinding, ...]:
    room = Newsroom(policy=policy or Policy())
    return speaks_against(state, C01, code, ANNA, replacement=replacement, text=text, newsroom=room)


def cited(state: State, slug: str, code: StanceCode, record: RecordKind, number: int = 1) -> State:
    state, passage = document(state, f"E{number:02d}", slug, record)
    return marked(state, C01, slug, code, passage)


def statement(state: State, slug: str, code: StanceCode, number: int = 1) -> State:
    return cited(state, slug, code, RecordKind.OF_STATEMENT, number)


# P1


def test_confirmed_needs_two_origins_of_two_parties() -> None:
    one = statement(of_mayor(), "mayor", A)
    assert "P1" in rules(one, CONFIRMED)
    assert "P1" in rules(marked(one, C01, "police", A), CONFIRMED)
    assert "P1" not in rules(marked(one, C01, "herald", A), CONFIRMED)


def test_the_record_of_the_event_confirms_alone() -> None:
    assert "P1" not in rules(cited(of_mayor(), "mayor", A, RecordKind.OF_EVENT), CONFIRMED)


def test_confirmed_needs_a_cited_passage() -> None:
    state = marked(marked(of_mayor(), C01, "mayor", A), C01, "herald", A)
    says = against(state, CONFIRMED)[0].says
    assert says == "No supporting stance cites a passage."


def test_an_echo_does_not_confirm() -> None:
    state = marked(statement(of_mayor(), "mayor", A), C01, "herald", E)
    assert "P1" in rules(linked(state, edge("D01", "herald", "mayor", C01)), CONFIRMED)


def test_a_contradiction_of_equal_grade_is_open() -> None:
    state = marked(statement(of_mayor(), "mayor", A), C01, "herald", A)
    assert "P1" in rules(marked(state, C01, "police", X), CONFIRMED)
    assert "P1" not in rules(marked(state, C01, "rumour", X), CONFIRMED)


def test_the_thresholds_of_p1_are_data() -> None:
    one = statement(of_mayor(), "mayor", A)
    assert "P1" not in rules(one, CONFIRMED, Policy(origins=1, parties=1))


def test_only_what_the_reviewer_marked_counts_for_p1() -> None:
    assert "P1" in rules(of_mayor(), CONFIRMED)


# P2


def quoted() -> State:
    said = said_by("mayor", mode=AttributionMode.DIRECT_QUOTE)
    return of_mayor(claim(C01, said=said))


def said_in(state: State, slug: str, record: RecordKind, number: int) -> State:
    state, passage = document(state, f"E{number:02d}", slug, record)
    return marked(state, C01, slug, A, passage, aspect=Aspect.ATTRIBUTION)


def test_exact_needs_the_speakers_own_record() -> None:
    exact = AttributionVerdict.EXACT
    assert rules(quoted(), exact) == ["P2"]
    own = said_in(quoted(), "mayor", RecordKind.OF_STATEMENT, 1)
    assert rules(own, exact) == []


def test_two_independent_transcripts_do_as_well() -> None:
    one = said_in(quoted(), "herald", RecordKind.REPORT, 1)
    two = said_in(one, "police", RecordKind.REPORT, 2)
    exact = AttributionVerdict.EXACT
    assert (rules(one, exact), rules(two, exact)) == (["P2"], [])
    repeated = linked(two, edge("D01", "police", "herald", C01))
    assert rules(repeated, exact) == ["P2"]


def test_a_paraphrase_may_be_called_fair_without_a_record() -> None:
    assert rules(quoted(), AttributionVerdict.FAIR) == []
    assert rules(of_mayor(), AttributionVerdict.EXACT) == []


# P3


def split(code: SubstanceVerdict) -> State:
    state = story(
        [claim(C01, speaker="mayor"), claim(C02, "It fell", "mayor", parent=C01)], SOURCES
    )
    return judged(state, C02, code)


def test_a_split_claim_is_never_better_than_its_worst_part() -> None:
    assert "P3" in rules(split(SubstanceVerdict.DISPUTED), SUPPORTED)
    assert "P3" not in rules(split(SubstanceVerdict.DISPUTED), SubstanceVerdict.REFUTED)
    assert "P3" not in rules(split(SubstanceVerdict.CONFIRMED), SUPPORTED)


@pytest.mark.parametrize("apart", [SubstanceVerdict.NOT_CHECKABLE, SubstanceVerdict.UNCHECKED])
def test_unchecked_and_uncheckable_parts_stand_apart(apart: SubstanceVerdict) -> None:
    assert "P3" not in rules(split(apart), SUPPORTED)


# P4


def echoing(state: DependencyState) -> State:
    return linked(of_mayor(), edge("D01", "herald", "mayor", C01, state=state))


def stance_rules(state: State, slug: str, code: StanceCode) -> list[str]:
    return [f.rule for f in speaks_against_stance(state, C01, Slug(slug), code, ANNA)]


def test_asserts_against_an_unrejected_edge_asks() -> None:
    assert stance_rules(echoing(DependencyState.SUSPECTED), "herald", A) == ["P4"]
    assert stance_rules(echoing(DependencyState.REJECTED), "herald", A) == []


def test_echoes_and_other_sources_do_not_ask() -> None:
    assert stance_rules(echoing(DependencyState.PROPOSED), "herald", E) == []
    assert stance_rules(echoing(DependencyState.PROPOSED), "mayor", A) == []


def test_p4_flags_the_verdict_without_blocking_it() -> None:
    state = marked(echoing(DependencyState.PROPOSED), C01, "herald", A)
    found = [f for f in against(state, SubstanceVerdict.ATTRIBUTED_ONLY) if f.rule == "P4"]
    assert [item.blocks for item in found] == [False]
    assert "herald" in found[0].says.lower()


def test_p4_can_be_switched_off() -> None:
    room = Newsroom(policy=Policy(off=("P4",)))
    state = echoing(DependencyState.PROPOSED)
    assert speaks_against_stance(state, C01, Slug("herald"), A, ANNA, newsroom=room) == ()


# P5


@pytest.mark.parametrize("slug", ["rumour", "leaker", "stranger"])
def test_weak_ungraded_and_anonymous_sources_carry_attributed_only(slug: str) -> None:
    state = statement(of_mayor(), slug, A)
    assert "P5" in rules(state, SUPPORTED)
    assert "P5" not in rules(state, SubstanceVerdict.ATTRIBUTED_ONLY)


def test_one_better_source_is_enough_for_p5() -> None:
    state = marked(statement(of_mayor(), "rumour", A), C01, "mayor", P)
    assert "P5" not in rules(state, SUPPORTED)


def test_what_is_weak_is_data() -> None:
    state = statement(of_mayor(), "stranger", A)
    assert "P5" not in rules(state, SUPPORTED, Policy(is_ungraded_weak=False))
    strict = Policy(weak_grades=(Reliability.B, Reliability.E, Reliability.F))
    assert "P5" in rules(statement(of_mayor(), "mayor", A), SUPPORTED, strict)


# P6


def test_the_storys_hedge_caps_without_outside_evidence() -> None:
    state = of_mayor(claim(C01, said=said_by("mayor", hedge="allegedly")))
    told = marked(state, C01, "herald", A)
    assert "P6" in rules(told, SUPPORTED)
    assert "P6" not in rules(told, SubstanceVerdict.ATTRIBUTED_ONLY)
    assert "P6" not in rules(statement(told, "police", A), SUPPORTED)


def test_a_doubt_in_the_paragraph_is_a_hedge_too() -> None:
    text = "The dam broke. It was difficult to verify the film.\n\nNext."
    told = marked(of_mayor(), C01, "herald", A)
    assert "P6" in rules(told, SUPPORTED, text=text)
    assert "P6" not in rules(told, SUPPORTED, text="The dam broke.\n\nUnverified.")


# P7


def test_evidence_published_after_the_claim_is_flagged() -> None:
    for day, flagged in ((date(2026, 3, 9), True), (date(2026, 3, 5), False)):
        state, passage = document(of_mayor(), "E01", "mayor", published=day)
        found = against(marked(state, C01, "mayor", A, passage), SUPPORTED)
        assert [f.blocks for f in found if f.rule == "P7"] == ([False] if flagged else [])


def test_the_day_it_was_said_goes_before_the_dateline() -> None:
    state = of_mayor(claim(C01, said=said_by("mayor", said_on="2026-03-01")))
    state, passage = document(state, "E01", "mayor", published=date(2026, 3, 3))
    found = against(marked(state, C01, "mayor", A, passage), SUPPORTED)
    assert "P7" in [f.rule for f in found]


# P9


def test_refuted_needs_a_cited_contradiction_from_a_better_source() -> None:
    refuted = SubstanceVerdict.REFUTED
    told = marked(of_mayor(), C01, "herald", A)
    assert "P9" in rules(marked(told, C01, "police", X), refuted)
    assert "P9" not in rules(statement(told, "police", X), refuted)
    assert "P9" in rules(statement(told, "rumour", X), refuted)


def test_where_nobody_is_marked_the_speaker_must_be_bettered() -> None:
    assert "P9" in rules(statement(of_mayor(), "police", X), SubstanceVerdict.REFUTED)


def test_disputed_needs_both_sides_of_like_grade() -> None:
    disputed = SubstanceVerdict.DISPUTED
    told = marked(of_mayor(), C01, "mayor", A)
    assert "P9" in rules(told, disputed)
    assert "P9" not in rules(marked(told, C01, "herald", X), disputed)
    assert "P9" in rules(marked(told, C01, "rumour", X), disputed)
    assert "P9" not in rules(marked(told, C01, "rumour", X), disputed, Policy(letters_apart=3))


def test_unverified_needs_a_recorded_search() -> None:
    unverified = SubstanceVerdict.UNVERIFIED
    assert "P9" in rules(of_mayor(), unverified)
    search = Search(SearchLabel("S01"), C01, "dam", ANNA, AT, 4, 0)
    searched = replace(of_mayor(), searches={search.label: search})
    assert "P9" not in rules(searched, unverified)
    assert "P9" not in rules(marked(of_mayor(), C01, "herald", S), unverified)


def test_misstated_needs_a_replacement_and_a_passage() -> None:
    misstated = SubstanceVerdict.MISSTATED
    assert "P9" in rules(statement(of_mayor(), "mayor", P), misstated)
    assert "P9" in rules(of_mayor(), misstated, replacement="The dam leaked")
    told = statement(of_mayor(), "mayor", P)
    assert "P9" not in rules(told, misstated, replacement="The dam leaked")


# all


def test_a_rule_that_is_off_says_nothing() -> None:
    assert rules(of_mayor(), CONFIRMED, Policy(off=("P1",))) == []


def test_a_verdict_given_keeps_its_findings_in_the_assessment() -> None:
    found = assess(judged(of_mayor(), C01, CONFIRMED), ANNA).claims[C01].policy
    assert [item.rule for item in found] == ["P1"]


def test_no_rule_speaks_against_leaving_it_unchecked() -> None:
    assert against(of_mayor(), SubstanceVerdict.UNCHECKED) == ()


def test_an_unknown_claim_is_named() -> None:
    with pytest.raises(UnknownName, match="C99"):
        speaks_against(of_mayor(), ClaimLabel("C99"), CONFIRMED, ANNA)
