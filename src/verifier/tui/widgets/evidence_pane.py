"""The evidence: passages found for the claim, the documents, one open with a passage selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from verifier.tui.paint import Line, Piece, fit, fit_line, offset_at
from verifier.tui.widgets.pane import LinePane, title_line
from verifier.tui.widgets.story_pane import chosen_over
from verifier.tui.wrapped import LineRef, WrappedText

if TYPE_CHECKING:
    from verifier.model.claim import ClaimLabel
    from verifier.model.evidence import EvidenceItem, Passage
    from verifier.model.story import Slug
    from verifier.model.text import Span
    from verifier.tui.finding import Finding
    from verifier.tui.found import FoundPassage, Looked, PassagePlace
    from verifier.tui.selection import Selection
    from verifier.tui.widgets.found_lines import Block

GUTTER = 2
TOP = LineRef(0, 0)

MOST_FOUND = 8
"""Passages found that the list begins with; the search shows more."""


class EvidencePane(LinePane):
    """The pane of the evidence. `item` None: the list; otherwise that document is open.

    The list begins with the passages found for the claim under the cursor, a block of lines each;
    below them stand the documents, a line each. `at` counts both.
    """

    class Chosen(Message):
        """A row of the list was clicked."""

    items: Sequence[EvidenceItem] = ()
    names: Mapping[Slug, str] = MappingProxyType({})
    at = 0
    list_top = 0
    item: EvidenceItem | None = None
    selection: Selection | None = None
    cited: Sequence[Passage] = ()
    waiting = True
    top = TOP
    claim: ClaimLabel | None = None
    looked: Looked | None = None
    finding: Finding | None = None
    _shown = ""
    _blocks: Sequence[Block] = ()
    _blocks_for: tuple[object, ...] = ()

    @property
    def rows(self) -> int:
        """How many lines fit below the title."""
        return max(1, self.size.height - 1)

    @property
    def chosen(self) -> EvidenceItem | None:
        """The document under the cursor of the list, or that of the passage under it."""
        if self.at < len(self.found):
            return self.found[self.at].item
        at = self.at - len(self.found)
        return self.items[at] if at < len(self.items) else None

    @property
    def chosen_place(self) -> PassagePlace | None:
        """The passage under the cursor of the list; None where it is a document."""
        return self.found[self.at].place if self.at < len(self.found) else None

    @property
    def found(self) -> Sequence[FoundPassage]:
        """The passages found for the claim that are listed."""
        return () if self.looked is None else self.looked.passages[:MOST_FOUND]

    def show_items(self, items: Sequence[EvidenceItem], names: Mapping[Slug, str]) -> None:
        """List these documents with their sources' names, the cursor staying on the same one."""
        label = self.chosen.label if self.chosen else None
        is_passage = self.at < len(self.found)
        self.items, self.names, self.waiting = items, names, False
        if not is_passage:
            at = next((n for n, item in enumerate(items) if item.label == label), 0)
            self.at = len(self.found) + at
        self.move(0)

    def show_found(self, looked: Looked, finding: Finding) -> None:
        """List the passages found for a claim first; the cursor stays where it was in the list."""
        was = self.at - len(self.found)
        is_new = looked is not self.looked
        self.claim, self.looked, self.finding = looked.wanted.claim, looked, finding
        if is_new:
            self.at = 0 if was < 0 or not self.focused_pane else was + len(self.found)
        self._blocks_for = ()
        self.move(0)

    def show_none(self, claim: ClaimLabel) -> None:
        """The passages of another claim are not listed."""
        if claim != self.claim:
            was = max(0, self.at - len(self.found))
            self.claim, self.looked, self._blocks_for = claim, None, ()
            self.at = was if self.focused_pane else 0
            self.move(0)

    def choose(self, source: Slug | None) -> None:
        """Put the cursor of the list on the first passage or document of a source, if any."""
        listed = [*(found.item for found in self.found), *self.items]
        at = next((n for n, item in enumerate(listed) if item.source == source), self.at)
        self.move(at - self.at)

    def cite(self, passages: Sequence[Passage]) -> None:
        """Lift out the passages cited for the current claim."""
        if passages != self.cited:
            self.cited = passages
            self._blocks_for = ()
            self.repaint()

    def move(self, steps: int) -> None:
        """Move the cursor of the list."""
        self.at = max(0, min(self.at + steps, len(self.found) + len(self.items) - 1))
        first, last = self._lines_of(self.at)
        self.list_top = max(min(self.list_top, first), last - self.rows + 1, 0)
        self.list_top = min(self.list_top, first)
        self.repaint()

    def open(self, item: EvidenceItem, text: str, place: Span | None = None) -> None:
        """Open a document with the passage at `place` selected.

        Without one it is opened where the first passage cited stands, or at its beginning.
        """
        from verifier.language.display import display
        from verifier.tui.selection import Selection

        self.item, self._shown = item, display(text).replace("\t", " ")
        wrapped = WrappedText(self._shown, self._text_width())
        self.selection = Selection(text, wrapped)
        self.top = TOP
        own = [p.selector.start for p in self.cited if p.evidence == item.label]
        if place is not None and place.end <= len(text):
            self.selection.select(place)
            at = wrapped.line_of(place.start)
            self.top = wrapped.step(at, -min(2, self.rows // 4))
        elif own:
            self.selection.caret = min(own)
        self.reveal_caret()

    def close(self) -> None:
        """Back to the list."""
        self.item, self.selection = None, None
        self._blocks_for = ()
        self.repaint()

    def rewrap(self) -> None:
        """Wrap anew where the width has changed, the caret kept in view."""
        selection = self.selection
        if selection is not None and selection.wrapped.width != self._text_width():
            offset = selection.wrapped.slice(self.top).start
            selection.rewrap(WrappedText(self._shown, self._text_width()))
            self.top = selection.wrapped.line_of(offset)

    def reveal_caret(self) -> None:
        """Scroll, if need be, so that the caret is in view."""
        if self.selection is None:
            return
        wrapped = self.selection.wrapped
        at = wrapped.line_of(self.selection.caret)
        below = wrapped.distance(self.top, at, self.rows + 1)
        if below < 0:
            self.top = at
        elif below >= self.rows:
            self.top = wrapped.step(at, 1 - self.rows)
        self.repaint()

    def scroll_lines(self, lines: int) -> None:
        """Scroll the document, or move in the list."""
        if self.selection is None:
            self.move(lines)
            return
        wrapped = self.selection.wrapped
        bottom = max(wrapped.step(wrapped.last, 1 - self.rows), TOP)
        self.top = min(wrapped.step(self.top, lines), bottom)
        self.repaint()

    def line(self, y: int) -> Line:
        """The title, a document of the list, or a line of the open one."""
        if y == 0:
            return self._title()
        if self.item is not None:
            return self._text_line(y - 1)
        return self._list_line(y - 1)

    def _list_line(self, y: int) -> Line:
        at = self.list_top + y
        blocks = self._passages()
        for block in blocks:
            if at < len(block.lines):
                return block.lines[at]
            at -= len(block.lines)
        if self.claim is not None and not self.waiting:
            if at == 0:
                return [Piece(f" {self._heading()}", "heading")]
            at -= 1
            y -= 1
        if at < len(self.items):
            item = self.items[at]
            name = self.names.get(item.source, item.source)
            is_current = at + len(blocks) == self.at
            return item_line(item, name, self.columns, current=is_current)
        if y == 0:
            words = "The list is being read." if self.waiting else "There is no evidence yet."
            return [Piece(f" {words}", "muted")]
        if y == 1 and not self.waiting:
            return [Piece(" Add some: verifier evidence add FILE --source NAME", "muted")]
        return []

    def _heading(self) -> str:
        """What stands between the passages and the documents."""
        if self.looked is None:
            return "All documents"
        return "All documents" if self.found else f"Nothing found for {self.claim}. All documents"

    def _passages(self) -> Sequence[Block]:
        """The blocks of the passages found, made anew where something of them has changed."""
        made_for = (self.looked, self.columns, self.at if self.at < len(self.found) else -1)
        if self.looked is None or self.finding is None:
            return ()
        if made_for != self._blocks_for:
            from verifier.tui.widgets.found_lines import block_of

            finding, claim = self.finding, self.looked.wanted.claim
            self._blocks = [
                block_of(finding, claim, found, self.columns, current=n == self.at)
                for n, found in enumerate(self.found)
            ]
            self._blocks_for = made_for
        return self._blocks

    def _lines_of(self, at: int) -> tuple[int, int]:
        """The first and the last line of a row of the list."""
        blocks = self._passages()
        heights = [len(block.lines) for block in blocks]
        if at < len(heights):
            first = sum(heights[:at])
            return first, first + heights[at] - 1
        line = sum(heights) + (self.claim is not None) + at - len(heights)
        return (0 if line == 1 and not heights else line), line

    def _row_at(self, line: int) -> int:
        """The row of the list that a line of it belongs to."""
        for at, block in enumerate(self._passages()):
            if line < len(block.lines):
                return at
            line -= len(block.lines)
        return len(self.found) + max(0, line - (self.claim is not None))

    def _text_line(self, y: int) -> Line:
        assert self.selection is not None
        wrapped = self.selection.wrapped
        ref = wrapped.step(self.top, y)
        if y and ref == wrapped.last and wrapped.distance(self.top, ref, y + 1) < y:
            return []
        start, end = wrapped.slice(ref)
        span = self.selection.span
        low, high = span or (self.selection.caret, self.selection.caret)
        pieces, is_cited = self._cited_pieces(start, end)
        is_last = self._shown[end : end + 1] in ("", "\n")
        over = chosen_over(pieces, start, (low, high, self.selection.caret), ends_paragraph=is_last)
        return [Piece("¶ " if is_cited else "  ", "heading"), *over]

    def _cited_pieces(self, start: int, end: int) -> tuple[list[Piece], bool]:
        """The line with passages cited for the current claim lifted out."""
        assert self.item is not None
        spans = [p.selector.span for p in self.cited if p.evidence == self.item.label]
        cuts = {start, end}
        for span in spans:
            cuts.update(cut for cut in span if start < cut < end)
        edges = sorted(cuts)
        pieces: list[Piece] = []
        for low, high in pairwise(edges):
            is_cited = any(span.start <= low < span.end for span in spans)
            pieces.append(Piece(self._shown[low:high], "current" if is_cited else "text"))
        return pieces, any(piece.style == "current" for piece in pieces)

    def _title(self) -> Line:
        width = self.columns
        if self.item is None or self.selection is None:
            count = str(len(self.items)) if self.items else ""
            parts = []
            if self.looked is not None and self.finding is not None and self.found:
                unread = self.finding.unread(self.looked)
                many = "" if len(self.found) == 1 else "s"
                told = f"{len(self.found)} passage{many} for {self.claim}, {unread} unread"
                parts = [Piece(told, "title")]
            return title_line(width, "Evidence", count, focused=self.focused_pane, parts=parts)
        span = self.selection.span
        place = f"{span.start}-{span.end}" if span else str(self.selection.caret)
        from verifier.language.display import display_line

        name = self.names.get(self.item.source, self.item.source)
        words = f"{display_line(self.item.title)} · {display_line(name)}"
        parts = [Piece(words, "title")]
        title = self.item.label
        return title_line(width, title, place, focused=self.focused_pane, parts=parts)

    def _text_width(self) -> int:
        return max(10, self.columns - GUTTER - 1)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor or the caret where was pointed."""
        if event.y < 1:
            return
        if self.selection is None:
            self.move(self._row_at(self.list_top + event.y - 1) - self.at)
            self.post_message(self.Chosen())
            return
        wrapped = self.selection.wrapped
        start, end = wrapped.slice(wrapped.step(self.top, event.y - 1))
        at = offset_at(self._shown[start:end], max(0, event.x - self.rule - GUTTER))
        self.selection.caret = start + at
        self.repaint()

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self.scroll_lines(3)

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self.scroll_lines(-3)


def item_line(item: EvidenceItem, source_name: str, width: int, *, current: bool) -> Line:
    """One document of the list: label, source, date, title."""
    from verifier.language.display import display_line

    ground = "current" if current else "text"
    muted = "current-muted" if current else "muted"
    source = min(22, max(8, width // 4))
    published = item.published_at.isoformat() if item.published_at else "no date"
    return fit_line(
        [
            Piece("▶ " if current else "  ", ground),
            Piece(f"{item.label:<4} ", "current-strong" if current else "strong"),
            Piece(fit(display_line(source_name), source) + " ", muted),
            Piece(f"{published:<10} ", muted),
            Piece(display_line(item.title), ground),
        ],
        width,
        ground,
    )
