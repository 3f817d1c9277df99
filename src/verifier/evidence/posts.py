"""A post as a query: what only a network reads is taken away, what a person reads stays."""

import re

_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+", re.IGNORECASE)
_TAG = re.compile(r"[#@＃＠](\w+)")
_HUMP = re.compile(r"(?<=[a-zа-яёії])(?=[A-ZА-ЯЁІЇ])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\D)(?=\d)|_+")
_REPOST = re.compile(r"^\s*RT\b[\s:]*|\bvia @\w+\s*$|&amp;|&lt;|&gt;")


def plain_query(text: str) -> str:
    """`text` without addresses; tags and names of accounts as the words they are made of.

    >>> plain_query("RT @PeoplesDaily: #StopTheFlood2024 now! https://t.co/x1")
    'Peoples Daily: Stop The Flood 2024 now!'
    """
    if not any(mark in text for mark in ("#", "@", "＃", "＠", "/", "RT", "&", "www")):
        return text
    bare = _REPOST.sub(" ", _ADDRESS.sub(" ", text))
    return " ".join(_TAG.sub(lambda tag: _HUMP.sub(" ", tag.group(1)), bare).split())
