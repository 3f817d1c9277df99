"""Pieces of words, four characters each: what kindred and mistyped words have in common."""

from functools import lru_cache

SIZE = 4
"""Characters of a piece; the borders of the word count as one each."""


@lru_cache(maxsize=1 << 15)
def pieces(term: str) -> frozenset[str]:
    """The pieces of a term.

    >>> sorted(pieces("drone"))
    ['_dro', 'dron', 'one_', 'rone']
    """
    bordered = f"_{term}_"
    return frozenset(bordered[at : at + SIZE] for at in range(max(1, len(bordered) - SIZE + 1)))


def likeness(one: str, other: str) -> float:
    """Dice's coefficient of the pieces of two terms, 0 to 1.

    >>> likeness("trinidad", "trinidadian") > 0.7, likeness("army", "navy")
    (True, 0.0)
    """
    first, second = pieces(one), pieces(other)
    return 2 * len(first & second) / (len(first) + len(second))
