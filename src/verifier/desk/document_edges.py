"""Edges read in the documents that a story cites: proposals until a person confirms or rejects one.

They are worked out anew for each session and kept for as long as the library stays as it is.
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

    Their labels are E05.1, E05.2, …. Raises StorageFault where a document is damaged.
    """
    return tuple(edge for edges, _ in _readings(session, story) for edge in edges)


def document_sources(session: Session, story: OpenStory) -> dict[Slug, Source]:
    """The sources that only those edges name, and the library does not know yet."""
    found = (source for _, sources in _readings(session, story) for source in sources)
    return {source.slug: source for source in found if source.slug not in story.library.sources}


def _readings(
    session: Session, story: OpenStory
) -> list[tuple[tuple[Dependency, ...], tuple[Source, ...]]]:
    cited = dict.fromkeys(
        passage.evidence for stance in story.state.stances.values() for passage in stance.passages
    )
    labels = sorted(cited, key=lambda label: (len(label), label))
    return [_read(session, story, item) for label in labels if (item := _item(story, label))]


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
