"""A program killed at any moment loses nothing that it acknowledged.

`VERIFIER_TEST_KILLS` sets how often; the full programme is 1,000.
"""

import os
import random
import signal
import struct
import time
from collections.abc import Callable
from pathlib import Path

from sample_record import ANNA, KURSK, imported, note_act, write

from verifier.model.place import Place
from verifier.record.undo import inverse
from verifier.store import Store, open_store

KILLS = int(os.environ.get("VERIFIER_TEST_KILLS", "100"))
RECEIPT = struct.Struct(">I64s")


def forked(work: Callable[[], None]) -> int:
    """Run `work` in a child process, for ever or until it ends; its id."""
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    except BaseException as error:
        os.write(2, f"child: {error!r}\n".encode())
        os._exit(1)
    raise AssertionError("the child has left")


def killed(child: int) -> None:
    """Kill a child at once, and see that nothing else ended it."""
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL


def mark_for_ever(location: str, receipts: int) -> None:
    """Mark, undo and redo without end; a receipt goes out after each act has returned."""
    store, rng = open_store(location), random.Random(os.getpid())
    state = store.load(KURSK)
    while True:
        choice = rng.random()
        event = None
        if choice < 0.25:
            event = store.next_to_undo(KURSK, ANNA.name)
        elif choice < 0.4:
            event = store.next_to_redo(KURSK, ANNA.name)
        if choice > 0.9:
            store.save_place(ANNA.name, KURSK, Place(scroll=state.seq))
        if event is None or event.seq == 1:
            act = note_act(state, f"{os.getpid()} {state.seq} " + "x" * rng.randrange(3000))
        else:
            act = inverse(event)
        state = write(store, state, act)
        os.write(receipts, RECEIPT.pack(state.seq, state.head.encode()))


def receipts_until_killed(location: str, rng: random.Random) -> dict[int, str]:
    """What a child acknowledged before it was killed in the middle of its work."""
    reads, writes = os.pipe()
    child = forked(lambda: mark_for_ever(location, writes))
    os.close(writes)
    data = b"".join(os.read(reads, RECEIPT.size) for _ in range(rng.randrange(1, 6)))
    until = time.perf_counter() + rng.uniform(0, 0.004)
    while time.perf_counter() < until:
        pass
    killed(child)
    while more := os.read(reads, 1 << 16):
        data += more
    os.close(reads)
    found = RECEIPT.iter_unpack(data[: len(data) // RECEIPT.size * RECEIPT.size])
    return {seq: digest.decode() for seq, digest in found}


def test_no_acknowledged_mark_is_lost_by_kills(sqlite_path: Path) -> None:
    location, rng = str(sqlite_path), random.Random(1)
    with open_store(location) as store:
        imported(store)
    acknowledged: dict[int, str] = {}
    lost = 0
    for kill in range(KILLS):
        acknowledged |= receipts_until_killed(location, rng)
        with open_store(location) as store:
            lost += len(missing(store, acknowledged, kill))
            assert store.remarks == ()
            if kill % 20 == 19:
                assert store.check() == ()
    with open_store(location) as store:
        assert store.check() == ()
        assert len(missing(store, acknowledged, 0)) == lost == 0
        assert len(acknowledged) >= KILLS
        assert store.load(KURSK).seq >= max(acknowledged)


def missing(store: Store, acknowledged: dict[int, str], kill: int) -> set[tuple[int, str]]:
    """The acknowledged acts that the record lacks, of the last ones or, at kill 0, of all."""
    first = max(0, max(acknowledged) - 50) if kill else 0
    there = {(event.seq, str(event.hash)) for event in store.events(KURSK, after=first)}
    return {entry for entry in acknowledged.items() if entry[0] > first} - there


def test_a_database_killed_while_it_is_made_can_be_made_again(tmp_path: Path) -> None:
    rng = random.Random(2)
    for number in range(25):
        path = tmp_path / f"{number}" / "desk.verifier"
        child = forked(lambda path=path: open_store(str(path)).close())  # type: ignore[misc]  # binds the loop's path
        until = time.perf_counter() + rng.uniform(0.001, 0.02)
        while time.perf_counter() < until:
            pass
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with open_store(str(path)) as store:
            imported(store)
            assert store.check() == ()
