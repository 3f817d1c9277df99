"""Documents of the library that rest on one another by what they are, not by what they say.

A message that was forwarded rests on whom it came from; two texts that share most of their words
under two sources have one origin. Both propose a dependency; only a person confirms it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from verifier.comparison.near_duplicates import Shingles, nearest, shingles
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

MOST_COMPARED = 500
"""The newest documents that a text is compared with: about a second of work."""
LONGEST_CUE = 300

FORWARDED = "forwarded-message"
NEAR_IDENTICAL = "near-identical-text"


def kin_edges(
    session: Session, library: State, labels: Iterable[EvidenceLabel]
) -> tuple[Dependency, ...]:
    """The edges that these items propose: E05.F1… for forwarded messages, E05.N1… for copies.

    Each holds for claims whose stance cites the item within its reach: the message, or all of it.
    An item of one source is not compared with others of the same. Raises StorageFault.
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
    number = 0
    for taken in reading_of(session, item).forwarded:
        sender = senders.get(taken.sender)
        if sender is not None and sender != item.source:
            number += 1
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
    """An edge for each pair of near-identical texts of two sources."""
    texts = {item.label: evidence_text(session, item) for item in items}
    own = {label: shingles(text) for label, text in texts.items()}
    alike = _candidates(session, library, own)
    done: set[frozenset[EvidenceLabel]] = set()
    for item in items:
        others = {
            label: found
            for label, found in alike.items()
            if library.evidence[label].source != item.source
        }
        number = 0
        for label, near in nearest(own[item.label], others).items():
            pair = frozenset((item.label, label))
            if pair in done:
                continue
            done.add(pair)
            number += 1
            words = Span(near.words.start, min(near.words.end, near.words.start + LONGEST_CUE))
            yield Dependency(
                label=DependencyLabel(f"{item.label}.N{number}"),
                from_source=item.source,
                to_source=library.evidence[label].source,
                kind=DependencyKind.NEAR_IDENTICAL,
                scope=DependencyScope.PARAGRAPH,
                state=DependencyState.PROPOSED,
                proposed_by=NEAR_IDENTICAL,
                cue=words.of(texts[item.label]),
                span=words,
                evidence=item.label,
                reach=Span(0, item.chars),
            )


def _candidates(
    session: Session, library: State, own: Mapping[EvidenceLabel, Shingles]
) -> dict[EvidenceLabel, Shingles]:
    """The shingles of the library's documents that share some with one of `own`, those included."""
    keys = frozenset(key for found in own.values() for key in found.places)
    readable = [item for item in library.evidence.values() if item.is_readable]
    alike = dict(own)
    for item in readable[-MOST_COMPARED:] if keys else []:
        if item.label not in own:
            theirs = shingles(evidence_text(session, item))
            if not keys.isdisjoint(theirs.places):
                alike[item.label] = theirs
    return alike
