"""What holds for every story: counts, scopes, the order of marks, and the incremental form."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some
from judged_at_hand import (
    ANNA,
    AT,
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

from verifier.judgement import Newsroom, assess, impacts_of_edges, reassess
from verifier.judgement.reach import claims_reached
from verifier.judgement.touched import claims_touched
from verifier.judgement.web import web_of
from verifier.model.assessment import ClaimAssessment, Independence
from verifier.model.claim import Attribution, ClaimLabel
from verifier.model.dependency import Dependency
from verifier.model.event import EventKind, Subject, SubjectKind
from verifier.model.scales import (
    AttributionMode,
    AttributionVerdict,
    DependencyKind,
    DependencyState,
    Force,
    StanceCode,
    SubstanceVerdict,
)
from verifier.model.state import Change, State
from verifier.model.story import Slug
from verifier.model.text import Span

NAMES = tuple("abcdefg")
LABELS = tuple(ClaimLabel(f"C0{n}") for n in range(1, 5))
SUPPORT = (StanceCode.ASSERTS, StanceCode.ECHOES, StanceCode.PARTLY)
WORDS = ("The dam broke at noon", "Eleven houses fell", "Nobody came", "The mayor left")

names = some.sampled_from(NAMES)
labels = some.sampled_from(LABELS)
marks = some.tuples(labels, names, some.sampled_from(tuple(StanceCode)))


@some.composite
def edges(draw: some.DrawFn, number: int = 1) -> Dependency:
    """An edge of any kind, scope and state, perhaps to itself."""
    scope = draw(some.integers(0, 2))
    chosen = draw(some.lists(labels, min_size=1, max_size=2, unique=True)) if scope == 0 else []
    start = draw(some.integers(0, 300))
    return edge(
        f"D{number:02d}",
        draw(names),
        draw(names),
        *chosen,
        kind=draw(some.sampled_from(tuple(DependencyKind))),
        state=draw(some.sampled_from(tuple(DependencyState))),
        reach=Span(start, start + 150) if scope == 1 else None,
    )


@some.composite
def sayings(draw: some.DrawFn) -> Attribution:
    """A statement of the narrator, or of a source, perhaps quoted, denied or passed on."""
    speaker = draw(some.none() | names)
    if speaker is None:
        return said_by(None)
    return said_by(
        speaker,
        mode=draw(some.sampled_from((AttributionMode.PARAPHRASE, AttributionMode.DIRECT_QUOTE))),
        force=draw(some.sampled_from((Force.STATES, Force.DENIES, Force.ECHOES))),
        via=tuple(draw(some.lists(names, max_size=1))),
    )


@some.composite
def stories(draw: some.DrawFn) -> State:
    """Four claims, seven sources of few parties and owners, some edges, marks and verdicts."""
    groups = some.sampled_from((None, "North", "South"))
    sources = [
        replace(source(name.upper(), draw(groups), owner=draw(groups)), slug=Slug(name))
        for name in NAMES
    ]
    claims = [
        claim(label, draw(some.sampled_from(WORDS)), said=draw(sayings()), at=n * 100)
        for n, label in enumerate(LABELS)
    ]
    count = draw(some.integers(0, 6))
    state = linked(story(claims, sources), *(draw(edges(n + 1)) for n in range(count)))
    state, passage = document(state, "E01", draw(names))
    for label, name, code in draw(some.lists(marks, max_size=10)):
        cited = (passage,) if draw(some.booleans()) else ()
        state = marked(state, label, name, code, *cited)
    for label in draw(some.lists(labels, max_size=2)):
        state = judged(state, label, draw(some.sampled_from(tuple(SubstanceVerdict))))
        state = judged(state, label, draw(some.sampled_from(tuple(AttributionVerdict))))
    return state


def counts(found: Independence | None) -> tuple[int, ...]:
    assert found is not None
    return (found.origins_min, found.origins_max, found.parties, found.parties_max)


def never_lower(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    return all(one <= other for one, other in zip(before, after, strict=True))


def all_counts(state: State, label: ClaimLabel) -> list[Independence]:
    own = assess(state, ANNA).claims[label]
    assert own.independence is not None
    assert own.marked is not None
    return [own.independence, own.marked]


@given(stories(), labels)
def test_parties_are_never_more_than_origins(state: State, label: ClaimLabel) -> None:
    for found in all_counts(state, label):
        assert found.parties <= found.origins_min
        assert found.parties_max <= found.origins_max
        assert found.origins_min <= found.origins_max
        assert found.parties <= found.parties_max
        assert found.beside_claimant <= found.origins_max
        assert bool(found.sources) == bool(found.origins_min)


@given(stories(), labels, names)
def test_an_echo_of_a_counted_origin_changes_no_count(
    state: State, label: ClaimLabel, name: str
) -> None:
    newcomer = replace(source("Z"), slug=Slug("z"))
    state = replace(state, sources={**state.sources, newcomer.slug: newcomer})
    state = marked(state, label, name, StanceCode.ASSERTS)
    echo = edge("D99", "z", name, label, state=DependencyState.CONFIRMED)
    after = linked(marked(state, label, "z", StanceCode.ECHOES), echo)
    before = assess(state, ANNA).claims[label].marked
    assert counts(before) == counts(assess(after, ANNA).claims[label].marked)


@given(stories(), labels, names, some.sampled_from(SUPPORT))
def test_one_more_supporter_never_lowers_a_count(
    state: State, label: ClaimLabel, name: str, code: StanceCode
) -> None:
    before = assess(state, ANNA).claims[label]
    if Slug(name) in before.stances:
        return
    after = assess(marked(state, label, name, code), ANNA).claims[label]
    assert never_lower(counts(before.marked), counts(after.marked))
    assert never_lower(counts(before.independence), counts(after.independence))


@given(stories(), edges(3))
def test_a_change_to_an_edge_leaves_claims_outside_its_scope_as_they_were(
    state: State, changed: Dependency
) -> None:
    before, after = state, linked(state, changed)
    old = assess(before, ANNA)
    reached = claims_reached(after, changed, old.related)
    was = before.dependencies.get(changed.label)
    if was is not None:
        reached |= claims_reached(before, was, old.related)
    new = assess(after, ANNA)
    for label in LABELS:
        if label not in reached:
            assert old.claims[label] == new.claims[label]


Mark = tuple[ClaimLabel, str, StanceCode]

several = some.lists(marks, max_size=8, unique_by=lambda mark: mark[:2])


@given(several.flatmap(lambda listed: some.tuples(some.just(listed), some.permutations(listed))))
def test_the_order_of_marks_never_matters(orders: tuple[list[Mark], list[Mark]]) -> None:
    found = []
    for listed in orders:
        state = story(
            [claim(label, WORDS[n], at=n * 100) for n, label in enumerate(LABELS)],
            [replace(source(name.upper()), slug=Slug(name)) for name in NAMES],
        )
        state = linked(state, edge("D01", "a", "b"), edge("D02", "b", "c", LABELS[0]))
        for label, name, code in listed:
            state = marked(state, label, name, code)
        assessed = assess(state, ANNA).claims
        found.append(
            {
                label: (own.independence, own.marked, own.status, own.suggestion)
                for label, own in assessed.items()
            }
        )
    assert found[0] == found[1]


def change_of(old: State, new: State) -> Change:
    """What differs between two states, as an event would say it."""
    kinds: tuple[tuple[SubjectKind, Mapping[Any, object], Mapping[Any, object]], ...] = (
        (SubjectKind.STANCE, old.stances, new.stances),
        (SubjectKind.VERDICT, old.verdicts, new.verdicts),
        (SubjectKind.DEPENDENCY, old.dependencies, new.dependencies),
    )
    subjects = []
    for kind, before, after in kinds:
        for key in [*before, *(key for key in after if key not in before)]:
            if before.get(key) != after.get(key):
                parts = (key,) if isinstance(key, str) else tuple(str(part) for part in key)
                subjects.append(Subject(kind, parts))
    return Change(new.seq, EventKind.STANCE_MARKED, AT, tuple(subjects), (), ())


@settings(max_examples=200)
@given(stories(), edges(2), some.none() | marks, some.none() | labels)
def test_the_incremental_result_equals_the_one_from_scratch(
    state: State,
    changed: Dependency,
    mark: tuple[ClaimLabel, str, StanceCode] | None,
    verdict: ClaimLabel | None,
) -> None:
    new = linked(state, changed)
    if mark is not None:
        new = marked(state, *mark)
    if verdict is not None:
        new = judged(state, verdict, SubstanceVerdict.SUPPORTED)
    before = assess(state, ANNA)
    after = reassess(before, state, new, change_of(state, new), ANNA)
    assert after == assess(new, ANNA)


@given(stories())
def test_the_impact_of_an_edge_is_what_rejecting_it_does(state: State) -> None:
    before = assess(state, ANNA)
    told = impacts_of_edges(state, ANNA, before=before)
    assert list(told) == list(state.dependencies)
    for label, item in state.dependencies.items():
        wrong = DependencyState.CONFIRMED if item.is_rejected else DependencyState.REJECTED
        after = assess(linked(state, replace(item, state=wrong)), ANNA).claims
        for each in LABELS:
            found = [impact for impact in told[label] if impact.claim == each]
            assert [impact.after for impact in found] == [after[each]][: len(found)]
            if not found:
                assert judgement_of(before.claims[each]) == judgement_of(after[each])


def judgement_of(found: ClaimAssessment) -> tuple[object, ...]:
    """What the impact of an edge is told by."""
    return (
        counts(found.independence),
        found.status,
        {slug: item.code for slug, item in found.proposed.items()},
        found.policy,
        found.suggestion and found.suggestion.code,
    )


@settings(max_examples=200)
@given(stories(), edges(2))
def test_a_claim_that_an_edge_does_not_concern_stays_as_it_was(
    state: State, changed: Dependency
) -> None:
    old = assess(state, ANNA)
    web = web_of(state, Newsroom(), old.related)
    was = state.dependencies.get(changed.label)
    touched = claims_touched(old, state, changed, web)
    if was is not None:
        touched |= claims_touched(old, state, was, web)
    new = assess(linked(state, changed), ANNA)
    for label in LABELS:
        if label not in touched:
            assert old.claims[label] == new.claims[label]
