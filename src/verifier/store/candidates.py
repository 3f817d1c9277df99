"""The first stage of a search: the passages that hold the rarest words of a query.

The rarest words are taken until the passages that hold them pass a budget; the passages are summed
by the rarity of what they hold, and the best go on to be ranked by all words. Measured against
FTS5's bm25 over all words: the same quality at a fraction of the time (see docs/measured.md).
"""

import heapq
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log

from sqlalchemy import Connection, func, select

from verifier.language.pieces import likeness
from verifier.language.terms import STOP_TERMS
from verifier.model.candidate import Candidate, Pool
from verifier.model.evidence import EvidenceLabel
from verifier.store.index import places_of
from verifier.store.index_tables import (
    Shelf,
    indexed_item,
    indexed_passage,
    posting,
    posting_run,
)

BUDGET = 30_000
"""The sum of the passages that hold a word, beyond which no commoner word is looked up."""

KEPT = 140
"""How many passages go on to be ranked."""

LONGEST_QUERY = 400
"""Distinct terms of a query that are looked at; what follows is left out."""

AROUND = 2
"""How many passages before and after one are looked at for the query's words."""

ALIKE = 0.45
"""The least likeness to a word that no passage holds of one that some do (a typing mistake)."""
_GUESSED = 4
_GUESSES = 3


@dataclass(frozen=True)
class _Run:
    """A run of passages that are searched."""

    id: int
    block: int
    passages: int


Places = Mapping[int, Mapping[str, "array[int]"]]
"""For each block and term, the low 16 bits of the numbers of the passages that hold it."""


def candidates(
    connection: Connection,
    shelf: Shelf,
    wanted: Sequence[str],
    within: Collection[str] | None = None,
) -> Pool:
    """The passages of `shelf` that hold the rarest of the terms `wanted`.

    `within` restricts them to items of these names; the frequencies stay those of the whole shelf.
    Any terms are allowed; of equal passages the earlier comes first.
    """
    rows = connection.execute(select(posting_run).where(posting_run.c.shelf == shelf)).all()
    runs = [_Run(row.id, row.first >> 16, row.passages) for row in rows]
    passages = sum(run.passages for run in runs)
    asked = list(dict.fromkeys(wanted))[:LONGEST_QUERY]
    counts = _frequencies(connection, runs, asked)
    mean = sum(row.terms for row in rows) / passages if passages else 0.0
    weights = _chosen(counts, passages) | _guessed(connection, runs, asked, counts, passages)
    held = _places(connection, runs, weights)
    numbers = _likeliest(held, weights, _ranges(connection, shelf, within))
    found = _passages(connection, shelf, numbers, held, weights)
    return Pool(found, counts, passages, mean)


def _frequencies(
    connection: Connection, runs: Sequence[_Run], asked: Sequence[str]
) -> dict[str, int]:
    """How many passages hold each term."""
    counts = dict.fromkeys(asked, 0)
    query = select(posting.c.term, func.sum(func.length(posting.c.places)).label("size")).where(
        posting.c.run.in_([run.id for run in runs]), posting.c.term.in_(asked)
    )
    for row in connection.execute(query.group_by(posting.c.term)):
        counts[row.term] = int(row.size) // 2
    return counts


def _chosen(counts: Mapping[str, int], passages: int) -> dict[str, float]:
    """The rarest terms within the budget, at least one, with their weights.

    Stop words only where there is nothing else.
    """
    there = [term for term, count in counts.items() if count]
    telling = [term for term in there if term not in STOP_TERMS] or there
    chosen: dict[str, float] = {}
    spent = 0
    for term in sorted(telling, key=lambda term: (counts[term], term)):
        if spent > BUDGET:
            break
        spent += counts[term]
        chosen[term] = _rarity(counts[term], passages)
    return chosen


def _rarity(holding: int, passages: int) -> float:
    return log(1 + (passages - holding + 0.5) / (holding + 0.5))


def _guessed(
    connection: Connection,
    runs: Sequence[_Run],
    asked: Sequence[str],
    counts: Mapping[str, int],
    passages: int,
) -> dict[str, float]:
    """Terms that may have been meant by those that no passage holds, weighed by likeness."""
    lost = [term for term in asked if not counts[term] and len(term) > 4 and term.isalpha()]
    largest = heapq.nlargest(_GUESSED, runs, key=lambda run: run.passages)
    found: dict[str, float] = {}
    for term in lost[:_GUESSED]:
        query = select(posting.c.term).where(
            posting.c.run.in_([run.id for run in largest]),
            posting.c.term >= term[:2],
            posting.c.term < term[:2] + "\uffff",
            func.length(posting.c.term).between(len(term) - 3, len(term) + 4),
        )
        near = {
            each: alike
            for each in sorted(set(connection.execute(query).scalars()))
            if (alike := likeness(term, each)) >= ALIKE
        }
        for each in heapq.nlargest(_GUESSES, near, key=lambda word: (near[word], word)):
            found[each] = near[each] * _rarity(1, passages) / 2
    return found


def _places(
    connection: Connection, runs: Sequence[_Run], weights: Mapping[str, float]
) -> dict[int, dict[str, "array[int]"]]:
    """Where each of the terms is."""
    blocks = {run.id: run.block for run in runs}
    query = select(posting.c.run, posting.c.term, posting.c.places).where(
        posting.c.run.in_(list(blocks)), posting.c.term.in_(list(weights))
    )
    held: defaultdict[int, dict[str, array[int]]] = defaultdict(dict)
    for row in connection.execute(query):
        places, here = places_of(bytes(row.places)), held[blocks[row.run]]
        there = here.get(row.term)
        here[row.term] = places if there is None else array("H", sorted(there + places))
    return held


def _ranges(
    connection: Connection, shelf: Shelf, within: Collection[str] | None
) -> list[tuple[int, int]] | None:
    """The numbers of the passages of the items named, in order; None for all."""
    if within is None:
        return None
    table = indexed_item.c
    query = select(table.item, table.first, table.last).where(table.shelf == shelf)
    rows = connection.execute(query.order_by(table.first)).all()
    return [(row.first, row.last) for row in rows if row.item in within]


def _likeliest(
    held: Places, weights: Mapping[str, float], ranges: list[tuple[int, int]] | None
) -> list[int]:
    """The numbers of the passages with the greatest sums of weights; of equals the earlier."""
    best: list[tuple[float, int]] = []
    for block in sorted(held):
        base = block << 16
        sums: dict[int, float] = {}
        for term in sorted(held[block]):
            weight = weights[term]
            for place in held[block][term]:
                sums[place] = sums.get(place, 0.0) + weight
        if ranges is not None:
            sums = {place: each for place, each in sums.items() if _is_in(ranges, base + place)}
        least = heapq.nlargest(KEPT, sums.values())[-1:] or [0.0]
        best += [(-each, base + place) for place, each in sums.items() if each >= least[0]]
    return [number for _, number in heapq.nsmallest(KEPT, best)]


def _is_in(ranges: Sequence[tuple[int, int]], number: int) -> bool:
    at = bisect_right(ranges, (number, 1 << 62)) - 1
    return at >= 0 and ranges[at][0] <= number <= ranges[at][1]


def _passages(
    connection: Connection,
    shelf: Shelf,
    numbers: Sequence[int],
    held: Places,
    weights: Mapping[str, float],
) -> tuple[Candidate, ...]:
    """The passages of these numbers, in this order, with the terms that stand around them."""
    item = indexed_item.c
    query = (
        select(indexed_passage, item.first, item.last)
        .join(indexed_item, (item.item == indexed_passage.c.item) & (item.shelf == shelf))
        .where(indexed_passage.c.id.in_(numbers))
    )
    rows = {row.id: row for row in connection.execute(query)}
    found = []
    for number in numbers:
        row = rows[number]
        low = max(row.first, number - AROUND, number >> 16 << 16)
        high = min(row.last, number + AROUND, number | 0xFFFF)
        near = frozenset[str]()
        if low < high:
            near = _standing(held[number >> 16], low & 0xFFFF, high & 0xFFFF)
        found.append(Candidate(EvidenceLabel(row.item), row.start, row.end, row.body, near))
    return tuple(found)


def _standing(here: Mapping[str, "array[int]"], low: int, high: int) -> frozenset[str]:
    """The terms that a passage between two places of a block holds."""
    return frozenset(
        term
        for term, places in here.items()
        if (at := bisect_left(places, low)) < len(places) and places[at] <= high
    )
