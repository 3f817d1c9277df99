"""Which parties oppose each other: a table that ships with the program, and a newsroom's own."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from verifier.model.errors import BadInput
from verifier.model.party import Party


@cache
def shipped_parties() -> Mapping[str, Party]:
    """The parties of the sources that the program knows, by name, with those that they oppose."""
    data = files("verifier.judgement").joinpath("data/parties.toml").read_text("utf-8")
    return parties_in(data, "the program's own file of parties")


def parties_in(data: str, name: str) -> Mapping[str, Party]:
    """The parties of a TOML text: `[[party]]` entries with a `name` and a list `opposes`.

    `name` is the file as errors call it. Raises BadInput that names the entry and what is wrong.
    """
    try:
        listed = tomllib.loads(data)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{name} is no valid TOML: {error}. Correct it there.") from error
    entries = listed.pop("party", [])
    if listed:
        raise BadInput(
            f"{name} has “{next(iter(listed))}”, but only [[party]] entries belong there."
        )
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadInput(f"{name}: write each party under a line [[party]] of its own.")
    found = [_party(entry, f"{name}, entry {n}") for n, entry in enumerate(entries, 1)]
    return {party.name: party for party in found}


def _party(entry: Mapping[str, object], place: str) -> Party:
    for field in entry:
        if field not in ("name", "opposes"):
            raise BadInput(f"{place}: “{field}” is no field of a party; there are name, opposes.")
    name, opposes = entry.get("name"), entry.get("opposes", [])
    if not isinstance(name, str) or not name.strip():
        raise BadInput(f'{place}: name is missing or no text; write name = "…".')
    if not isinstance(opposes, list) or not all(isinstance(o, str) for o in opposes):
        raise BadInput(f'{place} ({name}): opposes is no list of names; write ["…", "…"].')
    return Party(name.strip(), tuple(str(other).strip() for other in opposes))


def opposed(one: str, other: str, parties: Mapping[str, Party]) -> bool:
    """Whether two parties oppose each other, whichever of them names the other.

    >>> table = {"North": Party("North", ("South",))}
    >>> opposed("South", "North", table), opposed("North", "North", table)
    (True, False)
    """
    return _names(one, other, parties) or _names(other, one, parties)


def _names(one: str, other: str, parties: Mapping[str, Party]) -> bool:
    party = parties.get(one)
    return party is not None and other in party.opposes and one != other
