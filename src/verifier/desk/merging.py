"""Merging two sources that are one: no mark is lost, and one undo parts them again."""

from dataclasses import dataclass, replace

from verifier.desk.lookup import library_source
from verifier.desk.registry import write_to_library
from verifier.desk.session import Session, load_library
from verifier.model.errors import Refused
from verifier.model.event import Act, EventKind, Subject, SubjectKind
from verifier.model.source import Source
from verifier.model.state import Change, State
from verifier.record.fold import change_of


@dataclass(frozen=True)
class Merged:
    """What a merge did: `source` goes on as `into`. `remarks` are what the two disagreed on."""

    source: Source
    into: Source
    change: Change
    remarks: tuple[str, ...]


def merge_sources(session: Session, name: str, into: str) -> Merged:
    """Merge the source `name` into the source `into`, which takes over its names.

    Marks made under the old name stay on record and count for `into`. What `into` does not say of
    itself (party, owner, grade, descriptor) it takes over; where both say something, its own stays.
    Raises UnknownName, and Refused for a source and itself, or where one reviewer marked both on
    one claim, so that one of the two marks would be lost.
    """
    library = load_library(session)
    source, target = library_source(library, name), library_source(library, into)
    if source.slug == target.slug:
        raise Refused(f"{name} and {into} are the same source, {source.slug}, already.")
    _refuse_two_marks(session, library, source, target)
    kept = replace(_joined(library, source, target), merged_into=None)
    gone = replace(source, merged_into=target.slug)
    changes = (
        change_of(library, Subject(SubjectKind.SOURCE, (gone.slug,)), gone),
        change_of(library, Subject(SubjectKind.SOURCE, (kept.slug,)), kept),
    )
    act = Act(EventKind.SOURCES_MERGED, tuple(change for change in changes if change is not None))
    return Merged(gone, kept, write_to_library(session, library, act), _remarks(source, target))


def _joined(library: State, source: Source, target: Source) -> Source:
    """`target` with the names of `source`, and what only `source` said of itself."""
    names = dict.fromkeys((*target.aliases, source.name, *source.aliases))
    names.pop(target.name, None)
    parent = target.parent or source.parent
    is_graded = target.reliability is not None
    return replace(
        target,
        aliases=tuple(names),
        party=target.party or source.party,
        owner=target.owner or source.owner,
        parent=None if parent in (target.slug, source.slug) else parent,
        reliability=target.reliability or source.reliability,
        reliability_reason=target.reliability_reason if is_graded else source.reliability_reason,
        access=target.access or source.access,
        record=target.record or source.record,
        interest=target.interest or source.interest,
        confidential=target.confidential or source.confidential,
    )


def _remarks(source: Source, target: Source) -> tuple[str, ...]:
    """What both said differently of themselves: `target`'s word stays."""
    pairs = (
        ("party", source.party, target.party),
        ("owner", source.owner, target.owner),
        ("grade", source.reliability, target.reliability),
        ("kind", source.kind, target.kind),
    )
    return tuple(
        f"{source.slug} had the {what} {old}, {target.slug} keeps its own: {new}."
        for what, old, new in pairs
        if old is not None and new is not None and old != new
    )


def _refuse_two_marks(session: Session, library: State, source: Source, target: Source) -> None:
    """Raise where one reviewer marked both on one claim of any story."""
    meant = {source.slug: "old", target.slug: "new"}
    for slug, item in library.sources.items():
        if item.merged_into in (source.slug, target.slug):
            meant[slug] = "old" if item.merged_into == source.slug else "new"
    for row in session.store.stories(session.reviewer.name):
        sides: dict[tuple[str, str, str], str] = {}
        for key in session.store.load(row.stream).stances:
            side = meant.get(key.source)
            place = (key.claim, key.aspect.value, key.reviewer)
            if side is not None and sides.setdefault(place, side) != side:
                raise Refused(
                    f"{key.reviewer} marked both {source.slug} and {target.slug} on {key.claim} "
                    f"of {row.slug}; one of the two marks would be lost. Clear one of them there "
                    f"(`verifier mark {row.slug} {key.claim} {source.slug} not-looked`), then "
                    "merge."
                )
