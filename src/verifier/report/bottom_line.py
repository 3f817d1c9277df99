"""What must change before publication, and what follows from it: the first two sections."""

from collections.abc import Mapping

from verifier.model.assessment import Assessment, ClaimAssessment
from verifier.model.claim import ClaimLabel
from verifier.model.decision import Verdict
from verifier.model.report import (
    BottomLine,
    Fix,
    Footing,
    MarkedClaim,
    Recommendation,
    VerdictCount,
)
from verifier.model.scales import (
    AttributionVerdict,
    StanceCode,
    SubstanceVerdict,
    Weight,
)

MUST_FIX: frozenset[SubstanceVerdict | AttributionVerdict] = frozenset(
    {
        SubstanceVerdict.MISSTATED,
        SubstanceVerdict.DISPUTED,
        SubstanceVerdict.REFUTED,
        AttributionVerdict.DRIFTED,
        AttributionVerdict.MISATTRIBUTED,
    }
)
"""The verdicts after which the words cannot stay as they are."""

_WEIGHTS = {weight: place for place, weight in enumerate(Weight)}
_Marked = Mapping[ClaimLabel, MarkedClaim]


def must_fix(marked: _Marked, assessment: Assessment) -> tuple[Fix, ...]:
    """What must change, load-bearing claims first, then in the order of the text."""
    found = [_fix(claim, assessment.claims[label]) for label, claim in _active(marked).items()]
    fixes = [fix for fix in found if fix.problems]
    return tuple(sorted(fixes, key=lambda fix: _WEIGHTS[fix.weight]))


def bottom_line(
    marked: _Marked,
    assessment: Assessment,
    fixes: tuple[Fix, ...],
    counts: tuple[VerdictCount, ...],
) -> BottomLine:
    """Publish, publish with changes or hold, why, and what the story stands on."""
    active = _active(marked)
    open_claims = [c for c in active.values() if c.verdict is SubstanceVerdict.UNCHECKED]
    holds = _reasons_to_hold(list(active.values()), open_claims, fixes)
    if holds:
        recommendation, reasons = Recommendation.HOLD, holds
    elif fixes:
        changes = _count(len(fixes), "passage must change", "passages must change")
        recommendation, reasons = Recommendation.WITH_CHANGES, [f"{changes}; see section 2."]
    else:
        recommendation, reasons = Recommendation.PUBLISH, ["Nothing that was checked must change."]
    return BottomLine(
        recommendation,
        tuple(reasons),
        claims=len(active),
        checked=len(active) - len(open_claims),
        counts=counts,
        footings=tuple(
            _footing(claim, assessment.claims[label])
            for label, claim in active.items()
            if claim.weight is Weight.LOAD_BEARING
        ),
    )


def _reasons_to_hold(
    active: list[MarkedClaim], open_claims: list[MarkedClaim], fixes: tuple[Fix, ...]
) -> list[str]:
    """One sentence for each thing that stands against publication."""
    if not active:
        return ["The story has no claims to check."]
    core = [claim for claim in active if claim.weight is Weight.LOAD_BEARING]
    unsettled = [claim.label for claim in core if claim.verdict is SubstanceVerdict.UNVERIFIED]
    unchecked = [claim.label for claim in core if claim.verdict is SubstanceVerdict.UNCHECKED]
    waiting = [claim for claim in open_claims if claim.weight is Weight.SUPPORTING]
    homeless = [fix.claim for fix in fixes if _is_without_replacement(fix)]
    reasons = [
        (unchecked, f"Load-bearing and not checked: {_list(unchecked)}."),
        (unsettled, f"Load-bearing and unverified: {_list(unsettled)}."),
        (homeless, f"Must change, and nobody has proposed other words: {_list(homeless)}."),
        (
            waiting,
            _count(len(waiting), "supporting claim is", "supporting claims are") + " not checked.",
        ),
    ]
    return [sentence for found, sentence in reasons if found]


def _is_without_replacement(fix: Fix) -> bool:
    """Whether the substance is wrong and there is nothing to print instead."""
    return fix.replacement is None and any(
        isinstance(problem, SubstanceVerdict) for problem in fix.problems
    )


def _list(labels: list[ClaimLabel]) -> str:
    shown = ", ".join(labels[:8])
    return shown if len(labels) <= 8 else f"{shown} and {len(labels) - 8} more"


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _active(marked: _Marked) -> dict[ClaimLabel, MarkedClaim]:
    return {label: claim for label, claim in marked.items() if claim.state != "dismissed"}


def _fix(claim: MarkedClaim, assessed: ClaimAssessment) -> Fix:
    verdicts = _wrong(assessed.verdict) + _wrong(assessed.attribution_verdict)
    stances = [*assessed.stances.values(), *assessed.said.values()]
    cited = {passage.evidence for stance in stances for passage in stance.passages}
    return Fix(
        claim=claim.label,
        line=claim.line,
        weight=claim.weight,
        words=claim.words,
        problems=tuple(verdict.code for verdict in verdicts),
        replacement=next((verdict.replace for verdict in verdicts if verdict.replace), None),
        reasons=tuple(verdict.why for verdict in verdicts if verdict.why),
        evidence=tuple(sorted(cited, key=lambda label: (len(label), label))),
    )


def _wrong(verdict: Verdict | None) -> list[Verdict]:
    return [verdict] if verdict is not None and verdict.code in MUST_FIX else []


def _footing(claim: MarkedClaim, assessed: ClaimAssessment) -> Footing:
    codes = [stance.code for stance in assessed.stances.values()]
    return Footing(
        claim=claim.label,
        line=claim.line,
        words=claim.standalone,
        verdict=claim.verdict,
        asserts=codes.count(StanceCode.ASSERTS),
        partly=codes.count(StanceCode.PARTLY),
        echoes=codes.count(StanceCode.ECHOES),
        contradicts=codes.count(StanceCode.CONTRADICTS),
    )
