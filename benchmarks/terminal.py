"""How fast the review screen is in a real terminal, beside a bare Textual app of one widget.

Prints JSON. Run it with the Python that verifier is installed for:

    python benchmarks/terminal.py [--claims 40] [--rounds 9] [--command PATH]

The database is made by the ordinary import in a temporary folder. Times are from the key (or the
start) being written until the bytes that show the answer have been read, in milliseconds.
"""

from __future__ import annotations

import argparse
import fcntl
import json
import os
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

COLUMNS, LINES = 120, 40
QUIET = 0.030
"""Seconds without output after which an answer is taken to be complete."""

PATIENCE = 120.0

BARE = """
from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("bare and painted", markup=False)


Bare().run()
"""

SAVED = re.compile(rb"saved \d\d:\d\d")


class Terminal:
    """A command in a pseudo-terminal; `output` is what it has written, `started` when it began."""

    def __init__(self, command: Sequence[str]) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.output = b""
        self.last = 0.0
        self.started = perf_counter()
        self.process = subprocess.Popen(
            list(command),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
        )
        os.close(slave)

    def read(self, timeout: float) -> bool:
        """Take in what has come within `timeout` seconds; whether there was anything."""
        ready, _, _ = select.select([self.master], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return False
        self.last = perf_counter()
        self.output += data
        return bool(data)

    def until(self, is_there: Callable[[bytes], object], since: int = 0) -> float:
        """The moment at which the output from `since` on shows something."""
        end = perf_counter() + PATIENCE
        while not is_there(self.output[since:]):
            if perf_counter() > end or self.process.poll() is not None:
                raise SystemExit(f"never painted: {self.output[-2000:]!r}")
            self.read(0.5)
        return self.last

    def settle(self, quiet: float = QUIET) -> float:
        """The moment of the last byte before it was quiet."""
        while self.read(quiet):
            pass
        return self.last

    def press(self, key: str) -> tuple[float, int]:
        """Write a key; the moment, and the length of the output before it."""
        at = len(self.output)
        now = perf_counter()
        os.write(self.master, key.encode())
        return now, at

    def resident_megabytes(self) -> float:
        """The memory that the process holds now."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found.group(1)) / 1024 if found else 0.0

    def end(self) -> None:
        """Quit and wait."""
        self.press("\x11")
        end = perf_counter() + PATIENCE
        while self.process.poll() is None and perf_counter() < end:
            self.read(0.05)
        self.process.kill()
        self.process.wait()
        os.close(self.master)


def story_of(claims: int) -> str:
    """A story with about so many sentences that hold a claim."""
    places = ("Lowmarsh", "Highford", "Eastbridge", "Northam")
    lines = ["Flood destroys houses across the county", ""]
    for n in range(claims):
        speaker = ("the mayor", "the County Fire Service", "the police")[n % 3]
        lines.append(
            f"A flood destroyed {n + 12} houses in {places[n % 4]} on Monday, {speaker} said."
        )
        if n % 5 == 4:
            lines.append("")
    return "\n".join(lines)


def start_times(command: Sequence[str], bare: Path, rounds: int) -> dict[str, object]:
    """First paint of frame and claim, and of a bare app, taken in turn."""
    frames, claims, alive, bares = [], [], [], []
    for _ in range(rounds):
        terminal = Terminal([sys.executable, str(bare)])
        bares.append(terminal.until(lambda out: b"bare and painted" in out) - terminal.started)
        terminal.end()
        terminal = Terminal(command)
        frames.append(terminal.until(lambda out: b"opening" in out) - terminal.started)
        claims.append(terminal.until(lambda out: b"SAID BY" in out) - terminal.started)
        _, at = terminal.press("j")
        alive.append(terminal.until(lambda out: b"SAID BY" in out, at) - terminal.started)
        terminal.until(lambda out: b"saved" in out)
        terminal.settle(0.3)
        terminal.end()
    bare_ms = milliseconds(bares)
    return {
        "bare_app": bare_ms,
        "frame": milliseconds(frames),
        "frame_ratio": round(median(frames) / median(bares), 2),
        "claim_readable": milliseconds(claims),
        "claim_ratio": round(median(claims) / median(bares), 2),
        "first_key_answered": milliseconds(alive),
        "first_key_ratio": round(median(alive) / median(bares), 2),
    }


def key_times(terminal: Terminal, keys: int) -> dict[str, object]:
    """Stance keys until painted as pending and as saved; move keys until the last byte."""
    pending, saved, moves, sizes = [], [], [], []
    for n in range(keys):
        began, at = terminal.press("jjkj"[n % 4])
        terminal.read(1.0)
        moves.append(terminal.settle() - began)
        began, at = terminal.press("aepxis"[n % 6])
        pending.append(
            terminal.until(lambda out: b"saving" in out or SAVED.search(out), at) - began
        )
        saved.append(terminal.until(SAVED.search, at) - began)
        terminal.settle()
        sizes.append(len(terminal.output) - at)
    return {
        "move_until_last_byte": milliseconds(moves),
        "stance_until_pending": milliseconds(pending),
        "stance_until_saved": milliseconds(saved),
        "bytes_per_mark": round(median(sizes)),
    }


def burst(terminal: Terminal, count: int = 15) -> dict[str, object]:
    """Marks written at once, until all are shown as saved."""
    terminal.press("g")
    terminal.settle(0.3)
    began, at = terminal.press("3" * count)
    last = terminal.until(lambda out: SAVED.search(out.rpartition(b"saving")[2]), at)
    last = max(last, terminal.settle(0.5))
    return {"marks": count, "each": round(1000 * (last - began) / count, 1)}


def verdicts_in(command: Sequence[str]) -> int:
    """How many verdicts the shell's command sees."""
    done = subprocess.run(
        [*command[:-1], "claims", ".", "--json"], capture_output=True, check=True, text=True
    )
    return sum(1 for claim in json.loads(done.stdout)["claims"] if claim.get("verdict"))


def milliseconds(times: Sequence[float]) -> dict[str, float]:
    """Median and 95th percentile."""
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return {"median_ms": round(1000 * median(ordered), 1), "p95_ms": round(1000 * p95, 1)}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=9, help="starts of each app")
    parser.add_argument("--keys", type=int, default=60, help="stance keys and move keys")
    parser.add_argument("--command", default=str(Path(sys.executable).with_name("verifier")))
    options = parser.parse_args()
    command = [options.command, "review"]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["VERIFIER_HOME"] = folder
        os.environ.pop("VERIFIER_DATABASE", None)
        story = Path(folder, "story.txt")
        story.write_text(story_of(options.claims), encoding="utf-8")
        bare = Path(folder, "bare.py")
        bare.write_text(BARE, encoding="utf-8")
        subprocess.run([options.command, "import", str(story)], check=True, capture_output=True)
        terminal = Terminal(command)
        terminal.until(lambda out: b"SAID BY" in out and b"saved" in out)
        terminal.settle(2.5)
        keys = key_times(terminal, options.keys)
        memory = round(terminal.resident_megabytes(), 1)
        before = verdicts_in(command)
        many = burst(terminal)
        terminal.end()
        kept = verdicts_in(command) - before
        starts = start_times(command, bare, options.rounds)
    figures = {
        "claims": options.claims,
        "size": f"{COLUMNS}x{LINES}",
        "start": starts,
        "keys": keys,
        "burst": {**many, "kept": kept},
        "resident_mb": memory,
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
