"""Words are selected by keys: characters, words, lines, sentences."""

from verifier.model.text import Span
from verifier.tui.selection import Selection
from verifier.tui.wrapped import WrappedText

TEXT = "One two three. Four five!\nSix seven."


def selection(caret: int = 0, width: int = 80) -> Selection:
    return Selection(TEXT, WrappedText(TEXT, width), caret=caret)


def words(chosen: Selection) -> str:
    return chosen.span.of(TEXT) if chosen.span else ""


def test_shift_and_an_arrow_select_characters() -> None:
    chosen = selection()
    chosen.extend("char", 1)
    chosen.extend("char", 1)
    assert words(chosen) == "On"
    chosen.extend("char", -1)
    assert words(chosen) == "O"


def test_a_word_is_selected_to_its_end() -> None:
    chosen = selection(4)
    chosen.extend("word", 1)
    assert words(chosen) == "two"
    chosen.extend("word", 1)
    assert words(chosen) == "two three"
    chosen.extend("word", -1)
    assert words(chosen) == "two "


def test_moving_by_words_goes_from_start_to_start() -> None:
    chosen = selection()
    chosen.move("word", 1)
    assert chosen.caret == 4
    chosen.move("word", -1)
    assert chosen.caret == 0
    assert chosen.span is None


def test_a_selection_goes_backwards_too() -> None:
    chosen = selection(13)
    chosen.extend("word", -1)
    assert words(chosen) == "three"


def test_an_arrow_without_shift_lets_the_selection_go() -> None:
    chosen = selection()
    chosen.extend("word", 1)
    chosen.move("char", 1)
    assert chosen.span is None


def test_an_anchor_makes_every_move_select() -> None:
    chosen = selection(4)
    chosen.toggle_anchor()
    chosen.move("word", 1)
    chosen.move("word", 1)
    assert words(chosen) == "two three"
    chosen.toggle_anchor()
    assert chosen.span is None


def test_a_full_stop_selects_the_sentence_and_then_the_next_one_too() -> None:
    chosen = selection(5)
    chosen.select_sentence()
    assert words(chosen) == "One two three."
    chosen.select_sentence()
    assert words(chosen) == "One two three. Four five!"
    chosen.select_sentence()
    assert words(chosen) == TEXT


def test_known_sentences_are_used_where_there_are_some() -> None:
    wrapped = WrappedText(TEXT, 80)
    chosen = Selection(TEXT, wrapped, caret=5, sentences=[Span(0, 25)])
    chosen.select_sentence()
    assert words(chosen) == "One two three. Four five!"


def test_lines_are_the_lines_of_the_screen() -> None:
    chosen = selection(4, width=10)
    chosen.move("line", 1)
    assert TEXT[chosen.caret :].startswith("e. Four") or chosen.caret > 4
    chosen.move("line", -1)
    assert chosen.caret == 4


def test_home_and_end_go_to_the_ends_of_the_line() -> None:
    chosen = selection(28)
    chosen.move("end", -1)
    assert chosen.caret == 26
    chosen.extend("end", 1)
    assert words(chosen) == "Six seven."


def test_the_caret_stays_within_the_text() -> None:
    chosen = selection(len(TEXT))
    for unit in ("char", "word", "line", "page", "end"):
        chosen.move(unit, 1)
        assert 0 <= chosen.caret <= len(TEXT)
    for unit in ("char", "word", "line", "page", "end"):
        chosen.move(unit, -1)
        assert 0 <= chosen.caret <= len(TEXT)


DATED = "The report of Dec. 14 names 3.5 tons. Mr. Hill paid.\n\nAsked why, Gov. Lee left."


def sentence_at(words: str, sentences: tuple[Span, ...] = ()) -> str:
    """What a full stop selects with the caret at some words of the text."""
    wrapped = WrappedText(DATED, 40)
    chosen = Selection(DATED, wrapped, caret=DATED.index(words), sentences=sentences)
    chosen.select_sentence()
    return chosen.span.of(DATED) if chosen.span else ""


def test_an_abbreviation_or_a_decimal_ends_no_sentence() -> None:
    assert sentence_at("14 names") == "The report of Dec. 14 names 3.5 tons."
    assert sentence_at("paid") == "Mr. Hill paid."
    assert sentence_at("Gov.") == "Asked why, Gov. Lee left."


def test_between_two_sentences_the_next_one_is_selected() -> None:
    assert sentence_at(" Mr.") == "Mr. Hill paid."
    assert sentence_at("\nAsked") == "Asked why, Gov. Lee left."


def test_words_outside_the_known_sentences_are_read_as_sentences_too() -> None:
    known = (Span(0, DATED.index(" Mr.")),)
    assert sentence_at("Lee", known) == "Asked why, Gov. Lee left."


def test_behind_the_last_sentence_nothing_is_selected() -> None:
    wrapped = WrappedText("One.  ", 40)
    chosen = Selection("One.  ", wrapped, caret=5)
    chosen.select_sentence()
    assert chosen.span is None
