"""What a survey says without a verb of saying: `In the latest poll, A`, `A in a new survey`."""

from verifier.claims.cues import CueKind
from verifier.claims.noun_phrases import phrase_end
from verifier.claims.passages import Line, Passage
from verifier.claims.reports import Report
from verifier.claims.rules.according import has_verb
from verifier.claims.rules.place import named, trimmed
from verifier.language.tagging import VERBAL, Tag
from verifier.language.wordlists import word_set

SURVEYS = word_set("poll survey census questionnaire")
"""Nouns of asking many people, whose findings are theirs."""


def in_a_survey(passage: Passage, number: int, at: int) -> Report | None:
    """`In a poll of parents, A` and `A in a poll`: the finding of a survey.

    >>> from verifier.claims.passages import passages
    >>> from verifier.claims.rules.trial import shown
    >>> text = "In a survey of nurses, 40 percent were thinking of leaving."
    >>> shown(text, in_a_survey(passages(text)[0], 0, 0))
    ('a survey of nurses', 'In', '40 percent were thinking of leaving')
    >>> in_a_survey(passages("In a hospital, 40 percent were ill.")[0], 0, 0)
    """
    line = passage.lines[number]
    if line.lower(at) != "in" or line.quote_at(at) >= 0:
        return None
    end = phrase_end(line, at + 1)
    if line.tag(at + 1) is not Tag.DETERMINER:
        return None
    source = named(line.text, line.part(at + 1, end)) if end > at + 1 else None
    if source is None or not any(line.lower(i) in SURVEYS for i in range(at + 1, end)):
        return None
    first, last = _finding_after(line, end) if at == 0 else _finding_before(line, at)
    if last - first < 3 or not has_verb(line, last):
        return None
    said = trimmed(line.text, line.part(first, last))
    if said is None:
        return None
    return Report((source,), (line.part(at, at + 1),), (said,), "in-a-survey", CueKind.SAID)


def _finding_after(line: Line, end: int) -> tuple[int, int]:
    """The clause after the comma."""
    at = end
    while at < line.body_end and line.tag(at) is not Tag.COMMA:
        at += 1
    return at + 1, line.body_end


def _finding_before(line: Line, at: int) -> tuple[int, int]:
    """The clause that the preposition ends: from the last comma with a verb after it."""
    seen = False
    for place in range(at - 1, 0, -1):
        is_break = line.tag(place) is Tag.COMMA or line.words[place].text == ";"
        if is_break and seen:
            first = place + 1
            while line.tag(first) in (Tag.CONJUNCTION, Tag.SUBORDINATOR):
                first += 1
            return first, at
        seen = seen or line.tag(place) in VERBAL
    return 0, at
