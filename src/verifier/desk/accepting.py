"""Taking what the program proposes of sources: one stance, or all of a claim's."""

from collections.abc import Sequence

from verifier.desk.judging import assess_story
from verifier.desk.known import names_meant
from verifier.desk.lookup import claim_named, refuse_dismissed, source_copy
from verifier.desk.session import Acted, OpenStory, Session, record_act
from verifier.model.assessment import ProposedStance
from verifier.model.claim import ClaimLabel
from verifier.model.decision import Stance
from verifier.model.errors import Refused
from verifier.model.event import EventKind, Subject, SubjectChange, SubjectKind
from verifier.model.scales import Basis
from verifier.model.state import StanceKey
from verifier.model.story import Slug
from verifier.record.fold import change_of


def proposals_on(
    session: Session, story: OpenStory, claim: ClaimLabel
) -> tuple[ProposedStance, ...]:
    """What is proposed for a claim's sources that the reviewer has not marked, in its row's order.

    Raises UnknownName.
    """
    label = claim_named(story, claim).label
    return tuple(
        assess_story(session, story, session.reviewer.name).claims[label].proposed.values()
    )


def accept_proposal(
    session: Session, story: OpenStory, claim: ClaimLabel, source: Slug, *, unread: bool = False
) -> Acted:
    """Take the stance that is proposed for one source, as it stands.

    `unread`: the passage that it was read from was not opened. Raises Refused where nothing is
    proposed for the source, or the reviewer marked it already.
    """
    refuse_dismissed(story, claim)
    found = [item for item in proposals_on(session, story, claim) if item.source == source]
    if not found:
        raise Refused(
            f"Nothing is proposed for {source} on {claim}, or you marked it already; mark it "
            "yourself (a e p x i s)."
        )
    return _accept(session, story, found, unread)


def accept_all(
    session: Session, story: OpenStory, claim: ClaimLabel, *, unread: bool = False
) -> Acted:
    """Take every stance that is proposed on a claim, as one act. Raises Refused for none."""
    refuse_dismissed(story, claim)
    found = proposals_on(session, story, claim)
    if not found:
        raise Refused(f"Nothing is proposed on {claim} that you have not marked already.")
    return _accept(session, story, found, unread)


def accept_shown(
    session: Session,
    story: OpenStory,
    found: Sequence[ProposedStance],
    *,
    unread: bool = False,
) -> Acted:
    """Take proposals exactly as they were shown, as one act, without working them out again.

    Raises Refused where the reviewer has marked one of the sources since.
    """
    for item in found:
        refuse_dismissed(story, item.claim)
        keys = (
            StanceKey(item.claim, item.aspect, name, session.reviewer.name)
            for name in names_meant(story, item.source)
        )
        if any(key in story.state.stances for key in keys):
            raise Refused(f"You marked {item.source} on {item.claim} already; u undoes it.")
    return _accept(session, story, tuple(found), unread)


def _accept(
    session: Session,
    story: OpenStory,
    found: tuple[ProposedStance, ...] | list[ProposedStance],
    unread: bool,
) -> Acted:
    """Copy the whole of each proposal into the record."""
    changes: list[SubjectChange | None] = []
    for item in found:
        stance = Stance(
            claim=item.claim,
            aspect=item.aspect,
            source=item.source,
            reviewer=session.reviewer.name,
            code=item.code,
            basis=item.basis,
            note=item.why,
            accepted_from=item.rule,
            unread=unread and item.basis is Basis.DOCUMENT,
        )
        key = (item.claim, item.aspect.value, item.source, session.reviewer.name)
        changes.append(source_copy(story, item.source))
        changes.append(change_of(story.state, Subject(SubjectKind.STANCE, key), stance))
    return record_act(session, story, EventKind.STANCES_ACCEPTED, changes)
