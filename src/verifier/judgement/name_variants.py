"""Names of one story that are spelt in two ways."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from verifier.judgement.words import COUNTRIES
from verifier.model.claim import Claim, ClaimLabel
from verifier.model.scales import FacetType
from verifier.model.text import Span

SHORTEST = 6
"""How long a name must be, for a letter more or less to be a slip and no other name."""

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = re.compile(r"(?:ians?|ans?|as?|ese|ish|ns?|es|y|s|i|ed|e)$")


@dataclass(frozen=True)
class Variant:
    """Two spellings of what looks like one name, with the first place and claim of each."""

    spans: tuple[Span, Span]
    claims: tuple[ClaimLabel, ClaimLabel]
    why: str


@dataclass(frozen=True)
class _Name:
    """A capitalised word of a name: where it first stands, in which claim, and its neighbours."""

    word: str
    span: Span
    claim: ClaimLabel
    before: str
    after: str


def name_variants(claims: Mapping[ClaimLabel, Claim], text: str) -> tuple[Variant, ...]:
    """Pairs of names of the claims that differ in one letter, in the order of the text.

    Not of a country and its people, of singular and plural, of words that the text also has in
    small letters, of people whose given names differ, or of a given name and a family name.
    """
    names = _first_places(claims, _small_words(text))
    by_shape: dict[str, list[_Name]] = {}
    for name in names.values():
        for shape in _shapes(name.word.lower()):
            by_shape.setdefault(shape, []).append(name)
    found: dict[tuple[str, str], Variant] = {}
    for alike in by_shape.values():
        for at, one in enumerate(alike):
            for other in alike[at + 1 :]:
                first, second = sorted((one, other), key=lambda name: name.span)
                if (first.word, second.word) not in found and _is_variant(first, second):
                    found[first.word, second.word] = Variant(
                        (first.span, second.span),
                        (first.claim, second.claim),
                        f"“{first.word}” here, “{second.word}” there",
                    )
    return tuple(sorted(found.values(), key=lambda variant: variant.spans))


def _small_words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text) if word[:1].islower())


def _first_places(claims: Mapping[ClaimLabel, Claim], small: frozenset[str]) -> dict[str, _Name]:
    """Each long capitalised word of the claims' names, where it stands first."""
    found: dict[str, _Name] = {}
    for claim in claims.values():
        if claim.is_active and claim.selector is not None:
            for name in _names_of(claim):
                if name.word.lower() not in small:
                    found.setdefault(name.word, name)
    return found


def _names_of(claim: Claim) -> Iterator[_Name]:
    for facet in claim.facets:
        if facet.type not in (FacetType.NAME, FacetType.PLACE):
            continue
        found = list(_WORD.finditer(facet.text))
        words = ["", *(match.group() for match in found), ""]
        for at, match in enumerate(found, 1):
            start = facet.start + match.start()
            if _is_long_name(words[at]):
                span = Span(start, start + len(words[at]))
                yield _Name(words[at], span, claim.label, words[at - 1], words[at + 1])


def _is_long_name(word: str) -> bool:
    is_shout = word.isupper()
    return len(word) >= SHORTEST and word[0].isupper() and not is_shout


def _shapes(word: str) -> Iterator[str]:
    """The word with each one of its letters left out, and whole: neighbours share one of these."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _is_variant(one: _Name, other: _Name) -> bool:
    """Whether two words look like one name in the same place: family name, given name, place."""
    first, second = one.word.lower(), other.word.lower()
    if _ENDINGS.sub("", first) == _ENDINGS.sub("", second) or _is_a_country(first, second):
        return False
    shorter, longer = sorted((first, second), key=len)
    if longer.startswith(shorter) and longer[len(shorter) :] != shorter[-1:]:
        return False
    if bool(one.after) != bool(other.after):
        return False
    if one.before and other.before and one.before != other.before:
        return False
    return is_slip(first, second)


def _is_a_country(first: str, second: str) -> bool:
    """Whether one of two words names a country: then the other is its people, or another."""
    return not _COUNTRY_WORDS.isdisjoint((first, second))


_COUNTRY_WORDS = frozenset(word.lower() for name in COUNTRIES for word in name.split())
_FALLING_TOGETHER = frozenset("aeiouy")


def is_slip(first: str, second: str) -> bool:
    """Whether two words in small letters are one, but for a slip or another spelling of it.

    A letter more or less that is not the first; two neighbours that changed places; one vowel for
    another.

    >>> is_slip("bornstein", "bornsten"), is_slip("martinivka", "martynivka")
    (True, True)
    >>> is_slip("danish", "dainis"), is_slip("barton", "garton")
    (False, False)
    """
    if first[0] != second[0]:
        return False
    if len(first) != len(second):
        shorter, longer = sorted((first, second), key=len)
        cuts = range(1, len(longer))
        return any(longer[:at] + longer[at + 1 :] == shorter for at in cuts)
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(apart) == 1:
        return {first[apart[0]], second[apart[0]]} <= _FALLING_TOGETHER
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and first[apart[0]] == second[apart[1]]
        and first[apart[1]] == second[apart[0]]
    )
