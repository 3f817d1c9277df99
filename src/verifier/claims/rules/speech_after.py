"""Reported speech whose content goes after the verb: a clause or a quotation."""

from verifier.claims.clauses import (
    clause_end,
    complement_start,
    has_finite_verb,
    hearer,
    relative_end,
)
from verifier.claims.cues import QUESTION_COMPLEMENT, cue_forms
from verifier.claims.noun_phrases import Range, subject_after, subject_before, verb_group_start
from verifier.claims.passages import Line
from verifier.claims.reports import Report
from verifier.claims.rules.place import Place, report
from verifier.claims.rules.quotation import quote_opening_at, quoted_words, taken_up
from verifier.claims.rules.speech import CLAUSAL, SAYS, TELLS, is_passive, kind_of
from verifier.language import words
from verifier.language.tagging import NOMINAL, VERBAL, Tag
from verifier.language.wordlists import word_set
from verifier.model.text import Span


def speech_after(place: Place) -> Report | None:
    """A speaker, a verb and what follows: a clause with or without *that*, or a quotation.

    >>> from verifier.claims.rules.trial import trial
    >>> trial(speech_after, "The coach, 52, told reporters on Friday that Ruiz would not play.")
    [('The coach, 52', 'told', 'that Ruiz would not play')]
    >>> trial(speech_after, "The court said nothing.")
    []
    """
    line, base = place.line, place.cue.base
    if base not in CLAUSAL or line.lower(place.at + 1) == "by":
        return None
    at = complement_start(line, place.at)
    if base not in TELLS and is_passive(place) and line.lower(place.at + 1) != "that":
        return None
    if base in TELLS:
        spoken = hearer(line, at)
        if spoken and (_introduces(line, spoken[1]) or not has_finite_verb_soon(line, at, base)):
            at = complement_start(line, spoken[1] - 1)
    if base == "report" and line.lower(place.at + 1) in ("for", "to"):
        return None  # reported for duty
    content = _complement(place, at)
    if content is None:
        return None
    if line.tag(place.group) is Tag.TO and not _is_governed(line, place.group):
        return None
    source = _speaker(place)
    if source is None and not place.is_participle:
        return None
    if source is not None:
        content = _within_its_clause(line, source, content)
    return report(place, "speech-after", kind_of(base), source, content)


def _within_its_clause(line: Line, source: Range, content: list[Span]) -> list[Span]:
    """The content without what follows the relative clause that it stands in."""
    said = content[0]
    inside = [at for at, word in enumerate(line.words) if said.start <= word.start < said.end]
    is_relative = line.lower(source[1] - 1) in ("who", "which") and line.tag(source[1] - 2)
    if len(content) > 1 or not inside or is_relative is not Tag.COMMA:
        return content
    end = relative_end(line, source, inside[0], inside[-1] + 1)
    return [line.part(inside[0], end)] if end <= inside[-1] else content


def _introduces(line: Line, at: int) -> bool:
    """Whether *that*, a question word or a quotation stands here: `asked the board | whether`."""
    if line.lower(at) == "that" or line.lower(at) in QUESTION_COMPLEMENT:
        return True
    return quote_opening_at(line, at) >= 0


def gapped_clause(place: Place) -> Report | None:
    """A clause with a gap: `a deadline that insiders said | went unnoticed`, `what he called …`.

    >>> from verifier.claims.rules.trial import trial
    >>> trial(gapped_clause, "It was a goal that the referee said was offside.")
    [('the referee', 'said', 'that | was offside')]
    >>> trial(gapped_clause, "The referee said it was offside.")
    []
    """
    line, at = place.line, place.at + 1
    if place.cue.base not in CLAUSAL or line.tag(at) not in VERBAL or place.is_participle:
        return None
    subject = subject_before(line, place.group)
    if subject is None or subject[0] == 0:
        return None
    before = subject[0] - 1
    if line.tag(before) is not Tag.SUBORDINATOR and line.lower(before) not in _RELATIVES:
        return None
    content = [line.part(before, before + 1), line.part(at, clause_end(line, at))]
    return report(place, "gapped-clause", kind_of(place.cue.base), subject, content)


_RELATIVES = word_set("that which who whom what")


def has_finite_verb_soon(line: Line, at: int, base: str) -> bool:
    """Whether what follows *warned* or *promised* is a clause at once, without a hearer."""
    return base not in (
        "tell",
        "inform",
        "remind",
        "assure",
        "notify",
        "persuade",
        "convince",
    ) and (has_finite_verb(line, at, min(line.body_end, at + 8)))


def _is_governed(line: Line, to: int) -> bool:
    """Whether *to* hangs on a verb of the speaker: `declined to say`, `went on to say`.

    Not `difficult to say that`, `the ability to say`.
    """
    before = line.tag(to - 1)
    if before in (Tag.ADVERB, Tag.PREPOSITION):
        before = line.tag(to - 2)
    return before in (Tag.PAST, Tag.VERB, Tag.ING)


def _complement(place: Place, at: int) -> list[Span] | None:
    """The words that the verb governs from token `at` on, or None where that is no clause."""
    line, base = place.line, place.cue.base
    if at >= line.body_end:
        return None
    quote = quote_opening_at(line, at)
    if quote >= 0 and line.quote_at(place.at) != quote:
        return _quotation(place, at, quote)
    lower = line.lower(at)
    end = _clause_end_here(place, at)
    if lower == "that" or (lower in QUESTION_COMPLEMENT and base not in ("continue", "begin")):
        return [_to_the_end_of_its_quotation(line, at, end)] if end > at + 1 else None
    if lower == "as" and line.tag(at) is Tag.SUBORDINATOR:
        return None
    rough = lower in _ROUGHLY and line.tag(at + 1) is Tag.NUMBER
    if line.tag(at) not in _CLAUSE_STARTS and not rough:
        if line.tag(at) is not Tag.PREPOSITION or not _comma_then_clause(line, at, end):
            return None
    elif not has_finite_verb(line, at + rough, end) or not _takes_bare_clause(place, at, end):
        return None
    return [_to_the_end_of_its_quotation(line, at, end)]


_ROUGHLY = word_set("about around over under up")


_CLAUSE_STARTS = NOMINAL | {
    Tag.DETERMINER, Tag.PRONOUN, Tag.SUBORDINATOR, Tag.QUOTE, Tag.ING, Tag.CONJUNCTION
}  # fmt: skip


def _clause_end_here(place: Place, at: int) -> int:
    """Where the clause ends: at the comma, if the verb itself stands in a clause put first.

    `While the judge said it was late, | the trial went on`.
    """
    line = place.line
    end = clause_end(line, at)
    is_first = line.lower(0) in PUT_FIRST or (place.is_participle and place.at < 2)
    if not is_first or any(line.tag(i) is Tag.COMMA for i in range(place.at)):
        return end
    for comma in range(at + 1, end):
        if line.tag(comma) is Tag.COMMA and line.quoted[comma] == line.quoted[place.at]:
            return comma
    return end


PUT_FIRST = word_set("while although though when if after before because since as whereas")


def _to_the_end_of_its_quotation(line: Line, at: int, end: int) -> Span:
    """The clause, made to run on where it ends in words whose quotation goes on after it."""
    said = line.part(at, end)
    quote = line.quote_at(end - 1)
    if quote >= 0 and line.quotes[quote].end > line.span.end:
        return Span(said.start, quoted_words(line, quote).end)
    return said


def _comma_then_clause(line: Line, at: int, end: int) -> bool:
    """`said in some places, prices had doubled`: an adverbial that belongs to what is said."""
    for comma in range(at, min(end, at + 10)):
        if line.tag(comma) is Tag.COMMA:
            is_relative = line.lower(comma + 1) in ("where", "who", "which", "whose")
            return has_finite_verb(line, comma + 1, end) and not is_relative
    return False


def _takes_bare_clause(place: Place, at: int, end: int) -> bool:
    """Whether a clause without *that* follows: its subject, then at once its verb."""
    line = place.line
    if place.cue.base in _BARE:
        return True
    if place.cue.base not in _SOMETIMES_BARE:
        return False
    subject = hearer(line, at)
    if subject is None:
        return False
    verb = subject[1]
    while line.tag(verb) in (Tag.ADVERB, Tag.NEGATION):
        verb += 1
    return verb < end and line.tag(verb) in (Tag.AUXILIARY, Tag.PAST, Tag.VERB)


_SOMETIMES_BARE = word_set(
    """
    claim note add admit acknowledge report announce estimate fear suspect understand assume say
    write expect bet guess wish swear promise agree allege contend maintain decide deny indicate
    show reveal find learn realize realise remember complain concede declare joke tweet confirm
    recall stress testify assert observe conclude boast caution assure remind inform imagine
    recognize see doubt explain figure state pray emphasize imply repeat mean determine discover
    continue reckon convince anticipate feel worry pledge vow forecast speculate disclose insinuate
    """
)


_BARE = word_set("say tell think believe know hope warn insist predict argue suggest")


def _quotation(place: Place, at: int, quote: int) -> list[Span]:
    """Quoted words after the verb, with what goes on after the closing mark in the same clause."""
    line = place.line
    words_said = quoted_words(line, quote)
    closing = line.quotes[quote].end
    if closing >= line.span.end - 1:
        taken = taken_up(place.passage, place.number) if closing <= line.span.end else None
        return [words_said, taken] if taken else [words_said]
    after = next(i for i in range(at, len(line.words) + 1) if line.quote_at(i) != quote)
    if line.tag(after) not in (Tag.COMMA, Tag.STOP, Tag.DASH, Tag.QUOTE):
        return [Span(words_said.start, line.part(at, clause_end(line, at)).end)]
    return [words_said]


def _speaker(place: Place) -> Range | None:
    """Who says it: before the verb, or the subject that a participle or second verb shares."""
    line = place.line
    start = place.group
    if place.is_participle and (start == 0 or line.lower(start - 1) in PUT_FIRST) and start < 2:
        comma = _clause_end_here(place, place.at + 1)
        if line.tag(comma) is Tag.COMMA and (told := subject_after(line, comma + 1)):
            return told  # While saying that rents fell, Lee …
    if not place.is_participle:
        subject = subject_before(line, start)
        if subject is not None and line.lower(subject[0] - 1) in _PUBLISHED:
            return shared_subject(line, subject[0])
        if subject is not None:
            return subject
    elif line.tag(start - 1) is Tag.COMMA and (told := _who_spoke(line, start)):
        return told
    elif line.lower(start - 1) in words.TEMPORAL:
        return shared_subject(line, start)
    elif line.tag(start - 1) in (Tag.NOUN, Tag.NAME) and start == place.at:
        nearest = _plain_phrase(line, start - 1)
        if line.lower(nearest - 1) not in _PUBLISHED:
            return (nearest, start)
    return shared_subject(line, start)


_NEAR = 80
"""Words before a participle in which the verb that it goes with stands."""


def _who_spoke(line: Line, end: int) -> Range | None:
    """The subject of the first verb of saying of the sentence: `Lee said …, adding …`."""
    for at in range(max(1, end - _NEAR), end - 1):
        if line.tag(at) not in (Tag.PAST, Tag.VERB) or line.quote_at(at) >= 0:
            continue
        if any(cue.base in SAYS | TELLS for cue in cue_forms().get(line.lower(at), ())):
            return subject_before(line, verb_group_start(line, at))
    return None


_PUBLISHED = word_set(
    "published shared released posted issued sent made wrote aired broadcast uploaded"
)


def _plain_phrase(line: Line, last: int) -> int:
    """Where the nouns that end at `last` begin, with those that prepositions link to them."""
    at = last
    while at > 0:
        tag, before = line.tag(at - 1), line.tag(at - 2)
        linked = tag is Tag.PREPOSITION and before in NOMINAL
        if tag not in NOMINAL | {Tag.DETERMINER} and not linked:
            break
        at -= 1
    return at


def shared_subject(line: Line, start: int) -> Range | None:
    """The subject of the verb before: `She left, saying …`, `He resigned and said …`.

    The nearest verb to the left outside quotations that has a subject gives it; one that stands in
    a relative clause only where no other does.
    """
    inner: Range | None = None
    for at in range(start - 1, max(0, start - 60), -1):
        if line.tag(at) in (Tag.PAST, Tag.VERB, Tag.AUXILIARY) and line.quote_at(at) < 0:
            group = at
            while line.tag(group - 1) in (Tag.AUXILIARY, Tag.ADVERB, Tag.NEGATION):
                group -= 1
            subject = subject_before(line, group)
            if subject is not None and line.lower(subject[1] - 1) not in ("that", "which"):
                return subject
            inner = inner or subject
    return inner
