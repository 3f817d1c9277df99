"""A claim, who says it and by which words, and its checkable details."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

from verifier.model.scales import (
    AttributionMode,
    Checkability,
    ClaimState,
    ClaimType,
    FacetType,
    Force,
    Weight,
)
from verifier.model.story import Slug
from verifier.model.text import Selector, Span

ClaimLabel = NewType("ClaimLabel", str)
"""The name of a claim within its story: C01, C02, …; never used again for another claim."""


@dataclass(frozen=True)
class Anchor:
    """Where a claim stands in one version of the story; None where it is gone from that version."""

    version: int
    selector: Selector | None


@dataclass(frozen=True)
class Attribution:
    """Who says a claim, and the words of the story that show it.

    `speaker` is the name as the story gives it, "" for the narrator's own statement or where nobody
    is named; `source` is the slug of the source it belongs to. `via` is the chain of reporting, the
    outermost reporter first, as slugs or names. `rule` names the rule that read it, or the person
    who corrected it.
    """

    speaker: str
    source: Slug | None
    mode: AttributionMode
    rule: str
    speaker_span: Span | None = None
    cue: str = ""
    cue_span: Span | None = None
    force: Force = Force.STATES
    hedge: str | None = None
    via: tuple[str, ...] = ()
    medium: str | None = None
    said_on: str | None = None


@dataclass(frozen=True)
class NumberValue:
    """A number as an interval of decimal strings; None is an open end.

    "at least 30" is low "30"; "more than 11,000" is low "11000" with `low_open`; "as many as 200"
    is high "200"; "approximately 300" is low = high = "300" with `approx`. `counted` is the thing
    counted ("soldiers"), `unit` a measure ("km"), `scope` what narrows it ("killed", "wounded").
    """

    low: str | None
    high: str | None
    low_open: bool = False
    high_open: bool = False
    approx: bool = False
    unit: str | None = None
    counted: str | None = None
    scope: tuple[str, ...] = ()


@dataclass(frozen=True)
class DateValue:
    """A date as an inclusive interval of days, and how it was resolved.

    Without a dateline the year stays open: `first` and `last` are None, `month` and `day` are kept.
    """

    first: date | None
    last: date | None
    month: int | None
    day: int | None
    resolved: str


@dataclass(frozen=True)
class Facet:
    """One checkable detail of a claim, in place; a number or date carries its normalised value."""

    type: FacetType
    start: int
    end: int
    text: str
    number: NumberValue | None = None
    date: DateValue | None = None

    @property
    def span(self) -> Span:
        """The place alone."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Claim:
    """One checkable statement of a story.

    `standalone` is the statement with what it needs to be understood alone, additions in
    [brackets]. `proposed_by` is the name of a rule or of a person. `reason` is why it was
    dismissed. Whether a person accepted it is not stored: any act of a person on a claim does.
    """

    label: ClaimLabel
    anchors: tuple[Anchor, ...]
    standalone: str
    proposed_by: str
    types: tuple[ClaimType, ...] = ()
    checkability: Checkability = Checkability.FACTUAL
    weight: Weight = Weight.SUPPORTING
    attributions: tuple[Attribution, ...] = ()
    facets: tuple[Facet, ...] = ()
    parent: ClaimLabel | None = None
    restates: ClaimLabel | None = None
    state: ClaimState = ClaimState.ACTIVE
    reason: str | None = None

    @property
    def selector(self) -> Selector | None:
        """Where the claim stands in the latest version it was anchored in."""
        return self.anchors[-1].selector if self.anchors else None

    @property
    def is_active(self) -> bool:
        """Whether the claim counts: it was not dismissed."""
        return self.state is ClaimState.ACTIVE
