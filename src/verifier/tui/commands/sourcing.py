"""The evidence: the list of documents, the reader, and citing what is selected in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.model.errors import VerifierError
from verifier.model.evidence import Passage
from verifier.model.scales import StanceCode
from verifier.tui import acts
from verifier.tui.arrange import Pane
from verifier.tui.commands.around import open_screen

if TYPE_CHECKING:
    from verifier.tui.screens.review import ReviewScreen

NOTHING_SELECTED = (
    "No passage is selected: . selects the sentence, shift+→ or W more of it; then press again."
)


def search(screen: ReviewScreen) -> None:
    """Search the evidence for the claim under the cursor."""
    screen.writer.renew()
    screen.finding.left = None
    open_screen(screen, "evidence")


def evidence(screen: ReviewScreen) -> None:
    """The list of the evidence, at a document of the source under the cursor; or the open one."""
    screen.writer.renew()
    if screen.evidence.item is None and screen.focus_on is not Pane.EVIDENCE:
        screen.evidence.choose(screen.cursor.source)
    screen.focus_pane(Pane.EVIDENCE)


def list_move(screen: ReviewScreen, steps: int) -> None:
    """To another document of the list."""
    screen.evidence.move(steps)


def list_open(screen: ReviewScreen) -> None:
    """Read the document under the cursor, at the passage where one was found."""
    item = screen.evidence.chosen
    if item is not None:
        screen.finding.left = None
        screen.finding.to_read = screen.evidence.chosen_place
        screen.writer.read_evidence(item.label)


def list_back(screen: ReviewScreen) -> None:
    """From the list back to the claims."""
    screen.focus_pane(Pane.STORY)


def reader_back(screen: ReviewScreen) -> None:
    """From the document back to where it was opened: the search, or the list."""
    screen.evidence.close()
    left = screen.finding.left
    if left is not None and left.wanted.claim == screen.cursor.current:
        screen.focus_pane(Pane.STORY)
        open_screen(screen, "evidence")
        return
    screen.finding.left = None
    screen.finding.rest()
    screen.focus_pane(Pane.EVIDENCE)


def reader_cite(screen: ReviewScreen) -> None:
    """Cite the selected passage under the stance that the document's source has."""
    found = _passage(screen)
    claim = screen.cursor.current
    if found is None or claim is None:
        return
    item = screen.evidence.item
    assert item is not None
    cell = next((cell for cell in screen.board.cells(claim) if cell.source == item.source), None)
    if cell is None or cell.code is None:
        screen.say(
            f"{item.source} has no stance on {claim} yet. Press a e p x i or s to mark one that "
            "cites this passage."
        )
        return
    screen.submit(acts.cite(claim, item.source, found), tell=lambda _: _told(found))


def reader_stance(screen: ReviewScreen, code: str) -> None:
    """Mark what the document's source does with the claim, citing the selected passage."""
    found = _passage(screen)
    claim = screen.cursor.current
    if found is None or claim is None:
        return
    item = screen.evidence.item
    assert item is not None
    job = acts.stance(claim, item.source, StanceCode(code), citing=found)
    screen.submit(job, tell=lambda _: _told(found))
    screen.last_stance = (claim, item.source)
    screen.cursor.source = item.source
    screen.changed(claim)


def _passage(screen: ReviewScreen) -> Passage | None:
    """The passage that is selected; None, and words on the screen, where none is."""
    selection, item = screen.evidence.selection, screen.evidence.item
    span = selection.span if selection else None
    if selection is None or item is None or span is None:
        screen.say(NOTHING_SELECTED)
        return None
    try:
        return acts.passage(item, selection.text, span)
    except VerifierError as error:
        screen.say(str(error))
        return None


def _told(found: Passage) -> str:
    return f"Cited {found.evidence}:{found.selector.start}-{found.selector.end}."
