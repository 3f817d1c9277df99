"""A claim beside a passage, detail by detail. It marks; it never judges."""

from collections.abc import Iterator

from verifier.comparison.aliases import Aliases, names_by_alias
from verifier.comparison.counted_things import thing_of
from verifier.comparison.dates import compare_date
from verifier.comparison.details import Details, read_details
from verifier.comparison.ground import Ground, Shared
from verifier.comparison.modality import compare_modality
from verifier.comparison.names import compare_name
from verifier.comparison.negation import compare_negation
from verifier.comparison.numbers import compare_number
from verifier.comparison.quotes import compare_quote
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
        translated=claim_setting.is_translated or passage_setting.is_translated,
    )


def compare_details(
    claim: Details, passage: Details, aliases: Aliases = (), *, translated: bool = False
) -> tuple[FacetComparison, ...]:
    """As `compare`, for texts that were read already: a claim meets many passages."""
    ground = Ground(claim, passage)
    shared = _shared(ground, aliases)
    facets = (*claim.facets, *names_by_alias(claim, aliases))
    found = [each for facet in facets for each in _compared(ground, facet, aliases, shared)]
    for facet in claim.of(FacetType.QUOTE):
        found.extend(compare_quote(ground, facet, translated=translated))
    found.extend(compare_negation(ground))
    found.extend(compare_modality(ground))
    return tuple(sorted(found, key=lambda each: (each.claim, each.type)))


def _shared(ground: Ground, aliases: Aliases) -> Shared:
    """How many words two places have in common; across languages, names and things counted."""
    if ground.same_language:
        return ground.shared
    named = (
        each
        for facet in ground.claim.of(FacetType.NAME, FacetType.PLACE)
        for each in compare_name(ground, facet, aliases)
    )
    things = _things(ground.claim) & _things(ground.passage)
    count = sum(each.passage is not None for each in named) + len(things)
    return lambda _claim, _passage: count


def _things(details: Details) -> set[str]:
    """The groups of things that a text counts."""
    counted = (facet.number.counted for facet in details.facets if facet.number is not None)
    return {thing for each in counted if (thing := thing_of(each)) is not None}


def _compared(
    ground: Ground, facet: Facet, aliases: Aliases, shared: Shared
) -> Iterator[FacetComparison]:
    """The results for one detail of the claim."""
    claim, passage = ground.claim, ground.passage
    if facet.type is FacetType.NUMBER:
        yield from compare_number(
            facet,
            passage.of(FacetType.NUMBER),
            shared,
            beside=claim.of(FacetType.NUMBER),
            same_language=ground.same_language,
        )
    elif facet.type is FacetType.DATE:
        before = claim.token_at(facet.start) - 1
        yield from compare_date(
            facet,
            passage.of(FacetType.DATE),
            shared,
            beside=claim.of(FacetType.DATE),
            before=claim.tokens[before] if before >= 0 else None,
        )
    elif facet.type in (FacetType.NAME, FacetType.PLACE):
        yield from compare_name(ground, facet, aliases)
