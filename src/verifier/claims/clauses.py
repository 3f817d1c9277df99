"""What is said: where the words that a cue governs begin and end."""

from verifier.claims.cues import ASKING, SAYING, THINKING, cue_forms
from verifier.claims.noun_phrases import Range, phrase_end
from verifier.claims.passages import Line
from verifier.language import words
from verifier.language.tagging import NOMINAL, VERBAL, Tag
from verifier.language.wordlists import word_set

_SPEECH = frozenset((*SAYING, *THINKING, *ASKING))
_PARTING = word_set("""
    while because although though if when as unless whereas since after before until but
    """)
_AHEAD = 14
"""Words that an adverbial may put between a verb and what it governs."""


def complement_start(line: Line, verb: int) -> int:
    """The first word after a verb and its adverbials: `said on Monday in a statement | that …`."""
    at = verb + 1
    while at < len(line.words):
        tag, lower = line.tag(at), line.lower(at)
        if tag is Tag.ADVERB or (lower in words.TEMPORAL and tag is not Tag.AUXILIARY):
            at += 1
        elif tag is Tag.NUMBER and _is_of_a_date(line, at, verb):
            at += 1 + (line.tag(at + 1) is Tag.CONJUNCTION and line.tag(at + 2) is Tag.NUMBER)
        elif (
            tag is Tag.COMMA and line.tag(at + 1) is Tag.QUOTE and line.quote_at(at + 1) >= 0
        ) or line.words[at].text == ":":
            return at + 1
        elif tag is Tag.PREPOSITION and line.lower(at + 1) in words.TEMPORAL:
            at += 2
        elif tag is Tag.DASH and (closing := _closing_dash(line, at)):
            at = closing + 1
        elif tag in (Tag.PREPOSITION, Tag.COMMA) or _is_to_somebody(line, at):
            return _announced(line, at)
        else:
            return at
    return at


def _is_of_a_date(line: Line, at: int, verb: int) -> bool:
    """Whether a number goes on with a date: `on May | 3 | and 4`; *that* must follow at once."""
    before = at - 2 if line.tag(at - 1) is Tag.CONJUNCTION else at - 1
    if before <= verb or (line.lower(before) not in words.TEMPORAL and before == at - 1):
        return False
    following = at + 1
    while line.tag(following) in (Tag.NUMBER, Tag.CONJUNCTION, Tag.COMMA):
        following += 1
    return line.lower(following) == "that"


def _closing_dash(line: Line, opening: int) -> int:
    """The dash that ends an aside and goes before *that*; 0 for none."""
    for at in range(opening + 1, min(len(line.words), opening + _AHEAD)):
        if line.tag(at) is Tag.DASH:
            return at if line.lower(at + 1) == "that" else 0
    return 0


def _is_to_somebody(line: Line, at: int) -> bool:
    """Whether *to* leads to a hearer, not to a verb: `wrote to the board`."""
    return line.tag(at) is Tag.TO and line.tag(at + 1) in _HEARERS


def _announced(line: Line, start: int) -> int:
    """Where *that*, a colon or a quotation takes up what an adverbial interrupts, else `start`."""
    for at in range(start + 1, min(len(line.words), start + _AHEAD)):
        is_that = line.lower(at) == "that" and line.tag(at) is Tag.SUBORDINATOR
        if is_that and (line.tag(at - 1) not in NOMINAL or line.tag(start) in _LEADING):
            return at
        if line.words[at].text == ":":
            return at + 1
        if line.quote_at(at) >= 0 and line.tag(at - 1) is Tag.COMMA:
            return at
        if line.tag(at) in VERBAL or line.tag(at) is Tag.STOP:
            break
    if line.tag(start) is Tag.PREPOSITION and line.tag(start + 1) in NOMINAL | {Tag.DETERMINER}:
        end = phrase_end(line, start + 1)
        if line.tag(end) in (Tag.PRONOUN, Tag.DETERMINER) or line.tag(end) is Tag.NAME:
            return end
    return start


_LEADING = (Tag.PREPOSITION, Tag.TO)
_HEARERS = NOMINAL | {Tag.PRONOUN, Tag.DETERMINER, Tag.ING}


def hearer(line: Line, start: int) -> Range | None:
    """Whom a verb of telling addresses: `told [reporters] the plan was dead`."""
    if line.tag(start) not in _HEARERS or line.quote_at(start) >= 0:
        return None
    end = start + 1 if line.tag(start) is Tag.PRONOUN else phrase_end(line, start)
    return (start, end)


def has_finite_verb(line: Line, start: int, end: int) -> bool:
    """Whether the words make a clause: a subject first, and a verb after it."""
    if line.tag(start) in VERBAL or line.tag(start) in (Tag.PREPOSITION, Tag.TO):
        return False
    return any(line.tag(at) in VERBAL for at in range(start + 1, end))


def clause_end(line: Line, start: int) -> int:
    """Where a reported clause ends: the token after its last.

    The rest of the sentence, up to another cue that has a subject of its own or shares this one
    (`and added`), a participle of speech (`, adding that`), *according to*, or a semicolon.
    """
    home = line.quote_at(start)
    trailing = _trailing_speaker(line)
    for at in range(start + 1, line.body_end):
        if line.quote_at(at) >= 0 and line.quote_at(at) != home:
            continue
        if line.words[at].text == ";" or _parts_here(line, at) or at == trailing:
            return at
    return line.body_end


def _trailing_speaker(line: Line) -> int:
    """The comma before who says the whole sentence, at its end: `…, the source added`; else 0."""
    verb = line.body_end - 1
    if line.tag(verb) is not Tag.PAST or line.lower(verb) not in _SAID_LAST:
        return 0
    for at in range(verb - 1, max(0, verb - 8), -1):
        if line.tag(at) is Tag.COMMA:
            return at if at < verb - 1 and line.quote_at(at) < 0 else 0
        if line.tag(at) in VERBAL or line.tag(at) in (Tag.SUBORDINATOR, Tag.QUOTE, Tag.STOP):
            return 0
    return 0


_SAID_LAST = word_set("said added wrote explained noted argued testified recalled")


def _parts_here(line: Line, at: int) -> bool:
    tag = line.tag(at)
    if tag is Tag.COMMA:
        following = line.tag(at + 1)
        if following is Tag.ING:
            return _is_speech(line, at + 1)
        if line.lower(at + 1) in ("according", "compared"):
            return True
        return (following is Tag.CONJUNCTION and _speaks_soon(line, at + 2)) or (
            line.lower(at + 1) in ("while", "but", "although", "though")
            and _speaks_soon(line, at + 2)
        )
    if tag is Tag.CONJUNCTION and line.tag(at + 1) is Tag.PAST:
        if line.tag(at + 2) in (Tag.NOUN, Tag.ADJECTIVE, Tag.PREPOSITION):
            return False
        return _is_speech(line, at + 1) and line.tag(at - 1) is not Tag.PAST
    return line.lower(at) == "according" and line.lower(at + 1) == "to"


def _is_speech(line: Line, at: int) -> bool:
    return any(cue.base in _SPEECH for cue in cue_forms().get(line.lower(at), ()))


def _speaks_soon(line: Line, start: int) -> bool:
    """Whether a new subject with a verb of speech begins here: `, but the union said`."""
    for at in range(start, min(len(line.words), start + 9)):
        if line.tag(at) in (Tag.COMMA, Tag.STOP, Tag.QUOTE, Tag.TO, Tag.SUBORDINATOR):
            return False
        if line.tag(at) in (Tag.PAST, Tag.VERB):
            return _is_speech(line, at)
    return False


def phrase_limit(line: Line, start: int) -> int:
    """Where the object of a verb ends, with what describes it: the token after its last.

    Ends at a comma, a clause of time, cause or contrast, and a verb joined by *and*; the commas
    of a list are passed over.
    """
    home, listed = line.quote_at(start), start
    for at in range(start + 1, line.body_end):
        if line.quote_at(at) >= 0 and line.quote_at(at) != home:
            continue
        tag = line.tag(at)
        if tag is Tag.COMMA and at < listed:
            continue
        if tag is Tag.COMMA and (listed := list_end(line, at)) > at:
            continue
        if tag is Tag.STOP and line.words[at].text == ":":
            continue
        if tag in (Tag.COMMA, Tag.DASH, Tag.STOP) or line.lower(at) in _PARTING_NOT_AS:
            return at
        if tag is Tag.CONJUNCTION and line.tag(at + 1) in (Tag.PAST, Tag.AUXILIARY, Tag.VERB):
            return at
    return line.body_end


def list_end(line: Line, comma: int) -> int:
    """Where a list ends whose first comma this is: `the tone, | the timing and the cost`; else 0.

    Between the commas and after *and* stand noun phrases only.
    """
    for at in range(comma + 1, min(line.body_end, comma + _LONGEST_LIST)):
        tag = line.tag(at)
        if tag is Tag.CONJUNCTION:
            return at if _is_item(line, at + 1) and at > comma + 1 else 0
        if tag not in _LISTED:
            return 0
    return 0


def _is_item(line: Line, at: int) -> bool:
    """Whether a noun phrase begins here, not a clause with a verb of its own."""
    if line.tag(at) not in NOMINAL | {Tag.DETERMINER}:
        return False
    return line.tag(phrase_end(line, at)) not in VERBAL


_LONGEST_LIST = 25
_LISTED = NOMINAL | {Tag.DETERMINER, Tag.PREPOSITION, Tag.COMMA, Tag.QUOTE, Tag.BRACKET}
_PARTING_NOT_AS = _PARTING - {"as", "if"}


def relative_end(line: Line, source: Range, start: int, end: int) -> int:
    """Where a relative clause ends whose verb governs the tokens from `start` to `end`.

    `Lee, who said rents fell, | left`: at the comma before the verb of the main clause. `those who
    like him | say`: at the second verb. `source` is the subject, with the relative word at its end.
    """
    relative = source[1] - 1
    if line.lower(relative) not in ("who", "which", "that") or line.tag(relative) is Tag.NAME:
        return end
    home = line.quote_at(relative)
    if line.tag(relative - 1) is Tag.COMMA:
        for at in range(start + 1, end):
            if line.tag(at) is not Tag.COMMA or line.quote_at(at) != home:
                continue
            verb = at + 1
            while line.tag(verb) is Tag.ADVERB:
                verb += 1
            if line.tag(verb) in VERBAL:
                return at
        return end
    for at in range(start + 1, end):
        ends = line.tag(at - 1) in NOMINAL | {Tag.PRONOUN} and line.quote_at(at) == home
        if ends and line.tag(at) in VERBAL:
            return at
    return end
