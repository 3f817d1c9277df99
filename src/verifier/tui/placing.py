"""Where the reviewer is in a story: taken from the screen to be kept, and put back on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.model.place import Draft, Place
from verifier.tui.asking import reopen

if TYPE_CHECKING:
    from verifier.tui.screens.review import ReviewScreen


def place_of(screen: ReviewScreen) -> Place:
    """Where the reviewer is, with what is half-typed."""
    typing = screen.typing
    open_one = (typing.purpose, typing.claim) if typing else None
    return Place(
        claim=screen.cursor.current,
        source=screen.cursor.source,
        filter=screen.cursor.filter,
        scroll=screen.cursor.top,
        story_scroll=screen.story.offset_at_top,
        draft=typing,
        parked=tuple(
            Draft(purpose, claim, text)
            for (purpose, claim), text in screen.drafts.items()
            if (purpose, claim) != open_one
        ),
    )


def go_to(screen: ReviewScreen, place: Place) -> None:
    """Show the claim, source, filter and scroll of `place`, as far as they are still there."""
    cursor = screen.cursor
    cursor.choose_filter(place.filter)
    if place.claim is not None and place.claim in screen.board.rows:
        cursor.go(place.claim)
    cells = screen.board.cells(cursor.current) if cursor.current else ()
    cursor.source = next(
        (cell.source for cell in cells if cell.source == place.source), cursor.source
    )
    cursor.top = place.scroll
    screen.story.scroll_to_offset(place.story_scroll)
    screen.moved()
    screen.refresh_header()


def take_drafts(screen: ReviewScreen, place: Place) -> None:
    """Take the texts that were left unfinished, and open the dialog of the one being typed.

    Where keys were pressed already the dialog stays closed: it would take the next ones.
    """
    for draft in (*place.parked, *([place.draft] if place.draft else [])):
        if draft.claim is not None:
            screen.drafts.setdefault((draft.purpose, draft.claim), draft.text)
    if place.draft is None or screen.typing is not None:
        return
    if screen.is_touched:
        screen.say(f"There is an unfinished text on {place.draft.claim}; it is kept.", "warning")
    else:
        reopen(screen, place.draft)
