"""What follows from what was decided: rows, open claims, coverage, counts. Pure."""

from verifier.judgement.assess import assess, tally
from verifier.judgement.coverage import coverage
from verifier.judgement.decisions import (
    is_accepted,
    is_open,
    sources_in_row,
    stances_on,
    verdict_on,
)

__all__ = [
    "assess",
    "coverage",
    "is_accepted",
    "is_open",
    "sources_in_row",
    "stances_on",
    "tally",
    "verdict_on",
]
