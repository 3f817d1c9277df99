"""A store opened in one thread and used from others."""

import threading
from concurrent.futures import ThreadPoolExecutor

from sample_record import ANNA, KURSK, edit_act, imported, note_act, write

from verifier.model.claim import ClaimLabel
from verifier.model.errors import Conflict
from verifier.model.event import Reviewer
from verifier.store import Store


def test_a_worker_thread_uses_the_store_of_the_main_thread(store: Store) -> None:
    state = imported(store)
    with ThreadPoolExecutor(1) as worker:
        after = worker.submit(write, store, state, note_act(state, "x"), ANNA).result()
    assert store.load(KURSK) == after


def test_a_store_opened_in_a_thread_is_used_and_closed_in_another(database: str) -> None:
    from verifier.store import open_store

    with ThreadPoolExecutor(1) as worker:
        store = worker.submit(open_store, database).result()
    imported(store)
    store.close()


def test_threads_that_write_at_once_lose_nothing(store: Store) -> None:
    imported(store)
    start = threading.Barrier(4)

    def work(number: int) -> None:
        who = Reviewer(f"r{number}", "", "")
        start.wait()
        for text in range(10):
            state = store.load(KURSK)
            write(store, state, note_act(state, str(text), who=who), who)

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(work, range(4)))
    assert store.head(KURSK).seq == 41
    assert store.check() == ()


def test_threads_that_change_one_thing_conflict_and_none_overwrites(store: Store) -> None:
    imported(store)

    def add_one(_: int) -> int:
        conflicts = 0
        while True:
            state = store.load(KURSK)
            count = len(state.claims[ClaimLabel("C01")].standalone)
            try:
                write(store, state, edit_act(state, "C01", "x" * (count + 1)))
            except Conflict:
                conflicts += 1
            else:
                return conflicts

    before = len(store.load(KURSK).claims[ClaimLabel("C01")].standalone)
    with ThreadPoolExecutor(4) as workers:
        list(workers.map(add_one, range(24)))
    after = len(store.load(KURSK).claims[ClaimLabel("C01")].standalone)
    assert after == before + 24
