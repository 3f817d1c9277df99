"""What a passage says about each detail of a claim, marked on both sides; never a verdict."""

from dataclasses import dataclass
from datetime import date

from verifier.model.scales import ComparisonResult, DiffKind, FacetType, Fidelity
from verifier.model.text import Span


@dataclass(frozen=True)
class Setting:
    """What is known of a text besides its words; None where it is not known.

    `dateline` is the day that relative dates count from, `language` a code of two letters.
    `is_translated`: quoted words in it were said in another language, so wordings may vary.
    """

    dateline: date | None = None
    language: str | None = None
    is_translated: bool = False


@dataclass(frozen=True)
class DiffOp:
    """One step of a word-level diff.

    `claim` is empty for words left out of the claim, `passage` for words added to it; both are
    code points, half-open, into the texts compared.
    """

    kind: DiffKind
    claim: Span
    passage: Span


@dataclass(frozen=True)
class FacetComparison:
    """One detail of a claim beside what the passage has for it.

    `claim` and `passage` are code points into the two texts; `passage` is None where the passage
    has no words for the detail. `why` is a short reason in words. Quoted words and words of
    modality carry their `fidelity`, quoted words also the steps of the diff.
    """

    type: FacetType
    claim: Span
    passage: Span | None
    result: ComparisonResult
    why: str
    fidelity: Fidelity | None = None
    ops: tuple[DiffOp, ...] = ()
