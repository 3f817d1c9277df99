"""Pages captured from their addresses as evidence, and what became of them there since.

A capture that failed is an item too, listed with the reason. The next capture of that address by
the same source takes its place; the decision log keeps both.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from verifier.capture.fetched import Fetched, loses_encryption
from verifier.desk.drifting import address_of, drifts, last_seen
from verifier.desk.library import (
    EvidenceDetails,
    act_on_item,
    free_label,
    item_of,
    source_meant,
)
from verifier.desk.names import typed_text
from verifier.desk.registry import write_to_library
from verifier.desk.session import Session, load_library, retried
from verifier.language.document_language import UNDETERMINED
from verifier.model.document import Document
from verifier.model.errors import BadInput
from verifier.model.event import Act, EventKind, Subject, SubjectKind
from verifier.model.evidence import EvidenceItem
from verifier.model.scales import CaptureState, Medium
from verifier.model.source import Source
from verifier.model.state import Change, State
from verifier.model.story import Slug
from verifier.model.text import Digest
from verifier.reading import read_bytes
from verifier.record.canonical import digest
from verifier.record.fold import change_of

if TYPE_CHECKING:
    from verifier.capture.fetch import Web

CAPTURE = "capture"
"""How a captured item was collected."""


@dataclass(frozen=True)
class CapturedPage:
    """What came from an address.

    `document` is what was read of it, None where there is none; then `state` and `problem` say why.
    `archive` is the archive file (WARC), None where no server answered. `remarks` are sentences for
    the user.
    """

    fetched: Fetched
    archive: bytes | None
    document: Document | None
    state: CaptureState
    problem: str
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class CapturedEvidence:
    """An item of a capture, failed ones included.

    `change` is None where there was nothing to record. `is_new`: it was not in the library before.
    `drifted` are the items from the same address whose text is another one. `remarks` are sentences
    for the user.
    """

    item: EvidenceItem
    change: Change | None
    is_new: bool
    drifted: tuple[EvidenceItem, ...]
    remarks: tuple[str, ...]


def capture_page(address: str, web: Web | None = None) -> CapturedPage:
    """Fetch a page, archive the exchanges and read its text; `web` is the network, by default all.

    Raises BadInput where the address is none that is fetched, or the extra `capture` is missing.
    """
    fetched, archive = _fetched(address, web)
    remarks = _on_the_way(fetched)
    if fetched.state is not CaptureState.OK:
        return CapturedPage(fetched, archive, None, fetched.state, fetched.problem, remarks)
    try:
        document = read_bytes(fetched.content, _name(fetched), declared=fetched.charset)
    except BadInput as error:
        return CapturedPage(fetched, archive, None, CaptureState.FAILED, str(error), remarks)
    remarks += _on_encoding(fetched, document)
    return CapturedPage(fetched, archive, document, CaptureState.OK, "", remarks)


def capture_evidence(
    session: Session,
    address: str,
    source: str,
    details: EvidenceDetails | None = None,
    web: Web | None = None,
) -> CapturedEvidence:
    """Capture a page into the library, under the source of that name.

    The same bytes from the same address are one item, which notes when they were seen again. A
    page that could not be had becomes an item too, with its problem. Raises UnknownName for a
    source nobody knows, BadInput as `capture_page`; then nothing is recorded.
    """
    source_meant(load_library(session), source)
    page = capture_page(address, web)
    said = details or EvidenceDetails()
    return retried(lambda: _record(session, page, source, said))


def _fetched(address: str, web: Web | None) -> tuple[Fetched, bytes | None]:
    """What was fetched, and its archive file."""
    try:
        from verifier.capture.archive import archive_of
        from verifier.capture.fetch import fetch
    except ModuleNotFoundError as error:
        raise BadInput(
            "Fetching a page needs the extra `capture`, which is not installed; run `pip install "
            "'verifier-desk[capture]'`, or save the page by a browser and give the file."
        ) from error
    fetched = fetch(address, web)
    return fetched, archive_of(fetched) if fetched.exchanges else None


def _record(
    session: Session, page: CapturedPage, source: str, details: EvidenceDetails
) -> CapturedEvidence:
    """One try at recording a capture, under a label that is free now."""
    library = load_library(session)
    known = source_meant(library, source)
    same = _same_bytes(library, page)
    if same is not None:
        return _seen_again(session, library, page, same)
    failed = _failed_before(library, page.fetched.url, known.slug)
    item = _captured_item(session, library, page, known, details)
    if failed is not None:
        item = replace(item, label=failed.label)
    act = act_on_item(EventKind.EVIDENCE_CAPTURED, library, known, item)
    change = write_to_library(session, library, act)
    drifted = _drifted_by(load_library(session), item)
    remarks = (*page.remarks, *_on_drift(drifted, item))
    return CapturedEvidence(item, change, failed is None, drifted, remarks)


def _captured_item(
    session: Session, library: State, page: CapturedPage, source: Source, details: EvidenceDetails
) -> EvidenceItem:
    """The item that a capture becomes; where the page was copied from, if so said, is its `url`."""
    address = page.fetched.url
    if page.document is None:
        item = _failed_item(session, library, page, source, details)
    else:
        item = item_of(session, library, page.document, source, details)
    return replace(
        item,
        collected_how=CAPTURE,
        file_name=None,
        url=details.url or address,
        archived_url=address if details.url not in (None, address) else None,
        redirects=page.fetched.redirects,
        archive_sha256=_kept(session, page),
    )


def _failed_item(
    session: Session, library: State, page: CapturedPage, source: Source, details: EvidenceDetails
) -> EvidenceItem:
    content = page.fetched.content
    return EvidenceItem(
        label=free_label(library),
        source=source.slug,
        title=typed_text(details.title or page.fetched.url[:500], "title", 500),
        sha256=session.store.put_bytes(content),
        text_sha256=session.store.put_bytes(b""),
        size=len(content),
        chars=0,
        medium=Medium.UNREAD,
        collected_at=session.now(),
        collected_by=session.reviewer.name,
        collected_how=CAPTURE,
        record=details.record,
        language=details.language or UNDETERMINED,
        published_at=details.published,
        capture=page.state,
        problem=page.problem,
    )


def _seen_again(
    session: Session, library: State, page: CapturedPage, item: EvidenceItem
) -> CapturedEvidence:
    """Note that the bytes of an item are at their address still; elsewhere, nothing is noted."""
    address = page.fetched.url
    if item.url is not None and address_of(item) != address:
        told = f"The same bytes are in the library as {item.label}, from {address_of(item)}."
        return CapturedEvidence(item, None, False, (), (*page.remarks, told))
    seen = replace(
        item,
        url=item.url or address,
        seen_at=session.now(),
        archive_sha256=item.archive_sha256 or _kept(session, page),
    )
    changes = [change_of(library, Subject(SubjectKind.EVIDENCE, (item.label,)), seen)]
    failed = _failed_before(library, address, item.source)
    if failed is not None:
        gone = replace(failed, capture=CaptureState.WITHDRAWN)
        changes.append(change_of(library, Subject(SubjectKind.EVIDENCE, (failed.label,)), gone))
    act = Act(EventKind.EVIDENCE_CAPTURED, tuple(found for found in changes if found is not None))
    change = write_to_library(session, library, act)
    drifted = _drifted_by(load_library(session), seen)
    return CapturedEvidence(seen, change, False, drifted, page.remarks)


def _same_bytes(library: State, page: CapturedPage) -> EvidenceItem | None:
    """The readable item that has these bytes already."""
    if page.document is None:
        return None
    sha256 = digest(page.fetched.content)
    items = library.evidence.values()
    return next((item for item in items if item.is_readable and item.sha256 == sha256), None)


def _failed_before(library: State, address: str, source: Slug) -> EvidenceItem | None:
    """The failed capture of this address for this source."""
    lacking = (CaptureState.FAILED, CaptureState.UNREACHABLE)
    for item in library.evidence.values():
        if item.capture in lacking and item.source == source and address_of(item) == address:
            return item
    return None


def _drifted_by(library: State, item: EvidenceItem) -> tuple[EvidenceItem, ...]:
    """The items whose address gives the text of `item` now, and which have another."""
    labels = [label for label, now in drifts(library).items() if now.label == item.label]
    return tuple(library.evidence[label] for label in labels)


def _kept(session: Session, page: CapturedPage) -> Digest | None:
    return None if page.archive is None else session.store.put_bytes(page.archive)


def _name(fetched: Fetched) -> str:
    """What messages call the page, with an ending for what only the name can tell."""
    parts = urlsplit(fetched.final_url)
    name = unquote(parts.path.rstrip("/").rpartition("/")[2])[:80] or parts.netloc
    is_markdown = fetched.content_type in ("text/markdown", "text/x-markdown")
    return f"{name}.md" if is_markdown and not name.endswith(".md") else name


def _on_the_way(fetched: Fetched) -> tuple[str, ...]:
    """What the user should know of the way to the page."""
    remarks = []
    if fetched.redirects:
        remarks.append(f"The address leads to {fetched.final_url}.")
    if loses_encryption((fetched.url, *fetched.redirects)):
        remarks.append(
            "On the way https gave way to http: what came could be altered by others in between."
        )
    return tuple(remarks)


def _on_encoding(fetched: Fetched, document: Document) -> tuple[str, ...]:
    """A remark where the encoding was guessed although the server names another."""
    named = fetched.charset
    if not document.encoding_guessed or not named or _same_encoding(named, document.encoding):
        return ()
    return (
        f"The server calls the page's encoding {named}, but it was read as {document.encoding}, "
        "which is a guess. If letters look wrong, save the page as UTF-8 and add the file.",
    )


def _same_encoding(one: str, other: str) -> bool:
    try:
        return codecs.lookup(one).name == codecs.lookup(other).name
    except LookupError:
        return False


def _on_drift(drifted: Iterable[EvidenceItem], item: EvidenceItem) -> tuple[str, ...]:
    return tuple(
        f"{old.label}, captured there on {last_seen(old)[:10]}, has another text: the page "
        f"changed since. What was cited from {old.label} stays as it was; {item.label} has the "
        "text of now."
        for old in drifted
    )
