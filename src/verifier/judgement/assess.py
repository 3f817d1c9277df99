"""The whole assessment of a story's state."""

from collections import Counter
from collections.abc import Mapping

from verifier.judgement.coverage import coverage
from verifier.judgement.decisions import (
    is_accepted,
    is_open,
    sources_in_row,
    stances_on,
    verdict_on,
)
from verifier.model.assessment import Assessment, ClaimAssessment
from verifier.model.claim import ClaimLabel
from verifier.model.scales import Aspect, SubstanceVerdict
from verifier.model.state import State


def assess(state: State, reviewer: str | None = None) -> Assessment:
    """What follows from the state, as `reviewer` decided it; of None, from the latest decisions."""
    return Assessment(
        claims={label: _assess_claim(state, label, reviewer) for label in state.claims},
        coverage=coverage(state),
        tally=tally(state, reviewer),
    )


def tally(state: State, reviewer: str | None = None) -> Mapping[SubstanceVerdict, int]:
    """How many active claims have each verdict on substance; *unchecked* counts the open ones."""
    counts: Counter[SubstanceVerdict] = Counter()
    for label, claim in state.claims.items():
        if claim.is_active:
            verdict = verdict_on(state, label, Aspect.SUBSTANCE, reviewer)
            code = verdict.code if verdict is not None else SubstanceVerdict.UNCHECKED
            counts[SubstanceVerdict(code)] += 1
    return {code: counts[code] for code in SubstanceVerdict}


def _assess_claim(state: State, label: ClaimLabel, reviewer: str | None) -> ClaimAssessment:
    return ClaimAssessment(
        claim=label,
        accepted=is_accepted(state, label),
        is_open=is_open(state, label, reviewer),
        row=sources_in_row(state, label),
        stances=stances_on(state, label, Aspect.SUBSTANCE, reviewer),
        said=stances_on(state, label, Aspect.ATTRIBUTION, reviewer),
        verdict=verdict_on(state, label, Aspect.SUBSTANCE, reviewer),
        attribution_verdict=verdict_on(state, label, Aspect.ATTRIBUTION, reviewer),
    )
