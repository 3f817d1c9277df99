"""Hedge drift: how sure, and how strong, a claim is beside the passage that it goes back to.

*Will likely continue* that became *could lead to* is weaker; a lost *allegedly* is stronger;
*significant* that became *considerable* is a variant.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.comparison.details import SMALL_WORDS, Details
from verifier.comparison.ground import Ground
from verifier.comparison.ladders import CERTAINTY, DEGREE, HEARSAY, Phrases, phrases
from verifier.comparison.spelling import stem
from verifier.language.wordlists import word_list
from verifier.model.comparison import FacetComparison
from verifier.model.scales import ComparisonResult, FacetType, Fidelity
from verifier.model.text import Span

_DEGREE_NOUNS = frozenset(
    word_list("""
    loss losses number numbers casualty casualties damage amount share increase decrease rise fall
    growth decline progress gain gains success victory impact effect risk threat change role part
    force forces advance setback support pressure demand improvement challenge problem difficulty
    difficulties shortage delay
    """)
)
_SAME, _HOLDS, _DIFFERS, _ABSENT = ComparisonResult


@dataclass(frozen=True)
class _Said:
    """A word or phrase of a ladder in place, its rung, and the token that it goes with."""

    first: int
    end: int
    rung: int
    head: str

    def span(self, details: Details) -> Span:
        """Its place in the text."""
        return Span(details.tokens[self.first].start, details.tokens[self.end - 1].end)


_CERTAINTY, _DEGREE = phrases(CERTAINTY), phrases(DEGREE)
_HEARSAY = phrases([(0, HEARSAY)])


def compare_modality(ground: Ground) -> Iterator[FacetComparison]:
    """The hedges and words of degree of the claim beside those of the passage's like sentence."""
    if not ground.same_language:
        return
    yield from _certainty(ground)
    yield from _hearsay(ground)
    yield from _degree(ground)


def _found(details: Details, table: Phrases) -> list[_Said]:
    """The phrases of a ladder in a text, each with the stem of the next content word."""
    found: list[_Said] = []
    at = 0
    while at < len(details.tokens):
        step = 1
        for words, rung in table.get(details.tokens[at].lower, ()):
            lowers = tuple(token.lower for token in details.tokens[at : at + len(words)])
            if lowers == words and not _is_capital(details, at):
                found.append(_Said(at, at + len(words), rung, _head(details, at + len(words))))
                step = len(words)
                break
        at += step
    return found


def _is_capital(details: Details, at: int) -> bool:
    """Whether a word is a name within its sentence: May, Will."""
    first = at == 0 or details.sentence[at - 1] != details.sentence[at]
    return details.tokens[at].text[0].isupper() and not first


def _head(details: Details, at: int) -> str:
    """The stem of the content word that a hedge goes with: the next one of its sentence."""
    sentence = details.sentence[at - 1]
    for here in range(at, min(len(details.tokens), at + 5)):
        token = details.tokens[here]
        if details.sentence[here] != sentence:
            return ""
        if token.text[0].isalpha() and token.lower not in SMALL_WORDS:
            return stem(token.text)
    return ""


def _certainty(ground: Ground) -> Iterator[FacetComparison]:
    claim, passage = ground.claim, ground.passage
    mine = _found(claim, _CERTAINTY)
    if not mine:
        return
    theirs = _found(passage, _CERTAINTY)
    for said in mine:
        other = _counterpart(ground, said, theirs)
        if other is None:
            continue
        yield _compared(ground, said, other)


def _counterpart(ground: Ground, said: _Said, theirs: Sequence[_Said]) -> _Said | None:
    """The hedge of the passage on the same verb, or in a sentence that says much the same."""
    for other in theirs:
        if said.head and other.head == said.head and _overlap(ground, said, other) > 1:
            return other
    best = max(theirs, key=lambda other: _overlap(ground, said, other), default=None)
    if best is None or not _is_alike(ground, said, best):
        return None
    return best


def _overlap(ground: Ground, said: _Said, other: _Said) -> int:
    return len(ground.claim.content(said.first) & ground.passage.content(other.first))


def _is_alike(ground: Ground, said: _Said, other: _Said) -> bool:
    """Whether two sentences share four content words, and three in seven of the shorter one."""
    mine, theirs = ground.claim.content(said.first), ground.passage.content(other.first)
    shared = len(mine & theirs)
    return shared >= 4 and shared * 7 >= 3 * min(len(mine), len(theirs))


def _compared(ground: Ground, said: _Said, other: _Said) -> FacetComparison:
    """Two hedges or degrees on the ladder."""
    here, there = said.span(ground.claim), other.span(ground.passage)
    words, others = here.of(ground.claim.text).lower(), there.of(ground.passage.text).lower()
    if words == others:
        return _result(here, there, _SAME, f"“{others}” there", Fidelity.EXACT)
    if said.rung == other.rung:
        return _result(here, there, _HOLDS, f"as strong as “{others}” there", Fidelity.VARIANT)
    drift = Fidelity.STRONGER if said.rung > other.rung else Fidelity.WEAKER
    return _result(here, there, _DIFFERS, f"{drift.value} than “{others}” there", drift)


def _hearsay(ground: Ground) -> Iterator[FacetComparison]:
    """A hedge of hearsay that only one of the two texts has on the same word."""
    claim, passage = ground.claim, ground.passage
    mine, theirs = _found(claim, _HEARSAY), _found(passage, _HEARSAY)
    heads = {said.head for said in mine}
    for said in mine:
        match = next((other for other in theirs if other.head == said.head), None)
        if match is not None:
            here, there = said.span(claim), match.span(passage)
            yield _result(here, there, _SAME, "hearsay in both", Fidelity.VARIANT)
    if mine or not _TELLING.isdisjoint(claim.stems):
        return
    for other in theirs:
        if other.head in heads or not other.head or _overlap_of_head(ground, other) < 3:
            continue
        at = claim.stems.get(other.head, (None,))[0]
        if at is None:
            continue
        token = claim.tokens[at]
        there = other.span(passage)
        why = f"“{there.of(passage.text)}” is lost"
        yield _result(Span(token.start, token.end), there, _DIFFERS, why, Fidelity.STRONGER)


_TELLING = frozenset(
    word_list("""
    accuse allege suspect claim say report charge deny describe state tell believe think call
    """)
)


def _overlap_of_head(ground: Ground, other: _Said) -> int:
    """The words that a hedged sentence shares with the claim's sentence of the same head."""
    places = ground.claim.stems.get(other.head)
    if not places:
        return 0
    return len(ground.claim.content(places[0]) & ground.passage.content(other.first))


def _degree(ground: Ground) -> Iterator[FacetComparison]:
    """Words of degree on the same noun: *considerable losses* beside *significant losses*."""
    mine = [said for said in _found(ground.claim, _DEGREE) if said.head in _DEGREE_STEMS]
    if not mine:
        return
    theirs = _found(ground.passage, _DEGREE)
    for said in mine:
        match = next((other for other in theirs if other.head == said.head), None)
        if match is not None and _overlap(ground, said, match) > 1:
            yield _compared(ground, said, match)


_DEGREE_STEMS = frozenset(stem(word) for word in _DEGREE_NOUNS)


def _result(
    claim: Span, passage: Span, result: ComparisonResult, why: str, fidelity: Fidelity
) -> FacetComparison:
    return FacetComparison(FacetType.MODALITY, claim, passage, result, why, fidelity)
