"""The words by which English prose says that somebody repeats, cites or carries somebody else.

Each rule looks at one sentence and gives what it shows; who is meant by the names is settled by
the caller. A rule has an example and a counter-example, both run by doctest.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from verifier.model.scales import DependencyKind, DependencyState
from verifier.model.text import Span


@dataclass(frozen=True)
class Shown:
    """One dependency that a sentence shows, by its words.

    `upstream` are the words that name who is repeated, None for whoever spoke last before the
    sentence. `downstream` are the words that name who repeats, None for the subject before the
    cue or, where there is none, the narrator. Spans lie in the text.
    """

    rule: str
    kind: DependencyKind
    state: DependencyState
    cue: Span
    upstream: Span | None = None
    downstream: Span | None = None


Rule = Callable[[str, Span], Iterator[Shown]]
"""What a rule finds in one sentence: the text, and the sentence's span in it."""

_WHAT = (
    r"(?:claims?|statements?|assertions?|accounts?|reports?|reporting|figures?|numbers?|estimates?"
    r"|allegations?|findings?|assessments?|announcements?|versions?|data|information|posts?"
    r"|messages?|accusations?|story|stories)"
)
_NAME = r"[^,;:.“”\"()\[\]—–]{2,90}?"
_BARE = r"(?:(?!['’]s\s)[^,;:.“”\"()\[\]—–]){2,90}?"
_QUALITY = (
    r"(?:own|earlier|previous|prior|latest|recent|official|initial|same|original|own\slatest)"
)


def _match(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


_ECHO = _match(
    rf"""\b(?P<cue>(?:[Ee]cho|[Rr]epeat|[Rr]eiterat|[Pp]arrot|[Rr]elay|[Aa]mplif(?=i|y))
    (?:ed|es|s|ing|e|ied|ies|ying|y)?\s
    (?:(?P<whose>{_NAME})(?:['’]s|(?<=s)['’])\s(?:{_QUALITY}\s)*{_WHAT}
    |(?:the|those|these|some|similar|earlier)\s(?:{_QUALITY}\s)*{_WHAT}
     \s(?:of|by|from|made\sby|issued\sby|released\sby)\s(?P<of>(?:the\s)?[^,;:.“”"()]{{2,60}})))"""
)


def echoing(text: str, sentence: Span) -> Iterator[Shown]:
    """Repeats what another said: `echoed X's claims`, `repeating the figures of X`.

    >>> trial(echoing, "The institute echoed the ministry’s claims in its report.")
    ["echoes proposed: None <- 'the ministry' by 'echoed the ministry’s claims'"]
    >>> trial(echoing, "The hall echoed the singer’s voice.")
    []
    """
    for match in _ECHO.finditer(text, *sentence):
        name = "whose" if match["whose"] else "of"
        yield Shown(
            "echoing", DependencyKind.ECHOES, DependencyState.PROPOSED,
            _cue(match), _span(match, name),
        )  # fmt: skip


_ECHOED_BY = _match(
    rf"""\b(?P<cue>(?:echoed|repeated|reiterated|parroted|relayed|amplified|picked\sup)\sby\s
    (?P<by>{_NAME}))(?=\s(?:in|on|at|which|who|that|during|after|when|as)\b|[,;:.)—–]|$)"""
)


def echoed_by(text: str, sentence: Span) -> Iterator[Shown]:
    """Is repeated by another: `the claim was echoed by X`.

    >>> trial(echoed_by, "The claim was repeated by the Daily Herald on Monday.")
    ["echoes proposed: 'the Daily Herald' <- None by 'repeated by the Daily Herald'"]
    >>> trial(echoed_by, "The drill was repeated at noon.")
    []
    """
    said = re.search(rf"\b{_WHAT}\b|\b(?:that|this|it|they|words)\b", sentence.of(text), re.I)
    for match in _ECHOED_BY.finditer(text, *sentence):
        if said is not None and said.start() + sentence.start < match.start():
            yield Shown(
                "echoed-by", DependencyKind.ECHOES, DependencyState.PROPOSED,
                _cue(match), None, _span(match, "by"),
            )  # fmt: skip


_CITING = _match(
    rf"""\b(?P<cue>(?P<verb>[Cc]iting|[Qq]uoting|cited|quoted|cites|quotes)\s
    (?:(?:an?\s|the\s|some\s|several\s)?(?:{_QUALITY}\s)*{_WHAT}\s(?:by|from|of)\s
    (?P<of>(?:the\s)?[A-Z][^,;:.“”"()]{{1,60}}?)(?=\s(?:of|on|in|that|who|which|about|for|and|to)\b
    |\s[(\[]|[,;:.)—–“”"]|$)
    |(?:an?\s|the\s)?(?:{_QUALITY}\s)*(?P<own>[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){{0,4}})
    (?:['’]s\s(?:{_QUALITY}\s)*|\s){_WHAT}\b
    |(?P<whose>{_BARE})
    (?:['’]s\s(?:{_QUALITY}\s)*{_WHAT}\b
    |(?=\s(?:as|that|who|which|saying|in|on|about|for|to)\b|[,;:.)—–“”"]|$))))"""
)


def citing(text: str, sentence: Span) -> Iterator[Shown]:
    """Gives another as where it has it from: `, citing X`, `quoted X as saying`.

    >>> trial(citing, "The agency reported two deaths, citing the Health Ministry.")
    ["cites proposed: None <- 'the Health Ministry' by 'citing the Health Ministry'"]
    >>> trial(citing, "The council was cited for bravery, and she cited Lee’s kindness.")
    []
    """
    for match in _CITING.finditer(text, *sentence):
        before = text[max(sentence.start, match.start() - 6) : match.start()]
        if re.search(r"\b(?:was|were|been|is|are|be)\s$", before):
            continue
        quoted = match["verb"].lower().startswith("quot")
        kind = DependencyKind.QUOTES if quoted else DependencyKind.CITES
        name = next(each for each in ("of", "own", "whose") if match[each])
        yield Shown("citing", kind, DependencyState.PROPOSED, _cue(match), _span(match, name))


_TOLD = _match(
    rf"""\b(?P<cue>(?:told|tells)\s(?P<by>(?:the\s)?[A-Z]{_NAME}))
    (?=\s(?:that|in|on|during|at|by|from|after|when|via|he|she|they|it|there|the|his|her|its
    |last|this|earlier|late|yesterday)\b|[,;:.)—–“”"]|$)"""
)


def telling(text: str, sentence: Span) -> Iterator[Shown]:
    """Says it to a medium, which hands it on: `X told the Herald`.

    >>> trial(telling, "Mayor Ada Brook told the Herald that the pumps failed.")
    ["quotes proposed: 'the Herald' <- None by 'told the Herald'"]
    >>> trial(telling, "She told him the truth.")
    []
    """
    for match in _TOLD.finditer(text, *sentence):
        yield Shown(
            "telling", DependencyKind.QUOTES, DependencyState.PROPOSED,
            _cue(match), None, _span(match, "by"),
        )  # fmt: skip


_IN_LINE = _match(
    rf"""\b(?P<cue>(?:in\sline\swith|consistent\swith|aligns?\swith|aligned\swith|matches|matching
    |mirrors|mirroring|tall(?:y|ies)\swith)\s
    (?:(?P<whose>{_NAME})(?:['’]s|(?<=s)['’])\s(?:{_QUALITY}\s)*{_WHAT}
    |(?:{_QUALITY}\s|the\s)*{_WHAT}\s(?:of|by|from|made\sby|released\sby)\s(?P<of>{_NAME})
    (?=\s(?:that|in|on|who|which|about)\b|[,;:.)—–]|$)))"""
)


def in_line_with(text: str, sentence: Span) -> Iterator[Shown]:
    """Agrees with what another said before, which may be where it has it from; weak words.

    >>> trial(in_line_with, "The count is in line with the ministry’s earlier figures.")
    ["echoes suspected: None <- 'the ministry' by 'in line with the ministry’s earlier figures'"]
    >>> trial(in_line_with, "The wall is in line with the road.")
    []
    """
    for match in _IN_LINE.finditer(text, *sentence):
        name = "whose" if match["whose"] else "of"
        yield Shown(
            "in-line-with", DependencyKind.ECHOES, DependencyState.SUSPECTED,
            _cue(match), _span(match, name),
        )  # fmt: skip


_ALSO = _match(
    r"""\b(?P<cue>also\s(?:highlighted|highlights|noted|notes|raised|raises|mentioned|mentions
    |flagged|stressed|underlined|underscored|emphasi[sz]ed|pointed\s(?:to|out)|reported\son
    |commented\son|addressed|touched\s(?:on|upon)|drew\sattention\sto)\s
    (?:(?:this|the\ssame|that|these|those)\s(?:issue|issues|problem|problems|point|points|matter
    |concern|concerns|difficulty|difficulties|question|phenomenon|figure|figures|incident|event
    |claim|claims|trend|risk)|this|the\ssame))(?=[\s,;:.])(?!\s[a-z]+\s)"""
)


def also_highlighting(text: str, sentence: Span) -> Iterator[Shown]:
    """Speaks of the same thing right after another source; weak words.

    >>> trial(also_highlighting, "The institute also highlighted this issue, noting delays.")
    ["echoes suspected: None <- None by 'also highlighted this issue'"]
    >>> trial(also_highlighting, "The institute also noted that roads were shut.")
    []
    """
    for match in _ALSO.finditer(text, *sentence):
        yield Shown(
            "also-highlighting", DependencyKind.ECHOES, DependencyState.SUSPECTED, _cue(match)
        )


_SHARED_BY = _match(
    rf"""\b(?P<cue>(?:posts?|videos?|footage|photos?|photographs?|images?|pictures?|clips?
    |recordings?|audio|messages?|screenshots?)\s(?:that\swas\s|that\swere\s|first\s)?
    (?:shared|published|released|posted|circulated|uploaded|distributed)\sby\s(?P<by>{_NAME}))
    (?=\s(?:show|that|which|who|in|on|appear|depict|purport|and|after|during|from|earlier)\w*\b
    |[,;:.)—–]|$)"""
)


def shared_by(text: str, sentence: Span) -> Iterator[Shown]:
    """Rests on a post, a picture or a film of another: `a video shared by X`.

    >>> trial(shared_by, "The paper points to a video shared by the brigade on Monday.")
    ["cites proposed: None <- 'the brigade' by 'video shared by the brigade'"]
    >>> trial(shared_by, "The cost was shared by the brigade.")
    []
    """
    for match in _SHARED_BY.finditer(text, *sentence):
        yield Shown(
            "shared-by", DependencyKind.CITES, DependencyState.PROPOSED,
            _cue(match), _span(match, "by"),
        )  # fmt: skip


_TRANSLATED = _match(
    r"""\b(?P<cue>(?:translated\sfrom|(?:a|our|an\sunofficial)\stranslation\sof)\s
    (?:(?:the\s)?(?:statements?|reports?|posts?|articles?|originals?)\s(?:of|by|from)\s)?
    (?P<whose>(?:the\s)?[^\W\d_][^,;:.“”"()]{2,60}?))
    (?:(?:['’]s|(?<=s)['’])\s|(?=\s(?:by|into|in|on)\b|[,;:.)—–]|$))"""
)


def translated_from(text: str, sentence: Span) -> Iterator[Shown]:
    """Is a translation of another's words: `translated from X's statement`.

    >>> trial(translated_from, "The text is translated from the ministry’s statement.")
    ["translates proposed: None <- 'the ministry' by 'translated from the ministry’s statement'"]
    >>> trial(translated_from, "The plan was translated into action.")
    []
    """
    for match in _TRANSLATED.finditer(text, *sentence):
        yield Shown(
            "translated-from", DependencyKind.TRANSLATES, DependencyState.PROPOSED,
            _with_noun(text, match), _span(match, "whose"),
        )  # fmt: skip


def _with_noun(text: str, match: re.Match[str]) -> Span:
    """The cue with the noun that a possessive stands before."""
    if not text[: match.end()].endswith(" ") or match.end() == match.end("whose"):
        return _cue(match)
    noun = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+)?").match(text, match.end())
    return Span(match.start("cue"), noun.end() if noun else match.end("whose"))


_CARRIED = _match(
    rf"""\b(?P<cue>(?:[Ff]irst|[Oo]riginally)\s(?:published|reported|posted|appeared)\s(?:by|in|on|at)
    \s(?P<by>(?:the\s)?[A-Z]{_NAME}))(?=\s(?:on|in|and|under|at|with|last|this)\b|[,;:.)—–]|$)"""
)


def first_published(text: str, sentence: Span) -> Iterator[Shown]:
    """Was somebody else's first: `first reported by X`, `originally published in X`.

    >>> trial(first_published, "The deal was first reported by the Evening Mail.")
    ["syndicates proposed: None <- 'the Evening Mail' by 'first reported by the Evening Mail'"]
    >>> trial(first_published, "She first reported for duty in May.")
    []
    """
    for match in _CARRIED.finditer(text, *sentence):
        yield Shown(
            "first-published", DependencyKind.SYNDICATES, DependencyState.PROPOSED,
            _cue(match), _span(match, "by"),
        )  # fmt: skip


_BASED_ON = _match(
    rf"""\b(?P<cue>(?:based\son|relying\son|drawing\son|using)\s(?:the\s)?(?:{_QUALITY}\s)*
    (?:(?P<whose>{_NAME})(?:['’]s|(?<=s)['’])\s(?:{_QUALITY}\s)*{_WHAT}
    |{_WHAT}\s(?:from|by|of|provided\sby|released\sby|published\sby|compiled\sby)\s(?P<by>{_NAME})
    (?=\s(?:that|in|on|who|which|and|for|to)\b|[,;:.)—–]|$)))"""
)


def based_on(text: str, sentence: Span) -> Iterator[Shown]:
    """Rests on another's figures: `based on data from X`, `using X's figures`.

    >>> trial(based_on, "The paper put it at 40, based on figures released by the coroner.")
    ["cites proposed: None <- 'the coroner' by 'based on figures released by the coroner'"]
    >>> trial(based_on, "The film is based on a novel.")
    []
    """
    for match in _BASED_ON.finditer(text, *sentence):
        name = "whose" if match["whose"] else "by"
        yield Shown(
            "based-on", DependencyKind.CITES, DependencyState.PROPOSED,
            _cue(match), _span(match, name),
        )  # fmt: skip


RULES: tuple[Rule, ...] = (
    echoing,
    echoed_by,
    citing,
    telling,
    in_line_with,
    also_highlighting,
    shared_by,
    translated_from,
    first_published,
    based_on,
)
"""Every rule, in the order they are asked."""


def _cue(match: re.Match[str]) -> Span:
    return Span(*match.span("cue"))


def _span(match: re.Match[str], name: str) -> Span:
    return Span(*match.span(name))


def trial(rule: Rule, sentence: str) -> list[str]:
    """What a rule finds in one sentence, in words, for the rules' own examples."""

    def quoted(span: Span | None) -> str | None:
        """The words of a span."""
        return None if span is None else span.of(sentence)

    return [
        f"{shown.kind} {shown.state}: {quoted(shown.downstream)!r} <- {quoted(shown.upstream)!r} "
        f"by {shown.cue.of(sentence)!r}"
        for shown in rule(sentence, Span(0, len(sentence)))
    ]
