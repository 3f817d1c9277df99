"""The help and the palette: every key, found as one types, run from there."""

import pytest
from review_at_hand import Review, pane_words, review

from verifier.tui.keys import KEYS, Where
from verifier.tui.paint import plain, width_of
from verifier.tui.screens.help import HelpScreen, PaletteScreen
from verifier.tui.screens.history import HistoryScreen
from verifier.tui.widgets.dialogs import AskText

pytestmark = pytest.mark.usefixtures("flood")


def over(desk: Review) -> HelpScreen:
    assert isinstance(desk.app.screen, HelpScreen)
    return desk.app.screen


async def opened(desk: Review, key: str = "question_mark") -> HelpScreen:
    await desk.press(key)
    await desk.until(lambda: isinstance(desk.app.screen, HelpScreen))
    await desk.pilot.pause()
    return over(desk)


async def test_it_lists_every_key_those_first_that_mean_something_here() -> None:
    async with review() as desk:
        screen = await opened(desk)
        assert {key.id for key in screen.shown} == {key.id for key in KEYS}
        assert screen.shown[0].where is Where.REVIEW
        assert screen.shown[-1].where is not Where.REVIEW


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
async def test_each_row_fits_its_width(size: tuple[int, int]) -> None:
    async with review(size) as desk:
        screen = await opened(desk)
        for key in screen.shown:
            line = screen.row_line(key, screen.rows.columns, current=False)
            assert width_of(line) == screen.rows.columns
            assert key.words[:10] in plain(line)
        assert "On the review screen" in pane_words(screen.rows)


async def test_what_is_typed_finds_without_another_key() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.type("next open claim")
        assert "open.next" in [key.id for key in screen.shown]
        assert len(screen.shown) < len(KEYS) // 10


async def test_enter_runs_the_command_where_the_help_was_opened() -> None:
    async with review() as desk:
        await opened(desk)
        await desk.type("note on the claim")
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, AskText))


async def test_a_verdict_and_the_second_key_of_a_prefix_run_too() -> None:
    async with review() as desk:
        await opened(desk)
        await desk.type("supported")
        await desk.press("enter")
        await desk.until(lambda: desk.saved.state.verdicts)
        await opened(desk)
        await desk.type("claims without a verdict")
        await desk.press("enter")
        await desk.until(lambda: desk.screen.cursor.filter == "open")


async def test_a_command_of_another_place_is_not_run_but_told() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.type("only your own acts")
        await desk.press("enter")
        assert "works elsewhere" in pane_words(screen.hints)
        assert desk.app.screen is screen


async def test_over_another_screen_its_own_keys_run() -> None:
    async with review() as desk:
        await desk.press("2", "H")
        await desk.until(lambda: isinstance(desk.app.screen, HistoryScreen))
        history = desk.app.screen
        assert isinstance(history, HistoryScreen)
        await opened(desk)
        await desk.type("only your own acts")
        await desk.press("enter")
        await desk.until(lambda: history.is_mine)
        assert desk.app.screen is history


async def test_escape_takes_the_words_away_and_then_goes_back() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.type("undo")
        await desk.press("escape")
        assert screen.query_words == ""
        assert desk.app.screen is screen
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is desk.screen)


async def test_the_key_that_opened_it_closes_it() -> None:
    async with review() as desk:
        await opened(desk)
        await desk.press("question_mark")
        await desk.until(lambda: desk.app.screen is desk.screen)


async def test_the_palette_lists_only_what_means_something_here() -> None:
    async with review() as desk:
        screen = await opened(desk, "ctrl+p")
        assert isinstance(screen, PaletteScreen)
        assert all(screen.runs(key) for key in screen.shown)
        assert {Where.REVIEW, Where.SAID, Where.ANYWHERE} <= {key.where for key in screen.shown}
        await desk.type("history every act")
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, HistoryScreen))


async def test_the_palette_while_selecting_words_lists_the_keys_of_selecting() -> None:
    async with review() as desk:
        await desk.press("c")
        screen = await opened(desk, "ctrl+p")
        assert {key.where for key in screen.shown} == {Where.SELECT, Where.ANYWHERE}


async def test_the_detail_names_the_command_for_the_file_of_keys() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.type("undo your last act, without")
        assert "undo  (for keys.toml)" in pane_words(screen.detail_pane)
        assert "я" in pane_words(screen.detail_pane) or "г" in pane_words(screen.detail_pane)


async def test_a_paste_into_the_help_is_looked_for_and_runs_nothing() -> None:
    from textual import events

    async with review() as desk:
        screen = await opened(desk)
        screen.post_message(events.Paste("undo\n2\n"))
        await desk.until(lambda: screen.query_words == "undo 2")
        assert not desk.saved.state.verdicts
