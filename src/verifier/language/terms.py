"""The terms by which texts are found: words as stems, in order, the same for every database.

A term is a stem; a figure with its thousands joined (1,200 is 1200); a pair of characters where a
script writes no spaces or joins endings to its words (Chinese, Japanese, Korean).
"""

import re
from itertools import chain

from verifier.language.stems import stem
from verifier.language.wordlists import word_set

RULES = "3"
"""Which rules made the terms of an index; another number has every index made again."""

LONGEST = 64
"""Code points of a term at most; what is longer is cut."""

_WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|[^\W_]+")
_GROUPED = re.compile(r"\d,\d")
_ASCII_WORDS = {code: " " for code in range(128) if not chr(code).isalnum()}
_PAIRED = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]+")
_UNSEEN = dict.fromkeys(
    [0xAD, 0x34F, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
     *range(0x2060, 0x2070), *range(0xFE00, 0xFE10), 0xFEFF]
)  # fmt: skip
_ASIDE = word_set("""
    a about above after again against all also am an and any are as at be because been before being
    below between both but by can could did do does doing down during each few for from further had
    has have having he her here hers herself him himself his how i if in into is it its itself just
    me more most my myself no nor not now of off on once only or other our ours out over own same
    she should so some such than that the their theirs them themselves then there these they this
    those through to too under until up very was we were what when where which while who whom why
    will with would you your yours s t d ll m re ve
    """)
_KEPT = 400_000

STOP_TERMS = frozenset(stem(word) for word in _ASIDE)
"""The terms of words that say little: they weigh less and are looked up last."""


def terms(text: str) -> list[str]:
    """The terms of `text` in order, repeated as they stand there.

    What is not seen (soft hyphens, zero-width and direction marks) is passed over.

    >>> terms("Up to 1,200 sol\u00addiers attacked 서울에서.")
    ['up', 'to', '1200', 'soldier', 'attack', '서울', '울에', '에서']
    """
    lowered = text.lower()
    if len(_known) > _KEPT:
        _known.clear()
    return list(chain.from_iterable(map(_known.__getitem__, _words(lowered))))


def _words(lowered: str) -> list[str]:
    """The words of a text in lower case; of plain ASCII by a faster way to the same end."""
    if not lowered.isascii():
        return _WORD.findall(lowered.translate(_UNSEEN))
    if _GROUPED.search(lowered):
        return _WORD.findall(lowered)
    return lowered.translate(_ASCII_WORDS).split()


class _Known(dict[str, tuple[str, ...]]):
    """The terms of each word met so far; a new word is added when it is asked for."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        made = self[word] = _terms_of(word)
        return made


_known = _Known()


def _terms_of(word: str) -> tuple[str, ...]:
    """The terms of one word."""
    paired = [] if word.isascii() else _PAIRED.findall(word)
    if paired:
        rest = [stem(part) for part in _PAIRED.split(word) if part]
        return (*(pair for run in paired for pair in _pairs(run)), *rest)
    return (stem(word.replace(",", ""))[:LONGEST] or word[:LONGEST],)


def _pairs(run: str) -> list[str]:
    """The overlapping pairs of characters of a run; a lone character is itself."""
    return [run[at : at + 2] for at in range(max(1, len(run) - 1))]
