"""What takes long to work out of a text and is remembered beside the search index."""

from enum import StrEnum


class WorkedOut(StrEnum):
    """The kinds of what is worked out of a text."""

    SHINGLES = "shingles"
    COPIES = "copies"
    MEANINGS = "meanings"
