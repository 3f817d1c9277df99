"""What the policy says of a stance or a verdict that is about to be recorded."""

from verifier.judgement.assess import assess_claim
from verifier.judgement.ground import Ground, case_of, ground_of
from verifier.judgement.newsroom import Newsroom, standing
from verifier.judgement.policy import asserting_against_edge, policy_findings
from verifier.judgement.suggestion import suggest
from verifier.model.assessment import ClaimAssessment, Suggestion
from verifier.model.claim import ClaimLabel
from verifier.model.decision import Verdict
from verifier.model.errors import UnknownName
from verifier.model.policy import PolicyFinding
from verifier.model.scales import (
    Aspect,
    AttributionVerdict,
    StanceCode,
    SubstanceVerdict,
)
from verifier.model.state import State
from verifier.model.story import Slug


def speaks_against(
    state: State,
    claim: ClaimLabel,
    code: SubstanceVerdict | AttributionVerdict,
    reviewer: str | None,
    *,
    replacement: str | None = None,
    text: str = "",
    newsroom: Newsroom | None = None,
) -> tuple[PolicyFinding, ...]:
    """The rules that speak against a verdict before it is given, and those that flag something.

    Those with `blocks` need an override with a reason. `replacement` is the text that *misstated*
    asks for. Raises UnknownName for no such claim.
    """
    case = case_of(*_one(state, claim, reviewer, text, newsroom))
    is_substance = isinstance(code, SubstanceVerdict)
    aspect = Aspect.SUBSTANCE if is_substance else Aspect.ATTRIBUTION
    return policy_findings(case, Verdict(claim, aspect, reviewer or "", code, replace=replacement))


def speaks_against_stance(
    state: State,
    claim: ClaimLabel,
    source: Slug,
    code: StanceCode,
    reviewer: str | None,
    *,
    newsroom: Newsroom | None = None,
) -> tuple[PolicyFinding, ...]:
    """P4: what asks before a source is marked *asserts* that, by an unrejected edge, repeats.

    Raises UnknownName for no such claim.
    """
    ground, assessed = _one(state, claim, reviewer, "", newsroom)
    finding = asserting_against_edge(
        case_of(ground, assessed), standing(source, ground.web.sources), code
    )
    return () if finding is None else (finding,)


def suggestion_for(
    state: State,
    claim: ClaimLabel,
    reviewer: str | None,
    *,
    text: str = "",
    newsroom: Newsroom | None = None,
) -> Suggestion | None:
    """The verdict that the marks and the policy carry for one claim; raises UnknownName."""
    return suggest(case_of(*_one(state, claim, reviewer, text, newsroom)))


def echo_targets(
    state: State,
    claim: ClaimLabel,
    source: Slug,
    *,
    newsroom: Newsroom | None = None,
) -> tuple[Slug, ...]:
    """Whom a source may repeat when it is marked *echoes*: the claim's speakers.

    Empty where an unrejected edge in scope says it already, or nobody else speaks: then no edge is
    recorded. With two or more a person chooses. Raises UnknownName for no such claim.
    """
    ground, _ = _one(state, claim, None, "", newsroom)
    sources = ground.web.sources
    own = standing(source, sources)
    edges = ground.web.reaching(claim)
    if any(standing(edge.from_source, sources) == own for edge in edges):
        return ()
    said = (item.source for item in state.claims[claim].attributions if item.source)
    speakers = dict.fromkeys(standing(slug, sources) for slug in said)
    return tuple(slug for slug in speakers if slug != own)


def _one(
    state: State,
    claim: ClaimLabel,
    reviewer: str | None,
    text: str,
    newsroom: Newsroom | None,
) -> tuple[Ground, ClaimAssessment]:
    """One claim assessed, with the ground that it stands on."""
    if claim not in state.claims:
        raise UnknownName(f"There is no claim {claim} in this story.")
    ground = ground_of(state, reviewer, text, newsroom or Newsroom(), claims=[claim])
    return ground, assess_claim(ground, claim)
