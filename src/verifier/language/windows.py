"""The passages into which a document is cut for searching: about three sentences each."""

import re

from verifier.language.paragraphs import paragraphs
from verifier.language.sentences import sentences_of
from verifier.model.text import Span

SENTENCES = 3
"""Sentences in a passage, as people quote them."""

LONGEST = 900
"""Code points of a passage beyond which no sentence is added to it."""

_POINTS_BACK = re.compile(
    r"[“\"‘'«(\[]{0,4}(?:he|she|it|they|his|her|its|their|this|that|these|those|the latter|"
    r"он|она|оно|они|он|вона|воно|вони|это|це)\b",
    re.IGNORECASE,
)


def windows(text: str) -> tuple[Span, ...]:
    """The passages of `text` in order, of three sentences at most, over paragraph borders.

    A passage whose first sentence points back (He said …) begins with the sentence before: only
    there an overlap pays.

    >>> text = "One ran. Two sat. Six sang. She won. All left."
    >>> [span.of(text) for span in windows(text)]
    ['One ran. Two sat. Six sang.', 'Six sang. She won. All left.']
    """
    parts = [sentence for part in paragraphs(text) for sentence in sentences_of(text, part)]
    found: list[Span] = []
    at = 0
    while at < len(parts):
        first = _beginning(text, parts, at)
        last = at
        while last + 1 < len(parts) and last + 1 - at < SENTENCES and _fits(parts, first, last + 1):
            last += 1
        found.append(Span(parts[first].start, parts[last].end))
        at = last + 1
    return tuple(found)


def _beginning(text: str, parts: list[Span], at: int) -> int:
    """The sentence with which the passage of sentence `at` begins: the one before if it must."""
    pointing = at > 0 and _POINTS_BACK.match(text, parts[at].start)
    return at - 1 if pointing and _fits(parts, at - 1, at) else at


def _fits(parts: list[Span], first: int, last: int) -> bool:
    return parts[last].end - parts[first].start <= LONGEST
