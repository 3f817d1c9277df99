"""Well-known sources with their aliases, kinds and parties, from the data file of this package."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from verifier.language.tokens import tokens
from verifier.model.scales import SourceKind
from verifier.model.source import Source
from verifier.model.story import Slug

PARTY_WORDS = {
    "ukraine": "Ukraine", "ukrainian": "Ukraine", "russia": "Russia", "russian": "Russia",
    "pro-kremlin": "Russia", "chechen": "Russia", "israel": "Israel", "israeli": "Israel",
    "palestinian": "Palestine", "american": "United States", "u.s.": "United States",
    "british": "United Kingdom", "french": "France", "german": "Germany", "chinese": "China",
    "china": "China", "iranian": "Iran", "iran": "Iran", "taiwanese": "Taiwan",
    "indian": "India", "pakistani": "Pakistan", "turkish": "Turkey", "polish": "Poland",
}  # fmt: skip
"""Words of nationality, each with the party it speaks for."""


@dataclass(frozen=True)
class Known:
    """One entry of the data file. `is_general`: a government as a whole, not an office of it."""

    source: Source
    is_general: bool
    is_person: bool


@cache
def known_sources() -> tuple[Known, ...]:
    """Every entry of the data file, in its order."""
    data = files("verifier.claims").joinpath("data/known_sources.toml").read_text("utf-8")
    return tuple(_known(entry) for entry in tomllib.loads(data)["source"])


def _known(entry: dict[str, object]) -> Known:
    aliases = entry["aliases"]
    listed = tuple(str(alias) for alias in aliases) if isinstance(aliases, list) else ()
    party = entry.get("party")
    source = Source(
        slug=Slug(str(entry["slug"])),
        name=str(entry["name"]),
        kind=SourceKind(str(entry["kind"])),
        aliases=listed,
        party=str(party) if party else None,
    )
    return Known(source, bool(entry.get("general")), bool(entry.get("person")))


Key = tuple[str, ...]


def key_of(words: str) -> Key:
    """An alias as the words it is compared by: articles left out, capitals kept."""
    return tuple(t.text.replace("’", "'") for t in tokens(words) if t.lower not in ("the", "a"))


@cache
def known_by_alias() -> dict[Key, Known]:
    """Every alias and name, as compared, to its entry."""
    return {
        key_of(alias): known
        for known in known_sources()
        for alias in (*known.source.aliases, known.source.name)
    }


def find_known(words: str) -> Known | None:
    """The entry whose longest alias stands in the words.

    >>> find_known("U.S. Department of State spokesperson Matthew Miller").source.slug
    'us-state-department'
    >>> find_known("the village council") is None
    True
    """
    return _longest(key_of(words))


def _longest(key: Key) -> Known | None:
    table = known_by_alias()
    for length in range(min(len(key), 8), 0, -1):
        for start in range(len(key) - length + 1):
            known = table.get(key[start : start + length])
            if known and not (known.is_general and len(key) > length and start + length < len(key)):
                return known
    return None
