"""What leaves of a confidential source: its descriptor, and nothing else, anywhere.

Everything that a report or an export prints goes through `conceal` first, so that no renderer can
forget it. The source gets a stand-in name and slug; its documents keep their number and lose title,
address, digests and quoted passages; its names are barred out of every other text, letter by
letter, so that offsets into the story stay true.
"""

import dataclasses
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeVar, cast

from verifier.model.assessment import Assessment
from verifier.model.claim import Attribution
from verifier.model.decision import Grade
from verifier.model.dependency import Dependency
from verifier.model.evidence import EvidenceItem, EvidenceLabel, Passage
from verifier.model.source import Source
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.model.text import Digest, Selector
from verifier.report.order import sources_by_place

T = TypeVar("T")

BAR = "█"
"""Stands for each letter of a name that must not leave."""

WITHHELD = Digest("")
"""In place of a digest by which a confidential document could be recognised."""


@dataclass(frozen=True)
class Concealed:
    """A story's state, assessment and text as they may leave the desk."""

    state: State
    assessment: Assessment
    text: str
    veil: "_Veil | None" = None

    def hide(self, value: T) -> T:
        """Any other value of the model as it may leave the desk."""
        return value if self.veil is None else self.veil.over(value)


def conceal(
    state: State, assessment: Assessment, text: str, registry: Mapping[Slug, Source]
) -> Concealed:
    """`state`, `assessment` and `text` without what would name a confidential source.

    `registry` holds the sources as the desk knows them now, which is what is printed; a source
    counts as confidential when either the registry or the story's copy says so. Code points and
    their number stay in `text`, the names in them become bars.
    """
    printed, veil = _veiled(state, registry)
    if veil is None:
        return Concealed(printed, assessment, text)
    return Concealed(veil.over(printed), veil.over(assessment), veil.barred(text), veil)


def conceal_state(state: State, text: str, registry: Mapping[Slug, Source]) -> tuple[State, str]:
    """As `conceal`, for what is printed without an assessment."""
    printed, veil = _veiled(state, registry)
    return (printed, text) if veil is None else (veil.over(printed), veil.barred(text))


def _veiled(state: State, registry: Mapping[Slug, Source]) -> tuple[State, "_Veil | None"]:
    """The state with the sources of today, and what hides the confidential ones, if any."""
    hidden = _hidden(state, registry)
    current = {slug: registry.get(slug, source) for slug, source in state.sources.items()}
    printed = replace(state, sources=current)
    if not hidden:
        return printed, None
    return printed, _Veil(list(hidden), _documents(state, hidden), _names(state, hidden))


def _hidden(state: State, registry: Mapping[Slug, Source]) -> dict[Slug, tuple[Source, ...]]:
    """The confidential sources with all that is known of each, those of the story first."""
    slugs = dict.fromkeys([*sources_by_place(state), *sorted(registry)])
    known = {
        slug: tuple(table[slug] for table in (state.sources, registry) if slug in table)
        for slug in slugs
    }
    return {
        slug: copies
        for slug, copies in known.items()
        if any(source.confidential for source in copies)
    }


def _documents(state: State, hidden: Collection[Slug]) -> frozenset[EvidenceLabel]:
    """The evidence items that a confidential source gave."""
    return frozenset(label for label, item in state.evidence.items() if item.source in hidden)


def _names(state: State, hidden: Mapping[Slug, tuple[Source, ...]]) -> list[str]:
    """Every name by which a hidden source could be known."""
    names = {
        name
        for copies in hidden.values()
        for item in copies
        for name in (item.slug, item.name, *item.aliases)
    }
    names |= {
        item.speaker
        for claim in state.claims.values()
        for item in claim.attributions
        if item.source in hidden and _is_proper_name(item.speaker)
    }
    return sorted(names)


def _surnames(names: Iterable[str]) -> list[str]:
    """The single words of personal names, which name a person as well."""
    persons = [name.split() for name in names if _is_proper_name(name)]
    words = {word for name in persons if 2 <= len(name) <= 3 for word in name}
    return sorted(word for word in words if len(word) > 2 and word.casefold() not in _ARTICLES)


_ARTICLES = frozenset({"the", "and", "for", "der", "die", "das", "les"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who", "one"})


def _is_proper_name(name: str) -> bool:
    """Whether every word of `name` has a capital: "Jane Roe", not "a senior official".

    >>> _is_proper_name("Jane Roe"), _is_proper_name("a senior official"), _is_proper_name("He")
    (True, False, False)
    """
    words = name.split()
    return (
        bool(words)
        and all(word[0].isupper() for word in words)
        and not (len(words) == 1 and words[0].casefold() in _PRONOUNS)
    )


def _pattern(names: list[str]) -> re.Pattern[str]:
    """Finds `names` in any case, and single words of them as written, as whole words."""
    anywhere = rf"(?i:{_any_of(names)})|{_any_of(_surnames(names))}"
    return re.compile(rf"(?<![^\W_])(?:{anywhere})(?![^\W_])")


def _any_of(names: Iterable[str]) -> str:
    """A pattern for any of `names`, longest first, however their words are joined."""
    forms = {
        r"[\W_]*".join(re.escape(word) for word in re.findall(r"[^\W_]+", form))
        for name in names
        for form in (name, unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name))
    }
    ordered = sorted((form for form in forms if form), key=lambda form: (-len(form), form))
    return "|".join(ordered) if ordered else r"(?!)"


def _bars(match: re.Match[str]) -> str:
    return re.sub(r"\S", BAR, match.group())


class _Veil:
    """Goes through values of the model and hides what names the hidden sources."""

    def __init__(
        self,
        hidden: list[Slug],
        documents: frozenset[EvidenceLabel],
        names: list[str],
    ) -> None:
        self._slugs = {slug: f"confidential-source-{n}" for n, slug in enumerate(hidden, 1)}
        self._titles = {f"confidential-source-{n}": n for n in range(1, len(hidden) + 1)}
        self._documents = documents
        self._pattern = _pattern(names)

    def over(self, value: T) -> T:
        """`value` with everything in it gone through, keys of mappings included."""
        return cast(T, self._over(value))

    def barred(self, text: str) -> str:
        """`text` with each hidden name as bars, as long as before."""
        return self._pattern.sub(_bars, text)

    def _over(self, value: object) -> object:
        if isinstance(value, Enum):
            return value
        if isinstance(value, str):
            return self._slugs.get(Slug(value)) or self.barred(value)
        if isinstance(value, tuple):
            parts = [self._over(item) for item in value]
            return type(value)._make(parts) if hasattr(value, "_make") else tuple(parts)
        if isinstance(value, Mapping):
            return {self._over(key): self._over(item) for key, item in value.items()}
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            fields = {
                field.name: self._over(getattr(value, field.name))
                for field in dataclasses.fields(value)
            }
            return self._masked(replace(value, **fields))
        return value

    def _masked(self, value: object) -> object:
        """A thing of the model that belongs to a hidden source, cut down to its descriptor."""
        if isinstance(value, Source) and value.slug in self._titles:
            return self._descriptor(value)
        if isinstance(value, Attribution) and value.source in self._titles:
            return replace(value, speaker=self._title(value.source), speaker_span=None)
        if isinstance(value, EvidenceItem) and value.label in self._documents:
            return self._document(value)
        if isinstance(value, Passage) and value.evidence in self._documents:
            return Passage(value.evidence, WITHHELD, Selector("", "", "", 0, 0))
        if isinstance(value, Grade) and value.source in self._titles:
            return replace(value, party=None)
        if isinstance(value, Dependency) and value.evidence in self._documents:
            return replace(value, cue="", span=None, reach=None)
        return value

    def _title(self, slug: Slug) -> str:
        return f"confidential source {self._titles[slug]}"

    def _descriptor(self, source: Source) -> Source:
        return Source(
            slug=source.slug,
            name=self._title(source.slug),
            kind=source.kind,
            reliability=source.reliability,
            access=source.access,
            interest=source.interest,
            confidential=True,
        )

    def _document(self, item: EvidenceItem) -> EvidenceItem:
        return EvidenceItem(
            label=item.label,
            source=item.source,
            title=f"document of {self._title(item.source)}",
            sha256=WITHHELD,
            text_sha256=WITHHELD,
            size=0,
            chars=0,
            medium=item.medium,
            collected_at=item.collected_at,
            collected_by=item.collected_by,
            collected_how=item.collected_how,
            record=item.record,
            capture=item.capture,
        )
