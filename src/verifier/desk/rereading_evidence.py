"""Reading the library's bytes again with today's readers; what was cited keeps its words.

The new text has other offsets: each citation is looked for by its words, and where they stand more
than once by the words around them. One that is not found stays on the old text, which is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from verifier.desk.library import find_evidence, read_again
from verifier.desk.session import Session, load_library, retried
from verifier.desk.withdrawing import Citing
from verifier.model.decision import Stance
from verifier.model.document import Document
from verifier.model.errors import BadInput, Refused
from verifier.model.event import DESK, Act, EventKind, Subject, SubjectChange, SubjectKind
from verifier.model.evidence import EvidenceItem, EvidenceLabel, Passage
from verifier.model.scales import CaptureState, Medium
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.model.text import Digest, Selector, Span, select
from verifier.reading import DEFAULT_LIMIT, read_bytes
from verifier.record.fold import change_of

if TYPE_CHECKING:
    from verifier.store import Intent

_ENDINGS = {Medium.MARKDOWN: ".md", Medium.MAIL: ".eml", Medium.TABLE: ".csv", Medium.HTML: ".html"}


@dataclass(frozen=True)
class LostCitation:
    """A citation whose words the new reading does not have; it stays on the old text."""

    citing: Citing
    words: str


@dataclass(frozen=True)
class RereadEvidence:
    """What reading an item again did.

    `is_changed`: the reading is another one and was recorded. `moved` counts the citations that
    were found again, `lost` those that were not. `problem` says why today's reader cannot read it;
    then nothing was changed.
    """

    item: EvidenceItem
    is_changed: bool
    moved: int = 0
    lost: tuple[LostCitation, ...] = ()
    problem: str = ""


def reread_evidence(session: Session, label: str, limit: int = DEFAULT_LIMIT) -> RereadEvidence:
    """Read an item's bytes again; the library and the stories that cite it change in one act each.

    All of it is written in one transaction. Raises UnknownName, Refused for a withdrawn item and
    one whose bytes are not here, Conflict, StorageFault; then nothing is written.
    """
    return retried(lambda: _reread(session, label, limit))


def anchored_in(text: str, passage: Passage, sha256: Digest) -> Passage | None:
    """The passage at its words in another text; None where they are not there, or not surely.

    White space counts as one space. Of several places the one is taken whose surroundings agree
    most with those of the old one; None where two agree alike.
    """
    words = passage.selector.exact.split()
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = [select(text, Span(*match.span())) for match in pattern.finditer(text)] if words else []
    ranked = sorted(found, key=lambda place: -_agreement(place, passage.selector))
    if not ranked:
        return None
    best, rest = ranked[0], ranked[1:]
    if rest and _agreement(rest[0], passage.selector) == _agreement(best, passage.selector):
        return None
    return replace(passage, sha256=sha256, selector=best)


def _reread(session: Session, label: str, limit: int) -> RereadEvidence:
    from verifier.store import Intent

    library = load_library(session)
    item = find_evidence(session, label)
    if item.capture is CaptureState.WITHDRAWN:
        raise Refused(f"{item.label} is withdrawn; `verifier undo --library` brings it back.")
    if item.size == 0:
        raise Refused(f"{item.label} has no bytes here to read again. {item.problem}")
    try:
        document = _read(session, item, limit)
    except BadInput as error:
        return RereadEvidence(item, is_changed=False, problem=str(error))
    now = read_again(session, item, document)
    change = change_of(library, _subject(item.label), now)
    if change is None:
        return RereadEvidence(item, is_changed=False)
    intents = [Intent(DESK, Act(EventKind.EVIDENCE_REREAD, (change,)), library.seq)]
    moved, lost = 0, []
    for row in session.store.stories(session.reviewer.name):
        state = session.store.load(row.stream)
        anchoring = _Anchoring(Slug(row.slug), state, now, document.text)
        intents += anchoring.intents()
        moved += anchoring.moved
        lost += anchoring.lost
    session.store.write(intents, session.reviewer)
    return RereadEvidence(now, is_changed=True, moved=moved, lost=tuple(lost))


def _read(session: Session, item: EvidenceItem, limit: int) -> Document:
    """The document in an item's bytes; a name helps only where content cannot tell the type."""
    data = session.store.get_bytes(item.sha256)
    name = item.file_name or f"{item.label}{_ENDINGS.get(item.medium, '')}"
    document = read_bytes(data, name, max(limit, len(data)))
    if item.archive_sha256 is None or document.encoding == item.encoding:
        return document
    # The server said then what the bytes do not say.
    return read_bytes(data, name, max(limit, len(data)), item.encoding)


class _Anchoring:
    """The citations of one item in one story, brought to its new text."""

    def __init__(self, story: Slug, state: State, item: EvidenceItem, text: str) -> None:
        self.moved = 0
        self.lost: list[LostCitation] = []
        self._story = story
        self._state = state
        self._item = item
        self._text = text

    def intents(self) -> list[Intent]:
        """The act on the story; none where it does not hold the item."""
        from verifier.store import Intent

        if self._item.label not in self._state.evidence:
            return []
        found = [change_of(self._state, _subject(self._item.label), self._item), *self._stances()]
        changes = tuple(change for change in found if change is not None)
        if not changes:
            return []
        act = Act(EventKind.EVIDENCE_REREAD, changes)
        return [Intent(self._state.stream, act, self._state.seq)]

    def _stances(self) -> Iterable[SubjectChange | None]:
        for stance in self._state.stances.values():
            passages = tuple(self._anchored(stance, passage) for passage in stance.passages)
            if passages != stance.passages:
                key = (stance.claim, stance.aspect.value, stance.source, stance.reviewer)
                subject = Subject(SubjectKind.STANCE, key)
                yield change_of(self._state, subject, replace(stance, passages=passages))

    def _anchored(self, stance: Stance, passage: Passage) -> Passage:
        item = self._item
        if passage.evidence != item.label or passage.sha256 == item.text_sha256:
            return passage
        found = anchored_in(self._text, passage, item.text_sha256)
        if found is None:
            citing = Citing(self._story, stance.claim)
            self.lost.append(LostCitation(citing, passage.selector.exact))
            return passage
        self.moved += 1
        return found


def _agreement(place: Selector, wanted: Selector) -> int:
    """How many code points around two places are alike, counted away from the words."""
    before = zip(reversed(_spaced(place.prefix)), reversed(_spaced(wanted.prefix)), strict=False)
    after = zip(_spaced(place.suffix), _spaced(wanted.suffix), strict=False)
    return _alike(before) + _alike(after)


def _spaced(text: str) -> str:
    """`text` with each run of white space as one space: readings differ in it."""
    return re.sub(r"\s+", " ", text)


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _subject(label: EvidenceLabel) -> Subject:
    return Subject(SubjectKind.EVIDENCE, (label,))
