"""Printing: lines of text made harmless, tables, JSON, and complaints on standard error."""

import json
import sys
from collections.abc import Sequence

from verifier.language.cells import cell_width, fit
from verifier.language.display import display, display_line, escape_json
from verifier.model.event import Json
from verifier.model.state import Change


def say(text: str = "") -> None:
    """Print text of any origin on standard output, harmless."""
    print(_printable(display(text)))


def complain(text: str) -> None:
    """Print a sentence on standard error, harmless."""
    print(f"verifier: {display(text)}", file=sys.stderr)


def say_json(value: object) -> None:
    """Print a JSON value; what could act on a terminal is written as an escape."""
    print(_printable(escape_json(json.dumps(value, ensure_ascii=False, indent=2))))


def table(header: Sequence[str], rows: Sequence[Sequence[str]], widest: int = 72) -> None:
    """Print rows under a header, columns aligned by cells; no column is wider than `widest`."""
    shown = [[display_line(cell) for cell in row] for row in (header, *rows)]
    widths = [min(widest, max(map(cell_width, column))) for column in zip(*shown, strict=True)]
    for row in shown:
        line = "  ".join(fit(cell, width) for cell, width in zip(row, widths, strict=True))
        print(_printable(line.rstrip()))


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
