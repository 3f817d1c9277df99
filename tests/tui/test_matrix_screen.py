"""The matrix: claims down, sources across, one key for each cell."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from reservoir_at_hand import import_echo
from review_at_hand import Review, label_of, pane_words, review

from verifier.desk.registry import add_source
from verifier.desk.session import open_session
from verifier.desk.stories import open_story
from verifier.model.scales import SourceKind, StanceCode
from verifier.tui.paint import plain, width_of
from verifier.tui.screens.matrix import MatrixScreen
from verifier.tui.widgets.dialogs import AskText
from verifier.tui.widgets.grid_row import Grid, column_heads
from verifier.tui.widgets.objection import ObjectionDialog

pytestmark = pytest.mark.usefixtures("echo")


@pytest.fixture
def echo(home: object) -> None:
    import_echo()


@asynccontextmanager
async def matrix(size: tuple[int, int] = (120, 40)) -> AsyncIterator[tuple[Review, MatrixScreen]]:
    """The matrix over the review, on the claim of the farms."""
    async with review(size) as desk:
        await desk.until(lambda: desk.screen.board.judgement)
        desk.screen.go_to(label_of("12 farms"))
        await desk.press("m")
        await desk.until(lambda: isinstance(desk.app.screen, MatrixScreen))
        await desk.pilot.pause()
        over = desk.app.screen
        assert isinstance(over, MatrixScreen)
        yield desk, over


def current_row(over: MatrixScreen) -> str:
    return plain(over.row_line(over.shown[over.rows.index], over.rows.columns, current=True))


async def test_it_begins_on_the_claim_and_the_source_of_the_review() -> None:
    async with matrix() as (_, over):
        assert over.current == label_of("12 farms")
        assert over.column == "county-water-board"
        assert "‹(a)›" in current_row(over)
        assert "(e)" in current_row(over)


async def test_the_heads_name_the_sources() -> None:
    async with matrix() as (_, over):
        assert "County Water" in pane_words(over.rows)


async def test_the_cell_is_said_in_words_below() -> None:
    async with matrix() as (_, over):
        text = pane_words(over.detail_pane)
        assert "County Water Board proposed asserts" in text
        assert "INDEP." in text


async def test_arrows_and_letters_move_among_claims_and_sources() -> None:
    async with matrix() as (desk, over):
        await desk.press("right", "l", "j")
        assert over.column == "brook"
        assert over.rows.index == list(over.shown).index(label_of("12 farms")) + 1
        await desk.press("h", "left", "up", "home", "end")
        assert over.column == "brook"


async def test_a_letter_marks_the_cell_and_goes_on_along_the_row() -> None:
    async with matrix() as (desk, over):
        await desk.press("p")
        assert over.column == "lowmarsh-gazette"
        (stance,) = desk.saved.state.stances.values()
        assert (stance.source, stance.code) == ("county-water-board", StanceCode.PARTLY)


async def test_after_the_last_cell_of_a_row_the_cursor_goes_down() -> None:
    async with matrix() as (desk, over):
        at = over.rows.index
        await desk.press("s", "s", "s")
        assert over.rows.index == at + 1
        assert len(desk.saved.state.stances) == 3


async def test_d_lets_the_cursor_go_down_the_column() -> None:
    async with matrix() as (desk, over):
        at = over.rows.index
        await desk.press("d", "s", "s")
        assert over.rows.index == at + 2
        assert over.column == "county-water-board"


async def test_enter_takes_the_proposal_and_a_capital_a_all_of_the_claim() -> None:
    async with matrix() as (desk, over):
        await desk.press("enter")
        assert over.column == "lowmarsh-gazette"
        await desk.press("u")
        await desk.until(lambda: over.board.cells(label_of("12 farms"))[0].proposal)
        await desk.press("A")
        stances = desk.saved.state.stances.values()
        assert {stance.accepted_from for stance in stances} >= {"own-statement"}
        assert len(stances) == 2


async def test_backspace_clears_the_cell() -> None:
    async with matrix() as (desk, over):
        await desk.press("p", "h", "backspace")
        assert not desk.saved.state.stances
        await desk.press("backspace")
        assert "nothing to clear" in pane_words(over.hints)


async def test_a_digit_judges_the_claim_and_goes_down() -> None:
    async with matrix() as (desk, over):
        at = over.rows.index
        await desk.press("3")
        assert over.rows.index == at + 1
        assert "③" in pane_words(over.rows)
        assert len(desk.saved.state.verdicts) == 1


async def test_undo_and_redo_work_here_too() -> None:
    async with matrix() as (desk, over):
        await desk.press("3", "u")
        assert not desk.saved.state.verdicts
        await desk.press("U")
        assert desk.saved.state.verdicts
        assert "Done again." in pane_words(over.hints)


async def test_a_rule_against_a_key_opens_the_dialog_over_the_matrix() -> None:
    async with matrix() as (desk, over):
        await desk.pilot.press("1")
        await desk.until(lambda: isinstance(desk.app.screen, ObjectionDialog))
        await desk.pilot.press("r")
        await desk.until(lambda: isinstance(desk.app.screen, AskText))
        await desk.type("I was there")
        await desk.press("enter")
        await desk.until(lambda: desk.saved.state.verdicts)
        assert desk.app.screen is over


async def test_keys_pressed_while_the_dialog_opens_do_nothing_in_it() -> None:
    async with matrix() as (desk, over):
        await desk.pilot.press("1", "j", "k")
        await desk.until(lambda: isinstance(desk.app.screen, ObjectionDialog))
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is over)
        assert not desk.saved.state.verdicts


async def test_escape_goes_back_to_the_claim_and_the_source() -> None:
    async with matrix() as (desk, over):
        await desk.press("j", "j", "l")
        label, column = over.current, over.column
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is desk.screen)
        assert (desk.current, desk.screen.cursor.source) == (label, column)


async def test_words_typed_after_a_slash_list_only_their_claims() -> None:
    async with matrix() as (desk, over):
        await desk.press("slash", *"farms", "enter")
        assert over.shown == [label_of("12 farms")]
        await desk.press("p", "escape")
        assert len(over.shown) > 1
        assert desk.app.screen is over


async def test_a_dismissed_claim_is_not_marked() -> None:
    async with matrix() as (desk, _over):
        await desk.press("escape", "d")
        await desk.type("no claim")
        await desk.press("enter", "m")
        await desk.until(lambda: isinstance(desk.app.screen, MatrixScreen))
        await desk.press("a")
        assert isinstance(desk.app.screen, MatrixScreen)
        assert "dismissed" in pane_words(desk.app.screen.hints)
        assert not desk.saved.state.stances


async def test_a_click_puts_the_cursor_on_a_cell() -> None:
    async with matrix() as (desk, over):
        grid_from = over.rows.columns - 2
        await desk.pilot.click(over.rows, offset=(grid_from, 3))
        await desk.pilot.pause()
        assert over.column == over.columns[-1]
        assert over.rows.index == 1


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_every_line_fits_at_every_size(size: tuple[int, int]) -> None:
    async with matrix(size) as (_, over):
        for pane in (over.rows, over.detail_pane):
            assert all(width_of(pane.line(y)) <= pane.columns for y in range(pane.size.height))
        assert "farms" in pane_words(over.rows)
        assert "SUGGESTS" in pane_words(over.detail_pane)


async def test_of_200_sources_those_around_the_cursor_are_in_sight() -> None:
    with open_session(None, "anna") as session:
        story = open_story(session, ".")
        label = label_of("12 farms")
        from verifier.desk.marking import mark_stance

        for n in range(30):
            source, _ = add_source(session, f"Witness number {n}", kind=SourceKind.EYEWITNESS)
            story = open_story(session, story.story.slug)
            story = mark_stance(session, story, label, source.slug, StanceCode.SILENT).story
    async with matrix((80, 24)) as (desk, over):
        assert "more ▶" in pane_words(over.rows)
        await desk.press("end")
        assert "◀ " in pane_words(over.rows)
        assert "‹s›" in current_row(over)
        await desk.press("{", "}", "home")
        assert "‹(a)›" in current_row(over)


def test_a_grid_moves_as_little_as_it_must() -> None:
    names = [f"s{n}" for n in range(50)]
    grid = Grid.fitting(names, 10, 8, 80)
    assert grid.first == 8
    assert Grid.fitting(names, 3, 8, 80).first == 3
    assert all(width_of(column_heads(Grid.fitting(names, n, 0, 80))) == 80 for n in range(50))
    assert Grid.fitting([], 0, 0, 80).column_at(79) is None
