"""The story with every claim marked, the current one lifted out, and words selected in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from verifier.tui.paint import Line, Piece, joined, offset_at
from verifier.tui.widgets.pane import LinePane, title_line
from verifier.tui.wrapped import LineRef, WrappedText

if TYPE_CHECKING:
    from verifier.model.claim import ClaimLabel
    from verifier.model.text import Span
    from verifier.tui.annotated import AnnotatedText, Run
    from verifier.tui.board import ClaimRow
    from verifier.tui.selection import Selection

GUTTER = 2
TOP = LineRef(0, 0)


class StoryPane(LinePane):
    """The pane of the story, scrolled by lines of the wrapped text."""

    class Pointed(Message):
        """A place of the story was clicked; `offset` is its code point."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    story: AnnotatedText | None = None
    wrapped: WrappedText | None = None
    selection: Selection | None = None
    current: ClaimLabel | None = None
    row_of: Callable[[ClaimLabel], ClaimRow | None] | None = None
    top = TOP

    @property
    def rows(self) -> int:
        """How many lines of text fit."""
        return max(1, self.size.height - 1)

    @property
    def offset_at_top(self) -> int:
        """The story offset at which the first visible line begins."""
        if self.story is None or self.wrapped is None:
            return 0
        return self.story.story_at(self.wrapped.slice(self.top).start)

    def show(self, story: AnnotatedText) -> None:
        """Show a text, staying at the place in view."""
        offset = self.offset_at_top
        self.story = story
        self._wrap(offset)

    def rewrap(self) -> None:
        """Wrap anew where the width has changed, staying at the place in view."""
        if self.wrapped is not None and self.wrapped.width != self._text_width():
            self._wrap(self.offset_at_top)

    def scroll_lines(self, lines: int) -> None:
        """Scroll so many lines down, or up if negative."""
        if self.wrapped is not None:
            bottom = self.wrapped.step(self.wrapped.last, 1 - self.rows)
            self.top = min(self.wrapped.step(self.top, lines), max(bottom, TOP))
            self.repaint()

    def scroll_to_offset(self, offset: int) -> None:
        """Let the line of a story offset be the first one."""
        if self.story is not None and self.wrapped is not None:
            self.top = self.wrapped.line_of(self.story.shown_at(offset))
            self.scroll_lines(0)

    def reveal(self, span: Span) -> None:
        """Scroll, if need be, so that the span's first line stands in the upper third."""
        if self.story is None or self.wrapped is None:
            return
        first = self.wrapped.line_of(self.story.shown_at(span.start))
        last = self.wrapped.line_of(max(0, self.story.shown_end(span.end) - 1))
        length = self.wrapped.distance(first, last, self.rows)
        below = self.wrapped.distance(self.top, first, self.rows + 1)
        if below < 0 or below + min(length, self.rows - 1) >= self.rows:
            self.top = self.wrapped.step(first, -min(self.rows // 3, self.rows - 1))
            self.scroll_lines(0)
        self.repaint()

    def reveal_caret(self) -> None:
        """Scroll, if need be, so that the caret is in view."""
        if self.selection is not None and self.story is not None and self.wrapped is not None:
            at = self.wrapped.line_of(self.story.shown_at(self.selection.caret))
            below = self.wrapped.distance(self.top, at, self.rows + 1)
            if below < 0:
                self.top = at
            elif below >= self.rows:
                self.top = self.wrapped.step(at, 1 - self.rows)
            self.repaint()

    def line(self, y: int) -> Line:
        """The title, or a line of the story."""
        if y == 0:
            return self._title()
        if self.story is None or self.wrapped is None:
            return []
        ref = self._ref(y)
        if ref is None:
            return []
        start, end = self.wrapped.slice(ref)
        runs = self.story.runs(start, end)
        here = self.current is not None and any(self.current in run.labels for run in runs)
        gutter = Piece("▌ " if here else "  ", "heading")
        pieces = [piece for run in runs for piece in self._pieces(run)]
        if self.selection is not None:
            is_last = self.story.shown[end : end + 1] in ("", "\n")
            pieces = chosen_over(pieces, start, self._chosen(), ends_paragraph=is_last)
        return [gutter, *pieces]

    def _ref(self, y: int) -> LineRef | None:
        """The wrapped line at line `y` of the pane; None below the end."""
        assert self.wrapped is not None
        ref = self.wrapped.step(self.top, y - 1)
        if y > 1 and ref == self.wrapped.last:
            shown = self.wrapped.distance(self.top, ref, y)
            return ref if shown == y - 1 else None
        return ref

    def _pieces(self, run: Run) -> list[Piece]:
        assert self.story is not None
        text = self.story.shown[run.start : run.end]
        is_current = self.current is not None and self.current in run.labels
        if run.mark is not None:
            return self._mark(run, text)
        if is_current:
            return [Piece(text, "current-strong")]
        return [Piece(text, "claimed" if run.labels else "unclaimed")]

    def _mark(self, run: Run, text: str) -> list[Piece]:
        """The raised number, and the sign as it is now; a mark may be broken over two lines."""
        assert self.story is not None
        assert run.mark is not None
        row = self.row_of(run.mark) if self.row_of else None
        number = "heading" if run.mark == self.current else "muted"
        if row is None or not text.endswith("·"):
            return [Piece(text, number)]
        return [Piece(text[:-1], number), Piece(row.sign, row.word)]

    def _chosen(self) -> tuple[int, int, int]:
        """The shown range selected, and the caret."""
        assert self.story is not None
        assert self.selection is not None
        caret = self.story.shown_at(self.selection.caret)
        span = self.selection.span
        if span is None:
            return caret, caret, caret
        return self.story.shown_at(span.start), self.story.shown_end(span.end), caret

    def _title(self) -> Line:
        width = self.columns
        place = ""
        if self.story is not None and self.wrapped is not None and self.story.shown:
            end = self.wrapped.slice(self.wrapped.step(self.top, self.rows - 1)).end
            place = f"{min(100, round(100 * end / max(1, len(self.story.shown))))}%"
        name = "Story · selecting" if self.selection is not None else "Story"
        return title_line(width, name, place, focused=self.focused_pane)

    def _text_width(self) -> int:
        return max(10, self.columns - GUTTER - 1)

    def _wrap(self, offset: int) -> None:
        assert self.story is not None
        self.wrapped = WrappedText(self.story.shown, self._text_width())
        if self.selection is not None:
            self.selection.rewrap(self.wrapped)
        self.scroll_to_offset(offset)

    def on_click(self, event: events.Click) -> None:
        """Tell which code point was pointed at."""
        if self.story is None or self.wrapped is None or event.y < 1:
            return
        ref = self._ref(event.y)
        if ref is not None:
            start, end = self.wrapped.slice(ref)
            line = self.story.shown[start:end]
            shown = start + offset_at(line, max(0, event.x - self.rule - GUTTER))
            self.post_message(self.Pointed(self.story.story_at(shown)))

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self.scroll_lines(3)

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self.scroll_lines(-3)


def chosen_over(
    pieces: Sequence[Piece], start: int, chosen: tuple[int, int, int], *, ends_paragraph: bool
) -> list[Piece]:
    """`pieces` with the selection and the caret laid over them; `start` is the line's offset.

    `chosen` are the first and last offset selected and that of the caret. A caret behind the last
    character shows only where the line ends a paragraph.
    """
    low, high, caret = chosen
    over: list[Piece] = []
    at = start
    for text, style in pieces:
        for char in text:
            look = "caret" if at == caret else "chosen" if low <= at < high else style
            over.append(Piece(char, look))
            at += 1
    if caret == at and ends_paragraph:
        over.append(Piece(" ", "caret"))
    return joined(over)
