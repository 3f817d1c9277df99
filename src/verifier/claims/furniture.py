"""Page furniture: what a page carries around its story, recognised by what it looks like anywhere.

No rule knows a site, a name or a story; each looks at the form of one line and of its neighbours.
"""

import re
from collections.abc import Callable

from verifier.claims.dateline import dateline_span
from verifier.language.paragraphs import lines
from verifier.language.tagging import Tag, tag_words
from verifier.language.tokens import tokens
from verifier.model.scales import Exclusion
from verifier.model.text import ExcludedRange, Span

LineRule = Callable[[str], bool]

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_DAYS = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_CLOCK = r"(?:,?\s*(?:at\s*)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)?"
_DATE_LINE = re.compile(
    rf"""(?:(?:published|posted|updated|retrieved|accessed|last\ (?:updated|modified)|crawled|
    date|on)\b[:\s]*)*(?:{_DAYS}\.?,?\s*)?
    (?:(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s*\d{{4}}|\d{{1,2}}\s+(?:{_MONTHS})\.?,?\s+\d{{4}}
    |\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}){_CLOCK}\W*""",
    re.VERBOSE | re.IGNORECASE,
)
_DEGREES = re.compile(r"(?<![\w.])[-−]?\d{1,3}(?:\.\d+)?\s?(?:°\s?[FC]?|º\s?[FC]?|[FC])(?!\w)")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")
_BYLINE = re.compile(
    r"(?:(?:written|reported|reporting|story|text|words|edited|compiled)\s+)?by:?\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_CREDIT_WORDS = (
    r"photos?|photograph|screenshots?|screen\s?grab|image|images|picture|video|getty|courtesy|"
    r"illustration|handout|credit|file\s+photo|graphic|yonhap|reuters|afp|epa"
)
_CREDIT = re.compile(
    rf"[\[(][^\[\]()\n]{{0,80}}\b(?:{_CREDIT_WORDS})\b[^\[\]()\n]{{0,80}}[\])]", re.I
)
_CREDIT_LINE = re.compile(
    rf"(?:(?:{_CREDIT_WORDS})(?:\s+(?:credit|by|courtesy))?\s*[:/©|]|photo(?:graph)?s?\s+by\b|©)",
    re.I,
)
_BRACKETED = re.compile(r"\[[^\[\]]{3,300}\]\.?")
_NAVIGATION = re.compile(
    r"""(?:home|menu|search|log\s?in|sign\s?(?:in|up)|subscribe|share(?:\sthis.*)?|print|e?mail|
    facebook|twitter|linkedin|whatsapp|instagram|comments?(?:\s\(\d+\))?|read\smore.*|related.*|
    more\s(?:from|on|stories|news)\b.*|most\s(?:read|popular).*|next|previous|back\sto\stop|
    skip\sto.*|recommended.*|trending.*|tags?:.*|topics?:.*|follow\sus.*|copy\slink|watch:.*|
    see\salso.*|advertisement|sponsored.*|continue\sreading.*|story\scontinues.*|listen.*\d+\smin.*|
    \d+\smin(?:ute)?s?\sread|breaking\snews|live|opinion|world|sports?|business|politics|local)\W*""",
    re.VERBOSE | re.IGNORECASE,
)
_APPEAL = re.compile(
    r"""\b(?:we\suse\scookies|accept\s(?:all\s)?cookies|cookie\s(?:policy|settings|preferences)|
    privacy\spolicy|terms\sof\s(?:use|service)|all\srights\sreserved|sign\sup\sfor\s(?:our|the)|
    subscribe\s(?:to|now|today|for)|newsletter|click\shere|download\s(?:our|the)\sapp|
    become\sa\smember|support\sour\s(?:work|journalism)|ad\sblocker|follow\sus\son|
    unlimited\saccess|free\strial|enable\sjavascript)\b""",
    re.VERBOSE | re.IGNORECASE,
)


def is_weather(line: str) -> bool:
    """A short line with a temperature and no sentence.

    >>> is_weather("Light rain, 14° C"), is_weather("It was 14° C when the match began.")
    (True, False)
    """
    return len(line) <= 40 and not line.endswith((".", "!", "?")) and bool(_DEGREES.search(line))


def is_date_line(line: str) -> bool:
    """A line that is a date, perhaps with a time and *Updated*, and nothing else.

    >>> is_date_line("Updated: Monday, May 4, 2020 at 9:30 a.m."), is_date_line("May 4 was cold.")
    (True, False)
    """
    return len(line) <= 80 and bool(_DATE_LINE.fullmatch(line))


def is_contact(line: str) -> bool:
    """A short line that gives an e-mail address.

    >>> is_contact("Contact: desk@example.org"), is_contact("She wrote to him at home.")
    (True, False)
    """
    return len(line) <= 160 and bool(_EMAIL.search(line)) and not _is_prose(line)


def is_byline(line: str) -> bool:
    """A line that names the writer: *By*, then capitalised words only.

    >>> is_byline("BY ANN LEE [a.lee@example.org]"), is_byline("By noon the road was open.")
    (True, False)
    """
    opening = _BYLINE.match(line)
    if not opening or len(line) > 120:
        return False
    rest = re.sub(r"[\[(].*", "", line[opening.end() :])
    names = [word for word in re.split(r"[\s,]+", rest) if word.lower() not in _NAME_WORDS]
    return 0 < len(names) <= 8 and all(not word[0].islower() for word in names if word)


_NAME_WORDS = frozenset(
    ("and", "with", "for", "in", "of", "the", "de", "van", "von", "da", "al", "")
)


def is_credit(line: str) -> bool:
    """A line that only says where a picture is from.

    >>> is_credit("Photo: Ann Lee"), is_credit("The photo shows a bridge.")
    (True, False)
    """
    return len(line) <= 120 and (bool(_CREDIT_LINE.match(line)) or bool(_CREDIT.fullmatch(line)))


def is_notice(line: str) -> bool:
    """A line that stands in brackets as a whole, or an editor's note.

    >>> is_notice("[Editor’s note: this story was updated.]"), is_notice("She left [the army].")
    (True, False)
    """
    return bool(_BRACKETED.fullmatch(line)) or line.lower().startswith(
        ("editor’s note", "editor's note", "correction:", "disclaimer:")
    )


def is_navigation(line: str) -> bool:
    """A menu: words between bars or arrows, or a label that pages carry.

    >>> is_navigation("World | Sport | Weather"), is_navigation("Sport pays, the club says.")
    (True, False)
    """
    if len(line) > 200 or line.endswith((".", "”")):
        return bool(len(line) <= 60 and _NAVIGATION.fullmatch(line))
    bars = len(re.findall(r"\s[|•·›»>/]\s", line))
    return bars >= 2 or (bars == 1 and len(line) < 30) or bool(_NAVIGATION.fullmatch(line))


def is_advertisement(line: str) -> bool:
    """An appeal to subscribe, to accept cookies or to agree to terms.

    >>> is_advertisement("Sign up for our daily newsletter"), is_advertisement("It is cold.")
    (True, False)
    """
    return len(line) <= 300 and bool(_APPEAL.search(line)) and "“" not in line


def is_markup(line: str) -> bool:
    """A line of signs without a letter or digit.

    >>> is_markup("* * *"), is_markup("3.")
    (True, False)
    """
    return not any(letter.isalnum() for letter in line)


LINE_RULES: tuple[tuple[LineRule, Exclusion], ...] = (
    (is_markup, Exclusion.MARKUP),
    (is_weather, Exclusion.WEATHER),
    (is_date_line, Exclusion.CRAWL_DATE),
    (is_byline, Exclusion.BYLINE),
    (is_credit, Exclusion.CREDIT),
    (is_notice, Exclusion.NOTICE),
    (is_navigation, Exclusion.NAVIGATION),
    (is_contact, Exclusion.CONTACT),
    (is_advertisement, Exclusion.ADVERTISEMENT),
)
"""What one line can show by itself, in the order tried."""


def furniture(text: str) -> tuple[ExcludedRange, ...]:
    r"""The page furniture of a text in order: whole lines, credits in brackets, the dateline.

    >>> page = "Rain, 9° C\n\nBridge reopens after repair\n\nThe bridge reopened on Friday."
    >>> [(f.span.of(page), f.why.value) for f in furniture(page)]
    [('Rain, 9° C', 'weather')]
    """
    found = lines(text)
    reasons = [_by_itself(span.of(text)) for span in found]
    _by_neighbours(text, found, reasons)
    ranges = [ExcludedRange(*span, why) for span, why in zip(found, reasons, strict=True) if why]
    kept = [span for span, why in zip(found, reasons, strict=True) if not why]
    for span in kept:
        ranges.extend(_credits(text, span))
    dated = next((d for span in kept if (d := dateline_span(text, span))), None)
    if dated:
        ranges.append(ExcludedRange(*dated, Exclusion.DATELINE))
    return tuple(sorted(ranges, key=lambda r: r.start))


def _by_itself(line: str) -> Exclusion | None:
    return next((why for rule, why in LINE_RULES if rule(line)), None)


def _credits(text: str, span: Span) -> list[ExcludedRange]:
    """Credits in brackets within a line that is no furniture."""
    return [
        ExcludedRange(*match.span(), Exclusion.CREDIT) for match in _CREDIT.finditer(text, *span)
    ]


def _by_neighbours(text: str, found: tuple[Span, ...], reasons: list[Exclusion | None]) -> None:
    """Short verbless lines: before the headline and after the last sentence, and lists of them."""
    prose = [at for at, span in enumerate(found) if not reasons[at] and _is_prose(span.of(text))]
    first, last = (prose[0], prose[-1]) if prose else (len(found), len(found))
    head = [at for at in range(first) if not reasons[at]]
    near_furniture = {at for at, why in enumerate(reasons) if why}
    for at in head[:-1]:
        if _is_label(found[at].of(text)):
            close = near_furniture & {at - 1, at + 1}
            reasons[at] = Exclusion.PLACE_LINE if close else Exclusion.MASTHEAD
    if prose:
        for at in range(last + 1, len(found)):
            if not reasons[at] and _is_label(found[at].of(text)):
                reasons[at] = Exclusion.NAVIGATION
    _lists(text, found, reasons, first)


def _lists(text: str, found: tuple[Span, ...], reasons: list[Exclusion | None], first: int) -> None:
    """Four labels or more in a row inside the story are a menu."""
    row: list[int] = []
    for at in range(first, len(found) + 1):
        if at < len(found) and not reasons[at] and _is_label(found[at].of(text)):
            row.append(at)
            continue
        if len(row) >= 4:
            for place in row:
                reasons[place] = Exclusion.NAVIGATION
        row = []


def _is_label(line: str) -> bool:
    """A short line without a verb and without a full stop: a section, a place, a masthead."""
    if len(line) > 60 or line[-1] in '.!?”"…:;' or len(line.split()) > 6:
        return False
    return not _has_verb(line)


def _has_verb(line: str) -> bool:
    return any(tag in (Tag.VERB, Tag.AUXILIARY, Tag.PAST) for tag in tag_words(tokens(line)))


def _is_prose(line: str) -> bool:
    """A line that holds a sentence: it ends like one and is long enough, or is simply long."""
    words = line.count(" ") + 1
    ends = line.rstrip("”\"’')]")[-1:] in (".", "!", "?", "…", "。")
    return (ends and words >= 4) or len(line) >= 120
