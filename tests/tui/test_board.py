"""What the rows say, with marks on their way and marks turned back."""

import pytest
from story_at_hand import a_story, claim_with

from verifier.desk.claim_list import dismiss_claim, note_claim
from verifier.desk.deciding import give_verdict
from verifier.desk.marking import mark_stance
from verifier.desk.session import OpenStory, Session
from verifier.model.claim import ClaimLabel
from verifier.model.scales import Aspect, SourceKind, StanceCode, SubstanceVerdict
from verifier.model.source import Source
from verifier.model.story import Slug
from verifier.tui.board import Board, CellMark, Saving, VerdictMark, short_name
from verifier.tui.cursor import Cursor
from verifier.tui.paint import plain
from verifier.tui.widgets.detail_lines import detail_lines


@pytest.fixture
def story(session: Session) -> OpenStory:
    return a_story(session)


def first(story: OpenStory) -> ClaimLabel:
    return next(iter(story.state.claims))


def test_a_verdict_on_its_way_is_shown_and_counted(story: OpenStory) -> None:
    board = Board(story, "anna")
    board.pend(1, VerdictMark(first(story), Aspect.SUBSTANCE, SubstanceVerdict.REFUTED))
    row = board.rows[first(story)]
    assert (row.sign, row.saving) == ("✗", Saving.PENDING)
    assert board.judged == 1


def test_a_verdict_turned_back_counts_no_more_and_is_marked(story: OpenStory) -> None:
    board = Board(story, "anna")
    board.pend(1, VerdictMark(first(story), Aspect.SUBSTANCE, SubstanceVerdict.REFUTED))
    board.turn_back(1)
    assert board.rows[first(story)].saving is Saving.UNSAVED
    assert (board.judged, board.unsaved) == (0, 1)


def test_a_second_try_takes_the_mark_of_the_first_away(story: OpenStory) -> None:
    board = Board(story, "anna")
    source = board.cells(first(story))[0].source
    board.pend(1, CellMark(first(story), source, StanceCode.ASSERTS))
    board.turn_back(1)
    board.pend(2, CellMark(first(story), source, StanceCode.ECHOES))
    assert board.unsaved == 0
    cell = board.cells(first(story))[0]
    assert (cell.sign, cell.saving) == ("e", Saving.PENDING)


def test_the_last_of_several_marks_on_one_cell_is_shown(story: OpenStory) -> None:
    board = Board(story, "anna")
    source = board.cells(first(story))[0].source
    for ticket, code in enumerate((StanceCode.ASSERTS, StanceCode.SILENT), 1):
        board.pend(ticket, CellMark(first(story), source, code))
    assert board.cells(first(story))[0].code is StanceCode.SILENT
    board.settle(1)
    assert board.cells(first(story))[0].code is StanceCode.SILENT


def test_only_the_claims_that_changed_are_worked_out_anew(
    session: Session, story: OpenStory
) -> None:
    board = Board(story, "anna")
    acted = give_verdict(session, story, first(story), SubstanceVerdict.SUPPORTED)
    others = {label: row for label, row in board.rows.items() if label != first(story)}
    board.adopt(acted.story, acted.change.claims)
    assert board.tally[SubstanceVerdict.SUPPORTED] == 1
    assert all(board.rows[label] is row for label, row in others.items())


def test_a_dismissed_claim_is_not_counted(session: Session, story: OpenStory) -> None:
    board = Board(story, "anna")
    count = board.active
    acted = dismiss_claim(session, story, first(story), "no claim")
    board.adopt(acted.story, acted.change.claims)
    assert board.active == count - 1
    assert board.rows[first(story)].word == "dismissed"


def test_one_reviewer_does_not_see_anothers_note_as_their_own(
    session: Session, story: OpenStory
) -> None:
    acted = note_claim(session, story, first(story), "mine")
    assert Board(acted.story, "anna").note(first(story)) == "mine"
    assert Board(acted.story, "ben").note(first(story)) == ""


@pytest.mark.parametrize(
    ("name", "slug", "aliases", "short"),
    [
        ("Institute for the Study of War", "isw", ("ISW",), "ISW"),
        ("Defence Intelligence of Ukraine", "diu", ("HUR", "DIU"), "DIU"),
        ("White House", "white-house", ("Kirby",), "White House"),
        ("Russian military bloggers", "russian-military-bloggers", (), "Russian military…"),
        ("Supercalifragilisticexpialidocious", "super-long", (), "Supercalifragilistice…"),
        ("evil\x1b[2J", "evil-one", (), "evil␛[2J"),
    ],
)
def test_a_source_has_a_short_name(
    name: str, slug: str, aliases: tuple[str, ...], short: str
) -> None:
    assert short_name(Source(Slug(slug), name, SourceKind.MEDIA, aliases)) == short


def test_the_detail_says_who_said_it_and_by_which_words(story: OpenStory) -> None:
    board = Board(story, "anna")
    label = claim_with(story, "never seen").label
    text = "\n".join(plain(line) for line in detail_lines(board, label, None, 80, 30))
    assert "SAID BY" in text
    assert "Ada Brook" in text
    assert "by “said”" in text
    assert "direct quote" in text


def test_the_detail_shows_the_interval_a_number_was_read_as(story: OpenStory) -> None:
    board = Board(story, "anna")
    label = claim_with(story, "40 people").label
    text = "\n".join(plain(line) for line in detail_lines(board, label, None, 80, 30))
    assert "≥ 40 people" in text


def test_in_a_strip_a_long_statement_leaves_room_for_sources_and_verdicts(
    session: Session, story: OpenStory
) -> None:
    from verifier.desk.claim_list import edit_claim

    long = edit_claim(session, story, first(story), standalone="many words " * 60).story
    board = Board(long, "anna")
    source = board.cells(first(story))[0].source
    text = [plain(line) for line in detail_lines(board, first(story), source, 80, 10)[:9]]
    assert any("IS IT SO" in line for line in text)
    assert "…" in text[1]


def test_the_list_keeps_the_current_claim_until_the_cursor_moves(story: OpenStory) -> None:
    board = Board(story, "anna")
    cursor = Cursor(board)
    cursor.choose_filter("open")
    label = cursor.current
    assert label is not None
    board.pend(1, VerdictMark(label, Aspect.SUBSTANCE, SubstanceVerdict.CONFIRMED))
    cursor.update((label,))
    assert label in cursor.shown
    cursor.next_open(1)
    assert label not in cursor.shown


def test_a_filter_that_nothing_passes_shows_an_empty_list(story: OpenStory) -> None:
    cursor = Cursor(Board(story, "anna"))
    cursor.choose_filter("dismissed")
    assert cursor.shown == []
    cursor.move(1)
    cursor.to_end(True)
    assert not cursor.next_open(1)
    cursor.choose_filter("all")
    assert cursor.shown


def test_the_cursor_starts_a_row_at_the_first_cell_not_looked_at(
    session: Session, story: OpenStory
) -> None:
    label = claim_with(story, "never seen").label
    sources = [cell.source for cell in Board(story, "anna").cells(label)]
    story = mark_stance(session, story, label, sources[0], StanceCode.ASSERTS).story
    cursor = Cursor(Board(story, "anna"))
    cursor.go(label)
    assert cursor.source == sources[1]


def test_the_list_scrolls_no_further_than_it_must(story: OpenStory) -> None:
    cursor = Cursor(Board(story, "anna"))
    cursor.keep_in_view(3)
    assert cursor.top == 0
    cursor.to_end(True)
    cursor.keep_in_view(3)
    assert cursor.top == len(cursor.shown) - 3
