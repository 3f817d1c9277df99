"""Marking: what one source does with one claim."""

from collections.abc import Sequence
from dataclasses import replace

from verifier.desk.echoing import asked, echo_changes, own_edge_gone
from verifier.desk.known import names_meant
from verifier.desk.lookup import evidence_copy, refuse_dismissed, source_copy
from verifier.desk.names import typed_text
from verifier.desk.searches import documents_of, new_search, search_change
from verifier.desk.session import Acted, OpenStory, Session, record_act
from verifier.desk.translating import with_passages
from verifier.model.claim import ClaimLabel
from verifier.model.decision import Stance
from verifier.model.errors import BadInput, Refused
from verifier.model.event import EventKind, Subject, SubjectChange, SubjectKind
from verifier.model.evidence import Passage
from verifier.model.scales import Aspect, Basis, StanceCode
from verifier.model.state import StanceKey
from verifier.model.story import Slug
from verifier.record.fold import change_of


def mark_stance(
    session: Session,
    story: OpenStory,
    claim: ClaimLabel,
    source: Slug,
    code: StanceCode,
    *,
    aspect: Aspect = Aspect.SUBSTANCE,
    passages: tuple[Passage, ...] | None = None,
    credibility: int | None = None,
    note: str | None = None,
    override: str | None = None,
    of: Slug | None = None,
    against_interest: bool | None = None,
    searched: str | None = None,
    found: int = 0,
) -> Acted:
    """Record the reviewer's stance of `source` on `claim`.

    `passages` are added to those an earlier stance of the same key cites; None keeps what it had.
    *Silent* cites nothing. A source or evidence item that the story does not hold yet is copied
    into it from the library. *Echoes* without an edge in scope also records one, to `of` or else
    to the claim's speaker; a stance that is no longer *echoes* takes that edge back. With
    `searched`, the query that *silent* rests on goes on record as a search; `found` counts the
    passages that it showed and that say nothing on the claim. Raises
    NeedsChoice where several speak, NeedsReason for *asserts* against an unrejected edge without
    an `override`, UnknownName and BadInput.
    """
    refuse_dismissed(story, claim)
    kept = _stance(session, story, claim, aspect, source)
    stance = Stance(claim, aspect, source, session.reviewer.name, code) if kept is None else kept
    stance = replace(
        stance,
        code=code,
        passages=_cited_by(stance, code, passages),
        credibility=stance.credibility if credibility is None else _digit(credibility),
        note=stance.note if note is None else typed_text(note, "note"),
        against_interest=stance.against_interest if against_interest is None else against_interest,
        accepted_from=None,
        unread=False,
        override=None,
    )
    if aspect is not Aspect.SUBSTANCE:
        return _record(session, story, stance)
    edges = echo_changes(session, story, stance, of)
    if searched is not None:
        edges.append(_looked(session, story, stance, searched, found))
    if code is StanceCode.ASSERTS:
        earlier = kept.override if kept is not None and kept.code is code else None
        reason = typed_text(override or "", "reason") or earlier
        stance = replace(stance, override=asked(session, story, stance, reason))
    return _record(session, story, stance, edges)


def clear_stance(
    session: Session,
    story: OpenStory,
    claim: ClaimLabel,
    source: Slug,
    *,
    aspect: Aspect = Aspect.SUBSTANCE,
) -> Acted:
    """Take the reviewer's stance back to *not looked*; raises Refused where there is none.

    The edge that marking it *echoes* recorded goes with it.
    """
    refuse_dismissed(story, claim)
    stance = _existing(session, story, claim, aspect, source)
    edges = own_edge_gone(session, story, stance) if aspect is Aspect.SUBSTANCE else []
    change = change_of(story.state, _subject(stance), None)
    return record_act(session, story, EventKind.STANCE_CLEARED, [change, *edges])


def rate_credibility(
    session: Session,
    story: OpenStory,
    claim: ClaimLabel,
    source: Slug,
    digit: int,
    *,
    aspect: Aspect = Aspect.SUBSTANCE,
) -> Acted:
    """Set the digit 1-6 of the Admiralty code on an existing stance; raises Refused, BadInput."""
    refuse_dismissed(story, claim)
    stance = _existing(session, story, claim, aspect, source)
    return _record(session, story, replace(stance, credibility=_digit(digit)))


def cite(
    session: Session,
    story: OpenStory,
    claim: ClaimLabel,
    source: Slug,
    passage: Passage,
    *,
    aspect: Aspect = Aspect.SUBSTANCE,
) -> Acted:
    """Add a passage to an existing stance; citing it twice changes nothing. Raises Refused.

    Cited again with a translation, the passage gets it.
    """
    refuse_dismissed(story, claim)
    stance = _existing(session, story, claim, aspect, source)
    cited = with_passages(stance.passages, (passage,))
    if cited == stance.passages:
        return record_act(session, story, EventKind.STANCE_MARKED, [])
    return _record(session, story, replace(stance, passages=cited))


def _record(
    session: Session,
    story: OpenStory,
    stance: Stance,
    edges: Sequence[SubjectChange | None] = (),
) -> Acted:
    changes: list[SubjectChange | None] = [source_copy(story, stance.source)]
    changes += [change for change in edges if change is None or change not in changes]
    changes += [evidence_copy(story, label) for label in _cited(stance)]
    stance = replace(stance, basis=_basis(story, stance))
    changes.append(change_of(story.state, _subject(stance), stance))
    return record_act(session, story, EventKind.STANCE_MARKED, changes)


def _looked(
    session: Session, story: OpenStory, stance: Stance, query: str, found: int
) -> SubjectChange | None:
    """The search that a silent source rests on: all its documents, nothing that says it."""
    count = documents_of(story, stance.source)
    search = new_search(session, story, stance.claim, query, stance.source, count, found)
    return search_change(story.state, search)


def _cited_by(
    stance: Stance, code: StanceCode, added: tuple[Passage, ...] | None
) -> tuple[Passage, ...]:
    """The passages of a stance with those added, each once; a silent source has none."""
    if code is StanceCode.SILENT:
        if added:
            raise BadInput("A silent source says nothing on the claim: there is nothing to cite.")
        return ()
    return with_passages(stance.passages, added or ())


def _cited(stance: Stance) -> list[str]:
    return list(dict.fromkeys(passage.evidence for passage in stance.passages))


def _basis(story: OpenStory, stance: Stance) -> Basis:
    """Seen in the source's own document, when a cited item is one of that source's."""
    items = [story.library.evidence.get(passage.evidence) for passage in stance.passages]
    own = any(item is not None and item.source == stance.source for item in items)
    return Basis.DOCUMENT if own else Basis.STORY


def _subject(stance: Stance) -> Subject:
    key = (stance.claim, stance.aspect.value, stance.source, stance.reviewer)
    return Subject(SubjectKind.STANCE, key)


def _stance(
    session: Session, story: OpenStory, claim: ClaimLabel, aspect: Aspect, source: Slug
) -> Stance | None:
    """The reviewer's stance of a source, also one that stands under a name merged into it."""
    stances, reviewer = story.state.stances, session.reviewer.name
    found = stances.get(StanceKey(claim, aspect, source, reviewer))
    if found is not None or not any(item.merged_into for item in story.library.sources.values()):
        return found
    keys = (StanceKey(claim, aspect, name, reviewer) for name in names_meant(story, source))
    return next((stances[key] for key in keys if key in stances), None)


def _existing(
    session: Session, story: OpenStory, claim: ClaimLabel, aspect: Aspect, source: Slug
) -> Stance:
    stance = _stance(session, story, claim, aspect, source)
    if stance is None:
        raise Refused(
            f"You have no stance of {source} on {claim} yet; mark one first (a e p x i s)."
        )
    return stance


def _digit(value: int) -> int:
    if not 1 <= value <= 6:
        raise BadInput("Credibility is a digit from 1 (confirmed) to 6 (cannot be judged).")
    return value
