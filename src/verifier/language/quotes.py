"""Quoted words: where quotation marks open and close, within one paragraph."""

import re

from verifier.model.text import Span

PAIRS = {"“": "”", "«": "»", "„": "“”", "「": "」", "『": "』", "‹": "›", "‘": "’"}
"""Opening marks, each with the marks that close it."""


def quotations(text: str, paragraph: Span) -> tuple[Span, ...]:
    r"""The quotations of a paragraph with their marks, in order; nested ones are not given apart.

    A quotation left open runs to the end of the paragraph, as newspapers print one that goes on in
    the next. Straight double quotes open and close by the space around them.

    >>> line = "It was “a ‘big’ win” and \"fair\", he said. “We go on"
    >>> [q.of(line) for q in quotations(line, Span(0, len(line)))]
    ['“a ‘big’ win”', '"fair"', '“We go on']
    """
    found: list[Span] = []
    opened, closers = -1, ""
    for match in _MARK.finditer(text, *paragraph):
        at, mark = match.start(), match.group()
        if opened < 0:
            if _opens(text, at, paragraph):
                opened, closers = at, PAIRS.get(mark, '"')
        elif _closes(text, at, paragraph, closers, text[opened]):
            found.append(Span(opened, at + 1))
            opened = -1
    if opened >= 0:
        found.append(Span(opened, paragraph.end))
    return tuple(found)


_MARK = re.compile("[" + "".join(sorted({*"".join(PAIRS), *"".join(PAIRS.values()), '"'})) + "]")


def _opens(text: str, at: int, paragraph: Span) -> bool:
    mark = text[at]
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if mark == '"':
        return not after.isspace() and not before.isalnum()
    if mark == "‘":
        return not before.isalnum() and after.isalpha() and _single_closes(text, at, paragraph)
    return mark in PAIRS


def _single_closes(text: str, at: int, paragraph: Span) -> bool:
    """Whether a single quote has its partner soon: otherwise it is an apostrophe (‘cause)."""
    end = min(paragraph.end, at + 300)
    close = text.find("’", at + 2, end)
    while close > 0:
        if close + 1 >= paragraph.end or not text[close + 1].isalnum():
            return True
        close = text.find("’", close + 1, end)
    return False


def _closes(text: str, at: int, paragraph: Span, closers: str, opener: str) -> bool:
    mark = text[at]
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if mark == '"' and opener == '"':
        return not after.isalnum()
    if mark == opener and mark == "“":
        return not after.isalnum()
    if mark == "’":
        return mark in closers and not after.isalnum()
    return mark in closers
