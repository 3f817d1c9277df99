"""What becomes of a key before it runs: it waits for the story, ends a prefix, or means nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from verifier.tui.keys import BY_ID, MOVES, PREFIXED, Where, command_of, is_key, second_keys

if TYPE_CHECKING:
    from verifier.tui.screens.review import ReviewScreen


def means_something(here: Where, key_id: str) -> bool:
    """Whether an entry of the table means something in a place.

    In the evidence the keys of the review do too; while claims are merged those that move.
    """
    place = BY_ID[key_id].where
    if place is Where.REVIEW and here in (Where.LIST, Where.READER):
        return True
    if place is Where.REVIEW and here is Where.MERGING:
        return command_of(key_id)[0] in MOVES
    return place is here


def takes(screen: ReviewScreen, event: events.Key) -> bool:
    """Before a key runs: take the message away; whether the key ends here.

    A key that no prefix knows ends the prefix; one pressed before there is a story waits.
    """
    key = event.key
    screen.hints.say("")
    if screen.failures:
        from verifier.tui import failing

        if failing.takes(screen, key):
            return True
    if not screen.takes_keys and _must_wait(screen, key):
        screen.waiting_keys.append(events.Key(key, event.character))
        return True
    screen.is_touched = True
    if screen.prefix in PREFIXED and key not in screen.active_bindings:
        if key != "escape":
            words = f"This key means nothing here. {second_keys(screen.prefix)}"
            screen.say(words, "warning")
        screen.leave_prefix()
        return True
    return False


def _must_wait(screen: ReviewScreen, key: str) -> bool:
    """Whether a key pressed before there is a story waits for it.

    Help and quit need none, unless other keys were pressed before them; a second ctrl+q does not
    wait for anything.
    """
    quits = is_key(key, "quit")
    if quits and any(waiting.key == key for waiting in screen.waiting_keys):
        return False
    return bool(screen.waiting_keys) or not (quits or is_key(key, "help"))
