"""A claim beside a passage, detail by detail. It marks; it never judges."""

from collections.abc import Iterator

from verifier.comparison.dates import compare_date
from verifier.comparison.details import Details, read_details
from verifier.comparison.ground import Ground
from verifier.comparison.names import Aliases, compare_name, names_by_alias
from verifier.comparison.numbers import compare_number
from verifier.model.claim import Facet
from verifier.model.comparison import FacetComparison, Setting
from verifier.model.scales import FacetType

_OPEN = Setting()


def compare(
    claim: str,
    passage: str,
    *,
    claim_setting: Setting = _OPEN,
    passage_setting: Setting = _OPEN,
    aliases: Aliases = (),
) -> tuple[FacetComparison, ...]:
    """What a passage says about each detail of a claim, in the order of the claim.

    The settings give the days that relative dates count from and the languages; `aliases` are
    groups of names of one person, body or place. Takes linear time.

    >>> for each in compare("In May, 40 ships sank.", "It was in May that at least 40 ships sank."):
    ...     print(each.type.value, each.claim, each.result.value)
    date Span(start=0, end=6) same
    number Span(start=8, end=10) differs
    """
    return compare_details(
        read_details(claim, setting=claim_setting),
        read_details(passage, setting=passage_setting),
        aliases,
    )


def compare_details(
    claim: Details, passage: Details, aliases: Aliases = ()
) -> tuple[FacetComparison, ...]:
    """As `compare`, for texts that were read already: a claim meets many passages."""
    ground = Ground(claim, passage)
    facets = (*claim.facets, *names_by_alias(claim, aliases))
    found = [each for facet in facets for each in _compared(ground, facet, aliases)]
    return tuple(sorted(found, key=lambda each: (each.claim, each.type)))


def _compared(ground: Ground, facet: Facet, aliases: Aliases) -> Iterator[FacetComparison]:
    """The results for one detail of the claim."""
    claim, passage = ground.claim, ground.passage
    if facet.type is FacetType.NUMBER:
        yield from compare_number(
            facet,
            passage.of(FacetType.NUMBER),
            ground.shared,
            beside=claim.of(FacetType.NUMBER),
            same_language=ground.same_language,
        )
    elif facet.type is FacetType.DATE:
        before = claim.token_at(facet.start) - 1
        yield from compare_date(
            facet,
            passage.of(FacetType.DATE),
            ground.shared,
            beside=claim.of(FacetType.DATE),
            before=claim.tokens[before] if before >= 0 else None,
        )
    elif facet.type in (FacetType.NAME, FacetType.PLACE):
        yield from compare_name(ground, facet, aliases)
