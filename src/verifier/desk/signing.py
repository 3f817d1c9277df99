"""Signing a story off: under which state, grades and policy; any later change reopens it."""

from dataclasses import dataclass, replace

from verifier.desk.dependencies import keep_document_edges
from verifier.desk.judging import assess_story, newsroom_for
from verifier.desk.known import known_state
from verifier.desk.session import Acted, OpenStory, Session, record_act
from verifier.desk.stories import refresh
from verifier.judgement import Newsroom, newsroom_signed
from verifier.model.claim import ClaimLabel
from verifier.model.errors import Refused
from verifier.model.event import EventKind, Subject, SubjectKind
from verifier.model.signoff import SignOff
from verifier.model.source import Source
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.record.fold import change_of, fold
from verifier.record.state_digest import state_digest

Blocking = tuple[tuple[ClaimLabel | None, str], ...]

SHOWN = 12
"""How many blocks a refusal lists before it counts the rest."""


@dataclass(frozen=True)
class Signature:
    """The latest sign-off of a story; `stands` while the state is still the one that was signed."""

    signoff: SignOff
    stands: bool


def what_blocks(session: Session, story: OpenStory) -> Blocking:
    """What stands against signing the story off, each with the claim it is about, if any (P8)."""
    return assess_story(session, story).blocking


def sign_off(session: Session, story: OpenStory) -> Acted:
    """Sign the story as it stands: its digest, and the sources, parties and policy of this moment.

    What its documents show of who repeats whom goes on record first, so that the signed state
    stands alone. Raises Refused with the list of what blocks, or where it is signed already.
    """
    story = refresh(session, story)
    blocks = what_blocks(session, story)
    if blocks:
        raise Refused(_refusal(blocks))
    signature = signature_of(story)
    own = signature is not None and signature.signoff.reviewer == session.reviewer.name
    if signature is not None and signature.stands and own:
        raise Refused("You signed this state of the story already.")
    story = keep_document_edges(session, story)
    room = newsroom_for(session, story)
    signoff = SignOff(
        reviewer=session.reviewer.name,
        digest=state_digest(story.state),
        seq=story.state.seq,
        at=session.now(),
        sources=_frozen(story),
        parties=tuple(room.parties[name] for name in sorted(room.parties)),
        policy=room.policy,
    )
    subject = Subject(SubjectKind.SIGNOFF, (signoff.reviewer,))
    change = change_of(story.state, subject, signoff)
    return record_act(session, story, EventKind.SIGNED_OFF, [change])


def signature_of(story: OpenStory) -> Signature | None:
    """The latest sign-off, and whether it stands; None for a story that nobody signed.

    It stands while the digest of the state is the one that was signed.
    """
    latest = max(story.state.signoffs.values(), key=lambda item: item.seq, default=None)
    if latest is None:
        return None
    return Signature(latest, stands=state_digest(story.state) == latest.digest)


def signed_story(session: Session, story: OpenStory, signoff: SignOff) -> OpenStory:
    """The story as it was signed: the fold of its events up to the last one that was covered.

    Its library has the sources and parties that were frozen. Raises Refused where the record no
    longer gives the digest that was signed.
    """
    events = session.store.events(story.state.stream)[: signoff.seq]
    state = fold(State(story.state.stream), events)
    if state_digest(state) != signoff.digest:
        raise Refused(
            f"The record up to entry {signoff.seq} does not give the state that "
            f"{signoff.reviewer} signed; run `verifier check`."
        )
    assert state.version is not None
    text = session.store.get_bytes(state.version.sha256).decode("utf-8")
    return frozen_story(OpenStory(state, text, story.library), signoff)


def frozen_story(story: OpenStory, signoff: SignOff) -> OpenStory:
    """The story with the sources and parties of a sign-off in place of the library's of today.

    A source that was made confidential since is confidential here as well: that is never undone by
    a signature.
    """
    now = story.library.sources
    sources = {
        source.slug: replace(
            source,
            confidential=source.confidential
            or (source.slug in now and now[source.slug].confidential),
        )
        for source in signoff.sources
    }
    hidden = {slug: source for slug, source in now.items() if source.confidential}
    library = replace(
        story.library,
        sources={**hidden, **sources},
        parties={party.name: party for party in signoff.parties},
    )
    return replace(story, library=library)


def frozen_newsroom(signoff: SignOff, now: Newsroom) -> Newsroom:
    """What a signed story is judged against; its edges are all in its own record."""
    return replace(newsroom_signed(signoff, now), dependencies={})


def _frozen(story: OpenStory) -> tuple[Source, ...]:
    """Every source that the story names, under old and new names, as it is known now."""
    registry = story.registry
    named: set[Slug] = {*story.state.sources, *known_state(story).sources}
    for edge in story.state.dependencies.values():
        named |= {edge.from_source, edge.to_source}
    parents = {registry[slug].parent for slug in named if slug in registry}
    named |= {slug for slug in parents if slug is not None}
    return tuple(registry[slug] for slug in sorted(named) if slug in registry)


def _refusal(blocks: Blocking) -> str:
    listed = [f"{label}: {why}" if label else why for label, why in blocks[:SHOWN]]
    rest = len(blocks) - len(listed)
    more = f"; and {rest} more" if rest else ""
    return f"The story cannot be signed off yet. {'; '.join(listed)}{more}."
