"""The colours and weights of the screen, by the name of what they stand for, in several themes.

No meaning is in the colour alone: each state has a sign and a word beside it. Every foreground has
a contrast of at least 4.5 : 1 on its background in every theme, which a test computes. Without
colours (NO_COLOR) the same names have weights only: bold, italic, underlined, reversed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache

from rich.style import Style


@dataclass(frozen=True)
class Colours:
    """The colours of one theme: four grounds, three inks, and those of signs and words."""

    ground: str
    panel: str
    current: str
    chosen: str
    ink: str
    muted: str
    faint: str
    accent: str
    green: str
    amber: str
    red: str
    violet: str
    blue: str


THEMES: Mapping[str, Colours] = {
    "dark": Colours(
        ground="#14171c",
        panel="#1f242c",
        current="#1f2c49",
        chosen="#3b3412",
        ink="#d7dce3",
        muted="#98a2b0",
        faint="#8b96a4",
        accent="#8ab8ff",
        green="#7fd08c",
        amber="#e6b866",
        red="#f2938d",
        violet="#c8a2f4",
        blue="#8fb8f8",
    ),
    "light": Colours(
        ground="#fbfbf8",
        panel="#e6e9ed",
        current="#d6e4ff",
        chosen="#fff1b8",
        ink="#1d2329",
        muted="#4f5965",
        faint="#545e6a",
        accent="#0b50b4",
        green="#14642a",
        amber="#744800",
        red="#a01c17",
        violet="#6330a6",
        blue="#1d4ca0",
    ),
    "high-contrast": Colours(
        ground="#000000",
        panel="#1c1c1c",
        current="#00265f",
        chosen="#4a4000",
        ink="#ffffff",
        muted="#e2e2e2",
        faint="#d4d4d4",
        accent="#9ecbff",
        green="#7dff9b",
        amber="#ffdd66",
        red="#ffb3ab",
        violet="#e6c8ff",
        blue="#add3ff",
    ),
}
"""The themes by name; the first one is the usual one."""

USUAL = "dark"

LIGHT = frozenset({"light"})
"""The themes with dark ink on a light ground."""

NO_COLOUR = "no-colour"
"""The look where the environment asks for no colours."""

STYLES: dict[str, str] = {
    "text": "{ink} on {ground}",
    "strong": "bold {ink} on {ground}",
    "muted": "{muted} on {ground}",
    "faint": "{faint} on {ground}",
    "key": "bold {accent} on {ground}",
    "heading": "bold {accent} on {ground}",
    "quote": "italic {ink} on {ground}",
    "warning": "bold {amber} on {ground}",
    "fault": "bold {red} on {ground}",
    "good": "{green} on {ground}",
    "title": "{muted} on {panel}",
    "title-strong": "bold {ink} on {panel}",
    "title-focus": "bold {ground} on {accent}",
    "title-fault": "bold {red} on {panel}",
    "title-warning": "bold {amber} on {panel}",
    "title-good": "{green} on {panel}",
    "brand": "bold {accent} on {panel}",
    "bar-done": "{green} on {panel}",
    "bar-left": "{faint} on {panel}",
    "rule": "{faint} on {ground}",
    "current": "{ink} on {current}",
    "current-strong": "bold {ink} on {current}",
    "current-muted": "{muted} on {current}",
    "cursor": "bold {ground} on {accent}",
    "claimed": "{ink} on {ground}",
    "unclaimed": "{faint} on {ground}",
    "chosen": "bold {ink} on {chosen} underline",
    "caret": "bold {ground} on {amber}",
    "proposed": "italic {accent} on {ground}",
    "current-proposed": "italic {accent} on {current}",
    "facet-same": "{green} on {ground}",
    "facet-compatible": "italic {blue} on {ground}",
    "facet-differs": "bold underline {red} on {ground}",
    "facet-absent": "underline {amber} on {ground}",
    "pending": "italic {amber} on {ground}",
    "unsaved": "bold {ground} on {red}",
}
"""What each name looks like, in Rich's words, with the names of colours in braces."""

SIGNS: dict[str, str] = {
    "unchecked": "muted",
    "confirmed": "green",
    "supported": "green",
    "attributed-only": "blue",
    "misstated": "amber",
    "disputed": "violet",
    "refuted": "red",
    "unverified": "amber",
    "not-checkable": "muted",
    "dismissed": "faint",
    "asserts": "green",
    "echoes": "blue",
    "partly": "amber",
    "contradicts": "red",
    "inconclusive": "violet",
    "silent": "muted",
    "not-looked": "faint",
    "exact": "green",
    "fair": "green",
    "translated": "blue",
    "drifted": "amber",
    "misattributed": "red",
    "not-located": "amber",
}
"""The name of the colour of each value of the scales."""

GROUNDS = {"": "ground", "current ": "current", "title ": "panel"}

_WEIGHTS = frozenset({"bold", "italic", "underline", "reverse"})

_in_force = [USUAL]


def use(theme: str) -> None:
    """Paint in another theme from now on: a name of `THEMES`, or `NO_COLOUR`."""
    _in_force[0] = theme
    style_named.cache_clear()


def theme_in_force() -> str:
    """The theme that is painted in."""
    return _in_force[0]


def colours_in_force() -> Colours:
    """The colours that are painted in; without colours, those that are painted over."""
    return THEMES.get(_in_force[0], THEMES[USUAL])


@cache
def style_named(name: str) -> Style:
    """The Rich style of a name: one of `STYLES`, or a value of a scale.

    A value of a scale may stand after `current` or `title` for those grounds, as in
    "current refuted".
    """
    return Style.parse(style_words(name, _in_force[0]))


def style_words(name: str, theme: str) -> str:
    """As `style_named`, in Rich's words; raises KeyError for a name nobody gave a look."""
    look = STYLES.get(name)
    if look is None:
        ground, _, value = name.rpartition(" ")
        look = f"bold {{{SIGNS[value]}}} on {{{GROUNDS[ground + ' ' * bool(ground)]}}}"
    if theme == NO_COLOUR:
        return _without_colour(look)
    return look.format_map(asdict(THEMES[theme]))


def _without_colour(look: str) -> str:
    """The weights of a look, and one that stands for its ground.

    >>> _without_colour("bold {ground} on {accent}"), _without_colour("{ink} on {current}")
    ('bold reverse', 'bold')
    """
    words = look.split()
    kept = [word for word in words if word in _WEIGHTS]
    if "{ground}" in words[:-1] and words[-1] != "{ground}":
        kept.append("reverse")
    elif "{current}" in words:
        kept.append("bold")
    elif "{panel}" in words:
        kept.append("underline")
    return " ".join(dict.fromkeys(kept)) or "none"
