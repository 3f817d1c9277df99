"""What a newsroom knows beyond one story: its policy, parties, sources and documents."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from verifier.judgement.parties import shipped_parties
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.evidence import EvidenceItem, EvidenceLabel
from verifier.model.party import Party
from verifier.model.policy import Policy
from verifier.model.signoff import SignOff
from verifier.model.source import Source
from verifier.model.state import State
from verifier.model.story import Slug


@dataclass(frozen=True)
class Newsroom:
    """What a story is judged against.

    `sources` and `evidence` are as the library has them now; what is missing there is taken from
    the story's own copies. `dependencies` were read from documents (labels E05.1); a story's own
    edge with the same label, confirmed or rejected there, goes before.
    """

    policy: Policy = field(default_factory=Policy)
    parties: Mapping[str, Party] = field(default_factory=shipped_parties)
    sources: Mapping[Slug, Source] = field(default_factory=dict)
    evidence: Mapping[EvidenceLabel, EvidenceItem] = field(default_factory=dict)
    dependencies: Mapping[DependencyLabel, Dependency] = field(default_factory=dict)


def newsroom_of(library: State, policy: Policy | None = None) -> Newsroom:
    """The newsroom as the desk's stream has it; its parties go before the shipped ones."""
    return Newsroom(
        policy=policy or Policy(),
        parties={**shipped_parties(), **library.parties},
        sources=library.sources,
        evidence=library.evidence,
        dependencies=library.dependencies,
    )


def newsroom_signed(signoff: SignOff, now: Newsroom) -> Newsroom:
    """The newsroom as it was when a story was signed: sources, parties and policy frozen there.

    Documents do not change once they are in the library, so they are those of `now`.
    """
    return Newsroom(
        policy=signoff.policy,
        parties={party.name: party for party in signoff.parties},
        sources={source.slug: source for source in signoff.sources},
        evidence=now.evidence,
        dependencies=now.dependencies,
    )


def sources_known(state: State, newsroom: Newsroom) -> Mapping[Slug, Source]:
    """Every source by its slug: as the newsroom has it, else as the story's stream has it."""
    return {**state.sources, **newsroom.sources}


def evidence_known(state: State, newsroom: Newsroom) -> Mapping[EvidenceLabel, EvidenceItem]:
    """Every document by its label: as the newsroom has it, else as the story's stream has it."""
    return {**state.evidence, **newsroom.evidence}


def edges_known(state: State, newsroom: Newsroom) -> Mapping[DependencyLabel, Dependency]:
    """Every edge: those of the documents, then the story's own, which go before."""
    return {**newsroom.dependencies, **state.dependencies}


def standing(slug: Slug, sources: Mapping[Slug, Source]) -> Slug:
    """The slug under which a source stands now: of a merged one, that of what it was merged into.

    Merges that lead in a circle stop where they began.
    """
    seen = {slug}
    while (source := sources.get(slug)) is not None and source.merged_into is not None:
        if source.merged_into in seen:
            break
        slug = source.merged_into
        seen.add(slug)
    return slug


def short_name(slug: Slug, sources: Mapping[Slug, Source]) -> str:
    """The name that a sentence uses: an acronym among the aliases, else the name, else the slug.

    >>> from verifier.model.scales import SourceKind
    >>> isw = Source(Slug("isw"), "Institute for the Study of War", SourceKind.ANALYST, ("ISW",))
    >>> short_name(isw.slug, {isw.slug: isw}), short_name(Slug("mayor"), {})
    ('ISW', 'mayor')
    """
    source = sources.get(slug)
    if source is None:
        return slug
    acronyms = (name for name in source.aliases if 2 <= len(name) <= 6 and name.isascii())
    return next((name for name in acronyms if name.isalpha() and name.isupper()), source.name)
