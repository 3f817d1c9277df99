"""The list of stories with each reviewer's progress."""

from sample_record import BELA, FLOOD, KURSK, edit_act, imported, note_act, verdict_act, write

from verifier.model.claim import ClaimLabel
from verifier.model.place import Place
from verifier.model.scales import SubstanceVerdict
from verifier.model.state import State
from verifier.record.undo import inverse
from verifier.store import Store


def withdraw(store: Store, state: State) -> State:
    event = store.next_to_undo(state.stream, "anna")
    assert event is not None
    return write(store, state, inverse(event))


def test_a_story_is_listed_with_its_title_and_claims(store: Store) -> None:
    imported(store)
    (row,) = store.stories("anna")
    assert (row.stream, row.slug, row.title) == (KURSK, "kursk", "The story of kursk")
    assert (row.claims, row.judged, row.opened_at) == (3, 0, None)
    assert row.imported_at == row.last_at == "2026-01-02T03:04:06.678Z"


def test_progress_counts_the_verdicts_of_the_reviewer_who_asks(store: Store) -> None:
    state = imported(store)
    state = write(store, state, verdict_act(state, claim="C01"))
    state = write(store, state, verdict_act(state, claim="C02"))
    write(store, state, verdict_act(state, claim="C03", who=BELA), BELA)
    assert [row.judged for row in store.stories("anna")] == [2]
    assert [row.judged for row in store.stories("béla")] == [1]


def test_unchecked_is_no_verdict(store: Store) -> None:
    state = imported(store)
    write(store, state, verdict_act(state, SubstanceVerdict.UNCHECKED))
    assert [row.judged for row in store.stories("anna")] == [0]


def test_a_withdrawn_verdict_no_longer_counts(store: Store) -> None:
    state = imported(store)
    state = write(store, state, verdict_act(state))
    withdraw(store, state)
    assert [row.judged for row in store.stories("anna")] == [0]


def test_the_story_last_opened_comes_first(store: Store) -> None:
    imported(store)
    imported(store, FLOOD, "flood")
    assert [row.slug for row in store.stories("anna")] == ["flood", "kursk"]
    store.save_place("anna", KURSK, Place(ClaimLabel("C01")))
    assert [row.slug for row in store.stories("anna")] == ["kursk", "flood"]
    assert store.stories("anna")[0].opened_at is not None


def test_an_act_of_the_reviewer_counts_as_use_and_one_of_another_does_not(store: Store) -> None:
    kursk = imported(store)
    imported(store, FLOOD, "flood")
    kursk = write(store, kursk, note_act(kursk, "x", who=BELA), BELA)
    assert [row.slug for row in store.stories("anna")] == ["flood", "kursk"]
    write(store, kursk, note_act(kursk, "x"))
    assert [row.slug for row in store.stories("anna")] == ["kursk", "flood"]


def test_a_story_whose_import_is_undone_is_listed_as_withdrawn_only(store: Store) -> None:
    withdraw(store, imported(store))
    assert store.stories("anna") == ()
    (row,) = store.withdrawn_stories("anna")
    assert (row.stream, row.slug, row.title) == (KURSK, "kursk", "The story of kursk")


def test_the_slug_of_a_withdrawn_story_is_free(store: Store) -> None:
    withdraw(store, imported(store))
    imported(store, FLOOD, "kursk")
    assert [row.stream for row in store.stories("anna")] == [FLOOD]


def test_an_edited_claim_still_counts_once(store: Store) -> None:
    state = imported(store)
    write(store, state, edit_act(state, "C01", "another wording"))
    assert [row.claims for row in store.stories("anna")] == [3]
