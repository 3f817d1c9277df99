"""Help and leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.tui.keys import key_shown
from verifier.tui.palette import THEMES, theme_in_force
from verifier.tui.screens import screen_named

if TYPE_CHECKING:
    from verifier.tui.screens.review import ReviewScreen


def show_help(screen: ReviewScreen) -> None:
    """The table of keys."""
    from verifier.tui.screens.help import HelpScreen

    under = screen.app.screen
    if not isinstance(under, HelpScreen):
        screen.app.push_screen(HelpScreen(screen, under))


def show_palette(screen: ReviewScreen) -> None:
    """The commands that mean something here."""
    from verifier.tui.screens.help import HelpScreen, PaletteScreen

    under = screen.app.screen
    if not isinstance(under, HelpScreen):
        screen.app.push_screen(PaletteScreen(screen, under))


def open_screen(screen: ReviewScreen, name: str) -> None:
    """Show one of the other screens over the review."""
    if screen.has_story:
        screen.app.push_screen(screen_named(name)(screen))


def next_theme(screen: ReviewScreen) -> None:
    """Paint in the next theme, and say how to keep it."""
    from verifier.settings.screen_file import screen_file
    from verifier.tui.app import ReviewApp

    app = screen.app
    assert isinstance(app, ReviewApp)
    if app.no_color:
        screen.say("NO_COLOR is set: there are no colours to choose.")
        return
    names = list(THEMES)
    name = names[(names.index(theme_in_force()) + 1) % len(names)]
    app.use_theme(name)
    screen.say(f'Theme: {name}. To keep it, write theme = "{name}" in {screen_file()}')


def leave(screen: ReviewScreen) -> None:
    """Quit, when all is saved."""
    screen.leave()


def how_to_quit(screen: ReviewScreen) -> None:
    """Say how to quit: a letter that quits would be pressed by mistake."""
    screen.say(f"{key_shown('quit')} quits. Everything is saved as you go.")
