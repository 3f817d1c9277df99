"""Every size has its arrangement; a change of size keeps the place."""

import pytest
from review_at_hand import pane_words, review

from verifier.tui.widgets.pane import LinePane

pytestmark = pytest.mark.usefixtures("flood")

SIZES = [(60, 16), (80, 24), (120, 40), (200, 60)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_words_that_matter_are_on_the_screen(size: tuple[int, int]) -> None:
    async with review(size) as desk:
        words = desk.words()
        assert "Flood in Lowmarsh" in words
        assert "SAID BY" in words
        assert "SOURCES" in words
        assert "? help" in words
        assert "ctrl+q quit" in words
        assert f"{desk.screen.board.active} left" in words


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_header_says_who_is_working(size: tuple[int, int]) -> None:
    async with review(size, reviewer="ben") as desk:
        assert "as ben" in pane_words(desk.screen.header)


@pytest.mark.parametrize("size", SIZES)
async def test_everything_can_be_reached(size: tuple[int, int]) -> None:
    async with review(size) as desk:
        for pane in (desk.screen.story, desk.screen.claims, desk.screen.detail):
            while not pane.focused_pane:
                await desk.press("tab")
            assert pane.display
        await desk.press("D")
        assert desk.screen.evidence.display


@pytest.mark.parametrize("size", SIZES)
async def test_every_line_of_every_pane_is_as_wide_as_the_pane(size: tuple[int, int]) -> None:
    async with review(size) as desk:
        await desk.press("a", "2", "n")
        await desk.type("한국어 👩‍👩‍👧 e\u0301")
        await desk.press("enter")
        for pane in desk.screen.query(LinePane):
            if pane.display:
                for y in range(pane.size.height):
                    assert pane.render_line(y).cell_length == pane.size.width


async def test_a_change_of_size_keeps_claim_filter_and_what_is_typed() -> None:
    async with review((120, 40)) as desk:
        await desk.press("f", "o", "j", "j")
        claim = desk.current
        for size in [*SIZES, (40, 10), (120, 40)]:
            await desk.pilot.resize_terminal(*size)
            await desk.pilot.pause()
            assert desk.current == claim
            assert desk.screen.cursor.filter == "open"
        assert desk.current is not None
        assert desk.current in pane_words(desk.screen.claims)


async def test_below_60_by_16_a_sentence_says_so_and_it_goes_on_when_enlarged() -> None:
    async with review((120, 40)) as desk:
        await desk.pilot.resize_terminal(50, 12)
        await desk.pilot.pause()
        assert "at least 60×16" in " ".join(desk.words().split())
        await desk.pilot.resize_terminal(80, 24)
        await desk.pilot.pause()
        assert "needs a terminal" not in desk.words()
        await desk.press("2")
        assert desk.screen.board.judged == 1


async def test_the_claim_under_the_cursor_is_in_view_in_list_and_story() -> None:
    async with review((80, 24)) as desk:
        await desk.press("G")
        assert "▌" in pane_words(desk.screen.story)
        await desk.press("tab")
        assert "▶" in pane_words(desk.screen.claims)


async def test_a_click_chooses_a_claim() -> None:
    async with review((120, 40)) as desk:
        await desk.pilot.click(desk.screen.claims, offset=(10, 3))
        await desk.pilot.pause()
        assert desk.current == desk.screen.cursor.shown[2]


async def test_a_click_in_the_story_chooses_the_claim_there() -> None:
    async with review((120, 40)) as desk:
        pane = desk.screen.story
        lines = pane_words(pane).splitlines()
        y = next(y for y, line in enumerate(lines) if "never seen" in line)
        await desk.pilot.click(pane, offset=(lines[y].index("never") + 1, y))
        await desk.pilot.pause()
        row = desk.screen.cursor.row
        assert row is not None
        assert "never seen" in row.text
