"""Copying: on a key only, made safe, and only the descriptor of a confidential source."""

import pytest
from review_at_hand import Review, label_of, review

from verifier.desk.library import evidence_text, find_evidence, passage_of
from verifier.desk.marking import mark_stance
from verifier.desk.registry import SourceEdit, edit_source
from verifier.desk.session import open_session
from verifier.desk.stories import open_story
from verifier.model.scales import StanceCode

pytestmark = pytest.mark.usefixtures("flood")

PASSAGE = "Eleven houses were lost."


async def at(desk: Review, words: str) -> None:
    desk.screen.go_to(label_of(words))
    await desk.pilot.pause()


def cite() -> None:
    """The fire service's log, cited for the claim on the pumps."""
    with open_session(None, "anna") as session:
        story = open_story(session, ".")
        item = find_evidence(session, "E01")
        text = evidence_text(session, item)
        start = text.index(PASSAGE)
        passage = passage_of(item, text, start, start + len(PASSAGE))
        label = label_of("the pumps failed")
        mark_stance(session, story, label, item.source, StanceCode.PARTLY, passages=(passage,))


async def test_y_and_c_copy_the_words_of_the_claim() -> None:
    async with review() as desk:
        await at(desk, "40 people")
        await desk.press("y", "c")
        assert "40 people" in desk.app.clipboard
        assert "clipboard" in desk.message


async def test_y_and_t_copy_the_stand_alone_text() -> None:
    async with review() as desk:
        label = label_of("40 people")
        await at(desk, "40 people")
        await desk.press("y", "t")
        assert desk.app.clipboard == desk.saved.state.claims[label].standalone


async def test_without_a_passage_it_says_so_and_copies_nothing() -> None:
    async with review() as desk:
        await desk.press("y", "p")
        assert "No passage" in desk.message
        assert desk.app.clipboard == ""


async def test_y_and_p_copy_the_passage_cited_for_the_source_under_the_cursor() -> None:
    cite()
    async with review() as desk:
        await at(desk, "the pumps failed")
        item = desk.saved.library.evidence
        desk.screen.cursor.source = next(iter(item.values())).source
        await desk.press("y", "p")
        assert desk.app.clipboard == PASSAGE


async def test_y_and_i_copy_the_citation_with_source_title_date_and_place() -> None:
    cite()
    async with review() as desk:
        await at(desk, "the pumps failed")
        (item,) = desk.saved.library.evidence.values()
        desk.screen.cursor.source = item.source
        await desk.press("y", "i")
        copied = desk.app.clipboard
        assert copied.startswith(f"“{PASSAGE}” (")
        assert item.title in copied
        assert "E01:" in copied
        assert "no date" in copied


async def test_of_a_confidential_source_only_the_descriptor_is_copied() -> None:
    cite()
    with open_session(None, "anna") as session:
        item = find_evidence(session, "E01")
        edit = SourceEdit(confidential=True, access="an official with the log")
        edit_source(session, item.source, edit)
    async with review() as desk:
        await at(desk, "the pumps failed")
        desk.screen.cursor.source = item.source
        await desk.press("y", "i")
        assert desk.app.clipboard == f"“{PASSAGE}” (an official with the log)"


async def test_what_is_copied_is_what_is_safe_to_show() -> None:
    from verifier.desk.claim_list import edit_claim

    with open_session(None, "anna") as session:
        story = open_story(session, ".")
        label = label_of("40 people")
        edit_claim(session, story, label, standalone="forty\x1b]52;c;cm0=\x07 people\u202e")
    async with review() as desk:
        await at(desk, "40 people")
        await desk.press("y", "t")
        assert "\x1b" not in desk.app.clipboard
        assert "\u202e" not in desk.app.clipboard
        assert "␛" in desk.app.clipboard


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_plus_lets_the_pane_fill_the_screen_and_underscore_takes_it_back(
    size: tuple[int, int],
) -> None:
    async with review(size) as desk:
        await desk.press("tab", "plus")
        assert desk.screen.claims.size.width == size[0]
        assert not desk.screen.story.display
        await desk.press("tab")
        assert desk.screen.detail.size.width == size[0]
        await desk.press("underscore", "shift+tab")
        assert desk.screen.claims.display
        assert desk.screen.detail.display
