"""Questions put to somebody that the story reports without their asker: `Asked whether …`."""

from verifier.claims.clauses import clause_end, phrase_limit
from verifier.claims.cues import QUESTION_COMPLEMENT, CueKind
from verifier.claims.noun_phrases import phrase_end
from verifier.claims.reports import Report
from verifier.claims.rules.place import Place, report
from verifier.language.tagging import NOMINAL, Tag
from verifier.language.words import BE, TEMPORAL

_ASKED = ("ask", "press", "question", "query")
_ABOUT = ("about", "for", "on", "to")


def asked(place: Place) -> Report | None:
    """`Asked whether …, X said` and `X was asked about …`: a question whose asker is not named.

    >>> from verifier.claims.rules.trial import trial
    >>> trial(asked, "Asked on Monday whether fares would rise, the minister left.")
    [('', 'Asked', 'whether fares would rise')]
    >>> trial(asked, "The minister asked whether fares would rise.")
    []
    """
    line = place.line
    if place.cue.base not in _ASKED or place.cue.form not in (2, 3) or not _has_no_asker(place):
        return None
    at = _past_circumstances(place, place.at + 1)
    lower = line.lower(at)
    if lower in QUESTION_COMPLEMENT:
        first = at
    elif lower in _ABOUT and lower not in TEMPORAL:
        first = at if lower == "to" else at + 1
    else:
        return None
    if first >= line.body_end:
        return None
    end = _clause_before_comma(place, first)
    return report(place, "asked", CueKind.NAMED, None, [line.part(first, end)])


_WHERE = ("in", "at", "by", "during")


def _past_circumstances(place: Place, at: int) -> int:
    """The token after adverbs, times and places: `asked in Oslo on Monday | whether`."""
    line = place.line
    while at < line.body_end:
        if line.tag(at) is Tag.ADVERB or line.lower(at) in TEMPORAL or _is_on_a_day(place, at):
            at += 1
        elif line.lower(at) in _WHERE and line.tag(at + 1) in NOMINAL | {Tag.DETERMINER}:
            at = phrase_end(line, at + 1)
        else:
            break
    return at


def _has_no_asker(place: Place) -> bool:
    """Whether the verb opens its clause, alone or after *when*, or is a passive."""
    line, group = place.line, place.group
    if any(line.lower(at) in BE for at in range(group, place.at)):
        return True
    if group != place.at:
        return False
    return place.at == 0 or line.lower(place.at - 1) in ("when", "if", "once")


def _is_on_a_day(place: Place, at: int) -> bool:
    """Whether a preposition leads to a time: `asked on Monday whether`."""
    line = place.line
    return line.tag(at) is Tag.PREPOSITION and line.lower(at + 1) in TEMPORAL


def _clause_before_comma(place: Place, first: int) -> int:
    """The end of the question: at the comma, where the question comes before its answer."""
    line = place.line
    end = clause_end(line, first)
    if place.at > 1 and line.lower(0) not in ("when", "if", "once"):
        return end
    return min(end, max(first + 1, phrase_limit(line, first)))
