"""Whether the keys that the user chose can be: each command known, each key bindable, no clash."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from verifier.language.display import display_line
from verifier.tui.key_table import KEYS, Where
from verifier.tui.layouts import aliases

if TYPE_CHECKING:
    from verifier.settings.keys_file import KeyChoice
    from verifier.tui.key_table import Key

Keymap = Mapping[str, tuple[str, ...]]
"""The keys of some commands, by the names of these."""

_NAMED = frozenset(
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"}
)
_ALONE = _NAMED | {"enter", "escape", "tab", "space", "backspace", "slash"}
_FUNCTION = re.compile(r"f([1-9]|1[0-9]|2[0-4])")

SAME_AS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace"}
"""Keys that a terminal sends as another one."""

TO_THE_TERMINAL = {
    "ctrl+s": "many terminals stop their output with it",
    "ctrl+j": "it begins a line where text is typed",
}


def remapped(choices: Iterable[KeyChoice]) -> tuple[Keymap, tuple[str, ...]]:
    """The choices that can be, and a remark for each other: its command keeps its usual keys."""
    known = {key.id: key for key in KEYS}
    kept: dict[str, KeyChoice] = {}
    remarks = []
    for choice in choices:
        fault = _fault(choice, known)
        if fault:
            remarks.append(f"{choice.where}: {fault}")
        else:
            kept[choice.name] = choice
    while (clash := _clash(kept, known)) is not None:
        choice, key, other = clash
        del kept[choice.name]
        remarks.append(
            f"{choice.where}: {display_line(key)} is a key of {other} already; "
            f"{choice.name} keeps {' '.join(known[choice.name].keys)}."
        )
    return {name: choice.keys for name, choice in kept.items()}, tuple(remarks)


def why_not_bindable(key: str) -> str:
    """Why a key cannot be bound; "" where it can.

    >>> why_not_bindable("ctrl+n"), why_not_bindable("ctrl+i")
    ('', 'a terminal sends it as tab')
    """
    if key in SAME_AS:
        return f"a terminal sends it as {SAME_AS[key]}"
    if key in TO_THE_TERMINAL:
        return TO_THE_TERMINAL[key]
    if len(key) == 1:
        return "" if key.isprintable() and key not in " ," else "write space, or another key"
    modifier, _, name = key.rpartition("+")
    if key in _ALONE or _FUNCTION.fullmatch(key) or key == "shift+tab":
        return ""
    if modifier == "ctrl" and len(name) == 1 and name.isascii() and name.islower():
        return ""
    if modifier in ("shift", "ctrl", "ctrl+shift") and name in _NAMED:
        return ""
    return "no terminal sends such a key; write one like n, N, ctrl+n, f5, shift+down"


def _fault(choice: KeyChoice, known: Mapping[str, Key]) -> str:
    """What is wrong with one choice by itself."""
    name = display_line(choice.name)
    if choice.name not in known:
        from difflib import get_close_matches

        near = get_close_matches(choice.name, known, 1, 0.5)
        meant = f" Did you mean {near[0]}?" if near else " The help (?) tells the names."
        return f"there is no command {name}.{meant}"
    for key in choice.keys:
        why = why_not_bindable(key)
        if why:
            usual = " ".join(known[choice.name].keys)
            return f"{display_line(key)} cannot be a key: {why}. {name} keeps {usual}."
    return ""


def _clash(
    kept: Mapping[str, KeyChoice], known: Mapping[str, Key]
) -> tuple[KeyChoice, str, str] | None:
    """The last choice whose key has another meaning in the same place: it, the key, the other."""
    for choice in reversed(list(kept.values())):
        mine = known[choice.name]
        for other in known.values():
            if other.id == mine.id or not _meet(mine.where, other.where):
                continue
            theirs = _typed(kept[other.id].keys if other.id in kept else other.keys)
            usual = {*_typed(mine.keys)} & {*_typed(other.keys)}
            shared = [key for key in _typed(choice.keys) if key in theirs and key not in usual]
            if shared:
                return choice, shared[0], other.id
    return None


def _meet(one: Where, other: Where) -> bool:
    """Whether keys of two places can be meant at once."""
    return one is other or Where.ANYWHERE in (one, other)


def _typed(keys: Sequence[str]) -> list[str]:
    """Keys in one spelling, with what other layouts type for them."""
    every = [name for key in keys for name in (key, *aliases(key))]
    return ["/" if key == "slash" else key for key in every]
