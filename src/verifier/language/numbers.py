"""Numbers in a text as intervals, with unit, the thing counted, and what narrows it."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from verifier.language.number_words import NumberWords
from verifier.language.numbers_english import ENGLISH
from verifier.language.tagging import NOMINAL, Tag, tag_words
from verifier.language.tokens import Token, tokens
from verifier.model.claim import Facet, NumberValue
from verifier.model.scales import FacetType
from verifier.model.text import Span

LANGUAGES: dict[str, NumberWords] = {"en": ENGLISH}
"""The languages whose numbers are read; others are read as English, which finds the digits."""

REACH = 160
"""Code points after a number in which the thing counted and its outcome are looked for."""


def numbers(text: str, span: Span | None = None, *, language: str = "en") -> tuple[Facet, ...]:
    """The numbers of a text, or of a span of it, as facets with offsets into the whole text.

    Ordinals, years, times of day and numbers that are part of a name are no counts.

    >>> found = numbers("As many as 200 of 1.2 million died")
    >>> [(f.text, f.number.low, f.number.high) for f in found]
    [('As many as 200', None, '200'), ('1.2 million', '1200000', '1200000')]
    >>> numbers("The 2nd court ruled in 2019, at 5 p.m.")
    ()
    """
    said = LANGUAGES.get(language, ENGLISH)
    start, end = span or Span(0, len(text))
    found = []
    for match in _pattern(language).finditer(text, start, end):
        if not _is_no_count(text, match):
            value = _value(said, match, text, end)
            if value is not None:
                facet = (match.start(), _end_of(text, match))
                found.append(Facet(FacetType.NUMBER, *facet, text[slice(*facet)], number=value))
    return tuple(found)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """One number with its bound, currency, scale and range; built from the language's words."""
    said = LANGUAGES.get(language, ENGLISH)
    bounds = "|".join(
        f"(?P<{name}>{_any(getattr(said, name))})"
        for name in ("at_least", "more_than", "at_most", "less_than", "about")
    )
    small, scale = _any(said.cardinals), _any(said.scales)
    word_scale = _any(word for word in said.scales if len(word) > 2)
    figure = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    spelled = (
        rf"(?:{small})(?:[- ](?:{small}|(?:{word_scale})(?:\sand\s(?:{small}))?))*(?![-’']?\w)"
    )
    currency = "[" + re.escape("".join(said.currencies)) + "]"
    return re.compile(
        rf"""(?<![\w.,-])
        (?:(?:{bounds}|(?P<between>between))\s+(?:just\s+|only\s+)?)?
        (?:
            (?P<vague>{_any(said.vague)})(?![-\w])
          | (?P<share>{_any(said.shares)})(?![-\w])
          | (?:US)?(?P<currency>{currency})?(?P<figure>{figure})
            (?:\s?(?:to|-|–|—|(?(between)and|to))\s?(?:{currency})?(?P<upper>{figure})(?![\w]))?
            (?:[\s-]?(?P<scale>{scale})(?![-\w]))?
          | (?P<spelled>(?:an?\s(?={word_scale}))?(?:{spelled}|(?:{word_scale})(?![-\w])))
        )
        (?P<percent>\s?%|\spercent\b|\sper\scent\b)?
        (?P<more>\s?(?:{_any(said.or_more)})(?!\w))?""",
        re.VERBOSE | re.IGNORECASE,
    )


def _any(listed: Iterable[str]) -> str:
    """An alternation of words, the longest first, its spaces standing for any space."""
    words = sorted(listed, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in words)


_TIME = re.compile(r"\s?(?::\d\d|[ap]\.?m\b|o['’]clock)", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|['’]?s\b")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"


def _is_no_count(text: str, match: re.Match[str]) -> bool:
    """Whether the figure is an ordinal, a year, a day of a month, a time or part of a name."""
    figure = match["figure"]
    if figure is None:
        return match["spelled"] is not None and match["spelled"].lower() in ("one", "second")
    stop = match.end("upper") if match["upper"] else match.end("figure")
    after = text[stop : stop + 12]
    if match["currency"] or match["percent"] or match["scale"]:
        return False
    if _TIME.match(after) or _ORDINAL.match(after) or after[:1].isalpha():
        return True
    before = text[max(0, match.start("figure") - 12) : match.start("figure")].split()
    word = before[-1].lower().strip(".,") if before else ""
    if word[:3] in _MONTHS.split() and len(figure) <= 4:
        return True
    if after[1:4].lower() in _MONTHS.split() and after[1:2].isupper():
        return True
    return _is_year(figure, after) or _is_named(before, after, bool(match.group(0) != figure))


def _is_year(figure: str, after: str) -> bool:
    """Four digits from 1800 to 2099 that no unit or plural follows."""
    if len(figure) != 4 or not figure.isdigit() or not "1800" <= figure < "2100":
        return False
    following = after.split()[0] if after.split() else ""
    return after[:1] != " " or not following.rstrip(".,;").endswith("s")


def _is_named(before: list[str], after: str, has_more: bool) -> bool:
    """A figure that ends a name: `Article 5`, `Route 66`."""
    if has_more or not before or not before[-1][:1].isupper() or len(before) < 2:
        return False
    following = after.split()
    return not following or after[:1] in ",.;)”" or not following[0][:1].isalpha()


def _end_of(text: str, match: re.Match[str]) -> int:
    return match.end() - (len(match.group()) - len(match.group().rstrip()))


def _value(said: NumberWords, match: re.Match[str], text: str, end: int) -> NumberValue | None:
    """The interval that the number found stands for."""
    low, high, low_open, about = _interval(said, match)
    if low is None and high is None:
        return None
    high_open = False
    if match["at_least"] or match["more"]:
        high, low_open = None, False
    elif match["more_than"]:
        high, low_open = None, True
    elif match["at_most"]:
        low = None
    elif match["less_than"]:
        low, high_open = None, True
    tail = Span(match.end(), min(end, match.end() + REACH))
    unit, counted, scope = _counted(said, text, tail)
    if match["percent"]:
        unit = "%"
    elif match["currency"]:
        unit = said.currencies[match["currency"]]
    elif match["share"]:
        unit = unit or "share"
    approx = about or bool(match["about"])
    return NumberValue(low, high, low_open, high_open, approx, unit, counted, scope)


def _interval(said: NumberWords, match: re.Match[str]) -> tuple[str | None, str | None, bool, bool]:
    """Low, high, whether low is open, and whether the number itself is vague."""
    if match["vague"]:
        bound = said.vague[_plain(match["vague"])]
        return bound.low, bound.high, bound.low_open, True
    if match["share"]:
        share = said.shares[_plain(match["share"])]
        return share, share, False, len(share) > 4
    if match["spelled"]:
        value = _spelled(said, match["spelled"])
        return value, value, False, False
    scale = Decimal(said.scales[match["scale"].lower()]) if match["scale"] else Decimal(1)
    low = _decimal(Decimal(match["figure"].replace(",", "")) * scale)
    high = _decimal(Decimal(match["upper"].replace(",", "")) * scale) if match["upper"] else low
    return low, high, False, False


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _spelled(said: NumberWords, words: str) -> str | None:
    """A number in words: tens and units add up, scales multiply what stands before them."""
    total, part = Decimal(0), Decimal(0)
    for word in re.split(r"[-\s]+", words.lower()):
        if word in said.cardinals:
            part += Decimal(said.cardinals[word])
        elif word in said.scales:
            scale = Decimal(said.scales[word])
            part = (part or Decimal(1)) * scale
            if scale >= 1000:
                total, part = total + part, Decimal(0)
    value = total + part
    return _decimal(value) if value else None


def _decimal(value: Decimal) -> str:
    """A decimal as a plain string: no exponent, no trailing zeros after the point."""
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _counted(
    said: NumberWords, text: str, tail: Span
) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Unit, thing counted and outcome from the words after a number."""
    words = tokens(text, *tail)
    tags = tag_words(words)
    at = 0
    while (at < len(words) and words[at].text in "-") or (
        at < len(words) and words[at].lower == "of"
    ):
        at += 1
    unit = None
    if at < len(words) and words[at].lower in said.units:
        unit = said.units[words[at].lower]
        at += 1
    counted, at = _noun(text, words, tags, at)
    return unit, counted, tuple(dict.fromkeys(_outcomes(said, words, tags, at)))


def _noun(text: str, words: tuple[Token, ...], tags: list[Tag], at: int) -> tuple[str | None, int]:
    """The noun phrase that begins at `at`, and where it ends."""
    end = at
    while end < len(words) and (
        tags[end] in NOMINAL - {Tag.POSSESSIVE} or (end == at and tags[end] in (Tag.PAST, Tag.ING))
    ):
        end += 1
    if end == at or tags[end - 1] not in (Tag.NOUN, Tag.NAME):
        return None, at
    return text[words[at].start : words[end - 1].end], end


def _outcomes(
    said: NumberWords, words: tuple[Token, ...], tags: list[Tag], start: int
) -> Iterator[str]:
    """The outcomes named in the same clause after the number."""
    for at in range(start, len(words)):
        if tags[at] in (Tag.STOP, Tag.COMMA) or words[at].lower in ("but", "while", "when"):
            return
        if words[at].lower in said.outcomes:
            yield said.outcomes[words[at].lower]
