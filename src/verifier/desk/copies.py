"""Which texts of the library are near-identical, remembered for as long as the library stays.

The shingles of each text are worked out once; what they show is kept under the digest of the texts
that were compared, so that a library that did not change costs one query.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from verifier.desk.session import Session
from verifier.model.errors import StorageFault
from verifier.model.evidence import EvidenceItem
from verifier.model.text import Digest, Span
from verifier.model.worked_out import WorkedOut
from verifier.record.canonical import canonical, digest

MOST_COMPARED = 500
"""The newest documents that a text is compared with."""

LONGEST_COMPARED = 300_000
"""Code points of a text that are compared: the chapters of a long book beyond them are not."""

RULES = f"1/{sys.hash_info.width}"
"""By which rules texts are compared; a change makes older results void."""

Keys = frozenset[int]


@dataclass(frozen=True)
class Copied:
    """A text near-identical to the one asked about; `words` is the longest run both have."""

    other: Digest
    words: Span


def copies_of(
    session: Session, wanted: Iterable[EvidenceItem], library: Iterable[EvidenceItem]
) -> Mapping[Digest, tuple[Copied, ...]]:
    """For the text of each item of `wanted`, its near-identical ones among those of `library`.

    A text that several items have is near-identical to itself. Raises StorageFault where a text is
    damaged.
    """
    asked = dict.fromkeys(item.text_sha256 for item in wanted)
    newest = [item.text_sha256 for item in library if item.is_readable][-MOST_COMPARED:]
    compared = dict.fromkeys((*newest, *asked))
    rules = f"{RULES} {digest(' '.join(sorted(newest)).encode())}"
    kept = session.store.worked_out(WorkedOut.COPIES, rules, asked)
    found = {each: _from_bytes(data) for each, data in kept.items()}
    missing = [each for each in asked if each not in found]
    if missing:
        keys = _keys_of(session, compared)
        some = frozenset[int]().union(*(keys[each] for each in missing))
        near = {each: own for each, own in keys.items() if not some.isdisjoint(own)}
        new = {each: _compared(session, each, near, newest.count(each)) for each in missing}
        _remember(session, WorkedOut.COPIES, rules, {e: _to_bytes(c) for e, c in new.items()})
        found.update(new)
    return found


def _compared(
    session: Session, mine: Digest, keys: Mapping[Digest, Keys], times: int
) -> tuple[Copied, ...]:
    """The near-identical ones of a text; itself too where `times` items have it."""
    from verifier.comparison.near_duplicates import nearest, shingles

    own = keys.get(mine, Keys())
    others = {
        each: theirs
        for each, theirs in keys.items()
        if (each != mine or times > 1) and not own.isdisjoint(theirs)
    }
    if not others:
        return ()
    found = nearest(shingles(_text(session, mine)), others)
    return tuple(Copied(each, near.words) for each, near in found.items())


def _keys_of(session: Session, digests: Collection[Digest]) -> dict[Digest, Keys]:
    """The shingles of each text; those worked out now are remembered."""
    from verifier.comparison.near_duplicates import shingles

    kept = session.store.worked_out(WorkedOut.SHINGLES, RULES, digests)
    found = {each: frozenset(_numbers(data)) for each, data in kept.items()}
    new = {
        each: frozenset(shingles(_text(session, each)).places)
        for each in digests
        if each not in found
    }
    rows = {each: array("q", sorted(keys)) for each, keys in new.items()}
    _remember(session, WorkedOut.SHINGLES, RULES, {e: _stored(row) for e, row in rows.items()})
    return {**found, **new}


def _text(session: Session, sha256: Digest) -> str:
    return session.store.get_bytes(sha256).decode("utf-8")[:LONGEST_COMPARED]


def _remember(
    session: Session, kind: WorkedOut, rules: str, results: Mapping[Digest, bytes]
) -> None:
    """Keep what was worked out, where the database can be written to."""
    if results:
        try:
            session.store.keep_worked_out(kind, rules, results)
        except StorageFault:
            # Nothing is lost: it is worked out again where it is needed.
            return


def _numbers(stored: bytes) -> array[int]:
    numbers = array("q")
    numbers.frombytes(stored)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _stored(numbers: array[int]) -> bytes:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def _to_bytes(copies: Iterable[Copied]) -> bytes:
    return canonical([[each.other, each.words.start, each.words.end] for each in copies])


def _from_bytes(data: bytes) -> tuple[Copied, ...]:
    return tuple(Copied(Digest(other), Span(start, end)) for other, start, end in json.loads(data))
