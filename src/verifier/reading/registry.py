"""The formats that are read, in the order in which they are tried: a new one is a file and a line.

What has a signature comes first, what is told by its structure next; plain text is what is left.
"""

from dataclasses import replace

from verifier.model.document import Document
from verifier.model.errors import VerifierError
from verifier.reading import docx, html, image, mail, pdf, plain, table, telegram, workbook
from verifier.reading.encoding import storable
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


def read_as_found(data: bytes, name: str) -> Document:
    """The document in `data` by the reader of its format; raises BadInput.

    A parser may raise anything on damaged bytes (cut and flipped files were tried on each): what it
    raises becomes a refusal, never a traceback.
    """
    format = format_of(data, name)
    try:
        return _storable(format.read(data, name))
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
