"""Quoted words beside a passage: exact, trimmed, variant, another translation, changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verifier.comparison.details import Details
from verifier.comparison.ground import Ground
from verifier.comparison.ladders import Rung, rung_of
from verifier.comparison.word_diff import diff_words, merged
from verifier.language.tokens import Token, tokens
from verifier.model.claim import Facet
from verifier.model.comparison import DiffOp, FacetComparison
from verifier.model.scales import ComparisonResult, DiffKind, FacetType, Fidelity
from verifier.model.text import Span

_SAME, _HOLDS, _DIFFERS, _ABSENT = ComparisonResult
_RESULTS = {
    Fidelity.EXACT: _SAME,
    Fidelity.TRIMMED: _HOLDS,
    Fidelity.VARIANT: _HOLDS,
    Fidelity.TRANSLATED: _HOLDS,
    Fidelity.STRONGER: _DIFFERS,
    Fidelity.WEAKER: _DIFFERS,
    Fidelity.CHANGED: _DIFFERS,
    Fidelity.NOT_LOCATED: _ABSENT,
}
LOCATED = 0.6
"""The least share of a quotation's words, in order, that is the same quotation."""

SHORT = 4
"""Words up to which a fragment must match whole, but for a word of the same ladder."""

LONGEST = 400
"""Words of a quotation and of a passage's stretch that are compared at once."""


@dataclass(frozen=True)
class QuoteComparison:
    """Quoted words beside a passage: how they stand to it, the steps of the diff, and why."""

    fidelity: Fidelity
    passage: Span | None
    ops: tuple[DiffOp, ...]
    why: str

    @property
    def result(self) -> ComparisonResult:
        """The same in the words of every other detail."""
        return _RESULTS[self.fidelity]


def compare_quote(ground: Ground, facet: Facet, *, translated: bool) -> Iterator[FacetComparison]:
    """The quoted words of one facet; titles that are not there are left to names."""
    claim, passage = ground.claim, ground.passage
    if not ground.same_language and not _shares_script(ground):
        return
    found = quote_fidelity(claim.text, facet.span, passage, translated=translated)
    words = [token for token in tokens(claim.text, *facet.span) if token.text[0].isalpha()]
    if found.result in (_DIFFERS, _ABSENT) and _is_title(words):
        return
    if found.result is _ABSENT and len(words) < SHORT:
        return
    yield FacetComparison(
        FacetType.QUOTE, facet.span, found.passage, found.result, found.why, found.fidelity,
        found.ops,
    )  # fmt: skip


def _shares_script(ground: Ground) -> bool:
    return ground.claim.text.isascii() == ground.passage.text.isascii()


def _is_title(words: Sequence[Token]) -> bool:
    """Whether words in quotation marks are a title, which nobody said."""
    return sum(token.text[0].isupper() for token in words) * 2 >= len(words)


def quote_fidelity(
    text: str, quoted: Span, passage: Details, *, translated: bool = False
) -> QuoteComparison:
    """How the words of `text` in `quoted` stand to a passage.

    Punctuation is left aside. *Exact*: the same words. *Trimmed*: cut at the beginning of the
    passage's sentence. *Variant*: capitals, a marked ellipsis, words inserted in [brackets]. Other
    words are *stronger* or *weaker* where a ladder holds both, otherwise *changed*; of a passage
    that is `translated` they are a *variant translation*.

    >>> from verifier.comparison.details import read_details
    >>> said = read_details("“And if they come, we leave,” she said.")
    >>> quote_fidelity("If they come, we leave", Span(0, 22), said).fidelity.value
    'trimmed'
    """
    mine = _quoted_words(text, quoted)
    if not mine:
        return _not_located("there are no words to compare")
    window = _window([word for word in mine if not word.inserted], passage.tokens)
    if window is None:
        return _not_located("the passage does not have these words")
    theirs = [t for t in passage.tokens[window[0] : window[1]] if t.text[0].isalnum()]
    ops = diff_words([word.token for word in mine if not word.inserted], theirs)
    share = sum(op.kind in (DiffKind.EQUAL, DiffKind.VARIANT) for op in ops) / len(mine)
    ops = _cut(ops)
    matched = [op for op in ops if op.kind in (DiffKind.EQUAL, DiffKind.VARIANT)]
    if not matched or not _is_located(mine, ops, share, text, passage.text):
        return _not_located("the passage does not have these words")
    found = _judged(_Quote(text, tuple(mine), passage), ops)
    if translated and found.result is _DIFFERS:
        return replace(found, fidelity=Fidelity.TRANSLATED)
    return found


@dataclass(frozen=True)
class _Word:
    """A quoted word; whether it stands in brackets, and whether an ellipsis goes before it."""

    token: Token
    inserted: bool
    after_gap: bool


@dataclass(frozen=True)
class _Quote:
    """A quotation's words beside the passage."""

    text: str
    words: tuple[_Word, ...]
    passage: Details


def _quoted_words(text: str, quoted: Span) -> list[_Word]:
    """The words of a quotation; `[…]` is an ellipsis, other brackets hold inserted words."""
    found: list[_Word] = []
    inside = gap = False
    for token in tokens(text, *quoted)[:LONGEST]:
        if token.text in "[]":
            inside = token.text == "["
        elif token.text == "…" or token.text.startswith(".."):
            gap = True
        elif token.text[0].isalnum():
            found.append(_Word(token, inside, gap))
            gap = False
    return found


def _window(mine: Sequence[_Word], theirs: Sequence[Token]) -> tuple[int, int] | None:
    """The stretch of the passage's tokens in which most of the quoted words stand in a row."""
    places: dict[str, list[int]] = {}
    for at, token in enumerate(theirs):
        places.setdefault(token.lower, []).append(at)
    votes: Counter[int] = Counter()
    for at, word in enumerate(mine):
        for place in places.get(word.token.lower, ())[:MOST_PLACES]:
            votes[(place - at) // STRIDE] += 1
            votes[(place - at) // STRIDE + 1] += 1
    if not votes:
        return None
    best = max(votes, key=lambda key: (votes[key], -key)) * STRIDE
    slack = len(mine) // 2 + 2 * STRIDE
    gaps = 40 * sum(word.after_gap for word in mine)
    first = max(0, best - slack)
    return first, min(len(theirs), best + len(mine) + slack + gaps, first + 2 * LONGEST)


STRIDE = 8
"""Tokens by which quoted words and a passage may be out of step and still vote for one place."""

MOST_PLACES = 60
"""Places of one word of the passage that vote, so that a word a thousand times there is no load."""


def _cut(ops: Sequence[DiffOp]) -> list[DiffOp]:
    """The steps without the words of the passage before the first and after the last match."""
    matched = [at for at, op in enumerate(ops) if op.kind in (DiffKind.EQUAL, DiffKind.VARIANT)]
    if not matched:
        return list(ops)
    first, last = matched[0], matched[-1]
    return [
        op for at, op in enumerate(ops) if first <= at <= last or op.kind is not DiffKind.LEFT_OUT
    ]


def _is_located(
    mine: Sequence[_Word], ops: Sequence[DiffOp], share: float, text: str, passage: str
) -> bool:
    """Whether enough words match for the passage to be where the words come from."""
    words = [word for word in mine if not word.inserted]
    matched = sum(op.kind in (DiffKind.EQUAL, DiffKind.VARIANT) for op in ops)
    if matched == len(words):
        return True
    if len(words) <= SHORT:
        others = [op for op in ops if op.kind not in (DiffKind.EQUAL, DiffKind.VARIANT)]
        return all(_rungs(op, text, passage) is not None for op in others)
    spread = ops[-1].passage.end - ops[0].passage.start
    return share >= LOCATED and spread <= 3 * (words[-1].token.end - words[0].token.start)


def _rungs(op: DiffOp, text: str, passage: str) -> tuple[Rung, Rung] | None:
    """The rungs of two words that replace each other on one ladder."""
    if op.kind is not DiffKind.REPLACED:
        return None
    one, other = rung_of(op.claim.of(text)), rung_of(op.passage.of(passage))
    if one is None or other is None or one.ladder != other.ladder:
        return None
    return one, other


def _judged(quote: _Quote, ops: Sequence[DiffOp]) -> QuoteComparison:
    """The fidelity of a quotation that was found, from the steps of its diff."""
    place = Span(
        min(op.passage.start for op in ops if op.passage.start < op.passage.end),
        max(op.passage.end for op in ops),
    )
    inserted = [_inserted(word, place) for word in quote.words if word.inserted]
    marked = [op for op in ops if op.kind is DiffKind.LEFT_OUT and _is_marked(quote, op)]
    changed = [
        op
        for op in ops
        if op.kind not in (DiffKind.EQUAL, DiffKind.VARIANT)
        and op not in marked
        and not _is_beside_brackets(quote, op)
    ]
    every = merged(sorted((*ops, *inserted), key=lambda op: (op.claim, op.passage)))
    if changed:
        fidelity, why = _of_changes(quote, changed)
        return QuoteComparison(fidelity, place, every, why)
    trimmed = _trimmed(quote, place)
    if trimmed is not None:
        why = f"cut at the beginning: “{trimmed.passage.of(quote.passage.text)}” is left out"
        whole = Span(trimmed.passage.start, place.end)
        return QuoteComparison(Fidelity.TRIMMED, whole, (trimmed, *every), why)
    if marked or inserted:
        why = "words left out by an ellipsis" if marked else "words inserted in brackets"
        return QuoteComparison(Fidelity.VARIANT, place, every, why)
    variant = next((op for op in ops if op.kind is DiffKind.VARIANT), None)
    if variant is not None:
        here = variant.claim.of(quote.text)
        there = variant.passage.of(quote.passage.text)
        return QuoteComparison(Fidelity.VARIANT, place, every, f"“{here}” for “{there}”")
    return QuoteComparison(Fidelity.EXACT, place, every, "word for word")


def _inserted(word: _Word, place: Span) -> DiffOp:
    """The step of a word inserted in brackets."""
    token = word.token
    return DiffOp(DiffKind.ADDED, Span(token.start, token.end), Span(place.start, place.start))


def _is_marked(quote: _Quote, op: DiffOp) -> bool:
    """Whether an ellipsis stands where the words are left out."""
    following = next((w for w in quote.words if w.token.start >= op.claim.end), None)
    return following is not None and following.after_gap


def _is_beside_brackets(quote: _Quote, op: DiffOp) -> bool:
    """Whether bracketed words stand where words are left out: `[the troops]` for *they*."""
    if op.kind is not DiffKind.LEFT_OUT:
        return False
    following = next((w for w in quote.words if w.token.start >= op.claim.end), None)
    return following is not None and following.inserted


def _of_changes(quote: _Quote, changed: Sequence[DiffOp]) -> tuple[Fidelity, str]:
    """The fidelity of a quotation with other words than the passage, and why."""
    first = changed[0]
    here = first.claim.of(quote.text)
    there = first.passage.of(quote.passage.text)
    if len(changed) == 1:
        rungs = _rungs(first, quote.text, quote.passage.text)
        if rungs is not None and rungs[0].height != rungs[1].height:
            drift = Fidelity.STRONGER if rungs[0].height > rungs[1].height else Fidelity.WEAKER
            return drift, f"“{here}” is {drift.value} than “{there}”"
    if not here:
        return Fidelity.CHANGED, f"“{there}” is left out without a mark"
    if not there:
        return Fidelity.CHANGED, f"“{here}” is added"
    return Fidelity.CHANGED, f"“{here}” for “{there}”"


MOST_CUT = 6
"""Words before a quotation that are its beginning, cut; with more it is a part of a sentence."""


def _trimmed(quote: _Quote, place: Span) -> DiffOp | None:
    """The words cut at the beginning of a sentence that the quotation gives as whole."""
    first = quote.words[0].token
    details = quote.passage
    at = details.token_at(place.start)
    begin = at
    while (
        begin > 0
        and details.sentence[begin - 1] == details.sentence[at]
        and details.tokens[begin - 1].text not in _OPENING
    ):
        begin -= 1
    if begin == at or at - begin > MOST_CUT or not first.text[0].isupper():
        return None
    if details.tokens[at].text[0].isupper():
        return None  # a name: the quotation begins within the sentence and does not hide it
    cut = Span(details.tokens[begin].start, details.tokens[at - 1].end)
    return DiffOp(DiffKind.LEFT_OUT, Span(first.start, first.start), cut)


_OPENING = frozenset('“«„"‘「『:')


def _not_located(why: str) -> QuoteComparison:
    return QuoteComparison(Fidelity.NOT_LOCATED, None, (), why)
