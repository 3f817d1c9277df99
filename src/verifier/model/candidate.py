"""What a search of the index gives to be ranked: passages, and how common the query's terms are."""

from collections.abc import Mapping
from dataclasses import dataclass

from verifier.model.evidence import EvidenceLabel


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that holds some of a query's rare terms.

    `start` and `end` are offsets into the evidence item's text, `text` what stands between them.
    `near` are the query’s rare terms in the two passages before and after it, and in itself.
    """

    evidence: EvidenceLabel
    start: int
    end: int
    text: str
    near: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Pool:
    """The candidates for a query, likeliest first, and the measures of the whole index.

    `frequencies` counts the passages that hold each term of the query; `passages` all there are;
    `mean_terms` is the mean length of a passage in terms.
    """

    candidates: tuple[Candidate, ...]
    frequencies: Mapping[str, int]
    passages: int
    mean_terms: float
