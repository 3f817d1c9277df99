"""The one fold: events make states, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.model.claim import Anchor, Claim, ClaimLabel
from verifier.model.decision import Note, Verdict
from verifier.model.errors import BrokenHistory
from verifier.model.event import (
    Act,
    Event,
    EventKind,
    Reviewer,
    StreamId,
    Subject,
    SubjectChange,
    SubjectKind,
)
from verifier.model.scales import Aspect, SubstanceVerdict
from verifier.model.state import NoteKey, State
from verifier.model.text import Span, select
from verifier.record.chain import event_from_json, event_hash, event_to_json, seal
from verifier.record.fold import apply, change_of, fields_of, fold
from verifier.record.state_digest import state_digest
from verifier.record.undo import inverse

ANNA = Reviewer("anna", "anna", "desk-1")
STREAM = StreamId("s1")
EMPTY = State(STREAM)


def sealed(state: State, act: Act) -> Event:
    return seal(
        act,
        stream=state.stream,
        seq=state.seq + 1,
        prev_hash=state.head,
        reviewer=ANNA,
        at="2026-01-02T03:04:05.678Z",
        event_id=f"e{state.seq + 1}",
    )


def note_act(state: State, text: str | None, claim: str = "C01") -> Act:
    subject = Subject(SubjectKind.NOTE, (claim, "anna"))
    after = None if text is None else Note(ClaimLabel(claim), "anna", text)
    change = change_of(state, subject, after)
    assert change is not None
    return Act(EventKind.CLAIM_NOTED, (change,))


def noted(state: State, text: str | None) -> tuple[State, Event]:
    event = sealed(state, note_act(state, text))
    return apply(state, event)[0], event


def test_an_event_brings_a_subject_into_being() -> None:
    state, _ = noted(EMPTY, "ask the ministry")
    assert state.notes[NoteKey(ClaimLabel("C01"), "anna")].text == "ask the ministry"
    assert EMPTY.notes == {}


def test_a_change_names_the_claims_it_touches() -> None:
    _, change = apply(EMPTY, sealed(EMPTY, note_act(EMPTY, "x", "C07")))
    assert change.claims == ("C07",)
    assert change.kind is EventKind.CLAIM_NOTED


def test_an_undo_restores_the_state_before() -> None:
    first, _ = noted(EMPTY, "one")
    second, event = noted(first, "two")
    undone, _ = apply(second, sealed(second, inverse(event)))
    assert undone.notes == first.notes
    assert state_digest(undone) == state_digest(first)


def test_a_redo_is_the_undo_of_an_undo() -> None:
    first, event = noted(EMPTY, "one")
    undo = sealed(first, inverse(event))
    undone, _ = apply(first, undo)
    redo = inverse(undo)
    assert redo.kind is EventKind.REDONE
    assert apply(undone, sealed(undone, redo))[0].notes == first.notes


def test_a_ceased_subject_keeps_its_stamp_so_that_its_name_is_not_used_again() -> None:
    first, event = noted(EMPTY, "one")
    undone, _ = apply(first, sealed(first, inverse(event)))
    assert undone.notes == {}
    assert undone.stamps[Subject(SubjectKind.NOTE, ("C01", "anna"))].seq == 2


def test_a_before_image_that_does_not_match_is_refused() -> None:
    state, _ = noted(EMPTY, "one")
    subject = Subject(SubjectKind.NOTE, ("C01", "anna"))
    forged = Act(
        EventKind.CLAIM_NOTED, (SubjectChange(subject, {"text": "other"}, {"text": "two"}),)
    )
    with pytest.raises(BrokenHistory, match="does not continue"):
        apply(state, sealed(state, forged))


def test_a_missing_event_is_refused() -> None:
    state, event = noted(EMPTY, "one")
    with pytest.raises(BrokenHistory, match="does not follow"):
        apply(state, event)


def test_an_image_holds_only_the_changed_fields() -> None:
    state, _ = noted(EMPTY, "one")
    (change,) = note_act(state, "two").changes
    assert change.before == {"text": "one"}
    assert change.after == {"text": "two"}


def test_a_field_that_returns_to_its_default_is_null_in_the_image() -> None:
    subject = Subject(SubjectKind.VERDICT, ("C01", "substance", "anna"))
    plain = Verdict(ClaimLabel("C01"), Aspect.SUBSTANCE, "anna", SubstanceVerdict.SUPPORTED)
    reasoned = Verdict(
        ClaimLabel("C01"), Aspect.SUBSTANCE, "anna", SubstanceVerdict.SUPPORTED, why="seen"
    )
    first = change_of(EMPTY, subject, reasoned)
    assert first is not None
    state, _ = apply(EMPTY, sealed(EMPTY, Act(EventKind.VERDICT_GIVEN, (first,))))
    second = change_of(state, subject, plain)
    assert second == SubjectChange(subject, {"why": "seen"}, {"why": None})
    after, _ = apply(state, sealed(state, Act(EventKind.VERDICT_GIVEN, (second,))))
    assert fields_of(after, subject) == fields_of_plain(subject, plain)


def fields_of_plain(subject: Subject, verdict: Verdict) -> object:
    change = change_of(EMPTY, subject, verdict)
    assert change is not None
    return change.after


def test_no_difference_is_no_change() -> None:
    state, _ = noted(EMPTY, "one")
    subject = Subject(SubjectKind.NOTE, ("C01", "anna"))
    assert change_of(state, subject, Note(ClaimLabel("C01"), "anna", "one")) is None


def test_a_claim_survives_its_json_form() -> None:
    text = "The mayor said 12 people were hurt."
    claim = Claim(
        ClaimLabel("C01"), (Anchor(1, select(text, Span(15, 34))),), "12 people were hurt", "rule"
    )
    subject = Subject(SubjectKind.CLAIM, ("C01",))
    change = change_of(EMPTY, subject, claim)
    assert change is not None
    state, _ = apply(EMPTY, sealed(EMPTY, Act(EventKind.CLAIM_ADDED, (change,))))
    assert state.claims[ClaimLabel("C01")] == claim


@given(st.lists(st.one_of(st.none(), st.text()), max_size=12))
def test_fold_equals_apply_one_by_one(texts: list[str | None]) -> None:
    state, events = EMPTY, []
    for text in texts:
        subject = Subject(SubjectKind.NOTE, ("C01", "anna"))
        after = None if text is None else Note(ClaimLabel("C01"), "anna", text)
        change = change_of(state, subject, after)
        if change is None:
            continue
        event = sealed(state, Act(EventKind.CLAIM_NOTED, (change,)))
        state, _ = apply(state, event)
        events.append(event)
    assert fold(EMPTY, events) == state
    assert all(event_hash(event) == event.hash for event in events)


@given(st.text(), st.text())
def test_any_other_content_has_another_hash(one: str, other: str) -> None:
    first = sealed(EMPTY, note_act(EMPTY, one + "."))
    second = sealed(EMPTY, note_act(EMPTY, other + "."))
    assert (first.hash == second.hash) == (one == other)


def test_an_event_survives_its_line_in_the_journal() -> None:
    event = sealed(EMPTY, note_act(EMPTY, "ﬁnd “this” \x1b"))
    assert event_from_json(event_to_json(event)) == event


@pytest.mark.parametrize("damage", [{"kind": "no-such"}, {"seq": "1"}, {"payload": {}}, {"x": 1}])
def test_a_damaged_journal_line_is_refused(damage: dict[str, object]) -> None:
    line = event_to_json(sealed(EMPTY, note_act(EMPTY, "one")))
    with pytest.raises(BrokenHistory):
        event_from_json({**line, **damage})  # type: ignore[dict-item]  # the damage is the test
