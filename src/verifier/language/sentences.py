"""The sentences of a text: where one ends and the next begins."""

import re
from collections.abc import Iterator

from verifier.language.abbreviations import BEFORE_A_NAME, MAY_END, SENTENCE_STARTERS
from verifier.language.abbreviations_abroad import ABROAD, ORDER_BEFORE, STREET
from verifier.language.paragraphs import paragraphs
from verifier.language.wordlists import word_set
from verifier.model.text import Span

LIMIT = 2000
"""Code points of the longest sentence; text without a full stop is cut at a space before that."""

_CLOSING = r"(?:[\"”’')\]]|[\u00a0\u202f ]?»(?!\w)|[“‘«](?=[\s,]|$))"
_END = re.compile(
    rf"(?<![.!?…])([.!?…]++|[。！？])({_CLOSING}*+)(?=\s|$|[“‘«(\[]\S|(?<=[。！？]))",
)
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_NEXT_WORD = re.compile(r"\s*[\"“‘«„»‚(\[]*([^\W_][^\s]*)?")
_SPEAKS = word_set("said says asked asks told replied wrote added shouted cried answered")
_DASH_SPEAKS = re.compile(r"[,\s]*[—–-]\s*([^\W\d_])")
_ORDER = re.compile(r"([^\W\d_]+)\s\d{1,2}$")
_NEVER = frozenset(BEFORE_A_NAME) | ABROAD
_MAY = frozenset(MAY_END)


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text` in order, without the white space around them.

    Abbreviations, initials, decimals and an ellipsis in mid-sentence end nothing; a closing quote
    belongs to its sentence; a paragraph's end always ends one. Takes linear time.

    >>> story = "Gov. J. Hill paid $1.5m. “Why?” she asked. He left …"
    >>> [s.of(story) for s in sentences(story)]
    ['Gov. J. Hill paid $1.5m.', '“Why?” she asked.', 'He left …']
    """
    return tuple(s for p in paragraphs(text) for s in sentences_of(text, p))


def sentences_of(text: str, paragraph: Span) -> tuple[Span, ...]:
    """The sentences of one paragraph."""
    found: list[Span] = []
    start = paragraph.start
    for match in _END.finditer(text, *paragraph):
        if match.end() >= paragraph.end or _ends_here(text, match, paragraph.end):
            found.extend(_pieces(text, start, match.end()))
            start = match.end()
    found.extend(_pieces(text, start, paragraph.end))
    return tuple(found)


def _ends_here(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the full stop, question or exclamation mark found ends its sentence."""
    mark, closing = match.group(1), match.group(2)
    after = _NEXT_WORD.match(text, match.end(), min(end, match.end() + 80))
    following = (after.group(1) if after else None) or ""
    if following[:1].islower():
        return False
    if closing and _goes_on_with_a_dash(text, match.end(), end):
        return False
    if mark == ".":
        if _is_order(text, match.start(), following):
            return False
        word = _WORD_BEFORE.search(text, max(0, match.start() - 12), match.start())
        if word and _is_abbreviation(text, word, following):
            return False
    return not (closing and mark != "." and _speech_follows(text, match.end(), end))


def _is_abbreviation(text: str, word: re.Match[str], following: str) -> bool:
    """Whether the word before a full stop is an abbreviation that goes on with `following`."""
    short = word.group()
    if short in _NEVER or short.endswith(STREET):
        return True
    initial = len(short) == 1 and (short.isupper() or text[word.start() - 1 : word.start()] == ".")
    if initial or short in _MAY:
        bare = re.split(r"[^\w]", following, maxsplit=1)[0]
        return bool(following) and bare not in SENTENCE_STARTERS
    return False


def _goes_on_with_a_dash(text: str, start: int, end: int) -> bool:
    """Whether a quotation is followed by a dash and a speaker: `«Кто?» — спросил он`."""
    match = _DASH_SPEAKS.match(text, start, end)
    return match is not None and match[1].islower()


def _is_order(text: str, stop: int, following: str) -> bool:
    """Whether a figure with a full stop is a German order: `am 14. Dezember`."""
    if not text[stop - 1 : stop].isdigit() or not following:
        return False
    match = _ORDER.search(text, max(0, stop - 12), stop)
    return bool(match and match[1].lower() in ORDER_BEFORE)


def _speech_follows(text: str, start: int, end: int) -> bool:
    """Whether a question in quotes is followed by its speaker: `“Why?” Smith asked`."""
    words = text[start : min(end, start + 60)].split()[:5]
    return any(word.strip(",.;:") in _SPEAKS for word in words[:4])


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without the space around it, cut where it is longer than the limit."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LIMIT:
        cut = text.rfind(" ", start + LIMIT // 2, start + LIMIT)
        cut = cut if cut > 0 else start + LIMIT
        yield Span(start, cut)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Span(start, end)
