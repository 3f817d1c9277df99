"""One entry of the table of keys, and the places where keys mean something."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Where(StrEnum):
    """Where a key means what it means; the value heads its part of the help."""

    REVIEW = "On the review screen"
    SAID = "After v: did the speaker say it?"
    CREDIBILITY = "After C: credibility of the last stance"
    FILTER = "After f: which claims to list"
    EDIT = "After E: correct the claim or its verdict"
    ASKING = "After q: whom to ask about the claim?"
    COPYING = "After y: what to copy"
    SELECT = "While selecting words of the story"
    MERGING = "While merging claims"
    LIST = "In the list of evidence"
    READER = "In an evidence document"
    OBJECTION = "When a rule speaks against a key"
    LIBRARY = "In the library of stories"
    MATRIX = "In the matrix of claims and sources"
    SEARCH = "In the search of the evidence"
    SOURCES = "In the list of sources"
    INDEPENDENCE = "On who repeats whom"
    QUESTIONS = "In the list of questions"
    HISTORY = "In the history"
    BLOCKING = "In the list before sign-off"
    REPORT = "In the report"
    HELP = "In the help"
    ANYWHERE = "Anywhere"


PREFIXED = frozenset(
    {Where.SAID, Where.CREDIBILITY, Where.FILTER, Where.EDIT, Where.ASKING, Where.COPYING}
)
"""Places entered by one key for exactly one more."""


class Key(NamedTuple):
    """One entry: `keys` as Textual names them, the command they run and what it does in `words`.

    `action` is written as Textual writes actions: the name of a command with its parameters.

    `hint` is the short word of the hint line, shared by keys that belong together; entries without
    one are in the help only.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    words: str
    where: Where = Where.REVIEW
    hint: str = ""
