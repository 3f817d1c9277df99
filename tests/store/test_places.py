"""Where a reviewer is, and which heads were printed."""

from sample_record import FLOOD, KURSK, imported

from verifier.model.claim import ClaimLabel
from verifier.model.place import Draft, Place
from verifier.store import Store, open_store

PLACE = Place(
    ClaimLabel("C02"), "isw", "open", 4, 17, Draft("note", ClaimLabel("C02"), "half a \x1b sen")
)


def test_a_reviewer_who_never_was_there_has_no_place(store: Store) -> None:
    assert store.load_place("anna", KURSK) is None


def test_a_place_survives_a_restart_with_what_was_half_typed(store: Store, database: str) -> None:
    store.save_place("anna", KURSK, PLACE)
    store.close()
    with open_store(database) as again:
        assert again.load_place("anna", KURSK) == PLACE


def test_a_place_replaces_the_one_before(store: Store) -> None:
    store.save_place("anna", KURSK, PLACE)
    store.save_place("anna", KURSK, Place())
    assert store.load_place("anna", KURSK) == Place()


def test_places_are_per_reviewer_and_story(store: Store) -> None:
    store.save_place("anna", KURSK, PLACE)
    assert store.load_place("béla", KURSK) is None
    assert store.load_place("anna", FLOOD) is None


def test_a_place_is_no_event(store: Store) -> None:
    store.save_place("anna", KURSK, PLACE)
    assert store.head(KURSK).seq == 0


def test_a_printed_head_is_remembered_once(store: Store) -> None:
    state = imported(store)
    for _ in range(2):
        store.note_printed(KURSK, state.seq, state.head, "d" * 64, "html")
    store.note_printed(KURSK, state.seq, state.head, "d" * 64, "md")
    found = store.printed(KURSK)
    assert [(item.seq, item.hash, item.format) for item in found] == [
        (1, state.head, "html"),
        (1, state.head, "md"),
    ]
    assert store.printed(FLOOD) == ()


def test_the_clock_of_the_store_dates_what_is_printed(sqlite_store: Store) -> None:
    state = imported(sqlite_store)
    sqlite_store.note_printed(KURSK, state.seq, state.head, "d" * 64, "html")
    assert sqlite_store.printed(KURSK)[0].at > sqlite_store.events(KURSK)[0].at
