"""A claim above, a passage below, with what agrees and differs marked in both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from verifier.language.display import display_line
from verifier.model.scales import ComparisonResult
from verifier.tui.compared_lines import (
    claim_marks,
    counts,
    difference_lines,
    in_order,
    marked_lines,
    passage_marks,
)
from verifier.tui.paint import Line, Piece, fit_line
from verifier.tui.widgets.sections import section

if TYPE_CHECKING:
    from verifier.model.claim import ClaimLabel
    from verifier.tui.evidence_acts import Translation
    from verifier.tui.finding import Finding
    from verifier.tui.found import FoundPassage

NOTHING_TO_COMPARE = "The claim has no number, date, place, name or quoted words to compare."


def beside_lines(
    finding: Finding,
    claim: ClaimLabel,
    found: FoundPassage | None,
    width: int,
    translation: Translation | None = None,
) -> list[Line]:
    """The claim, the passage, each difference in a sentence, and why the passage was found."""
    if found is None:
        words = finding.words_of(claim)
        return [[Piece(" "), *line] for line in marked_lines(words, (), width - 2, "strong")]
    facets = finding.facets(claim, found.place)
    known = facets or ()
    words = finding.words_of(claim)
    lines: list[Line] = [
        [Piece(" "), *line] for line in marked_lines(words, claim_marks(known), width - 2, "strong")
    ]
    lines += [_head(finding, claim, found)]
    lines += [
        [Piece(" ▏ ", "muted"), *line]
        for line in marked_lines(found.text, passage_marks(known), width - 4)
    ]
    if translation is not None and translation.words:
        shown = f"{translation.words} (translated by {translation.translator})"
        lines += section("In words", shown, width, "quote")
    if facets is None:
        lines.append([Piece(" Comparing…", "muted")])
    elif not facets:
        lines.append([Piece(f" {NOTHING_TO_COMPARE}", "muted")])
    else:
        lines += difference_lines(facets, words, found.text, width)
    lines += section("Found by", found.why or "its words", width, "muted")
    return lines


def _head(finding: Finding, claim: ClaimLabel, found: FoundPassage) -> Line:
    """Which document it is, of whom, when, and whether it was read."""
    item = found.item
    published = f", {item.published_at.isoformat()}" if item.published_at else ", no date"
    language = "" if item.language == "en" else f", in {display_line(item.language)}"
    state = "not opened yet"
    if finding.is_cited(claim, found.place):
        state = "¶ cited"
    elif finding.is_read(claim, item.label):
        state = "opened"
    return [
        Piece(f" {item.label} ", "heading"),
        Piece(f"{finding.name_of(item.source)}{published}{language}", "text"),
        Piece(f" · {state} · {display_line(item.title)}", "muted"),
    ]


class Block(NamedTuple):
    """The lines that a passage takes in the list beside the review."""

    lines: Sequence[Line]


LINES_OF_PASSAGE = 4
DIFFERENCES = 3
"""Lines of a block's passage, and differences told below it, at most."""

TELLING = (ComparisonResult.DIFFERS, ComparisonResult.NOT_IN_EVIDENCE)


def block_of(
    finding: Finding, claim: ClaimLabel, found: FoundPassage, width: int, *, current: bool
) -> Block:
    """A passage in a few lines: its document and how it compares, its words, what differs."""
    facets = finding.facets(claim, found.place) or ()
    item = found.item
    ground = "current" if current else "text"
    muted = "current-muted" if current else "muted"
    published = item.published_at.isoformat() if item.published_at else "no date"
    name = finding.name_of(item.source)
    sign = finding.read_sign(claim, found.place)
    head = [
        Piece("▶" if current else " ", ground),
        Piece(f"{sign} ", ground),
        Piece(f"{item.label:<4} ", "current-strong" if current else "strong"),
        Piece(f"{name} {published}  ", muted),
        *(Piece(piece.text, ground) for piece in counts(facets)),
    ]
    body = marked_lines(found.text, passage_marks(facets), width - 4)
    shown: list[Line] = [[Piece(" ▏ ", "muted"), *line] for line in body[:LINES_OF_PASSAGE]]
    if len(body) > LINES_OF_PASSAGE:
        *kept, last = shown[-1]
        shown[-1] = [*kept, Piece(f"{last.text.rstrip()} …", last.style)]
    telling = [each for each in in_order(facets) if each.result in TELLING][:DIFFERENCES]
    words = finding.words_of(claim)
    differences = difference_lines(telling, words, found.text, width)
    return Block([fit_line(head, width, ground), *shown, *differences])
