"""What somebody is sure, afraid or glad of: an adjective of the mind after *be*."""

from verifier.claims.clauses import clause_end, phrase_limit
from verifier.claims.cues import QUESTION_COMPLEMENT, CueKind
from verifier.claims.noun_phrases import subject_before, verb_group_start
from verifier.claims.passages import Line, Passage
from verifier.claims.reports import Report
from verifier.claims.rules.place import named, trimmed
from verifier.language.tagging import Tag
from verifier.language.wordlists import word_set
from verifier.language.words import BE

MINDS = word_set("""
    confident sure certain convinced aware unaware worried concerned hopeful optimistic pessimistic
    skeptical sceptical doubtful afraid glad happy unhappy proud sorry surprised pleased
    disappointed angry eager willing unwilling ready reluctant determined critical supportive
    grateful adamant unsure uncertain excited thrilled upset furious keen opposed
    interested dismissive wary appalled frustrated alarmed inclined
    """)
"""Adjectives of what somebody thinks, feels or is disposed to do."""

_ABOUT = frozenset({"about", "of", "by", "with", "on", "in", "over", "at"})
_FEELS = BE | {"remain", "remains", "remained", "feel", "feels", "felt"}


def state_of_mind(passage: Passage, number: int, at: int) -> Report | None:
    """`is confident that A`, `was critical of B`, `are eager to do C`.

    >>> from verifier.claims.passages import passages
    >>> from verifier.claims.rules.trial import shown
    >>> text = "The surgeon is confident that the patient will walk."
    >>> shown(text, state_of_mind(passages(text)[0], 0, 3))
    ('The surgeon', 'is confident', 'that the patient will walk')
    >>> state_of_mind(passages("The surgeon gave a confident answer.")[0], 0, 4)
    """
    line = passage.lines[number]
    if line.lower(at) not in MINDS:
        return None
    group = verb_group_start(line, at)
    if group == at and line.lower(at - 1) in _FEELS:
        group = verb_group_start(line, at - 1)
    if not any(line.lower(i) in _FEELS for i in range(group, at)):
        return None
    subject = subject_before(line, group)
    content = _what_about(line, at + 1)
    if subject is None or content is None:
        return None
    said = trimmed(line.text, line.part(*content))
    who = named(line.text, line.part(*subject))
    if said is None or who is None:
        return None
    cue = line.part(group, at + 1)
    return Report((who,), (cue,), (said,), "state-of-mind", CueKind.NAMED)


def _what_about(line: Line, at: int) -> tuple[int, int] | None:
    """What the adjective is about: a clause, an infinitive, or the object of a preposition."""
    lower = line.lower(at)
    if lower == "that" or lower in QUESTION_COMPLEMENT or line.tag(at) is Tag.PRONOUN:
        return (at, clause_end(line, at)) if at + 1 < line.body_end else None
    if line.tag(at) is Tag.TO and at + 1 < line.body_end:
        return (at, phrase_limit(line, at))
    if lower in _ABOUT and at + 1 < line.body_end:
        return (at + 1, phrase_limit(line, at + 1))
    return None
