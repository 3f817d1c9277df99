"""The last line of defence: no control character of any text reaches the terminal."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from verifier.language.display import display_line


class Harmless(LineFilter):
    """Replaces what `display` would replace, in every line of every widget, ours or Textual's."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with every harmful code point as one visible symbol."""
        return [
            segment
            if segment.control or (segment.text.isascii() and segment.text.isprintable())
            else Segment(display_line(segment.text), segment.style)
            for segment in segments
        ]
