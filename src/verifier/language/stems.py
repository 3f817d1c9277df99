"""The stems of words, so that `attacks` finds `attacked`: Porter's algorithm, and Cyrillic endings.

M. F. Porter, An algorithm for suffix stripping, Program 14 (1980) 130-137, with the two departures
of his own later programs (bli, logi). Russian and Ukrainian words lose their commonest endings.
"""

import re
import unicodedata
from functools import cache

from verifier.language.verbs import irregular

_VOWEL = re.compile(r"[aeiou]|(?<=[^aeiou])y")
_SHORT_END = re.compile(r"(?:[^aeiou]|^y)(?:[aeiou]|(?<=[^aeiou])y)[^aeiouwxy]$")
_DOUBLED = re.compile(r"([^aeiouylsz])\1$")

_STEP_2 = (
    ("ational", "ate"), ("ization", "ize"), ("iveness", "ive"), ("fulness", "ful"),
    ("ousness", "ous"), ("tional", "tion"), ("biliti", "ble"), ("entli", "ent"),
    ("ousli", "ous"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("iviti", "ive"),
    ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("alli", "al"), ("ator", "ate"),
    ("logi", "log"), ("bli", "ble"), ("eli", "e"),
)  # fmt: skip
_STEP_3 = (
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"),
    ("ness", ""), ("ful", ""),
)  # fmt: skip
_STEP_4 = (
    "ement", "ance", "ence", "able", "ible", "ment", "sion", "tion", "ant", "ent", "ism", "ate",
    "iti", "ous", "ive", "ize", "al", "er", "ic", "ou",
)  # fmt: skip

_FIGURES = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty
"""
_TENS = "thirty forty fifty sixty seventy eighty ninety hundred"
_FAMILIES = """
man men| woman women| child children| foot feet| tooth teeth| mouse mice| wife wives| life lives|
half halves| self selves| leaf leaves| thief thieves| wolf wolves| knife knives| shelf shelves|
birth born| death died die dies dead| medium media| crisis crises| analysis analyses| basis bases|
criterion criteria| phenomenon phenomena| bacterium bacteria| hypothesis hypotheses|
datum data| curriculum curricula| index indices| vertex vertices| axis axes
"""
_GREEK_LETTERS = "α β γ δ ε ζ η θ ι κ λ μ µ ν ξ π ρ σ τ φ χ ψ ω"
_GREEK_NAMES = """
alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu mu nu xi pi rho sigma tau phi
chi psi omega
"""

_CYRILLIC = re.compile(r"[\u0400-\u052f]+")
_CYRILLIC_ENDING = re.compile(
    "(?<=[\u0400-\u052f]{3})(?:"
    "иями|ями|ами|ыми|ими|ого|его|ому|ему|ість|ості|остей|ость|ости|ення|ание|ания|ение|ения|"
    "ються|ться|тся|вши|вся|ась|ись|іми|ала|или|али|ила|ило|ало|ють|уть|ать|ять|ить|ыть|"
    "ые|ие|ая|яя|ое|ее|ую|юю|ый|ий|ой|ей|ов|ев|ів|їв|ам|ям|ом|ем|ах|ях|ою|ею|ым|им|их|ых|"
    "ла|ло|ли|ает|ует|ают|уют|ої|ій|іх|ім|ію|ія|ії|ия|ии|ию|"
    "а|я|о|е|ы|и|у|ю|ь|й|і|ї|є)$"
)


@cache
def _alike() -> dict[str, str]:
    """Words that spelling does not show to be one, each with the word that stands for them.

    Irregular forms with their base, small numbers with their figure, Greek letters with their name.
    """
    found = {form: base for base, forms in irregular().items() for form in forms}
    for family in _FAMILIES.split("|"):
        first, *others = family.split()
        found.update(dict.fromkeys(others, first))
    found |= {word: str(number) for number, word in enumerate(_FIGURES.split(), start=2)}
    found |= {
        word: str(number) for number, word in zip(range(30, 101, 10), _TENS.split(), strict=True)
    }
    return found | dict(zip(_GREEK_LETTERS.split(), _GREEK_NAMES.split(), strict=True))


def stem(word: str) -> str:
    """The stem of a lower-case word, its accents dropped; of a word of another script the word.

    >>> [stem(word) for word in "attacks attacked relational probably naïve сказала 2024".split()]
    ['attack', 'attack', 'relat', 'probabl', 'naiv', 'сказ', '2024']
    >>> [stem(word) for word in "wrote written women twelve".split()]
    ['write', 'write', 'woman', '12']
    """
    word = _alike().get(word, word)
    if not word.isascii():
        word = _bare(word)
    if word.isascii():
        return _porter(word) if len(word) > 2 and word.isalpha() else word
    if _CYRILLIC.fullmatch(word):
        return _CYRILLIC_ENDING.sub("", word)
    return word


def _bare(word: str) -> str:
    """A word without accents, in the plain form of each letter; й and ї stay letters."""
    if _CYRILLIC.fullmatch(word):
        return unicodedata.normalize("NFC", word).replace("ё", "е").replace("’", "")
    parts = unicodedata.normalize("NFKD", word)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return unicodedata.normalize("NFC", bare).casefold()


def _measure(stem: str) -> int:
    """Porter's m: how often consonants follow vowels."""
    count, in_vowels, before = 0, False, ""
    for letter in stem:
        vowel = letter in "aeiou" or (letter == "y" and before != "" and not in_vowels)
        count += in_vowels and not vowel
        in_vowels, before = vowel, letter
    return count


def _porter(word: str) -> str:
    """Porter's five steps on a word of three ASCII letters or more."""
    word = _past_and_ing(_plural(word))
    if word.endswith("y") and _VOWEL.search(word, 0, len(word) - 1):
        word = word[:-1] + "i"
    word = _exchanged(word, _STEP_2)
    word = _exchanged(word, _STEP_3)
    word = _fourth(word)
    if word.endswith("e"):
        rest = word[:-1]
        measure = _measure(rest)
        if measure > 1 or (measure == 1 and not _SHORT_END.search(rest)):
            word = rest
    if word.endswith("ll") and _measure(word) > 1:
        word = word[:-1]
    return word


def _plural(word: str) -> str:
    """Step 1a: caresses, ponies, cats."""
    if word.endswith(("sses", "ies")):
        return word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _past_and_ing(word: str) -> str:
    """Step 1b: agreed, plastered, motoring."""
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    rest = word[:-2] if word.endswith("ed") else word[:-3] if word.endswith("ing") else ""
    if not rest or not _VOWEL.search(rest):
        return word
    if rest.endswith(("at", "bl", "iz")):
        return rest + "e"
    if _DOUBLED.search(rest):
        return rest[:-1]
    if _measure(rest) == 1 and _SHORT_END.search(rest):
        return rest + "e"
    return rest


def _exchanged(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    """Steps 2 and 3: the first ending that fits exchanged where a measured stem stands before."""
    for ending, instead in endings:
        if word.endswith(ending):
            rest = word[: -len(ending)]
            return rest + instead if _measure(rest) else word
    return word


def _fourth(word: str) -> str:
    """Step 4: endings dropped after a stem of measure 2 or more; -ion only after s or t."""
    for ending in _STEP_4:
        if word.endswith(ending):
            rest = word[:-3] if ending in ("sion", "tion") else word[: -len(ending)]
            return rest if _measure(rest) > 1 else word
    return word
