"""What the program works out from the state: never stored, never an event."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from verifier.model.claim import ClaimLabel
from verifier.model.decision import Stance, Verdict
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.policy import PolicyFinding
from verifier.model.scales import (
    Aspect,
    Basis,
    ConflictKind,
    StanceCode,
    StructuralStatus,
    SubstanceVerdict,
)
from verifier.model.story import Slug
from verifier.model.text import Span


@dataclass(frozen=True)
class Coverage:
    """How much of the body was looked through: sentences, those with a claim, those without one.

    `claimed` sentences touch an active claim, `excluded` ones carry the reason why not (furniture
    is no sentence of the body and counts in neither). `share` is a decimal string, "1.0" when every
    sentence is one or the other.
    """

    sentences: int
    claimed: int
    excluded: int
    share: str


@dataclass(frozen=True)
class ProposedStance:
    """What the program reads in the story, or in a document, of one source about one claim.

    Never stored: taking it copies the whole of it into a stance. `rule` names what read it, `why`
    says it in one sentence, naming what is missing of a partly supported claim. `edge` is the
    dependency that it goes over, `span` the words of the story that show it.
    """

    claim: ClaimLabel
    aspect: Aspect
    source: Slug
    code: StanceCode
    rule: str
    why: str
    basis: Basis = Basis.STORY
    edge: DependencyLabel | None = None
    span: Span | None = None


@dataclass(frozen=True)
class Independence:
    """How many sources support a claim, and how many origins and parties they come down to.

    Origins and parties are counted over every unrejected edge and over confirmed edges only; the
    smaller and the larger are given, and policy uses the smaller. `beside_claimant` are origins
    other than the claim's own speaker. `groups` are the end nodes, each with the supporters that
    come down to it, over every unrejected edge; `over` the edges that were followed. `sentence`
    says it for an editor.
    """

    sources: int
    origins_min: int
    origins_max: int
    beside_claimant: int
    parties: int
    parties_max: int
    groups: tuple[tuple[Slug, tuple[Slug, ...]], ...]
    over: tuple[DependencyLabel, ...]
    sentence: str


@dataclass(frozen=True)
class Suggestion:
    """A verdict that the marks and the policy carry, with its reason; never set by itself."""

    code: SubstanceVerdict
    why: str


@dataclass(frozen=True)
class InternalConflict:
    """Two places of the story that cannot both be so, or where one says more than the other.

    `spans` are the words on either side, in the story's text; `why` names the difference.
    """

    label: str
    kind: ConflictKind
    claims: tuple[ClaimLabel, ClaimLabel]
    spans: tuple[Span, Span]
    why: str


@dataclass(frozen=True)
class Related:
    """What another claim of the story does to a claim, by the words of the two.

    `code` is the stance that the speaker of `other` takes with it: asserts, partly, contradicts or
    inconclusive. `rule` names what compared them, `why` names what differs or is missing.
    """

    other: ClaimLabel
    code: StanceCode
    rule: str
    why: str


@dataclass(frozen=True)
class ClaimAssessment:
    """One claim with what was decided about it.

    `row` are the columns of its matrix row, its speakers' sources first. `accepted`: a person acted
    on it. `is_open`: active and without a verdict on substance. `proposed` are stances for sources
    that the reviewer has not marked. `independence` counts the reviewer's stances and, for sources
    without one, proposed ones; `marked` counts the reviewer's alone, which is what policy uses.
    `policy` are the rules that speak against the verdict given.
    """

    claim: ClaimLabel
    accepted: bool
    is_open: bool
    row: tuple[Slug, ...]
    stances: Mapping[Slug, Stance]
    said: Mapping[Slug, Stance]
    verdict: Verdict | None
    attribution_verdict: Verdict | None
    proposed: Mapping[Slug, ProposedStance] = field(default_factory=dict)
    independence: Independence | None = None
    marked: Independence | None = None
    status: StructuralStatus | None = None
    status_why: str = ""
    policy: tuple[PolicyFinding, ...] = ()
    suggestion: Suggestion | None = None


@dataclass(frozen=True)
class Assessment:
    """All claims of a story, its coverage and its counts per verdict over active claims.

    `dependencies` are the edges that the story's claims are counted over, rejected ones included;
    `conflicts` the story's internal ones. `blocking` says what stands against sign-off, each with
    the claim it is about, if any. `related` are the claims that speak of the same thing; worked
    out once for a text, whatever is decided.
    """

    claims: Mapping[ClaimLabel, ClaimAssessment]
    coverage: Coverage
    tally: Mapping[SubstanceVerdict, int]
    dependencies: Mapping[DependencyLabel, Dependency] = field(default_factory=dict)
    conflicts: tuple[InternalConflict, ...] = ()
    blocking: tuple[tuple[ClaimLabel | None, str], ...] = ()
    related: Mapping[ClaimLabel, tuple[Related, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class ClaimImpact:
    """How a claim would be judged if an edge or a grade were wrong.

    `changed` names what differs: "origins", "parties", "status", "stances", "policy", "suggestion".
    """

    claim: ClaimLabel
    before: ClaimAssessment
    after: ClaimAssessment
    changed: tuple[str, ...]
