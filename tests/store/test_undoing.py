"""What can be undone and redone next, per reviewer and stream, without a stack."""

import pytest
from sample_record import ANNA, BELA, FLOOD, KURSK, imported, note_act, write

from verifier.model.errors import Conflict, Refused
from verifier.model.event import Act, EventKind, Reviewer
from verifier.model.state import State
from verifier.record.undo import inverse
from verifier.store import Intent, Store, open_store


def undo(store: Store, state: State, who: Reviewer = ANNA) -> State:
    event = store.next_to_undo(state.stream, who.name)
    assert event is not None
    return write(store, state, inverse(event), who)


def redo(store: Store, state: State, who: Reviewer = ANNA) -> State:
    event = store.next_to_redo(state.stream, who.name)
    assert event is not None
    return write(store, state, inverse(event), who)


def texts(state: State) -> list[str]:
    return [note.text for note in state.notes.values()]


def test_nothing_is_to_undo_in_an_empty_stream(store: Store) -> None:
    assert store.next_to_undo(KURSK, "anna") is None
    assert store.next_to_redo(KURSK, "anna") is None


def test_undo_walks_back_to_the_import_and_redo_forward_again(store: Store) -> None:
    states = [imported(store)]
    for text in ("one", "two", "three"):
        states.append(write(store, states[-1], note_act(states[-1], text)))
    now = states[-1]
    for before in reversed(states[:-1]):
        now = undo(store, now)
        assert (now.notes, now.story) == (before.notes, before.story)
    now = undo(store, now)
    assert now.story is None
    assert store.next_to_undo(KURSK, "anna") is None
    for after in states:
        now = redo(store, now)
        assert (now.notes, now.claims, now.story) == (after.notes, after.claims, after.story)
    assert store.next_to_redo(KURSK, "anna") is None
    assert store.load(KURSK) == now


def test_a_redone_act_can_be_undone_again(store: Store) -> None:
    state = imported(store)
    state = write(store, state, note_act(state, "one"))
    for _ in range(3):
        state = undo(store, state)
        assert texts(state) == []
        state = redo(store, state)
        assert texts(state) == ["one"]


def test_undo_goes_on_below_what_was_undone_and_redone(store: Store) -> None:
    state = imported(store)
    state = write(store, state, note_act(state, "one"))
    state = write(store, state, note_act(state, "two"))
    state = undo(store, undo(store, state))
    state = redo(store, state)
    assert texts(state) == ["one"]
    state = redo(store, state)
    assert texts(state) == ["two"]
    state = undo(store, undo(store, state))
    assert texts(state) == []


def test_a_new_act_ends_redo(store: Store) -> None:
    state = imported(store)
    state = undo(store, write(store, state, note_act(state, "one")))
    state = write(store, state, note_act(state, "other", claim="C02"))
    assert store.next_to_redo(KURSK, "anna") is None


def test_undo_and_redo_survive_a_restart(store: Store, database: str) -> None:
    state = imported(store)
    state = write(store, state, note_act(state, "one"))
    state = undo(store, write(store, state, note_act(state, "two")))
    store.close()
    with open_store(database) as again:
        assert texts(redo(again, again.load(KURSK))) == ["two"]


def test_each_reviewer_undoes_their_own_acts_only(store: Store) -> None:
    state = imported(store)
    state = write(store, state, note_act(state, "anna's"))
    state = write(store, state, note_act(state, "béla's", who=BELA), BELA)
    state = undo(store, state)
    assert texts(state) == ["béla's"]
    assert store.next_to_redo(KURSK, BELA.name) is None


def test_each_stream_has_its_own_undo(store: Store) -> None:
    kursk = imported(store)
    flood = imported(store, FLOOD, "flood")
    write(store, kursk, note_act(kursk, "one"))
    event = store.next_to_undo(flood.stream, "anna")
    assert event is not None
    assert event.kind is EventKind.STORY_IMPORTED


def test_an_event_is_taken_back_at_most_once(store: Store) -> None:
    state = imported(store)
    state = write(store, state, note_act(state, "one"))
    event = store.next_to_undo(KURSK, "anna")
    assert event is not None
    state = write(store, state, inverse(event))
    again = Act(EventKind.UNDONE, (), undoes=event.event_id)
    with pytest.raises(Conflict, match="anna changed the same act"):
        store.write([Intent(KURSK, again, state.seq)], BELA)


def test_what_is_not_in_the_stream_cannot_be_taken_back(store: Store) -> None:
    state = imported(store)
    other = imported(store, FLOOD, "flood")
    foreign = Act(EventKind.UNDONE, (), undoes=store.events(FLOOD)[0].event_id)
    with pytest.raises(Refused, match="not in this record"):
        write(store, state, foreign)
    assert store.load(FLOOD) == other


def test_a_name_of_an_undone_claim_stays_taken(store: Store) -> None:
    state = undo(store, imported(store))
    assert state.claims == {}
    assert [subject.key for subject in state.stamps if subject.kind == "claim"] == [
        ("C01",),
        ("C02",),
        ("C03",),
    ]
    assert store.load(KURSK).stamps == state.stamps
