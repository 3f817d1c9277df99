"""How many origins and parties the support of a claim comes down to; never typed by anybody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from verifier.judgement.newsroom import short_name, standing
from verifier.judgement.places import place_of
from verifier.judgement.upstream import Node
from verifier.judgement.web import Keep, Ways, is_confirmed
from verifier.model.assessment import Independence
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.scales import DependencyKind, DependencyState, StanceCode
from verifier.model.source import Source
from verifier.model.story import Slug

SUPPORTING = frozenset({StanceCode.ASSERTS, StanceCode.ECHOES, StanceCode.PARTLY})
"""The stances that support a claim, wholly or in part."""

SHOWN = 3
"""How many edges a sentence spells out before it counts the rest."""


@dataclass(frozen=True)
class Origin:
    """An end node with the supporters that come down to it, and how strongly they support."""

    node: Node
    supporters: tuple[Slug, ...]
    asserted: bool

    @property
    def name(self) -> Slug:
        """The source that stands for the node: the first of them by slug."""
        return min(self.node)


@dataclass(frozen=True)
class Counted:
    """The origins of a claim over some edges, and which of those edges were followed."""

    origins: tuple[Origin, ...]
    followed: tuple[Dependency, ...]


PartyOf = Mapping[Slug, Slug]
"""Each source's party, by the slug of the first source that belongs to it."""


def parties_joined(sources: Mapping[Slug, Source]) -> PartyOf:
    """Which sources count as one party: joined by party and by owner, also through others.

    Joined over all sources that are known and not only over those of one claim, so that one more
    supporter never makes one party of two. A source without either is a party of its own.
    """
    head: dict[tuple[str, str], Slug] = {}
    joined: dict[Slug, Slug] = {}
    for slug in sorted(sources):
        source = sources[slug]
        named = (("party", source.party), ("owner", source.owner))
        marks = [(kind, value.casefold()) for kind, value in named if value]
        first = min([_first(joined, head[mark]) for mark in marks if mark in head], default=slug)
        for mark in marks:
            if mark in head:
                joined[_first(joined, head[mark])] = first
            head[mark] = first
        joined[slug] = first
    return {slug: _first(joined, slug) for slug in joined}


def _first(joined: Mapping[Slug, Slug], slug: Slug) -> Slug:
    while joined.get(slug, slug) != slug:
        slug = joined[slug]
    return slug


def counted(
    support: Mapping[Slug, StanceCode],
    ways: Ways,
    sources: Mapping[Slug, Source],
    keep: Keep | None = None,
) -> Counted:
    """The origins that the supporters among `support` come down to, over the edges to `keep`."""
    codes = _supporters(support, sources)
    led = ways.led(codes, keep)
    by_node: dict[Node, list[Slug]] = {}
    for slug, way in zip(codes, led, strict=True):
        for node in way.ends:
            by_node.setdefault(node, []).append(slug)
    origins = [
        Origin(node, tuple(found), any(_hands_on(codes[slug], slug, node) for slug in found))
        for node, found in by_node.items()
    ]
    followed = {edge.label: edge for way in led for edge in way.followed}
    return Counted(
        tuple(sorted(origins, key=lambda origin: origin.name)),
        tuple(followed[label] for label in sorted(followed, key=_label_order)),
    )


def _label_order(label: DependencyLabel) -> tuple[bool, int, str]:
    """D01 before D100 before E05.1."""
    return (label.startswith("E"), len(label), label)


def _supporters(
    support: Mapping[Slug, StanceCode], sources: Mapping[Slug, Source]
) -> dict[Slug, StanceCode]:
    """The supporters under the slugs they stand under now, each with its strongest stance."""
    found: dict[Slug, StanceCode] = {}
    for slug, code in support.items():
        if code in SUPPORTING:
            now = standing(slug, sources)
            found[now] = min(code, found.get(now, code), key=_STRENGTH.index)
    return found


_STRENGTH = (StanceCode.ASSERTS, StanceCode.ECHOES, StanceCode.PARTLY)


def _hands_on(code: StanceCode, slug: Slug, node: Node) -> bool:
    """Whether a supporter says the whole claim for an end node: itself, or as its echo."""
    return code is StanceCode.ASSERTS or (code is StanceCode.ECHOES and slug not in node)


def party_of_node(node: Node, party_of: PartyOf) -> Slug:
    """The party of an end node: of several sources, the first of their parties.

    One node is one party at most, whoever stands in its circle: so parties never exceed origins.
    """
    return min(party_of.get(slug, slug) for slug in node)


def parties_of(found: Counted, party_of: PartyOf) -> frozenset[Slug]:
    """The parties of the origins, each by its first source."""
    return frozenset(party_of_node(origin.node, party_of) for origin in found.origins)


def independence_of(
    support: Mapping[Slug, StanceCode],
    ways: Ways,
    sources: Mapping[Slug, Source],
    party_of: PartyOf,
    *,
    speakers: Iterable[Slug] = (),
    text: str = "",
) -> Independence:
    """Sources, origins and parties of a claim's support, counted twice, with the sentence.

    `ways` are the unrejected edges in scope of the claim, `speakers` the claim's own; `text` is the
    story's, in whose lines the words of an edge stand.
    """
    over_all = counted(support, ways, sources)
    is_all = all(is_confirmed(edge) for edge in over_all.followed)
    over_confirmed = over_all if is_all else counted(support, ways, sources, is_confirmed)
    both = (over_all, over_confirmed)
    origins = _range(len(each.origins) for each in both)
    parties = _range(len(parties_of(each, party_of)) for each in both)
    own = {standing(slug, sources) for slug in speakers}
    number = len(_supporters(support, sources))
    return Independence(
        sources=number,
        origins_min=origins[0],
        origins_max=origins[1],
        beside_claimant=sum(not (origin.node & own) for origin in over_all.origins),
        parties=parties[0],
        parties_max=parties[1],
        groups=tuple(
            (origin.name, tuple(sorted(origin.supporters))) for origin in over_all.origins
        ),
        over=tuple(edge.label for edge in over_all.followed),
        sentence=_sentence(number, origins, parties, over_all, sources, text),
    )


def _range(counts: Iterable[int]) -> tuple[int, int]:
    """The smaller and the larger of two counts."""
    first, last = sorted(counts)
    return first, last


def _sentence(
    sources: int,
    origins: tuple[int, int],
    parties: tuple[int, int],
    found: Counted,
    names: Mapping[Slug, Source],
    text: str,
) -> str:
    """The counts and the edges that were followed, for an editor."""
    if not sources:
        return "No source supports it."
    head = f"{_many(sources, sources, 'source')}, {_many(*origins, 'origin')}"
    shown = [_edge_words(edge, names, text) for edge in found.followed[:SHOWN]]
    rest = len(found.followed) - len(shown)
    if rest:
        shown.append(f"and {_many(rest, rest, 'more edge')}")
    why = f": {'; '.join(shown)}" if shown else ""
    return f"{head}{why}. {_many(*parties, 'party')}."


def _many(low: int, high: int, noun: str) -> str:
    """A number, or a range, with its noun.

    >>> _many(1, 1, "party"), _many(1, 2, "origin"), _many(2, 2, "party")
    ('1 party', '1-2 origins', '2 parties')
    """
    number = str(low) if low == high else f"{low}-{high}"
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if high == 1 else plural}"


VERBS: Mapping[DependencyKind, str] = {
    DependencyKind.ECHOES: "repeats",
    DependencyKind.CITES: "cites",
    DependencyKind.QUOTES: "quotes",
    DependencyKind.TRANSLATES: "translates",
    DependencyKind.SYNDICATES: "carries",
    DependencyKind.SAME_RECORD: "has the same record as",
    DependencyKind.NEAR_IDENTICAL: "has nearly the same text as",
}
"""What the source of an edge does with the other one, in a sentence."""


def _edge_words(edge: Dependency, names: Mapping[Slug, Source], text: str) -> str:
    """`ISW repeats DIU (line 27)`, with the state of an edge that nobody confirmed."""
    first = short_name(standing(edge.from_source, names), names)
    last = short_name(standing(edge.to_source, names), names)
    place = place_of(edge, text)
    state = None if edge.state is DependencyState.CONFIRMED else edge.state.value
    aside = ", ".join(part for part in (place, state) if part)
    return f"{first} {VERBS[edge.kind]} {last}" + (f" ({aside})" if aside else "")
