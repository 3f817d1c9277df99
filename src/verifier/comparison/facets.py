"""The details of two claims side by side, where only the details are at hand and not the texts."""

from collections.abc import Iterator, Sequence

from verifier.comparison.aliases import Aliases
from verifier.comparison.dates import compare_date
from verifier.comparison.details import read_details
from verifier.comparison.numbers import compare_number
from verifier.comparison.quotes import quote_fidelity
from verifier.comparison.spelling import folded, is_derived, is_spelt_otherwise
from verifier.model.claim import Facet
from verifier.model.comparison import DiffOp, FacetComparison
from verifier.model.scales import ComparisonResult, FacetType, Fidelity
from verifier.model.text import Span

_NAMES = (FacetType.NAME, FacetType.PLACE)


def compare_facets(
    claim: Sequence[Facet],
    other: Sequence[Facet],
    *,
    aliases: Aliases = (),
    shared: int | None = None,
    same_language: bool = True,
) -> tuple[FacetComparison, ...]:
    """What one claim's details are beside another's, in the order of the first.

    For claims of one story as for a claim and an earlier one. `shared` is how many content words
    the two statements have in common, where the caller knows it: a number or date only *differs*
    with at least one; None counts the names that both have. Spans are those of the facets. Names
    that the other claim lacks are left out, for it need not repeat them.

    >>> from verifier.language.numbers import numbers
    >>> one, two = numbers("40 ships sank"), numbers("At least 40 ships sank")
    >>> compare_facets(one, two, shared=1)[0].why
    'the bound differs: At least 40 there'
    """
    common = _common_names(claim, other, aliases) if shared is None else shared
    found = [
        each
        for facet in claim
        for each in _compared(facet, claim, other, aliases, common, same_language)
    ]
    return tuple(sorted(found, key=lambda each: (each.claim, each.type)))


def _compared(
    facet: Facet,
    claim: Sequence[Facet],
    other: Sequence[Facet],
    aliases: Aliases,
    common: int,
    same_language: bool,
) -> Iterator[FacetComparison]:
    def shared(_claim: Span, _passage: Span) -> int:
        return common

    if facet.number is not None:
        yield from compare_number(
            facet, _of(other, FacetType.NUMBER), shared,
            beside=_of(claim, FacetType.NUMBER), same_language=same_language,
        )  # fmt: skip
    elif facet.date is not None:
        yield from compare_date(
            facet, _of(other, FacetType.DATE), shared, beside=_of(claim, FacetType.DATE)
        )
    elif facet.type in _NAMES:
        yield from _name(facet, other, aliases)
    elif facet.type is FacetType.QUOTE:
        yield from _quote(facet, _of(other, FacetType.QUOTE))


def _of(facets: Sequence[Facet], kind: FacetType) -> list[Facet]:
    return [facet for facet in facets if facet.type is kind]


def _common_names(claim: Sequence[Facet], other: Sequence[Facet], aliases: Aliases) -> int:
    """How many names of a claim the other one has, too."""
    named = [facet for facet in claim if facet.type in _NAMES]
    return sum(any(True for _ in _name(facet, other, aliases)) for facet in named)


def _name(facet: Facet, other: Sequence[Facet], aliases: Aliases) -> Iterator[FacetComparison]:
    """One name beside the names of the other claim."""
    mine = folded(facet.text)
    groups = [group for group in aliases if any(folded(name) == mine for name in group)]
    known = {mine, *(folded(name) for group in groups for name in group)}
    for each in other:
        if each.type not in _NAMES:
            continue
        theirs = folded(each.text)
        if theirs in known or is_derived(mine, theirs):
            why = f"{each.text} there"
            yield FacetComparison(facet.type, facet.span, each.span, ComparisonResult.SAME, why)
            return
        if is_spelt_otherwise(mine, theirs):
            why = f"spelt {each.text} there"
            yield FacetComparison(
                facet.type, facet.span, each.span, ComparisonResult.COMPATIBLE, why
            )
            return


def _quote(facet: Facet, other: Sequence[Facet]) -> Iterator[FacetComparison]:
    """Quoted words beside the first of the other claim's quotations that has them."""
    for each in other:
        found = quote_fidelity(facet.text, Span(0, len(facet.text)), read_details(each.text))
        if found.fidelity is Fidelity.NOT_LOCATED or found.passage is None:
            continue
        ops = tuple(
            DiffOp(op.kind, _moved(op.claim, facet.start), _moved(op.passage, each.start))
            for op in found.ops
        )
        place = _moved(found.passage, each.start)
        yield FacetComparison(
            facet.type, facet.span, place, found.result, found.why, found.fidelity, ops
        )
        return


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
