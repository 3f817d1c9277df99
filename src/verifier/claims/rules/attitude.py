"""What somebody wants, means to do, or judges: infinitives, objects, prepositions with objects."""

from verifier.claims.clauses import clause_end, complement_start, hearer, phrase_limit, relative_end
from verifier.claims.cues import INTENDING, JUDGING, JUDGING_WITH, TELLING, CueKind
from verifier.claims.noun_phrases import Range, phrase_end, subject_before
from verifier.claims.reports import Report
from verifier.claims.rules.place import Place, report
from verifier.claims.rules.speech_after import shared_subject
from verifier.language.tagging import NOMINAL, Tag
from verifier.language.wordlists import word_set
from verifier.language.words import TEMPORAL

_INTENDING, _JUDGING, _TELLING = frozenset(INTENDING), frozenset(JUDGING), frozenset(TELLING)


def _subject(place: Place) -> Range | None:
    """Who acts; of a participle or a second verb, the subject it shares."""
    line, start = place.line, place.group
    if not place.is_participle:
        subject = subject_before(line, start)
        if subject is not None:
            return subject
    return shared_subject(line, start)


def intention(place: Place) -> Report | None:
    """Somebody wants, plans, promises or refuses to do something.

    >>> from verifier.claims.rules.trial import trial
    >>> trial(intention, "The hospital has refused to publish the list, and staff left.")
    [('The hospital', 'has refused', 'to publish the list')]
    >>> trial(intention, "She came to publish the list.")
    []
    """
    line, base = place.line, place.cue.base
    first = at = place.at + 1
    if (base in _TELLING or base in _MOVING) and line.tag(at) is not Tag.TO:
        spoken = hearer(line, at)
        at = spoken[1] if spoken else at
    elif base not in _INTENDING or _is_passive(place):
        return None
    if line.tag(at) is Tag.NEGATION:
        at += 1
    if line.tag(at) is not Tag.TO or line.tag(at + 1) in (Tag.DETERMINER, Tag.NAME):
        return None
    source = _subject(place)
    if source is None:
        return None
    start = first if base in _MOVING and at > first else at
    content = [line.part(start, relative_end(line, source, at, phrase_limit(line, at)))]
    return report(place, "intention", CueKind.INTENDED, source, content)


_MOVING = word_set("""
    ask urge advise show persuade convince invite encourage challenge order instruct implore beg
    exhort press
    """)
"""Verbs whose hearer is to do something: `urged | the board to resign`."""


def judgement_with(place: Place) -> Report | None:
    """A verb that reaches its object by a preposition: calls for, refers to, complains about.

    >>> from verifier.claims.rules.trial import trial
    >>> trial(judgement_with, "The union called for a strike on Friday.")
    [('The union', 'called for', 'a strike on Friday')]
    >>> trial(judgement_with, "The union called on Friday.")
    []
    """
    line, base = place.line, place.cue.base
    at = place.at + 1
    links = JUDGING_WITH.get(base, ())
    told = line.tag(at) is Tag.TO and line.tag(at + 1) in NOMINAL | {Tag.DETERMINER}
    if told and "to" not in links:
        at = phrase_end(line, at + 1)
    if line.lower(at) not in links:
        return None
    start = at + 1
    if line.tag(start) not in NOMINAL | {Tag.DETERMINER, Tag.PRONOUN, Tag.ING, Tag.SUBORDINATOR}:
        return None
    if line.lower(at) in ("on", "at", "in") and _is_time(line.lower(start)):
        return None
    source = _subject(place)
    if source is None:
        return None
    limit = clause_end if line.lower(start) == "that" else phrase_limit
    content = [line.part(start, relative_end(line, source, start, limit(line, start)))]
    return report(place, "judgement-with", CueKind.JUDGED, source, content, cue_end=at + 1)


def _is_time(lower: str) -> bool:
    return lower in TEMPORAL


def judgement(place: Place) -> Report | None:
    """A verb with an object that somebody speaks of, for or against.

    >>> from verifier.claims.rules.trial import trial
    >>> trial(judgement, "Doctors criticized the new rules on overtime, which begin in May.")
    [('Doctors', 'criticized', 'the new rules on overtime')]
    >>> trial(judgement, "The rules were criticized.")
    []
    """
    line, base = place.line, place.cue.base
    if base not in _JUDGING and not _is_evidence(place):
        return None
    if line.tag(place.at) is Tag.NOUN or _is_passive(place) or _is_reason(place):
        return None
    at = complement_start(line, place.at)
    if at > place.at + 3 or line.tag(at) not in _OBJECT_STARTS:
        return None
    source = _subject(place)
    if source is None:
        return None
    content = [line.part(at, relative_end(line, source, at, phrase_limit(line, at)))]
    return report(place, "judgement", CueKind.JUDGED, source, content)


def _is_reason(place: Place) -> bool:
    """Whether a participle names what somebody is blamed or known for: `for again proposing`."""
    before = place.at - 1
    while place.line.tag(before) is Tag.ADVERB:
        before -= 1
    return place.is_participle and place.line.lower(before) in ("for", "of")


EVIDENCE = word_set(
    """
    poll polls survey surveys data study studies record records report reports research figures
    results numbers statistics document documents footage video photo photos images census analysis
    """
)
"""What can show something by itself."""


def _is_evidence(place: Place) -> bool:
    """Whether a poll, a record or a picture shows the object: `figures show a fall`."""
    if place.cue.base not in ("show", "find", "reveal") or place.is_participle:
        return False
    subject = subject_before(place.line, place.group)
    if subject is None:
        return False
    return any(place.line.lower(at) in EVIDENCE for at in range(*subject))


_OBJECT_STARTS = NOMINAL | {Tag.DETERMINER, Tag.PRONOUN, Tag.ING, Tag.QUOTE, Tag.SUBORDINATOR}
_BE = word_set("""
    be is are was were been being am 're 'm isn't aren't wasn't weren't
    """)


def _is_passive(place: Place) -> bool:
    """Whether a form of *be* stands in the verb's group, or a participle follows its noun."""
    if place.line.tag(place.at) is not Tag.PAST:
        return False
    return any(place.line.lower(at) in _BE for at in range(place.group, place.at))
