"""Edges of the documents that a story cites: proposals until a person confirms or rejects one.

Some are read in a document's words, others follow from what it is: a forwarded message, a text
that another source has too. They are worked out anew for each session and kept for as long as the
library stays as it is.
"""

from __future__ import annotations

from verifier.desk.newsroom import known_here
from verifier.desk.proposing import as_registered_edges, living_sources
from verifier.desk.session import OpenStory, Session
from verifier.model.dependency import Dependency
from verifier.model.evidence import EvidenceItem, EvidenceLabel
from verifier.model.scales import CaptureState
from verifier.model.source import Source
from verifier.model.story import Slug


def document_edges(session: Session, story: OpenStory) -> tuple[Dependency, ...]:
    """The edges of every document that a stance of the story cites, by document and place.

    Their labels are E05.1, E05.2, … for those that its words show, and those of `kin_edges`.
    Raises StorageFault where a document is damaged.
    """
    read = (edge for edges, _ in _readings(session, story) for edge in edges)
    return (*read, *_kin(session, story))


def document_sources(session: Session, story: OpenStory) -> dict[Slug, Source]:
    """The sources that only those edges name, and the library does not know yet."""
    found = (source for _, sources in _readings(session, story) for source in sources)
    return {source.slug: source for source in found if source.slug not in story.library.sources}


def _readings(
    session: Session, story: OpenStory
) -> list[tuple[tuple[Dependency, ...], tuple[Source, ...]]]:
    items = (_item(story, label) for label in _cited(story))
    return [_read(session, story, item) for item in items if item is not None]


def _kin(session: Session, story: OpenStory) -> tuple[Dependency, ...]:
    """The edges that follow from what the cited documents of the library are."""
    from verifier.desk.kinship import kin_edges

    cited = tuple(label for label in _cited(story) if label in story.library.evidence)
    if not cited:
        return ()
    key = (cited, story.library.head)
    known = session.kin_edges.get(key)
    if known is None:
        known = session.kin_edges[key] = kin_edges(session, story.library, cited)
    return known


def _cited(story: OpenStory) -> list[EvidenceLabel]:
    """The documents that stances cite, by label."""
    found = {
        passage.evidence for stance in story.state.stances.values() for passage in stance.passages
    }
    return sorted(found, key=lambda label: (len(label), label))


def _item(story: OpenStory, label: EvidenceLabel) -> EvidenceItem | None:
    """The document as the library has it, else the story's copy; None where its text is gone."""
    item = story.library.evidence.get(label) or story.state.evidence.get(label)
    return item if item is not None and item.capture is CaptureState.OK and item.chars else None


def _read(
    session: Session, story: OpenStory, item: EvidenceItem
) -> tuple[tuple[Dependency, ...], tuple[Source, ...]]:
    from verifier.claims.dependencies import read_document_dependencies

    key = (item.label, item.text_sha256, item.source, story.library.head)
    known = session.document_edges.get(key)
    if known is None:
        found = read_document_dependencies(
            session.store.get_bytes(item.text_sha256).decode("utf-8"),
            item.label,
            item.source,
            living_sources(story.library),
            known=known_here(),
        )
        known = session.document_edges[key] = as_registered_edges(found, story.library)
    return known
