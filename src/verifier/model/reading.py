"""What leads a derived text back to the file that it was read from."""

from dataclasses import dataclass

from verifier.model.scales import PlaceKind
from verifier.model.text import Digest, Span


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document's text and what it was in the file: "page 3", "row 12".

    `name` is how a citation calls it. Places are in the order of the text.
    """

    span: Span
    kind: PlaceKind
    name: str


@dataclass(frozen=True)
class Forwarded:
    """A message that its channel took over from another: the message's span and that one's name."""

    span: Span
    sender: str


@dataclass(frozen=True)
class Attachment:
    """A file that came with a document and is not part of its text; `size` counts bytes."""

    name: str
    type: str
    size: int
    sha256: Digest


@dataclass(frozen=True)
class Reading:
    """What leads from offsets of an item's text back to the file; kept beside the text."""

    places: tuple[Place, ...] = ()
    forwarded: tuple[Forwarded, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def places_at(reading: Reading, span: Span) -> tuple[str, ...]:
    """What the places are called that `span` lies in: "page 3", "row 12"."""
    return tuple(place.name for place in reading.places if place.span.overlaps(span))


def place_name(reading: Reading, span: Span) -> str:
    """Where `span` stands in the file: "page 3", "row 2 – row 4"; "" where nothing tells."""
    names = places_at(reading, span)
    return " – ".join(dict.fromkeys((names[0], names[-1]))) if names else ""
