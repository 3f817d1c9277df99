"""A verb that one text denies and the other states: *was never translated*, *was translated*."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from verifier.comparison.details import SMALL_WORDS, Details
from verifier.comparison.ground import Ground
from verifier.comparison.spelling import stem
from verifier.language.tagging import Tag
from verifier.language.wordlists import word_set
from verifier.model.comparison import FacetComparison
from verifier.model.scales import ComparisonResult, FacetType
from verifier.model.text import Span

_NOT: Mapping[str, frozenset[str]] = {
    "en": word_set("not never cannot"),
    "ru": word_set("не никогда"),
    "uk": word_set("не ніколи"),
    "de": word_set("nicht nie niemals"),
    "fr": word_set("ne n' jamais"),
}
"""The words that deny the verb beside them; Korean denies by endings, which are not read."""

_NEGATIVE: Mapping[str, frozenset[str]] = {
    "en": word_set("""
        not never cannot no none nobody nothing neither nor without unable unlikely hardly barely
        rarely seldom few little denied deny denies denying failed fail fails failing refused refuse
        refuses refusing lack lacked lacks lacking false falsely disputed dispute rejected reject
        stopped only instead unless
        """),
    "ru": word_set("не нет ни никогда никто ничего без отрицает опроверг опровергает нельзя"),
    "uk": word_set("не ні немає ніколи ніхто нічого без заперечує спростував спростовує"),
    "de": word_set("nicht nie niemals kein keine keinen ohne niemand nichts weder bestreitet"),
    "fr": word_set("ne n' jamais pas sans aucun aucune ni rien personne nie dément"),
}
"""Words after which it is not sure any more that a verb is stated."""

_VERBS = frozenset((Tag.VERB, Tag.PAST, Tag.ING))
_SAME, _HOLDS, _DIFFERS, _ABSENT = ComparisonResult


@dataclass(frozen=True)
class _Denied:
    """A verb that is denied: its token, and where its negation begins."""

    verb: int
    span: Span


def compare_negation(ground: Ground) -> Iterator[FacetComparison]:
    """The verbs that the claim or the passage denies, where the other has the same verb.

    Only in one language; the sentences must share another word, and the side that states the verb
    must have no negative word at all.
    """
    if not ground.same_language:
        return
    claim, passage = ground.claim, ground.passage
    mine, theirs = _denied(claim), _denied(passage)
    for verb, denied in mine.items():
        if verb in theirs:
            yield _result(denied.span, theirs[verb].span, _SAME, "denied in both")
        else:
            stated = _stated(verb, passage, claim.content(denied.verb), 2)
            if stated is not None:
                yield _result(denied.span, stated, _DIFFERS, "denied here, stated there")
    for verb, denied in theirs.items():
        if verb not in mine:
            stated = _stated(verb, claim, passage.content(denied.verb), 3)
            if stated is not None:
                yield _result(stated, denied.span, _DIFFERS, "stated here, denied there")


def _denied(details: Details) -> Mapping[str, _Denied]:
    """The verbs right after a negation, by stem; `not only`, `not well received` deny no verb."""
    listed = _NOT.get(details.language)
    found: dict[str, _Denied] = {}
    if listed is None:
        return found
    for at, token in enumerate(details.tokens[:-1]):
        if token.lower not in listed and not token.lower.endswith("n't"):
            continue
        verb = at + 1
        while verb < len(details.tokens) - 1 and details.tokens[verb].lower in _BETWEEN:
            verb += 1
        if _is_verb(details, verb) and details.sentence[verb] == details.sentence[at]:
            place = Span(token.start, details.tokens[verb].end)
            found.setdefault(stem(details.tokens[verb].text), _Denied(verb, place))
    return found


_BETWEEN = word_set("be been being yet ever actually have has had")


_LIGHT = word_set("""
    say tell state report know think believe have do get go make take seem want give mean mention
    """)
"""Verbs too common, or of speech: a record that does not say something denies nothing."""


def _is_verb(details: Details, at: int) -> bool:
    """Whether a token is a verb outside names and quotations."""
    token = details.tokens[at]
    if token.lower in SMALL_WORDS or not token.text[0].isalpha() or len(token.text) < 3:
        return False
    if details.language == "en" and (details.tags[at] not in _VERBS or stem(token.text) in _LIGHT):
        return False
    return not details.is_in_name_or_quote(token)


def _stated(verb: str, details: Details, other: frozenset[str], least: int) -> Span | None:
    """Where a text states a verb in a sentence without negative words.

    The sentence shares at least `least` content words with the `other` one, the verb among them. A
    passage denies much in passing, so a verb of the claim needs more.
    """
    negative = _NEGATIVE[details.language]
    for here in details.stems.get(verb, ()):
        sentence = details.sentence[here]
        lowers = details.lowers(sentence)
        if any(word in negative or word.endswith("n't") for word in lowers):
            continue
        if _is_verb(details, here) and len(other & details.content(here)) >= least:
            token = details.tokens[here]
            return Span(token.start, token.end)
    return None


def _result(claim: Span, passage: Span, result: ComparisonResult, why: str) -> FacetComparison:
    return FacetComparison(FacetType.NEGATION, claim, passage, result, why)
