"""Evidence: the list, the reader, and citing what is selected by keys."""

import pytest
from review_at_hand import label_of, pane_words, review
from story_at_hand import REPORT

from verifier.model.scales import Aspect, Basis, StanceCode
from verifier.tui.keys import Where

pytestmark = pytest.mark.usefixtures("flood")


async def test_slash_lists_the_documents() -> None:
    async with review() as desk:
        await desk.press("D")
        assert desk.screen.where is Where.LIST
        assert "E01" in pane_words(desk.screen.evidence)


async def test_enter_opens_a_document_and_escape_goes_back_twice() -> None:
    async with review((200, 60)) as desk:
        await desk.press("D", "enter")
        await desk.until(lambda: desk.screen.where is Where.READER)
        title = pane_words(desk.screen.evidence).splitlines()[0]
        assert "E01" in title
        assert "log of the night · County" in title
        await desk.press("escape")
        assert desk.screen.evidence.item is None
        await desk.press("escape")
        assert desk.screen.where is Where.REVIEW


async def test_a_letter_marks_the_documents_source_citing_the_selected_passage() -> None:
    label = label_of("pumps failed")
    async with review() as desk:
        desk.screen.cursor.go(label)
        await desk.press("D", "enter")
        await desk.until(lambda: desk.screen.evidence.selection)
        selection = desk.screen.evidence.selection
        assert selection is not None
        selection.caret = REPORT.index("The pumps")
        await desk.press("full_stop", "a")
        stances = list(desk.saved.state.stances.values())
        assert [stance.code for stance in stances] == [StanceCode.ASSERTS]
        assert stances[0].claim == label
        assert stances[0].aspect is Aspect.SUBSTANCE
        assert stances[0].basis is Basis.DOCUMENT
        passage = stances[0].passages[0]
        assert passage.selector.exact == "The pumps at the north gate stopped at 22:05 on 2 March."
        assert passage.selector.span.of(REPORT) == passage.selector.exact
        assert "E01:" in pane_words(desk.screen.detail)
        assert "¶" in pane_words(desk.screen.evidence)


async def test_enter_adds_a_second_passage_to_the_stance() -> None:
    async with review() as desk:
        await desk.press("D", "enter")
        await desk.until(lambda: desk.screen.evidence.selection)
        await desk.press("W", "W", "p")
        await desk.press("w", "w", "W", "enter")
        stance = next(iter(desk.saved.state.stances.values()))
        assert len(stance.passages) == 2


async def test_citing_without_a_stance_says_which_keys_mark_one() -> None:
    async with review() as desk:
        await desk.press("D", "enter")
        await desk.until(lambda: desk.screen.evidence.selection)
        await desk.press("W", "enter")
        assert "no stance" in desk.message
        assert not desk.saved.state.stances


async def test_without_a_selection_nothing_is_cited() -> None:
    async with review() as desk:
        await desk.press("D", "enter")
        await desk.until(lambda: desk.screen.evidence.selection)
        await desk.press("a")
        assert "No passage is selected" in desk.message
        assert not desk.saved.state.stances


async def test_verdicts_can_be_given_with_the_document_open() -> None:
    async with review() as desk:
        label = desk.current
        await desk.press("D", "enter")
        await desk.until(lambda: desk.screen.evidence.selection)
        await desk.press("2")
        assert [verdict.claim for verdict in desk.saved.state.verdicts.values()] == [label]
        assert desk.screen.where is Where.READER
        assert desk.current == label
        assert f"{label} → supported" in desk.message


async def test_the_passage_is_found_again_when_the_document_is_opened_again() -> None:
    async with review() as desk:
        await desk.press("D", "enter")
        await desk.until(lambda: desk.screen.evidence.selection)
        await desk.press("end", "down", "down", "W", "a", "escape", "enter")
        await desk.until(lambda: desk.screen.evidence.selection)
        stance = next(iter(desk.saved.state.stances.values()))
        selection = desk.screen.evidence.selection
        assert selection is not None
        assert selection.caret == stance.passages[0].selector.start


async def test_the_reader_is_always_open_on_a_wide_terminal() -> None:
    async with review((200, 60)) as desk:
        assert "E01" in pane_words(desk.screen.evidence)
        assert desk.screen.where is Where.REVIEW


async def test_the_list_begins_at_a_document_of_the_source_under_the_cursor() -> None:
    async with review() as desk:
        desk.screen.cursor.go(label_of("pumps failed"))
        await desk.press("D")
        chosen = desk.screen.evidence.chosen
        assert chosen is not None
        assert chosen.source == desk.screen.cursor.source
