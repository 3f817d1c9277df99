"""What reviewers decided about one claim, and which sources stand in its row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from verifier.model.claim import ClaimLabel
from verifier.model.decision import Stance, Verdict
from verifier.model.event import Subject, SubjectKind
from verifier.model.scales import Aspect, SubstanceVerdict
from verifier.model.state import Stamp, State, VerdictKey
from verifier.model.story import Slug

_STORY = Subject(SubjectKind.STORY, ("story",))


@dataclass(frozen=True)
class Decided:
    """Everything decided about one claim by anybody."""

    stances: tuple[Stance, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    is_noted: bool = False


NOTHING = Decided()


def decided(state: State, claims: Iterable[ClaimLabel]) -> Mapping[ClaimLabel, Decided]:
    """What was decided about each of `claims`, found in one pass over all decisions."""
    stances: dict[ClaimLabel, list[Stance]] = {label: [] for label in claims}
    verdicts: dict[ClaimLabel, list[Verdict]] = {label: [] for label in stances}
    for stance in state.stances.values():
        if stance.claim in stances:
            stances[stance.claim].append(stance)
    for verdict in state.verdicts.values():
        if verdict.claim in verdicts:
            verdicts[verdict.claim].append(verdict)
    noted = {key.claim for key in state.notes}
    return {
        label: Decided(tuple(stances[label]), tuple(verdicts[label]), label in noted)
        for label in stances
    }


def verdict_on(
    state: State, claim: ClaimLabel, aspect: Aspect, reviewer: str | None
) -> Verdict | None:
    """The verdict of `reviewer` on one aspect of a claim; of None, the latest of anybody's.

    *Unchecked* is no verdict.
    """
    if reviewer is None:
        return verdict_among(state, decided(state, [claim])[claim], aspect, None)
    found = state.verdicts.get(VerdictKey(claim, aspect, reviewer))
    return None if found is None or found.code is SubstanceVerdict.UNCHECKED else found


def verdict_among(
    state: State, found: Decided, aspect: Aspect, reviewer: str | None
) -> Verdict | None:
    """As `verdict_on`, among the decisions on one claim."""
    fitting = [
        verdict
        for verdict in found.verdicts
        if verdict.aspect is aspect
        and reviewer in (None, verdict.reviewer)
        and verdict.code is not SubstanceVerdict.UNCHECKED
    ]
    return max(fitting, key=lambda verdict: _verdict_seq(state, verdict), default=None)


def stances_on(
    state: State, claim: ClaimLabel, aspect: Aspect, reviewer: str | None
) -> Mapping[Slug, Stance]:
    """The stances of `reviewer` on a claim by source; of None, the latest of anybody's."""
    return stances_among(state, decided(state, [claim])[claim], aspect, reviewer)


def stances_among(
    state: State, found: Decided, aspect: Aspect, reviewer: str | None
) -> Mapping[Slug, Stance]:
    """As `stances_on`, among the decisions on one claim."""
    fitting = [
        stance
        for stance in found.stances
        if stance.aspect is aspect and reviewer in (None, stance.reviewer)
    ]
    return {stance.source: stance for stance in sorted(fitting, key=lambda item: _seq(state, item))}


def sources_in_row(state: State, claim: ClaimLabel) -> tuple[Slug, ...]:
    """The columns of the claim's row: its speakers' sources first, then the story's others.

    A source that was only marked comes after those that the story speaks through.
    """
    own = [item.source for item in state.claims[claim].attributions if item.source is not None]
    return tuple(dict.fromkeys([*own, *state.sources]))


def is_accepted(state: State, claim: ClaimLabel) -> bool:
    """Whether a person acted on the claim: edited, marked, judged, noted or dismissed it."""
    return accepted_by(state, claim, decided(state, [claim])[claim])


def accepted_by(state: State, claim: ClaimLabel, found: Decided) -> bool:
    """As `is_accepted`, with the decisions on the claim at hand."""
    stamp = state.stamps.get(Subject(SubjectKind.CLAIM, (claim,)))
    read = _last_reading(state)
    if stamp is not None and read is not None and stamp.seq != read.seq:
        return True
    return found != NOTHING


def _last_reading(state: State) -> Stamp | None:
    """When the rules last read the story: the stamp that all claims nobody acted on share.

    The import and a rereading stamp the version of the text together with what they propose.
    """
    version = state.version
    read = version and state.stamps.get(Subject(SubjectKind.VERSION, (str(version.n),)))
    return read or state.stamps.get(_STORY)


def is_open(state: State, claim: ClaimLabel, reviewer: str | None) -> bool:
    """Whether the claim still waits for a verdict on substance."""
    return (
        state.claims[claim].is_active
        and verdict_on(state, claim, Aspect.SUBSTANCE, reviewer) is None
    )


def _seq(state: State, stance: Stance) -> int:
    key = (stance.claim, stance.aspect.value, stance.source, stance.reviewer)
    return state.stamps[Subject(SubjectKind.STANCE, key)].seq


def _verdict_seq(state: State, verdict: Verdict) -> int:
    key = (verdict.claim, verdict.aspect.value, verdict.reviewer)
    return state.stamps[Subject(SubjectKind.VERDICT, key)].seq
