"""From sentences and attributions to statements: what each sentence claims, and on whose word."""

from dataclasses import replace

from verifier.claims.acts import ACTS, is_act, read_act
from verifier.claims.cues import QUESTION_COMPLEMENT, CueKind
from verifier.claims.found import Reading, add, add_span, attribution_of, holds, narrator, tokens_in
from verifier.claims.insertions import has_verb
from verifier.claims.narration import agentless, is_narrators, read_narration, why_not
from verifier.claims.passages import Line, Passage
from verifier.claims.pieces import Piece, pieces_of
from verifier.claims.reports import Report
from verifier.language.tagging import VERBAL, Tag
from verifier.model.claim import Attribution
from verifier.model.scales import Exclusion
from verifier.model.text import Span

MOST = 12
"""Reports of one sentence that are read for claims; no sentence of English has as many."""


def read_passage(reading: Reading, passage: Passage, reports: list[Report]) -> None:
    """Read the statements of one paragraph, sentence by sentence."""
    before: Attribution | None = None
    active: list[Report] = []
    at = 0
    for line in passage.lines:
        active = [r for r in active if r.end > line.span.start]
        while at < len(reports) and _opens(reports[at], passage) < line.span.end:
            active.append(reports[at])
            at += 1
        mine = [r for r in active if any(span.overlaps(line.span) for span in r.content)]
        before = _read_line(reading, line, mine[:MOST], before)


def _opens(report: Report, passage: Passage) -> int:
    """Where a report begins in a paragraph; one from the paragraph above at its beginning."""
    return max(report.start, passage.span.start)


def read_headline(reading: Reading, line: Line, reports: list[Report]) -> None:
    """Read a headline: one statement, on the word of the first speaker it names."""
    spoken = next(
        (r for r in reports if r.source and (_is_speech(line, r) or r.base in ACTS)), None
    )
    attribution = attribution_of(reading, line, spoken) if spoken else agentless(line, reports)
    if line.span.of(line.text).endswith("?"):
        reading.left_out.append((line.span, Exclusion.QUESTION))
    else:
        add_span(reading, line, line.span, "headline", attribution, None)


def _read_line(
    reading: Reading, line: Line, reports: list[Report], before: Attribution | None
) -> Attribution | None:
    """Read one sentence; gives the attribution that the next sentence may go on with."""
    spoken = [r for r in reports if _is_speech(line, r)]
    outer = [r for r in spoken if not any(_inside(r, o) for o in spoken if o is not r)]
    count = len(reading.statements)
    attributions: list[Attribution] = []
    if outer:
        for report in outer:
            attributions.append(attribution := attribution_of(reading, line, report))
            _read_content(reading, line, report, attribution, spoken)
        acts = [r for r in reports if is_act(line, r) and r not in spoken]
        read_act(reading, line, outer, acts)
    if len(reading.statements) == count:
        attributions.extend(read_narration(reading, line, reports, before))
    if len(reading.statements) == count:
        reading.left_out.append((line.span, why_not(line)))
    return attributions[-1] if attributions else None


def _is_speech(line: Line, report: Report) -> bool:
    """Whether a report says what somebody states or thinks, not what somebody wants or judges."""
    if report.kind is not CueKind.THOUGHT or not report.source:
        return report.kind is CueKind.SAID
    if report.content[0].start < report.cue[0].start:
        return True
    opening = report.content[0].of(line.text).split()[0].lower()
    return report.base not in _LEARNING and (opening not in QUESTION_COMPLEMENT)


_LEARNING = frozenset(("know", "learn", "see", "hear", "remember", "forget", "wonder", "decide"))
"""Verbs whose clause the narrator takes for true: who knows it is not who says it."""


def _inside(inner: Report, outer: Report) -> bool:
    """Whether one report is part of what another says."""
    return any(s.start <= inner.start and inner.end <= s.end for s in outer.content)


def _read_content(
    reading: Reading, line: Line, report: Report, attribution: Attribution, spoken: list[Report]
) -> None:
    """The statements of what is said, as far as it stands in this sentence."""
    inner = [r for r in spoken if r is not report and _inside(r, report)]
    if _is_divided(line, report):
        subject, verb = report.content
        whole, aside = Span(subject.start, verb.end), Span(subject.end, verb.start)
        count = len(reading.statements)
        add_span(reading, line, whole, report.rule, attribution, None)
        if len(reading.statements) > count:
            reading.statements[-1] = replace(reading.statements[-1], aside=aside)
        return
    for part in report.content:
        first, last = tokens_in(line, part)
        if len(report.content) > 1 and last - first < 8 and not has_verb(line, first, last):
            continue
        if last - first < 2 and not (last > first and line.tag(first) is Tag.NUMBER):
            continue
        if _is_scrap(line, report, first, last):
            continue
        for piece in pieces_of(line, first, last, report.rule):
            own = is_narrators(line, piece, part) and not _is_said_after(report, line, piece)
            add(reading, line, piece, narrator() if own else attribution, part.start)
    for nested in inner:
        chain = attribution.source or attribution.speaker
        said = attribution_of(reading, line, nested)
        for part in nested.content:
            span = line.part(*bounds) if (bounds := tokens_in(line, part))[1] > bounds[0] else None
            near = reading.statements[-MOST * 4 :]
            outer = next((s for s in near if span and holds(s.span, span)), None)
            if span and outer and outer.span != span and chain:
                add_span(reading, line, span, nested.rule, _via(said, chain), outer.span)


def _is_divided(line: Line, report: Report) -> bool:
    """Whether the speaker stands between subject and verb: `The key, says Lee, is patience`."""
    if len(report.content) != 2 or not line.span.start <= report.start < line.span.end:
        return False
    first, last = (tokens_in(line, span) for span in report.content)
    if last[1] <= last[0] or has_verb(line, *first) or report.content[1].end > line.span.end:
        return False
    return line.tag(last[0]) in VERBAL and line.quote_at(last[0]) == line.quote_at(first[0])


def _is_scrap(line: Line, report: Report, first: int, last: int) -> bool:
    """Whether quoted words after the verb say nothing alone: `specified “Other” as home`."""
    return (
        bool(report.cue)
        and line.quote_at(first) >= 0
        and line.words[first].start > report.cue[0].start
        and last - first < 8
        and not has_verb(line, first, last)
        and not (line.words[last - 1].end >= line.words[line.body_end - 1].end and last - first > 2)
    )


def _is_said_after(report: Report, line: Line, piece: Piece) -> bool:
    """Whether the speaker follows the piece, which is said then: `A, but B, the source added`."""
    return bool(report.cue) and report.cue[0].start >= line.words[piece.last - 1].end


def _via(said: Attribution, chain: str) -> Attribution:
    return replace(said, via=(chain,))
