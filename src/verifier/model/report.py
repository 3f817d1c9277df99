"""The verification report: every value it prints, put together and not yet drawn.

Section numbers are those of the report as a whole. All strings are as the record holds
them: each renderer makes them harmless for its own format.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from verifier.model.assessment import Coverage, InternalConflict, ProposedStance, Suggestion
from verifier.model.claim import Attribution, ClaimLabel
from verifier.model.decision import Stance, Verdict
from verifier.model.dependency import Dependency
from verifier.model.event import Json
from verifier.model.evidence import EvidenceItem, EvidenceLabel
from verifier.model.policy import Policy, PolicyFinding
from verifier.model.question import Question
from verifier.model.scales import (
    Aspect,
    AttributionVerdict,
    CaptureState,
    Exclusion,
    StructuralStatus,
    SubstanceVerdict,
    Weight,
)
from verifier.model.search import Search
from verifier.model.source import Source
from verifier.model.story import Slug, Story
from verifier.model.text import Digest


class Recommendation(StrEnum):
    """What the decisions so far say about publication."""

    PUBLISH = "publish"
    WITH_CHANGES = "publish-with-changes"
    HOLD = "hold"


@dataclass(frozen=True)
class TitleBlock:
    """Section 0: what was checked, by whom, when, and by what this report can be recognised.

    `checkers` are those who acted on the story, in the order of their first act; `began` and
    `ended` the UTC times of the record's first and last entry, of which there are `entries`;
    `head` the hash of the last one. `sha256` is that of the version's text.
    """

    story: Story
    version: int
    sha256: Digest
    chars: int
    engine: str
    checkers: tuple[str, ...]
    began: str | None
    ended: str | None
    program: str
    entries: int
    head: Digest
    second_checker: str | None = None
    policy: str | None = None
    signed_off: str | None = None


@dataclass(frozen=True)
class VerdictCount:
    """How many active claims have one verdict on substance."""

    verdict: SubstanceVerdict
    claims: int


@dataclass(frozen=True)
class Footing:
    """What one load-bearing claim stands on: how many sources do what with it."""

    claim: ClaimLabel
    line: int | None
    words: str
    verdict: SubstanceVerdict
    asserts: int
    partly: int
    echoes: int
    contradicts: int


@dataclass(frozen=True)
class BottomLine:
    """Section 1. `claims` are the active ones, `checked` those with a verdict on substance."""

    recommendation: Recommendation
    reasons: tuple[str, ...]
    claims: int
    checked: int
    counts: tuple[VerdictCount, ...]
    footings: tuple[Footing, ...]


@dataclass(frozen=True)
class Fix:
    """Section 2: words that cannot stay, what is wrong with them, and what to put there.

    `problems` are the verdicts that say so, with the `reasons` their reviewers gave; `replacement`
    is None where nobody has proposed one. `evidence` are the items cited for the claim.
    """

    claim: ClaimLabel
    line: int | None
    weight: Weight
    words: str
    problems: tuple[SubstanceVerdict | AttributionVerdict, ...]
    replacement: str | None
    reasons: tuple[str, ...]
    evidence: tuple[EvidenceLabel, ...]


@dataclass(frozen=True)
class Piece:
    """Words of one line that the same claims and exclusions cover.

    `claims` are the claims that cover them, the widest first; `opens` those that begin here,
    `closes` those that end here, the innermost first. `excluded` is the reason why the words carry
    no claim, `excluded_ends` whether the excluded range ends with them.
    """

    text: str
    claims: tuple[ClaimLabel, ...] = ()
    opens: tuple[ClaimLabel, ...] = ()
    closes: tuple[ClaimLabel, ...] = ()
    excluded: Exclusion | None = None
    excluded_ends: bool = False


@dataclass(frozen=True)
class StoryLine:
    """Section 4: one line of the story that is not blank; `number` counts all lines from 1."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class MarkedClaim:
    """What the story's margin shows of a claim: its state in words, its verdict and its words.

    `state` is *proposed*, *accepted* or *dismissed*; `reason` why it was dismissed.
    """

    label: ClaimLabel
    line: int | None
    state: str
    verdict: SubstanceVerdict
    weight: Weight
    words: str
    standalone: str
    speakers: tuple[str, ...]
    proposed_by: str
    reason: str | None


@dataclass(frozen=True)
class Judgement:
    """A verdict and when it was given: UTC."""

    verdict: Verdict
    at: str | None


@dataclass(frozen=True)
class StanceLine:
    """One line of a claim's stance table.

    `grade` is the Admiralty code, letter of the source and digit of the item: "C3", "–3" without a
    letter, "not graded" without both. `places` say for each passage where it stands in its file.
    """

    name: str
    stance: Stance
    grade: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class WorkOnClaim:
    """How much was done on a claim: acts, by whom, from when to when (UTC)."""

    acts: int
    actors: tuple[str, ...]
    first: str
    last: str


@dataclass(frozen=True)
class Standing:
    """What follows from the marks on one claim, for the ledger.

    `sentence` says how many origins and parties its support comes down to; `policy` are the rules
    that speak against its verdicts or note something; `proposed` are stances nobody has taken.
    """

    sentence: str
    status: StructuralStatus | None
    status_why: str
    policy: tuple[PolicyFinding, ...]
    suggestion: Suggestion | None
    proposed: tuple[ProposedStance, ...]


@dataclass(frozen=True)
class LedgerBlock:
    """Section 5: one claim that a person accepted, with all that was decided about it."""

    claim: MarkedClaim
    types: tuple[str, ...]
    checkability: str
    attributions: tuple[Attribution, ...]
    substance: Judgement | None
    attribution: Judgement | None
    stances: tuple[StanceLine, ...]
    standing: Standing
    work: WorkOnClaim | None


@dataclass(frozen=True)
class QuestionLine:
    """Section 3: a question, whom it is put to in words, and the words that it is about."""

    question: Question
    to: str
    line: int | None
    words: str
    weight: Weight | None


@dataclass(frozen=True)
class OriginGroup:
    """Section 6: an origin by name, with the names of the sources that come down to it."""

    origin: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class IndependenceRow:
    """Section 6: one supported claim with its counts, the smaller and the larger."""

    claim: ClaimLabel
    line: int | None
    sources: int
    origins_min: int
    origins_max: int
    parties_min: int
    parties_max: int
    status: StructuralStatus | None
    groups: tuple[OriginGroup, ...]


@dataclass(frozen=True)
class EdgeLine:
    """Section 6: an edge with the names of its ends, where its words stand, and what hangs on it.

    `impacts` say, a sentence for claims that are alike in it, what would be judged otherwise if it
    were wrong; None where that was not worked out, since the story has too many claims and edges.
    """

    edge: Dependency
    from_name: str
    to_name: str
    where: str
    impacts: tuple[str, ...] | None


@dataclass(frozen=True)
class ConflictLine:
    """Section 7: an internal conflict with the line and the words of both sides."""

    conflict: InternalConflict
    lines: tuple[int | None, int | None]
    words: tuple[str, str]


@dataclass(frozen=True)
class VerdictChange:
    """Section 11: a verdict given, changed or taken back (`after` None), with its reasons."""

    at: str
    reviewer: str
    claim: ClaimLabel
    aspect: Aspect
    before: str | None
    after: str | None
    why: str
    override: str


@dataclass(frozen=True)
class Disagreement:
    """Section 11: a claim on which checkers differ, with each one's verdict."""

    claim: ClaimLabel
    aspect: Aspect
    verdicts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Override:
    """Section 11: a rule that a reviewer overrode, on what, and why."""

    claim: ClaimLabel
    reviewer: str
    what: str
    rules: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class History:
    """Section 11: how the verdicts came about."""

    changes: tuple[VerdictChange, ...]
    disagreements: tuple[Disagreement, ...]
    overrides: tuple[Override, ...]


@dataclass(frozen=True)
class SignatureLine:
    """Section 12: who signed which state under which policy; `stands` until a later change."""

    reviewer: str
    at: str
    seq: int
    digest: Digest
    policy: str
    stands: bool


@dataclass(frozen=True)
class Signing:
    """Section 12: the signatures, and what stands against signing, by claim."""

    signatures: tuple[SignatureLine, ...]
    blocking: tuple[tuple[ClaimLabel | None, str], ...]


@dataclass(frozen=True)
class SourceUse:
    """Section 8: a source, the claims it speaks for in the story, and those it was asked about."""

    source: Source
    speaks_for: tuple[ClaimLabel, ...]
    marked_on: tuple[ClaimLabel, ...]
    evidence: tuple[EvidenceLabel, ...]


@dataclass(frozen=True)
class UsedPassage:
    """Words of an evidence item that a stance on a claim cites; None where they are withheld.

    `place` is where they stand in the file, "" where nothing tells. `translation` was typed by a
    person for words in another language, `translator` says by whom.
    """

    claim: ClaimLabel
    words: str | None
    place: str = ""
    translation: str = ""
    translator: str | None = None


@dataclass(frozen=True)
class Drift:
    """Section 9: the address of an item has another text now: the item that holds it, and since."""

    now: EvidenceLabel
    seen_at: str


@dataclass(frozen=True)
class RegisterEntry:
    """Section 9: an evidence item and what it was used for.

    `capture` is its state in the library now, `problem` why it is not *ok*.
    """

    item: EvidenceItem
    source_name: str
    confidential: bool
    passages: tuple[UsedPassage, ...]
    capture: CaptureState = CaptureState.OK
    problem: str = ""
    drift: Drift | None = None


@dataclass(frozen=True)
class LookedFor:
    """Section 9: a source that was looked through for a claim with nothing found in it."""

    claim: ClaimLabel
    source: Slug
    source_name: str
    reviewer: str
    note: str


@dataclass(frozen=True)
class ScaleValue:
    """One value of a scale: the sign, the word and the definition that it was used by."""

    sign: str
    word: str
    definition: str


@dataclass(frozen=True)
class Scale:
    """A scale of the method, with all its values."""

    name: str
    values: tuple[ScaleValue, ...]


@dataclass(frozen=True)
class Proposals:
    """Section 10: what the program proposed and what a person did with it.

    `claims` are all, of which `by_person` were added by a person; each is still `proposed`, or
    `accepted`, or `dismissed`. `stances` are all accepted ones, `stances_without_passage` those for
    which no passage of a document is cited, `stances_as_proposed` those taken as the program
    proposed them, `stances_unread` those of them whose passage nobody opened.
    """

    claims: int
    by_person: int
    proposed: int
    accepted: int
    dismissed: int
    stances: int
    stances_without_passage: int
    stances_as_proposed: int
    stances_unread: int


@dataclass(frozen=True)
class NotChecked:
    """Section 10: an active claim without a verdict on substance, and why."""

    claim: MarkedClaim
    why: str


@dataclass(frozen=True)
class Method:
    """Section 10: the scales, the proposals, what was not checked, and the limits in sentences."""

    scales: tuple[Scale, ...]
    proposals: Proposals
    not_checked: tuple[NotChecked, ...]
    limits: tuple[str, ...]
    policy: Policy


@dataclass(frozen=True)
class Report:
    """The whole report.

    `appendix` is the JSON of `verifier claims STORY --json`; every count of the report can be
    counted again in it. `digest` is the SHA-256 of the canonical JSON of all the rest.
    """

    title: TitleBlock
    bottom_line: BottomLine
    must_fix: tuple[Fix, ...]
    questions: tuple[QuestionLine, ...]
    coverage: Coverage
    lines: tuple[StoryLine, ...]
    marked: Mapping[ClaimLabel, MarkedClaim]
    ledger: tuple[LedgerBlock, ...]
    dismissed: tuple[MarkedClaim, ...]
    independence: tuple[IndependenceRow, ...]
    edges: tuple[EdgeLine, ...]
    conflicts: tuple[ConflictLine, ...]
    sources: tuple[SourceUse, ...]
    register: tuple[RegisterEntry, ...]
    not_had: tuple[RegisterEntry, ...]
    looked_for: tuple[LookedFor, ...]
    searches: tuple[Search, ...]
    method: Method
    history: History
    signing: Signing
    appendix: Mapping[str, Json]
    digest: Digest
