"""Where the words of an edge stand, for a sentence."""

from bisect import bisect_right
from functools import lru_cache

from verifier.model.dependency import Dependency


def place_of(edge: Dependency, text: str) -> str | None:
    """`line 27` of the story's text, or the document's label; None where it is not known."""
    if edge.evidence is not None:
        return edge.evidence
    if edge.span is None or not text:
        return None
    return f"line {line_number(text, edge.span.start)}"


def line_number(text: str, at: int) -> int:
    """The line of `text`, counted from 1, that an offset lies in."""
    return bisect_right(_line_starts(text), at)


@lru_cache(maxsize=8)
def _line_starts(text: str) -> tuple[int, ...]:
    starts, at = [0], text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return tuple(starts)
