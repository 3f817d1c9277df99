"""How the claims of a story lie: what begins where, and what is a part of what.

Worked out once for the claims as they are, and kept while they stay the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from verifier.model.claim import Claim, ClaimLabel


class Held:
    """A mapping of claims that is compared by identity, so that what was made of it is kept.

    A state's claims are a mapping of their own for as long as no event changes a claim.
    """

    def __init__(self, claims: Mapping[ClaimLabel, Claim]) -> None:
        self.claims = claims

    def __hash__(self) -> int:
        return id(self.claims)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Held) and other.claims is self.claims


@dataclass(frozen=True)
class Layout:
    """`starts` are where claims begin, in order, with their labels; `parts` the parts by whole.

    `active_parts` are those that were not dismissed.
    """

    starts: tuple[tuple[int, ClaimLabel], ...]
    parts: Mapping[ClaimLabel, tuple[ClaimLabel, ...]]
    active_parts: Mapping[ClaimLabel, tuple[ClaimLabel, ...]]


def layout_of(claims: Mapping[ClaimLabel, Claim]) -> Layout:
    """The layout of a story's claims."""
    return _layout(Held(claims))


@lru_cache(maxsize=4)
def _layout(held: Held) -> Layout:
    starts: list[tuple[int, ClaimLabel]] = []
    parts: dict[ClaimLabel, list[ClaimLabel]] = {}
    active: dict[ClaimLabel, list[ClaimLabel]] = {}
    for label, claim in held.claims.items():
        if claim.selector is not None:
            starts.append((claim.selector.start, label))
        if claim.parent is not None:
            parts.setdefault(claim.parent, []).append(label)
            if claim.is_active:
                active.setdefault(claim.parent, []).append(label)
    return Layout(
        tuple(sorted(starts)),
        {label: tuple(found) for label, found in parts.items()},
        {label: tuple(found) for label, found in active.items()},
    )
