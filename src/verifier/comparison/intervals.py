"""Two numbers as intervals: the same, holding together, bounds changed, or apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from verifier.comparison.orders import ORDER
from verifier.model.claim import NumberValue

TOLERANCE = Decimal("0.1")
"""How far from its figure a number that is only *about* right may lie, as a share of it."""

_IN_DAYS: Mapping[str, Decimal | int] = {
    "day": 1, "night": 1, "week": 7, "month": 30, "year": 365, "decade": 3650,
}  # fmt: skip
_IN_HOURS: Mapping[str, Decimal | int] = {
    "second": Decimal(1) / 3600, "minute": Decimal(1) / 60, "hour": 1, "day": 24,
}  # fmt: skip
_IN_METRES: Mapping[str, Decimal | int] = {
    "mm": Decimal("0.001"), "cm": Decimal("0.01"), "inch": Decimal("0.0254"),
    "foot": Decimal("0.3048"), "yard": Decimal("0.9144"), "m": 1, "km": 1000,
    "mile": Decimal("1609.344"),
}  # fmt: skip
_IN_KILOS: Mapping[str, Decimal | int] = {
    "g": Decimal("0.001"), "ounce": Decimal("0.02835"), "pound": Decimal("0.4536"), "kg": 1,
    "tonne": 1000,
}  # fmt: skip
_SCALES = (_IN_DAYS, _IN_HOURS, _IN_METRES, _IN_KILOS)


class Fit(Enum):
    """How the interval of a claim's number lies to that of a passage's."""

    SAME = "same"
    WITHIN = "the passage is within it"
    ROUNDED = "the same but for rounding"
    OVERLAP = "both may hold"
    BOUND = "the same figure with another bound"
    APART = "they cannot both hold"


@dataclass(frozen=True)
class Interval:
    """A number's interval in the claim's unit; None is an open end."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool
    high_open: bool
    approx: bool

    @property
    def is_point(self) -> bool:
        """Whether the interval is one figure."""
        return self.low is not None and self.low == self.high

    @property
    def is_vague(self) -> bool:
        """Whether no figure was said: *several*, *dozens*."""
        return self.approx and not self.is_point and self.low is not None and self.high is None


def interval(value: NumberValue, times: Decimal = Decimal(1)) -> Interval:
    """The interval of a number, its figures multiplied to the other's unit."""
    low = None if value.low is None else Decimal(value.low) * times
    high = None if value.high is None else Decimal(value.high) * times
    return Interval(low, high, value.low_open, value.high_open, value.approx)


def factor(one: str | None, other: str | None) -> Decimal | None:
    """What the second unit's figures are multiplied by to be the first's; None for unlike ones.

    >>> factor("year", "decade"), factor("km", "m"), factor("%", "km") is None
    (Decimal('10'), Decimal('0.001'), True)
    """
    if one == other:
        return Decimal(1)
    if one is None or other is None:
        return None
    for scale in _SCALES:
        if one in scale and other in scale:
            return Decimal(scale[other]) / Decimal(scale[one])
    return None


def is_order(value: NumberValue) -> bool:
    """Whether a number is a place in an order."""
    return value.unit == ORDER


def fit(claim: Interval, passage: Interval) -> Fit:
    """How two intervals lie to each other.

    A shared figure with another bound is a changed bound even where both may hold: *three* against
    *at least three*, *approximately 300* against *200 to 300*, *up to 200* against *about 200*.

    >>> from verifier.model.claim import NumberValue as N
    >>> fit(interval(N("3", "3")), interval(N("3", None)))
    <Fit.BOUND: 'the same figure with another bound'>
    >>> fit(interval(N("30", None)), interval(N("34", "34")))
    <Fit.WITHIN: 'the passage is within it'>
    """
    ends = (claim.low, claim.high) == (passage.low, passage.high)
    if ends and (claim.low_open, claim.high_open) == (passage.low_open, passage.high_open):
        return Fit.SAME if claim.approx == passage.approx else Fit.ROUNDED
    if ends:
        return Fit.OVERLAP
    if claim.is_point and passage.is_point:
        return Fit.ROUNDED if _rounds_to(claim, passage) else Fit.APART
    if _contains(claim, passage):
        return Fit.WITHIN
    if _shares_figure(claim, passage):
        return Fit.BOUND
    if _overlap(_widened(claim), _widened(passage)):
        return Fit.OVERLAP
    return Fit.APART


def _rounds_to(one: Interval, other: Interval) -> bool:
    """Whether two figures are one figure, rounded: 40 million and 39.8 million."""
    assert one.low is not None
    assert other.low is not None
    if min(one.low, other.low) <= 0:
        return False
    gap = abs(one.low - other.low)
    if one.approx or other.approx:
        return gap <= TOLERANCE * max(one.low, other.low)
    coarse = max((one.low, other.low), key=_trailing)
    if gap > TOLERANCE / 2 * max(one.low, other.low):
        return False
    return gap > 0 and _trailing(coarse) > 0 and gap * 2 <= Decimal(10) ** _trailing(coarse)


def _trailing(figure: Decimal) -> int:
    """How many whole digits of a figure are rounded away: 6 for 40 million."""
    sign, digits, exponent = figure.normalize().as_tuple()
    return exponent if isinstance(exponent, int) and exponent > 1 and not sign and digits else 0


def _contains(outer: Interval, inner: Interval) -> bool:
    if inner.approx and inner.is_point:
        inner = _widened(inner)
    if outer.approx and outer.is_point:
        outer = _widened(outer)
    if outer.low is not None and (
        inner.low is None
        or inner.low < outer.low
        or (inner.low == outer.low and outer.low_open and not inner.low_open)
    ):
        return False
    return outer.high is None or not (
        inner.high is None
        or inner.high > outer.high
        or (inner.high == outer.high and outer.high_open and not inner.high_open)
    )


def _shares_figure(one: Interval, other: Interval) -> bool:
    figures = {one.low, one.high} & {other.low, other.high} - {None}
    return bool(figures) and not (one.is_vague or other.is_vague)


def _widened(value: Interval) -> Interval:
    """A number that is only about right, with its tolerance."""
    if not value.approx:
        return value
    low = None if value.low is None else value.low * (1 - TOLERANCE)
    high = None if value.high is None else value.high * (1 + TOLERANCE)
    return Interval(low, high, value.low_open, value.high_open, approx=True)


def _overlap(one: Interval, other: Interval) -> bool:
    return _reaches(one, other) and _reaches(other, one)


def _reaches(low: Interval, high: Interval) -> bool:
    """Whether the lower end of one lies below the upper end of the other."""
    if low.low is None or high.high is None:
        return True
    is_open = low.low_open or high.high_open
    return low.low < high.high if is_open else low.low <= high.high
