"""How far quoted words go on: to the closing mark, into the next sentence, around the speaker."""

from verifier.claims.cues import ASKING, SAYING, cue_forms
from verifier.claims.passages import Line, Passage
from verifier.language.quotes import inner
from verifier.language.tagging import VERBAL, Tag
from verifier.model.text import Span


def quoted_words(line: Line, number: int) -> Span:
    """The words of a quotation without its marks."""
    return inner(line.text, line.quotes[number])


def quote_closing_before(line: Line, at: int) -> int:
    """The quotation that ends right before token `at`, its comma skipped; -1 for none."""
    before = at - 1
    if line.tag(before) is Tag.COMMA or line.tag(before) is Tag.DASH:
        before -= 1
    number = line.quote_at(before)
    return number if number >= 0 and line.tag(before) is Tag.QUOTE else -1


def quote_opening_at(line: Line, at: int) -> int:
    """The quotation that opens at token `at`; -1 for none."""
    number = line.quote_at(at)
    if number >= 0 and line.words[at].start == line.quotes[number].start:
        return number
    return -1


def _has_own_speaker(line: Line, end: int) -> bool:
    """Whether a verb of speech stands in a sentence outside and after a quotation that ends."""
    return any(
        cue.base in _SPEECH
        for at, word in enumerate(line.words)
        if word.start >= end and line.quote_at(at) < 0 and line.tag(at) in VERBAL
        for cue in cue_forms().get(word.lower, ())
    )


_SPEECH = frozenset(SAYING) | frozenset(ASKING)


def taken_up(passage: Passage, number: int) -> Span | None:
    """The quotation that the next sentence takes up: `“A,” she said. “B.”` gives B.

    None where the next sentence begins without a quotation, or goes on with a speaker of its own.
    """
    if number + 1 >= len(passage.lines):
        return None
    line = passage.lines[number + 1]
    quote = quote_opening_at(line, 0) if line.words else -1
    if quote < 0:
        return None
    words, end = quoted_words(line, quote), line.quotes[quote].end
    for later in passage.lines[number + 1 :]:
        if later.span.end >= end:
            return None if _has_own_speaker(later, end) else words
    return words
