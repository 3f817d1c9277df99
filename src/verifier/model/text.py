"""Places in a text: spans, selectors and excluded ranges. Offsets are code points, half-open."""

from dataclasses import dataclass
from typing import NamedTuple, NewType

from verifier.model.scales import Exclusion

Digest = NewType("Digest", str)
"""A SHA-256 as 64 lower-case hexadecimal digits."""

CONTEXT = 32
"""Code points of prefix and suffix that a selector keeps to find its words again."""


class Span(NamedTuple):
    """A range of code points of a text, half-open."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Selector:
    """A passage by its words and by its place (W3C Web Annotation: quote and position selector)."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place alone."""
        return Span(self.start, self.end)


def select(text: str, span: Span) -> Selector:
    """The selector of `span` in `text`, with up to `CONTEXT` code points on both sides.

    >>> select("One. Two. Three.", Span(5, 9))
    Selector(exact='Two.', prefix='One. ', suffix=' Three.', start=5, end=9)
    """
    start, end = span
    return Selector(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


@dataclass(frozen=True)
class ExcludedRange:
    """A part of a story's text that carries no claim, and why."""

    start: int
    end: int
    why: Exclusion

    @property
    def span(self) -> Span:
        """The place alone."""
        return Span(self.start, self.end)
