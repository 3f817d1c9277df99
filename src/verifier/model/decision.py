"""What a reviewer decides about a claim: stances, verdicts and notes."""

from dataclasses import dataclass

from verifier.model.claim import ClaimLabel
from verifier.model.evidence import Passage
from verifier.model.policy import PolicyFinding
from verifier.model.scales import (
    Aspect,
    AttributionVerdict,
    Basis,
    Confidence,
    Reliability,
    StanceCode,
    SubstanceVerdict,
)
from verifier.model.story import Slug


@dataclass(frozen=True)
class Stance:
    """What one source does with one claim, as one reviewer reads it.

    Keyed by claim, aspect, source and reviewer. `credibility` is the digit 1-6 of the Admiralty
    code. `accepted_from` is the rule whose proposal was taken as it stood, None for a
    stance that the reviewer set; `unread`: it was taken without opening the passage that it cites.
    `against_interest`: the source says here what hurts its own side. `override` is why the stance
    holds against a rule that asked, P4 for a source that is known to repeat another one.
    """

    claim: ClaimLabel
    aspect: Aspect
    source: Slug
    reviewer: str
    code: StanceCode
    passages: tuple[Passage, ...] = ()
    credibility: int | None = None
    basis: Basis = Basis.STORY
    note: str = ""
    accepted_from: str | None = None
    unread: bool = False
    against_interest: bool = False
    override: str | None = None


@dataclass(frozen=True)
class Grade:
    """The party and letter of a source at the moment of a verdict."""

    source: Slug
    party: str | None
    reliability: Reliability | None


@dataclass(frozen=True)
class Verdict:
    """One reviewer's answer to one of the two questions about a claim.

    Keyed by claim, aspect and reviewer: the aspect *substance* takes a `SubstanceVerdict`, the
    aspect *attribution* an `AttributionVerdict`. `grades` copies what the verdict rests on,
    origins, parties and `policy` what was counted and which rules spoke at that moment.
    """

    claim: ClaimLabel
    aspect: Aspect
    reviewer: str
    code: SubstanceVerdict | AttributionVerdict
    confidence: Confidence | None = None
    why: str = ""
    replace: str | None = None
    override: str | None = None
    grades: tuple[Grade, ...] = ()
    origins_min: int | None = None
    origins_max: int | None = None
    parties: int | None = None
    policy: tuple[PolicyFinding, ...] = ()


@dataclass(frozen=True)
class Note:
    """A reviewer's own note on a claim, keyed by claim and reviewer."""

    claim: ClaimLabel
    reviewer: str
    text: str
