"""The evidence screen: search as one types, what agrees and differs, marks and searches."""

import pytest
from review_at_hand import Review, label_of, pane_words, review
from story_at_hand import REPORT

from verifier.desk.library import EvidenceDetails, add_evidence
from verifier.desk.session import open_session
from verifier.model.scales import StanceCode
from verifier.reading import read_bytes
from verifier.tui.keys import Where
from verifier.tui.screens.evidence import EvidenceScreen
from verifier.tui.widgets.pane import LinePane

pytestmark = pytest.mark.usefixtures("flood")

FIRE = "county-fire-service"
HOUSES = "destroyed 12 houses"


def over(desk: Review) -> EvidenceScreen:
    assert isinstance(desk.app.screen, EvidenceScreen)
    return desk.app.screen


def flat(pane: LinePane) -> str:
    """What a pane says, however its lines are broken."""
    return " ".join(pane_words(pane).replace("▏", " ").split())


async def opened(desk: Review, words: str = "pumps failed") -> EvidenceScreen:
    """The evidence screen for the claim with these words, its proposals compared."""
    label = label_of(words)
    desk.screen.go_to(label)
    await desk.press("slash")
    await desk.until(lambda: isinstance(desk.app.screen, EvidenceScreen))
    screen = over(desk)
    await desk.until(
        lambda: screen.shown and screen.finding.facets(label, screen.shown[0].place) is not None
    )
    await desk.pilot.pause()
    return screen


async def test_the_claims_own_words_are_the_first_query() -> None:
    async with review() as desk:
        screen = await opened(desk)
        assert "E01" in pane_words(screen.rows)
        assert "pumps at the north gate" in flat(screen.detail_pane)
        assert "1 unread" in pane_words(screen.rows)


async def test_what_differs_is_marked_in_both_texts_and_told_in_a_sentence() -> None:
    async with review() as desk:
        screen = await opened(desk, HOUSES)
        words = flat(screen.detail_pane)
        assert "destroyed 12¹≠ houses" in words
        assert "Eleven¹≠ houses were lost" in words
        assert "number differs" in words
        assert "≠1" in pane_words(screen.rows)


async def test_it_searches_as_one_types_and_escape_brings_the_claims_words_back() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.type("houses lost")
        await desk.until(lambda: screen.looked and screen.looked.words == "houses lost")
        assert "search: houses lost" in pane_words(screen.rows)
        assert screen.shown
        await desk.type(" zebra")
        await desk.press("escape")
        await desk.until(lambda: screen.looked and screen.looked.wanted.query == "")
        assert over(desk) is screen


async def test_letters_that_are_typed_mark_nothing() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.type("axe is up")
        await desk.until(lambda: screen.looked and screen.looked.words == "axe is up")
        assert not desk.saved.state.stances
        assert not screen.shown
        assert "Nothing found in 1 document" in pane_words(screen.rows)


async def test_a_letter_marks_the_passages_source_citing_it() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.press("enter", "p")
        (stance,) = desk.saved.state.stances.values()
        assert (stance.source, stance.code) == (FIRE, StanceCode.PARTLY)
        assert stance.passages[0].selector.span.of(REPORT) == stance.passages[0].selector.exact
        assert "¶" in pane_words(screen.rows)
        assert "0 unread" in pane_words(screen.rows)


async def test_enter_cites_under_the_stance_that_there_is_or_says_how_to_mark_one() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.press("enter", "enter")
        assert "no stance" in pane_words(screen.hints)
        await desk.press("p", "u", "a")
        await desk.press("enter")
        (stance,) = desk.saved.state.stances.values()
        assert stance.code is StanceCode.ASSERTS
        assert len(stance.passages) == 1


async def test_silent_puts_the_search_on_record() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.type("zebra")
        await desk.until(lambda: screen.looked and screen.looked.words == "zebra")
        await desk.press("enter", "f", "s")
        (search,) = desk.saved.state.searches.values()
        assert (search.query, search.documents, search.found) == ("zebra", 1, 0)
        assert [each.code for each in desk.saved.state.stances.values()] == [StanceCode.SILENT]


async def test_silent_on_the_review_after_a_search_puts_it_on_record_too() -> None:
    async with review() as desk:
        await opened(desk)
        await desk.press("escape")
        await desk.until(lambda: desk.app.screen is desk.screen)
        await desk.press("s")
        (search,) = desk.saved.state.searches.values()
        assert search.claim == desk.current
        assert search.query == desk.screen.board.claim(search.claim).standalone


async def test_silent_without_a_search_records_none() -> None:
    async with review() as desk:
        await desk.press("s")
        assert not desk.saved.state.searches
        assert len(desk.saved.state.stances) == 1


async def test_searched_and_nothing_found_lets_unverified_be_given() -> None:
    async with review() as desk:
        screen = await opened(desk)
        claim = desk.current
        await desk.press("enter", "N")
        assert "1 document of the library searched" in pane_words(screen.hints)
        await desk.press("7")
        (verdict,) = desk.saved.state.verdicts.values()
        assert (verdict.claim, verdict.code.value) == (claim, "unverified")
        assert desk.current != claim
        await desk.until(lambda: f"Evidence for {desk.current}" in pane_words(screen.rows))


async def test_o_reads_the_document_at_the_passage_and_escape_comes_back() -> None:
    async with review() as desk:
        screen = await opened(desk)
        place = screen.shown[0].place
        await desk.press("enter", "o")
        await desk.until(lambda: desk.screen.where is Where.READER)
        selection = desk.screen.evidence.selection
        assert selection is not None
        assert selection.span == (place.start, place.end)
        await desk.press("escape")
        await desk.until(lambda: isinstance(desk.app.screen, EvidenceScreen))
        await desk.until(lambda: over(desk).shown)
        assert "0 unread" in pane_words(over(desk).rows)
        assert not over(desk).is_typing


async def test_a_translation_is_cited_with_its_translator() -> None:
    async with review() as desk:
        screen = await opened(desk)
        await desk.press("enter", "t")
        await desk.type("The pumps failed. [by Ben]")
        await desk.press("enter")
        assert "translated by Ben" in pane_words(screen.detail_pane)
        await desk.press("p")
        (stance,) = desk.saved.state.stances.values()
        assert stance.passages[0].translation == "The pumps failed."
        assert stance.passages[0].translator == "Ben"


async def test_what_is_half_typed_as_a_translation_is_there_again() -> None:
    async with review() as desk:
        await opened(desk)
        await desk.press("enter", "t")
        await desk.type("The pu")
        await desk.press("escape", "t")
        await desk.type("mps")
        await desk.press("enter")
        assert "The pumps" in pane_words(over(desk).detail_pane)


async def test_only_the_documents_of_one_source_are_searched() -> None:
    async with review() as desk:
        with open_session(None, "anna") as session:
            paper = read_bytes(b"The pumps failed at the gate, the mayor said.\n", "b.txt")
            add_evidence(session, paper, "White House", EvidenceDetails(file_name="b.txt"))
        screen = await opened(desk)
        await desk.until(lambda: len(screen.shown) == 2)
        await desk.press("enter", "f")
        await desk.until(lambda: len(screen.shown) == 1)
        assert "only" in pane_words(screen.rows)


async def test_hostile_words_of_a_document_are_made_visible() -> None:
    async with review() as desk:
        with open_session(None, "anna") as session:
            words = "The pumps failed \x1b[31mtwo hours\u202e before midnight.\n"
            paper = read_bytes(words.encode(), "c.txt")
            add_evidence(session, paper, FIRE, EvidenceDetails(file_name="c.txt"))
        screen = await opened(desk)
        await desk.until(lambda: len(screen.shown) == 2)
        shown = pane_words(screen.rows) + pane_words(screen.detail_pane)
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "␛" in shown


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_claim_passage_and_keys_are_there_at_every_size(size: tuple[int, int]) -> None:
    async with review(size) as desk:
        screen = await opened(desk)
        await desk.press("enter")
        assert "pumps failed" in pane_words(screen.detail_pane)
        assert "north gate" in flat(screen.detail_pane)
        assert "stance, citing it" in pane_words(screen.hints)
        for pane in screen.panes:
            for y in range(pane.size.height if pane.display else 0):
                assert pane.render_line(y).cell_length == pane.size.width


async def test_the_column_beside_the_review_lists_what_was_found_for_the_claim() -> None:
    async with review((200, 60)) as desk:
        desk.screen.go_to(label_of("pumps failed"))
        await desk.until(lambda: desk.screen.evidence.found)
        words = flat(desk.screen.evidence)
        assert "1 passage for" in words
        assert "pumps at the north gate" in words
        assert "All documents" in words


async def test_a_passage_of_the_column_is_opened_where_it_stands() -> None:
    async with review((200, 60)) as desk:
        desk.screen.go_to(label_of("pumps failed"))
        await desk.until(lambda: desk.screen.evidence.found)
        place = desk.screen.evidence.found[0].place
        await desk.press("D", "enter")
        await desk.until(lambda: desk.screen.evidence.selection)
        selection = desk.screen.evidence.selection
        assert selection is not None
        assert selection.span == (place.start, place.end)
