"""Why a passage was found: the query's words, names and numbers that it holds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from verifier.language.terms import STOP_TERMS, terms

MOST = 6
"""Words, names or numbers that are given as reasons, each kind."""

_WORD = re.compile(r"\d[\d.,]*\d|[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True)
class Reasons:
    """The words of a query that a passage holds, as the query writes them, rarest first."""

    words: tuple[str, ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]

    def __str__(self) -> str:
        """The reasons in one line: `names: Kursk · numbers: 300 · words: drone`."""
        kinds = (("names", self.names), ("numbers", self.numbers), ("words", self.words))
        told = (f"{kind}: {', '.join(found)}" for kind, found in kinds if found)
        return " · ".join(told) or "kindred words"


def reasons(query: str, passage: str, frequencies: Mapping[str, int]) -> Reasons:
    """Which words of `query` are in `passage`; `frequencies` tells how common each term is.

    >>> print(reasons("In Kursk 300 drones fell.", "A drone hit Kursk with 300 others.", {}))
    names: Kursk · numbers: 300 · words: drones
    """
    there = set(terms(passage))
    kinds: dict[str, dict[str, int]] = {"words": {}, "names": {}, "numbers": {}}
    for match in _WORD.finditer(query):
        word = match.group()
        made = [term for term in terms(word) if term not in STOP_TERMS]
        if made and there.issuperset(made):
            rarest = min(frequencies.get(term, 0) for term in made)
            kinds[_kind(query, match.start(), word)].setdefault(word, rarest)
    return Reasons(**{kind: _rarest(found) for kind, found in kinds.items()})


def _kind(query: str, start: int, word: str) -> str:
    if word[0].isdigit():
        return "numbers"
    before = query[:start].rstrip(" \"“‘'«(")
    opens = not before or before[-1] in ".!?\n"
    named = word[0].isupper() and (not opens or word[1:2].isupper())
    return "names" if named else "words"


def _rarest(found: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(found, key=lambda word: found[word])[:MOST])
