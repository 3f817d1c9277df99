"""The questions: ask, answer, withdraw, and the sheet to send."""

from pathlib import Path

import pytest
from review_at_hand import Review, pane_words, review

from verifier.model.question import Question
from verifier.model.scales import Addressee, QuestionState
from verifier.tui.screens.questions import QuestionsScreen

pytestmark = pytest.mark.usefixtures("flood")


async def opened(desk: Review) -> QuestionsScreen:
    await desk.press("Q")
    await desk.until(lambda: isinstance(desk.app.screen, QuestionsScreen))
    assert isinstance(desk.app.screen, QuestionsScreen)
    return desk.app.screen


async def asked(desk: Review, words: str = "Who counted the houses?") -> None:
    await desk.press("a")
    await desk.type(words)
    await desk.press("enter")


def only(desk: Review) -> Question:
    (question,) = desk.saved.state.questions.values()
    return question


async def test_a_asks_the_author_about_the_claim_under_the_cursor() -> None:
    async with review() as desk:
        screen = await opened(desk)
        assert "Nothing was asked yet" in pane_words(screen.rows)
        await asked(desk)
        assert only(desk).claim == desk.current
        assert only(desk).addressee is Addressee.AUTHOR
        assert "Who counted the houses?" in pane_words(screen.rows)


async def test_s_asks_the_source_under_the_cursor() -> None:
    async with review() as desk:
        await opened(desk)
        await desk.press("s")
        await desk.type("How many?")
        await desk.press("enter")
        assert only(desk).source == desk.screen.cursor.source


async def test_an_answer_is_recorded_and_shown() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await asked(desk)
        await desk.press("enter")
        await desk.type("The county did.")
        await desk.press("enter")
        assert only(desk).answer == "The county did."
        assert "answered" in pane_words(screen.rows)
        assert "The county did." in pane_words(screen.detail_pane)


async def test_a_half_typed_answer_is_there_again() -> None:
    async with review() as desk:
        await opened(desk)
        await asked(desk)
        await desk.press("enter")
        await desk.type("The cou")
        await desk.press("escape", "enter")
        await desk.type("nty did.")
        await desk.press("enter")
        assert only(desk).answer == "The county did."


async def test_a_withdrawn_question_stays_and_undo_brings_it_back() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await asked(desk)
        await desk.press("d")
        assert only(desk).state is QuestionState.WITHDRAWN
        assert "withdrawn" in pane_words(screen.rows)
        await desk.press("enter")
        assert "ask it again" in pane_words(screen.hints)
        await desk.press("u")
        assert only(desk).state is QuestionState.OPEN


async def test_the_sheet_to_send_is_shown_and_written(tmp_path: Path) -> None:
    async with review() as desk:
        screen = await opened(desk)
        await asked(desk)
        await desk.press("t")
        assert "TO THE AUTHOR" in pane_words(screen.detail_pane)
        path = tmp_path / "sheet.md"
        await desk.press("w", "ctrl+a", "backspace")
        await desk.type(str(path))
        await desk.press("enter")
        await desk.until(lambda: "sheet.md" in pane_words(screen.hints))
        assert path.read_text().startswith("# Questions on: Flood in Lowmarsh")


async def test_o_goes_to_the_claim() -> None:
    async with review() as desk:
        await opened(desk)
        await asked(desk)
        label = only(desk).claim
        await desk.press("escape", "j", "j", "Q")
        await desk.until(lambda: isinstance(desk.app.screen, QuestionsScreen))
        await desk.press("o")
        await desk.until(lambda: desk.app.screen is desk.screen)
        assert desk.current == label


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_rows_and_keys_are_there_at_every_size(size: tuple[int, int]) -> None:
    async with review(size) as desk:
        screen = await opened(desk)
        assert "ask author" in pane_words(screen.hints)
        await asked(desk)
        assert "Q01" in pane_words(screen.rows)
        assert "QUESTION" in pane_words(screen.detail_pane)
