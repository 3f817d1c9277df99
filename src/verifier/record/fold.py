"""The one fold: what an event does to the state, for the store, the audit and the screens."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from verifier.model.claim import Claim, ClaimLabel
from verifier.model.decision import Note, Stance, Verdict
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.errors import BrokenHistory
from verifier.model.event import Act, Event, Fields, Json, Subject, SubjectChange, SubjectKind
from verifier.model.evidence import EvidenceItem, EvidenceLabel
from verifier.model.party import Party
from verifier.model.question import Question, QuestionLabel
from verifier.model.scales import Aspect
from verifier.model.search import Search, SearchLabel
from verifier.model.signoff import SignOff
from verifier.model.source import Source
from verifier.model.state import Change, NoteKey, Stamp, StanceKey, State, VerdictKey
from verifier.model.story import Slug, Story, StoryVersion
from verifier.record.codec import fields_to_json, from_json

STORY_KEY = ("story",)
"""The key of the one story of a stream."""


@dataclass(frozen=True)
class Kind:
    """How the subjects of one kind are kept: their dataclass, their place in the state, their key.

    `attribute` is the State's field; `read_key` turns the strings of `Subject.key` into the key of
    that mapping; `columns` names the strings, as the store's tables call them.
    """

    record: type
    attribute: str
    columns: tuple[str, ...]
    read_key: Callable[[tuple[str, ...]], Any]


KINDS: Mapping[SubjectKind, Kind] = {
    SubjectKind.STORY: Kind(Story, "story", ("name",), lambda key: key[0]),
    SubjectKind.VERSION: Kind(StoryVersion, "versions", ("n",), lambda key: int(key[0])),
    SubjectKind.CLAIM: Kind(Claim, "claims", ("label",), lambda key: ClaimLabel(key[0])),
    SubjectKind.SOURCE: Kind(Source, "sources", ("slug",), lambda key: Slug(key[0])),
    SubjectKind.EVIDENCE: Kind(
        EvidenceItem, "evidence", ("label",), lambda key: EvidenceLabel(key[0])
    ),
    SubjectKind.STANCE: Kind(
        Stance,
        "stances",
        ("claim", "aspect", "source", "reviewer"),
        lambda key: StanceKey(ClaimLabel(key[0]), Aspect(key[1]), Slug(key[2]), key[3]),
    ),
    SubjectKind.VERDICT: Kind(
        Verdict,
        "verdicts",
        ("claim", "aspect", "reviewer"),
        lambda key: VerdictKey(ClaimLabel(key[0]), Aspect(key[1]), key[2]),
    ),
    SubjectKind.NOTE: Kind(
        Note, "notes", ("claim", "reviewer"), lambda key: NoteKey(ClaimLabel(key[0]), key[1])
    ),
    SubjectKind.DEPENDENCY: Kind(
        Dependency, "dependencies", ("label",), lambda key: DependencyLabel(key[0])
    ),
    SubjectKind.QUESTION: Kind(
        Question, "questions", ("label",), lambda key: QuestionLabel(key[0])
    ),
    SubjectKind.SEARCH: Kind(Search, "searches", ("label",), lambda key: SearchLabel(key[0])),
    SubjectKind.SIGNOFF: Kind(SignOff, "signoffs", ("reviewer",), lambda key: key[0]),
    SubjectKind.PARTY: Kind(Party, "parties", ("name",), lambda key: key[0]),
}


def apply(state: State, event: Event) -> tuple[State, Change]:
    """The state after `event`, and what it changed.

    Raises BrokenHistory where the event is not the next of the stream, or a before-image is not
    what the state holds.
    """
    tables = _Tables(state, touched={change.subject.kind for change in event.changes})
    change = tables.apply(event)
    return tables.state(), change


def after_act(state: State, act: Act) -> State:
    """The state as it would be after `act`, for looking ahead; its place and stamps stay.

    Raises BrokenHistory where a before-image is not what the state holds.
    """
    tables = _Tables(state, touched={change.subject.kind for change in act.changes})
    for change in act.changes:
        tables.set(change)
    return tables.state()


def fold(state: State, events: Iterable[Event]) -> State:
    """The state after all `events`, in order; as `apply`, without a copy for each event."""
    tables = _Tables(state, touched=set(SubjectKind))
    for event in events:
        tables.apply(event)
    return tables.state()


def fields_of(state: State, subject: Subject) -> dict[str, Json] | None:
    """All fields of a subject in their JSON form; None where it does not exist."""
    record = record_of(state, subject)
    return None if record is None else fields_to_json(record)


def record_of(state: State, subject: Subject) -> object | None:
    """The dataclass value of a subject; None where it does not exist."""
    kind = KINDS[subject.kind]
    if subject.kind is SubjectKind.STORY:
        return state.story
    table: Mapping[Any, object] = getattr(state, kind.attribute)
    return table.get(kind.read_key(subject.key))


def change_of(state: State, subject: Subject, after: object | None) -> SubjectChange | None:
    """What it takes to make `subject` be `after` (None: cease); None where nothing differs.

    A default that a field returns to is written as null in the after-image, and a field that is
    not there is null in the before-image.
    """
    old = fields_of(state, subject)
    new = None if after is None else fields_to_json(after)
    if old is None or new is None:
        return None if old == new else SubjectChange(subject, old, new)
    names = [name for name in sorted(old.keys() | new.keys()) if old.get(name) != new.get(name)]
    if not names:
        return None
    return SubjectChange(subject, _image(old, names), _image(new, names))


def subject_after(before: Fields | None, change: SubjectChange) -> dict[str, Json] | None:
    """The fields of a subject after `change`; raises BrokenHistory where `before` is not its own.

    A null in an image stands for a field at its default.
    """
    if not _fits(before, change):
        raise BrokenHistory(
            f"The record of {change.subject.kind.value} {' '.join(change.subject.key)} does not "
            "continue what was there before. It was changed from outside; run `verifier check`."
        )
    if change.after is None or before is None:
        return None if change.after is None else dict(change.after)
    merged = {**before, **change.after}
    return {name: value for name, value in merged.items() if value is not None}


def _fits(before: Fields | None, change: SubjectChange) -> bool:
    if before is None or change.before is None:
        return before is None and change.before is None
    if change.after is None:
        return dict(before) == dict(change.before)
    return all(before.get(name) == value for name, value in change.before.items())


def _image(fields: Fields, names: list[str]) -> dict[str, Json]:
    return {name: fields.get(name) for name in names}


class _Tables:
    """A state while events are folded into it; only the mappings of `touched` kinds are copied."""

    def __init__(self, state: State, touched: set[SubjectKind]) -> None:
        self._before = state
        self._seq = state.seq
        self._head = state.head
        self._story = state.story
        self._stamps = dict(state.stamps)
        self._tables: dict[SubjectKind, dict[Any, Any]] = {
            kind: dict(getattr(state, KINDS[kind].attribute))
            for kind in touched
            if kind is not SubjectKind.STORY
        }

    def apply(self, event: Event) -> Change:
        """Fold one event in."""
        if event.seq != self._seq + 1 or event.prev_hash != self._head:
            raise BrokenHistory(
                f"Entry {event.seq} of the record does not follow entry {self._seq}. Entries are "
                "missing or were changed from outside; run `verifier check`."
            )
        for change in event.changes:
            self.set(change)
            self._stamps[change.subject] = Stamp(event.seq, event.at, event.actor)
        self._seq, self._head = event.seq, event.hash
        return change_in(event)

    def set(self, change: SubjectChange) -> None:
        """Make the subject of `change` what it is afterwards."""
        kind = KINDS[change.subject.kind]
        old = self._record(change.subject)
        fields = subject_after(None if old is None else fields_to_json(old), change)
        new = None if fields is None else from_json(kind.record, fields)
        if change.subject.kind is SubjectKind.STORY:
            self._story = new
        elif new is None:
            del self._tables[change.subject.kind][kind.read_key(change.subject.key)]
        else:
            self._tables[change.subject.kind][kind.read_key(change.subject.key)] = new

    def _record(self, subject: Subject) -> object | None:
        if subject.kind is SubjectKind.STORY:
            return self._story
        return self._tables[subject.kind].get(KINDS[subject.kind].read_key(subject.key))

    def state(self) -> State:
        """The state after what was folded in."""
        tables: dict[str, Any] = {
            KINDS[kind].attribute: table for kind, table in self._tables.items()
        }
        return replace(
            self._before,
            seq=self._seq,
            head=self._head,
            story=self._story,
            stamps=self._stamps,
            **tables,
        )


_CLAIM_COLUMN = {
    SubjectKind.CLAIM: 0,
    SubjectKind.STANCE: 0,
    SubjectKind.VERDICT: 0,
    SubjectKind.NOTE: 0,
}
_SOURCE_COLUMN = {SubjectKind.SOURCE: 0, SubjectKind.STANCE: 2}


def change_in(event: Event) -> Change:
    """What `event` changes: its subjects, and the claims and sources they belong to."""
    subjects = tuple(change.subject for change in event.changes)
    return Change(
        seq=event.seq,
        kind=event.kind,
        at=event.at,
        subjects=subjects,
        claims=tuple(ClaimLabel(key) for key in _keys(subjects, _CLAIM_COLUMN)),
        sources=tuple(Slug(key) for key in _keys(subjects, _SOURCE_COLUMN)),
        undoes=event.undoes,
    )


def _keys(subjects: tuple[Subject, ...], columns: Mapping[SubjectKind, int]) -> list[str]:
    """The distinct keys of `subjects` in the column given for their kind, in order."""
    found = [item.key[columns[item.kind]] for item in subjects if item.kind in columns]
    return list(dict.fromkeys(found))
