"""The details of a text that can be compared, with the words around them."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from verifier.comparison.counted_things import PERSONS, thing_of
from verifier.comparison.orders import orders
from verifier.comparison.spelling import folded, stem
from verifier.language import words as classes
from verifier.language.calendar_days import month_days
from verifier.language.dates import dates
from verifier.language.numbers import numbers
from verifier.language.quotes import inner, quotations
from verifier.language.tagging import Tag, tag_words
from verifier.language.tokens import Token, tokens
from verifier.language.which_language import language_of
from verifier.language.wordlists import word_set
from verifier.model.claim import DateValue, Facet
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
    facets = _facets(text, span, language, setting.dateline)
    names = _names(text, language, found, tags, sentence, facets)
    every = sorted([*facets, *names], key=lambda facet: (facet.start, -facet.end))
    return Details(text, span, language, found, tags, sentence, tuple(every))


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
        _decade(text, facet) or _with_year(text, facet, span.end) or facet
        for facet in dates(text, span, dateline=dateline, language=language)
        if not _is_in_a_name(text, facet)
    ]
    taken = sorted(facet.span for facet in kept)
    for facet in orders(text, span, language):
        if not _meets(facet.span, taken):
            kept.append(facet)
    taken = sorted(facet.span for facet in kept)
    for facet in numbers(text, span, language=language):
        if not _meets(facet.span, taken):
            kept.append(_as_year(text, facet) or _mixed(text, span, _as_age(text, facet)))
    taken = sorted(facet.span for facet in kept)
    kept.extend(facet for facet in _years(text, span) if not _meets(facet.span, taken))
    for quotation in quotations(text, span) if _MARKS.search(text, *span) else ():
        start, end = inner(text, quotation)
        words = text[start:end].rstrip(",. ")
        if words:
            kept.append(Facet(FacetType.QUOTE, start, start + len(words), words))
    return kept


_YEAR_AFTER = re.compile(r"(?:st|nd|rd|th)?,?\s(1\d\d\d|20\d\d)(?!\d|[.,]\d)")


def _with_year(text: str, facet: Facet, end: int) -> Facet | None:
    """A day or month with the old year after it: *16 July 1216*."""
    value = facet.date
    match = _YEAR_AFTER.match(text, facet.end, end)
    if match is None or value is None or value.month is None or _SAYS_YEAR.search(facet.text):
        return None
    days = (value.day, value.day) if value.day is not None else None
    dated = month_days(value.month, days, int(match[1]), None)
    if dated is None:
        return None
    return Facet(
        FacetType.DATE, facet.start, match.end(), text[facet.start : match.end()], date=dated
    )


_SAYS_YEAR = re.compile(r"\d{4}")
_AGE_BEFORE = re.compile(r"\b(?:age of|aged?|ages of) $", re.IGNORECASE)
_AGE_AFTER = re.compile(r"(?: years? old\b)?,? (?:when|at the time)\b")


def _as_age(text: str, facet: Facet) -> Facet:
    """A bare figure as an age, where the words beside it say so: *at the age of 54*."""
    value = facet.number
    if value is None or value.unit or value.counted or not value.low or value.low != value.high:
        return facet
    before = text[max(0, facet.start - 10) : facet.start]
    if len(value.low) > 3 or not (
        _AGE_BEFORE.search(before) or (_IS.search(before) and _AGE_AFTER.match(text, facet.end))
    ):
        return facet
    return replace(facet, number=replace(value, unit="year of age"))


MIXED = "of several sides together"
"""The scope of a number that counts people of mixed, joint or combined units."""

_MIXED = re.compile(
    r"\b(?:mixed|joint|combined)\s(?:[\w-]+\s){0,5}?(?:unit|force|group|brigade|battalion)s?\b"
    r"|\bсмешанны[хме]|\bзмішани[хм]|\bсводны[хм]|\bзведени[хм]|혼성",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s")


def _mixed(text: str, span: Span, facet: Facet) -> Facet:
    """A number of people in whose sentence the units are mixed, with that as its scope."""
    value = facet.number
    if value is None or value.unit or thing_of(value.counted) not in (*PERSONS, None):
        return facet
    first = max(span.start, facet.start - 160)
    before = list(_SENTENCE_END.finditer(text, first, facet.start))
    after = _SENTENCE_END.search(text, facet.end, min(span.end, facet.end + 160))
    begin = before[-1].end() if before else first
    end = after.start() if after else min(span.end, facet.end + 160)
    if not _MIXED.search(text, begin, end):
        return facet
    return replace(facet, number=replace(value, scope=(*value.scope, MIXED)))


_IS = re.compile(r"\b(?:was|is|were|be) (?:only |just |about )?$")
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w’'-]*\s$")
_CAPITAL_AFTER = re.compile(r"[-\s][A-Z][a-z]")


def _is_in_a_name(text: str, facet: Facet) -> bool:
    """Whether a weekday is part of a name: *Black Friday*, *Sunday Afternoon*."""
    if facet.date is None or facet.date.month is not None or not facet.text.isalpha():
        return False
    before = _CAPITAL_BEFORE.search(text, max(0, facet.start - 20), facet.start)
    return bool(before or _CAPITAL_AFTER.match(text, facet.end))


_DECADE = re.compile(r"((?:1[0-9]|20)\d)0['’]?s(?!\w)")


def _decade(text: str, facet: Facet) -> Facet | None:
    """A year that is in truth a decade, `the late 1950s`; `1900s` may be the whole century."""
    figure = _SAYS_YEAR.search(facet.text)
    match = _DECADE.match(text, facet.start + figure.start()) if figure else None
    if match is None:
        return None
    first = int(match[1]) * 10
    last = first + (99 if first % 100 == 0 else 9)
    return _year(text[facet.start : match.end()], facet.start, first, last)


_MARKS = re.compile("[\"“«„「『‹‘»‚]|''|``")
_YEAR = re.compile(r"(?<![\w.,$€£/#-])(1[0-9]\d\d|20\d\d)(?![\w%]|[,.]\d|-\w)")
_OLD_YEAR = re.compile(r"1[0-7]\d\d")


def _meets(span: Span, taken: Sequence[Span]) -> bool:
    return any(each.start < span.end and span.start < each.end for each in taken)


def _years(text: str, span: Span) -> Iterator[Facet]:
    """Figures that can be years where no date was read: `the 1931 novel`, `(1917-2014)`."""
    for match in _YEAR.finditer(text, *span):
        year = _year(match.group(), match.start(), int(match.group()), int(match.group()))
        yield _decade(text, year) or year


def _year(written: str, start: int, first: int, last: int) -> Facet:
    value = DateValue(date(first, 1, 1), date(last, 12, 31), None, None, "date as written")
    return Facet(FacetType.DATE, start, start + len(written), written, date=value)


def _as_year(text: str, facet: Facet) -> Facet | None:
    """A plain figure of four digits that counts nothing, as a year: `at Tordesillas in 1494`."""
    value = facet.number
    if value is None or value.unit or value.counted or not _OLD_YEAR.fullmatch(facet.text):
        return None
    return _year(facet.text, facet.start, int(facet.text), int(facet.text))


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
