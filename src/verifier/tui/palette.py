"""The colours and weights of the screen, by the name of what they stand for.

No meaning is in the colour alone: each state has a sign and a word beside it. Every foreground has
a contrast of at least 4.5 : 1 on its background, which a test computes.
"""

from __future__ import annotations

from functools import cache

from rich.style import Style

GROUND = "#14171c"
PANEL = "#1f242c"
CURRENT = "#1f2c49"
CHOSEN = "#3b3412"

INK = "#d7dce3"
MUTED = "#98a2b0"
FAINT = "#8b96a4"
ACCENT = "#8ab8ff"
GREEN = "#7fd08c"
AMBER = "#e6b866"
RED = "#f2938d"
VIOLET = "#c8a2f4"
BLUE = "#8fb8f8"

STYLES: dict[str, str] = {
    "text": f"{INK} on {GROUND}",
    "strong": f"bold {INK} on {GROUND}",
    "muted": f"{MUTED} on {GROUND}",
    "faint": f"{FAINT} on {GROUND}",
    "key": f"bold {ACCENT} on {GROUND}",
    "heading": f"bold {ACCENT} on {GROUND}",
    "quote": f"italic {INK} on {GROUND}",
    "warning": f"bold {AMBER} on {GROUND}",
    "fault": f"bold {RED} on {GROUND}",
    "good": f"{GREEN} on {GROUND}",
    "title": f"{MUTED} on {PANEL}",
    "title-strong": f"bold {INK} on {PANEL}",
    "title-focus": f"bold {GROUND} on {ACCENT}",
    "title-fault": f"bold {RED} on {PANEL}",
    "title-warning": f"bold {AMBER} on {PANEL}",
    "title-good": f"{GREEN} on {PANEL}",
    "brand": f"bold {ACCENT} on {PANEL}",
    "bar-done": f"{GREEN} on {PANEL}",
    "bar-left": f"{FAINT} on {PANEL}",
    "rule": f"{FAINT} on {GROUND}",
    "current": f"{INK} on {CURRENT}",
    "current-strong": f"bold {INK} on {CURRENT}",
    "current-muted": f"{MUTED} on {CURRENT}",
    "cursor": f"bold {GROUND} on {ACCENT}",
    "claimed": f"{INK} on {GROUND}",
    "unclaimed": f"{FAINT} on {GROUND}",
    "chosen": f"bold {INK} on {CHOSEN} underline",
    "caret": f"bold {GROUND} on {AMBER}",
    "proposed": f"italic {ACCENT} on {GROUND}",
    "current-proposed": f"italic {ACCENT} on {CURRENT}",
    "facet-same": f"{GREEN} on {GROUND}",
    "facet-compatible": f"italic {BLUE} on {GROUND}",
    "facet-differs": f"bold underline {RED} on {GROUND}",
    "facet-absent": f"underline {AMBER} on {GROUND}",
    "pending": f"italic {AMBER} on {GROUND}",
    "unsaved": f"bold {GROUND} on {RED}",
}
"""What each name looks like, in Rich's words."""

SIGNS: dict[str, str] = {
    "unchecked": MUTED,
    "confirmed": GREEN,
    "supported": GREEN,
    "attributed-only": BLUE,
    "misstated": AMBER,
    "disputed": VIOLET,
    "refuted": RED,
    "unverified": AMBER,
    "not-checkable": MUTED,
    "dismissed": FAINT,
    "asserts": GREEN,
    "echoes": BLUE,
    "partly": AMBER,
    "contradicts": RED,
    "inconclusive": VIOLET,
    "silent": MUTED,
    "not-looked": FAINT,
    "exact": GREEN,
    "fair": GREEN,
    "translated": BLUE,
    "drifted": AMBER,
    "misattributed": RED,
    "not-located": AMBER,
}
"""The colour of each value of the scales."""

GROUNDS = {"": GROUND, "current ": CURRENT, "title ": PANEL}


@cache
def style_named(name: str) -> Style:
    """The Rich style of a name: one of `STYLES`, or a value of a scale.

    A value of a scale may stand after `current` or `title` for those grounds, as in
    "current refuted".
    """
    return Style.parse(style_words(name))


def style_words(name: str) -> str:
    """As `style_named`, in Rich's words; raises KeyError for a name nobody gave a look."""
    if name in STYLES:
        return STYLES[name]
    ground, _, value = name.rpartition(" ")
    return f"bold {SIGNS[value]} on {GROUNDS[ground + ' ' * bool(ground)]}"
