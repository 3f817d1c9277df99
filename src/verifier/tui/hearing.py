"""What the screen does with each thing that the writer tells it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import singledispatch
from typing import TYPE_CHECKING

from verifier.model.scales import CaptureState
from verifier.tui import failing, leaving, messages, objecting, placing, writing
from verifier.tui.annotated import AnnotatedText, Marked
from verifier.tui.arrange import Pane
from verifier.tui.board import Board, short_names
from verifier.tui.cursor import Cursor
from verifier.tui.screens.listing import ListingScreen

if TYPE_CHECKING:
    from verifier.desk.session import OpenStory
    from verifier.model.claim import ClaimLabel
    from verifier.model.story import Slug
    from verifier.model.text import Span
    from verifier.tui.screens.review import ReviewScreen


@singledispatch
def hear(message: messages.FromWriter, screen: ReviewScreen) -> None:
    """Take in one message; each kind has its own function below."""
    raise TypeError(f"Nobody hears {type(message).__name__}.")


@hear.register(messages.Resumed)
def _resumed(message: messages.Resumed, screen: ReviewScreen) -> None:
    """Paint from the resume record; the database is opened meanwhile.

    After a review that was killed the place in the database may be a later one: keys wait for it.
    """
    _take(screen, message.resume.story, message.reviewer)
    placing.go_to(screen, message.resume.place)
    screen.call_after_refresh(screen.writer.painted.set)
    if message.resume.is_final:
        _type_waiting_keys(screen)


@hear.register(messages.Opened)
def _opened(message: messages.Opened, screen: ReviewScreen) -> None:
    """The truth of the database, over what the resume record showed."""
    screen.is_open = True
    stream = message.story.state.stream
    is_first = not screen.has_story or screen.board.state.stream != stream
    if is_first:
        _take(screen, message.story, message.reviewer)
    else:
        _renew(screen, message.story)
    if is_first or not screen.is_touched:
        placing.go_to(screen, message.place)
    _list_evidence(screen)
    screen.finding.rest()
    screen.refresh_header()
    remarks = (*message.remarks, *screen.remarks)
    screen.remarks = ()
    if remarks:
        screen.say(" ".join(remarks), "warning")
    placing.take_drafts(screen, message.place)
    if not screen.takes_keys:
        _type_waiting_keys(screen)


@hear.register(messages.NotOpened)
def _not_opened(message: messages.NotOpened, screen: ReviewScreen) -> None:
    """Nothing can be done here: leave with the error, naming what was not recorded."""
    for way in screen.on_way.values():
        message.error.add_note(f"Not recorded: {way.job.words}.")
    screen.fail(message.error)


@hear.register(messages.Saved)
def _saved(message: messages.Saved, screen: ReviewScreen) -> None:
    """An act is on disk: take it in, and repaint what it changed."""
    way = screen.on_way.pop(message.ticket)
    change = message.acted.change
    changed = (*change.claims, *message.acted.others)
    before = _spans(screen, changed)
    screen.board.adopt(message.acted.story, changed)
    screen.board.settle(message.ticket)
    screen.cursor.update(changed)
    if _spans(screen, changed) != before:
        _annotate(screen)
    screen.saved_at = local_time(change.at)
    if way.draft is not None:
        screen.drafts.pop(way.draft, None)
        screen.remember(now=True)
    if way.follow:
        _follow(screen, change.claims, change.sources)
    screen.repaint_changed()
    renew_screens_over(screen)
    words = way.tell(screen) if way.tell else ""
    if words:
        screen.say(words, "good")
    leaving.go_on(screen)


@hear.register(messages.NotSaved)
def _not_saved(message: messages.NotSaved, screen: ReviewScreen) -> None:
    """An act was turned back: say so, mark its cell, keep its text."""
    way = screen.on_way.pop(message.ticket)
    if message.is_fault:
        screen.board.turn_back(message.ticket)
    else:
        screen.board.settle(message.ticket)
    if message.story is not None:
        _renew(screen, message.story)
    screen.hints.say("")
    is_asked = objecting.ask(screen, way, message.error)
    if not is_asked:
        failing.keep(screen, way, message)
    screen.repaint_changed()
    renew_screens_over(screen)
    if screen.app.screen is not screen and not is_asked:
        screen.say(message.words, "fault" if message.is_fault else "warning")
    screen.remember(now=True)
    leaving.go_on(screen)


@hear.register(messages.Renewed)
def _renewed(message: messages.Renewed, screen: ReviewScreen) -> None:
    """The story with what others did."""
    _renew(screen, message.story)
    _list_evidence(screen)
    screen.finding.rest()
    renew_screens_over(screen)


@hear.register(messages.EvidenceRead)
def _evidence_read(message: messages.EvidenceRead, screen: ReviewScreen) -> None:
    """A document is there to read, or the reason why not."""
    evidence = screen.evidence
    item = next((item for item in evidence.items if item.label == message.label), None)
    if message.text is None or item is None:
        screen.say(message.words, "fault")
        return
    screen.show_cited()
    evidence.open(item, message.text, screen.finding.opening(item.label))
    screen.focus_pane(Pane.EVIDENCE)


@hear.register(messages.Answered)
def _answered(message: messages.Answered, screen: ReviewScreen) -> None:
    """An answer is for the screen that asked; where that one is gone, for nobody."""
    screen.finding.heard(message)
    if message.about == writing.ABOUT:
        writing.tell(screen, message.found, message.words)
    for over in screen.app.screen_stack:
        if isinstance(over, ListingScreen):
            over.when_answered(message)


@hear.register(messages.Assessed)
def _assessed(message: messages.Assessed, screen: ReviewScreen) -> None:
    """What follows from the decisions is known: show it, beside the claim and over the review."""
    is_first = screen.board.judgement is None
    screen.board.judgement = message.judged
    if is_first and not screen.is_touched:
        screen.cursor.settle_cell()
    screen.detail.renew()
    renew_screens_over(screen)


@hear.register(messages.NotAssessed)
def _not_assessed(message: messages.NotAssessed, screen: ReviewScreen) -> None:
    """Nothing can be proposed or counted: say why; what was worked out before is not shown."""
    screen.board.judgement = None
    screen.detail.renew()
    screen.say(f"Origins and proposals are not worked out. {message.words}", "warning")


@hear.register(messages.PlaceNotSaved)
def _place_not_saved(message: messages.PlaceNotSaved, screen: ReviewScreen) -> None:
    """The place is not kept; an act that is not saved is worse and keeps its sentence."""
    if screen.hints.notice:
        return
    screen.say(f"Your place is not kept. {message.words}", "warning")


@hear.register(messages.Closed)
def _closed(message: messages.Closed, screen: ReviewScreen) -> None:
    """All is done: leave, and say what could not be."""
    leaving.closed(screen)


def _take(screen: ReviewScreen, story: OpenStory, reviewer: str) -> None:
    """Show a story for the first time."""
    screen.board = Board(story, reviewer)
    screen.cursor = screen.claims.cursor = screen.detail.cursor = Cursor(screen.board)
    screen.story.row_of = screen.board.rows.get
    _annotate(screen)


def _renew(screen: ReviewScreen, story: OpenStory) -> None:
    """Show the story as it stands now, if that differs from what is shown."""
    if story.state.head == screen.board.state.head:
        screen.board.story = story
        return
    screen.board.adopt(story)
    screen.cursor.recount()
    _annotate(screen)
    screen.moved(by_hand=False)
    screen.refresh_header()


def _annotate(screen: ReviewScreen) -> None:
    """Mark the claims in the story's text anew: a claim came, went or has other words."""
    rows = screen.board.rows.values()
    marked = [Marked(row.span, row.label) for row in rows if row.span is not None]
    screen.story.show(AnnotatedText(screen.board.story.text, marked))


def _list_evidence(screen: ReviewScreen) -> None:
    """List the documents of the library that are not withdrawn, by label."""
    items = screen.board.story.library.evidence.values()
    kept = (item for item in items if item.capture is CaptureState.OK)
    names = short_names(screen.board.story.library.sources)
    by_label = sorted(kept, key=lambda item: (len(item.label), item.label))
    screen.evidence.show_items(by_label, names)


def _spans(screen: ReviewScreen, labels: Iterable[ClaimLabel]) -> list[Span | None]:
    rows = screen.board.rows
    return [rows[label].span if label in rows else None for label in labels]


def _follow(
    screen: ReviewScreen, claims: tuple[ClaimLabel, ...], sources: tuple[Slug, ...]
) -> None:
    """Go where an act acted."""
    found = next((label for label in claims if label in screen.board.rows), None)
    if found is None:
        return
    screen.cursor.go(found)
    if len(sources) == 1:
        screen.cursor.source = sources[0]
    screen.moved()


def renew_screens_over(screen: ReviewScreen) -> None:
    """Let the screens that stand over the review show the story as it is now."""
    for over in screen.app.screen_stack:
        if isinstance(over, ListingScreen):
            over.renew()


def _type_waiting_keys(screen: ReviewScreen) -> None:
    """Run the keys that were pressed before there was anything to run them on."""
    screen.takes_keys = True
    while screen.waiting_keys:
        screen.app.post_message(screen.waiting_keys.popleft())


def local_time(at: str) -> str:
    """The hour and minute of a time of the record, in the reader's zone.

    >>> len(local_time("2024-12-18T12:04:00.000Z"))
    5
    """
    return datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone().strftime("%H:%M")
