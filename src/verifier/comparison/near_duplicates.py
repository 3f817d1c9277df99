"""Texts that share so many runs of words that one was copied, from the other or from a third."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeVar

from verifier.comparison.spelling import folded
from verifier.language.tokens import tokens
from verifier.model.text import Span

Key = TypeVar("Key")

WIDTH = 5
"""Words of a shingle: runs that long are rarely shared by chance (Broder 1997 took ten)."""

LEAST = 12
"""Shingles that must be shared: with fewer it is a quotation or a name of an office."""

THRESHOLD = 0.5
"""The share of the shorter text's shingles in the longer from which texts are near-identical."""

COMMON = 0.3
"""The share of a library's texts that have a shingle from which it is boilerplate, not text."""

FEW = 8
"""Texts of a library below which nothing counts as boilerplate."""


@dataclass(frozen=True)
class Shingles:
    """The runs of words of a text: the hash of each with the place of the first."""

    places: Mapping[int, Span]

    def __len__(self) -> int:
        return len(self.places)


@dataclass(frozen=True)
class NearDuplicate:
    """A text that is near-identical to the one asked about.

    `of_text` is the share of the text's shingles that the other has, `of_other` the share of the
    other's that the text has: .9 and .3 is a text taken whole into a longer one. `shared` counts
    them; `words` is the longest run of the text that both have.
    """

    of_text: float
    of_other: float
    shared: int
    words: Span


def shingles(text: str, width: int = WIDTH) -> Shingles:
    """The shingles of a text over its words, without capitals, diacritics and punctuation.

    Figures count as words. Linear; a text of fewer words than `width` has none.

    >>> len(shingles("One two three four five six")), len(shingles("Too short"))
    (2, 0)
    """
    words = [token for token in tokens(text) if token.text[0].isalnum()]
    keys = [_hash(folded(token.text)) for token in words]
    found: dict[int, Span] = {}
    for at in range(len(keys) - width + 1):
        key = hash(tuple(keys[at : at + width]))
        found.setdefault(key, Span(words[at].start, words[at + width - 1].end))
    return Shingles(found)


def _hash(word: str) -> int:
    """A number for a word that is the same in every process and cannot be chosen to collide."""
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=7).digest(), "big")


def near_duplicates(
    text: str, others: Mapping[Key, str], threshold: float = THRESHOLD
) -> dict[Key, NearDuplicate]:
    """The texts of `others` that are near-identical to `text`, the nearest first.

    Near-identical: at least `threshold` of the shorter text's shingles stand in the other, and at
    least `LEAST` of them. Shingles that many of the others have (a licence, a footer) do not count.
    Linear in the length of all texts.
    """
    theirs = {key: shingles(other).places.keys() for key, other in others.items()}
    return nearest(shingles(text), theirs, threshold)


def nearest(
    mine: Shingles, others: Mapping[Key, Set[int]], threshold: float = THRESHOLD
) -> dict[Key, NearDuplicate]:
    """As `near_duplicates`, for shingles that were made before; of the others without places."""
    boilerplate = _boilerplate(list(others.values()))
    own = mine.places.keys() - boilerplate
    found = []
    for key, other in others.items():
        theirs = other - boilerplate
        shared = own & theirs
        if len(shared) >= LEAST and len(shared) >= threshold * min(len(own), len(theirs)):
            near = NearDuplicate(
                round(len(shared) / len(own), 3),
                round(len(shared) / len(theirs), 3),
                len(shared),
                _longest(mine, shared),
            )
            found.append((key, near))
    found.sort(key=lambda pair: -max(pair[1].of_text, pair[1].of_other))
    return dict(found)


def _boilerplate(others: Sequence[Set[int]]) -> set[int]:
    """The shingles that many of a library's texts have."""
    if len(others) < FEW:
        return set()
    counts = Counter(key for other in others for key in other)
    return {key for key, count in counts.items() if count > max(3, COMMON * len(others))}


def _longest(mine: Shingles, shared: set[int]) -> Span:
    """The longest run of a text whose shingles are all shared."""
    best = run = Span(0, 0)
    going = False
    for key, place in mine.places.items():
        if key in shared:
            run = Span(run.start, place.end) if going else place
            best = max(best, run, key=lambda span: span.end - span.start)
        going = key in shared
    return best
