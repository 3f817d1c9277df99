"""The rules P1 to P7 and P9 on a verdict, each a function of the case; P8 is about signing.

The rules are those of the design's default policy; their thresholds are data (`model.policy`).
"""

from collections.abc import Callable
from datetime import date

from verifier.judgement.case import LETTERS, Case
from verifier.judgement.newsroom import short_name
from verifier.model.decision import Verdict
from verifier.model.dependency import Dependency
from verifier.model.policy import PolicyFinding
from verifier.model.scales import (
    AttributionMode,
    AttributionVerdict,
    RecordKind,
    Reliability,
    StanceCode,
    SubstanceVerdict,
)
from verifier.model.story import Slug

Rule = Callable[[Case, Verdict], PolicyFinding | None]
"""What a rule says of a verdict on a case; None where it has nothing to say."""

WORST_FIRST = (
    SubstanceVerdict.REFUTED,
    SubstanceVerdict.DISPUTED,
    SubstanceVerdict.MISSTATED,
    SubstanceVerdict.UNVERIFIED,
    SubstanceVerdict.ATTRIBUTED_ONLY,
    SubstanceVerdict.SUPPORTED,
    SubstanceVerdict.CONFIRMED,
)
"""The verdicts of a claim and of its parts, the worst first (P3)."""

_STRONG = (SubstanceVerdict.CONFIRMED, SubstanceVerdict.SUPPORTED)


def confirmed_needs_origins(case: Case, verdict: Verdict) -> PolicyFinding | None:
    """P1: *confirmed* needs a cited passage, and the event's own record or origins and parties.

    And no open contradiction: one by a source whose grade is at least that of the best supporter.
    """
    if verdict.code is not SubstanceVerdict.CONFIRMED:
        return None
    missing = [*_unread(case), *_too_few(case), *_open_contradiction(case)]
    return PolicyFinding("P1", _sentence(missing)) if missing else None


def _unread(case: Case) -> list[str]:
    return [] if case.documents(case.supporting) else ["no supporting stance cites a passage"]


def _too_few(case: Case) -> list[str]:
    if any(item.record is RecordKind.OF_EVENT for item in case.documents(case.supporting)):
        return []
    found, policy = case.assessed.marked, case.policy
    origins, parties = (found.origins_min, found.parties) if found else (0, 0)
    short = []
    if origins < policy.origins:
        short.append(f"origins {origins} < {policy.origins}")
    if parties < policy.parties:
        short.append(f"parties {parties} < {policy.parties}")
    return [f"{', '.join(short)}, and no record of the event itself"] if short else []


def _open_contradiction(case: Case) -> list[str]:
    best = case.best(case.supporting)
    worst_open = len(LETTERS) if best is None else best
    return [
        f"{_name(case, stance.source)} contradicts it with a grade no worse"
        for stance in case.contradicting
        if case.rank(stance.source) <= worst_open
    ]


def exact_needs_own_record(case: Case, verdict: Verdict) -> PolicyFinding | None:
    """P2: a direct quote is *exact* only against the speaker's own record, or two transcripts.

    The transcripts must be independent: of as many sources as the policy asks for.
    """
    quoted = any(a.mode is AttributionMode.DIRECT_QUOTE for a in case.claim.attributions)
    if verdict.code is not AttributionVerdict.EXACT or not quoted:
        return None
    speakers = {said.source for said in case.claim.attributions}
    read = case.documents((*case.assessed.said.values(), *case.stances))
    if any(item.source in speakers and item.record is not RecordKind.REPORT for item in read):
        return None
    repeating = {edge.from_source for edge in case.edges}
    transcripts = {item.source for item in read if item.source not in repeating}
    if len(transcripts) >= case.policy.transcripts:
        return None
    return PolicyFinding(
        "P2",
        f"“Exact” needs the speaker's own record or {case.policy.transcripts} independent "
        f"transcripts; cited: {len(transcripts)}.",
    )


def no_better_than_parts(case: Case, verdict: Verdict) -> PolicyFinding | None:
    """P3: a split claim is never better than its worst part; 8 and 0 stand apart."""
    judged = [(label, code) for label, code in case.parts if code in WORST_FIRST]
    if verdict.code not in WORST_FIRST or not judged:
        return None
    label, worst = min(judged, key=lambda part: WORST_FIRST.index(part[1]))
    if WORST_FIRST.index(SubstanceVerdict(verdict.code)) <= WORST_FIRST.index(worst):
        return None
    return PolicyFinding("P3", f"Its part {label} is {_word(worst)}: no part may be worse.")


def asserts_against_edge(case: Case, verdict: Verdict) -> PolicyFinding | None:
    """P4: flags a source marked *asserts* that, by an edge nobody rejected, only repeats."""
    if not isinstance(verdict.code, SubstanceVerdict):
        return None
    for stance in case.stances:
        if stance.code is StanceCode.ASSERTS and not stance.override:
            against = edges_from(case, stance.source)
            if against:
                return PolicyFinding("P4", _repeats(case, against[0]), blocks=False)
    return None


def edges_from(case: Case, source: Slug) -> tuple[Dependency, ...]:
    """The unrejected edges in scope by which a source repeats another one."""
    return tuple(edge for edge in case.edges if edge.from_source == source)


def asserting_against_edge(case: Case, source: Slug, code: StanceCode) -> PolicyFinding | None:
    """P4 on a stance about to be marked: `a` against an unrejected edge asks."""
    if code is not StanceCode.ASSERTS or "P4" in case.policy.off:
        return None
    against = edges_from(case, source)
    return PolicyFinding("P4", _repeats(case, against[0])) if against else None


def _repeats(case: Case, edge: Dependency) -> str:
    words = f" (“{edge.cue}”)" if edge.cue else ""
    first, last = _name(case, edge.from_source), _name(case, edge.to_source)
    return (
        f"By {edge.label}{words}, {edge.state.value}, {first} repeats {last} here: it adds no "
        "origin. Mark echoes, or reject the edge."
    )


def weak_sources_only(case: Case, verdict: Verdict) -> PolicyFinding | None:
    """P5: with support only from E, F, ungraded or anonymous sources the best is 3."""
    if verdict.code not in _STRONG or not case.supporting:
        return None
    if not all(case.is_weak(stance.source) for stance in case.supporting):
        return None
    named = ", ".join(
        f"{_name(case, s.source)} ({_letter(case.letter(s.source))})" for s in case.supporting
    )
    return PolicyFinding("P5", f"All support is weak: {named}. The best is attributed only.")


def hedged_by_story(case: Case, verdict: Verdict) -> PolicyFinding | None:
    """P6: the story's own hedge caps at 3 or 7 without outside evidence."""
    if verdict.code not in _STRONG or case.hedge is None or case.documents(case.supporting):
        return None
    return PolicyFinding(
        "P6",
        f"The story itself stands back (“{case.hedge}”), and no document is cited: attributed "
        "only or unverified is the most it carries.",
    )


def published_after_claim(case: Case, verdict: Verdict) -> PolicyFinding | None:
    """P7: evidence published after the claim's date is flagged.

    The claim's date is the day it was said, where the story gives one, else the story's dateline.
    """
    said = claim_date(case)
    if said is None or not isinstance(verdict.code, SubstanceVerdict):
        return None
    cited = case.documents((*case.supporting, *case.contradicting))
    late = [item for item in cited if item.published_at and item.published_at > said]
    if not late:
        return None
    named = ", ".join(f"{item.label} ({item.published_at})" for item in late)
    return PolicyFinding("P7", f"Published after {said}: {named}.", blocks=False)


def claim_date(case: Case) -> date | None:
    """The day a claim was made."""
    for said in case.claim.attributions:
        if said.said_on:
            try:
                return date.fromisoformat(said.said_on)
            except ValueError:
                continue
    return case.dateline


def refuted_needs_better_source(case: Case, verdict: Verdict) -> PolicyFinding | None:
    """P9: *refuted* needs a cited contradicting passage from a better-graded source.

    Better than every source that supports the claim; where none is marked, than its speakers.
    """
    if verdict.code is not SubstanceVerdict.REFUTED:
        return None
    cited = [stance for stance in case.contradicting if case.documents([stance])]
    if not cited:
        return PolicyFinding("P9", "Refuted needs a contradicting stance that cites a passage.")
    supporters = [stance.source for stance in case.supporting]
    against = supporters or [a.source for a in case.claim.attributions if a.source]
    best = min((case.rank(slug) for slug in against), default=len(LETTERS))
    if any(case.rank(stance.source) < best for stance in cited):
        return None
    named = ", ".join(f"{_name(case, s.source)} ({_letter(case.letter(s.source))})" for s in cited)
    return PolicyFinding("P9", f"No contradicting source is better graded: {named}.")


def disputed_needs_equals(case: Case, verdict: Verdict) -> PolicyFinding | None:
    """P9: *disputed* needs support and contradiction whose grades are close to each other."""
    if verdict.code is not SubstanceVerdict.DISPUTED:
        return None
    if not case.supporting or not case.contradicting:
        return PolicyFinding("P9", "Disputed needs a source marked for it and one against it.")
    apart = min(
        abs(case.rank(one.source) - case.rank(other.source))
        for one in case.supporting
        for other in case.contradicting
    )
    if apart <= case.policy.letters_apart:
        return None
    return PolicyFinding(
        "P9",
        f"The grades for and against differ by {apart} letters; disputed allows "
        f"{case.policy.letters_apart}.",
    )


def unverified_needs_search(case: Case, verdict: Verdict) -> PolicyFinding | None:
    """P9: *unverified* needs a recorded search, or a source that was marked silent."""
    if verdict.code is not SubstanceVerdict.UNVERIFIED or case.searches:
        return None
    if any(stance.code is StanceCode.SILENT for stance in case.stances):
        return None
    return PolicyFinding("P9", "Unverified needs a recorded search: where was it looked for?")


def misstated_needs_replacement(case: Case, verdict: Verdict) -> PolicyFinding | None:
    """P9: *misstated* needs a replacement text and a cited passage."""
    if verdict.code is not SubstanceVerdict.MISSTATED:
        return None
    missing = [] if verdict.replace else ["a replacement text"]
    if not case.documents(case.stances):
        missing.append("a stance that cites a passage")
    return PolicyFinding("P9", f"Misstated needs {' and '.join(missing)}.") if missing else None


RULES: tuple[tuple[str, Rule], ...] = (
    ("P1", confirmed_needs_origins),
    ("P2", exact_needs_own_record),
    ("P3", no_better_than_parts),
    ("P4", asserts_against_edge),
    ("P5", weak_sources_only),
    ("P6", hedged_by_story),
    ("P7", published_after_claim),
    ("P9", refuted_needs_better_source),
    ("P9", disputed_needs_equals),
    ("P9", unverified_needs_search),
    ("P9", misstated_needs_replacement),
)
"""Every rule on a verdict, by its name in the policy, in the order they are asked."""


def policy_findings(case: Case, verdict: Verdict) -> tuple[PolicyFinding, ...]:
    """What the newsroom's rules say of a verdict on a case, in their order."""
    asked = (rule(case, verdict) for name, rule in RULES if name not in case.policy.off)
    return tuple(finding for finding in asked if finding is not None)


def _sentence(parts: list[str]) -> str:
    joined = "; ".join(parts)
    return f"{joined[0].upper()}{joined[1:]}."


def _name(case: Case, slug: Slug) -> str:
    return short_name(slug, case.sources)


def _letter(letter: Reliability | None) -> str:
    return "no grade" if letter is None else letter.value


def _word(code: SubstanceVerdict) -> str:
    return code.value.replace("-", " ")
