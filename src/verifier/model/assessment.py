"""What the program works out from the state: never stored, never an event."""

from collections.abc import Mapping
from dataclasses import dataclass

from verifier.model.claim import ClaimLabel
from verifier.model.decision import Stance, Verdict
from verifier.model.scales import SubstanceVerdict
from verifier.model.story import Slug


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
class ClaimAssessment:
    """One claim with what was decided about it.

    `row` are the columns of its matrix row, its speakers' sources first. `accepted`: a person acted
    on it. `is_open`: active and without a verdict on substance.
    """

    claim: ClaimLabel
    accepted: bool
    is_open: bool
    row: tuple[Slug, ...]
    stances: Mapping[Slug, Stance]
    said: Mapping[Slug, Stance]
    verdict: Verdict | None
    attribution_verdict: Verdict | None


@dataclass(frozen=True)
class Assessment:
    """All claims of a story, its coverage and its counts per verdict over active claims."""

    claims: Mapping[ClaimLabel, ClaimAssessment]
    coverage: Coverage
    tally: Mapping[SubstanceVerdict, int]
