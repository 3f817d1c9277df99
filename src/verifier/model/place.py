"""Where a reviewer is in a story: kept apart from the record of decisions."""

from dataclasses import dataclass

from verifier.model.claim import ClaimLabel


@dataclass(frozen=True)
class Draft:
    """Text that was being typed: in which dialog (`purpose`), on which claim."""

    purpose: str
    claim: ClaimLabel | None
    text: str


@dataclass(frozen=True)
class Place:
    """The claim, source column, filter and scroll a reviewer sees, and what is half-typed.

    `filter` is a word of the review screen's filters; `scroll` the first visible line of the
    claim list; `story_scroll` the code point at which the first visible line of the story begins,
    so that it holds at any width. `draft` is what is being typed; `parked` are texts that were
    left with Esc or could not be saved.
    """

    claim: ClaimLabel | None = None
    source: str | None = None
    filter: str = "all"
    scroll: int = 0
    story_scroll: int = 0
    draft: Draft | None = None
    parked: tuple[Draft, ...] = ()
