"""Several processes on one database: nothing is lost, and every refusal is a Conflict."""

import os
from collections.abc import Callable
from functools import partial

import pytest
from sample_record import KURSK, edit_act, imported, note_act, write

from verifier.model.claim import ClaimLabel
from verifier.model.errors import Conflict
from verifier.model.event import Reviewer
from verifier.store import Store, open_store

PROCESSES = 4
WRITES = 200
SHARED_EVERY = 4


def shared_length(store: Store) -> int:
    return len(store.load(KURSK).claims[ClaimLabel("C01")].standalone)


def work(location: str, number: int) -> None:
    """Write notes of one's own, and every few acts lengthen the claim that all share."""
    who = Reviewer(f"reviewer {number}", "", "")
    with open_store(location) as store:
        state = store.load(KURSK)
        for turn in range(WRITES):
            if turn % SHARED_EVERY:
                state = write(store, state, note_act(state, str(turn), who=who), who)
                continue
            while True:
                longer = state.claims[ClaimLabel("C01")].standalone + "x"
                try:
                    state = write(store, state, edit_act(state, "C01", longer), who)
                except Conflict:
                    state = store.load(KURSK)
                else:
                    break


def forked(work: Callable[[], None]) -> int:
    """Run `work` in a child process; its id."""
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    except BaseException as error:
        os.write(2, f"worker: {error!r}\n".encode())
        os._exit(1)
    raise AssertionError("the child has left")


def endings(workers: list[int]) -> list[int]:
    """How each child process ended."""
    return [os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1]) for worker in workers]


@pytest.fixture
def crowd_database(database: str) -> str:
    """A database with a story in it, on each engine."""
    with open_store(database) as store:
        imported(store)
    return database


def test_processes_that_write_at_once_lose_nothing(crowd_database: str) -> None:
    with open_store(crowd_database) as store:
        before = shared_length(store)
    workers = [forked(partial(work, crowd_database, number)) for number in range(PROCESSES)]
    assert endings(workers) == [0] * PROCESSES
    with open_store(crowd_database) as store:
        assert store.head(KURSK).seq == 1 + PROCESSES * WRITES
        assert shared_length(store) == before + PROCESSES * WRITES // SHARED_EVERY
        assert store.check() == ()


def test_processes_that_make_a_database_at_once_make_one(database: str) -> None:
    def make() -> None:
        with open_store(database) as store:
            store.head(KURSK)

    assert endings([forked(make) for _ in range(PROCESSES)]) == [0] * PROCESSES
    with open_store(database) as store:
        imported(store)
        assert store.remarks == ()
        assert store.check() == ()
