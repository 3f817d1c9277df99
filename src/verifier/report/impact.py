"""What would change if an edge were wrong, in sentences."""

from collections.abc import Iterable

from verifier.model.assessment import ClaimAssessment, ClaimImpact, Independence
from verifier.report.wording import shown_word


def impact_sentences(items: Iterable[ClaimImpact]) -> tuple[str, ...]:
    """What would be judged otherwise, claims of which the same is so in one sentence."""
    alike: dict[str, list[str]] = {}
    for item in items:
        alike.setdefault(impact_words(item), []).append(item.claim)
    return tuple(f"{', '.join(labels)}: {words}" for words, labels in alike.items())


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
