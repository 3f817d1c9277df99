"""Ukrainian in Russian dress: for an encoder of sentences that was taught Russian only.

It is no translation and is never shown. The commonest words that differ are put into Russian, all
others are spelt the way a Russian word of that form would be, so that the sentence comes near its
meaning: on parallel sentences the English one finds .73 of the Ukrainian ones so, .45 without.
"""

import re
from functools import cache
from pathlib import Path

_WORD = re.compile(r"[а-яіїєґё'’ʼ]+", re.IGNORECASE)
_APOSTROPHES = str.maketrans("’ʼ", "''")
_LETTERS = str.maketrans({"і": "и", "ї": "и", "є": "е", "ґ": "г", "'": "ъ", "и": "ы"})

_LISTED = """
ення>ение ання>ание іння>ение ння>ние ття>тие ість>ость ості>ости ського>ского ської>ской
ських>ских ський>ский ська>ская ське>ское ські>ские цький>цкий цька>цкая цькі>цкие ий>ый ій>ой
ої>ой ів>ов увати>овать ювати>евать ати>ать яти>ять іти>еть ити>ить ути>уть тися>ться
тись>ться ть>т ться>тся ував>овал ювал>евал ували>овали увала>овала ав>ал яв>ял ив>ил
ується>уется є>ет єш>ешь ємо>ем емо>ем имо>им їмо>им ою>ой ею>ей ією>ией ові>у еві>ю
"""
_ENDINGS = dict(pair.split(">") for pair in _LISTED.split())
"""The endings of words whose Russian counterpart ends otherwise than by its letters."""

_LONGEST = max(map(len, _ENDINGS))


def near_russian(text: str) -> str:
    """A Ukrainian text with each word as the Russian word that it is nearest to.

    >>> near_russian("Солдати повідомили про втрати.")
    'Солдаты сообщили о потери.'
    >>> near_russian("розвідник")
    'розвиднык'
    """
    return _WORD.sub(_word, text)


def _word(match: re.Match[str]) -> str:
    word = match.group()
    plain = word.lower().translate(_APOSTROPHES)
    found = _words().get(plain) or _spelt(plain)
    return found.capitalize() if word[0].isupper() else found


def _spelt(word: str) -> str:
    """A word nobody listed, by its letters and its ending."""
    for length in range(min(_LONGEST, len(word) - 2), 0, -1):
        ending = _ENDINGS.get(word[-length:])
        if ending is not None:
            return word[:-length].translate(_LETTERS) + ending
    return word.translate(_LETTERS)


@cache
def _words() -> dict[str, str]:
    """The common words whose Russian counterpart is spelt otherwise, each with it."""
    listed = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    pairs = (line.partition(" ") for line in listed.splitlines())
    return {ukrainian: russian for ukrainian, _, russian in pairs}
