"""What stands before sign-off: each with the claim it is about, to go to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import BindingType

from verifier.language.display import display_line
from verifier.tui.keys import Where, bindings
from verifier.tui.paint import Line, Piece, fit_line, wrap_words
from verifier.tui.screens.listing import QUIT, ListingScreen
from verifier.tui.widgets.detail_lines import detail_lines

if TYPE_CHECKING:
    from verifier.model.claim import ClaimLabel

NOTHING = "Nothing stands before sign-off: `verifier signoff` signs the story."
WAITING = "What stands before sign-off is being worked out…"


class Obstacle(NamedTuple):
    """One thing that has to be done before the story can be signed; `says` is safe to show."""

    claim: ClaimLabel | None
    says: str


class BlockingScreen(ListingScreen[Obstacle]):
    """The obstacles, in the order of the claims."""

    WHERE = Where.BLOCKING
    NAME = "Before sign-off"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.BLOCKING), QUIT]
    SHARE = 50

    def found(self) -> Sequence[Obstacle]:
        """What the policy asks for that is not there."""
        judged = self.board.judgement
        self.empty = WAITING if judged is None else NOTHING
        if judged is None:
            return ()
        return [Obstacle(label, display_line(says)) for label, says in judged.assessment.blocking]

    def words_of(self, row: Obstacle) -> str:
        """The claim and the sentence."""
        return f"{row.claim or ''} {row.says} {self._claim_words(row)}"

    def row_line(self, row: Obstacle, width: int, *, current: bool) -> Line:
        """The claim, what is missing, and the claim's words."""
        ground = "current" if current else "text"
        muted = "current-muted" if current else "muted"
        pieces = [
            Piece("▶ " if current else "  ", ground),
            Piece(f"{row.claim or '':<5} ", "current-strong" if current else "strong"),
            Piece(row.says, ground),
            Piece(f"  {self._claim_words(row)}", muted),
        ]
        return fit_line(pieces, width, ground)

    def _claim_words(self, row: Obstacle) -> str:
        found = self.board.rows.get(row.claim) if row.claim else None
        return found.text if found else ""

    def detail(self, row: Obstacle | None, width: int) -> list[Line]:
        """The obstacle whole, and the claim."""
        self.detail_pane.title = (row.claim or "The story") if row else ""
        if row is None:
            return []
        lines: list[Line] = [
            [Piece(f" {line}", "warning")] for line in wrap_words(row.says, width - 2)
        ]
        if row.claim in self.board.rows and row.claim is not None:
            height = self.detail_pane.size.height
            lines += detail_lines(self.board, row.claim, None, width, height)
        return lines

    def key_open(self) -> None:
        """Go to the claim."""
        row = self.current
        if row is None or row.claim is None or row.claim not in self.board.rows:
            self.say("This is about the whole story, not about one claim.")
            return
        self.review.go_to(row.claim)
        self.dismiss()
