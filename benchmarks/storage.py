"""What a durable mark costs, beside raw SQLite; check, open and backup.

    python benchmarks/storage.py [--marks 2000] [--events 20000] [--megabytes 100]

Prints JSON, times in milliseconds. A mark is one verdict: sealed, projected, committed with WAL and
synchronous=FULL, mirrored to the synced journal. Beside it, in turn and on the same disk, one row
committed by raw sqlite3 with the same settings, and one synced append to a file.
"""

import argparse
import json
import os
import secrets
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from verifier.model.claim import Claim, ClaimLabel
from verifier.model.decision import Verdict
from verifier.model.event import Act, EventKind, Reviewer, StreamId, Subject, SubjectKind
from verifier.model.scales import Aspect, SubstanceVerdict
from verifier.record.fold import apply, change_of
from verifier.store import Intent, Store, open_store

STREAM = StreamId("story")
ANNA = Reviewer("anna", "anna", "desk")
CLAIMS = 200


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def spread(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "p50": round(statistics.median(ordered), 3),
        "p99": round(ordered[int(len(ordered) * 0.99)], 3),
        "max": round(ordered[-1], 3),
    }


class Marker:
    """Gives one verdict after another on a story of some claims."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.state = store.load(STREAM)
        self.count = 0

    def begin(self) -> None:
        """Import the story."""
        labels = [ClaimLabel(f"C{number:03d}") for number in range(CLAIMS)]
        changes = [
            change_of(
                self.state,
                Subject(SubjectKind.CLAIM, (label,)),
                Claim(label, (), f"statement {label}", "rule"),
            )
            for label in labels
        ]
        self._write(Act(EventKind.STORY_IMPORTED, tuple(item for item in changes if item)))

    def mark(self) -> None:
        """Give the next verdict and wait until it is safe."""
        label = ClaimLabel(f"C{self.count % CLAIMS:03d}")
        self.count += 1
        code = (SubstanceVerdict.SUPPORTED, SubstanceVerdict.ATTRIBUTED_ONLY)[self.count % 2]
        change = change_of(
            self.state,
            Subject(SubjectKind.VERDICT, (label, Aspect.SUBSTANCE.value, ANNA.name)),
            Verdict(label, Aspect.SUBSTANCE, ANNA.name, code, why=f"reason {self.count}"),
        )
        assert change is not None
        self._write(Act(EventKind.VERDICT_GIVEN, (change,)))

    def _write(self, act: Act) -> None:
        (events,) = self.store.write([Intent(STREAM, act, self.state.seq)], ANNA)
        for event in events:
            self.state, _ = apply(self.state, event)


class Raw:
    """One-row commits of plain sqlite3, and synced appends to a file, for comparison."""

    def __init__(self, folder: Path) -> None:
        self.connection = sqlite3.connect(folder / "raw", isolation_level=None)
        self.connection.execute("PRAGMA journal_mode=WAL")
        self.connection.execute("PRAGMA synchronous=FULL")
        self.connection.execute("CREATE TABLE mark (claim TEXT, verdict TEXT)")
        self.file = os.open(folder / "append", os.O_WRONLY | os.O_CREAT, 0o600)

    def commit(self) -> None:
        """Commit one row."""
        self.connection.execute("INSERT INTO mark VALUES (?, ?)", ["C001", "x" * 300])

    def append(self) -> None:
        """Append a line's worth of bytes and wait until they are on the disk."""
        os.write(self.file, b"x" * 500)
        os.fdatasync(self.file)


def marks(folder: Path, count: int) -> dict[str, object]:
    """A durable mark beside a raw commit and a raw append, in turn."""
    raw = Raw(folder)
    ours: list[float] = []
    commits: list[float] = []
    appends: list[float] = []
    with open_store(str(folder / "marks")) as store:
        marker = Marker(store)
        marker.begin()
        for _ in range(count):
            ours.append(timed(marker.mark))
            commits.append(timed(raw.commit))
            appends.append(timed(raw.append))
    return {
        "mark_ms": spread(ours),
        "raw_sqlite_commit_ms": spread(commits),
        "raw_append_ms": spread(appends),
        "mark_over_raw_commit": round(statistics.median(ours) / statistics.median(commits), 2),
        "goal": {"p50": 4, "p99": 15},
    }


def long_story(folder: Path, count: int) -> dict[str, object]:
    """Check and opening of a database with many events."""
    path = folder / "long"
    with open_store(str(path)) as store:
        marker = Marker(store)
        marker.begin()
        for _ in range(count - 1):
            marker.mark()
    opens = [timed(lambda: open_store(str(path)).close()) for _ in range(9)]
    with open_store(str(path)) as store:
        checks = [timed(store.check) for _ in range(3)]
        assert store.check() == ()
        loads = [timed(lambda: store.load(STREAM)) for _ in range(5)]
    return {
        "events": count,
        "check_ms": round(statistics.median(checks)),
        "open_ms": round(statistics.median(opens), 1),
        "load_ms": round(statistics.median(loads), 1),
        "goal": {"check_ms": 1000, "open_ms": 30},
    }


def big_backup(folder: Path, megabytes: int) -> dict[str, object]:
    """A verified backup of a database with long notes and documents of some size in all."""
    with open_store(str(folder / "big")) as store:
        marker = Marker(store)
        marker.begin()
        for _ in range(megabytes // 2):
            store.put_bytes(secrets.token_bytes(1 << 20))
        filler = sqlite3.connect(folder / "big", isolation_level=None)
        filler.execute("BEGIN")
        for number in range(megabytes // 2):
            filler.execute(
                "INSERT INTO place VALUES (?, 's', ?, '')", [f"r{number}", "x" * (1 << 20)]
            )
        filler.execute("COMMIT")
        filler.close()
        took = timed(lambda: store.backup(folder / "copy"))
        size = sum(item.stat().st_size for item in folder.glob("copy*"))
        size += sum(item.stat().st_size for item in folder.glob("copy.files/**/*"))
    return {"megabytes": size >> 20, "backup_ms": round(took), "goal": {"backup_ms": 2000}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--marks", type=int, default=2000)
    parser.add_argument("--events", type=int, default=20000)
    parser.add_argument("--megabytes", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = {
            "sqlite": sqlite3.sqlite_version,
            "marks": marks(folder, options.marks),
            "long_story": long_story(folder, options.events),
            "backup": big_backup(folder, options.megabytes),
        }
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
