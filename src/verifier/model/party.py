"""The sides that sources belong to, and which of them oppose each other."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Party:
    """A side, by the name that sources carry in `party`, and the names of those it opposes.

    Opposition holds both ways, whichever of the two names the other.
    """

    name: str
    opposes: tuple[str, ...] = ()
