"""Untrusted text in Markdown: every CommonMark renderer shows it as the text that it is."""

import re

from verifier.language.display import display

_PUNCTUATION = re.compile(r"[\\`*_\[\]{}#|~$^@]")
_LINE_START = re.compile(r"^(?:[-+=:]|\d{1,9}(?=[.)]))")
_BREAKS = re.compile(r"[ \t]*[\n\t][\n\t ]*")
_ADDRESS = re.compile(r"(?<=:)/(?=/)|(?<=\w)\.(?=[^\W_]{2})")
"""Where a renderer that links bare addresses would see one: `://`, and a dot before a word."""


def plain(text: str) -> str:
    r"""`text` on one line, shown harmless and escaped: it may begin a line or stand in one.

    Each line break becomes one space. Source of the rule: CommonMark 0.31.2, sections 2.4 and 2.5.

    >>> plain("1. *not* a list")
    '1\\. \\*not\\* a list'
    >>> plain("<img src=x> & more")
    '&lt;img src=x&gt; &amp; more'
    """
    return _LINE_START.sub(_escape_start, inline(text).strip(" "))


def inline(text: str) -> str:
    """As `plain`, for text that does not begin a line; spaces at its ends stay."""
    one_line = _BREAKS.sub(" ", display(text))
    escaped = _PUNCTUATION.sub(r"\\\g<0>", one_line)
    escaped = escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _ADDRESS.sub(r"\\\g<0>", escaped)


def code_block(text: str, language: str) -> str:
    """`text` in a fence longer than any run of backticks in it.

    `text` is trusted to hold nothing but what may be shown.
    """
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def _escape_start(found: re.Match[str]) -> str:
    start = found.group()
    return f"{start}\\" if start.isdigit() else f"\\{start}"
