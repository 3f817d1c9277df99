"""Claims of earlier stories that say the same thing, with the verdict they were given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verifier.desk.session import OpenStory, Session
from verifier.evidence.likeness import alike
from verifier.evidence.posts import plain_query
from verifier.language.terms import terms
from verifier.model.claim import Claim, ClaimLabel
from verifier.model.decision import Verdict
from verifier.model.event import Json, StreamId, Subject, SubjectKind
from verifier.model.scales import Aspect
from verifier.model.state import State
from verifier.model.story import Slug

MOST = 3
"""Earlier claims that are proposed for one claim."""

MOST_CLAIMS = 400
"""Claims of a story that are looked up when it is imported."""


@dataclass(frozen=True)
class EarlierClaim:
    """A claim of an earlier story that may say the same thing as `claim`.

    `share` is the share of common words by weight, 0 to 1. `verdict` is its latest verdict on
    substance, of whichever reviewer; None where it has none. `at` is the time of the verdict, else
    of the story's import, UTC.
    """

    claim: ClaimLabel
    story: Slug
    label: ClaimLabel
    text: str
    share: float
    verdict: Verdict | None
    at: str


@dataclass(frozen=True)
class _Story:
    """An earlier story: its slug, when it was imported, and its state."""

    slug: Slug
    imported_at: str
    state: State


def earlier_claims(
    session: Session, story: OpenStory, claims: Iterable[Claim] | None = None
) -> tuple[EarlierClaim, ...]:
    """What earlier stories say that these claims of `story` say too; all active ones if None.

    The likest first for each claim, at most three; only stories imported before this one.
    """
    rows = session.store.stories(session.reviewer.name)
    own = next((row.imported_at for row in rows if row.stream == story.state.stream), None)
    before = {row.stream: row for row in rows if own is None or row.imported_at < own}
    before.pop(story.state.stream, None)
    if not before:
        return ()
    asked = story.state.claims.values() if claims is None else claims
    active = [claim for claim in asked if claim.is_active][:MOST_CLAIMS]
    known: dict[StreamId, _Story] = {}
    found: list[EarlierClaim] = []
    for claim in active:
        proposed = 0
        for item, share in _alike(session, claim):
            stream, _, label = item.rpartition("/")
            if proposed == MOST or stream not in before:
                continue
            row = before[StreamId(stream)]
            if row.stream not in known:
                state = session.store.load(row.stream)
                known[row.stream] = _Story(row.slug, row.imported_at, state)
            found += _earlier(claim, known[row.stream], ClaimLabel(label), share)
            proposed += 1
    return tuple(found)


def earlier_json(found: EarlierClaim) -> dict[str, Json]:
    """An earlier claim as scripts read it; `verdict` is None where it has none."""
    verdict = found.verdict
    return {
        "claim": found.claim,
        "story": found.story,
        "label": found.label,
        "text": found.text,
        "verdict": None if verdict is None else verdict.code.value,
        "reviewer": None if verdict is None else verdict.reviewer,
        "at": found.at,
    }


def earlier_count(found: Sequence[EarlierClaim]) -> str:
    """How many claims were in earlier stories, and how many of them have a verdict there."""
    claims = {each.claim for each in found}
    judged = {each.claim for each in found if each.verdict is not None}
    one = len(claims) == 1
    return (
        f"{len(claims)} {'claim was' if one else 'claims were'} in earlier stories, {len(judged)} "
        "with a verdict; `verifier show . CLAIM` prints them"
    )


def earlier_line(found: EarlierClaim) -> str:
    """One line for a person: where the same thing was said, and what came of it."""
    verdict = found.verdict
    said = "no verdict yet" if verdict is None else f"{verdict.code.value} ({verdict.reviewer})"
    where = f"{found.story} {found.label}"
    return f"checked before: {where}, {found.at[:10]}, {said}: “{found.text}”"


def _alike(session: Session, claim: Claim) -> list[tuple[str, float]]:
    """Names under which claims like this one are indexed, with the share of common words."""
    text = plain_query(claim.standalone)
    pool = session.store.claims_with(terms(text))
    return [(each.candidate.evidence, each.share) for each in alike(text, pool)]


def _earlier(
    claim: Claim, story: _Story, label: ClaimLabel, share: float
) -> Iterable[EarlierClaim]:
    """The earlier claim with its verdict, where it still is active."""
    other = story.state.claims.get(label)
    if other is None or not other.is_active:
        return
    verdict, at = _latest(story.state, label)
    text = other.standalone
    yield EarlierClaim(
        claim.label, story.slug, label, text, share, verdict, at or story.imported_at
    )


def _latest(state: State, label: ClaimLabel) -> tuple[Verdict | None, str | None]:
    """The latest verdict on substance of a claim, and when it was given."""
    given = [
        (state.stamps[Subject(SubjectKind.VERDICT, tuple(key))].at, verdict)
        for key, verdict in state.verdicts.items()
        if key.claim == label and key.aspect is Aspect.SUBSTANCE
    ]
    if not given:
        return None, None
    at, verdict = max(given, key=lambda each: each[0])
    return verdict, at
