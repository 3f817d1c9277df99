"""Reading a story again with today's rules: what people decided stays, what they left open follows.

A claim that a person acted on is not touched. One that nobody acted on takes the new reading, or is
dismissed where the rules no longer propose it; it counts as proposed still, because every such
claim carries the stamp of the last reading (see `judgement.is_accepted`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from verifier.desk.edges_read import read_edges
from verifier.desk.matching import Held, matched
from verifier.desk.names import next_label
from verifier.desk.proposing import read_for_claims, with_new_sources
from verifier.desk.session import Acted, OpenStory, Session, fold_new, load_library
from verifier.judgement import is_accepted
from verifier.model.claim import Anchor, Claim, ClaimLabel
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.document import StoryReading
from verifier.model.event import Act, EventKind, Subject, SubjectChange, SubjectKind
from verifier.model.scales import ClaimState
from verifier.model.state import Change
from verifier.model.text import Span
from verifier.record.codec import from_json
from verifier.record.fold import change_of, record_of

NOT_PROPOSED = "no longer proposed by"
"""How the reason begins for which a rereading dismisses a claim; the engine's name follows."""


@dataclass(frozen=True)
class ReadAnew:
    """A claim, and the names of its fields that today's rules read differently, sorted."""

    label: ClaimLabel
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Reread:
    """What reading again did.

    `kept` are the claims that people acted on and that stay as they are; `differs` says of those
    among them what the rules would read differently today. `changed` took the new reading, `gone`
    are dismissed because they are proposed no longer, `new` were not there before. `acted.change`
    has no subjects where nothing changed; then nothing was written.
    """

    acted: Acted
    engine: str
    kept: tuple[ClaimLabel, ...]
    differs: tuple[ReadAnew, ...]
    changed: tuple[ReadAnew, ...]
    gone: tuple[ClaimLabel, ...]
    new: tuple[ClaimLabel, ...]
    remarks: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        """Whether the rules read the story as it stands, and nothing was written."""
        return not self.acted.change.subjects


def reread(session: Session, story: OpenStory) -> Reread:
    """Propose the claims of the story's latest text again, as one act that one undo takes back.

    Sources that the library does not know yet are added to it in the same transaction. Raises
    Conflict or StorageFault; then nothing is written.
    """
    story = replace(story, library=load_library(session))
    told = story.story
    reading = read_for_claims(
        story.text, story.library, dateline=told.dateline, language=told.language
    )
    accepted = frozenset(label for label in story.state.claims if is_accepted(story.state, label))
    homes = matched(reading.claims, _held(session, story, accepted))
    proposed = _at_home(story, reading, homes)
    decided = [claim for claim in proposed if claim.label in accepted]
    wanted = {claim.label: claim for claim in proposed if claim.label not in accepted}
    gone = _gone(story, accepted | wanted.keys(), reading.engine)
    edges = read_edges(story, reading.dependencies, _labels(story, reading, homes))
    changes = _changes(story, reading, {**wanted, **{claim.label: claim for claim in gone}}, edges)
    acted = _written(session, story, reading, changes, accepted)
    before = story.state.claims
    return Reread(
        acted=acted,
        engine=reading.engine,
        kept=tuple(label for label in before if label in accepted),
        differs=tuple(item for item in _differing(story, decided) if item.fields),
        changed=_differing(story, [c for c in wanted.values() if c.label in before]),
        gone=tuple(claim.label for claim in gone),
        new=tuple(label for label in wanted if label not in before),
        remarks=reading.remarks,
    )


def _held(session: Session, story: OpenStory, accepted: frozenset[ClaimLabel]) -> list[Held]:
    """The places that claims hold: of accepted ones also those a person moved them away from.

    So a claim whose span was corrected is not proposed a second time at its old place.
    """
    version = story.version.n
    found: dict[tuple[ClaimLabel, Span], Held] = {}

    def hold(label: ClaimLabel, anchors: Iterable[Anchor], rule: str) -> None:
        """Note the place of a claim in the latest version."""
        for anchor in anchors:
            if anchor.version == version and anchor.selector is not None:
                place = anchor.selector.span
                found.setdefault((label, place), Held(label, place, rule))

    for label, claim in story.state.claims.items():
        hold(label, claim.anchors, claim.proposed_by)
    for event in session.store.events(story.state.stream):
        for change in event.changes:
            label = ClaimLabel(change.subject.key[0])
            if change.subject.kind is SubjectKind.CLAIM and label in accepted:
                hold(label, _anchors_before(change), story.state.claims[label].proposed_by)
    return list(found.values())


def _anchors_before(change: SubjectChange) -> tuple[Anchor, ...]:
    listed = (change.before or {}).get("anchors")
    return tuple(from_json(Anchor, item) for item in listed) if isinstance(listed, list) else ()


def _at_home(
    story: OpenStory, reading: StoryReading, homes: Mapping[ClaimLabel, ClaimLabel]
) -> tuple[Claim, ...]:
    """The proposals under the labels they have in this story, new ones under labels never used."""
    labels = _labels(story, reading, homes)
    return tuple(_renamed(story, claim, labels) for claim in reading.claims)


def _labels(
    story: OpenStory, reading: StoryReading, homes: Mapping[ClaimLabel, ClaimLabel]
) -> Mapping[ClaimLabel, ClaimLabel]:
    """The label in this story of each proposal, by the proposal's own."""
    used = [item.key[0] for item in story.state.stamps if item.kind is SubjectKind.CLAIM]
    labels = dict(homes)
    for claim in reading.claims:
        if claim.label not in labels:
            labels[claim.label] = ClaimLabel(next_label("C", used))
            used.append(labels[claim.label])
    return labels


def _renamed(story: OpenStory, claim: Claim, labels: Mapping[ClaimLabel, ClaimLabel]) -> Claim:
    label = labels[claim.label]
    before = story.state.claims.get(label)
    version = story.version.n
    earlier = [anchor for anchor in before.anchors if anchor.version != version] if before else []
    here = [Anchor(version, anchor.selector) for anchor in claim.anchors]
    return replace(
        claim,
        label=label,
        anchors=(*earlier, *here),
        parent=labels.get(claim.parent) if claim.parent else None,
        restates=labels.get(claim.restates) if claim.restates else None,
    )


def _gone(story: OpenStory, stays: frozenset[ClaimLabel], engine: str) -> list[Claim]:
    """The active claims that nobody acted on and nothing proposes, dismissed."""
    return [
        replace(claim, state=ClaimState.DISMISSED, reason=f"{NOT_PROPOSED} {engine}")
        for label, claim in story.state.claims.items()
        if label not in stays and claim.is_active
    ]


def _changes(
    story: OpenStory,
    reading: StoryReading,
    claims: Mapping[ClaimLabel, Claim],
    edges: Mapping[DependencyLabel, Dependency | None],
) -> list[SubjectChange]:
    """What differs from the story as it stands; empty where nothing does."""
    version = replace(
        story.version,
        engine=reading.engine,
        sentences=reading.sentences,
        excluded=reading.excluded,
    )
    cited = {said.source for claim in claims.values() for said in claim.attributions}
    cited |= {end for e in edges.values() if e for end in (e.from_source, e.to_source)}
    missing = [s for s in reading.sources if s.slug in cited and s.slug not in story.state.sources]
    subjects: list[tuple[Subject, object | None]] = [
        (_version(story), version),
        *((Subject(SubjectKind.SOURCE, (source.slug,)), source) for source in missing),
        *((_subject(label), claim) for label, claim in claims.items()),
        *((Subject(SubjectKind.DEPENDENCY, (label,)), edge) for label, edge in edges.items()),
    ]
    found = (change_of(story.state, subject, record) for subject, record in subjects)
    return [change for change in found if change is not None]


def _written(
    session: Session,
    story: OpenStory,
    reading: StoryReading,
    changes: list[SubjectChange],
    accepted: frozenset[ClaimLabel],
) -> Acted:
    """The act, written with the stamp of this reading on all that is only proposed."""
    from verifier.store import Intent

    state = story.state
    if not changes:
        return Acted(Change(state.seq, EventKind.STORY_REREAD, session.now(), (), (), ()), story)
    there = {change.subject for change in changes}
    proposed = [_subject(label) for label in state.claims if label not in accepted]
    read = [
        SubjectChange(subject, {}, {})
        for subject in (_version(story), *proposed)
        if subject not in there
    ]
    act = Act(EventKind.STORY_REREAD, (*changes, *read))
    named = {change.subject.key[0] for change in changes if change.before is None}
    sources = [source for source in reading.sources if source.slug in named]
    intents = with_new_sources(story.library, sources, Intent(state.stream, act, state.seq))
    written = session.store.write(intents, session.reviewer)
    after, change = fold_new(state, written[-1])
    return Acted(change, OpenStory(after, story.text, load_library(session)))


def _differing(story: OpenStory, claims: Iterable[Claim]) -> tuple[ReadAnew, ...]:
    """Which of `claims` are read differently than the story has them, and in what."""
    found: dict[ClaimLabel, ReadAnew] = {}
    for claim in claims:
        change = change_of(story.state, _subject(claim.label), claim)
        if change is not None and record_of(story.state, change.subject) is not None:
            fields = sorted((change.after or {}).keys() - {"state", "reason"})
            found.setdefault(claim.label, ReadAnew(claim.label, tuple(fields)))
    return tuple(found.values())


def _subject(label: ClaimLabel) -> Subject:
    return Subject(SubjectKind.CLAIM, (label,))


def _version(story: OpenStory) -> Subject:
    return Subject(SubjectKind.VERSION, (str(story.version.n),))
