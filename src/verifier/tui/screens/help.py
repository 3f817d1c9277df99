"""The help: every key, found as one types, and run from here where it means something.

The palette is the same list, of the commands only that mean something where it was opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType

from verifier.tui.keys import KEYS, PREFIXED, Key, Where, all_keys, bindings, keys_of, shown
from verifier.tui.paint import Line, Piece, fit, fit_line, wrap_words
from verifier.tui.screens.listing import QUIT, ListingScreen

if TYPE_CHECKING:
    from textual.screen import Screen

    from verifier.tui.screens.review import ReviewScreen

KEY_COLUMN = 14
WIDEST_PLACE = 40
COLUMN = 9
"""Cells of the names of what is said about a key."""

OWN = frozenset({"help", "palette"})
"""Commands that would only open this screen again."""


def places_under(screen: Screen[object]) -> frozenset[Where]:
    """The places whose commands mean something on a screen, the second keys of prefixes with them.

    Nothing but what means the same anywhere does before there is a story.
    """
    from verifier.tui.screens.review import ReviewScreen

    anywhere = frozenset({Where.ANYWHERE})
    if isinstance(screen, ListingScreen):
        return anywhere | {screen.WHERE}
    if not isinstance(screen, ReviewScreen) or not screen.has_story:
        return anywhere
    here = screen.where
    if here in (Where.REVIEW, Where.LIST, Where.READER):
        return anywhere | PREFIXED | {Where.REVIEW, here}
    return anywhere | {here}


class HelpScreen(ListingScreen[Key]):
    """Every key. What is typed finds; Enter runs the command under the cursor."""

    WHERE = Where.HELP
    NAME = "Keys"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.HELP), QUIT]
    SHARE = 68

    def __init__(self, review: ReviewScreen, under: Screen[object]) -> None:
        super().__init__(review)
        self.under = under
        self.places = places_under(under)
        self.is_typing = True

    def runs(self, key: Key) -> bool:
        """Whether the command means something on the screen beneath."""
        return key.where in self.places and key.id not in OWN

    def found(self) -> Sequence[Key]:
        """All keys, those first that mean something where the help was opened."""
        return sorted(KEYS, key=lambda key: (not self.runs(key), key.where is Where.ANYWHERE))

    def words_of(self, row: Key) -> str:
        """The keys, what they do, and where."""
        return " ".join((*map(shown, keys_of(row)), row.words, row.hint, row.where.value, row.id))

    def key_of(self, row: Key) -> str:
        """Its name in the table."""
        return row.id

    def row_line(self, row: Key, width: int, *, current: bool) -> Line:
        """The keys, what they do, where; a command that cannot be run from here is faint."""
        ground = "current" if current else "text"
        muted = "current-muted" if current else "muted"
        keys = " ".join(shown(name) for name in keys_of(row))
        place = min(WIDEST_PLACE, max(21, width // 4))
        words = ground if self.runs(row) else muted
        head = [
            Piece("▶ " if current else "  ", ground),
            Piece(f"{fit(keys, KEY_COLUMN)} ", "current-strong" if current else "key"),
            Piece(f"{fit(row.words, max(8, width - place - KEY_COLUMN - 5))} ", words),
            Piece(row.where.value, muted),
        ]
        return fit_line(head, width, ground)

    def detail(self, row: Key | None, width: int) -> list[Line]:
        """The whole sentence, every key that does it, where, and its name in the file of keys."""
        self.detail_pane.title = "Key"
        if row is None:
            return []
        more = [name for name in all_keys(row) if name not in keys_of(row)]
        runs = "Enter runs it." if self.runs(row) else "It means nothing where you came from."
        lines: list[Line] = []
        for name, value in (
            ("DOES", row.words),
            ("KEYS", "  ".join(shown(key) for key in keys_of(row))),
            ("ALSO", f"{'  '.join(more)}  (other layouts)" if more else ""),
            ("WHERE", f"{row.where.value}. {runs}"),
            ("NAME", f"{row.id}  (for keys.toml)"),
        ):
            if value:
                wrapped = wrap_words(value, width - COLUMN - 1)
                lines.append([Piece(f" {name:<{COLUMN - 1}}", "heading"), Piece(wrapped[0])])
                lines += [[Piece(" " * COLUMN), Piece(line)] for line in wrapped[1:]]
        return lines

    # ---- keys ------------------------------------------------------------------------------------

    def _typed(self, event: events.Key) -> bool:
        if event.key in ("enter", "escape") or (
            event.key == "question_mark" and not self.query_words
        ):
            return False
        return super()._typed(event)

    def _look_for(self, words: str) -> None:
        super()._look_for(words)
        self.go(0)

    def key_open(self) -> None:
        """Go back, and run the command there."""
        row = self.current
        if row is None:
            return
        if not self.runs(row):
            self.say(f"This key works elsewhere. {row.where.value}.")
            return
        self.dismiss()
        self.app.call_later(self._run, row.id)

    def _run(self, key_id: str) -> None:
        if isinstance(self.under, ListingScreen):
            self.under.run_any(key_id)
        else:
            self.review.action_run(key_id)


class PaletteScreen(HelpScreen):
    """The commands that mean something here, by what they do."""

    NAME = "Commands"

    def found(self) -> Sequence[Key]:
        """What can be run."""
        return [key for key in super().found() if self.runs(key)]
