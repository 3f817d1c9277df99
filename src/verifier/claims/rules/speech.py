"""What rules of reported speech share: kinds of verbs, passives, adverbials of the verb."""

from verifier.claims.cues import ASKING, QUOTING, SAYING, TELLING, THINKING, CueKind
from verifier.claims.passages import Line
from verifier.claims.rules.place import Place
from verifier.language import words
from verifier.language.tagging import NOMINAL, Tag

SAYS, TELLS = frozenset(SAYING), frozenset(TELLING)
"""Verbs of speech; verbs that name the hearer before what is said."""

_ASKS = frozenset(ASKING)
CLAUSAL = SAYS | TELLS | _ASKS | frozenset(THINKING)
"""Verbs that a clause or a quotation may go with."""


def kind_of(base: str) -> CueKind:
    """Whether a verb says or thinks."""
    said = base in SAYS | _ASKS | TELLS or base in QUOTING
    return CueKind.SAID if said else CueKind.THOUGHT


def is_passive(place: Place) -> bool:
    """Whether a participle has a form of *be* in its group: `has been shown to`."""
    if place.line.tag(place.at) is not Tag.PAST:
        return False
    return any(place.line.lower(at) in words.BE for at in range(place.group, place.at))


def past_adverbials(line: Line, at: int) -> int:
    """The token after the verb's adverbials, as after `said Monday in a statement`."""
    while at < len(line.words):
        if line.tag(at) is Tag.ADVERB or line.lower(at) in _TIMES:
            at += 1
        elif line.tag(at) is Tag.PREPOSITION:
            at += 1
            while line.tag(at) in NOMINAL | {Tag.DETERMINER, Tag.PREPOSITION, Tag.ING}:
                at += 1
        else:
            break
    return at


_TIMES = words.TEMPORAL | {"late", "early", "this", "last"}
