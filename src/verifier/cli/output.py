"""Printing: lines of text made harmless, tables, JSON, and complaints on standard error."""

import json
import os
import shutil
import sys
from collections.abc import Sequence

from verifier.language.cells import cell_width, fit
from verifier.language.display import display, display_line, escape_json
from verifier.model.event import Json
from verifier.model.state import Change

MIN_ROOM = 30
"""Cells that the last column of a table has at least, even where lines then wrap."""


def say(text: str = "") -> None:
    """Print text of any origin on standard output, harmless."""
    print(_printable(display(text)))


def say_styled(pieces: Sequence[tuple[str, str]]) -> None:
    """Print pieces of text in a row, harmless, each in its style on a terminal that has colours.

    A style is the number of an SGR sequence, like "1;31"; "" is plain. No meaning may hang on it:
    with NO_COLOR set, on a dumb terminal and in a pipe only the text is printed.
    """
    coloured = (
        sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM", "dumb") != "dumb"
    )
    print(
        "".join(
            f"\x1b[{style}m{_printable(display(text))}\x1b[0m"
            if style and coloured
            else _printable(display(text))
            for text, style in pieces
        )
    )


def say_json_line(value: object) -> None:
    """Print a JSON value on one line; what could act on a terminal is written as an escape."""
    print(_printable(escape_json(json.dumps(value, ensure_ascii=False))))


def complain(text: str) -> None:
    """Print a sentence on standard error, harmless."""
    print(f"verifier: {display(text)}", file=sys.stderr)


def say_json(value: object) -> None:
    """Print a JSON value; what could act on a terminal is written as an escape."""
    print(_printable(escape_json(json.dumps(value, ensure_ascii=False, indent=2))))


def table(header: Sequence[str], rows: Sequence[Sequence[str]], widest: int = 72) -> None:
    """Print rows under a header, columns aligned by cells.

    No column but the last is wider than `widest`; the last is cut at the terminal's edge, and not
    at all where the output is read by a program.
    """
    shown = [[display_line(cell) for cell in row] for row in (header, *rows)]
    widths = [min(widest, max(map(cell_width, column))) for column in zip(*shown, strict=True)]
    room = _room(sum(widths[:-1]) + 2 * len(widths[:-1]))
    for row in shown:
        cells = [fit(cell, width) for cell, width in zip(row[:-1], widths[:-1], strict=True)]
        last = row[-1] if room is None else fit(row[-1], min(room, cell_width(row[-1])))
        print(_printable("  ".join([*cells, last]).rstrip()))


def _room(used: int) -> int | None:
    """The cells left on a line of the terminal after `used`; None where nothing need be cut."""
    if not sys.stdout.isatty():
        return None
    return max(MIN_ROOM, shutil.get_terminal_size().columns - used)


def show_progress(number: int, total: int, name: str) -> None:
    """Show on a terminal how far a long act is, over the line before; total 0 clears the line.

    Where standard error is no terminal nothing is written, nor for an act of one step.
    """
    if not sys.stderr.isatty() or total == 1:
        return
    room = max(MIN_ROOM, shutil.get_terminal_size().columns - 1)
    done = 20 * number // total if total else 0
    bar = f"[{'#' * done:20}] {number}/{total} {display_line(name)}" if total else ""
    sys.stderr.write("\r" + " " * room + "\r" + fit(bar, min(room, cell_width(bar))))
    sys.stderr.flush()


def change_json(change: Change) -> dict[str, Json]:
    """A Change in the form that scripts read."""
    return {
        "seq": change.seq,
        "kind": change.kind.value,
        "changed": {"claims": list[Json](change.claims), "sources": list[Json](change.sources)},
        "undoes": change.undoes,
    }


def _printable(text: str) -> str:
    """`text` as the output's encoding can write it; what it cannot becomes a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)
