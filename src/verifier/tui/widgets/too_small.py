"""The sentence shown while the terminal is too small to work in."""

from __future__ import annotations

from verifier.tui.arrange import LEAST_HEIGHT, LEAST_WIDTH, Box
from verifier.tui.paint import Line, Piece, wrap_words
from verifier.tui.widgets.pane import LinePane


def too_small_words(width: int, height: int) -> str:
    """What to do about a terminal of this size."""
    return (
        f"verifier needs a terminal of at least {LEAST_WIDTH}×{LEAST_HEIGHT}; this one has "
        f"{width}×{height}. Enlarge it to go on; nothing is lost."
    )


class TooSmall(LinePane):
    """The pane that fills a terminal below the least size."""

    def fill(self, width: int, height: int, *, is_needed: bool) -> None:
        """Cover the screen, or be hidden."""
        self.put(Box(0, 0, width, height) if is_needed else None)
        self.repaint()

    def line(self, y: int) -> Line:
        """Line `y` of the sentence."""
        lines = wrap_words(too_small_words(*self.size), self.columns)
        return [Piece(lines[y], "warning")] if y < len(lines) else []
