"""Numbers in a text as intervals, with unit, the thing counted, and what narrows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from verifier.language.dates import date_places
from verifier.language.number_amounts import Amount, Lexicon, amount_at
from verifier.language.number_counted import Reading, counted
from verifier.language.number_names import codes, is_label, is_no_count, is_score
from verifier.language.number_tokens import Word, is_dash, number_tokens, touches
from verifier.language.number_words import NumberWords, Operator, plain_decimal
from verifier.language.numbers_english import ENGLISH
from verifier.language.numbers_french import FRENCH
from verifier.language.numbers_german import GERMAN
from verifier.language.numbers_korean import korean_numbers
from verifier.language.numbers_russian import RUSSIAN
from verifier.language.numbers_ukrainian import UKRAINIAN
from verifier.language.which_language import language_of
from verifier.model.claim import Facet, NumberValue
from verifier.model.scales import FacetType
from verifier.model.text import Span

LANGUAGES: Mapping[str, NumberWords] = {
    "en": ENGLISH, "de": GERMAN, "fr": FRENCH, "ru": RUSSIAN, "uk": UKRAINIAN,
}  # fmt: skip
"""The languages whose number words are read; Korean has a reader of its own."""

_FIGURES_ONLY = NumberWords(cardinals={}, scales={})
"""Any other language: its figures, written the continental way."""


@dataclass(frozen=True)
class _Found:
    """A number with the tokens that it takes, its bounds and the places of its date."""

    first: int
    end: int
    amount: Amount
    operators: tuple[Operator, ...]


def numbers(
    text: str, span: Span | None = None, *, language: str | None = None
) -> tuple[Facet, ...]:
    """The numbers of a text, or of a span of it, as facets with offsets into the whole text.

    English, German, French, Russian, Ukrainian and Korean are read, other languages by their
    figures; with no `language` the script and the small words of the text decide. Ordinals, years,
    dates, times of day, scores, telephone numbers and numbers that are part of a name are no
    counts. Takes linear time.

    >>> found = numbers("As many as 200 of 1.2 million died")
    >>> [(f.text, f.number.low, f.number.high) for f in found]
    [('As many as 200', None, '200'), ('1.2 million', '1200000', '1200000')]
    >>> numbers("The 2nd court ruled in 2019, at 5 p.m.")
    ()
    >>> [(f.text, f.number.low, f.number.low_open) for f in numbers("более 11 тысяч солдат")]
    [('более 11 тысяч', '11000', True)]
    """
    start, end = span or Span(0, len(text))
    code = language_of(text, start, end, language)
    if code == "ko":
        return korean_numbers(text, Span(start, end))
    lexicon = _lexicon(code)
    said = lexicon.said
    words = number_tokens(text, start, end, groups_by_dot=said.groups_by_dot, elides=said.elides)
    found = list(_numbers_of(lexicon, words, text))
    if not found:
        return ()
    taken = _taken(text, Span(start, end), code)
    limits = [each.first for each in found[1:]] + [len(words)]
    reading = Reading(lexicon, words, text, code)
    return tuple(
        facet
        for each, limit in zip(found, limits, strict=True)
        if not _is_taken(Span(words[each.first].start, words[each.end - 1].end), taken)
        for facet in (_facet(reading, each, limit),)
        if not _stands_for_people(words, each, facet)
    )


_DEFINITE = frozenset(("the", "these", "those", "any", "other", "latter", "other", "all", "us"))


def _stands_for_people(words: Sequence[Word], found: _Found, facet: Facet) -> bool:
    """Whether number words only point back: *neither of the two*, *those three*."""
    value = facet.number
    if found.amount.is_figure or found.operators or value is None or found.amount.has_scale:
        return False
    alone = value.unit is None and value.counted is None and not value.scope
    if alone and value.low == value.high == "1":
        return True
    return alone and found.first > 0 and words[found.first - 1].lower in _DEFINITE


@cache
def _lexicon(code: str) -> Lexicon:
    return Lexicon(LANGUAGES.get(code, _FIGURES_ONLY))


def _taken(text: str, span: Span, code: str) -> list[Span]:
    """The places of dates and codes, whose figures count nothing, in order."""
    found = [*date_places(text, span, code), *(Span(*place) for place in codes(text, *span))]
    return sorted(found)


def _is_taken(place: Span, taken: Sequence[Span]) -> bool:
    """Whether a number lies in a date or code; both lists are short, one sentence at a time."""
    low, high = 0, len(taken)
    while low < high:
        middle = (low + high) // 2
        if taken[middle].start < place.end:
            low = middle + 1
        else:
            high = middle
    return any(each.overlaps(place) for each in taken[max(0, low - 3) : low])


def _numbers_of(lexicon: Lexicon, words: list[Word], text: str) -> list[_Found]:
    """The numbers in a row of tokens, each with its bounds."""
    found: list[_Found] = []
    at, free = 0, 0
    while at < len(words):
        word = words[at]
        if not (word.is_figure or word.lower in lexicon.starts):
            at += 1
            continue
        amount = amount_at(lexicon, words, text, at)
        if amount is None:
            at += 1
            continue
        found.extend(_read(lexicon, words, text, amount, free))
        at = max(amount.end, found[-1].end if found else 0)
        free = at
    return found


def _read(
    lexicon: Lexicon, words: list[Word], text: str, amount: Amount, free: int
) -> list[_Found]:
    """The number or range that begins with an amount: none, one or two."""
    second = _second(lexicon, words, text, amount)
    first, operators, opens = _before(lexicon, words, amount.first, free)
    if second is not None:
        joined = words[amount.end]
        if operators and words[first].lower in lexicon.said.range_opens:
            opens, operators = words[first].lower, operators[1:]
        if is_dash(words, amount.end) and is_score(words, amount, second):
            return []
        amount = _inheriting(amount, second)
        if opens and joined.lower == lexicon.said.range_opens.get(opens):
            first = max(free, first - 1) if words[first].lower != opens else first
        whole = amount._replace(
            end=second.end, high=second.high, unit=second.unit or amount.unit, is_bare=False
        )
        if _is_no_range(lexicon, words, text, amount, second, bool(operators)):
            return []
    elif odds := _ratio(lexicon, words, text, amount):
        whole = odds
    else:
        whole = amount
        if 0 < free == first and words[first].lower in lexicon.said.range_opens.values():
            operators = ()  # выросли с 5 до 7: the new level, no bound
        if is_no_count(lexicon, words, text, amount, bounded=bool(operators)):
            return []
    end = whole.end
    after = lexicon.after.at(words, end + (is_dash(words, end) and touches(words, end)))
    if after:
        operators, end = (*operators, after[0]), after[1]
    if not operators and not opens:
        first = amount.first - _has_article(lexicon, words, amount, free)
    return [_Found(first, end, whole, operators)]


def _ratio(lexicon: Lexicon, words: list[Word], text: str, first: Amount) -> Amount | None:
    """`6 to 1`, of votes, goals or odds: the first number, in units of *to 1*; no range falls.

    Not where something changes from one to the other (`from 6 to 1`, `fell 6 to 1`).
    """
    at = first.end
    if not first.is_bare or at + 1 >= len(words) or words[at].lower != "to":
        return None
    second = amount_at(lexicon, words, text, at + 1)
    around = {word.lower for word in words[max(0, first.first - 4) : first.first]}
    if second is None or not second.is_bare or around & {"from", *lexicon.said.changes}:
        return None
    if first.low is None or second.low is None or first.low <= second.low:
        return None
    counts = words[second.end].lower if second.end < len(words) else ""
    if counts.endswith("s") and counts not in _OF_A_RATIO:
        return None  # sent 50 to 3 towns
    return first._replace(end=second.end, unit=f"to {plain_decimal(second.low)}", is_bare=False)


_OF_A_RATIO = frozenset(("odds", "votes", "as", "was", "this", "his"))


def _has_article(lexicon: Lexicon, words: list[Word], amount: Amount, free: int) -> bool:
    """Whether the article of *a dozen*, *a million* stands before an amount."""
    at = amount.first
    return (
        at > free
        and not amount.is_figure
        and words[at].lower in lexicon.said.scales
        and words[at - 1].lower in lexicon.said.articles
    )


def _is_no_range(
    lexicon: Lexicon,
    words: list[Word],
    text: str,
    first: Amount,
    second: Amount,
    bounded: bool,
) -> bool:
    """Whether two figures with a joint are a name or years: Boeing 737-800, 2014-2016."""
    if first.is_bare and second.is_bare:
        written = [text[words[a.end - 1].start : words[a.end - 1].end] for a in (first, second)]
        if all(len(w) == 4 and w.isdigit() and "1800" <= w < "2100" for w in written):
            return True
        if not bounded and is_dash(words, first.end) and is_label(lexicon, words, text, first):
            return True
    return _glued_at_start(words, text, first.first) or _runs_on(words, second.end)


def _runs_on(words: list[Word], end: int) -> bool:
    """Whether letters or more figures touch the end of a range: 200-300A, 3-4-3."""
    if not touches(words, end) or end >= len(words):
        return False
    if is_dash(words, end) and touches(words, end + 1):
        return words[end + 1].is_figure
    return False


def _glued_at_start(words: list[Word], text: str, at: int) -> bool:
    """Whether a letter or a hyphen with a word stands right before a figure: F-16-20."""
    if not touches(words, at):
        return False
    before = words[at - 1].lower
    return before.isalnum() or (is_dash(words, at - 1) and touches(words, at - 1))


def _inheriting(first: Amount, second: Amount) -> Amount:
    """The first end of a range with the scale that only the second names: *10-15 thousand*."""
    if first.has_scale or not second.has_scale or first.low is None or second.low is None:
        return first
    times = 1
    for scale in (10**12, 10**9, 10**6, 10**3, 12, 100):
        if second.low >= scale and first.low * scale <= second.low and first.low < 1000:
            times = scale
            break
    return first._replace(low=first.low * times, high=first.low * times)


def _second(lexicon: Lexicon, words: list[Word], text: str, first: Amount) -> Amount | None:
    """The other end of a range, where one follows."""
    at = first.end
    if first.is_vague or at + 1 >= len(words):
        return None
    previous = words[first.first - 1].lower if first.first else ""
    if is_dash(words, at):
        spaced = not touches(words, at)
        if spaced and words[at].lower not in "–−":
            return None
        here = at + 1
        if not (words[here].is_figure or not first.is_figure or words[here].lower in "$€£₽₴"):
            return None
    else:
        joined = lexicon.range_words.at(words, at)
        if joined is None or not _may_join(lexicon, words, first, words[at].lower, previous):
            return None
        here = joined[1]
    if here >= len(words) or not (words[here].is_figure or words[here].lower in lexicon.starts):
        return None
    second = amount_at(lexicon, words, text, here)
    return second if second and _is_range(words, first, second, at) else None


def _may_join(
    lexicon: Lexicon, words: list[Word], first: Amount, joint: str, previous: str
) -> bool:
    """Whether the word between two numbers makes a range of them."""
    said = lexicon.said
    both = frozenset(said.range_opens.get(word) for word in said.range_opens if word == previous)
    opened = _opener(lexicon, words, first.first)
    if joint in ("and", "und", "et", "и", "і", "й", "та"):
        return said.range_opens.get(opened or "") == joint or joint in both
    if opened == "from" or opened in ("с", "von", "de", "від", "з", "от"):
        around = words[max(0, first.first - 5) : first.first]
        return not any(word.lower in said.changes for word in around)
    return True


def _opener(lexicon: Lexicon, words: list[Word], at: int) -> str | None:
    """The word that opens a range before a place, bounds between them left out."""
    for _ in range(2):
        found = lexicon.before.before(words, at)
        if found is None:
            break
        at = found[1]
    written = words[at - 1].lower if at else ""
    return written if written in lexicon.said.range_opens else None


def _is_range(words: list[Word], first: Amount, second: Amount, at: int) -> bool:
    """Whether two amounts can be the ends of one range."""
    if second.is_vague or first.low is None or second.low is None:
        return False
    if second.unit == "share" or first.unit == "share":
        return False
    if first.unit and second.unit and first.unit != second.unit:
        return False  # rose 12% to $4 billion
    if is_dash(words, at) and first.is_bare and second.is_bare:
        return True
    return _inheriting(first, second).low <= second.low  # type: ignore[operator]  # low is set


def _before(
    lexicon: Lexicon, words: list[Word], at: int, free: int
) -> tuple[int, tuple[Operator, ...], str | None]:
    """Where a number begins with its bounds, the bounds, and the word that opens a range."""
    first, here, operators = at, at, []
    for _ in range(3):
        filler = lexicon.fillers.before(words, here)
        bound = lexicon.before.before(words, here)
        if bound is None and filler and filler[1] >= free:
            bound = lexicon.before.before(words, filler[1])
        if bound is None or bound[1] < free:
            break
        operators.append(bound[0])
        first = here = bound[1]
    written = words[here - 1].lower if here > free else ""
    opens = written if written in lexicon.said.range_opens else None
    return first, tuple(reversed(operators)), opens


def _facet(reading: Reading, found: _Found, limit: int) -> Facet:
    """The number found as a facet of the text."""
    words, text = reading.words, reading.text
    thing = counted(reading, found.first, found.end, limit, found.amount.unit is None)
    value = replace(
        _interval(found.amount, found.operators),
        unit=found.amount.unit or thing.unit,
        counted=thing.counted,
        scope=thing.scope,
    )
    place = Span(words[found.first].start, words[max(found.end, thing.hyphenated) - 1].end)
    return Facet(FacetType.NUMBER, *place, place.of(text), number=value)


def _interval(amount: Amount, operators: tuple[Operator, ...]) -> NumberValue:
    """The interval of an amount with its bounds."""
    low = None if amount.low is None else plain_decimal(amount.low)
    high = None if amount.high is None else plain_decimal(amount.high)
    value = NumberValue(
        low, high, amount.low_open, False, amount.is_vague and amount.low != amount.high
    )
    value = replace(value, approx=value.approx or amount.is_vague)
    for operator in operators:
        if operator is Operator.ABOUT:
            value = replace(value, approx=True)
        elif operator is Operator.AT_LEAST:
            value = replace(value, high=None, low_open=False)
        elif operator is Operator.MORE_THAN:
            value = replace(value, high=None, low_open=True)
        elif operator is Operator.AT_MOST:
            value = replace(value, low=None, high=value.high or value.low, low_open=False)
        elif operator is Operator.LESS_THAN:
            value = replace(
                value, low=None, high=value.high or value.low, high_open=True, low_open=False
            )
    return value
