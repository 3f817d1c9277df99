"""A sentence without reported speech: what the narrator says, or a speaker carried on."""

from dataclasses import replace

from verifier.claims.acts import is_act, is_main, is_of
from verifier.claims.cues import HEARSAY_ADVERBS, CueKind
from verifier.claims.found import Reading, add, attribution_of, is_quotation, narrator, words_of
from verifier.claims.insertions import has_verb
from verifier.claims.passages import Line
from verifier.claims.pieces import Piece, pieces_of
from verifier.claims.reports import Report
from verifier.language.tagging import Tag
from verifier.language.wordlists import word_set
from verifier.model.claim import Attribution
from verifier.model.scales import AttributionMode, Exclusion
from verifier.model.text import Span


def read_narration(
    reading: Reading, line: Line, reports: list[Report], before: Attribution | None
) -> list[Attribution]:
    """A sentence without reported speech: the narrator's, a speaker's act, a continuation."""
    first, last = 0, line.body_end
    if _is_nothing(line, last):
        return []
    act = next((r for r in reports if is_act(line, r) and is_main(line, r)), None)
    if act is not None:
        attribution = attribution_of(reading, line, act)
    elif before is not None and before.source and _goes_on(line):
        attribution = _continuation(line, before)
    elif (speaking := _still_speaking(reading, line)) is not None:
        attribution = speaking
    else:
        attribution = agentless(line, reports)
        if before is not None and attribution.rule == "passive-report":
            attribution = replace(attribution, source=before.source)
    for piece in pieces_of(line, first, last, "narration"):
        aside = piece.within is not None or piece.rule == "relative-clause"
        own = aside or is_narrators(line, piece, line.span)
        own = own or (act is not None and not is_of(line, piece, act))
        add(reading, line, piece, narrator() if own else attribution)
    return [attribution] if attribution.source else []


def is_narrators(line: Line, piece: Piece, part: Span) -> bool:
    """Whether a clause after reported words is the narrator's: `…, although he gave no figures`."""
    limits = piece.rule == "contrasting-clause" or (
        piece.rule == "coordinated-clause"
        and "but" in (line.lower(piece.first - 1), line.lower(piece.first))
    )
    return limits and line.words[piece.first].start > part.start and line.quoted[piece.first] < 0


def _still_speaking(reading: Reading, line: Line) -> Attribution | None:
    """Who was quoted last, where this sentence is a quotation that nobody else is given."""
    if not reading.statements or not is_quotation(line, words_of(line)):
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


def agentless(line: Line, reports: list[Report]) -> Attribution:
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
    return narrator()


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
    if _is_bidding(line) or _is_exclamation(line):
        return True
    is_finished = line.span.of(line.text).rstrip('”"’)').endswith((".", "!", "…", "。"))
    return last < (3 if is_finished else 4) or not (
        is_finished or has_verb(line, 0, last) or last >= 8
    )


def _is_bidding(line: Line) -> bool:
    """Whether the writer tells the reader what to do: `Check out the list below`, no figure in it.

    `Read` or `watch` may be nouns: an object or a particle must come after.
    """
    at = int(line.lower(0) == "please")
    following = (Tag.DETERMINER, Tag.PREPOSITION, Tag.PRONOUN, Tag.ADVERB, Tag.NAME)
    if line.lower(at) not in _BIDDING or line.tag(at + 1) not in following or line.touching:
        return False
    return all(line.tag(i) is not Tag.NUMBER for i in range(len(line.words)))


_BIDDING = word_set(
    """
    let let's check visit click read see watch take look remember imagine call sign subscribe
    follow join ask think stop keep get find try go enjoy browse download
    """
)


def _is_exclamation(line: Line) -> bool:
    """Whether a short sentence only calls out: `Oh, no.`, `Yes, that’s it.`, or is of tags only."""
    words = [word.text for word in line.words if word.text[0].isalnum()]
    if line.span.of(line.text).lstrip().startswith("#") and len(words) <= 6:
        return all(part.startswith("#") for part in line.span.of(line.text).split())
    told = any(line.tag(at) in (Tag.NAME, Tag.NUMBER) for at in range(1, line.body_end))
    return line.lower(0) in _CALLS and len(words) <= 6 and not told


_CALLS = word_set("yes no oh well hey okay ok sure alas wow ah yeah nope")


def why_not(line: Line) -> Exclusion:
    """The reason why a sentence carries no claim, from the closed list."""
    words = line.span.of(line.text)
    if "?" in words:
        return Exclusion.QUESTION
    if len(line.words) <= 8 and not words.endswith((".", "!", "…", "”")):
        return Exclusion.TRANSITION
    return Exclusion.SCENE_SETTING
