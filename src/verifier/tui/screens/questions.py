"""The questions to author, sources and checkers: ask, answer, withdraw, and the sheet to send."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from verifier.language.display import display_line
from verifier.model.scales import Addressee, QuestionState
from verifier.tui import acts, question_acts
from verifier.tui.aside import ask_aside, draft_of
from verifier.tui.asking import ask, purpose_of_question
from verifier.tui.keys import Where, bindings
from verifier.tui.paint import Line, Piece, fit, fit_line, wrap_words
from verifier.tui.screens.listing import QUIT, ListingScreen
from verifier.tui.widgets.sections import section

if TYPE_CHECKING:
    from verifier.model.question import Question, QuestionLabel
    from verifier.tui.screens.review import ReviewScreen

SIGNS = {QuestionState.OPEN: "?", QuestionState.ANSWERED: "✓", QuestionState.WITHDRAWN: "–"}
"""The sign of each state; the word stands beside it."""


class QuestionsScreen(ListingScreen["Question"]):
    """One row for each question, the open ones first; beside it all of it, or the sheet to send."""

    WHERE = Where.QUESTIONS
    NAME = "Questions"
    EMPTY = "Nothing was asked yet. a asks the author about the claim under the cursor."
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.QUESTIONS), QUIT]
    SHARE = 50

    def __init__(self, review: ReviewScreen) -> None:
        super().__init__(review)
        self.shows_sheet = False

    def found(self) -> Sequence[Question]:
        """The questions, open ones first, each group in the order of asking."""
        from verifier.desk.questions import question_list

        order = list(QuestionState)
        return sorted(question_list(self.board.story), key=lambda item: order.index(item.state))

    def words_of(self, row: Question) -> str:
        """Its label, claim, words, addressee and answer."""
        return f"{row.label} {row.claim} {row.state.value} {self._to(row)} {row.text} {row.answer}"

    def key_of(self, row: Question) -> QuestionLabel:
        """Its label."""
        return row.label

    def row_line(self, row: Question, width: int, *, current: bool) -> Line:
        """State, label, claim, to whom, the question."""
        ground = "current" if current else "text"
        muted = "current-muted" if current else "muted"
        return fit_line(
            [
                Piece("▶" if current else " ", ground),
                Piece(f"{SIGNS[row.state]} {row.state.value:<9} ", muted),
                Piece(f"{row.label} {row.claim:<4} ", "current-strong" if current else "strong"),
                Piece(fit(self._to(row), 14) + " ", muted),
                Piece(display_line(row.text), ground),
            ],
            width,
            ground,
        )

    def detail(self, row: Question | None, width: int) -> list[Line]:
        """The sheet to send, or the question with its claim and its answer."""
        if self.shows_sheet:
            self.detail_pane.title = "The sheet to send"
            return _sheet_lines(self._sheet(), width)
        self.detail_pane.title = f"{row.label} · {row.state.value}" if row else "Question"
        if row is None:
            return []
        claim = self.board.rows.get(row.claim)
        lines = section("To", self._to(row), width)
        lines += section("Question", row.text, width, "strong")
        lines += section(row.claim, claim.text if claim else "no longer on the list", width)
        lines += section("Asked", f"{row.asked_by}, {row.asked_at[:16]} UTC", width, "muted")
        if row.answer:
            lines += section("Answer", row.answer, width)
            by = f"{row.answered_by or ''}, {(row.answered_at or '')[:16]} UTC"
            lines += section("Answered", by, width, "muted")
        return lines

    def _to(self, row: Question) -> str:
        """Whom it is put to, safe to show."""
        if row.addressee is Addressee.SOURCE and row.source is not None:
            return self.board.names.get(row.source, display_line(row.source))
        return row.addressee.value

    def _sheet(self) -> str:
        """The open questions as they can be sent; confidential sources are not named."""
        from verifier.report.question_sheet import question_sheet

        board = self.board
        return question_sheet(board.state, board.story.text, board.story.registry)

    # ---- keys ------------------------------------------------------------------------------------

    def key_ask(self, addressee: str) -> None:
        """Ask about the claim under the cursor of the review."""
        whom = Addressee(addressee)
        source = self.review.cursor.source if whom is Addressee.SOURCE else None
        if whom is Addressee.SOURCE and source is None:
            self.say("The claim has no source under the cursor; choose one on the review (h l).")
            return
        ask(self.review, purpose_of_question(whom, source))

    def key_answer(self) -> None:
        """Type the answer to the question."""
        row = self.current
        if row is None:
            return
        if row.state is QuestionState.WITHDRAWN:
            self.say(f"{row.label} was withdrawn; ask it again before answering it.", "warning")
            return
        from verifier.tui.widgets.dialogs import Asked

        purpose = f"answer {row.label}"
        asked = Asked(
            purpose,
            f"Answer to {row.label}, from {self._to(row)}",
            f"“{display_line(row.text)}”",
            row.answer,
        )

        def take(text: str) -> None:
            job = question_acts.answer(row.label, text)
            told = f"The answer to {row.label} is recorded."
            self.review.submit(job, tell=lambda _: told, draft=draft_of(purpose, row.claim))

        ask_aside(self.review, asked, take, row.claim)

    def key_withdraw(self) -> None:
        """Take the question back; it stays on record."""
        row = self.current
        if row is not None:
            told = f"{row.label} is withdrawn; u brings it back."
            self.review.submit(question_acts.withdraw(row.label), tell=lambda _: told)

    def key_sheet(self) -> None:
        """Show the sheet to send instead of the question, or the question again."""
        self.shows_sheet = not self.shows_sheet
        self.show_detail()

    def key_write(self) -> None:
        """Write the sheet to a file."""
        from verifier.tui.writing import ask_path

        name = f"{self.board.story.story.slug}-questions.txt"
        ask_path(self.review, "questions", "Write the sheet to", name, question_acts.write_sheet)

    def key_open(self) -> None:
        """Go to the claim that the question is about."""
        row = self.current
        if row is not None and row.claim in self.board.rows:
            self.review.go_to(row.claim)
            self.dismiss()

    def key_undo(self) -> None:
        """Take back the latest act."""
        self.review.submit(acts.undo(), tell=lambda _: "Undone.")

    def key_redo(self) -> None:
        """Bring back what was undone last."""
        self.review.submit(acts.redo(), tell=lambda _: "Done again.")


def _sheet_lines(sheet: str, width: int) -> list[Line]:
    """The sheet, wrapped; it was made safe to show where it was put together."""
    return [
        [Piece(f" {part}")]
        for line in sheet.rstrip("\n").split("\n")
        for part in (wrap_words(line, width - 2) or [""])
    ]
