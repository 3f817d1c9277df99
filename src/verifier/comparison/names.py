"""The names and places of a claim, word by word, in a passage; aliases and other scripts too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.comparison.aliases import Aliases, by_alias
from verifier.comparison.circumstances import elsewhere
from verifier.comparison.details import SMALL_WORDS, Details
from verifier.comparison.ground import Ground
from verifier.comparison.spelling import folded, is_cyrillic, is_derived, is_spelt_otherwise, stem
from verifier.language.tagging import VERBAL, Tag
from verifier.language.tokens import Token
from verifier.language.wordlists import word_set
from verifier.model.claim import Facet
from verifier.model.comparison import FacetComparison
from verifier.model.scales import ComparisonResult, FacetType
from verifier.model.text import Span

_SAME, _HOLDS, _DIFFERS, _ABSENT = ComparisonResult
_TITLES = word_set("""
    mr mrs ms mx dr prof sir lord lady dame saint st president vice prime minister chancellor king
    queen prince princess pope emperor secretary senator sen rep governor gov mayor judge justice
    general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral jr sr ii iii
    inc ltd corp co llc plc gmbh
    """)


@dataclass(frozen=True)
class _Found:
    """A word of a name in the passage: the token, and whether it is spelt otherwise."""

    at: int
    otherwise: bool = False


def compare_name(ground: Ground, facet: Facet, aliases: Aliases = ()) -> Iterator[FacetComparison]:
    """The words of one name of a claim beside a passage: found, missing, or nothing to tell.

    A name is called missing only where its absence tells something: the passage says more than the
    claim and shares a name or two words in five with it, the name is not what the sentence is
    about (a passage has *he* or *the agency* for that) and no abbreviation. Measured on WiCE.
    """
    claim, passage = ground.claim, ground.passage
    parts = _words_of(claim, facet.span)
    if not parts:
        return
    other = elsewhere(claim, facet, passage)
    if other is not None:
        yield _result(facet, facet.span, other.span, _DIFFERS, f"{other.text} there")
        return
    known = by_alias(parts, passage, aliases)
    if known is not None:
        yield _result(facet, *known, _SAME, f"known there as {known[1].of(passage.text)}")
        return
    found = [_find(part, passage) for part in parts]
    short = _by_initials(parts, passage) if not any(found) else None
    if short is not None:
        yield _result(facet, facet.span, short, _SAME, f"{short.of(passage.text)} there")
        return
    if any(found):
        yield from _partly(ground, facet, parts, found)
    elif _tells(ground, facet, parts):
        yield _result(facet, facet.span, None, _ABSENT, "the passage does not name it")


def _tells(ground: Ground, facet: Facet, parts: Sequence[Token]) -> bool:
    """Whether it tells something that a passage lacks a name."""
    if all(_is_abbreviation(part.text) for part in parts):
        return False
    if _is_listed(ground, facet):
        return True
    if not ground.is_fuller:
        return False
    about = ground.covered >= COVERED or _shares_a_name(ground, facet)
    return about and not _is_topic(ground.claim, facet)


def _tells_half(ground: Ground, facet: Facet, parts: Sequence[Token]) -> bool:
    """Whether it tells something that a passage has the first of two words and not the second."""
    second = parts[-1]
    return (
        len(parts) == 2
        and facet.end == second.end
        and not _is_abbreviation(second.text)
        and second.lower.rstrip(".") not in _TITLES
        and not _is_topic(ground.claim, facet)
    )


_LISTS = frozenset((",", "and", "or", "und", "et", "и", "та", "і", "&"))


def _is_listed(ground: Ground, facet: Facet) -> bool:
    """Whether a name stands in a list right after one that the passage has: `Lyon and Pau`.

    Who gives the one would give the other.
    """
    claim = ground.claim
    at = claim.token_at(facet.start) - 1
    while at >= 0 and claim.tokens[at].lower in _LISTS:
        at -= 1
    if at < 0 or claim.tokens[at + 1].start == facet.start:
        return False
    before = claim.tokens[at]
    return any(
        other.end == before.end
        and all(folded(p.text) in ground.passage.places for p in _words_of(claim, other.span))
        for other in claim.of(FacetType.NAME, FacetType.PLACE)
    )


def _is_abbreviation(word: str) -> bool:
    return word.isalpha() and word.isupper() and len(word) <= 6


def _shares_a_name(ground: Ground, facet: Facet) -> bool:
    """Whether the passage has another name of the claim."""
    return any(
        other is not facet
        and any(
            folded(part.text) in ground.passage.places
            for part in _words_of(ground.claim, other.span)
        )
        for other in ground.claim.of(FacetType.NAME, FacetType.PLACE)
    )


def _is_topic(claim: Details, facet: Facet) -> bool:
    """Whether a name stands before its sentence's verb and no preposition: what it is about."""
    at = claim.token_at(facet.start)
    number = claim.sentence[at]
    before = at - 1
    while before >= 0 and claim.sentence[before] == number:
        if claim.tags[before] in VERBAL:
            return False
        before -= 1
    before = at - 1
    if before >= 0 and claim.tags[before] is Tag.DETERMINER:
        before -= 1
    return before < 0 or claim.tags[before] is not Tag.PREPOSITION


COVERED = 0.4
"""The share of the claim's words in a passage that is surely about the same thing."""


def _words_of(claim: Details, span: Span) -> list[Token]:
    """The words of a name that tell it from others."""
    first, last = claim.token_at(span.start), claim.token_at(span.end - 1)
    return [
        token
        for token in claim.tokens[first : last + 1]
        if token.text[0].isalnum() and token.lower not in SMALL_WORDS
    ]


def _find(part: Token, passage: Details) -> _Found | None:
    """Where one word of a name stands in the passage."""
    word = folded(part.text)
    places = passage.places.get(word) or passage.stems.get(stem(word))
    if places:
        return _Found(places[0])
    if "-" in word and all(piece in passage.places for piece in word.split("-") if piece):
        return _Found(passage.places[word.split("-")[0]][0])
    for other, at in passage.capitals:
        if is_derived(word, other) or _is_plural(word, other):
            return _Found(at)
    for other, at in passage.capitals:
        if is_spelt_otherwise(word, other):
            return _Found(at, otherwise=True)
    return None


def _is_plural(one: str, other: str) -> bool:
    return one.rstrip("s") == other.rstrip("s") and len(one) > 3


def _partly(
    ground: Ground, facet: Facet, parts: Sequence[Token], found: Sequence[_Found | None]
) -> Iterator[FacetComparison]:
    """The stretches of a name that were found, and the second of two words that was not."""
    first = 0
    while first < len(parts):
        end = first + 1
        while end < len(parts) and (found[end] is None) == (found[first] is None):
            end += 1
        span = Span(parts[first].start, parts[end - 1].end)
        places = [place for place in found[first:end] if place is not None]
        if places:
            yield _located(facet, span, places, ground.passage)
        elif first == 1 and _tells_half(ground, facet, parts):
            yield _result(facet, span, None, _ABSENT, "the passage has the first word alone")
        first = end


def _located(
    facet: Facet, span: Span, places: Sequence[_Found], passage: Details
) -> FacetComparison:
    first = passage.tokens[places[0].at]
    last = passage.tokens[places[-1].at]
    close = 0 <= places[-1].at - places[0].at < len(places) + 2
    where = Span(first.start, last.end if close else first.end)
    if any(place.otherwise for place in places) and is_cyrillic(facet.text) == is_cyrillic(
        where.of(passage.text)
    ):
        return _result(facet, span, where, _HOLDS, f"spelt {where.of(passage.text)} there")
    return _result(facet, span, where, _SAME, f"{where.of(passage.text)} in the passage")


def _by_initials(parts: Sequence[Token], passage: Details) -> Span | None:
    """Where a name stands as its initials, or initials as the whole name: MLB."""
    if len(parts) > 1:
        places = passage.places.get("".join(folded(part.text)[0] for part in parts))
        if places and len(parts) > 1 and passage.tokens[places[0]].text.isupper():
            token = passage.tokens[places[0]]
            return Span(token.start, token.end)
        return None
    letters = folded(parts[0].text)
    if not parts[0].text.isupper() or not 2 <= len(letters) <= 6:
        return None
    words = [token for token in passage.tokens if token.text[0].isupper()]
    initials = "".join(folded(token.text)[:1] for token in words)
    at = initials.find(letters)
    return Span(words[at].start, words[at + len(letters) - 1].end) if at >= 0 else None


def _result(
    facet: Facet, claim: Span, passage: Span | None, result: ComparisonResult, why: str
) -> FacetComparison:
    return FacetComparison(facet.type, claim, passage, result, why)
