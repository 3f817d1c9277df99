"""What stands against signing a story off (P8)."""

from collections.abc import Mapping

from verifier.model.assessment import ClaimAssessment
from verifier.model.claim import ClaimLabel
from verifier.model.policy import Policy
from verifier.model.scales import Aspect, QuestionState, SubstanceVerdict, Weight
from verifier.model.state import State, VerdictKey

Blocking = tuple[tuple[ClaimLabel | None, str], ...]
"""What stands against sign-off, each with the claim that it is about, if any."""


def blocking(
    state: State, claims: Mapping[ClaimLabel, ClaimAssessment], policy: Policy
) -> Blocking:
    """P8: unchecked load-bearing claims, their open questions, and a second check that is missing.

    In the order of the claims, then of the questions. Nothing where the policy leaves P8 out.
    """
    if "P8" in policy.off:
        return ()
    bearing = [
        label
        for label, claim in state.claims.items()
        if claim.weight is Weight.LOAD_BEARING and claim.is_active
    ]
    return (
        *_unchecked(bearing, claims),
        *_open_questions(state, frozenset(bearing)),
        *(_unseen(state, bearing) if policy.needs_second_check else ()),
    )


def _unchecked(bearing: list[ClaimLabel], claims: Mapping[ClaimLabel, ClaimAssessment]) -> Blocking:
    return tuple(
        (label, "load-bearing, and without a verdict")
        for label in bearing
        if claims[label].verdict is None
    )


def _open_questions(state: State, bearing: frozenset[ClaimLabel]) -> Blocking:
    return tuple(
        (question.claim, f"question {question.label} on it is open")
        for question in state.questions.values()
        if question.state is QuestionState.OPEN and question.claim in bearing
    )


def _unseen(state: State, bearing: list[ClaimLabel]) -> Blocking:
    """The load-bearing claims that fewer than two reviewers gave a verdict on."""
    by_claim: dict[ClaimLabel, set[str]] = {}
    for key, verdict in state.verdicts.items():
        if is_substance(key) and verdict.code is not SubstanceVerdict.UNCHECKED:
            by_claim.setdefault(key.claim, set()).add(key.reviewer)
    return tuple(
        (label, "the policy asks for a second check, and one reviewer judged it")
        for label in bearing
        if len(by_claim.get(label, ())) == 1
    )


def is_substance(key: VerdictKey) -> bool:
    """Whether a verdict answers whether a claim is so."""
    return key.aspect is Aspect.SUBSTANCE
