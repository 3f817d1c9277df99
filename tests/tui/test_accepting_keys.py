"""What is proposed stands in the row apart from what is marked; Enter and A take it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from reservoir_at_hand import import_echo
from review_at_hand import Review, label_of, pane_words, review

from verifier.desk.session import open_session
from verifier.model.scales import StanceCode
from verifier.settings.places import folders
from verifier.tui.paint import plain

pytestmark = pytest.mark.usefixtures("echo")


@pytest.fixture
def echo(home: object) -> None:
    import_echo()


@asynccontextmanager
async def judged(size: tuple[int, int] = (120, 40)) -> AsyncIterator[Review]:
    """The review, with what follows from the decisions."""
    async with review(size) as desk:
        await desk.until(lambda: desk.screen.board.judgement)
        desk.screen.go_to(label_of("12 farms"))
        await desk.pilot.pause()
        yield desk


def detail_words(desk: Review) -> str:
    """What the detail says, its lines joined."""
    return " ".join(pane_words(desk.screen.detail).split())


def cells(desk: Review) -> dict[str, str]:
    label = desk.current
    assert label is not None
    return {cell.name: cell.sign for cell in desk.screen.board.cells(label)}


async def test_proposals_stand_in_parentheses() -> None:
    async with judged() as desk:
        assert cells(desk) == {
            "County Water Board": "(a)",
            "Lowmarsh Gazette": "(e)",
            "Ada Brook": ".",
        }


async def test_the_cell_under_the_cursor_says_what_is_proposed_and_why() -> None:
    async with judged() as desk:
        text = detail_words(desk)
        assert "County Water Board proposed asserts" in text
        assert "own statement" in text


async def test_the_detail_says_origins_status_and_what_is_suggested() -> None:
    async with judged() as desk:
        text = detail_words(desk)
        assert "INDEP." in text
        assert "2 sources, 1-2 origins: Lowmarsh Gazette repeats County Water Board" in text
        assert "STATUS echo only" in text
        assert "SUGGESTS 3 attributed-only" in text


async def test_enter_takes_the_proposal_and_goes_on_to_the_next() -> None:
    async with judged() as desk:
        assert desk.screen.cursor.source == "county-water-board"
        await desk.press("enter")
        assert desk.screen.cursor.source == "lowmarsh-gazette"
        (stance,) = desk.saved.state.stances.values()
        assert stance.code is StanceCode.ASSERTS
        assert stance.accepted_from == "own-statement"


async def test_enter_for_each_proposal_and_a_digit_judge_a_claim() -> None:
    async with judged() as desk:
        label = desk.current
        assert label is not None
        await desk.press("enter", "enter")
        assert desk.current == label
        assert "Nothing more is proposed" in desk.message
        await desk.press("3")
        assert label in {verdict.claim for verdict in desk.saved.state.verdicts.values()}
        assert len(desk.saved.state.stances) == 2


async def test_on_a_judged_claim_enter_goes_on_to_the_next_open_one() -> None:
    async with judged() as desk:
        label = desk.current
        await desk.press("3")
        assert label is not None
        desk.screen.go_to(label)
        await desk.press("enter", "enter")
        assert desk.current != label


async def test_a_capital_a_takes_all_of_the_claim_as_one_act() -> None:
    async with judged() as desk:
        await desk.press("A")
        assert len(desk.saved.state.stances) == 2
        await desk.press("u")
        assert not desk.saved.state.stances


async def test_a_proposal_taken_is_shown_as_pending_at_once() -> None:
    async with judged() as desk:
        label = desk.current
        assert label is not None
        await desk.pilot.press("A")
        shown = [cell.saving.value for cell in desk.screen.board.cells(label)]
        assert shown[:2] in (["pending", "pending"], ["saved", "saved"])
        assert cells(desk)["Lowmarsh Gazette"] == "e"
        await desk.until(lambda: not desk.screen.on_way)


async def test_without_a_proposal_a_says_so() -> None:
    async with judged() as desk:
        await desk.press("A", "A")
        assert "Nothing more is proposed" in desk.message


async def test_after_an_act_origins_and_suggestion_are_those_of_the_marks() -> None:
    async with judged() as desk:
        label = desk.current
        assert label is not None
        await desk.press("A")
        await desk.until(lambda: not desk.screen.board.assessed(label).proposed)  # type: ignore[union-attr]
        assert "(a)" not in pane_words(desk.screen.detail)
        await desk.press("u")
        await desk.until(lambda: desk.screen.board.assessed(label).proposed)  # type: ignore[union-attr]
        assert cells(desk)["County Water Board"] == "(a)"


async def test_a_rule_against_the_verdict_stands_beside_it() -> None:
    async with judged() as desk:
        label = desk.current
        assert label is not None
        await desk.press("A", "1")
        await desk.pilot.press("r")
        await desk.pilot.pause()
        await desk.type("I saw it")
        await desk.press("enter")
        desk.screen.go_to(label)
        await desk.until(lambda: "POLICY" in pane_words(desk.screen.detail))
        assert "P1 against" in pane_words(desk.screen.detail)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_most_important_lines_are_in_sight_at_every_size(size: tuple[int, int]) -> None:
    async with judged(size) as desk:
        text = pane_words(desk.screen.detail)
        for heading in ("SAID BY", "SOURCES", "IS IT SO", "SUGGESTS", "INDEP."):
            assert heading in text
        widths = [
            len(plain(desk.screen.detail.line(y))) for y in range(desk.screen.detail.size.height)
        ]
        assert max(widths) <= desk.screen.detail.columns


async def test_a_broken_policy_file_is_told_and_marks_are_saved_all_the_same() -> None:
    folder = folders().configuration
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "policy.toml").write_text("origins = 'many'\n", encoding="utf-8")
    async with review() as desk:
        await desk.until(lambda: "not worked out" in desk.message)
        assert "policy.toml" in desk.message


async def test_what_another_program_marked_meanwhile_is_not_taken_twice() -> None:
    from verifier.desk.marking import mark_stance
    from verifier.desk.stories import open_story

    async with judged() as desk:
        label = desk.current
        assert label is not None
        with open_session(None, "anna") as other:
            story = open_story(other, ".")
            source = desk.screen.cursor.source
            assert source is not None
            mark_stance(other, story, label, source, StanceCode.SILENT)
        await desk.press("enter")
        (stance,) = desk.saved.state.stances.values()
        assert stance.code is StanceCode.SILENT
