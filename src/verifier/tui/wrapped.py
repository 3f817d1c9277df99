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
            found = self._wrapped[part] = self._wrap(*self._parts[part])
        return found

    def _wrap(self, start: int, end: int) -> list[Slice]:
        """The lines of one part: each newline ends one, as does the end of the part."""
        lines: list[Slice] = []
        newline = self.text.find("\n", start, end)
        while newline >= 0:
            lines += wrap(self.text, self.width, start, newline)
            start = newline + 1
            newline = self.text.find("\n", start, end)
        if start < end or end == len(self.text):
            lines += wrap(self.text, self.width, start, end)
        return lines


def _parts(text: str) -> list[Slice]:
    """The text cut behind newlines, or at white space, into parts short enough to wrap at once."""
    parts: list[Slice] = []
    at = 0
    while len(text) - at > LONGEST_PART:
        cut = _cut(text, at, at + LONGEST_PART)
        parts.append(Slice(at, cut))
        at = cut
    return [*parts, Slice(at, len(text))]


def _cut(text: str, start: int, end: int) -> int:
    """The best place to cut before `end`: behind a newline, else behind a space, else there."""
    for space in ("\n", " "):
        found = text.rfind(space, start, end)
        if found >= 0 and (space == "\n" or found > start + LONGEST_PART // 2):
            return found + 1
    return end
