"""The parts of a claim as they were typed: words of the story find their place in it."""

from __future__ import annotations

import re

from verifier.desk.splitting import Part
from verifier.model.claim import Claim
from verifier.model.text import Span


def parts_typed(claim: Claim, text: str, typed: str) -> tuple[Part, ...]:
    """One part for each line with words on it.

    A line whose words stand in the claim's own words in the story, whatever the white space, is
    those words; each is looked for behind the one before, then anywhere. Any other line is the
    part's stand-alone text.
    """
    parts = []
    after = 0
    for line in filter(None, map(str.strip, typed.splitlines())):
        span = _place(claim, text, line, after)
        if span is None:
            parts.append(Part(standalone=line))
        else:
            parts.append(Part(span=span))
            after = span.end
    return tuple(parts)


def _place(claim: Claim, text: str, line: str, after: int) -> Span | None:
    """Where the words of a line stand within the claim; None where they do not."""
    if claim.selector is None:
        return None
    start, end = claim.selector.span
    words = re.compile(r"\s+".join(map(re.escape, line.split())))
    found = words.search(text, max(start, after), end) or words.search(text, start, end)
    return Span(*found.span()) if found else None
