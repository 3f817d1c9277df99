"""What the audit found, in words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it was recorded: where it is, and what is wrong with it."""

    where: str
    what: str
