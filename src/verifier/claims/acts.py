"""The act of speaking: who spoke when, where and by what, beside what was said."""

from verifier.claims.cues import HEARSAY_ADVERBS, SAYING
from verifier.claims.found import MEDIA, Reading, add, add_span, attribution_of, holds, narrator
from verifier.claims.identities import identities
from verifier.claims.insertions import has_verb
from verifier.claims.passages import Line
from verifier.claims.pieces import Piece, pieces_of
from verifier.claims.reports import Report
from verifier.language.tagging import NOMINAL, VERBAL, Tag
from verifier.language.wordlists import word_set
from verifier.language.words import TEMPORAL
from verifier.model.text import Span

ACTS = frozenset(
    (
        *SAYING,
        "echo",
        "highlight",
        "share",
        "publish",
        "release",
        "post",
        "list",
        "name",
        "identify",
    )
)


def is_act(line: Line, report: Report) -> bool:
    """Whether the report is an act of speaking of its own: a finite verb with a speaker."""
    labels = report.base in _LABELLING and any(_has_quote(line, span) for span in report.content)
    if not report.source or not (report.base in ACTS or labels):
        return False
    first = report.cue[0].of(line.text).lower().split()[0]
    return first != "to" and not first.endswith("ing")


def is_main(line: Line, report: Report) -> bool:
    """Whether the act is no aside: no verb goes before its speaker in the same clause."""
    if report.source[0].of(line.text).endswith((" who", " which", " that")):
        return False
    before = line.text[line.span.start : report.source[0].start].rstrip()
    if not before or before.endswith((",", ";", ":", "—", "–", " and", " but", "-")):
        return True
    ahead = [at for at, word in enumerate(line.words) if word.end <= report.source[0].start]
    return not any(line.tag(at) in VERBAL for at in ahead)


_LABELLING = frozenset(("call", "label", "brand", "dub"))


def _has_quote(line: Line, span: Span) -> bool:
    """Whether quoted words stand in a span."""
    return any(quote.overlaps(span) for quote in line.touching)


def is_of(line: Line, piece: Piece, act: Report) -> bool:
    """Whether a piece holds words of an act of speaking: `he calls it care; | rivals laugh`."""
    return line.part(piece.first, piece.last).overlaps(Span(act.start, act.end))


def read_act(reading: Reading, line: Line, reports: list[Report], acts: list[Report]) -> None:
    """What stands around the words that are said: an act of speaking, an identity, another clause.

    The act is a claim only where it has details of its own: when, where, by what, for the first
    time; one at most for a sentence.
    """
    has_act = False
    for tokens in _around(line, [span for report in reports for span in report.content]):
        first, last = tokens[0], tokens[-1] + 1
        inner = Piece(first, last, "act-of-speaking")
        if len(tokens) >= 4 and not has_act and _has_own_details(line, first, last):
            span = line.part(first, last)
            act = next((r for r in acts if holds(span, r.cue[0])), None)
            add(reading, line, inner, attribution_of(reading, line, act) if act else None)
            has_act = True
        elif (end := _clause_beside(line, first, last, [*reports, *acts])) > first:
            for piece in pieces_of(line, first, end, "narration"):
                add(reading, line, piece, narrator())
        else:
            _add_identities(reading, line, inner, reports)


def _around(line: Line, said: list[Span]) -> list[list[int]]:
    """The tokens before, between and after what is said, without marks; two or more together."""
    runs: list[list[int]] = [[]]
    for at, word in enumerate(line.words):
        if any(span.start <= word.start < span.end for span in said):
            runs.append([])
        else:
            runs[-1].append(at)
    for tokens in runs:
        while tokens and (line.tag(tokens[-1]) in _OUTER or _is_trailing_cue(line, tokens)):
            tokens.pop()
        while tokens and (line.tag(tokens[0]) in _OUTER or line.lower(tokens[0]) == "that"):
            tokens.pop(0)
    return [tokens for tokens in runs if len(tokens) > 1]


def _clause_beside(line: Line, first: int, last: int, reports: list[Report]) -> int:
    """Where a clause ends that stands beside the act of speaking: `She left | and said …`; or 0.

    `Lee cut the price, claiming …`: the whole, since the cue has no subject of its own.
    """
    cues = [at for at in range(first, last) if any(_is_cue(line, at, r) for r in reports)]
    end = cues[0] if cues else last
    finite = any(line.tag(at) in VERBAL for at in cues)
    if finite and line.tag(end - 1) is not Tag.CONJUNCTION:
        return 0
    while end > first and line.tag(end - 1) in _OUTER:
        end -= 1
    opens = line.tag(first) in NOMINAL | {Tag.DETERMINER, Tag.PRONOUN}
    return end if opens and end - first >= 4 and has_verb(line, first + 1, end) else 0


def _is_cue(line: Line, at: int, report: Report) -> bool:
    return any(cue.start <= line.words[at].start < cue.end for cue in report.cue)


_PLATFORMS = frozenset(("telegram", "facebook", "twitter", "x", "instagram", "youtube"))


def _is_trailing_cue(line: Line, tokens: list[int]) -> bool:
    """Whether the words of attribution end in a participle: `…, noting`, `posts claiming`."""
    last = line.tag(tokens[-1])
    return last is Tag.ING or (last is Tag.ADVERB and line.lower(tokens[-1]) in HEARSAY_ADVERBS)


_OUTER = (Tag.COMMA, Tag.STOP, Tag.QUOTE, Tag.DASH, Tag.CONJUNCTION)


def _add_identities(reading: Reading, line: Line, piece: Piece, reports: list[Report]) -> None:
    """The identities that the words of attribution claim: `Union president Ann Lee`."""
    for named in identities(line, piece.first, piece.last):
        add_span(reading, line, line.part(*named), "identity", None, None)
    for each in pieces_of(line, piece.first, piece.last, "act-of-speaking"):
        speaks = any(_is_cue(line, at, r) for at in range(each.first, each.last) for r in reports)
        if (each.within is not None or each.rule == "relative-clause") and not speaks:
            span = line.part(each.first, each.last)
            add_span(reading, line, span, each.rule, None, None)


def _has_own_details(line: Line, first: int, last: int) -> bool:
    """Whether the words of attribution tell when, where or how often, or another act."""
    here = range(first, last)
    words = {line.lower(at) for at in here if line.tag(at) is not Tag.NAME}
    words |= {line.lower(at) for at in here if line.lower(at) in TEMPORAL}
    if {"first", "time"} <= words or words & TEMPORAL - _SOMETIME:
        return True
    if any(_is_medium(line, at) for at in here):
        return True
    return bool(words & {"echoed", "published", "shared", "released"})


_SOMETIME = word_set("then now later earlier recently ago")
"""Words of time that give no time to check."""


def _is_medium(line: Line, at: int) -> bool:
    """Whether a word names by what somebody speaks: a platform, or a medium that is told apart.

    `in a follow-up message`, `told ZDF television`, not `in a statement`, `told reporters`.
    """
    lower = line.lower(at)
    if lower in _PLATFORMS and line.lower(at - 1) in ("on", "via", "to"):
        return line.lower(at + 2) not in ("where", "which")
    before = line.tag(at - 1)
    return lower in MEDIA - {"reporters", "report"} and before in (Tag.NAME, Tag.ADJECTIVE)
