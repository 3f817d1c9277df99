"""What was found for the claims of a review: proposals, comparisons, documents opened, searches.

It outlives the evidence screen, so that going back and forth loses nothing. The proposals for the
claim under the cursor are asked for when the cursor rests, and never while it moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from verifier.language.display import display_line
from verifier.model.scales import Aspect
from verifier.model.text import Span
from verifier.tui.found import Compared, FoundPassage, Looked, PassagePlace, Wanted

if TYPE_CHECKING:
    from textual.timer import Timer

    from verifier.model.claim import ClaimLabel
    from verifier.model.comparison import FacetComparison
    from verifier.model.evidence import EvidenceLabel
    from verifier.model.story import Slug
    from verifier.tui.messages import Answered
    from verifier.tui.screens.review import ReviewScreen

Key = TypeVar("Key")
Kept = TypeVar("Kept")

RESTED = 0.15
"""Seconds without a move after which the proposals for a claim are asked for."""

FOR_REVIEW = "proposals"
FOR_SCREEN = "search"
COMPARING = "comparing"
"""The names under which questions are asked."""

MOST_KEPT = 200
"""Answers that are kept; the oldest go first."""


class Left(NamedTuple):
    """How the evidence screen was left to read a document: what it comes back with."""

    wanted: Wanted
    place: PassagePlace | None


class Finding:
    """What was found so far, for one review."""

    def __init__(self, screen: ReviewScreen) -> None:
        self.screen = screen
        self.opened: set[tuple[ClaimLabel, EvidenceLabel]] = set()
        self.made: dict[ClaimLabel, Looked] = {}
        self.left: Left | None = None
        self.to_read: PassagePlace | None = None
        self._looked: dict[Wanted, Looked] = {}
        self._compared: dict[ClaimLabel, Compared] = {}
        self._asked: Wanted | None = None
        self._timer: Timer | None = None

    # ---- what is known ---------------------------------------------------------------------------

    def looked(self, wanted: Wanted) -> Looked | None:
        """The answer to a search of the library as it is now; None where there is none yet."""
        found = self._looked.get(wanted)
        return None if found is None or self._is_old(found) else found

    def facets(self, claim: ClaimLabel, place: PassagePlace) -> tuple[FacetComparison, ...] | None:
        """How a passage compares with a claim; None where it is not worked out."""
        compared = self._compared.get(claim)
        return None if compared is None else compared.facets.get(place)

    def words_of(self, claim: ClaimLabel) -> str:
        """The claim's words that the comparisons count from."""
        compared = self._compared.get(claim)
        return self.screen.board.claim(claim).standalone if compared is None else compared.words

    def is_read(self, claim: ClaimLabel, label: EvidenceLabel) -> bool:
        """Whether a document was opened for a claim, or is cited for it."""
        return (claim, label) in self.opened or label in self.cited(claim)

    def read_sign(self, claim: ClaimLabel, place: PassagePlace) -> str:
        """¶ for a passage that is cited, • for one of a document that was not opened."""
        if self.is_cited(claim, place):
            return "¶"
        return " " if self.is_read(claim, place.evidence) else "•"

    def name_of(self, slug: Slug) -> str:
        """A source's short name, safe to show; also of one that only the library knows."""
        board = self.screen.board
        known = board.names.get(slug)
        if known is not None:
            return known
        from verifier.tui.board import short_name

        source = board.story.registry.get(slug)
        return display_line(slug) if source is None else short_name(source)

    def unread(self, looked: Looked) -> int:
        """How many documents with passages found were not opened for the claim."""
        claim = looked.wanted.claim
        found = {passage.place.evidence for passage in looked.passages}
        cited = self.cited(claim)
        return sum((claim, label) not in self.opened and label not in cited for label in found)

    def cited(self, claim: ClaimLabel) -> set[EvidenceLabel]:
        """The documents that the reviewer cites for a claim."""
        board = self.screen.board
        return {
            passage.evidence
            for key, stance in board.state.stances.items()
            if key.claim == claim and key.reviewer == board.reviewer
            for passage in stance.passages
        }

    def is_cited(self, claim: ClaimLabel, place: PassagePlace) -> bool:
        """Whether a passage cited for the claim overlaps this one."""
        board = self.screen.board
        return any(
            passage.evidence == place.evidence
            and passage.selector.start < place.end
            and place.start < passage.selector.end
            for key, stance in board.state.stances.items()
            if key.claim == claim
            and key.reviewer == board.reviewer
            and key.aspect is Aspect.SUBSTANCE
            for passage in stance.passages
        )

    def search_of(self, claim: ClaimLabel, source: Slug) -> Looked | None:
        """The last search made for a claim that looked through a source's documents."""
        found = self.made.get(claim)
        covers = found is not None and found.wanted.source in (None, source)
        return found if covers else None

    def opening(self, label: EvidenceLabel) -> Span | None:
        """A document is opened for the claim under the cursor: where it is to be; told once."""
        claim = self.screen.cursor.current
        if claim is not None:
            self.opened.add((claim, label))
        place, self.to_read = self.to_read, None
        if place is None or place.evidence != label:
            return None
        return Span(place.start, place.end)

    # ---- asking ----------------------------------------------------------------------------------

    def rest(self) -> None:
        """The cursor moved: ask for the proposals when it has rested, where they are shown."""
        claim = self.screen.cursor.current if self.screen.has_story else None
        if claim is not None:
            self.screen.evidence.show_none(claim)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.screen.set_timer(RESTED, self.ask_now)

    def ask_now(self) -> None:
        """Ask for the proposals for the claim under the cursor, where they are shown."""
        screen = self.screen
        claim = screen.cursor.current if screen.has_story else None
        if claim is None or not screen.is_open or not screen.evidence.display:
            return
        wanted = Wanted(claim)
        known = self.looked(wanted)
        if known is not None:
            self._show(known)
        elif wanted != self._asked:
            self._asked = wanted
            self.ask(FOR_REVIEW, wanted)

    def ask(self, about: str, wanted: Wanted) -> None:
        """Search in the writer's thread; `heard` takes in the answer."""
        from verifier.tui.found import look_for

        self.screen.writer.ask(about, look_for(wanted))

    def heard(self, message: Answered) -> None:
        """Take in an answer, and ask how what was found compares with the claim."""
        found = message.found
        if isinstance(found, Looked):
            self._asked = None
            self._keep(found)
            missing = [each for each in found.passages if not self._is_compared(found, each)]
            if missing:
                self.compare(found.wanted.claim, tuple(found.passages))
        elif isinstance(found, Compared):
            self._compared.pop(found.claim, None)
            self._compared[found.claim] = found
            _drop_oldest(self._compared)
        elif message.about in (FOR_REVIEW, COMPARING):
            self._asked = None
            self.screen.say(f"The evidence was not searched. {message.words}", "warning")
        self.show_current()

    def compare(self, claim: ClaimLabel, passages: tuple[FoundPassage, ...]) -> None:
        """Compare a claim with passages in the writer's thread."""
        from verifier.tui.found import compare_with

        self.screen.writer.ask(COMPARING, compare_with(claim, passages))

    def show_current(self) -> None:
        """Show beside the review what is known for the claim under the cursor."""
        screen = self.screen
        claim = screen.cursor.current if screen.has_story else None
        known = None if claim is None else self.looked(Wanted(claim))
        if known is not None:
            self._show(known)

    def forget_claim(self, claim: ClaimLabel) -> None:
        """The claim has other words now: what was found for it is old."""
        self._compared.pop(claim, None)
        for wanted in [each for each in self._looked if each.claim == claim]:
            del self._looked[wanted]

    def _show(self, looked: Looked) -> None:
        self.screen.evidence.show_found(looked, self)

    def _is_old(self, looked: Looked) -> bool:
        board = self.screen.board
        claim = board.state.claims.get(looked.wanted.claim)
        own = claim is not None and (looked.wanted.query or claim.standalone == looked.words)
        return not own or looked.library != board.story.library.head

    def _is_compared(self, looked: Looked, found: FoundPassage) -> bool:
        return self.facets(looked.wanted.claim, found.place) is not None

    def _keep(self, looked: Looked) -> None:
        self._looked.pop(looked.wanted, None)
        self._looked[looked.wanted] = looked
        _drop_oldest(self._looked)


def _drop_oldest(kept: dict[Key, Kept]) -> None:
    while len(kept) > MOST_KEPT:
        del kept[next(iter(kept))]
