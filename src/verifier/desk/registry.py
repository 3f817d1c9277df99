"""The registry of sources that all stories share."""

from collections.abc import Sequence

from verifier.desk.lookup import names_of
from verifier.desk.names import slug_of, typed_text
from verifier.desk.session import Session, fold_new, load_library
from verifier.model.errors import BadInput, Refused
from verifier.model.event import DESK, Act, EventKind, Subject, SubjectKind
from verifier.model.scales import SourceKind
from verifier.model.source import Source
from verifier.model.state import Change, State
from verifier.model.story import Slug
from verifier.record.fold import change_of


def source_list(session: Session) -> tuple[Source, ...]:
    """All sources of the registry, by slug."""
    return tuple(sorted(load_library(session).sources.values(), key=lambda item: item.slug))


def add_source(
    session: Session,
    name: str,
    *,
    kind: SourceKind,
    party: str | None = None,
    aliases: Sequence[str] = (),
    slug: str | None = None,
) -> tuple[Source, Change]:
    """Add a source to the registry; raises Refused where one of that name is there."""
    name = typed_text(name, "name of the source", 200)
    if not name:
        raise BadInput("The name of the source is empty; type one.")
    library = load_library(session)
    known = [typed_text(alias, "alias", 200) for alias in aliases]
    for each in (name, *known):
        _refuse_taken(library, each)
    chosen = slug_of(slug or name, library.sources, "source")
    if slug is not None and chosen != slug:
        raise Refused(
            f"The short name {slug} is taken or cannot be one; --slug {chosen} would be free."
        )
    source = Source(
        slug=Slug(chosen),
        name=name,
        kind=kind,
        aliases=tuple(known),
        party=typed_text(party, "party", 200) if party else None,
    )
    return source, add_sources(session, library, [source])


def add_sources(session: Session, library: State, sources: Sequence[Source]) -> Change:
    """Record sources in the registry as one act; those that are there as given are left out."""
    changes = [
        change_of(library, Subject(SubjectKind.SOURCE, (source.slug,)), source)
        for source in sources
    ]
    act = Act(EventKind.SOURCES_ADDED, tuple(item for item in changes if item is not None))
    return write_to_library(session, library, act)


def write_to_library(session: Session, library: State, act: Act) -> Change:
    """Write one act on the desk's own stream; raises Conflict."""
    from verifier.store import Intent

    (events,) = session.store.write([Intent(DESK, act, library.seq)], session.reviewer)
    return fold_new(library, events)[1]


def _refuse_taken(library: State, name: str) -> None:
    """Raise where a name or alias is empty, or means another source already."""
    if not name:
        raise BadInput("A name or alias of the source is empty; type one or leave it out.")
    for source in library.sources.values():
        if name.casefold() in names_of(source):
            raise Refused(f"{name} is there already, as {source.slug}.")
