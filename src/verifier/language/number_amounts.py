"""Amounts in a row of tokens: figures and number words with scale, money and percent."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from verifier.language.number_tokens import (
    LONGEST,
    LONGEST_PLAIN,
    Phrases,
    Word,
    figure_value,
    is_dash,
    phrase_table,
    touches,
)
from verifier.language.number_words import CURRENCIES, SYMBOLS, Bound, NumberWords, Operator


class Amount(NamedTuple):
    """One number: its tokens (half-open), its interval, its unit and how it is written.

    `is_bare` is a figure without scale, money or percent: what may yet be a year or a name.
    """

    first: int
    end: int
    low: Decimal | None
    high: Decimal | None
    low_open: bool
    is_vague: bool
    unit: str | None
    is_bare: bool
    is_figure: bool
    has_scale: bool


@dataclass(frozen=True)
class Lexicon:
    """The words of a language as tables of phrases."""

    said: NumberWords

    @cached_property
    def cardinals(self) -> Phrases[Decimal]:
        """Number words, with their values."""
        return phrase_table({k: Decimal(v) for k, v in self.said.cardinals.items()})

    @cached_property
    def scales(self) -> Phrases[Decimal]:
        """Words that multiply the number before them."""
        return phrase_table({k: Decimal(v) for k, v in self.said.scales.items()})

    @cached_property
    def vague(self) -> Phrases[Bound]:
        """Vague numbers."""
        return phrase_table(self.said.vague)

    @cached_property
    def shares(self) -> Phrases[str]:
        """Parts of one."""
        return phrase_table(self.said.shares)

    @cached_property
    def halves(self) -> Phrases[bool]:
        """Words that add a half."""
        return Phrases((phrase, True) for phrase in self.said.halves)

    @cached_property
    def percent(self) -> Phrases[str]:
        """Words and signs for percent, with their unit."""
        return phrase_table({"%": "%", **self.said.percent})

    @cached_property
    def before(self) -> Phrases[Operator]:
        """Bounds that stand before a number."""
        said = self.said
        listed = (
            (said.at_least, Operator.AT_LEAST),
            (said.more_than, Operator.MORE_THAN),
            (said.at_most, Operator.AT_MOST),
            (said.less_than, Operator.LESS_THAN),
            (said.about, Operator.ABOUT),
        )
        named = [(phrase, operator) for group, operator in listed for phrase in group]
        return Phrases([*named, *SYMBOLS.items()])

    @cached_property
    def after(self) -> Phrases[Operator]:
        """Bounds that stand after a number."""
        said = self.said
        listed = (
            (said.or_more, Operator.AT_LEAST),
            (said.or_fewer, Operator.AT_MOST),
            (said.or_so, Operator.ABOUT),
        )
        return Phrases([(phrase, operator) for group, operator in listed for phrase in group])

    @cached_property
    def fillers(self) -> Phrases[bool]:
        """Words between a bound and its number."""
        return Phrases((phrase, True) for phrase in self.said.fillers)

    @cached_property
    def range_words(self) -> Phrases[bool]:
        """Words between the two ends of a range."""
        return Phrases((phrase, True) for phrase in self.said.range_words)

    @cached_property
    def parts(self) -> Phrases[bool]:
        """Words between the two numbers of a share."""
        return Phrases((phrase, True) for phrase in self.said.parts)

    @cached_property
    def units(self) -> Phrases[str]:
        """Units of measure."""
        return phrase_table(self.said.units)

    @cached_property
    def starts(self) -> frozenset[str]:
        """The words and signs that may begin an amount."""
        said = self.said
        tables = (said.cardinals, said.scales, said.vague, said.shares)
        return frozenset({p.split()[0] for table in tables for p in table} | set(CURRENCIES))


_LONGEST_SPELLED = 14
"""Tokens of the longest number in words: more are a list and no number."""

_FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333", "⅔": "0.6667"}


def amount_at(lexicon: Lexicon, words: Sequence[Word], text: str, at: int) -> Amount | None:
    """The amount that begins at a token; None where there is none."""
    amount = _amount(lexicon, words, text, at)
    return _part_of(lexicon, words, text, amount) if amount and lexicon.said.parts else amount


def _part_of(lexicon: Lexicon, words: Sequence[Word], text: str, amount: Amount) -> Amount:
    """The share that two small numbers make: *one in five patients*, *three out of four*."""
    joined = lexicon.parts.at(words, amount.end)
    if not joined or amount.unit or amount.has_scale or amount.low is None or amount.is_vague:
        return amount
    whole = _amount(lexicon, words, text, joined[1])
    if whole is None or whole.unit or whole.has_scale or whole.low is None:
        return amount
    if not amount.low < whole.low <= 1000 or not _is_of_many(lexicon, words, amount, whole):
        return amount
    value = (amount.low / whole.low).quantize(Decimal("0.0001")).normalize()
    vague = value * whole.low != amount.low
    return Amount(amount.first, whole.end, value, value, False, vague, "share", False,
                  amount.is_figure, False)  # fmt: skip


def _is_of_many(lexicon: Lexicon, words: Sequence[Word], amount: Amount, whole: Amount) -> bool:
    """Whether many of a kind follow, as after a share: not *two in three days*."""
    if words[amount.end].lower != "in" or words[amount.end + 1].lower == "every":
        return lexicon.units.at(words, whole.end) is None
    following = words[whole.end].lower if whole.end < len(words) else ""
    many = following.endswith("s") or following in ("people", "women", "men", "children")
    return many and lexicon.units.at(words, whole.end) is None and following not in _TIMES


_TIMES = frozenset(
    (
        "days",
        "weeks",
        "months",
        "years",
        "hours",
        "minutes",
        "seconds",
        "games",
        "matches",
        "nights",
    )
)


def _amount(lexicon: Lexicon, words: Sequence[Word], text: str, at: int) -> Amount | None:
    """One number by itself."""
    if at >= len(words):
        return None
    word = words[at]
    if word.is_figure:
        return _figure(lexicon, words, text, at, None)
    if word.lower in CURRENCIES:
        if at + 1 < len(words) and words[at + 1].is_figure:
            return _figure(lexicon, words, text, at, CURRENCIES[word.lower])
        return None
    return _vague(lexicon, words, at) or _share(lexicon, words, at) or _spelled(lexicon, words, at)


def _figure(
    lexicon: Lexicon, words: Sequence[Word], text: str, at: int, currency: str | None
) -> Amount | None:
    """A number in figures, from its sign of money to its percent."""
    place = at + 1 if currency else at
    written = text[words[place].start : words[place].end]
    if len(written) > (LONGEST if any(c in ".,  \u00a0\u202f" for c in written) else LONGEST_PLAIN):
        return None
    value = figure_value(written, groups_by_dot=lexicon.said.groups_by_dot)
    end = place + 1
    if end < len(words) and words[end].lower in _FRACTIONS:
        value, end = value + Decimal(_FRACTIONS[words[end].lower]), end + 1
    elif half := lexicon.halves.at(words, end):
        value, end = value + Decimal("0.5"), half[1]
    value, end, has_scale = _scaled(lexicon, words, value, end, currency)
    unit, end = _unit(lexicon, words, end, currency)
    bare = not (has_scale or unit)
    return Amount(at, end, value, value, False, False, unit, bare, True, has_scale)


def _scaled(
    lexicon: Lexicon, words: Sequence[Word], value: Decimal, end: int, currency: str | None
) -> tuple[Decimal, int, bool]:
    """The value times the scale words after it."""
    here = end + 1 if is_dash(words, end) and touches(words, end) else end
    if here >= len(words):
        return value, end, False
    short = lexicon.said.abbreviations.get(words[here].lower)
    if short and (words[here].lower != "m" or currency or _counts_millions(words, here)):
        here += 1
        if here < len(words) and words[here].lower == "." and touches(words, here):
            here += here + 1 < len(words)
        return value * Decimal(short), here, True
    found = lexicon.scales.at(words, here)
    if found is None:
        return value, end, False
    first = end
    while found is not None and end - first < _LONGEST_SPELLED:
        value, end = value * found[0], found[1]
        found = lexicon.scales.at(words, end)
    return value, end, True


def _counts_millions(words: Sequence[Word], at: int) -> bool:
    """Whether an m is *million*: people or things in the plural follow, not what is measured."""
    following = words[at + 1].lower if at + 1 < len(words) else ""
    return following == "people" or (len(following) > 3 and following.endswith("s"))


def _unit(
    lexicon: Lexicon, words: Sequence[Word], end: int, currency: str | None
) -> tuple[str | None, int]:
    """Percent and money after a number."""
    if currency:
        return currency, end
    here = end + 1 if is_dash(words, end) and touches(words, end) else end
    found = lexicon.percent.at(words, here)
    if found:
        return found
    if end < len(words) and words[end].lower in CURRENCIES:
        return CURRENCIES[words[end].lower], end + 1
    return None, end


def _vague(lexicon: Lexicon, words: Sequence[Word], at: int) -> Amount | None:
    found = lexicon.vague.at(words, at)
    if found is None:
        return None
    bound, end = found
    scale = lexicon.scales.at(words, end)
    times = Decimal(1)
    if scale:
        times, end = scale
    low = Decimal(bound.low) * times if bound.low else None
    high = Decimal(bound.high) * times if bound.high else None
    return Amount(at, end, low, high, bound.low_open, True, None, False, False, True)


def _share(lexicon: Lexicon, words: Sequence[Word], at: int) -> Amount | None:
    """A part of one, times the scale after it: *half a million*."""
    found = lexicon.shares.at(words, at)
    if found is None:
        return None
    written, end = found
    value, unit = Decimal(written), "share"
    here = end
    if here < len(words) and words[here].lower in lexicon.said.articles:
        here += 1
    scale = lexicon.scales.at(words, here)
    if scale:
        return Amount(at, scale[1], value * scale[0], value * scale[0], False, False, None, False,
                      False, True)  # fmt: skip
    measure = lexicon.units.at(words, here)
    if measure and here > end:
        return Amount(at, here, value, value, False, False, None, False, False, True)
    return Amount(at, end, value, value, False, len(written) > 4, unit, False, False, False)


def _spelled(lexicon: Lexicon, words: Sequence[Word], at: int) -> Amount | None:
    """A number in words: tens and units add up, scales multiply what stands before them."""
    said = lexicon.said
    total, part, end, scaled = Decimal(0), Decimal(0), at, False
    while end < len(words) and end - at < _LONGEST_SPELLED:
        here = end + 1 if end > at and is_dash(words, end) and touches(words, end) else end
        if scaled and here < len(words) and words[here].lower in said.joins:
            here += 1
        card = lexicon.cardinals.at(words, here)
        if card and _fits(part, card[0]):
            part, end = part + card[0], card[1]
            if half := lexicon.halves.at(words, end):
                part, end = part + Decimal("0.5"), half[1]
            continue
        scale = lexicon.scales.at(words, end if here == end or scaled else here)
        if scale is None or not (
            part or total or said.bare_scales or _has_article(said, words, at)
        ):
            break
        part, end, scaled = (part or Decimal(1)) * scale[0], scale[1], True
        if scale[0] >= 1000:
            total, part = total + part, Decimal(0)
    value = total + part
    if end == at or not value:
        return None
    unit, end = _unit(lexicon, words, end, None)
    return Amount(at, end, value, value, False, False, unit, False, False, scaled)


def _has_article(said: NumberWords, words: Sequence[Word], at: int) -> bool:
    return at > 0 and words[at - 1].lower in said.articles


def _fits(part: Decimal, value: Decimal) -> bool:
    """Whether a number word adds to what stands before it: *twenty five*, not *five six*."""
    if not part:
        return True
    if part % 100 == 0:
        return value < 100
    return part % 10 == 0 and part % 100 >= 20 and value < 10
