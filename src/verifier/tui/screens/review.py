"""The review screen: the story, its claims, the one under the cursor, and the evidence.

The screen joins the panes, the cursor and the writer. What the keys do stands in `commands`, what
they are called in `keys`; what the panes say is worked out by `board` and `cursor`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from verifier.tui import messages
from verifier.tui.arrange import WIDEST, Pane, arrange, fits
from verifier.tui.keys import BY_ID, PREFIXED, Where, bindings, command_of, hints
from verifier.tui.widgets.claim_list import ClaimList
from verifier.tui.widgets.detail import DetailPane
from verifier.tui.widgets.evidence_pane import EvidencePane
from verifier.tui.widgets.header import Header, Progress
from verifier.tui.widgets.hints import Hints
from verifier.tui.widgets.story_pane import StoryPane
from verifier.tui.widgets.too_small import TooSmall
from verifier.tui.writer import Job, Writer

if TYPE_CHECKING:
    from verifier.desk.session import OpenStory
    from verifier.model.claim import ClaimLabel
    from verifier.model.place import Draft, Place
    from verifier.model.scales import Aspect
    from verifier.model.story import Slug
    from verifier.model.text import Span
    from verifier.tui.board import Board
    from verifier.tui.cursor import Cursor

PLACE_AFTER = 0.2
"""Seconds after a move at which the place is sent to be kept."""

Told = Callable[["ReviewScreen"], str]


class ReviewScreen(Screen[None]):
    """The main screen. `board` and `cursor` are there once a story has been read."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        Where.SAID,
        Where.CREDIBILITY,
        Where.FILTER,
        Where.EDIT,
        Where.SELECT,
        Where.LIST,
        Where.READER,
        Where.REVIEW,
    )
    CSS = "ReviewScreen { background: #14171c; layers: base; }"
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
        self._fail = fail
        self.writer = Writer(location, reviewer, story, self.post_message)
        self.header = Header()
        self.story = StoryPane()
        self.claims = ClaimList()
        self.detail = DetailPane()
        self.evidence = EvidencePane()
        self.hints = Hints()
        self.too_small = TooSmall()
        self.focus_on = Pane.STORY
        self.prefix: Where | None = None
        self.respan: ClaimLabel | None = None
        self.last_stance: tuple[ClaimLabel, Slug] | None = None
        self.last_verdict: tuple[ClaimLabel, Aspect] | None = None
        self.typing: Draft | None = None
        self.drafts: dict[tuple[str, ClaimLabel], str] = {}
        self.saved_at = ""
        self.is_open = False
        self._is_touched = False
        self._waiting_keys: deque[str] = deque()
        self._on_way: dict[int, tuple[Job, bool, Told | None, tuple[str, ClaimLabel] | None]] = {}
        self._place_is_due = False
        self._leaving: int | None = None
        self._was_warned = False

    # ---- building and arranging -----------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The panes; where they stand is `arrange`'s matter."""
        yield self.header
        yield self.story
        yield self.claims
        yield self.detail
        yield self.evidence
        yield self.hints
        yield self.too_small

    def on_mount(self) -> None:
        """Paint the frame, and only then begin to read."""
        self.header.show(Progress(saved="opening…"))
        self.place_panes()
        self.show_keys()
        self.call_after_refresh(self.writer.start)

    def on_resize(self) -> None:
        """Arrange anew; the cursor, the filter and the place in the texts stay."""
        self.place_panes()
        if self.has_story:
            self.call_after_refresh(self._rewrap)

    def place_panes(self) -> None:
        """Put every pane where it stands at this size with this focus."""
        width, height = self.app.size
        enough = fits(width, height)
        boxes = arrange(width, height, self.focus_on) if enough else {}
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
        if self.focus_on is Pane.EVIDENCE:
            return Where.LIST if self.evidence.item is None else Where.READER
        return Where.REVIEW

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key means something here; in the evidence the keys of the review do too."""
        if action != "run":
            return True
        place, here = BY_ID[str(parameters[0])].where, self.where
        if here in (Where.LIST, Where.READER) and place is Where.REVIEW:
            return True
        return place is here

    def on_key(self, event: events.Key) -> None:
        """Before a key runs: take the message away; keep the key where no story is there yet."""
        self.hints.say("")
        if self.prefix in PREFIXED and event.key not in self.active_bindings:
            self.leave_prefix()
            event.stop()
            event.prevent_default()
        elif not self.has_story and event.key not in ("ctrl+q", "question_mark"):
            self._waiting_keys.append(event.key)
            event.stop()
            event.prevent_default()
        self._is_touched = True

    def action_run(self, key_id: str) -> None:
        """Do what an entry of the table of keys says."""
        from verifier.tui.commands import COMMANDS

        name, parameters = command_of(key_id)
        COMMANDS[name](self, *parameters)

    def enter(self, prefix: Where) -> None:
        """Wait for the second key of a prefix."""
        self.prefix = prefix
        self.show_keys()

    def leave_prefix(self) -> None:
        """The second key has come, or another one."""
        self.prefix = None
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys of the place."""
        here = self.where
        lead = here.value if here in PREFIXED or here is Where.SELECT else ""
        extra = [] if here in PREFIXED else hints(Where.ANYWHERE)
        self.hints.show_keys([*hints(here), *extra], lead)

    def say(self, words: str, style: str = "text") -> None:
        """Say something in the last lines until the next key; `words` may come from outside."""
        from verifier.language.display import display_line

        self.hints.say(display_line(words), style)

    # ---- what the writer tells ------------------------------------------------------------------

    @on(messages.Resumed)
    def when_resumed(self, message: messages.Resumed) -> None:
        """Paint from the resume record; the database is opened meanwhile."""
        self._take(message.resume.story, message.reviewer)
        self._go_to(message.resume.place)
        self.call_after_refresh(self.writer.painted.set)
        self._type_waiting_keys()

    @on(messages.Opened)
    def when_opened(self, message: messages.Opened) -> None:
        """The truth of the database, over what the resume record showed."""
        self.is_open = True
        is_first = not self.has_story
        if is_first:
            self._take(message.story, message.reviewer)
        elif message.story.state.head != self.board.state.head:
            self._adopt(message.story)
        else:
            self.board.story = message.story
        if is_first or not self._is_touched:
            self._go_to(message.place)
        self._list_evidence()
        self.refresh_header()
        if message.remarks:
            self.say(" ".join(message.remarks), "warning")
        self._take_drafts(message.place)
        if is_first:
            self._type_waiting_keys()

    @on(messages.NotOpened)
    def when_not_opened(self, message: messages.NotOpened) -> None:
        """Nothing can be done here: leave with the error, naming what was not recorded."""
        for job, *_ in self._on_way.values():
            message.error.add_note(f"Not recorded: {job.words}.")
        self._fail(message.error)

    @on(messages.Saved)
    def when_saved(self, message: messages.Saved) -> None:
        """An act is on disk: take it in, and repaint what it changed."""
        _, follow, tell, draft = self._on_way.pop(message.ticket)
        change = message.acted.change
        had_spans = {label: self._span_of(label) for label in change.claims}
        self.board.adopt(message.acted.story, change.claims)
        self.board.settle(message.ticket)
        self.cursor.update(change.claims)
        if any(self._span_of(label) != span for label, span in had_spans.items()):
            self._annotate()
        self.saved_at = local_time(change.at)
        if draft is not None:
            self.drafts.pop(draft, None)
            self.remember(now=True)
        self._follow(change.claims, change.sources) if follow else self._repaint_changed()
        words = tell(self) if tell else ""
        if words:
            self.say(words, "good")

    @on(messages.NotSaved)
    def when_not_saved(self, message: messages.NotSaved) -> None:
        """An act was turned back: say so, mark its cell, keep its text."""
        _, _, _, draft = self._on_way.pop(message.ticket)
        if message.is_fault:
            self.board.turn_back(message.ticket)
        else:
            self.board.settle(message.ticket)
        if message.story is not None:
            self._adopt(message.story)
        kept = " Your text is kept; open the dialog again to go on with it." if draft else ""
        head = f"Not saved: {message.act}. " if message.is_fault else ""
        self.say(f"{head}{message.words}{kept}", "fault" if message.is_fault else "warning")
        self._repaint_changed()
        self.remember(now=True)

    @on(messages.Renewed)
    def when_renewed(self, message: messages.Renewed) -> None:
        """The story with what others did."""
        if message.story.state.head != self.board.state.head:
            self._adopt(message.story)
        else:
            self.board.story = message.story
        self._list_evidence()

    @on(messages.EvidenceRead)
    def when_evidence_read(self, message: messages.EvidenceRead) -> None:
        """A document is there to read, or the reason why not."""
        item = next((item for item in self.evidence.items if item.label == message.label), None)
        if message.text is None or item is None:
            self.say(message.words, "fault")
            return
        self._show_cited()
        self.evidence.open(item, message.text)
        self.focus_pane(Pane.EVIDENCE)

    @on(messages.PlaceNotSaved)
    def when_place_not_saved(self, message: messages.PlaceNotSaved) -> None:
        """The place is not kept; the acts are another matter."""
        self.say(f"Your place is not kept. {message.words}", "warning")

    @on(messages.Closed)
    def when_closed(self) -> None:
        """All is done: leave."""
        self.app.exit(return_code=self._leaving or 0)

    # ---- acts -----------------------------------------------------------------------------------

    def submit(
        self,
        job: Job,
        *,
        follow: bool = False,
        tell: Told | None = None,
        draft: tuple[str, ClaimLabel] | None = None,
    ) -> None:
        """Give an act to the writer and show its mark as pending.

        When it is saved the cursor goes where it acted, if `follow`, and `tell` is said. `draft`
        is the text that becomes the act, kept until it is saved.
        """
        ticket = self.writer.next_ticket()
        self._on_way[ticket] = (job, follow, tell, draft)
        if job.mark is not None:
            self.board.pend(ticket, job.mark)
        self.writer.do(ticket, job)
        self.refresh_header()

    def leave(self, code: int = 0, *, at_once: bool = False) -> None:
        """Quit when all is saved; where something could not be, say so the first time."""
        if self._leaving is not None:
            return
        unsaved = self.board.unsaved if self.has_story else 0
        if unsaved and not self._was_warned and not at_once:
            self._was_warned = True
            marks = "1 mark is" if unsaved == 1 else f"{unsaved} marks are"
            self.say(f"{marks} not saved. Press ctrl+q again to leave without.", "fault")
            return
        self._leaving = code
        if self.is_open:
            self.writer.remember(self.place())
        self.say("Saving…")
        self.writer.close()

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
        self._show_cited()
        self.remember()

    def changed(self, label: ClaimLabel) -> None:
        """A mark on a claim is pending or changed: repaint the claim."""
        self.cursor.update((label,))
        self._repaint_changed()

    def refresh_header(self) -> None:
        """Say the counts and whether all is saved."""
        board = self.board
        saved, style = self._saving_words()
        tally = {
            code.value: (code.meaning.sign, board.tally[code])
            for code in sorted(board.tally, key=lambda code: (code.digit == 0, code.digit))
        }
        from verifier.language.display import display_line

        title = display_line(board.story.story.title)
        self.header.show(Progress(title, tally, board.judged, board.active, saved, style))

    def _saving_words(self) -> tuple[str, str]:
        if self.board.unsaved:
            return f"{self.board.unsaved} NOT SAVED", "title-fault"
        if self._on_way:
            return "saving…", "title-warning"
        if not self.is_open:
            return "opening…", "title"
        return (f"saved {self.saved_at}", "title-good") if self.saved_at else ("all saved", "title")

    def _repaint_changed(self) -> None:
        self.cursor.keep_in_view(self.claims.rows)
        self.claims.repaint()
        self.detail.renew()
        self.story.repaint()
        self._show_cited()
        self.refresh_header()

    def _follow(self, claims: tuple[ClaimLabel, ...], sources: tuple[Slug, ...]) -> None:
        """Go where an act of the past acted."""
        for label in claims:
            if label in self.board.rows:
                self.cursor.go(label)
                if len(sources) == 1:
                    self.cursor.source = sources[0]
                self.moved()
                break
        self._repaint_changed()

    # ---- the story ------------------------------------------------------------------------------

    def _take(self, story: OpenStory, reviewer: str) -> None:
        from verifier.tui.board import Board
        from verifier.tui.cursor import Cursor

        self.board = Board(story, reviewer)
        self.cursor = Cursor(self.board)
        self.claims.cursor = self.detail.cursor = self.cursor
        self.story.row_of = self.board.rows.get
        self._annotate()

    def _adopt(self, story: OpenStory) -> None:
        self.board.adopt(story)
        self.cursor.recount()
        self._annotate()
        self.moved(by_hand=False)
        self.refresh_header()

    def _annotate(self) -> None:
        """Mark the claims in the story's text anew: a claim came, went or has other words."""
        from verifier.tui.annotated import AnnotatedText, Marked

        rows = self.board.rows.values()
        marked = [Marked(row.span, row.label) for row in rows if row.span is not None]
        self.story.show(AnnotatedText(self.board.story.text, marked))

    def _span_of(self, label: ClaimLabel) -> Span | None:
        row = self.board.rows.get(label)
        return row.span if row else None

    def _type_waiting_keys(self) -> None:
        """Run the keys that were pressed before there was anything to run them on."""
        while self._waiting_keys:
            self.app.simulate_key(self._waiting_keys.popleft())

    # ---- the place ------------------------------------------------------------------------------

    def place(self) -> Place:
        """Where the reviewer is, with what is half-typed."""
        from verifier.model.place import Draft, Place

        open_one = (self.typing.purpose, self.typing.claim) if self.typing else None
        return Place(
            claim=self.cursor.current,
            source=self.cursor.source,
            filter=self.cursor.filter,
            scroll=self.cursor.top,
            story_scroll=self.story.offset_at_top,
            draft=self.typing,
            parked=tuple(
                Draft(purpose, claim, text)
                for (purpose, claim), text in self.drafts.items()
                if (purpose, claim) != open_one
            ),
        )

    def remember(self, *, now: bool = False) -> None:
        """Let the place be kept, soon or now."""
        if now and self.has_story:
            self.writer.remember(self.place())
        elif not self._place_is_due:
            self._place_is_due = True
            self.set_timer(PLACE_AFTER, self._remember_due)

    def _remember_due(self) -> None:
        self._place_is_due = False
        self.remember(now=True)

    def _go_to(self, place: Place) -> None:
        cursor = self.cursor
        cursor.choose_filter(place.filter)
        if place.claim is not None and place.claim in self.board.rows:
            cursor.go(place.claim)
        if place.source is not None and place.source in self.board.names:
            cursor.source = self.board.story.state.sources[place.source].slug  # type: ignore[index]
        cursor.top = place.scroll
        self.story.scroll_to_offset(place.story_scroll)
        self.moved()
        self.refresh_header()

    def _take_drafts(self, place: Place) -> None:
        for draft in (*place.parked, *([place.draft] if place.draft else [])):
            if draft.claim is not None:
                self.drafts.setdefault((draft.purpose, draft.claim), draft.text)
        if place.draft is not None and self.typing is None:
            from verifier.tui.asking import reopen

            reopen(self, place.draft)

    # ---- selecting words, reading evidence ------------------------------------------------------

    def begin_selection(self, span: Span | None = None, respan: ClaimLabel | None = None) -> None:
        """Select words in the story: for a new claim, or for the claim `respan`."""
        from verifier.tui.selection import Selection

        story, wrapped = self.story.story, self.story.wrapped
        if story is None or wrapped is None:
            return
        row = self.cursor.row
        caret = row.span.start if row is not None and row.span is not None else 0
        selection = Selection(
            story.text,
            wrapped,
            caret=caret,
            sentences=self.board.story.version.sentences,
            shown=story.shown_at,
            back=story.story_at,
        )
        if span is not None:
            selection.select(span)
        self.respan = respan
        self.story.selection = selection
        self.focus_pane(Pane.STORY)

    def end_selection(self) -> None:
        """Leave the selection of words."""
        self.story.selection = None
        self.respan = None
        self.story.repaint()
        self.show_keys()

    def open_evidence(self) -> None:
        """Show the evidence, as it is in the library now."""
        self.writer.renew()
        self.focus_pane(Pane.EVIDENCE)

    def read_evidence(self, label: str) -> None:
        """Open a document; it is read by the writer's thread."""
        self.writer.read_evidence(label)

    def _list_evidence(self) -> None:
        from verifier.model.scales import CaptureState

        items = self.board.story.library.evidence.values()
        kept = (item for item in items if item.capture is CaptureState.OK)
        self.evidence.show_items(sorted(kept, key=lambda item: (len(item.label), item.label)))

    def _show_cited(self) -> None:
        """Tell the reader which passages are cited for the current claim."""
        label = self.cursor.current
        cells = self.board.cells(label) if label else ()
        stances = [cell.stance for cell in cells if cell.stance is not None]
        self.evidence.cited = [passage for stance in stances for passage in stance.passages]
        if self.evidence.item is not None or self.app.size.width >= WIDEST:
            self.evidence.repaint()

    # ---- the mouse ------------------------------------------------------------------------------

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


def local_time(at: str) -> str:
    """The hour and minute of a time of the record, in the reader's zone.

    >>> len(local_time("2024-12-18T12:04:00.000Z"))
    5
    """
    return datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone().strftime("%H:%M")
