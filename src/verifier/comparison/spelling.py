"""Names and words brought to a form in which spellings of one name are equal, across scripts."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from verifier.language.verbs import verb_forms

_CYRILLIC: Mapping[str, str] = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ie",
    "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e",
    "ю": "iu", "я": "ia", "ў": "u", "'": "", "’": "", "ʼ": "",
}  # fmt: skip
_LETTERS = str.maketrans(dict(_CYRILLIC))
_HAS_CYRILLIC = re.compile("[\u0400-\u04ff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_SKELETON = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("kh", "h"), ("zh", "z"), ("sh", "s"), ("ch", "c"),
    ("ts", "c"), ("tz", "c"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "kv"), ("x", "ks"),
    ("w", "v"), ("g", "h"), ("j", "i"), ("c", "k"), ("q", "k"),
)  # fmt: skip
_VOWELS = str.maketrans("", "", "aeiouy")
_SOUND = re.compile(r"(.)\1+")
_VERBS = verb_forms()


def is_cyrillic(text: str) -> bool:
    """Whether a text has Cyrillic letters."""
    return not text.isascii() and _HAS_CYRILLIC.search(text) is not None


def is_hangul(text: str) -> bool:
    """Whether a text has Hangul syllables."""
    return not text.isascii() and _HANGUL.search(text) is not None


@lru_cache(maxsize=20_000)
def folded(word: str) -> str:
    """A word without capitals, diacritics and possessive endings.

    >>> folded("Łódź’s"), folded("São"), folded("U.S.")
    ('lodz', 'sao', 'us')
    """
    lower = word.casefold()
    if lower.isascii() and lower.isalpha():
        return lower
    lower = lower.replace("’", "'").removesuffix("'s").replace(".", "").replace("ł", "l")
    if lower.isascii() or is_cyrillic(lower) or is_hangul(lower):
        return lower
    apart = unicodedata.normalize("NFKD", lower)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def transliterated(word: str) -> str:
    """A Russian or Ukrainian word in Latin letters, the others left as they are.

    >>> transliterated("Плехово"), transliterated("Ворожба")
    ('plekhovo', 'vorozhba')
    """
    return word.casefold().translate(_LETTERS)


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """The consonants of a name as every transliteration writes them alike.

    Vowels, doubled letters and the difference of h and g are lost (Ukrainian writes г where
    Russian does and says h).

    >>> skeleton("Martinivka") == skeleton("Мартыновка"), skeleton("Kharkiv") == skeleton("Харків")
    (True, True)
    """
    latin = transliterated(folded(word))
    for written, sound in _SKELETON:
        if written in latin:
            latin = latin.replace(written, sound)
    return _SOUND.sub(r"\1", latin.translate(_VOWELS))


_ENDINGS = ("ians", "eans", "ans", "ian", "ean", "ish", "ese", "ans", "an", "ic", "i")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without the endings that grammar adds; English verbs by their forms.

    >>> stem("killed"), stem("killing"), stem("countries"), stem("soldiers"), stem("солдат")
    ('kill', 'kill', 'country', 'soldier', 'солд')
    """
    lower = folded(word)
    base = _VERBS.get(lower)
    if base is not None:
        return base
    if is_cyrillic(lower):
        return lower[: max(4, len(lower) - 3)] if len(lower) > 4 else lower
    if len(lower) > 4 and lower.endswith("ies"):
        return lower[:-3] + "y"
    if len(lower) > 4 and lower.endswith(("sses", "shes", "ches", "xes")):
        return lower[:-2]
    if len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return lower[:-1]
    return lower


def is_derived(one: str, other: str) -> bool:
    """Whether one folded word is the adjective or people of the other: Italy, Italian.

    >>> is_derived("italy", "italian"), is_derived("america", "american"), is_derived("ann", "anne")
    (True, True, False)
    """
    if len(one) > len(other):
        one, other = other, one
    if len(one) < 4 or one[:3] != other[:3]:
        return False
    for ending in _ENDINGS:
        if other.endswith(ending):
            root = other[: -len(ending)]
            if len(root) >= 3 and one.startswith(root) and len(one) - len(root) <= 2:
                return True
    return False


def is_spelt_otherwise(one: str, other: str) -> bool:
    """Whether two names are likely one name in two spellings or scripts.

    Only vowels may differ, the order of two consonants, or, across scripts, an inflected ending.

    >>> is_spelt_otherwise("Martinivka", "Martynovka"), is_spelt_otherwise("Vorozhba", "Vorobzha")
    (True, True)
    >>> is_spelt_otherwise("Zelensky", "Зеленского"), is_spelt_otherwise("Miller", "Muller")
    (True, False)
    """
    first, second = skeleton(one), skeleton(other)
    if is_cyrillic(one) != is_cyrillic(other):
        cyrillic, latin = (first, second) if is_cyrillic(one) else (second, first)
        return len(latin) >= 3 and (
            cyrillic == latin
            or (len(latin) >= 4 and latin[:1] == cyrillic[:1] and sorted(latin) == sorted(cyrillic))
            or (cyrillic.startswith(latin) and len(cyrillic) - len(latin) <= 2)
        )
    if is_cyrillic(one):
        return len(first) >= 3 and (first.startswith(second[:-1]) and second.startswith(first[:-1]))
    if min(len(one), len(other)) < 7 or one[:1].casefold() != other[:1].casefold():
        return False
    same = first == second
    return len(first) >= 4 and (same or sorted(first) == sorted(second))
