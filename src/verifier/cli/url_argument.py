"""Addresses of pages where a command takes a file."""

import re
from dataclasses import replace

from verifier.cli.output import complain
from verifier.desk.capturing import CapturedEvidence, capture_evidence, capture_page
from verifier.desk.library import EvidenceDetails
from verifier.desk.session import Session
from verifier.desk.stories import StoryDetails
from verifier.model.document import Document
from verifier.model.errors import BadInput
from verifier.model.scales import CaptureState

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://|(?:data|javascript|mailto|about|blob):", re.IGNORECASE)


def is_address(name: str) -> bool:
    """Whether what was typed is an address, be it one that is fetched or not, and no file's name.

    >>> is_address("https://example.org/"), is_address("data:text/html,x"), is_address("a:b.txt")
    (True, True, False)
    """
    return _SCHEME.match(name.strip()) is not None


def story_at(address: str, details: StoryDetails) -> tuple[Document, StoryDetails]:
    """The story at an address, and its details with the address and the archive file.

    Raises BadInput where the page cannot be had: there is no story then.
    """
    page = capture_page(address)
    if page.document is None:
        raise BadInput(f"The story was not imported. {page.problem}")
    for remark in page.remarks:
        complain(remark)
    known = replace(details, url=details.url or page.fetched.url, archive=page.archive)
    return page.document, known


def add_page(
    session: Session, address: str, source: str, details: EvidenceDetails
) -> CapturedEvidence:
    """Capture a page into the library; what the user should know goes to standard error."""
    found = capture_evidence(session, address, source, details)
    for remark in found.remarks:
        complain(remark)
    if found.item.capture is not CaptureState.OK:
        complain(
            f"{found.item.label} is listed as {found.item.capture.value}. {found.item.problem}"
        )
    return found
