"""Stances proposed from the story's own words; never stored, and never a person's until taken."""

from collections.abc import Callable, Mapping

from verifier.judgement.ground import Ground
from verifier.judgement.independence import SUPPORTING
from verifier.judgement.newsroom import short_name, standing
from verifier.judgement.web import is_told
from verifier.model.assessment import ProposedStance, Related
from verifier.model.claim import Attribution, Claim
from verifier.model.dependency import Dependency
from verifier.model.scales import Aspect, DependencyState, Force, StanceCode
from verifier.model.story import Slug
from verifier.model.text import Span

_BY_RANK = (
    StanceCode.ASSERTS,
    StanceCode.CONTRADICTS,
    StanceCode.ECHOES,
    StanceCode.PARTLY,
    StanceCode.INCONCLUSIVE,
)


Edges = Callable[[Slug], Dependency | None]
"""The edge by which a source repeats another one, if any."""


def proposed_stances(ground: Ground, claim: Claim) -> Mapping[Slug, ProposedStance]:
    """What each source does with a claim by the story's words, its speakers first.

    A speaker asserts its own statement, denies what it is said to deny, and echoes where an edge
    in scope says that it only repeats. A source that says something of the same thing elsewhere
    takes the stance that the two statements show. Whoever repeats a supporter echoes it.
    """
    edges = _directed(ground, claim)
    found = _own(ground, claim, edges)
    for source, proposal in _elsewhere(ground, claim, edges).items():
        found.setdefault(source, proposal)
    _echoes(ground, claim, found)
    return found


def _directed(ground: Ground, claim: Claim) -> Edges:
    """The first edge of the story's own words by which a source repeats another, in scope."""
    ways = ground.web.ways(claim.label)

    def first(source: Slug) -> Dependency | None:
        """The edge by which `source` repeats, if any."""
        return next((step.edge for step in ways.upward(source) if is_told(step.edge)), None)

    return first


def _own(ground: Ground, claim: Claim, edges: Edges) -> dict[Slug, ProposedStance]:
    """The stances of those in whose mouth the story puts the claim, and of those between."""
    found: dict[Slug, ProposedStance] = {}
    for said in claim.attributions:
        if said.source is not None:
            source = standing(said.source, ground.web.sources)
            found.setdefault(source, _spoken(ground, claim, source, said, edges(source)))
        for name in said.via:
            if Slug(name) in ground.web.sources:
                source = standing(Slug(name), ground.web.sources)
                found.setdefault(source, _passed_on(ground, claim, source, said))
    return found


def _spoken(
    ground: Ground, claim: Claim, source: Slug, said: Attribution, edge: Dependency | None
) -> ProposedStance:
    """The stance of a speaker on what it says."""
    name = short_name(source, ground.web.sources)
    if edge is not None:
        return _over(ground, claim, source, edge)
    cue = f" (“{said.cue}”)" if said.cue else ""
    if said.force is Force.DENIES:
        why = f"{name} denies it{cue}."
        return _stance(claim, source, StanceCode.CONTRADICTS, "denial", why, said.cue_span)
    if said.force is Force.ECHOES:
        why = f"{name} repeats what was said before{cue}."
        return _stance(claim, source, StanceCode.ECHOES, "echoing-verb", why, said.cue_span)
    why = f"The story gives it as {name}'s own statement{cue}."
    return _stance(claim, source, StanceCode.ASSERTS, "own-statement", why, said.cue_span)


def _passed_on(ground: Ground, claim: Claim, source: Slug, said: Attribution) -> ProposedStance:
    name = short_name(source, ground.web.sources)
    why = f"{name} passes on what {said.speaker or 'others'} said."
    return _stance(claim, source, StanceCode.ECHOES, "passes-on", why, said.cue_span)


def _over(ground: Ground, claim: Claim, source: Slug, edge: Dependency) -> ProposedStance:
    """An echo over an edge."""
    sources = ground.web.sources
    name = short_name(source, sources)
    other = short_name(standing(edge.to_source, sources), sources)
    words = f": “{edge.cue}”" if edge.cue else ""
    doubt = ", as is suspected," if edge.state is DependencyState.SUSPECTED else ""
    return ProposedStance(
        claim.label,
        Aspect.SUBSTANCE,
        source,
        StanceCode.ECHOES,
        "echo-over-edge",
        f"{name}{doubt} repeats {other} ({edge.label}){words}.",
        edge=edge.label,
        span=edge.span,
    )


def _elsewhere(ground: Ground, claim: Claim, edges: Edges) -> dict[Slug, ProposedStance]:
    """The stances of those who speak of the same thing in another claim of the story."""
    found: dict[Slug, ProposedStance] = {}
    for item in ground.related.get(claim.label, ()):
        other = ground.state.claims.get(item.other)
        if other is None or not other.is_active:
            continue
        for said in other.attributions:
            if said.source is None or said.force in (Force.DENIES, Force.ECHOES):
                continue
            source = standing(said.source, ground.web.sources)
            proposal = _from_related(ground, claim, source, item, edges(source))
            before = found.get(source)
            if before is None or _rank(proposal) < _rank(before):
                found[source] = proposal
    return found


def _rank(proposal: ProposedStance) -> int:
    return _BY_RANK.index(proposal.code)


def _from_related(
    ground: Ground, claim: Claim, source: Slug, item: Related, edge: Dependency | None
) -> ProposedStance:
    if edge is not None and item.code is StanceCode.ASSERTS:
        return _over(ground, claim, source, edge)
    place = ground.state.claims[item.other].selector
    why = f"{item.other}: {item.why}."
    span = None if place is None else place.span
    return _stance(claim, source, item.code, item.rule, why, span)


def _echoes(ground: Ground, claim: Claim, found: dict[Slug, ProposedStance]) -> None:
    """Add those who repeat a supporter, and those who repeat them in turn."""
    down = ground.web.down(claim.label)
    ahead = [slug for slug, item in found.items() if item.code in SUPPORTING]
    while ahead:
        heard = ahead.pop(0)
        for step in down.upward(heard):
            if is_told(step.edge) and step.to not in found:
                found[step.to] = _over(ground, claim, step.to, step.edge)
                ahead.append(step.to)


def _stance(
    claim: Claim, source: Slug, code: StanceCode, rule: str, why: str, span: Span | None
) -> ProposedStance:
    return ProposedStance(claim.label, Aspect.SUBSTANCE, source, code, rule, why, span=span)
