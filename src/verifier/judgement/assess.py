"""The whole assessment of a story's state; linear in claims and decisions."""

from collections import Counter
from collections.abc import Mapping

from verifier.judgement.coverage import coverage
from verifier.judgement.decisions import (
    Decided,
    accepted_by,
    decided,
    sources_in_row,
    stances_among,
    verdict_among,
)
from verifier.model.assessment import Assessment, ClaimAssessment
from verifier.model.claim import ClaimLabel
from verifier.model.scales import Aspect, SubstanceVerdict
from verifier.model.state import State


def assess(state: State, reviewer: str | None = None) -> Assessment:
    """What follows from the state, as `reviewer` decided it; of None, from the latest decisions."""
    found = decided(state, state.claims)
    return Assessment(
        claims={label: _assess(state, label, found[label], reviewer) for label in state.claims},
        coverage=coverage(state),
        tally=_count(state, found, reviewer),
    )


def tally(state: State, reviewer: str | None = None) -> Mapping[SubstanceVerdict, int]:
    """How many active claims have each verdict on substance; *unchecked* counts the open ones."""
    return _count(state, decided(state, state.claims), reviewer)


def _count(
    state: State, found: Mapping[ClaimLabel, Decided], reviewer: str | None
) -> Mapping[SubstanceVerdict, int]:
    counts: Counter[SubstanceVerdict] = Counter()
    for label, claim in state.claims.items():
        if claim.is_active:
            verdict = verdict_among(state, found[label], Aspect.SUBSTANCE, reviewer)
            code = SubstanceVerdict.UNCHECKED if verdict is None else verdict.code
            counts[SubstanceVerdict(code)] += 1
    return {code: counts[code] for code in SubstanceVerdict}


def _assess(
    state: State, label: ClaimLabel, found: Decided, reviewer: str | None
) -> ClaimAssessment:
    verdict = verdict_among(state, found, Aspect.SUBSTANCE, reviewer)
    return ClaimAssessment(
        claim=label,
        accepted=accepted_by(state, label, found),
        is_open=state.claims[label].is_active and verdict is None,
        row=sources_in_row(state, label),
        stances=stances_among(state, found, Aspect.SUBSTANCE, reviewer),
        said=stances_among(state, found, Aspect.ATTRIBUTION, reviewer),
        verdict=verdict,
        attribution_verdict=verdict_among(state, found, Aspect.ATTRIBUTION, reviewer),
    )
