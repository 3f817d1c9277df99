"""Attributions whose cue is a noun: `the union’s claim that …`, `his support for …`."""

from verifier.claims.clauses import clause_end, phrase_limit
from verifier.claims.cues import CueKind
from verifier.claims.noun_phrases import phrase_start
from verifier.claims.passages import Passage
from verifier.claims.reports import Report
from verifier.claims.rules.place import named, trimmed
from verifier.language.tagging import Tag
from verifier.language.wordlists import word_set
from verifier.language.words import POSSESSIVES

SAID_NOUNS = word_set(
    """
    claim claims statement assertion allegation allegations contention argument suggestion belief
    view opinion announcement warning prediction promise pledge vow admission acknowledgment
    insistence conviction fear fears hope hopes denial complaint complaints concern concerns
    assurance conclusion estimate remark notion
    """
)
"""Nouns of speech and thought, before *that*."""

_LINKS: dict[str, tuple[str, ...]] = {
    "criticism": ("of",), "attacks": ("on",), "praise": ("of", "for"),
    "call": ("to",), "calls": ("for", "to"), "opposition": ("to",), "plan": ("to",),
    "plans": ("to",), "vow": ("to",), "pledge": ("to",), "promise": ("to", "of"),
    "refusal": ("to",), "desire": ("to", "for"), "demand": ("for",), "demands": ("for",),
    "endorsement": ("of",), "condemnation": ("of",), "denunciation": ("of",), "rejection": ("of",),
    "proposal": ("to", "for"), "threat": ("to",), "views": ("on",), "view": ("of", "on"),
    "comments": ("on", "about"), "disdain": ("for",), "support": ("for",),
    "embrace": ("of",), "skepticism": ("of", "about"), "optimism": ("about",),
    "doubts": ("about",), "concerns": ("about", "over"), "questions": ("about",),
    "complaints": ("about",), "warning": ("about", "of", "against"),
}  # fmt: skip
"""Nouns of speech, wish and judgement, each with the words that lead to what it is about."""

NOUNS = SAID_NOUNS | frozenset(_LINKS)
"""Every noun that the rule starts from."""


def possessed_noun(passage: Passage, number: int, at: int) -> Report | None:
    """A noun of speech or judgement that somebody owns, with what it is about.

    >>> from verifier.claims.passages import passages
    >>> from verifier.claims.rules.trial import shown
    >>> text = "The coach’s claim that the ball was out was wrong."
    >>> shown(text, possessed_noun(passages(text)[0], 0, 3))
    ('The coach', 'claim', 'that the ball was out was wrong')
    >>> possessed_noun(passages("The claim was wrong.")[0], 0, 1)
    """
    line = passage.lines[number]
    lower, link = line.lower(at), line.lower(at + 1)
    is_clause = link == "that" and lower in SAID_NOUNS
    if not is_clause and link not in _LINKS.get(lower, ()):
        return None
    owner = at - 1
    while line.tag(owner) is Tag.ADJECTIVE or line.tag(owner) is Tag.NOUN:
        owner -= 1
    if line.tag(owner) is Tag.POSSESSIVE:
        start = phrase_start(line, owner - 1)
        source = line.part(start, owner) if start is not None else None
    else:
        source = line.part(owner, owner + 1) if line.lower(owner) in POSSESSIVES else None
    first = at + 1 if is_clause or link == "to" else at + 2
    if (source is None and not is_clause) or first >= line.body_end:
        return None
    last = clause_end(line, first) if is_clause else phrase_limit(line, first)
    said = trimmed(line.text, line.part(first, last))
    who = named(line.text, source) if source else None
    if said is None:
        return None
    cue = line.part(at, first)
    return Report((who,) if who else (), (cue,), (said,), "possessed-noun", CueKind.NAMED)
