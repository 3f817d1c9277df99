"""Reported speech whose content goes before the speaker, or around: `“A,” X said`."""

from verifier.claims.clauses import clause_end, has_finite_verb, hearer
from verifier.claims.cues import QUOTING
from verifier.claims.noun_phrases import Range, named_work, subject_after, subject_before
from verifier.claims.passages import Line
from verifier.claims.reports import Report
from verifier.claims.rules.place import Place, report
from verifier.claims.rules.quotation import (
    quote_closing_before,
    quote_opening_at,
    quoted_words,
    taken_up,
)
from verifier.claims.rules.speech import CLAUSAL, TELLS, is_passive, kind_of, past_adverbials
from verifier.language import words
from verifier.language.tagging import NOMINAL, VERBAL, Tag
from verifier.language.wordlists import word_set
from verifier.model.text import Span


def speech_before(place: Place) -> Report | None:
    """Content first, speaker after it or around: `“A,” X said`, `A, X said, B`, `“A,” said X`.

    >>> from verifier.claims.rules.trial import trial
    >>> trial(speech_before, "“The bridge is safe,” Mayor Ann Lee said. “We tested it.”")
    [('Mayor Ann Lee', 'said', 'The bridge is safe | We tested it')]
    >>> trial(speech_before, "On Monday, the mayor said the bridge was safe.")
    []
    """
    line, start = place.line, place.group
    if place.is_participle or line.lower(place.at + 1) == "by" or not _can_follow(place):
        return None
    inverted = _inverted_subject(place)
    if inverted:
        before, after = start, inverted[1]
        source = inverted
    else:
        subject = subject_before(line, start)
        if subject is None or is_passive(place):
            return None
        before, after, source = subject[0], place.at + 1, subject
    content = _words_before(line, before)
    if content is None or not _is_parenthesis(line, place, before, after):
        return None
    return report(
        place,
        "speech-before",
        kind_of(place.cue.base),
        source,
        [content, *_after(place, before, after, is_inverted=inverted is not None)],
    )


def _can_follow(place: Place) -> bool:
    """Whether the verb can stand after what is said: one of speech, or `“…,” she went on`."""
    base, line = place.cue.base, place.line
    if base in CLAUSAL:
        return base != "know"
    if base not in QUOTING:
        return False
    particles = QUOTING[base]
    subject = subject_before(line, place.group)
    before = subject[0] if subject else place.group
    if quote_closing_before(line, before) < 0:
        return False
    return line.lower(place.at + 1) in particles if particles else _ends_here(line, place.at + 1)


def _ends_here(line: Line, at: int) -> bool:
    """Whether the clause ends: at a stop, a comma, a time, or the speaker that follows."""
    return at >= line.body_end or line.tag(at) in (Tag.COMMA, Tag.STOP, Tag.NAME, Tag.PREPOSITION)


def _inverted_subject(place: Place) -> Range | None:
    """The speaker after the verb: `said Ann Lee`; only after words that can be what she said."""
    line, start = place.line, place.group
    if start != place.at or place.cue.form not in (1, 2) or start == 0:
        return None
    if line.tag(start - 1) not in (Tag.COMMA, Tag.QUOTE, Tag.DASH):
        return None
    if line.tag(start - 1) is Tag.QUOTE and named_work(line, start - 1):
        return None
    following = place.at + 1
    if line.tag(following) is Tag.PAST and line.tag(following + 1) in (Tag.NOUN, Tag.NAME):
        following += 1
    if line.tag(following) not in NOMINAL | {Tag.DETERMINER, Tag.PRONOUN}:
        return None
    if line.lower(following) in words.OBJECT_PRONOUNS | words.TEMPORAL:
        return None
    speaker = subject_after(line, following)
    if line.tag(start - 1) is Tag.COMMA and subject_before(line, start) is not None:
        return speaker if speaker and _ends_after(place, speaker) else None
    return speaker


_SAID_LAST = word_set("say write add note explain tweet recall")


def _ends_after(place: Place, speaker: Range) -> bool:
    """Whether a name after the verb ends the clause, as one who speaks can: `, said Lee`."""
    line, at = place.line, speaker[1]
    if place.cue.base not in _SAID_LAST or line.tag(speaker[0]) is not Tag.NAME:
        return False
    return at >= line.body_end or line.tag(at) is Tag.COMMA


def _words_before(line: Line, before: int) -> Span | None:
    """What is said before token `before`, or None where nothing there can be said."""
    quote = quote_closing_before(line, before)
    if quote >= 0:
        opened = line.quotes[quote].start
        head = line.text[line.span.start : opened].strip()
        return Span(line.span.start if head else opened, line.words[before - 1].end)
    if before < 2 or line.tag(before - 1) not in (Tag.COMMA, Tag.DASH):
        return None
    return Span(line.span.start, line.words[before - 1].start)


def _is_parenthesis(line: Line, place: Place, before: int, after: int) -> bool:
    """Whether speaker and verb stand apart from what is said, and govern nothing after it."""
    at = after
    if quote_closing_before(line, before) >= 0:
        return line.lower(at) != "that" and not (
            line.tag(at) is Tag.COMMA and line.lower(at + 1) == "that"
        )
    if line.tag(before - 1) not in (Tag.COMMA, Tag.DASH):
        return False
    spoken = hearer(line, at) if place.cue.base in TELLS else None
    at = past_adverbials(line, spoken[1] if spoken else at)
    stops = line.tag(at) in (Tag.COMMA, Tag.STOP, Tag.DASH) or line.lower(at) in _MEANWHILE
    if not stops and at < len(line.words):
        return False
    first = line.lower(0)
    opening = line.tag(0) is Tag.PREPOSITION or first in words.SUBORDINATORS
    if quote_opening_at(line, at) >= 0 or quote_opening_at(line, at + 1) >= 0:
        opening = True
    clause = any(line.tag(i) in (Tag.VERB, Tag.AUXILIARY, Tag.PAST) for i in range(before - 1))
    if opening and clause and line.lower(at + 1) in _RELATIVES:
        return False
    if clause and (at >= line.body_end or not opening or _two_commas(line, before)):
        return True
    return line.tag(at) is Tag.COMMA and quote_opening_at(line, at + 1) < 0


_RELATIVES = word_set("where who which whose")
_MEANWHILE = word_set("as while when after before")


def _two_commas(line: Line, before: int) -> bool:
    return any(line.tag(at) is Tag.COMMA for at in range(before - 1))


def _after(place: Place, before: int, after: int, *, is_inverted: bool) -> list[Span]:
    """What goes on after the speaker: in this sentence, or as a quotation in the next."""
    line = place.line
    for at in range(after, len(line.words)):
        quote = quote_opening_at(line, at)
        if quote >= 0 and (at == after or line.tag(at - 1) in (Tag.COMMA, Tag.DASH)):
            return [quoted_words(line, quote)]
    at = after
    while at < line.body_end and line.tag(at) is not Tag.COMMA:
        at += 1
    plain = not is_inverted and quote_closing_before(line, before) < 0
    if line.tag(at) is Tag.COMMA and line.tag(at + 1) is Tag.ING and plain:
        return []
    verbless = not any(line.tag(i) in VERBAL for i in range(before - 1))
    if is_inverted and verbless and line.tag(at) is Tag.COMMA and line.quote_at(before - 1) < 0:
        while at < line.body_end and line.tag(at + 1) not in VERBAL:
            at += 1  # The key, says Lee, a nurse, | is rest
        if at + 1 < line.body_end:
            return [line.part(at + 1, clause_end(line, at + 1))]
    if plain and at <= after + 3 and _goes_on_said(line, at):
        return [line.part(at + 1, clause_end(line, at + 1))]
    taken = taken_up(place.passage, place.number)
    return [taken] if taken else []


def _goes_on_said(line: Line, comma: int) -> bool:
    """Whether what is said goes on after the comma: `Recently, he said, | rents have doubled`."""
    if comma + 1 >= line.body_end or line.tag(comma + 1) is Tag.ING:
        return False
    return not _is_about_speaker(line, comma)


def _is_about_speaker(line: Line, comma: int) -> bool:
    if line.lower(comma + 1) == "on" and line.lower(comma + 2) == "condition":
        return True
    return line.lower(comma + 1) in ("who", "which", "whose", "where", "according") or (
        line.tag(comma + 1) is Tag.DETERMINER
        and not has_finite_verb(line, comma + 1, line.body_end)
    )


def as_reported(place: Place) -> Report | None:
    """`As X reported, A` and `A, as X noted`: what *as* hands to its speaker.

    >>> from verifier.claims.rules.trial import trial
    >>> trial(as_reported, "As the auditor noted, two invoices were missing.")
    [('the auditor', 'noted', 'two invoices were missing')]
    >>> trial(as_reported, "As the auditor noted the invoices, he smiled.")
    []
    """
    line = place.line
    if place.cue.base not in CLAUSAL or place.is_participle:
        return None
    subject = subject_before(line, place.group)
    if subject is None or line.lower(subject[0] - 1) != "as":
        return None
    opening, at = subject[0] - 1, past_adverbials(line, place.at + 1)
    if opening == 0 and line.tag(at) is Tag.COMMA and at + 2 < line.body_end:
        content = line.part(at + 1, clause_end(line, at + 1))
    elif opening > 3 and line.tag(opening - 1) is Tag.COMMA and at >= line.body_end:
        content = Span(line.span.start, line.words[opening - 1].start)
    else:
        return None
    return report(place, "as-reported", kind_of(place.cue.base), subject, [content])
