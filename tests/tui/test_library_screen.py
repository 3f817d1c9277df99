"""The library: every story with its progress, opened where it was left, imported from here."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest
from review_at_hand import PATIENCE, Review, import_flood, pane_words, review

from verifier.desk.deciding import give_verdict
from verifier.desk.places import load_place, save_place
from verifier.desk.session import open_session
from verifier.desk.stories import import_story, open_story, story_list
from verifier.model.place import Place
from verifier.model.scales import SubstanceVerdict
from verifier.model.story import Slug
from verifier.reading import read_bytes
from verifier.tui.app import ReviewApp
from verifier.tui.screens.library import LibraryScreen, Shelf
from verifier.tui.widgets.dialogs import AskText

HARBOUR = """\
Harbour wall cracks

EASTBRIDGE, March 9, 2026 — The harbour wall cracked in three places on Sunday, police said.

Two boats sank, the harbour master said.
"""


FRAME = 1 / 60
"""Seconds."""


def import_harbour() -> None:
    """A second story, opened later than that of the flood, with one verdict."""
    with open_session(None, "anna") as session:
        story = import_story(session, read_bytes(HARBOUR.encode(), "harbour.txt")).story
        first = next(iter(story.state.claims))
        story = give_verdict(session, story, first, SubstanceVerdict.SUPPORTED).story
        save_place(session, story, Place(claim=first))


@asynccontextmanager
async def library(size: tuple[int, int] = (120, 40)) -> AsyncIterator[Review]:
    """The program as `verifier` alone starts it, its list read."""
    app = ReviewApp(None, None, None, begins_in_library=True)
    async with app.run_test(size=size) as pilot:
        running = Review(app, pilot)
        await running.until(lambda: isinstance(app.screen, LibraryScreen))
        await running.until(lambda: over(running).shelf is not None)
        await pilot.pause()
        yield running
        app.review.leave(at_once=True)
        await running.until(lambda: app.return_code is not None)
    app.review.writer.join(PATIENCE)


def over(desk: Review) -> LibraryScreen:
    assert isinstance(desk.app.screen, LibraryScreen)
    return desk.app.screen


def titles(desk: Review) -> list[str]:
    return [row.title for row in over(desk).shown]


async def until_open(desk: Review, title: str) -> None:
    """Wait until the story with these words in its title is open and takes keys."""
    await desk.until(lambda: desk.app.screen is desk.screen and desk.screen.is_open)
    await desk.pilot.pause()
    assert title in desk.screen.board.story.story.title


@pytest.fixture
def two(home: Path) -> Path:
    """A database with two stories."""
    import_flood()
    import_harbour()
    return home


@pytest.mark.usefixtures("two")
async def test_it_lists_the_stories_last_opened_first_with_their_progress() -> None:
    async with library() as desk:
        assert [title.split()[0] for title in titles(desk)] == ["Harbour", "Flood"]
        words = pane_words(over(desk).rows)
        judged, claims = over(desk).shown[0].judged, over(desk).shown[0].claims
        assert f"{judged}/{claims}" in words
        assert "█" in words.splitlines()[1]
        assert "never opened" in words.splitlines()[2]


@pytest.mark.usefixtures("two")
async def test_words_typed_after_a_slash_leave_only_the_stories_that_hold_them() -> None:
    async with library() as desk:
        await desk.press("slash", *"marsh")
        assert [title.split()[0] for title in titles(desk)] == ["Flood"]
        await desk.press("escape")
        assert len(titles(desk)) == 2


@pytest.mark.usefixtures("two")
async def test_enter_opens_the_story_where_it_was_left() -> None:
    async with review() as desk:
        assert "Harbour" in desk.screen.board.story.story.title
    with open_session(None, "anna") as session:
        flood = open_story(session, "flood")
        third = list(flood.state.claims)[2]
        save_place(session, flood, Place(claim=third, filter="open"))
        harbour = open_story(session, "harbour")
        save_place(session, harbour, load_place(session, harbour))
    async with library() as desk:
        await desk.press("j", "enter")
        await until_open(desk, "Flood")
        assert desk.current == third
        assert desk.screen.cursor.filter == "open"


@pytest.mark.usefixtures("two")
async def test_a_half_typed_note_is_open_again() -> None:
    async with review() as desk:
        await desk.press("n")
        await desk.type("half a")
        await desk.press("escape", "L")
        await desk.until(lambda: isinstance(desk.app.screen, LibraryScreen))
        await desk.until(lambda: over(desk).shelf is not None)
        await desk.press("j", "enter")
        await until_open(desk, "Flood")
        await desk.press("n")
        await desk.type("of the flood")
        text = desk.app.screen
        assert isinstance(text, AskText)
        await desk.until(lambda: desk.screen.typing and desk.screen.typing.text == "of the flood")
    async with library() as desk:
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, AskText))
        assert isinstance(desk.app.screen, AskText)
        assert desk.app.screen.text == "of the flood"


@pytest.mark.usefixtures("two")
async def test_capital_l_goes_from_one_story_to_another_and_every_mark_is_kept() -> None:
    async with review() as desk:
        first = desk.screen
        await desk.pilot.press("j", "3", "L")
        await desk.until(lambda: isinstance(desk.app.screen, LibraryScreen))
        await desk.until(lambda: over(desk).shelf is not None)
        await desk.press("j", "enter")
        await until_open(desk, "Flood")
        assert desk.screen is not first
        await desk.press("2", "2")
        assert desk.screen.board.judged == 2
    with open_session(None, "anna") as session:
        judged = {row.slug.split("-")[0]: row.judged for row in story_list(session)}
    assert judged == {"flood": 2, "harbour": 2}


@pytest.mark.usefixtures("two")
async def test_nothing_of_one_story_is_left_on_the_next() -> None:
    async with review() as desk:
        await desk.press("n")
        await desk.type("about the harbour")
        await desk.press("escape", "f", "o", "L")
        await desk.until(lambda: isinstance(desk.app.screen, LibraryScreen))
        await desk.until(lambda: over(desk).shelf is not None)
        await desk.press("j", "enter")
        await until_open(desk, "Flood")
        assert desk.screen.drafts == {}
        assert desk.screen.cursor.filter == "all"
        assert "Harbour" not in desk.words()


@pytest.mark.usefixtures("two")
async def test_the_open_story_is_shown_again_as_it_stands() -> None:
    async with review() as desk:
        was = desk.screen
        await desk.press("j", "L")
        await desk.until(lambda: isinstance(desk.app.screen, LibraryScreen))
        await desk.until(lambda: over(desk).shelf is not None)
        await desk.press("enter")
        await desk.until(lambda: desk.app.screen is was)
        assert desk.current == was.cursor.shown[1]


@pytest.mark.usefixtures("two")
async def test_escape_goes_back_to_the_story_or_says_how_to_quit() -> None:
    async with review() as desk:
        await desk.press("L")
        await desk.until(lambda: isinstance(desk.app.screen, LibraryScreen))
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is desk.screen)
    async with library() as desk:
        await desk.press("escape")
        assert "ctrl+q quits" in pane_words(over(desk).hints)


@pytest.mark.usefixtures("two")
async def test_an_act_that_is_not_saved_is_told_before_another_story_is_opened() -> None:
    async with review() as desk:
        story = desk.screen.writer
        real = story._act
        story._act = lambda ticket, job, stream: story._report(ticket, job, OSError("disk full"))  # type: ignore[method-assign]  # a disk that is full
        await desk.press("3")
        await desk.press("L")
        await desk.until(lambda: isinstance(desk.app.screen, LibraryScreen))
        await desk.until(lambda: over(desk).shelf is not None)
        await desk.press("j", "enter")
        assert "not saved" in pane_words(over(desk).hints)
        assert desk.app.screen is not desk.screen
        story._act = real  # type: ignore[method-assign]  # as above
        await desk.press("enter")
        await until_open(desk, "Flood")


async def test_an_empty_library_offers_the_sample_and_the_import(home: Path) -> None:
    async with library() as desk:
        words = pane_words(over(desk).rows) + pane_words(over(desk).detail_pane)
        assert "no stories yet" in words
        assert "sample" in words
        assert "i   read a story" in words
    assert not list(home.rglob("verifier.db"))


async def test_a_story_is_imported_and_opened_from_here(tmp_path: Path) -> None:
    file = tmp_path / "harbour.txt"
    file.write_text(HARBOUR, encoding="utf-8")
    async with library() as desk:
        await desk.press("i")
        await desk.until(lambda: isinstance(desk.app.screen, AskText))
        await desk.type(str(file))
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, LibraryScreen))
        await desk.until(lambda: titles(desk))
        said = pane_words(over(desk).hints)
        assert "Read harbour" in said
        assert "claims" in said
        await desk.press("enter")
        await until_open(desk, "Harbour")


async def test_the_remarks_on_an_import_are_shown(two: Path, tmp_path: Path) -> None:
    file = tmp_path / "again.txt"
    file.write_text(HARBOUR, encoding="utf-8")
    async with library((200, 60)) as desk:
        await desk.press("i")
        await desk.until(lambda: isinstance(desk.app.screen, AskText))
        await desk.type(str(file))
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, LibraryScreen))
        await desk.until(lambda: len(titles(desk)) == 3)
        assert "already here" in pane_words(over(desk).hints)


async def test_a_file_that_is_not_there_is_told_and_its_path_is_kept() -> None:
    async with library() as desk:
        await desk.press("i")
        await desk.until(lambda: isinstance(desk.app.screen, AskText))
        await desk.type("/nowhere/story.txt")
        await desk.press("enter")
        await desk.until(lambda: isinstance(desk.app.screen, LibraryScreen))
        await desk.until(lambda: "no file" in pane_words(over(desk).hints))
        await desk.press("i")
        await desk.until(lambda: isinstance(desk.app.screen, AskText))
        assert isinstance(desk.app.screen, AskText)
        assert desk.app.screen.text == "/nowhere/story.txt"
        await desk.press("escape")


@pytest.mark.slow
@pytest.mark.usefixtures("two")
async def test_the_sample_opens_from_here_and_its_library_leads_back() -> None:
    async with library() as desk:
        await desk.press("d")
        await until_open(desk, "North Korean")
        await desk.press("L")
        await desk.until(lambda: isinstance(desk.app.screen, LibraryScreen))
        await desk.until(lambda: over(desk).shelf is not None)
        assert "Library of the sample" in pane_words(over(desk).header)
        await desk.press("d")
        await desk.until(
            lambda: isinstance(desk.app.screen, LibraryScreen) and not over(desk).is_sample
        )
        await desk.until(lambda: over(desk).shelf is not None)
        assert len(titles(desk)) == 2


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40), (200, 60)])
async def test_titles_progress_and_keys_are_there_at_every_size(size: tuple[int, int]) -> None:
    async with library(size) as desk:
        words = pane_words(over(desk).rows)
        assert "Harbour wall cracks" in words
        assert "1/" in words
        assert "Enter open" in pane_words(over(desk).hints)
        assert "2 stories" in pane_words(over(desk).header)


@pytest.mark.usefixtures("two")
async def test_a_thousand_stories_are_filtered_within_one_frame() -> None:
    async with library() as desk:
        screen = over(desk)
        row = screen.shown[0]
        many = [replace(row, slug=Slug(f"s{n}"), title=f"Story {n}") for n in range(1000)]
        screen.shelf = Shelf(tuple(many), ())
        screen.renew()
        times = []
        for words in ("s", "st", "story", "story 9", "story 99"):
            began = perf_counter()
            screen._look_for(words)
            times.append(perf_counter() - began)
        assert min(times) < FRAME
        assert len(screen.shown) == 19
