"""What a language must bring so that its numbers can be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import NamedTuple


class Bound(NamedTuple):
    """A vague number as an interval of decimal strings."""

    low: str | None
    high: str | None
    low_open: bool = False


class Operator(Enum):
    """What the words around a number make of it."""

    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    ABOUT = "about"
    SYMBOL = "only the number"


@dataclass(frozen=True)
class NumberWords:
    """The number words of one language; every key in lower case, hyphens written as spaces.

    `scales` multiply what goes before them, `abbreviations` do so after figures only; `shares` are
    parts of one, those in `only_of` need the word after them that says so; `parts` stand between
    the two numbers of *one in five*. The four bounds and
    `about` go before a number, `or_more`, `or_fewer` and `or_so` after it, `fillers` between bound
    and number. `outcomes` narrow what is counted: their names are English in every language, so
    that two texts can be compared, as are those of `units`. `labels` are words after which a
    figure is a name (Article 5), `clock` words after which it is a time of day, `changes` verbs
    after which "from 5 to 7" is no range. `describes` matches an adjective before the thing
    counted, `thing` what the noun must look like. `groups_by_dot` is the continental way to write
    numbers: 1.200,5. `elides` is a language where an apostrophe parts two words.
    """

    cardinals: Mapping[str, str]
    scales: Mapping[str, str]
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    vague: Mapping[str, Bound] = field(default_factory=dict)
    shares: Mapping[str, str] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    only_of: tuple[str, ...] = ()
    of_words: tuple[str, ...] = ()
    halves: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    bare_scales: bool = True
    articles: tuple[str, ...] = ()
    at_least: tuple[str, ...] = ()
    more_than: tuple[str, ...] = ()
    at_most: tuple[str, ...] = ()
    less_than: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    or_more: tuple[str, ...] = ()
    or_fewer: tuple[str, ...] = ()
    or_so: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    range_words: tuple[str, ...] = ()
    range_opens: Mapping[str, str] = field(default_factory=dict)
    changes: tuple[str, ...] = ()
    percent: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    outcomes: Mapping[str, str] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    clock: tuple[str, ...] = ()
    year_before: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    describes: str = ""
    thing: str = ""
    after_thing: str = ""
    groups_by_dot: bool = True
    elides: bool = False


CURRENCIES: Mapping[str, str] = {
    "$": "$", "£": "£", "€": "€", "¥": "¥", "₩": "₩", "₽": "₽", "₴": "₴", "₹": "₹", "₪": "₪",
    "₺": "₺", "zł": "zł",
}  # fmt: skip
"""Signs of money, the same in every language."""

SYMBOLS: Mapping[str, Operator] = {
    ">": Operator.MORE_THAN, "≥": Operator.AT_LEAST, "<": Operator.LESS_THAN,
    "≤": Operator.AT_MOST, "~": Operator.ABOUT, "≈": Operator.ABOUT, "±": Operator.ABOUT,
}  # fmt: skip
"""Signs before a number, the same in every language."""


def forms(listed: str) -> dict[str, str]:
    """A table written as lines "VALUE: form, form, …", turned round: each form with its value.

    >>> forms("2: two, a pair")
    {'two': '2', 'a pair': '2'}
    """
    table: dict[str, str] = {}
    for line in listed.strip().splitlines():
        value, _, written = line.strip().partition(": ")
        table.update((form.strip(), value) for form in written.split(","))
    return table


def phrases(listed: str) -> tuple[str, ...]:
    """The phrases of a text, parted by commas and line ends."""
    return tuple(each.strip() for each in listed.replace("\n", ",").split(",") if each.strip())


def plain_decimal(value: Decimal) -> str:
    """A decimal as a plain string: no exponent, no trailing zeros after the point.

    >>> plain_decimal(Decimal("1.20E+3")), plain_decimal(Decimal("2.50"))
    ('1200', '2.5')
    """
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written
