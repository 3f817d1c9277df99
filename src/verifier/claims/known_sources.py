"""Well-known sources with their aliases, kinds and parties, from the data file of this package.

A newsroom's own file has the same form (docs/sources.md); its text comes in from outside, since
this room reads no files of the user's.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from verifier.claims.mentions import TITLES
from verifier.language.tokens import tokens
from verifier.language.wordlists import word_set
from verifier.model.errors import BadInput
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
    """One entry of a file of sources. `is_general`: a whole government, not an office of it."""

    source: Source
    is_general: bool
    is_person: bool


Finder = Callable[[str], Known | None]
"""What finds the source that some words name."""

Key = tuple[str, ...]
"""An alias as the words it is compared by."""

Table = Mapping[Key, Known]
"""Every alias and name of the sources that are known, with its entry."""


@cache
def known_sources() -> tuple[Known, ...]:
    """Every entry of the data file, in its order."""
    data = files("verifier.claims").joinpath("data/known_sources.toml").read_text("utf-8")
    return sources_in(data, "the program's own file of sources")


def sources_in(data: str, name: str, known: Iterable[Known] = ()) -> tuple[Known, ...]:
    """The sources of a file's text, those of `known` extended or overridden by it first.

    An entry whose slug is known changes that source: what it gives wins, its `aliases` are added,
    those in its `without` are taken away. `name` is the file as errors call it. Raises BadInput
    that names the entry and what is wrong with it.
    """
    try:
        listed = tomllib.loads(data)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{name} is no valid TOML: {error}. Correct it there.") from error
    entries = listed.pop("source", [])
    if listed:
        raise BadInput(
            f"{name} has “{next(iter(listed))}”, but only [[source]] entries belong there."
        )
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadInput(f"{name}: write each source under a line [[source]] of its own.")
    found = {item.source.slug: item for item in known}
    seen: set[Slug] = set()
    for number, entry in enumerate(entries, 1):
        place = f"{name}, entry {number}" + (f" ({entry['slug']})" if "slug" in entry else "")
        slug = _slug(entry, place)
        if slug in seen:
            raise BadInput(f"{place}: this slug is there twice; join the two entries.")
        seen.add(slug)
        found[slug] = _known(entry, slug, found.get(slug), place)
    return tuple(found.values())


Entry = Mapping[str, object]
_FIELDS = ("slug", "name", "kind", "party", "general", "person", "aliases", "without")
_SLUG = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def _slug(entry: Entry, place: str) -> Slug:
    unknown = [field for field in entry if field not in _FIELDS]
    if unknown:
        fields = ", ".join(_FIELDS)
        raise BadInput(f"{place}: “{unknown[0]}” is no field of a source; there are {fields}.")
    slug = _words(entry, "slug", place)
    if not _SLUG.fullmatch(slug) or slug != slug.lower():
        raise BadInput(f"{place}: write a slug in small letters and digits, joined by hyphens.")
    return Slug(slug)


def _known(entry: Entry, slug: Slug, before: Known | None, place: str) -> Known:
    old = before.source if before else None
    without = _list(entry, "without", place)
    aliases = [*(old.aliases if old else ()), *_list(entry, "aliases", place)]
    source = Source(
        slug=slug,
        name=old.name if old and "name" not in entry else _words(entry, "name", place),
        kind=old.kind if old and "kind" not in entry else _kind(entry, place),
        aliases=tuple(dict.fromkeys(alias for alias in aliases if alias not in without)),
    )
    party = _words(entry, "party", place) if "party" in entry else old.party if old else None
    return Known(
        replace(source, party=party or None),
        _flag(entry, "general", before is not None and before.is_general, place),
        _flag(entry, "person", before is not None and before.is_person, place),
    )


def _words(entry: Entry, field: str, place: str) -> str:
    value = entry.get(field)
    if not isinstance(value, str) or not (value.strip() or field == "party"):
        raise BadInput(f'{place}: {field} is missing or no text; write {field} = "…".')
    return value.strip()


def _kind(entry: Entry, place: str) -> SourceKind:
    word = _words(entry, "kind", place)
    if word not in list(SourceKind):
        kinds = ", ".join(kind.value for kind in SourceKind)
        raise BadInput(f"{place}: “{word}” is no kind of a source; there are {kinds}.")
    return SourceKind(word)


def _list(entry: Entry, field: str, place: str) -> tuple[str, ...]:
    value = entry.get(field, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise BadInput(f'{place}: {field} is no list of names; write {field} = ["…", "…"].')
    return tuple(str(v).strip() for v in value)


def _flag(entry: Entry, field: str, default: bool, place: str) -> bool:
    value = entry.get(field, default)
    if not isinstance(value, bool):
        raise BadInput(f"{place}: write {field} = true or {field} = false.")
    return value


def key_of(words: str) -> Key:
    """An alias as the words it is compared by: articles left out, capitals kept."""
    return tuple(t.text.replace("’", "'") for t in tokens(words) if t.lower not in ("the", "a"))


def _table(known: Iterable[Known]) -> Table:
    """Every alias and name, as compared, to its entry; of two the later entry has it."""
    found = {
        key_of(alias): item for item in known for alias in (item.source.name, *item.source.aliases)
    }
    found.pop((), None)
    return found


@cache
def _own_table() -> Table:
    return _table(known_sources())


def find_known(words: str) -> Known | None:
    """The entry of the data file whose longest alias stands in the words.

    >>> find_known("U.S. Department of State spokesperson Matthew Miller").source.slug
    'us-state-department'
    >>> find_known("the village council") is None
    True
    """
    return _longest(key_of(words), _own_table())


def finder_of(known: tuple[Known, ...]) -> Finder:
    """As `find_known`, among other entries: those that `sources_in` gave, in its order."""
    table = _table(known)
    return lambda words: _longest(key_of(words), table)


def _longest(key: Key, table: Table) -> Known | None:
    for length in range(min(len(key), 8), 0, -1):
        for start in range(len(key) - length + 1):
            known = table.get(key[start : start + length])
            if known and _fits(known, key, start, length):
                return known
    return None


def _fits(known: Known, key: Key, start: int, length: int) -> bool:
    """Whether an alias means its entry among the words around it.

    A government's does at the end only (`Washington Post`); a family name alone does not after
    another given name (`Brigitte Macron`).
    """
    if _is_of_another_place(key, start, length):
        return False
    if known.is_general:
        return len(key) == length or start + length == len(key)
    if known.is_person and length == 1 and start > 0:
        before = key[start - 1]
        return not before[0].isupper() or before.lower() in TITLES
    return True


_OF_A_PLACE = word_set(
    "court department ministry police parliament senate council commission agency"
)


def _is_of_another_place(key: Key, start: int, length: int) -> bool:
    """Whether a court or ministry is named of another place: `Ohio Supreme Court`, `… of India`."""
    if key[start + length - 1].lower() not in _OF_A_PLACE:
        return False
    before = key[start - 1] if start else ""
    placed = before[:1].isupper() and before.lower() not in TITLES | set(PARTY_WORDS)
    after = key[start + length : start + length + 2]
    return placed or (len(after) == 2 and after[0] == "of" and after[1][:1].isupper())
