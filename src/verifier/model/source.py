"""Who speaks: sources, their aliases, party and grade."""

from dataclasses import dataclass

from verifier.model.scales import Reliability, SourceKind
from verifier.model.story import Slug


@dataclass(frozen=True)
class Source:
    """One source, however it is named. `party` and `owner` are names; None where unknown.

    `reliability` is the letter of the Admiralty code with its reason. `access` and `interest` are
    the descriptor of ICD 206, with the track `record`. A source that was merged into another
    one keeps its slug, so that what was marked under it is found. Of a confidential source only
    the descriptor ever leaves.
    """

    slug: Slug
    name: str
    kind: SourceKind
    aliases: tuple[str, ...] = ()
    party: str | None = None
    owner: str | None = None
    parent: Slug | None = None
    reliability: Reliability | None = None
    reliability_reason: str | None = None
    access: str | None = None
    interest: str | None = None
    record: str | None = None
    merged_into: Slug | None = None
    confidential: bool = False
