"""The present state of a stream: the fold of its events; and what one event changed in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from verifier.model.claim import Claim, ClaimLabel
from verifier.model.decision import Note, Stance, Verdict
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.event import EventKind, StreamId, Subject
from verifier.model.evidence import EvidenceItem, EvidenceLabel
from verifier.model.party import Party
from verifier.model.question import Question, QuestionLabel
from verifier.model.scales import Aspect
from verifier.model.search import Search, SearchLabel
from verifier.model.signoff import SignOff
from verifier.model.source import Source
from verifier.model.story import Slug, Story, StoryVersion
from verifier.model.text import Digest

GENESIS = Digest("0" * 64)
"""The `prev_hash` of a stream's first event."""


class StanceKey(NamedTuple):
    """What a stance is keyed by."""

    claim: ClaimLabel
    aspect: Aspect
    source: Slug
    reviewer: str


class VerdictKey(NamedTuple):
    """What a verdict is keyed by."""

    claim: ClaimLabel
    aspect: Aspect
    reviewer: str


class NoteKey(NamedTuple):
    """What a note is keyed by."""

    claim: ClaimLabel
    reviewer: str


class Stamp(NamedTuple):
    """The last event that touched a subject: its place, time and actor."""

    seq: int
    at: str
    actor: str


@dataclass(frozen=True)
class State:
    """Everything decided in one stream up to `seq`. Mappings keep the order of first appearance.

    A story's stream has one story; None before the import and after the import was undone. Sources
    and evidence are the copies that the stream holds of what the desk's stream registers. Sign-offs
    are keyed by the reviewer's name, parties by their own.
    """

    stream: StreamId
    seq: int = 0
    head: Digest = GENESIS
    story: Story | None = None
    versions: Mapping[int, StoryVersion] = field(default_factory=dict)
    claims: Mapping[ClaimLabel, Claim] = field(default_factory=dict)
    sources: Mapping[Slug, Source] = field(default_factory=dict)
    evidence: Mapping[EvidenceLabel, EvidenceItem] = field(default_factory=dict)
    stances: Mapping[StanceKey, Stance] = field(default_factory=dict)
    verdicts: Mapping[VerdictKey, Verdict] = field(default_factory=dict)
    notes: Mapping[NoteKey, Note] = field(default_factory=dict)
    dependencies: Mapping[DependencyLabel, Dependency] = field(default_factory=dict)
    questions: Mapping[QuestionLabel, Question] = field(default_factory=dict)
    searches: Mapping[SearchLabel, Search] = field(default_factory=dict)
    signoffs: Mapping[str, SignOff] = field(default_factory=dict)
    parties: Mapping[str, Party] = field(default_factory=dict)
    stamps: Mapping[Subject, Stamp] = field(default_factory=dict)

    @property
    def version(self) -> StoryVersion | None:
        """The latest version of the story's text."""
        return self.versions[max(self.versions)] if self.versions else None


@dataclass(frozen=True)
class Change:
    """What one event changed, so that a screen or a caller repaints only that.

    `undoes` is the identity of the event taken back, if any.
    """

    seq: int
    kind: EventKind
    at: str
    subjects: tuple[Subject, ...]
    claims: tuple[ClaimLabel, ...]
    sources: tuple[Slug, ...]
    undoes: str | None = None
