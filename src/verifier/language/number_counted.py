"""What a number counts: its unit, the thing counted, and what became of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.language.number_amounts import Lexicon
from verifier.language.number_tokens import Word, is_dash, touches
from verifier.language.tagging import Tag, tag_words
from verifier.language.tokens import Token, tokens
from verifier.language.wordlists import word_set
from verifier.language.words import TEMPORAL

REACH = 16
"""Tokens after a number in which the thing counted and its outcome are looked for."""

LOOK_BACK = 800
"""Code points before a number in which "these units" are looked for."""

_CLAUSE_ENDS = word_set("""
    but while when although though whereas because after before но а когда хотя але коли хоча aber
    während als obwohl mais quand tandis , . ; : ! ? … ( ) — –
    """)
_WITHIN = word_set("from of in among within")
_THESE = word_set("these those this that such")
_COUNTED_OUTCOMES = word_set("deaths fatalities injuries arrests wounds casualties losses death")
_AND_OR = word_set("and or и или і та або чи und oder et ou")
_HEADS = frozenset({Tag.NOUN, Tag.NAME})
_MODIFIERS = frozenset({Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.PAST})
_NO_THING = TEMPORAL - word_set("may")


@dataclass(frozen=True)
class Reading:
    """One stretch of text in tokens, with the words of its language."""

    lexicon: Lexicon
    words: Sequence[Word]
    text: str
    code: str


@dataclass(frozen=True)
class Thing:
    """What a number counts; `hyphenated` is the token after a unit joined to it, or 0."""

    unit: str | None
    counted: str | None
    scope: tuple[str, ...]
    hyphenated: int


def counted(reading: Reading, first: int, end: int, limit: int, may_measure: bool) -> Thing:
    """Unit, thing counted and outcome of the number in the tokens `first` to `end`.

    The next number begins at `limit`; `may_measure` is a number without a unit of its own.
    """
    words, said = reading.words, reading.lexicon.said
    at, unit, hyphenated = end, None, 0
    joined = is_dash(words, at) and touches(words, at) and touches(words, at + 1)
    at += joined
    if may_measure:
        linked = at < len(words) and words[at].lower in ("of", "de", "d")
        found = reading.lexicon.units.at(words, at + linked + _elided(reading, at + linked))
        if found:
            unit, at = found
            hyphenated = at if joined or touches(words, end) else 0
    if unit is None and may_measure and _is_age(reading, first, end):
        return Thing("year of age", None, (), 0)
    while at < len(words) and (words[at].lower in said.skipped or is_dash(words, at)):
        at += 1
    limit = min(limit, end + REACH, len(words))
    thing, after = _thing(reading, at, limit) if at < limit else (None, at)
    scope = (
        *_outcome_before(reading, first),
        *_outcomes_after(reading, at if thing is None else _head(after, at), limit),
        *(_these(reading, first, after, limit) if reading.code == "en" else ()),
    )
    return Thing(unit, thing, tuple(dict.fromkeys(scope)), hyphenated)


def _elided(reading: Reading, at: int) -> bool:
    """Whether an apostrophe stands at a place, as in the French `d'euros`."""
    return (
        reading.lexicon.said.elides and at < len(reading.words) and reading.words[at].lower == "'"
    )


def _head(after: int, at: int) -> int:
    """Where outcomes begin to count: the thing itself may be one (`200 casualties`)."""
    return max(at, after - 1)


_AGED = word_set("aged age ages")


def _is_age(reading: Reading, first: int, end: int) -> bool:
    """A figure between commas after a name, or after *aged*: `Ana Ruiz, 46, said`."""
    words, text = reading.words, reading.text
    if reading.code != "en" or first < 1 or end - first != 1 or not words[first].is_figure:
        return False
    if not 0 < int(re.sub(r"\D", "", words[first].lower)) < 120:
        return False
    if words[first - 1].lower in _AGED:
        return True
    if first < 2 or words[first - 1].lower != "," or end >= len(words):
        return False
    return words[end].lower in ",." and text[words[first - 2].start].isalpha()


def _thing(reading: Reading, at: int, limit: int) -> tuple[str | None, int]:
    """The noun phrase that begins at a token, and the token after it."""
    if reading.code == "en":
        return _english_thing(reading, at, limit)
    return _inflected_thing(reading, at, limit)


def _english_thing(reading: Reading, at: int, limit: int) -> tuple[str | None, int]:
    words, text = reading.words, reading.text
    found = tokens(text, words[at].start, words[limit - 1].end)[:8]
    tags = tag_words(found)
    end = _phrase_end(reading, found, tags)
    while end and (tags[end - 1] not in _HEADS or found[end - 1].lower in _NO_THING):
        end -= 1
    if not end:
        return None, at
    stop = found[end - 1].end
    after = next((n for n in range(at, limit) if words[n].start >= stop), limit)
    return text[found[0].start : stop], after


def _phrase_end(reading: Reading, found: Sequence[Token], tags: Sequence[Tag]) -> int:
    """Where the noun phrase at the beginning of some tokens ends."""
    end, outcomes = 0, reading.lexicon.said.outcomes
    while end < len(found):
        lower, tag = found[end].lower, tags[end]
        if lower in _NO_THING or not found[end].text[0].isalpha():
            break
        if lower in outcomes and lower not in _COUNTED_OUTCOMES:
            break
        if (tag not in _MODIFIERS and (end or tag is not Tag.ING)) or (tag is Tag.PAST and end):
            break
        if tag is Tag.NAME and end and tags[end - 1] is Tag.NOUN:
            break
        end += 1
    return end


def _inflected_thing(reading: Reading, at: int, limit: int) -> tuple[str | None, int]:
    """Adjectives by their endings and one noun; German nouns are those in capitals."""
    said, words, text = reading.lexicon.said, reading.words, reading.text
    if not said.thing:
        return None, at
    here = at
    while here < limit - 1 and here - at < 3 and _matches(reading, said.describes, here):
        here += 1
    if here >= limit or not _matches(reading, said.thing, here):
        here -= 1  # an adjective may be the noun: украинских военных
        if here < at or said.thing.startswith("[A-Z"):
            return None, at
    here += 1
    while said.after_thing and here < limit:
        hyphened = here + 2 if is_dash(words, here + 1) and here + 2 < limit else here
        written = words[hyphened].lower
        if written in said.outcomes or written in said.stops:
            break
        if not re.fullmatch(said.after_thing, written):
            break
        here = hyphened + 1
    return text[words[at].start : words[here - 1].end], here


def _matches(reading: Reading, pattern: str, at: int) -> bool:
    """Whether a word, in its own case, is of a kind, and no function word and no outcome."""
    word, said = reading.words[at], reading.lexicon.said
    if word.lower in said.stops or word.lower in said.outcomes:
        return False
    return bool(re.fullmatch(pattern, reading.text[word.start : word.end]))


def _outcome_before(reading: Reading, first: int) -> Iterator[str]:
    """The outcomes right before a number: `killing 300`, `killed or wounded at least 30`."""
    words, said = reading.words, reading.lexicon.said
    at = first - 1
    while at >= 0 and (words[at].lower in ("of", "another", "the", "about", "a") or (
        words[at].lower in said.skipped
    )):  # fmt: skip
        at -= 1
    found: list[str] = []
    while at >= 0 and words[at].lower in said.outcomes:
        found.append(said.outcomes[words[at].lower])
        if at < 2 or words[at - 1].lower not in _AND_OR:
            break
        at -= 2
    yield from reversed(found)


def _outcomes_after(reading: Reading, at: int, limit: int) -> Iterator[str]:
    """The outcomes named in the same clause, before the next number's own."""
    words, said = reading.words, reading.lexicon.said
    for here in range(at, limit):
        lower = words[here].lower
        if lower in _CLAUSE_ENDS:
            return
        if lower in said.outcomes and not _governs_a_number(reading, here):
            yield said.outcomes[lower]


def _governs_a_number(reading: Reading, at: int) -> bool:
    """Whether an outcome belongs to a number after it: `and injured 12`."""
    words = reading.words
    here = at + 1
    while here < len(words) and here < at + 4:
        if words[here].is_figure or words[here].lower in reading.lexicon.said.cardinals:
            return True
        if words[here].lower not in ("at", "least", "another", "about", "more", "than", "some"):
            return False
        here += 1
    return False


def _these(reading: Reading, first: int, at: int, limit: int) -> Iterator[str]:
    """What `from these units` narrows a number to: the kind of units named before."""
    words, text = reading.words, reading.text
    for here in range(at, min(limit, at + 4) - 2):
        if words[here].lower in _WITHIN and words[here + 1].lower in _THESE:
            named = _named_before(text, words[first].start, words[here + 2].lower)
            if named:
                yield named
            return


def _named_before(text: str, start: int, head: str) -> str | None:
    """The adjectives and noun by which a thing was last named: `mixed units` for `these units`.

    Without an adjective, the nouns before it.
    """
    window = text[max(0, start - LOOK_BACK) : start]
    places = list(re.finditer(rf"\b{re.escape(head)}\b", window, re.IGNORECASE))
    for match in reversed(places[-4:]):
        before = tokens(window, max(0, match.start() - 80), match.start())[-4:]
        tags = tag_words(before)
        first = len(before)
        while first and tags[first - 1] in _MODIFIERS:
            first -= 1
        kinds = [before[n].text for n in range(first, len(before)) if _describes(before, tags, n)]
        named = kinds or [token.text for token in before[first:]]
        if named:
            return " ".join([*named, match.group()]).lower() if kinds else " ".join(
                [*named, match.group()]
            )  # fmt: skip
    return None


def _describes(before: Sequence[Token], tags: Sequence[Tag], at: int) -> bool:
    """Whether a word is an adjective of the noun after it; a participle is one, too."""
    return tags[at] is Tag.ADJECTIVE or (
        tags[at] is Tag.PAST or (before[at].lower.endswith("ed") and before[at].text.islower())
    )
