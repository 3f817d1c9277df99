"""What cannot be saved is said, marked and kept."""

from pathlib import Path

import pytest
from review_at_hand import PATIENCE, full_disk, pane_words, review

from verifier.desk.claim_list import add_claim, dismiss_claim, edit_claim, span_of_quote
from verifier.desk.deciding import give_verdict
from verifier.desk.marking import mark_stance
from verifier.desk.session import open_session
from verifier.desk.stories import open_story
from verifier.model.errors import BadInput, UnknownName
from verifier.model.scales import Aspect, StanceCode, SubstanceVerdict
from verifier.tui.app import ReviewApp
from verifier.tui.board import Saving

pytestmark = pytest.mark.usefixtures("flood")


async def test_a_mark_that_cannot_be_written_is_shown_as_not_saved() -> None:
    async with review() as desk:
        label, source = desk.current, desk.screen.cursor.source
        assert label is not None
        with full_disk():
            await desk.press("a")
        cell = next(c for c in desk.screen.board.cells(label) if c.source == source)
        assert cell.saving is Saving.UNSAVED
        assert "Not saved" in desk.message
        assert "NOT SAVED" in pane_words(desk.screen.header)
        assert "a!" in pane_words(desk.screen.detail)
        assert not desk.saved.state.stances


async def test_pressing_the_key_again_saves_it_after_all() -> None:
    async with review() as desk:
        with full_disk():
            await desk.press("a")
        await desk.press("left", "a")
        assert len(desk.saved.state.stances) == 1
        assert "NOT SAVED" not in pane_words(desk.screen.header)


async def test_a_note_that_cannot_be_written_is_kept_as_a_draft() -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        await desk.press("n")
        await desk.type("do not lose me")
        with full_disk():
            await desk.press("enter")
            assert "Your text is kept" in desk.message
        assert desk.screen.drafts["note", label] == "do not lose me"
        await desk.press("n", "enter")
        await desk.until(lambda: desk.saved.state.notes)


async def test_leaving_with_a_mark_not_saved_asks_for_a_second_key() -> None:
    async with review() as desk:
        with full_disk():
            await desk.press("a")
        await desk.press("ctrl+q")
        assert desk.app.return_code is None
        assert "not saved" in desk.message
        await desk.pilot.press("ctrl+q")
        await desk.until(lambda: desk.app.return_code == 2)
        assert "asserts on C01" in str(desk.app.error)


async def test_what_somebody_else_changed_meanwhile_is_shown_after_the_conflict() -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        with open_session(None, "ben") as ben:
            edit_claim(ben, open_story(ben, "."), label, standalone="Ben's words")
        await desk.press("E", "t", "ctrl+a")
        await desk.type("Anna's words")
        await desk.press("enter")
        assert "Not saved" in desk.message
        assert desk.screen.drafts["standalone", label] == "Anna's words"
        assert "Ben's words" in pane_words(desk.screen.detail)


async def test_an_act_that_means_nothing_any_more_is_refused_and_the_story_read_again() -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        with open_session(None, "ben") as ben:
            dismiss_claim(ben, open_story(ben, "."), label, "ben says so")
        await desk.press("d")
        await desk.type("anna too")
        await desk.press("enter")
        assert not desk.screen.board.rows[label].is_active


async def test_others_marks_do_not_stand_in_the_way() -> None:
    async with review() as desk:
        label, source = desk.current, desk.screen.cursor.source
        assert label is not None
        assert source is not None
        with open_session(None, "ben") as ben:
            mark_stance(ben, open_story(ben, "."), label, source, StanceCode.SILENT)
        await desk.press("a")
        assert len(desk.saved.state.stances) == 2
        assert not desk.screen.failures


async def test_what_somebody_else_changed_meanwhile_is_on_the_screen_after_the_next_act() -> None:
    async with review() as desk:
        first, second, third, *_ = desk.screen.cursor.shown
        with open_session(None, "ben") as ben:
            story = open_story(ben, ".")
            story = dismiss_claim(ben, story, second, "ben says so").story
            edit_claim(ben, story, third, standalone="Ben's words")
        await desk.press("2")
        assert not desk.screen.failures
        assert not desk.screen.board.rows[second].is_active
        assert "Ben's words" in pane_words(desk.screen.claims)
        assert desk.screen.board.rows[first].verdict is SubstanceVerdict.SUPPORTED


async def test_a_claim_that_somebody_else_added_is_listed_after_the_next_act() -> None:
    async with review() as desk:
        with open_session(None, "ben") as ben:
            story = open_story(ben, ".")
            added = add_claim(ben, story, span_of_quote(story, "foreseen")).change.claims[0]
        await desk.press("a")
        assert added in desk.screen.cursor.shown
        assert added in pane_words(desk.screen.claims)


@pytest.mark.parametrize("key", ["y", "r"])
async def test_a_text_about_a_verdict_that_is_gone_meanwhile_is_kept_and_told(key: str) -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        await desk.press("2", "g", "E", key)
        await desk.type("eleven houses")
        with open_session(None, "anna") as elsewhere:
            story = open_story(elsewhere, ".")
            give_verdict(elsewhere, story, label, SubstanceVerdict.UNCHECKED)
        desk.screen.writer.renew()
        await desk.until(lambda: desk.screen.board.verdict(label, Aspect.SUBSTANCE) is None)
        await desk.press("enter")
        assert f"The verdict on {label} is gone. Your text is kept." in desk.message
        assert "eleven houses" in desk.screen.drafts.values()
        await desk.press("2", "g", "E", key, "enter")
        await desk.until(lambda: "eleven houses" in pane_words(desk.screen.detail))


async def start_and_fail(app: ReviewApp) -> Exception:
    """The error with which a start ends."""
    async with app.run_test(size=(120, 40)) as pilot:
        while app.error is None:
            await pilot.pause()
    app.review.writer.join(PATIENCE)
    return app.error


async def test_an_unknown_story_ends_with_the_nearest_ones() -> None:
    error = await start_and_fail(ReviewApp(None, "anna", "flod-in-lowmarsh"))
    assert isinstance(error, UnknownName)
    assert "flood" in str(error)


async def test_a_name_that_cannot_be_one_ends_with_a_sentence() -> None:
    error = await start_and_fail(ReviewApp(None, "\x1b[2J", None))
    assert isinstance(error, BadInput)


async def test_a_file_that_is_no_database_ends_with_a_sentence(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"not a database at all" * 100)
    error = await start_and_fail(ReviewApp(str(other), "anna", None))
    assert "Traceback" not in str(error)
    assert getattr(error, "exit_code", None) == 2
