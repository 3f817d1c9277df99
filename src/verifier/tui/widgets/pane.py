"""A pane of fixed size that is painted line by line, without Textual's layout or scroll bars."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widget import Widget

from verifier.tui.arrange import Box
from verifier.tui.paint import Line, Piece, cut, fit_line, strip_of, width_of


class Brush:
    """Holds panes back from painting until all that one key changes is known.

    Use it in a `with` statement around the handling of a key or a message.
    """

    def __init__(self) -> None:
        self._held = 0
        self._due: dict[LinePane, None] = {}

    def __enter__(self) -> None:
        self._held += 1

    def __exit__(self, *_: object) -> None:
        self._held -= 1
        if not self._held:
            due, self._due = list(self._due), {}
            for pane in due:
                pane.paint_changes()

    def holds(self, pane: LinePane) -> bool:
        """Whether the pane must wait; then it is painted in its turn."""
        if self._held:
            self._due[pane] = None
        return bool(self._held)


class LinePane(Widget, can_focus=False):
    """The base of all panes: subclasses say what each line says.

    A repaint works out the lines and paints those that differ; the size changes only when the
    arrangement does.
    """

    DEFAULT_CSS = """
    LinePane { position: absolute; width: 1; height: 1; }
    """
    ALLOW_SELECT = False

    focused_pane = False
    brush: Brush | None = None
    after_painting: Callable[[], None] | None = None
    _painted: list[Line] | None = None
    _painted_size = Size(0, 0)
    _is_beside = False
    _box: Box | None = Box(0, 0, 1, 1)

    def line(self, y: int) -> Line:
        """What line `y` of the pane says."""
        raise NotImplementedError

    @property
    def columns(self) -> int:
        """How many cells a line has; the rule at the left of a pane beside another is no part."""
        return max(0, self.size.width - self._is_beside)

    @property
    def rule(self) -> int:
        """How many cells the rule at the left takes: a pointed column counts from behind it."""
        return int(self._is_beside)

    def render_line(self, y: int) -> Strip:
        """Line `y` as Textual paints it."""
        if self._painted is None or self._painted_size != self.size:
            self._painted, self._painted_size = self._lines_now(), self.size
            if self.after_painting is not None:
                asyncio.get_running_loop().call_soon(self.after_painting)
        line = self._painted[y] if y < len(self._painted) else []
        if self._is_beside:
            return strip_of([Piece("│", "rule"), *line], self.size.width)
        return strip_of(line, self.size.width)

    def _lines_now(self) -> list[Line]:
        return [list(self.line(y)) for y in range(self.size.height)]

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
        """Paint what says something else now: at once, or when the brush is let go."""
        if self.brush is None or not self.brush.holds(self):
            self.paint_changes()

    def paint_changes(self) -> None:
        """Work out the lines and paint those that differ from what is painted."""
        before = self._painted
        if before is None or self._painted_size != self.size:
            self._painted = None
            self.refresh(layout=False)
            return
        self._painted = self._lines_now()
        for y, (old, new) in enumerate(zip(before, self._painted, strict=True)):
            if old != new:
                self.refresh(Region(0, y, self.size.width, 1), layout=False)


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
