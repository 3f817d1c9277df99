"""Where the way upstream ends: the end nodes that sources come down to, circles as one node."""

from collections.abc import Callable, Iterable

from verifier.model.story import Slug

Node = frozenset[Slug]
"""One end of the way upstream: a source, or several that are one record or one circle."""

Neighbours = Callable[[Slug], Iterable[Slug]]
"""The sources one step upstream."""


def ends_upstream(starts: Iterable[Slug], upstream: Neighbours) -> dict[Slug, frozenset[Node]]:
    """For each of `starts`, the end nodes that the way upstream leads to; linear in what is met.

    Sources in a circle are one node (Tarjan's strongly connected components, without recursion).

    >>> steps_up = {"isw": ["diu"], "a": ["b"], "b": ["a"]}
    >>> found = ends_upstream(["isw", "a", "x"], lambda slug: steps_up.get(slug, ()))
    >>> [sorted(sorted(node) for node in found[start]) for start in ("isw", "a", "x")]
    [[['diu']], [['a', 'b']], [['x']]]
    """
    search = _Search(upstream)
    wanted = tuple(starts)
    for start in wanted:
        search.visit(start)
    return {start: search.ends[search.node_of[start]] for start in wanted}


class _Search:
    """Tarjan's search: the nodes met so far, each with the end nodes above it."""

    def __init__(self, upstream: Neighbours) -> None:
        self._upstream = upstream
        self._number: dict[Slug, int] = {}
        self._low: dict[Slug, int] = {}
        self._open: list[Slug] = []
        self.node_of: dict[Slug, Node] = {}
        self.ends: dict[Node, frozenset[Node]] = {}

    def visit(self, start: Slug) -> None:
        """Follow every way upstream from a source that was not met yet."""
        if start in self._number:
            return
        path = [(start, iter(self._enter(start)))]
        while path:
            slug, ahead = path[-1]
            following = next(ahead, None)
            if following is None:
                path.pop()
                if path:
                    below = path[-1][0]
                    self._low[below] = min(self._low[below], self._low[slug])
                if self._low[slug] == self._number[slug]:
                    self._close(slug)
            elif following not in self._number:
                path.append((following, iter(self._enter(following))))
            elif following not in self.node_of:
                self._low[slug] = min(self._low[slug], self._number[following])

    def _enter(self, slug: Slug) -> tuple[Slug, ...]:
        self._number[slug] = self._low[slug] = len(self._number)
        self._open.append(slug)
        return tuple(self._upstream(slug))

    def _close(self, slug: Slug) -> None:
        """Make one node of the circle that ends here, and note the ends above it."""
        at = self._open.index(slug) if self._open[-1] != slug else len(self._open) - 1
        node = frozenset(self._open[at:])
        del self._open[at:]
        for member in node:
            self.node_of[member] = node
        above = {
            self.node_of[other]
            for member in node
            for other in self._upstream(member)
            if self.node_of[other] is not node
        }
        self.ends[node] = frozenset().union(*(self.ends[other] for other in above)) or frozenset(
            [node]
        )
