"""The details of a text that can be compared, with the words around them."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from verifier.comparison.figures import (
    is_in_a_name,
    mixed_places,
    whole_date,
    whole_number,
    years_in,
)
from verifier.comparison.orders import orders
from verifier.comparison.spelling import folded, stem
from verifier.language import words as classes
from verifier.language.dates import dates
from verifier.language.numbers import numbers
from verifier.language.quotes import inner, quotations
from verifier.language.tagging import Tag, tag_words
from verifier.language.tokens import Token, tokens
from verifier.language.which_language import language_of, which_language
from verifier.language.wordlists import word_set
from verifier.model.claim import Facet
from verifier.model.comparison import Setting
from verifier.model.scales import FacetType
from verifier.model.text import Span

SMALL_WORDS = (
    classes.ARTICLES | classes.POSSESSIVES | classes.DEMONSTRATIVES | classes.SUBJECT_PRONOUNS
    | classes.OBJECT_PRONOUNS | classes.AUXILIARIES | classes.CONJUNCTIONS | classes.PREPOSITIONS
    | classes.SUBORDINATORS | classes.RELATIVES | classes.QUESTION_WORDS | classes.NEGATIONS
    | word_set("to 's also which that there such so very as")
)  # fmt: skip
"""English words that do not tell what a sentence is about."""


@dataclass(frozen=True)
class Details:
    """One stretch of a text, read: tokens with classes and stems, and facets in place.

    `sentence` numbers the sentence of each token. `places` gives the tokens at which a folded word
    stands. Offsets are those of the whole text.
    """

    text: str
    span: Span
    language: str
    tokens: tuple[Token, ...]
    tags: tuple[Tag, ...]
    sentence: tuple[int, ...]
    facets: tuple[Facet, ...]

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each folded word stands; parts of hyphenated words count too."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, token in enumerate(self.tokens):
            word = folded(token.text)
            found[word].append(at)
            if "-" in word or "/" in word:
                for part in re.split("[-/]", word):
                    found[part].append(at)
        return found

    @cached_property
    def capitals(self) -> Sequence[tuple[str, int]]:
        """The capitalised words, folded, each with its first token; hyphens part words."""
        found: dict[str, int] = {}
        for at, token in enumerate(self.tokens):
            if token.text[0].isupper() and token.lower not in SMALL_WORDS:
                word = folded(token.text)
                for part in (word, *word.split("-")) if "-" in word else (word,):
                    found.setdefault(part, at)
        return tuple(found.items())

    @cached_property
    def stems(self) -> Mapping[str, Sequence[int]]:
        """Where each content word stands, by its stem."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, token in enumerate(self.tokens):
            if token.lower not in SMALL_WORDS and token.text[0].isalnum():
                found[stem(token.text)].append(at)
        return found

    @cached_property
    def _by_name(self) -> Sequence[Span]:
        """The places of names and quoted words, as stretches that are apart."""
        found: list[Span] = []
        for facet in self.of(FacetType.NAME, FacetType.PLACE, FacetType.QUOTE):
            if found and found[-1].end > facet.start:
                found[-1] = Span(found[-1].start, max(found[-1].end, facet.end))
            else:
                found.append(facet.span)
        return found

    def is_in_name_or_quote(self, token: Token) -> bool:
        """Whether a token stands in a name or in quoted words."""
        return _meets(Span(token.start, token.end), self._by_name)

    def of(self, *types: FacetType) -> tuple[Facet, ...]:
        """The facets of some types."""
        return tuple(facet for facet in self.facets if facet.type in types)

    def token_at(self, offset: int) -> int:
        """The first token that ends after an offset."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low

    @cached_property
    def _contents(self) -> Sequence[frozenset[str]]:
        """The stems of the content words of each sentence."""
        found: list[set[str]] = [
            set() for _ in range(self.sentence[-1] + 1 if self.sentence else 0)
        ]
        for word, places in self.stems.items():
            if word[0].isalpha():
                for at in places:
                    found[self.sentence[at]].add(word)
        return [frozenset(each) for each in found]

    def content(self, at: int) -> frozenset[str]:
        """The stems of the content words of a token's sentence; figures are none."""
        return self._contents[self.sentence[at]]

    def lowers(self, sentence: int) -> tuple[str, ...]:
        """The tokens of a sentence in lower case."""
        first = bisect_left(self.sentence, sentence)
        return tuple(
            token.lower for token in self.tokens[first : bisect_right(self.sentence, sentence)]
        )

    def around(self, span: Span) -> frozenset[str]:
        """The stems of the other content words of a place's sentence."""
        first, last = self.token_at(span.start), self.token_at(span.end - 1)
        if first >= len(self.tokens):
            return frozenset()
        own = {stem(token.text) for token in self.tokens[first : last + 1]}
        return self.content(first) - own


def read_details(text: str, span: Span | None = None, setting: Setting = Setting()) -> Details:  # noqa: B008
    """The details of a text, or of a span of it, with offsets into the whole text.

    Numbers, dates, years, orders (*third*), names and quoted words; takes linear time.

    >>> [f.text for f in read_details("In 1915 Ada Lee sold 40 ships.").facets]
    ['1915', 'Ada Lee', '40']
    """
    span = span or Span(0, len(text))
    language = language_of(text, *span, setting.language)
    found, tags, sentence = _tagged(text, span)
    facets = [
        facet
        for part, code in _stretches(text, span, language)
        for facet in _facets(text, part, code, setting.dateline)
    ]
    names = _names(text, language, found, tags, sentence, facets)
    every = sorted([*facets, *names], key=lambda facet: (facet.start, -facet.end))
    return Details(text, span, language, found, tags, sentence, tuple(every))


_OTHER_SCRIPTS = re.compile("[\u0400-\u04ff\uac00-\ud7a3]")
_LATIN = re.compile("[A-Za-z]{3}")
_LINE = re.compile(r"[^\n]+")


def _stretches(text: str, span: Span, language: str) -> list[tuple[Span, str]]:
    """The lines of a text in several scripts, each with its language; else all of it as one."""
    if (
        text.isascii()
        or not _OTHER_SCRIPTS.search(text, *span)
        or not _LATIN.search(text, *span)
        or "\n" not in text
    ):
        return [(span, language)]
    lines = (Span(*match.span()) for match in _LINE.finditer(text, *span))
    return [(line, which_language(line.of(text), language)) for line in lines]


_ENDS = frozenset((".", "!", "?", "…", ";"))


def _tagged(text: str, span: Span) -> tuple[tuple[Token, ...], tuple[Tag, ...], tuple[int, ...]]:
    """The tokens of a span with their classes, sentence by sentence."""
    found = tokens(text, *span)
    tags: list[Tag] = []
    sentence: list[int] = []
    first, number = 0, 0
    for at, token in enumerate(found):
        if token.text in _ENDS or at == len(found) - 1:
            tags.extend(tag_words(found[first : at + 1]))
            sentence.extend([number] * (at + 1 - first))
            first, number = at + 1, number + 1
    return found, tuple(tags), tuple(sentence)


def _facets(text: str, span: Span, language: str, dateline: date | None) -> list[Facet]:
    """Dates, orders, numbers and quoted words; none of the first three inside another."""
    kept = [
        whole_date(text, facet, span.end)
        for facet in dates(text, span, dateline=dateline, language=language)
        if not is_in_a_name(text, facet)
    ]
    kept += apart(orders(text, span, language), kept)
    found = apart(numbers(text, span, language=language), kept)
    mixed = mixed_places(text, span) if found else []
    kept += [whole_number(text, facet, mixed) for facet in found]
    kept += apart(years_in(text, span), kept)
    for quotation in quotations(text, span) if _MARKS.search(text, *span) else ():
        start, end = inner(text, quotation)
        words = text[start:end].rstrip(",. ")
        if words:
            kept.append(Facet(FacetType.QUOTE, start, start + len(words), words))
    return kept


def apart(found: Iterable[Facet], taken: Sequence[Facet]) -> list[Facet]:
    """The facets that share no place with those of `taken`, which share none among themselves."""
    spans = sorted(facet.span for facet in taken)
    return [facet for facet in found if not _meets(facet.span, spans)]


def _meets(span: Span, taken: Sequence[Span]) -> bool:
    """Whether a place shares something with one of some sorted places that are apart."""
    after = bisect_left(taken, (span.end,))
    return after > 0 and taken[after - 1].end > span.start


_MARKS = re.compile("[\"“«„「『‹‘»‚]|''|``")


def _names(
    text: str,
    language: str,
    found: Sequence[Token],
    tags: Sequence[Tag],
    sentence: Sequence[int],
    taken: Sequence[Facet],
) -> list[Facet]:
    """The names of a text: runs of capitalised words that a sentence's beginning does not explain.

    German capitalises every noun and Hangul has no capitals: there only aliases tell names.
    """
    if language in ("de", "ko"):
        return []
    busy = sorted(facet.span for facet in taken if facet.type is not FacetType.QUOTE)
    is_name = [
        _is_name(language, found, tags, sentence, at) and not _meets(_span(found[at]), busy)
        for at in range(len(found))
    ]
    names: list[Facet] = []
    at = 0
    while at < len(found):
        if not is_name[at]:
            at += 1
            continue
        end = _run(is_name, found, sentence, at)
        if not _is_only_first(tags, sentence, at, end):
            start, stop = found[at].start, found[end - 1].end
            kind = _kind(found, at, end)
            names.append(Facet(kind, start, stop, text[start:stop]))
        at = end
    return names


def _span(token: Token) -> Span:
    return Span(token.start, token.end)


def _is_name(
    language: str,
    found: Sequence[Token],
    tags: Sequence[Tag],
    sentence: Sequence[int],
    at: int,
) -> bool:
    token = found[at]
    if token.lower in classes.TEMPORAL or not token.text[0].isupper():
        return False
    if language == "en":
        return tags[at] is Tag.NAME and (len(token.text) > 1 or token.text not in "IA")
    return at > 0 and sentence[at - 1] == sentence[at] and found[at - 1].text not in '«“"„'


def _run(is_name: Sequence[bool], found: Sequence[Token], sentence: Sequence[int], at: int) -> int:
    """The token after a name that begins at a token; *of* and *the* may join its parts."""
    end = at + 1
    while end < len(found) and sentence[end] == sentence[at]:
        if is_name[end]:
            end += 1
        elif found[end].lower in _JOINTS and end + 1 < len(found) and is_name[end + 1]:
            end += 2
        else:
            break
    return end


_JOINTS = frozenset(("of", "de", "del", "la", "von", "van", "der", "bin", "al", "da", "di", "du"))


def _is_only_first(tags: Sequence[Tag], sentence: Sequence[int], at: int, end: int) -> bool:
    """Whether a lone capitalised word begins its sentence, which may be all there is to it."""
    first = at == 0 or sentence[at - 1] != sentence[at]
    return first and end - at == 1


PLACE_BEFORE = word_set("in at near inside outside across into around toward towards from")
_PLACE_NOUNS = word_set("region province city town village county district oblast street river")


def _kind(found: Sequence[Token], at: int, end: int) -> FacetType:
    """Place or name, by the words beside it."""
    before = found[at - 1].lower if at else ""
    if before == "the" and at > 1:
        before = found[at - 2].lower
    after = found[end].lower if end < len(found) else ""
    return FacetType.PLACE if before in PLACE_BEFORE or after in _PLACE_NOUNS else FacetType.NAME
