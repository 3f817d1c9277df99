"""The evidence library: source documents, and passages of them to cite."""

import json
import re
from dataclasses import dataclass, replace
from datetime import date

from verifier.desk.lookup import library_source, names_of
from verifier.desk.names import next_label, typed_text, unknown
from verifier.desk.newsroom import known_here
from verifier.desk.registry import write_to_library
from verifier.desk.session import Session, load_library, retried
from verifier.language.document_language import UNDETERMINED, document_language
from verifier.model.document import Document
from verifier.model.errors import BadInput, Refused, UnknownName
from verifier.model.event import Act, EventKind, Subject, SubjectKind
from verifier.model.evidence import EvidenceItem, EvidenceLabel, Passage
from verifier.model.reading import Reading, place_name
from verifier.model.scales import CaptureState, Medium, RecordKind
from verifier.model.source import Source
from verifier.model.state import Change, State
from verifier.model.text import Digest, Span, select
from verifier.record.canonical import canonical, digest
from verifier.record.codec import from_json, to_json
from verifier.record.fold import change_of

FROM_FILE = "file"
"""How an item was collected whose bytes lay in a file."""

_CITATION = re.compile(r"(E\d+):(\d+)-(\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class EvidenceDetails:
    """What the user says of a source document; its language is told by its words if not said."""

    title: str | None = None
    url: str | None = None
    published: date | None = None
    record: RecordKind = RecordKind.REPORT
    language: str | None = None
    file_name: str | None = None


@dataclass(frozen=True)
class AddedEvidence:
    """An evidence item, one that failed included.

    `change` is None where the same bytes were in the library already.
    """

    item: EvidenceItem
    change: Change | None

    @property
    def is_new(self) -> bool:
        """Whether it was added now."""
        return self.change is not None


def add_evidence(
    session: Session, document: Document, source: str, details: EvidenceDetails | None = None
) -> AddedEvidence:
    """Put a source document into the library, under the source of that name.

    The same bytes twice are one item; an item that failed or was withdrawn comes back under its
    label. A well-known source that is not in the registry yet is added to it in the same act.
    Raises UnknownName for a source nobody knows.
    """
    said = details or EvidenceDetails()
    return retried(lambda: _add(session, document, source, said))


def add_failed(
    session: Session, data: bytes, problem: str, source: str, details: EvidenceDetails
) -> AddedEvidence:
    """List a file that cannot be read as failed, with its bytes (none: b"") and the reason.

    Raises UnknownName for a source nobody knows.
    """
    return retried(lambda: _add_failed(session, data, problem, source, details))


def _add(
    session: Session, document: Document, source: str, details: EvidenceDetails
) -> AddedEvidence:
    """One try at adding a document, under a label that is free now."""
    library = load_library(session)
    known = source_meant(library, source)
    sha256 = digest(document.original)
    same = next((item for item in library.evidence.values() if item.sha256 == sha256), None)
    if same is not None and same.is_readable:
        return AddedEvidence(same, None)
    item = item_of(session, library, document, known, details)
    if same is not None:
        item = replace(item, label=same.label)
    act = act_on_item(EventKind.EVIDENCE_ADDED, library, known, item)
    return AddedEvidence(item, write_to_library(session, library, act))


def _add_failed(
    session: Session, data: bytes, problem: str, source: str, details: EvidenceDetails
) -> AddedEvidence:
    """One try at listing a failed file; one that is listed already stays as it is."""
    library = load_library(session)
    known = source_meant(library, source)
    sha256 = digest(data)
    for item in library.evidence.values():
        named_so = bool(data) or (item.file_name, item.source) == (details.file_name, known.slug)
        if item.sha256 == sha256 and named_so and item.capture is not CaptureState.WITHDRAWN:
            return AddedEvidence(item, None)
    title = details.title or details.file_name or "Unnamed"
    item = EvidenceItem(
        label=free_label(library),
        source=known.slug,
        title=typed_text(title, "title", 500),
        sha256=session.store.put_bytes(data),
        text_sha256=session.store.put_bytes(b""),
        size=len(data),
        chars=0,
        medium=Medium.UNREAD,
        collected_at=session.now(),
        collected_by=session.reviewer.name,
        collected_how=FROM_FILE,
        file_name=details.file_name,
        record=details.record,
        url=details.url,
        language=details.language or UNDETERMINED,
        published_at=details.published,
        capture=CaptureState.FAILED,
        problem=problem,
    )
    act = act_on_item(EventKind.EVIDENCE_ADDED, library, known, item)
    return AddedEvidence(item, write_to_library(session, library, act))


def act_on_item(kind: EventKind, library: State, source: Source, item: EvidenceItem) -> Act:
    """The act that makes the library hold `item`, and its source where that is new."""
    changes = (
        change_of(library, Subject(SubjectKind.SOURCE, (source.slug,)), source),
        change_of(library, Subject(SubjectKind.EVIDENCE, (item.label,)), item),
    )
    return Act(kind, tuple(change for change in changes if change is not None))


def evidence_list(session: Session) -> tuple[EvidenceItem, ...]:
    """The library's items that are not withdrawn, by label; those that failed among them."""
    items = load_library(session).evidence.values()
    return tuple(
        sorted(
            (item for item in items if item.capture is not CaptureState.WITHDRAWN),
            key=lambda item: (len(item.label), item.label),
        )
    )


def find_evidence(session: Session, label: str) -> EvidenceItem:
    """The item with this label; raises UnknownName with the nearest."""
    return evidence_in(load_library(session), label)


def evidence_in(library: State, label: str) -> EvidenceItem:
    """As `find_evidence`, in a library at hand."""
    item = library.evidence.get(EvidenceLabel(label.upper()))
    if item is None:
        listing = "`verifier evidence list` lists them."
        raise unknown("evidence item", label, library.evidence, listing)
    return item


def evidence_text(session: Session, item: EvidenceItem) -> str:
    """The text of an item, as read from its bytes; raises StorageFault where it is damaged."""
    return session.store.get_bytes(item.text_sha256).decode("utf-8")


def reading_of(session: Session, item: EvidenceItem) -> Reading:
    """What leads from offsets of an item's text back to pages, rows, messages and captions."""
    if item.places_sha256 is None:
        return Reading()
    kept = session.store.get_bytes(item.places_sha256)
    return from_json(Reading, json.loads(kept))


def place_cited(session: Session, item: EvidenceItem | None, passage: Passage) -> str:
    """Where a cited passage stands in its file: "page 3"; "" where nothing tells."""
    if item is None or item.places_sha256 is None or item.text_sha256 != passage.sha256:
        return ""
    return place_name(reading_of(session, item), passage.selector.span)


def passage_of(item: EvidenceItem, text: str, start: int, end: int) -> Passage:
    """The passage of `item` from `start` to `end` of its text, white space at the ends left out.

    Raises BadInput for a range outside the text or without words.
    """
    if not 0 <= start < end <= len(text):
        raise BadInput(
            f"{item.label} has {len(text)} characters; the passage {start}-{end} lies outside. "
            f"`verifier evidence show {item.label}` prints the offsets."
        )
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = end - (len(words) - len(words.rstrip()))
    if first >= last:
        raise BadInput(f"The passage {start}-{end} of {item.label} holds only white space.")
    return Passage(item.label, item.text_sha256, select(text, Span(first, last)))


def read_citation(session: Session, citation: str) -> Passage:
    """The passage that a citation such as `E05:120-188` names; raises BadInput, UnknownName."""
    match = _CITATION.fullmatch(citation.strip())
    if match is None:
        raise BadInput(
            f"{citation} is no citation; write the item's label and the range of characters, "
            "like E05:120-188."
        )
    item = find_evidence(session, match.group(1))
    if not item.is_readable:
        raise Refused(f"{item.label} cannot be cited: it is {item.capture.value}. {item.problem}")
    start, end = (_offset(digits) for digits in match.group(2, 3))
    return passage_of(item, evidence_text(session, item), start, end)


def source_meant(library: State, name: str) -> Source:
    """The source of the registry, else the well-known one, that `name` means.

    Raises UnknownName with the nearest.
    """
    try:
        return library_source(library, name)
    except UnknownName:
        wanted = name.strip().casefold()
        for known in known_here():
            if wanted == known.source.slug or wanted in names_of(known.source):
                return known.source
        raise


def _offset(digits: str) -> int:
    """The number of at most nine digits; larger ones lie outside any text."""
    return int(digits[:12])


def free_label(library: State) -> EvidenceLabel:
    """The next label that no item ever had."""
    used = [item.key[0] for item in library.stamps if item.kind is SubjectKind.EVIDENCE]
    return EvidenceLabel(next_label("E", used))


def item_of(
    session: Session,
    library: State,
    document: Document,
    source: Source,
    details: EvidenceDetails,
) -> EvidenceItem:
    """The item that a document becomes, its bytes and its text kept; it is not recorded yet."""
    title = details.title or document.title or _first_line(document.text)
    return EvidenceItem(
        label=free_label(library),
        source=source.slug,
        title=typed_text(title, "title", 500),
        sha256=session.store.put_bytes(document.original),
        text_sha256=session.store.put_bytes(document.text.encode("utf-8")),
        size=len(document.original),
        chars=len(document.text),
        medium=document.medium,
        collected_at=session.now(),
        collected_by=session.reviewer.name,
        collected_how=FROM_FILE if details.file_name else "standard input",
        file_name=details.file_name,
        encoding=document.encoding,
        record=details.record,
        url=details.url or document.url,
        language=details.language or document_language(document.text),
        published_at=details.published or document.published,
        reader=document.reader,
        remarks=_told(document),
        places_sha256=_places_kept(session, document),
        forwarded_from=tuple(dict.fromkeys(taken.sender for taken in document.forwarded)),
    )


def read_again(session: Session, item: EvidenceItem, document: Document) -> EvidenceItem:
    """The item as a new reading of its bytes makes it; what people said of it stays."""
    return replace(
        item,
        text_sha256=session.store.put_bytes(document.text.encode("utf-8")),
        chars=len(document.text),
        medium=document.medium,
        encoding=document.encoding,
        language=(
            document_language(document.text) if item.language == UNDETERMINED else item.language
        ),
        published_at=item.published_at or document.published,
        capture=CaptureState.OK,
        problem="",
        reader=document.reader,
        remarks=_told(document),
        places_sha256=_places_kept(session, document),
        forwarded_from=tuple(dict.fromkeys(taken.sender for taken in document.forwarded)),
    )


def _told(document: Document) -> tuple[str, ...]:
    """What the user should know of a reading."""
    if not document.encoding_guessed:
        return document.remarks
    guess = f"The encoding is a guess: read as {document.encoding}. Look whether letters are wrong."
    return (*document.remarks, guess)


def _places_kept(session: Session, document: Document) -> Digest | None:
    """The digest of what leads back into the file, kept; None where there is nothing."""
    reading = Reading(document.places, document.forwarded, document.attachments)
    if reading == Reading():
        return None
    return session.store.put_bytes(canonical(to_json(reading)))


def _first_line(text: str) -> str:
    """The first line with words in it, Markdown marks left out, at most 200 characters."""
    lines = (line.strip().lstrip("#*_>- ") for line in text[:4000].splitlines())
    return next((line[:200] for line in lines if line and line != "---"), "Untitled")
