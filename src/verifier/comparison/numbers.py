"""The numbers of a claim beside those of a passage: figure, bound, unit, thing counted, scope."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import IntEnum

from verifier.comparison.counted_things import PEOPLE, PERSONS, thing_of
from verifier.comparison.figures import MIXED
from verifier.comparison.ground import Shared
from verifier.comparison.intervals import Fit, factor, fit, interval, is_order
from verifier.model.claim import Facet, NumberValue
from verifier.model.comparison import FacetComparison
from verifier.model.scales import ComparisonResult, FacetType

_SAME, _HOLDS, _DIFFERS, _ABSENT = ComparisonResult


class Kind(IntEnum):
    """Whether two numbers count the same kind of thing."""

    UNLIKE = 0
    UNKNOWN = 1
    LIKE = 2


@dataclass(frozen=True)
class _Candidate:
    """A number of the passage beside one of the claim."""

    facet: Facet
    value: NumberValue
    kind: Kind
    fit: Fit
    shared: int


_RANK = (Fit.SAME, Fit.ROUNDED, Fit.WITHIN, Fit.BOUND, Fit.OVERLAP, Fit.APART)
_SIGNS_OF_A_KIND = frozenset(("died", "killed", "lost", "casualties", "wounded", "injured"))


def compare_number(
    claim: Facet,
    passage: Sequence[Facet],
    shared: Shared,
    *,
    beside: Sequence[Facet] = (),
    same_language: bool = True,
) -> Iterator[FacetComparison]:
    """One number of a claim beside all numbers of a passage.

    `shared` counts the words around both; *differs* needs the same kind of thing and words in
    common, or the same figure with another bound, thing or scope. `beside` are all numbers of the
    claim: one of the passage that equals another of them is no other figure for this one.
    """
    assert claim.number is not None
    others = [facet.number for facet in beside if facet is not claim and facet.number is not None]
    passage = [facet for facet in passage if not _is_anothers(claim.number, facet.number, others)]
    found = [
        candidate
        for facet in passage
        if facet.number is not None
        for candidate in _candidate(claim, facet, shared, same_language)
    ]
    if found:
        result = _judged(claim, max(found, key=_closeness))
    else:
        result = _result(claim, None, _ABSENT, "the passage has no such number")
    if result.result is not _ABSENT or not (_is_small(claim) or _is_converted(claim, beside)):
        yield result


def _is_small(claim: Facet) -> bool:
    """Whether a passage may well say a number in other words: *one*, *several*, *first*."""
    value = claim.number
    assert value is not None
    vague = value.approx and value.low != value.high
    return vague or (value.low == value.high == "1" and not claim.text[0].isdigit())


def _is_converted(claim: Facet, beside: Sequence[Facet]) -> bool:
    """Whether a number repeats another of the claim in another unit: *50-foot (15 m)*."""
    mine = claim.number
    assert mine is not None
    for facet in beside:
        other = facet.number
        if other is None or other.unit == mine.unit or facet.start == claim.start:
            continue
        times = factor(mine.unit, other.unit)
        if times is not None and fit(
            interval(replace(mine, approx=True)), interval(other, times)
        ) in (Fit.SAME, Fit.ROUNDED, Fit.WITHIN):
            return True
    return False


def _is_anothers(
    mine: NumberValue, number: NumberValue | None, others: Sequence[NumberValue]
) -> bool:
    """Whether a number of the passage is that of another number of the claim."""
    if number is None or (number.low, number.high) == (mine.low, mine.high):
        return False
    return any(
        (number.low, number.high, number.unit) == (other.low, other.high, other.unit)
        and thing_of(number.counted) == thing_of(other.counted)
        for other in others
    )


def _closeness(candidate: _Candidate) -> tuple[int, int, int, int]:
    """Figures that both have come first, of the same kind before others, then those in like words.

    A number that names what it counts goes before one that only points back: *the 200*.
    """
    near = candidate.fit in (Fit.SAME, Fit.ROUNDED, Fit.BOUND)
    like = candidate.kind is Kind.LIKE
    return (
        near + (candidate.kind >= Kind.UNKNOWN) + like + (candidate.value.counted is not None),
        -_RANK.index(candidate.fit),
        candidate.shared,
        -candidate.facet.start,
    )


def _candidate(claim: Facet, facet: Facet, shared: Shared, same_language: bool) -> list[_Candidate]:
    """The numbers compared: none where the units cannot be."""
    one, other = claim.number, facet.number
    assert one is not None
    assert other is not None
    is_age = {one.unit, other.unit} == {"year", "year of age"}
    times = Decimal(1) if is_age else factor(one.unit, other.unit)
    loose = one.unit is None or other.unit is None
    if times is None and (not loose or is_order(one) or is_order(other)):
        return []
    how = fit(interval(one), interval(other, times or Decimal(1)))
    if times is None:
        same_figure = how is Fit.SAME and len(other.low or "") > 2
        kind = Kind.UNKNOWN if same_figure else Kind.UNLIKE
    else:
        kind = Kind.UNKNOWN if is_age else _kind(one, other, same_language)
    return [_Candidate(facet, other, kind, how, shared(claim.span, facet.span))]


def _kind(one: NumberValue, other: NumberValue, same_language: bool) -> Kind:
    """Whether two numbers of like unit count the same thing."""
    mine, theirs = thing_of(one.counted), thing_of(other.counted)
    if one.unit is not None and not is_order(one):
        if mine and theirs and mine != theirs and same_language:
            return Kind.UNKNOWN
        return Kind.LIKE
    if mine and theirs:
        if mine == theirs:
            return Kind.LIKE
        if PEOPLE in (mine, theirs) and {mine, theirs} <= PERSONS:
            return Kind.UNKNOWN
        return Kind.UNLIKE if same_language else Kind.UNKNOWN
    return Kind.LIKE if set(one.scope) & set(other.scope) else Kind.UNKNOWN


def _judged(claim: Facet, found: _Candidate) -> FacetComparison:
    assert claim.number is not None
    passage = found.facet
    if found.fit in (Fit.SAME, Fit.ROUNDED) and found.kind is not Kind.UNLIKE:
        changed = _scope_changed(claim.number, found.value)
        if changed:
            return _result(claim, passage, _DIFFERS, changed)
        if found.fit is Fit.SAME:
            return _result(claim, passage, _SAME, f"{passage.text} in the passage")
        return _result(claim, passage, _HOLDS, f"the same but for rounding: {passage.text}")
    if found.kind is Kind.UNLIKE:
        if found.fit is Fit.SAME and found.value.unit == claim.number.unit:
            why = f"the same figure counts {found.value.counted or 'something else'} there"
            return _result(claim, passage, _HOLDS, why)
        return _result(claim, None, _ABSENT, "the passage has no such number")
    if found.fit is Fit.BOUND and (found.kind is Kind.LIKE or found.shared > 0):
        return _result(claim, passage, _DIFFERS, f"the bound differs: {passage.text} there")
    if found.kind is not Kind.LIKE:
        return _result(claim, None, _ABSENT, "the passage has no such number")
    if found.fit is Fit.WITHIN:
        return _result(claim, passage, _HOLDS, f"{passage.text} lies within it")
    if found.fit is Fit.OVERLAP:
        return _result(claim, passage, _HOLDS, f"both may hold: {passage.text} there")
    if found.fit is Fit.APART and found.shared > 0:
        return _result(claim, passage, _DIFFERS, f"another figure: {passage.text} there")
    return _result(claim, None, _ABSENT, "the passage has no such number")


def _scope_changed(one: NumberValue, other: NumberValue) -> str:
    """Why the same figure counts something wider or narrower; "" where it does not."""
    mine, theirs = set(one.scope), set(other.scope)
    if MIXED in theirs - mine:
        return "it counts people of several sides together there"
    mine, theirs = mine - {MIXED}, theirs - {MIXED}
    if not mine or not theirs or mine == theirs:
        return ""
    if _as_deaths(mine) == _as_deaths(theirs):
        return ""
    if (
        mine & _SIGNS_OF_A_KIND
        and theirs & _SIGNS_OF_A_KIND
        and not _as_deaths(mine) >= _as_deaths(theirs)
    ):
        return f"it counts {_said(other)} there, {_said(one)} here"
    return ""


def _said(value: NumberValue) -> str:
    return " and ".join(word for word in value.scope if word != MIXED)


def _as_deaths(scope: set[str]) -> set[str]:
    """A scope with the dead under one word; who was wounded and died is dead."""
    left = scope - {"wounded", "injured"} if "died" in scope else scope
    return {"killed" if word == "died" else word for word in left}


def _result(
    claim: Facet, passage: Facet | None, result: ComparisonResult, why: str
) -> FacetComparison:
    return FacetComparison(
        FacetType.NUMBER, claim.span, passage.span if passage else None, result, why
    )
