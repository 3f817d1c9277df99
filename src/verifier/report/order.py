"""The order of things in a report: by place in the story, whatever order the record kept."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from verifier.model.assessment import ClaimAssessment
from verifier.model.claim import Claim
from verifier.model.decision import Stance
from verifier.model.scales import Aspect
from verifier.model.state import State
from verifier.model.story import Slug

_NOWHERE = 1 << 62


def claims_by_place(state: State) -> tuple[Claim, ...]:
    """All claims in the order of the story's text; those gone from it last, by label."""
    return tuple(sorted(state.claims.values(), key=_place))


def _place(claim: Claim) -> tuple[int, int, int, str]:
    start, end = claim.selector.span if claim.selector is not None else (_NOWHERE, _NOWHERE)
    return (start, -end, *by_label(claim.label))


def by_label(label: str) -> tuple[int, str]:
    """A key that sorts C99 before C100."""
    return (len(label), label)


def sources_by_place(state: State) -> tuple[Slug, ...]:
    """All sources of the story: first as they speak in it, then the others by slug."""
    speaking = (
        attribution.source
        for claim in claims_by_place(state)
        for attribution in claim.attributions
        if attribution.source in state.sources
    )
    return tuple(dict.fromkeys([*_known(speaking), *sorted(state.sources)]))


def _known(slugs: Iterable[Slug | None]) -> list[Slug]:
    return [slug for slug in slugs if slug is not None]


def stances_in_order(assessed: ClaimAssessment) -> tuple[Stance, ...]:
    """The stances on one claim in the order of its matrix row, attribution before substance."""
    columns: Mapping[Slug, int] = {slug: n for n, slug in enumerate(assessed.row)}
    found = [*assessed.said.values(), *assessed.stances.values()]

    def place(stance: Stance) -> tuple[int, str, bool]:
        column = columns.get(stance.source, len(columns))
        return (column, stance.source, stance.aspect is Aspect.SUBSTANCE)

    return tuple(sorted(found, key=place))


def line_of(starts: tuple[int, ...], claim: Claim) -> int | None:
    """The number of the line where a claim begins, from 1; None where it is gone."""
    return None if claim.selector is None else line_at(starts, claim.selector.start)


def line_at(starts: tuple[int, ...], offset: int) -> int:
    """The number of the line that holds a code point, from 1."""
    return bisect_right(starts, offset)


def line_starts(text: str) -> tuple[int, ...]:
    r"""The offset of every line's first code point.

    >>> line_starts("one\ntwo")
    (0, 4)
    """
    return (0, *(at + 1 for at, char in enumerate(text) if char == "\n"))
