"""The language that a whole document is in, told by its letters and its small words."""

import re
import unicodedata
from collections import Counter

from verifier.language.which_language import which_language

UNDETERMINED = "und"
"""The tag of a language that cannot be told (BCP 47)."""

NAMES = {
    "ar": "Arabic",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hy": "Armenian",
    "ja": "Japanese",
    "ka": "Georgian",
    "ko": "Korean",
    "ru": "Russian",
    "th": "Thai",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
"""The languages that are told apart, in English."""

_SCRIPTS = {
    "ARABIC": "ar",
    "ARMENIAN": "hy",
    "CJK": "zh",
    "DEVANAGARI": "hi",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "THAI": "th",
}
_SAMPLE = 4_000
"""Code points that are looked at: of the middle, for a page begins with menus."""

_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*")


def document_language(text: str) -> str:
    """The tag of the language that most of `text` is in; *und* for a text of few letters.

    A script stands for the language that most text in it is in; a Latin text counts as English
    where nothing speaks for German or French.

    >>> document_language("Мост через реку закрыли."), document_language("다리가 폐쇄되었다.")
    ('ru', 'ko')
    >>> document_language("橋は閉鎖されました。"), document_language("12:30 – 14:00")
    ('ja', 'und')
    """
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    sample = _ADDRESS.sub(" ", text[middle : middle + _SAMPLE])
    scripts = Counter(
        unicodedata.name(char, "").partition(" ")[0] for char in sample if char.isalpha()
    )
    if not scripts:
        return UNDETERMINED
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > scripts["CJK"] // 8:
        scripts["HIRAGANA"] += scripts.pop("CJK", 0)
    script, _ = max(scripts.items(), key=lambda each: (each[1], each[0]))
    if script in _SCRIPTS:
        return _SCRIPTS[script]
    if script not in ("LATIN", "CYRILLIC"):
        return UNDETERMINED
    return which_language(" ".join(_words_of(sample, script)))


def language_name(tag: str) -> str:
    """What a language is called in English; its tag where that is not known.

    >>> language_name("uk-UA"), language_name("qaa")
    ('Ukrainian', 'qaa')
    """
    return NAMES.get(primary(tag), tag)


def primary(tag: str) -> str:
    """The language of a tag, without region and script: `uk` of `uk-UA`."""
    return tag.lower().replace("_", "-").partition("-")[0]


def _words_of(sample: str, script: str) -> list[str]:
    """The words that begin with a letter of a script."""
    return [w for w in sample.split() if unicodedata.name(w.lstrip("«“„\"'(")[:1] or " ", "")
            .startswith(script)]  # fmt: skip
