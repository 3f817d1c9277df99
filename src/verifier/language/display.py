"""Untrusted text made visible and harmless: the last step before any screen, page or line."""

import re
import unicodedata
from functools import cache

from verifier.language.scripts_joining import joins_here

CONTROL_PICTURES = 0x2400
"""U+2400…: the visible picture of each C0 control, at the control's own number."""

DELETE_PICTURE = "\u2421"
REPLACEMENT = "\ufffd"
"""Stands for what has no picture of its own: C1 controls, lone surrogates, tag characters."""

BIDI = {
    "\u061c": "⍇",  # Arabic letter mark
    "\u200e": "⊳",  # left-to-right mark
    "\u200f": "⊲",  # right-to-left mark
    "\u202a": "⊢",  # left-to-right embedding
    "\u202b": "⊣",  # right-to-left embedding
    "\u202c": "⊤",  # pop directional formatting
    "\u202d": "⊩",  # left-to-right override
    "\u202e": "⊪",  # right-to-left override
    "\u2066": "⊏",  # left-to-right isolate
    "\u2067": "⊐",  # right-to-left isolate
    "\u2068": "⊑",  # first strong isolate
    "\u2069": "⊒",  # pop directional isolate
}
"""Direction controls, each with the one symbol that shows it."""

INVISIBLE = {
    "\u00ad": "¬",  # soft hyphen
    "\u034f": "∘",  # combining grapheme joiner
    "\u115f": "∘",  # Hangul choseong filler
    "\u1160": "∘",  # Hangul jungseong filler
    "\u17b4": "∘",
    "\u17b5": "∘",
    "\u180e": "∘",  # Mongolian vowel separator
    "\u200b": "∘",  # zero width space
    "\u200c": "∘",  # zero width non-joiner, where nothing needs it
    "\u200d": "∘",  # zero width joiner, where nothing needs it
    "\u2028": "⏎",  # line separator
    "\u2029": "¶",  # paragraph separator
    "\u2060": "∘",  # word joiner
    "\u2061": "∘",
    "\u2062": "∘",
    "\u2063": "∘",
    "\u2064": "∘",
    "\u3164": "∘",  # Hangul filler
    "\ufeff": "∘",  # zero width no-break space
    "\uffa0": "∘",  # half-width Hangul filler
}
"""Characters that show nothing, each with the one symbol that shows it."""

_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\ud800-\udfff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)


def display(text: str) -> str:
    r"""`text` as it may be shown: every harmful or invisible code point as one visible symbol.

    The length in code points stays, so offsets into the original hold. Newline and tab stay.
    Joiners stay inside emoji and inside the scripts that need them; one variation selector stays
    after a character that can take it. Source of the rule: Unicode TR 36 and what terminals do.

    >>> display("a\x1b[2Jb")
    'a␛[2Jb'
    >>> display("evil\u202etxt")
    'evil⊪txt'
    """
    if text.isascii() and text.isprintable():
        return text
    return _SUSPECT.sub(_visible, text)


def display_line(text: str) -> str:
    r"""As `display`, for a place of one line: newlines and tabs are shown as symbols too.

    >>> display_line("two\nlines\there")
    'two␊lines␉here'
    """
    return display(text).replace("\n", "␊").replace("\t", "␉")


def flagged(text: str) -> tuple[tuple[int, str], ...]:
    r"""Where `text` holds code points that `display` replaces: offset and name of each.

    >>> flagged("a\u202eb")
    ((1, 'U+202E RIGHT-TO-LEFT OVERRIDE'),)
    """
    return tuple(
        (match.start(), _name(match.group()))
        for match in _SUSPECT.finditer(text)
        if _visible(match) != match.group()
    )


def _visible(match: re.Match[str]) -> str:
    char = match.group()
    if "\ufe00" <= char <= "\ufe0f":
        return char if _takes_variation(match.string, match.start()) else "∘"
    if char in "\u200c\u200d" and joins_here(match.string, match.start()):
        return char
    return _symbol(char)


@cache
def _symbol(char: str) -> str:
    """The one symbol that stands for a harmful code point."""
    code = ord(char)
    if code < 0x20:
        return chr(CONTROL_PICTURES + code)
    if code == 0x7F:
        return DELETE_PICTURE
    return BIDI.get(char) or INVISIBLE.get(char) or REPLACEMENT


def _takes_variation(text: str, at: int) -> bool:
    """Whether one variation selector may stand at `at`: after a visible symbol, not in a run."""
    if at == 0:
        return False
    before = text[at - 1]
    return unicodedata.category(before) in ("So", "Sm", "Po", "Nd", "Lo") and not before.isspace()


def _name(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, 'CONTROL')}"


def escape_json(text: str) -> str:
    r"""JSON text with every harmful code point written as an escape, its value unchanged.

    >>> escape_json('"a\u202eb"')
    '"a\\u202eb"'
    """
    if text.isascii():
        return text.replace("\x7f", r"\u007f")
    return _SUSPECT.sub(_json_escape, text)


def _json_escape(match: re.Match[str]) -> str:
    char = match.group()
    if char in "\r\n\t":
        return char
    pairs = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{pairs[at]:02x}{pairs[at + 1]:02x}" for at in range(0, len(pairs), 2))
