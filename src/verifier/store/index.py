"""Filling the search index: passages put in, taken out, and small runs merged into larger ones.

Postings lie in runs. What is added makes a new run; eight runs of one size become one, as in a
log-structured merge tree, so that adding a document never rewrites what many passages share.
"""

import sys
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from verifier.language.terms import terms
from verifier.store.index_tables import (
    Shelf,
    indexed_item,
    indexed_passage,
    indexed_state,
    posting,
    posting_run,
)

BLOCK = 1 << 16
"""Passages whose numbers share all but their low 16 bits."""

MERGED = 8
"""So many runs of one size become one."""

_ROWS = 5_000
_ASKED = 500


@dataclass(frozen=True)
class Part:
    """A passage to index: its place in the item's text, and its words."""

    start: int
    end: int
    body: str


@dataclass(frozen=True)
class Item:
    """What is indexed together: its name, the mark of its text, and its passages in order."""

    name: str
    mark: str
    parts: Sequence[Part]


def put(connection: Connection, shelf: Shelf, items: Sequence[Item]) -> None:
    """Index `items` in the place of what was there under their names."""
    for name in _there(connection, shelf, [item.name for item in items]):
        take(connection, shelf, name)
    number = _next_number(connection, shelf)
    pending: list[tuple[int, Part]] = []
    rows: list[tuple[object, ...]] = []
    passages: list[tuple[object, ...]] = []
    for item in items:
        first, number = number, number + len(item.parts)
        rows.append((int(shelf), item.name, item.mark, first, number - 1))
        numbered = list(zip(range(first, number), item.parts, strict=True))
        passages += [(n, item.name, p.start, p.end, _storable(p.body)) for n, p in numbered]
        pending += numbered
    _write_rows(connection, indexed_item, rows)
    _write_rows(connection, indexed_passage, passages)
    for _, block in groupby(pending, key=lambda each: each[0] >> 16):
        _add_run(connection, shelf, list(block))


def take(connection: Connection, shelf: Shelf, name: str) -> None:
    """Take an item out of the index; nothing happens where it is not there."""
    table = indexed_item
    here = (table.c.shelf == shelf) & (table.c.item == name)
    found = connection.execute(select(table.c.first, table.c.last).where(here)).first()
    if found is None:
        return
    numbers = indexed_passage.c.id.between(found.first, found.last)
    bodies = connection.execute(
        select(indexed_passage.c.id, indexed_passage.c.body)
        .where(numbers)
        .order_by(indexed_passage.c.id)
    ).all()
    for _, block in groupby(bodies, key=lambda row: row.id >> 16):
        _cut_run(connection, shelf, [(row.id, row.body) for row in block])
    connection.execute(delete(indexed_passage).where(numbers))
    connection.execute(delete(table).where(here))


def empty(connection: Connection, shelf: Shelf) -> None:
    """Take everything off a shelf."""
    runs = select(posting_run.c.id).where(posting_run.c.shelf == shelf)
    connection.execute(delete(posting).where(posting.c.run.in_(runs)))
    connection.execute(delete(posting_run).where(posting_run.c.shelf == shelf))
    numbers = indexed_passage.c.id.between(shelf.first, shelf.first + (1 << 30) - 1)
    connection.execute(delete(indexed_passage).where(numbers))
    connection.execute(delete(indexed_item).where(indexed_item.c.shelf == shelf))
    connection.execute(delete(indexed_state).where(indexed_state.c.shelf == shelf))


def places_of(stored: bytes) -> "array[int]":
    """The low 16 bits of the numbers of passages, from the form that is stored."""
    places = array("H")
    places.frombytes(stored)
    if sys.byteorder == "big":
        places.byteswap()
    return places


def stored_form(places: "array[int]") -> bytes:
    """The form in which places are stored: two bytes each, the lesser first."""
    if sys.byteorder == "big":
        places = places[:]
        places.byteswap()
    return places.tobytes()


def _next_number(connection: Connection, shelf: Shelf) -> int:
    query = select(func.max(indexed_item.c.last)).where(indexed_item.c.shelf == shelf)
    highest = connection.execute(query).scalar()
    return shelf.first if highest is None else int(highest) + 1


def _next_run(connection: Connection) -> int:
    return int(connection.execute(select(func.max(posting_run.c.id))).scalar() or 0) + 1


def _there(connection: Connection, shelf: Shelf, names: Sequence[str]) -> list[str]:
    """Which of these items are indexed."""
    table = indexed_item.c
    found: list[str] = []
    for at in range(0, len(names), _ASKED):
        asked = table.item.in_(names[at : at + _ASKED])
        query = select(table.item).where(table.shelf == shelf, asked)
        found += connection.execute(query).scalars()
    return found


def _write_rows(connection: Connection, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert whole rows past SQLAlchemy's own handling of each: there are millions of them."""
    names = [column.name for column in table.columns]
    if connection.dialect.paramstyle != "qmark":
        for at in range(0, len(rows), _ROWS):
            part = rows[at : at + _ROWS]
            connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in part])
    elif rows:
        quoted = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(names))
        statement = f'INSERT INTO "{table.name}" ({quoted}) VALUES ({marks})'
        connection.exec_driver_sql(statement, list(rows))


def _storable(body: str) -> str:
    """A text as every database can keep it: NUL, which PostgreSQL refuses, is replaced."""
    return body.replace("\0", "\ufffd")


def _add_run(connection: Connection, shelf: Shelf, numbered: Sequence[tuple[int, Part]]) -> None:
    """Write the postings of passages of one block as a new run, and merge what is due."""
    postings: defaultdict[str, array[int]] = defaultdict(lambda: array("H"))
    counted = 0
    for number, part in numbered:
        found = terms(part.body)
        counted += len(found)
        low = number & 0xFFFF
        for term in set(found):
            postings[term].append(low)
    run = _next_run(connection)
    connection.execute(
        insert(posting_run).values(
            id=run,
            shelf=shelf,
            first=numbered[0][0],
            last=numbered[-1][0],
            passages=len(numbered),
            terms=counted,
        )
    )
    _write_postings(
        connection, run, ((term, stored_form(places)) for term, places in sorted(postings.items()))
    )
    _tidy(connection, shelf)


def _write_postings(
    connection: Connection, run: int, postings: Iterable[tuple[str, bytes]]
) -> None:
    _write_rows(connection, posting, [(run, term, places) for term, places in postings])


def _tidy(connection: Connection, shelf: Shelf) -> None:
    """Merge the newest runs of the last block as long as there are enough of about one size."""
    table = posting_run.c
    last = connection.execute(select(func.max(table.first)).where(table.shelf == shelf)).scalar()
    query = (
        select(table.id, table.passages)
        .where(table.shelf == shelf, table.first >= int(last or 0) >> 16 << 16)
        .order_by(table.first.desc())
    )
    while due := _due([(row.id, row.passages) for row in connection.execute(query)]):
        _merge(connection, shelf, due[::-1])


def _due(newest: Sequence[tuple[int, int]]) -> list[int]:
    """The runs to merge, newest first: eight or more, none much larger than all others together.

    `newest` are number and passages of each run, newest first.
    """
    for size in range(_size(BLOCK) + 1):
        ends = next((at for at, run in enumerate(newest) if _size(run[1]) > size), len(newest))
        small = newest[:ends]
        largest = max((passages for _, passages in small), default=0)
        rest = sum(passages for _, passages in small) - largest
        if len(small) >= MERGED and largest <= MERGED * rest:
            return [run for run, _ in small]
    return []


def _size(passages: int) -> int:
    """The class of a run: 0 for fewer than 8 passages, 1 for fewer than 64, and so on."""
    return (max(1, passages).bit_length() - 1) // 3


def _merge(connection: Connection, shelf: Shelf, runs: Sequence[int]) -> None:
    """Make one run of several that lie beside each other, given in the order of their passages."""
    place = {run: at for at, run in enumerate(runs)}
    rows = connection.execute(
        select(posting.c.term, posting.c.run, posting.c.places).where(posting.c.run.in_(runs))
    ).all()
    held: defaultdict[str, list[bytes]] = defaultdict(lambda: [b""] * len(runs))
    for row in rows:
        held[row.term][place[row.run]] = bytes(row.places)
    table = posting_run.c
    whole = connection.execute(
        select(
            func.min(table.first).label("first"),
            func.max(table.last).label("last"),
            func.sum(table.passages).label("passages"),
            func.sum(table.terms).label("terms"),
        ).where(table.id.in_(runs))
    ).one()
    merged = _next_run(connection)
    connection.execute(delete(posting).where(posting.c.run.in_(runs)))
    connection.execute(delete(posting_run).where(table.id.in_(runs)))
    connection.execute(insert(posting_run).values(id=merged, shelf=shelf, **whole._mapping))
    joined = ((term, b"".join(places)) for term, places in sorted(held.items()))
    _write_postings(connection, merged, joined)


def _cut_run(connection: Connection, shelf: Shelf, numbered: Sequence[tuple[int, str]]) -> None:
    """Take the passages, of one block and beside each other, out of the postings of their run."""
    first, last = numbered[0][0], numbered[-1][0]
    table = posting_run.c
    query = select(posting_run).where(
        table.shelf == shelf, table.first <= first, table.last >= last
    )
    run = connection.execute(query).one()
    found = [terms(body) for _, body in numbered]
    for term in sorted(set().union(*found)):
        _cut_posting(connection, run.id, term, first & 0xFFFF, last & 0xFFFF)
    left = run.passages - len(numbered)
    if left <= 0:
        connection.execute(delete(posting).where(posting.c.run == run.id))
        connection.execute(delete(posting_run).where(table.id == run.id))
        return
    connection.execute(
        update(posting_run)
        .where(table.id == run.id)
        .values(passages=left, terms=run.terms - sum(map(len, found)))
    )


def _cut_posting(connection: Connection, run: int, term: str, low: int, high: int) -> None:
    here = (posting.c.run == run) & (posting.c.term == term)
    stored = connection.execute(select(posting.c.places).where(here)).scalar()
    if stored is None:
        return
    places = places_of(bytes(stored))
    del places[bisect_left(places, low) : bisect_left(places, high + 1)]
    if places:
        form = stored_form(places)
        connection.execute(update(posting).where(here).values(places=form))
    else:
        connection.execute(delete(posting).where(here))
