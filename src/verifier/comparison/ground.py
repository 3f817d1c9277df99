"""What a claim and a passage have in common: how sure it is that they speak of the same thing."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from verifier.comparison.details import Details
from verifier.model.text import Span

Shared = Callable[[Span, Span], int]
"""How many content words stand near both of two places, one in the claim, one in the passage."""


@dataclass(frozen=True)
class Ground:
    """A claim and a passage, and what they share."""

    claim: Details
    passage: Details

    @cached_property
    def same_language(self) -> bool:
        """Whether words can be compared as they are."""
        return self.claim.language == self.passage.language

    @cached_property
    def covered(self) -> float:
        """The share of the claim's content words that the passage has."""
        mine = self.claim.stems
        return sum(stem in self.passage.stems for stem in mine) / max(1, len(mine))

    @cached_property
    def is_fuller(self) -> bool:
        """Whether the passage says clearly more than the claim: what is not in it was left out."""
        return len(self.passage.stems) >= FULLER * len(self.claim.stems)

    def shared(self, claim: Span, passage: Span) -> int:
        """As `Shared`: the content words of both sentences."""
        return len(self.claim.around(claim) & self.passage.around(passage))


FULLER = 1.5
"""How many times the claim's content words a passage has where a name's absence tells something.

Measured on WiCE: of the names missing from passages with fewer, one in three was there in other
words.
"""
