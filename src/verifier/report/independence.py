"""Section 6: how many origins stand behind each claim, and the edges that decide it; section 7."""

from collections.abc import Mapping

from verifier.model.assessment import Assessment, ClaimImpact
from verifier.model.claim import ClaimLabel
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.report import (
    ConflictLine,
    EdgeLine,
    IndependenceRow,
    MarkedClaim,
    OriginGroup,
)
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.model.text import Span
from verifier.report.claims_json import edge_order
from verifier.report.impact import short_impact_sentences
from verifier.report.order import line_at, line_starts

Impacts = Mapping[DependencyLabel, tuple[ClaimImpact, ...]]
"""What would be judged otherwise, by the wrong edge; one that is missing was not tried."""


def independence_rows(
    state: State, assessment: Assessment, marked: Mapping[ClaimLabel, MarkedClaim]
) -> tuple[IndependenceRow, ...]:
    """Every active claim that a person accepted and a source supports, in the order of the text.

    Only what was marked is counted; the ledger says what is proposed beside it.
    """
    return tuple(
        row
        for claim in marked.values()
        if claim.state == "accepted" and (row := _row(state, assessment, claim)) is not None
    )


def _row(state: State, assessment: Assessment, claim: MarkedClaim) -> IndependenceRow | None:
    assessed = assessment.claims[claim.label]
    found = assessed.marked
    if found is None or not found.sources:
        return None
    return IndependenceRow(
        claim=claim.label,
        line=claim.line,
        sources=found.sources,
        origins_min=found.origins_min,
        origins_max=found.origins_max,
        parties_min=found.parties,
        parties_max=found.parties_max,
        status=assessed.status,
        groups=tuple(
            OriginGroup(
                source_name(state, origin), tuple(source_name(state, slug) for slug in slugs)
            )
            for origin, slugs in found.groups
        ),
    )


def edge_lines(
    state: State, assessment: Assessment, text: str, impacts: Impacts
) -> tuple[EdgeLine, ...]:
    """Every edge with its words and what would change if it were wrong; rejected ones too."""
    starts = line_starts(text)
    edges = sorted(assessment.dependencies.values(), key=lambda edge: edge_order(edge.label))
    return tuple(
        EdgeLine(
            edge=edge,
            from_name=source_name(state, edge.from_source),
            to_name=source_name(state, edge.to_source),
            where=_where(edge, starts),
            impacts=_impacts(impacts, edge.label),
        )
        for edge in edges
    )


def _impacts(impacts: Impacts, label: DependencyLabel) -> tuple[str, ...] | None:
    found = impacts.get(label)
    return None if found is None else short_impact_sentences(found)


def _where(edge: Dependency, starts: tuple[int, ...]) -> str:
    """Where the words of an edge stand: a line of the story, or a document."""
    if edge.evidence is not None:
        return edge.evidence
    return f"line {line_at(starts, edge.span.start)}" if edge.span is not None else ""


def conflict_lines(assessment: Assessment, text: str) -> tuple[ConflictLine, ...]:
    """The internal conflicts with the words of both sides."""
    starts = line_starts(text)
    return tuple(
        ConflictLine(
            conflict,
            (line_at(starts, conflict.spans[0].start), line_at(starts, conflict.spans[1].start)),
            (_words(text, conflict.spans[0]), _words(text, conflict.spans[1])),
        )
        for conflict in assessment.conflicts
    )


def _words(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def source_name(state: State, slug: Slug) -> str:
    """The name of a source of the story, else its slug."""
    source = state.sources.get(slug)
    return slug if source is None else source.name
