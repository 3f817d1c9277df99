"""What would change if an edge were wrong, in sentences."""

from collections.abc import Iterable

from verifier.model.assessment import ClaimAssessment, ClaimImpact, Independence
from verifier.report.wording import shown_word

NOTHING = "."
"""What `impact_words` says of a claim where only the words of a rule differ."""

SHOWN_CLAIMS = 12
"""How many claims a sentence names before it counts the rest."""

SHOWN_SENTENCES = 6
"""How many sentences an edge has before the claims of the rest are counted."""


def impact_sentences(items: Iterable[ClaimImpact]) -> tuple[str, ...]:
    """What would be judged otherwise, claims of which the same is so in one sentence."""
    return tuple(f"{', '.join(labels)}: {words}" for words, labels in _alike(items).items())


def short_impact_sentences(items: Iterable[ClaimImpact]) -> tuple[str, ...]:
    """As `impact_sentences`, at most `SHOWN_SENTENCES` that name `SHOWN_CLAIMS` claims each.

    What is left out is counted.
    """
    alike = list(_alike(items).items())
    said = [f"{_named(labels)}: {words}" for words, labels in alike[:SHOWN_SENTENCES]]
    rest = sum(len(labels) for _, labels in alike[SHOWN_SENTENCES:])
    if rest:
        said.append(f"{rest} more claim{' is' if rest == 1 else 's are'} judged otherwise.")
    return tuple(said)


def _alike(items: Iterable[ClaimImpact]) -> dict[str, list[str]]:
    """The claims by what would change of them; without those where that cannot be told apart."""
    found: dict[str, list[str]] = {}
    for item in items:
        words = impact_words(item)
        if words != NOTHING:
            found.setdefault(words, []).append(item.claim)
    return found


def _named(labels: list[str]) -> str:
    rest = len(labels) - SHOWN_CLAIMS
    return ", ".join(labels[:SHOWN_CLAIMS]) + (f" and {rest} more" if rest > 0 else "")


def impact_words(item: ClaimImpact) -> str:
    """What a claim is now and what it would be, without its label."""
    before, after = item.before, item.after
    parts = [
        ("origins", _origins(before.independence), _origins(after.independence)),
        ("parties", _parties(before.independence), _parties(after.independence)),
        ("status", _status(before), _status(after)),
        ("suggestion", _suggestion(before), _suggestion(after)),
        ("rules against the verdict", _rules(before), _rules(after)),
    ]
    said = [f"{name} {now} → {then}" for name, now, then in parts if now != then]
    if "stances" in item.changed:
        said.append("other stances are proposed")
    return f"{', '.join(said)}."


def _origins(found: Independence | None) -> str:
    return "none" if found is None else _range(found.origins_min, found.origins_max)


def _parties(found: Independence | None) -> str:
    return "none" if found is None else _range(found.parties, found.parties_max)


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}-{high}"


def _status(claim: ClaimAssessment) -> str:
    return "none" if claim.status is None else claim.status.value


def _suggestion(claim: ClaimAssessment) -> str:
    if claim.suggestion is None:
        return "none"
    return f"{claim.suggestion.code.digit} {shown_word(claim.suggestion.code)}"


def _rules(claim: ClaimAssessment) -> str:
    return ", ".join(dict.fromkeys(finding.rule for finding in claim.policy)) or "none"
