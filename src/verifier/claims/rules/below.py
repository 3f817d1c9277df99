"""Words that stand in a paragraph of their own under who says them: `The mayor wrote:`."""

import re

from verifier.claims.cues import SAYING, CueKind, cue_forms
from verifier.claims.noun_phrases import subject_before, verb_group_start
from verifier.claims.passages import Line, Passage
from verifier.claims.reports import Report
from verifier.claims.rules.place import named, trimmed
from verifier.claims.rules.quotation import quote_opening_at, quoted_words
from verifier.language.tagging import VERBAL
from verifier.language.wordlists import word_set
from verifier.model.text import Span

_SAYING = frozenset(SAYING)
_HOLDING = word_set("contains contained has had carries carried bears bore includes included")
_TEXTS = word_set("statement message words text passage line lines notice warning motto sentence")


_SIGNATURE = re.compile(
    r"\s*\n\s*[—–-]{1,2}\s?(?P<name>[^\n()@]{2,60}?)\s?\(@\w{1,30}\)\s?(?P<date>[^\n]{0,40})(?=\n|$)"
)


def signed_below(passage: Passage) -> Report | None:
    r"""A post of a network: a paragraph, and its writer with a handle on the line below.

    >>> from verifier.claims.passages import passages
    >>> from verifier.claims.rules.trial import shown
    >>> text = "The pool is shut.\n\n— Ann Lee (@annlee) May 3, 2021"
    >>> shown(text, signed_below(passages(text)[0]))
    ('Ann Lee', '', 'The pool is shut')
    >>> text = "The pool is shut.\n\nAnn Lee (@annlee) wrote so."
    >>> signed_below(passages(text)[0])
    """
    if not passage.lines:
        return None
    text = passage.lines[0].text
    signed = _SIGNATURE.match(text, passage.span.end)
    said = trimmed(text, passage.span) if signed else None
    who = named(text, Span(*signed.span("name"))) if signed else None
    if said is None or who is None:
        return None
    return Report((who,), (), (said,), "signed-below", CueKind.SAID)


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
    if subject is not None and line.lower(subject[1] - 1) in ("which", "that"):
        subject = (subject[0], subject[1] - 1)
    who = named(line.text, line.part(*subject)) if subject else None
    said = trimmed(line.text, quoted_words(below, quote))
    if who is None or said is None:
        return None
    cues = cue_forms().get(line.lower(verb), ())
    base = next((cue.base for cue in cues if cue.base in _SAYING), "read")
    cue = Span(line.words[group].start, line.words[verb].end)
    return Report((who,), (cue,), (said,), "quotation-below", CueKind.SAID, base)


def _verb_of_speech(line: Line) -> int | None:
    """The last verb of a sentence outside quotations, if it says or holds words."""
    for at in range(len(line.words) - 1, 0, -1):
        cues = cue_forms().get(line.lower(at), ())
        if line.tag(at) in VERBAL and line.quote_at(at) < 0:
            holds = line.lower(at) in _HOLDING and line.lower(len(line.words) - 2) in _TEXTS
            return at if holds or any(cue.base in _SAYING for cue in cues) else None
    return None
