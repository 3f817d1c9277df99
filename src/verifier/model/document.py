"""What the readers make of bytes, and what the claims engine makes of a text."""

from dataclasses import dataclass
from datetime import date

from verifier.model.claim import Claim
from verifier.model.dependency import Dependency
from verifier.model.reading import Attachment, Forwarded, Place
from verifier.model.scales import Medium, PlaceKind
from verifier.model.source import Source
from verifier.model.text import ExcludedRange, Span


@dataclass(frozen=True)
class Document:
    """A text read from bytes, with what the file says of itself.

    For a plain-text file `text` is the file's text unchanged, so that offsets are the file's code
    points; of every other format it is derived, and `places` lead back to pages, rows, messages and
    captions. Captions stand after the main text, one paragraph each. `original` are the bytes as
    they came. `encoding_guessed` says that the encoding is a guess that the user must be told, as
    are `remarks`: one sentence each. `reader` names what read it, with its version.
    """

    text: str
    original: bytes
    medium: Medium
    encoding: str
    encoding_guessed: bool = False
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    reader: str = "text-1"
    places: tuple[Place, ...] = ()
    forwarded: tuple[Forwarded, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def captions(self) -> tuple[str, ...]:
        """The captions of its pictures, in order."""
        return tuple(
            place.span.of(self.text) for place in self.places if place.kind is PlaceKind.CAPTION
        )

    @property
    def main_text(self) -> str:
        """The text without the captions that follow it."""
        starts = (p.span.start for p in self.places if p.kind is PlaceKind.CAPTION)
        return self.text[: min(starts, default=len(self.text))].rstrip()


@dataclass(frozen=True)
class Attributed:
    """One attribution as read: the spans of source, cue and content, and the rule that read it.

    `source` and `cue` are empty where the text has none; spans are sorted and do not overlap.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    rule: str


@dataclass(frozen=True)
class StoryReading:
    """Everything the claims engine proposes for one text.

    `engine` names the engine's version. `title` is the headline as found, `dateline` the date the
    lead carries (None where there is none). `claims` are labelled C01… in the order of the text and
    anchored in version 1. `sources` are those the claims' speakers belong to, in the order of first
    appearance, then those that only a dependency names. `remarks` are sentences for the user ("no
    dateline: years stay open"). `dependencies` are labelled D01… in the order of the text.
    """

    engine: str
    title: str | None
    dateline: date | None
    sentences: tuple[Span, ...]
    excluded: tuple[ExcludedRange, ...]
    attributions: tuple[Attributed, ...]
    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    remarks: tuple[str, ...]
    dependencies: tuple[Dependency, ...] = ()
