"""The base of the screens that stand over the review: rows, what is under the cursor, the keys.

A screen is one file: it says what its rows are, what each says, and what its keys do. Moving,
filtering, arranging and going back are the same everywhere and stand here.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from verifier.language.display import display_line
from verifier.tui import messages
from verifier.tui.arrange import WIDE, Box, fits
from verifier.tui.keys import BY_ID, Where, command_of, hints, quit_binding, rebind
from verifier.tui.paint import Line
from verifier.tui.widgets.header import Header
from verifier.tui.widgets.hints import Hints
from verifier.tui.widgets.listing import LinesPane, RowsPane
from verifier.tui.widgets.pane import Brush, LinePane
from verifier.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from verifier.tui.board import Board
    from verifier.tui.screens.review import ReviewScreen

Row = TypeVar("Row")

FOOT = 2
"""Lines of the key hints."""


class ListingScreen(Screen[None], Generic[Row]):
    """Rows on the left or above, the one under the cursor in words beside or below it.

    A subclass names its `WHERE` (bind its keys with `bindings(WHERE)`) and gives `found`,
    `row_line` and `detail`; a key whose action is `name(…)` calls the method `key_name`.
    """

    WHERE: ClassVar[Where]
    NAME: ClassVar[str]
    EMPTY: ClassVar[str] = "There is nothing here yet."
    CSS = "ListingScreen { background: $desk-ground; layers: base; }"
    AUTO_FOCUS = ""
    ALLOW_SELECT = False
    SHARE = 50
    """The share of the width, or of the height, that the rows take, in percent."""

    def __init__(self, review: ReviewScreen) -> None:
        super().__init__()
        rebind(self)
        self.review = review
        self.header = Header()
        self.rows = RowsPane()
        self.detail_pane = LinesPane()
        self.hints = Hints()
        self.too_small = TooSmall()
        self.brush = Brush()
        for pane in self.panes:
            pane.brush = self.brush
        self.shown: Sequence[Row] = ()
        self.query_words = ""
        self.is_typing = False
        self.empty = self.EMPTY

    # ---- what a subclass says --------------------------------------------------------------------

    def found(self) -> Sequence[Row]:
        """All rows, in their order."""
        raise NotImplementedError

    def row_line(self, row: Row, width: int, *, current: bool) -> Line:
        """What one row says at `width` cells."""
        raise NotImplementedError

    def detail(self, row: Row | None, width: int) -> list[Line]:
        """What is said about the row under the cursor."""
        raise NotImplementedError

    def words_of(self, row: Row) -> str:
        """What the filter looks in."""
        raise NotImplementedError

    def key_of(self, row: Row) -> Hashable:
        """What a row is known by, so that the cursor stays on it."""
        return self.words_of(row)

    def head(self, width: int) -> Line:
        """The heads of the columns, if there are any."""
        return ()

    # ---- building --------------------------------------------------------------------------------

    @property
    def panes(self) -> tuple[LinePane, ...]:
        """All panes of the screen."""
        return (self.header, self.rows, self.detail_pane, self.hints, self.too_small)

    @property
    def board(self) -> Board:
        """The story as the review shows it."""
        return self.review.board

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.shown[self.rows.index] if self.shown else None

    def compose(self) -> ComposeResult:
        """The panes; they are put in their places by size."""
        yield from self.panes

    def on_mount(self) -> None:
        """Arrange, and show what is there."""
        self.rows.title = self.NAME
        self.rows.focused_pane = True
        self.place_panes()
        self.show_keys()
        self.renew()

    def on_resize(self) -> None:
        """Arrange anew; the cursor and the filter stay."""
        self.place_panes()
        self.call_after_refresh(self.renew)

    def place_panes(self) -> None:
        """Put every pane where it stands at this size."""
        width, height = self.app.size
        enough = fits(width, height)
        for pane, box in self.boxes(width, height).items():
            pane.put(box if enough else None)
        self.too_small.fill(width, height, is_needed=not enough)

    def boxes(self, width: int, height: int) -> dict[LinePane, Box]:
        """Where the panes stand: side by side where it is wide, else one over the other."""
        top = 1 if width >= WIDE else 2
        body = Box(0, top, width, height - top - FOOT)
        if width >= WIDE:
            first = body._replace(width=width * self.SHARE // 100)
            second = body._replace(x=first.width, width=width - first.width)
        else:
            first = body._replace(height=body.height * self.SHARE // 100)
            second = body._replace(y=top + first.height, height=body.height - first.height)
        return {
            self.header: Box(0, 0, width, top),
            self.rows: first,
            self.detail_pane: second,
            self.hints: Box(0, height - FOOT, width, FOOT),
        }

    # ---- showing ---------------------------------------------------------------------------------

    def renew(self) -> None:
        """Show what is there now; the cursor stays on its row, or near it."""
        with self.brush:
            kept = None if self.current is None else self.key_of(self.current)
            wanted = self.query_words.casefold().split()
            self.shown = [row for row in self.found() if self._fits(row, wanted)]
            keys = [self.key_of(row) for row in self.shown]
            if kept is not None and kept in keys:
                self.rows.index = keys.index(kept)
            self.rows.right = self._filter_words()
            empty = f"Nothing holds “{display_line(self.query_words)}”. Esc shows all."
            self.rows.show(
                len(self.shown),
                lambda at, width, current: self.row_line(self.shown[at], width, current=current),
                empty=empty if self.query_words else self.empty,
                head=self.head(self.rows.columns),
            )
            self.show_detail()
            self.header.show(self.review.header.progress)

    def _fits(self, row: Row, wanted: list[str]) -> bool:
        words = self.words_of(row).casefold() if wanted else ""
        return all(word in words for word in wanted)

    def _filter_words(self) -> str:
        if self.is_typing:
            return f"find: {display_line(self.query_words)}▏"
        return f"find: {display_line(self.query_words)}" if self.query_words else ""

    def show_detail(self, *, from_top: bool = True) -> None:
        """Show what is said about the row under the cursor."""
        row = self.current
        self.detail_pane.show(lambda width: self.detail(row, width), from_top=from_top)

    def show_keys(self) -> None:
        """Show the keys of the place."""
        self.hints.show_keys(hints(self.WHERE), "", hints(Where.ANYWHERE))

    def say(self, words: str, style: str = "text") -> None:
        """Say something in the last lines until the next key; `words` may come from outside."""
        self.hints.say(display_line(words), style)

    # ---- keys ------------------------------------------------------------------------------------

    def action_run(self, key_id: str) -> None:
        """Do what an entry of the table of keys says."""
        name, parameters = command_of(key_id)
        with self.brush:
            getattr(self, f"key_{name}")(*parameters)

    def on_key(self, event: events.Key) -> None:
        """Take the message away; while a filter is typed, take the keys that type."""
        self.hints.say("")
        if self.is_typing and self._typed(event):
            event.stop()
            event.prevent_default()
        else:
            self.review.passes(event, self)

    def on_paste(self, event: events.Paste) -> None:
        """A paste is one piece of text for the filter, and never runs a key."""
        event.stop()
        if self.is_typing:
            self._look_for(self.query_words + " ".join(event.text.split()))

    def _typed(self, event: events.Key) -> bool:
        if event.key == "backspace":
            self._look_for(self.query_words[:-1])
        elif event.key == "enter":
            self.is_typing = False
            self._look_for(self.query_words)
        elif event.key == "escape":
            self.is_typing = False
            self._look_for("")
        elif event.is_printable and event.character:
            self._look_for(self.query_words + event.character)
        else:
            return False
        return True

    def _look_for(self, words: str) -> None:
        self.query_words = words
        self.renew()

    def key_find(self) -> None:
        """Begin to type a filter."""
        self.is_typing = True
        self.renew()

    def key_row(self, steps: int) -> None:
        """Move the cursor."""
        self.go(self.rows.index + steps)

    def key_page_of_rows(self, steps: int) -> None:
        """Move the cursor by a page."""
        self.go(self.rows.index + steps * self.rows.room)

    def key_end_of_rows(self, is_last: bool) -> None:
        """Move the cursor to the first or the last row."""
        self.go(len(self.shown) - 1 if is_last else 0)

    def key_scroll(self, steps: int) -> None:
        """Scroll what is said about the row."""
        self.detail_pane.scroll_lines(steps)

    def key_back(self) -> None:
        """Take the filter away, or go back."""
        if self.query_words:
            self._look_for("")
        else:
            self.dismiss()

    def go(self, index: int) -> None:
        """Put the cursor on a row."""
        self.rows.go(index)
        self.show_detail()

    @on(RowsPane.Chosen)
    def _chosen(self, message: RowsPane.Chosen) -> None:
        with self.brush:
            self.go(message.index)
            if message.twice:
                self.key_open()

    def key_open(self) -> None:
        """Open the row under the cursor; most screens say what that means."""

    def run_any(self, key_id: str) -> None:
        """Do what an entry says, be it one of this screen or one that means the same anywhere."""
        if BY_ID[key_id].where is Where.ANYWHERE:
            self.review.action_run(key_id)
        else:
            self.action_run(key_id)

    # ---- what the writer's thread tells ----------------------------------------------------------

    def when_answered(self, message: messages.Answered) -> None:
        """Take in what was read for this screen."""


QUIT = quit_binding()
"""The key that quits, for the bindings of each screen."""
