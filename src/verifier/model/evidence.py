"""Source documents and the passages of them that a stance cites."""

from dataclasses import dataclass
from datetime import date
from typing import NewType

from verifier.model.scales import CaptureState, Medium, RecordKind
from verifier.model.story import Slug
from verifier.model.text import Digest, Selector

EvidenceLabel = NewType("EvidenceLabel", str)
"""The name of an evidence item in the library: E01, E02, …; never used again."""


@dataclass(frozen=True)
class EvidenceItem:
    """A source document in the library.

    `sha256` is that of the original bytes, `text_sha256` that of the text read from them, in UTF-8;
    passages are offsets into that text. `size` counts bytes, `chars` code points. `collected_at` is
    UTC, `collected_by` the reviewer, `collected_how` the act ("file", "standard input", "capture").

    Of a capture, `redirects` are the addresses that `url` led to, the last of them the document's
    own; `archive_sha256` is that of the archive file (WARC) that holds what was asked and answered;
    `seen_at` is when the same bytes were last found there again. An item whose capture state is
    failed or unreachable has no text, and bytes only where a file was there to keep; `problem` says
    why.

    `reader` names what read the text from the bytes, with its version, `remarks` what it had to say
    of them. `places_sha256` is the digest of the kept JSON form of a `Reading`, None where there is
    nothing to say. `forwarded_from` names whom its messages were taken over from; `derived_from` is
    the item that this one is a copy, an excerpt or a translation of.
    """

    label: EvidenceLabel
    source: Slug
    title: str
    sha256: Digest
    text_sha256: Digest
    size: int
    chars: int
    medium: Medium
    collected_at: str
    collected_by: str
    collected_how: str
    file_name: str | None = None
    encoding: str = "utf-8"
    record: RecordKind = RecordKind.REPORT
    url: str | None = None
    archived_url: str | None = None
    language: str = "en"
    published_at: date | None = None
    capture: CaptureState = CaptureState.OK
    problem: str = ""
    redirects: tuple[str, ...] = ()
    archive_sha256: Digest | None = None
    seen_at: str | None = None
    reader: str = ""
    remarks: tuple[str, ...] = ()
    places_sha256: Digest | None = None
    forwarded_from: tuple[str, ...] = ()
    derived_from: EvidenceLabel | None = None

    @property
    def is_readable(self) -> bool:
        """Whether there is a text to search and cite."""
        return self.capture is CaptureState.OK


@dataclass(frozen=True)
class Passage:
    """A place in an evidence item's text, cited under a stance. `sha256` is that of the text.

    `translation` is what a person typed for a passage in another language, `translator` who.
    """

    evidence: EvidenceLabel
    sha256: Digest
    selector: Selector
    translation: str = ""
    translator: str | None = None
