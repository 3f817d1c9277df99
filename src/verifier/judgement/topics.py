"""What a claim is about, read from its words: events and whom they befell, things, names, places.

Only as much as comparing two statements of one story needs; no word is understood.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from verifier.judgement.words import (
    COUNTRIES,
    EVENT_OF,
    INTRANSITIVE,
    NEGATIONS,
    SAME_THING,
    SMALL,
)
from verifier.language.wordlists import word_set
from verifier.model.claim import Claim, Facet
from verifier.model.scales import FacetType

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d[\d.,]*")
_PASSIVE = word_set("was were been being be is are get got gets")
_BETWEEN = word_set("either also already reportedly allegedly then all badly seriously")
_AFTER_PASSIVE = word_set(
    "in on at by near during while when after before inside outside across from since or and as "
    "with under for to along amid among where who"
)
_NEAR = 7
"""How many words before or after an event's word may name whom it befell."""


@dataclass(frozen=True)
class Event:
    """One event of a claim: its kind, and the words that name whom or what it befell."""

    kind: str
    whom: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True)
class Topic:
    """What a claim is about. `stems` are its content words, names and figures left out.

    `names` are its capitalised words in lower case, without those of places, which are compared as
    details. `countries` are those it places itself in.
    """

    claim: Claim
    stems: frozenset[str]
    names: frozenset[str]
    events: tuple[Event, ...]
    countries: frozenset[str]
    negated: bool

    def facets(self, kind: FacetType) -> tuple[Facet, ...]:
        """The details of one kind."""
        return tuple(facet for facet in self.claim.facets if facet.type is kind)


def topic_of(claim: Claim) -> Topic:
    """What a claim is about, by its words in the story and its stand-alone text."""
    words = _WORD.findall(claim.standalone.replace("’", "'"))
    lower = [word.lower() for word in words]
    known = _words_of(claim, FacetType.NAME, FacetType.PLACE)
    countries = countries_in(claim.standalone)
    placed = _words_of(claim, FacetType.PLACE) | {
        word for name in countries for word in name.lower().split()
    }
    named = frozenset(names_in(words, lower, known))
    stems = (stem(word) for word in lower if word not in SMALL and word[0].isalpha())
    bare = {part for word in lower for part in word.removesuffix("'s").split("-")}
    return Topic(
        claim=claim,
        stems=frozenset(stems) - {stem(word) for word in bare if plain_name(word) in named},
        names=named - {plain_name(word) for word in placed},
        events=tuple(_events(words, lower, known)),
        countries=countries,
        negated=any(word in NEGATIONS or word.endswith("n't") for word in lower),
    )


def _words_of(claim: Claim, *kinds: FacetType) -> frozenset[str]:
    """The words of a claim's names and places, in lower case."""
    texts = (facet.text for facet in claim.facets if facet.type in kinds)
    return frozenset(word for text in texts for word in re.split(r"[\s-]+", text.lower()))


def stem(word: str) -> str:
    """What a word is compared by: its kind of event or thing, else its beginning.

    >>> stem("died"), stem("troops"), stem("villages"), stem("training")
    ('death', 'soldier', 'villag', 'train')
    """
    word = word.removesuffix("'s").removesuffix("'")
    known = EVENT_OF.get(word) or SAME_THING.get(word)
    if known:
        return known
    for ending in ("ing", "edly", "ed", "ies", "es", "s", "ly", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def names_in(words: list[str], lower: list[str], known: frozenset[str]) -> Iterable[str]:
    """The capitalised words; the first, which any sentence capitalises, only if it is `known`.

    Or if it opens a name of several words. Those of a composite come apart: `Russian-North Korean`.
    """
    for at, word in enumerate(words):
        if word[:1].isupper() and (at > 0 or lower[at] in known or _is_name_first(words)):
            for part in lower[at].removesuffix("'s").split("-"):
                if part not in SMALL and len(part) > 1:
                    yield plain_name(part)


def _is_name_first(words: list[str]) -> bool:
    """Whether the first word opens a name of several words: `North Korean soldiers`."""
    return len(words) > 1 and words[1][:1].isupper()


_PEOPLE = re.compile(r"(?:ians?|ans?|ia|a|e)$")


def plain_name(name: str) -> str:
    """A name as that of the country or of its people: `Korea`, `Korean` and `Koreans` are one.

    >>> plain_name("korea"), plain_name("koreans"), plain_name("ukraine")
    ('kore', 'kore', 'ukrain')
    """
    return _PEOPLE.sub("", name) if len(name) >= 5 else name


def _events(words: list[str], lower: list[str], known: frozenset[str]) -> Iterable[Event]:
    for at, word in enumerate(lower):
        kind = EVENT_OF.get(word)
        if kind is None:
            continue
        if _is_one_of_two(lower, at):
            kind = "casualty"
        before = _befalls_before(lower, at)
        reach = range(max(0, at - _NEAR), at) if before else range(at + 1, at + 1 + _NEAR)
        near = [n for n in reach if n < len(words)]
        yield Event(
            kind,
            frozenset(
                stem(lower[n]) for n in near if lower[n] not in SMALL and lower[n][0].isalpha()
            ),
            frozenset(names_in([words[n] for n in near], [lower[n] for n in near], known))
            | frozenset(_capitalised_first(words, near)),
        )


def _is_one_of_two(lower: list[str], at: int) -> bool:
    """Whether it is not said which of two happened: `killed or wounded`."""
    around = (lower[max(0, at - 2) : at], lower[at + 1 : at + 3])
    return any(
        "or" in words and any(EVENT_OF.get(word) in ("death", "injury") for word in words)
        for words in around
    )


def _capitalised_first(words: list[str], near: list[int]) -> Iterable[str]:
    """The first word near an event where it is a name, inside the sentence."""
    if near and near[0] > 0 and words[near[0]][:1].isupper():
        for part in words[near[0]].lower().removesuffix("'s").split("-"):
            yield plain_name(part)


def _befalls_before(lower: list[str], at: int) -> bool:
    """Whether those whom an event befell are named before its word, and not after it."""
    following = lower[at + 1] if at + 1 < len(lower) else ""
    if lower[at] in INTRANSITIVE:
        owned = lower[at + 2 : at + 3] in (["its"], ["their"], ["his"], ["her"])
        return following != "of" or owned
    back = at - 1
    while back >= 0 and (lower[back] in _BETWEEN or lower[back] in EVENT_OF or lower[back] == "or"):
        back -= 1
    if back >= 0 and lower[back] in _PASSIVE:
        return True
    if lower[at].endswith("ing"):
        return False
    return not following or following in _AFTER_PASSIVE


_PLACED = re.compile(
    r"\b(?:in|inside|into|within|across|throughout)\s(?:the\s|eastern\s|western\s|northern\s"
    r"|southern\s|central\s)*((?:[A-Z][\w.-]+)(?:\s[A-Z][\w.-]+){0,2})(?!['’]s?\s)"
)


def countries_in(words: str) -> frozenset[str]:
    """The countries that words say something happens in.

    >>> sorted(countries_in("They died in Ukraine, not inside South Korea."))
    ['South Korea', 'Ukraine']
    >>> countries_in("in Russia’s war")
    frozenset()
    """
    found = set()
    for match in _PLACED.finditer(words):
        name = match.group(1).rstrip(".")
        for length in (3, 2, 1):
            head = " ".join(name.split()[:length])
            if head in COUNTRIES:
                found.add(head)
                break
    return frozenset(found)
