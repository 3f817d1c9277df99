"""Who repeats whom: the edges between sources, with the words they were read from."""

from dataclasses import dataclass
from typing import NewType

from verifier.model.claim import ClaimLabel
from verifier.model.evidence import EvidenceLabel
from verifier.model.scales import DependencyKind, DependencyScope, DependencyState
from verifier.model.story import Slug
from verifier.model.text import Span

DependencyLabel = NewType("DependencyLabel", str)
"""The name of an edge: D01, D02, … of a story; E05.1 of the first one read in document E05."""


@dataclass(frozen=True)
class Dependency:
    """One edge: what `from_source` says rests on what `to_source` said.

    `cue` are the words that it was read from and `span` their place, in the story's text or, with
    `evidence`, in the text of that document; "" and None for an edge that a person added. The scope
    *claim* reaches `claims`, *paragraph* those claims that lie in `reach` of the story's text, or
    whose stance cites a passage in `reach` of the document; *story* every claim. `proposed_by`
    names the rule that read it, or the person who added it. `reason` is why it was confirmed or
    rejected.
    """

    label: DependencyLabel
    from_source: Slug
    to_source: Slug
    kind: DependencyKind
    scope: DependencyScope
    state: DependencyState
    proposed_by: str
    cue: str = ""
    span: Span | None = None
    evidence: EvidenceLabel | None = None
    claims: tuple[ClaimLabel, ...] = ()
    reach: Span | None = None
    reason: str = ""

    @property
    def is_rejected(self) -> bool:
        """Whether a person said that it does not hold; then nothing is counted over it."""
        return self.state is DependencyState.REJECTED
