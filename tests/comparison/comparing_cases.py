"""Short ways to compare in tests: by the words of the claim rather than by offsets."""

from verifier.comparison.compare import compare
from verifier.model.comparison import FacetComparison
from verifier.model.scales import ComparisonResult, FacetType


def compared(claim: str, passage: str, words: str) -> FacetComparison:
    """The one comparison whose words in the claim are `words`."""
    found = [each for each in compare(claim, passage) if each.claim.of(claim) == words]
    assert len(found) == 1, [each.claim.of(claim) for each in compare(claim, passage)]
    return found[0]


def result(claim: str, passage: str, words: str) -> ComparisonResult:
    """The result for the words of a claim."""
    return compared(claim, passage, words).result


def beside(claim: str, passage: str, words: str) -> str | None:
    """The words of the passage that stand beside those of the claim."""
    place = compared(claim, passage, words).passage
    return place.of(passage) if place is not None else None


def results(claim: str, passage: str, kind: FacetType) -> list[tuple[str, str]]:
    """The words and results of one type of detail."""
    return [
        (each.claim.of(claim), each.result.value)
        for each in compare(claim, passage)
        if each.type is kind
    ]
