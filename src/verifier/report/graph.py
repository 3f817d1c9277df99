"""The edges of a story as a drawing: who repeats stands left of whom is repeated."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from verifier.language.cells import fit
from verifier.model.dependency import Dependency
from verifier.model.report import EdgeLine
from verifier.model.scales import DependencyState
from verifier.model.story import Slug

BOX_WIDTH, BOX_HEIGHT = 190, 34
ACROSS, DOWN = 258, 54
"""The size of a source's box, and how far apart boxes begin, in pixels."""

NAME_CELLS = 24
"""Cells of a name that fit into a box; the table beside the drawing has it whole."""


@dataclass(frozen=True)
class Box:
    """A source at its place: the upper left corner, in pixels."""

    name: str
    x: int
    y: int


@dataclass(frozen=True)
class Arrow:
    """An edge from the right side of a box to the left side of another, with its label's place."""

    label: str
    state: DependencyState
    x1: int
    y1: int
    x2: int
    y2: int
    at_x: int
    at_y: int


@dataclass(frozen=True)
class Drawing:
    """The whole drawing, in pixels."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def draw(lines: Sequence[EdgeLine]) -> Drawing | None:
    """The drawing of the edges that were not rejected; None where there is none."""
    living = [line for line in lines if not line.edge.is_rejected]
    if not living:
        return None
    names: dict[Slug, str] = {}
    for line in living:
        names.setdefault(line.edge.from_source, line.from_name)
        names.setdefault(line.edge.to_source, line.to_name)
    steps = _steps(line.edge for line in living)
    depth = {slug: _depth(slug, steps) for slug in names}
    boxes = _boxes(names, depth)
    places = dict(zip(_in_columns(names, depth), boxes, strict=True))
    arrows = tuple(_arrow(edges, places) for edges in _by_ends(living))
    return Drawing(
        width=max(depth.values()) * ACROSS + BOX_WIDTH + 4,
        height=max(box.y for box in boxes) + BOX_HEIGHT + 22,
        boxes=boxes,
        arrows=arrows,
    )


def _steps(edges: Iterable[Dependency]) -> dict[Slug, list[Slug]]:
    found: dict[Slug, list[Slug]] = {}
    for edge in edges:
        found.setdefault(edge.from_source, []).append(edge.to_source)
    return found


def _depth(slug: Slug, steps: Mapping[Slug, list[Slug]]) -> int:
    """How many steps upstream the farthest source is; a loop counts each source once."""
    seen, level, depth = {slug}, [slug], 0
    while True:
        level = list(dict.fromkeys(t for s in level for t in steps.get(s, ()) if t not in seen))
        if not level:
            return depth
        seen.update(level)
        depth += 1


def _in_columns(names: Mapping[Slug, str], depth: Mapping[Slug, int]) -> list[Slug]:
    return sorted(names, key=lambda slug: (-depth[slug], slug))


def _boxes(names: Mapping[Slug, str], depth: Mapping[Slug, int]) -> tuple[Box, ...]:
    """The boxes, those farthest downstream first; each column is filled from its top."""
    deepest = max(depth.values())
    rows: dict[int, int] = {}
    boxes = []
    for slug in _in_columns(names, depth):
        column = deepest - depth[slug]
        row = rows.get(column, 0)
        rows[column] = row + 1
        name = fit(names[slug], NAME_CELLS).rstrip()
        boxes.append(Box(name, 2 + column * ACROSS, 16 + row * DOWN))
    return tuple(boxes)


def _by_ends(lines: Iterable[EdgeLine]) -> list[list[Dependency]]:
    """The edges that lead from the same source to the same other one, together."""
    found: dict[tuple[Slug, Slug], list[Dependency]] = {}
    for line in lines:
        found.setdefault((line.edge.from_source, line.edge.to_source), []).append(line.edge)
    return list(found.values())


_FIRMEST = (DependencyState.CONFIRMED, DependencyState.PROPOSED, DependencyState.SUSPECTED)


def _arrow(edges: Sequence[Dependency], places: Mapping[Slug, Box]) -> Arrow:
    """One arrow for all edges between two sources, drawn as the firmest of them."""
    start, end = places[edges[0].from_source], places[edges[0].to_source]
    x1, y1 = start.x + BOX_WIDTH, start.y + BOX_HEIGHT // 2
    x2, y2 = end.x, end.y + BOX_HEIGHT // 2
    if x2 <= x1:
        # One of a loop: it leads back, over the boxes.
        x1, y1, x2, y2 = start.x, start.y + 6, end.x + BOX_WIDTH, end.y + 6
    more = f" +{len(edges) - 1}" if len(edges) > 1 else ""
    state = min((edge.state for edge in edges), key=_FIRMEST.index)
    at_x, at_y = (x1 + x2) // 2, (y1 + y2) // 2 - 5
    return Arrow(f"{edges[0].label}{more}", state, x1, y1, x2, y2, at_x, at_y)
