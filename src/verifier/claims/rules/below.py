"""Words that stand in a paragraph of their own under who says them: `The mayor wrote:`."""

from verifier.claims.cues import SAYING, CueKind, cue_forms
from verifier.claims.noun_phrases import subject_before, verb_group_start
from verifier.claims.passages import Line, Passage
from verifier.claims.reports import Report
from verifier.claims.rules.place import named, trimmed
from verifier.claims.rules.quotation import quote_opening_at, quoted_words
from verifier.language.tagging import VERBAL
from verifier.model.text import Span

_SAYING = frozenset(SAYING)


def quotation_below(passage: Passage, following: Passage) -> Report | None:
    r"""A sentence of speech that ends in a colon, with the quotation that the next paragraph is.

    >>> from verifier.claims.passages import passages
    >>> from verifier.claims.rules.trial import shown
    >>> text = "In a letter the surgeon wrote:\n\n“Nobody told us of the fault.”"
    >>> shown(text, quotation_below(*passages(text)))
    ('the surgeon', 'wrote', 'Nobody told us of the fault')
    >>> text = "The list has three names:\n\n“Ann Lee” is the first."
    >>> quotation_below(*passages(text))
    """
    if not passage.lines or not following.lines:
        return None
    line, below = passage.lines[-1], following.lines[0]
    if not line.words or line.words[-1].text != ":" or not below.words:
        return None
    quote = quote_opening_at(below, 0)
    verb = _verb_of_speech(line)
    if quote < 0 or verb is None:
        return None
    group = verb_group_start(line, verb)
    subject = subject_before(line, group)
    who = named(line.text, line.part(*subject)) if subject else None
    said = trimmed(line.text, quoted_words(below, quote))
    if who is None or said is None:
        return None
    base = next(cue.base for cue in cue_forms()[line.lower(verb)] if cue.base in _SAYING)
    cue = Span(line.words[group].start, line.words[verb].end)
    return Report((who,), (cue,), (said,), "quotation-below", CueKind.SAID, base)


def _verb_of_speech(line: Line) -> int | None:
    """The last verb of saying outside quotations that stands in a sentence."""
    for at in range(len(line.words) - 1, 0, -1):
        cues = cue_forms().get(line.lower(at), ())
        if line.tag(at) in VERBAL and line.quote_at(at) < 0:
            return at if any(cue.base in _SAYING for cue in cues) else None
    return None
