"""A diff of two stretches of text, word by word."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from verifier.language.tokens import Token
from verifier.model.comparison import DiffOp
from verifier.model.scales import DiffKind
from verifier.model.text import Span


def diff_words(claim: Sequence[Token], passage: Sequence[Token]) -> list[DiffOp]:
    """The steps from the passage's words to the claim's, in order.

    Equal words are one step each; words that differ in capitals or in British and American
    spelling are variants. Stretches of the same number of words replace each other word by word.

    >>> from verifier.language.tokens import tokens
    >>> steps = diff_words(tokens("the Labour party"), tokens("the big labor group"))
    >>> [step.kind.value for step in steps]
    ['equal', 'left out', 'variant', 'replaced']
    """
    ends = (claim[0].start if claim else 0, passage[0].start if passage else 0)
    matcher = SequenceMatcher(None, _keys(claim), _keys(passage), autojunk=False)
    found: list[DiffOp] = []
    for tag, c1, c2, p1, p2 in _aligned(matcher.get_opcodes()):
        if tag == "equal" or (tag == "replace" and c2 - c1 == p2 - p1):
            found.extend(_pairs(claim[c1:c2], passage[p1:p2]))
        else:
            here, there = _span(claim, c1, c2, ends[0]), _span(passage, p1, p2, ends[1])
            found.append(DiffOp(_KINDS[tag], here, there))
    return found


Opcode = tuple[str, int, int, int, int]
"""A step of difflib: what to do, and the words of both sides."""


def _aligned(steps: Sequence[Opcode]) -> Iterator[Opcode]:
    """The steps with the outermost replacements beside what matches, the passage's rest left out.

    The passage goes on before and after: only the words next to a match can be the replaced ones.
    """
    for at, (tag, c1, c2, p1, p2) in enumerate(steps):
        width = c2 - c1
        if tag != "replace" or p2 - p1 <= width or len(steps) == 1:
            yield tag, c1, c2, p1, p2
        elif at == 0:
            yield "insert", c1, c1, p1, p2 - width
            yield tag, c1, c2, p2 - width, p2
        elif at == len(steps) - 1:
            yield tag, c1, c2, p1, p1 + width
            yield "insert", c2, c2, p1 + width, p2
        else:
            yield tag, c1, c2, p1, p2


_KINDS = {
    "replace": DiffKind.REPLACED,
    "delete": DiffKind.ADDED,
    "insert": DiffKind.LEFT_OUT,
}


def _pairs(claim: Sequence[Token], passage: Sequence[Token]) -> Iterator[DiffOp]:
    """Words one by one, each beside its partner."""
    for one, other in zip(claim, passage, strict=True):
        if _bare(one.text) == _bare(other.text):
            kind = DiffKind.EQUAL
        else:
            kind = DiffKind.VARIANT if _key(one) == _key(other) else DiffKind.REPLACED
        yield DiffOp(kind, Span(one.start, one.end), Span(other.start, other.end))


def _span(words: Sequence[Token], first: int, end: int, start: int) -> Span:
    """The place of some words; of none, the place between their neighbours."""
    if first < end:
        return Span(words[first].start, words[end - 1].end)
    at = words[first - 1].end if first else start
    return Span(at, at)


def _bare(word: str) -> str:
    return word.replace("’", "'").rstrip(".")


def _keys(words: Sequence[Token]) -> list[str]:
    return [_key(word) for word in words]


def _key(word: Token) -> str:
    """A word without capitals, dots and the difference of British and American spelling."""
    lower = _bare(word.lower).replace(".", "")
    if len(lower) > 5:
        for british, american in _SPELLINGS:
            lower = lower.replace(british, american)
    return lower


_SPELLINGS = (("isation", "ization"), ("ise", "ize"), ("ising", "izing"), ("our", "or"),
              ("yse", "yze"), ("defence", "defense"), ("offence", "offense"),
              ("centre", "center"), ("ll", "l"))  # fmt: skip


def merged(ops: Sequence[DiffOp]) -> tuple[DiffOp, ...]:
    """The steps with equal words in a row as one step."""
    found: list[DiffOp] = []
    for op in ops:
        if found and op.kind is DiffKind.EQUAL and found[-1].kind is DiffKind.EQUAL:
            before = found.pop()
            op = DiffOp(
                op.kind,
                Span(before.claim.start, op.claim.end),
                Span(before.passage.start, op.passage.end),
            )
        found.append(op)
    return tuple(found)
