"""Documents of the library that rest on one another by what they are, not by what they say.

A message that was forwarded rests on whom it came from; two texts that share most of their words
under two sources have one origin. Both propose a dependency; only a person confirms it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verifier.desk.copies import copies_of
from verifier.desk.library import evidence_text, reading_of, source_meant
from verifier.desk.session import Session
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.errors import UnknownName
from verifier.model.evidence import EvidenceItem, EvidenceLabel
from verifier.model.reading import Forwarded
from verifier.model.scales import DependencyKind, DependencyScope, DependencyState
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.model.text import Span

LONGEST_CUE = 300

FORWARDED = "forwarded-message"
NEAR_IDENTICAL = "near-identical-text"


def kin_edges(
    session: Session, library: State, labels: Iterable[EvidenceLabel]
) -> tuple[Dependency, ...]:
    """The edges that these items propose, by label.

    E05.F2 is that of the second forwarded message of E05, E05.N03 that of E05 and E03, texts alike
    under two sources; each holds for claims whose stance cites the item within its reach: the
    message, or all of it. An item of one source is not compared with others of the same. Raises
    StorageFault.
    """
    items = [library.evidence[label] for label in labels if label in library.evidence]
    items = [item for item in items if item.is_readable]
    found = [edge for item in items for edge in _forwarded(session, library, item)]
    return (*found, *_copies(session, library, items))


def _forwarded(session: Session, library: State, item: EvidenceItem) -> Iterator[Dependency]:
    """An edge for each message that was taken over from a source that is known."""
    if not item.forwarded_from:
        return
    text = evidence_text(session, item)
    senders = {name: _known(library, name) for name in item.forwarded_from}
    for number, taken in enumerate(reading_of(session, item).forwarded, start=1):
        sender = senders.get(taken.sender)
        if sender is not None and sender != item.source:
            yield _edge_of_message(item, number, sender, taken, text)


def _edge_of_message(
    item: EvidenceItem, number: int, sender: Slug, taken: Forwarded, text: str
) -> Dependency:
    return Dependency(
        label=DependencyLabel(f"{item.label}.F{number}"),
        from_source=item.source,
        to_source=sender,
        kind=DependencyKind.SYNDICATES,
        scope=DependencyScope.PARAGRAPH,
        state=DependencyState.PROPOSED,
        proposed_by=FORWARDED,
        cue=taken.span.of(text)[:LONGEST_CUE],
        span=Span(taken.span.start, min(taken.span.end, taken.span.start + LONGEST_CUE)),
        evidence=item.label,
        reach=taken.span,
    )


def _known(library: State, name: str) -> Slug | None:
    """The source that a sender's name means; None where nobody knows it."""
    try:
        return source_meant(library, name).slug
    except UnknownName:
        return None


def _copies(session: Session, library: State, items: list[EvidenceItem]) -> Iterator[Dependency]:
    """An edge for each pair of near-identical texts of two sources, one of them in `items`."""
    readable = [item for item in library.evidence.values() if item.is_readable]
    if not items or len({item.source for item in readable}) < 2:
        return
    alike = copies_of(session, items, readable)
    done: set[DependencyLabel] = set()
    for item in sorted(items, key=_by_age, reverse=True):
        for copied in alike[item.text_sha256]:
            for other in readable:
                label = _label_of_pair(item, other)
                same = other.text_sha256 == copied.other and other.source != item.source
                if same and label not in done:
                    done.add(label)
                    yield _edge_of_copy(session, item, other, copied.words)


def _edge_of_copy(
    session: Session, item: EvidenceItem, other: EvidenceItem, common: Span
) -> Dependency:
    words = Span(common.start, min(common.end, common.start + LONGEST_CUE))
    return Dependency(
        label=_label_of_pair(item, other),
        from_source=item.source,
        to_source=other.source,
        kind=DependencyKind.NEAR_IDENTICAL,
        scope=DependencyScope.PARAGRAPH,
        state=DependencyState.PROPOSED,
        proposed_by=NEAR_IDENTICAL,
        cue=words.of(evidence_text(session, item)),
        span=words,
        evidence=item.label,
        reach=Span(0, item.chars),
    )


def _label_of_pair(one: EvidenceItem, other: EvidenceItem) -> DependencyLabel:
    """E05.N03 for E05 and E03, whichever is asked about: what is decided on the pair stays."""
    older, newer = sorted((one, other), key=_by_age)
    return DependencyLabel(f"{newer.label}.N{older.label.removeprefix('E')}")


def _by_age(item: EvidenceItem) -> tuple[int, str]:
    return (len(item.label), item.label)
