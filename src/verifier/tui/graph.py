"""The origins around an edge as a drawing in characters: boxes, and branches of who repeats them.

Every source that comes to the same origins by edges that are not rejected is on it. Sources that
repeat one another, or share one record, stand in one box: they are one origin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from verifier.judgement.web import JOINING
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.scales import DependencyState
from verifier.model.story import Slug
from verifier.tui.paint import Line, Piece, fit_line, width_of, wrap_words

MOST_LINES = 80
"""Lines of one drawing."""

SIGNS: Mapping[DependencyState, str] = {
    DependencyState.SUSPECTED: "?",
    DependencyState.PROPOSED: "○",
    DependencyState.CONFIRMED: "●",
    DependencyState.REJECTED: "✗",
}
"""The sign of what is known of an edge; the word stands beside it, or in the list."""

Names = Callable[[Slug], str]
Group = frozenset[Slug]
"""Sources that are one node: mostly one source, else a loop or one record."""


@dataclass(frozen=True)
class Drawing:
    """The nodes around an edge. `below` are the groups that repeat one, `over` by which edges."""

    chosen: DependencyLabel
    name: Names
    below: Mapping[Group, Sequence[Group]]
    over: Mapping[tuple[Group, Group], Sequence[Dependency]]
    origins: Sequence[Group]


def graph_lines(
    edges: Mapping[DependencyLabel, Dependency], chosen: DependencyLabel, name: Names, width: int
) -> list[Line]:
    """The origins around an edge, each with those who repeat it; `name` gives safe names."""
    edge = edges[chosen]
    living = [item for item in edges.values() if not item.is_rejected]
    if edge.is_rejected:
        words = f" {edge.label} is rejected: nothing is counted over it."
        head: list[Line] = [[Piece(words, "muted")]]
    else:
        head = []
    drawing = _drawing(_around(edge, living), (edge.from_source, edge.to_source), chosen, name)
    lines = [line for origin in drawing.origins for line in _origin(drawing, origin, width)]
    if len(lines) > MOST_LINES:
        lines = [
            *lines[:MOST_LINES],
            [Piece(f"   … {len(lines) - MOST_LINES} more lines", "muted")],
        ]
    words = "   ".join(f"{sign} {state.value}" for state, sign in SIGNS.items())
    signs = wrap_words(f"{words}   ▶ this edge", width - 2)
    legend: list[Line] = [[Piece(f" {line}", "faint")] for line in signs]
    return [*head, *(fit_line(line, width) for line in lines), *legend]


def _around(edge: Dependency, living: Iterable[Dependency]) -> list[Dependency]:
    """The edges that hang together with one, whatever their direction."""
    at: dict[Slug, list[Dependency]] = {}
    for item in living:
        at.setdefault(item.from_source, []).append(item)
        at.setdefault(item.to_source, []).append(item)
    ahead, met = [edge.from_source, edge.to_source], set[Slug]()
    found: dict[DependencyLabel, Dependency] = {}
    while ahead:
        slug = ahead.pop()
        if slug not in met:
            met.add(slug)
            for item in at.get(slug, ()):
                found[item.label] = item
                ahead += [item.from_source, item.to_source]
    return sorted(found.values(), key=lambda item: ("." in item.label, item.label))


def _drawing(
    edges: Sequence[Dependency], ends: Iterable[Slug], chosen: DependencyLabel, name: Names
) -> Drawing:
    up: dict[Slug, list[Slug]] = {slug: [] for slug in ends}
    for item in edges:
        up.setdefault(item.from_source, []).append(item.to_source)
        up.setdefault(item.to_source, [])
        if item.kind in JOINING:
            up[item.to_source].append(item.from_source)
    group_of = {slug: group for group in _groups(up) for slug in group}
    below: dict[Group, dict[Group, None]] = {}
    over: dict[tuple[Group, Group], list[Dependency]] = {}
    rests: set[Group] = set()
    for item in edges:
        first, last = group_of[item.from_source], group_of[item.to_source]
        over.setdefault((first, last), []).append(item)
        if first != last:
            below.setdefault(last, {})[first] = None
            rests.add(first)
    origins = [group for group in dict.fromkeys(group_of.values()) if group not in rests]
    return Drawing(chosen, name, {group: tuple(one) for group, one in below.items()}, over, origins)


def _groups(up: Mapping[Slug, Sequence[Slug]]) -> list[Group]:
    """The sources that come to one another, together (Kosaraju's two walks)."""
    down: dict[Slug, list[Slug]] = {slug: [] for slug in up}
    for slug, others in up.items():
        for other in others:
            down[other].append(slug)
    order: list[Slug] = []
    met: set[Slug] = set()
    for slug in up:
        order += _walk(slug, up, met)
    met = set()
    return [frozenset(found) for slug in reversed(order) if (found := _walk(slug, down, met))]


def _walk(start: Slug, ways: Mapping[Slug, Sequence[Slug]], met: set[Slug]) -> list[Slug]:
    """The sources reached from one that were not met before, each after those it leads to."""
    if start in met:
        return []
    met.add(start)
    done: list[Slug] = []
    ahead: list[tuple[Slug, Iterator[Slug]]] = [(start, iter(ways[start]))]
    while ahead:
        slug, others = ahead[-1]
        following = next((other for other in others if other not in met), None)
        if following is None:
            done.append(slug)
            ahead.pop()
        else:
            met.add(following)
            ahead.append((following, iter(ways[following])))
    return done


def _origin(drawing: Drawing, origin: Group, width: int) -> Iterator[Line]:
    """One origin in its box, and the branches of those who repeat it."""
    label = _label(drawing, origin)
    below = drawing.below.get(origin, ())
    rule = "─" * (width_of([Piece(label)]) + 2)
    yield [Piece(f" ┌{rule}┐", "rule")]
    kind = "one origin" if len(origin) > 1 else "origin"
    words = f"{kind}{_inner_words(drawing, origin)}"
    box = [Piece(" │ ", "rule"), Piece(label, "strong"), Piece(" │", "rule")]
    first, *more = wrap_words(words, max(12, width - width_of(box) - 1))
    yield [*box, Piece(f" {first}", "muted")]
    yield [Piece(f" └─{'┬' if below else '─'}{rule[2:]}┘", "rule")]
    yield from ([Piece(f"   {'│' if below else ' '} ", "rule"), Piece(x, "muted")] for x in more)
    yield from _branches(drawing, origin, "   ", {origin}, width)


def _branches(
    drawing: Drawing, group: Group, lead: str, met: set[Group], width: int
) -> Iterator[Line]:
    """Those who repeat a node, each with what it is read from and its own branches."""
    below = drawing.below.get(group, ())
    for at, child in enumerate(below):
        is_last = at == len(below) - 1
        again = child in met
        met.add(child)
        label = _label(drawing, child)
        words = _over(drawing, drawing.over[child, group]) + _inner_words(drawing, child)
        words += " (its branches stand above)" if _is_cut(drawing, child, again) else ""
        inner = f"{lead}{' ' if is_last else '│'}  "
        room = width - width_of([Piece(lead), Piece(label)]) - 6
        first, *more = wrap_words(words, max(12, room))
        branch = Piece(f"{lead}{'└' if is_last else '├'}─ ", "rule")
        yield [branch, Piece(label, "strong"), Piece(f"  {first}", "muted")]
        gap = " " * (width_of([Piece(label)]) + 2)
        yield from ([Piece(inner, "rule"), Piece(f"{gap}{line}", "muted")] for line in more)
        if not again:
            yield from _branches(drawing, child, inner, met, width)


def _is_cut(drawing: Drawing, group: Group, again: bool) -> bool:
    return again and bool(drawing.below.get(group))


def _label(drawing: Drawing, group: Group) -> str:
    """The name of a node; of several sources, joined by the sign for what makes them one."""
    if len(group) == 1:
        (slug,) = group
        return drawing.name(slug)
    inner = drawing.over.get((group, group), ())
    sign = " = " if all(edge.kind in JOINING for edge in inner) else " ⇄ "
    return sign.join(sorted(drawing.name(slug) for slug in group))


def _inner_words(drawing: Drawing, group: Group) -> str:
    """Which edges make one node of several sources."""
    inner = drawing.over.get((group, group), ())
    if not inner:
        return ""
    loop = "" if all(edge.kind in JOINING for edge in inner) else "a loop, "
    return f": {loop}{_over(drawing, inner)}"


def _over(drawing: Drawing, edges: Sequence[Dependency]) -> str:
    """The edges by kind, each with its sign and label; an arrow marks the one chosen."""
    by_kind: dict[str, list[str]] = {}
    for edge in edges:
        mark = "▶" if edge.label == drawing.chosen else ""
        by_kind.setdefault(edge.kind.value, []).append(f"{mark}{SIGNS[edge.state]}{edge.label}")
    return "; ".join(f"{kind} {' '.join(labels)}" for kind, labels in by_kind.items())
