"""Other names of one person, body, place or country, in any script."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from verifier.comparison.countries import COUNTRIES
from verifier.comparison.details import SMALL_WORDS, Details
from verifier.comparison.spelling import folded, is_cyrillic, is_hangul
from verifier.language.tokens import Token, tokens
from verifier.model.claim import Facet
from verifier.model.scales import FacetType
from verifier.model.text import Span

Aliases = Sequence[frozenset[str]]
"""Groups of names of one person, body or place, in any script."""

_BODIES: Aliases = (
    frozenset({"UN", "U.N.", "United Nations", "ООН", "유엔"}),
    frozenset({"EU", "E.U.", "European Union", "ЕС", "ЄС", "유럽연합"}),
    frozenset({"NATO", "НАТО", "나토"}),
)
_Group = tuple[tuple[str, ...], frozenset[str]]


@lru_cache(maxsize=8)
def _index(aliases: tuple[frozenset[str], ...]) -> Mapping[str, list[_Group]]:
    """The names of all groups by the beginning of their first word, the longest first."""
    table: dict[str, list[_Group]] = {}
    for group in (*aliases, *_BODIES, *COUNTRIES):
        for name in group:
            words = tuple(word for word in _folded_words(name) if word not in SMALL_WORDS)
            if words:
                table.setdefault(_beginning(words[0]), []).append((words, group))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _beginning(word: str) -> str:
    """As much of a word as grammar leaves alone."""
    if word.isascii():
        return word
    return word[:4] if is_cyrillic(word) else word[:2]


def by_alias(
    parts: Sequence[Token], passage: Details, aliases: Aliases
) -> tuple[Span, Span] | None:
    """The words of a name that a group of aliases holds, and another of the group there."""
    mine = [folded(part.text) for part in parts]
    index = _index(tuple(aliases))
    for at, word in enumerate(mine):
        for words, group in index.get(_beginning(word), ()):
            end = at + len(words)
            if end > len(mine) or not all(map(_is_word, words, mine[at:end])):
                continue
            for other in group:
                place = _place_of(other, passage)
                if place is not None:
                    return Span(parts[at].start, parts[end - 1].end), place
    return None


def names_by_alias(details: Details, aliases: Aliases) -> tuple[Facet, ...]:
    """The names that only aliases tell: in Hangul and German, where capitals do not."""
    if details.language not in ("de", "ko"):
        return ()
    found: list[Span] = []
    for group in (*aliases, *_BODIES, *COUNTRIES):
        for name in group:
            place = _place_of(name, details)
            if place is not None and not any(place.overlaps(other) for other in found):
                found.append(place)
    return tuple(Facet(FacetType.NAME, *place, place.of(details.text)) for place in sorted(found))


def _place_of(name: str, passage: Details) -> Span | None:
    """Where a name stands in the passage, word by word."""
    words = _folded_words(name)
    if not words or (passage.text.isascii() and not all(word.isascii() for word in words)):
        return None
    for at in _starts(words[0], passage):
        end = at + len(words)
        if end <= len(passage.tokens) and all(
            _is_word(word, folded(passage.tokens[at + n].text)) for n, word in enumerate(words)
        ):
            return Span(passage.tokens[at].start, passage.tokens[end - 1].end)
    return None


def _starts(word: str, passage: Details) -> Sequence[int]:
    if word.isascii():
        return passage.places.get(word, ())
    beginning = _beginning(word)
    return [
        at
        for other, places in passage.places.items()
        if other.startswith(beginning) and _is_word(word, other)
        for at in places
    ]


def _is_word(word: str, other: str) -> bool:
    """Whether a folded word is a name's, with the endings that its script gives names."""
    if word == other or word.isascii():
        return word == other
    if is_cyrillic(word):
        return len(word) > 3 and other.startswith(word[:-1]) and len(other) <= len(word) + 2
    return is_hangul(word) and other.startswith(word)


@lru_cache(maxsize=4096)
def _folded_words(name: str) -> tuple[str, ...]:
    return tuple(folded(token.text) for token in tokens(name) if token.text[0].isalnum())
