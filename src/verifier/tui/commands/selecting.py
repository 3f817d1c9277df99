"""The caret in the story or in a document, and the words selected with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.tui.arrange import Pane
from verifier.tui.keys import Where
from verifier.tui.selection import Selection

if TYPE_CHECKING:
    from verifier.model.claim import ClaimLabel
    from verifier.model.text import Span
    from verifier.tui.screens.review import ReviewScreen
    from verifier.tui.widgets.evidence_pane import EvidencePane
    from verifier.tui.widgets.story_pane import StoryPane


def caret(screen: ReviewScreen, unit: str, step: int) -> None:
    """Move the caret."""
    pane, selection = _here(screen)
    if selection is not None:
        selection.move(unit, step, max(1, pane.rows - 1))
        pane.reveal_caret()


def extend(screen: ReviewScreen, unit: str, step: int) -> None:
    """Move the caret and select."""
    pane, selection = _here(screen)
    if selection is not None:
        selection.extend(unit, step, max(1, pane.rows - 1))
        pane.reveal_caret()


def anchor(screen: ReviewScreen) -> None:
    """Start selecting at the caret, or let the selection go."""
    pane, selection = _here(screen)
    if selection is not None:
        selection.toggle_anchor()
        pane.reveal_caret()


def sentence(screen: ReviewScreen) -> None:
    """Select the sentence at the caret, then one more each time."""
    pane, selection = _here(screen)
    if selection is not None:
        selection.select_sentence()
        pane.reveal_caret()


def begin(screen: ReviewScreen, span: Span | None = None, claim: ClaimLabel | None = None) -> None:
    """Select words in the story: for a new claim, or, from `span` on, for `claim`."""
    story, wrapped = screen.story.story, screen.story.wrapped
    if story is None or wrapped is None:
        return
    row = screen.cursor.row
    selection = Selection(
        story.text,
        wrapped,
        caret=row.span.start if row is not None and row.span is not None else 0,
        sentences=screen.board.story.version.sentences,
        shown=story.shown_at,
        back=story.story_at,
    )
    if span is not None:
        selection.select(span)
    screen.respan = claim
    screen.story.selection = selection
    screen.focus_pane(Pane.STORY)


def end(screen: ReviewScreen) -> None:
    """Leave the selection of words."""
    screen.story.selection = None
    screen.respan = None
    screen.story.repaint()
    screen.show_keys()


def _here(screen: ReviewScreen) -> tuple[StoryPane | EvidencePane, Selection | None]:
    """The pane that the keys mean, and its selection."""
    if screen.where is Where.SELECT:
        return screen.story, screen.story.selection
    return screen.evidence, screen.evidence.selection
