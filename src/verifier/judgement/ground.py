"""What the assessment of every claim of one state draws on, laid out once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from verifier.judgement.case import Case
from verifier.judgement.decisions import Decided, decided, verdict_among
from verifier.judgement.hedges import hedge_of
from verifier.judgement.independence import PartyOf, parties_joined
from verifier.judgement.layout import layout_of
from verifier.judgement.newsroom import Newsroom, evidence_known
from verifier.judgement.reach import Kin
from verifier.judgement.related import related_claims
from verifier.judgement.web import Web, web_of
from verifier.model.assessment import ClaimAssessment
from verifier.model.claim import ClaimLabel
from verifier.model.evidence import EvidenceItem, EvidenceLabel
from verifier.model.scales import Aspect, SubstanceVerdict
from verifier.model.search import Search
from verifier.model.state import State


@dataclass(frozen=True)
class Ground:
    """A state with its edges, parties, documents, parts and searches, for one reviewer.

    `decisions` are those on the claims under assessment and on their parts. `text` is that of the
    story's latest version, "" where it is not at hand: then sentences name no line.
    """

    state: State
    reviewer: str | None
    text: str
    newsroom: Newsroom
    related: Kin
    web: Web
    evidence: Mapping[EvidenceLabel, EvidenceItem]
    party_of: PartyOf
    parts: Mapping[ClaimLabel, tuple[ClaimLabel, ...]]
    searches: Mapping[ClaimLabel, tuple[Search, ...]]
    decisions: Mapping[ClaimLabel, Decided]


def ground_of(
    state: State,
    reviewer: str | None,
    text: str,
    newsroom: Newsroom,
    *,
    related: Kin | None = None,
    web: Web | None = None,
    claims: Iterable[ClaimLabel] | None = None,
) -> Ground:
    """What the assessment of `claims` draws on; of None, of all claims.

    `related` and `web` are given where they were worked out before for the same state.
    """
    kin = related_claims(state) if related is None else related
    web = web or web_of(state, newsroom, kin)
    parts = layout_of(state.claims).active_parts
    wanted = state.claims if claims is None else _with_parts(claims, parts)
    return Ground(
        state=state,
        reviewer=reviewer,
        text=text,
        newsroom=newsroom,
        related=kin,
        web=web,
        evidence=evidence_known(state, newsroom),
        party_of=parties_joined(web.sources),
        parts=parts,
        searches=_searches(state, reviewer),
        decisions=decided(state, wanted),
    )


def _with_parts(
    claims: Iterable[ClaimLabel], parts: Mapping[ClaimLabel, tuple[ClaimLabel, ...]]
) -> Iterable[ClaimLabel]:
    return dict.fromkeys(each for label in claims for each in (label, *parts.get(label, ())))


def _searches(state: State, reviewer: str | None) -> Mapping[ClaimLabel, tuple[Search, ...]]:
    found: dict[ClaimLabel, list[Search]] = {}
    for search in state.searches.values():
        if reviewer in (None, search.reviewer):
            found.setdefault(search.claim, []).append(search)
    return {label: tuple(searches) for label, searches in found.items()}


def case_of(ground: Ground, assessed: ClaimAssessment) -> Case:
    """What a rule of the policy may ask about one claim."""
    state, label = ground.state, assessed.claim
    claim = state.claims[label]
    return Case(
        claim=claim,
        assessed=assessed,
        policy=ground.newsroom.policy,
        sources=ground.web.sources,
        evidence=ground.evidence,
        edges=ground.web.reaching(label),
        searches=ground.searches.get(label, ()),
        parts=tuple((part, _verdict_of(ground, part)) for part in ground.parts.get(label, ())),
        dateline=state.story.dateline if state.story else None,
        hedge=hedge_of(claim, ground.text),
    )


def _verdict_of(ground: Ground, label: ClaimLabel) -> SubstanceVerdict:
    found = verdict_among(ground.state, ground.decisions[label], Aspect.SUBSTANCE, ground.reviewer)
    return SubstanceVerdict.UNCHECKED if found is None else SubstanceVerdict(found.code)
