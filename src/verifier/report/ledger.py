"""The claim ledger: one block for each claim that a person accepted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from verifier.model.assessment import Assessment, ClaimAssessment
from verifier.model.claim import Claim, ClaimLabel
from verifier.model.decision import Stance, Verdict
from verifier.model.event import Event, EventKind, SubjectKind
from verifier.model.library_now import LibraryNow
from verifier.model.report import (
    Judgement,
    LedgerBlock,
    MarkedClaim,
    StanceLine,
    Standing,
    WorkOnClaim,
)
from verifier.model.scales import SubstanceVerdict
from verifier.model.state import State
from verifier.report.claims_json import claim_state, given_at
from verifier.report.order import claims_by_place, stances_in_order

_ABOUT_CLAIMS = frozenset(
    {SubjectKind.CLAIM, SubjectKind.STANCE, SubjectKind.VERDICT, SubjectKind.NOTE}
)


def marked_claims(
    state: State, assessment: Assessment, drawn: Mapping[ClaimLabel, int]
) -> dict[ClaimLabel, MarkedClaim]:
    """Every claim as the story's margin shows it, in the order of the text.

    `drawn` are the lines where the claims begin that stand in the present text.
    """
    return {
        claim.label: _marked(claim, assessment.claims[claim.label], drawn.get(claim.label))
        for claim in claims_by_place(state)
    }


def ledger(
    state: State,
    assessment: Assessment,
    marked: Mapping[ClaimLabel, MarkedClaim],
    events: Iterable[Event],
    library: LibraryNow,
) -> tuple[LedgerBlock, ...]:
    """The blocks of all claims that a person accepted, in the order of the text."""
    work = work_on_claims(events)
    return tuple(
        _block(state, assessment.claims[label], claim, work.get(label), library)
        for label, claim in marked.items()
        if claim.state == "accepted"
    )


def verdict_word(assessed: ClaimAssessment) -> SubstanceVerdict:
    """The verdict on substance of a claim; *unchecked* where there is none."""
    if assessed.verdict is None:
        return SubstanceVerdict.UNCHECKED
    return SubstanceVerdict(assessed.verdict.code)


def work_on_claims(events: Iterable[Event]) -> dict[ClaimLabel, WorkOnClaim]:
    """What people did on each claim; what the rules read is no work of theirs."""
    acts: defaultdict[ClaimLabel, list[Event]] = defaultdict(list)
    for event in events:
        if event.kind in (EventKind.STORY_IMPORTED, EventKind.STORY_REREAD):
            continue
        touched = (item.subject for item in event.changes if item.subject.kind in _ABOUT_CLAIMS)
        for label in dict.fromkeys(subject.key[0] for subject in touched):
            acts[ClaimLabel(label)].append(event)
    return {label: _work(found) for label, found in acts.items()}


def _work(events: list[Event]) -> WorkOnClaim:
    actors = tuple(dict.fromkeys(event.actor for event in events))
    return WorkOnClaim(len(events), actors, events[0].at, events[-1].at)


def _marked(claim: Claim, assessed: ClaimAssessment, line: int | None) -> MarkedClaim:
    speakers = dict.fromkeys(item.speaker for item in claim.attributions if item.speaker)
    return MarkedClaim(
        label=claim.label,
        line=line,
        state=claim_state(claim, assessed),
        verdict=verdict_word(assessed),
        weight=claim.weight,
        words="" if claim.selector is None else claim.selector.exact.strip(),
        standalone=claim.standalone,
        speakers=tuple(speakers),
        proposed_by=claim.proposed_by,
        reason=claim.reason,
    )


def _block(
    state: State,
    assessed: ClaimAssessment,
    marked: MarkedClaim,
    work: WorkOnClaim | None,
    library: LibraryNow,
) -> LedgerBlock:
    claim = state.claims[marked.label]
    return LedgerBlock(
        claim=marked,
        types=tuple(item.value for item in claim.types),
        checkability=claim.checkability.value,
        attributions=claim.attributions,
        substance=_judgement(state, assessed.verdict),
        attribution=_judgement(state, assessed.attribution_verdict),
        stances=tuple(_stance_line(state, item, library) for item in stances_in_order(assessed)),
        standing=_standing(assessed),
        work=work,
    )


def _standing(assessed: ClaimAssessment) -> Standing:
    counted = assessed.marked or assessed.independence
    return Standing(
        sentence="" if counted is None else counted.sentence,
        status=assessed.status,
        status_why=assessed.status_why,
        policy=assessed.policy,
        suggestion=assessed.suggestion,
        proposed=tuple(assessed.proposed.values()),
    )


def _judgement(state: State, verdict: Verdict | None) -> Judgement | None:
    return None if verdict is None else Judgement(verdict, given_at(state, verdict))


def _stance_line(state: State, stance: Stance, library: LibraryNow) -> StanceLine:
    source = state.sources.get(stance.source)
    letter = source.reliability.value if source is not None and source.reliability else None
    name = stance.source if source is None else source.name
    places = tuple(library.place_of(each.sha256, each.selector) for each in stance.passages)
    return StanceLine(name, stance, _grade(letter, stance.credibility), places)


def _grade(letter: str | None, digit: int | None) -> str:
    if letter is None and digit is None:
        return "not graded"
    return f"{letter or '–'}{'–' if digit is None else digit}"
