"""Places of one story that cannot both be so, or where one says more than the other."""

from collections.abc import Iterator

from verifier.judgement.related import beside, contradictions, same_event, topics_of
from verifier.judgement.topics import Topic
from verifier.model.assessment import InternalConflict
from verifier.model.claim import ClaimLabel
from verifier.model.scales import ConflictKind
from verifier.model.state import State
from verifier.model.text import Span


def internal_conflicts(state: State, text: str) -> tuple[InternalConflict, ...]:
    """The conflicts inside a story, in the order of the text, labelled X01, X02, …."""
    found = sorted(_pairs(state))
    return tuple(
        InternalConflict(f"X{n:02d}", ConflictKind.NUMBER, claims, spans, why)
        for n, (spans, claims, why) in enumerate(found, 1)
    )


def _pairs(
    state: State,
) -> Iterator[tuple[tuple[Span, Span], tuple[ClaimLabel, ClaimLabel], str]]:
    for topic, others in beside(topics_of(state.claims.values())):
        for other in others:
            first, second = topic.claim.selector, other.claim.selector
            if first is None or second is None or first.start >= second.start:
                continue
            for why in _apart(topic, other):
                labels = (topic.claim.label, other.claim.label)
                yield (first.span, second.span), labels, why
                break


def _apart(topic: Topic, other: Topic) -> Iterator[str]:
    if same_event(topic, other) is not None:
        yield from contradictions(topic, other)
