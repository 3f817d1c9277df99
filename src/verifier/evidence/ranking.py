"""The second stage of a search: candidates scored by all words of the query, best first.

BM25 (Robertson and Zaragoza, 2009) over all terms, and what it cannot see: kindred words, pieces of
words, words that stand in the order of the claim or together, what stands around a passage, and
what the best passages have in common. Each part is in units of BM25 and has one weight, measured on
WiCE, FM2 and SciFact.
"""

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import exp, fsum, log

from verifier.language.pieces import likeness, pieces
from verifier.language.terms import STOP_TERMS, terms
from verifier.model.candidate import Candidate, Pool

SATURATION = 1.0
"""BM25's k1: how soon a repeated word stops counting."""
LENGTH = 0.5
"""BM25's b: how much longer passages lose."""
STOP_WEIGHT = 0.3
"""A stop word's share of its weight: enough to prefer `the Office`, too little to lead astray."""
KIN = 0.7
"""A kindred word's share (Trinidad, Trinidadian), where the word itself is not there."""
KIN_LIKENESS = 0.3
"""The least share of common pieces of kindred words."""
KIN_BEGINNING = 2
"""Letters with which kindred words begin alike."""
PIECES = 0.3
"""The weight of pieces of words, rarer ones among the candidates first."""
ORDER = 0.15
"""The weight of two words that follow each other as they do in the query."""
TOGETHER = 0.3
"""The weight of the query's words that stand together in one stretch of the passage."""
STRETCH = 30
"""Terms of such a stretch: a long sentence."""
AROUND = 0.6
"""The weight of the query's words within two passages of this one."""
FEEDBACK = 0.2
"""The weight of words that the best passages share, against the query's own."""
FEEDBACK_FROM = 5
FEEDBACK_TERMS = 30
REFINED = 80
"""How many of the candidates, best by BM25, are looked at by the slower parts."""


@dataclass(frozen=True)
class Ranked:
    """A candidate and its score; scores compare within one search only."""

    candidate: Candidate
    score: float


@dataclass(frozen=True)
class _Read:
    """A candidate with its terms, in order and as a set, and what its length divides by."""

    candidate: Candidate
    terms: Sequence[str]
    distinct: frozenset[str]
    counted: str
    norm: float


@dataclass(frozen=True)
class _Query:
    """The terms of the query in order, and the weight of each distinct one."""

    terms: Sequence[str]
    weights: Mapping[str, float]
    times: Mapping[str, int]

    @property
    def content(self) -> list[str]:
        """The distinct terms that are no stop words."""
        return [term for term in self.weights if term not in STOP_TERMS]


def rank(query: str, pool: Pool) -> tuple[Ranked, ...]:
    """The candidates of `pool` by their bearing on `query`, best first; equal ones as they came."""
    asked = _query(query, pool)
    found = [terms(item.text) for item in pool.candidates]
    norms = [_norm(len(each), pool.mean_terms) for each in found]
    first = [_bm25(asked, each, norm) for each, norm in zip(found, norms, strict=True)]
    order = heapq.nlargest(REFINED, range(len(found)), key=lambda at: (first[at], -at))
    best = [_read(pool.candidates[at], found[at], norms[at]) for at in order]
    scores = [first[at] for at in order]
    for part in (
        _kin(asked, best),
        _pieces(asked, best),
        _order(asked, best),
        _together(asked, best),
    ):
        scores = [score + more for score, more in zip(scores, part, strict=True)]
    scores = _with_feedback(asked, best, scores)
    scores = [s + AROUND * _around(asked, each) for s, each in zip(scores, best, strict=True)]
    refined = heapq.nlargest(len(best), range(len(best)), key=lambda at: (scores[at], -order[at]))
    return tuple(Ranked(best[at].candidate, scores[at]) for at in refined)


def rarity(holding: int, passages: int) -> float:
    """BM25's inverse document frequency: the weight of a term that so many passages hold."""
    return log(1 + (passages - holding + 0.5) / (holding + 0.5))


def _query(text: str, pool: Pool) -> _Query:
    found = terms(text)
    weights = {
        term: rarity(min(pool.frequencies.get(term, 0), pool.passages), pool.passages)
        * (STOP_WEIGHT if term in STOP_TERMS else 1)
        for term in dict.fromkeys(found)
    }
    return _Query(found, weights, Counter(found))


def _norm(length: int, mean: float) -> float:
    """What a count is added to before it is divided by: more for longer passages."""
    return SATURATION * (1 - LENGTH + LENGTH * length / (mean or 1))


def _read(candidate: Candidate, found: Sequence[str], norm: float) -> _Read:
    return _Read(candidate, found, frozenset(found), f"_{'_'.join(found)}_", norm)


def _bm25(asked: _Query, found: Sequence[str], norm: float) -> float:
    weights = asked.weights
    counts: dict[str, int] = {}
    for term in found:
        if term in weights:
            counts[term] = counts.get(term, 0) + 1
    return sum(
        weights[term] * asked.times[term] * times * (SATURATION + 1) / (times + norm)
        for term, times in counts.items()
    )


def _counted(each: _Read) -> float:
    """BM25's factor of a word that a passage holds once."""
    return (SATURATION + 1) / (1 + each.norm)


def _kin(asked: _Query, best: Sequence[_Read]) -> list[float]:
    """For each passage the weights of words that it has in a kindred form only."""
    kin = _kin_of(asked, frozenset[str]().union(*(each.distinct for each in best)))
    kindred = frozenset(kin)
    found = []
    for each in best:
        nearest: dict[str, float] = {}
        for word in each.distinct & kindred:
            for term, alike in kin[word]:
                if term not in each.distinct and alike > nearest.get(term, 0):
                    nearest[term] = alike
        weight = fsum(alike * asked.weights[term] for term, alike in nearest.items())
        found.append(KIN * weight * _counted(each))
    return found


def _kin_of(asked: _Query, words: Iterable[str]) -> dict[str, list[tuple[str, float]]]:
    """The words of which a term of the query is kindred: they begin alike and share pieces."""
    begun: dict[str, list[str]] = {}
    for term in asked.content:
        if len(term) > KIN_BEGINNING and not term.isdigit():
            begun.setdefault(term[:KIN_BEGINNING], []).append(term)
    found: dict[str, list[tuple[str, float]]] = {}
    for word in words:
        for term in begun.get(word[:KIN_BEGINNING], ()):
            if term != word and (alike := likeness(term, word)) >= KIN_LIKENESS:
                found.setdefault(word, []).append((term, alike))
    return found


def _pieces(asked: _Query, best: Sequence[_Read]) -> list[float]:
    """For each passage the pieces of the query's words in it, weighed by rarity among `best`."""
    wanted = Counter(piece for term in asked.content for piece in pieces(term))
    held = [[piece for piece in wanted if piece in each.counted] for each in best]
    holding = Counter(piece for each in held for piece in each)
    weight = {
        piece: PIECES * times * rarity(holding[piece], len(best)) for piece, times in wanted.items()
    }
    return [
        sum(weight[piece] for piece in pieces_here) * _counted(each)
        for pieces_here, each in zip(held, best, strict=True)
    ]


def _order(asked: _Query, best: Sequence[_Read]) -> list[float]:
    """For each passage the neighbours of the query that are neighbours in it too."""
    pairs = {
        f"_{one}_{two}_": ORDER * (asked.weights[one] + asked.weights[two]) / 2
        for one, two in zip(asked.terms, asked.terms[1:], strict=False)
        if not (one in STOP_TERMS and two in STOP_TERMS)
    }
    return [sum(weight for pair, weight in pairs.items() if pair in each.counted) for each in best]


def _together(asked: _Query, best: Sequence[_Read]) -> list[float]:
    """For each passage the most that a stretch of it holds of the query's words."""
    return [TOGETHER * _fullest_stretch(asked.weights, each.terms) for each in best]


def _fullest_stretch(weights: Mapping[str, float], found: Sequence[str]) -> float:
    places = [(at, term) for at, term in enumerate(found) if term in weights]
    held: dict[str, int] = {}
    most = now = 0.0
    first = 0
    for at, term in places:
        if not held.get(term):
            now += weights[term]
        held[term] = held.get(term, 0) + 1
        while places[first][0] <= at - STRETCH:
            gone = places[first][1]
            held[gone] -= 1
            if not held[gone]:
                now -= weights[gone]
            first += 1
        most = max(most, now)
    return most


def _around(asked: _Query, each: _Read) -> float:
    return fsum(asked.weights.get(term, 0) for term in each.candidate.near - each.distinct)


def _with_feedback(asked: _Query, best: Sequence[_Read], scores: Sequence[float]) -> list[float]:
    """The scores with the words that the best passages share (RM3, Abdul-Jaleel et al., 2004)."""
    leading = heapq.nlargest(FEEDBACK_FROM, range(len(best)), key=lambda at: (scores[at], -at))
    if not leading:
        return list(scores)
    top = scores[leading[0]]
    likely = {at: exp(scores[at] - top) for at in leading}
    shared: dict[str, float] = {}
    for at, share in likely.items():
        each = best[at]
        for term in each.terms:
            if term not in STOP_TERMS and term not in asked.weights and len(term) > 1:
                shared[term] = shared.get(term, 0) + share / len(each.terms)
    return _fed(asked, best, scores, shared)


def _fed(
    asked: _Query, best: Sequence[_Read], scores: Sequence[float], shared: Mapping[str, float]
) -> list[float]:
    """The scores and, for the weightiest shared terms, BM25 with rarities among `best`."""
    every = frozenset(shared)
    holding = Counter(chain.from_iterable(each.distinct & every for each in best))
    rare = {term: rarity(holding[term], len(best)) for term in shared}
    chosen = heapq.nlargest(
        FEEDBACK_TERMS, shared, key=lambda term: (shared[term] * rare[term], term)
    )
    whole = sum(shared[term] * rare[term] for term in chosen) or 1
    asking = sum(term not in STOP_TERMS for term in asked.terms)
    weights = {
        term: FEEDBACK * asking * rare[term] * rare[term] * shared[term] / whole for term in chosen
    }
    few = frozenset(weights)
    return [
        score + fsum(weights[term] for term in each.distinct & few) * _counted(each)
        for score, each in zip(scores, best, strict=True)
    ]
