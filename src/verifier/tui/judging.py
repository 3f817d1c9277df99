"""What follows from the decisions, worked out in a thread of its own: no act waits for it.

The assessment of 10,000 claims takes seconds, that after one act milliseconds. The writer says what
changed and against what it is to be judged; the screen hears of the assessment when it is there.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message

from verifier.tui import messages

if TYPE_CHECKING:
    from verifier.desk.session import OpenStory
    from verifier.judgement import Newsroom
    from verifier.model.assessment import Assessment, ClaimAssessment, InternalConflict
    from verifier.model.claim import ClaimLabel
    from verifier.model.dependency import DependencyLabel
    from verifier.model.state import Change, State

AFTER_OPENING = 0.3
"""Seconds that the first keys get before the first assessment begins."""

QUIET = 0.08
"""Seconds without another act after which those that came are assessed, together."""

AT_MOST = 0.5
"""Seconds that an assessment waits for that quiet."""


class Step(NamedTuple):
    """A story, and against what it is to be judged; `change` None where all may be different."""

    story: OpenStory
    newsroom: Newsroom
    change: Change | None


@dataclass(frozen=True)
class Judged:
    """An assessment for the reviewer, with what it was made from.

    `state` is the story's with its sources as the library knows them. `conflicts` and `restated`
    are found by claim: where the story contradicts itself, and who says the same again.
    """

    state: State
    text: str
    newsroom: Newsroom
    assessment: Assessment
    conflicts: Mapping[ClaimLabel, tuple[InternalConflict, ...]]
    restated: Mapping[ClaimLabel, tuple[ClaimLabel, ...]]

    def over(self, edge: DependencyLabel) -> tuple[ClaimAssessment, ...]:
        """The active claims whose support was followed over an edge, in their order."""
        return tuple(
            claim
            for label, claim in self.assessment.claims.items()
            if claim.independence is not None
            and edge in claim.independence.over
            and self.state.claims[label].is_active
        )


class Judge:
    """The thread. `post` takes a message to the screen from any thread."""

    def __init__(self, post: Callable[[Message], object]) -> None:
        self._post = post
        self._steps: queue.SimpleQueue[Step | None] = queue.SimpleQueue()
        self._reviewer = ""
        self._last: Judged | None = None
        self._thread = threading.Thread(target=self._work, name="judge", daemon=True)

    def start(self, reviewer: str) -> None:
        """Begin to assess for a reviewer what `take` brings."""
        self._reviewer = reviewer
        self._thread.start()

    def take(self, step: Step) -> None:
        """Assess a story anew; of several in quick succession, together."""
        self._steps.put(step)

    def close(self) -> None:
        """End after the assessment that is being made."""
        self._steps.put(None)

    def _work(self) -> None:
        wait = AFTER_OPENING
        while steps := self._gathered(wait):
            wait = QUIET
            try:
                self._last = judged = judged_after(self._last, steps, self._reviewer)
            except Exception as error:  # the screen must hear of it, whatever it is
                self._last = None
                self._post(messages.NotAssessed(_fault(error)))
            else:
                self._post(messages.Assessed(judged))

    def _gathered(self, wait: float) -> list[Step]:
        """The steps that came, after a moment without another one; none at the end."""
        step = self._steps.get()
        found: list[Step] = []
        last = monotonic() + AT_MOST
        while step is not None:
            found.append(step)
            try:
                step = self._steps.get(timeout=max(0.0, min(wait, last - monotonic())))
            except queue.Empty:
                return found
        return []


def judged_after(before: Judged | None, steps: Iterable[Step], reviewer: str) -> Judged:
    """The assessment after the last of some steps, made from the one before where it can be."""
    from verifier.desk.known import known_state
    from verifier.judgement import assess, reassess

    every = list(steps)
    story, newsroom, _ = every[-1]
    state = known_state(story)
    changes = [step.change for step in every if step.change is not None]
    if (
        before is None
        or len(changes) < len(every)
        or newsroom != before.newsroom
        or story.text != before.text
    ):
        found = assess(state, reviewer, text=story.text, newsroom=newsroom)
    else:
        subjects = tuple(dict.fromkeys(item for change in changes for item in change.subjects))
        found = reassess(
            before.assessment,
            before.state,
            state,
            replace(changes[-1], subjects=subjects),
            reviewer,
            text=story.text,
            newsroom=newsroom,
        )
    return _with_places(before, state, story.text, newsroom, found)


def _with_places(
    before: Judged | None, state: State, text: str, newsroom: Newsroom, found: Assessment
) -> Judged:
    """The assessment with what is looked up by claim, taken over where it cannot have changed."""
    if before is not None and before.state.claims is state.claims:
        return replace(before, state=state, text=text, newsroom=newsroom, assessment=found)
    conflicts: dict[ClaimLabel, tuple[InternalConflict, ...]] = {}
    for conflict in found.conflicts:
        for label in dict.fromkeys(conflict.claims):
            conflicts[label] = (*conflicts.get(label, ()), conflict)
    restated: dict[ClaimLabel, tuple[ClaimLabel, ...]] = {}
    for label, claim in state.claims.items():
        if claim.restates is not None:
            restated[claim.restates] = (*restated.get(claim.restates, ()), label)
    return Judged(state, text, newsroom, found, conflicts, restated)


def _fault(error: Exception) -> str:
    return f"A fault of the program ({type(error).__name__}: {error}); please report it."
