"""A checked story for the tests of the report, made by the record's own fold."""

from dataclasses import dataclass, field, replace
from datetime import date

from verifier.judgement import assess
from verifier.model.assessment import Assessment
from verifier.model.claim import (
    Anchor,
    Attribution,
    Claim,
    ClaimLabel,
    DateValue,
    Facet,
    NumberValue,
)
from verifier.model.decision import Stance, Verdict
from verifier.model.event import (
    Act,
    Event,
    EventKind,
    Reviewer,
    StreamId,
    Subject,
    SubjectKind,
)
from verifier.model.evidence import EvidenceItem, EvidenceLabel, Passage
from verifier.model.scales import (
    Aspect,
    AttributionMode,
    AttributionVerdict,
    Basis,
    ClaimState,
    ClaimType,
    Confidence,
    Exclusion,
    FacetType,
    Force,
    Medium,
    Reliability,
    SourceKind,
    StanceCode,
    SubstanceVerdict,
    Weight,
)
from verifier.model.source import Source
from verifier.model.state import State
from verifier.model.story import Slug, Story, StoryVersion
from verifier.model.text import Digest, ExcludedRange, Span, select
from verifier.record.canonical import digest
from verifier.record.chain import seal
from verifier.record.fold import STORY_KEY, apply, change_of

TEXT = """\
Light rain, 41 F
By Dana Whitfield

Washington confirms North Korean deaths in Kursk

The U.S. government has confirmed that North Korean soldiers have died in the war.

The DIU estimated that as many as 200 soldiers of the mixed units had died on December 14. \
The units were replenished, the DIU said.

ISW echoed the DIU’s claims in its latest report. What comes next?

The bloggers claimed that the North Koreans had recaptured a village and killed about 300.

Президент Зеленський підтвердив: «значна кількість». 북한군 병사들이 쿠르스크에 있다. قال المتحدث
"""

DIU_PAGE = "On 14 December the mixed units lost about 200 soldiers, Russians and North Koreans."
ISW_PAGE = "The Ukrainian agency stated that up to 200 troops of the mixed units were lost."

DIU, ISW, BLOGGERS, STATE_DEPARTMENT = (
    Slug("diu"),
    Slug("isw"),
    Slug("military-bloggers"),
    Slug("us-state-department"),
)
ANNA = Reviewer("anna", "anna-os", "desk-1")
BORIS = Reviewer("boris", "boris-os", "desk-2")


@dataclass
class Desk:
    """A story's stream under work: every act goes through `change_of`, `seal` and `apply`."""

    text: str = TEXT
    state: State = field(default_factory=lambda: State(StreamId("s1")))
    events: list[Event] = field(default_factory=list)
    sources: dict[Slug, Source] = field(default_factory=dict)

    def act(
        self,
        kind: EventKind,
        *subjects: tuple[Subject, object | None],
        reviewer: Reviewer = ANNA,
    ) -> "Desk":
        changes = [change_of(self.state, subject, after) for subject, after in subjects]
        minute = len(self.events)
        event = seal(
            Act(kind, tuple(change for change in changes if change is not None)),
            stream=self.state.stream,
            seq=self.state.seq + 1,
            prev_hash=self.state.head,
            reviewer=reviewer,
            at=f"2026-01-02T{3 + minute // 60:02}:{minute % 60:02}:05.678Z",
            event_id=f"e{self.state.seq + 1}",
        )
        self.state, _ = apply(self.state, event)
        self.events.append(event)
        return self

    @property
    def assessment(self) -> Assessment:
        return assess(self.state)

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def claim(self, label: str, words: str, **fields: object) -> Claim:
        plain = Claim(
            ClaimLabel(label),
            (Anchor(1, select(self.text, self.span(words))),),
            words.strip() + ".",
            "reported-before",
        )
        return replace(plain, **fields)  # type: ignore[arg-type]  # fields of Claim by name

    def mark(
        self,
        claim: str,
        source: Slug,
        code: StanceCode,
        *passages: Passage,
        evidence: tuple[EvidenceItem, ...] = (),
        aspect: Aspect = Aspect.SUBSTANCE,
        credibility: int | None = None,
        note: str = "",
        reviewer: Reviewer = ANNA,
    ) -> "Desk":
        stance = Stance(
            ClaimLabel(claim),
            aspect,
            source,
            reviewer.name,
            code,
            passages,
            credibility,
            Basis.DOCUMENT if passages else Basis.STORY,
            note,
        )
        key = (claim, aspect.value, source, reviewer.name)
        copies = [(Subject(SubjectKind.EVIDENCE, (item.label,)), item) for item in evidence]
        stanced = (Subject(SubjectKind.STANCE, key), stance)
        return self.act(EventKind.STANCE_MARKED, *copies, stanced, reviewer=reviewer)

    def judge(
        self,
        claim: str,
        code: SubstanceVerdict | AttributionVerdict,
        *,
        confidence: Confidence | None = None,
        why: str = "",
        replacement: str | None = None,
        override: str | None = None,
        reviewer: Reviewer = ANNA,
    ) -> "Desk":
        aspect = Aspect.SUBSTANCE if isinstance(code, SubstanceVerdict) else Aspect.ATTRIBUTION
        verdict = Verdict(
            ClaimLabel(claim), aspect, reviewer.name, code, confidence, why, replacement, override
        )
        subject = Subject(SubjectKind.VERDICT, (claim, aspect.value, reviewer.name))
        return self.act(EventKind.VERDICT_GIVEN, (subject, verdict), reviewer=reviewer)


def source_list() -> tuple[Source, ...]:
    return (
        Source(
            DIU,
            "Ukraine’s DIU",
            SourceKind.MILITARY,
            ("DIU", "ГУР"),
            party="Ukraine",
            reliability=Reliability.C,
            reliability_reason="A party to the war; its figures run high.",
            access="own intercepts",
            interest="wants the losses known",
        ),
        Source(ISW, "ISW", SourceKind.ANALYST, reliability=Reliability.B),
        Source(BLOGGERS, "Russian military bloggers", SourceKind.BLOGGER, party="Russia"),
        Source(STATE_DEPARTMENT, "U.S. State Department", SourceKind.OFFICIAL),
    )


def evidence_item(label: str, source: Slug, text: str, **fields: object) -> EvidenceItem:
    plain = EvidenceItem(
        EvidenceLabel(label),
        source,
        f"{source} page",
        digest(text.encode()),
        digest(text.encode()),
        len(text.encode()),
        len(text),
        Medium.TEXT,
        "2026-01-02T02:00:00.000Z",
        "anna",
        "file",
        file_name=f"{source}.txt",
        url=f"https://example.org/{source}?a=1&b=2",
        published_at=date(2024, 12, 14),
    )
    return replace(plain, **fields)  # type: ignore[arg-type]  # fields of EvidenceItem by name


def passage(item: EvidenceItem, text: str, words: str) -> Passage:
    start = text.index(words)
    return Passage(item.label, item.text_sha256, select(text, Span(start, start + len(words))))


def said_by(desk: Desk, speaker: str, source: Slug | None, cue: str) -> Attribution:
    return Attribution(
        speaker,
        source,
        AttributionMode.PARAPHRASE,
        "reported-before",
        desk.span(speaker),
        cue,
        desk.span(cue),
        Force.ESTIMATES,
    )


def _claims(desk: Desk) -> list[Claim]:
    deaths = "as many as 200 soldiers of the mixed units had died on December 14"
    number, day = desk.span("as many as 200"), desk.span("December 14")
    said = (said_by(desk, "The DIU", DIU, "The DIU estimated that"),)
    return [
        desk.claim("C01", "North Korean soldiers have died in the war", weight=Weight.LOAD_BEARING),
        desk.claim(
            "C02",
            deaths,
            weight=Weight.LOAD_BEARING,
            types=(ClaimType.NUMBER, ClaimType.DATE),
            attributions=said,
            facets=(
                Facet(
                    FacetType.NUMBER,
                    *number,
                    "as many as 200",
                    number=NumberValue(
                        None, "200", counted="soldiers", scope=("died", "mixed units")
                    ),
                ),
                Facet(
                    FacetType.DATE,
                    *day,
                    "December 14",
                    date=DateValue(
                        date(2024, 12, 14),
                        date(2024, 12, 14),
                        12,
                        14,
                        "year from the dateline",
                    ),
                ),
            ),
        ),
        desk.claim("C03", "200 soldiers of the mixed units", attributions=said),
        desk.claim("C04", "The units were replenished", attributions=said),
        desk.claim("C05", "ISW echoed the DIU’s claims"),
        desk.claim(
            "C06",
            "the North Koreans had recaptured a village and killed about 300",
            attributions=(said_by(desk, "The bloggers", BLOGGERS, "The bloggers claimed that"),),
        ),
        desk.claim("C07", "Президент Зеленський підтвердив: «значна кількість»"),
        desk.claim("C08", "북한군 병사들이 쿠르스크에 있다"),
        desk.claim("C09", "قال المتحدث", weight=Weight.INCIDENTAL),
    ]


def imported(text: str = TEXT) -> Desk:
    """The story as the program reads it: nine claims proposed, nothing decided."""
    desk = Desk(text)
    sentences = tuple(
        Span(start, start + len(line))
        for line in text.split("\n")
        if line.strip() and (start := text.index(line)) is not None
    )
    version = StoryVersion(
        1,
        digest(text.encode()),
        digest(text.encode()),
        len(text),
        "claims 1",
        sentences=sentences[2:],
        excluded=(
            ExcludedRange(*desk.span("Light rain, 41 F"), Exclusion.WEATHER),
            ExcludedRange(*desk.span("By Dana Whitfield"), Exclusion.BYLINE),
            ExcludedRange(*desk.span("What comes next?"), Exclusion.QUESTION),
        ),
    )
    story = Story(
        Slug("washington-confirms"),
        "Washington confirms North Korean deaths in Kursk",
        outlet="The Sample",
        byline="Dana Whitfield",
        dateline=date(2024, 12, 18),
        url="https://example.org/story",
    )
    subjects: list[tuple[Subject, object]] = [
        (Subject(SubjectKind.STORY, STORY_KEY), story),
        (Subject(SubjectKind.VERSION, ("1",)), version),
    ]
    for source in source_list():
        subjects.append((Subject(SubjectKind.SOURCE, (source.slug,)), source))
    for claim in _claims(desk):
        subjects.append((Subject(SubjectKind.CLAIM, (claim.label,)), claim))
    desk.act(EventKind.STORY_IMPORTED, *subjects)
    desk.sources = dict(desk.state.sources)
    return desk


def checked() -> Desk:
    """The story half checked: verdicts, stances with passages, a dismissal, two reviewers."""
    desk = imported()
    diu = evidence_item("E05", DIU, DIU_PAGE, title="DIU on Telegram, 14 December")
    isw = evidence_item("E06", ISW, ISW_PAGE, title="ISW assessment", archived_url="http://a.test/")
    lost = passage(diu, DIU_PAGE, "lost about 200 soldiers, Russians and North Koreans")
    desk.mark("C02", DIU, StanceCode.ASSERTS, lost, evidence=(diu,), credibility=3)
    desk.mark(
        "C02",
        ISW,
        StanceCode.ECHOES,
        passage(isw, ISW_PAGE, "up to 200 troops of the mixed units were lost"),
        evidence=(isw,),
        credibility=3,
        note="names the agency",
    )
    desk.mark("C02", BLOGGERS, StanceCode.SILENT, note="channel read for 13-16 December")
    desk.mark("C02", DIU, StanceCode.PARTLY, lost, aspect=Aspect.ATTRIBUTION)
    desk.judge(
        "C02",
        SubstanceVerdict.MISSTATED,
        confidence=Confidence.MODERATE,
        why="A bound for an estimate, “died” for losses.",
        replacement="about 200 soldiers of the mixed units were lost, the DIU estimated",
    )
    desk.judge("C02", AttributionVerdict.DRIFTED, why="Its record: “about 200” lost.")
    desk.mark("C01", STATE_DEPARTMENT, StanceCode.ASSERTS, credibility=2)
    desk.judge(
        "C01", SubstanceVerdict.SUPPORTED, confidence=Confidence.HIGH, override="seen on video"
    )
    desk.judge("C04", SubstanceVerdict.ATTRIBUTED_ONLY, reviewer=BORIS)
    desk.judge("C06", SubstanceVerdict.DISPUTED, why="Kyiv denies it.", reviewer=BORIS)
    dismissed = replace(
        desk.state.claims[ClaimLabel("C05")],
        state=ClaimState.DISMISSED,
        reason="about the report, not the event",
    )
    return desk.act(EventKind.CLAIM_DISMISSED, (Subject(SubjectKind.CLAIM, ("C05",)), dismissed))


def with_source(desk: Desk, slug: Slug, **fields: object) -> Desk:
    """The desk's registry with one source changed."""
    changed = replace(desk.sources[slug], **fields)  # type: ignore[arg-type]  # fields by name
    desk.sources = {**desk.sources, slug: changed}
    return desk


__all__ = ["BLOGGERS", "DIU", "ISW", "Desk", "Digest", "checked", "imported", "with_source"]
