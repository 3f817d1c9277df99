"""Which edge read today is which edge of the story: what people decided on edges stays."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from verifier.desk.names import next_label
from verifier.desk.session import OpenStory
from verifier.model.claim import ClaimLabel
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.event import SubjectKind
from verifier.model.scales import DependencyState
from verifier.model.story import Slug
from verifier.model.text import Span

Identity = tuple[Slug, Slug, Span | None]
"""What makes two readings of an edge the same one: its ends, and the place of its words."""


def is_decided(edge: Dependency) -> bool:
    """Whether a person confirmed, rejected or added the edge."""
    return edge.state in (DependencyState.CONFIRMED, DependencyState.REJECTED)


def read_edges(
    story: OpenStory, found: Iterable[Dependency], labels: Mapping[ClaimLabel, ClaimLabel]
) -> Mapping[DependencyLabel, Dependency | None]:
    """What becomes of the story's edges when it is read as `found`: None for one that is gone.

    An edge that a person decided on stays as it is. `labels` gives the story's label for each claim
    of the reading. Edges of documents that nobody decided on go: they are read anew when needed.
    """
    there = {_identity(edge): edge for edge in story.state.dependencies.values()}
    after: dict[DependencyLabel, Dependency | None] = {
        label: None for label, edge in story.state.dependencies.items() if not is_decided(edge)
    }
    used = [item.key[0] for item in story.state.stamps if item.kind is SubjectKind.DEPENDENCY]
    used = [label for label in used if "." not in label]
    for edge in found:
        renamed = replace(edge, claims=tuple(labels.get(label, label) for label in edge.claims))
        before = there.get(_identity(edge))
        if before is not None and is_decided(before):
            continue
        if before is None:
            label = DependencyLabel(next_label("D", used))
            used.append(label)
        else:
            label = before.label
        after[label] = replace(renamed, label=label)
    return after


def _identity(edge: Dependency) -> Identity:
    return (edge.from_source, edge.to_source, edge.span)
