"""Taking an evidence item out of use, and who cites it."""

from dataclasses import dataclass, replace

from verifier.desk.library import find_evidence
from verifier.desk.names import typed_text
from verifier.desk.registry import write_to_library
from verifier.desk.session import Session, load_library, retried
from verifier.model.claim import ClaimLabel
from verifier.model.errors import Refused
from verifier.model.event import Act, EventKind, Subject, SubjectKind
from verifier.model.evidence import EvidenceItem, EvidenceLabel
from verifier.model.scales import CaptureState
from verifier.model.state import Change
from verifier.model.story import Slug
from verifier.record.fold import change_of


@dataclass(frozen=True)
class Citing:
    """A claim with a stance that cites an item."""

    story: Slug
    claim: ClaimLabel


@dataclass(frozen=True)
class Withdrawn:
    """An item out of use; `cited` are the claims that still cite it."""

    item: EvidenceItem
    change: Change
    cited: tuple[Citing, ...]


def withdraw_evidence(session: Session, label: str, reason: str = "") -> Withdrawn:
    """Take an item out of lists and searches; its bytes and what cites it stay as they are.

    It is an act on the library, and undo brings it back. Raises UnknownName, and Refused where it
    is withdrawn already.
    """
    why = typed_text(reason, "reason")
    item, change = retried(lambda: _withdraw(session, label, why))
    return Withdrawn(item, change, cited_in(session, item.label))


def cited_in(session: Session, label: EvidenceLabel) -> tuple[Citing, ...]:
    """The claims of all stories with a stance that cites this item."""
    found: dict[Citing, None] = {}
    for row in session.store.stories(session.reviewer.name):
        for stance in session.store.load(row.stream).stances.values():
            if any(passage.evidence == label for passage in stance.passages):
                found[Citing(Slug(row.slug), stance.claim)] = None
    return tuple(found)


def _withdraw(session: Session, label: str, reason: str) -> tuple[EvidenceItem, Change]:
    library = load_library(session)
    item = find_evidence(session, label)
    if item.capture is CaptureState.WITHDRAWN:
        raise Refused(f"{item.label} is withdrawn already; `verifier undo --library` undoes that.")
    gone = replace(item, capture=CaptureState.WITHDRAWN, problem=reason or item.problem)
    change = change_of(library, Subject(SubjectKind.EVIDENCE, (item.label,)), gone)
    assert change is not None
    act = Act(EventKind.EVIDENCE_WITHDRAWN, (change,))
    return gone, write_to_library(session, library, act)
