"""Quoted words: where quotation marks open and close, within one paragraph."""

import re

from verifier.model.text import Span

PAIRS = {
    "“": "”", "«": "»", "„": "“”", "「": "」", "『": "』", "‹": "›", "‘": "’", "»": "«", "‚": "‘",
}  # fmt: skip
"""Opening marks, each with the marks that close it."""


def quotations(text: str, paragraph: Span) -> tuple[Span, ...]:
    r"""The quotations of a paragraph with their marks, in order; nested ones are not given apart.

    A quotation left open runs to the end of the paragraph, as newspapers print one that goes on in
    the next. Straight double quotes, and two straight single ones that stand for them, open and
    close by the space around them.

    >>> line = "It was “a ‘big’ win” and \"fair\", he said. “We go on"
    >>> [q.of(line) for q in quotations(line, Span(0, len(line)))]
    ['“a ‘big’ win”', '"fair"', '“We go on']
    >>> mixed = "“Yes,\" she said. “No,” he said."
    >>> [q.of(mixed) for q in quotations(mixed, Span(0, len(mixed)))]
    ['“Yes,"', '“No,”']
    """
    found: list[Span] = []
    opened, opener = -1, ""
    for match in _MARK.finditer(text, *paragraph):
        at, mark = match.start(), match.group()
        if opened < 0:
            if _opens(text, mark, at, paragraph):
                opened, opener = at, mark
        elif _closes(text, mark, at, paragraph, opener):
            inside = mark == "''" and text[match.end() : match.end() + 1] == "'"
            found.append(Span(opened, match.end() + inside))
            opened = -1
    if opened >= 0:
        found.append(Span(opened, paragraph.end))
    return tuple(found)


_SINGLE = "".join(sorted({*"".join(PAIRS), *"".join(PAIRS.values()), '"'}))
_MARK = re.compile(f"''|``|[{_SINGLE}]")
_STRAIGHT = frozenset(('"', "''", "``"))


def inner(text: str, quotation: Span) -> Span:
    """The words of a quotation without its marks; one left open has a mark at its start only.

    >>> text = "“Yes”"
    >>> inner(text, Span(0, 5))
    Span(start=1, end=4)
    """
    start, end = quotation
    opening = _MARK.match(text, start, end)
    first = opening.end() if opening else start
    for width in (2, 1):
        mark = text[end - width : end]
        closes = mark not in PAIRS or mark in PAIRS.get(text[start : start + 1], "")
        if end - width > first and _MARK.fullmatch(mark) and closes:
            return Span(first, end - width)
    return Span(first, end)


def _opens(text: str, mark: str, at: int, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + len(mark)] if at + len(mark) < paragraph.end else " "
    if mark in _STRAIGHT:
        return not after.isspace() and not before.isalnum()
    if mark in "»‚":
        return not before.isalnum() and after.isalnum() and _is_closed(text, mark, at, paragraph)
    if mark == "‘":
        return not before.isalnum() and after.isalpha() and _single_closes(text, at, paragraph)
    return mark in PAIRS


def _goes_on(after: str) -> bool:
    """Whether a letter goes on a word after an apostrophe; Korean particles follow a quotation."""
    return after.isalnum() and not "\uac00" <= after <= "\ud7a3"


def _is_closed(text: str, mark: str, at: int, paragraph: Span) -> bool:
    """Whether a mark that closes elsewhere has its partner soon: `»So«`, `‚So‘`."""
    return text.find(PAIRS[mark], at + 2, min(paragraph.end, at + 300)) > 0


def _single_closes(text: str, at: int, paragraph: Span) -> bool:
    """Whether a single quote has its partner soon: otherwise it is an apostrophe (‘cause)."""
    end = min(paragraph.end, at + 300)
    close = text.find("’", at + 2, end)
    while close > 0:
        if close + 1 >= paragraph.end or not _goes_on(text[close + 1]):
            return True
        close = text.find("’", close + 1, end)
    return False


def _is_other_style(mark: str, opener: str) -> bool:
    """Whether a curly mark meets a straight one, as in hasty copy: `“Yes," she said`."""
    return (opener == "“" and mark == '"') or (opener == '"' and mark == "”")


def _is_alone(text: str, at: int, paragraph: Span) -> bool:
    """Whether no closing mark of the opener's own style comes before the next opening mark."""
    following = _MARK.search(text, at + 1, paragraph.end)
    if following is None:
        return True
    return _opens(text, following.group(), following.start(), paragraph)


def _closes(text: str, mark: str, at: int, paragraph: Span, opener: str) -> bool:
    after = text[at + len(mark)] if at + len(mark) < paragraph.end else " "
    closers = PAIRS.get(opener, "")
    if _is_other_style(mark, opener):
        return not after.isalnum() and not text[at - 1].isspace() and _is_alone(text, at, paragraph)
    if opener in _STRAIGHT:
        return mark in _STRAIGHT and len(mark) == len(opener) and not after.isalnum()
    if mark in _STRAIGHT:
        return False
    if mark == opener and mark == "“":
        return not after.isalnum()
    if mark == "’":
        return mark in closers and not _goes_on(after)
    return mark in closers
