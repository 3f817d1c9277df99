"""How many cells of a terminal a text takes."""

import unicodedata


def cell_width(text: str) -> int:
    """The width of `text` in terminal cells: wide East Asian characters take two, marks none.

    >>> cell_width("abc"), cell_width("한국"), cell_width("e\u0301")
    (3, 4, 1)
    """
    return len(text) if text.isascii() else sum(_cells(char) for char in text)


def fit(text: str, width: int) -> str:
    """`text` cut or filled to exactly `width` cells; a cut is shown by an ellipsis.

    >>> fit("verdict", 5), fit("ok", 4)
    ('verd…', 'ok  ')
    """
    if cell_width(text) > width:
        text = cut(text, max(0, width - 1)) + "…" * (width > 0)
    return text + " " * (width - cell_width(text))


def cut(text: str, width: int) -> str:
    """The longest beginning of `text` that fits into `width` cells."""
    used = 0
    for at, char in enumerate(text):
        used += _cells(char)
        if used > width:
            return text[:at]
    return text


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
