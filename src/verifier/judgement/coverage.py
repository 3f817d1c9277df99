"""How much of a story's body is claimed or carries the reason why not."""

from decimal import ROUND_DOWN, Decimal

from verifier.model.assessment import Coverage
from verifier.model.scales import FURNITURE
from verifier.model.state import State
from verifier.model.text import Span


def coverage(state: State) -> Coverage:
    """The coverage of the story's latest version.

    A sentence that touches an active claim is claimed; one that touches none is excluded when an
    excluded range that is no furniture, or the dismissal of its claims, says why.
    """
    version = state.version
    if version is None:
        return Coverage(0, 0, 0, "1.0")
    active, dismissed = _claim_spans(state)
    reasons = sorted(item.span for item in version.excluded if item.why not in FURNITURE)
    claimed = _touched(version.sentences, active)
    reasoned = _touched(version.sentences, sorted([*reasons, *dismissed]))
    excluded = len(reasoned - claimed)
    covered = len(claimed) + excluded
    return Coverage(
        len(version.sentences), len(claimed), excluded, _share(covered, len(version.sentences))
    )


def _share(covered: int, sentences: int) -> str:
    if not sentences or covered == sentences:
        return "1.0"
    return str((Decimal(covered) / sentences).quantize(Decimal("0.001"), ROUND_DOWN))


def _claim_spans(state: State) -> tuple[list[Span], list[Span]]:
    """The spans of active and of dismissed claims, each in the order of the text."""
    active: list[Span] = []
    dismissed: list[Span] = []
    for claim in state.claims.values():
        if claim.selector is not None:
            (active if claim.is_active else dismissed).append(claim.selector.span)
    return sorted(active), sorted(dismissed)


def _touched(sentences: tuple[Span, ...], spans: list[Span]) -> set[Span]:
    """The sentences that share a code point with one of the sorted `spans`; linear in both."""
    found: set[Span] = set()
    at = 0
    for sentence in sorted(sentences):
        while at < len(spans) and spans[at].end <= sentence.start:
            at += 1
        ahead = at
        while ahead < len(spans) and spans[ahead].start < sentence.end:
            if spans[ahead].end > sentence.start:
                found.add(sentence)
                break
            ahead += 1
    return found
