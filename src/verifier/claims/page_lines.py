"""One line of a page: what its form alone shows it to be, whatever stands around it.

No rule knows a site, a name or a story.
"""

import re
from collections.abc import Callable, Iterator

from verifier.language.tagging import Tag, tag_words
from verifier.language.tokens import tokens
from verifier.model.scales import Exclusion

_READER = re.compile(r"\b(?:you|your|you['’](?:re|ll|ve|d)|please|yourself)\b", re.IGNORECASE)
_PAGE = re.compile(
    r"\b(?:our|us|we|we['’](?:re|ll|ve|d)|this\s(?:site|website|page|article|form|feature))\b",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"""\b(?:e-?mail|inbox|subscri\w+|unsubscri\w+|sign(?:ed|ing)?[\s-](?:up|in)|log(?:ged)?\sin|
    opt[\s-](?:in|out)|cookies?|account|site|website|comments?|app|terms|privacy|
    policy|settings|browser|forums?|podcasts?|notifications?|password|newsletters?|
    purchase|commission|spam|consent|advertising|guidelines|location|news\stips?|window)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"""\b(?:may\snot\sbe\s(?:reproduced|published|broadcast|rewritten)|all\srights\sreserved|
    (?:is\sa|are)\sregistered\strade\s?marks?|trade\s?marks\sor\strade\snames|copyright\s(?:©|\(c\)|\d{4})|
    thanks?\s(?:you\s)?for\ssigning\sup|affiliate\s(?:commission|links?)|
    follow\s(?:@?\w+\s){1,8}on\s(?:twitter|facebook|instagram|youtube|telegram|tiktok)|
    (?:may|can)\sbe\s(?:reached|contacted)\sat|registered\s(?:office|in\sengland)|
    all\ssystems\soperational)\b|^copyright\s(?:[@(©]|\d{4}|.{0,60}\d{4})|©""",
    re.VERBOSE | re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"https?://|\bwww\.|(?<![\w@.])[\w-]{2,40}(?:\.[\w-]{2,40}){0,3}\.(?:com|org|net|info|co|io|edu)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"(?:<|&lt;)/?[a-z]{1,12}(?:\s[a-z-]{1,20}=|\s?/?(?:>|&gt;))", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]{0,400}>|&lt;[^<>\n]{0,400}?&gt;")
_SYSTEM = re.compile(
    r"""(?:copied|(?:now\s)?loading|closing\sin)\b.{0,40}|
    (?:something|there)\s(?:went|was)\s(?:wrong|an\serror)\b.{0,80}|.{0,40}\btry\sagain\slater.{0,20}|
    .{0,60}\btechnical\sdifficulties\b.{0,40}|you\s(?:are|have|will)\s(?:now\s|been\s|be\s)*
    (?:successfully\s|succes\w+\s)?(?:subscribed|signed|redirected|logged|registered)\b.{0,60}|
    comments\sare\s(?:now\s)?closed.?|.{0,30}\bplayback\sis\s(?:un|not\s)supported\b.{0,40}|
    .{0,30}\bexternal\slinks?\b.{0,10}\bopens?\sin\sa\snew\s(?:window|tab).{0,10}|
    this\smay\stake\sa\s(?:second|moment|minute)\b.{0,30}|.{0,20}\b(?:enable|turn\son)\sjavascript\b.{0,60}|
    (?:delivered|powered|supported|sponsored|presented)\sby\b.{0,40}|data\s(?:also\s)?provided\sby\b.{0,40}|
    (?:share\s(?:all|this)\b|all\ssharing\soptions).{0,160}|.{0,160}\bclick\sto\stweet|
    more\svideos?\W*|.{0,60}\blink\s?(?:url)?\s?copied.{0,5}""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNATURE = re.compile(r"[—–-]\s?[^@]{1,60}\(@\w{1,30}\).{0,40}")
_FEED = re.compile(r"RT\s@.{0,400}|.{0,300}(?:…|\.\.\.)\s?https?://\S+.{0,100}", re.DOTALL)
_RUNNING_TIME = re.compile(
    r".{0,160}\(\d{1,2}:\d\d(?::\d\d)?\)|[A-Z]{0,12}\s?\d{1,2}:\d\d(?:\s?\d{1,2}:\d\d)*"
)
_POSTAL = re.compile(
    r"\b[A-Z]{2}[ -]\d{4,5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b|"
    r"(?<!\w)\+\d{1,3}[\s(-]{1,2}\d{2,5}[\s).-]{1,2}[\d\s.-]{5,}"
)
_TAGGED = re.compile(
    r"(?:featured|related|watch|video|read(?:\smore)?|also\sread|more|recommended|in\sthis\sarticle|"
    r"trending|popular|don['’]t\smiss|listen|podcast|gallery|photos|editor['’]s\spick)s?\s?:\s",
    re.IGNORECASE,
)
_OF_AGENCY = re.compile(
    r"[A-Z][\w.’'-]+(?:\s(?:and\s)?[A-Z][\w.’'-]+){1,5},?\s(?:(?:The\s)?Associated\sPress|AP|AFP|Reuters|"
    r"(?:[A-Z]\w+\s){0,3}(?:News|Times|Post|Press|Tribune|Journal|Herald|Chronicle|Gazette|Staff)|"
    r"(?:Staff|Senior|Special)?\s?(?:Writer|Reporter|Correspondent|Editor))(?:\s(?:Writers?|Staff))?",
)
_WRITER = re.compile(
    r"(?:[A-Z][\w.’'-]+\s){2,4}(?:is|was)\s(?:an?|the)\s(?:[\w-]+\s){0,4}"
    r"(?:writer|reporter|editor|journalist|columnist|contributor|correspondent|blogger)"
    r"(?:\s(?:for|at|of|with|based|living|covering|who|in|from|specializing)\b|\W|$)"
)
CUT_OFF = re.compile(r"\w\s?(?:…|\.\.\.)$")
"""The end of a headline that a page cuts off."""
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
_UNGLUED = re.compile(
    r"(?<=\d{4})(?=\d{1,2}:\d\d)|(?<=[AP]M)(?=[A-Z])|(?<=[ECMPG][SDM]T)(?=[A-Z][a-z])|,\s[A-Z]{2,3}$"
)
_DAY_OR_CLOCK = re.compile(
    rf"(?<![^\W\d_])(?:{_MONTHS})(?![^\W\d_])|\d[:.]\d\d|\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d",
    re.IGNORECASE,
)
_DEGREES = re.compile(r"(?<![\w.])[-−]?\d{1,3}(?:\.\d+)?\s?(?:°\s?[FC]?|º\s?[FC]?|[FC])(?!\w)")
EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")
"""An e-mail address."""
_BYLINE = re.compile(
    r"(?:(?:\w+ly\s+)?(?:written|reported|reporting|reviewed|posted|published|story|text|words|"
    r"edited|compiled)\s+)?by:?\s+(?=[^\W\d_])|(?:contributing|author|текст|автор)\s*:\s*|"
    r"[—–-]{0,2}\s?(?:additional\s)?reporting\s(?:by|from)\s",
    re.IGNORECASE,
)
_BYLINE_END = re.compile(
    rf"[\[(].*|\s*[·•|–—]\s*.*|\s+(?:on\s+)?(?:{_DAYS},?\s+)?(?:{_MONTHS})\b.*", re.IGNORECASE
)
_CONTRIBUTED = re.compile(
    r"[^.!?]{3,120}\b(?:contributed|reported\sfrom|contributed\sreporting)\b[^.!?]{0,60}"
    r"\b(?:report|story|article|reporting)\.?", re.IGNORECASE,
)  # fmt: skip
_CREDIT_WORDS = (
    r"photos?|photograph|screenshots?|screen\s?grab|image|images|picture|video|getty|courtesy|"
    r"illustration|handout|credit|file\s+photo|graphic|yonhap|reuters|afp|epa"
)
_CREDIT = re.compile(
    rf"[\[(][^\[\]()\n]{{0,80}}\b(?:{_CREDIT_WORDS})\b[^\[\]()\n]{{0,80}}[\])]", re.I
)
_SHOUTED_CREDIT = re.compile(r"\(\s?(?:[A-Z][A-Z’'.-]+[\s/,]{1,3}){2,10}[^()\n]{0,40}\)")
_GLUED_CREDIT = re.compile(
    r"(?<=[a-z0-9.’”)])\s?Credit(?:\s?:|\.\.\.|…)\s?[^\n]{1,80}$|^(?:Image|Media|Photo)\s?caption\s?"
)
_CREDIT_LINE = re.compile(
    rf"(?:(?:(?:main|cover|lead|header|featured?|top)\s)?(?:{_CREDIT_WORDS})(?:\s+(?:credit|by|courtesy))?\s*[:/©|]|photo(?:graph)?s?\s+by\b|©)",
    re.I,
)
_BRACKETED = re.compile(r"\[[^\[\]]{3,300}\]\.?|[“\"]?\([A-Z][A-Z ]{2,40}\.?\)[”\"]?\.?")
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
    if len(line) > 120 or line.endswith((".", "!", "?")) or not _DEGREES.search(line):
        return False
    return len(line) <= 40 or (bool(_DAY_OR_CLOCK.search(line)) and not has_verb(line))


def is_date_line(line: str) -> bool:
    """A line that is a date, perhaps with a time and *Updated*, and nothing else.

    >>> is_date_line("Updated: Monday, May 4, 2020 at 9:30 a.m."), is_date_line("May 4 was cold.")
    (True, False)
    """
    if len(line) > 100 or not any(letter.isdigit() for letter in line):
        return False
    line = _UNGLUED.sub(" ", line)
    if _DATE_LINE.fullmatch(line):
        return True
    return is_dated(line) and not _DATE_WORDS.sub("", line)


def is_contact(line: str) -> bool:
    """A short line that gives an e-mail address.

    >>> is_contact("Contact: desk@example.org"), is_contact("She wrote to him at home.")
    (True, False)
    """
    return len(line) <= 160 and bool(EMAIL.search(line)) and not is_prose(line)


def is_byline(line: str) -> bool:
    """A line that names the writer: *By*, then capitalised words only.

    >>> is_byline("BY ANN LEE [a.lee@example.org]"), is_byline("By noon the road was open.")
    (True, False)
    """
    if len(line) <= 240 and _CONTRIBUTED.fullmatch(line):
        return True
    if _is_writer_and_time(line) or (len(line) <= 120 and _OF_AGENCY.fullmatch(line)):
        return True
    opening = _BYLINE.match(line)
    if not opening or len(line) > 120:
        return False
    rest = _BYLINE_END.sub("", line[opening.end() :])
    names = [word for word in re.split(r"[\s,.]+", rest) if word.lower() not in _NAME_WORDS]
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


def credits_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where credits stand within a line that says more: in brackets, glued to a caption.

    >>> list(credits_in("A bridge (Photo: Ann Lee)", 0, 25))
    [(9, 25)]
    >>> list(credits_in("A loan on credit: too late.", 0, 27))
    []
    """
    for form in (_CREDIT, _SHOUTED_CREDIT):
        for match in form.finditer(text, start, end):
            yield match.span()
    for match in _GLUED_CREDIT.finditer(text[start:end]):
        yield start + match.start(), start + match.end()


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
    bare = _OF_A_POST.sub("", line)
    if bare != line and len(bare.split()) >= 6:
        return False  # the post says something besides its link
    return len(line) <= 240 and bool(_ADDRESS.search(line)) and not is_prose(line)


_OF_A_POST = re.compile(r"(?:https?://t\.co/|pic\.twitter\.com/)\S+")


def is_markup(line: str) -> bool:
    """A line of signs without a letter or digit, or of HTML without a sentence.

    >>> is_markup("* * *"), is_markup("3.")
    (True, False)
    """
    if not any(letter.isalnum() for letter in line):
        return True
    return bool(_TAG.search(line)) and not is_prose(_TAGS.sub("", line) or ".")


def is_system_message(line: str) -> bool:
    """What the page itself says of what it does: loading, errors, buttons of sharing.

    >>> is_system_message("There was an error processing your request.")
    True
    >>> is_system_message("There was an error in the count, the clerk said.")
    False
    """
    if len(line) > 200 or not _SYSTEM.fullmatch(line):
        return False
    return not is_prose(line) or not _SPOKEN.search(line)


_SPOKEN = re.compile(r"\b(?:said|says|told|according)\b|[“”\"]")


def is_invitation(line: str) -> bool:
    """An order to the reader about the page, its letters or its offers, and no more than that.

    >>> is_invitation("Stay up to date with the latest news from the harbour.")
    True
    >>> is_invitation("Keep the dog inside, the keeper told visitors.")
    False
    """
    if len(line) > 150 or _SPOKEN.search(line) or not ORDER.match(line):
        return False
    short = len(line.split()) <= 12 and line.endswith("!")
    return short or bool(_OFFERED.search(line))


ORDER = re.compile(
    r"(?:sign\sup|click|subscribe|get|listen|read|watch|check\sout|stay|join|follow|view|visit|save|"
    r"pick|try|chat|shop|browse|submit|download|enter|contact|learn|find|see|share|keep|hurry)\s",
    re.IGNORECASE,
)
"""What a button or a link tells its reader to do."""
_OFFERED = re.compile(
    r"\b(?:inbox|newsletters?|updates?|latest|breaking\snews|podcasts?|(?:videos?|full|more|rest)\s(?:above|below|here)|here[.!]?$|videos?\s(?:above|below)|workshop|training|free|"
    r"page\sfor|your\s(?:friends|thoughts|email)|on\s(?:facebook|twitter|instagram|youtube)|"
    r"in\sfacebook|to\ssubscribe|newsstand|stories|up\sto\sdate)\b",
    re.IGNORECASE,
)


def is_signature(line: str) -> bool:
    """Under a post: who wrote it, with the account and the day.

    >>> is_signature("— Lena Ortiz (@lenaortiz) May 4, 2020"), is_signature("— and she left.")
    (True, False)
    """
    return len(line) <= 160 and bool(_SIGNATURE.fullmatch(line))


def is_of_a_feed(line: str) -> bool:
    """A post as a feed shows it: passed on, under a hashtag, or cut off before its link.

    >>> is_of_a_feed("#Harbour tunnel shut after lea… https://example.org/a1b2")
    True
    >>> is_of_a_feed("#1 is the oldest tunnel, the port says.")
    False
    """
    return bool(_ADDRESS.search(line) or line.startswith("RT @")) and bool(_FEED.fullmatch(line))


def is_running_time(line: str) -> bool:
    """The title of a video with its length, or a length alone.

    >>> is_running_time("How Tunnels Are Built (3:05)"), is_running_time("She ran it in 3:05.")
    (True, False)
    """
    return bool(_RUNNING_TIME.fullmatch(line))


def is_address(line: str) -> bool:
    """A postal address or a telephone number, without a sentence.

    >>> is_address("12 Quay Street, Ames, IA 50010"), is_address("In 50010 homes it was dark.")
    (True, False)
    """
    return (
        len(line) <= 160 and bool(_POSTAL.search(line)) and line[-1] != "." and not has_verb(line)
    )


def is_tagged_link(line: str) -> bool:
    """A link to another text under a label: `Related: …`, `Watch: …`, without a full stop.

    >>> is_tagged_link("Related: Ferry runs aground"), is_tagged_link("Related: the firms are.")
    (True, False)
    """
    return len(line) <= 160 and bool(_TAGGED.match(line)) and line[-1] not in '.!”"'


def is_about_the_writer(line: str) -> bool:
    """A note on who wrote it: a name, *is*, and a trade of writing.

    >>> is_about_the_writer("Lena Ortiz is a freelance writer based in Ames.")
    True
    >>> is_about_the_writer("Lena Ortiz is a nurse based in Ames.")
    False
    """
    return bool(_WRITER.match(line)) and not _SPOKEN.search(line)


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
    (is_system_message, Exclusion.NAVIGATION),
    (is_invitation, Exclusion.ADVERTISEMENT),
    (is_signature, Exclusion.BYLINE),
    (is_of_a_feed, Exclusion.NAVIGATION),
    (is_running_time, Exclusion.NAVIGATION),
    (is_address, Exclusion.CONTACT),
    (is_tagged_link, Exclusion.NAVIGATION),
    (is_about_the_writer, Exclusion.BYLINE),
    (is_link, Exclusion.NAVIGATION),
)
"""What one line can show by itself, in the order tried."""


def is_dated(line: str) -> bool:
    """Whether a line holds a day or a time: one of a programme says something."""
    return any(letter.isdigit() for letter in line) and bool(_DAY_OR_CLOCK.search(line))


def has_verb(line: str) -> bool:
    """Whether a line holds what may be a finite verb."""
    return any(tag in (Tag.VERB, Tag.AUXILIARY, Tag.PAST) for tag in tag_words(tokens(line)))


def is_prose(line: str) -> bool:
    """A line that holds a sentence: it ends like one and is long enough, or is simply long."""
    words = line.count(" ") + 1
    ends = line.rstrip("”\"’')]")[-1:] in (".", "!", "?", "…", "。")
    ends = ends and not (CUT_OFF.search(line) and '"' not in line)
    return (ends and words >= 4) or len(line) >= 120
