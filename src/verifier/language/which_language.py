"""Which language's words to read a text with: the one told, or what script and small words show."""

import re
from collections.abc import Mapping
from functools import lru_cache

from verifier.language.wordlists import word_set

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_RUSSIAN = re.compile("[ыэёъЫЭЁЪ]")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 2_000
"""Code points from which the language is guessed."""

_SMALL_WORDS: Mapping[str, frozenset[str]] = {
    "en": word_set("""
        a the of and to in is was that for it with as on at by from are were have has had be been
        not
        this which who their more than least about over up killed people soldiers no some many most
        """),
    "de": word_set("""
        der die das und den dem des ein eine einen einem einer ist war sind waren wurde wurden nicht
        mit auf für von im am zum zur bei nach mindestens rund etwa über bis mehr als ungefähr knapp
        fast sich auch wie aus haben hat seien sei zwischen höchstens jahr januar februar märz juni
        juli oktober dezember prozent millionen gestern heute vor woche uhr
        """),
    "fr": word_set("""
        le la les des une du et est sont était étaient ont été dans pour par sur avec au aux que
        qui ne pas ce cette plus moins environ près entre ou selon il elle se en de un jusqu
        quelque ans janvier février mars avril mai juin juillet août septembre octobre novembre
        décembre hier demain lundi mardi mercredi jeudi vendredi samedi dimanche morts blessés
        millions milliers
        """),
}
_CYRILLIC_WORDS: Mapping[str, frozenset[str]] = {
    "uk": word_set("""
        та або понад щонайменше близько до у від не менше за що це його року грудня лютого квітня
        червня липня серпня вересня жовтня листопада травня березня тисяч осіб приблизно половина
        чверть вчора учора завтра торік через бути було були
        """),
    "ru": word_set("""
        и или более менее около до в от не свыше что это его года декабря января февраля марта
        апреля мая июня июля августа сентября октября ноября тысяч человек примерно половина треть
        четверть вчера сегодня завтра через быть было были как как минимум почти
        """),
}


def which_language(text: str, told: str | None = None) -> str:
    """The language to read `text` with, as a code of two letters.

    What is told holds where the script can be that language's. A text in Cyrillic or Hangul is
    read as such whatever is told, for a story quotes other languages; Russian and Ukrainian are
    told apart by their letters, then by small words. A Latin text of which nothing is told goes by
    its small words, English where they leave it open.

    >>> which_language("до 200 солдат", "en"), which_language("약 300명"), which_language("30 Tote")
    ('ru', 'ko', 'en')
    >>> which_language("mindestens 30 Soldaten wurden"), which_language("понад 11 тисяч")
    ('de', 'uk')
    """
    code = (told or "").lower().replace("_", "-").partition("-")[0]
    if not text.isascii():
        sample = text[:_SAMPLE]
        cyrillic, hangul = len(_CYRILLIC.findall(sample)), 2 * len(_HANGUL.findall(sample))
        if max(cyrillic, hangul) and max(cyrillic, hangul) >= len(_LATIN.findall(sample)):
            if hangul > cyrillic:
                return "ko"
            return code if code in ("ru", "uk") else _slavic(sample)
    return code if code not in ("", "ru", "uk", "ko") else _by_words(text, _SMALL_WORDS, "en")


def language_of(text: str, start: int, end: int, told: str | None) -> str:
    """The language to read a part of a text with; the whole text helps where nothing is told."""
    if told is None and end - start < len(text):
        told = _of_page(text[:_SAMPLE])
    return which_language(text[start:end], told)


@lru_cache(maxsize=64)
def _of_page(head: str) -> str:
    return which_language(head)


def _slavic(sample: str) -> str:
    """Russian or Ukrainian: letters that only one of them has decide, then small words."""
    ukrainian, russian = len(_UKRAINIAN.findall(sample)), len(_RUSSIAN.findall(sample))
    if ukrainian != russian:
        return "uk" if ukrainian > russian else "ru"
    return _by_words(sample, _CYRILLIC_WORDS, "ru")


def _by_words(text: str, listed: Mapping[str, frozenset[str]], otherwise: str) -> str:
    """The language of whose small words there are most; `otherwise` where none leads."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    counts = {code: sum(word in small for word in words) for code, small in listed.items()}
    most = max(counts, key=lambda code: (counts[code], code == otherwise))
    return most if counts[most] else otherwise
