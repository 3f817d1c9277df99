"""Derived texts lead back to what they were made of."""

from verifier.model.scales import PlaceKind
from verifier.reading.pieces import Piece, captions, put_together


def test_empty_pieces_leave_no_gap() -> None:
    derived = put_together([Piece(" "), Piece(" One. "), Piece(""), Piece("Two.")])
    assert derived.text == "One.\n\nTwo."
    assert derived.places == ()


def test_each_place_covers_its_own_words() -> None:
    derived = put_together([Piece("Text."), *captions(["A boat", "", "A gate"])])
    assert [(p.name, p.span.of(derived.text)) for p in derived.places] == [
        ("caption 1", "A boat"),
        ("caption 3", "A gate"),
    ]
    assert {p.kind for p in derived.places} == {PlaceKind.CAPTION}
