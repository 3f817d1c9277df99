"""The history: every act, to go to or to undo to."""

import pytest
from review_at_hand import Review, pane_words, review

from verifier.tui.screens.history import HistoryScreen

pytestmark = pytest.mark.usefixtures("flood")


def over(desk: Review) -> HistoryScreen:
    assert isinstance(desk.app.screen, HistoryScreen)
    return desk.app.screen


async def opened(desk: Review) -> HistoryScreen:
    await desk.press("H")
    await desk.until(lambda: isinstance(desk.app.screen, HistoryScreen))
    await desk.until(lambda: over(desk).entries)
    await desk.pilot.pause()
    return over(desk)


async def test_it_lists_every_act_latest_first() -> None:
    async with review() as desk:
        await desk.press("2", "n")
        await desk.type("ask the county")
        await desk.press("enter")
        screen = await opened(desk)
        says = [entry.says for entry in screen.entries]
        assert "ask the county" in says[0]
        assert "judged" in says[1]
        assert "imported" in says[-1]
        assert "ask the county" in pane_words(screen.rows)


async def test_words_typed_after_a_slash_list_only_what_holds_them() -> None:
    async with review() as desk:
        await desk.press("2", "3")
        screen = await opened(desk)
        await desk.press("slash", *"supported", "enter")
        assert len(screen.shown) == 1
        await desk.press("escape")
        assert len(screen.shown) == len(screen.entries)


async def test_enter_goes_to_the_claim_of_the_act() -> None:
    async with review() as desk:
        label = desk.current
        await desk.press("2", "J", "J")
        assert desk.current != label
        await opened(desk)
        await desk.press("enter")
        await desk.until(lambda: desk.app.screen is desk.screen)
        assert desk.current == label


async def test_u_undoes_every_act_of_mine_after_the_one_under_the_cursor() -> None:
    async with review() as desk:
        first = desk.current
        await desk.press("2", "3", "3", "3")
        screen = await opened(desk)
        await desk.press("j", "j", "j")
        assert str(first) in screen.shown[screen.rows.index].says
        await desk.press("u")
        await desk.until(lambda: screen.entries[0].says.startswith("undid"))
        left = desk.saved.state.verdicts.values()
        assert [verdict.claim for verdict in left] == [first]


async def test_undo_to_the_latest_act_says_that_there_is_nothing_to_undo() -> None:
    async with review() as desk:
        await desk.press("2")
        screen = await opened(desk)
        await desk.press("u")
        assert "Nothing of yours was done after that" in pane_words(screen.hints)


async def test_escape_goes_back_and_the_review_is_as_it_was() -> None:
    async with review() as desk:
        label = desk.current
        await opened(desk)
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is desk.screen)
        assert desk.current == label


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_rows_and_detail_are_there_at_every_size(size: tuple[int, int]) -> None:
    async with review(size) as desk:
        screen = await opened(desk)
        assert "imported" in pane_words(screen.rows)
        assert "HASH" in pane_words(screen.detail_pane)
        assert "undo to here" in pane_words(screen.hints)
