"""What the dialogs ask for, the drafts of what was being typed, and what becomes of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.language.display import display_line
from verifier.model.claim import ClaimLabel
from verifier.model.place import Draft
from verifier.model.scales import Addressee, Aspect, SubstanceVerdict
from verifier.model.story import Slug
from verifier.tui.keys import key_shown
from verifier.tui.paint import cut

if TYPE_CHECKING:
    # The dialogs bring Textual's editor and the acts half the desk: loaded after the first claim
    # is painted.
    from verifier.model.claim import Claim
    from verifier.tui.board import Board
    from verifier.tui.screens.review import ReviewScreen
    from verifier.tui.widgets.dialogs import Asked
    from verifier.tui.writer import Job


def ask(screen: ReviewScreen, purpose: str) -> None:
    """Open the dialog for the claim under the cursor, with the draft where there is one."""
    label = screen.cursor.current
    if label is None or label not in screen.board.rows:
        screen.say("There is no claim under the cursor.")
        return
    if purpose in OF_THE_VERDICT and screen.board.verdict(label, Aspect.SUBSTANCE) is None:
        screen.say(f"{label} has no verdict yet; give one first (1-8).")
        return
    draft = screen.drafts.get((purpose, label))
    open_dialog(screen, purpose, label, draft)


def reopen(screen: ReviewScreen, draft: Draft) -> None:
    """Open the dialog in which `draft` was being typed, if its claim is still there."""
    is_known = draft.purpose.partition(":")[0] in _QUESTIONS
    if draft.claim is not None and draft.claim in screen.board.rows and is_known:
        open_dialog(screen, draft.purpose, draft.claim, draft.text)


def open_dialog(screen: ReviewScreen, purpose: str, label: ClaimLabel, draft: str | None) -> None:
    """Ask for one text about a claim; until it is recorded it is kept as a draft."""
    from verifier.tui.widgets.dialogs import AskText

    asked = asked_for(screen.board, purpose, label, draft)

    def keep(text: str) -> None:
        screen.typing = Draft(purpose, label, text)
        screen.drafts[purpose, label] = text
        screen.remember(now=True)

    def take(text: str | None) -> None:
        screen.typing = None
        if text is not None:
            screen.drafts[purpose, label] = text
            job = job_for(screen.board, purpose, label, text)
            if job is None:
                why = _NOT_YET.get(purpose, f"The verdict on {label} is gone.")
                screen.say(f"{why} Your text is kept.", "warning")
            else:
                told = _told(purpose, label)
                screen.submit(job, tell=lambda _: told, draft=(purpose, label))
        screen.remember(now=True)

    screen.typing = Draft(purpose, label, asked.text)
    screen.app.push_screen(AskText(asked, keep), take)


def asked_for(board: Board, purpose: str, label: ClaimLabel, draft: str | None) -> Asked:
    """What the dialog says; the field holds the draft, or what is recorded now."""
    from verifier.tui.widgets.dialogs import Asked

    claim = board.claim(label)
    heading, question = _QUESTIONS[purpose.partition(":")[0]]
    if purpose.startswith("question:"):
        heading = f"{heading} {_asked_one(board, purpose)} about"
    verdict = board.verdict(label, Aspect.SUBSTANCE)
    recorded = {
        "note": board.note(label),
        "standalone": claim.standalone,
        "split": words_to_split(claim),
        "speaker": claim.attributions[0].speaker if claim.attributions else "",
        "why": verdict.why if verdict else "",
        "replacement": (verdict.replace if verdict else None) or "",
    }.get(purpose, "")
    words = cut(display_line(claim.standalone), 130)
    return Asked(
        purpose,
        f"{heading} {label}",
        f"{question}\n“{words}”",
        recorded if draft is None else draft,
        may_be_empty=purpose.partition(":")[0] not in NEVER_EMPTY,
    )


def job_for(board: Board, purpose: str, label: ClaimLabel, text: str) -> Job | None:
    """The act that a text becomes; None where the verdict that it belongs to is gone.

    None also for a claim that is to be split into one part.
    """
    from verifier.tui import acts

    if purpose == "split":
        from verifier.tui.splitting import parts_typed

        parts = parts_typed(board.claim(label), board.story.text, text)
        return acts.split(label, parts) if len(parts) > 1 else None
    if purpose.startswith("question:"):
        _, addressee, *source = purpose.split(":", 2)
        asked = Slug(source[0]) if source else None
        return acts.question(label, text, Addressee(addressee), asked)
    if purpose in OF_THE_VERDICT:
        verdict = board.verdict(label, Aspect.SUBSTANCE)
        if verdict is None:
            return None
        code = SubstanceVerdict(verdict.code)
        return (acts.why if purpose == "why" else acts.replacement)(label, code, text)
    one_text = {
        "note": acts.note,
        "dismiss": acts.dismiss,
        "speaker": acts.speaker,
        "standalone": acts.standalone,
    }
    return one_text[purpose](label, text)


def _told(purpose: str, label: ClaimLabel) -> str:
    """What is said when the act is saved."""
    words = _TOLD[purpose.partition(":")[0]]
    return words.format(label, restore=key_shown("restore"), undo=key_shown("undo"))


def purpose_of_question(addressee: Addressee, source: Slug | None) -> str:
    """The purpose of a question: its draft is kept apart for each that may be asked.

    >>> purpose_of_question(Addressee.SOURCE, Slug("isw"))
    'question:source:isw'
    """
    asked = f":{source}" if addressee is Addressee.SOURCE else ""
    return f"question:{addressee.value}{asked}"


def _asked_one(board: Board, purpose: str) -> str:
    """Whom a question is for, in words."""
    _, addressee, *source = purpose.split(":", 2)
    if source:
        return board.names.get(Slug(source[0]), display_line(source[0]))
    return "the author" if addressee == Addressee.AUTHOR.value else "another checker"


def words_to_split(claim: Claim) -> str:
    """The words of a claim as they are edited into parts: those of the story, on one line."""
    words = claim.selector.exact if claim.selector is not None else claim.standalone
    return " ".join(words.split())


NEVER_EMPTY = frozenset({"dismiss", "standalone", "question", "split"})
"""What is no act without words."""

_NOT_YET = {"split": "Put each part on a line of its own: ctrl+j begins a line."}
"""Why a text that was taken is no act yet."""

OF_THE_VERDICT = frozenset({"why", "replacement"})
"""What is said of a verdict, and needs one."""

_QUESTIONS = {
    "note": ("Note on", "For yourself and your colleagues; empty removes it."),
    "dismiss": ("Dismiss", "Why is this no claim to check? The report prints the reason."),
    "speaker": (
        "Who says",
        "A source by its name, alias or slug; empty is the story's own statement.",
    ),
    "why": ("Why this verdict on", "The reason that the report prints beside the verdict."),
    "replacement": ("Print instead of", "The words as they can be printed."),
    "standalone": ("Text of", "The statement as it stands alone, additions in [brackets]."),
    "question": ("Ask", "The sheet of questions holds it until it is answered."),
    "split": (
        "Split",
        "Each line becomes a claim; ctrl+j begins a line. Words of the story keep their place.",
    ),
}

_TOLD = {
    "note": "Noted on {}.",
    "dismiss": "{} is off the list; {restore} or {undo} brings it back.",
    "speaker": "The speaker of {} is corrected.",
    "standalone": "The text of {} is corrected.",
    "why": "The reason on {} is recorded.",
    "question": "The question about {} is on the sheet.",
    "split": "{} is split; its parts are judged by themselves. {undo} takes it back.",
    "replacement": "What to print instead of {} is recorded.",
}
