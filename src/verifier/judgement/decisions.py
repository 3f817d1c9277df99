"""What reviewers decided about one claim, and which sources stand in its row."""

from collections.abc import Iterator, Mapping

from verifier.model.claim import ClaimLabel
from verifier.model.decision import Stance, Verdict
from verifier.model.event import Subject, SubjectKind
from verifier.model.scales import Aspect, SubstanceVerdict
from verifier.model.state import StanceKey, State, VerdictKey
from verifier.model.story import Slug


def verdict_on(
    state: State, claim: ClaimLabel, aspect: Aspect, reviewer: str | None
) -> Verdict | None:
    """The verdict of `reviewer` on one aspect of a claim; of None, the latest of anybody's.

    *Unchecked* is no verdict.
    """
    if reviewer is not None:
        found = state.verdicts.get(VerdictKey(claim, aspect, reviewer))
    else:
        found = _latest_verdict(state, claim, aspect)
    return None if found is None or found.code is SubstanceVerdict.UNCHECKED else found


def stances_on(
    state: State, claim: ClaimLabel, aspect: Aspect, reviewer: str | None
) -> Mapping[Slug, Stance]:
    """The stances of `reviewer` on a claim by source; of None, the latest of anybody's."""
    found = _stances(state, claim, aspect, reviewer)
    return {stance.source: stance for stance in sorted(found, key=lambda item: _seq(state, item))}


def sources_in_row(state: State, claim: ClaimLabel) -> tuple[Slug, ...]:
    """The columns of the claim's row: its speakers' sources first, then the story's others.

    A source without a place in the story (it was only marked) comes after those with one.
    """
    own = [item.source for item in state.claims[claim].attributions if item.source is not None]
    return tuple(dict.fromkeys([*own, *state.sources]))


def is_accepted(state: State, claim: ClaimLabel) -> bool:
    """Whether a person acted on the claim: edited, marked, judged, noted or dismissed it."""
    stamp = state.stamps.get(Subject(SubjectKind.CLAIM, (claim,)))
    imported = state.stamps.get(Subject(SubjectKind.STORY, ("story",)))
    if stamp is not None and imported is not None and stamp.seq != imported.seq:
        return True
    return any(
        key.claim == claim
        for table in (state.stances, state.verdicts, state.notes)
        for key in table
    )


def is_open(state: State, claim: ClaimLabel, reviewer: str | None) -> bool:
    """Whether the claim still waits for a verdict on substance."""
    return (
        state.claims[claim].is_active
        and verdict_on(state, claim, Aspect.SUBSTANCE, reviewer) is None
    )


def _latest_verdict(state: State, claim: ClaimLabel, aspect: Aspect) -> Verdict | None:
    found = [
        verdict
        for key, verdict in state.verdicts.items()
        if key.claim == claim and key.aspect is aspect
    ]
    return max(found, key=lambda item: _verdict_seq(state, item), default=None)


def _stances(
    state: State, claim: ClaimLabel, aspect: Aspect, reviewer: str | None
) -> Iterator[Stance]:
    if reviewer is not None:
        for source in state.sources:
            stance = state.stances.get(StanceKey(claim, aspect, source, reviewer))
            if stance is not None:
                yield stance
        return
    for key, stance in state.stances.items():
        if key.claim == claim and key.aspect is aspect:
            yield stance


def _seq(state: State, stance: Stance) -> int:
    key = (stance.claim, stance.aspect.value, stance.source, stance.reviewer)
    return state.stamps[Subject(SubjectKind.STANCE, key)].seq


def _verdict_seq(state: State, verdict: Verdict) -> int:
    key = (verdict.claim, verdict.aspect.value, verdict.reviewer)
    return state.stamps[Subject(SubjectKind.VERDICT, key)].seq
