"""How well and how fast passages are found: DIR holds corpus.jsonl and queries.jsonl (BEIR).

Each unit of the corpus is one passage; units that follow each other under names such as `page-0`,
`page-3` are passages of one document, in order. Units and queries go through the program's own
index, first stage and ranking; with `--kind claims` through the search for earlier claims. The
peer is what a plain build does: the words of the query, OR-ed, in SQLite's FTS5, ranked by its
bm25. With a file qrels.tsv in DIR both are scored. Prints JSON; `--run` keeps the rankings, one
line `{"id": query, "ranking": [unit, …]}` for each query.
"""

import argparse
import json
import re
import sqlite3
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from statistics import median, quantiles

from sqlalchemy import Connection

from verifier.evidence.likeness import rank_claims
from verifier.evidence.posts import plain_query
from verifier.evidence.ranking import Ranked, rank
from verifier.language.terms import terms
from verifier.store import open_store
from verifier.store.candidates import candidates
from verifier.store.engine import open_engine, reading, writing
from verifier.store.index import Item, Part, put
from verifier.store.index_tables import Shelf
from verifier.store.location import locate

Find = Callable[[str], list[str]]
"""Gives the names of the units found for a query, best first."""

BATCH = 50_000
DEPTH = 100


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--run", type=Path, metavar="OUT.jsonl")
    parser.add_argument("--kind", choices=("evidence", "claims"), default="evidence")
    parser.add_argument("--database", metavar="URL", help="an empty database; else a new file")
    parser.add_argument("--queries", type=int, default=1 << 30, help="only the first so many")
    parser.add_argument("--peer-queries", type=int, default=1 << 30, help="the same for FTS5")
    options = parser.parse_args()
    shelf = Shelf.CLAIMS if options.kind == "claims" else Shelf.EVIDENCE
    with tempfile.TemporaryDirectory() as folder:
        place = options.database or str(Path(folder) / "desk.verifier")
        units = list(_units(options.folder / "corpus.jsonl"))
        queries = _queries(options.folder / "queries.jsonl")
        told = _measure_ours(place, shelf, units, queries[: options.queries], options)
        peer = _measure_fts5(Path(folder) / "fts5", units, queries[: options.peer_queries], options)
    print(json.dumps({"kind": options.kind, "passages": len(units), "ours": told, "fts5": peer}))


def _units(path: Path) -> Iterator[tuple[str, str]]:
    """Name and text of each unit; a title is its first line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            unit = json.loads(line)
            yield unit["_id"], f"{unit.get('title', '')}\n{unit['text']}".strip()


def _queries(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(query["_id"], query["text"]) for query in map(json.loads, lines)]


def _measure_ours(
    place: str,
    shelf: Shelf,
    units: Sequence[tuple[str, str]],
    queries: Sequence[tuple[str, str]],
    options: argparse.Namespace,
) -> dict[str, object]:
    open_store(place).close()
    engine = open_engine(locate(place))
    before = _stored(engine.url.database)
    started, worked = time.perf_counter(), time.process_time()
    for items in _batches(_items(units, shelf)):
        with writing(engine) as (connection, _):
            put(connection, shelf, items)
    took = time.perf_counter() - started, time.process_time() - worked
    size = _stored(engine.url.database) - before
    choose = rank_claims if shelf is Shelf.CLAIMS else rank
    with reading(engine) as connection:
        index = _index_bytes(connection, units)
        times, found = _ask(_finder(connection, shelf, choose, units), queries)
    engine.dispose()
    if options.run:
        lines = (json.dumps({"id": query, "ranking": names}) for query, names in found.items())
        options.run.write_text("\n".join(lines) + "\n", encoding="utf-8")
    each = 1e6 / len(units)
    return {
        "index_us_a_passage": round(took[0] * each, 1),
        "index_cpu_us_a_passage": round(took[1] * each, 1),
        "index_bytes_a_passage": round(index / len(units), 1),
        "file_bytes_a_passage": round(size / len(units), 1),
        **_times(times),
        **_scores(options.folder / "qrels.tsv", found),
    }


def _items(units: Sequence[tuple[str, str]], shelf: Shelf) -> Iterator[Item]:
    """The units as items of the index: those of one document together, claims each alone."""

    def document(unit: tuple[str, str]) -> str:
        name = unit[0]
        numbered = re.fullmatch(r"(.+)-\d+", name) if shelf is Shelf.EVIDENCE else None
        return numbered[1] if numbered else name

    for _, group in groupby(units, key=document):
        parts = list(group)
        yield Item(parts[0][0], "", [Part(at, at, text) for at, (_, text) in enumerate(parts)])


def _batches(items: Iterator[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.parts)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _finder(
    connection: Connection,
    shelf: Shelf,
    choose: Callable[..., tuple[Ranked, ...]],
    units: Sequence[tuple[str, str]],
) -> Find:
    """The program's own search; an item is named after its first unit, `start` counts on."""
    at = {name: number for number, (name, _) in enumerate(units)}

    def find(text: str) -> list[str]:
        asked = plain_query(text)
        pool = candidates(connection, shelf, terms(asked))
        best = (each.candidate for each in choose(asked, pool)[:DEPTH])
        return [units[at[each.evidence] + each.start][0] for each in best]

    return find


def _index_bytes(connection: Connection, units: Sequence[tuple[str, str]]) -> float:
    """The bytes of the index without the texts: its tables, less what the texts themselves take."""
    if connection.dialect.name != "sqlite":
        query = (
            "SELECT sum(pg_total_relation_size(t::regclass)) FROM unnest(ARRAY['posting', "
            "'posting_run', 'indexed_item', 'indexed_passage']) AS t"
        )
        return float(connection.exec_driver_sql(query).scalar() or 0) - _text_bytes(units)
    query = (
        "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'posting%' OR name LIKE 'indexed%' OR name "
        "LIKE 'sqlite_autoindex_indexed%'"
    )
    return float(connection.exec_driver_sql(query).scalar() or 0) - _text_bytes(units)


def _text_bytes(units: Sequence[tuple[str, str]]) -> int:
    return sum(len(text.encode()) for _, text in units)


def _stored(path: str | None) -> int:
    """The bytes of a SQLite database and its log; 0 for a server's."""
    files = (Path(f"{path}{end}") for end in ("", "-wal"))
    return sum(file.stat().st_size for file in files if file.is_file())


def _ask(
    find: Find, queries: Sequence[tuple[str, str]]
) -> tuple[list[float], dict[str, list[str]]]:
    times, found = [], {}
    for name, text in queries:
        started = time.perf_counter()
        found[name] = find(text)
        times.append(time.perf_counter() - started)
    return times, found


def _times(times: Sequence[float]) -> dict[str, object]:
    if len(times) < 2:
        return {}
    return {
        "query_p50_ms": round(median(times) * 1e3, 2),
        "query_p95_ms": round(quantiles(times, n=20)[-1] * 1e3, 2),
    }


def _measure_fts5(
    path: Path,
    units: Sequence[tuple[str, str]],
    queries: Sequence[tuple[str, str]],
    options: argparse.Namespace,
) -> dict[str, object]:
    """The peer: external content, tokenizer porter, all words of the query OR-ed."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE unit(id INTEGER PRIMARY KEY, name TEXT, body TEXT)")
    connection.executemany("INSERT INTO unit(name, body) VALUES (?, ?)", units)
    connection.commit()
    before = _stored(str(path))
    started = time.perf_counter()
    connection.execute(
        "CREATE VIRTUAL TABLE found USING fts5(body, content='unit', content_rowid='id', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    connection.execute("INSERT INTO found(found) VALUES ('rebuild')")
    connection.commit()
    took = time.perf_counter() - started
    size = _stored(str(path)) - before

    def find(text: str) -> list[str]:
        words = " OR ".join(f'"{word}"' for word in dict.fromkeys(re.findall(r"\w+", text)))
        query = (
            "SELECT name FROM found JOIN unit ON unit.id = found.rowid WHERE found MATCH ? "
            f"ORDER BY bm25(found) LIMIT {DEPTH}"
        )
        return [name for (name,) in connection.execute(query, (words,))] if words else []

    times, found = _ask(find, queries)
    connection.close()
    return {
        "index_us_a_passage": round(took / len(units) * 1e6, 1),
        "index_bytes_a_passage": round(size / len(units), 1),
        **_times(times),
        **_scores(options.folder / "qrels.tsv", found),
    }


def _scores(path: Path, found: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """Recall@5, MRR@10 and MAP@5 of the queries asked; nothing where there is no qrels.tsv."""
    if not path.is_file() or not found:
        return {}
    gold: defaultdict[str, set[str]] = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        query, unit, relevant = line.split("\t")
        if int(relevant) > 0 and query in found:
            gold[query].add(unit)
    sums = {"recall@5": 0.0, "mrr@10": 0.0, "map@5": 0.0}
    for query, wanted in gold.items():
        hits = [unit in wanted for unit in found[query][:10]]
        sums["recall@5"] += sum(hits[:5]) / len(wanted)
        sums["mrr@10"] += next((1 / at for at, hit in enumerate(hits, 1) if hit), 0.0)
        precise = (sum(hits[:at]) / at for at in range(1, len(hits[:5]) + 1) if hits[at - 1])
        sums["map@5"] += sum(precise) / min(5, len(wanted))
    return {name: round(total / len(gold), 4) for name, total in sums.items()}


if __name__ == "__main__":
    main()
