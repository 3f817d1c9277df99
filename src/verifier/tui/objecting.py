"""When a rule of the policy speaks against a key: what is said, and what the answer becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.language.display import display_line
from verifier.model.errors import NeedsChoice, NeedsReason
from verifier.model.story import Slug
from verifier.tui.screens.listing import ListingScreen
from verifier.tui.writer import Answer

if TYPE_CHECKING:
    from verifier.tui.screens.review import OnWay, ReviewScreen
    from verifier.tui.widgets.objection import Objection
    from verifier.tui.writer import Job


def ask(screen: ReviewScreen, way: OnWay, error: Exception) -> bool:
    """Open the dialog about an act that a rule speaks against; whether it was opened.

    Only one stands open at a time, over the review or a screen of rows: others are told as
    refusals are.
    """
    is_busy = screen.app.screen is not screen and not isinstance(screen.app.screen, ListingScreen)
    if way.job.again is None or is_busy or screen.leaving is not None:
        return False
    if isinstance(error, NeedsReason):
        objection = _against(way.job, error)
    elif isinstance(error, NeedsChoice):
        objection = _choice(screen, way.job, error)
    else:
        return False
    from verifier.tui.widgets.objection import ObjectionDialog

    def take(answer: Answer | None) -> None:
        if answer is not None:
            act_again(screen, way.job, answer)

    screen.app.push_screen(ObjectionDialog(objection), take)
    return True


def act_again(screen: ReviewScreen, job: Job, answer: Answer) -> None:
    """Do the act with the answer, asking first for the text that the answer begins."""
    from verifier.tui.widgets.dialogs import Asked, AskText

    assert job.again is not None
    again = job.again
    if answer.override != "" and answer.replacement != "":
        screen.submit(again(answer))
        return
    is_reason = answer.override == ""
    question = (
        "Why it holds all the same. The report prints the reason beside the rule."
        if is_reason
        else "The words as they can be printed."
    )
    heading = f"{'Reason for' if is_reason else 'Print instead, for'} {display_line(job.words)}"

    def take(text: str | None) -> None:
        if text is not None:
            typed = Answer(override=text) if is_reason else Answer(replacement=text)
            screen.submit(again(typed))

    screen.app.push_screen(AskText(Asked("objection", heading, question), _keep_nothing), take)


def _keep_nothing(_: str) -> None:
    """The answer to a rule is no draft: nothing is recorded that it would belong to."""


def _against(job: Job, error: NeedsReason) -> Objection:
    from verifier.tui.widgets.objection import Objection

    suggested = error.suggested
    rules = ", ".join(item.rule for item in error.findings)
    return Objection(
        heading=f"{rules} against {display_line(job.words)}",
        says=tuple(f"{item.rule}  {display_line(item.says)}" for item in error.findings),
        suggested=None if suggested is None else Answer(code=suggested),
        suggested_words="" if suggested is None else suggested.value,
        is_text_missing=any("replacement" in item.says for item in error.findings),
        takes_reason=True,
    )


def _choice(screen: ReviewScreen, job: Job, error: NeedsChoice) -> Objection:
    from verifier.tui.widgets.objection import Objection

    names = [screen.board.names.get(Slug(slug), display_line(slug)) for slug in error.candidates]
    return Objection(
        heading=f"Whom does it echo? {display_line(job.words)}",
        says=("Several sources say this claim; choose the one that is repeated.",),
        choices=tuple(zip(names, [Answer(of=slug) for slug in error.candidates], strict=True)),
    )
