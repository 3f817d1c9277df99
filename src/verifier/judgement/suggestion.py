"""A verdict that the marks and the policy carry, with its reason; never set by itself."""

from dataclasses import replace

from verifier.judgement.case import Case
from verifier.judgement.newsroom import short_name
from verifier.judgement.policy import WORST_FIRST, policy_findings
from verifier.model.assessment import Suggestion
from verifier.model.decision import Verdict
from verifier.model.policy import PolicyFinding
from verifier.model.scales import (
    Aspect,
    AttributionMode,
    Checkability,
    StanceCode,
    StructuralStatus,
    SubstanceVerdict,
)

_UNCHECKABLE = {
    Checkability.OPINION: "an opinion",
    Checkability.FORECAST: "a forecast",
    Checkability.STATEMENT_ONLY: "a forecast or a condition",
}


def suggest(case: Case) -> Suggestion | None:
    """The verdict on substance that the case carries; None where nothing was said or marked.

    Confirmed, supported, disputed and refuted rest on the reviewer's own marks; what the program
    only proposed carries *attributed only* at most. No suggestion is one that the policy speaks
    against, and that of a split claim is never better than its worst part.
    """
    found = _suggested(case)
    if found is None:
        return None
    worst = [(code, label) for label, code in case.parts if code in WORST_FIRST]
    if found.code not in WORST_FIRST or not worst:
        return found
    code, label = min(worst, key=lambda part: WORST_FIRST.index(part[0]))
    if WORST_FIRST.index(code) < WORST_FIRST.index(found.code):
        return Suggestion(code, f"its part {label} is {_word(code)}, and no part may be worse")
    return found


def _suggested(case: Case) -> Suggestion | None:
    kind = _UNCHECKABLE.get(case.claim.checkability)
    if kind is not None:
        return Suggestion(
            SubstanceVerdict.NOT_CHECKABLE, f"{kind}: only whether it was said can be checked"
        )
    if case.contradicting:
        return _against(case)
    if case.supporting:
        return _carried(case)
    if case.searches or any(s.code is StanceCode.SILENT for s in case.stances):
        return Suggestion(SubstanceVerdict.UNVERIFIED, "searched, and nothing was found either way")
    return _only_said(case)


def _against(case: Case) -> Suggestion:
    """What contradiction carries: refuted, disputed, or neither for want of grades."""
    against = _names(case, StanceCode.CONTRADICTS)
    if not _blocked(case, SubstanceVerdict.REFUTED):
        return Suggestion(
            SubstanceVerdict.REFUTED, f"{against} contradicts it, better graded, with a passage"
        )
    if case.supporting and not _blocked(case, SubstanceVerdict.DISPUTED):
        return Suggestion(
            SubstanceVerdict.DISPUTED, f"{against} contradicts it, graded much like its support"
        )
    if case.supporting or case.claim.attributions:
        return Suggestion(
            SubstanceVerdict.ATTRIBUTED_ONLY,
            f"{against} contradicts it, without the grade or the passage to settle it",
        )
    return Suggestion(SubstanceVerdict.UNVERIFIED, f"{against} contradicts it, and nobody says it")


def _carried(case: Case) -> Suggestion:
    """What support without contradiction carries: confirmed, supported or attributed only."""
    marked = case.assessed.marked
    asserted = any(s.code is StanceCode.ASSERTS for s in case.supporting)
    counts = "" if marked is None else marked.sentence
    if asserted and not _blocked(case, SubstanceVerdict.CONFIRMED):
        return Suggestion(SubstanceVerdict.CONFIRMED, counts.rstrip("."))
    enough = marked is not None and (marked.beside_claimant >= 1 or marked.origins_min >= 2)
    blocked = _blocked(case, SubstanceVerdict.SUPPORTED)
    if asserted and enough and not blocked:
        return Suggestion(SubstanceVerdict.SUPPORTED, counts.rstrip("."))
    why = blocked[0].says if blocked else counts or "nobody beside its speaker says it"
    if not asserted:
        why = "nobody is marked as saying all of it"
    return Suggestion(SubstanceVerdict.ATTRIBUTED_ONLY, why.rstrip("."))


def _only_said(case: Case) -> Suggestion | None:
    """What the story's own words carry, while nothing is marked."""
    said = [a for a in case.claim.attributions if a.mode is not AttributionMode.NONE]
    if not said or case.assessed.status is StructuralStatus.SUBJECT_ONLY:
        return None
    found = case.assessed.independence
    counts = found.sentence if found is not None and found.sources else case.assessed.status_why
    status = case.assessed.status
    head = f"{_word_of(status)}: " if status is not None else ""
    return Suggestion(SubstanceVerdict.ATTRIBUTED_ONLY, f"{head}{counts}".rstrip("."))


def _blocked(case: Case, code: SubstanceVerdict) -> tuple[PolicyFinding, ...]:
    """What speaks against a verdict, as far as the marks decide it."""
    verdict = Verdict(case.claim.label, Aspect.SUBSTANCE, "", code)
    return tuple(item for item in policy_findings(replace(case, parts=()), verdict) if item.blocks)


def _names(case: Case, code: StanceCode) -> str:
    found = [s.source for s in case.stances if s.code is code]
    return " and ".join(short_name(slug, case.sources) for slug in found)


def _word(code: SubstanceVerdict) -> str:
    return code.value.replace("-", " ")


def _word_of(status: StructuralStatus) -> str:
    return status.value.replace("-", " ")
