"""What would change if an edge, or the grade of a source, were wrong: computed, not guessed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from verifier.judgement.assess import assess, assess_claim
from verifier.judgement.ground import Ground, ground_of
from verifier.judgement.newsroom import Newsroom, edges_known, sources_known, standing
from verifier.judgement.reassess import with_claims
from verifier.judgement.touched import claims_touched
from verifier.judgement.web import with_edge
from verifier.model.assessment import Assessment, ClaimAssessment, ClaimImpact, Independence
from verifier.model.claim import ClaimLabel
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.errors import UnknownName
from verifier.model.scales import DependencyState, Reliability, StanceCode, SubstanceVerdict
from verifier.model.state import State
from verifier.model.story import Slug

LEAST_TRIED = 20_000
"""On how many claims edges are tried at least, each claim counted for each edge."""

TIMES_TRIED = 3
"""On how many claims edges are tried for each claim and each edge of a large story."""

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
    trial = _Trial(ground_of(state, reviewer, text, room, related=now.related), now)
    return trial.of(edge, trial.touched(edge))


def impacts_of_edges(
    state: State,
    reviewer: str | None = None,
    *,
    text: str = "",
    newsroom: Newsroom | None = None,
    before: Assessment | None = None,
) -> Mapping[DependencyLabel, tuple[ClaimImpact, ...]]:
    """As `impact_of_edge`, for every edge of the story that it can be worked out for in time.

    All edges together are tried on as many claims as `LEAST_TRIED`, or on `TIMES_TRIED` for each
    claim and edge of a story that is larger; an edge that would be tried on more than is left of
    that is not in the result. So the work grows as the story does, and never with its square.
    """
    room = newsroom or Newsroom()
    now = before or assess(state, reviewer, text=text, newsroom=room)
    trial = _Trial(ground_of(state, reviewer, text, room, related=now.related), now)
    edges = edges_known(state, room)
    left = max(LEAST_TRIED, TIMES_TRIED * (len(state.claims) + len(edges)))
    found: dict[DependencyLabel, tuple[ClaimImpact, ...]] = {}
    for label, edge in edges.items():
        touched = trial.touched(edge)
        if len(touched) <= left:
            left -= len(touched)
            found[label] = trial.of(edge, touched)
    return found


class _Trial:
    """A state laid out once, on which edges are tried as wrong."""

    def __init__(self, ground: Ground, now: Assessment) -> None:
        self._ground = ground
        self._now = now
        self._place = {label: number for number, label in enumerate(ground.state.claims)}

    def touched(self, edge: Dependency) -> frozenset[ClaimLabel]:
        """The claims that an edge may concern."""
        return claims_touched(self._now, self._ground.state, edge, self._ground.web)

    def of(self, edge: Dependency, touched: frozenset[ClaimLabel]) -> tuple[ClaimImpact, ...]:
        """What would be judged otherwise of the touched claims, in their order."""
        altered = replace(self._ground, web=with_edge(self._ground.web, edge, _other(edge)))
        found: list[ClaimImpact] = []
        for label in sorted(touched, key=self._place.__getitem__):
            if self._ground.state.claims[label].is_active:
                found.extend(_impact(self._now.claims[label], assess_claim(altered, label)))
        return tuple(found)


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
    active = (label for label, claim in state.claims.items() if claim.is_active)
    pairs = ((before.claims[x], after.claims[x]) for x in active if x in wanted)
    return tuple(found for pair in pairs for found in _impact(*pair))


def _impact(before: ClaimAssessment, after: ClaimAssessment) -> tuple[ClaimImpact, ...]:
    """How a claim would be judged, if that differs from how it is."""
    changed = _changed(before, after)
    return (ClaimImpact(before.claim, before, after, changed),) if changed else ()


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
