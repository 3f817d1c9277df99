"""What a thing is called by whoever calls it so: `a scheme called “Fresh Start”`."""

from verifier.claims.cues import CueKind
from verifier.claims.noun_phrases import phrase_end, subject_before
from verifier.claims.reports import Report
from verifier.claims.rules.place import Place, report
from verifier.claims.rules.quotation import quote_opening_at, quoted_words
from verifier.language.tagging import Tag
from verifier.model.text import Span

_CALLED = ("call", "name", "title", "entitle", "dub")


def naming(place: Place) -> Report | None:
    """A thing and what it is called: a noun with *a*, a participle, a name.

    >>> from verifier.claims.rules.trial import trial
    >>> trial(naming, "The council runs a scheme called Fresh Start for tenants.")
    [('', 'called', 'a scheme | Fresh Start')]
    >>> trial(naming, "The council called the scheme a success.")
    []
    """
    line, at = place.line, place.at + 1
    if place.cue.base not in _CALLED or line.tag(place.at) is not Tag.PAST:
        return None
    if place.group != place.at or line.tag(place.at - 1) is not Tag.NOUN:
        return None
    thing, name = subject_before(line, place.at), _name(place, at)
    if thing is None or name is None:
        return None
    while thing[0] < place.at - 2 and line.lower(thing[0]) not in ("a", "an", "the"):
        thing = (thing[0] + 1, thing[1])
    if line.lower(thing[0]) not in ("a", "an") and line.tag(thing[0]) is not Tag.NUMBER:
        return None
    return report(place, "naming", CueKind.NAMED, None, [line.part(*thing), name])


def _name(place: Place, at: int) -> Span | None:
    """The quotation or the name that stands at a token."""
    line = place.line
    quote = quote_opening_at(line, at)
    if quote >= 0:
        return quoted_words(line, quote)
    if line.tag(at) is Tag.DETERMINER and line.tag(at + 1) is Tag.NAME:
        return line.part(at, phrase_end(line, at))
    end = at
    while line.tag(end) is Tag.NAME:
        end += 1
    return line.part(at, end) if end > at else None
