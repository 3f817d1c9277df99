"""Edges between sources: list them, confirm or reject what was read, add one that was not."""

from collections.abc import Sequence
from dataclasses import replace

from verifier.desk.document_edges import document_edges, document_sources
from verifier.desk.lookup import evidence_copy, source_copy
from verifier.desk.names import next_label, typed_text, unknown
from verifier.desk.proposing import with_new_sources
from verifier.desk.session import Acted, OpenStory, Session, fold_new, load_library, record_act
from verifier.model.claim import ClaimLabel
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.errors import BadInput, Refused
from verifier.model.event import Act, EventKind, Subject, SubjectChange, SubjectKind
from verifier.model.scales import DependencyKind, DependencyScope, DependencyState
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.model.text import Span
from verifier.record.fold import change_of


def dependency_list(session: Session, story: OpenStory) -> tuple[Dependency, ...]:
    """All edges of a story: those of its own text, then those of the documents that it cites."""
    own = story.state.dependencies
    read = (edge for edge in document_edges(session, story) if edge.label not in own)
    return tuple(sorted((*own.values(), *read), key=lambda edge: _order(edge.label)))


def dependency_named(session: Session, story: OpenStory, label: str) -> Dependency:
    """The edge with this label; `d1` and `1` mean D01. Raises UnknownName."""
    known = {edge.label: edge for edge in dependency_list(session, story)}
    wanted = label.strip().upper()
    number = wanted.removeprefix("D").lstrip("0")
    found = known.get(DependencyLabel(wanted)) or known.get(DependencyLabel(f"D{number:0>2}"))
    if found is None:
        listing = f"`verifier dependencies {story.story.slug}` lists them."
        raise unknown("dependency", label, known, listing)
    return found


def confirm_dependency(session: Session, story: OpenStory, label: str, reason: str = "") -> Acted:
    """Record that an edge holds. Raises UnknownName, and Refused where it is confirmed already."""
    edge = dependency_named(session, story, label)
    why = typed_text(reason, "reason")
    return _decide(session, story, edge, DependencyState.CONFIRMED, why)


def reject_dependency(session: Session, story: OpenStory, label: str, reason: str) -> Acted:
    """Record that an edge does not hold, and why; nothing is counted over it any more.

    Raises BadInput without a reason, UnknownName, and Refused where it is rejected already.
    """
    edge = dependency_named(session, story, label)
    why = typed_text(reason, "reason")
    if not why:
        raise BadInput(
            f"Say why {edge.label} does not hold; the report prints the reason (--reason TEXT)."
        )
    return _decide(session, story, edge, DependencyState.REJECTED, why)


def add_dependency(
    session: Session,
    story: OpenStory,
    from_source: Slug,
    to_source: Slug,
    kind: DependencyKind,
    *,
    scope: DependencyScope = DependencyScope.STORY,
    claims: tuple[ClaimLabel, ...] = (),
    reach: Span | None = None,
    cue: Span | None = None,
    reason: str = "",
) -> Acted:
    """Add an edge that the program did not read, confirmed by the reviewer.

    `scope` *claim* takes `claims`, *paragraph* takes `reach`; `cue` are the words of the story that
    show it. Raises Refused for an edge to itself or one that is there, BadInput for a scope without
    what it reaches.
    """
    refuse_self_edge(from_source, to_source)
    _refuse_scope(scope, claims, reach, story)
    edge = Dependency(
        label=next_edge_label(story.state),
        from_source=from_source,
        to_source=to_source,
        kind=kind,
        scope=scope,
        state=DependencyState.CONFIRMED,
        proposed_by=session.reviewer.name,
        cue="" if cue is None else cue.of(story.text),
        span=cue,
        claims=claims if scope is DependencyScope.CLAIM else (),
        reach=reach if scope is DependencyScope.PARAGRAPH else None,
        reason=typed_text(reason, "reason"),
    )
    _refuse_there(story, edge)
    return record_act(session, story, EventKind.DEPENDENCY_ADDED, edge_changes(story, edge))


def edge_changes(story: OpenStory, edge: Dependency) -> list[SubjectChange | None]:
    """The changes that make `edge` what it is, with the copies of its sources and its document."""
    subject = Subject(SubjectKind.DEPENDENCY, (edge.label,))
    copies = [source_copy(story, slug) for slug in (edge.from_source, edge.to_source)]
    copies += [evidence_copy(story, edge.evidence)] if edge.evidence else []
    return [*copies, change_of(story.state, subject, edge)]


def next_edge_label(state: State) -> DependencyLabel:
    """The next free label of an edge of the story: D01, D02, …, never used before."""
    used = [item.key[0] for item in state.stamps if item.kind is SubjectKind.DEPENDENCY]
    return DependencyLabel(next_label("D", [label for label in used if "." not in label]))


def refuse_self_edge(from_source: Slug, to_source: Slug) -> None:
    """Raise Refused for an edge from a source to itself."""
    if from_source == to_source:
        raise Refused(
            f"{from_source} cannot depend on itself. If two names are one source, merge them with "
            "`verifier sources merge`."
        )


def _decide(
    session: Session, story: OpenStory, edge: Dependency, decided: DependencyState, reason: str
) -> Acted:
    if edge.state is decided and edge.reason == reason:
        raise Refused(f"{edge.label} is {decided.value} already; there is nothing to change.")
    kind = (
        EventKind.DEPENDENCY_CONFIRMED
        if decided is DependencyState.CONFIRMED
        else EventKind.DEPENDENCY_REJECTED
    )
    after = replace(edge, state=decided, reason=reason)
    return _record_edges(session, story, kind, [after])


def keep_document_edges(session: Session, story: OpenStory) -> OpenStory:
    """The story with every edge that its documents show on record, each as it was read.

    So that what rests on them stands alone. Nothing is written where all are there.
    """
    own = story.state.dependencies
    read = [edge for edge in document_edges(session, story) if edge.label not in own]
    if not read:
        return story
    return _record_edges(session, story, EventKind.DEPENDENCY_ADDED, read).story


def _record_edges(
    session: Session, story: OpenStory, kind: EventKind, edges: Sequence[Dependency]
) -> Acted:
    """Record edges as one act, with what adds to the library sources that only documents name."""
    from verifier.store import Intent

    new = document_sources(session, story)
    ends = dict.fromkeys(end for edge in edges for end in (edge.from_source, edge.to_source))
    named = [new[slug] for slug in ends if slug in new]
    known = {**story.library.sources, **{source.slug: source for source in named}}
    wider = replace(story, library=replace(story.library, sources=known))
    changes: dict[Subject, SubjectChange] = {}
    for edge in edges:
        for each in edge_changes(wider, edge):
            if each is not None:
                changes.setdefault(each.subject, each)
    if not named:
        return record_act(session, story, kind, list(changes.values()))
    intent = Intent(story.state.stream, Act(kind, tuple(changes.values())), story.state.seq)
    written = session.store.write(with_new_sources(story.library, named, intent), session.reviewer)
    state, change = fold_new(story.state, written[-1])
    return Acted(change, OpenStory(state, story.text, load_library(session)))


def _refuse_scope(
    scope: DependencyScope,
    claims: tuple[ClaimLabel, ...],
    reach: Span | None,
    story: OpenStory,
) -> None:
    if scope is DependencyScope.CLAIM and not claims:
        raise BadInput("An edge for single claims needs the claims it holds for (--claim CLAIM).")
    if scope is DependencyScope.PARAGRAPH:
        if reach is None:
            raise BadInput("An edge for a paragraph needs its place (--reach START:END).")
        if not 0 <= reach.start < reach.end <= len(story.text):
            raise BadInput(f"The place {reach.start}:{reach.end} lies outside the story.")


def _refuse_there(story: OpenStory, edge: Dependency) -> None:
    """Raise where an unrejected edge says the same already."""
    for other in story.state.dependencies.values():
        same = replace(edge, label=other.label, state=other.state, reason=other.reason)
        same = replace(same, proposed_by=other.proposed_by, cue=other.cue, span=other.span)
        if other == same and not other.is_rejected:
            raise Refused(
                f"{other.label} says that already; confirm it with `verifier dependencies "
                f"{story.story.slug} confirm {other.label}`."
            )


def _order(label: str) -> tuple[bool, int, str]:
    """D01 before D100 before E05.1."""
    return (label.startswith("E"), len(label), label)
