"""What would change if an edge, or the grade of a source, were wrong: computed, not guessed."""

from collections.abc import Iterable
from dataclasses import replace

from verifier.judgement.assess import assess
from verifier.judgement.newsroom import Newsroom, edges_known, sources_known, standing
from verifier.judgement.reassess import claims_touched, with_claims
from verifier.model.assessment import Assessment, ClaimAssessment, ClaimImpact, Independence
from verifier.model.claim import ClaimLabel
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.errors import UnknownName
from verifier.model.scales import DependencyState, Reliability, StanceCode, SubstanceVerdict
from verifier.model.state import State
from verifier.model.story import Slug

_WEAK = (Reliability.E, Reliability.F, None)


def impact_of_edge(
    state: State,
    label: DependencyLabel,
    reviewer: str | None = None,
    *,
    text: str = "",
    newsroom: Newsroom | None = None,
    before: Assessment | None = None,
) -> tuple[ClaimImpact, ...]:
    """The active claims that would be judged otherwise if an edge were wrong, in their order.

    An edge that counts is rejected for the trial, one that was rejected is confirmed. `before` is
    the assessment as it stands, where it is at hand. Raises UnknownName for no such edge.
    """
    room = newsroom or Newsroom()
    edge = edges_known(state, room).get(label)
    if edge is None:
        raise UnknownName(f"There is no edge {label} in this story.")
    now = before or assess(state, reviewer, text=text, newsroom=room)
    other = _other(edge)
    altered = replace(state, dependencies={**state.dependencies, label: other})
    touched = claims_touched(now, state, edge, room) | claims_touched(now, altered, other, room)
    after = with_claims(now, altered, touched, reviewer, text=text, newsroom=room)
    return _differences(state, now, after, touched)


def _other(edge: Dependency) -> Dependency:
    wrong = DependencyState.CONFIRMED if edge.is_rejected else DependencyState.REJECTED
    return replace(edge, state=wrong)


def impact_of_grade(
    state: State,
    source: Slug,
    reviewer: str | None = None,
    *,
    letter: Reliability | None = None,
    text: str = "",
    newsroom: Newsroom | None = None,
    before: Assessment | None = None,
) -> tuple[ClaimImpact, ...]:
    """The active claims that would be judged otherwise if a source's grade were wrong.

    `letter` is the grade it is tried with; without one E, and B for a source that is weak or has
    no grade as it stands. Raises UnknownName for no such source.
    """
    room = newsroom or Newsroom()
    sources = sources_known(state, room)
    now_slug = standing(source, sources)
    if now_slug not in sources:
        raise UnknownName(f"There is no source {source} in this story.")
    known = sources[now_slug]
    tried = letter or (Reliability.B if known.reliability in _WEAK else Reliability.E)
    graded = replace(known, reliability=tried)
    altered = replace(room, sources={**room.sources, now_slug: graded})
    now = before or assess(state, reviewer, text=text, newsroom=room)
    touched = [
        label
        for label, claim in now.claims.items()
        if any(standing(slug, sources) == now_slug for slug in _involved(state, claim))
    ]
    after = with_claims(now, state, touched, reviewer, text=text, newsroom=altered)
    return _differences(state, now, after, touched)


def _involved(state: State, claim: ClaimAssessment) -> Iterable[Slug]:
    """The sources whose grade the policy may ask for on a claim."""
    said = state.claims[claim.claim].attributions
    return (*claim.stances, *claim.proposed, *(item.source for item in said if item.source))


def _differences(
    state: State, before: Assessment, after: Assessment, labels: Iterable[ClaimLabel]
) -> tuple[ClaimImpact, ...]:
    wanted = frozenset(labels)
    found = []
    for label, claim in state.claims.items():
        if label in wanted and claim.is_active:
            changed = _changed(before.claims[label], after.claims[label])
            if changed:
                impact = ClaimImpact(label, before.claims[label], after.claims[label], changed)
                found.append(impact)
    return tuple(found)


def _changed(before: ClaimAssessment, after: ClaimAssessment) -> tuple[str, ...]:
    """What of a claim differs, by name."""
    one, other = before.independence, after.independence
    differs = (
        ("origins", _origins(one) != _origins(other)),
        ("parties", _parties(one) != _parties(other)),
        ("status", before.status is not after.status),
        ("stances", _codes(before) != _codes(after)),
        ("policy", before.policy != after.policy),
        ("suggestion", _code(before) != _code(after)),
    )
    return tuple(name for name, is_so in differs if is_so)


def _origins(found: Independence | None) -> tuple[int, int] | None:
    return None if found is None else (found.origins_min, found.origins_max)


def _parties(found: Independence | None) -> tuple[int, int] | None:
    return None if found is None else (found.parties, found.parties_max)


def _codes(claim: ClaimAssessment) -> dict[Slug, StanceCode]:
    return {slug: item.code for slug, item in claim.proposed.items()}


def _code(claim: ClaimAssessment) -> SubstanceVerdict | None:
    return None if claim.suggestion is None else claim.suggestion.code
