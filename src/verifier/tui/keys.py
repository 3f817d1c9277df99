"""Keys as Textual binds them, as the hint line and the help write them; from the table of keys.

The letters also work on Cyrillic and Hangul layouts: an alias is the letter that the same physical
key types there.
"""

from __future__ import annotations

from functools import cache

from textual.actions import parse
from textual.binding import Binding, BindingType

from verifier.tui.key_table import KEYS, PREFIXED, Key, Where
from verifier.tui.layouts import aliases

__all__ = ["KEYS", "PREFIXED", "Key", "Where"]

BY_ID: dict[str, Key] = {key.id: key for key in KEYS}
"""The table by the names of its entries."""


@cache
def command_of(key_id: str) -> tuple[str, tuple[object, ...]]:
    """The command that an entry runs, and its parameters.

    >>> command_of("claim.next")
    ('move', (1,))
    """
    _, name, parameters = parse(BY_ID[key_id].action)
    return name, parameters


def bindings(*places: Where) -> list[BindingType]:
    """The bindings of some places, as Textual takes them, layout aliases included.

    The action of each is `run` with the entry's id; the places given first come first where a key
    means something in several.
    """
    return [
        Binding(
            ",".join(all_keys(key)),
            f"run('{key.id}')",
            key.words,
            show=False,
            id=key.id,
        )
        for place in places
        for key in KEYS
        if key.where is place
    ]


def quit_binding() -> Binding:
    """The key that quits, for dialogs: Textual looks no further than them."""
    key = BY_ID["quit"]
    return Binding(",".join(all_keys(key)), "app.run('quit')", key.words, show=False, id=key.id)


def all_keys(key: Key) -> tuple[str, ...]:
    """The keys of an entry with their aliases on other layouts."""
    return tuple(name for typed in key.keys for name in (typed, *aliases(typed)))


_SHOWN = {
    "backspace": "⌫",
    "slash": "/",
    "space": "Space",
    "escape": "Esc",
    "enter": "Enter",
    "tab": "Tab",
    "shift+tab": "shift+Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}


def shown(key: str) -> str:
    """A key as the hint line and the help write it.

    >>> shown("ctrl+right"), shown("j"), shown("backspace")
    ('ctrl+→', 'j', '⌫')
    """
    modifier, _, name = key.rpartition("+")
    if key in _SHOWN:
        return _SHOWN[key]
    return f"{modifier}+{_SHOWN.get(name, name)}" if modifier else key


MOVES = frozenset({"move", "next_open", "skip", "to_end", "by_place", "page"})
"""Commands of the review that also work while another claim is being chosen."""

_WORK_ON = {
    Where.MERGING: ("claim",),
    Where.LIST: ("stance", "verdict", "undo"),
    Where.READER: ("verdict", "undo"),
}
"""Hints of the review whose keys mean the same in the evidence, and must not be forgotten there."""

_LASTING = ("verdict", "undo")


def hints(where: Where) -> list[tuple[str, str]]:
    """The hint line of a place: keys that share a word, and the word, in the table's order."""
    own = _hints_of(where)
    more = _hints_of(Where.REVIEW) if where in _WORK_ON else []
    return own + [hint for hint in more if hint[1] in _WORK_ON[where] and hint[1] not in _LASTING]


def lasting_hints(where: Where) -> list[tuple[str, str]]:
    """The hints that a place shows whatever the width: what is done all the time, help, quit."""
    if where in PREFIXED:
        return []
    more = _hints_of(Where.REVIEW) if where in _WORK_ON else []
    kept = (hint for hint in more if hint[1] in _LASTING and hint[1] in _WORK_ON[where])
    return [*kept, *_hints_of(Where.ANYWHERE)]


def second_keys(where: Where) -> str:
    """The keys that a prefix knows, in one sentence.

    >>> second_keys(Where.CREDIBILITY)[:40]
    'After C: 1 confirmed · 2 probably true ·'
    """
    known = " · ".join(f"{keys} {word}" for keys, word in hints(where))
    return f"{where.value.partition(':')[0]}: {known}."


def _hints_of(where: Where) -> list[tuple[str, str]]:
    grouped: dict[str, list[str]] = {}
    for key in KEYS:
        if key.where is where and key.hint:
            grouped.setdefault(key.hint, []).append(shown(key.keys[0]))
    return [(_joined(names), word) for word, names in grouped.items()]


def _joined(names: list[str]) -> str:
    """Keys side by side; a run of digits as a range."""
    digits = [name for name in names if name.isdigit()]
    if len(digits) > 2 and digits == names:
        return f"{digits[0]}-{digits[-1]}"
    return " ".join(names)
