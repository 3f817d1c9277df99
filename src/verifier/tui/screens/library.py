"""The library: every story with its progress, the one opened last first; open one, import one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import BindingType

from verifier.language.display import display_line
from verifier.tui import messages
from verifier.tui.importing import Brought, import_from
from verifier.tui.keys import Where, bindings, key_shown
from verifier.tui.paint import Line, Piece, fit, fit_line, width_of, wrap_words
from verifier.tui.screens.listing import QUIT, ListingScreen
from verifier.tui.widgets.header import Progress

if TYPE_CHECKING:
    from verifier.desk.session import Session
    from verifier.store import StoryRow
    from verifier.tui.app import ReviewApp
    from verifier.tui.screens.review import ReviewScreen

STORIES = "library"
IMPORT = "import"
SAMPLE = "sample"

BAR = 10
"""Cells of the bar of a story."""

COLUMN = 10
"""Cells of the names of what is said about a story."""

NO_STORIES = (
    "There are no stories yet.",
    "",
    "i   read a story of your own for claims: a file, or an address",
    "d   look at the sample story, in a database of its own",
    "",
    "In the shell: verifier import FILE, verifier demo.",
)


class Shelf(NamedTuple):
    """What the database holds: its stories, and what the user should know of it."""

    rows: tuple[StoryRow, ...]
    remarks: tuple[str, ...]


class LibraryScreen(ListingScreen["StoryRow"]):
    """The stories. It stands over the review, which may have no story yet."""

    WHERE = Where.LIBRARY
    NAME = "Library"
    EMPTY = "The list is being read…"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.LIBRARY), QUIT]
    SHARE = 64

    def __init__(self, review: ReviewScreen) -> None:
        super().__init__(review)
        self.shelf: Shelf | None = None
        self.path_typed = ""
        self.is_busy = False
        self._wanted: str | None = None

    @property
    def desk(self) -> ReviewApp:
        """The application, which opens another story."""
        from verifier.tui.app import ReviewApp

        assert isinstance(self.app, ReviewApp)
        return self.app

    @property
    def is_sample(self) -> bool:
        """Whether these are the stories of the demonstration."""
        from verifier.settings.places import demo_location

        return self.review.writer.location == demo_location()

    def on_mount(self) -> None:
        """Arrange; the list is read once the frame is painted."""
        super().on_mount()
        if self.review.has_story:
            self._ask()
        else:
            self.hints.after_painting = self.too_small.after_painting = self._begin

    def _begin(self) -> None:
        self.hints.after_painting = self.too_small.after_painting = None
        self.review.writer.start()
        self._ask()

    def _ask(self) -> None:
        if not self.review.writer.has_database:
            self._tell(())
            self._show(Shelf((), ()))
            return
        self.review.writer.run_errand(STORIES, _shelf)

    def _show(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.renew()
        if self._wanted is not None:
            slugs: list[str] = [row.slug for row in self.shown]
            self.go(slugs.index(self._wanted) if self._wanted in slugs else 0)
            self._wanted = None

    def _tell(self, remarks: tuple[str, ...]) -> None:
        every = (*remarks, *self.review.remarks)
        self.review.remarks = ()
        if every:
            self.say(" ".join(every), "warning")

    def when_answered(self, message: messages.Answered) -> None:
        """Show the stories, or go on with the one that was imported."""
        if isinstance(message.found, Shelf):
            self._tell(message.found.remarks if self.shelf is None else ())
            self._show(message.found)
        elif isinstance(message.found, Brought):
            self.is_busy = False
            self.path_typed = ""
            self._wanted = message.found.slug
            self._look_for("")
            self._ask()
            remarks = " ".join(("", *message.found.remarks))
            self.say(f"Read {message.found.slug}: {message.found.counts}.{remarks}", "good")
        elif message.about == SAMPLE and isinstance(message.found, str):
            self.desk.open_story(message.found, None)
        elif message.about in (STORIES, IMPORT, SAMPLE):
            self.is_busy = False
            self.say(message.words, "fault")

    # ---- what it says ----------------------------------------------------------------------------

    def found(self) -> Sequence[StoryRow]:
        """The stories, last opened first."""
        return () if self.shelf is None else self.shelf.rows

    def words_of(self, row: StoryRow) -> str:
        """Its title and its name."""
        return f"{row.title} {row.slug}"

    def key_of(self, row: StoryRow) -> str:
        """Its name."""
        return row.slug

    def renew(self) -> None:
        """Show what is there now; the header counts."""
        super().renew()
        rows = self.found()
        if self.shelf is not None and not rows:
            self.rows.empty = "There are no stories yet: i imports one, d opens the sample."
            self.rows.repaint()
        open_ones = sum(1 for row in rows if row.judged < row.claims)
        said = f"{len(rows)} {'story' if len(rows) == 1 else 'stories'}, {open_ones} unfinished"
        title = "Library of the sample" if self.is_sample else "Library"
        self.header.show(Progress(title=title, saved=said if self.shelf else "opening…"))

    def row_line(self, row: StoryRow, width: int, *, current: bool) -> Line:
        """Title, bar, how many claims are judged, when it was last opened."""
        ground = "current" if current else "text"
        muted = "current-muted" if current else "muted"
        tail = [
            Piece(" ", ground),
            *progress_pieces(row, current=current),
            Piece(f" {fit(_judged(row), 9)} {_opened(row)} ", muted),
        ]
        room = max(8, width - width_of(tail) - 2)
        head = [
            Piece("▶ " if current else "  ", ground),
            Piece(fit(display_line(row.title), room), "current-strong" if current else ground),
        ]
        return fit_line([*head, *tail], width, ground)

    def detail(self, row: StoryRow | None, width: int) -> list[Line]:
        """Title, progress and times; without stories, where to begin."""
        self.detail_pane.title = "Story" if row else "Where to begin"
        if row is None:
            begin = NO_STORIES if self.shelf is not None and not self.query_words else ()
            return [[Piece(f" {line}")] for line in begin]
        lines: list[Line] = [
            [Piece(f" {line}", "strong")] for line in wrap_words(display_line(row.title), width - 2)
        ]
        share = f" {100 * row.judged // row.claims}%" if row.claims else ""
        lines.append([Piece(" "), *progress_pieces(row, current=False), Piece(share, "muted")])
        for name, value in (
            ("JUDGED", f"{row.judged} of {row.claims} claims" if row.claims else "no claims"),
            ("OPENED", _opened(row)),
            ("LAST ACT", local_day_time(row.last_at)),
            ("IMPORTED", local_day_time(row.imported_at)),
            ("NAME", display_line(row.slug)),
        ):
            wrapped = wrap_words(value, width - COLUMN - 1)
            lines.append([Piece(f" {name:<{COLUMN - 1}}", "heading"), Piece(wrapped[0])])
            lines += [[Piece(" " * COLUMN), Piece(line)] for line in wrapped[1:]]
        return lines

    # ---- keys ------------------------------------------------------------------------------------

    def key_open(self) -> None:
        """Open the story under the cursor where it was left; the open one is just shown."""
        row = self.current
        if row is None or self.is_busy:
            return
        if self.review.has_story and self.review.board.state.stream == row.stream:
            self.dismiss()
            return
        self.say(f"Opening {row.title}…")
        self.desk.open_story(self.review.writer.location, row.slug)

    def key_import_story(self) -> None:
        """Ask for a file or an address, and read the story there."""
        from verifier.tui.widgets.dialogs import Asked, AskText

        if self.is_busy:
            self.say("A story is being read; wait until it is there.")
            return
        question = "The path of a file, like ~/story.docx, or an address, https://…"
        asked = Asked(IMPORT, "Import a story", question, self.path_typed)
        self.app.push_screen(AskText(asked, self._keep), self._import)

    def _keep(self, typed: str) -> None:
        self.path_typed = typed

    def _import(self, typed: str | None) -> None:
        if typed is None:
            return
        self.path_typed = typed
        self.is_busy = True
        self.say(f"Reading {typed.strip()}…")
        self.review.writer.run_errand(IMPORT, lambda session: import_from(session(), typed))

    def key_sample(self) -> None:
        """The sample story; from there, back to the own ones."""
        if self.is_busy:
            return
        if self.is_sample:
            self.desk.open_library(self.desk.own_location)
            return
        self.is_busy = True
        self.say("Opening the sample story; the first time it takes a few seconds…")
        reviewer = self.desk.reviewer
        self.review.writer.run_errand(SAMPLE, lambda _: _sample(reviewer))

    def key_back(self) -> None:
        """Take the filter away, or go back to the story."""
        if self.query_words or self.review.has_story:
            super().key_back()
        else:
            opens, quits = key_shown("library.open"), key_shown("quit")
            self.say(f"{opens} opens a story; {quits} quits.")


def progress_pieces(row: StoryRow, *, current: bool) -> list[Piece]:
    """The bar of a story: a part for the claims that are judged, the rest for those left."""
    before = "current " if current else ""
    done = max(BAR * row.judged // row.claims, 1 if row.judged else 0) if row.claims else 0
    return [
        Piece("█" * done, f"{before}confirmed"),
        Piece("░" * (BAR - done), f"{before}dismissed"),
    ]


def local_day_time(at: str) -> str:
    """Day and time in the reader's zone.

    >>> len(local_day_time("2024-12-18T12:04:00.000Z"))
    16
    """
    from datetime import datetime

    return datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone().strftime("%Y-%m-%d %H:%M")


def _judged(row: StoryRow) -> str:
    return f"{row.judged}/{row.claims}"


def _opened(row: StoryRow) -> str:
    return local_day_time(row.opened_at) if row.opened_at else f"{'never opened':<16}"


def _shelf(session: Callable[[], Session]) -> Shelf:
    """The stories of the database."""
    from verifier.desk.stories import story_list

    opened = session()
    return Shelf(story_list(opened), opened.remarks)


def _sample(reviewer: str | None) -> str:
    """Where the demonstration is; it is made the first time."""
    from verifier.desk.demo import prepare_demo

    return prepare_demo(reviewer)
