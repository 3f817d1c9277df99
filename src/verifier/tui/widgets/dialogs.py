"""The dialog in which a text is typed: a note, a reason, a name. What is typed is never lost."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import TextArea

from verifier.language.display import display_line
from verifier.model.errors import BadInput
from verifier.tui.editor import edited
from verifier.tui.keys import quit_binding, rebind
from verifier.tui.paint import Line, Piece, wrap_words
from verifier.tui.widgets.pane import LinePane

SAVE_AFTER = 0.12
"""Seconds after a key at which the text is sent to be kept; the promise is 300 ms at most."""


@dataclass(frozen=True)
class Asked:
    """What a dialog asks for: `purpose` is the name under which its draft is kept."""

    purpose: str
    heading: str
    question: str
    text: str = ""
    may_be_empty: bool = False


class Words(LinePane):
    """Lines of text at the top or the bottom of the dialog."""

    DEFAULT_CSS = "Words { position: relative; width: 100%; height: 1; }"

    def __init__(self, lines: list[Line]) -> None:
        super().__init__()
        self._lines = lines
        self.styles.height = len(lines)

    def show(self, lines: list[Line]) -> None:
        """Show other lines, in the same room."""
        self._lines = lines
        self.repaint()

    def line(self, y: int) -> Line:
        """One of the lines."""
        return self._lines[y] if y < len(self._lines) else []


class Ended(Message):
    """The text is taken, or left with what stands in it."""

    def __init__(self, *, is_taken: bool) -> None:
        super().__init__()
        self.is_taken = is_taken


class WantsEditor(Message):
    """The text is to be edited outside."""


class Typing(TextArea):
    """The field: Enter takes the text, ctrl+j is a new line, Esc goes back and keeps the text.

    ctrl+g takes it to the editor outside.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+a", "select_all", show=False, priority=True),
    ]

    async def _on_key(self, event: events.Key) -> None:
        """Take the keys that end the text where they stand among the characters, in their order.

        As bindings they would overtake what was typed or pasted just before them. Tab is no
        character of a note.
        """
        if event.key not in ("enter", "escape", "ctrl+j", "ctrl+g", "tab"):
            await super()._on_key(event)
            return
        event.prevent_default()
        event.stop()
        if event.key == "ctrl+j":
            self.insert("\n")
        elif event.key == "ctrl+g":
            self.post_message(WantsEditor())
        elif event.key in ("enter", "escape"):
            self.post_message(Ended(is_taken=event.key == "enter"))


KEYS: tuple[Line, ...] = (
    (
        Piece(" Enter", "key"),
        Piece(" save   ", "muted"),
        Piece("ctrl+j", "key"),
        Piece(" new line   ", "muted"),
        Piece("ctrl+g", "key"),
        Piece(" your editor", "muted"),
    ),
    (Piece(" Esc", "key"), Piece(" go back, the text is kept", "muted")),
    (),
)
"""The keys of the dialog, and a line more for what may have to be said."""


class AskText(ModalScreen[str | None]):
    """A dialog with one field. It gives the text, or None for Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [quit_binding()]
    CSS = """
    AskText { align: center middle; background: $desk-ground 60%; }
    AskText > #box { width: 76; max-width: 90%; height: auto; background: $desk-ground;
        border: round $desk-accent; padding: 0; }
    AskText Typing { height: 6; border: none; padding: 0 1; background: $desk-panel;
        color: $desk-ink; }
    """

    def __init__(self, asked: Asked, keep: Callable[[str], None]) -> None:
        super().__init__()
        rebind(self)
        self.asked = asked
        self._keep = keep
        self._is_due = False
        self._ahead: deque[events.Key] = deque()
        self._area = Typing(
            asked.text,
            show_line_numbers=False,
            soft_wrap=True,
            highlight_cursor_line=False,
            tab_behavior="focus",
            id="text",
        )
        self._area.cursor_blink = False
        self._foot = Words(list(KEYS))

    def compose(self) -> ComposeResult:
        """Heading and question, the field, the keys."""
        from textual.containers import Vertical

        question: list[Line] = [[Piece(f" {self.asked.heading}", "heading")]]
        question += [[Piece(f" {line}", "muted")] for line in wrap_words(self.asked.question, 70)]
        yield Vertical(Words(question), self._area, self._foot, id="box")

    def on_mount(self) -> None:
        """The caret at the end of what is there, and behind it what was typed meanwhile."""
        self._area.focus()
        self._area.move_cursor(self._area.document.end)
        while self._ahead and self.is_current:
            self._type(self._ahead.popleft())
        for event in self._ahead:
            self.app.post_message(event)

    def type_ahead(self, event: events.Key) -> None:
        """Take a key that was pressed before the field could."""
        if self._area.is_mounted and not self._ahead:
            self._type(event)
        else:
            self._ahead.append(events.Key(event.key, event.character))

    def _type(self, event: events.Key) -> None:
        """Do in the field what a key does there."""
        if event.key == "enter":
            self.action_take()
        elif event.key == "escape":
            self.action_go_back()
        elif event.key == "backspace":
            self._area.action_delete_left()
        elif event.key == "ctrl+j":
            self._area.insert("\n")
        elif event.is_printable and event.character:
            self._area.insert(event.character)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._area.text

    def on_text_area_changed(self) -> None:
        """Send the text to be kept, at most `SAVE_AFTER` seconds from now."""
        if not self._is_due:
            self._is_due = True
            self.set_timer(SAVE_AFTER, self.keep_now)

    def on_ended(self, message: Ended) -> None:
        """Do what the key that ended the text asks for."""
        if message.is_taken:
            self.action_take()
        else:
            self.action_go_back()

    def on_wants_editor(self) -> None:
        """Let the text be edited outside; what goes wrong there is told in the last lines."""
        self.keep_now()
        text, fault = self.text, ""
        try:
            with self.app.suspend():
                try:
                    text = edited(text)
                except BadInput as error:  # caught in here: the screen must come back
                    fault = str(error)
        except SuspendNotSupported:
            fault = "No editor can be opened from this terminal."
        if text != self.text:
            self._area.text = text
            self._area.move_cursor(self._area.document.end)
        self._say(fault)

    def _say(self, words: str) -> None:
        """Say something in the last lines instead of the keys; "" takes it away."""
        said: list[Line] = [
            [Piece(f" {line}", "warning")] for line in wrap_words(display_line(words), 70)
        ]
        self._foot.show(said if words else list(KEYS))

    def keep_now(self) -> None:
        """Let what stands in the field be kept."""
        self._is_due = False
        if self.is_attached and self.is_current:
            self._keep(self.text)

    def action_take(self) -> None:
        """Give the text."""
        if self.text.strip() or self.asked.may_be_empty:
            self.dismiss(self.text)

    def action_go_back(self) -> None:
        """Close; the text is kept as a draft."""
        if self.text != self.asked.text:
            self.keep_now()
        self.dismiss(None)
