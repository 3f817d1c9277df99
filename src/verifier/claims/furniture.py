"""Page furniture: what a page carries around its story, recognised by what it looks like anywhere.

No rule knows a site, a name or a story; each looks at the form of one line and of its neighbours.
"""

import re
from collections.abc import Callable

from verifier.claims.dateline import dateline_span
from verifier.language.paragraphs import lines
from verifier.language.sentences import sentences_of
from verifier.language.tagging import Tag, tag_words
from verifier.language.tokens import tokens
from verifier.model.scales import Exclusion
from verifier.model.text import ExcludedRange, Span

_READER = re.compile(r"\b(?:you|your|you['’](?:re|ll|ve|d)|please|yourself)\b", re.IGNORECASE)
_PAGE = re.compile(
    r"\b(?:our|us|we|we['’](?:re|ll|ve|d)|this\s(?:site|website|page|article|form|feature))\b",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"""\b(?:e-?mail|inbox|subscri\w+|unsubscri\w+|sign(?:ed|ing)?[\s-](?:up|in)|log(?:ged)?\sin|
    opt[\s-](?:in|out)|cookies?|account|site|website|comments?|app|terms|privacy|
    policy|settings|browser|forums?|podcasts?|notifications?|password|newsletters?|
    purchase|commission|spam|consent|advertising)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"""\b(?:may\snot\sbe\s(?:reproduced|published|broadcast|rewritten)|all\srights\sreserved|
    (?:is\sa|are)\sregistered\strade\s?marks?|trade\s?marks\sor\strade\snames|copyright\s(?:©|\(c\)|\d{4})|
    thanks?\s(?:you\s)?for\ssigning\sup|affiliate\s(?:commission|links?)|
    follow\s(?:\w+\s){1,5}on\s(?:twitter|facebook|instagram)|
    (?:may|can)\sbe\s(?:reached|contacted)\sat)\b|©""",
    re.VERBOSE | re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"https?://|\bwww\.|(?<![\w@.])[\w-]{2,40}(?:\.[\w-]{2,40}){0,3}\.(?:com|org|net|info|co|io|edu)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"(?:<|&lt;)/?[a-z]{1,12}(?:\s[a-z-]{1,20}=|\s?/?(?:>|&gt;))", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]{0,400}>|&lt;[^<>\n]{0,400}?&gt;")
_BETWEEN = re.compile(r"\s[|»–—-]\s|:\s|\|")
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
_DATE_WORDS = re.compile(
    rf"""(?<![^\W\d_])(?:{_MONTHS}|{_DAYS}|published|posted|updated|modified|retrieved|accessed|crawled|last|
    at|on|by|date|first|original(?:ly)?|min(?:ute)?s?|read|[ap]\.?m\.?|[ecmp][sd]?t|gmt|utc|bst|
    ist|hkt|cet|st|nd|rd|th|z|t)(?![^\W\d_])|[\d\W_]+""",
    re.VERBOSE | re.IGNORECASE,
)
_DAY_OR_CLOCK = re.compile(
    rf"(?<![^\W\d_])(?:{_MONTHS})(?![^\W\d_])|\d[:.]\d\d|\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d",
    re.IGNORECASE,
)
_DEGREES = re.compile(r"(?<![\w.])[-−]?\d{1,3}(?:\.\d+)?\s?(?:°\s?[FC]?|º\s?[FC]?|[FC])(?!\w)")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")
_BYLINE = re.compile(
    r"(?:(?:\w+ly\s+)?(?:written|reported|reporting|reviewed|posted|published|story|text|words|"
    r"edited|compiled)\s+)?by:?\s+(?=[^\W\d_])|(?:contributing|author|текст|автор)\s*:\s*",
    re.IGNORECASE,
)
_BYLINE_END = re.compile(
    rf"[\[(].*|\s*[·•|–—]\s*.*|\s+(?:on\s+)?(?:{_DAYS},?\s+)?(?:{_MONTHS})\b.*", re.IGNORECASE
)
_CREDIT_WORDS = (
    r"photos?|photograph|screenshots?|screen\s?grab|image|images|picture|video|getty|courtesy|"
    r"illustration|handout|credit|file\s+photo|graphic|yonhap|reuters|afp|epa"
)
_CREDIT = re.compile(
    rf"[\[(][^\[\]()\n]{{0,80}}\b(?:{_CREDIT_WORDS})\b[^\[\]()\n]{{0,80}}[\])]", re.I
)
_CREDIT_LINE = re.compile(
    rf"(?:(?:(?:main|cover|lead|header|featured?|top)\s)?(?:{_CREDIT_WORDS})(?:\s+(?:credit|by|courtesy))?\s*[:/©|]|photo(?:graph)?s?\s+by\b|©)",
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
    if len(line) > 80 or not any(letter.isdigit() for letter in line):
        return False
    if _DATE_LINE.fullmatch(line):
        return True
    return _is_dated(line) and not _DATE_WORDS.sub("", line)


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
    if _is_writer_and_time(line):
        return True
    opening = _BYLINE.match(line)
    if not opening or len(line) > 120:
        return False
    rest = _BYLINE_END.sub("", line[opening.end() :])
    names = [word for word in re.split(r"[\s,]+", rest) if word.lower() not in _NAME_WORDS]
    return 0 < len(names) <= 8 and all(not word[0].islower() for word in names if word)


def _is_writer_and_time(line: str) -> bool:
    """`Ann Lee - Feb 3, 2021, 10:31 pm`: a name of two to four words, a day and a clock."""
    if len(line) > 80 or not _CLOCK_TIME.search(line) or not _YEAR.search(line):
        return False
    names = _DATE_WORDS.sub(" ", line).split()
    return 2 <= len(names) <= 4 and all(name[0].isupper() for name in names)


_CLOCK_TIME = re.compile(r"\d[:.]\d\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
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


def is_address_to_readers(line: str) -> bool:
    """Words in which the page speaks to its reader of itself: its letters, terms and settings.

    >>> is_address_to_readers("You can unsubscribe at any time and we will close your account.")
    True
    >>> is_address_to_readers("“We want you to read our report,” the mayor said.")
    False
    """
    if len(line) > 400 or any(mark in line for mark in '“”"'):
        return False
    spoken = bool(_READER.search(line)) + bool(_PAGE.search(line))
    things = len({each.lower() for each in _SERVICE.findall(line)})
    return (spoken and things >= 1 and spoken + things >= 3) or bool(_RIGHTS.search(line))


def is_shouted(line: str) -> bool:
    """A few words in capitals only: the label of a section or of a picture.

    >>> is_shouted("MORE FROM THE COURTS"), is_shouted("NATO and the EU met.")
    (True, False)
    """
    letters = [letter for letter in line if letter.isalpha()]
    words = line.split()
    return 2 <= len(words) <= 8 and not line.endswith(".") and all(map(str.isupper, letters))


def is_link(line: str) -> bool:
    """A line with a web address and no sentence.

    >>> is_link("3 shares  example.org  Science"), is_link("She founded example.org in 2001.")
    (True, False)
    """
    return len(line) <= 240 and bool(_ADDRESS.search(line)) and not _is_prose(line)


def is_markup(line: str) -> bool:
    """A line of signs without a letter or digit, or of HTML without a sentence.

    >>> is_markup("* * *"), is_markup("3.")
    (True, False)
    """
    if not any(letter.isalnum() for letter in line):
        return True
    return bool(_TAG.search(line)) and not _is_prose(_TAGS.sub("", line) or ".")


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
    (is_address_to_readers, Exclusion.ADVERTISEMENT),
    (is_link, Exclusion.NAVIGATION),
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
        ranges.extend(_contacts(text, span))
    dated = next((d for span in kept if (d := dateline_span(text, span))), None)
    if dated:
        ranges.append(ExcludedRange(*dated, Exclusion.DATELINE))
    return _apart(ranges)


def _apart(ranges: list[ExcludedRange]) -> tuple[ExcludedRange, ...]:
    """The ranges in order; one that begins inside another is part of it."""
    kept: list[ExcludedRange] = []
    for each in sorted(ranges, key=lambda r: (r.start, -r.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def _by_itself(line: str) -> Exclusion | None:
    return next((why for rule, why in LINE_RULES if rule(line)), None)


def _credits(text: str, span: Span) -> list[ExcludedRange]:
    """Credits in brackets within a line that is no furniture."""
    return [
        ExcludedRange(*match.span(), Exclusion.CREDIT) for match in _CREDIT.finditer(text, *span)
    ]


def _contacts(text: str, span: Span) -> list[ExcludedRange]:
    """The sentences that give an e-mail address, within a line that is no furniture."""
    if "@" not in span.of(text):
        return []
    return [
        ExcludedRange(*sentence, Exclusion.CONTACT)
        for sentence in sentences_of(text, span)
        if _EMAIL.search(text, *sentence)
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
    _repeated(text, found, reasons, first)
    _links_to_other_stories(text, found, reasons, first)
    _lists(text, found, reasons, first, last)


def _repeated(
    text: str, found: tuple[Span, ...], reasons: list[Exclusion | None], first: int
) -> None:
    """Lines without a sentence that say again what the page said: its title, a menu, a picture.

    Before the first sentence the last of them is the headline and stays; after it none does.
    """
    if first > 1 and not reasons[0] and _is_page_title(text, found):
        reasons[0] = Exclusion.MASTHEAD
    last = {span.of(text): at for at, span in enumerate(found[:first])}
    whole = {span.of(text) for span in found}
    for at, span in enumerate(found):
        words = span.of(text)
        if reasons[at] or _is_prose(words):
            continue
        if any(len(part) >= 20 and part in whole for part in words.split(" | ") if part != words):
            reasons[at] = Exclusion.MASTHEAD
        elif at < first:
            parts = [part for part in _BETWEEN.split(words) if len(part) >= 20]
            again = last[words] != at or any(last.get(part, 0) > at for part in parts)
            reasons[at] = Exclusion.MASTHEAD if again else None
        elif words in last:
            reasons[at] = Exclusion.NAVIGATION


def _is_page_title(text: str, found: tuple[Span, ...]) -> bool:
    """Whether the first line is a headline with the name of its site after a bar or dash."""
    words = found[0].of(text)
    parts = _BETWEEN.split(words)
    if len(parts) == 1:
        return False
    return "|" in words or any(span.of(text) == parts[0] for span in found[1:])


def _links_to_other_stories(
    text: str, found: tuple[Span, ...], reasons: list[Exclusion | None], first: int
) -> None:
    """Headlines after the first sentence: titles in capitals, labels in capitals only."""
    for at in range(first + 1, len(found)):
        words = found[at].of(text)
        if not reasons[at] and (is_shouted(words) or _is_title(words) or _is_order(words)):
            reasons[at] = Exclusion.NAVIGATION


def _is_order(line: str) -> bool:
    """What a button or a link tells the reader to do: `Sign up for news`, without a full stop."""
    return bool(_ORDER.match(line)) and len(line.split()) <= 12 and _is_unfinished(line)


_ORDER = re.compile(
    r"(?:sign\sup|click|subscribe|get|listen|read|watch|check\sout|stay|join|follow|view|visit|save|"
    r"pick|try|chat|shop|browse|submit|download|enter|contact|learn|find|see|share|keep)\s",
    re.IGNORECASE,
)


def _is_title(line: str) -> bool:
    """A line in the capitals of a title, without a full stop: `What It Takes To Win a Race`."""
    if len(line) > 160 or line[-1] in ".!…:;,)”" or line[1:2] == ":" or _is_dated(line):
        return False
    longer = [word for word in line.split() if len(word) >= 4 and word[0].isalpha()]
    return len(longer) >= 3 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


def _lists(
    text: str, found: tuple[Span, ...], reasons: list[Exclusion | None], first: int, last: int
) -> None:
    """Four labels or more in a row are a menu; after the story, four lines that are no sentences.

    The story ends with its last paragraph of some length; `last` is its last sentence.
    """
    long = (at for at, span in enumerate(found) if not reasons[at] and _is_long(span.of(text)))
    end = max(long, default=last)
    row: list[int] = []
    for at in range(first, len(found) + 1):
        if at < len(found) and _is_of_a_list(found[at].of(text), reasons[at], after=at > end):
            row.append(at)
            continue
        if len(row) >= 4:
            for place in row:
                reasons[place] = reasons[place] or Exclusion.NAVIGATION
        row = []


def _is_of_a_list(line: str, why: Exclusion | None, *, after: bool) -> bool:
    """Whether a line can be one of a menu; after the story furniture may stand between them."""
    if after:
        return why is not None or _is_unfinished(line)
    return why is None and _is_label(line)


def _is_long(line: str) -> bool:
    """A paragraph of thirty words or more, or of twenty that ends as a sentence."""
    words = line.count(" ") + 1
    return words >= 30 or (words >= 20 and _is_prose(line))


def _is_unfinished(line: str) -> bool:
    """A line that does not end as a sentence or a clause of a list does."""
    return len(line) <= 140 and line[-1] not in ".!…:;,)”" and not _is_dated(line)


def _is_label(line: str) -> bool:
    """A short line without a verb and without a full stop: a section, a place, a masthead."""
    if len(line) > 60 or line[-1] in '.!?”"…:;' or len(line.split()) > 6:
        return False
    return not _is_dated(line) and not _has_verb(line)


def _is_dated(line: str) -> bool:
    """Whether a line holds a day or a time: one of a programme says something."""
    return any(letter.isdigit() for letter in line) and bool(_DAY_OR_CLOCK.search(line))


def _has_verb(line: str) -> bool:
    return any(tag in (Tag.VERB, Tag.AUXILIARY, Tag.PAST) for tag in tag_words(tokens(line)))


def _is_prose(line: str) -> bool:
    """A line that holds a sentence: it ends like one and is long enough, or is simply long."""
    words = line.count(" ") + 1
    ends = line.rstrip("”\"’')]")[-1:] in (".", "!", "?", "…", "。")
    return (ends and words >= 4) or len(line) >= 120
