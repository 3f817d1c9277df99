"""Who repeats whom: the words, the drawing, what rests on an edge, and what a decision changes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from reservoir_at_hand import import_echo
from review_at_hand import Review, label_of, pane_words, review

from verifier.desk.session import open_session
from verifier.desk.stories import import_story
from verifier.model.scales import DependencyState
from verifier.reading import read_bytes
from verifier.tui.paint import width_of
from verifier.tui.screens.independence import IndependenceScreen
from verifier.tui.widgets.dialogs import AskText

pytestmark = pytest.mark.usefixtures("echo")


@pytest.fixture
def echo(home: object) -> None:
    import_echo()


@asynccontextmanager
async def independence(
    size: tuple[int, int] = (120, 40),
) -> AsyncIterator[tuple[Review, IndependenceScreen]]:
    """The screen over the review, with what follows from the decisions."""
    async with review(size) as desk:
        await desk.until(lambda: desk.screen.board.judgement)
        await desk.press("I")
        await desk.until(lambda: isinstance(desk.app.screen, IndependenceScreen))
        await desk.pilot.pause()
        over = desk.app.screen
        assert isinstance(over, IndependenceScreen)
        yield desk, over


def said(over: IndependenceScreen) -> str:
    """What is said of the edge, its lines joined."""
    lines = over.detail(over.current, 78)
    from verifier.tui.paint import plain

    return " ".join(" ".join(plain(line) for line in lines).split())


async def reject(desk: Review, reason: str) -> None:
    await desk.press("x")
    await desk.until(lambda: isinstance(desk.app.screen, AskText))
    await desk.type(reason)
    await desk.press("enter")


async def test_a_row_says_who_repeats_whom_how_and_what_is_known_of_it() -> None:
    async with independence() as (_, over):
        text = pane_words(over.rows)
        assert "D01" in text
        assert "○ proposed" in text
        assert "echoes" in text


async def test_the_words_stand_with_their_line_and_rule() -> None:
    async with independence() as (_, over):
        text = said(over)
        assert "“echoed the County Water Board’s claims” (line 3)" in text
        assert "READ BY the rule echoing" in text


async def test_the_origins_are_drawn_and_the_claims_that_rest_on_the_edge_named() -> None:
    async with independence() as (_, over):
        text = said(over)
        assert "│ County Water Board │ origin" in text
        assert "└─ Lowmarsh Gazette echoes ▶○D01" in text
        assert f"{label_of('12 farms')} 2 sources, 1-2 origins" in text


async def test_what_would_change_if_it_is_wrong_is_worked_out() -> None:
    async with independence() as (desk, over):
        await desk.until(lambda: over.impact)
        text = said(over)
        assert "would be judged otherwise" in text
        assert "origins 1-2 → 1" in text


async def test_c_confirms_and_says_what_changed() -> None:
    async with independence() as (desk, over):
        await desk.press("c")
        await desk.until(lambda: "Recorded." in pane_words(over.hints))
        assert "origins 1-2 → 1" in pane_words(over.hints)
        assert "● confirmed" in pane_words(over.rows)
        (edge,) = desk.saved.state.dependencies.values()
        assert edge.state is DependencyState.CONFIRMED


async def test_x_rejects_with_a_reason_that_stays_in_sight() -> None:
    async with independence() as (desk, over):
        await reject(desk, "they have a reporter there")
        await desk.until(lambda: "✗ rejected" in pane_words(over.rows))
        assert "rejected: they have a reporter there" in said(over)
        assert "D01 is rejected: nothing is counted over it." in said(over)
        await desk.press("x")
        assert "rejected already" in pane_words(over.hints)


async def test_the_way_back_from_a_rejection_says_what_it_would_change() -> None:
    async with independence() as (desk, over):
        await reject(desk, "no")
        await desk.until(lambda: over.current is not None and over.current.is_rejected)
        await desk.until(lambda: over.impact)
        assert "IF IT HOLDS" in said(over)
        await desk.press("u")
        await desk.until(lambda: over.current is not None and not over.current.is_rejected)


async def test_a_adds_an_edge_that_was_not_read() -> None:
    async with independence() as (desk, over):
        await desk.press("a")
        await desk.until(lambda: isinstance(desk.app.screen, AskText))
        await desk.type("Ada Brook > County Water Board cites")
        await desk.press("enter")
        await desk.until(lambda: len(over.shown) == 2)
        await desk.press("j")
        assert "added by anna" in said(over)
        await desk.press("enter")
        assert "no words show it" in pane_words(over.hints)


async def test_what_cannot_be_an_edge_is_told_and_its_text_kept() -> None:
    async with independence() as (desk, over):
        await desk.press("a")
        await desk.until(lambda: isinstance(desk.app.screen, AskText))
        await desk.type("nobody")
        await desk.press("enter")
        assert "FROM > TO" in pane_words(over.hints)
        await desk.press("a")
        await desk.until(lambda: isinstance(desk.app.screen, AskText))
        assert isinstance(desk.app.screen, AskText)
        assert desk.app.screen.text == "nobody"
        await desk.press("escape")


async def test_enter_goes_to_the_words_in_the_story() -> None:
    async with independence((80, 24)) as (desk, _over):
        await desk.press("enter")
        await desk.until(lambda: desk.app.screen is desk.screen)
        assert "echoed the County Water" in pane_words(desk.screen.story)


async def test_escape_goes_back_and_the_review_is_as_it_was() -> None:
    async with independence() as (desk, _):
        label = desk.current
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is desk.screen)
        assert desk.current == label


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_every_line_fits_at_every_size(size: tuple[int, int]) -> None:
    async with independence(size) as (desk, over):
        await desk.until(lambda: over.impact)
        for pane in (over.rows, over.detail_pane):
            assert all(width_of(pane.line(y)) <= pane.columns for y in range(pane.size.height))
        assert "confirm" in pane_words(over.hints)


async def test_a_story_in_which_nobody_repeats_anybody_says_how_to_add() -> None:
    with open_session(None, "anna") as session:
        import_story(session, read_bytes(b"The mayor said that 3 houses burned.", "m.txt"))
    async with independence() as (_, over):
        assert "a adds who repeats whom" in pane_words(over.rows)
        assert over.current is None
        over.key_confirm()
        over.key_reject()
        over.key_open()


async def test_hostile_names_and_words_reach_the_screen_harmless() -> None:
    text = (
        "The County Water Board said that 12 farms were flooded. The Evil\x1b[2J Gazette echoed "
        "the County Water Board’s claims.\n"
    )
    with open_session(None, "anna") as session:
        import_story(session, read_bytes(text.encode(), "evil.txt"))
    async with independence() as (_, over):
        assert "\x1b" not in pane_words(over.rows) + said(over)
