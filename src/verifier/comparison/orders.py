"""Places in an order, as numbers that count one thing: *the 19th president*, *third novel*.

The reader of numbers leaves them out, for they count nothing; a comparison needs them. A century is
the interval of its years.
"""

import re
from collections.abc import Iterator
from datetime import date

from verifier.language.tagging import Tag, tag_words
from verifier.language.tokens import tokens
from verifier.language.wordlists import word_list
from verifier.model.claim import DateValue, Facet, NumberValue
from verifier.model.scales import FacetType
from verifier.model.text import Span

ORDER = "in order"
"""The unit of a place in an order."""

_WORDS = word_list("""
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """)
_VALUE = {word: at for at, word in enumerate(_WORDS, 1)}
_ORDER = re.compile(
    rf"(?<![\w.,-])(?:(?P<figure>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>(?i:{'|'.join(_WORDS)})))"
    r"(?![\w'’])(?P<century>[ -](?i:century)(?!\w)(?P<era>\s(?:BC|BCE)\b)?)?"
)
_HINT = re.compile(r"\d(?:st|nd|rd|th)|first|second|third|[fstnte][a-z]{3,9}th", re.IGNORECASE)
REACH = 90
"""Code points after an order in which the thing it orders is looked for."""


def orders(text: str, span: Span, language: str) -> Iterator[Facet]:
    """The places in an order of an English text with the things ordered; centuries as dates.

    >>> text = "The third novel of the 19th century, first published there"
    >>> [(f.text, f.type.value) for f in orders(text, Span(0, len(text)), "en")]
    [('third', 'number'), ('19th century', 'date')]
    """
    if language != "en" or not _HINT.search(text, *span):
        return
    for match in _ORDER.finditer(text, *span):
        value = int(match["figure"]) if match["figure"] else _VALUE[match["word"].lower()]
        if match["century"]:
            if 1 <= value <= 21 and not match["era"]:
                yield _century(match, value)
            continue
        thing = _thing(text, match.end(), span.end)
        if thing:
            number = NumberValue(str(value), str(value), unit=ORDER, counted=thing)
            yield Facet(FacetType.NUMBER, *match.span(), match.group(), number=number)


def _century(match: re.Match[str], number: int) -> Facet:
    first = date(max(1, 100 * (number - 1)), 1, 1)
    value = DateValue(first, date(100 * number, 12, 31), None, None, "date as written")
    return Facet(FacetType.DATE, *match.span(), match.group(), date=value)


_PHRASE = frozenset((Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.NUMBER, Tag.POSSESSIVE))


def _thing(text: str, start: int, end: int) -> str | None:
    """The noun phrase right after an order."""
    found = tokens(text, start, min(end, start + REACH))[:6]
    tags = tag_words(found)
    stop = 0
    while stop < len(found) and tags[stop] in _PHRASE and found[stop].text[0].isalnum():
        stop += 1
    while stop and tags[stop - 1] not in (Tag.NOUN, Tag.NAME):
        stop -= 1
    return text[found[0].start : found[stop - 1].end] if stop else None
