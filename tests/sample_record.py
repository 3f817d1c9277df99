"""Acts and states for tests of the record and the store: a story, claims, verdicts and notes."""

from verifier.model.claim import Claim, ClaimLabel
from verifier.model.decision import Note, Stance, Verdict
from verifier.model.event import (
    Act,
    Event,
    EventKind,
    Reviewer,
    StreamId,
    Subject,
    SubjectKind,
)
from verifier.model.scales import Aspect, StanceCode, SubstanceVerdict
from verifier.model.state import State
from verifier.model.story import Slug, Story
from verifier.record.fold import STORY_KEY, apply, change_of
from verifier.store import Intent, Store

ANNA = Reviewer("anna", "anna", "desk-1")
BELA = Reviewer("béla", "bela", "desk-2")
KURSK = StreamId("s-kursk")
FLOOD = StreamId("s-flood")


def act(kind: EventKind, state: State, *after: tuple[Subject, object | None]) -> Act:
    """The act that makes each subject what is given, on a state."""
    changes = tuple(change_of(state, subject, record) for subject, record in after)
    return Act(kind, tuple(change for change in changes if change is not None))


def import_act(state: State, slug: str = "kursk", claims: int = 3) -> Act:
    """The import of a story with some claims."""
    labels = [ClaimLabel(f"C{number:02d}") for number in range(1, claims + 1)]
    return act(
        EventKind.STORY_IMPORTED,
        state,
        (Subject(SubjectKind.STORY, STORY_KEY), Story(Slug(slug), f"The story of {slug}")),
        *(
            (Subject(SubjectKind.CLAIM, (label,)), Claim(label, (), f"statement {label}", "rule"))
            for label in labels
        ),
    )


def note_act(state: State, text: str | None, claim: str = "C01", who: Reviewer = ANNA) -> Act:
    """A note on a claim; None takes it away."""
    subject = Subject(SubjectKind.NOTE, (claim, who.name))
    note = None if text is None else Note(ClaimLabel(claim), who.name, text)
    return act(EventKind.CLAIM_NOTED, state, (subject, note))


def verdict_act(
    state: State,
    code: SubstanceVerdict = SubstanceVerdict.SUPPORTED,
    claim: str = "C01",
    why: str = "",
    who: Reviewer = ANNA,
) -> Act:
    """A verdict on the substance of a claim."""
    subject = Subject(SubjectKind.VERDICT, (claim, Aspect.SUBSTANCE.value, who.name))
    verdict = Verdict(ClaimLabel(claim), Aspect.SUBSTANCE, who.name, code, why=why)
    return act(EventKind.VERDICT_GIVEN, state, (subject, verdict))


def stance_act(state: State, code: StanceCode, claim: str = "C01", source: str = "isw") -> Act:
    """A stance of a source on a claim."""
    subject = Subject(SubjectKind.STANCE, (claim, Aspect.SUBSTANCE.value, source, ANNA.name))
    stance = Stance(ClaimLabel(claim), Aspect.SUBSTANCE, Slug(source), ANNA.name, code)
    return act(EventKind.STANCE_MARKED, state, (subject, stance))


def edit_act(state: State, claim: str, standalone: str) -> Act:
    """Another wording of a claim, which all reviewers share."""
    label = ClaimLabel(claim)
    edited = Claim(label, (), standalone, "rule")
    return act(EventKind.CLAIM_EDITED, state, (Subject(SubjectKind.CLAIM, (claim,)), edited))


def write(store: Store, state: State, one: Act, who: Reviewer = ANNA) -> State:
    """The state after one act was written on it."""
    (events,) = store.write([Intent(state.stream, one, state.seq)], who)
    for event in events:
        state, _ = apply(state, event)
    return state


def imported(store: Store, stream: StreamId = KURSK, slug: str = "kursk") -> State:
    """The state of a stream into which a story was just imported."""
    state = State(stream)
    return write(store, state, import_act(state, slug))


def last(store: Store, stream: StreamId) -> Event:
    """The last event of a stream."""
    return store.events(stream)[-1]
