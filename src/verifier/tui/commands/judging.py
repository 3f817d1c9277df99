"""Stances, verdicts, confidence, credibility, undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.model.scales import Aspect, AttributionVerdict, StanceCode, SubstanceVerdict
from verifier.tui import acts
from verifier.tui.key_table import CREDIBILITY_WORDS, Where

if TYPE_CHECKING:
    from verifier.tui.screens.review import ReviewScreen

NO_SOURCE = "The story names no source, so this claim has no cell to mark."
DISMISSED = "This claim is dismissed; press R to restore it first."


def stance(screen: ReviewScreen, code: str) -> None:
    """Mark the cell under the cursor and go on to the next one not looked at."""
    cursor = screen.cursor
    if cursor.current is None or cursor.source is None:
        screen.say(NO_SOURCE)
        return
    claim, source = cursor.current, cursor.source
    screen.submit(acts.stance(claim, source, StanceCode(code)))
    screen.last_stance = (claim, source)
    cursor.advance_cell()
    screen.changed(claim)
    screen.remember()


def clear_stance(screen: ReviewScreen) -> None:
    """Set the cell under the cursor back to not looked."""
    cursor = screen.cursor
    if cursor.current is None or cursor.source is None:
        screen.say(NO_SOURCE)
        return
    cell = next((c for c in cursor.board.cells(cursor.current) if c.source == cursor.source), None)
    if cell is None or cell.code is None:
        screen.say("This cell is not looked at; there is nothing to clear.")
        return
    screen.submit(acts.clear(cursor.current, cursor.source))
    screen.changed(cursor.current)


def verdict(screen: ReviewScreen, code: str) -> None:
    """Give the verdict and go on to the next open claim, around the end of the list."""
    cursor = screen.cursor
    row = cursor.row
    if row is None:
        return
    if not row.is_active:
        screen.say(DISMISSED)
        return
    screen.submit(acts.verdict(row.label, SubstanceVerdict(code)))
    screen.last_verdict = (row.label, Aspect.SUBSTANCE)
    screen.changed(row.label)
    if SubstanceVerdict(code) is SubstanceVerdict.UNCHECKED:
        return
    if screen.evidence.item is not None:
        screen.say(f"{row.label} → {SubstanceVerdict(code).value}; Esc goes back to the claims.")
        return
    if cursor.next_open(1, around=True):
        screen.moved(by_hand=False)
        if SubstanceVerdict(code) is SubstanceVerdict.MISSTATED:
            screen.say(
                f"{row.label} is misstated: go back to it and press E r to say what to print."
            )
    elif not screen.board.tally[SubstanceVerdict.UNCHECKED]:
        screen.say("Every claim has a verdict.", "good")
    else:
        screen.say("No other open claim in this list.")


def said(screen: ReviewScreen, code: str) -> None:
    """Give the verdict on the attribution; the cursor stays for the one on substance."""
    screen.leave_prefix()
    row = screen.cursor.row
    if row is None:
        return
    if not row.is_active:
        screen.say(DISMISSED)
        return
    screen.submit(acts.said(row.label, AttributionVerdict(code)))
    screen.last_verdict = (row.label, Aspect.ATTRIBUTION)
    screen.changed(row.label)


def confidence(screen: ReviewScreen, step: int) -> None:
    """Raise or lower the confidence of the verdict given last, else of this claim's."""
    label, aspect = screen.last_verdict or (screen.cursor.current, Aspect.SUBSTANCE)
    if label is None:
        return
    screen.submit(acts.confidence(label, aspect, step), tell=_confidence_words)


def _confidence_words(screen: ReviewScreen) -> str:
    label, aspect = screen.last_verdict or (screen.cursor.current, Aspect.SUBSTANCE)
    found = screen.board.verdict(label, aspect) if label else None
    if found is None or found.confidence is None:
        return ""
    return f"{label} {found.code.value}: {found.confidence.value} confidence"


def rate(screen: ReviewScreen) -> None:
    """Wait for the digit of the credibility, saying whose stance it is for."""
    claim, source = screen.last_stance or (screen.cursor.current, screen.cursor.source)
    if claim is None or source is None:
        screen.say(NO_SOURCE)
        return
    name = screen.board.names.get(source, source)
    screen.enter(Where.CREDIBILITY, f"Credibility of {name} on {claim}:")


def credibility(screen: ReviewScreen, digit: int) -> None:
    """Set the credibility of the stance given last, else of the cell under the cursor."""
    screen.leave_prefix()
    cursor = screen.cursor
    claim, source = screen.last_stance or (cursor.current, cursor.source)
    if claim is None or source is None:
        screen.say(NO_SOURCE)
        return
    name = screen.board.names.get(source, source)
    rated = f"{digit}, {CREDIBILITY_WORDS[digit - 1]}"
    words = f"The stance of {name} on {claim} is rated {rated}."
    screen.submit(acts.credibility(claim, source, digit), tell=lambda _: words)


def undo(screen: ReviewScreen) -> None:
    """Take back the latest act and go where it acted."""
    screen.submit(acts.undo(), follow=True, tell=lambda _: "Undone.")


def redo(screen: ReviewScreen) -> None:
    """Bring back what was undone last and go where it acted."""
    screen.submit(acts.redo(), follow=True, tell=lambda _: "Done again.")
