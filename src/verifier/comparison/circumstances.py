"""Names in the same circumstance as another name: *killed in Ukraine*, *killed inside Russia*."""

from collections.abc import Iterator
from dataclasses import dataclass

from verifier.comparison.countries import land
from verifier.comparison.details import SMALL_WORDS, Details
from verifier.comparison.spelling import stem
from verifier.language.tagging import Tag
from verifier.language.wordlists import word_set
from verifier.model.claim import Facet
from verifier.model.scales import FacetType

REACH = 9
"""Tokens before a name in which the word it goes with is looked for."""

_PLACE = word_set("in inside within at near across into around outside throughout")
_RELATIONS = {**dict.fromkeys(_PLACE, "in"), "by": "by", "from": "from"}


@dataclass(frozen=True)
class Circumstance:
    """What a name is to the words before it: the preposition's kind and the stems it goes with."""

    relation: str
    heads: tuple[str, ...]


def circumstance(details: Details, facet: Facet) -> Circumstance | None:
    """The circumstance of a name; None where no preposition stands right before it."""
    at = details.token_at(facet.start) - 1
    if at >= 0 and details.tags[at] is Tag.DETERMINER:
        at -= 1
    if at < 1 or details.tags[at] not in (Tag.PREPOSITION, Tag.NOUN, Tag.ADVERB):
        return None
    relation = _RELATIONS.get(details.tokens[at].lower)
    if relation is None:
        return None
    heads = tuple(_heads(details, at))
    return Circumstance(relation, heads) if heads else None


_VERBS = frozenset((Tag.VERB, Tag.PAST, Tag.ING))
_STOPS = frozenset((Tag.COMMA, Tag.STOP, Tag.DASH, Tag.BRACKET, Tag.QUOTE))


def _heads(details: Details, at: int) -> Iterator[str]:
    """The verb before a preposition, within its clause."""
    sentence = details.sentence[at]
    for here in range(at - 1, max(-1, at - 1 - REACH), -1):
        if details.sentence[here] != sentence or details.tags[here] in _STOPS:
            return
        token = details.tokens[here]
        if token.lower in SMALL_WORDS:
            continue
        if details.tags[here] in _VERBS or token.lower in ("born", "died"):
            yield stem(token.text)
            return


def elsewhere(claim: Details, facet: Facet, passage: Details) -> Facet | None:
    """Another country or state in which the passage has what the claim has in this one.

    Both stand after a preposition of place that goes with the same verb. Of other places it is not
    known whether one lies in the other, so they are never said to differ.
    """
    here = land(facet.text)
    mine = circumstance(claim, facet) if here is not None else None
    if here is None or mine is None or mine.relation != "in":
        return None
    there = [
        (name, each)
        for other in passage.of(FacetType.NAME, FacetType.PLACE)
        if circumstance(passage, other) == mine
        for (kind, name), each in _lands_from(passage, other)
        if kind == here[0]
    ]
    names = {name for name, _ in there}
    return there[0][1] if len(names) == 1 and here[1] not in names else None


def _lands_from(passage: Details, facet: Facet) -> list[tuple[tuple[str, str], Facet]]:
    """The countries and states that a place begins with: *in Shawnee, Oklahoma*."""
    found = []
    end = facet.start
    for other in passage.of(FacetType.NAME, FacetType.PLACE):
        if other.start < facet.start:
            continue
        if passage.text[end : other.start].strip(" ,"):
            break
        known = land(other.text)
        if known is not None:
            found.append((known, other))
        end = other.end
    return found
