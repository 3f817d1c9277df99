"""Sources and evidence: what was used, for what, and where was looked for nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from verifier.model.claim import ClaimLabel
from verifier.model.decision import Stance
from verifier.model.evidence import EvidenceLabel
from verifier.model.report import LedgerBlock, LookedFor, RegisterEntry, SourceUse, UsedPassage
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


def register_entries(state: State, blocks: Iterable[LedgerBlock]) -> tuple[RegisterEntry, ...]:
    """Every evidence item that the story cites, with the passages used."""
    used: defaultdict[EvidenceLabel, list[UsedPassage]] = defaultdict(list)
    for stance in _stances(blocks):
        for passage in stance.passages:
            words = passage.selector.exact or None
            used[passage.evidence].append(UsedPassage(stance.claim, words))
    entries = []
    for label in sorted(state.evidence, key=by_label):
        item = state.evidence[label]
        source = state.sources.get(item.source)
        entries.append(
            RegisterEntry(
                item,
                item.source if source is None else source.name,
                source is not None and source.confidential,
                _once(used[label]),
            )
        )
    return tuple(entries)


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
