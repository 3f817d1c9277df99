"""The act of speaking: who spoke when, where and by what, beside what was said."""

from verifier.claims.cues import HEARSAY_ADVERBS, SAYING
from verifier.claims.found import MEDIA, Reading, add, add_span, attribution_of, holds
from verifier.claims.passages import Line
from verifier.claims.pieces import Piece, identity, pieces_of
from verifier.claims.reports import Report
from verifier.language.tagging import VERBAL, Tag
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
    cue = report.cue[0].of(line.text).lower()
    return not cue.startswith("to ") and not (cue.endswith("ing") and " " not in cue)


def is_main(line: Line, report: Report) -> bool:
    """Whether the act is no aside: no verb goes before its speaker in the same clause."""
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
    """The act of speaking, where it has details of its own: when, where, for the first time."""
    spans = [span for report in reports for span in report.content]
    start = min(span.start for span in spans)
    end = max(span.end for span in spans)
    before = [at for at, word in enumerate(line.words) if word.end <= start]
    after = [at for at, word in enumerate(line.words) if word.start >= end]
    for tokens in (before, after):
        while tokens and (line.tag(tokens[-1]) in _OUTER or _is_trailing_cue(line, tokens)):
            tokens.pop()
        while tokens and (line.tag(tokens[0]) in _OUTER or line.lower(tokens[0]) == "that"):
            tokens.pop(0)
        if len(tokens) < 2:
            continue
        first, last = tokens[0], tokens[-1] + 1
        inner = Piece(first, last, "act-of-speaking")
        if len(tokens) >= 4 and _has_own_details(line, first, last):
            span = line.part(first, last)
            act = next((r for r in acts if holds(span, r.cue[0])), None)
            add(reading, line, inner, attribution_of(reading, line, act) if act else None)
        else:
            _add_identity(reading, line, inner)


_PLATFORMS = frozenset(("telegram", "facebook", "twitter", "x", "instagram", "youtube"))


def _is_trailing_cue(line: Line, tokens: list[int]) -> bool:
    """Whether the words of attribution end in a participle: `…, noting`, `posts claiming`."""
    last = line.tag(tokens[-1])
    return last is Tag.ING or (last is Tag.ADVERB and line.lower(tokens[-1]) in HEARSAY_ADVERBS)


_OUTER = (Tag.COMMA, Tag.STOP, Tag.QUOTE, Tag.DASH, Tag.CONJUNCTION)


def _add_identity(reading: Reading, line: Line, piece: Piece) -> None:
    """The identity that the words of attribution claim: `Union president Ann Lee`."""
    named = identity(line, piece.first, piece.last)
    if named:
        add_span(reading, line, line.part(*named), "identity", None, None)
    for each in pieces_of(line, piece.first, piece.last, "act-of-speaking"):
        if each.within is not None:
            span = line.part(each.first, each.last)
            add_span(reading, line, span, each.rule, None, None)


def _has_own_details(line: Line, first: int, last: int) -> bool:
    """Whether the words of attribution tell when, where or how often, or another act."""
    words = {line.lower(at) for at in range(first, last) if line.tag(at) is not Tag.NAME}
    words |= {line.lower(at) for at in range(first, last) if line.lower(at) in TEMPORAL}
    if ("first" in words and "time" in words) or words & TEMPORAL - {
        "then",
        "now",
        "later",
        "earlier",
    }:
        return True
    platforms = {line.lower(at) for at in range(first, last)} & _PLATFORMS
    return bool(words & MEDIA or platforms) or bool(
        words & {"echoed", "published", "shared", "released"}
    )
