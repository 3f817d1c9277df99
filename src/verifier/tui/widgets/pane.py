"""A pane of fixed size that is painted line by line, without Textual's layout or scroll bars."""

from __future__ import annotations

from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from verifier.tui.arrange import Box
from verifier.tui.paint import Line, Piece, cut, fit_line, strip_of, width_of


class LinePane(Widget, can_focus=False):
    """The base of all panes: subclasses say what each line says.

    A repaint is asked for line by line; the size changes only when the arrangement does.
    """

    DEFAULT_CSS = """
    LinePane { position: absolute; width: 1; height: 1; }
    """
    ALLOW_SELECT = False

    focused_pane = False
    _is_beside = False
    _box: Box | None = Box(0, 0, 1, 1)

    def line(self, y: int) -> Line:
        """What line `y` of the pane says."""
        raise NotImplementedError

    @property
    def columns(self) -> int:
        """How many cells a line has; the rule at the left of a pane beside another is no part."""
        return max(0, self.size.width - self._is_beside)

    def render_line(self, y: int) -> Strip:
        """Line `y` as Textual paints it."""
        if self._is_beside:
            return strip_of([Piece("│", "rule"), *self.line(y)], self.size.width)
        return strip_of(self.line(y), self.size.width)

    def put(self, box: Box | None) -> None:
        """Stand in `box`, or be hidden."""
        if box == self._box:
            return
        self._box = box
        self.display = box is not None
        if box is not None:
            self._is_beside = box.x > 0
            self.styles.offset = Offset(box.x, box.y)
            self.styles.width = box.width
            self.styles.height = box.height

    def set_focused(self, is_focused: bool) -> None:
        """Show in the title whether the keys of movement go here."""
        if self.focused_pane is not is_focused:
            self.focused_pane = is_focused
            self.repaint()

    def scroll_lines(self, lines: int) -> None:
        """Scroll so many lines down, or up if negative; most panes do not scroll."""

    def repaint(self) -> None:
        """Paint the whole pane again, without a layout."""
        self.refresh(layout=False)

    def repaint_lines(self, first: int, count: int = 1) -> None:
        """Paint some lines again."""
        self.refresh(Region(0, first, self.size.width, count), layout=False)


def title_line(
    width: int, title: str, right: str = "", *, focused: bool = False, parts: Line = ()
) -> Line:
    """The line that heads a pane: a mark if it has the focus, its title, something at the right."""
    head = Piece(f"▌{title} " if focused else f" {title} ", "title-strong")
    if focused:
        head = Piece(f" {title} ", "title-focus")
    room = width - width_of([head]) - width_of([Piece(right)]) - 2
    middle = fit_line(parts, max(0, room), "title")
    return [head, *middle, Piece(f" {cut(right, max(0, width - 10))} ", "title")]
