"""Keys as Textual binds them, as the hint line and the help write them; from the table of keys.

The letters also work on Cyrillic and Hangul layouts: an alias is the letter that the same physical
key types there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from textual.actions import parse
from textual.binding import Binding, BindingsMap, BindingType
from textual.keys import _character_to_key

from verifier.tui.key_table import KEYS, PREFIXED, Key, Where
from verifier.tui.layouts import aliases

if TYPE_CHECKING:
    from textual.dom import DOMNode

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


_chosen: dict[str, tuple[str, ...]] = {}
"""The keys that the user's file gives to entries of the table, in place of the table's own."""


def choose(chosen: Mapping[str, tuple[str, ...]]) -> None:
    """Let entries have other keys from now on: in bindings made later, in hints and in the help.

    What was made before takes them with `rebind`. Whether they clash is for `remapping` to say.
    """
    _chosen.clear()
    _chosen.update(chosen)


def keys_of(key: Key) -> tuple[str, ...]:
    """The keys of an entry: those that the user chose, else the table's."""
    return _chosen.get(key.id, key.keys)


def key_shown(*key_ids: str) -> str:
    """The first key of each entry as it is written in sentences, so that they name the keys chosen.

    >>> key_shown("restore"), key_shown("filter", "filter.all")
    ('R', 'f a')
    """
    return " ".join(shown(keys_of(BY_ID[key_id])[0]) for key_id in key_ids)


def is_key(name: str, key_id: str) -> bool:
    """Whether a key, named as Textual names the keys that are pressed, is one of an entry's.

    >>> is_key("question_mark", "help"), is_key("ctrl+q", "quit"), is_key("j", "quit")
    (True, True, False)
    """
    return name in map(_pressed_name, all_keys(BY_ID[key_id]))


def _pressed_name(key: str) -> str:
    return _character_to_key(key) if len(key) == 1 else key


def rebind(node: DOMNode) -> None:
    """Give a screen, or the app, the keys that were chosen instead of those its class has.

    Textual's own keymap does not do: it drops every other meaning of a key that is given anew,
    though the two may belong to different places.
    """
    if _chosen:
        made = (binding for binding in type(node).BINDINGS if isinstance(binding, Binding))
        node._bindings = BindingsMap([_bound_anew(binding) for binding in made])


def _bound_anew(binding: Binding) -> Binding:
    known = BY_ID.get(binding.id or "")
    return binding if known is None else replace(binding, key=",".join(all_keys(known)))


def all_keys(key: Key) -> tuple[str, ...]:
    """The keys of an entry with their aliases on other layouts."""
    return tuple(name for typed in keys_of(key) for name in (typed, *aliases(typed)))


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
            grouped.setdefault(key.hint, []).append(shown(keys_of(key)[0]))
    return [(_joined(names), word) for word, names in grouped.items()]


def _joined(names: list[str]) -> str:
    """Keys side by side; a run of digits as a range."""
    digits = [name for name in names if name.isdigit()]
    if len(digits) > 2 and digits == names:
        return f"{digits[0]}-{digits[-1]}"
    return " ".join(names)
