"""The registry of sources that all stories share: add, edit, rate, and what looks alike in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from verifier.desk.lookup import library_source, living_source, names_of
from verifier.desk.names import slug_of, typed_text
from verifier.desk.session import Session, fold_new, load_library
from verifier.language.lookalikes import looks_like, mixed_words, skeleton
from verifier.model.errors import BadInput, Refused
from verifier.model.event import DESK, Act, EventKind, Subject, SubjectKind
from verifier.model.scales import Reliability, SourceKind
from verifier.model.source import Source
from verifier.model.state import Change, State
from verifier.model.story import Slug
from verifier.record.fold import change_of

LONGEST_NAME = 200


@dataclass(frozen=True)
class SourceEdit:
    """What to change of a source; None leaves a field as it is, "" empties it."""

    name: str | None = None
    kind: SourceKind | None = None
    party: str | None = None
    owner: str | None = None
    parent: str | None = None
    access: str | None = None
    record: str | None = None
    interest: str | None = None
    confidential: bool | None = None
    aliases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Grading:
    """One letter that a source was given: by whom, when (UTC) and why."""

    at: str
    actor: str
    reliability: Reliability | None
    reason: str | None


def source_list(session: Session) -> tuple[Source, ...]:
    """All sources of the registry, by slug; those merged into another one too."""
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
    """Add a source to the registry; raises Refused where one of that name is there.

    A name that only looks like another one is added: `look_alikes` warns of it.
    """
    name = typed_text(name, "name of the source", LONGEST_NAME)
    if not name:
        raise BadInput("The name of the source is empty; type one.")
    library = load_library(session)
    known = [typed_text(alias, "alias", LONGEST_NAME) for alias in aliases]
    for each in (name, *known):
        refuse_taken(library.sources, each)
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
        party=typed_text(party, "party", LONGEST_NAME) if party else None,
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


def edit_source(session: Session, name: str, edit: SourceEdit) -> tuple[Source, Change]:
    """Change what is known of a source.

    Raises UnknownName, BadInput, and Refused where nothing changes, where a name means another
    source already, or where a parent would be its own child.
    """
    library = load_library(session)
    source = library_source(library, name)
    new = _edited(library, source, edit)
    return new, record_source(session, library, EventKind.SOURCE_EDITED, new)


def rate_source(
    session: Session, name: str, letter: Reliability | None, reason: str
) -> tuple[Source, Change]:
    """Give a source a letter of the Admiralty code, with the reason; None takes the letter away.

    Stories judged before keep the letter that their verdicts were given under. Raises BadInput
    without a reason, UnknownName, and Refused where nothing changes.
    """
    why = typed_text(reason, "reason")
    if not why:
        raise BadInput("Say why the source has this grade; the report prints it (--reason TEXT).")
    library = load_library(session)
    source = library_source(library, name)
    new = replace(source, reliability=letter, reliability_reason=why)
    return new, record_source(session, library, EventKind.SOURCE_EDITED, new)


def gradings(session: Session, name: str) -> tuple[Grading, ...]:
    """Every letter that a source was given, oldest first, as the log has it. Raises UnknownName."""
    subject = Subject(SubjectKind.SOURCE, (library_source(load_library(session), name).slug,))
    found: list[Grading] = []
    for event in session.store.events(DESK):
        for change in event.changes:
            after = change.after or {}
            if change.subject != subject or not after.keys() & _GRADED:
                continue
            before = found[-1] if found else Grading("", "", None, None)
            letter = after.get("reliability", before.reliability)
            reason = after.get("reliability_reason", before.reason)
            found.append(
                Grading(
                    event.at,
                    event.actor,
                    Reliability(str(letter)) if letter else None,
                    str(reason) if reason else None,
                )
            )
    return tuple(found)


_GRADED = {"reliability", "reliability_reason"}


def look_alikes(sources: Iterable[Source], source: Source) -> tuple[str, ...]:
    """One sentence for each name of `source` that may be taken for another source's name.

    Letters of several scripts in one word are told as well. Nothing is merged for it.
    """
    said = [
        f"“{word}” in the name of {source.slug} mixes letters of two scripts; is it what it seems?"
        for name in (source.name, *source.aliases)
        for word in mixed_words(name)
    ]
    for other in sources:
        if other.slug == source.slug or other.merged_into is not None:
            continue
        found = _likeness(source, other)
        if found:
            said.append(found)
    return tuple(dict.fromkeys(said))


def new_look_alikes(library: State, new: Iterable[Source]) -> tuple[str, ...]:
    """A sentence for each source a story brings whose name looks like that of a known one.

    Only what looks the same is told, not near spellings: a story may bring many sources.
    """
    shapes: dict[str, Source] = {}
    for known in library.sources.values():
        if known.merged_into is None:
            for name in (known.name, *known.aliases):
                shapes.setdefault(skeleton(name), known)
    said = []
    for source in new:
        found = shapes.get(skeleton(source.name))
        if source.slug in library.sources or found is None:
            continue
        said.append(_likeness(source, found))
    return tuple(sentence for sentence in said if sentence)


def write_to_library(session: Session, library: State, act: Act) -> Change:
    """Write one act on the desk's own stream; raises Conflict."""
    from verifier.store import Intent

    (events,) = session.store.write([Intent(DESK, act, library.seq)], session.reviewer)
    return fold_new(library, events)[1]


def record_source(session: Session, library: State, kind: EventKind, source: Source) -> Change:
    """Record one source as it is now; raises Refused where nothing changes."""
    change = change_of(library, Subject(SubjectKind.SOURCE, (source.slug,)), source)
    if change is None:
        raise Refused(f"{source.slug} is like that already; there is nothing to change.")
    return write_to_library(session, library, Act(kind, (change,)))


def refuse_taken(sources: Mapping[Slug, Source], name: str, *, but: Slug | None = None) -> None:
    """Raise where a name or alias is empty, or means a source other than `but` already."""
    if not name:
        raise BadInput("A name or alias of the source is empty; type one or leave it out.")
    for source in sources.values():
        if name.casefold() in names_of(source) and source.slug != but:
            if source.merged_into is not None and source.merged_into == but:
                continue
            raise Refused(f"{name} is there already, as {source.slug}.")


def _edited(library: State, source: Source, edit: SourceEdit) -> Source:
    """The source with the changes asked for, each checked."""
    names = [typed_text(name, "alias", LONGEST_NAME) for name in edit.aliases]
    if edit.name is not None:
        names.insert(0, typed_text(edit.name, "name of the source", LONGEST_NAME))
    for each in names:
        refuse_taken(library.sources, each, but=source.slug)
    gone = {typed_text(alias, "alias", LONGEST_NAME).casefold() for alias in edit.without}
    missing = gone - {alias.casefold() for alias in source.aliases}
    if missing:
        raise BadInput(f"{source.slug} has no alias {min(missing)}; nothing was changed.")
    kept = [alias for alias in source.aliases if alias.casefold() not in gone]
    added = names[1:] if edit.name is not None else names
    return replace(
        source,
        name=source.name if edit.name is None else names[0],
        kind=edit.kind or source.kind,
        aliases=tuple(dict.fromkeys([*kept, *added])),
        party=_changed(source.party, edit.party, "party"),
        owner=_changed(source.owner, edit.owner, "owner"),
        parent=_parent(library, source, edit.parent),
        access=_changed(source.access, edit.access, "access"),
        record=_changed(source.record, edit.record, "record"),
        interest=_changed(source.interest, edit.interest, "interest"),
        confidential=source.confidential if edit.confidential is None else edit.confidential,
    )


def _changed(old: str | None, new: str | None, what: str) -> str | None:
    return old if new is None else typed_text(new, what, 2_000) or None


def _parent(library: State, source: Source, name: str | None) -> Slug | None:
    if name is None:
        return source.parent
    if not name.strip():
        return None
    parent = library_source(library, name)
    refuse_parent_loop(library.sources, source.slug, parent.slug)
    return parent.slug


def refuse_parent_loop(sources: Mapping[Slug, Source], child: Slug, parent: Slug) -> None:
    """Raise Refused where `parent` is `child` or comes below it."""
    above: Slug | None = parent
    seen: set[Slug] = set()
    while above is not None and above not in seen:
        if above == child:
            raise Refused(f"{child} cannot have {parent} as its parent: that comes below it.")
        seen.add(above)
        known = sources.get(above)
        above = None if known is None else living_source(sources, known).parent


def _likeness(source: Source, other: Source) -> str:
    """The first pair of names of two sources that may be taken for each other, in a sentence."""
    for name in (source.name, *source.aliases):
        for known in (other.name, *other.aliases):
            how = looks_like(name, known)
            if how:
                return (
                    f"“{name}” ({source.slug}) {how} “{known}” ({other.slug}), and is kept apart "
                    f"from it. If they are one source: `verifier sources merge {source.slug} "
                    f"{other.slug}`."
                )
    return ""
