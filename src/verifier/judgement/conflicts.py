"""Places of one story that cannot both be so, or where one says more than the other.

Each rule looks at two claims that speak of the same thing and gives why they conflict, else None.
Few and right is better than many: a rule asks for the same people or nearly the same words.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from verifier.comparison.intervals import Fit
from verifier.judgement.layout import Held
from verifier.judgement.name_variants import name_variants
from verifier.judgement.related import (
    CROWDED,
    LEAST,
    beside,
    count_alike,
    counted_stems,
    fit_of,
    same_event,
    same_people,
    same_words,
    topics_of,
)
from verifier.judgement.topics import Topic
from verifier.judgement.words import EVENT_OF
from verifier.model.assessment import InternalConflict
from verifier.model.claim import Claim, ClaimLabel, Facet
from verifier.model.scales import (
    AttributionMode,
    Checkability,
    ConflictKind,
    FacetType,
    Force,
)
from verifier.model.state import State
from verifier.model.text import Span

Rule = Callable[[Topic, Topic], str | None]
"""Why two claims, in the order of the text, conflict; None where they do not."""


class Found(NamedTuple):
    """A conflict before it has a label; sorted by its places."""

    spans: tuple[Span, Span]
    kind: ConflictKind
    claims: tuple[ClaimLabel, ClaimLabel]
    why: str


def internal_conflicts(state: State, text: str) -> tuple[InternalConflict, ...]:
    """The conflicts inside a story, in the order of the text, labelled X01, X02, ….

    Of what several pairs of claims show alike, and of several groups that a number may be confused
    with, the first stands. `text` is the story's; with
    "" names are compared within the claims only.
    """
    return _conflicts(Held(state.claims), text)


@lru_cache(maxsize=4)
def _conflicts(held: Held, text: str) -> tuple[InternalConflict, ...]:
    seen: dict[tuple[ConflictKind, str], Found] = {}
    topics = topics_of(held.claims.values())
    for found in sorted([*_pairs(topics), *_tolls(topics), *_names(held.claims, text)]):
        is_scope = found.kind is ConflictKind.SCOPE
        seen.setdefault((found.kind, found.claims[0] if is_scope else found.why), found)
    return tuple(
        InternalConflict(f"X{number:02d}", found.kind, found.claims, found.spans, found.why)
        for number, found in enumerate(seen.values(), 1)
    )


def _pairs(topics: tuple[Topic, ...]) -> Iterator[Found]:
    for topic, others in beside(topics, pieces=True):
        for other in others:
            first, second = topic.claim.selector, other.claim.selector
            if first is None or second is None or first.start >= second.start:
                continue
            for kind, rule in RULES:
                why = rule(topic, other)
                if why is not None and not _is_within(first.span, second.span):
                    labels = (topic.claim.label, other.claim.label)
                    yield Found((first.span, second.span), kind, labels, why)
                    break


def _tolls(topics: tuple[Topic, ...]) -> Iterator[Found]:
    """The tolls that one speaker gives of different groups."""
    by_speaker: dict[str, list[Topic]] = {}
    for topic in topics:
        if any(_is_toll(facet) for facet in topic.facets(FacetType.NUMBER)):
            for speaker in _speakers(topic.claim):
                by_speaker.setdefault(speaker, []).append(topic)
    for tolls in by_speaker.values():
        for at, one in enumerate(tolls[:CROWDED]):
            for other in tolls[at + 1 : CROWDED]:
                first, second = one.claim.selector, other.claim.selector
                why = scopes_apart(one, other)
                if first is not None and second is not None and why is not None:
                    labels = (one.claim.label, other.claim.label)
                    yield Found((first.span, second.span), ConflictKind.SCOPE, labels, why)


def _is_within(first: Span, second: Span) -> bool:
    return first.overlaps(second)


def places_apart(one: Topic, other: Topic) -> str | None:
    """The same event, or nearly the same words, in two countries."""
    if not one.countries or not other.countries or one.countries & other.countries:
        return None
    if not (_same_named(one, other) or _same_statement(one, other)):
        return None
    return f"in {_listed(one.countries)} here, in {_listed(other.countries)} there"


def _same_named(one: Topic, other: Topic) -> bool:
    """Whether both tell of one kind of event that befell the same people, by name."""
    return any(
        event.kind == told.kind and event.names and told.names and same_people(event, told)
        for event in one.events
        for told in other.events
    )


def _same_statement(one: Topic, other: Topic) -> bool:
    """Whether each has most of the other's words."""
    return same_words(one, other) is not None and same_words(other, one) is not None


def _listed(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))


_CHANGES = re.compile(
    r"""\b(?:another|additional|initially|earlier|previous(?:ly)?|rose|risen|rises?|increas\w+|up\sfrom
    |down\sfrom|fell|fallen|dropp\w+|since\sthen|so\sfar|by\sthen|each|per|every|last\syear|this\syear
    |compared|average|annual\w*|\w+\sof\sthem|of\swhom|of\sthose|other|others|separate\w*
    |combined|more\sthan\sdoubl\w+)\b""",
    re.VERBOSE | re.IGNORECASE,
)


def numbers_apart(one: Topic, other: Topic) -> str | None:
    """Two numbers of the same thing in the same scope that cannot both be right.

    Not where the words tell of change, of a share or of another count.
    """
    if _CHANGES.search(one.claim.standalone) or _CHANGES.search(other.claim.standalone):
        return None
    if _days_differ(one, other):
        return None
    for mine, theirs in _number_pairs(one, other):
        same = count_alike(mine, theirs) and _same_toll(one, other)
        is_toll = _is_toll(mine) or _is_toll(theirs)
        if not is_toll:
            same = same or (_counts_one_thing(mine, theirs) and _same_statement(one, other))
            same = same or _word_for_word(one, other)
        if same and fit_of(mine, theirs) is Fit.APART:
            return f"“{mine.text}” here, “{theirs.text}” there"
    return None


WORD_FOR_WORD = 0.8
"""Share of each other's words from which on two statements differ in their number only."""


def _word_for_word(one: Topic, other: Topic) -> bool:
    """Whether two claims with one number each name the same and have nearly all words in common.

    The first word must be the same one: it may be a name that no capital can tell.
    """
    if one.claim.standalone.split()[:1] != other.claim.standalone.split()[:1]:
        return False
    numbers = len(one.facets(FacetType.NUMBER)), len(other.facets(FacetType.NUMBER))
    mine, theirs = one.stems | one.names, other.stems | other.names
    if numbers != (1, 1) or one.names != other.names or len(mine | theirs) < LEAST:
        return False
    shared = len(mine & theirs)
    return shared >= WORD_FOR_WORD * len(mine) and shared >= WORD_FOR_WORD * len(theirs)


def _same_toll(one: Topic, other: Topic) -> bool:
    return same_event(one, other) is not None or same_event(other, one) is not None


def _number_pairs(one: Topic, other: Topic) -> Iterator[tuple[Facet, Facet]]:
    for mine in one.facets(FacetType.NUMBER):
        for theirs in other.facets(FacetType.NUMBER):
            yield mine, theirs


def _counts_one_thing(mine: Facet, theirs: Facet) -> bool:
    """Whether two numbers measure in one unit, or count things of one name."""
    if mine.number is None or theirs.number is None:
        return False
    counted, other = mine.number.counted, theirs.number.counted
    if counted is None or other is None:
        return mine.number.unit is not None and mine.number.unit == theirs.number.unit
    return counted_stems(counted) == counted_stems(other)


def dates_apart(one: Topic, other: Topic) -> str | None:
    """Nearly the same words with two days that cannot both be right."""
    if not _same_statement(one, other) or not _days_differ(one, other):
        return None
    mine, theirs = one.facets(FacetType.DATE)[0], other.facets(FacetType.DATE)[0]
    return f"“{mine.text}” here, “{theirs.text}” there"


def _days_differ(one: Topic, other: Topic) -> bool:
    """Whether both give one date each, and the two do not meet."""
    mine, theirs = one.facets(FacetType.DATE), other.facets(FacetType.DATE)
    if len(mine) != 1 or len(theirs) != 1:
        return False
    first, second = mine[0].date, theirs[0].date
    if first is None or second is None:
        return False
    if first.first and first.last and second.first and second.last:
        return first.last < second.first or second.last < first.first
    known = (first.month, first.day, second.month, second.day)
    return None not in known and (first.month, first.day) != (second.month, second.day)


def scopes_apart(one: Topic, other: Topic) -> str | None:
    """Two tolls that one speaker gives, of groups of which one holds more than the other.

    `200 soldiers of the mixed units had died` beside `30 North Korean soldiers were killed`.
    """
    for mine, theirs in _number_pairs(one, other):
        if mine.number is None or theirs.number is None:
            continue
        first, second = _group(one.claim, mine), _group(other.claim, theirs)
        alike = _is_toll(mine) and _is_toll(theirs) and _count_people(mine, theirs)
        if alike and bool(first) != bool(second):
            return (
                f"“{mine.text}” counts {_counted(mine, first)}, “{theirs.text}” counts "
                f"{_counted(theirs, second)}: not the same people"
            )
    return None


def _speakers(claim: Claim) -> frozenset[str]:
    return frozenset(item.source for item in claim.attributions if item.source)


def _is_toll(facet: Facet) -> bool:
    """Whether a number counts people killed or hurt, by its scope."""
    scope = facet.number.scope if facet.number else ()
    return any(EVENT_OF.get(word) in ("death", "injury", "casualty") for word in scope)


_MIXED = re.compile(r"\b(?:mixed|joint|combined|allied)\s[a-z]{3,}s\b")


def _group(claim: Claim, facet: Facet) -> str:
    """The words that make a number one of a group and of no event: `mixed units`; "" for none."""
    scope = facet.number.scope if facet.number else ()
    named = [words for words in scope if not any(w in EVENT_OF for w in words.split())]
    mixed = _MIXED.search(claim.selector.exact if claim.selector else "")
    return " and ".join(named) or (mixed.group() if mixed else "")


def _count_people(mine: Facet, theirs: Facet) -> bool:
    """Whether two numbers count people by one noun, or the one by the name of a people alone."""
    first, second = (f.number.counted if f.number else None for f in (mine, theirs))
    if not first or not second:
        return False
    named = any(all(word[:1].isupper() for word in counted.split()) for counted in (first, second))
    return named or bool(counted_stems(first) & counted_stems(second))


def _counted(facet: Facet, group: str) -> str:
    counted = (facet.number.counted if facet.number else None) or "people"
    return f"{counted} of {group}" if group else counted


def headline_stronger(one: Topic, other: Topic) -> str | None:
    """A headline that says as a fact what the text hedges, puts in a mouth, or says of less."""
    headline, body = one.claim, other.claim
    if headline.proposed_by != "headline" or not _is_about_headline(one, other):
        return None
    if _is_hedged(headline) or _has_speaker(headline):
        return None
    for mine, theirs in _number_pairs(one, other):
        if _counts_one_thing(mine, theirs) and fit_of(mine, theirs) is Fit.APART:
            return f"the headline says “{mine.text}”, the text “{theirs.text}”"
    hedge = _hedge(body)
    if hedge:
        return f"the headline says it as a fact, the text only “{hedge}”"
    return None


def _is_about_headline(one: Topic, other: Topic) -> bool:
    linked = one.claim.restates == other.claim.label
    return linked or same_words(one, other) is not None


def _has_speaker(claim: Claim) -> bool:
    return any(said.mode is not AttributionMode.NONE for said in claim.attributions)


def hedge_lost(one: Topic, other: Topic) -> str | None:
    """Told by the story as a fact in one place, and hedged in another, in nearly the same words."""
    if not _same_statement(one, other):
        return None
    for plain, hedged, where in ((one, other, "there"), (other, one, "here")):
        hedge = _hedge(hedged.claim)
        if hedge and not _is_hedged(plain.claim) and not _has_speaker(plain.claim):
            return f"told as a fact, and only “{hedge}” {where}"
    return None


_CUE_HEDGES = re.compile(r"\b(?:allegedly|reportedly|apparently|purportedly|supposedly)\b", re.I)
_MAYBE = re.compile(
    r"\b(?:may|might|could|likely|possibly|perhaps|believed|suspected|alleged|expected)\b", re.I
)


def _is_hedged(claim: Claim) -> bool:
    return _hedge(claim) is not None or claim.checkability is not Checkability.FACTUAL


def _hedge(claim: Claim) -> str | None:
    """The word by which a claim is said with reserve."""
    for said in claim.attributions:
        if said.hedge:
            return said.hedge
        found = _CUE_HEDGES.search(said.cue)
        if found:
            return found.group()
        if said.force in (Force.CLAIMS, Force.ESTIMATES) and said.cue:
            return said.cue
    maybe = _MAYBE.search(claim.selector.exact if claim.selector else "")
    return maybe.group() if maybe else None


RULES: tuple[tuple[ConflictKind, Rule], ...] = (
    (ConflictKind.PLACE, places_apart),
    (ConflictKind.HEADLINE, headline_stronger),
    (ConflictKind.NUMBER, numbers_apart),
    (ConflictKind.DATE, dates_apart),
    (ConflictKind.HEDGE, hedge_lost),
)
"""Every rule on two claims about one thing, in order; the first that finds something stands."""


def _names(claims: Mapping[ClaimLabel, Claim], text: str) -> Iterator[Found]:
    """Names that are spelt in two ways."""
    for variant in name_variants(claims, text):
        yield Found(variant.spans, ConflictKind.NAME, variant.claims, variant.why)
