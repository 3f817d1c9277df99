"""The next start is where the last one left off."""

import pytest
from review_at_hand import review

from verifier.desk.places import load_place, load_resume, save_place, save_resume
from verifier.desk.session import open_session
from verifier.desk.stories import import_story, open_story
from verifier.model.place import Place
from verifier.reading import read_bytes
from verifier.tui.app import ReviewApp

pytestmark = pytest.mark.usefixtures("flood")


def kept() -> Place:
    """The place as the database has it."""
    with open_session(None, "anna") as session:
        return load_place(session, open_story(session, "."))


async def test_claim_source_and_filter_are_kept_when_leaving() -> None:
    async with review() as desk:
        await desk.press("f", "o", "j", "j", "l")
        claim, source = desk.current, desk.screen.cursor.source
    async with review() as desk:
        assert desk.current == claim
        assert desk.screen.cursor.source == source
        assert desk.screen.cursor.filter == "open"


async def test_the_place_is_kept_while_working_too() -> None:
    async with review() as desk:
        await desk.press("j", "j")
        await desk.until(lambda: kept().claim == desk.current)


async def test_what_is_being_typed_is_kept_before_it_is_saved() -> None:
    async with review() as desk:
        await desk.press("n")
        await desk.type("who counted?")
        await desk.until(lambda: (draft := kept().draft) and draft.text == "who counted?")
        assert kept().draft is not None
        assert kept().claim == desk.current
        await desk.press("escape")


async def test_a_dialog_left_open_is_open_again() -> None:
    async with review() as desk:
        label = desk.current
        await desk.press("d")
        await desk.type("not a cl")
        await desk.until(lambda: (draft := kept().draft) and draft.text == "not a cl")
    async with review() as desk:
        await desk.until(lambda: desk.app.screen is not desk.screen)
        assert desk.screen.typing is not None
        assert desk.screen.typing.purpose == "dismiss"
        assert desk.current == label
        await desk.type("aim")
        await desk.press("enter")
        await desk.until(lambda: label and not desk.saved.state.claims[label].is_active)


async def test_a_text_left_with_escape_is_there_tomorrow_beside_another_one() -> None:
    async with review() as desk:
        await desk.press("n")
        await desk.type("first")
        await desk.press("escape", "j", "n")
        await desk.type("second")
        await desk.press("escape")
        await desk.until(lambda: len(kept().parked) == 2)
    async with review() as desk:
        await desk.press("g")
        assert sorted(desk.screen.drafts.values()) == ["first", "second"]


async def test_a_saved_note_leaves_no_draft() -> None:
    async with review() as desk:
        await desk.press("n")
        await desk.type("done")
        await desk.press("enter")
        await desk.until(lambda: desk.saved.state.notes)
        await desk.until(lambda: not kept().draft and not kept().parked)


async def test_leaving_writes_a_record_from_which_the_next_start_paints() -> None:
    async with review() as desk:
        await desk.press("2")
    resume = load_resume(None, "anna", None)
    assert resume is not None
    assert resume.story.state.verdicts


async def test_the_first_paint_comes_from_the_record_before_the_database_is_open() -> None:
    async with review() as desk:
        await desk.press("j", "j")
        claim = desk.current
    app = ReviewApp(None, "anna", None)
    seen: list[object] = []
    opened = app.review.writer._open_story

    def look_first() -> None:
        seen.append(app.review.has_story and app.review.cursor.current)
        opened()

    app.review.writer._open_story = look_first  # type: ignore[method-assign]  # looked at in time
    async with app.run_test(size=(120, 40)) as pilot:
        while not app.review.is_open:
            await pilot.pause()
        app.review.leave(at_once=True)
        while app.return_code is None:
            await pilot.pause()
    assert seen == [claim]


async def test_keys_pressed_before_anything_is_read_are_not_lost() -> None:
    app = ReviewApp(None, "anna", None)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "j", "2")
        while not app.review.is_open or app.review.on_way or app.review.waiting_keys:
            await pilot.pause()
        await pilot.pause()
        while app.review.board.judged == 0:
            await pilot.pause()
        assert app.review.board.rows[app.review.cursor.shown[2]].verdict.value == "supported"
        app.review.leave(at_once=True)
        while app.return_code is None:
            await pilot.pause()


async def test_a_note_typed_before_anything_is_read_has_its_spaces_and_marks() -> None:
    app = ReviewApp(None, "anna", None)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "w", "h", "o", "space", "s", "o", "question_mark", "enter")
        while not app.review.is_open or app.review.waiting_keys or not app.review.board.state.notes:
            await pilot.pause()
        (note,) = app.review.board.state.notes.values()
        assert note.text == "who so?"
        app.review.leave(at_once=True)
        while app.return_code is None:
            await pilot.pause()


async def test_quitting_waits_for_the_marks_pressed_before_anything_is_read() -> None:
    app = ReviewApp(None, "anna", None)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "j", "a", "ctrl+q")
        while app.return_code is None:
            await pilot.pause()
    assert app.return_code == 0
    with open_session(None, "anna") as session:
        state = open_story(session, ".").state
        assert len(state.verdicts) == 1
        assert len(state.stances) == 1


async def test_each_reviewer_has_a_place_of_their_own() -> None:
    async with review() as desk:
        await desk.press("j", "j")
    async with review(reviewer="ben") as desk:
        assert desk.current == desk.screen.cursor.shown[0]


async def test_leaving_out_of_a_dialog_keeps_its_text_to_the_last_key() -> None:
    async with review() as desk:
        await desk.press("n")
        await desk.type("to the last key")
        await desk.pilot.press("ctrl+q")
        await desk.until(lambda: desk.app.return_code is not None)
    draft = kept().draft
    assert draft is not None
    assert draft.text == "to the last key"


async def start_from_record(is_final: bool) -> tuple[list[bool], object]:
    """Start on a record that shows the first claim while the database knows the third.

    Gives whether keys were taken before the database was open, and the claim that "2" judged.
    """
    async with review() as desk:
        first, _, third, *_ = desk.screen.cursor.shown
    with open_session(None, "anna") as session:
        story = open_story(session, ".")
        save_place(session, story, Place(claim=third))
        save_resume(session, story, Place(claim=first), is_final=is_final)
    app = ReviewApp(None, "anna", None)
    took: list[bool] = []
    opened = app.review.writer._open_story

    def look_first() -> None:
        took.append(app.review.takes_keys)
        opened()

    app.review.writer._open_story = look_first  # type: ignore[method-assign]  # looked at in time
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        while not app.review.is_open or app.review.on_way or not app.review.board.judged:
            await pilot.pause()
        judged = [label for label, row in app.review.board.rows.items() if not row.is_open]
        app.review.leave(at_once=True)
        while app.return_code is None:
            await pilot.pause()
    return took, judged


async def test_after_a_kill_keys_wait_for_the_place_in_the_database() -> None:
    took, judged = await start_from_record(is_final=False)
    assert took == [False]
    assert judged == ["C03"]


async def test_after_leaving_in_good_order_keys_act_before_the_database_is_open() -> None:
    took, judged = await start_from_record(is_final=True)
    assert took == [True]
    assert judged == ["C01"]


async def test_only_leaving_in_good_order_makes_the_record_final() -> None:
    async with review() as desk:
        await desk.press("j")
        await desk.until(lambda: load_resume(None, "anna", None))
        resume = load_resume(None, "anna", None)
        assert resume is not None
        assert not resume.is_final
    resume = load_resume(None, "anna", None)
    assert resume is not None
    assert resume.is_final


async def test_a_key_on_the_story_of_the_record_is_not_recorded_on_another_one() -> None:
    async with review() as desk:
        await desk.press("j")
    with open_session(None, "anna") as session:
        other = import_story(session, read_bytes(b"Harbour wall cracks\n\nIt cracked.", "b.txt"))
        save_place(session, other.story, Place())
    app = ReviewApp(None, "anna", None)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        while not app.review.is_open or app.review.on_way or app.review.waiting_keys:
            await pilot.pause()
        assert "Harbour" in app.review.board.story.story.title
        assert "still showed another story" in app.review.hints.notice + app.review.hints.message
        assert app.review.board.judged == 0
        app.review.leave(at_once=True)
        while app.return_code is None:
            await pilot.pause()
    with open_session(None, "anna") as session:
        assert not open_story(session, "harbour").state.verdicts
