"""Moving among claims, sources and panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.tui.arrange import CYCLE, Pane
from verifier.tui.commands import sourcing

if TYPE_CHECKING:
    from verifier.tui.screens.review import ReviewScreen
    from verifier.tui.widgets.pane import LinePane


def move(screen: ReviewScreen, steps: int) -> None:
    """To another claim of the list."""
    screen.cursor.move(steps)
    screen.moved()


def next_open(screen: ReviewScreen, step: int) -> None:
    """To the next open claim, down or up."""
    if not screen.cursor.next_open(step):
        screen.say(f"No open claim {'below' if step > 0 else 'above'} in this list.")
        return
    screen.moved()


def skip(screen: ReviewScreen) -> None:
    """To the next open claim, around the end of the list."""
    if not screen.cursor.next_open(1, around=True):
        screen.say("No other open claim in this list.")
        return
    screen.moved()


def to_end(screen: ReviewScreen, last: bool) -> None:
    """To the first or the last claim."""
    screen.cursor.to_end(last)
    screen.moved()


def by_place(screen: ReviewScreen, step: int) -> None:
    """To the claim before or after, in the story."""
    screen.cursor.by_place(step)
    screen.moved()


def move_cell(screen: ReviewScreen, step: int) -> None:
    """To another source of the row."""
    screen.cursor.move_cell(step)
    screen.detail.renew()
    screen.remember()


def pane(screen: ReviewScreen, step: int) -> None:
    """The focus to another pane."""
    at = CYCLE.index(screen.focus_on) if screen.focus_on in CYCLE else 0
    wanted = CYCLE[(at + step) % len(CYCLE)]
    if wanted is Pane.EVIDENCE:
        sourcing.evidence(screen)
    else:
        screen.focus_pane(wanted)


def zoom(screen: ReviewScreen, is_in: bool) -> None:
    """The pane that has the focus alone, or all panes again."""
    screen.is_zoomed = is_in
    screen.focus_pane(screen.focus_on)


def page(screen: ReviewScreen, step: int) -> None:
    """A page of the pane that has the focus."""
    focus = screen.focus_on
    if focus is Pane.CLAIMS:
        move(screen, step * max(1, screen.claims.rows - 1))
        return
    panes: dict[Pane, LinePane] = {Pane.STORY: screen.story, Pane.EVIDENCE: screen.evidence}
    target = panes.get(focus, screen.detail)
    target.scroll_lines(step * max(1, target.size.height - 3))
    screen.remember()


def choose_filter(screen: ReviewScreen, name: str) -> None:
    """List the claims that a filter lets through."""
    screen.leave_prefix()
    screen.cursor.choose_filter(name)
    screen.moved()
    count = len(screen.cursor.shown)
    screen.say(f"{count} {'claim' if count == 1 else 'claims'}: {screen.cursor.filter}.")


def back(screen: ReviewScreen) -> None:
    """Out of the evidence or the detail, to the story."""
    screen.focus_pane(Pane.STORY)
