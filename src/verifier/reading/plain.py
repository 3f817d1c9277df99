"""Plain text and Markdown: the text of the file unchanged."""

from dataclasses import replace

from verifier.model.document import Document
from verifier.model.scales import Medium
from verifier.reading.encoding import decode
from verifier.reading.format import Format
from verifier.reading.front_matter import front_matter

MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown")


def read_text(data: bytes, name: str) -> Document:
    """The file's text, its offsets the file's own code points."""
    decoded = decode(data, name)
    return Document(
        text=decoded.text,
        original=data,
        medium=Medium.TEXT,
        encoding=decoded.encoding,
        encoding_guessed=decoded.guessed,
    )


def read_markdown(data: bytes, name: str) -> Document:
    """As `read_text`, with what the block at the head says."""
    document = read_text(data, name)
    said = front_matter(document.text)
    return replace(
        document,
        medium=Medium.MARKDOWN,
        reader="markdown-1",
        title=said.title,
        byline=said.byline,
        outlet=said.outlet,
        published=said.published,
    )


def _is_markdown(data: bytes, name: str) -> bool:
    """Told by the name: nothing in it tells it from plain text, and its text is read the same."""
    return name.lower().endswith(MARKDOWN_ENDINGS)


MARKDOWN = Format("a Markdown file", _is_markdown, read_markdown)
TEXT = Format("a text", lambda data, name: True, read_text)
