"""What a language must bring so that its numbers can be read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Bound(NamedTuple):
    """A vague number as an interval of decimal strings."""

    low: str | None
    high: str | None
    low_open: bool = False


@dataclass(frozen=True)
class NumberWords:
    """The number words of one language; every key in lower case.

    `scales` multiply what goes before them, `shares` are parts of one, the four bounds and `about`
    go before a number, `or_more` after it. `outcomes` are the words that narrow what is counted.
    """

    cardinals: Mapping[str, str]
    scales: Mapping[str, str]
    vague: Mapping[str, Bound]
    shares: Mapping[str, str]
    at_least: tuple[str, ...]
    more_than: tuple[str, ...]
    at_most: tuple[str, ...]
    less_than: tuple[str, ...]
    about: tuple[str, ...]
    or_more: tuple[str, ...]
    units: Mapping[str, str]
    currencies: Mapping[str, str]
    outcomes: Mapping[str, str]
