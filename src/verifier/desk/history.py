"""Undo, redo and the decision log."""

from dataclasses import replace

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
from verifier.model.errors import Refused, UnknownName
from verifier.model.event import DESK, Act, Event, StreamId, Subject, SubjectChange, SubjectKind
from verifier.model.state import Change, State
from verifier.record.fold import record_of
from verifier.record.undo import inverse


def undo(session: Session, story: OpenStory) -> Acted:
    """Take back the reviewer's latest act on the story that is not undone yet.

    Raises Refused where there is none, or where somebody else built on it, naming them.
    """
    event = _needed(session.store.next_to_undo(story.state.stream, session.reviewer.name), "undo")
    return write_act(session, story, _taking_back(session, story.state, event))


def redo(session: Session, story: OpenStory) -> Acted:
    """Bring back the reviewer's latest act on the story that was undone; raises Refused."""
    event = _needed(session.store.next_to_redo(story.state.stream, session.reviewer.name), "redo")
    return write_act(session, story, _taking_back(session, story.state, event))


def undo_in(session: Session, stream: StreamId) -> Change:
    """As `undo`, on any stream: also the desk's own, also down to a story's import."""
    event = _needed(session.store.next_to_undo(stream, session.reviewer.name), "undo")
    return _take_back_in(session, stream, event)


def redo_in(session: Session, stream: StreamId) -> Change:
    """As `redo`, on any stream: also the desk's own, also of a story's import."""
    event = _needed(session.store.next_to_redo(stream, session.reviewer.name), "redo")
    return _take_back_in(session, stream, event)


def stream_for_redo(session: Session, name: str) -> StreamId:
    """The stream of a story, also of one whose import was undone; raises UnknownName."""
    try:
        return find_stream(session, name)
    except UnknownName:
        gone = session.store.withdrawn_stories(session.reviewer.name)
        found = [row for row in gone if row.slug == name or name == LAST_STORY]
        if not found:
            raise
        return found[0].stream


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
    """The inverse of `event`, without taking away copies that later stances need."""
    act = inverse(event)
    _refuse_if_built_on(session, state, event, act)
    kept = tuple(change for change in act.changes if not _still_needed(state, change))
    return replace(act, changes=kept)


def _refuse_if_built_on(session: Session, state: State, event: Event, act: Act) -> None:
    """Raise Refused where a later act of somebody else rests on what would be taken back."""
    me = session.reviewer.name
    touched = {change.subject for change in act.changes}
    gone = {change.subject for change in act.changes if change.after is None}
    for subject, stamp in state.stamps.items():
        rests = subject in touched or _rests_on(state, subject, gone)
        if rests and stamp.actor != me and stamp.seq > event.seq:
            raise Refused(
                f"{stamp.actor} changed {' '.join(subject.key)} after that, on "
                f"{stamp.at[:16].replace('T', ' ')} UTC; it cannot be undone before theirs is."
            )


def _rests_on(state: State, subject: Subject, gone: set[Subject]) -> bool:
    """Whether a living decision is about a claim that would cease."""
    about = Subject(SubjectKind.CLAIM, subject.key[:1])
    if subject.kind not in (SubjectKind.STANCE, SubjectKind.VERDICT, SubjectKind.NOTE):
        return False
    return about in gone and record_of(state, subject) is not None


def _still_needed(state: State, change: SubjectChange) -> bool:
    """Whether a copied source or evidence item that would go is still used by a stance."""
    if change.after is not None or state.story is None:
        return False
    used_by = list(state.stances.values())
    name = change.subject.key[0]
    if change.subject.kind is SubjectKind.SOURCE:
        return sum(stance.source == name for stance in used_by) > 1
    if change.subject.kind is SubjectKind.EVIDENCE:
        return sum(name in [p.evidence for p in stance.passages] for stance in used_by) > 1
    return False
