"""The sources: what is known of each, and keys that change it and can be undone."""

from pathlib import Path

import pytest
from review_at_hand import Review, pane_words, review

from verifier.desk.registry import add_source, source_list
from verifier.desk.session import open_session
from verifier.model.errors import BadInput
from verifier.model.scales import Reliability, SourceKind
from verifier.model.source import Source
from verifier.tui.screens.sources import SourcesScreen, edit_of

pytestmark = pytest.mark.usefixtures("flood")

FIRE = "county-fire-service"


def over(desk: Review) -> SourcesScreen:
    assert isinstance(desk.app.screen, SourcesScreen)
    return desk.app.screen


async def opened(desk: Review, slug: str = FIRE) -> SourcesScreen:
    await desk.press("S")
    await desk.until(lambda: isinstance(desk.app.screen, SourcesScreen))
    screen = over(desk)
    await desk.until(lambda: screen.shown)
    screen.go([source.slug for source in screen.shown].index(slug))  # type: ignore[arg-type]
    await desk.until(lambda: screen.sheet and screen.sheet.source.slug == slug)
    await desk.pilot.pause()
    return screen


def known(slug: str = FIRE) -> Source:
    """The source as the database has it."""
    with open_session(None, "anna") as session:
        return next(source for source in source_list(session) if source.slug == slug)


async def test_a_row_tells_name_kind_grade_and_marks() -> None:
    async with review() as desk:
        desk.screen.cursor.source = known().slug
        await desk.press("a")
        screen = await opened(desk)
        words = pane_words(screen.rows)
        assert "County Fire Service" in words
        assert "official" in words
        assert "GRADE MARKS" in words


async def test_a_letter_grades_with_a_reason_that_is_listed() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.press("B")
        await desk.type("its own log")
        await desk.press("enter")
        assert known().reliability is Reliability.B
        assert "B, usually reliable: its own log" in pane_words(screen.detail_pane)
        await desk.until(lambda: "anna: its own log" in pane_words(screen.detail_pane))


async def test_a_grade_without_a_reason_is_not_taken() -> None:
    async with review() as desk:
        await opened(desk)
        await desk.press("B", "enter", "escape")
        assert known().reliability is None


async def test_u_takes_back_the_latest_act_on_the_registry_and_shift_u_brings_it_back() -> None:
    async with review() as desk:
        await opened(desk)
        await desk.press("p")
        await desk.type("Lowmarsh")
        await desk.press("enter")
        assert known().party == "Lowmarsh"
        await desk.press("u")
        assert known().party is None
        await desk.press("U")
        assert known().party == "Lowmarsh"


async def test_undo_here_takes_back_no_act_on_documents() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.press("u")
        assert "about documents, not sources" in pane_words(screen.hints)


async def test_a_renamed_source_has_its_new_name_on_the_review() -> None:
    async with review() as desk:
        await opened(desk)
        await desk.press("n", *["backspace"] * len("County Fire Service"))
        await desk.type("Lowmarsh Fire Brigade")
        await desk.press("enter")
        assert known().name == "Lowmarsh Fire Brigade"
        assert desk.screen.board.names[known().slug] == "Lowmarsh Fire Brigade"


async def test_a_kind_that_there_is_not_is_refused_and_the_text_kept() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.press("t", *["backspace"] * len("official"))
        await desk.type("wizard")
        await desk.press("enter")
        assert "There is no kind wizard" in pane_words(screen.hints)
        await desk.press("t")
        await desk.press(*["backspace"] * len("wizard"), *"military", "enter")
        assert known().kind is SourceKind.MILITARY


async def test_c_hides_a_source_and_shows_it_again() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.press("c")
        assert known().confidential
        assert "hidden" in pane_words(screen.rows)
        assert "only the descriptor ever" in pane_words(screen.detail_pane)
        await desk.press("c")
        assert not known().confidential


async def test_a_name_that_only_looks_alike_is_told_and_merging_can_be_undone() -> None:
    with open_session(None, "anna") as session:
        twin, _ = add_source(session, "Соunty Fire Service", kind=SourceKind.OFFICIAL)
    async with review() as desk:
        screen = await opened(desk, twin.slug)
        assert "ALIKE" in pane_words(screen.detail_pane)
        await desk.press("M")
        await desk.type(FIRE)
        await desk.press("enter")
        assert known(twin.slug).merged_into == FIRE
        assert twin.slug not in [source.slug for source in screen.shown]
        await desk.press("u")
        assert known(twin.slug).merged_into is None


async def test_what_is_half_typed_is_there_again() -> None:
    async with review() as desk:
        await opened(desk)
        await desk.press("i")
        await desk.type("wants a new")
        await desk.press("escape", "i")
        await desk.type(" engine")
        await desk.press("enter")
        assert known().interest == "wants a new engine"


async def test_a_filter_finds_a_source_by_any_of_its_names() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.press("slash", *"fire", "enter")
        assert [source.slug for source in screen.shown] == [FIRE]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_rows_detail_and_keys_are_there_at_every_size(size: tuple[int, int]) -> None:
    async with review(size) as desk:
        screen = await opened(desk)
        assert "County Fire" in pane_words(screen.rows)
        assert "ALIASES" in pane_words(screen.detail_pane)
        assert "grade" in pane_words(screen.hints)


def test_only_the_field_that_is_typed_changes(home: Path) -> None:
    edit = edit_of("owner", " the county ")
    assert (edit.owner, edit.party, edit.name) == ("the county", None, None)
    with pytest.raises(BadInput):
        edit_of("kind", "wizard")
