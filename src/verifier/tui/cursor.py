"""Where the reviewer is: the claims that the filter shows, the one under the cursor, the cell."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from verifier.model.claim import ClaimLabel
from verifier.model.scales import SubstanceVerdict, Weight
from verifier.model.story import Slug
from verifier.tui.board import Board, Cell, ClaimRow

ALL = "all"

FILTERS: dict[str, Callable[[ClaimRow], bool]] = {
    ALL: lambda row: True,
    "open": lambda row: row.is_open,
    "load-bearing": lambda row: row.is_active and row.weight is Weight.LOAD_BEARING,
    "noted": lambda row: row.has_note,
    "dismissed": lambda row: not row.is_active,
}
"""The filters by name; the name of a verdict is a filter too."""


def passes(row: ClaimRow, name: str) -> bool:
    """Whether the filter called `name` shows the claim; an unknown name shows all."""
    found = FILTERS.get(name)
    if found is not None:
        return found(row)
    return row.is_active and row.verdict.value == name


def is_filter(name: str) -> bool:
    """Whether there is a filter of this name."""
    return name in FILTERS or name in set(SubstanceVerdict)


class Cursor:
    """The claims shown, in the order of their labels, and the place of the cursor among them.

    `current` stays on a claim that no longer passes the filter until the cursor moves, so that
    nothing slips away under the reviewer's eyes.
    """

    def __init__(self, board: Board) -> None:
        self.board = board
        self.filter = ALL
        self.shown: list[ClaimLabel] = []
        self.current: ClaimLabel | None = None
        self.source: Slug | None = None
        self.top = 0
        self._order: dict[ClaimLabel, int] = {}
        self._by_place: list[ClaimLabel] = []
        self.recount()

    @property
    def row(self) -> ClaimRow | None:
        """The row of the claim under the cursor."""
        return self.board.rows.get(self.current) if self.current else None

    @property
    def index(self) -> int:
        """The place of the current claim in the list shown; 0 where the list is empty."""
        if self.current is None or not self.shown:
            return 0
        return min(self._place(self.current), len(self.shown) - 1)

    def recount(self) -> None:
        """Make the list anew: after another filter, or a claim that came or went."""
        rows = self.board.rows
        self._order = {label: at for at, label in enumerate(self.board.state.claims)}
        self._by_place = sorted(
            (label for label in rows if rows[label].span is not None),
            key=lambda label: (rows[label].span, self._order[label]),
        )
        self.shown = [
            label
            for label in self._order
            if passes(rows[label], self.filter) or label == self.current
        ]
        if self.current not in self._order:
            self.current = None
        if self.current is None and self.shown:
            self.go(self.shown[0])

    def update(self, labels: Iterable[ClaimLabel]) -> None:
        """Take in that these claims changed, without making the whole list anew."""
        for label in labels:
            if label not in self._order or label not in self.board.rows:
                self.recount()
                return
            self._sort_in(label)

    def choose_filter(self, name: str) -> None:
        """Show what the filter `name` lets through; the cursor goes to the nearest claim."""
        self.filter = name if is_filter(name) else ALL
        was = self.current
        rows = self.board.rows
        self.shown = [label for label in self._order if passes(rows[label], self.filter)]
        if was in self.shown or not self.shown:
            return
        at = min(self._place(was), len(self.shown) - 1) if was else 0
        self.go(self.shown[at])

    def go(self, label: ClaimLabel) -> None:
        """Put the cursor on a claim, and on the first cell of its row that is to be marked."""
        left, self.current = self.current, label
        if left is not None and left != label:
            self._sort_in(left)
        self._sort_in(label)
        self.source = self._first_open_cell()

    def move(self, steps: int) -> None:
        """To a claim so many places down (up, if negative) the list."""
        if self.shown:
            at = max(0, min(self.index + steps, len(self.shown) - 1))
            self.go(self.shown[at])

    def to_end(self, last: bool) -> None:
        """To the first claim shown, or the last."""
        if self.shown:
            self.go(self.shown[-1 if last else 0])

    def next_open(self, step: int, *, around: bool = False) -> bool:
        """To the next open claim down (+1) or up (-1) the list; whether there was one."""
        count = len(self.shown)
        reach = range(1, count) if around else range(1, _reach(self.index, step, count) + 1)
        for distance in reach:
            label = self.shown[(self.index + step * distance) % count]
            if self.board.rows[label].is_open:
                self.go(label)
                return True
        return False

    def by_place(self, step: int) -> None:
        """To the claim before or after this one in the story, whatever the filter shows."""
        if self.current in self._by_place:
            at = self._by_place.index(self.current) + step
            self.go(self._by_place[max(0, min(at, len(self._by_place) - 1))])
        elif self._by_place:
            self.go(self._by_place[0])

    def move_cell(self, step: int) -> None:
        """To the next source of the row, or the one before."""
        sources = [cell.source for cell in self.board.cells(self.current)] if self.current else []
        if not sources:
            return
        at = sources.index(self.source) if self.source in sources else 0
        self.source = sources[max(0, min(at + step, len(sources) - 1))]

    def advance_cell(self) -> bool:
        """After a mark: to the next cell of the row not looked at; whether there was one."""
        cells = self.board.cells(self.current) if self.current else ()
        at = next((n for n, cell in enumerate(cells) if cell.source == self.source), 0)
        return self._to_first((*cells[at + 1 :], *cells[:at]), lambda cell: cell.code is None)

    def next_proposed(self) -> bool:
        """To the next cell of the row with a proposal, around its end; whether there was one."""
        cells = self.board.cells(self.current) if self.current else ()
        at = next((n for n, cell in enumerate(cells) if cell.source == self.source), 0)
        return self._to_first((*cells[at + 1 :], *cells[:at]), lambda cell: cell.proposal)

    def settle_cell(self) -> None:
        """To the cell at which a row is begun: the first with a proposal, or not looked at."""
        self.source = self._first_open_cell()

    def _to_first(self, cells: Sequence[Cell], is_wanted: Callable[[Cell], object]) -> bool:
        found = next((cell.source for cell in cells if is_wanted(cell)), None)
        if found is not None:
            self.source = found
        return found is not None

    def keep_in_view(self, height: int) -> None:
        """Scroll the list as little as it takes to show the cursor, two rows of context kept."""
        margin = min(2, max(0, (height - 1) // 2))
        at = self.index
        self.top = min(self.top, max(0, at - margin))
        self.top = max(self.top, at - height + 1 + margin)
        self.top = max(0, min(self.top, len(self.shown) - height))

    def _first_open_cell(self) -> Slug | None:
        cells = self.board.cells(self.current) if self.current else ()
        proposed = (cell.source for cell in cells if cell.proposal is not None)
        waiting = (cell.source for cell in cells if cell.code is None)
        return next(iter((*proposed, *waiting, *(cell.source for cell in cells))), None)

    def _place(self, label: ClaimLabel) -> int:
        """Where a claim is in the list shown, or would be."""
        order = self._order
        return bisect_left(self.shown, order.get(label, 0), key=lambda item: order[item])

    def _sort_in(self, label: ClaimLabel) -> None:
        """Show or hide one claim as the filter says; the current one always shows."""
        if label not in self._order:
            return
        at = self._place(label)
        is_shown = at < len(self.shown) and self.shown[at] == label
        wanted = label == self.current or passes(self.board.rows[label], self.filter)
        if wanted and not is_shown:
            self.shown.insert(at, label)
        elif is_shown and not wanted:
            del self.shown[at]


def _reach(index: int, step: int, count: int) -> int:
    """How many places lie between `index` and the end of a list of `count`."""
    return index if step < 0 else count - index - 1
