"""The body of a story laid out for the rules: paragraphs, quotations, tagged sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from verifier.language.paragraphs import paragraphs
from verifier.language.quotes import quotations
from verifier.language.sentences import sentences_of
from verifier.language.tagging import Tag, is_title, tag_title, tag_words
from verifier.language.tokens import Token, tokens
from verifier.model.text import Span


@dataclass(frozen=True)
class Line:
    """One sentence with its words, their classes, and the quotations of its paragraph.

    `quoted[i]` is the place in `quotes` of the quotation that token i stands in, or -1; the marks
    themselves belong to their quotation. `touching` are the quotations that stand in the sentence.
    """

    text: str
    span: Span
    words: tuple[Token, ...]
    tags: list[Tag]
    quotes: tuple[Span, ...]
    quoted: list[int]
    touching: tuple[Span, ...] = ()

    def part(self, first: int, last: int) -> Span:
        """The span from token `first` up to, not including, token `last`."""
        return Span(self.words[first].start, self.words[last - 1].end)

    def lower(self, at: int) -> str:
        """The lower-case word at a place, "" outside the sentence."""
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def tag(self, at: int) -> Tag:
        """The class at a place; a full stop outside the sentence."""
        return self.tags[at] if 0 <= at < len(self.tags) else Tag.STOP

    def quote_at(self, at: int) -> int:
        """The quotation that a token stands in, -1 for none and outside the sentence."""
        return self.quoted[at] if 0 <= at < len(self.quoted) else -1

    @cached_property
    def body_end(self) -> int:
        """The place after the last word, without closing marks."""
        end = len(self.words)
        while end and self.tags[end - 1] in (Tag.STOP, Tag.QUOTE):
            end -= 1
        return end


@dataclass(frozen=True)
class Passage:
    """One paragraph: its span, its quotations and its sentences."""

    span: Span
    quotes: tuple[Span, ...]
    lines: tuple[Line, ...]


def passages(text: str, left_out: Iterable[Span] = ()) -> tuple[Passage, ...]:
    r"""The paragraphs of `text` that do not lie in a span left out, laid out for the rules.

    >>> [len(p.lines) for p in passages("One head\n\nShe left. “So what?” he asked.")]
    [1, 2]
    """
    return tuple(each_passage(text, left_out))


def each_passage(text: str, left_out: Iterable[Span] = ()) -> Iterator[Passage]:
    """The same one by one, for a reader that needs no two of them at once."""
    skipped = sorted(left_out)
    at = 0
    for paragraph in paragraphs(text):
        inside = []
        while at < len(skipped) and skipped[at].start < paragraph.end:
            if skipped[at].end > paragraph.start:
                inside.append(skipped[at])
            at += 1
        for stretch in _kept(text, paragraph, inside):
            yield _passage(text, stretch)


def _kept(text: str, paragraph: Span, inside: list[Span]) -> tuple[Span, ...]:
    """What is left of a paragraph without the spans left out inside it."""
    kept, start = [], paragraph.start
    for first, last in (*inside, Span(paragraph.end, paragraph.end)):
        piece = text[start:first]
        if piece.strip():
            begin = start + len(piece) - len(piece.lstrip())
            kept.append(Span(begin, begin + len(piece.strip())))
        start = max(start, last)
    return tuple(kept)


def _passage(text: str, paragraph: Span) -> Passage:
    quotes = quotations(text, paragraph)
    lines, begin = [], 0
    for sentence in sentences_of(text, paragraph):
        while begin < len(quotes) and quotes[begin].end <= sentence.start:
            begin += 1
        lines.append(_line(text, sentence, quotes, begin))
    return Passage(paragraph, quotes, tuple(lines))


def _line(text: str, sentence: Span, quotes: tuple[Span, ...], begin: int) -> Line:
    """One sentence, where the quotations from number `begin` on are the ones that may touch it."""
    found = tokens(text, *sentence)
    quoted, number = [], begin
    for token in found:
        while number < len(quotes) and quotes[number].end <= token.start:
            number += 1
        inside = number < len(quotes) and quotes[number].start <= token.start
        quoted.append(number if inside else -1)
    last = number
    while last < len(quotes) and quotes[last].start < sentence.end:
        last += 1
    tags = tag_words(found)
    if is_title(found, tags):
        tags = tag_title(found, tags)
    return Line(text, sentence, found, tags, quotes, quoted, quotes[begin:last])
