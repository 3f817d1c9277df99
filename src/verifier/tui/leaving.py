"""Leaving: after the acts on their way, and not without a word on those that failed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from verifier.tui import failing
from verifier.tui.keys import key_shown

if TYPE_CHECKING:
    from verifier.tui.screens.review import ReviewScreen

WITHIN = 15.0
"""Seconds that leaving waits for the acts on their way; a locked database answers within five."""


def leave(
    screen: ReviewScreen, code: int, *, at_once: bool, then: Callable[[], None] | None = None
) -> None:
    """Begin to leave with an exit code; `at_once` without waiting or asking.

    `then` is done instead of ending the program: another story is opened. The wait has an end, so
    that no database that hangs keeps anybody here.
    """
    if screen.leaving is not None:
        if at_once:
            screen.leaving, screen.then = code, None
        return
    screen.then = then
    if screen.deadline is None:
        screen.deadline = screen.set_timer(WITHIN, lambda: _leave_anyway(screen))
    if not at_once and _stays(screen):
        return
    screen.leaving = code
    if screen.is_open:
        _keep_typing(screen)
        screen.remember(now=True)
    screen.say("Saving…")
    screen.writer.close()


def _stays(screen: ReviewScreen) -> bool:
    """Whether leaving waits for the acts on their way, or for a word on those that failed."""
    screen.waits_to_leave = bool(screen.on_way)
    if screen.on_way:
        what = "quitting" if screen.then is None else "leaving this story"
        screen.say(f"Saving before {what}: {failing.named(_acts_on_way(screen))}…")
        return True
    left = failing.not_saved(screen)
    if not left or screen.was_warned:
        return False
    screen.was_warned = True
    if screen.deadline is not None:
        screen.deadline.stop()
        screen.deadline = None
    again = (
        f"{key_shown('quit')} again to leave"
        if screen.then is None
        else "it again to open that story"
    )
    screen.say(f"{failing.counted(left)}. Press {again} without.", "fault")
    return True


def go_on(screen: ReviewScreen) -> None:
    """An act came back: leave, if that is what is waited for."""
    if screen.waits_to_leave and not screen.on_way:
        leave(screen, 0, at_once=False, then=screen.then)


def closed(screen: ReviewScreen) -> None:
    """All is done and the database is closed: go on with what was wanted, or end."""
    if screen.then is not None:
        screen.then()
    else:
        end(screen, failing.not_saved(screen))


def end(screen: ReviewScreen, lost: Sequence[str]) -> None:
    """Leave now; `lost` are the acts that are not recorded, which the last words name."""
    code = screen.leaving or 0
    if not lost:
        screen.app.exit(return_code=code)
        return
    from verifier.model.errors import StorageFault

    error = StorageFault(
        f"{failing.counted(lost)}. See that the database can be written (`verifier check`), then "
        "open the review again and repeat what is missing."
    )
    error.exit_code = code or StorageFault.exit_code
    screen.fail(error)


def _leave_anyway(screen: ReviewScreen) -> None:
    """The acts on their way took too long."""
    end(screen, [*failing.not_saved(screen), *_acts_on_way(screen)])


def _acts_on_way(screen: ReviewScreen) -> list[str]:
    return [way.job.words for way in screen.on_way.values()]


def _keep_typing(screen: ReviewScreen) -> None:
    """Keep what stands in an open dialog, to the last key."""
    from verifier.tui.widgets.dialogs import AskText

    if isinstance(screen.app.screen, AskText):
        screen.app.screen.keep_now()
