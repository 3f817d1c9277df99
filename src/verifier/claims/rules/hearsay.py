"""Statements that nobody named is said to make: passives, adverbs of hearsay, seeming."""

from verifier.claims.clauses import phrase_limit
from verifier.claims.cues import EXPECTED, JUDGING, CueKind
from verifier.claims.noun_phrases import phrase_end, subject_before, verb_group_start
from verifier.claims.passages import Passage
from verifier.claims.reports import Report
from verifier.claims.rules.attitude import _BE
from verifier.claims.rules.place import Place, report, trimmed
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
    looks = place.cue.base in ("look", "sound", "feel") and line.lower(at) == "like"
    while line.tag(at) is Tag.ADVERB:
        at += 1
    seems = place.cue.base in ("seem", "appear") and line.tag(at) in _LOOKS
    if not (looks or seems) or at >= line.body_end:
        return None
    if line.lower(at) in ("that", "as") or line.lower(at - 1) == "it":
        return report(place, "seeming", CueKind.NAMED, None, [line.part(at, line.body_end)])
    subject = subject_before(line, place.group)
    if subject is None:
        return None
    content = [line.part(*subject), line.part(at, phrase_limit(line, at))]
    return report(place, "seeming", CueKind.NAMED, None, content)


_LOOKS = frozenset({Tag.TO, Tag.ADJECTIVE, Tag.PAST, Tag.SUBORDINATOR, Tag.ING, Tag.DETERMINER})


def hearsay_adverb(passage: Passage, number: int, at: int) -> Report | None:
    """`reportedly`, `allegedly`: the statement around an adverb that hands it to nobody named.

    >>> from verifier.claims.passages import passages
    >>> from verifier.claims.rules.trial import shown
    >>> text = "The keeper reportedly signed for three years."
    >>> shown(text, hearsay_adverb(passages(text)[0], 0, 2))
    ('', 'reportedly', 'The keeper | signed for three years')
    >>> hearsay_adverb(passages("The keeper finally signed.")[0], 0, 2)
    """
    line = passage.lines[number]
    if line.lower(at) not in HANDING_ON or at + 2 >= line.body_end:
        return None
    first = at + 2 if line.tag(at + 1) is Tag.COMMA else at + 1
    subject = subject_before(line, verb_group_start(line, at)) if at else None
    spans = [line.part(subject[0], at)] if subject else []
    spans.append(line.part(first, max(first + 1, phrase_limit(line, first))))
    said = tuple(t for span in spans if (t := trimmed(line.text, span)))
    if not said:
        return None
    return Report((), (line.part(at, at + 1),), said, "hearsay-adverb", CueKind.HEARSAY)


HANDING_ON = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})
"""Adverbs that hand a statement to somebody else, not to how things look."""


def _is_passive_here(place: Place) -> bool:
    """Whether a participle has a form of *be* in its group."""
    if place.line.tag(place.at) is not Tag.PAST:
        return False
    return any(place.line.lower(at) in _BE for at in range(place.group, place.at))
