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
from verifier.tui.widgets.row import cell_words, row_lines

MARGIN = 10
"""Width of the column of headings."""

SAVING_STYLES = {Saving.PENDING: "pending", Saving.UNSAVED: "unsaved"}


def detail_title(board: Board, label: ClaimLabel) -> str:
    """The claim's label, kinds, weight and checkability, in words."""
    claim = board.claim(label)
    kinds = " + ".join(kind.value for kind in claim.types)
    words = [label, kinds, claim.weight.value, claim.checkability.value]
    if not claim.is_active:
        words.append("dismissed")
    return " · ".join(word for word in words if word)


def detail_lines(board: Board, label: ClaimLabel, source: Slug | None, width: int) -> list[Line]:
    """Everything about one claim, the most needed first, at `width` cells."""
    claim, row = board.claim(label), board.rows[label]
    lines: list[Line] = []
    if not claim.is_active:
        lines += _section("Dismissed", claim.reason or "", width, "warning")
    lines += [[Piece(f" {text}", "strong")] for text in wrap_words(row.text, width - 2)]
    lines += _said_by(board, claim, width)
    cells = board.cells(label)
    lines += _sources(cells, source, width)
    lines.append(_verdicts(board, row))
    lines += _reasons(board, label, width)
    lines += _cited(cells, width)
    lines += _details(claim, width)
    note = board.note(label)
    if note:
        lines += _section("Note", note, width)
    lines += _hidden(board, claim, width)
    if claim.proposed_by:
        lines += _section("Found by", display_line(claim.proposed_by), width, "faint")
    return lines


def _heading(name: str, margin: int = MARGIN) -> Piece:
    return Piece(f" {name.upper():<{margin - 1}}", "heading")


def _section(name: str, text: str, width: int, style: str = "text") -> list[Line]:
    """A heading and a text from outside, wrapped beside it."""
    shown = "\n".join(display_line(line) for line in text.split("\n"))
    lines = wrap_words(shown, width - MARGIN - 1)
    first = [_heading(name), Piece(lines[0], style)]
    return [first, *([Piece(" " * MARGIN), Piece(line, style)] for line in lines[1:])]


def _beside(name: str, lines: Sequence[Line], margin: int = MARGIN) -> list[Line]:
    return [
        [_heading(name, margin) if at == 0 else Piece(" " * margin), *line]
        for at, line in enumerate(lines)
    ]


def _said_by(board: Board, claim: Claim, width: int) -> list[Line]:
    """Who said it and by which words, each speaker a line of its own."""
    if not claim.attributions:
        return _section("Said by", "the story itself; nobody is named", width, "muted")
    lines = [_speaker(board, item, width - MARGIN - 1) for item in claim.attributions]
    return _beside("Said by", [line for group in lines for line in group])


def _speaker(board: Board, item: Attribution, width: int) -> list[Line]:
    name = display_line(item.speaker)
    if item.source is not None and item.source in board.names:
        short = board.names[item.source]
        name = f"{short} (“{name}”)" if name and name != short else short
    elif not name and item.mode is AttributionMode.NONE:
        return [[Piece("the story itself; nobody is named", "muted")]]
    words = [name or "nobody named"]
    if item.cue:
        words.append(f"by “{display_line(item.cue)}”")
    words += [item.mode.value.replace("-", " "), item.force.value]
    if item.hedge:
        words.append(f"hedged: “{display_line(item.hedge)}”")
    if item.via:
        words.append("via " + ", ".join(display_line(via) for via in item.via))
    return [[Piece(line)] for line in wrap_words(" · ".join(words), width)]


def _sources(cells: Sequence[Cell], source: Slug | None, width: int) -> list[Line]:
    if not cells:
        return _section("Sources", "the story names no source", width, "muted")
    rows: list[Line] = list(row_lines(cells, source, width - MARGIN))
    under = next((cell for cell in cells if cell.source == source), None)
    if under is not None:
        rows.append([Piece(" "), *cell_words(under)])
    return _beside("Sources", rows, MARGIN - 1)


def _verdicts(board: Board, row: ClaimRow) -> Line:
    """Both answers side by side: is it so, and was it said so."""
    verdict = board.verdict(row.label, Aspect.SUBSTANCE)
    said = board.verdict(row.label, Aspect.ATTRIBUTION)
    so = [
        _heading("Is it so"),
        Piece(f"{row.verdict.meaning.sign} {row.verdict.value}", row.verdict.value),
        *_confidence(verdict if row.verdict is not SubstanceVerdict.UNCHECKED else None),
    ]
    gap = Piece(" " * max(2, 40 - width_of(so)))
    sign = f"{row.said.meaning.sign} {row.said.value}" if row.said else "· unchecked"
    answer = Piece(sign, row.said.value if row.said else "unchecked")
    saving: list[Piece] = []
    if row.saving is not Saving.SAVED:
        saving = [Piece("  "), Piece(row.saving.value, SAVING_STYLES[row.saving])]
    heading = Piece("SAID SO  ", "heading")
    return [*so, gap, heading, answer, *_confidence(said if row.said else None), *saving]


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
            lines += _section("Because", verdict.why, width)
        if verdict.replace:
            lines += _section("Print", verdict.replace, width)
        if verdict.override:
            lines += _section("Override", verdict.override, width)
    return lines


def _cited(cells: Sequence[Cell], width: int) -> list[Line]:
    lines = [
        _passage(cell, passage, width - MARGIN - 1)
        for cell in cells
        if cell.stance is not None
        for passage in cell.stance.passages
    ]
    return _beside("Cited", lines)


def _passage(cell: Cell, passage: Passage, width: int) -> Line:
    place = f"{passage.evidence}:{passage.selector.start}-{passage.selector.end} "
    head = [Piece(place, "strong"), Piece(f"{cell.name} ", "muted")]
    room = width - width_of(head)
    words = cut(display_line(" ".join(passage.selector.exact.split())), max(4, room - 2))
    return [*head, Piece(f"“{words}”", "quote")]


def _details(claim: Claim, width: int) -> list[Line]:
    """The numbers and dates of the claim, each with the value it was read as."""
    found = [words for words in map(_facet, claim.facets) if words]
    return _section("Details", " · ".join(found), width, "muted") if found else []


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
    return _section("Hidden", "; ".join(names), width, "warning") if names else []
