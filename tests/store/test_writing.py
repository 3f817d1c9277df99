"""The one write path, on SQLite and on PostgreSQL."""

import pytest
from sample_record import (
    ANNA,
    BELA,
    FLOOD,
    KURSK,
    act,
    edit_act,
    import_act,
    imported,
    note_act,
    stance_act,
    verdict_act,
    write,
)

from verifier.model.decision import Note
from verifier.model.errors import BadInput, BrokenHistory, Conflict, StorageFault
from verifier.model.event import (
    DESK,
    Act,
    EventKind,
    Reviewer,
    Subject,
    SubjectChange,
    SubjectKind,
)
from verifier.model.scales import SourceKind, StanceCode, SubstanceVerdict
from verifier.model.source import Source
from verifier.model.state import GENESIS, State
from verifier.model.story import Slug
from verifier.record.chain import event_hash
from verifier.record.fold import fold
from verifier.record.state_digest import state_digest
from verifier.store import Head, Intent, Store, open_store

HOSTILE = "'; DROP TABLE event; -- \" \\ % :name \x1b]52; ﷽ \u202e \U0001f600 \x00 end"


def test_an_empty_stream_has_no_head(store: Store) -> None:
    assert store.head(KURSK) == Head(0, GENESIS)
    assert store.load(KURSK) == State(KURSK)


def test_an_act_becomes_the_next_sealed_event(store: Store) -> None:
    state = imported(store)
    ((event,),) = store.write([Intent(KURSK, note_act(state, "ask"), state.seq)], ANNA)
    assert (event.seq, event.prev_hash, event.at) == (2, state.head, "2026-01-02T03:04:07.678Z")
    assert (event.actor, event.os_user, event.host) == ("anna", "anna", "desk-1")
    assert event.hash == event_hash(event)
    assert store.head(KURSK) == Head(2, event.hash)


def test_stored_events_equal_the_written_ones(store: Store) -> None:
    state = imported(store)
    (written,) = store.write([Intent(KURSK, note_act(state, HOSTILE), state.seq)], ANNA)
    assert store.events(KURSK, after=1) == written


def test_the_loaded_state_equals_the_fold_of_the_events(store: Store) -> None:
    state = imported(store)
    state = write(store, state, note_act(state, "one"))
    state = write(store, state, stance_act(state, StanceCode.ECHOES))
    state = write(store, state, verdict_act(state, SubstanceVerdict.REFUTED, why="seen"))
    state = write(store, state, verdict_act(state, SubstanceVerdict.SUPPORTED))
    state = write(store, state, note_act(state, None))
    assert store.load(KURSK) == state == fold(State(KURSK), store.events(KURSK))


def test_any_text_is_data(store: Store) -> None:
    state = imported(store)
    state = write(store, state, note_act(state, HOSTILE, who=ANNA))
    state = write(store, state, note_act(state, HOSTILE, who=BELA), BELA)
    assert [note.text for note in store.load(KURSK).notes.values()] == [HOSTILE, HOSTILE]


def test_a_hostile_name_is_data(store: Store) -> None:
    state, who = imported(store), Reviewer("x'; DROP TABLE event; --", "", "")
    write(store, state, note_act(state, "one", who=who), who)
    assert store.next_to_undo(KURSK, who.name) is not None


def test_half_a_character_is_refused_and_nothing_is_written(store: Store) -> None:
    state = imported(store)
    with pytest.raises(BadInput, match="half of a character"):
        write(store, state, note_act(state, "\ud800"))
    assert store.head(KURSK).seq == 1
    assert write(store, state, note_act(state, "whole")).seq == 2


def test_a_nul_in_a_name_is_refused(store: Store) -> None:
    state, who = imported(store), Reviewer("an\0na", "", "")
    with pytest.raises(BadInput, match="NUL"):
        write(store, state, note_act(state, "x", who=who), who)


def test_the_second_writer_of_the_same_thing_gets_a_conflict(store: Store) -> None:
    state = imported(store)
    write(store, state, edit_act(state, "C01", "by anna"))
    with pytest.raises(Conflict) as refused:
        write(store, state, edit_act(state, "C01", "by béla"), BELA)
    assert str(refused.value).startswith(
        "anna changed claim C01 on 2026-01-02 03:04:07 UTC, after you read it; nothing was saved."
    )
    assert store.head(KURSK).seq == 2


def test_acts_on_other_things_do_not_conflict_and_bring_the_missed_events(store: Store) -> None:
    state = imported(store)
    write(store, state, note_act(state, "anna's", who=ANNA), ANNA)
    after = write(store, state, note_act(state, "béla's", who=BELA), BELA)
    assert after.seq == 3
    assert store.load(KURSK) == after


def test_two_reviewers_adding_the_same_claim_conflict(store: Store) -> None:
    state = imported(store)
    write(store, state, edit_act(state, "C09", "new"))
    with pytest.raises(Conflict, match="claim C09"):
        write(store, state, edit_act(state, "C09", "also new"), BELA)


def test_streams_have_their_own_chains(store: Store) -> None:
    kursk = imported(store)
    flood = imported(store, FLOOD, "flood")
    write(store, flood, note_act(flood, "x"))
    assert store.head(KURSK) == Head(1, kursk.head)
    assert store.load(KURSK).notes == {}


def test_intents_are_written_all_or_none(store: Store) -> None:
    state = imported(store)
    write(store, state, edit_act(state, "C01", "meanwhile"))
    source = Source(Slug("isw"), "ISW", SourceKind.ANALYST)
    added = act(
        EventKind.SOURCES_ADDED, State(DESK), (Subject(SubjectKind.SOURCE, ("isw",)), source)
    )
    stale = Intent(KURSK, edit_act(state, "C01", "stale"), state.seq)
    with pytest.raises(Conflict):
        store.write([Intent(DESK, added, 0), stale], ANNA)
    assert store.head(DESK).seq == 0
    fresh = Intent(FLOOD, import_act(State(FLOOD), "flood"), 0)
    desk, story = store.write([Intent(DESK, added, 0), fresh], ANNA)
    assert (desk[-1].stream, story[-1].stream) == (DESK, FLOOD)


def test_a_second_living_story_with_the_same_slug_is_refused(store: Store) -> None:
    imported(store)
    with pytest.raises(Conflict, match="Another story is called kursk"):
        imported(store, FLOOD, "kursk")
    assert store.head(FLOOD).seq == 0


def test_a_before_image_that_is_not_there_is_refused(store: Store) -> None:
    state = imported(store)
    subject = Subject(SubjectKind.NOTE, ("C01", "anna"))
    forged = Act(EventKind.CLAIM_NOTED, (SubjectChange(subject, {"text": "a"}, {"text": "b"}),))
    with pytest.raises(BrokenHistory, match="does not continue"):
        write(store, state, forged)


def test_fields_that_no_dataclass_has_are_refused(store: Store) -> None:
    state = imported(store)
    subject = Subject(SubjectKind.NOTE, ("C01", "anna"))
    forged = Act(EventKind.CLAIM_NOTED, (SubjectChange(subject, None, {"colour": "red"}),))
    with pytest.raises(BrokenHistory):
        write(store, state, forged)
    assert store.head(KURSK).seq == 1


def test_a_default_written_out_is_refused(store: Store) -> None:
    state = imported(store)
    plain = verdict_act(state).changes[0]
    spelled = SubjectChange(plain.subject, None, {**(plain.after or {}), "why": ""})
    with pytest.raises(BrokenHistory, match="form"):
        write(store, state, Act(EventKind.VERDICT_GIVEN, (spelled,)))


def test_a_state_newer_than_the_record_tells_of_a_lost_tail(store: Store) -> None:
    state = imported(store)
    with pytest.raises(StorageFault, match="last part is lost"):
        store.write([Intent(KURSK, note_act(state, "x"), 7)], ANNA)


def test_everything_is_there_after_reopening(store: Store, database: str) -> None:
    state = imported(store)
    state = write(store, state, note_act(state, "kept"))
    store.close()
    with open_store(database) as again:
        assert again.load(KURSK) == state
        assert again.remarks == ()


def test_many_subjects_in_one_act_are_found_again(store: Store) -> None:
    state = State(KURSK)
    state = write(store, state, import_act(state, claims=90))
    subjects = [
        (Subject(SubjectKind.NOTE, (label, "anna")), Note(label, "anna", "n"))
        for label in state.claims
    ]
    state = write(store, state, act(EventKind.CLAIM_NOTED, state, *subjects))
    again = [(subject, Note(note.claim, "anna", "m")) for subject, note in subjects]
    state = write(store, state, act(EventKind.CLAIM_NOTED, state, *again))
    assert store.load(KURSK) == state
    assert list(store.load(KURSK).claims) == list(state.claims)


def test_the_loaded_state_has_the_digest_of_the_folded_one(store: Store) -> None:
    state = imported(store)
    state = write(store, state, verdict_act(state))
    assert state_digest(store.load(KURSK)) == state_digest(state)
