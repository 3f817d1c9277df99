"""A real terminal: the program in a pseudo-terminal, its bytes kept, its screen worked out."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic

import pyte

PATIENCE = 30.0
"""Seconds after which something that was waited for is not coming."""

_PRIVATE = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]")
"""Sequences that pyte does not know and would print in part."""


class Terminal:
    """A command in a terminal of `columns` × `lines`. Use it in a `with` statement."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int] = (120, 40),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.columns, self.lines = size
        self.output = b""
        self._screen = pyte.Screen(self.columns, self.lines)
        self._stream = pyte.ByteStream(self._screen)
        self.master, slave = pty.openpty()
        self.before = termios.tcgetattr(slave)
        self._set_size(slave)
        self._slave = slave
        self.process = subprocess.Popen(
            list(command),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            env={
                **surroundings(),
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                **(environment or {}),
            },
        )

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        for end in (self.master, self._slave):
            with contextlib.suppress(OSError):
                os.close(end)

    @property
    def words(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def after(self) -> list[object]:
        """The terminal's settings now."""
        return list(termios.tcgetattr(self._slave))

    def write(self, keys: str) -> None:
        """Press keys, as the bytes a terminal sends for them."""
        os.write(self.master, keys.encode())

    def read(self, timeout: float = 0.05) -> bool:
        """Take in what the program has written; whether there was anything."""
        ready, _, _ = select.select([self.master], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return False
        self.output += data
        self._stream.feed(_PRIVATE.sub(b"", data))
        return bool(data)

    def until(self, is_so: Callable[[], object], what: str = "") -> None:
        """Take in what the program writes until something is so."""
        last = monotonic() + PATIENCE
        while not is_so():
            assert monotonic() < last, f"never came: {what}\n{self.words}"
            if not self.read() and self.process.poll() is not None and not is_so():
                raise AssertionError(f"ended before {what!r} came:\n{self.words}")

    def until_words(self, words: str) -> None:
        """Wait for words on the screen."""
        self.until(lambda: words in self.words, words)

    def until_gone(self, words: str) -> None:
        """Wait until words are no longer on the screen."""
        self.until(lambda: words not in self.words, f"{words!r} gone")

    def end(self) -> int:
        """Wait for the end of the program; its exit code, negative for a signal."""
        last = monotonic() + PATIENCE
        while self.process.poll() is None:
            assert monotonic() < last, f"does not end\n{self.words}"
            self.read()
        while self.read():
            pass
        return self.process.returncode

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def hang_up(self) -> None:
        """Close the terminal's window: the program gets SIGHUP and has no terminal any more."""
        os.close(self._slave)
        os.close(self.master)

    def resize(self, columns: int, lines: int) -> None:
        """Make the terminal another size."""
        self.columns, self.lines = columns, lines
        self._screen.resize(lines, columns)
        self._set_size(self.master)

    def _set_size(self, end: int) -> None:
        packed = struct.pack("HHHH", self.lines, self.columns, 0, 0)
        fcntl.ioctl(end, termios.TIOCSWINSZ, packed)


def surroundings() -> dict[str, str]:
    """The environment as it is now, without a size that would hide the terminal's own."""
    return {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}


def verifier_command(*arguments: str) -> list[str]:
    """The installed command, beside the interpreter that runs the tests."""
    return [str(Path(sys.executable).with_name("verifier")), *arguments]
