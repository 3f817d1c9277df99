"""Sources and evidence: what was used, for what, and where was looked for nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from verifier.model.claim import ClaimLabel
from verifier.model.decision import Stance
from verifier.model.evidence import EvidenceItem, EvidenceLabel
from verifier.model.library_now import LibraryNow
from verifier.model.report import (
    Drift,
    LedgerBlock,
    LookedFor,
    RegisterEntry,
    SourceUse,
    UsedPassage,
)
from verifier.model.scales import StanceCode
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.report.order import by_label, claims_by_place, sources_by_place

T = TypeVar("T")


def source_uses(state: State, blocks: Iterable[LedgerBlock]) -> tuple[SourceUse, ...]:
    """Every source of the story with its descriptor and what it was used for."""
    speaks: defaultdict[Slug, list[ClaimLabel]] = defaultdict(list)
    marked: defaultdict[Slug, list[ClaimLabel]] = defaultdict(list)
    for claim in claims_by_place(state):
        for attribution in claim.attributions if claim.is_active else ():
            if attribution.source is not None:
                speaks[attribution.source].append(claim.label)
    for stance in _stances(blocks):
        marked[stance.source].append(stance.claim)
    return tuple(
        SourceUse(
            state.sources[slug],
            _once(speaks[slug]),
            _once(marked[slug]),
            _documents(state, slug),
        )
        for slug in sources_by_place(state)
    )


def register_entries(
    state: State, blocks: Iterable[LedgerBlock], library: LibraryNow
) -> tuple[RegisterEntry, ...]:
    """Every evidence item that the story cites, with the passages used."""
    used: defaultdict[EvidenceLabel, list[UsedPassage]] = defaultdict(list)
    for stance in _stances(blocks):
        for passage in stance.passages:
            words = passage.selector.exact or None
            place = library.place_of(passage.sha256, passage.selector)
            translated = (passage.translation, passage.translator)
            used[passage.evidence].append(UsedPassage(stance.claim, words, place, *translated))
    return tuple(
        _entry(state, state.evidence[label], _once(used[label]), library)
        for label in sorted(state.evidence, key=by_label)
    )


def not_had(state: State, library: LibraryNow) -> tuple[RegisterEntry, ...]:
    """The documents of the story's sources that failed, were out of reach or were withdrawn.

    Those that the story cites are in its register; of a confidential source none is told.
    """
    wanted = {slug for slug, source in state.sources.items() if not source.confidential}
    return tuple(
        _entry(state, library.items[label], (), library)
        for label in sorted(library.items, key=by_label)
        if label not in state.evidence
        and library.items[label].source in wanted
        and not library.items[label].is_readable
    )


def _entry(
    state: State, item: EvidenceItem, used: tuple[UsedPassage, ...], library: LibraryNow
) -> RegisterEntry:
    source = state.sources.get(item.source)
    name = item.source if source is None else source.name
    if source is not None and source.confidential:
        return RegisterEntry(item, name, True, used, item.capture)
    now = library.items.get(item.label, item)
    other = library.drifted.get(item.label)
    drift = None if other is None else Drift(other.label, other.seen_at or other.collected_at)
    return RegisterEntry(item, name, False, used, now.capture, now.problem, drift)


def looked_for(blocks: Iterable[LedgerBlock]) -> tuple[LookedFor, ...]:
    """The sources that were looked through for a claim and are silent on it."""
    return tuple(
        LookedFor(
            line.stance.claim, line.stance.source, line.name, line.stance.reviewer, line.stance.note
        )
        for block in blocks
        for line in block.stances
        if line.stance.code is StanceCode.SILENT
    )


def evidence_languages(entries: Iterable[RegisterEntry]) -> Mapping[EvidenceLabel, str]:
    """The language of each evidence item's words."""
    return {entry.item.label: entry.item.language for entry in entries}


def _stances(blocks: Iterable[LedgerBlock]) -> list[Stance]:
    return [line.stance for block in blocks for line in block.stances]


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


def _documents(state: State, slug: Slug) -> tuple[EvidenceLabel, ...]:
    found = [item.label for item in state.evidence.values() if item.source == slug]
    return tuple(sorted(found, key=by_label))
