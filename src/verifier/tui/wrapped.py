"""A long text wrapped lazily: only the parts that are looked at are ever wrapped."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from verifier.tui.paint import Slice, wrap

LONGEST_PART = 2_000
"""Code points of one part at most: what one key press may have to wrap."""


class LineRef(NamedTuple):
    """One wrapped line: the number of its part, and its number within the part."""

    part: int
    line: int


class WrappedText:
    """`text` at `width` cells. Offsets are code points into it; each newline ends a line."""

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(4, width)
        self._parts = _parts(text)
        self._starts = [part.start for part in self._parts]
        self._wrapped: dict[int, list[Slice]] = {}

    @property
    def last(self) -> LineRef:
        """The last line."""
        part = len(self._parts) - 1
        return LineRef(part, len(self._lines(part)) - 1)

    def slice(self, ref: LineRef) -> Slice:
        """The range of code points of a line, its newline left out."""
        return self._lines(ref.part)[ref.line]

    def line_of(self, offset: int) -> LineRef:
        """The line on which the code point at `offset` stands."""
        part = max(0, bisect_right(self._starts, offset) - 1)
        lines = self._lines(part)
        starts = [line.start for line in lines]
        return LineRef(part, max(0, bisect_right(starts, offset) - 1))

    def step(self, ref: LineRef, lines: int) -> LineRef:
        """The line so many lines below (above, if negative), or the last (first) one."""
        part, at = ref.part, ref.line + lines
        while at < 0 and part > 0:
            part -= 1
            at += len(self._lines(part))
        while at >= len(self._lines(part)) and part < len(self._parts) - 1:
            at -= len(self._lines(part))
            part += 1
        return LineRef(part, max(0, min(at, len(self._lines(part)) - 1)))

    def distance(self, first: LineRef, second: LineRef, most: int) -> int:
        """How many lines `second` is below `first`, counted up to `most` either way."""
        if second < first:
            return -self.distance(second, first, most)
        count, at = 0, first
        while at < second and count < most:
            at = self.step(at, 1)
            count += 1
        return count

    def _lines(self, part: int) -> list[Slice]:
        found = self._wrapped.get(part)
        if found is None:
            start, end = self._parts[part]
            found = self._wrapped[part] = wrap(self.text, self.width, start, end)
        return found


def _parts(text: str) -> list[Slice]:
    """The text cut at newlines, and long lines cut at white space where there is any."""
    parts: list[Slice] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        at = start
        while end - at > LONGEST_PART:
            cut = _last_space(text, at, at + LONGEST_PART)
            parts.append(Slice(at, cut))
            at = cut
        parts.append(Slice(at, end))
        start = end + 1
    return parts


def _last_space(text: str, start: int, end: int) -> int:
    found = text.rfind(" ", start + LONGEST_PART // 2, end)
    return end if found < 0 else found + 1
