"""The mouse, where a hand expects it."""

import pytest
from review_at_hand import Review, label_of, pane_words, review
from textual.events import MouseScrollDown
from textual.widget import Widget

from verifier.tui.arrange import Pane
from verifier.tui.paint import offset_at
from verifier.tui.screens.history import HistoryScreen
from verifier.tui.widgets.pane import LinePane

pytestmark = pytest.mark.usefixtures("flood")


def place(pane: LinePane, words: str) -> tuple[int, int]:
    """Where in a pane these words stand."""
    for y, line in enumerate(pane_words(pane).splitlines()):
        if words in line:
            return line.index(words) + pane.rule, y
    raise AssertionError(f"{words!r} is not in\n{pane_words(pane)}")


async def click(desk: Review, pane: Widget, at: tuple[int, int], times: int = 1) -> None:
    await desk.pilot.click(pane, offset=at, times=times)
    await desk.pilot.pause()


async def test_a_click_on_a_row_chooses_the_claim() -> None:
    async with review() as desk:
        third = desk.screen.cursor.shown[2]
        await click(desk, desk.screen.claims, place(desk.screen.claims, third))
        assert desk.current == third


async def test_a_click_on_words_of_the_story_chooses_their_claim() -> None:
    async with review() as desk:
        await click(desk, desk.screen.story, place(desk.screen.story, "moved to"))
        assert desk.current == label_of("40 people")


@pytest.mark.parametrize("size", [(120, 40), (200, 60)])
async def test_a_click_on_a_title_gives_the_pane_the_focus(size: tuple[int, int]) -> None:
    async with review(size) as desk:
        for pane, name in (
            (desk.screen.claims, Pane.CLAIMS),
            (desk.screen.detail, Pane.DETAIL),
            (desk.screen.story, Pane.STORY),
        ):
            await click(desk, pane, (4, 0))
            assert desk.screen.focus_on is name


async def test_a_click_on_the_title_of_the_strip_opens_the_detail_at_80_columns() -> None:
    async with review((80, 24)) as desk:
        await click(desk, desk.screen.detail, (4, 0))
        assert desk.screen.focus_on is Pane.DETAIL
        assert not desk.screen.story.display


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_a_click_on_a_source_puts_the_cursor_on_its_cell(size: tuple[int, int]) -> None:
    async with review(size) as desk:
        desk.screen.go_to(label_of("the pumps failed"))
        await desk.until(lambda: "INDEP." in pane_words(desk.screen.detail))
        await desk.pilot.pause()
        label = desk.current
        assert label is not None
        cells = desk.screen.board.cells(label)
        other = next(cell for cell in cells if cell.source != desk.screen.cursor.source)
        await click(desk, desk.screen.detail, place(desk.screen.detail, f" {other.name} "))
        assert desk.screen.cursor.source == other.source
        await desk.press("x")
        assert [key.source for key in desk.saved.state.stances] == [other.source]


async def test_a_click_beside_the_sources_changes_nothing() -> None:
    async with review() as desk:
        source = desk.screen.cursor.source
        x, y = place(desk.screen.detail, "SOURCES")
        await click(desk, desk.screen.detail, (x + 1, y))
        assert desk.screen.cursor.source == source


async def test_two_clicks_on_a_document_open_it() -> None:
    async with review((200, 60)) as desk:
        await click(desk, desk.screen.evidence, place(desk.screen.evidence, "E01"), times=2)
        await desk.until(lambda: desk.screen.evidence.item is not None)
        assert desk.screen.focus_on is Pane.EVIDENCE


async def test_the_wheel_scrolls_the_pane_under_it() -> None:
    async with review((60, 16)) as desk:
        before = pane_words(desk.screen.story)
        await desk.pilot._post_mouse_events([MouseScrollDown], desk.screen.story, (5, 3))
        await desk.pilot.pause()
        assert pane_words(desk.screen.story) != before


async def test_a_click_on_a_row_of_another_screen_chooses_it() -> None:
    async with review() as desk:
        await desk.press("2", "3", "H")
        await desk.until(lambda: isinstance(desk.app.screen, HistoryScreen))
        history = desk.app.screen
        assert isinstance(history, HistoryScreen)
        await desk.until(lambda: history.entries)
        await desk.pilot.pause()
        await click(desk, history.rows, (10, 2))
        assert history.rows.index == 1


async def test_while_words_are_selected_a_click_puts_the_caret() -> None:
    async with review() as desk:
        await desk.press("c")
        await click(desk, desk.screen.story, place(desk.screen.story, "pumps"))
        selection = desk.screen.story.selection
        assert selection is not None
        assert desk.saved.text[selection.caret :].startswith("pumps")


def test_a_column_behind_wide_characters_is_the_right_one() -> None:
    assert offset_at("한국 abc", 5) == 3
    assert offset_at("e\u0301a", 1) == 2
