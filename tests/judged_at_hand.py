"""Small stories, built by hand, for the tests of judgement: claims, stances, edges, grades."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from verifier.model.claim import Anchor, Attribution, Claim, ClaimLabel, Facet
from verifier.model.decision import Stance, Verdict
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.event import StreamId, Subject, SubjectKind
from verifier.model.evidence import EvidenceItem, EvidenceLabel, Passage
from verifier.model.scales import (
    Aspect,
    AttributionMode,
    AttributionVerdict,
    Basis,
    DependencyKind,
    DependencyScope,
    DependencyState,
    Medium,
    RecordKind,
    Reliability,
    SourceKind,
    StanceCode,
    SubstanceVerdict,
    Weight,
)
from verifier.model.source import Source
from verifier.model.state import Stamp, StanceKey, State, VerdictKey
from verifier.model.story import Slug, Story, StoryVersion
from verifier.model.text import Digest, Selector, Span

AT = "2026-01-02T03:04:05.678Z"
ANNA = "anna"
C01, C02, C03 = ClaimLabel("C01"), ClaimLabel("C02"), ClaimLabel("C03")
NOWHERE = Digest("0" * 64)


def source(
    name: str,
    party: str | None = None,
    *,
    grade: str | None = None,
    kind: SourceKind = SourceKind.OFFICIAL,
    owner: str | None = None,
) -> Source:
    """A source whose slug is its name in small letters."""
    letter = Reliability(grade) if grade else None
    return Source(Slug(name.lower()), name, kind, party=party, owner=owner, reliability=letter)


def said_by(slug: str | None, **fields: object) -> Attribution:
    """The attribution of a claim to a source; None for the narrator's own."""
    said = Attribution("", None, AttributionMode.NONE, "narration")
    if slug is not None:
        said = Attribution(slug.title(), Slug(slug), AttributionMode.PARAPHRASE, "test", cue="said")
    return replace(said, **fields)  # type: ignore[arg-type]  # tests give fields by their names


def claim(
    label: ClaimLabel,
    words: str = "The dam broke",
    speaker: str | None = None,
    *,
    at: int = 0,
    facets: tuple[Facet, ...] = (),
    weight: Weight = Weight.SUPPORTING,
    rule: str = "test",
    said: Attribution | None = None,
    parent: ClaimLabel | None = None,
) -> Claim:
    """A claim at an offset of the story."""
    place = Selector(words, "", "", at, at + len(words))
    return Claim(
        label, (Anchor(1, place),), words, rule, weight=weight, facets=facets, parent=parent,
        attributions=(said or said_by(speaker),),
    )  # fmt: skip


def story(claims: Iterable[Claim], sources: Iterable[Source] = ()) -> State:
    """A state with these claims, as the import leaves it."""
    listed = tuple(claims)
    state = State(
        StreamId("s"),
        seq=1,
        story=Story(Slug("dam"), "The dam", dateline=date(2026, 3, 5)),
        versions={1: StoryVersion(1, NOWHERE, NOWHERE, 1000, "test")},
        claims={item.label: item for item in listed},
        sources={item.slug: item for item in sources},
    )
    subjects = [Subject(SubjectKind.CLAIM, (item.label,)) for item in listed]
    stamps = {subject: Stamp(1, AT, ANNA) for subject in subjects}
    return replace(
        state, stamps={Subject(SubjectKind.STORY, ("story",)): Stamp(1, AT, ANNA)} | stamps
    )


def marked(
    state: State,
    label: ClaimLabel,
    slug: str,
    code: StanceCode,
    *passages: Passage,
    aspect: Aspect = Aspect.SUBSTANCE,
    reviewer: str = ANNA,
    basis: Basis = Basis.STORY,
) -> State:
    """The state with one stance more."""
    basis = Basis.DOCUMENT if passages else basis
    stance = Stance(label, aspect, Slug(slug), reviewer, code, passages, basis=basis)
    key = StanceKey(label, aspect, Slug(slug), reviewer)
    subject = Subject(SubjectKind.STANCE, (label, aspect.value, slug, reviewer))
    return replace(
        state,
        seq=state.seq + 1,
        stances={**state.stances, key: stance},
        stamps={**state.stamps, subject: Stamp(state.seq + 1, AT, reviewer)},
    )


def judged(
    state: State,
    label: ClaimLabel,
    code: SubstanceVerdict | AttributionVerdict,
    *,
    reviewer: str = ANNA,
    replacement: str | None = None,
) -> State:
    """The state with one verdict more."""
    is_substance = isinstance(code, SubstanceVerdict)
    aspect = Aspect.SUBSTANCE if is_substance else Aspect.ATTRIBUTION
    verdict = Verdict(label, aspect, reviewer, code, replace=replacement)
    subject = Subject(SubjectKind.VERDICT, (label, aspect.value, reviewer))
    return replace(
        state,
        seq=state.seq + 1,
        verdicts={**state.verdicts, VerdictKey(label, aspect, reviewer): verdict},
        stamps={**state.stamps, subject: Stamp(state.seq + 1, AT, reviewer)},
    )


def edge(
    label: str,
    lower: str,
    upper: str,
    *claims: ClaimLabel,
    kind: DependencyKind = DependencyKind.ECHOES,
    state: DependencyState = DependencyState.CONFIRMED,
    cue: str = "",
    span: Span | None = None,
    evidence: EvidenceLabel | None = None,
    reach: Span | None = None,
) -> Dependency:
    """An edge for some claims, for a paragraph with `reach`, else for the whole story."""
    scope = DependencyScope.CLAIM if claims else DependencyScope.STORY
    if reach is not None:
        scope = DependencyScope.PARAGRAPH
    return Dependency(
        DependencyLabel(label), Slug(lower), Slug(upper), kind, scope, state, "test",
        cue, span, evidence, claims, reach,
    )  # fmt: skip


def linked(state: State, *edges: Dependency) -> State:
    """The state with some edges more, or changed."""
    return replace(
        state, dependencies={**state.dependencies, **{item.label: item for item in edges}}
    )


def document(
    state: State,
    label: str,
    slug: str,
    record: RecordKind = RecordKind.OF_STATEMENT,
    published: date | None = None,
) -> tuple[State, Passage]:
    """The state with a document of a source, and a passage of it."""
    item = EvidenceItem(
        EvidenceLabel(label), Slug(slug), "A record", NOWHERE, NOWHERE, 10, 100, Medium.TEXT,
        AT, ANNA, "file", record=record, published_at=published,
    )  # fmt: skip
    passage = Passage(item.label, NOWHERE, Selector("the dam broke", "", "", 10, 23))
    return replace(state, evidence={**state.evidence, item.label: item}), passage
