"""The checkable details of a claim, its kind, and whether it can be checked."""

from datetime import date

from verifier.claims.names import names_in
from verifier.claims.passages import Line
from verifier.language.dates import dates
from verifier.language.numbers import numbers
from verifier.language.quotes import inner
from verifier.language.wordlists import word_set
from verifier.model.claim import Facet
from verifier.model.scales import Checkability, ClaimType, FacetType
from verifier.model.text import Span


def facets_of(line: Line, span: Span, *, dateline: date | None, language: str) -> tuple[Facet, ...]:
    """Numbers, dates, quoted words, places and names of a claim, in order, none inside another."""
    text = line.text
    found = [
        *dates(text, span, dateline=dateline, language=language),
        *numbers(text, span, language=language),
        *_quoted(line, span),
        *names_in(line, span),
    ]
    kept: list[Facet] = []
    for facet in found:
        if facet.type is FacetType.QUOTE or not any(
            facet.span.overlaps(k.span) for k in kept if k.type is not FacetType.QUOTE
        ):
            kept.append(facet)
    return tuple(sorted(kept, key=lambda f: (f.start, -f.end, f.type)))


def _quoted(line: Line, span: Span) -> list[Facet]:
    """The quoted words within a claim, without their marks."""
    found = []
    for quotation in line.touching:
        start, end = inner(line.text, quotation)
        first, last = max(start, span.start), min(end, span.end)
        words = line.text[first:last].rstrip('”"»,. ')
        if words and start < span.end and span.start < end:
            found.append(Facet(FacetType.QUOTE, first, first + len(words), words))
    return found


def types_of(
    facets: tuple[Facet, ...], *, is_quote: bool, is_identity: bool
) -> tuple[ClaimType, ...]:
    """What kinds of detail the claim has, in the order of the scale."""
    kinds = {facet.type for facet in facets}
    found = []
    if is_quote:
        found.append(ClaimType.QUOTE)
    if FacetType.NUMBER in kinds:
        found.append(ClaimType.NUMBER)
    if FacetType.DATE in kinds:
        found.append(ClaimType.DATE)
    if FacetType.PLACE in kinds:
        found.append(ClaimType.PLACE)
    found.append(ClaimType.IDENTITY if is_identity else ClaimType.EVENT)
    return tuple(found)


_CONDITIONAL = word_set(
    "would could might may should will 'll won't wouldn't couldn't must can't shall"
)
_EVALUATIVE = word_set("""
    good bad best worst great terrible horrible wonderful awful beautiful ugly disgraceful
    shameful outrageous unacceptable brilliant ridiculous absurd stupid tragic sad proud amazing
    fantastic disgusting disappointing should ought must deserve fair unfair wrong right
    """)


def checkability_of(words: list[str], facets: tuple[Facet, ...], *, ends: str) -> Checkability:
    """What can be checked: conditionals, forecasts and questions only as statements.

    >>> checkability_of("it could lead to friction".split(), (), ends=".").value
    'statement-only'
    >>> checkability_of("the road is closed".split(), (), ends=".").value
    'factual'
    """
    if ends == "?" or words[:1] == ["if"] or _CONDITIONAL & set(words):
        return Checkability.STATEMENT_ONLY
    if "likely" in words or ("expected" in words and "to" in words):
        return Checkability.STATEMENT_ONLY
    measured = any(f.type in (FacetType.NUMBER, FacetType.DATE) for f in facets)
    if _EVALUATIVE & set(words) and not measured:
        return Checkability.OPINION
    return Checkability.FACTUAL
