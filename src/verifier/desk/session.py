"""An opened database and the person who works on it; the one way an act is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from verifier.model.claim import ClaimLabel
from verifier.model.dependency import Dependency
from verifier.model.errors import Conflict
from verifier.model.event import DESK, Act, Event, EventKind, Reviewer, SubjectChange
from verifier.model.evidence import EvidenceLabel
from verifier.model.source import Source
from verifier.model.state import Change, State
from verifier.model.story import Slug, Story, StoryVersion
from verifier.model.text import Digest
from verifier.record.fold import apply, change_in
from verifier.settings.person import reviewer_named
from verifier.settings.places import database_location

if TYPE_CHECKING:
    from verifier.store import Store

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


@dataclass
class Session:
    """An open database and the reviewer. `close` it, or use it in a `with` statement.

    `location` is where the database was opened; it may hold a password, unlike `store.location`.
    `document_edges` keeps what was read in documents, by document and state of the library;
    `kin_edges` what several of them propose by what they are; `library` the library as it was
    read last, `meanings` those of the sentences of its texts.
    """

    store: Store
    reviewer: Reviewer
    location: str = field(repr=False)
    clock: Clock = utc_now
    document_edges: dict[
        tuple[EvidenceLabel, Digest, Slug, Digest],
        tuple[tuple[Dependency, ...], tuple[Source, ...]],
    ] = field(default_factory=dict, repr=False)
    kin_edges: dict[tuple[tuple[EvidenceLabel, ...], Digest], tuple[Dependency, ...]] = field(
        default_factory=dict, repr=False
    )
    library: State | None = field(default=None, repr=False)
    meanings: dict[Digest, bytes] = field(default_factory=dict, repr=False)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the user should know of the database: one sentence each."""
        return self.store.remarks

    def now(self) -> str:
        """The time now as the record writes it: UTC, ISO 8601, milliseconds, `Z`."""
        return self.clock().astimezone(UTC).isoformat(timespec="milliseconds")[:23] + "Z"

    def close(self) -> None:
        """Close the database."""
        self.store.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@dataclass(frozen=True)
class OpenStory:
    """A story as it stands: its own stream, its text, and the library it draws on.

    `state.story` and `state.version` are never None here.
    """

    state: State
    text: str
    library: State

    @property
    def story(self) -> Story:
        """The story's own fields."""
        assert self.state.story is not None
        return self.state.story

    @property
    def version(self) -> StoryVersion:
        """The latest version of its text."""
        assert self.state.version is not None
        return self.state.version

    @property
    def sources(self) -> Mapping[Slug, Source]:
        """The story's sources, each as the library knows it now."""
        known = self.library.sources
        return {slug: known.get(slug, source) for slug, source in self.state.sources.items()}

    @property
    def registry(self) -> Mapping[Slug, Source]:
        """Every source that is known, also those the story does not name.

        What conceals confidential sources needs all of them: a story may name one in passing.
        """
        return {**self.library.sources, **self.sources}


@dataclass(frozen=True)
class Acted:
    """What an act changed, and the story after it: use that one from now on.

    A change without subjects: everything already was as asked, and nothing was written. `others`
    are the claims that somebody else changed since the story was read.
    """

    change: Change
    story: OpenStory
    others: tuple[ClaimLabel, ...] = ()


def open_session(
    location: str | None = None, reviewer: str | None = None, *, clock: Clock = utc_now
) -> Session:
    """A session on the database at `location`, made if missing.

    None stands for what options and environment say (see `verifier where`). Raises StorageFault
    where the database cannot be used, BadInput for a reviewer's name that cannot be one.
    """
    person = reviewer_named(reviewer)
    from verifier.store import open_store

    place = database_location(location)
    return Session(open_store(place, clock=clock), person, place, clock)


def record_act(
    session: Session, story: OpenStory, kind: EventKind, changes: list[SubjectChange | None]
) -> Acted:
    """Write one act on a story, with the changes that differ; raises Conflict or StorageFault."""
    real = tuple(change for change in changes if change is not None)
    if not real:
        state = story.state
        return Acted(Change(state.seq, kind, session.now(), (), (), ()), story)
    return write_act(session, story, Act(kind, real))


def write_act(session: Session, story: OpenStory, act: Act) -> Acted:
    """Write a ready act on a story and fold what happened meanwhile; raises Conflict."""
    from verifier.store import Intent

    intent = Intent(story.state.stream, act, story.state.seq)
    (events,) = session.store.write([intent], session.reviewer)
    state, change = fold_new(story.state, events)
    missed = (label for event in events[:-1] for label in change_in(event).claims)
    return Acted(change, replace(story, state=state), tuple(dict.fromkeys(missed)))


T = TypeVar("T")
TRIES = 8


def retried(act: Callable[[], T]) -> T:
    """What `act` gives, tried again where somebody took the label or name that it chose itself.

    Raises Conflict where it is taken every time.
    """
    for _ in range(TRIES - 1):
        try:
            return act()
        except Conflict:
            continue
    return act()


def fold_new(state: State, events: tuple[Event, ...]) -> tuple[State, Change]:
    """The state after at least one new event, and what the last of them changed."""
    change = None
    for event in events:
        state, change = apply(state, event)
    assert change is not None
    return state, change


def load_library(session: Session) -> State:
    """The desk's stream: the registry of sources and the evidence library."""
    return session.store.load(DESK)
