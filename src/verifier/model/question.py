"""Questions that a checker puts to the author, to a source or to another checker."""

from dataclasses import dataclass
from typing import NewType

from verifier.model.claim import ClaimLabel
from verifier.model.scales import Addressee, QuestionState
from verifier.model.story import Slug

QuestionLabel = NewType("QuestionLabel", str)
"""The name of a question within its story: Q01, Q02, …; never used again for another one."""


@dataclass(frozen=True)
class Question:
    """One question; `source` is the source asked where the addressee is one.

    `asked_at` and `answered_at` are UTC. An open question on a load-bearing claim blocks sign-off.
    """

    label: QuestionLabel
    claim: ClaimLabel
    text: str
    addressee: Addressee
    asked_by: str
    asked_at: str
    source: Slug | None = None
    state: QuestionState = QuestionState.OPEN
    answer: str = ""
    answered_by: str | None = None
    answered_at: str | None = None
