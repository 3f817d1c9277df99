"""Statements that nobody named is said to make: passives, adverbs of hearsay, seeming."""

from verifier.claims.clauses import phrase_limit
from verifier.claims.cues import EXPECTED, JUDGING, CueKind
from verifier.claims.noun_phrases import phrase_end, subject_before
from verifier.claims.reports import Report
from verifier.claims.rules.attitude import _BE
from verifier.claims.rules.place import Place, report
from verifier.language.tagging import NOMINAL, Tag

_EXPECTED, _JUDGED = frozenset(EXPECTED), frozenset(JUDGING)


def passive_report(place: Place) -> Report | None:
    """The passive of a verb of speech or thought: `is said to be`, `were reported missing`.

    >>> from verifier.claims.rules.trial import trial
    >>> trial(passive_report, "Two climbers were reported missing near the summit.")
    [('', 'were reported', 'Two climbers | missing near the summit')]
    >>> trial(passive_report, "Two climbers were rescued near the summit.")
    []
    """
    line = place.line
    if place.cue.base not in _EXPECTED or not _is_passive_here(place):
        return None
    subject = subject_before(line, place.group)
    at = place.at + 1
    if subject is None or line.tag(at) not in _GOES_ON or line.lower(at) == "by":
        return None
    content = [line.part(*subject), line.part(at, phrase_limit(line, at))]
    return report(place, "passive-report", CueKind.HEARSAY, None, content)


_GOES_ON = frozenset({Tag.TO, Tag.ADJECTIVE, Tag.ING, Tag.PREPOSITION, Tag.PAST, Tag.NOUN})


def passive_with_agent(place: Place) -> Report | None:
    """The passive with the speaker after *by*: `was criticized by X`, `first reported by X`.

    >>> from verifier.claims.rules.trial import trial
    >>> trial(passive_with_agent, "The merger was opposed by small shareholders.")
    [('small shareholders', 'was opposed by', 'The merger')]
    >>> trial(passive_with_agent, "The house was built by the river.")
    []
    """
    line = place.line
    if place.cue.base not in _EXPECTED | _JUDGED or line.lower(place.at + 1) != "by":
        return None
    if not _is_passive_here(place) or line.tag(place.at + 2) not in _AGENTS:
        return None
    subject = subject_before(line, place.group)
    if subject is None:
        return None
    source = (place.at + 2, max(place.at + 3, phrase_end(line, place.at + 2)))
    content = [line.part(*subject)]
    return report(place, "passive-with-agent", CueKind.JUDGED, source, content, place.at + 2)


_AGENTS = NOMINAL | {Tag.DETERMINER, Tag.PRONOUN}


def seeming(place: Place) -> Report | None:
    """`seems to`, `appears to`: how something looks to nobody named.

    >>> from verifier.claims.rules.trial import trial
    >>> trial(seeming, "The leak appears to be small.")
    [('', 'appears', 'The leak | to be small')]
    >>> trial(seeming, "The ship appears at noon.")
    []
    """
    line = place.line
    at = place.at + 1
    if place.cue.base not in ("seem", "appear") or line.tag(at) not in (Tag.TO, Tag.ADJECTIVE):
        return None
    subject = subject_before(line, place.group)
    if subject is None:
        return None
    content = [line.part(*subject), line.part(at, phrase_limit(line, at))]
    return report(place, "seeming", CueKind.NAMED, None, content)


def _is_passive_here(place: Place) -> bool:
    """Whether a participle has a form of *be* in its group."""
    if place.line.tag(place.at) is not Tag.PAST:
        return False
    return any(place.line.lower(at) in _BE for at in range(place.group, place.at))
