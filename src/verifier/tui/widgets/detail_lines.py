"""What the detail pane says of the claim under the cursor, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.language.display import display_line, flagged
from verifier.model.claim import Attribution, Claim, ClaimLabel, Facet, NumberValue
from verifier.model.decision import Verdict
from verifier.model.evidence import Passage
from verifier.model.scales import Aspect, AttributionMode, SubstanceVerdict
from verifier.model.story import Slug
from verifier.tui.board import Board, Cell, ClaimRow, Saving
from verifier.tui.paint import Line, Piece, cut, width_of, wrap_words
from verifier.tui.widgets.judgement_lines import judgement_lines
from verifier.tui.widgets.row import MOST_LINES, cell_words, row_lines
from verifier.tui.widgets.sections import MARGIN, beside, heading, section

STRIP = 12
"""Lines up to which the pane is a strip beside another one."""

LONGEST_STATEMENT = 40

CELL_LINES = 3
"""Lines for the cell under the cursor: what it is, and why that is proposed."""

LONGEST_PASSAGE = 400
"""Cells of a cited passage that the detail shows; the reader shows all of it."""

SAVING_STYLES = {Saving.PENDING: "pending", Saving.UNSAVED: "unsaved"}


def detail_title(board: Board, label: ClaimLabel) -> str:
    """The claim's label, kinds, weight and checkability, in words."""
    claim = board.claim(label)
    kinds = " + ".join(kind.value for kind in claim.types)
    words = [label, kinds, claim.weight.value, claim.checkability.value]
    if not claim.is_active:
        words.append("dismissed")
    return " · ".join(word for word in words if word)


def detail_lines(
    board: Board, label: ClaimLabel, source: Slug | None, width: int, height: int
) -> list[Line]:
    """Everything about one claim, the most needed first, at `width` cells.

    In a strip of few lines a long statement is cut, as it stands in the story above, so that the
    row of sources and the verdicts stay in view.
    """
    claim, row = board.claim(label), board.rows[label]
    cells = board.cells(label)
    is_strip = height <= STRIP
    judgement = judgement_lines(board, label, width)
    lines: list[Line] = []
    if not claim.is_active:
        lines += section("Off list", claim.reason or "", width, "warning")
    lines += _statement(row.text, width - 2, 2 if is_strip else LONGEST_STATEMENT)
    said_by = _said_by(board, claim, width)
    lines += _first_line(said_by) if is_strip else said_by
    lines += _sources(cells, source, width, is_strip=is_strip)
    lines += _verdicts(board, row, width)
    for part in judgement.first:
        lines += _first_line(part) if is_strip else part
    if is_strip:
        lines += _left_out(said_by, judgement.first)
    lines += judgement.rest
    lines += _reasons(board, label, width)
    lines += _cited(cells, width)
    lines += _details(claim, width)
    note = board.note(label)
    if note:
        lines += section("Note", note, width)
    lines += _hidden(board, claim, width)
    return lines + _finder(board, claim, width)


def _first_line(part: Sequence[Line]) -> Sequence[Line]:
    """The first line of a part, with a sign where there is more of it."""
    return [[*part[0], Piece("…", "muted")]] if len(part) > 1 else part


def _left_out(said_by: Sequence[Line], parts: Sequence[Sequence[Line]]) -> list[Line]:
    """What a strip cuts stands whole further down."""
    return [line for part in (said_by, *parts) if len(part) > 1 for line in part]


def _finder(board: Board, claim: Claim, width: int) -> list[Line]:
    """Who added the claim, or the rule that proposed it."""
    name = claim.proposed_by
    if not name:
        return []
    if name == board.reviewer:
        return section("Added by", "you", width, "faint")
    found_by = "Added by" if name in board.people else "Found by"
    rule = "" if name in board.people else "the rule "
    return section(found_by, f"{rule}{name}", width, "faint")


def _statement(text: str, width: int, most: int) -> list[Line]:
    lines = wrap_words(text, width)
    if len(lines) > most:
        lines = [*lines[: most - 1], cut(f"{lines[most - 1]} {lines[most]}", width)]
    return [[Piece(f" {line}", "strong")] for line in lines]


def _said_by(board: Board, claim: Claim, width: int) -> list[Line]:
    """Who said it and by which words, each speaker a line of its own."""
    if not claim.attributions:
        return section("Said by", "the story itself; nobody is named", width, "muted")
    lines = [_speaker(board, item, width - MARGIN - 1) for item in claim.attributions]
    return beside("Said by", [line for group in lines for line in group])


def _speaker(board: Board, item: Attribution, width: int) -> list[Line]:
    name = display_line(item.speaker)
    if item.source is not None and item.source in board.names:
        short = board.names[item.source]
        name = f"{short} (“{name}”)" if name and name != short else short
    elif not name and item.mode is AttributionMode.NONE:
        return [[Piece("the story itself; nobody is named", "muted")]]
    words = name or "nobody named"
    if item.cue:
        words += f", by “{display_line(item.cue)}”"
    if item.via:
        words += ", via " + ", ".join(display_line(via) for via in item.via)
    words += f"; {item.mode.value.replace('-', ' ')}, {item.force.value}"
    if item.hedge:
        words += f", hedged by “{display_line(item.hedge)}”"
    return [[Piece(line)] for line in wrap_words(words, width)]


def _sources(
    cells: Sequence[Cell], source: Slug | None, width: int, *, is_strip: bool
) -> list[Line]:
    if not cells:
        return section("Sources", "the story names no source", width, "muted")
    most = 2 if is_strip else MOST_LINES
    rows: list[Line] = list(row_lines(cells, source, width - MARGIN, most))
    under = next((cell for cell in cells if cell.source == source), None)
    if under is not None:
        rows += cell_lines(under, width - MARGIN, 1 if is_strip else CELL_LINES)
    return beside("Sources", rows, MARGIN - 1)


def cell_lines(cell: Cell, width: int, most: int) -> list[Line]:
    """The cell under the cursor in words; of a proposal, also why, in `most` lines in all.

    As many lines for every cell, so that what stands below stays where it is.
    """
    head = [Piece(" "), *cell_words(cell)]
    why = display_line(cell.proposal.why) if cell.proposal else ""
    if most == 1:
        room = max(0, width - width_of(head) - 2)
        return [[*head, Piece(f": {cut(why, room)}" if why else "", "muted")]]
    first, *more = wrap_words(f"{why} Enter accepts it." if why else "", width - 2)
    wrapped = [first, *more, *[""] * most][: most - 1]
    if len(more) > most - 2:
        wrapped[-1] = cut(f"{wrapped[-1]} {more[most - 2]}", width - 2)
    return [head, *([Piece(f" {line}", "muted")] for line in wrapped)]


def _verdicts(board: Board, row: ClaimRow, width: int) -> list[Line]:
    """Both answers, side by side where there is room: is it so, and was it said so."""
    verdict = board.verdict(row.label, Aspect.SUBSTANCE)
    said = board.verdict(row.label, Aspect.ATTRIBUTION)
    so = [
        heading("Is it so"),
        Piece(f"{row.verdict.meaning.sign} {row.verdict.value}", row.verdict.value),
        *_confidence(verdict if row.verdict is not SubstanceVerdict.UNCHECKED else None),
    ]
    if row.saving is not Saving.SAVED:
        so += [Piece("  "), Piece(row.saving.value, SAVING_STYLES[row.saving])]
    sign = f"{row.said.meaning.sign} {row.said.value}" if row.said else "· unchecked"
    said_so = [
        heading("Said so"),
        Piece(sign, row.said.value if row.said else "unchecked"),
        *_confidence(said if row.said else None),
    ]
    gap = max(2, MARGIN + 28 - width_of(so))
    if width_of(so) + gap + width_of(said_so) > width:
        return [so, said_so]
    return [[*so, Piece(" " * gap), *said_so]]


def _confidence(verdict: Verdict | None) -> list[Piece]:
    if verdict is None or verdict.confidence is None:
        return []
    return [Piece(f" · {verdict.confidence.value} confidence", "muted")]


def _reasons(board: Board, label: ClaimLabel, width: int) -> list[Line]:
    lines: list[Line] = []
    for aspect in Aspect:
        verdict = board.verdict(label, aspect)
        if verdict is None:
            continue
        if verdict.why:
            lines += section("Because", verdict.why, width)
        if verdict.replace:
            lines += section("Print", verdict.replace, width)
        if verdict.override:
            lines += section("Override", verdict.override, width)
    return lines


def _cited(cells: Sequence[Cell], width: int) -> list[Line]:
    found = [
        line
        for cell in cells
        if cell.stance is not None
        for passage in cell.stance.passages
        for line in _passage(cell, passage, width - MARGIN - 1)
    ]
    return beside("Cited", found)


def _passage(cell: Cell, passage: Passage, width: int) -> list[Line]:
    """Where the passage stands and under whose stance, and its words below."""
    place = f"{passage.evidence}:{passage.selector.start}-{passage.selector.end}"
    words = display_line(" ".join(passage.selector.exact.split()))
    lines = wrap_words(f"“{cut(words, LONGEST_PASSAGE)}”", width)
    head = [Piece(place, "strong"), Piece(f" · {cell.name}", "muted")]
    return [head, *([Piece(line, "quote")] for line in lines)]


def _details(claim: Claim, width: int) -> list[Line]:
    """The numbers and dates of the claim, each with the value it was read as."""
    found = [words for words in map(_facet, claim.facets) if words]
    return section("Details", " · ".join(found), width, "muted") if found else []


def _facet(facet: Facet) -> str:
    words = display_line(facet.text)
    if facet.number is not None:
        return f"{words} → {number_words(facet.number)}"
    if facet.date is not None:
        first, last = facet.date.first, facet.date.last
        if first is None or last is None:
            return f"{words} → year open"
        return f"{words} → {first}" + (f" to {last}" if last != first else "")
    return ""


def number_words(number: NumberValue) -> str:
    """A number as its interval, with what is counted.

    >>> number_words(NumberValue(None, "200", counted="soldiers"))
    '≤ 200 soldiers'
    """
    low, high = number.low, number.high
    if low is not None and low == high:
        value = f"≈ {low}" if number.approx else low
    elif low is not None and high is not None:
        value = f"{low} to {high}"
    elif low is not None:
        value = f"{'>' if number.low_open else '≥'} {low}"
    else:
        value = f"{'<' if number.high_open else '≤'} {high}"
    thing = [number.unit, number.counted]
    return display_line(" ".join([value, *(word for word in thing if word)]))


def _hidden(board: Board, claim: Claim, width: int) -> list[Line]:
    """The code points of the claim that are shown as symbols, by name."""
    selector = claim.selector
    texts = [claim.standalone, selector.exact if selector else ""]
    texts += [item.speaker for item in claim.attributions] + [board.note(claim.label)]
    names = dict.fromkeys(name for text in texts for _, name in flagged(text))
    return section("Hidden", "; ".join(names), width, "warning") if names else []
