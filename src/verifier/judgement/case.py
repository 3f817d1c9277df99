"""One claim with everything that a rule of the policy may ask about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from verifier.judgement.independence import SUPPORTING
from verifier.model.assessment import ClaimAssessment
from verifier.model.claim import Claim, ClaimLabel
from verifier.model.decision import Stance
from verifier.model.dependency import Dependency
from verifier.model.evidence import EvidenceItem, EvidenceLabel
from verifier.model.policy import Policy
from verifier.model.scales import Reliability, SourceKind, StanceCode, SubstanceVerdict
from verifier.model.search import Search
from verifier.model.source import Source
from verifier.model.story import Slug

LETTERS = tuple(Reliability)
"""The letters of reliability, best first."""


@dataclass(frozen=True)
class Case:
    """A claim as one reviewer marked it, beside sources, documents, searches and its parts.

    `parts` are the substance verdicts of what it was split into, by label. `dateline` is the
    story's. `hedge` are the story's own words that stand back from the claim, None for none.
    """

    claim: Claim
    assessed: ClaimAssessment
    policy: Policy
    sources: Mapping[Slug, Source]
    evidence: Mapping[EvidenceLabel, EvidenceItem]
    edges: tuple[Dependency, ...] = ()
    searches: tuple[Search, ...] = ()
    parts: tuple[tuple[ClaimLabel, SubstanceVerdict], ...] = ()
    dateline: date | None = None
    hedge: str | None = None

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The reviewer's stances by source, so that the order of marking tells nothing."""
        found = self.assessed.stances
        return tuple(found[slug] for slug in sorted(found))

    @property
    def supporting(self) -> tuple[Stance, ...]:
        """The reviewer's stances that support the claim."""
        return tuple(stance for stance in self.stances if stance.code in SUPPORTING)

    @property
    def contradicting(self) -> tuple[Stance, ...]:
        """The reviewer's stances that contradict the claim."""
        return tuple(s for s in self.stances if s.code is StanceCode.CONTRADICTS)

    def documents(self, stances: Iterable[Stance]) -> tuple[EvidenceItem, ...]:
        """The documents that some stances cite, each once."""
        labels = dict.fromkeys(p.evidence for stance in stances for p in stance.passages)
        return tuple(self.evidence[label] for label in labels if label in self.evidence)

    def letter(self, slug: Slug) -> Reliability | None:
        """The letter of a source; None where it has none or is anonymous."""
        source = self.sources.get(slug)
        if source is None or source.kind is SourceKind.ANONYMOUS:
            return None
        return source.reliability

    def rank(self, slug: Slug) -> int:
        """How good the grade of a source is: 0 for A; one without a letter comes after F."""
        letter = self.letter(slug)
        return len(LETTERS) if letter is None else LETTERS.index(letter)

    def best(self, stances: Iterable[Stance]) -> int | None:
        """The rank of the best graded source of some stances; None for no stance."""
        return min((self.rank(stance.source) for stance in stances), default=None)

    def is_weak(self, slug: Slug) -> bool:
        """Whether a source carries no more than *attributed only* (P5)."""
        source, letter = self.sources.get(slug), self.letter(slug)
        if source is not None and source.kind is SourceKind.ANONYMOUS:
            return True
        return self.policy.is_ungraded_weak if letter is None else letter in self.policy.weak_grades
