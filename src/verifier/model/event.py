"""What a person decided, as an event of a stream: per subject the fields before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, NewType

from verifier.model.text import Digest

StreamId = NewType("StreamId", str)
"""The name of a stream: `desk`, or the random identity of a story."""

DESK = StreamId("desk")
"""The stream of what all stories share: sources and the evidence library."""

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]
"""A value of the JSON form. There are no floats in the record."""

Fields = Mapping[str, Json]
"""Fields of one subject in their JSON form."""


class SubjectKind(StrEnum):
    """The kinds of things that events change; each has its dataclass and its table."""

    STORY = "story"
    VERSION = "version"
    CLAIM = "claim"
    SOURCE = "source"
    EVIDENCE = "evidence"
    STANCE = "stance"
    VERDICT = "verdict"
    NOTE = "note"
    DEPENDENCY = "dependency"
    QUESTION = "question"
    SEARCH = "search"
    SIGNOFF = "signoff"
    PARTY = "party"


class Subject(NamedTuple):
    """One thing in a stream: its kind and its key, e.g. stance of (C15, substance, isw, anna)."""

    kind: SubjectKind
    key: tuple[str, ...]


@dataclass(frozen=True)
class SubjectChange:
    """What an event does to one subject.

    `before` None: the subject comes into being, `after` holds all its fields. `after` None: it
    ceases, `before` holds all its fields. Otherwise both hold the changed fields only.
    """

    subject: Subject
    before: Fields | None
    after: Fields | None


class EventKind(StrEnum):
    """What happened, named after the act."""

    STORY_IMPORTED = "story-imported"
    STORY_REREAD = "story-reread"
    CLAIM_ADDED = "claim-added"
    CLAIM_EDITED = "claim-edited"
    CLAIM_DISMISSED = "claim-dismissed"
    CLAIM_RESTORED = "claim-restored"
    CLAIM_NOTED = "claim-noted"
    STANCE_MARKED = "stance-marked"
    STANCE_CLEARED = "stance-cleared"
    VERDICT_GIVEN = "verdict-given"
    SOURCES_ADDED = "sources-added"
    EVIDENCE_ADDED = "evidence-added"
    EVIDENCE_CAPTURED = "evidence-captured"
    EVIDENCE_WITHDRAWN = "evidence-withdrawn"
    EVIDENCE_REREAD = "evidence-reread"
    CLAIM_SPLIT = "claim-split"
    CLAIMS_MERGED = "claims-merged"
    CLAIM_RESTATED = "claim-restated"
    STANCES_ACCEPTED = "stances-accepted"
    DEPENDENCY_ADDED = "dependency-added"
    DEPENDENCY_CONFIRMED = "dependency-confirmed"
    DEPENDENCY_REJECTED = "dependency-rejected"
    QUESTION_ASKED = "question-asked"
    QUESTION_ANSWERED = "question-answered"
    QUESTION_WITHDRAWN = "question-withdrawn"
    SEARCH_RECORDED = "search-recorded"
    SOURCE_EDITED = "source-edited"
    SOURCES_MERGED = "sources-merged"
    PARTIES_EDITED = "parties-edited"
    SIGNED_OFF = "signed-off"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True)
class Act:
    """What a reviewer wants to record, before the store gives it its place in the stream.

    `undoes` is the identity of the event that this one takes back.
    """

    kind: EventKind
    changes: tuple[SubjectChange, ...]
    undoes: str | None = None


@dataclass(frozen=True)
class Reviewer:
    """Who acts: the name as claimed, with the account and host it was claimed from."""

    name: str
    os_user: str
    host: str


@dataclass(frozen=True)
class Event:
    """One entry of a stream, chained to the one before it by `prev_hash`.

    `seq` counts from 1 without gaps; `at` is UTC, ISO 8601 with milliseconds and `Z`.
    """

    stream: StreamId
    seq: int
    event_id: str
    kind: EventKind
    actor: str
    os_user: str
    host: str
    at: str
    undoes: str | None
    changes: tuple[SubjectChange, ...]
    prev_hash: Digest
    hash: Digest
