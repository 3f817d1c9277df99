"""A story read into the database from a file or an address, as the library screen asks for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from verifier.model.errors import BadInput

if TYPE_CHECKING:
    from verifier.desk.session import Session
    from verifier.desk.stories import StoryDetails
    from verifier.model.document import Document
    from verifier.model.story import Slug


class Brought(NamedTuple):
    """A story that was imported: its name, what was found in it, what the user should know."""

    slug: Slug
    counts: str
    remarks: tuple[str, ...]


def import_from(session: Session, typed: str) -> Brought:
    """Import the story in the file, or at the address, that was typed.

    Raises BadInput for what cannot be read, StorageFault; then nothing is written.
    """
    from verifier.desk.stories import StoryDetails, import_story
    from verifier.reading import read_path

    name = typed.strip()
    details = StoryDetails()
    remarks: tuple[str, ...] = ()
    if "://" in name:
        document, details, remarks = _at(name, details)
    else:
        document = read_path(Path(name).expanduser())
    imported = import_story(session, document, replace(details, url=details.url or document.url))
    found = imported.counts
    counts = (
        f"{found.sentences} sentences, {found.claims} claims, {found.attributions} attributions, "
        f"{found.sources} sources, {found.excluded} excluded ranges"
    )
    return Brought(
        imported.story.story.slug, counts, (*remarks, *document.remarks, *imported.remarks)
    )


def _at(address: str, details: StoryDetails) -> tuple[Document, StoryDetails, tuple[str, ...]]:
    """The story at an address; raises BadInput where the page cannot be had."""
    from verifier.desk.capturing import capture_page

    page = capture_page(address)
    if page.document is None:
        raise BadInput(f"The story was not imported. {page.problem}")
    known = replace(details, url=page.fetched.url, archive=page.archive)
    return page.document, known, page.remarks
