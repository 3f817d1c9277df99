"""Words, numbers and marks of a text, in order and in place."""

import re
from typing import NamedTuple

from verifier.language.abbreviations import BEFORE_A_NAME, MAY_END


class Token(NamedTuple):
    """A word, number or mark. `lower` is its lower-case form with straight apostrophes."""

    start: int
    end: int
    text: str
    lower: str


_ABBREVIATED = "|".join(sorted((*BEFORE_A_NAME, *MAY_END), key=len, reverse=True))
_TOKEN = re.compile(
    rf"""(?:[^\W\d_]\.){{2,}}(?:-[^\W_]+)*     # U.S., a.m., U.S.-based
    | \b(?:{_ABBREVIATED})\.                 # Gov., Dec.
    | [A-Z]-(?:[A-Z]\.)+(?=,)                # R-N.Y., before a comma
    | [A-Z]\.(?=\s?[A-Z])                    # the F. in John F. Kennedy
    | \d+(?:[.,]\d+)+[^\W_]*                 # 1,200 and 1.2m
    | [^\W_]+(?:[-‐‑’'&/][^\W_]+)*\.(?=,)   # R-Ky., before a comma
    | [^\W_]+(?:[-‐‑’'&/][^\W_]+)*           # words, also hyphenated ones
    | '' | `` | \.{{2,}} | -{{2,}} | [^\w\s] | _""",
    re.VERBOSE,
)
_CLITICS = ("'s", "'ve", "'re", "'ll", "'d", "'m")


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of `text` between two offsets; English clitics stand apart.

    >>> [t.text for t in tokens("Gov. O’Hara’s U.S. aide didn’t pay $1,200.")]
    ['Gov.', 'O’Hara', '’s', 'U.S.', 'aide', 'didn’t', 'pay', '$', '1,200', '.']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        word = match.group()
        lower = word.lower()
        if "’" in lower:
            lower = lower.replace("’", "'")
        if "'" in lower and len(lower) == len(word):
            for clitic in _CLITICS:
                if lower.endswith(clitic) and len(lower) > len(clitic):
                    cut = len(word) - len(clitic)
                    found.append(Token(first, first + cut, word[:cut], lower[:cut]))
                    found.append(Token(first + cut, last, word[cut:], clitic))
                    break
            else:
                found.append(Token(first, last, word, lower))
        else:
            found.append(Token(first, last, word, lower))
    return tuple(found)
