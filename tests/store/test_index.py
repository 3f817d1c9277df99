"""The search index on both databases: filled, cut, merged, and level with the record."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, Table, func, select, update
from story_at_hand import a_report

from verifier.desk.registry import add_source
from verifier.desk.searching import search
from verifier.desk.session import open_session
from verifier.language.terms import terms
from verifier.model.scales import SourceKind
from verifier.store import candidates as stage
from verifier.store import index
from verifier.store.candidates import candidates
from verifier.store.engine import open_engine
from verifier.store.index import Item, Part, empty, put, take
from verifier.store.index_tables import (
    Shelf,
    indexed_item,
    indexed_passage,
    indexed_state,
    posting,
    posting_run,
)
from verifier.store.location import locate
from verifier.store.store import open_store

SHELF = Shelf.EVIDENCE


@pytest.fixture
def connection(database: str) -> Iterator[Connection]:
    """A connection to a fresh database, once on each engine; nothing is committed."""
    open_store(database).close()
    engine: Engine = open_engine(locate(database))
    with engine.connect() as opened:
        yield opened
    engine.dispose()


def item(name: str, *bodies: str) -> Item:
    return Item(name, f"mark of {name}", [Part(n, n + 1, body) for n, body in enumerate(bodies)])


def found(connection: Connection, query: str, within: set[str] | None = None) -> list[str]:
    pool = candidates(connection, SHELF, terms(query), within)
    return [f"{each.evidence}:{each.start}" for each in pool.candidates]


def count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def test_passages_are_found_by_their_rarest_words(connection: Connection) -> None:
    put(connection, SHELF, [item("E01", "a red barge", "a blue barge"), item("E02", "a red kite")])
    assert found(connection, "blue barge") == ["E01:1", "E01:0"]
    assert found(connection, "kite") == ["E02:0"]


def test_nothing_is_found_in_an_empty_index(connection: Connection) -> None:
    pool = candidates(connection, SHELF, terms("anything"))
    assert (pool.candidates, pool.passages, pool.mean_terms) == ((), 0, 0.0)


def test_the_pool_tells_how_common_each_term_is(connection: Connection) -> None:
    put(connection, SHELF, [item("E01", "red barge", "red kite"), item("E02", "red")])
    pool = candidates(connection, SHELF, terms("red kite zeppelin"))
    assert pool.frequencies == {"red": 3, "kite": 1, "zeppelin": 0}
    assert pool.passages == 3
    assert pool.mean_terms == pytest.approx(5 / 3)


def test_what_was_taken_out_leaves_no_trace(connection: Connection) -> None:
    put(connection, SHELF, [item("E01", "red barge", "red kite")])
    take(connection, SHELF, "E01")
    for table in (posting, posting_run, indexed_item, indexed_passage):
        assert count(connection, table) == 0


def test_taking_one_item_out_leaves_the_others_of_its_run(connection: Connection) -> None:
    put(connection, SHELF, [item(f"E0{n}", f"red barge {n}", "kite") for n in range(5)])
    take(connection, SHELF, "E02")
    assert found(connection, "barge") == ["E00:0", "E01:0", "E03:0", "E04:0"]
    assert candidates(connection, SHELF, ["kite"]).frequencies == {"kite": 4}
    assert candidates(connection, SHELF, ["2"]).frequencies == {"2": 0}


def test_what_is_not_there_is_taken_out_without_ado(connection: Connection) -> None:
    take(connection, SHELF, "E09")


def test_an_item_put_again_replaces_what_was_there(connection: Connection) -> None:
    put(connection, SHELF, [item("E01", "red barge")])
    put(connection, SHELF, [item("E01", "blue kite")])
    assert found(connection, "barge") == []
    assert found(connection, "kite") == ["E01:0"]


def test_an_item_without_passages_is_known(connection: Connection) -> None:
    put(connection, SHELF, [item("E01"), item("E02", "kite")])
    assert found(connection, "kite") == ["E02:0"]
    take(connection, SHELF, "E01")
    assert found(connection, "kite") == ["E02:0"]


def test_small_runs_are_merged_and_nothing_is_lost(connection: Connection) -> None:
    for n in range(100):
        put(connection, SHELF, [item(f"E{n}", f"barge number {n}", "kite")])
    assert count(connection, posting_run) <= 14
    assert candidates(connection, SHELF, ["barg"]).frequencies == {"barg": 100}
    assert found(connection, "barge 57")[0] == "E57:0"
    take(connection, SHELF, "E57")
    assert candidates(connection, SHELF, ["barg"]).frequencies == {"barg": 99}


def test_runs_stay_few_whatever_the_sizes(connection: Connection) -> None:
    for n in range(60):
        put(connection, SHELF, [item(f"E{n}", *["kite"] * (1, 40, 3, 9)[n % 4])])
    assert count(connection, posting_run) <= 24


def test_no_run_crosses_a_block(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "_next_number", lambda *_: (1 << 16) - 2)
    put(connection, SHELF, [item("E01", *(f"barge {n}" for n in range(6)))])
    rows = connection.execute(select(posting_run.c.first, posting_run.c.last)).all()
    assert sorted(tuple(row) for row in rows) == [(65534, 65535), (65536, 65539)]
    assert len(found(connection, "barge")) == 6
    take(connection, SHELF, "E01")
    assert count(connection, posting) == 0


def test_the_search_is_restricted_to_items_named(connection: Connection) -> None:
    put(connection, SHELF, [item(f"E0{n}", "red barge", "barge") for n in range(4)])
    assert found(connection, "barge", {"E01", "E03"}) == ["E01:0", "E01:1", "E03:0", "E03:1"]
    assert found(connection, "barge", set()) == []


def test_the_shelves_know_nothing_of_each_other(connection: Connection) -> None:
    put(connection, Shelf.CLAIMS, [item("s/C01", "red barge")])
    assert found(connection, "barge") == []
    put(connection, SHELF, [item("E01", "red barge")])
    empty(connection, Shelf.CLAIMS)
    assert found(connection, "barge") == ["E01:0"]


def test_commoner_words_are_left_out_beyond_the_budget(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage, "BUDGET", 3)
    rare = ["zeppelin barge"] * 4 + ["barge"] * 4
    put(connection, SHELF, [item("E01", *rare)])
    assert len(found(connection, "zeppelin barge")) == 4


def test_a_typing_mistake_finds_the_word_that_was_meant(connection: Connection) -> None:
    put(connection, SHELF, [item("E01", "the helicopter", "the helmet")])
    assert found(connection, "helicoptre") == ["E01:0"]


def test_the_words_around_a_passage_come_with_it(connection: Connection) -> None:
    put(connection, SHELF, [item("E01", "the governor", "he denied it", "at noon"),
                            item("E02", "he denied it")])  # fmt: skip
    pool = candidates(connection, SHELF, terms("governor denied"))
    near = {f"{each.evidence}:{each.start}": each.near for each in pool.candidates}
    assert near["E01:1"] >= {"governor", "deni"}
    assert near["E02:0"] <= {"deni"}


def test_a_nul_is_kept_out_of_the_database(connection: Connection) -> None:
    put(connection, SHELF, [item("E01", "red\0barge")])
    assert found(connection, "barge") == ["E01:0"]


def test_an_index_of_other_rules_is_made_again(sqlite_path: Path) -> None:
    with open_session(str(sqlite_path), "anna") as session:
        add_source(session, "Fire Watch", kind=SourceKind.OFFICIAL)
        a_report(session, "fire-watch")
        before = search(session, "pumps")
    engine = open_engine(locate(str(sqlite_path)))
    with engine.begin() as changing:
        changing.execute(update(indexed_state).values(rules="0"))
        changing.execute(indexed_passage.delete())
    engine.dispose()
    with open_session(str(sqlite_path), "anna") as session:
        assert search(session, "pumps") == before
