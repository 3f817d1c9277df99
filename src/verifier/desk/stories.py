"""Stories: import one, list them, open one."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from verifier.desk.meanings import not_matched
from verifier.desk.names import slug_of, typed_text, unknown
from verifier.desk.proposing import read_for_claims, with_new_sources
from verifier.desk.registry import new_look_alikes
from verifier.desk.session import OpenStory, Session, fold_new, load_library, retried
from verifier.model.document import Document, StoryReading
from verifier.model.errors import BadInput, UnknownName
from verifier.model.event import (
    Act,
    EventKind,
    StreamId,
    Subject,
    SubjectChange,
    SubjectKind,
)
from verifier.model.state import Change, State
from verifier.model.story import Slug, Story, StoryVersion
from verifier.record.fold import STORY_KEY, change_of

if TYPE_CHECKING:
    from verifier.store import StoryRow

LAST_STORY = "."
"""The name that stands for the story last opened."""


@dataclass(frozen=True)
class StoryDetails:
    """What the user says of a story; each wins over what the file says of itself.

    `archive` is the archive file (WARC) of a story that was captured from its address.
    """

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    dateline: date | None = None
    url: str | None = None
    language: str | None = None
    archive: bytes | None = None


@dataclass(frozen=True)
class Counts:
    """What an import found."""

    sentences: int
    claims: int
    attributions: int
    sources: int
    excluded: int


@dataclass(frozen=True)
class Imported:
    """A story as imported, what was found in it, and what the user should know."""

    story: OpenStory
    change: Change
    counts: Counts
    remarks: tuple[str, ...]


def import_story(
    session: Session, document: Document, details: StoryDetails | None = None
) -> Imported:
    """Read a story for claims and record it as one event of a new stream.

    Sources that the library does not know yet are added to it in the same transaction. Raises
    StorageFault; then nothing is written.
    """
    said = details or StoryDetails()
    return retried(lambda: _import(session, document, said))


def _import(session: Session, document: Document, details: StoryDetails) -> Imported:
    """One try at an import, under a slug and with sources that are free now."""
    from verifier.store import Intent

    library = load_library(session)
    reading = read_for_claims(
        document.text,
        library,
        dateline=details.dateline or document.published,
        language=details.language or "en",
    )
    story = _story(session, document, details, reading)
    version = _version(session, document, details, reading)
    stream = StreamId(secrets.token_hex(16))
    imported = Act(EventKind.STORY_IMPORTED, _import_changes(stream, story, version, reading))
    intents = with_new_sources(library, reading.sources, Intent(stream, imported, 0))
    written = session.store.write(intents, session.reviewer)
    state, change = fold_new(State(stream), written[-1])
    opened = OpenStory(state, document.text, load_library(session))
    remarks = (
        *_remarks(session, document, story, version),
        *reading.remarks,
        *new_look_alikes(library, reading.sources),
        *filter(None, [not_matched(library, story.language)]),
    )
    return Imported(opened, change, _counts(reading), remarks)


def story_list(session: Session) -> tuple[StoryRow, ...]:
    """The stories of the database with their progress, last opened first."""
    return session.store.stories(session.reviewer.name)


def open_story(session: Session, name: str) -> OpenStory:
    """The story called `name`: its slug, an unambiguous beginning of it, or `.` for the last one.

    Raises UnknownName with the nearest slugs.
    """
    return _open_stream(session, find_stream(session, name))


def refresh(session: Session, story: OpenStory) -> OpenStory:
    """The story as it stands now, with what others did since it was opened."""
    return _open_stream(session, story.state.stream)


def find_stream(session: Session, name: str) -> StreamId:
    """The stream of the story called `name`; raises UnknownName."""
    rows = story_list(session)
    if not rows:
        raise UnknownName(
            "There are no stories yet. Import one with `verifier import FILE`, or look at the "
            "sample with `verifier demo`."
        )
    if name == LAST_STORY:
        return rows[0].stream
    if not name:
        raise BadInput("The name of the story is empty; give one, or . for the story last used.")
    exact = [row for row in rows if row.slug == name]
    begins = exact or [row for row in rows if row.slug.startswith(name.casefold())]
    if len(begins) == 1:
        return begins[0].stream
    if begins:
        found = ", ".join(row.slug for row in begins[:5])
        raise UnknownName(f"Several stories begin with {name}: {found}. Type more of the name.")
    raise unknown(
        "story", name, [row.slug for row in rows], "`verifier stories` lists the stories."
    )


def _open_stream(session: Session, stream: StreamId) -> OpenStory:
    state = session.store.load(stream)
    if state.version is None:
        raise UnknownName("The import of this story was undone; `verifier redo` brings it back.")
    text = session.store.get_bytes(state.version.sha256).decode("utf-8")
    return OpenStory(state, text, load_library(session))


def _story(
    session: Session, document: Document, details: StoryDetails, reading: StoryReading
) -> Story:
    title = details.title or document.title or reading.title or _opening_words(document.text)
    title = typed_text(title, "title", 500)
    if not title:
        raise BadInput("The title is empty; give one with --title TEXT.")
    taken = {row.slug for row in story_list(session)}
    return Story(
        slug=Slug(slug_of(title, taken, "story")),
        title=title,
        outlet=details.outlet or document.outlet,
        byline=details.byline or document.byline,
        language=details.language or "en",
        dateline=details.dateline or document.published or reading.dateline,
        url=details.url,
    )


def _opening_words(text: str) -> str:
    return " ".join(text.split(maxsplit=10)[:10])[:200]


def _version(
    session: Session, document: Document, details: StoryDetails, reading: StoryReading
) -> StoryVersion:
    text = document.text.encode("utf-8")
    return StoryVersion(
        n=1,
        sha256=session.store.put_bytes(text),
        original=session.store.put_bytes(document.original),
        chars=len(document.text),
        engine=reading.engine,
        encoding=document.encoding,
        sentences=reading.sentences,
        excluded=reading.excluded,
        archive_sha256=session.store.put_bytes(details.archive) if details.archive else None,
    )


def _import_changes(
    stream: StreamId, story: Story, version: StoryVersion, reading: StoryReading
) -> tuple[SubjectChange, ...]:
    empty = State(stream)
    subjects: list[tuple[Subject, object]] = [
        (Subject(SubjectKind.STORY, STORY_KEY), story),
        (Subject(SubjectKind.VERSION, (str(version.n),)), version),
        *((Subject(SubjectKind.SOURCE, (item.slug,)), item) for item in reading.sources),
        *((Subject(SubjectKind.CLAIM, (item.label,)), item) for item in reading.claims),
        *((Subject(SubjectKind.DEPENDENCY, (e.label,)), e) for e in reading.dependencies),
    ]
    found = (change_of(empty, subject, record) for subject, record in subjects)
    return tuple(change for change in found if change is not None)


def _counts(reading: StoryReading) -> Counts:
    return Counts(
        sentences=len(reading.sentences),
        claims=len(reading.claims),
        attributions=len(reading.attributions),
        sources=len(reading.sources),
        excluded=len(reading.excluded),
    )


def _remarks(
    session: Session, document: Document, story: Story, version: StoryVersion
) -> tuple[str, ...]:
    remarks = []
    if document.encoding_guessed:
        remarks.append(
            f"The encoding is a guess: read as {document.encoding}. If letters look wrong, save "
            "the file as UTF-8 and import it again."
        )
    for row in story_list(session):
        same = row.title == story.title and row.slug != story.slug
        known = session.store.load(row.stream).version if same else None
        if known and replace(known, archive_sha256=version.archive_sha256) == version:
            remarks.append(f"The same text is already here as {row.slug}.")
    return tuple(remarks)
