"""The statements found so far: each placed once, none across another, with who says it."""

from dataclasses import dataclass, field, replace

from verifier.claims.cues import FORCES, HEARSAY_ADVERBS, TELLING, CueKind
from verifier.claims.identities import identities
from verifier.claims.passages import Line
from verifier.claims.pieces import Piece
from verifier.claims.reports import Report
from verifier.claims.speakers import Speakers
from verifier.language.tagging import NOMINAL, Tag
from verifier.language.wordlists import word_set
from verifier.language.words import BE, TEMPORAL
from verifier.model.claim import Attribution
from verifier.model.scales import AttributionMode, Exclusion, Force
from verifier.model.story import Slug
from verifier.model.text import Span


@dataclass(frozen=True)
class Statement:
    """One statement of a sentence before it is a claim: place, rule, and who says it.

    `origin` is where the stretch begins that it was cut from; `after` the source that spoke last
    before it, whom *he* or *she* may mean; `aside` are words within it that name its speaker.
    """

    line: Line
    span: Span
    rule: str
    attribution: Attribution | None
    within: Span | None = None
    is_quote: bool = False
    origin: int = 0
    after: Slug | None = None
    aside: Span | None = None


@dataclass
class Reading:
    """What was read so far: the speakers, the statements, the sentences left out."""

    speakers: Speakers
    statements: list[Statement] = field(default_factory=list)
    left_out: list[tuple[Span, Exclusion]] = field(default_factory=list)


def attribution_of(reading: Reading, line: Line, report: Report) -> Attribution:
    """Who says the content of a report, resolved to a source."""
    words = report.source[0].of(line.text) if report.source and not _is_told(line, report) else ""
    if words.lower() in _WRITERS:
        return narrator()
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


_WRITERS = frozenset(("i", "we", "my", "our", "you", "me", "us"))
"""Who writes, where it stands outside quotations; and the reader."""


def _is_told(line: Line, report: Report) -> bool:
    """Whether the source is who heard it: `The board was told that …`."""
    words = report.cue[0].of(line.text).lower().split() if report.cue else []
    return report.base in TELLING and report.kind is CueKind.SAID and bool(BE & set(words[:-1]))


def holds(outer: Span, inner: Span) -> bool:
    """Whether one span lies within another."""
    return outer.start <= inner.start and inner.end <= outer.end


def tokens_in(line: Line, span: Span) -> tuple[int, int]:
    """The tokens of the sentence that lie in a span: the first, and the one after the last."""
    inside = [at for at, word in enumerate(line.words) if span.start <= word.start < span.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def add(
    reading: Reading,
    line: Line,
    piece: Piece,
    attribution: Attribution | None,
    origin: int | None = None,
) -> None:
    """Add a piece of a sentence as a statement, and the identity that stands in it.

    `origin` is where the stretch begins that the piece was cut from.
    """
    span = line.part(piece.first, piece.last)
    within = line.part(piece.within.first, piece.within.last) if piece.within else None
    add_span(reading, line, span, piece.rule, attribution, within, origin)
    if within is None:
        for named in identities(line, piece.first, piece.last):
            if line.part(*named) != span:
                add_span(reading, line, line.part(*named), "identity", None, span)


def add_span(
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
    quoted = is_quotation(line, span)
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
    return one.overlaps(other) and not (holds(one, other) or holds(other, one))


def is_quotation(line: Line, span: Span) -> bool:
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
        if line.lower(end) not in MEDIA or line.quoted[end] >= 0:
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


MEDIA = word_set("""
    statement interview speech letter email tweet post briefing conference hearing message
    telegram facebook twitter x instagram youtube television radio podcast video testimony report
    address filing reporters
    """)


def words_of(line: Line) -> Span:
    """The sentence from its first word to its last, without marks."""
    words = [word for word in line.words if word.text[0].isalnum()]
    return Span(words[0].start, words[-1].end) if words else line.span


def narrator() -> Attribution:
    """Nobody but the writer: no speaker, no cue."""
    return Attribution(speaker="", source=None, mode=AttributionMode.NONE, rule="narration")
