"""Claims that say several things, or the same thing twice: split, merge, restate."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from verifier.desk.claim_list import read_span, trimmed_span
from verifier.desk.lookup import claim_named, refuse_dismissed
from verifier.desk.names import next_label, typed_text
from verifier.desk.session import Acted, OpenStory, Session, record_act
from verifier.model.claim import Attribution, Claim, ClaimLabel
from verifier.model.errors import BadInput, Refused
from verifier.model.event import EventKind, Subject, SubjectChange, SubjectKind
from verifier.model.scales import ClaimState
from verifier.model.text import Span
from verifier.record.fold import change_of


@dataclass(frozen=True)
class Part:
    """What one part of a split claim says: words of the story, a stand-alone text, or both.

    Without a `span` the part stands where the whole claim stands.
    """

    span: Span | None = None
    standalone: str | None = None


def split_claim(
    session: Session, story: OpenStory, label: ClaimLabel, parts: tuple[Part, ...]
) -> Acted:
    """Part a claim into two or more, each judged by itself; the whole stays and keeps its marks.

    The parts take over who says it and the weight. The whole can be judged no better than its
    worst part (P3). Raises BadInput for fewer than two parts, for one without words or outside the
    claim, and Refused on a dismissed claim.
    """
    refuse_dismissed(story, label)
    whole = claim_named(story, label)
    if len(parts) < 2:
        raise BadInput(f"Split {whole.label} into two parts or more; give each with --part.")
    used = [item.key[0] for item in story.state.stamps if item.kind is SubjectKind.CLAIM]
    changes: list[SubjectChange | None] = [_touched(whole.label)]
    for part in parts:
        own = ClaimLabel(next_label("C", used))
        used.append(own)
        claim = _part(session, story, whole, own, part)
        changes.append(change_of(story.state, _subject(own), claim))
    return record_act(session, story, EventKind.CLAIM_SPLIT, changes)


def merge_claims(
    session: Session, story: OpenStory, label: ClaimLabel, others: Iterable[ClaimLabel]
) -> Acted:
    """Make one claim of several that say the same: `label` stays, `others` are dismissed into it.

    It takes over their speakers, and the reviewer's own stances of sources that it has
    none of; every other mark stays on record under the old label, and restoring that shows it
    again. What was part of the others, or restated them, goes over to it. Raises BadInput where
    there is nothing to merge, Refused on a dismissed claim.
    """
    refuse_dismissed(story, label)
    target = claim_named(story, label)
    gone = []
    for other in dict.fromkeys(others):
        refuse_dismissed(story, other)
        claim = claim_named(story, other)
        if claim.label == target.label:
            raise BadInput(f"{claim.label} cannot be merged into itself.")
        gone.append(claim)
    if not gone:
        raise BadInput(f"Say which claims to merge into {target.label}.")
    said = _joined_speakers(target, gone)
    kept = replace(target, attributions=said)
    if kept.parent in {claim.label for claim in gone}:
        kept = replace(kept, parent=None)
    if kept.restates in {claim.label for claim in gone}:
        kept = replace(kept, restates=None)
    changes: list[SubjectChange | None] = [
        change_of(story.state, _subject(target.label), kept) or _touched(target.label)
    ]
    for claim in gone:
        dismissed = replace(claim, state=ClaimState.DISMISSED, reason=f"merged into {target.label}")
        changes.append(change_of(story.state, _subject(claim.label), dismissed))
    changes += _followers(story, target, gone)
    changes += _own_stances(session, story, target, gone)
    return record_act(session, story, EventKind.CLAIMS_MERGED, changes)


def restate_claim(
    session: Session, story: OpenStory, label: ClaimLabel, other: ClaimLabel | None
) -> Acted:
    """Record that a claim says again what `other` says; None: it stands alone.

    Raises Refused where it would restate itself, directly or in a circle.
    """
    claim = claim_named(story, label)
    meant = None if other is None else claim_named(story, other).label
    above = meant
    seen: set[ClaimLabel] = set()
    while above is not None and above not in seen:
        if above == claim.label:
            raise Refused(f"{claim.label} cannot restate {meant}: that restates {claim.label}.")
        seen.add(above)
        above = story.state.claims[above].restates
    change = change_of(story.state, _subject(claim.label), replace(claim, restates=meant))
    return record_act(session, story, EventKind.CLAIM_RESTATED, [change])


def _part(session: Session, story: OpenStory, whole: Claim, label: ClaimLabel, part: Part) -> Claim:
    """The claim that one part is."""
    text = typed_text(part.standalone or "", "stand-alone text")
    if part.span is None and not text:
        raise BadInput("A part needs words: a span of the story or a stand-alone text.")
    if part.span is None:
        facets = tuple(facet for facet in whole.facets if facet.text in text)
        claim = replace(whole, standalone=text, facets=facets)
    else:
        span = trimmed_span(story, part.span)
        place = whole.selector
        if place is None or not span.overlaps(place.span):
            raise BadInput(f"The part {span.start}:{span.end} lies outside {whole.label}.")
        read = read_span(story, label, span)
        claim = replace(read, checkability=whole.checkability, attributions=whole.attributions)
        claim = replace(claim, standalone=text or claim.standalone, weight=whole.weight)
    return replace(
        claim,
        label=label,
        parent=whole.label,
        restates=None,
        proposed_by=session.reviewer.name,
        state=ClaimState.ACTIVE,
        reason=None,
    )


def _joined_speakers(target: Claim, gone: list[Claim]) -> tuple[Attribution, ...]:
    """The attributions of all, each speaker once, those of `target` first."""
    said = list(target.attributions)
    known = {(item.source, item.speaker) for item in said}
    for claim in gone:
        for item in claim.attributions:
            if item.speaker and (item.source, item.speaker) not in known:
                known.add((item.source, item.speaker))
                said.append(item)
    return tuple(said)


def _followers(
    story: OpenStory, target: Claim, gone: list[Claim]
) -> Iterable[SubjectChange | None]:
    """What pointed to the merged claims points to `target` now."""
    labels = {claim.label for claim in gone}
    for claim in story.state.claims.values():
        if claim.label in labels or claim.label == target.label:
            continue
        moved = replace(
            claim,
            parent=target.label if claim.parent in labels else claim.parent,
            restates=target.label if claim.restates in labels else claim.restates,
        )
        yield change_of(story.state, _subject(claim.label), moved)


def _own_stances(
    session: Session, story: OpenStory, target: Claim, gone: list[Claim]
) -> Iterable[SubjectChange | None]:
    """The reviewer's stances on the merged claims, for sources without one on `target`."""
    labels = {claim.label for claim in gone}
    reviewer = session.reviewer.name
    taken = {
        (key.aspect, key.source)
        for key in story.state.stances
        if key.claim == target.label and key.reviewer == reviewer
    }
    for key, stance in story.state.stances.items():
        if key.claim not in labels or key.reviewer != reviewer:
            continue
        if (key.aspect, key.source) not in taken:
            taken.add((key.aspect, key.source))
            moved = replace(stance, claim=target.label)
            subject = Subject(
                SubjectKind.STANCE, (target.label, key.aspect.value, key.source, reviewer)
            )
            yield change_of(story.state, subject, moved)


def _touched(label: ClaimLabel) -> SubjectChange:
    """A change that says only that a person acted on the claim."""
    return SubjectChange(_subject(label), {}, {})


def _subject(label: ClaimLabel) -> Subject:
    return Subject(SubjectKind.CLAIM, (label,))
