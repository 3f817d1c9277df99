"""What the review screen says, worked out from the story: rows, signs, counts, marks on the way.

No terminal is needed here. The board holds the story as last saved, and over it the marks whose
saving has not been reported yet (pending) or went wrong (unsaved).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from verifier.desk.session import OpenStory
from verifier.judgement import sources_in_row, verdict_on
from verifier.language.display import display_line
from verifier.model.assessment import ClaimAssessment, ProposedStance
from verifier.model.claim import Claim, ClaimLabel
from verifier.model.decision import Note, Stance, Verdict
from verifier.model.event import Subject, SubjectKind
from verifier.model.scales import (
    Aspect,
    AttributionVerdict,
    StanceCode,
    SubstanceVerdict,
    Weight,
)
from verifier.model.source import Source
from verifier.model.state import NoteKey, StanceKey, State
from verifier.model.story import Slug
from verifier.model.text import Span

if TYPE_CHECKING:
    from verifier.tui.judging import Judged

DISMISSED_SIGN = "–"
NOT_LOOKED_SIGN = "."
LONGEST_SHORT_NAME = 22

VerdictCode = SubstanceVerdict | AttributionVerdict


class Saving(StrEnum):
    """How far a mark has come: on disk, on its way there, or turned back."""

    SAVED = "saved"
    PENDING = "pending"
    UNSAVED = "not saved"


@dataclass(frozen=True)
class CellMark:
    """A stance given or cleared (None) in one cell of the matrix."""

    claim: ClaimLabel
    source: Slug
    code: StanceCode | None


@dataclass(frozen=True)
class VerdictMark:
    """A verdict given on one of the two questions about a claim."""

    claim: ClaimLabel
    aspect: Aspect
    code: VerdictCode


Mark = CellMark | VerdictMark


@dataclass(frozen=True)
class Cell:
    """One cell of a matrix row as it is shown; `code` None is not looked.

    `proposal` is what the program reads of a source that is not marked.
    """

    source: Slug
    name: str
    code: StanceCode | None
    saving: Saving
    stance: Stance | None
    proposal: ProposedStance | None = None

    @property
    def sign(self) -> str:
        """The letter of the stance, that of a proposal in parentheses, or the sign for neither."""
        if self.code is None and self.proposal is not None:
            return f"({self.proposal.code.meaning.sign})"
        return self.code.meaning.sign if self.code else NOT_LOOKED_SIGN

    @property
    def word(self) -> str:
        """The word for the sign."""
        if self.code is None and self.proposal is not None:
            return f"proposed {self.proposal.code.value}"
        return self.code.value if self.code else "not looked"

    @property
    def style(self) -> str:
        """The name of the style that the sign has."""
        if self.saving is not Saving.SAVED:
            return "pending" if self.saving is Saving.PENDING else "unsaved"
        if self.code is None:
            return "proposed" if self.proposal is not None else "not-looked"
        return self.code.value


@dataclass(frozen=True)
class ClaimRow:
    """One claim as the list and the story show it, marks on the way included."""

    label: ClaimLabel
    verdict: SubstanceVerdict
    said: AttributionVerdict | None
    saving: Saving
    weight: Weight
    text: str
    speaker: str
    is_active: bool
    has_note: bool
    span: Span | None

    @property
    def sign(self) -> str:
        """The sign of the verdict on substance, or that of a dismissed claim."""
        return self.verdict.meaning.sign if self.is_active else DISMISSED_SIGN

    @property
    def word(self) -> str:
        """The word for the sign."""
        return self.verdict.value if self.is_active else "dismissed"

    @property
    def is_open(self) -> bool:
        """Active and without a verdict on substance."""
        return self.is_active and self.verdict is SubstanceVerdict.UNCHECKED


class Board:
    """The rows of one story for one reviewer, and the marks on their way to the disk."""

    def __init__(self, story: OpenStory, reviewer: str) -> None:
        self.reviewer = reviewer
        self.story = story
        self.sources: Mapping[Slug, Source] = {}
        self.names: Mapping[Slug, str] = {}
        self.people: set[str] = set()
        self.rows: dict[ClaimLabel, ClaimRow] = {}
        self.tally: Counter[SubstanceVerdict] = Counter()
        self.judgement: Judged | None = None
        self._pending: dict[int, tuple[Mark, ...]] = {}
        self._unsaved: dict[tuple[str, ...], Mark] = {}
        self.adopt(story)

    @property
    def state(self) -> State:
        """The story's state as last saved."""
        return self.story.state

    @property
    def unsaved(self) -> int:
        """How many marks were turned back and not tried again since."""
        return len(self._unsaved)

    @property
    def judged(self) -> int:
        """How many active claims have a verdict on substance."""
        return self.tally.total() - self.tally[SubstanceVerdict.UNCHECKED]

    @property
    def active(self) -> int:
        """How many claims count."""
        return self.tally.total()

    def adopt(self, story: OpenStory, changed: Iterable[ClaimLabel] | None = None) -> None:
        """Take the story as it stands now; `changed` names the only claims that differ."""
        self.story = story
        if changed is None or set(story.state.sources) != set(self.sources):
            self.sources = story.sources
            self.names = short_names(self.sources)
        self._meet(changed)
        for label in list(self.rows) if changed is None else changed:
            if label not in story.state.claims:
                self._drop(label)
        for label in story.state.claims if changed is None else changed:
            if label in story.state.claims:
                self._put(label)

    def _meet(self, changed: Iterable[ClaimLabel] | None) -> None:
        """Take in who has acted on the story, so that a person is told from a rule."""
        stamps = self.state.stamps
        if changed is None:
            self.people.update(stamp.actor for stamp in stamps.values())
            return
        subjects = (Subject(SubjectKind.CLAIM, (label,)) for label in changed)
        self.people.update(stamps[item].actor for item in subjects if item in stamps)

    def pend(self, ticket: int, *marks: Mark) -> None:
        """Show marks as on their way to the disk."""
        self._pending[ticket] = marks
        for mark in marks:
            self._unsaved.pop(key_of(mark), None)
            self._put(mark.claim)

    def settle(self, ticket: int) -> None:
        """The marks of `ticket` are on disk; what they changed is in the story adopted."""
        for mark in self._pending.pop(ticket, ()):
            self._put(mark.claim)

    def turn_back(self, ticket: int) -> None:
        """The marks of `ticket` could not be saved: show that until they are tried again."""
        for mark in self._pending.pop(ticket, ()):
            self._unsaved[key_of(mark)] = mark
            self._put(mark.claim)

    def assessed(self, label: ClaimLabel) -> ClaimAssessment | None:
        """What follows from the decisions on a claim; None while it is not worked out."""
        return None if self.judgement is None else self.judgement.assessment.claims.get(label)

    def claim(self, label: ClaimLabel) -> Claim:
        """The claim itself."""
        return self.state.claims[label]

    def verdict(self, label: ClaimLabel, aspect: Aspect) -> Verdict | None:
        """The reviewer's verdict on one question, as saved."""
        return verdict_on(self.state, label, aspect, self.reviewer)

    def note(self, label: ClaimLabel) -> str:
        """The reviewer's note on a claim, "" where there is none."""
        found: Note | None = self.state.notes.get(NoteKey(label, self.reviewer))
        return found.text if found else ""

    def cells(self, label: ClaimLabel) -> tuple[Cell, ...]:
        """The matrix row of a claim, its speakers' sources first."""
        if label not in self.state.claims:
            return ()
        return tuple(self.cell(label, slug) for slug in sources_in_row(self.state, label))

    def saving_of(self, key: tuple[str, ...]) -> tuple[Mark | None, Saving]:
        """The mark on its way or turned back for a key, if there is one."""
        for marks in reversed(self._pending.values()):
            for mark in marks:
                if key_of(mark) == key:
                    return mark, Saving.PENDING
        if key in self._unsaved:
            return self._unsaved[key], Saving.UNSAVED
        return None, Saving.SAVED

    def cell(self, label: ClaimLabel, slug: Slug) -> Cell:
        """One cell of a claim's row."""
        stance = self.state.stances.get(StanceKey(label, Aspect.SUBSTANCE, slug, self.reviewer))
        mark, saving = self.saving_of(_cell_key(label, slug))
        code = stance.code if stance else None
        if isinstance(mark, CellMark):
            code = mark.code
        assessed = self.assessed(label) if code is None and saving is Saving.SAVED else None
        proposal = assessed.proposed.get(slug) if assessed else None
        return Cell(slug, self.names.get(slug, slug), code, saving, stance, proposal)

    def _drop(self, label: ClaimLabel) -> None:
        old = self.rows.pop(label, None)
        if old is not None and old.is_active:
            self.tally[old.verdict] -= 1

    def _put(self, label: ClaimLabel) -> None:
        if label not in self.state.claims:
            return
        old = self.rows.get(label)
        row = self._row(label)
        if old is not None and old.is_active:
            self.tally[old.verdict] -= 1
        if row.is_active:
            self.tally[row.verdict] += 1
        self.rows[label] = row

    def _row(self, label: ClaimLabel) -> ClaimRow:
        claim = self.state.claims[label]
        substance, saving = self._effective(label, Aspect.SUBSTANCE)
        said, said_saving = self._effective(label, Aspect.ATTRIBUTION)
        selector = claim.selector
        return ClaimRow(
            label=label,
            verdict=SubstanceVerdict(substance or SubstanceVerdict.UNCHECKED),
            said=AttributionVerdict(said) if said else None,
            saving=saving if saving is not Saving.SAVED else said_saving,
            weight=claim.weight,
            text=display_line(claim.standalone),
            speaker=self._speaker(claim),
            is_active=claim.is_active,
            has_note=NoteKey(label, self.reviewer) in self.state.notes,
            span=selector.span if selector else None,
        )

    def _effective(self, label: ClaimLabel, aspect: Aspect) -> tuple[VerdictCode | None, Saving]:
        verdict = self.verdict(label, aspect)
        mark, saving = self.saving_of(_verdict_key(label, aspect))
        if isinstance(mark, VerdictMark) and saving is Saving.PENDING:
            return mark.code, saving
        return (verdict.code if verdict else None), saving

    def _speaker(self, claim: Claim) -> str:
        for item in claim.attributions:
            if item.source is not None and item.source in self.names:
                return self.names[item.source]
            if item.speaker:
                return display_line(item.speaker)
        return ""


def short_names(sources: Mapping[Slug, Source]) -> dict[Slug, str]:
    """A short name for each source, safe to show: its acronym, or as much of its name as fits."""
    return {slug: short_name(source) for slug, source in sources.items()}


def short_name(source: Source) -> str:
    """The acronym a source is known by where its slug is one, else its name, cut at a word."""
    for name in (source.name, *source.aliases):
        if name.isupper() and name.casefold() == source.slug:
            return display_line(name)
    if len(source.slug) <= 4 and source.slug.isalpha():
        return source.slug.upper()
    name = display_line(source.name)
    if len(name) <= LONGEST_SHORT_NAME:
        return name
    head = name[: LONGEST_SHORT_NAME - 1]
    at_word = head.rpartition(" ")[0]
    return (at_word if len(at_word) >= LONGEST_SHORT_NAME // 2 else head) + "…"


def key_of(mark: Mark) -> tuple[str, ...]:
    """What a mark is on: another mark with the same key takes its place."""
    if isinstance(mark, CellMark):
        return _cell_key(mark.claim, mark.source)
    return _verdict_key(mark.claim, mark.aspect)


def _cell_key(label: ClaimLabel, slug: Slug) -> tuple[str, ...]:
    return ("stance", label, slug)


def _verdict_key(label: ClaimLabel, aspect: Aspect) -> tuple[str, ...]:
    return ("verdict", label, aspect.value)
