"""The structural status of a claim: what the story itself makes of it, before outside evidence."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from verifier.judgement.independence import (
    SUPPORTING,
    Counted,
    Origin,
    PartyOf,
    counted,
    parties_of,
    party_of_node,
)
from verifier.judgement.newsroom import short_name
from verifier.judgement.parties import opposed
from verifier.judgement.web import Ways, is_firm
from verifier.model.claim import Attribution, Claim
from verifier.model.party import Party
from verifier.model.scales import (
    DependencyState,
    Force,
    SourceKind,
    StanceCode,
    StructuralStatus,
)
from verifier.model.source import Source
from verifier.model.story import Slug


@dataclass(frozen=True)
class Standing:
    """What the story says of one claim: who does what with it, over which edges."""

    claim: Claim
    stances: Mapping[Slug, StanceCode]
    ways: Ways
    found: Counted
    sources: Mapping[Slug, Source]
    party_of: PartyOf
    parties: Mapping[str, Party]

    @property
    def supporters(self) -> tuple[Slug, ...]:
        """The sources that support it, wholly or in part."""
        return tuple(slug for slug in sorted(self.stances) if self.stances[slug] in SUPPORTING)

    @property
    def is_asserted(self) -> bool:
        """Whether an origin says the whole claim, itself or through an echo."""
        return any(origin.asserted for origin in self.found.origins)


Rule = Callable[[Standing], str | None]
"""A row of the table: why the claim has the status, None where it does not."""


def standing_of(
    claim: Claim,
    stances: Mapping[Slug, StanceCode],
    ways: Ways,
    sources: Mapping[Slug, Source],
    party_of: PartyOf,
    parties: Mapping[str, Party],
) -> Standing:
    """One claim as the story has it, with the origins counted over every unrejected edge."""
    found = counted(stances, ways, sources)
    return Standing(claim, stances, ways, found, sources, party_of, parties)


def status_of(standing: Standing) -> tuple[StructuralStatus | None, str]:
    """The first status of the table that fits, and why; None where the table has none.

    That is a claim put in somebody's mouth which, as marked, no source supports.
    """
    for status, rule in TABLE:
        why = rule(standing)
        if why is not None:
            return status, why
    return None, "somebody is named, and no source supports it"


_OF_ITSELF = frozenset({"act-of-speaking", "identity"})


def subject_only(standing: Standing) -> str | None:
    """About a source itself or its act of speaking: its own record decides."""
    claim = standing.claim
    if claim.proposed_by in _OF_ITSELF:
        return f"it is about who speaks or how ({claim.proposed_by})"
    if any(_is_own_echo(claim, said) for said in claim.attributions):
        return "it says that a source repeats another one"
    if any(said.source or said.speaker for said in claim.attributions):
        return None
    name = _subject_name(claim, standing.sources)
    return f"it is about {name}, a source of the story" if name else None


def _is_own_echo(claim: Claim, said: Attribution) -> bool:
    """Whether the words of an echo are the claim itself: `ISW echoed DIU's claims`."""
    place = claim.selector
    if said.force is not Force.ECHOES or said.cue_span is None or place is None:
        return False
    return place.start <= said.cue_span.start and said.cue_span.end <= place.end


_BRACKETED = re.compile(r"\[([^\[\]]{2,80})\]\s")


def _subject_name(claim: Claim, sources: Mapping[Slug, Source]) -> str | None:
    """The source that the claim's stand-alone text puts in brackets as its subject, if any."""
    opening = _BRACKETED.match(claim.standalone)
    if opening is None:
        return None
    words = _plain(opening.group(1))
    for source in sources.values():
        if words in {_plain(name) for name in (source.name, *source.aliases)}:
            return short_name(source.slug, sources)
    return None


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")


def conflicted(standing: Standing) -> str | None:
    """A source that the story cites contradicts it."""
    stances = standing.stances
    against = [slug for slug in sorted(stances) if stances[slug] is StanceCode.CONTRADICTS]
    if not against:
        return None
    return f"{_names(against, standing.sources)} contradicts it"


def unnamed_source(standing: Standing) -> str | None:
    """Attributed only to unnamed or collective sources, and nobody named supports it."""
    said = standing.claim.attributions
    handed = [item for item in said if item.source or item.speaker or item.cue]
    if not handed or not all(_is_unnamed(item, standing.sources) for item in handed):
        return None
    named = [slug for slug in standing.supporters if not _is_collective(slug, standing.sources)]
    if named:
        return None
    words = next((item.speaker or item.cue for item in handed), "")
    return f"only “{words}” is given for it"


def _is_unnamed(said: Attribution, sources: Mapping[Slug, Source]) -> bool:
    return said.source is None or _is_collective(said.source, sources)


_PLURAL = re.compile(r"[a-z]{3,}(?:[^s]s|men|women|people)$")


def _is_collective(slug: Slug, sources: Mapping[Slug, Source]) -> bool:
    """Whether a source is nobody in particular: anonymous, or a common noun in the plural."""
    source = sources.get(slug)
    if source is None:
        return False
    last = source.name.split()[-1] if source.name.split() else ""
    return source.kind is SourceKind.ANONYMOUS or bool(_PLURAL.fullmatch(last))


def adversarially_corroborated(standing: Standing) -> str | None:
    """Asserted by origins of parties that oppose each other."""
    asserting = [origin for origin in standing.found.origins if origin.asserted]
    for at, one in enumerate(asserting):
        for other in asserting[at + 1 :]:
            if _oppose(one, other, standing):
                names = _names([one.name, other.name], standing.sources)
                return f"{names} assert it, and their parties oppose each other"
    return None


def _oppose(one: Origin, other: Origin, standing: Standing) -> bool:
    mine, theirs = (_party_names(origin, standing.sources) for origin in (one, other))
    return any(opposed(a, b, standing.parties) for a in mine for b in theirs)


def _party_names(origin: Origin, sources: Mapping[Slug, Source]) -> set[str]:
    found = (sources[slug].party for slug in origin.node if slug in sources)
    return {party for party in found if party}


def cross_party(standing: Standing) -> str | None:
    """Asserted, and asserted or partly supported by an origin of another party."""
    asserting = [origin for origin in standing.found.origins if origin.asserted]
    for one in asserting:
        for other in standing.found.origins:
            if _party(one, standing) != _party(other, standing):
                names = _names([one.name, other.name], standing.sources)
                return f"{names} are of different parties"
    return None


def _party(origin: Origin, standing: Standing) -> Slug:
    return party_of_node(origin.node, standing.party_of)


def same_side(standing: Standing) -> str | None:
    """Two origins or more, one party."""
    origins = standing.found.origins
    if len(origins) < 2 or len(parties_of(standing.found, standing.party_of)) != 1:
        return None
    return f"{_names([origin.name for origin in origins], standing.sources)} are one party"


def dependence_suspected(standing: Standing) -> str | None:
    """Its only support, or all beyond the first origin, hangs on a suspected edge."""
    suspected = [e for e in standing.found.followed if e.state is DependencyState.SUSPECTED]
    if not suspected or len(standing.found.origins) != 1:
        return None
    without = counted(standing.stances, standing.ways, standing.sources, is_firm)
    if len(without.origins) == 1 and without.origins[0].node == standing.found.origins[0].node:
        return None
    labels = ", ".join(edge.label for edge in suspected)
    return f"without {labels}, only suspected, there would be another origin"


def echo_only(standing: Standing) -> str | None:
    """Two sources or more, one origin."""
    if len(standing.supporters) < 2 or len(standing.found.origins) != 1:
        return None
    name = short_name(standing.found.origins[0].name, standing.sources)
    return f"{len(standing.supporters)} sources come down to {name}"


def partial_support_only(standing: Standing) -> str | None:
    """Nobody asserts it, someone partly does."""
    if standing.is_asserted or not standing.supporters:
        return None
    return f"{_names(standing.supporters, standing.sources)} only partly"


def single_origin(standing: Standing) -> str | None:
    """One source, one origin."""
    if len(standing.found.origins) != 1:
        return None
    name = short_name(standing.found.origins[0].name, standing.sources)
    return f"{name} alone"


def unattributed(standing: Standing) -> str | None:
    """The narrator's own statement: nobody is named."""
    named = any(item.speaker or item.source or item.cue for item in standing.claim.attributions)
    if named or standing.supporters:
        return None
    return "the story says it itself, and names nobody"


TABLE: tuple[tuple[StructuralStatus, Rule], ...] = (
    (StructuralStatus.SUBJECT_ONLY, subject_only),
    (StructuralStatus.CONFLICTED, conflicted),
    (StructuralStatus.UNNAMED_SOURCE, unnamed_source),
    (StructuralStatus.ADVERSARIALLY_CORROBORATED, adversarially_corroborated),
    (StructuralStatus.CROSS_PARTY, cross_party),
    (StructuralStatus.SAME_SIDE, same_side),
    (StructuralStatus.DEPENDENCE_SUSPECTED, dependence_suspected),
    (StructuralStatus.ECHO_ONLY, echo_only),
    (StructuralStatus.PARTIAL_SUPPORT_ONLY, partial_support_only),
    (StructuralStatus.SINGLE_ORIGIN, single_origin),
    (StructuralStatus.UNATTRIBUTED, unattributed),
)
"""Every status with its rule, in the order tried (the design's table, first that fits)."""


def _names(slugs: Iterable[Slug], sources: Mapping[Slug, Source]) -> str:
    return " and ".join(dict.fromkeys(short_name(slug, sources) for slug in slugs))
