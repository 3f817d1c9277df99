"""A derived text put together of pieces, each of which may be a place of the file."""

from collections.abc import Iterable
from typing import NamedTuple

from verifier.model.reading import Place
from verifier.model.scales import PlaceKind
from verifier.model.text import Span

BREAK = "\n\n"
"""What stands between two paragraphs of a derived text."""


class Piece(NamedTuple):
    """A stretch of text; with a name it is a place, of this kind."""

    text: str
    kind: PlaceKind = PlaceKind.PAGE
    name: str | None = None


class Derived(NamedTuple):
    """A text and its places."""

    text: str
    places: tuple[Place, ...]


def put_together(pieces: Iterable[Piece]) -> Derived:
    """The text of the pieces, a blank line between each two, and the places with their spans.

    >>> put_together([Piece("One."), Piece("A boat.", PlaceKind.CAPTION, "caption 1")]).places
    (Place(span=Span(start=6, end=13), kind=<PlaceKind.CAPTION: 'caption'>, name='caption 1'),)
    """
    texts: list[str] = []
    places: list[Place] = []
    at = 0
    for piece in pieces:
        text = piece.text.strip()
        if not text:
            continue
        start = at + len(BREAK) if texts else 0
        at = start + len(text)
        texts.append(text)
        if piece.name is not None:
            places.append(Place(Span(start, at), piece.kind, piece.name))
    return Derived(BREAK.join(texts), tuple(places))


def captions(texts: Iterable[str]) -> list[Piece]:
    """Captions as pieces, numbered from 1."""
    return [Piece(text, PlaceKind.CAPTION, f"caption {n}") for n, text in enumerate(texts, start=1)]
