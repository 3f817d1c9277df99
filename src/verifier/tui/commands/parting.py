"""Claims that say several things, or the same: split, merge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.tui import acts
from verifier.tui.asking import ask
from verifier.tui.keys import key_shown

if TYPE_CHECKING:
    from verifier.tui.screens.review import ReviewScreen


def split(screen: ReviewScreen) -> None:
    """Part the claim: type or choose its parts, one on a line."""
    ask(screen, "split")


def merge(screen: ReviewScreen) -> None:
    """Wait for the claim that says the same as this one."""
    row = screen.cursor.row
    if row is None:
        return
    if not row.is_active:
        screen.say(f"{row.label} is dismissed; restore it before merging.")
        return
    screen.merging = row.label
    screen.show_keys(f"Merge into {row.label}: go to the claim that says the same")


def merge_done(screen: ReviewScreen) -> None:
    """Merge the claim under the cursor into the one that was chosen first."""
    target, row = screen.merging, screen.cursor.row
    if target is None or row is None:
        return
    if row.label == target:
        screen.say(f"This is {target} itself; go to the claim that says the same first.")
        return
    merge_back(screen)
    words = f"{row.label} is merged into {target}; {key_shown('undo')} takes it back."
    screen.submit(acts.merge(target, row.label), follow=True, tell=lambda _: words)


def merge_back(screen: ReviewScreen) -> None:
    """Merge nothing."""
    screen.merging = None
    screen.show_keys()
