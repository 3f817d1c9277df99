"""Searches that were recorded: what was looked for, where, and what came of it."""

from dataclasses import dataclass
from typing import NewType

from verifier.model.claim import ClaimLabel
from verifier.model.story import Slug

SearchLabel = NewType("SearchLabel", str)
"""The name of a recorded search within its story: S01, S02, …."""


@dataclass(frozen=True)
class Search:
    """One search of the evidence library for a claim, recorded by the reviewer.

    `source` is the source whose documents were looked through, None for all of them; `documents`
    counts them and `found` the passages that were shown. `at` is UTC.
    """

    label: SearchLabel
    claim: ClaimLabel
    query: str
    reviewer: str
    at: str
    documents: int
    found: int
    source: Slug | None = None
