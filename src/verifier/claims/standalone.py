"""A statement made to stand alone: what a pronoun or a participle means, in [brackets]."""

import re

from verifier.claims.found import Statement
from verifier.claims.passages import Line
from verifier.language.tagging import NOMINAL, Tag
from verifier.language.wordlists import word_set
from verifier.language.words import (
    ARTICLES,
    AUXILIARIES,
    CONJUNCTIONS,
    DEMONSTRATIVES,
    PREPOSITIONS,
    SUBORDINATORS,
)

_PERSONAL = word_set("he she it they")


def standalone(statement: Statement, subject: str | None, speaker: str | None) -> str:
    """The words of a statement with what they need to be understood alone, in [brackets].

    `subject` is the noun phrase that a piece without a subject goes with, or that its pronoun
    stands for; `speaker` the name of who says it, for *he* and *she* outside quotations.
    """
    line, span = statement.line, statement.span
    words = " ".join(_spoken(statement).split())
    first = next((t for t in line.words if t.start >= span.start), None)
    if first is None:
        return words
    if first.lower in _PERSONAL and not statement.is_quote:
        name = (speaker if first.lower in ("he", "she") else None) or subject
        return f"[{name}]{words[len(first.text) :]}" if name else words
    if statement.is_quote and first.lower in ("i", "we") and speaker:
        return f"[{speaker}:] {words}"
    if subject and statement.rule in _WITHOUT_SUBJECT:
        rest = words[len(first.text) :].strip() if first.lower in _RELATIVES else words
        return f"[{subject}] {rest}"
    return words[:1].upper() + words[1:] if words[:1].islower() and not subject else words


def _spoken(statement: Statement) -> str:
    """The words of a statement without the aside that names its speaker."""
    words, aside = statement.span.of(statement.line.text), statement.aside
    if aside is None:
        return words
    before, after = aside.start - statement.span.start, aside.end - statement.span.start
    return f"{words[:before].rstrip(' ,')} {words[after:].lstrip(' ,')}"


_POINTING = re.compile(r"\b(?:these|those|this)\s(?:[\w’-]+\s){0,2}?([a-z]{4,})\b", re.IGNORECASE)
_BEFORE = 600
"""Code points before a claim in which *these units* is looked up."""

_SMALL = ARTICLES | DEMONSTRATIVES | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | SUBORDINATORS


def with_referents(words: str, text: str, start: int) -> str:
    """The words with what *these units* and the like mean, in [brackets].

    The last phrase before offset `start` that ends in the same noun and says more.

    >>> story = "Two mixed combat units fought. Half of these units fled."
    >>> with_referents("Half of these units fled", story, 31)
    'Half of these units [Two mixed combat units] fled'
    """
    pointing = _POINTING.search(words)
    if not pointing:
        return words
    noun = pointing.group(1)
    named = re.compile(rf"((?:[\w’-]+\s){{1,3}}){re.escape(noun)}\b")
    for match in reversed(list(named.finditer(text, max(0, start - _BEFORE), start))):
        before = match.group(1).split()
        while before and before[0].lower() in _SMALL:
            before.pop(0)
        if before and not _SMALL & {word.lower() for word in before}:
            meant = " ".join([*before, noun])
            return f"{words[: pointing.end()]} [{meant}]{words[pointing.end() :]}"
    return words


def plural_before(line: Line, start: int) -> str | None:
    """The last plural noun phrase of the sentence before an offset: what *they* may mean."""
    for at in range(len(line.words) - 1, 0, -1):
        is_plural = line.tag(at) is Tag.NOUN and line.lower(at).endswith("s")
        if line.words[at].end > start or not is_plural:
            continue
        first = at
        while first > 0 and line.tag(first - 1) in NOMINAL | {Tag.DETERMINER}:
            first -= 1
        return line.part(first, at + 1).of(line.text)
    return None


_RELATIVES = word_set("which who where")
_WITHOUT_SUBJECT = word_set(
    "relative-clause reduced-relative participle-of-result coordinated-verb"
)


def subject_of(line: Line, start: int, end: int) -> str | None:
    """The noun phrase that the words between two offsets begin with, at most eight words of it."""
    first = next((at for at, t in enumerate(line.words) if t.start >= start), None)
    if first is None:
        return None
    while line.lower(first) in ("that", "and", "but") or line.tag(first) in (Tag.COMMA, Tag.QUOTE):
        first += 1
    last = first
    while last < len(line.words) and line.words[last].end <= end and last - first < 8:
        if line.tag(last) not in _SUBJECT:
            break
        last += 1
    while last > first and line.tag(last - 1) in (Tag.PREPOSITION, Tag.CONJUNCTION, Tag.DETERMINER):
        last -= 1
    if last == first or line.lower(last - 1) in ARTICLES:
        return None
    words = line.part(first, last).of(line.text)
    return None if words.lower() in _PERSONAL else words


_SUBJECT = NOMINAL | {Tag.DETERMINER, Tag.PREPOSITION, Tag.CONJUNCTION, Tag.BRACKET, Tag.PRONOUN}


def antecedent(line: Line, start: int) -> str | None:
    """The noun phrase that ends right before an offset, for a relative clause."""
    last = max((at for at, t in enumerate(line.words) if t.end <= start), default=-1)
    while last >= 0 and line.tag(last) in (Tag.COMMA, Tag.DASH):
        last -= 1
    first = last
    while first > 0 and line.tag(first - 1) in NOMINAL | {Tag.DETERMINER}:
        first -= 1
    return line.part(first, last + 1).of(line.text) if last >= 0 else None
