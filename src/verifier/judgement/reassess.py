"""The assessment after one event, with only those claims assessed again that it touches."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from verifier.judgement.assess import assess, assess_claim
from verifier.judgement.ground import ground_of
from verifier.judgement.newsroom import Newsroom, edges_known, standing
from verifier.judgement.signing import blocking
from verifier.judgement.web import JOINING, Web, claims_reached, web_of
from verifier.model.assessment import Assessment, ClaimAssessment
from verifier.model.claim import ClaimLabel
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.event import Subject, SubjectKind
from verifier.model.scales import DependencyScope, DependencyState, SubstanceVerdict
from verifier.model.search import SearchLabel
from verifier.model.state import Change, State
from verifier.model.story import Slug

_CLAIM_FIRST = frozenset({SubjectKind.STANCE, SubjectKind.VERDICT, SubjectKind.NOTE})
_NO_CLAIM = frozenset({SubjectKind.QUESTION, SubjectKind.SIGNOFF, SubjectKind.PARTY})


def reassess(
    before: Assessment,
    old: State,
    new: State,
    change: Change,
    reviewer: str | None = None,
    *,
    text: str = "",
    newsroom: Newsroom | None = None,
) -> Assessment:
    """`assess(new, …)`, made from the assessment `before` of the state `old`.

    Stances, verdicts, notes, edges, searches and questions cost what they touch; a change to the
    story, its claims, sources or documents is assessed from scratch. `reviewer`, `text` and
    `newsroom` must be those of `before`.
    """
    room = newsroom or Newsroom()
    touched = _touched(before, old, new, change.subjects, room)
    if touched is None:
        return assess(new, reviewer, text=text, newsroom=newsroom)
    return with_claims(before, new, touched, reviewer, text=text, newsroom=room)


def with_claims(
    before: Assessment,
    state: State,
    touched: Iterable[ClaimLabel],
    reviewer: str | None,
    *,
    text: str,
    newsroom: Newsroom,
) -> Assessment:
    """The assessment of `state`, where only the `touched` claims differ from `before`."""
    labels = tuple(touched)
    ground = ground_of(state, reviewer, text, newsroom, related=before.related, claims=labels)
    anew = {label: assess_claim(ground, label) for label in labels}
    claims = {**before.claims, **anew}
    return Assessment(
        claims=claims,
        coverage=before.coverage,
        tally=_recounted(before, anew, state),
        dependencies=edges_known(state, newsroom),
        conflicts=before.conflicts,
        blocking=blocking(state, claims, newsroom.policy),
        related=before.related,
    )


def _recounted(
    before: Assessment, anew: Mapping[ClaimLabel, ClaimAssessment], state: State
) -> Mapping[SubstanceVerdict, int]:
    """The counts per verdict, moved by the claims that were assessed anew."""
    counts = dict(before.tally)
    for label, claim in anew.items():
        if state.claims[label].is_active:
            counts[_code(before.claims[label])] -= 1
            counts[_code(claim)] += 1
    return counts


def _code(claim: ClaimAssessment) -> SubstanceVerdict:
    verdict = claim.verdict
    return SubstanceVerdict.UNCHECKED if verdict is None else SubstanceVerdict(verdict.code)


def _touched(
    before: Assessment, old: State, new: State, subjects: Iterable[Subject], newsroom: Newsroom
) -> frozenset[ClaimLabel] | None:
    """The claims that may be judged otherwise after a change; None for all of them."""
    found: set[ClaimLabel] = set()
    for subject in subjects:
        if subject.kind in _CLAIM_FIRST:
            found.update(_with_wholes(new, ClaimLabel(subject.key[0])))
        elif subject.kind is SubjectKind.SEARCH:
            label = SearchLabel(subject.key[0])
            found.update(s.searches[label].claim for s in (old, new) if label in s.searches)
        elif subject.kind is SubjectKind.DEPENDENCY:
            found.update(_by_edge(before, old, new, DependencyLabel(subject.key[0]), newsroom))
        elif subject.kind not in _NO_CLAIM:
            return None
    return frozenset(found)


def _with_wholes(state: State, label: ClaimLabel) -> Iterable[ClaimLabel]:
    """A claim and those that it is a part of."""
    found: dict[ClaimLabel, None] = {}
    at: ClaimLabel | None = label
    while at is not None and at in state.claims and at not in found:
        found[at] = None
        at = state.claims[at].parent
    return found


def _by_edge(
    before: Assessment, old: State, new: State, label: DependencyLabel, newsroom: Newsroom
) -> frozenset[ClaimLabel]:
    found: frozenset[ClaimLabel] = frozenset()
    for state in (old, new):
        edge = edges_known(state, newsroom).get(label)
        if edge is not None:
            found |= claims_touched(before, state, edge, newsroom)
    return found


def claims_touched(
    before: Assessment, state: State, edge: Dependency, newsroom: Newsroom
) -> frozenset[ClaimLabel]:
    """The claims whose counts may hang on an edge: those in its scope with support that meets it.

    An edge of the whole story reaches every claim; those without a supporter at or below either
    of its ends stay as they are.
    """
    if edge.scope is not DependencyScope.STORY or edge.evidence is not None:
        return claims_reached(state, edge, before.related)
    held = replace(edge, state=DependencyState.CONFIRMED)
    edges = {**newsroom.dependencies, **state.dependencies, edge.label: held}
    web = web_of(replace(state, dependencies=edges), newsroom, before.related)
    meeting = _at_or_below(held, web)
    return frozenset(
        label
        for label in state.claims
        if label not in before.claims
        or not meeting.isdisjoint(before.claims[label].stances)
        or not meeting.isdisjoint(before.claims[label].proposed)
        or _leads_to(web.local.get(label, ()), meeting, web)
    )


def _leads_to(edges: Iterable[Dependency], meeting: set[Slug], web: Web) -> bool:
    """Whether one of a claim's own edges ends at a source that the changed edge concerns."""
    return any(standing(slug, web.sources) in meeting for e in edges for slug in _ends(e))


def _ends(edge: Dependency) -> tuple[Slug, ...]:
    return (edge.to_source, edge.from_source) if edge.kind in JOINING else (edge.to_source,)


def _at_or_below(edge: Dependency, web: Web) -> set[Slug]:
    """The two ends of an edge and all who come to them by edges of the whole story.

    Under today's slugs and under those that were merged away.
    """
    ahead = [standing(slug, web.sources) for slug in (edge.from_source, edge.to_source)]
    met: set[Slug] = set()
    while ahead:
        slug = ahead.pop()
        if slug not in met:
            met.add(slug)
            ahead.extend(step.to for step in web.general_down.get(slug, ()))
    return met | {slug for slug in web.sources if standing(slug, web.sources) in met}
