"""The whole assessment of a story's state; linear in claims, edges and decisions."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from verifier.judgement.conflicts import internal_conflicts
from verifier.judgement.coverage import coverage
from verifier.judgement.decisions import (
    accepted_by,
    decided,
    sources_in_row,
    stances_among,
    verdict_among,
)
from verifier.judgement.ground import Ground, case_of, ground_of
from verifier.judgement.independence import independence_of
from verifier.judgement.newsroom import Newsroom, edges_known, standing
from verifier.judgement.policy import policy_findings
from verifier.judgement.proposals import proposed_stances
from verifier.judgement.signing import blocking
from verifier.judgement.status import standing_of, status_of
from verifier.judgement.suggestion import suggest
from verifier.judgement.web import Ways
from verifier.model.assessment import Assessment, ClaimAssessment, Independence, ProposedStance
from verifier.model.claim import Claim, ClaimLabel
from verifier.model.decision import Stance, Verdict
from verifier.model.policy import PolicyFinding
from verifier.model.scales import Aspect, Basis, StanceCode, SubstanceVerdict
from verifier.model.state import State
from verifier.model.story import Slug


def assess(
    state: State,
    reviewer: str | None = None,
    *,
    text: str = "",
    newsroom: Newsroom | None = None,
) -> Assessment:
    """What follows from the state, as `reviewer` decided it; of None, from the latest decisions.

    `text` is that of the story's latest version: sentences name its lines, and hedges and
    conflicts are read from it. `newsroom` holds policy, parties, and the sources and documents as
    the library has them now; without one the defaults and the story's own copies count.
    """
    room = newsroom or Newsroom()
    ground = ground_of(state, reviewer, text, room)
    claims = {label: assess_claim(ground, label) for label in state.claims}
    return Assessment(
        claims=claims,
        coverage=coverage(state),
        tally=tally_of(state, claims),
        dependencies=edges_known(state, room),
        conflicts=internal_conflicts(state, text),
        blocking=blocking(state, claims, room.policy),
        related=ground.related,
    )


def tally(state: State, reviewer: str | None = None) -> Mapping[SubstanceVerdict, int]:
    """How many active claims have each verdict on substance; *unchecked* counts the open ones."""
    found = decided(state, state.claims)
    return _count(
        verdict_among(state, found[label], Aspect.SUBSTANCE, reviewer)
        for label, claim in state.claims.items()
        if claim.is_active
    )


def tally_of(
    state: State, claims: Mapping[ClaimLabel, ClaimAssessment]
) -> Mapping[SubstanceVerdict, int]:
    """As `tally`, from claims that were assessed."""
    return _count(claims[label].verdict for label, c in state.claims.items() if c.is_active)


def _count(verdicts: Iterable[Verdict | None]) -> Mapping[SubstanceVerdict, int]:
    counts: Counter[SubstanceVerdict] = Counter(
        SubstanceVerdict.UNCHECKED if verdict is None else SubstanceVerdict(verdict.code)
        for verdict in verdicts
    )
    return {code: counts[code] for code in SubstanceVerdict}


def assess_claim(ground: Ground, label: ClaimLabel) -> ClaimAssessment:
    """One claim with what was decided about it, what is proposed, and what follows."""
    state, found = ground.state, ground.decisions[label]
    claim = state.claims[label]
    stances = stances_among(state, found, Aspect.SUBSTANCE, ground.reviewer)
    verdict = verdict_among(state, found, Aspect.SUBSTANCE, ground.reviewer)
    proposed = proposed_stances(ground, claim)
    marked = {slug: stance.code for slug, stance in stances.items()}
    taken = {standing(slug, ground.web.sources) for slug in marked}
    waiting = {slug: item for slug, item in proposed.items() if slug not in taken}
    ways = ground.web.ways(label)
    status, why = status_of(
        standing_of(
            claim,
            _by_story(ground, proposed, stances),
            ways,
            ground.web.sources,
            ground.party_of,
            ground.newsroom.parties,
        )
    )
    assessed = ClaimAssessment(
        claim=label,
        accepted=accepted_by(state, label, found),
        is_open=claim.is_active and verdict is None,
        row=sources_in_row(state, label),
        stances=stances,
        said=stances_among(state, found, Aspect.ATTRIBUTION, ground.reviewer),
        verdict=verdict,
        attribution_verdict=verdict_among(state, found, Aspect.ATTRIBUTION, ground.reviewer),
        proposed=waiting,
        independence=_count_of(
            ground, claim, ways, {**{slug: item.code for slug, item in waiting.items()}, **marked}
        ),
        marked=_count_of(ground, claim, ways, marked),
        status=status,
        status_why=why,
    )
    return _judged(ground, assessed)


def _by_story(
    ground: Ground, proposed: Mapping[Slug, ProposedStance], stances: Mapping[Slug, Stance]
) -> Mapping[Slug, StanceCode]:
    """What the story itself says: the proposals, corrected where the reviewer read it otherwise.

    A stance that was read in a source's own document is outside evidence and changes nothing here.
    """
    found = {slug: item.code for slug, item in proposed.items()}
    for slug, stance in stances.items():
        if stance.basis is Basis.STORY and not stance.passages:
            found[standing(slug, ground.web.sources)] = stance.code
    return found


def _count_of(
    ground: Ground, claim: Claim, ways: Ways, support: Mapping[Slug, StanceCode]
) -> Independence:
    return independence_of(
        support,
        ways,
        ground.web.sources,
        ground.party_of,
        speakers=tuple(said.source for said in claim.attributions if said.source),
        text=ground.text,
    )


def _judged(ground: Ground, assessed: ClaimAssessment) -> ClaimAssessment:
    """The claim with what the policy says of its verdicts, and with a suggestion."""
    case = case_of(ground, assessed)
    findings: list[PolicyFinding] = []
    for verdict in (assessed.verdict, assessed.attribution_verdict):
        if verdict is not None:
            findings.extend(policy_findings(case, verdict))
    return replace(assessed, policy=tuple(findings), suggestion=suggest(case))
