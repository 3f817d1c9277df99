"""Acts on the registry of sources, as jobs for the writer: they are the desk's, not a story's.

Each is undone on the desk's own record, which has undo and redo of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from verifier.desk import history, registry
from verifier.desk.merging import merge_sources
from verifier.desk.registry import SourceEdit
from verifier.desk.session import Acted, OpenStory, Session
from verifier.desk.stories import refresh
from verifier.language.display import display_line
from verifier.model.errors import Refused
from verifier.model.event import DESK, Event, EventKind
from verifier.model.scales import Reliability
from verifier.model.state import Change
from verifier.model.story import Slug
from verifier.tui.writer import Job

OF_SOURCES = frozenset(
    {
        EventKind.SOURCES_ADDED,
        EventKind.SOURCE_EDITED,
        EventKind.SOURCES_MERGED,
        EventKind.PARTIES_EDITED,
    }
)
"""The acts on the desk's record that are about sources."""


def edit(source: Slug, what: str, change: SourceEdit) -> Job:
    """Change what is known of a source; `what` names the field."""
    return _on_desk(
        f"{what} of {source} changed",
        lambda session, _: registry.edit_source(session, source, change)[1],
    )


def rate(source: Slug, letter: Reliability | None, reason: str) -> Job:
    """Give a source its letter, with the reason; None takes the letter away."""
    return _on_desk(
        f"{source} rated {letter.value if letter else 'without a letter'}",
        lambda session, _: registry.rate_source(session, source, letter, reason)[1],
    )


def merge(source: Slug, into: str, remarks: list[str]) -> Job:
    """Merge a source into another one; what they disagree on is put into `remarks`."""

    def run(session: Session, _: OpenStory) -> Change:
        merged = merge_sources(session, source, into)
        remarks.extend(merged.remarks)
        return merged.change

    return _on_desk(f"{source} merged into {display_line(into)}", run)


def undo() -> Job:
    """Take back the reviewer's latest act on the registry."""
    return _on_desk("undo", lambda session, _: _taken_back(session, is_undo=True))


def redo() -> Job:
    """Bring back what was undone last in the registry."""
    return _on_desk("redo", lambda session, _: _taken_back(session, is_undo=False))


def _taken_back(session: Session, *, is_undo: bool) -> Change:
    """Undo or redo on the desk's record; raises Refused where the act is about no source."""
    name = session.reviewer.name
    store = session.store
    event = store.next_to_undo(DESK, name) if is_undo else store.next_to_redo(DESK, name)
    if event is not None and _kind(session, event) not in OF_SOURCES:
        raise Refused(
            "Your latest act on the library is about documents, not sources; "
            f"`verifier {'undo' if is_undo else 'redo'} --library` takes it back."
        )
    return (history.undo_in if is_undo else history.redo_in)(session, DESK)


def _kind(session: Session, event: Event) -> EventKind:
    """What kind of act an event is about: that of the act it takes back, if it is an undo."""
    by_id = {item.event_id: item for item in session.store.events(DESK)}
    while event.undoes is not None and event.undoes in by_id:
        event = by_id[event.undoes]
    return event.kind


def _on_desk(words: str, act: Callable[[Session, OpenStory], Change]) -> Job:
    """A job that acts on the desk's record and gives the story as the library knows it then."""

    def run(session: Session, story: OpenStory) -> Acted:
        change = act(session, story)
        return Acted(change, refresh(session, story))

    return Job(words, run)
