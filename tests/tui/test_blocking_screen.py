"""What stands before sign-off, each a jump."""

import pytest
from review_at_hand import Review, label_of, pane_words, review

from verifier.tui.screens.blocking import BlockingScreen

pytestmark = pytest.mark.usefixtures("flood")


async def opened(desk: Review) -> BlockingScreen:
    await desk.until(lambda: desk.screen.board.judgement)
    await desk.press("X")
    await desk.until(lambda: isinstance(desk.app.screen, BlockingScreen))
    await desk.pilot.pause()
    assert isinstance(desk.app.screen, BlockingScreen)
    return desk.app.screen


async def test_load_bearing_claims_without_a_verdict_are_listed() -> None:
    async with review() as desk:
        screen = await opened(desk)
        assert "load-bearing, and without a verdict" in pane_words(screen.rows)
        assert label_of("12 houses") in [row.claim for row in screen.shown]


async def test_enter_goes_to_the_claim() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.press("G")
        row = screen.current
        assert row is not None
        await desk.press("enter")
        await desk.until(lambda: desk.app.screen is desk.screen)
        assert desk.current == row.claim


async def test_when_all_is_judged_nothing_stands_before_it() -> None:
    async with review() as desk:
        await desk.press(*"8" * len(desk.screen.board.rows))
        await desk.until(lambda: not desk.screen.board.tally["unchecked"])  # type: ignore[index]
        assert "X says" in desk.message
        await desk.until(
            lambda: (
                desk.screen.board.judgement and not desk.screen.board.judgement.assessment.blocking
            )
        )
        screen = await opened(desk)
        assert "Nothing stands before sign-off" in pane_words(screen.rows)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_claim_is_said_beside_it_at_every_size(size: tuple[int, int]) -> None:
    async with review(size) as desk:
        screen = await opened(desk)
        assert "SAID BY" in pane_words(screen.detail_pane)
        assert "go to" in pane_words(screen.hints)
