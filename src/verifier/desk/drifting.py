"""Pages that changed at their address since they were captured: what was cited stays as it was."""

from collections import defaultdict
from collections.abc import Mapping

from verifier.desk.session import OpenStory, Session, load_library
from verifier.model.evidence import EvidenceItem, EvidenceLabel
from verifier.model.state import State


def drifts(library: State) -> Mapping[EvidenceLabel, EvidenceItem]:
    """The captured items whose address gives another text now, each with the item that has it.

    Now is when the address was last captured. Pages whose bytes changed but not their text, and
    items that were never captured, are not among them.
    """
    by_address: defaultdict[str, list[EvidenceItem]] = defaultdict(list)
    for item in library.evidence.values():
        if item.is_readable and item.archive_sha256 is not None:
            by_address[address_of(item)].append(item)
    found = {}
    for items in by_address.values():
        latest = max(items, key=last_seen)
        found.update({i.label: latest for i in items if i.text_sha256 != latest.text_sha256})
    return found


def drift_list(session: Session) -> Mapping[EvidenceLabel, EvidenceItem]:
    """As `drifts`, of the library as it stands."""
    return drifts(load_library(session))


def drifted_citations(story: OpenStory) -> Mapping[EvidenceLabel, EvidenceItem]:
    """The items that stances of the story cite and whose address has another text now.

    Each with the item that holds the text of now. Nothing is read: for a screen to ask at each act.
    """
    cited = {
        passage.evidence for stance in story.state.stances.values() for passage in stance.passages
    }
    now = drifts(story.library) if cited else {}
    return {label: item for label, item in now.items() if label in cited}


def address_of(item: EvidenceItem) -> str:
    """Where an item's bytes were found: at the copy that was captured, else at its own address."""
    return item.archived_url or item.url or ""


def last_seen(item: EvidenceItem) -> str:
    """When an item's bytes were last found at their address, else when it was collected."""
    return item.seen_at or item.collected_at
