"""Copying to the clipboard by the terminal (OSC 52): only what is safe to show, only on a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.language.display import display, display_line
from verifier.tui.paint import cut

if TYPE_CHECKING:
    from verifier.model.evidence import EvidenceItem
    from verifier.model.text import Span
    from verifier.tui.screens.review import ReviewScreen

LONGEST = 50_000
"""Characters that are copied at most; terminals drop what is much longer."""

NO_PASSAGE = "No passage is selected, and none is cited for the source under the cursor."


def copy(screen: ReviewScreen, what: str) -> None:
    """Copy words of the claim, the passage or its citation."""
    screen.leave_prefix()
    if screen.cursor.current is None:
        screen.say("There is no claim under the cursor.")
        return
    text = _text(screen, what)
    if not text:
        screen.say(NO_PASSAGE)
        return
    shown = display(text)[:LONGEST]
    screen.app.copy_to_clipboard(shown)
    more = f" (the first {LONGEST} characters)" if len(text) > LONGEST else ""
    words = cut(display_line(shown), 60)
    screen.say(f"Handed to the terminal’s clipboard{more}: {words}", "good")


def _text(screen: ReviewScreen, what: str) -> str:
    """What is to be copied; "" where there is no passage."""
    assert screen.cursor.current is not None
    claim = screen.board.claim(screen.cursor.current)
    if what == "words":
        return claim.selector.exact if claim.selector is not None else claim.standalone
    if what == "standalone":
        return claim.standalone
    found = _selected(screen) or _cited(screen)
    if found is None:
        return ""
    item, span, words = found
    return words if what == "passage" else citation(screen, item, span, words)


def citation(screen: ReviewScreen, item: EvidenceItem, span: Span, words: str) -> str:
    """A passage with where it stands: source, title, date, label and offsets, address.

    Of a confidential source only the descriptor leaves the desk.
    """
    source = screen.board.story.library.sources.get(item.source)
    if source is not None and source.confidential:
        described = "; ".join(filter(None, (source.access, source.interest)))
        return f"“{' '.join(words.split())}” ({described or 'a confidential source'})"
    name = source.name if source is not None else item.source
    published = item.published_at.isoformat() if item.published_at else "no date"
    place = f"{item.label}:{span.start}-{span.end}"
    parts = [name, item.title, published, place, *([item.url] if item.url else [])]
    return f"“{' '.join(words.split())}” ({', '.join(parts)})"


def _selected(screen: ReviewScreen) -> tuple[EvidenceItem, Span, str] | None:
    """What is selected in the document that is open."""
    selection, item = screen.evidence.selection, screen.evidence.item
    span = selection.span if selection is not None else None
    if selection is None or item is None or span is None:
        return None
    return item, span, span.of(selection.text)


def _cited(screen: ReviewScreen) -> tuple[EvidenceItem, Span, str] | None:
    """The first passage under the stance of the source under the cursor."""
    label, source = screen.cursor.current, screen.cursor.source
    cells = screen.board.cells(label) if label is not None else ()
    stance = next((cell.stance for cell in cells if cell.source == source), None)
    for passage in stance.passages if stance is not None else ():
        item = screen.board.story.library.evidence.get(passage.evidence)
        if item is not None:
            return item, passage.selector.span, passage.selector.exact
    return None
