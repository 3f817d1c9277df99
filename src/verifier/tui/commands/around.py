"""Help and leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.tui.screens.review import ReviewScreen


def show_help(screen: ReviewScreen) -> None:
    """The table of keys."""
    from verifier.tui.screens.help import HelpScreen

    screen.app.push_screen(HelpScreen())


def leave(screen: ReviewScreen) -> None:
    """Quit, when all is saved."""
    screen.leave()


def how_to_quit(screen: ReviewScreen) -> None:
    """Say how to quit: a letter that quits would be pressed by mistake."""
    screen.say("ctrl+q quits. Everything is saved as you go.")
