"""The mouse on the review: a title takes the focus there, a cell of the row the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from verifier.tui.arrange import Pane
from verifier.tui.commands import sourcing

if TYPE_CHECKING:
    from verifier.tui.screens.review import ReviewScreen


def clicked(screen: ReviewScreen, event: events.Click) -> None:
    """Do what a click asks for, beside what the pane itself does with it."""
    panes = {
        screen.story: Pane.STORY,
        screen.claims: Pane.CLAIMS,
        screen.detail: Pane.DETAIL,
        screen.evidence: Pane.EVIDENCE,
    }
    pane = next((name for widget, name in panes.items() if widget is event.widget), None)
    if pane is None or not screen.has_story:
        return
    if event.y == 0:
        _focus(screen, pane)
    elif pane is Pane.DETAIL:
        _cell(screen, event)
    elif pane is Pane.EVIDENCE:
        _focus(screen, pane)
        if screen.evidence.item is None and event.chain > 1:
            sourcing.list_open(screen)


def _focus(screen: ReviewScreen, pane: Pane) -> None:
    if screen.focus_on is not pane and screen.story.selection is None:
        screen.focus_pane(pane)


def _cell(screen: ReviewScreen, event: events.Click) -> None:
    """Put the cursor on the source that was pointed at."""
    source = screen.detail.source_at(event.x, event.y)
    if source is not None:
        screen.cursor.source = source
        screen.detail.renew()
        screen.remember()
