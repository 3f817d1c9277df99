"""Stances, verdicts, confidence, credibility, undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.model.scales import Aspect, AttributionVerdict, StanceCode, SubstanceVerdict
from verifier.tui import acts
from verifier.tui.evidence_acts import silent
from verifier.tui.key_table import CREDIBILITY_WORDS, Where
from verifier.tui.keys import key_shown

if TYPE_CHECKING:
    from verifier.model.assessment import ProposedStance
    from verifier.model.claim import ClaimLabel
    from verifier.model.story import Slug
    from verifier.tui.board import Cell
    from verifier.tui.screens.review import ReviewScreen
    from verifier.tui.writer import Job

NO_SOURCE = "The story names no source, so this claim has no cell to mark."
DISMISSED = "This claim is dismissed; press {} to restore it first."


def stance(screen: ReviewScreen, code: str) -> None:
    """Mark the cell under the cursor and go on to the next one not looked at."""
    cursor = screen.cursor
    if cursor.current is None or cursor.source is None:
        screen.say(NO_SOURCE)
        return
    claim, source = cursor.current, cursor.source
    screen.submit(_marked(screen, claim, source, StanceCode(code)))
    screen.last_stance = (claim, source)
    cursor.advance_cell()
    screen.changed(claim)
    screen.remember()


def _marked(screen: ReviewScreen, claim: ClaimLabel, source: Slug, code: StanceCode) -> Job:
    """The act of marking a cell; *silent* after a search for the claim puts it on record."""
    looked = screen.finding.search_of(claim, source) if code is StanceCode.SILENT else None
    return acts.stance(claim, source, code) if looked is None else silent(claim, source, looked)


def accept(screen: ReviewScreen) -> None:
    """Take the proposal under the cursor and go on to the next one; without one, only go on."""
    cell = _cell(screen)
    if cell is None:
        return
    if cell.proposal is not None:
        _submit_accepted(screen, (cell.proposal,))
    elif _go_on(screen):
        screen.detail.renew()
        screen.remember()


def accept_all(screen: ReviewScreen) -> None:
    """Take every proposal on the claim."""
    if _cell(screen) is None or screen.cursor.current is None:
        return
    cells = screen.board.cells(screen.cursor.current)
    found = tuple(cell.proposal for cell in cells if cell.proposal is not None)
    if not found:
        screen.say(_nothing_proposed(screen))
        return
    _submit_accepted(screen, found)


def _cell(screen: ReviewScreen) -> Cell | None:
    """The cell under the cursor of a claim that counts; None, and words, where there is none."""
    cursor = screen.cursor
    if cursor.row is None or cursor.source is None:
        screen.say(NO_SOURCE)
        return None
    if not cursor.row.is_active:
        screen.say(DISMISSED.format(key_shown("restore")))
        return None
    cells = screen.board.cells(cursor.row.label)
    return next((cell for cell in cells if cell.source == cursor.source), None)


def _submit_accepted(screen: ReviewScreen, found: tuple[ProposedStance, ...]) -> None:
    claim = found[0].claim
    opened = screen.evidence.item.source if screen.evidence.item is not None else None
    is_unread = any(item.source != opened for item in found)
    screen.submit(acts.accept(found, unread=is_unread))
    screen.last_stance = (claim, found[-1].source)
    _go_on(screen)
    screen.changed(claim)
    screen.remember()


def _go_on(screen: ReviewScreen) -> bool:
    """To the next proposal of the row; where none is left and the claim is judged, to the next."""
    cursor = screen.cursor
    if cursor.next_proposed():
        return True
    cursor.advance_cell()
    is_judged = cursor.row is not None and not cursor.row.is_open
    if is_judged and cursor.next_open(1, around=True):
        screen.moved(by_hand=False)
        return True
    screen.say(_nothing_proposed(screen))
    return False


def _nothing_proposed(screen: ReviewScreen) -> str:
    label = screen.cursor.current
    if screen.board.judgement is None:
        return "The proposals are being worked out; mark the cell yourself, or wait a moment."
    return f"Nothing more is proposed on {label}. Mark (a e p x i s), or give a verdict (0-8)."


def clear_stance(screen: ReviewScreen) -> None:
    """Set the cell under the cursor back to not looked."""
    cursor = screen.cursor
    if cursor.current is None or cursor.source is None:
        screen.say(NO_SOURCE)
        return
    cells = cursor.board.cells(cursor.current)
    cell = next((cell for cell in cells if cell.source == cursor.source), None)
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
        screen.say(DISMISSED.format(key_shown("restore")))
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
            keys = key_shown("edit", "edit.replacement")
            screen.say(
                f"{row.label} is misstated: go back to it and press {keys} to say what to print."
            )
    elif not screen.board.tally[SubstanceVerdict.UNCHECKED]:
        screen.say("Every claim has a verdict. X says what stands before sign-off.", "good")
    else:
        screen.say("No other open claim in this list.")


def said(screen: ReviewScreen, code: str) -> None:
    """Give the verdict on the attribution; the cursor stays for the one on substance."""
    screen.leave_prefix()
    row = screen.cursor.row
    if row is None:
        return
    if not row.is_active:
        screen.say(DISMISSED.format(key_shown("restore")))
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
