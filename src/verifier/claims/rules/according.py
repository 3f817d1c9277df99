"""*According to*, *in the words of*, *citing*: attributions without a verb of speech."""

from verifier.claims.cues import CueKind
from verifier.claims.noun_phrases import phrase_end
from verifier.claims.passages import Line, Passage
from verifier.claims.reports import Report
from verifier.claims.rules.place import named, trimmed
from verifier.claims.rules.quotation import taken_up
from verifier.language.tagging import VERBAL, Tag
from verifier.language.wordlists import word_set
from verifier.language.words import POSSESSIVES
from verifier.model.text import Span


def according_to(passage: Passage, number: int, at: int) -> Report | None:
    """`According to X, A` and `A, according to X`.

    >>> from verifier.claims.passages import passages
    >>> from verifier.claims.rules.trial import shown
    >>> text = "Sales fell by a tenth, according to the chain’s annual report."
    >>> shown(text, according_to(passages(text)[0], 0, 6))
    ('the chain’s annual report', 'according to', 'Sales fell by a tenth')
    >>> according_to(passages("Go according to plan.")[0], 0, 1)
    """
    line = passage.lines[number]
    if line.lower(at) != "according" or line.lower(at + 1) != "to" or line.lower(at + 2) == "plan":
        return None
    end = _source_end(line, at + 2)
    if end is None:
        return None
    content = _after(line, end) if at == 0 or _opens_clause(line, at) else None
    if content is None and at > 0:
        content = _before(line, at)
    if content is None:
        return None
    spans = [content]
    cut = line.tag(at - 1) is Tag.COMMA and line.tag(at - 2) is Tag.AUXILIARY
    if at > 0 and content.start < line.words[at].start and (cut or not has_verb(line, at)):
        rest = _after(line, end)
        spans = [content, rest] if rest else spans
    if at > 0 and end >= line.body_end and (taken := taken_up(passage, number)):
        spans.append(taken)
    source = named(line.text, line.part(at + 2, end))
    said = tuple(t for span in spans if (t := trimmed(line.text, span)))
    if source is None or not said:
        return None
    return Report((source,), (line.part(at, at + 2),), said, "according-to", CueKind.SAID)


ACCOUNTS = word_set("estimate account telling words view opinion count version reckoning")
"""Nouns by which a clause is handed to whom they belong to."""


def by_the_account_of(passage: Passage, number: int) -> Report | None:
    """`By the agency’s estimate, A` and `In their telling, A`, at the beginning of a sentence.

    >>> from verifier.claims.passages import passages
    >>> from verifier.claims.rules.trial import shown
    >>> text = "By the club’s own count, 900 fans came."
    >>> shown(text, by_the_account_of(passages(text)[0], 0))
    ('the club', 'By | count', '900 fans came')
    >>> by_the_account_of(passages("In their words lay hope.")[0], 0)
    """
    line = passage.lines[number]
    if line.lower(0) not in ("by", "in") or line.quote_at(0) >= 0:
        return None
    comma = next((at for at in range(1, min(12, line.body_end)) if line.tag(at) is Tag.COMMA), 0)
    if line.lower(comma - 1) not in ACCOUNTS or comma < 3:
        return None
    owner = next((at for at in range(1, comma) if line.tag(at) is Tag.POSSESSIVE), 0)
    if not owner and line.lower(1) not in POSSESSIVES:
        return None
    source = named(line.text, line.part(1, owner or 2))
    said = trimmed(line.text, line.part(comma + 1, line.body_end))
    if source is None or said is None:
        return None
    cue = (line.part(0, 1), line.part(comma - 1, comma))
    return Report((source,), cue, (said,), "by-the-account-of", CueKind.SAID)


def _source_end(line: Line, start: int) -> int | None:
    """Where the source ends: the phrase, with what stands in brackets."""
    while line.tag(start) is Tag.ADVERB:
        start += 1
    if start >= len(line.words):
        return None
    end = phrase_end(line, start)
    return end if end > start else None


def has_verb(line: Line, last: int) -> bool:
    """Whether a verb that may be finite stands before token `last`."""
    return any(line.tag(at) in VERBAL for at in range(last))


def _opens_clause(line: Line, at: int) -> bool:
    """Whether *according to* begins a clause after *and*, *but* or a semicolon."""
    return line.tag(at - 1) in (Tag.CONJUNCTION, Tag.SUBORDINATOR) or line.words[at - 1].text == ";"


def _after(line: Line, end: int) -> Span | None:
    """The clause after the comma that ends the source."""
    at = end
    while at < line.body_end and line.tag(at) is not Tag.COMMA:
        at += 1
    return line.part(at + 1, line.body_end) if at + 1 < line.body_end else None


def _before(line: Line, at: int) -> Span | None:
    """The clause before *according to*."""
    end = at - 1 if line.tag(at - 1) is Tag.COMMA else at
    return Span(line.span.start, line.words[end - 1].end) if end > 0 else None
