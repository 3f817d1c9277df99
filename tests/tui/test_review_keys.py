"""Every key of the review screen, pressed on a real database."""

import pytest
from review_at_hand import label_of, pane_words, review
from textual import events

from verifier.desk.claim_list import add_claim, dismiss_claim, span_of_quote
from verifier.desk.session import open_session
from verifier.desk.stories import open_story
from verifier.model.scales import (
    Aspect,
    AttributionVerdict,
    Confidence,
    StanceCode,
    SubstanceVerdict,
)
from verifier.model.state import NoteKey, StanceKey, VerdictKey
from verifier.tui.widgets.objection import ObjectionDialog

pytestmark = pytest.mark.usefixtures("flood")


@pytest.mark.parametrize("code", list(StanceCode))
async def test_a_letter_marks_the_cell_and_goes_on_to_the_next_one(code: StanceCode) -> None:
    async with review() as desk:
        label, source = desk.current, desk.screen.cursor.source
        assert label is not None
        assert source is not None
        await desk.press(code.meaning.key)
        stance = desk.saved.state.stances[StanceKey(label, Aspect.SUBSTANCE, source, "anna")]
        assert stance.code is code
        assert desk.screen.cursor.source != source
        assert desk.current == label


async def test_when_the_row_is_done_the_cursor_stays_for_the_verdict() -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        cells = desk.screen.board.cells(label)
        await desk.press(*("s" for _ in cells))
        assert desk.current == label
        assert all(cell.code is StanceCode.SILENT for cell in desk.screen.board.cells(label))


async def test_backspace_sets_a_cell_back_to_not_looked() -> None:
    async with review() as desk:
        await desk.press("a", "left", "backspace")
        assert not desk.saved.state.stances


async def test_backspace_on_an_empty_cell_says_so_and_writes_nothing() -> None:
    async with review() as desk:
        seq = desk.saved.state.seq
        await desk.press("backspace")
        assert "nothing to clear" in desk.message
        assert desk.saved.state.seq == seq


FREE = (
    SubstanceVerdict.SUPPORTED,
    SubstanceVerdict.ATTRIBUTED_ONLY,
    SubstanceVerdict.NOT_CHECKABLE,
)
"""The verdicts that no rule of the policy speaks against while nothing is marked."""


@pytest.mark.parametrize("code", FREE)
async def test_a_digit_gives_the_verdict_and_goes_on_to_the_next_open_claim(
    code: SubstanceVerdict,
) -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        await desk.press(str(code.digit))
        verdict = desk.saved.state.verdicts[VerdictKey(label, Aspect.SUBSTANCE, "anna")]
        assert verdict.code is code
        assert desk.current != label


@pytest.mark.parametrize("code", [c for c in SubstanceVerdict if c.digit and c not in FREE])
async def test_a_verdict_that_a_rule_speaks_against_is_not_recorded_without_a_reason(
    code: SubstanceVerdict,
) -> None:
    async with review() as desk:
        await desk.press(str(code.digit))
        await desk.until(lambda: isinstance(desk.app.screen, ObjectionDialog))
        assert not desk.saved.state.verdicts


async def test_nought_takes_the_verdict_back() -> None:
    async with review() as desk:
        await desk.press("2", "g", "0")
        assert not desk.saved.state.verdicts


@pytest.mark.parametrize("code", list(AttributionVerdict))
async def test_v_and_a_digit_judge_the_attribution(code: AttributionVerdict) -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        await desk.press("v", code.meaning.key)
        verdict = desk.saved.state.verdicts[VerdictKey(label, Aspect.ATTRIBUTION, "anna")]
        assert verdict.code is code
        assert desk.current == label


async def test_another_key_after_v_does_nothing_but_end_the_prefix() -> None:
    async with review() as desk:
        seq = desk.saved.state.seq
        await desk.press("v", "a")
        assert desk.saved.state.seq == seq
        assert desk.screen.prefix is None


async def test_an_unknown_second_key_says_which_are_known() -> None:
    async with review() as desk:
        await desk.press("E", "z")
        assert "After E: s speaker" in desk.message
        assert "r print instead" in desk.message
        await desk.press("E", "escape")
        assert not desk.message


async def test_angle_brackets_change_the_confidence_of_the_verdict_given_last() -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        await desk.press("2", "greater_than_sign", "greater_than_sign")
        key = VerdictKey(label, Aspect.SUBSTANCE, "anna")
        assert desk.saved.state.verdicts[key].confidence is Confidence.HIGH
        assert desk.current != label
        await desk.press("less_than_sign")
        assert desk.saved.state.verdicts[key].confidence is Confidence.MODERATE


async def test_after_moving_the_brackets_mean_the_claim_under_the_cursor() -> None:
    async with review() as desk:
        await desk.press("2", "j", "greater_than_sign")
        assert "no verdict" in desk.message


async def test_capital_c_and_a_digit_rate_the_stance_given_last() -> None:
    async with review() as desk:
        label, source = desk.current, desk.screen.cursor.source
        assert label is not None
        assert source is not None
        await desk.press("e", "C", "3")
        key = StanceKey(label, Aspect.SUBSTANCE, source, "anna")
        assert desk.saved.state.stances[key].credibility == 3
        name = desk.screen.board.names[source]
        assert f"The stance of {name} on {label} is rated 3, possibly true." in desk.message


async def test_capital_c_says_whose_stance_it_is_about_to_rate() -> None:
    async with review() as desk:
        label, source = desk.current, desk.screen.cursor.source
        assert source is not None
        name = desk.screen.board.names[source]
        await desk.press("e", "C")
        assert desk.screen.cursor.source != source
        assert f"Credibility of {name} on {label}" in pane_words(desk.screen.hints)


async def test_without_a_source_there_is_no_stance_to_rate() -> None:
    async with review() as desk:
        desk.screen.cursor.source = None
        await desk.press("C")
        assert "no source" in desk.message
        assert desk.screen.prefix is None


async def test_the_detail_says_who_added_a_claim_and_which_rule_found_another() -> None:
    with open_session(None, "ben") as ben:
        story = open_story(ben, ".")
        added = add_claim(ben, story, span_of_quote(story, "foreseen")).change.claims[0]
    async with review() as desk:
        assert "FOUND BY the rule headline" in pane_words(desk.screen.detail)
        desk.screen.cursor.go(added)
        desk.screen.moved()
        assert "ADDED BY ben" in pane_words(desk.screen.detail)
    async with review(reviewer="ben") as desk:
        desk.screen.cursor.go(added)
        desk.screen.moved()
        assert "ADDED BY you" in pane_words(desk.screen.detail)


async def test_j_k_g_and_capital_g_move_among_the_claims() -> None:
    async with review() as desk:
        shown = desk.screen.cursor.shown
        await desk.press("j")
        assert desk.current == shown[1]
        await desk.press("down", "k")
        assert desk.current == shown[1]
        await desk.press("G")
        assert desk.current == shown[-1]
        await desk.press("g", "up")
        assert desk.current == shown[0]


async def test_h_and_l_move_among_the_sources() -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        sources = [cell.source for cell in desk.screen.board.cells(label)]
        await desk.press("l")
        assert desk.screen.cursor.source == sources[1]
        await desk.press("right", "h")
        assert desk.screen.cursor.source == sources[min(1, len(sources) - 2)]


async def test_capital_j_and_k_jump_over_judged_claims() -> None:
    async with review() as desk:
        shown = list(desk.screen.cursor.shown)
        await desk.press("j", "2", "g", "J")
        assert desk.current == shown[2]
        await desk.press("K")
        assert desk.current == shown[0]


async def test_space_goes_round_to_the_first_open_claim() -> None:
    async with review() as desk:
        shown = desk.screen.cursor.shown
        await desk.press("G", "space")
        assert desk.current == shown[0]


async def test_square_brackets_follow_the_story_whatever_the_filter() -> None:
    async with review() as desk:
        first = desk.current
        await desk.press("2", "f", "2", "g")
        assert desk.screen.cursor.shown == [first]
        await desk.press("right_square_bracket")
        assert desk.current != first


async def test_undo_and_redo_go_where_they_acted() -> None:
    async with review() as desk:
        label = desk.current
        await desk.press("2", "G", "u")
        assert desk.current == label
        assert not desk.saved.state.verdicts
        await desk.press("G", "U")
        assert desk.current == label
        assert len(desk.saved.state.verdicts) == 1


async def test_undo_reaches_back_into_an_earlier_session() -> None:
    async with review() as desk:
        await desk.press("2", "3")
    async with review() as desk:
        await desk.press("ctrl+z", "ctrl+z")
        assert not desk.saved.state.verdicts
        await desk.press("ctrl+y")
        assert len(desk.saved.state.verdicts) == 1


async def test_with_nothing_left_to_undo_it_says_so() -> None:
    async with review() as desk:
        await desk.press("2", "u", "u", "u")
        assert desk.message
        assert not desk.screen.board.unsaved


@pytest.mark.parametrize(
    ("key", "name"), [("o", "open"), ("2", "supported"), ("d", "dismissed"), ("n", "noted")]
)
async def test_f_and_a_key_filter_the_list(key: str, name: str) -> None:
    async with review() as desk:
        await desk.press("2", "f", key)
        cursor = desk.screen.cursor
        assert cursor.filter == name
        assert all(_is_shown(desk.screen.board.rows[label], name) for label in cursor.shown)
        await desk.press("f", "a")
        assert len(cursor.shown) == len(desk.screen.board.rows)


def _is_shown(row: object, name: str) -> bool:
    from verifier.tui.board import ClaimRow
    from verifier.tui.cursor import passes

    assert isinstance(row, ClaimRow)
    return passes(row, name)


async def test_n_writes_a_note() -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        await desk.press("n")
        await desk.type("ask the mayor?")
        await desk.press("enter")
        await desk.until(lambda: NoteKey(label, "anna") in desk.saved.state.notes)
        assert desk.saved.state.notes[NoteKey(label, "anna")].text == "ask the mayor?"
        assert "ask the mayor?" in pane_words(desk.screen.detail)


async def test_escape_leaves_the_note_and_keeps_what_was_typed() -> None:
    async with review() as desk:
        await desk.press("n")
        await desk.type("half a thought")
        await desk.press("escape", "j", "k", "n")
        await desk.until(lambda: desk.app.screen is not desk.screen)
        assert desk.app.screen.query_one("#text").text == "half a thought"  # type: ignore[attr-defined]  # a TextArea


async def test_d_dismisses_with_a_reason_and_capital_r_restores() -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        await desk.press("d")
        await desk.type("a headline")
        await desk.press("enter")
        await desk.until(lambda: not desk.saved.state.claims[label].is_active)
        assert desk.saved.state.claims[label].reason == "a headline"
        assert "OFF LIST" in pane_words(desk.screen.detail)
        await desk.press("R")
        assert desk.saved.state.claims[label].is_active


async def test_a_dismissal_without_a_reason_is_not_taken() -> None:
    async with review() as desk:
        await desk.press("d", "enter")
        assert desk.app.screen is not desk.screen
        await desk.press("escape")
        assert all(claim.is_active for claim in desk.saved.state.claims.values())


async def test_a_dismissed_claim_takes_no_verdict() -> None:
    with open_session(None, "anna") as session:
        story = open_story(session, ".")
        first = next(iter(story.state.claims))
        dismiss_claim(session, story, first, "no claim")
    async with review() as desk:
        await desk.press("2")
        assert "restore" in desk.message
        assert not desk.saved.state.verdicts


async def test_capital_e_and_s_correct_the_speaker() -> None:
    label = label_of("40 people")
    async with review() as desk:
        desk.screen.cursor.go(label)
        source = desk.screen.cursor.source
        await desk.press("E", "s", "ctrl+a")
        await desk.type("County Fire Service")
        await desk.press("enter")
        await desk.until(
            lambda: "fire" in (desk.saved.state.claims[label].attributions[0].source or "")
        )
        assert desk.screen.cursor.source is not None or source is None


async def test_capital_e_and_t_correct_the_stand_alone_text() -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        await desk.press("E", "t", "ctrl+a")
        await desk.type("Twelve [houses]")
        await desk.press("enter")
        await desk.until(lambda: desk.saved.state.claims[label].standalone == "Twelve [houses]")
        assert "Twelve [houses]" in pane_words(desk.screen.claims)


async def test_capital_e_and_b_go_through_the_weights() -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        before = desk.saved.state.claims[label].weight
        await desk.press("E", "b")
        assert desk.saved.state.claims[label].weight is not before
        await desk.press("E", "b", "E", "b")
        assert desk.saved.state.claims[label].weight is before


async def test_c_adds_a_claim_on_selected_words() -> None:
    async with review() as desk:
        text = desk.saved.text
        at = text.index("Was it foreseen")
        await desk.press("c")
        assert desk.screen.story.selection is not None
        desk.screen.story.selection.caret = at
        await desk.press("shift+end", "enter")
        await desk.until(lambda: desk.screen.story.selection is None)
        added = desk.saved.state.claims[desk.screen.cursor.current or label_of("foreseen")]
        assert added.selector is not None
        assert added.selector.exact == "Was it foreseen?"
        assert added.proposed_by == "anna"


async def test_escape_leaves_the_selection_without_a_claim() -> None:
    async with review() as desk:
        count = len(desk.saved.state.claims)
        await desk.press("c", "W", "escape")
        assert desk.screen.story.selection is None
        assert len(desk.saved.state.claims) == count


async def test_while_selecting_no_letter_marks_anything() -> None:
    async with review() as desk:
        seq = desk.saved.state.seq
        await desk.press("c", "a", "x", "2", "escape")
        assert desk.saved.state.seq == seq


async def test_capital_e_and_w_put_a_claim_on_other_words() -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        before = desk.saved.state.claims[label].selector
        await desk.press("E", "w", "ctrl+left", "enter")
        after = desk.saved.state.claims[label].selector
        assert before is not None
        assert after is not None
        assert after.start == before.start
        assert after.end < before.end


async def test_question_mark_shows_every_key_and_escape_comes_back() -> None:
    async with review() as desk:
        await desk.pilot.press("question_mark")
        await desk.until(lambda: desk.app.screen is not desk.screen)
        await desk.pilot.press("pagedown", "escape")
        await desk.until(lambda: desk.app.screen is desk.screen)


async def test_ctrl_c_loses_nothing_and_says_how_to_quit() -> None:
    async with review() as desk:
        await desk.press("2", "ctrl+c")
        assert "ctrl+q" in desk.message
        assert desk.app.return_code is None


async def test_ctrl_q_leaves_when_all_is_saved() -> None:
    async with review() as desk:
        await desk.pilot.press("2", "3", "ctrl+q")
        await desk.until(lambda: desk.app.return_code is not None)
        assert desk.app.return_code == 0
        assert len(desk.saved.state.verdicts) == 2


async def test_the_letters_work_on_cyrillic_and_hangul_layouts() -> None:
    async with review() as desk:
        shown = desk.screen.cursor.shown
        await desk.pilot.press("о")
        assert desk.current == shown[1]
        await desk.pilot.press("ㅓ")
        assert desk.current == shown[2]


async def test_tab_goes_through_the_panes() -> None:
    async with review() as desk:
        seen = [desk.screen.focus_on.value]
        for _ in range(4):
            await desk.press("tab")
            seen.append(desk.screen.focus_on.value)
        assert seen == ["Story", "Claims", "Detail", "Evidence", "Story"]
        await desk.press("shift+tab")
        assert desk.screen.focus_on.value == "Evidence"


@pytest.mark.parametrize(("key", "field"), [("y", "why"), ("r", "replace")])
async def test_capital_e_says_why_and_what_to_print_instead(key: str, field: str) -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        await desk.press("3", "g", "E", key)
        await desk.type("eleven houses")
        await desk.press("enter")
        verdict = VerdictKey(label, Aspect.SUBSTANCE, "anna")
        await desk.until(
            lambda: getattr(desk.saved.state.verdicts[verdict], field) == "eleven houses"
        )
        assert "eleven houses" in pane_words(desk.screen.detail)


async def test_without_a_verdict_there_is_no_reason_to_give() -> None:
    async with review() as desk:
        await desk.press("E", "y")
        assert "no verdict" in desk.message
        assert desk.app.screen is desk.screen


async def test_keys_typed_faster_than_they_are_handled_keep_their_order() -> None:
    async with review() as desk:
        shown = list(desk.screen.cursor.shown)
        for key in ("f", "o", "j", "j", "v", "2", "a", "3", "ctrl+q"):
            desk.app.simulate_key(key)
        await desk.until(lambda: desk.app.return_code is not None)
        state = desk.saved.state
        assert {key.claim for key in state.verdicts} == {shown[2]}
        assert len(state.verdicts) == 2
        assert {key.claim for key in state.stances} == {shown[2]}


@pytest.mark.parametrize(
    ("ending", "is_taken"), [("enter", True), ("escape", False)], ids=["enter", "escape"]
)
async def test_a_burst_into_the_dialog_is_whole_when_the_key_that_ends_it_comes(
    ending: str, is_taken: bool
) -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        await desk.press("n")
        for key in (*"two words", "ctrl+j", *"and more", ending):
            desk.app.simulate_key(key)
        await desk.until(lambda: desk.app.screen is desk.screen and not desk.screen.on_way)
        kept = desk.saved.state.notes.get(NoteKey(label, "anna"))
        text = kept.text if kept else desk.screen.drafts["note", label]
        assert text == "two words\nand more"
        assert (kept is not None) is is_taken


@pytest.mark.parametrize("ending", ["enter", "escape"])
async def test_a_whole_note_typed_while_its_dialog_opens_is_taken_and_the_next_key_is_a_mark(
    ending: str,
) -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        for key in ("n", *"who sayz", "backspace", "s", "?", ending, "2"):
            desk.app.simulate_key(key)
        await desk.until(lambda: desk.saved.state.verdicts)
        await desk.until(lambda: desk.screen.drafts or desk.saved.state.notes)
        kept = desk.saved.state.notes.get(NoteKey(label, "anna"))
        text = kept.text if kept else desk.screen.drafts["note", label]
        assert text == "who says?"
        assert (kept is not None) is (ending == "enter")


async def test_a_paste_and_the_enter_behind_it_are_taken_in_their_order() -> None:
    async with review() as desk:
        label = desk.current
        assert label is not None
        await desk.press("n")
        field = desk.app.focused
        assert field is not None
        field.post_message(events.Paste("pasted words"))
        desk.app.simulate_key("enter")
        await desk.until(lambda: desk.saved.state.notes)
        assert desk.saved.state.notes[NoteKey(label, "anna")].text == "pasted words"


async def test_ctrl_q_leaves_from_the_help_too() -> None:
    async with review() as desk:
        await desk.pilot.press("question_mark")
        await desk.until(lambda: desk.app.screen is not desk.screen)
        await desk.pilot.press("ctrl+q")
        await desk.until(lambda: desk.app.return_code == 0)


async def test_what_is_typed_while_the_dialog_opens_is_in_its_text() -> None:
    async with review() as desk:
        for key in ("n", "a", "2", "x"):
            desk.app.simulate_key(key)
        await desk.until(lambda: desk.app.screen is not desk.screen)
        await desk.until(lambda: desk.screen.typing and desk.screen.typing.text == "a2x")
        assert not desk.saved.state.stances
