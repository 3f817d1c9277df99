"""A text asked for on a screen over the review; what is half-typed is kept as a draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from verifier.model.claim import ClaimLabel
from verifier.model.place import Draft

if TYPE_CHECKING:
    from verifier.tui.screens.review import ReviewScreen
    from verifier.tui.widgets.dialogs import Asked

NO_CLAIM = ClaimLabel("")
"""What a draft stands under that is about no claim of the story."""


def ask_aside(
    screen: ReviewScreen,
    asked: Asked,
    take: Callable[[str], None],
    claim: ClaimLabel = NO_CLAIM,
) -> None:
    """Ask for a text and give it to `take`; Esc keeps it until the same thing is asked again.

    An act that comes of it names `draft_of(asked.purpose, claim)`, and the draft goes when the
    act is on record.
    """
    from dataclasses import replace

    from verifier.tui.widgets.dialogs import AskText

    key = (asked.purpose, claim)
    draft = screen.drafts.get(key)
    recorded = asked.text
    if draft is not None:
        asked = replace(asked, text=draft)

    def keep(text: str) -> None:
        screen.typing = Draft(asked.purpose, claim, text)
        screen.drafts[key] = text
        screen.remember(now=True)

    def taken(text: str | None) -> None:
        screen.typing = None
        if text is not None:
            screen.drafts[key] = text
            take(text)
        elif screen.drafts.get(key) == recorded:
            del screen.drafts[key]
        screen.remember(now=True)

    screen.typing = Draft(asked.purpose, claim, asked.text)
    screen.app.push_screen(AskText(asked, keep), taken)


def draft_of(purpose: str, claim: ClaimLabel = NO_CLAIM) -> tuple[str, ClaimLabel]:
    """The name of a draft, for the act that it becomes."""
    return purpose, claim
