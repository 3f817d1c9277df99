"""A long text is wrapped only where it is looked at."""

from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from verifier.tui.wrapped import LONGEST_PART, LineRef, WrappedText

TEXTS = st.text(alphabet=st.sampled_from("ab cd\n "), max_size=300)


def lines_of(wrapped: WrappedText) -> list[str]:
    """All lines, from the first to the last."""
    at, lines = LineRef(0, 0), []
    while True:
        lines.append(wrapped.text[slice(*wrapped.slice(at))])
        if at == wrapped.last:
            return lines
        at = wrapped.step(at, 1)


@given(TEXTS, st.integers(4, 30))
def test_the_lines_are_the_text(text: str, width: int) -> None:
    lines = lines_of(WrappedText(text, width))
    assert "".join(lines) == text.replace("\n", "")


@given(TEXTS, st.integers(4, 30), st.integers(0, 300))
def test_an_offset_is_on_its_line(text: str, width: int, offset: int) -> None:
    wrapped = WrappedText(text, width)
    offset = min(offset, len(text))
    start, end = wrapped.slice(wrapped.line_of(offset))
    assert start <= offset <= end


@given(TEXTS, st.integers(4, 30), st.integers(0, 40))
def test_so_many_lines_down_and_up_again_is_where_one_was(text: str, width: int, n: int) -> None:
    wrapped = WrappedText(text, width)
    there = wrapped.step(LineRef(0, 0), n)
    assert wrapped.distance(LineRef(0, 0), there, 100) <= n
    assert wrapped.step(there, -n) == LineRef(0, 0)


def test_the_distance_is_counted_no_further_than_asked() -> None:
    wrapped = WrappedText("a\n" * 1000, 10)
    assert wrapped.distance(LineRef(0, 0), LineRef(900, 0), 20) == 20
    assert wrapped.distance(LineRef(900, 0), LineRef(0, 0), 20) == -20


def test_a_megabyte_in_one_line_is_cut_into_parts() -> None:
    wrapped = WrappedText("words and more " * 70_000, 80)
    assert all(
        wrapped.slice(LineRef(part, 0)).start % 5 == 0 for part in range(0, wrapped.last.part, 50)
    )
    assert wrapped.last.part >= 1_000_000 // LONGEST_PART


def test_a_million_newlines_open_at_once() -> None:
    began = perf_counter()
    wrapped = WrappedText("\n" * 1_000_000, 80)
    wrapped.step(LineRef(0, 0), 50)
    assert perf_counter() - began < 3
