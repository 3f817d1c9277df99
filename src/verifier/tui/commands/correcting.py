"""The list of claims itself: note, dismiss, restore, add, correct."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.language.display import display_line
from verifier.model.scales import Addressee, Weight
from verifier.tui import acts
from verifier.tui.asking import ask, purpose_of_question
from verifier.tui.commands import selecting
from verifier.tui.keys import Where, key_shown

if TYPE_CHECKING:
    from verifier.tui.screens.review import ReviewScreen

WEIGHTS = tuple(Weight)


def note(screen: ReviewScreen) -> None:
    """Write a note on the claim."""
    ask(screen, "note")


def question(screen: ReviewScreen, addressee: str) -> None:
    """Ask the author, the source under the cursor, or another checker about the claim."""
    screen.leave_prefix()
    source = screen.cursor.source
    if Addressee(addressee) is Addressee.SOURCE and source is None:
        screen.say("No source is under the cursor; ask the author (q a) or a checker (q c).")
        return
    ask(screen, purpose_of_question(Addressee(addressee), source))


def dismiss(screen: ReviewScreen) -> None:
    """Take the claim off the list, with a reason."""
    row = screen.cursor.row
    if row is not None and not row.is_active:
        screen.say(f"{row.label} is dismissed already; {key_shown('restore')} restores it.")
        return
    ask(screen, "dismiss")


def restore(screen: ReviewScreen) -> None:
    """Put a dismissed claim back."""
    row = screen.cursor.row
    if row is None:
        return
    if row.is_active:
        screen.say(f"{row.label} is on the list; there is nothing to restore.")
        return
    words = f"{row.label} is back on the list."
    screen.submit(acts.restore(row.label), tell=lambda _: words)


def edit(screen: ReviewScreen, part: str) -> None:
    """Correct one part of the claim."""
    screen.leave_prefix()
    row = screen.cursor.row
    if row is None:
        return
    if part == "span":
        selecting.begin(screen, row.span, row.label)
    elif part == "weight":
        claim = screen.board.claim(row.label)
        weight = WEIGHTS[(WEIGHTS.index(claim.weight) + 1) % len(WEIGHTS)]
        words = f"{row.label} is {weight.value} now. E b again for the next weight."
        screen.submit(acts.weight(row.label, weight), tell=lambda _: words)
    else:
        ask(screen, part)


def add_claim(screen: ReviewScreen) -> None:
    """Add a missed claim: select its words in the story."""
    selecting.begin(screen)


def select_done(screen: ReviewScreen) -> None:
    """Take the selected words, for a new claim or for the one being corrected."""
    selection = screen.story.selection
    span = selection.span if selection else None
    if selection is None or span is None or not span.of(selection.text).strip():
        screen.say("No words are selected: shift+→, W or . selects some; Esc leaves.")
        return
    label = screen.respan
    selecting.end(screen)
    if label is not None:
        words = f"{label} stands on other words now."
        screen.submit(acts.respan(label, span), tell=lambda _: words)
        return
    screen.submit(acts.add(span), follow=True, tell=_added)


def _added(screen: ReviewScreen) -> str:
    row = screen.cursor.row
    return f"Added {row.label}: {display_line(row.text)}" if row else ""


def select_back(screen: ReviewScreen) -> None:
    """Leave the selection without a change."""
    selecting.end(screen)


def prefix(screen: ReviewScreen, name: str) -> None:
    """Wait for the second key."""
    screen.enter(Where[name])
