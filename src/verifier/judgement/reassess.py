"""The assessment after one event, with only those claims assessed again that it touches."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from verifier.judgement.assess import assess, assess_claim
from verifier.judgement.ground import ground_of
from verifier.judgement.newsroom import Newsroom, edges_known
from verifier.judgement.signing import blocking
from verifier.judgement.touched import claims_touched
from verifier.judgement.web import Web, web_after, web_of
from verifier.model.assessment import Assessment, ClaimAssessment
from verifier.model.claim import ClaimLabel
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.event import Subject, SubjectKind
from verifier.model.scales import SubstanceVerdict
from verifier.model.search import SearchLabel
from verifier.model.state import Change, State

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
    web = _web(before, old, new, change.subjects, room)
    return with_claims(before, new, touched, reviewer, text=text, newsroom=room, web=web)


def _web(
    before: Assessment, old: State, new: State, subjects: tuple[Subject, ...], newsroom: Newsroom
) -> Web | None:
    """The edges of the new state, made from the old ones where one edge is all that changed."""
    if len(subjects) != 1 or subjects[0].kind is not SubjectKind.DEPENDENCY:
        return None
    label = DependencyLabel(subjects[0].key[0])
    return web_after(old, new, label, newsroom, before.related)


def with_claims(
    before: Assessment,
    state: State,
    touched: Iterable[ClaimLabel],
    reviewer: str | None,
    *,
    text: str,
    newsroom: Newsroom,
    web: Web | None = None,
) -> Assessment:
    """The assessment of `state`, where only the `touched` claims differ from `before`.

    `web` is that of `state`, where it is at hand.
    """
    labels = tuple(touched)
    ground = ground_of(
        state, reviewer, text, newsroom, related=before.related, web=web, claims=labels
    )
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
    was, now = (edges_known(state, newsroom).get(label) for state in (old, new))
    web = web_of(old, newsroom, before.related)
    found: frozenset[ClaimLabel] = frozenset()
    for edge in (was, now) if was is None or now is None or _moved(was, now) else (now,):
        if edge is not None:
            found |= claims_touched(before, old, edge, web)
    return found


def _moved(was: Dependency, now: Dependency) -> bool:
    """Whether an edge reaches other claims than before, or joins other ends."""
    return replace(was, state=now.state, reason=now.reason) != now
