"""Split, merge and ask: each with keys, each undoable, what is half-typed kept."""

import pytest
from review_at_hand import Review, label_of, pane_words, review
from textual.widgets import TextArea

from verifier.desk.places import load_place
from verifier.desk.session import OpenStory, open_session
from verifier.desk.stories import open_story
from verifier.model.claim import ClaimLabel
from verifier.model.place import Draft
from verifier.model.scales import Addressee
from verifier.tui.splitting import parts_typed
from verifier.tui.widgets.dialogs import AskText

pytestmark = pytest.mark.usefixtures("flood")


def field(desk: Review) -> TextArea:
    """The field of the open dialog."""
    return desk.app.screen.query_one("#text", TextArea)


async def dialog(desk: Review, *keys: str) -> None:
    """Press the keys that open a dialog, and wait for it."""
    await desk.press(*keys)
    await desk.until(lambda: isinstance(desk.app.screen, AskText))


async def go(desk: Review, words: str) -> ClaimLabel:
    """Put the cursor on the claim with these words."""
    label = label_of(words)
    desk.screen.go_to(label)
    await desk.pilot.pause()
    return label


async def test_t_makes_a_claim_of_each_line_where_its_words_stand_in_the_story() -> None:
    async with review() as desk:
        label = await go(desk, "destroyed 12 houses in")
        await dialog(desk, "t")
        words = field(desk).text
        at = words.index(" in Lowmarsh")
        field(desk).move_cursor((0, at))
        await desk.press("ctrl+j", "enter")
        await desk.until(lambda: any(c.parent == label for c in desk.saved.state.claims.values()))
        parts = [c for c in desk.saved.state.claims.values() if c.parent == label]
        texts = [part.selector.exact for part in parts if part.selector]
        assert texts == [words[:at], words[at:].strip()]
        assert "split" in desk.message


async def test_a_line_with_other_words_is_a_part_of_its_own_text() -> None:
    story = open_flood()
    claim = story.state.claims[label_of("destroyed 12 houses in")]
    first, second = parts_typed(claim, story.text, "12  houses\n\nThe houses stood in Lowmarsh")
    assert first.span is not None
    assert first.span.of(story.text) == "12 houses"
    assert second.span is None
    assert second.standalone == "The houses stood in Lowmarsh"


async def test_one_part_is_no_split_and_the_text_is_kept() -> None:
    async with review() as desk:
        label = await go(desk, "destroyed 12 houses in")
        await dialog(desk, "t")
        await desk.press("enter")
        assert "line of its own" in desk.message
        assert ("split", label) in desk.screen.drafts
        assert not any(claim.parent for claim in desk.saved.state.claims.values())


async def test_a_split_is_undone_with_one_key() -> None:
    async with review() as desk:
        count = len(desk.screen.board.rows)
        await go(desk, "destroyed 12 houses in")
        await dialog(desk, "t")
        field(desk).text = "12 houses\nLowmarsh"
        await desk.press("enter")
        await desk.until(lambda: len(desk.screen.board.rows) == count + 2)
        await desk.press("u")
        assert len(desk.screen.board.rows) == count


async def test_capital_m_merges_the_claim_that_is_chosen_next() -> None:
    async with review() as desk:
        first = desk.current
        assert first is not None
        await desk.press("M")
        assert f"Merge into {first}" in pane_words(desk.screen.hints)
        await desk.press("j", "enter")
        other = desk.screen.cursor.shown[1]
        assert desk.saved.state.claims[other].reason == f"merged into {first}"
        assert desk.current == first
        await desk.press("u")
        assert desk.saved.state.claims[other].is_active


async def test_while_merging_no_key_marks_anything_and_escape_leaves() -> None:
    async with review() as desk:
        seq = desk.saved.state.seq
        await desk.press("M", "2", "a", "j", "escape", "k")
        assert desk.saved.state.seq == seq
        assert desk.screen.merging is None
        await desk.press("2")
        assert desk.saved.state.verdicts


async def test_a_claim_is_not_merged_into_itself() -> None:
    async with review() as desk:
        await desk.press("M", "enter")
        assert "itself" in desk.message
        assert desk.screen.merging is not None


@pytest.mark.parametrize(("key", "addressee"), [("a", Addressee.AUTHOR), ("c", Addressee.CHECKER)])
async def test_q_and_a_letter_ask_author_or_checker(key: str, addressee: Addressee) -> None:
    async with review() as desk:
        label = desk.current
        await dialog(desk, "q", key)
        await desk.type("Who counted them?")
        await desk.press("enter")
        await desk.until(lambda: desk.saved.state.questions)
        (question,) = desk.saved.state.questions.values()
        assert (question.claim, question.addressee) == (label, addressee)
        assert question.text == "Who counted them?"


async def test_q_and_enter_ask_the_author() -> None:
    async with review() as desk:
        await dialog(desk, "q", "enter")
        assert "the author" in desk.app.screen.query("Words").first().line(0)[0].text  # type: ignore[attr-defined]  # a Words
        await desk.press("escape")


async def test_q_and_s_ask_the_source_under_the_cursor() -> None:
    async with review() as desk:
        await go(desk, "40 people")
        source = desk.screen.cursor.source
        assert source is not None
        await dialog(desk, "q", "s")
        await desk.type("On which list?")
        await desk.press("enter")
        await desk.until(lambda: desk.saved.state.questions)
        (question,) = desk.saved.state.questions.values()
        assert (question.addressee, question.source) == (Addressee.SOURCE, source)


async def test_an_empty_question_is_not_taken() -> None:
    async with review() as desk:
        await dialog(desk, "q", "a", "enter")
        assert isinstance(desk.app.screen, AskText)
        await desk.press("escape")
        assert not desk.saved.state.questions


async def test_a_question_half_typed_is_open_again_at_the_next_start() -> None:
    async with review() as desk:
        label = desk.current
        await dialog(desk, "q", "c")
        await desk.type("Who saw")
        await desk.until(lambda: draft_kept() == Draft("question:checker", label, "Who saw"))
    async with review() as desk:
        await desk.until(lambda: isinstance(desk.app.screen, AskText))
        await desk.type(" it?")
        await desk.press("enter")
        await desk.until(lambda: desk.saved.state.questions)
        (question,) = desk.saved.state.questions.values()
        assert (question.text, question.addressee) == ("Who saw it?", Addressee.CHECKER)


async def test_a_split_half_typed_is_open_again_at_the_next_start() -> None:
    async with review() as desk:
        await go(desk, "destroyed 12 houses in")
        await dialog(desk, "t")
        field(desk).text = "12 houses\nLow"
        await desk.until(lambda: (draft := draft_kept()) and draft.text == "12 houses\nLow")
    async with review() as desk:
        await desk.until(lambda: isinstance(desk.app.screen, AskText))
        assert field(desk).text == "12 houses\nLow"


async def test_an_editor_that_cannot_be_opened_is_told_in_the_dialog() -> None:
    async with review() as desk:
        await dialog(desk, "n")
        await desk.type("a note")
        await desk.press("ctrl+g")
        words = desk.app.screen.query("Words").last()
        assert "No editor" in words.line(0)[0].text  # type: ignore[attr-defined]  # a Words
        assert field(desk).text == "a note"


def draft_kept() -> Draft | None:
    """What is half-typed, as the database has it."""
    with open_session(None, "anna") as session:
        return load_place(session, open_story(session, ".")).draft


def open_flood() -> OpenStory:
    """The story of the flood."""
    with open_session(None, "anna") as session:
        return open_story(session, ".")
