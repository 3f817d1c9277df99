"""What follows from the decisions on a claim: origins, rules, suggestion, status, conflicts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from verifier.language.display import display_line
from verifier.tui.paint import Line, Piece, cut, wrap_words
from verifier.tui.widgets.sections import MARGIN, beside, section

if TYPE_CHECKING:
    from verifier.model.assessment import ClaimAssessment, InternalConflict
    from verifier.model.claim import ClaimLabel
    from verifier.tui.board import Board
    from verifier.tui.judging import Judged

LONGEST_SIDE = 160
"""Cells of the words on either side of a conflict."""

MOST_CONFLICTS = 3
MOST_RELATED = 4


class JudgementLines(NamedTuple):
    """What is said beside the verdicts: `first` in parts, the most important first, then the rest.

    Of each part a strip shows the first line.
    """

    first: Sequence[Sequence[Line]]
    rest: Sequence[Line]


def judgement_lines(board: Board, label: ClaimLabel, width: int) -> JudgementLines:
    """What follows from the decisions on a claim; nothing while it is not worked out."""
    judged, found = board.judgement, board.assessed(label)
    if judged is None or found is None:
        return JudgementLines((), ())
    first = (
        policy_lines(found, width),
        suggestion_lines(found, width),
        independence_lines(found, width),
    )
    rest = [
        *_status(found, width),
        *_conflicts(judged, label, width),
        *_links(judged, label, width),
        *_related(judged, label, width),
    ]
    return JudgementLines(first, rest)


def policy_lines(found: ClaimAssessment, width: int) -> list[Line]:
    """The rules that speak against the verdict given, and those that only flag something."""
    lines = [
        [Piece(line, "warning" if item.blocks else "text")]
        for item in found.policy
        for line in wrap_words(
            f"{item.rule} {'against' if item.blocks else 'flags'}: {display_line(item.says)}",
            width - MARGIN - 1,
        )
    ]
    return beside("Policy", lines)


def suggestion_lines(found: ClaimAssessment, width: int) -> list[Line]:
    """The verdict that marks and policy carry, with its key and why; none once it is given."""
    suggestion = found.suggestion
    if suggestion is None or (found.verdict and found.verdict.code is suggestion.code):
        return []
    code = suggestion.code
    words = f"{code.digit} {code.value}: {suggestion.why}"
    return section("Suggests", words, width)


def independence_lines(found: ClaimAssessment, width: int) -> list[Line]:
    """How many sources and origins, and who repeats whom."""
    if found.independence is None:
        return []
    lines = section("Indep.", found.independence.sentence, width)
    marked = found.marked
    if found.proposed and marked is not None and marked.sources:
        lines += section("", f"By your marks alone: {marked.sentence}", width, "muted")
    return lines


def _status(found: ClaimAssessment, width: int) -> list[Line]:
    if found.status is None:
        return []
    words = found.status.value.replace("-", " ")
    return section("Status", f"{words}: {found.status_why}" if found.status_why else words, width)


def _conflicts(judged: Judged, label: ClaimLabel, width: int) -> list[Line]:
    """Where the story contradicts itself: why, and the words of both sides."""
    lines: list[Line] = []
    found = judged.conflicts.get(label, ())
    for conflict in found[:MOST_CONFLICTS]:
        head = f"{conflict.label} {conflict.kind.value}: {conflict.why}"
        lines += section("Conflict", head, width, "warning")
        lines += _sides(judged, conflict, width)
    if len(found) > MOST_CONFLICTS:
        lines += section("", f"and {len(found) - MOST_CONFLICTS} more conflicts", width, "muted")
    return lines


def _sides(judged: Judged, conflict: InternalConflict, width: int) -> list[Line]:
    lines: list[Line] = []
    for label, span in zip(conflict.claims, conflict.spans, strict=True):
        words = cut(display_line(" ".join(span.of(judged.text).split())), LONGEST_SIDE)
        lines += section("", f"{label} “{words}”", width, "quote")
    return lines


def _links(judged: Judged, label: ClaimLabel, width: int) -> list[Line]:
    """What the claim restates or is a part of, and what restates it or is a part of it."""
    from verifier.judgement.layout import layout_of

    claim = judged.state.claims[label]
    parts = layout_of(judged.state.claims).active_parts.get(label, ())
    again = judged.restated.get(label, ())
    words = [
        f"restates {claim.restates}" if claim.restates else "",
        f"part of {claim.parent}" if claim.parent else "",
        f"parts {' '.join(parts)}" if parts else "",
        f"restated by {' '.join(again)}" if again else "",
    ]
    said = " · ".join(word for word in words if word)
    return section("Links", said, width) if said else []


def _related(judged: Judged, label: ClaimLabel, width: int) -> list[Line]:
    found = judged.assessment.related.get(label, ())
    words = [f"{item.other} {item.why}" for item in found[:MOST_RELATED]]
    if len(found) > MOST_RELATED:
        words.append(f"and {len(found) - MOST_RELATED} more")
    return section("Beside", "; ".join(words), width, "muted") if words else []
