"""What is said of one edge: its words, the origins around it, what rests on it, what if not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from verifier.language.display import display_line
from verifier.model.dependency import Dependency
from verifier.model.scales import DependencyScope
from verifier.model.story import Slug
from verifier.tui.graph import SIGNS, graph_lines
from verifier.tui.paint import Line, Piece, cut, wrap_words
from verifier.tui.widgets.sections import section

if TYPE_CHECKING:
    from verifier.model.assessment import Assessment, ClaimImpact
    from verifier.tui.judging import Judged

MOST_CLAIMS = 20
"""Claims named under one heading."""

MOST_CHANGES = 3
"""Changes that are said in the last lines."""

NOTHING = "."
"""What `impact_words` says of a claim that is judged as before."""


class Found(NamedTuple):
    """An edge in the assessment; `impact` None while it is not worked out."""

    edge: Dependency
    judged: Judged
    impact: tuple[ClaimImpact, ...] | None
    name: Callable[[Slug], str]


def reach_words(edge: Dependency) -> str:
    """How far an edge reaches."""
    if edge.scope is DependencyScope.CLAIM:
        return " ".join(edge.claims)
    if edge.evidence is not None:
        return f"what cites {edge.evidence}" if edge.reach is None else f"part of {edge.evidence}"
    return "the whole story" if edge.scope is DependencyScope.STORY else "one paragraph"


def edge_lines(found: Found, width: int) -> list[Line]:
    """Everything about one edge, the words first."""
    edge = found.edge
    state = f"{SIGNS[edge.state]} {edge.state.value}"
    names = f"{found.name(edge.from_source)} {edge.kind.value} {found.name(edge.to_source)}"
    lines: list[Line] = [[Piece(f" {line}", "strong")] for line in wrap_words(names, width - 2)]
    lines += section("State", state + (f": {edge.reason}" if edge.reason else ""), width)
    lines += _words(found, width)
    lines += section("Reaches", reach_words(edge), width)
    lines += _if_wrong(found, width)
    lines += [[], [Piece(" ORIGINS", "heading")]]
    lines += graph_lines(found.judged.assessment.dependencies, edge.label, found.name, width)
    return [*lines, [], *_resting(found, width)]


def _words(found: Found, width: int) -> list[Line]:
    """The words that the edge was read from, with their line or document, and by which rule."""
    edge = found.edge
    if edge.span is None:
        return section("Words", f"none; added by {edge.proposed_by}", width, "muted")
    line = found.judged.text.count("\n", 0, edge.span.start) + 1
    place = f"line {line}" if edge.evidence is None else edge.evidence
    words = cut(display_line(" ".join(edge.cue.split())), 300)
    lines = section("Words", f"“{words}” ({place})", width, "quote")
    return [*lines, *section("Read by", f"the rule {edge.proposed_by}", width, "muted")]


def _resting(found: Found, width: int) -> list[Line]:
    """The claims that are counted over the edge, each in its sentence."""
    claims = found.judged.over(found.edge.label)
    if not claims:
        return [[Piece(" No claim is counted over it now.", "muted")]]
    heading = f" {len(claims)} {'claim is' if len(claims) == 1 else 'claims are'} counted over it"
    lines: list[Line] = [[Piece(heading.upper(), "heading")]]
    for claim in claims[:MOST_CLAIMS]:
        sentence = claim.independence.sentence if claim.independence else ""
        lines += section(claim.claim, sentence, width)
    return lines + _and_more(len(claims))


def _if_wrong(found: Found, width: int) -> list[Line]:
    """What would change of the claims if the edge were not as it stands."""
    from verifier.report.impact import impact_sentences

    case = "If it holds" if found.edge.is_rejected else "If wrong"
    if found.impact is None:
        return section(case, "being worked out…", width, "muted")
    if not found.impact:
        return section(case, "nothing would change", width)
    said = impact_sentences(found.impact)
    lines = section(case, f"{_counted(len(found.impact))} judged otherwise:", width)
    for sentence in said[:MOST_CLAIMS]:
        lines += section("", sentence, width)
    return lines + _and_more(len(said))


def _counted(claims: int) -> str:
    return f"{claims} {'claim' if claims == 1 else 'claims'} would be"


def _and_more(count: int) -> list[Line]:
    if count <= MOST_CLAIMS:
        return []
    return [[Piece(f"           and {count - MOST_CLAIMS} more", "muted")]]


def change_words(before: Assessment, now: Judged) -> str:
    """What a decision changed of the claims, in a sentence or two."""
    from verifier.model.assessment import ClaimImpact
    from verifier.report.impact import impact_sentences, impact_words

    items = [
        ClaimImpact(label, before.claims[label], claim, ())
        for label, claim in now.assessment.claims.items()
        if label in before.claims and before.claims[label] is not claim
    ]
    said = impact_sentences(item for item in items if impact_words(item) != NOTHING)
    if not said:
        return "Recorded. No claim is judged otherwise by it."
    more = f" And {len(said) - MOST_CHANGES} more." if len(said) > MOST_CHANGES else ""
    return "Recorded. " + " ".join(said[:MOST_CHANGES]) + more
