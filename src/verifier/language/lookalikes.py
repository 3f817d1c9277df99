"""Names that look alike and are not the same: letters of other scripts, and near spellings.

The table is our own: the letters of the Cyrillic, Greek and Armenian scripts that common fonts draw
as a Latin letter or digit (a small part of Unicode's confusables.txt), over Unicode's own
compatibility forms (full-width, mathematical).
"""

import difflib
import unicodedata

_SAME_SHAPE = {
    "a": "аɑα", "b": "Ь", "c": "сϲ", "d": "ԁ", "e": "еҽ", "f": "ϝ", "g": "ɡԍ", "h": "һհ",
    "i": "іıι", "j": "јϳ", "k": "кκ", "l": "ӏ", "m": "м", "n": "пո", "o": "оοօ", "p": "рρ",
    "q": "ԛ", "r": "г", "s": "ѕ", "t": "тτ", "u": "υս", "v": "ѵν", "w": "ԝѡ", "x": "хχ",
    "y": "уγү", "z": "ᴢ",
    "A": "АΑ", "B": "ВΒ", "C": "СϹ", "D": "Ꭰ", "E": "ЕΕ", "F": "Ϝ", "G": "Ԍ", "H": "НΗ", "I": "ІΙӀ",
    "J": "Ј", "K": "КΚ", "M": "МΜ", "N": "Ν", "O": "ОΟՕ", "P": "РΡ", "Q": "Ԛ", "S": "Ѕ",
    "T": "ТΤ", "U": "Ս", "V": "Ѵ", "W": "Ԝ", "X": "ХΧ", "Y": "УΥҮ", "Z": "Ζ",
}  # fmt: skip
_SKELETON = str.maketrans({twin: latin for latin, twins in _SAME_SHAPE.items() for twin in twins})
_DIGITS = str.maketrans({"0": "o", "1": "l", "|": "l"})

SHORTEST = 6
"""Letters that a name has at least before a near spelling of it says anything."""

NEAR = 0.9
"""The least likeness (difflib's ratio) of two names that are spelt almost alike."""


def skeleton(name: str) -> str:
    """What a name looks like, whatever letters it is made of: equal for names that look the same.

    >>> skeleton("ІSW") == skeleton("ISW"), skeleton("ISW") == skeleton("IAEA")
    (True, False)
    """
    plain = unicodedata.normalize("NFKD", name)
    drawn = "".join(c for c in plain if not unicodedata.combining(c) and not _is_invisible(c))
    shape = drawn.translate(_SKELETON).casefold().translate(_DIGITS).replace("i", "l")
    return " ".join(shape.split())


def scripts_of(word: str) -> tuple[str, ...]:
    """The scripts that the letters of `word` come from, by Unicode's own names, sorted.

    >>> scripts_of("ІSW"), scripts_of("ГУР")
    (('Cyrillic', 'Latin'), ('Cyrillic',))
    """
    named = (unicodedata.name(char, "").partition(" ")[0] for char in word if char.isalpha())
    return tuple(sorted({name.capitalize() for name in named if name}))


def mixed_words(name: str) -> tuple[str, ...]:
    """The words of a name whose letters are of Latin and of a script that looks like it.

    >>> mixed_words("ІSW report"), mixed_words("ТАСС agency")
    (('ІSW',), ())
    """
    twins = {"Cyrillic", "Greek", "Armenian"}
    return tuple(
        word
        for word in name.split()
        if len(found := scripts_of(word)) > 1 and "Latin" in found and twins & set(found)
    )


def looks_like(name: str, other: str) -> str:
    """How `name` is mistaken for another one, in words; "" where it is not.

    >>> looks_like("ІSW", "ISW")
    'looks like'
    >>> looks_like("Institute for Study of War", "Institute for the Study of War")
    'is spelt almost like'
    """
    if name.casefold() == other.casefold():
        return ""
    if skeleton(name) == skeleton(other):
        return "looks like"
    short, long = sorted((name.casefold(), other.casefold()), key=len)
    if len(short) < SHORTEST or len(short) < NEAR * NEAR * len(long):
        return ""
    likeness = difflib.SequenceMatcher(None, short, long, autojunk=False)
    if likeness.quick_ratio() < NEAR or likeness.ratio() < NEAR:
        return ""
    return "is spelt almost like"


def _is_invisible(char: str) -> bool:
    """Whether a code point draws nothing: format controls, soft hyphens, joiners."""
    return unicodedata.category(char) in ("Cf", "Cc")
