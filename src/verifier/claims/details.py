"""The checkable details of a claim, its kind, and whether it can be checked."""

import re
from datetime import date

from verifier.claims.passages import Line
from verifier.language.dates import dates
from verifier.language.numbers import numbers
from verifier.language.quotes import inner
from verifier.language.tagging import Tag
from verifier.language.wordlists import word_set
from verifier.language.words import TEMPORAL
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
        *_names(line, span),
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


_PLACE_BEFORE = word_set("""
    in at near from inside outside across into around toward towards village town city
    в во у із из под під біля около возле возлі поблизу города міста місті городе селе селі
    """)
_PLACE_AFTER = word_set("""
    region province city town village county district front border oblast street river
    області область области районі районе района району
    """)


def _names(line: Line, span: Span) -> list[Facet]:
    """Capitalised names; places are those after *in*, *near*, *village of* and before *region*."""
    found: list[Facet] = []
    at = 0
    while at < len(line.words):
        token = line.words[at]
        if line.tag(at) is not Tag.NAME or not (
            span.start <= token.start and token.end <= span.end
        ):
            at += 1
            continue
        end = at
        while (
            line.tag(end) is Tag.NAME and end < len(line.words) and line.words[end].end <= span.end
        ):
            end += 1
        place = line.part(at, end)
        if token.lower not in TEMPORAL and not (at == 0 and end == 1 and _is_plain(line)):
            is_place = _is_place(line, at, end) or _continues_places(line, at, found)
            kind = FacetType.PLACE if is_place else FacetType.NAME
            found.append(Facet(kind, *place, place.of(line.text)))
        at = end
    return found


def _is_plain(line: Line) -> bool:
    """Whether the sentence's first word is capitalised only because it is first."""
    return line.tag(1) not in (Tag.NAME, Tag.POSSESSIVE, Tag.BRACKET)


def _is_place(line: Line, first: int, end: int) -> bool:
    before, after = line.lower(first - 1), line.lower(end)
    if before == "the":
        before = line.lower(first - 2)
    if before == "of" and line.lower(first - 2) in _PLACE_BEFORE:
        return True
    return after in _PLACE_AFTER or (before in _PLACE_BEFORE and line.tag(end) is not Tag.NOUN)


def _continues_places(line: Line, first: int, found: list[Facet]) -> bool:
    """A name in a list after a place: `Lyon, Nice and Pau`."""
    if not found or found[-1].type is not FacetType.PLACE:
        return False
    between = line.text[found[-1].end : line.words[first].start]
    return bool(re.fullmatch(r"[,\s]*(?:and\s|or\s)?\s*", between))


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
