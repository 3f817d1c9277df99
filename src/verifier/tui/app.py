"""The application: it paints the frame before anything is read, and leaves in good order."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from types import FrameType
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.filter import LineFilter, NoColor

from verifier.language.display import display_line
from verifier.tui import palette
from verifier.tui.filter import Harmless
from verifier.tui.keys import Where, bindings, rebind
from verifier.tui.screens.review import ReviewScreen

SIGNALS = ("SIGTERM", "SIGHUP")
CRASHED = 1
"""What Textual returns after it has printed a traceback."""

OUR_FAULT = 70

SWITCH_EVERY = 0.001
"""Seconds after which the writer's thread must let the screen's go on, were it even importing."""

GRACE = 3.0
"""Seconds that each step of an end from outside may take."""


class ReviewApp(App[None], inherit_bindings=False):
    """The terminal interface: the review of one story, and over it the other screens."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.ANYWHERE)
    CSS = "Screen { background: $desk-ground; }"
    ENABLE_COMMAND_PALETTE = False
    TITLE = "verifier"

    def __init__(
        self,
        location: str | None,
        reviewer: str | None,
        story: str | None,
        *,
        begins_in_library: bool = False,
    ) -> None:
        super().__init__()
        rebind(self)
        self.animation_level = "none"
        self.own_location = location
        self.reviewer = reviewer
        self.begins_in_library = begins_in_library
        self.review = ReviewScreen(location, reviewer, story, self.fail)
        if begins_in_library:
            self.review.writer.open_no_story()
        self._first = self.review
        self.error: Exception | None = None
        self.ended = threading.Event()
        self._harmless = Harmless()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and behind them the one that lets no control character through."""
        last = [self._harmless, NoColor()] if self.no_color else [self._harmless]
        return [*super().get_line_filters(), *last]

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours in force, for what Textual paints: the ground of screens, and dialogs."""
        colours = asdict(palette.colours_in_force())
        return {f"desk-{name}": colour for name, colour in colours.items()}

    def use_theme(self, theme: str) -> None:
        """Paint everything in another theme."""
        palette.use(theme)
        self.theme = "textual-light" if theme in palette.LIGHT else "textual-dark"
        self.stylesheet.set_variables(self.get_css_variables())
        if not self.is_running:
            return
        self.refresh_css(animate=False)
        for screen in self.screen_stack:
            for pane in screen.query("*"):
                pane.refresh()

    def get_default_screen(self) -> ReviewScreen:
        """The review is the first screen, so that its frame is the first paint."""
        return self.review

    def on_mount(self) -> None:
        """Leave in good order when the system asks for it."""
        self._loop_here = asyncio.get_running_loop()
        for name in SIGNALS:
            number = getattr(signal, name, None)
            if number is not None:
                with suppress(ValueError):  # not the main thread: somebody else's process
                    signal.signal(number, self._told_to_end)
        self.app_resume_signal.subscribe(self, self._resumed)
        if self.begins_in_library:
            self._show_library()

    def on_key(self, event: events.Key) -> None:
        """Just before a key is looked up: in the order of the keys, which screens do not keep."""
        came_from = self.review.came_from(event)
        if self.screen is self.review:
            if self.review.takes(event):
                event.prevent_default()
        elif came_from not in (None, self.screen):
            self.review.type_ahead(self.screen, event)
            event.prevent_default()

    def action_run(self, key_id: str) -> None:
        """Do what a key does that means the same anywhere."""
        self.review.action_run(key_id)

    def open_story(self, location: str | None, story: str | None) -> None:
        """Open another story instead of the one that is open, when all acts on that are saved."""
        self.review.leave(then=lambda: self._change_to(location, story))

    def open_library(self, location: str | None) -> None:
        """Open the library of another database, when all acts on the open story are saved."""
        self.review.leave(then=lambda: self._change_to(location, None, in_library=True))

    def _change_to(
        self, location: str | None, story: str | None, *, in_library: bool = False
    ) -> None:
        """Begin anew with another review, a writer of its own, and nothing left of the last one."""
        left = self.review
        self.review = ReviewScreen(location, self.reviewer, story, self.fail)
        if in_library:
            self.review.writer.open_no_story()

        def change() -> None:
            left.writer.join(GRACE)
            with self.batch_update():
                while self.screen is not left:
                    self.pop_screen()
                if left is self._first:
                    left.let_go()  # the first screen of all stays; it must not hold a story
                    self.push_screen(self.review)
                else:
                    self.switch_screen(self.review)
                if in_library:
                    self._show_library()

        self.call_later(change)

    def _show_library(self) -> None:
        from verifier.tui.screens.library import LibraryScreen

        self.push_screen(LibraryScreen(self.review))

    def fail(self, error: Exception) -> None:
        """End because nothing can be done; `run_review` raises the error."""
        self.error = error
        self.exit(return_code=getattr(error, "exit_code", OUR_FAULT))

    def _resumed(self, _: object) -> None:
        """After a stop from outside: paint everything, which Textual leaves to the next change."""
        self.refresh(layout=True)

    def _told_to_end(self, number: int, _frame: FrameType | None) -> None:
        """Leave; and end anyway where a terminal that is gone blocks every write to it."""
        code = 128 + number
        threading.Thread(target=self._end_anyway, args=(code,), daemon=True).start()
        self._loop_here.call_soon_threadsafe(lambda: self.review.leave(code, at_once=True))

    def _end_anyway(self, code: int) -> None:
        writer = self.review.writer
        writer.join(GRACE)
        writer.close()
        writer.join(GRACE)
        if not self.ended.wait(GRACE):
            os._exit(code)


def run_review(
    location: str | None, reviewer: str | None, story: str | None, theme: str | None = None
) -> int:
    """Open the review of a story and stay until the reviewer quits; gives the exit code.

    None stands for what options and environment say, for the story open last, and for the theme of
    the settings. Raises VerifierError where the database or the story cannot be opened.
    """
    return _run(lambda: ReviewApp(location, reviewer, story), theme)


def run_library(location: str | None, reviewer: str | None, theme: str | None = None) -> int:
    """As `run_review`, beginning with the list of the stories."""
    return _run(lambda: ReviewApp(location, reviewer, None, begins_in_library=True), theme)


def _run(make: Callable[[], ReviewApp], theme: str | None) -> int:
    """Make the app, with the user's own keys and theme, and stay until it ends."""
    from verifier.settings.keys_file import key_choices
    from verifier.settings.screen_file import theme_chosen
    from verifier.tui.keys import choose

    sys.setswitchinterval(SWITCH_EVERY)
    chosen, remarks = theme_chosen(theme, tuple(palette.THEMES))
    choices, more = key_choices()
    remarks += more
    if choices:
        from verifier.tui.remapping import remapped

        keymap, more = remapped(choices)
        remarks += more
        choose(keymap)
    for remark in remarks:
        sys.stderr.write(f"verifier: {display_line(remark)}\n")
    app = make()
    app.use_theme(palette.NO_COLOUR if app.no_color else chosen or palette.USUAL)
    app.review.remarks = remarks
    app.run()
    app.ended.set()
    app.review.writer.join(5)
    if app.error is not None:
        for note in getattr(app.error, "__notes__", ()):
            sys.stderr.write(f"verifier: {display_line(note)}\n")
        raise app.error
    return OUR_FAULT if app.return_code == CRASHED else app.return_code or 0
