"""What the keys of the review screen do, by name: one function for each, given the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import ModuleType

from verifier.tui.commands import (
    around,
    copying,
    correcting,
    judging,
    moving,
    parting,
    selecting,
    sourcing,
)


def _public(module: ModuleType) -> dict[str, Callable[..., None]]:
    """The functions that a module of commands defines, by name."""
    return {
        name: found
        for name, found in vars(module).items()
        if not name.startswith("_")
        and callable(found)
        and getattr(found, "__module__", "") == module.__name__
        and not isinstance(found, type)
    }


COMMANDS: Mapping[str, Callable[..., None]] = {
    name: command
    for module in (moving, judging, correcting, parting, copying, selecting, sourcing, around)
    for name, command in _public(module).items()
}
"""Every command by its name, as the table of keys calls it."""
