"""The keys that the user gives to commands of the screen: a TOML file in the configuration folder.

A line gives the name of a command, as the help tells it, one key or a list of keys:

    "claim.next" = ["n", "down"]
    note = "w"
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from verifier.settings.places import folders

KEYS_FILE = "keys.toml"
"""The file in the configuration folder (see `verifier where`)."""


class KeyChoice(NamedTuple):
    """What one line of the file says: the name of a command, its keys, and where that stands."""

    name: str
    keys: tuple[str, ...]
    where: str


def key_choices(file: Path | None = None) -> tuple[tuple[KeyChoice, ...], tuple[str, ...]]:
    """What the file says, in its order, and a remark for each line that says nothing usable.

    A file that is missing says nothing. One that cannot be read is a remark: no key file keeps
    anybody from working.
    """
    path = file or folders().configuration / KEYS_FILE
    if not path.exists():
        return (), ()  # before the first paint: nothing is loaded for a file that is not there
    import tomllib

    try:
        data = path.read_text(encoding="utf-8-sig")
        table = tomllib.loads(data)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return (), (f"{path} is not read: {error}. All keys are the usual ones.",)
    choices, remarks = [], []
    for name, value in _flat(table, ""):
        where = f"{path.name}, line {_line(data, name)}"
        keys = _keys(value)
        if keys is None:
            remarks.append(f'{where}: write {name} = "key" or {name} = ["key", "key"].')
        else:
            choices.append(KeyChoice(name, keys, where))
    return tuple(choices), tuple(remarks)


def _flat(table: Mapping[str, object], before: str) -> Iterator[tuple[str, object]]:
    """The values by their names with dots: TOML makes tables of names without quotation marks."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _keys(value: object) -> tuple[str, ...] | None:
    """The keys of a line; None where it is no list of names."""
    listed = value if isinstance(value, list) else [value]
    keys = tuple(key.strip() if len(key) > 1 else key for key in listed if isinstance(key, str))
    return keys if keys and len(keys) == len(listed) and all(keys) else None


def _line(data: str, name: str) -> int:
    """The line on which a name stands, counted from 1."""
    last = name.rpartition(".")[2]
    for wanted in (name, last):
        found = re.search(rf"^[ \t\"']*{re.escape(wanted)}[\"']?\s*=", data, re.MULTILINE)
        if found is not None:
            return data.count("\n", 0, found.start()) + 1
    return 1
