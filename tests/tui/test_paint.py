"""Lines are measured in terminal cells, whatever script they are in."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from verifier.tui.paint import (
    Piece,
    cut,
    fit,
    fit_line,
    joined,
    plain,
    strip_of,
    width_of,
    wrap,
    wrap_words,
)

GRAPHEMES = ["a", "b", " ", "  ", "é", "한", "국", "漢", "👩‍👩‍👧", "e\u0301", "–", "“", "”"]
WORDS = st.lists(st.sampled_from(GRAPHEMES), max_size=80).map("".join)


@given(WORDS, st.integers(1, 40))
def test_a_text_is_fitted_to_the_cell(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


@given(WORDS, st.integers(0, 40))
def test_what_is_cut_is_never_wider_than_asked(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width


def test_a_cut_text_says_so_by_an_ellipsis() -> None:
    assert cut("irreparable losses", 12) == "irreparable…"
    assert cut("losses", 12) == "losses"


def test_wide_characters_are_never_cut_in_half() -> None:
    assert cut("미국 국무부", 6) == "미국 …"


def test_a_combining_mark_stays_with_its_letter() -> None:
    text = "e\u0301" * 10
    assert cut(text, 4) == "e\u0301" * 3 + "…"


@given(WORDS, st.integers(4, 40))
def test_wrapped_lines_cover_the_text_without_gap_or_overlap(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert lines[0].start == 0
    assert lines[-1].end == len(text)
    assert all(one.end == two.start for one, two in pairwise(lines))


@given(WORDS, st.integers(4, 40))
def test_no_wrapped_line_is_wider_than_the_pane(text: str, width: int) -> None:
    for line in wrap(text, width):
        assert cell_len(text[line.start : line.end].rstrip()) <= width


def test_lines_break_between_words() -> None:
    assert wrap_words("as many as 200 soldiers", 10) == ["as many as", "200", "soldiers"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert wrap_words("supercalifragilistic", 8) == ["supercal", "ifragili", "stic"]


def test_newlines_end_lines() -> None:
    assert wrap_words("one\n\ntwo", 20) == ["one", "", "two"]


@given(st.lists(st.tuples(WORDS, st.sampled_from(["text", "muted"])), max_size=5))
def test_a_line_is_fitted_whatever_its_pieces(pieces: list[tuple[str, str]]) -> None:
    line = [Piece(text, style) for text, style in pieces]
    assert width_of(fit_line(line, 30)) == 30


def test_white_space_that_does_not_fit_is_no_reason_for_an_ellipsis() -> None:
    assert plain(fit_line([Piece("forces    ")], 7)) == "forces "


def test_pieces_of_one_style_become_one() -> None:
    line = [Piece("a", "text"), Piece("", "muted"), Piece("b", "text"), Piece("c", "muted")]
    assert joined(line) == [Piece("ab", "text"), Piece("c", "muted")]


def test_a_strip_is_as_wide_as_the_pane() -> None:
    strip = strip_of([Piece("미국", "strong")], 20)
    assert strip.cell_length == 20
    assert sum(cell_len(segment.text) for segment in strip) == 20
