"""An act that failed stays in view until it was seen, and quitting waits for those on their way."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from review_at_hand import PATIENCE, Review, full_disk, pane_words, review

from verifier.model.errors import StorageFault
from verifier.tui import failing, leaving
from verifier.tui.failing import Failure, notice_words

pytestmark = pytest.mark.usefixtures("flood")

SIZES = [(60, 16), (80, 24), (120, 40), (200, 60)]


@contextmanager
def locked_database(home: Path) -> Iterator[None]:
    """Another program writes, and does not stop."""
    (database,) = home.rglob("*.db")
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()


async def fail_to_note(desk: Review) -> None:
    """Write a note that cannot be saved."""
    await desk.press("n")
    await desk.type("who counted?")
    with full_disk():
        await desk.press("enter")


async def fail_to_rate(desk: Review) -> None:
    """Rate a stance on a full disk: an act without a mark on the screen."""
    await desk.press("a")
    with full_disk():
        await desk.press("C", "3")


async def test_a_failed_act_without_a_mark_stays_in_view_whatever_is_pressed() -> None:
    async with review() as desk:
        await fail_to_rate(desk)
        assert "credibility 3" in pane_words(desk.screen.hints)
        await desk.press("j", "l", "f", "a", "tab", "j")
        assert "Not saved: credibility 3" in pane_words(desk.screen.hints)


async def test_other_acts_go_on_and_their_words_stand_over_it_for_one_key() -> None:
    async with review() as desk:
        await fail_to_rate(desk)
        await desk.press("8", "u")
        assert "Undone." in pane_words(desk.screen.hints)
        await desk.press("j")
        assert "Not saved: credibility 3" in pane_words(desk.screen.hints)


async def test_escape_says_that_it_was_seen_and_does_nothing_else() -> None:
    async with review() as desk:
        await fail_to_rate(desk)
        await desk.press("tab", "tab")
        focus = desk.screen.focus_on
        await desk.press("escape")
        assert "stance" in pane_words(desk.screen.hints)
        assert desk.screen.focus_on is focus


@pytest.mark.parametrize("size", SIZES)
async def test_it_says_what_to_do_and_how_to_take_it_away_at_every_size(
    size: tuple[int, int],
) -> None:
    async with review(size) as desk:
        await fail_to_note(desk)
        words = " ".join(pane_words(desk.screen.hints).split())
        assert words.startswith("Not saved: note on C01.")
        assert words.endswith("Esc seen")
        assert desk.screen.hints.size.height <= 4
        await desk.press("escape")
        assert desk.screen.hints.size.height == 2


async def test_the_second_keys_of_a_prefix_can_be_read_while_it_stands() -> None:
    async with review() as desk:
        await fail_to_rate(desk)
        await desk.press("E")
        assert "stand-alone text" in pane_words(desk.screen.hints)


async def test_the_same_act_done_again_takes_it_away() -> None:
    async with review() as desk:
        await fail_to_rate(desk)
        await desk.press("C", "3", "j")
        assert not desk.screen.hints.notice
        assert not desk.screen.failures


async def test_several_failed_acts_are_named_together() -> None:
    async with review() as desk:
        await fail_to_note(desk)
        with full_disk():
            await desk.press("2")
        words = pane_words(desk.screen.hints)
        assert "2 not saved: note on C01; C01 supported" in words


async def test_a_refusal_in_a_burst_of_keys_is_still_there_after_it() -> None:
    async with review() as desk:
        await desk.press("greater_than_sign", "j", "k")
        assert "no verdict" in desk.message


async def test_a_refusal_that_could_be_read_goes_with_the_next_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(failing, "READING_TIME", 0.0)
    async with review() as desk:
        await desk.press("greater_than_sign")
        await desk.until(lambda: desk.screen.hints.notice)
        await desk.press("j")
        assert not desk.screen.hints.notice


async def test_quitting_waits_for_the_acts_on_their_way_and_stays_where_one_fails() -> None:
    async with review() as desk:
        with full_disk():
            await desk.press("n")
            await desk.type("do not lose me")
            await desk.pilot.press("enter", "ctrl+q")
            await desk.until(lambda: desk.screen.failures and not desk.screen.on_way)
        assert "1 act is not saved: note on C01" in desk.message
        assert desk.app.return_code is None
        await desk.press("n", "enter")
        await desk.pilot.press("ctrl+q")
        await desk.until(lambda: desk.app.return_code == 0)
        assert len(desk.saved.state.notes) == 1


async def test_quitting_without_an_act_that_failed_ends_with_a_sentence_and_code_2() -> None:
    async with review() as desk:
        await fail_to_rate(desk)
        await desk.press("ctrl+q")
        assert "Press ctrl+q again" in desk.message
        await desk.pilot.press("ctrl+q")
        await desk.until(lambda: desk.app.return_code == 2)
        assert isinstance(desk.app.error, StorageFault)
        assert "1 act is not saved: credibility 3" in str(desk.app.error)


async def test_what_was_seen_to_have_failed_does_not_stand_in_the_way_of_quitting() -> None:
    async with review() as desk:
        await fail_to_rate(desk)
        await desk.press("escape")
        await desk.pilot.press("ctrl+q")
        await desk.until(lambda: desk.app.return_code == 0)


async def test_a_mark_that_is_not_saved_is_asked_about_even_when_it_was_seen() -> None:
    async with review() as desk:
        with full_disk():
            await desk.press("a")
        await desk.press("escape", "ctrl+q")
        assert "1 act is not saved" in desk.message
        assert desk.app.return_code is None


async def test_the_wait_for_a_database_that_hangs_has_an_end(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaving, "WITHIN", 0.2)
    async with review() as desk:
        with locked_database(home):
            await desk.pilot.press("2", "ctrl+q")
            assert "Saving before quitting: C01 supported" in desk.message
            await desk.until(lambda: desk.app.return_code == 2)
        assert "C01 supported" in str(desk.app.error)
        desk.app.review.writer.close()
        desk.app.review.writer.join(PATIENCE)


def test_of_many_failed_acts_the_first_are_named() -> None:
    many = [Failure(f"C{n:02} refuted", "The disk is full.", True, True, 0.0) for n in range(1, 9)]
    words = notice_words(many)
    assert words.startswith("8 not saved: C01 refuted; C02 refuted")
    assert "and 3 more" in words
    assert words.endswith("The disk is full.")
