"""The edges a mark rests on: `echoes` records one, `asserts` asks where one speaks against it."""

from dataclasses import replace

from verifier.desk.dependencies import edge_changes, next_edge_label, refuse_self_edge
from verifier.desk.judging import newsroom_for
from verifier.desk.known import known_state, names_meant
from verifier.desk.lookup import living_source
from verifier.desk.session import OpenStory, Session
from verifier.judgement import echo_targets, speaks_against_stance
from verifier.model.decision import Stance
from verifier.model.dependency import Dependency
from verifier.model.errors import NeedsChoice, NeedsReason
from verifier.model.event import Subject, SubjectChange, SubjectKind
from verifier.model.scales import (
    Aspect,
    DependencyKind,
    DependencyScope,
    DependencyState,
    StanceCode,
)
from verifier.model.story import Slug
from verifier.record.fold import change_of


def echo_changes(
    session: Session, story: OpenStory, stance: Stance, of: Slug | None
) -> list[SubjectChange | None]:
    """What marking a stance does to the edges.

    *Echoes* without an edge in scope adds one to `of`, else to the claim's one speaker; another
    stance takes back the edge that the reviewer's earlier *echoes* recorded. Raises NeedsChoice
    where several speak, Refused for a source that would echo itself.
    """
    if stance.code is not StanceCode.ECHOES:
        return own_edge_gone(session, story, stance)
    if of is None:
        found = echo_targets(
            known_state(story), stance.claim, stance.source, newsroom=newsroom_for(session, story)
        )
        if len(found) > 1:
            raise NeedsChoice(
                f"{stance.source} may repeat any of the speakers of {stance.claim}: "
                f"{', '.join(found)}. Say which one (--of SOURCE).",
                found,
            )
        of = found[0] if found else None
    source = _living(story, stance.source)
    if of is None or _is_there(session, story, stance, of):
        return []
    refuse_self_edge(source, of)
    edge = Dependency(
        label=next_edge_label(story.state),
        from_source=source,
        to_source=of,
        kind=DependencyKind.ECHOES,
        scope=DependencyScope.CLAIM,
        state=DependencyState.CONFIRMED,
        proposed_by=session.reviewer.name,
        claims=(stance.claim,),
    )
    return edge_changes(story, edge)


def own_edge_gone(session: Session, story: OpenStory, stance: Stance) -> list[SubjectChange | None]:
    """The change that takes back the edge which the reviewer's *echoes* recorded, if there is one.

    It stays where another reviewer's *echoes* on the claim rests on it too.
    """
    edge = _own_edge(session, story, stance)
    if edge is None or _is_needed(session, story, stance):
        return []
    return [change_of(story.state, Subject(SubjectKind.DEPENDENCY, (edge.label,)), None)]


def asked(session: Session, story: OpenStory, stance: Stance, reason: str | None) -> str | None:
    """The reason by which *asserts* holds against an edge; None where no edge speaks against it.

    Raises NeedsReason where one does and no reason is given.
    """
    meant = names_meant(story, _living(story, stance.source))
    room = newsroom_for(session, story)
    own = _own_edge(session, story, stance)
    all_edges = (*story.state.dependencies.values(), *room.dependencies.values())
    against = [e for e in all_edges if e.from_source in meant and not e.is_rejected and e != own]
    if not against:
        return None
    state = known_state(story)
    if own is not None:
        kept = {label: edge for label, edge in state.dependencies.items() if label != own.label}
        state = replace(state, dependencies=kept)
    findings = speaks_against_stance(
        state, stance.claim, stance.source, stance.code, session.reviewer.name, newsroom=room
    )
    if not findings:
        return None
    if not reason:
        act = f"{stance.source} asserts on {stance.claim}"
        raise NeedsReason(act, findings, StanceCode.ECHOES)
    return reason


def _living(story: OpenStory, slug: Slug) -> Slug:
    source = story.registry.get(slug)
    return slug if source is None else living_source(story.registry, source).slug


def _own_edge(session: Session, story: OpenStory, stance: Stance) -> Dependency | None:
    """The edge that the reviewer's *echoes* on this claim recorded."""
    meant = names_meant(story, _living(story, stance.source))
    for edge in story.state.dependencies.values():
        if (
            edge.from_source in meant
            and edge.claims == (stance.claim,)
            and edge.proposed_by == session.reviewer.name
            and edge.state is DependencyState.CONFIRMED
            and edge.kind is DependencyKind.ECHOES
            and not (edge.cue or edge.reason or edge.evidence)
        ):
            return edge
    return None


def _is_needed(session: Session, story: OpenStory, stance: Stance) -> bool:
    """Whether somebody else marked the source *echoes* on the claim."""
    meant = names_meant(story, _living(story, stance.source))
    return any(
        key.claim == stance.claim
        and key.aspect is Aspect.SUBSTANCE
        and key.source in meant
        and key.reviewer != session.reviewer.name
        and other.code is StanceCode.ECHOES
        for key, other in story.state.stances.items()
    )


def _is_there(session: Session, story: OpenStory, stance: Stance, of: Slug) -> bool:
    """Whether an unrejected edge for this claim leads to `of` already."""
    meant = names_meant(story, _living(story, stance.source))
    return any(
        edge.from_source in meant
        and edge.to_source == of
        and not edge.is_rejected
        and (edge.scope is DependencyScope.STORY or stance.claim in edge.claims)
        for edge in story.state.dependencies.values()
    )
