"""Which of earlier claims say the same thing as a claim, or as a post about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from verifier.evidence.ranking import Ranked, rank, rarity
from verifier.language.pieces import likeness
from verifier.language.terms import STOP_TERMS, terms
from verifier.model.candidate import Candidate, Pool

SAME = 0.5
"""The share of common weight from which two claims may say the same thing."""

LOOKED_AT = 40
"""How many of the candidates, likeliest first, are compared."""

KIN = 0.5
"""The least likeness of two words that count as one, by as much as they are alike."""


@dataclass(frozen=True)
class Alike:
    """An earlier claim, and the share of what both say that is common: 0 to 1."""

    candidate: Candidate
    share: float


def rank_claims(query: str, pool: Pool) -> tuple[Ranked, ...]:
    """The claims of `pool` by how much they bear on `query`, a claim or a post, best first."""
    return rank(query, pool)


def alike(claim: str, pool: Pool) -> tuple[Alike, ...]:
    """The candidates that may say the same thing as `claim`, the likest first."""
    own = _weights(claim, pool)
    shares = (
        (item, _share(own, _weights(item.text, pool))) for item in pool.candidates[:LOOKED_AT]
    )
    found = [Alike(item, share) for item, share in shares if share >= SAME]
    return tuple(sorted(found, key=lambda each: -each.share))


def _weights(text: str, pool: Pool) -> dict[str, float]:
    """The telling terms of a text by rarity; one that only the candidate has counts as rare."""
    return {
        term: rarity(min(pool.frequencies.get(term, 1), pool.passages), pool.passages)
        for term in terms(text)
        if term not in STOP_TERMS
    }


def _share(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Twice the weight of the common terms by the weight of all; kindred words count in part."""
    whole = fsum(one.values()) + fsum(other.values())
    if not whole:
        return 0.0
    common = fsum(2 * min(weight, other[term]) for term, weight in one.items() if term in other)
    alone = [term for term in other if term not in one]
    for term, weight in one.items():
        if term not in other and not term.isdigit():
            near = max((likeness(term, each) for each in alone), default=0.0)
            common += 2 * near * weight if near >= KIN else 0.0
    return min(1.0, common / whole)
