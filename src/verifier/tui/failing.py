"""Acts that failed: in view until the reviewer has seen them, and told again on leaving."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from verifier.tui.board import key_of

if TYPE_CHECKING:
    from verifier.tui.messages import NotSaved
    from verifier.tui.screens.review import OnWay, ReviewScreen

READING_TIME = 1.5
"""Seconds for which a refusal stays whatever is pressed; a key after that takes it away."""

NO_LOSS = frozenset({"undo", "redo"})
"""Acts that leave nothing to do again when they are refused."""

MOST_NAMED = 5


class Failure(NamedTuple):
    """One act that was turned back: what it was, and why and what to do in `words`.

    `is_fault`: it could not be written; otherwise it means nothing here. `has_mark`: its cell shows
    that it is not saved, until it is tried again. `since` is of the clock `monotonic`.
    """

    act: str
    words: str
    is_fault: bool
    has_mark: bool
    since: float
    is_seen: bool = False


def key_of_act(way: OnWay) -> Hashable:
    """What an act is about: the same act tried again has the same key."""
    if way.job.marks:
        return tuple(key_of(mark) for mark in way.job.marks)
    return way.draft or way.job.words


def keep(screen: ReviewScreen, way: OnWay, message: NotSaved) -> None:
    """Take in that an act failed, and say so; a refusal that loses nothing is only said once."""
    if not message.is_fault and message.act in NO_LOSS:
        screen.say(message.words, "warning")
        return
    kept = " Your text is kept; open the dialog again to go on with it." if way.draft else ""
    has_mark = message.is_fault and bool(way.job.marks)
    screen.failures[key_of_act(way)] = Failure(
        message.act, f"{message.words}{kept}", message.is_fault, has_mark, monotonic()
    )
    screen.was_warned = False
    show(screen)


def try_again(screen: ReviewScreen, way: OnWay) -> None:
    """The act is on its way once more: what was said of it before is past."""
    if screen.failures.pop(key_of_act(way), None) is not None:
        show(screen)


def takes(screen: ReviewScreen, key: str) -> bool:
    """Before a key runs: whether it only says that the message was seen.

    Esc takes the message away; any other key takes away a refusal that could be read by now.
    """
    unseen = {at: item for at, item in screen.failures.items() if not item.is_seen}
    if key != "escape":
        now = monotonic()
        unseen = {
            at: item
            for at, item in unseen.items()
            if not item.is_fault and now - item.since > READING_TIME
        }
    for at, item in unseen.items():
        screen.failures[at] = item._replace(is_seen=True)
        if not item.has_mark:
            del screen.failures[at]
    if unseen:
        show(screen)
    return key == "escape" and bool(unseen)


def show(screen: ReviewScreen) -> None:
    """Show the message about the acts that failed and were not seen to, or none."""
    unseen = [item for item in screen.failures.values() if not item.is_seen]
    style = "fault" if any(item.is_fault for item in unseen) else "warning"
    screen.notice(notice_words(unseen), style)


def notice_words(failures: Iterable[Failure]) -> str:
    """What is said of some acts that failed, the words of the latest; "" for none."""
    every = list(failures)
    if not every:
        return ""
    last = every[-1]
    faults = [item for item in every if item.is_fault]
    if len(every) == 1:
        return f"Not saved: {last.act}. {last.words}" if last.is_fault else last.words
    head = f"{len(every)} acts failed" if len(faults) < len(every) else f"{len(every)} not saved"
    return f"{head}: {named(item.act for item in every)}. {last.words}"


def not_saved(screen: ReviewScreen) -> list[str]:
    """The acts that are not saved and not given up: shown as marks, or not seen yet."""
    return [
        item.act
        for item in screen.failures.values()
        if item.is_fault and (item.has_mark or not item.is_seen)
    ]


def named(acts: Iterable[str]) -> str:
    """Some acts by their words, the first few of many.

    >>> named(["note on C01", "C02 refuted"])
    'note on C01; C02 refuted'
    """
    every = list(acts)
    more = f"; and {len(every) - MOST_NAMED} more" if len(every) > MOST_NAMED else ""
    return "; ".join(every[:MOST_NAMED]) + more


def counted(acts: Iterable[str]) -> str:
    """How many acts are not saved, and which.

    >>> counted(["note on C01"])
    '1 act is not saved: note on C01'
    """
    every = list(acts)
    return f"{len(every)} act{' is' if len(every) == 1 else 's are'} not saved: {named(every)}"
