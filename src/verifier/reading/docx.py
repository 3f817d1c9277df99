"""Word documents: the text by mammoth, tracked insertions kept, deletions told as remarks."""

import io
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from verifier.model.document import Document
from verifier.model.errors import BadInput
from verifier.model.scales import Medium
from verifier.reading.archive import has_member, members, opened
from verifier.reading.format import Format, counted
from verifier.reading.page_blocks import page_blocks
from verifier.reading.pieces import Piece, put_together

if TYPE_CHECKING:
    from verifier.reading.word_parts import Revision, WordPart

CALLED = "a Word document"
LARGEST_XML = 40 * 1024 * 1024
"""Bytes of XML in all parts, heard in about ten seconds."""
LARGEST_FOR_MAMMOTH = 2_500_000
MOST_TAGS_FOR_MAMMOTH = 120_000
"""Bytes and tags of all XML; mammoth needs 30 times the memory, and 45 µs for each empty tag."""
MOST_REMARKS = 40

_BACK = re.compile(r'<a href="#(?:foot|end)note-ref-[^"]*">[^<]*</a>')
_CORE = "docProps/core.xml"


def read_docx(data: bytes, name: str) -> Document:
    """The text of a Word document; raises BadInput for bombs and active XML."""
    with opened(data, name, CALLED) as archive:
        xml = members(archive, (".xml", ".rels"), name, LARGEST_XML)
    parts = _heard(xml, name)
    remarks = list(_revisions(parts))
    if _fits_mammoth(xml.values()):
        paragraphs = _by_mammoth(xml)
    else:
        paragraphs = tuple(_main(parts, name))
        remarks.append("It is a large document: footnotes and numbers of lists are left out.")
    said = _properties(xml.get(_CORE, b""), name)
    return Document(
        text=put_together(map(Piece, paragraphs)).text,
        original=data,
        medium=Medium.DOCX,
        encoding="docx",
        title=said.get("title"),
        byline=said.get("creator"),
        reader="docx-1",
        remarks=tuple(remarks),
    )


def _heard(xml: Mapping[str, bytes], name: str) -> dict[str, "WordPart"]:
    """Each XML part, checked for what attacks, with its words and revisions."""
    from verifier.reading.safe_xml import hear
    from verifier.reading.word_parts import WordPart

    parts = {}
    for part, content in xml.items():
        parts[part] = WordPart(name)
        hear(content, parts[part], name)
    return parts


def _fits_mammoth(contents: Collection[bytes]) -> bool:
    size, tags = sum(map(len, contents)), sum(content.count(b"<") for content in contents)
    return size <= LARGEST_FOR_MAMMOTH and tags <= MOST_TAGS_FOR_MAMMOTH


def _by_mammoth(xml: Mapping[str, bytes]) -> tuple[str, ...]:
    """The paragraphs as mammoth reads them, from an archive of the checked parts alone."""
    from mammoth import convert_to_html

    checked = io.BytesIO()
    with zipfile.ZipFile(checked, "w") as archive:
        for part, content in xml.items():
            archive.writestr(part, content)
    found = convert_to_html(
        checked,
        convert_image=lambda image: [],
        include_embedded_style_map=False,
        external_file_access=False,
    )
    return page_blocks(_BACK.sub("", found.value)).blocks


def _main(parts: Mapping[str, "WordPart"], name: str) -> list[str]:
    """The paragraphs of the part that is the document itself."""
    for part in parts.values():
        if part.root == "document":
            return part.paragraphs
    raise BadInput(f"{name} is an office archive without a text in it.")


def _revisions(parts: Mapping[str, "WordPart"]) -> Iterator[str]:
    """A remark on each deletion, and one on the insertions."""
    from verifier.reading.word_parts import Revision

    found: list[Revision] = [change for part in parts.values() for change in part.revisions]
    deleted = [change for change in found if change.what in ("deleted", "moved away")]
    for change in deleted[:MOST_REMARKS]:
        yield f"{change.what.capitalize()} with changes tracked{_by(change)}: “{change.words}”."
    if len(deleted) > MOST_REMARKS:
        yield f"{len(deleted) - MOST_REMARKS} more tracked deletions are not listed."
    inserted = sum(change.what == "inserted" for change in found)
    if inserted:
        yield f"The text holds {counted(inserted, 'tracked insertion')}."


def _by(change: "Revision") -> str:
    author = f" by {change.author}" if change.author else ""
    return author + (f" on {change.day}" if change.day else "")


def _properties(core: bytes, name: str) -> dict[str, str]:
    """What the document says of itself: title and creator, where they are not empty."""
    from verifier.reading.safe_xml import hear
    from verifier.reading.word_parts import Fields

    fields = Fields(name)
    if core:
        hear(core, fields, name)
    return {tag: text[:500] for tag, text in fields.texts.items() if text}


FORMAT = Format(CALLED, lambda data, name: has_member(data, "word/"), read_docx)
