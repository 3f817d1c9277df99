"""A rule that speaks against a key says so in one dialog, with every way out of it."""

import pytest
from review_at_hand import Review, review

from verifier.model.scales import Aspect, SubstanceVerdict
from verifier.tui import acts
from verifier.tui.paint import plain, width_of
from verifier.tui.widgets.dialogs import AskText
from verifier.tui.widgets.objection import ObjectionDialog, objection_lines

pytestmark = pytest.mark.usefixtures("flood")


async def objected(desk: Review, *keys: str) -> ObjectionDialog:
    """The dialog that some keys bring up."""
    await desk.pilot.press(*keys)
    await desk.until(lambda: isinstance(desk.app.screen, ObjectionDialog))
    assert isinstance(desk.app.screen, ObjectionDialog)
    return desk.app.screen


def words(dialog: ObjectionDialog) -> str:
    return "\n".join(plain(line) for line in objection_lines(dialog.objection))


async def test_confirmed_without_any_evidence_names_the_rule_and_records_nothing() -> None:
    async with review() as desk:
        dialog = await objected(desk, "1")
        assert "P1" in words(dialog)
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is desk.screen)
        assert not desk.saved.state.verdicts


async def test_a_reason_overrides_the_rule_and_is_recorded() -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        await objected(desk, "1")
        await desk.pilot.press("r")
        await desk.until(lambda: isinstance(desk.app.screen, AskText))
        await desk.type("I was there")
        await desk.press("enter")
        await desk.until(lambda: desk.saved.state.verdicts)
        (verdict,) = desk.saved.state.verdicts.values()
        assert (verdict.claim, verdict.code) == (label, SubstanceVerdict.CONFIRMED)
        assert verdict.override == "I was there"


async def test_misstated_asks_for_the_text_to_print() -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        dialog = await objected(desk, "4")
        assert "type the text that is missing" in words(dialog)
        await desk.pilot.press("t")
        await desk.until(lambda: isinstance(desk.app.screen, AskText))
        await desk.type("about a dozen houses")
        dialog = await objected(desk, "enter")
        assert "text that is missing" not in words(dialog)
        await desk.pilot.press("r")
        await desk.until(lambda: isinstance(desk.app.screen, AskText))
        await desk.type("the county told me")
        await desk.press("enter")
        await desk.until(lambda: desk.screen.board.verdict(label, Aspect.SUBSTANCE))
        verdict = desk.screen.board.verdict(label, Aspect.SUBSTANCE)
        assert verdict is not None
        assert verdict.replace == "about a dozen houses"
        assert verdict.override == "the county told me"


async def test_enter_takes_what_the_rules_suggest() -> None:
    async with review() as desk:
        await desk.press("a")
        dialog = await objected(desk, "1")
        assert dialog.objection.suggested is not None
        await desk.press("enter")
        await desk.until(lambda: desk.saved.state.verdicts)
        (verdict,) = desk.saved.state.verdicts.values()
        assert verdict.code is dialog.objection.suggested.code


async def test_keys_pressed_before_it_stood_there_do_nothing_in_it() -> None:
    async with review() as desk:
        dialog = await objected(desk, "1", "j", "x", "k")
        await desk.pilot.pause()
        assert desk.app.screen is dialog


async def test_of_several_objections_one_dialog_opens_and_the_others_are_told() -> None:
    async with review() as desk:
        labels = list(desk.screen.board.rows)[:3]
        for label in labels:
            desk.screen.submit(acts.verdict(label, SubstanceVerdict.CONFIRMED))
        await objected(desk)
        await desk.until(lambda: not desk.screen.on_way)
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is desk.screen)
        await desk.until(lambda: desk.screen.hints.notice)
        assert "2 acts failed" in desk.screen.hints.notice


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_every_line_fits_the_box(size: tuple[int, int]) -> None:
    async with review(size) as desk:
        dialog = await objected(desk, "1")
        assert all(width_of(line) <= 72 for line in objection_lines(dialog.objection))
        await desk.press("escape")
