"""The formats that are read, in the order in which they are tried: a new one is a file and a line.

What has a signature comes first, what is told by its structure next; plain text is what is left.
"""

from dataclasses import replace

from verifier.model.document import Document
from verifier.model.errors import VerifierError
from verifier.reading import docx, html, image, mail, pdf, plain, table, telegram, workbook
from verifier.reading.encoding import as_declared, storable
from verifier.reading.format import Format, damaged

FORMATS: tuple[Format, ...] = (
    pdf.FORMAT,
    docx.FORMAT,
    workbook.FORMAT,
    image.FORMAT,
    telegram.FORMAT,
    mail.WEB_ARCHIVE,
    mail.MAIL,
    html.FORMAT,
    table.FORMAT,
    plain.MARKDOWN,
    plain.TEXT,
)


def format_of(data: bytes, name: str) -> Format:
    """The first format that fits; plain text fits everything."""
    return next(format for format in FORMATS if format.fits(data, name))


TEXTS = (html.FORMAT, table.FORMAT, plain.MARKDOWN, plain.TEXT)
"""The formats whose encoding is not told by the format itself."""


def read_as_found(data: bytes, name: str, declared: str | None = None) -> Document:
    """The document in `data` by the reader of its format; raises BadInput.

    `declared` is the charset that a server named; it counts for texts that are not marked and no
    UTF-8, before what a page says of itself (as browsers have it, RFC 9110 and HTML 13.2.3.2).
    A parser may raise anything on damaged bytes (cut and flipped files were tried on each): what it
    raises becomes a refusal, never a traceback.
    """
    format = format_of(data, name)
    known = as_declared(data, declared) if format in TEXTS else None
    try:
        if known is None:
            return _storable(format.read(data, name))
        recoded, encoding = known
        document = _storable(format_of(recoded, name).read(recoded, name))
        return replace(document, original=data, encoding=encoding, encoding_guessed=False)
    except VerifierError:
        raise
    except Exception as error:
        said = " ".join(str(error).split())[:120]
        raise damaged(name, format.called, said or type(error).__name__) from error


def _storable(document: Document) -> Document:
    """The document with what no file in UTF-8 can hold shown as U+FFFD; no offset changes."""
    return replace(
        document,
        text=storable(document.text),
        title=storable(document.title or "") or None,
        byline=storable(document.byline or "") or None,
        outlet=storable(document.outlet or "") or None,
        remarks=tuple(map(storable, document.remarks)),
    )
