"""The report's own words, the same in every format that people read."""

from collections.abc import Sequence
from decimal import Decimal

from verifier.model.assessment import Coverage
from verifier.model.claim import Attribution
from verifier.model.decision import Stance
from verifier.model.dependency import Dependency
from verifier.model.policy import Policy
from verifier.model.report import (
    EdgeLine,
    Footing,
    IndependenceRow,
    OriginGroup,
    Proposals,
    Recommendation,
    RegisterEntry,
    Standing,
    VerdictChange,
    WorkOnClaim,
)
from verifier.model.scales import (
    Aspect,
    AttributionMode,
    AttributionVerdict,
    CaptureState,
    Exclusion,
    StanceCode,
    SubstanceVerdict,
)

SECTIONS: dict[str, str] = {
    "0": "What was checked",
    "1": "Bottom line",
    "2": "Must fix before publication",
    "3": "Open questions",
    "4": "The story, line by line",
    "5": "Claim ledger",
    "6": "Independence",
    "7": "Internal conflicts",
    "8": "Sources",
    "9": "Evidence register",
    "10": "Method and limits",
    "11": "History",
    "12": "Sign-off",
    "A": "Machine-readable appendix",
}
"""The sections by their number."""

ANCHORS: dict[str, str] = {
    "1": "bottom-line",
    "2": "must-fix",
    "3": "questions",
    "4": "story",
    "5": "ledger",
    "6": "independence",
    "7": "conflicts",
    "8": "sources",
    "9": "evidence",
    "10": "method",
    "11": "history",
    "12": "sign-off",
    "A": "appendix",
}
"""Where each section begins on the page, in the order of the page."""

RECOMMENDATIONS: dict[Recommendation, tuple[str, str]] = {
    Recommendation.PUBLISH: ("✓", "Publish"),
    Recommendation.WITH_CHANGES: ("~", "Publish with changes"),
    Recommendation.HOLD: ("■", "Hold"),
}
"""Sign and words of each recommendation."""

RULES = (
    (
        "Hold",
        "a load-bearing claim is not checked or unverified, a supporting claim is not checked, "
        "or words that must change have no replacement",
    ),
    ("Publish with changes", "nothing holds it, and section 2 is not empty"),
    ("Publish", "nothing holds it, and nothing must change"),
)
"""How the recommendation follows from the decisions."""

NOBODY = {
    AttributionMode.AGENTLESS: "nobody named (agentless)",
    AttributionMode.HEARSAY: "nobody named (hearsay)",
}


def shown_time(at: str | None) -> str:
    """A time of the record to the minute, in UTC.

    >>> shown_time("2026-01-02T03:05:05.678Z")
    '2026-01-02 03:05 UTC'
    """
    return "not recorded" if not at else f"{at[:10]} {at[11:16]} UTC"


def shown_word(code: SubstanceVerdict | AttributionVerdict | StanceCode | Exclusion) -> str:
    """The word of a scale's value as text.

    >>> shown_word(SubstanceVerdict.ATTRIBUTED_ONLY)
    'attributed only'
    """
    return code.value.replace("-", " ")


def shown_share(share: str) -> str:
    """A share as a percentage.

    >>> shown_share("0.976"), shown_share("1.0")
    ('97.6 %', '100 %')
    """
    percent = f"{Decimal(share) * 100:f}"
    return f"{percent.rstrip('0').rstrip('.') if '.' in percent else percent} %"


def counted(number: int, one: str, several: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "claim"), counted(2, "claim")
    ('1 claim', '2 claims')
    """
    return f"{number} {one if number == 1 else several or one + 's'}"


def shown_period(first: str | None, last: str | None) -> str:
    """From when to when, in UTC.

    >>> shown_period("2026-01-02T03:05:05.678Z", "2026-01-02T04:00:00.000Z")
    '2026-01-02 03:05 to 04:00 UTC'
    """
    if not first or not last:
        return shown_time(first)
    if first[:16] == last[:16]:
        return shown_time(first)
    until = last[11:16] if first[:10] == last[:10] else f"{last[:10]} {last[11:16]}"
    return f"{first[:10]} {first[11:16]} to {until} UTC"


def coverage_sentence(coverage: Coverage) -> str:
    """How much of the body is claimed or carries the reason why not."""
    rest = coverage.sentences - coverage.claimed - coverage.excluded
    return (
        f"Coverage {shown_share(coverage.share)}. Sentences of the body: {coverage.sentences}; "
        f"with a claim: {coverage.claimed}; with the reason why not: {coverage.excluded}; "
        f"with neither: {rest}."
    )


def footing_sentence(footing: Footing) -> str:
    """What a load-bearing claim stands on, as the sources were marked."""
    parts = (
        (footing.asserts, "asserts", "assert"),
        (footing.partly, "partly", "partly"),
        (footing.echoes, "echoes", "echo"),
        (footing.contradicts, "contradicts", "contradict"),
    )
    found = [
        f"{number} {one if number == 1 else several}" for number, one, several in parts if number
    ]
    return " + ".join(found) if found else "no source marked"


def proposals_sentences(proposals: Proposals) -> tuple[str, ...]:
    """What the program proposed and what a person accepted."""
    by_program = proposals.claims - proposals.by_person
    return (
        f"{counted(proposals.claims, 'claim')}: {by_program} proposed by the program, "
        f"{proposals.by_person} added by a person.",
        f"A person accepted {proposals.accepted} and dismissed {proposals.dismissed}; "
        f"{proposals.proposed} are proposals still, and nobody has acted on them.",
        f"{counted(proposals.stances, 'stance')} marked, all by a person; "
        f"{proposals.stances_without_passage} of them cite no passage of a document.",
        f"{proposals.stances_as_proposed} of them were taken as the program proposed them, "
        f"{proposals.stances_unread} without opening the passage.",
    )


def policy_sentences(policy: Policy) -> tuple[str, ...]:
    """The policy in force, with its thresholds."""
    weak = ", ".join(letter.value for letter in policy.weak_grades) or "none"
    ungraded = " or no grade" if policy.is_ungraded_weak else ""
    off = f"Not used: {', '.join(policy.off)}." if policy.off else "Every rule, P1 to P9, is used."
    second = "Sign-off needs a second check." if policy.needs_second_check else ""
    found = (
        f"Policy “{policy.name}”, version {policy.version}. {off}",
        f"Confirmed needs {counted(policy.origins, 'origin')} of "
        f"{counted(policy.parties, 'party', 'parties')}, or the event's own record. Weak grades: "
        f"{weak}{ungraded}. An exact quote needs the speaker's own record or {policy.transcripts} "
        f"transcripts. Disputed allows grades {policy.letters_apart} apart.",
        second,
    )
    return tuple(sentence for sentence in found if sentence)


def counts_words(low: int, high: int, one: str, several: str | None = None) -> str:
    """A count, or a range of counts, with its noun.

    >>> counts_words(1, 2, "origin"), counts_words(1, 1, "party", "parties")
    ('1-2 origins', '1 party')
    """
    return counted(high, one, several) if low == high else f"{low}-{counted(high, one, several)}"


def row_sentence(row: IndependenceRow) -> str:
    """The counts of one claim: `2 sources → 1 origin, 1 party`."""
    origins = counts_words(row.origins_min, row.origins_max, "origin")
    parties = counts_words(row.parties_min, row.parties_max, "party", "parties")
    return f"{counted(row.sources, 'source')} → {origins}, {parties}"


def group_words(group: OriginGroup) -> str:
    """An origin and who comes down to it: `DIU ← ISW`; the origin alone where it is itself."""
    others = [name for name in group.sources if name != group.origin]
    return f"{group.origin} ← {', '.join(others)}" if others else group.origin


def status_words(standing: Standing) -> str:
    """The structural status of a claim and why."""
    if standing.status is None:
        return standing.status_why
    return f"{standing.status.value.replace('-', ' ')}: {standing.status_why}"


def stance_remarks(stance: Stance) -> str:
    """What must be known of a stance beside its code: how it was taken, interest, override."""
    parts = [
        "taken as proposed" if stance.accepted_from else "",
        "passage not opened" if stance.unread else "",
        "against its own interest" if stance.against_interest else "",
        f"against P4, because {stance.override}" if stance.override else "",
    ]
    return ", ".join(part for part in parts if part)


def capture_words(entry: RegisterEntry) -> str:
    """The state of a document: `failed: the server did not answer`; "" where all is well."""
    if entry.capture is CaptureState.OK:
        return ""
    return entry.capture.value + (f": {entry.problem}" if entry.problem else "")


def drift_words(entry: RegisterEntry) -> str:
    """What became of a document at its address since; "" where nothing is known."""
    if entry.drift is None:
        return ""
    return (
        f"changed: on {shown_time(entry.drift.seen_at)} its address had another text, kept as "
        f"{entry.drift.now}; what is cited here is the text of before"
    )


REACH_SHOWN = 12
"""How many claims of an edge are named before the rest is counted."""


def reach_words(edge: Dependency) -> str:
    """What an edge reaches; of many claims the first ones."""
    if edge.claims:
        rest = len(edge.claims) - REACH_SHOWN
        return ", ".join(edge.claims[:REACH_SHOWN]) + (f" and {rest} more" if rest > 0 else "")
    return {"story": "every claim", "paragraph": "its paragraph"}.get(edge.scope.value, "no claim")


def edge_notes(lines: Sequence[EdgeLine]) -> tuple[str, ...]:
    """What it means where nothing is said of an edge being wrong; nothing for no edges."""
    if not lines:
        return ()
    silent = "Where nothing is said of an edge being wrong, no claim would be judged otherwise."
    left = [line.edge.label for line in lines if line.impacts is None]
    if not left:
        return (silent,)
    few = ", ".join(left[:3]) + (" and others" if len(left) > 3 else "")
    return (
        silent,
        f"Of {counted(len(left), 'edge')} ({few}) that was not worked out: each may concern too "
        f"many claims. “verifier dependencies STORY impact {left[0]}” does it for one.",
    )


def verdict_change_words(change: VerdictChange) -> str:
    """What happened to a verdict: `C15 misstated (was supported)`."""
    about = " (attribution)" if change.aspect is Aspect.ATTRIBUTION else ""
    before = f", was {change.before.replace('-', ' ')}" if change.before else ""
    if change.after is None:
        return f"verdict taken back{about}{before}"
    return f"{change.after.replace('-', ' ')}{about}{before}"


def work_sentence(work: WorkOnClaim) -> str:
    """Who worked on a claim and when."""
    actors = ", ".join(work.actors)
    return f"{counted(work.acts, 'act')} by {actors}, {shown_period(work.first, work.last)}"


def says_more(standalone: str, words: str) -> bool:
    """Whether the stand-alone text differs from the story's own words by more than a full stop.

    >>> says_more("Two died.", "two died")
    False
    """
    return standalone.strip(" .").casefold() != words.strip(" .").casefold()


def speaker_words(attribution: Attribution) -> str:
    """Who says a claim, or that nobody is named."""
    return attribution.speaker or NOBODY.get(attribution.mode, "the story itself")


def manner_words(attribution: Attribution) -> str:
    """How the story gives the speaker's words: mode, force, hedge and chain of reporting.

    Empty for what the story says itself.
    """
    if attribution.mode is AttributionMode.NONE:
        return ""
    parts = [attribution.mode.value, attribution.force.value]
    if attribution.hedge:
        parts.append(f"hedge “{attribution.hedge}”")
    if attribution.via:
        parts.append(f"through {', '.join(attribution.via)}")
    return ", ".join(parts)
