"""How much of a story stands on a claim, by stated rules; and which claim a headline restates."""

from collections.abc import Sequence
from dataclasses import replace

from verifier.language.wordlists import word_set
from verifier.model.claim import Claim
from verifier.model.scales import Weight
from verifier.model.text import Span

_TOLL = frozenset(("killed", "died", "wounded", "injured", "missing"))
_INCIDENTAL = frozenset(("identity", "relative-clause", "reduced-relative", "act-of-speaking"))
_SMALL = word_set("""
    the a an of in on at for to and or that has have had is are was were with by from as first
    """)
SHARED = 0.5
"""Share of a headline's words that the claim it restates must hold."""


def weight_of(claim: Claim, title: Span | None, lead: Span | None) -> Weight:
    """How much stands on a claim.

    Load-bearing: headline, lead, and numbers of dead, hurt or missing. Incidental: who somebody
    is, a relative clause, the act of speaking. The others support.
    """
    place = claim.selector
    if place is None:
        return Weight.SUPPORTING
    toll = any(f.number and _TOLL & set(f.number.scope) for f in claim.facets)
    if toll:
        return Weight.LOAD_BEARING
    if claim.proposed_by in _INCIDENTAL:
        return Weight.INCIDENTAL
    ahead = any(
        span and span.start <= place.start and place.end <= span.end for span in (title, lead)
    )
    return Weight.LOAD_BEARING if ahead else Weight.SUPPORTING


def restated_by(
    claims: Sequence[Claim], title: Span | None, lead: Span | None
) -> tuple[Claim, ...]:
    """The claims, a headline's marked as restating the claim of the lead that says the same."""
    found = list(claims)
    if title is None or lead is None:
        return tuple(found)
    leads = [c for c in found if c.selector and lead.start <= c.selector.start < lead.end]
    for at, claim in enumerate(found):
        if claim.selector and title.start <= claim.selector.start < title.end and not claim.parent:
            best = max(leads, key=lambda c: _shared(claim, c), default=None)
            if best and _shared(claim, best) >= SHARED:
                found[at] = replace(claim, restates=best.label)
    return tuple(found)


def _shared(one: Claim, other: Claim) -> float:
    """The share of one claim's content words whose beginning stands in the other."""
    mine, theirs = _stems(one), _stems(other)
    return len(mine & theirs) / len(mine) if mine else 0.0


def _stems(claim: Claim) -> set[str]:
    words = claim.selector.exact.lower().replace("-", " ").split() if claim.selector else []
    return {_stem(word) for word in words if word not in _SMALL}


def _stem(word: str) -> str:
    """The beginning of a word, enough to know *deaths*, *dead* and *died* as one: `dea`, `die`."""
    bare = word.strip(".,;:“”\"'’()")
    return {"dead": "die", "death": "die", "deaths": "die", "died": "die"}.get(bare, bare[:5])
