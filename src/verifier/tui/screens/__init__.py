"""The screens: each is one file, and is imported when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

    from verifier.tui.screens.review import ReviewScreen

SCREENS: Mapping[str, str] = {
    "blocking": "BlockingScreen",
    "evidence": "EvidenceScreen",
    "history": "HistoryScreen",
    "independence": "IndependenceScreen",
    "library": "LibraryScreen",
    "matrix": "MatrixScreen",
    "questions": "QuestionsScreen",
    "report": "ReportScreen",
    "sources": "SourcesScreen",
}
"""The class of each screen that stands over the review, by the name of its module here."""


def screen_named(name: str) -> Callable[[ReviewScreen], Screen[None]]:
    """The class of a screen: called with the review, it gives the screen."""
    found: Callable[[ReviewScreen], Screen[None]] = getattr(
        import_module(f"verifier.tui.screens.{name}"), SCREENS[name]
    )
    return found
