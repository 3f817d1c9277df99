"""Speakers that stand before a colon: headlines and printed conversations."""

from verifier.claims.cues import CueKind
from verifier.claims.passages import Line, Passage
from verifier.claims.reports import Report
from verifier.claims.rules.place import named, trimmed
from verifier.claims.rules.quotation import quote_opening_at
from verifier.language.tagging import NOMINAL, Tag
from verifier.language.wordlists import word_set

_LONGEST = 7
"""Words that a speaker before a colon may have."""

NO_SPEAKERS = word_set("""
    latest revealed wow report's
    update updates updated correction related photo photos video watch note read source sources
    breaking live analysis opinion exclusive advertisement caption image more see also tags topics
    category categories share follow contact email phone tel by filed posted published background
    factbox timeline explainer fact q&a weather sport sports business politics world credit
    transcript editor exclusive spoiler warning date time place where when what who why how here
    question answer example conclusion result results ingredients
    """)
"""Words before a colon that name a kind of text, not a speaker."""


def label_of_headline(passage: Passage) -> Report | None:
    """A headline that gives its speaker first: `Mayor: Bridge Was Safe`.

    >>> from verifier.claims.passages import passages
    >>> from verifier.claims.rules.trial import shown
    >>> text = "Hospital union: Night shifts were never paid"
    >>> shown(text, label_of_headline(passages(text)[0]))
    ('Hospital union', '', 'Night shifts were never paid')
    >>> label_of_headline(passages("Update: Night shifts were never paid")[0])
    """
    return _labelled(passage, is_headline=True)


def label_of_turn(passage: Passage) -> Report | None:
    """A turn of a printed conversation: `Q: …`, `Ann Lee: “…”`, `MODERATOR: …`.

    >>> from verifier.claims.passages import passages
    >>> from verifier.claims.rules.trial import shown
    >>> text = "Ann Lee: “The pitch was frozen.”"
    >>> shown(text, label_of_turn(passages(text)[0]))
    ('Ann Lee', '', 'The pitch was frozen')
    >>> label_of_turn(passages("The verdict: nine years in prison.")[0])
    """
    return _labelled(passage, is_headline=False)


def _labelled(passage: Passage, *, is_headline: bool) -> Report | None:
    if not passage.lines:
        return None
    line = passage.lines[0]
    opens = line.tag(0) is Tag.QUOTE  # “SPEAKER: …, as a transcript quotes a turn
    if opens and (_colon(line) != 2 or not line.words[1].text.isupper()):
        return None
    colon = _colon(line)
    if not 0 < colon < len(line.words) - 2 or not _can_speak(line, colon):
        return None
    if not is_headline and not _is_turn(line, colon):
        return None
    end = passage.lines[0].span.end if is_headline else passage.span.end
    source = named(line.text, line.part(int(opens), colon))
    said = trimmed(line.text, line.part(colon + 1, len(line.words))._replace(end=end))
    if source is None or said is None:
        return None
    return Report((source,), (), (said,), "label", CueKind.SAID)


def _colon(line: Line) -> int:
    """The place of the colon that ends a short label; 0 for none."""
    for at in range(1, min(_LONGEST + 1, len(line.words))):
        if line.words[at].text == ":":
            return at
    return 0


def _can_speak(line: Line, colon: int) -> bool:
    """Whether the words before the colon are a noun phrase that can name a speaker."""
    if any(line.lower(at) in NO_SPEAKERS for at in range(colon)):
        return False
    if line.tag(0) is Tag.QUOTE:
        return colon == 2
    inside = NOMINAL | {Tag.DETERMINER, Tag.CONJUNCTION, Tag.BRACKET}
    if line.lower(0)[0].isdigit():
        return False
    return all(line.tag(at) in inside or line.lower(at) in _OF for at in range(colon))


_OF = ("of", "for", "at")


def _is_turn(line: Line, colon: int) -> bool:
    """Whether the label is a bare name or letter, and words follow that somebody can speak."""
    if line.tag(0) is Tag.QUOTE:
        return True
    if not all(line.tag(at) in (Tag.NAME, Tag.BRACKET) for at in range(colon)):
        return False
    label = line.words[0].text
    capitals = colon <= 2 and all(line.words[at].text.isupper() for at in range(colon))
    return capitals or label in ("Q", "A") or quote_opening_at(line, colon + 1) >= 0
