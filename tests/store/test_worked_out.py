"""What was worked out of kept texts is there again, for the rules it was worked out by."""

from verifier.model.text import Digest
from verifier.model.worked_out import WorkedOut
from verifier.store import Store

ONE, TWO = Digest("1" * 64), Digest("2" * 64)


def test_what_was_worked_out_is_given_again(store: Store) -> None:
    store.keep_worked_out(WorkedOut.SHINGLES, "1", {ONE: b"\x00\xff", TWO: b""})
    assert store.worked_out(WorkedOut.SHINGLES, "1", [ONE, TWO]) == {ONE: b"\x00\xff", TWO: b""}


def test_other_rules_and_other_kinds_find_nothing(store: Store) -> None:
    store.keep_worked_out(WorkedOut.SHINGLES, "1", {ONE: b"old"})
    assert store.worked_out(WorkedOut.SHINGLES, "2", [ONE]) == {}
    assert store.worked_out(WorkedOut.MEANINGS, "1", [ONE]) == {}


def test_newer_rules_take_the_place_of_older_ones(store: Store) -> None:
    store.keep_worked_out(WorkedOut.SHINGLES, "1", {ONE: b"old"})
    store.keep_worked_out(WorkedOut.SHINGLES, "2", {ONE: b"new"})
    assert store.worked_out(WorkedOut.SHINGLES, "2", [ONE]) == {ONE: b"new"}


def test_many_texts_are_asked_for_at_once(store: Store) -> None:
    many = {Digest(f"{number:064x}"): bytes([number % 256]) for number in range(1_200)}
    store.keep_worked_out(WorkedOut.MEANINGS, "1", many)
    assert store.worked_out(WorkedOut.MEANINGS, "1", list(many)) == many


def test_the_audit_leaves_it_alone(store: Store) -> None:
    store.keep_worked_out(WorkedOut.SHINGLES, "1", {ONE: b"any"})
    assert store.check() == ()
