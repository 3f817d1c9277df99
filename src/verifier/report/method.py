"""Method and limits: the scales in force, and what a reader must know that was not done."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import TypeVar

from verifier.language.display import flagged
from verifier.model.claim import ClaimLabel
from verifier.model.policy import Policy
from verifier.model.report import (
    LedgerBlock,
    MarkedClaim,
    Method,
    NotChecked,
    Proposals,
    Scale,
    ScaleValue,
)
from verifier.model.scales import (
    ATTRIBUTION_VERDICTS,
    CREDIBILITIES,
    RELIABILITIES,
    STANCES,
    STRUCTURAL_STATUSES,
    SUBSTANCE_VERDICTS,
    Meaning,
    SubstanceVerdict,
)
from verifier.model.state import State

E = TypeVar("E", bound=Enum)
K = TypeVar("K")


def method(
    state: State,
    text: str,
    marked: Mapping[ClaimLabel, MarkedClaim],
    blocks: Iterable[LedgerBlock],
    proposals: Proposals,
    policy: Policy,
) -> Method:
    """The section on method: scales, proposals and acceptances, open claims, limits."""
    stanced = {block.claim.label for block in blocks if block.stances}
    waiting = [
        claim
        for claim in marked.values()
        if claim.state != "dismissed" and claim.verdict is SubstanceVerdict.UNCHECKED
    ]
    return Method(
        scales=scales(),
        proposals=proposals,
        not_checked=tuple(
            NotChecked(claim, _why_open(claim, claim.label in stanced)) for claim in waiting
        ),
        limits=tuple(_limits(state, text)),
        policy=policy,
    )


def scales() -> tuple[Scale, ...]:
    """The scales by which the report judges, as `model.scales` defines them."""
    return (
        _scale("Verdict on substance", SUBSTANCE_VERDICTS),
        _scale("Verdict on attribution", ATTRIBUTION_VERDICTS),
        _scale("Stance of a source", STANCES),
        _code("Structural status of a claim", STRUCTURAL_STATUSES),
        _code("Reliability of a source (Admiralty code)", RELIABILITIES),
        _code("Credibility of an item (Admiralty code)", CREDIBILITIES),
    )


def _scale(name: str, meanings: Mapping[E, Meaning]) -> Scale:
    values = (
        ScaleValue(meaning.sign, str(code.value).replace("-", " "), meaning.definition)
        for code, meaning in meanings.items()
    )
    return Scale(name, tuple(values))


def _code(name: str, meanings: Mapping[K, str]) -> Scale:
    return Scale(name, tuple(ScaleValue(str(k), str(k), said) for k, said in meanings.items()))


def _why_open(claim: MarkedClaim, has_stances: bool) -> str:
    if claim.state == "proposed":
        return "proposed by the program; no person has acted on it"
    return "sources were marked, no verdict given" if has_stances else "seen, no verdict given"


def _limits(state: State, text: str) -> list[str]:
    """What the reader must know that this report does not say or does not see."""
    found = [
        "Origins and parties are counted from the edges of section 6 and from what was marked: a "
        "dependence that nobody read or marked is not seen.",
        "Statuses, suggestions and proposed stances are the program's reading of the words; they "
        "are no verdicts, and nobody set them.",
    ]
    if state.story is not None and state.story.dateline is None:
        found.append("The story carries no date of its own: the years of its dates stay open.")
    withheld = sum(source.confidential for source in state.sources.values())
    if withheld:
        found.append(
            f"{withheld} confidential {'source' if withheld == 1 else 'sources'}: only the "
            "descriptor is printed. Names are barred out, documents and passages withheld."
        )
    return [*found, *_invisible(text)]


def _invisible(text: str) -> list[str]:
    """A sentence on the harmful or invisible characters of the story, if there are any."""
    names = Counter(name for _, name in flagged(text))
    if not names:
        return []
    listed = ", ".join(f"{name} ({names[name]})" for name in sorted(names)[:12])
    more = "" if len(names) <= 12 else f" and {len(names) - 12} more kinds"
    return [
        "The story holds characters that cannot be seen or that turn the direction of the text; "
        f"each is printed as one visible symbol: {listed}{more}."
    ]
