"""Things by the names a person gives them, and the copies a story's stream holds."""

from collections.abc import Mapping

from verifier.desk.names import unknown
from verifier.desk.session import OpenStory
from verifier.language.display import display_line
from verifier.model.claim import Claim, ClaimLabel
from verifier.model.errors import Refused, UnknownName
from verifier.model.event import Subject, SubjectChange, SubjectKind
from verifier.model.evidence import EvidenceLabel
from verifier.model.source import Source
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.record.fold import change_of


def claim_named(story: OpenStory, label: str) -> Claim:
    """The claim with this label; `c1` and `1` mean C01. Raises UnknownName."""
    claims = story.state.claims
    number = label.strip().upper().removeprefix("C").lstrip("0")
    found = claims.get(ClaimLabel(f"C{number:0>2}"))
    if found is None:
        listing = f"`verifier claims {story.story.slug}` lists the claims."
        raise unknown("claim", label, claims, listing)
    return found


def refuse_dismissed(story: OpenStory, label: str) -> None:
    """Raise Refused where the claim is dismissed: it is restored before it is worked on."""
    claim = claim_named(story, label)
    if not claim.is_active:
        raise Refused(f"{claim.label} is dismissed ({claim.reason}); restore it before judging it.")


def source_named(story: OpenStory, name: str) -> Source:
    """The source that a slug, a name, an alias or an unambiguous beginning of a slug means.

    The story's own sources come before the library's. Raises UnknownName.
    """
    return source_in({**story.library.sources, **story.sources}, name, list(story.sources))


def library_source(library: State, name: str) -> Source:
    """As `source_named`, among the library's sources only."""
    return source_in(dict(library.sources), name, [])


def source_in(sources: dict[Slug, Source], name: str, first: list[Slug]) -> Source:
    """The source of `sources` that `name` means; those in `first` win where two would fit.

    The name of a source that was merged into another one means that one.
    """
    wanted = name.strip().casefold()
    exact = sources.get(Slug(wanted))
    if exact is not None:
        return living_source(sources, exact)
    living = [item for item in sources.values() if item.merged_into is None]
    named = [item for item in living if wanted in names_of(item)]
    begins = named or [item for item in living if wanted and item.slug.startswith(wanted)]
    nearer = [item for item in begins if item.slug in first] or begins
    if len(nearer) == 1:
        return nearer[0]
    if nearer:
        several = ", ".join(item.slug for item in nearer[:5])
        raise UnknownName(
            f"Several sources may be meant by {display_line(name)}: {several}. Type the whole of "
            "one of these."
        )
    raise unknown(
        "source",
        name,
        sources,
        "`verifier sources` lists them; `verifier sources add NAME --kind KIND` adds one.",
    )


def living_source(sources: Mapping[Slug, Source], source: Source) -> Source:
    """The source that `source` was merged into, however often; itself where it was not."""
    seen = {source.slug}
    while source.merged_into is not None and source.merged_into in sources:
        source = sources[source.merged_into]
        if source.slug in seen:
            break
        seen.add(source.slug)
    return source


def names_of(source: Source) -> set[str]:
    """The name and the aliases of a source, to compare without regard to capitals."""
    return {source.name.casefold(), *(alias.casefold() for alias in source.aliases)}


def source_copy(story: OpenStory, slug: Slug) -> SubjectChange | None:
    """The change that copies a library source into the story; None where it is there already."""
    if slug in story.state.sources:
        return None
    source = source_named(story, slug)
    return change_of(story.state, Subject(SubjectKind.SOURCE, (source.slug,)), source)


def evidence_copy(story: OpenStory, label: str) -> SubjectChange | None:
    """The change that copies an evidence item's metadata into the story; None where it is there.

    So a story's stream stands alone: it holds the digest of every item it cites.
    """
    if EvidenceLabel(label) in story.state.evidence:
        return None
    item = story.library.evidence.get(EvidenceLabel(label))
    if item is None:
        known = story.library.evidence
        raise unknown("evidence item", label, known, "`verifier evidence list` lists them.")
    return change_of(story.state, Subject(SubjectKind.EVIDENCE, (label,)), item)
