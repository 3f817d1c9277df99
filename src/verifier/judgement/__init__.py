"""What follows from what was decided: independence, status, conflicts, policy, impact. Pure."""

from verifier.judgement.asking import (
    echo_targets,
    speaks_against,
    speaks_against_stance,
    suggestion_for,
)
from verifier.judgement.assess import assess, tally
from verifier.judgement.coverage import coverage
from verifier.judgement.decisions import (
    is_accepted,
    is_open,
    sources_in_row,
    stances_on,
    verdict_on,
)
from verifier.judgement.impact import impact_of_edge, impact_of_grade, impacts_of_edges
from verifier.judgement.newsroom import Newsroom, newsroom_of, newsroom_signed
from verifier.judgement.reassess import reassess

__all__ = [
    "Newsroom",
    "assess",
    "coverage",
    "echo_targets",
    "impact_of_edge",
    "impact_of_grade",
    "impacts_of_edges",
    "is_accepted",
    "is_open",
    "newsroom_of",
    "newsroom_signed",
    "reassess",
    "sources_in_row",
    "speaks_against",
    "speaks_against_stance",
    "stances_on",
    "suggestion_for",
    "tally",
    "verdict_on",
]
