"""How Korean says numbers: figures with 만 and 억, counters, bounds before and after."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from verifier.language.number_words import CURRENCIES, Bound, plain_decimal
from verifier.model.claim import Facet, NumberValue
from verifier.model.scales import FacetType
from verifier.model.text import Span

BIG = {"조": 10**12, "억": 10**8, "만": 10**4}
SMALL = {"천": 1000, "백": 100, "십": 10}
"""What multiplies a figure: 1만1000 is 11,000, 3천 is 3,000."""

NATIVE = {
    "한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9,
    "열": 10, "열한": 11, "열두": 12, "스무": 20, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50,
}  # fmt: skip
"""Number words, read only right before a counter."""

VAGUE = {
    "수십만": Bound("200000", None), "수만": Bound("20000", None), "수천": Bound("2000", None),
    "수백": Bound("200", None), "수십": Bound("20", None), "수백만": Bound("2000000", None),
    "십여": Bound("10", None), "몇": Bound("2", None),
}  # fmt: skip

PEOPLE = ("명", "인", "사람", "분")
COUNTERS = (*PEOPLE, "개", "대", "건", "곳", "채", "척", "마리", "권", "발", "구", "가구", "문",
    "회", "번",
            "차례", "표", "점", "석", "골", "기", "여단", "개국", "개월")  # fmt: skip
"""Counters that say that something is counted; those for people need no noun."""

UNITS: Mapping[str, str] = {
    "%": "%", "퍼센트": "%", "%포인트": "percentage points", "km": "km", "킬로미터": "km",
    "㎞": "km", "m": "m", "미터": "m", "㎡": "square m", "cm": "cm", "센티미터": "cm",
    "kg": "kg", "킬로그램": "kg", "㎏": "kg", "톤": "tonne", "t": "tonne", "시간": "hour",
    "분간": "minute",
    "일간": "day", "주간": "week", "주": "week", "개월": "month", "년간": "year",
    "세": "year of age",
    "살": "year of age", "원": "₩", "달러": "$", "유로": "€", "엔": "¥", "위안": "yuan",
    "루블": "₽",
    "도": "degree", "초": "second", "헥타르": "hectare", "ha": "hectare", "리터": "litre",
}  # fmt: skip

BEFORE = {
    "최소한": "at least", "최소": "at least", "적어도": "at least", "최대": "at most",
    "많게는": "at most", "약": "about", "대략": "about", "거의": "about", "한때": "",
    "무려": "", "모두": "", "총": "", "불과": "", "단": "", "추정": "about", "어림잡아": "about",
}  # fmt: skip
AFTER = {
    "이상": "at least", "이하": "at most", "미만": "less than", "초과": "more than",
    "넘게": "more than", "넘는": "more than", "넘은": "more than", "여 명": "about",
    "이내": "at most", "가량": "about", "정도": "about", "안팎": "about", "남짓": "about",
    "가까이": "about", "가까운": "about", "내외": "about", "쯤": "about", "까지": "at most",
}  # fmt: skip

OUTCOMES = {
    "사망": "killed", "숨지": "died", "숨졌": "died", "숨진": "died", "전사": "killed",
    "사살": "killed",
    "부상": "wounded", "다치": "injured", "다쳤": "injured", "다친": "injured", "실종": "missing",
    "생포": "captured", "체포": "arrested", "구금": "detained", "대피": "evacuated",
    "포로": "captured",
}  # fmt: skip

NO_COUNT_AFTER = ("년", "월", "일", "시", "호", "조", "항", "장", "번째", "번지", "위", "차",
    "회차", "층", "여단",
                  "사단", "연대", "대대", "군단", "분기", "학년", "호선", "세기", "연")  # fmt: skip
"""What makes a figure an order, a date, a time of day or a name."""

PARTICLES = ("은", "는", "이", "가", "을", "를", "에", "서", "의", "도", "로", "와", "과", "만",
    "며", "고", "한", "된",
             "인", "해", "다", "지", "던", "면", "게", "나", "께")  # fmt: skip
"""Endings by which the word before a number is not the thing counted."""

REACH = 40
"""Code points after a number in which its outcome is looked for."""


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALED = rf"(?:{_FIGURE})(?:\s?(?:[조억만천백십](?![가-힣]{{2}}일))\s?(?:{_FIGURE})?)*"
_NUMBER = re.compile(
    rf"""(?<![\w.,:/-])
    (?:(?P<before>{_any(BEFORE)})\s?)?
    (?P<currency>[$€£¥₩])?
    (?:
        (?P<low>{_SCALED})(?:\s?(?:~|∼|〜|～|-|–|에서|내지)\s?(?P<high>{_SCALED}))?(?P<more>여)?
      | (?P<vague>{_any(VAGUE)})
      | (?P<native>{_any(NATIVE)})
        (?=\s?(?:{_any(COUNTERS)}|살|시간|달)(?:[은는이가을를의도,.\s]|$|씩|만|과))
      | (?P<half>절반|(?P<part>[2-9])분의\s?(?P<of>[1-9]))
    )
    (?:\s?(?P<unit>{_any(UNITS)})(?![가-힣]*(?:째))|\s?(?P<counter>{_any(COUNTERS)})(?!째))?
    (?:\s?(?:을|를|이|가|의)?\s?(?P<after>{_any(AFTER)}))?""",
    re.VERBOSE,
)
_BARE_NEXT = re.compile(rf"\s?(?:{_any(NO_COUNT_AFTER)})|[A-Za-z:/-]\w|\.\d")
_BEFORE_NAME = re.compile(r"(?:제|[A-Z][\w-]*|보잉)\s?$")
_WORD_BEFORE = re.compile(r"([가-힣A-Za-z]+(?:\s[가-힣A-Za-z]+)?)\s*$")
_WORD_AFTER = re.compile(r"의\s([가-힣]+(?:\s[가-힣]+)?)")
_OUTCOME = re.compile(_any(OUTCOMES))
_CLAUSE_END = re.compile(r"[,.;!?]|지만|는데|\d")


def korean_numbers(text: str, span: Span) -> tuple[Facet, ...]:
    """The numbers of a Korean text as facets with offsets into the whole text.

    >>> [f] = korean_numbers("약 1만1000명이 배치됐다", Span(0, 13))
    >>> f.text, f.number.low, f.number.approx
    ('약 1만1000명', '11000', True)
    """
    found = []
    for match in _NUMBER.finditer(text, *span):
        value = _value(text, match, span)
        if value is not None:
            stop = match.start() + len(match.group().rstrip())
            found.append(
                Facet(FacetType.NUMBER, match.start(), stop, text[match.start() : stop], value)
            )
    return tuple(found)


def _value(text: str, match: re.Match[str], span: Span) -> NumberValue | None:
    if len(match.group()) > 80 or _is_no_count(text, match):
        return None
    low, high, low_open, approx = _interval(match)
    if low is None or (high is not None and Decimal(high) < Decimal(low)):
        return None
    unit = _unit(match)
    counted = _counted(text, match, span) if unit in (None, "share", "%") else None
    value = NumberValue(
        low, high, low_open, False, approx, unit, counted, _scope(text, match.end(), span.end)
    )
    for operator in (BEFORE.get(match["before"] or "", ""), AFTER.get(match["after"] or "", "")):
        value = _bounded(value, operator)
    return value


def _bounded(value: NumberValue, operator: str) -> NumberValue:
    """The number with one bound."""
    low, high, low_open, high_open, approx = (
        value.low, value.high, value.low_open, value.high_open, value.approx,
    )  # fmt: skip
    if operator in ("at least", "more than"):
        high, low_open = None, operator == "more than"
    elif operator in ("at most", "less than"):
        low, high, high_open = None, high or low, operator == "less than"
    approx = approx or operator == "about"
    return NumberValue(
        low, high, low_open, high_open, approx, value.unit, value.counted, value.scope
    )


def _interval(match: re.Match[str]) -> tuple[str | None, str | None, bool, bool]:
    """Low, high, whether low is open and whether the number is vague."""
    if match["vague"]:
        bound = VAGUE[match["vague"]]
        return bound.low, bound.high, bound.low_open, True
    if match["native"]:
        value = str(NATIVE[match["native"]])
        return value, value, False, False
    if match["half"]:
        if match["part"]:
            share = round(Decimal(match["of"]) / Decimal(match["part"]), 4)
            return plain_decimal(share), plain_decimal(share), False, len(str(share)) > 4
        return "0.5", "0.5", False, False
    low = _scaled(match["low"])
    high = _scaled(match["high"]) if match["high"] else low
    if match["high"] and low < 1000 <= high:
        low = _with_scale_of(low, match["high"])
    return plain_decimal(low), plain_decimal(high), False, bool(match["more"])


def _with_scale_of(low: Decimal, high: str) -> Decimal:
    """The first end of a range with the scale of the second: 1~2만."""
    scale = next((BIG.get(c) or SMALL.get(c) for c in reversed(high) if c in BIG or c in SMALL), 1)
    return low * (scale or 1)


def _scaled(written: str) -> Decimal:
    """The value of a figure with 조, 억, 만, 천, 백, 십.

    >>> _scaled("1만1000"), _scaled("2천"), _scaled("3억 5000만")
    (Decimal('11000'), Decimal('2000'), Decimal('350000000'))
    """
    total, part, figure = Decimal(0), Decimal(0), Decimal(0)
    for piece in re.findall(r"[\d.,]+|[조억만천백십]", written):
        if piece in BIG:
            total += ((part + figure) or Decimal(1)) * BIG[piece]
            part = figure = Decimal(0)
        elif piece in SMALL:
            part += (figure or Decimal(1)) * SMALL[piece]
            figure = Decimal(0)
        else:
            figure = Decimal(piece.replace(",", ""))
    return total + part + figure


def _unit(match: re.Match[str]) -> str | None:
    if match["half"]:
        return "share"
    if match["unit"]:
        return UNITS[match["unit"]]
    return CURRENCIES.get(match["currency"] or "")


def _is_no_count(text: str, match: re.Match[str]) -> bool:
    """Whether the figure is a date, an order, a time of day or part of a name."""
    if match["vague"] or match["native"] or match["half"]:
        return bool(
            match["vague"] and not (match["counter"] or match["unit"]) and match["vague"] == "몇"
        )
    if match["counter"] == "여단" or (match["low"][0] == "0" and match["low"][1:2].isdigit()):
        return True
    before = text[max(0, match.start("low") - 6) : match.start("low")].rstrip()
    if match["low"].endswith("조") and before.endswith(("법", "조약", "령", "규정", "협정", "제")):
        return True
    if match["unit"] or match["counter"]:
        return bool(_BEFORE_NAME.search(text[max(0, match.start("low") - 3) : match.start("low")])
                    and not match["currency"])  # fmt: skip
    rest = text[match.end("high") if match["high"] else match.end("low") :][:8]
    if match["more"]:
        rest = rest[1:]
    if _BARE_NEXT.match(rest):
        return True
    if _BEFORE_NAME.search(text[max(0, match.start("low") - 12) : match.start("low")]):
        return True
    scaled = any(c in match["low"] for c in (*BIG, *SMALL))
    return not (scaled or match["currency"] or match["before"] or match["after"] or "," in match[
        "low"
    ] or match["high"])  # fmt: skip


def _counted(text: str, match: re.Match[str], span: Span) -> str | None:
    """The noun after `의`, else the noun before the number, else the counter."""
    after = _WORD_AFTER.match(text, match.end(), min(span.end, match.end() + REACH))
    if after:
        return _without_particle(after.group(1))
    before = _WORD_BEFORE.search(text[max(span.start, match.start() - 24) : match.start()])
    if before and not before.group(1).endswith(PARTICLES):
        words = before.group(1).split()
        return " ".join(words if not words[0].endswith(PARTICLES) else words[1:])
    counter = match["counter"]
    return counter if counter in PEOPLE else None


def _without_particle(words: str) -> str:
    """The first word, and the second where the first has no particle; without its particle."""
    first, _, second = words.partition(" ")
    if first.endswith(PARTICLES) or not second:
        return first[:-1] if first.endswith(PARTICLES) and len(first) > 1 else first
    return f"{first} {second[:-1]}" if second.endswith(PARTICLES) else first


def _scope(text: str, start: int, end: int) -> tuple[str, ...]:
    """The outcomes named in the same clause after the number."""
    stop = min(end, start + REACH)
    clause = _CLAUSE_END.search(text, start, stop)
    found = _OUTCOME.finditer(text, start, clause.start() if clause else stop)
    return tuple(dict.fromkeys(OUTCOMES[each.group()] for each in found))
