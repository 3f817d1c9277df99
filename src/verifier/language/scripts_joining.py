"""Where a zero-width joiner or non-joiner does honest work: inside emoji and some scripts."""

import unicodedata

JOINING_SCRIPTS = (
    "ARABIC",
    "SYRIAC",
    "MONGOLIAN",
    "DEVANAGARI",
    "BENGALI",
    "GURMUKHI",
    "GUJARATI",
    "ORIYA",
    "TAMIL",
    "TELUGU",
    "KANNADA",
    "MALAYALAM",
    "SINHALA",
    "KHMER",
    "MYANMAR",
)
"""Scripts whose letters change shape by a joiner (Unicode core specification, chapter 23.2)."""


def joins_here(text: str, at: int) -> bool:
    """Whether the joiner at `at` stands between two characters that it can join.

    >>> joins_here("\U0001f469\u200d\U0001f52c", 1)
    True
    >>> joins_here("pass\u200dword", 4)
    False
    """
    if at == 0 or at + 1 >= len(text):
        return False
    return _joins(text, at - 1) and _joins(text, at + 1)


def _joins(text: str, at: int) -> bool:
    char = text[at]
    if char in "\ufe0f\u20e3" or "\U0001f3fb" <= char <= "\U0001f3ff":
        return True
    if unicodedata.category(char) == "So":
        return True
    return unicodedata.name(char, "").startswith(JOINING_SCRIPTS)
