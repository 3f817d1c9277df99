"""Undo, redo and the decision log."""

from dataclasses import replace
from typing import NamedTuple

from verifier.desk.describe import describe
from verifier.desk.session import (
    Acted,
    OpenStory,
    Session,
    fold_new,
    load_library,
    write_act,
)
from verifier.desk.stories import LAST_STORY, find_stream
from verifier.model.claim import ClaimLabel
from verifier.model.errors import Refused, UnknownName
from verifier.model.event import DESK, Act, Event, EventKind, StreamId, Subject, SubjectKind
from verifier.model.question import Question
from verifier.model.search import Search
from verifier.model.state import Change, State
from verifier.record.fold import after_act, record_of
from verifier.record.undo import inverse


def undo(session: Session, story: OpenStory) -> Acted:
    """Take back the reviewer's latest act on the story that is not undone yet.

    Raises Refused where there is none but the import, or where somebody else built on it, naming
    them.
    """
    refuse_withdrawing(session, story.state.stream, story.story.slug)
    event = _needed(session.store.next_to_undo(story.state.stream, session.reviewer.name), "undo")
    return write_act(session, story, _taking_back(session, story.state, event))


def redo(session: Session, story: OpenStory) -> Acted:
    """Bring back the reviewer's latest act on the story that was undone; raises Refused."""
    event = _needed(session.store.next_to_redo(story.state.stream, session.reviewer.name), "redo")
    return write_act(session, story, _taking_back(session, story.state, event))


def undo_to(session: Session, story: OpenStory, seq: int) -> Acted:
    """Take back, one by one, every act of the reviewer's after entry `seq` of the record.

    Raises Refused where there is none, or where somebody else built on one; what was taken back
    until then stays so.
    """
    stream, name = story.state.stream, session.reviewer.name
    acted: Acted | None = None
    changed: list[ClaimLabel] = []
    while (event := session.store.next_to_undo(stream, name)) is not None and event.seq > seq:
        acted = undo(session, story if acted is None else acted.story)
        changed += [*acted.change.claims, *acted.others]
    if acted is None:
        raise Refused("Nothing of yours was done after that.")
    return replace(acted, others=tuple(dict.fromkeys(changed)))


def undo_in(session: Session, stream: StreamId) -> Change:
    """As `undo`, on any stream: also the desk's own, also down to a story's import."""
    event = _needed(session.store.next_to_undo(stream, session.reviewer.name), "undo")
    return _take_back_in(session, stream, event)


def redo_in(session: Session, stream: StreamId) -> Change:
    """As `redo`, on any stream: also the desk's own, also of a story's import."""
    event = _needed(session.store.next_to_redo(stream, session.reviewer.name), "redo")
    return _take_back_in(session, stream, event)


def stream_for_redo(session: Session, name: str) -> StreamId:
    """The stream of a story, also of one whose import was undone; raises UnknownName.

    `.` is the story last acted on, be it withdrawn.
    """
    withdrawn = session.store.withdrawn_stories(session.reviewer.name)
    if name == LAST_STORY and withdrawn:
        living = session.store.stories(session.reviewer.name)
        return max((*living, *withdrawn), key=lambda row: row.last_at).stream
    try:
        return find_stream(session, name)
    except UnknownName:
        found = [row for row in withdrawn if name and row.slug.startswith(name)]
        if len(found) != 1:
            raise
        return found[0].stream


def refuse_withdrawing(session: Session, stream: StreamId, slug: str) -> None:
    """Raise Refused where the next act to undo is a story's import: that must be asked for."""
    event = session.store.next_to_undo(stream, session.reviewer.name)
    if event is not None and event.kind is EventKind.STORY_IMPORTED:
        raise Refused(
            f"Only the import itself is left to undo. To withdraw the whole story, name it: "
            f"`verifier undo {slug}`."
        )


def log(session: Session, stream: StreamId) -> tuple[Event, ...]:
    """All events of a stream, in order."""
    return session.store.events(stream)


def log_lines(events: tuple[Event, ...]) -> tuple[str, ...]:
    """One sentence for each event; an undo names what it takes back."""
    by_id = {event.event_id: event for event in events}
    return tuple(describe(event, by_id) for event in events)


def _take_back_in(session: Session, stream: StreamId, event: Event) -> Change:
    from verifier.store import Intent

    state = load_library(session) if stream == DESK else session.store.load(stream)
    act = _taking_back(session, state, event)
    (events,) = session.store.write([Intent(stream, act, state.seq)], session.reviewer)
    return fold_new(state, events)[1]


def _needed(event: Event | None, verb: str) -> Event:
    if event is None:
        raise Refused(f"There is nothing of yours to {verb} here.")
    return event


def _taking_back(session: Session, state: State, event: Event) -> Act:
    """The inverse of `event`, without taking away copies that others need.

    Raises Refused where somebody else built on it, naming them.
    """
    act = inverse(event)
    touched = {change.subject for change in act.changes}
    gone = {change.subject for change in act.changes if change.after is None}
    other = _other_since(session, event, touched) or _other_resting(session, state, gone)
    if other is not None:
        raise Refused(
            f"{other.actor} changed {' '.join(other.subject.key)} after that, on "
            f"{other.at[:16].replace('T', ' ')} UTC; it cannot be undone before theirs is."
        )
    needed = _needed_copies(state, act, gone)
    kept = tuple(change for change in act.changes if change.subject not in needed)
    return replace(act, changes=kept)


class _Other(NamedTuple):
    """What somebody else did to something, and when."""

    actor: str
    at: str
    subject: Subject


def _other_since(session: Session, event: Event, touched: set[Subject]) -> _Other | None:
    """The latest change that somebody else made to what `event` touched, after it."""
    for later in reversed(session.store.events(event.stream, event.seq)):
        if later.actor != session.reviewer.name:
            for change in later.changes:
                if change.subject in touched:
                    return _Other(later.actor, later.at, change.subject)
    return None


def _claim_of(state: State, subject: Subject) -> str | None:
    """The claim that a decision is about; None where it is about none."""
    if subject.kind in (SubjectKind.STANCE, SubjectKind.VERDICT, SubjectKind.NOTE):
        return subject.key[0]
    record = record_of(state, subject)
    if isinstance(record, (Question, Search)):
        return record.claim
    return None


def _other_resting(session: Session, state: State, gone: set[Subject]) -> _Other | None:
    """A living decision of somebody else about a claim that would cease."""
    for subject, stamp in state.stamps.items():
        label = _claim_of(state, subject)
        if (
            label is not None
            and Subject(SubjectKind.CLAIM, (label,)) in gone
            and subject not in gone
            and stamp.actor != session.reviewer.name
            and record_of(state, subject) is not None
        ):
            return _Other(stamp.actor, stamp.at, subject)
    return None


def _needed_copies(state: State, act: Act, gone: set[Subject]) -> set[Subject]:
    """The sources and evidence items among `gone` that what is left after `act` still names."""
    left = after_act(state, act)
    sources = {said.source for claim in left.claims.values() for said in claim.attributions}
    sources |= {stance.source for stance in left.stances.values()}
    sources |= {item.source for item in left.evidence.values()} if left.story is None else set()
    sources |= {end for e in left.dependencies.values() for end in (e.from_source, e.to_source)}
    sources |= {item.source for item in left.questions.values()}
    sources |= {item.source for item in left.searches.values()}
    cited = {passage.evidence for item in left.stances.values() for passage in item.passages}
    cited |= {edge.evidence for edge in left.dependencies.values() if edge.evidence is not None}
    named = {Subject(SubjectKind.SOURCE, (slug,)) for slug in sources if slug is not None}
    return gone & (named | {Subject(SubjectKind.EVIDENCE, (label,)) for label in cited})
