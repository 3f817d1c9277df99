"""Claims of one story that speak of the same thing, and what the one does to the other."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from verifier.comparison.intervals import Fit, factor, fit, interval
from verifier.judgement.layout import Held
from verifier.judgement.topics import Event, Topic, stem, topic_of
from verifier.judgement.words import SMALL, WIDER
from verifier.model.assessment import Related
from verifier.model.claim import Attribution, Claim, ClaimLabel, Facet
from verifier.model.scales import Checkability, FacetType, StanceCode
from verifier.model.state import State

CROWDED = 40
"""How many claims may share a word before it says nothing about what a claim is about."""

ALIKE = 0.65
"""Share of a claim's words that another one must hold to speak of the same thing."""

LEAST = 3
"""How many words beside names a claim needs to be compared by them."""

ALL_OF_IT = 0.95
"""Share of a claim's words from which on the other one says all of it."""

_NO_STATEMENT = frozenset(("act-of-speaking", "identity", "composition", "reduced-relative"))


def related_claims(state: State) -> Mapping[ClaimLabel, tuple[Related, ...]]:
    """For each claim, the others that speak of the same thing, with what they do to it.

    Worked out once for the claims as they are, whatever is decided about them.
    """
    return _related(Held(state.claims))


@lru_cache(maxsize=4)
def _related(held: Held) -> Mapping[ClaimLabel, tuple[Related, ...]]:
    topics = topics_of(held.claims.values())
    found: dict[ClaimLabel, tuple[Related, ...]] = {}
    for topic, others in beside(topics):
        related = [item for other in others if (item := relation(topic, other)) is not None]
        if related:
            found[topic.claim.label] = tuple(related)
    return found


def topics_of(claims: Iterable[Claim]) -> tuple[Topic, ...]:
    """What each active claim that states something is about."""
    return tuple(
        topic_of(claim)
        for claim in claims
        if claim.is_active and claim.proposed_by not in _NO_STATEMENT
    )


def beside(
    topics: Iterable[Topic], *, pieces: bool = False
) -> Iterator[tuple[Topic, tuple[Topic, ...]]]:
    """Each topic with those that share an event, or two words that few claims have.

    Words that many claims share are passed over, so that the work grows with the story only. A
    claim's parts and restatements are left out, unless `pieces` asks for them.
    """
    listed = tuple(topics)
    holders: dict[str, list[int]] = {}
    for number, topic in enumerate(listed):
        for key in _keys(topic):
            holders.setdefault(key, []).append(number)
    for number, topic in enumerate(listed):
        shared: dict[int, int] = {}
        for key in _keys(topic):
            if len(holders[key]) <= CROWDED:
                for other in holders[key]:
                    shared[other] = shared.get(other, 0) + (2 if key.startswith("!") else 1)
        near = sorted(n for n, count in shared.items() if n != number and count >= 2)
        yield (
            topic,
            tuple(listed[n] for n in near if pieces or not _is_piece(topic.claim, listed[n].claim)),
        )


def _keys(topic: Topic) -> set[str]:
    """The words that a topic is found by; events with those whom they befell go first."""
    kinds = {kind for event in topic.events for kind in WIDER.get(event.kind, {event.kind})}
    whom = {name for event in topic.events for name in (event.names or event.whom)}
    events = {f"!{kind} {name}" for kind in kinds for name in whom}
    return {*topic.stems, *topic.names, *events}


def _is_piece(one: Claim, other: Claim) -> bool:
    """Whether one claim is a part of the other, or its restatement."""
    linked = one.label in (other.parent, other.restates)
    linked = linked or other.label in (one.parent, one.restates)
    places = one.selector, other.selector
    return linked or (
        places[0] is not None and places[1] is not None and places[0].span.overlaps(places[1].span)
    )


def relation(claim: Topic, other: Topic) -> Related | None:
    """What `other` does to `claim`, for its own speaker; None where they are about two things.

    *Asserts*: it says all of it. *Partly*: it is weaker, narrower or leaves something out, which is
    named. *Contradicts*: a number, date, country or a negation cannot hold together. What only may
    come to be supports nothing.
    """
    if other.claim.checkability is not Checkability.FACTUAL:
        return None
    core = same_event(claim, other) if claim.events else same_words(claim, other)
    if core is None:
        return None
    against = list(contradictions(claim, other))
    if against:
        return Related(other.claim.label, StanceCode.CONTRADICTS, "cannot-both-hold", against[0])
    missing = [*core, *_missing_details(claim, other), *_hedged(other)]
    if missing:
        why = f"says it in part: {'; '.join(dict.fromkeys(missing))}"
        return Related(other.claim.label, StanceCode.PARTLY, "weaker-or-narrower", why)
    return Related(other.claim.label, StanceCode.ASSERTS, "same-statement", "says all of it")


def same_event(claim: Topic, other: Topic) -> tuple[str, ...] | None:
    """Where both tell of one kind of event that befell the same: what the other leaves out of it.

    () where it tells of the very event or of one that includes it, None where they differ.
    """
    for event in claim.events:
        for told in other.events:
            if not same_people(event, told):
                continue
            if event.kind in WIDER.get(told.kind, {told.kind}):
                return ()
            if told.kind in WIDER.get(event.kind, ()):
                return (f"{told.kind}, not {event.kind}",)
    return None


def same_people(one: Event, other: Event) -> bool:
    """Whether two events befell the same: all names of one are the other's; else half the words."""
    if one.names and other.names:
        smaller, larger = sorted((one.names, other.names), key=len)
        return smaller <= larger
    if one.names or other.names:
        return False
    return 2 * len(one.whom & other.whom) >= len(one.whom | other.whom) > 0


def same_words(claim: Topic, other: Topic) -> tuple[str, ...] | None:
    """Where the other has most of the claim's words: the words that it leaves out; else None.

    Names and other words are held apart, since a story's names stand in most of its claims: of
    both, the other must have the share `ALIKE`.
    """
    if len(claim.stems) < LEAST or _share(claim.stems, other.stems) < ALIKE:
        return None
    if claim.names and _share(claim.names, other.names) < ALIKE:
        return None
    mine, theirs = claim.stems | claim.names, other.stems | other.names
    if _share(mine, theirs) >= ALL_OF_IT:
        return ()
    return (f"without “{' '.join(left_out(claim, other))}”",)


def _share(mine: frozenset[str], theirs: frozenset[str]) -> float:
    return len(mine & theirs) / len(mine)


def left_out(claim: Topic, other: Topic) -> list[str]:
    """The claim's content words that the other has not, as they stand, in order."""
    words = [word.strip('.,;:“”"()[]') for word in claim.claim.standalone.split()]
    return [
        word
        for word in words
        if word
        and word.lower() not in SMALL
        and word[0].isalpha()
        and stem(word.lower().replace("’", "'")) not in other.stems
        and not word[0].isupper()
    ]


def contradictions(claim: Topic, other: Topic) -> Iterator[str]:
    """What of two statements about the same thing cannot hold together."""
    yield from _numbers_apart(claim, other)
    if same_words(claim, other) is not None or same_words(other, claim) is not None:
        yield from _countries_apart(claim, other)
        if claim.negated != other.negated and same_words(claim, other) == ():
            yield "the one denies what the other says"


def _numbers_apart(claim: Topic, other: Topic) -> Iterator[str]:
    for mine in claim.facets(FacetType.NUMBER):
        for theirs in other.facets(FacetType.NUMBER):
            if count_alike(mine, theirs) and fit_of(mine, theirs) is Fit.APART:
                yield f"“{theirs.text}”, not “{mine.text}”"


def count_alike(one: Facet, other: Facet) -> bool:
    """Whether two numbers count the same thing, in the same unit and the same scope."""
    mine, theirs = one.number, other.number
    if mine is None or theirs is None or mine.counted is None or theirs.counted is None:
        return False
    if factor(mine.unit, theirs.unit) is None or not mine.scope or not theirs.scope:
        return False
    return counted_stems(mine.counted) == counted_stems(theirs.counted) and {
        stem(word) for word in mine.scope
    } == {stem(word) for word in theirs.scope}


def counted_stems(counted: str) -> frozenset[str]:
    """A thing counted by the words that it is compared by."""
    return frozenset(stem(word) for word in counted.lower().split() if word not in SMALL)


def fit_of(one: Facet, other: Facet) -> Fit | None:
    """How the intervals of two numbers lie to each other; None for unlike units."""
    mine, theirs = one.number, other.number
    if mine is None or theirs is None:
        return None
    times = factor(mine.unit, theirs.unit)
    return None if times is None else fit(interval(mine), interval(theirs, times))


def _countries_apart(claim: Topic, other: Topic) -> Iterator[str]:
    mine, theirs = claim.countries, other.countries
    if mine and theirs and mine.isdisjoint(theirs):
        yield f"in {_listed(theirs)}, not in {_listed(mine)}"


def _listed(names: Iterable[str]) -> str:
    return " and ".join(sorted(names))


def _missing_details(claim: Topic, other: Topic) -> Iterator[str]:
    """The claim's numbers, dates and places that the other does not give."""
    for facet in claim.facets(FacetType.NUMBER):
        yield from _missing_number(facet, other.facets(FacetType.NUMBER))
    for facet in claim.facets(FacetType.DATE):
        if not any(_same_day(facet, each) for each in other.facets(FacetType.DATE)):
            yield f"without the date {facet.text}"
    for bound in _BOUND.findall(claim.claim.standalone):
        if bound.lower() not in other.claim.standalone.lower():
            yield f"without “{bound}”"
    for country in sorted(claim.countries - other.countries):
        yield f"without the place: in {country}"
    for facet in claim.facets(FacetType.PLACE):
        words = facet.text.lower()
        known = any(words in country.lower() for country in claim.countries)
        if not known and words not in other.claim.standalone.lower():
            yield f"without the place: {facet.text}"


_BOUND = re.compile(
    r"\b(?:in\sthe\sprocess|along\sthe\sway|in\s(?:that|this|the\ssame)\s[a-z]+|at\sthe\ssame\stime"
    r"|on\sthat\s(?:day|occasion|night)|during\s(?:that|this)\s[a-z]+)\b",
    re.IGNORECASE,
)
"""Words that bind a statement to what was told before it, which another one tells nothing of."""


def _missing_number(facet: Facet, others: Iterable[Facet]) -> Iterator[str]:
    for other in others:
        if _counts_same_thing(facet, other):
            if fit_of(facet, other) not in (Fit.SAME, Fit.WITHIN, Fit.ROUNDED):
                yield f"“{other.text}”, not “{facet.text}”"
            return
    yield f"without the number {facet.text}"


def _counts_same_thing(one: Facet, other: Facet) -> bool:
    if one.number is None or other.number is None:
        return False
    mine, theirs = one.number.counted, other.number.counted
    if mine is None or theirs is None:
        return one.number.unit == other.number.unit and one.number.unit is not None
    return bool(counted_stems(mine) & counted_stems(theirs))


def _same_day(one: Facet, other: Facet) -> bool:
    mine, theirs = one.date, other.date
    if mine is None or theirs is None:
        return False
    if mine.first and mine.last and theirs.first and theirs.last:
        return mine.first <= theirs.last and theirs.first <= mine.last
    return (mine.month, mine.day) == (theirs.month, theirs.day)


def _hedged(other: Topic) -> Iterator[str]:
    for said in other.claim.attributions:
        hedge = said.hedge or _hedge_of_cue(said)
        if hedge:
            yield f"only “{hedge}”"


def _hedge_of_cue(said: Attribution) -> str | None:
    cue = said.cue.lower().split()
    return next((word for word in cue if word in ("allegedly", "reportedly")), None)
