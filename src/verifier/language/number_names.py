"""Figures and number words that count nothing: ordinals, years, times, scores, codes and names."""

import re
from collections.abc import Sequence

from verifier.language.number_amounts import Amount, Lexicon
from verifier.language.number_tokens import Word, is_dash, touches
from verifier.language.verbs import verb_forms
from verifier.language.wordlists import word_set
from verifier.language.words import ADVERBS

_JOINED = frozenset("-‐‑–/:.,_@#№+&*=\\")
_TIME = re.compile(r"\s?(?:[ap]\.?\s?m\b|o['’]clock)", re.IGNORECASE)
_CODE = re.compile(
    r"""\d+(?:[-./:‐‑–]\d+){2,}(?!\d)            # 555-12-34, 192.168.0.1, 2024-12-14
    | \+\d[\d\s().-]{6,}\d                    # +44 20 7946 0958
    | \(\d{2,5}\)[\s.-]?\d[\d\s.-]{4,}\d        # (020) 7946 0958
    | (?<!\d)\d{3}[-.\s]\d{3}[-.\s]\d{4}(?!\d)  # 212-555-0100, 212 555 0100
    | (?<![\d,.$€£])\d{3}-\d{4}(?![\d,])        # 555-0100
    | (?:https?://|www\.)\S+ | (?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.\w+""",
    re.VERBOSE,
)
_SCORES = word_set("""
    win won wins winning beat beats beaten lose lost loses defeat defeats defeated victory draw drew
    lead leads led score scored tie tied match half-time final result goal goals vote voted votes
    ruled decision set sets game выиграл выиграла победил победила победили обыграл обыграли
    проиграл проиграли счетом счётом ничья матч виграв виграла переміг перемогла програв рахунком
    нічия матч gewann gewannen siegte siegten verlor verloren besiegte führte spiel tor sieg
    niederlage endete gagné gagne battu perdu victoire score nul défaite mené
    """)
_CAPITAL_STARTS = word_set("""
    the a an in on at by for from of with about around some only just nearly almost all these those
    this that another other over under more less fewer up as and or but so if when while after
    before since until during between among through within without last next first both each every
    no not at least roughly approximately another additionally killing also including than he she
    they it we his her their its our there here meanwhile however police
    """)
_NOT_ONE = word_set("""
    no this that the which any every each another some not only-one from number chapter day
    """)
_ONE_IDIOM = word_set("""
    of another day thing way side hand time point who that another's to in on at by such and or is
    was has can could should would may might must will else more must-have
    """)
_VERBS = verb_forms()


def codes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The telephone numbers, addresses, versions and dates in figures of a stretch of text."""
    return [match.span() for match in _CODE.finditer(text, start, end)]


def is_no_count(
    lexicon: Lexicon, words: Sequence[Word], text: str, found: Amount, *, bounded: bool
) -> bool:
    """Whether an amount is a name, an order, a year or a time of day. `bounded` has a bound."""
    if not found.is_figure:
        return _is_idiom(lexicon, words, text, found, bounded)
    if not found.is_bare:
        return touches(words, found.first) and words[found.first - 1].lower.isalpha() and (
            words[found.first].lower not in "$"
        )  # fmt: skip
    return (
        _is_glued(lexicon, words, text, found)
        or _is_time(lexicon, words, text, found)
        or (not bounded and is_label(lexicon, words, text, found))
        or _is_year(lexicon, words, text, found, bounded)
    )


def _is_glued(lexicon: Lexicon, words: Sequence[Word], text: str, found: Amount) -> bool:
    """A figure that is part of a longer code or word: F-16, 2nd, 1/2, 007, 2-й."""
    written = text[words[found.first].start : words[found.end - 1].end]
    if written[:1] == "0" and written[1:2].isdigit():
        return True
    start, stop = words[found.first].start, words[found.end - 1].end
    before, previous = text[start - 1 : start], text[max(0, start - 2) : start - 1]
    if before and (before.isalpha() or before in "_@#№/\\"):
        return True
    if before in _JOINED and before and previous.isalnum():
        return True
    if before and before in "'’":
        return True
    return _goes_on(lexicon, words, text, found.end, stop)


def _goes_on(lexicon: Lexicon, words: Sequence[Word], text: str, end: int, stop: int) -> bool:
    """Whether what touches a figure's end makes it an ordinal, a code or a decade."""
    after, next_one = text[stop : stop + 1], text[stop + 1 : stop + 2]
    if not after or after.isspace():
        return False
    if after in "./:,-–_’'" and next_one.isdigit():
        return True
    if after.isalpha():
        return lexicon.units.at(words, end) is None and not _is_counter(lexicon, after)
    if after in "'’" and next_one.isalpha():
        return True
    if is_dash(words, end) and next_one.isalpha() and end + 1 < len(words):
        written = words[end + 1].lower
        is_short = len(written) <= 3 and lexicon.units.at(words, end + 1) is None
        return is_short or text[words[end + 1].start].isupper()
    return lexicon.said.thing.startswith("[A-Z") and after == "." and _is_german_ordinal(text, stop)


def _is_german_ordinal(text: str, stop: int) -> bool:
    """`die 3. Brigade`: a full stop and a word, where the number is no sentence's end."""
    following = text[stop + 1 : stop + 3]
    number = re.search(r"(?<!\d)\d{1,2}$", text[max(0, stop - 3) : stop])
    return bool(number) and len(following) == 2 and following[0] == " " and following[1].isalpha()


def _is_counter(lexicon: Lexicon, after: str) -> bool:
    """Whether a letter of another script follows: 300명 in a Latin text."""
    return "\uac00" <= after <= "\ud7a3"


def _is_time(lexicon: Lexicon, words: Sequence[Word], text: str, found: Amount) -> bool:
    stop = words[found.end - 1].end
    if _TIME.match(text, stop, stop + 12):
        return True
    return found.end < len(words) and words[found.end].lower in lexicon.said.clock


def is_label(lexicon: Lexicon, words: Sequence[Word], text: str, found: Amount) -> bool:
    """A figure that ends a name: `Article 5`, `Boeing 737`, `No. 10`."""
    at = found.first - 1
    while at >= 0 and words[at].lower == "." and touches(words, at):
        at -= 1
    if at < 0:
        return False
    if words[at].lower in lexicon.said.labels or words[at].lower == "№":
        return True
    if at != found.first - 1 or touches(words, found.first) or lexicon.said.thing:
        return _is_latin_name(words, text, at) and not _counts(lexicon, words, text, found)
    return _is_name_before(words, text, at) and not _counts(lexicon, words, text, found)


_INITIAL = frozenset('.!?:;“”"«„')
"""Marks after which a capital begins a sentence."""


def _is_latin_name(words: Sequence[Word], text: str, at: int) -> bool:
    """A name in Latin letters in a text of another script, as `Boeing 737` in Russian."""
    word = text[words[at].start : words[at].end]
    return word.isascii() and word.isalpha() and word[0].isupper() and len(word) > 2 and at > 0


def _is_name_before(words: Sequence[Word], text: str, at: int) -> bool:
    word = text[words[at].start : words[at].end]
    if not word[:1].isupper() or words[at].lower in _CAPITAL_STARTS:
        return False
    initial = at == 0 or words[at - 1].lower in _INITIAL
    lower = word.lower()
    return not (initial and (lower in _VERBS or lower in ADVERBS or lower.endswith("ly")))


def _counts(lexicon: Lexicon, words: Sequence[Word], text: str, found: Amount) -> bool:
    """Whether what follows a figure is what it counts, and not the rest of a sentence."""
    if found.end >= len(words) or not words[found.end].lower.isalpha():
        return False
    following = words[found.end]
    if lexicon.units.at(words, found.end) or following.lower in lexicon.said.outcomes:
        return True
    before = words[found.first - 2].lower if found.first > 1 else ""
    placed = before in ("in", "at", "near", "from", "across", "outside", "en", "à", *_INITIAL)
    sign = following.lower.endswith("s") or following.lower in ("people", "men", "women")
    sign = sign and following.lower not in ("is", "was", "has", "does", "crashes", "lands")
    return sign and (placed or found.first < 2 or following.lower in ("people", "men", "women"))


def _is_year(
    lexicon: Lexicon, words: Sequence[Word], text: str, found: Amount, bounded: bool
) -> bool:
    """Four digits from 1800 to 2099 that count nothing."""
    written = text[words[found.first].start : words[found.first].end]
    if len(written) != 4 or not written.isdigit() or not "1800" <= written < "2100":
        return False
    if found.end >= len(words):
        return not bounded or (found.low == found.high and written[2:] != "00")
    following = words[found.end].lower
    if not following.isalpha():
        return not bounded or written[2:] != "00"
    if lexicon.units.at(words, found.end) or following in ("people", "men", "women"):
        return False
    previous = words[found.first - 1].lower if found.first else ""
    if previous in lexicon.said.year_before and written[2:] != "00":
        return True
    if following in lexicon.said.stops or following in _CAPITAL_STARTS or following in _ONE_IDIOM:
        return True
    return not (bounded or written[2:] == "00") or not following.islower()


def _is_idiom(
    lexicon: Lexicon, words: Sequence[Word], text: str, found: Amount, bounded: bool
) -> bool:
    """Number words that count nothing: *no one*, *one another*, *the second half*, names."""
    first, end = found.first, found.end
    said = lexicon.said
    written = words[first].lower
    if (
        is_dash(words, first - 1)
        and touches(words, first)
        and first > 1
        and touches(words, first - 1)
    ):
        return True
    hyphened = is_dash(words, end) and touches(words, end) and end + 1 < len(words)
    if hyphened and not said.groups_by_dot and words[end + 1].lower.endswith("ed"):
        return True  # two-pronged, three-sided
    if found.unit == "share":
        return not bounded and _is_no_share(said.only_of, said.of_words, words, found)
    if _is_named_number(words, text, first, end) and not bounded:
        return True
    label = words[first - 1].lower if first else ""
    if not bounded and label in said.labels and label not in ("no", "group"):
        return True
    if found.is_vague or said.groups_by_dot:
        return False
    return end - first == 1 and written == "one" and _is_not_one(words, text, first, end, bounded)


def _is_no_share(
    only_of: Sequence[str], of_words: Sequence[str], words: Sequence[Word], found: Amount
) -> bool:
    """Whether *half*, *a third* and the like are no share: nothing says of what."""
    written = " ".join(word.lower for word in words[found.first : found.end] if word.lower != "-")
    if written not in only_of:
        return False
    previous = words[found.first - 1].lower if found.first else ""
    if previous in ("by", "um", "на", "de") and written != "on":
        return False
    if previous in ("first", "second", "other", "latter", "in", "better", "top", "bottom"):
        return True
    return found.end >= len(words) or words[found.end].lower not in of_words


def _is_named_number(words: Sequence[Word], text: str, first: int, end: int) -> bool:
    """A capitalised number word in mid-sentence: *Formula One*, *Group of Seven*."""
    if first == 0 or not text[words[first].start].isupper():
        return False
    previous = text[words[first - 1].start : words[first - 1].end]
    return previous.isalpha() and (
        previous[0].isupper() or previous in ("of", "the") or end >= len(words)
    )


def _is_not_one(words: Sequence[Word], text: str, first: int, end: int, bounded: bool) -> bool:
    """*One* as a pronoun: it counts only before the noun that it counts."""
    previous = words[first - 1].lower if first else ""
    if previous in _NOT_ONE or end >= len(words) or not words[end].lower.isalpha():
        return not bounded
    following = words[end].lower
    if following in _ONE_IDIOM or following.endswith(("ly", "ed", "ing")):
        return True
    return text[words[end].start].isupper() and not bounded


def is_score(words: Sequence[Word], first: Amount, second: Amount) -> bool:
    """Whether two figures with a hyphen are a result: 3-1, 2-2, or any beside words of winning."""
    if first.low is None or second.low is None or not (first.is_bare and second.is_bare):
        return False
    if first.low >= second.low:
        return True
    around = words[max(0, first.first - 7) : first.first], words[second.end : second.end + 5]
    return any(word.lower in _SCORES for side in around for word in side) and second.low < 60
