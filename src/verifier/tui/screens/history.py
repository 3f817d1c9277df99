"""The history: every act on the story, the latest first; go to one, or undo to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import BindingType

from verifier.language.display import display_line
from verifier.tui import acts, messages
from verifier.tui.keys import Where, bindings
from verifier.tui.paint import Line, Piece, fit, fit_line, wrap_words
from verifier.tui.screens.listing import QUIT, ListingScreen

if TYPE_CHECKING:
    from verifier.desk.session import OpenStory, Session
    from verifier.model.claim import ClaimLabel
    from verifier.model.event import Event
    from verifier.tui.screens.review import ReviewScreen

ABOUT = "history"

COLUMN = 9
"""Cells of the names of what is said about an act."""


class Entry(NamedTuple):
    """An act and what it did, in a sentence that is safe to show."""

    event: Event
    says: str


class HistoryScreen(ListingScreen[Entry]):
    """Every act, who did it and when."""

    WHERE = Where.HISTORY
    NAME = "History"
    EMPTY = "Reading the history…"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.HISTORY), QUIT]
    SHARE = 62

    def __init__(self, review: ReviewScreen) -> None:
        super().__init__(review)
        self.entries: Sequence[Entry] = ()
        self.is_mine = False
        self._read_at = -1

    def found(self) -> Sequence[Entry]:
        """The entries of the record, latest first, read anew where the story went on."""
        seq = self.board.state.seq
        if seq != self._read_at:
            self._read_at = seq
            self.review.writer.ask(ABOUT, _entries)
        if self.is_mine:
            return [entry for entry in self.entries if entry.event.actor == self.board.reviewer]
        return self.entries

    def when_answered(self, message: messages.Answered) -> None:
        """Show the entries."""
        if message.about != ABOUT:
            return
        if isinstance(message.found, tuple):
            self.entries = message.found
            self.renew()
        else:
            self.say(message.words, "fault")

    def words_of(self, row: Entry) -> str:
        """Its number, who did it, and what it did."""
        return f"{row.event.seq} {row.event.actor} {row.says}"

    def key_of(self, row: Entry) -> int:
        """Its number."""
        return row.event.seq

    def row_line(self, row: Entry, width: int, *, current: bool) -> Line:
        """Number, time, person, sentence."""
        ground = "current" if current else "text"
        muted = "current-muted" if current else "muted"
        head = [
            Piece("▶" if current else " ", ground),
            Piece(f"{row.event.seq:>5} ", muted),
            Piece(f"{_local(row.event.at)} ", muted),
            Piece(f"{fit(display_line(row.event.actor), 10)} ", muted),
        ]
        return fit_line([*head, Piece(row.says, ground)], width, ground)

    def detail(self, row: Entry | None, width: int) -> list[Line]:
        """The whole sentence, who did it from where, and what the act is chained to."""
        self.detail_pane.title = f"Entry {row.event.seq}" if row else "Entry"
        if row is None:
            return []
        event = row.event
        account = display_line(f"{event.actor} ({event.os_user} at {event.host})")
        lines: list[Line] = [[Piece(f" {line}")] for line in wrap_words(row.says, width - 2)]
        for name, value in (
            ("BY", account),
            ("AT", f"{event.at} (UTC)"),
            ("KIND", event.kind.value),
            ("HASH", event.hash),
            ("BEFORE", event.prev_hash),
        ):
            wrapped = wrap_words(value, width - COLUMN - 1)
            lines.append([Piece(f" {name:<{COLUMN - 1}}", "heading"), Piece(wrapped[0], "muted")])
            lines += [[Piece(" " * COLUMN), Piece(line, "muted")] for line in wrapped[1:]]
        return lines

    # ---- keys ------------------------------------------------------------------------------------

    def key_open(self) -> None:
        """Go to the claim that the act is about."""
        entry = self.current
        labels = [] if entry is None else _claims(entry.event)
        known = [label for label in labels if label in self.board.rows]
        if not known:
            self.say("This act is about no claim that is on the list.")
            return
        self.review.go_to(known[0])
        self.dismiss()

    def key_undo_to_here(self) -> None:
        """Undo every act of the reviewer's after this one."""
        if self.current is not None:
            self.review.submit(acts.undo_to(self.current.event.seq))

    def key_mine(self) -> None:
        """List the reviewer's own acts only, or all."""
        self.is_mine = not self.is_mine
        self.rows.title = "History: yours" if self.is_mine else "History"
        self.renew()


def _entries(session: Session, story: OpenStory) -> tuple[Entry, ...]:
    """The record of the story, latest first."""
    from verifier.desk.history import log, log_lines

    events = log(session, story.state.stream)
    lines = log_lines(events)
    pairs = zip(events, lines, strict=True)
    return tuple(Entry(event, display_line(line)) for event, line in pairs)[::-1]


def _claims(event: Event) -> Sequence[ClaimLabel]:
    from verifier.record.fold import change_in

    return change_in(event).claims


def _local(at: str) -> str:
    """Day and time in the reader's zone.

    >>> len(_local("2024-12-18T12:04:00.000Z"))
    16
    """
    from datetime import datetime

    return datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone().strftime("%Y-%m-%d %H:%M")
