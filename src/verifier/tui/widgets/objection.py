"""The dialog that opens when a rule speaks against a key: the rule, the way out, or a reason.

Keys pressed before it stood there do nothing in it but those few that it names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from verifier.tui.keys import Where, bindings, command_of, key_shown, quit_binding, rebind
from verifier.tui.paint import Line, Piece, cut, wrap_words
from verifier.tui.widgets.dialogs import Words
from verifier.tui.writer import Answer

WIDTH = 72


@dataclass(frozen=True)
class Objection:
    """What speaks against an act, and the answers that there are; all words are safe to show."""

    heading: str
    says: tuple[str, ...]
    suggested: Answer | None = None
    suggested_words: str = ""
    is_text_missing: bool = False
    takes_reason: bool = False
    choices: tuple[tuple[str, Answer], ...] = ()


def objection_lines(objection: Objection) -> list[Line]:
    """The heading, what speaks against the act, and the keys of the answers."""
    lines: list[Line] = [[Piece(f" {line}", "warning")] for line in _wrapped(objection.heading)]
    for sentence in objection.says:
        lines += [[Piece(f" {line}")] for line in _wrapped(sentence)]
    lines.append([])
    for number, (name, _) in enumerate(objection.choices, 1):
        lines.append(_answer(str(number), name))
    if objection.suggested is not None:
        lines.append(
            _answer(
                key_shown("objection.suggested"),
                f"{objection.suggested_words} instead, as the rules suggest",
            )
        )
    if objection.is_text_missing:
        lines.append(_way("objection.text", "type the text that is missing"))
    if objection.takes_reason:
        lines.append(
            _answer(
                key_shown("objection.reason"),
                "record it all the same, with a reason that the report prints",
            )
        )
    return [*lines, _way("objection.back", "leave it; nothing is recorded")]


def _wrapped(text: str) -> list[str]:
    return wrap_words(text, WIDTH - 4)


def _way(key_id: str, words: str) -> Line:
    return _answer(key_shown(key_id), words)


def _answer(key: str, words: str) -> Line:
    return [Piece(f" {key:<6}", "key"), Piece(cut(words, WIDTH - 9), "muted")]


class ObjectionDialog(ModalScreen[Answer | None]):
    """It gives the answer: what is to be done instead, or an empty text that is yet to be typed."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.OBJECTION), quit_binding()]
    CSS = """
    ObjectionDialog { align: center middle; background: $desk-ground 60%; }
    ObjectionDialog > #box { width: 74; max-width: 95%; height: auto; background: $desk-ground;
        border: round $desk-amber; padding: 0; }
    """
    AUTO_FOCUS = ""

    def __init__(self, objection: Objection) -> None:
        super().__init__()
        rebind(self)
        self.objection = objection

    def compose(self) -> ComposeResult:
        """The words in a box."""
        yield Vertical(Words(objection_lines(self.objection)), id="box")

    def action_run(self, key_id: str) -> None:
        """Do what an entry of the table of keys says."""
        name, parameters = command_of(key_id)
        getattr(self, f"key_{name}")(*parameters)

    def key_take_suggested(self) -> None:
        """Take what the rules suggest."""
        if self.objection.suggested is not None:
            self.dismiss(self.objection.suggested)

    def key_give_reason(self) -> None:
        """Go on to the reason."""
        if self.objection.takes_reason:
            self.dismiss(Answer(override=""))

    def key_give_text(self) -> None:
        """Go on to the missing text."""
        if self.objection.is_text_missing:
            self.dismiss(Answer(replacement=""))

    def key_choose(self, number: int) -> None:
        """Take one of the numbered answers."""
        if number <= len(self.objection.choices):
            self.dismiss(self.objection.choices[number - 1][1])

    def key_go_back(self) -> None:
        """Leave it."""
        self.dismiss(None)
