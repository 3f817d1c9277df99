"""The review screen: the story, its claims, the one under the cursor, and the evidence.

The screen joins the panes, the cursor and the writer. What the keys do stands in `commands`, what
they are called in `keys`; what the panes say is worked out by `board` and `cursor`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from verifier.tui import messages, taking
from verifier.tui.arrange import Pane, arrange, fits
from verifier.tui.finding import Finding
from verifier.tui.keys import (
    PREFIXED,
    Where,
    bindings,
    command_of,
    hints,
    lasting_hints,
    rebind,
)
from verifier.tui.widgets.claim_list import ClaimList
from verifier.tui.widgets.detail import DetailPane
from verifier.tui.widgets.evidence_pane import EvidencePane
from verifier.tui.widgets.header import Header, Progress, progress_of
from verifier.tui.widgets.hints import Hints
from verifier.tui.widgets.pane import Brush, LinePane
from verifier.tui.widgets.story_pane import StoryPane
from verifier.tui.widgets.too_small import TooSmall
from verifier.tui.writer import Job, Writer

if TYPE_CHECKING:
    from textual.timer import Timer

    from verifier.model.claim import ClaimLabel
    from verifier.model.place import Draft
    from verifier.model.scales import Aspect
    from verifier.model.story import Slug
    from verifier.tui.board import Board
    from verifier.tui.cursor import Cursor
    from verifier.tui.failing import Failure

PLACE_AFTER = 0.2
"""Seconds after a move at which the place is sent to be kept."""

Told = Callable[["ReviewScreen"], str]


class OnWay(NamedTuple):
    """An act given to the writer, and what is to be done when it is saved.

    `follow`: the cursor goes where it acted. `tell` gives what is said then. `draft` names the
    text that becomes the act.
    """

    job: Job
    follow: bool
    tell: Told | None
    draft: tuple[str, ClaimLabel] | None


class ReviewScreen(Screen[None]):
    """The main screen. `board` and `cursor` are there once a story has been read."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        Where.SAID,
        Where.CREDIBILITY,
        Where.FILTER,
        Where.EDIT,
        Where.ASKING,
        Where.COPYING,
        Where.SELECT,
        Where.MERGING,
        Where.LIST,
        Where.READER,
        Where.REVIEW,
    )
    CSS = "ReviewScreen { background: $desk-ground; layers: base; }"
    AUTO_FOCUS = ""
    ALLOW_SELECT = False

    board: Board
    cursor: Cursor

    def __init__(
        self,
        location: str | None,
        reviewer: str | None,
        story: str | None,
        fail: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        rebind(self)
        self.fail = fail
        self.writer = Writer(location, reviewer, story, self.post_message)
        self.header = Header()
        self.story = StoryPane()
        self.claims = ClaimList()
        self.detail = DetailPane()
        self.evidence = EvidencePane()
        self.hints = Hints()
        self.too_small = TooSmall()
        self.finding = Finding(self)
        self.brush = Brush()
        for pane in self.panes:
            pane.brush = self.brush
        self.focus_on = Pane.STORY
        self.is_zoomed = False
        self.prefix: Where | None = None
        self.respan: ClaimLabel | None = None
        self.merging: ClaimLabel | None = None
        self.last_stance: tuple[ClaimLabel, Slug] | None = None
        self.last_verdict: tuple[ClaimLabel, Aspect] | None = None
        self.typing: Draft | None = None
        self.drafts: dict[tuple[str, ClaimLabel], str] = {}
        self.kept_texts: dict[str, str] = {}
        self.saved_at = ""
        self.remarks: tuple[str, ...] = ()
        self.is_open = False
        self.takes_keys = False
        self.is_touched = False
        self.waiting_keys: deque[events.Key] = deque()
        self._passing: deque[tuple[events.Key, Screen[None]]] = deque()
        self.on_way: dict[int, OnWay] = {}
        self.failures: dict[Hashable, Failure] = {}
        self._place_is_due = False
        self.leaving: int | None = None
        self.then: Callable[[], None] | None = None
        self.waits_to_leave = False
        self.was_warned = False
        self.deadline: Timer | None = None

    # ---- building and arranging -----------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The panes; where they stand is `arrange`'s matter."""
        yield from self.panes

    @property
    def panes(self) -> tuple[LinePane, ...]:
        """All panes of the screen."""
        texts = (self.story, self.claims, self.detail, self.evidence)
        return (self.header, *texts, self.hints, self.too_small)

    def on_mount(self) -> None:
        """Paint the frame, and only then begin to read."""
        self.header.show(Progress(saved="opening…"))
        self.place_panes()
        self.show_keys()
        self.hints.after_painting = self.too_small.after_painting = self._begin_reading

    def _begin_reading(self) -> None:
        self.hints.after_painting = self.too_small.after_painting = None
        self.writer.start()

    def on_resize(self) -> None:
        """Arrange anew; the cursor, the filter and the place in the texts stay."""
        self.place_panes()
        if self.has_story:
            self.call_after_refresh(self._rewrap)

    def place_panes(self) -> None:
        """Put every pane where it stands at this size with this focus."""
        width, height = self.app.size
        enough = fits(width, height)
        foot = self.hints.lines_needed(width)
        zoomed = self.is_zoomed
        boxes = arrange(width, height, self.focus_on, foot, zoomed=zoomed) if enough else {}
        panes = {
            Pane.HEADER: self.header,
            Pane.STORY: self.story,
            Pane.CLAIMS: self.claims,
            Pane.DETAIL: self.detail,
            Pane.EVIDENCE: self.evidence,
            Pane.HINTS: self.hints,
        }
        for name, pane in panes.items():
            pane.put(boxes.get(name))
        self.too_small.fill(width, height, is_needed=not enough)
        for name in (Pane.STORY, Pane.CLAIMS, Pane.DETAIL, Pane.EVIDENCE):
            pane = panes[name]
            pane.set_focused(name is self.focus_on)

    def focus_pane(self, focus: Pane) -> None:
        """Give the focus to a pane, and show it."""
        self.focus_on = focus
        self.place_panes()
        self.show_keys()
        if self.has_story:
            self.call_after_refresh(self._rewrap)

    def _rewrap(self) -> None:
        """After a pane got another size: wrap its text anew, the current claim in view."""
        self.story.rewrap()
        self.evidence.rewrap()
        self.finding.ask_now()
        self.cursor.keep_in_view(self.claims.rows)
        self.claims.repaint()
        if self.story.selection is not None:
            self.story.reveal_caret()
        elif self.cursor.row is not None and self.cursor.row.span is not None:
            self.story.reveal(self.cursor.row.span)

    # ---- keys -----------------------------------------------------------------------------------

    @property
    def has_story(self) -> bool:
        """Whether a story has been read."""
        return hasattr(self, "board")

    @property
    def where(self) -> Where:
        """Where the reviewer is: what the keys mean now."""
        if self.prefix is not None:
            return self.prefix
        if self.story.selection is not None:
            return Where.SELECT
        if self.merging is not None:
            return Where.MERGING
        if self.focus_on is Pane.EVIDENCE:
            return Where.LIST if self.evidence.item is None else Where.READER
        return Where.REVIEW

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key means something here; in the evidence the keys of the review do too."""
        return action != "run" or taking.means_something(self.where, str(parameters[0]))

    def on_key(self, event: events.Key) -> None:
        """Every key of this screen passes here on its way to the app."""
        self.passes(event, self)

    def passes(self, event: events.Key, screen: Screen[None]) -> None:
        """Remember on which screen a key was pressed, until it reaches the app."""
        self._passing.append((event, screen))

    def came_from(self, event: events.Key) -> Screen[None] | None:
        """The screen on which a key was pressed, though another one may stand over it now."""
        if self._passing and self._passing[0][0] is event:
            return self._passing.popleft()[1]
        return None

    def type_ahead(self, screen: Screen[object], event: events.Key) -> None:
        """A key pressed while a dialog was opening is the first of its text."""
        from verifier.tui.widgets.dialogs import AskText

        if isinstance(screen, AskText):
            screen.type_ahead(event)

    def takes(self, event: events.Key) -> bool:
        """Before a key runs: take the message away; whether the key ends here.

        A key that no prefix knows ends the prefix; one pressed before there is a story waits.
        """
        return taking.takes(self, event)

    def action_run(self, key_id: str) -> None:
        """Do what an entry of the table of keys says."""
        from verifier.tui.commands import COMMANDS

        name, parameters = command_of(key_id)
        with self.brush:
            COMMANDS[name](self, *parameters)

    def enter(self, prefix: Where, lead: str = "") -> None:
        """Wait for the second key of a prefix; `lead`, safe to show, says what it is for."""
        self.prefix = prefix
        self.show_keys(lead)

    def leave_prefix(self) -> None:
        """The second key has come, or another one."""
        self.prefix = None
        self.show_keys()

    def show_keys(self, lead: str = "") -> None:
        """Show the keys of the place; `lead` stands before them instead of the place's name."""
        here = self.where
        name = here.value if here in PREFIXED or here in (Where.SELECT, Where.MERGING) else ""
        self.hints.show_keys(hints(here), lead or name, lasting_hints(here))

    def say(self, words: str, style: str = "text") -> None:
        """Say something in the last lines until the next key; `words` may come from outside."""
        from verifier.language.display import display_line

        self.hints.say(display_line(words), style)
        if self.app.screen is not self:
            from verifier.tui.screens.listing import ListingScreen

            if isinstance(self.app.screen, ListingScreen):
                self.app.screen.say(words, style)

    def notice(self, words: str, style: str = "fault") -> None:
        """Say something in the last lines that stays there; "" takes it away."""
        from verifier.language.display import display_line

        needed = self.hints.lines_needed(self.app.size.width)
        self.hints.keep(display_line(words), style)
        if self.hints.lines_needed(self.app.size.width) != needed:
            self.place_panes()
            self.call_after_refresh(self._rewrap)

    @on(messages.FromWriter)
    def when_told(self, message: messages.FromWriter) -> None:
        """Take in what the writer's thread has done."""
        from verifier.tui.hearing import hear

        with self.brush:
            hear(message, self)

    # ---- acts -----------------------------------------------------------------------------------

    def submit(
        self,
        job: Job,
        *,
        follow: bool = False,
        tell: Told | None = None,
        draft: tuple[str, ClaimLabel] | None = None,
    ) -> None:
        """Give an act to the writer and show its mark as pending; see `OnWay`."""
        if self.leaving is not None:
            return
        ticket = self.writer.next_ticket()
        way = self.on_way[ticket] = OnWay(job, follow, tell, draft)
        if self.failures:
            from verifier.tui import failing

            failing.try_again(self, way)
        if job.marks:
            self.board.pend(ticket, *job.marks)
        self.writer.do(ticket, job, self.board.state.stream)
        self.refresh_header()

    def leave(
        self, code: int = 0, *, at_once: bool = False, then: Callable[[], None] | None = None
    ) -> None:
        """Quit when all is saved, or do `then`; what could not be saved is said the first time."""
        from verifier.tui.leaving import leave

        leave(self, code, at_once=at_once, then=then)

    def let_go(self) -> None:
        """Hold no story any more: another review has taken its place."""
        if self.has_story:
            del self.board, self.cursor
            self.claims.cursor = self.detail.cursor = self.story.row_of = None
        self.remove_children()

    # ---- painting -------------------------------------------------------------------------------

    def moved(self, *, by_hand: bool = True) -> None:
        """The cursor went to another claim: repaint what says so."""
        if by_hand:
            self.last_stance = self.last_verdict = None
        row = self.cursor.row
        self.cursor.keep_in_view(self.claims.rows)
        self.claims.repaint()
        self.detail.renew(from_top=True)
        self.story.current = self.cursor.current
        if row is not None and row.span is not None:
            self.story.reveal(row.span)
        self.show_cited()
        self.finding.rest()
        self.remember()

    def go_to(self, label: ClaimLabel) -> None:
        """Put the cursor on a claim, also from another screen."""
        self.cursor.go(label)
        self.moved()

    def changed(self, label: ClaimLabel) -> None:
        """A mark on a claim is pending or changed: repaint the claim."""
        self.cursor.update((label,))
        self.repaint_changed()

    def show_cited(self) -> None:
        """Tell the reader which passages are cited for the current claim."""
        label = self.cursor.current
        cells = self.board.cells(label) if label else ()
        stances = [cell.stance for cell in cells if cell.stance is not None]
        self.evidence.cite(tuple(passage for item in stances for passage in item.passages))

    def refresh_header(self) -> None:
        """Say the counts and whether all is saved."""
        self.header.show(progress_of(self.board, *self._saving_words()))

    def _saving_words(self) -> tuple[str, str]:
        if self.board.unsaved:
            return f"{self.board.unsaved} NOT SAVED", "title-fault"
        if self.on_way:
            return "saving…", "title-warning"
        if not self.is_open:
            return "opening…", "title"
        return (f"saved {self.saved_at}", "title-good") if self.saved_at else ("all saved", "title")

    def repaint_changed(self) -> None:
        """Repaint what may say something else after an act."""
        self.cursor.keep_in_view(self.claims.rows)
        self.claims.repaint()
        self.detail.renew()
        self.story.repaint()
        self.show_cited()
        self.refresh_header()

    # ---- the place ------------------------------------------------------------------------------

    def remember(self, *, now: bool = False) -> None:
        """Let the place be kept, soon or now."""
        if now and self.has_story:
            from verifier.tui.placing import place_of

            self.writer.remember(place_of(self))
        elif not self._place_is_due:
            self._place_is_due = True
            self.set_timer(PLACE_AFTER, self._remember_due)

    def _remember_due(self) -> None:
        self._place_is_due = False
        if self.has_story:
            self.remember(now=True)

    # ---- the mouse ------------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """A click reaches the screen after the pane that was pointed at."""
        from verifier.tui.pointing import clicked

        with self.brush:
            clicked(self, event)

    @on(ClaimList.Chosen)
    def _claim_chosen(self, message: ClaimList.Chosen) -> None:
        if self.has_story and message.index < len(self.cursor.shown):
            self.cursor.go(self.cursor.shown[message.index])
            self.moved()

    @on(ClaimList.Scrolled)
    def _list_scrolled(self, message: ClaimList.Scrolled) -> None:
        if self.has_story:
            most = max(0, len(self.cursor.shown) - self.claims.rows)
            self.cursor.top = max(0, min(self.cursor.top + message.rows, most))
            self.claims.repaint()

    @on(StoryPane.Pointed)
    def _story_pointed(self, message: StoryPane.Pointed) -> None:
        if self.story.selection is not None:
            self.story.selection.caret = message.offset
            self.story.repaint()
            return
        found = (
            self.story.story.claims_in(message.offset, message.offset + 1)
            if self.story.story
            else []
        )
        if found:
            self.cursor.go(found[-1].label)
            self.moved()
