"""From sentences and attributions to statements: what each sentence claims, and on whose word."""

from dataclasses import dataclass, field, replace

from verifier.claims.cues import FORCES, HEARSAY_ADVERBS, QUESTION_COMPLEMENT, SAYING, CueKind
from verifier.claims.passages import Line, Passage
from verifier.claims.pieces import Piece, has_verb, identity, pieces_of
from verifier.claims.reports import Report
from verifier.claims.speakers import Speakers
from verifier.language.tagging import NOMINAL, VERBAL, Tag
from verifier.language.wordlists import word_set
from verifier.language.words import TEMPORAL
from verifier.model.claim import Attribution
from verifier.model.scales import AttributionMode, Exclusion, Force
from verifier.model.story import Slug
from verifier.model.text import Span


@dataclass(frozen=True)
class Statement:
    """One statement of a sentence before it is a claim: place, rule, and who says it.

    `origin` is where the stretch begins that it was cut from; `after` the source that spoke last
    before it, whom *he* or *she* may mean.
    """

    line: Line
    span: Span
    rule: str
    attribution: Attribution | None
    within: Span | None = None
    is_quote: bool = False
    origin: int = 0
    after: Slug | None = None


@dataclass
class Reading:
    """What was read so far: the speakers, the statements, the sentences left out."""

    speakers: Speakers
    statements: list[Statement] = field(default_factory=list)
    left_out: list[tuple[Span, Exclusion]] = field(default_factory=list)


MOST = 12
"""Reports of one sentence that are read for claims; no sentence of English has as many."""

_ACTS = frozenset(
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


def read_passage(reading: Reading, passage: Passage, reports: list[Report]) -> None:
    """Read the statements of one paragraph, sentence by sentence."""
    before: Attribution | None = None
    active: list[Report] = []
    at = 0
    for line in passage.lines:
        active = [r for r in active if r.end > line.span.start]
        while at < len(reports) and reports[at].start < line.span.end:
            active.append(reports[at])
            at += 1
        mine = [r for r in active if any(span.overlaps(line.span) for span in r.content)]
        before = _read_line(reading, line, mine[:MOST], before)


def read_headline(reading: Reading, line: Line, reports: list[Report]) -> None:
    """Read a headline: one statement, on the word of the first speaker it names."""
    spoken = next(
        (r for r in reports if r.source and (_is_speech(line, r) or r.base in _ACTS)), None
    )
    attribution = _attribution(reading, line, spoken) if spoken else _agentless(line, reports)
    if line.span.of(line.text).endswith("?"):
        reading.left_out.append((line.span, Exclusion.QUESTION))
    else:
        _add_span(reading, line, line.span, "headline", attribution, None)


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
            attributions.append(attribution := _attribution(reading, line, report))
            _read_content(reading, line, report, attribution, spoken)
        acts = [r for r in reports if _is_act(line, r) and r not in spoken]
        _read_act(reading, line, outer, acts)
    if len(reading.statements) == count:
        attributions.extend(_read_narration(reading, line, reports, before))
    if len(reading.statements) == count:
        reading.left_out.append((line.span, _why_not(line)))
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


def _is_act(line: Line, report: Report) -> bool:
    """Whether the report is an act of speaking of its own: a finite verb with a speaker."""
    labels = report.base in _LABELLING and any(_has_quote(line, span) for span in report.content)
    if not report.source or not (report.base in _ACTS or labels):
        return False
    cue = report.cue[0].of(line.text).lower()
    return not cue.startswith("to ") and not (cue.endswith("ing") and " " not in cue)


def _is_main(line: Line, report: Report) -> bool:
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


def _inside(inner: Report, outer: Report) -> bool:
    """Whether one report is part of what another says."""
    return any(s.start <= inner.start and inner.end <= s.end for s in outer.content)


def _attribution(reading: Reading, line: Line, report: Report) -> Attribution:
    """Who says the content of a report, resolved to a source."""
    words = report.source[0].of(line.text) if report.source else ""
    speaker = reading.speakers.resolve(words, report.source[0].start) if words else None
    cue = report.cue[0] if report.cue else None
    unnamed = speaker is None or speaker.source is None
    return Attribution(
        speaker=speaker.name if speaker else "",
        source=speaker.source if speaker else None,
        mode=AttributionMode.HEARSAY if unnamed else AttributionMode.PARAPHRASE,
        rule=report.rule,
        speaker_span=report.source[0] if report.source else None,
        cue=cue.of(line.text) if cue else "",
        cue_span=cue,
        force=FORCES.get(report.base, Force.STATES),
        medium=_medium(line),
        hedge=None,
    )


def _read_content(
    reading: Reading, line: Line, report: Report, attribution: Attribution, spoken: list[Report]
) -> None:
    """The statements of what is said, as far as it stands in this sentence."""
    inner = [r for r in spoken if r is not report and _inside(r, report)]
    for part in report.content:
        first, last = _tokens_in(line, part)
        if len(report.content) > 1 and last - first < 8 and not has_verb(line, first, last):
            continue
        if last - first < 2 and not (last > first and line.tag(first) is Tag.NUMBER):
            continue
        if _is_scrap(line, report, first, last):
            continue
        for piece in pieces_of(line, first, last, report.rule):
            own = _is_narrators(line, piece, part) and not _is_said_after(report, line, piece)
            _add(reading, line, piece, _narrator() if own else attribution, part.start)
    for nested in inner:
        chain = attribution.source or attribution.speaker
        said = _attribution(reading, line, nested)
        for part in nested.content:
            span = line.part(*bounds) if (bounds := _tokens_in(line, part))[1] > bounds[0] else None
            near = reading.statements[-MOST * 4 :]
            outer = next((s for s in near if span and _holds(s.span, span)), None)
            if span and outer and outer.span != span and chain:
                _add_span(reading, line, span, nested.rule, _via(said, chain), outer.span)


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


def _is_narrators(line: Line, piece: Piece, part: Span) -> bool:
    """Whether a clause after reported words is the narrator's: `…, although he gave no figures`."""
    limits = piece.rule == "contrasting-clause" or (
        piece.rule == "coordinated-clause"
        and "but" in (line.lower(piece.first - 1), line.lower(piece.first))
    )
    return limits and line.words[piece.first].start > part.start and line.quoted[piece.first] < 0


def _is_said_after(report: Report, line: Line, piece: Piece) -> bool:
    """Whether the speaker follows the piece, which is said then: `A, but B, the source added`."""
    return bool(report.cue) and report.cue[0].start >= line.words[piece.last - 1].end


def _via(said: Attribution, chain: str) -> Attribution:
    return replace(said, via=(chain,))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _tokens_in(line: Line, span: Span) -> tuple[int, int]:
    """The tokens of the sentence that lie in a span: the first, and the one after the last."""
    inside = [at for at, word in enumerate(line.words) if span.start <= word.start < span.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _add(
    reading: Reading,
    line: Line,
    piece: Piece,
    attribution: Attribution | None,
    origin: int | None = None,
) -> None:
    span = line.part(piece.first, piece.last)
    within = line.part(piece.within.first, piece.within.last) if piece.within else None
    _add_span(reading, line, span, piece.rule, attribution, within, origin)
    if within is None:
        named = identity(line, piece.first, piece.last)
        if named and line.part(*named) != span:
            _add_span(reading, line, line.part(*named), "identity", None, span)


def _add_span(
    reading: Reading,
    line: Line,
    span: Span,
    rule: str,
    attribution: Attribution | None,
    within: Span | None,
    origin: int | None = None,
) -> None:
    """Add a statement unless one at this place is known, or it would cross another."""
    if _is_asked(line, span):
        return
    span = _with_bracket(line, span)
    for known in reading.statements[-12:]:
        if known.span == span or _crosses(known.span, span):
            return
    quoted = _quotation_around(line, span)
    if attribution is not None:
        attribution = _in_mode(line, span, attribution, quoted=quoted)
    start = line.span.start if origin is None else origin
    last = reading.speakers.last()
    statement = Statement(line, span, rule, attribution, within, quoted, start, last)
    reading.statements.append(statement)


def _with_bracket(line: Line, span: Span) -> Span:
    """The span with the bracket that closes one opened in it."""
    words = span.of(line.text)
    is_open = words.count("(") > words.count(")") and line.text[span.end : span.end + 1] == ")"
    return Span(span.start, span.end + 1) if is_open else span


def _is_asked(line: Line, span: Span) -> bool:
    """Whether the words are a question and nothing else: `“Who paid?” she asked`."""
    return line.text[span.end : span.end + 1] == "?" or line.text[span.end - 1] == "?"


def _crosses(one: Span, other: Span) -> bool:
    return one.overlaps(other) and not (_holds(one, other) or _holds(other, one))


def _quotation_around(line: Line, span: Span) -> bool:
    """Whether the words are a quotation and nothing else."""
    return any(q.start <= span.start and span.end <= q.end for q in line.touching)


def _in_mode(line: Line, span: Span, attribution: Attribution, *, quoted: bool) -> Attribution:
    """The attribution with the mode and the hedge of these very words."""
    mode = attribution.mode
    if quoted:
        mode = AttributionMode.DIRECT_QUOTE
    elif mode in _PLAIN and any(q.overlaps(span) for q in line.touching):
        mode = AttributionMode.QUOTE_FRAGMENT
    return replace(attribution, mode=mode, hedge=_hedge(line, span) or attribution.hedge)


_PLAIN = (AttributionMode.PARAPHRASE, AttributionMode.HEARSAY)
HEDGES = frozenset(
    (
        *HEARSAY_ADVERBS,
        "possibly",
        "perhaps",
        "probably",
        "likely",
        "believed",
        "unconfirmed",
        "suspected",
    )
)


def _hedge(line: Line, span: Span) -> str | None:
    """The word by which the story itself stands back from these words."""
    for word in line.words:
        if span.start <= word.start < span.end and word.lower in HEDGES:
            return word.text
    return None


def _medium(line: Line) -> str | None:
    """By what the speaker speaks: `on Telegram`, `in a statement`, `during a press briefing`."""
    for end in range(1, len(line.words)):
        if line.lower(end) not in _MEDIA or line.quoted[end] >= 0:
            continue
        for at in range(end - 1, max(-1, end - 6), -1):
            if line.tag(at) is Tag.PREPOSITION and line.lower(at) in _BY_WAY_OF:
                while line.tag(end + 1) is Tag.NOUN and line.lower(end + 1) not in TEMPORAL:
                    end += 1
                return line.part(at, end + 1).of(line.text)
            if line.tag(at) not in NOMINAL | {Tag.DETERMINER, Tag.ING}:
                break
    return None


_BY_WAY_OF = frozenset(("on", "in", "during", "at", "via", "through"))


_MEDIA = word_set("""
    statement interview speech letter email tweet post briefing conference hearing message
    telegram facebook twitter x instagram youtube television radio podcast video testimony report
    address filing reporters
    """)


def _read_act(reading: Reading, line: Line, reports: list[Report], acts: list[Report]) -> None:
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
            act = next((r for r in acts if _holds(span, r.cue[0])), None)
            _add(reading, line, inner, _attribution(reading, line, act) if act else None)
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
        _add_span(reading, line, line.part(*named), "identity", None, None)
    for each in pieces_of(line, piece.first, piece.last, "act-of-speaking"):
        if each.within is not None:
            span = line.part(each.first, each.last)
            _add_span(reading, line, span, each.rule, None, None)


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
    return bool(words & _MEDIA or platforms) or bool(
        words & {"echoed", "published", "shared", "released"}
    )


def _read_narration(
    reading: Reading, line: Line, reports: list[Report], before: Attribution | None
) -> list[Attribution]:
    """A sentence without reported speech: the narrator's, a speaker's act, a continuation."""
    first, last = 0, line.body_end
    if _is_nothing(line, last):
        return []
    act = next((r for r in reports if _is_act(line, r) and _is_main(line, r)), None)
    if act is not None:
        attribution = _attribution(reading, line, act)
    elif before is not None and before.source and _goes_on(line):
        attribution = _continuation(line, before)
    elif (speaking := _still_speaking(reading, line)) is not None:
        attribution = speaking
    else:
        attribution = _agentless(line, reports)
        if before is not None and attribution.rule == "passive-report":
            attribution = replace(attribution, source=before.source)
    for piece in pieces_of(line, first, last, "narration"):
        own = piece.within is not None or _is_narrators(line, piece, line.span)
        own = own or (act is not None and not _is_of(line, piece, act))
        _add(reading, line, piece, _narrator() if own else attribution)
    return [attribution] if attribution.source else []


def _is_of(line: Line, piece: Piece, act: Report) -> bool:
    """Whether a piece holds words of an act of speaking: `he calls it care; | rivals laugh`."""
    return line.part(piece.first, piece.last).overlaps(Span(act.start, act.end))


def _still_speaking(reading: Reading, line: Line) -> Attribution | None:
    """Who was quoted last, where this sentence is a quotation that nobody else is given."""
    if not reading.statements or not _quotation_around(line, _words_of(line)):
        return None
    last = next((s for s in reversed(reading.statements[-4:]) if s.rule != "act-of-speaking"), None)
    if last is None or not last.is_quote:
        return None
    if last.attribution is None or not last.attribution.speaker:
        return None
    spoken = last.attribution
    return Attribution(
        spoken.speaker, spoken.source, AttributionMode.DIRECT_QUOTE, "continuation",
        force=spoken.force,
    )  # fmt: skip


def _words_of(line: Line) -> Span:
    """The sentence from its first word to its last, without marks."""
    words = [word for word in line.words if word.text[0].isalnum()]
    return Span(words[0].start, words[-1].end) if words else line.span


def _narrator() -> Attribution:
    return Attribution(speaker="", source=None, mode=AttributionMode.NONE, rule="narration")


def _agentless(line: Line, reports: list[Report]) -> Attribution:
    """The narrator's own statement, or one handed to nobody named: `reportedly`, `is said to`."""
    for at, word in enumerate(line.words):
        if word.lower in HEARSAY_ADVERBS:
            span = line.part(at, at + 1)
            return Attribution(
                "", None, AttributionMode.AGENTLESS, "hearsay-adverb", None, word.text, span,
                hedge=word.text,
            )  # fmt: skip
    for report in reports:
        if report.kind is CueKind.HEARSAY:
            cue = report.cue[0]
            words = cue.of(line.text)
            return Attribution("", None, AttributionMode.AGENTLESS, report.rule, None, words, cue)
    return _narrator()


def _goes_on(line: Line) -> bool:
    """Whether a sentence without a cue goes on with the report before it.

    `Additionally, …`, `Three others were reported missing`, `The places where … include …`.
    """
    opening = line.lower(0)
    if opening in ("additionally", "moreover", "furthermore"):
        return True
    if opening == "in" and line.lower(1) == "addition":
        return True
    head = [line.lower(at) for at in range(min(12, len(line.words)))]
    listing = {"include", "included", "includes"} & set(head)
    return opening == "the" and line.lower(1) in _LISTED and bool(listing)


_LISTED = word_set(
    "areas places locations victims dead wounded injured others casualties names targets sites"
)


def _continuation(line: Line, before: Attribution) -> Attribution:
    """The speaker of the sentence before, carried on without a cue."""
    return Attribution(
        before.speaker, before.source, AttributionMode.IMPLICIT, "continuation", force=before.force
    )


def _is_nothing(line: Line, last: int) -> bool:
    """Whether a sentence says nothing that can be checked: a bare question, a label."""
    if line.text[line.span.start : line.span.end].rstrip('”"’)').endswith("?"):
        return True
    is_finished = line.span.of(line.text).rstrip('”"’)').endswith((".", "!", "…", "。"))
    return last < (3 if is_finished else 4) or not (
        is_finished or has_verb(line, 0, last) or last >= 8
    )


def _why_not(line: Line) -> Exclusion:
    """The reason why a sentence carries no claim, from the closed list."""
    words = line.span.of(line.text)
    if "?" in words:
        return Exclusion.QUESTION
    if len(line.words) <= 8 and not words.endswith((".", "!", "…", "”")):
        return Exclusion.TRANSITION
    return Exclusion.SCENE_SETTING
