"""A caret in a text, and the words selected with it. Pure: no terminal is needed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import islice

from verifier.language.paragraphs import paragraphs
from verifier.language.sentences import sentences_of
from verifier.model.text import Span
from verifier.tui.wrapped import WrappedText

_WORD = re.compile(r"\w[\w’'\-]*")


def _same(offset: int) -> int:
    return offset


class Selection:
    """Where the caret is and what is selected, in code points of `text`, half-open.

    `wrapped` gives the lines; where it wraps another text than `text` (a story with its marks),
    `shown` and `back` map offsets to it and from it. `sentences` are used where they are known.
    """

    def __init__(
        self,
        text: str,
        wrapped: WrappedText,
        *,
        caret: int = 0,
        sentences: Sequence[Span] = (),
        shown: Callable[[int], int] = _same,
        back: Callable[[int], int] = _same,
    ) -> None:
        self.text = text
        self.wrapped = wrapped
        self.caret = max(0, min(caret, len(text)))
        self.anchor: int | None = None
        self._holding = False
        self._sentences = sentences
        self._paragraphs: Sequence[Span] | None = None
        self._shown = shown
        self._back = back

    @property
    def span(self) -> Span | None:
        """What is selected; None where nothing is."""
        if self.anchor is None or self.anchor == self.caret:
            return None
        return Span(min(self.anchor, self.caret), max(self.anchor, self.caret))

    def select(self, span: Span) -> None:
        """Select a span; the caret goes to its end."""
        self.anchor, self.caret, self._holding = span.start, span.end, True

    def rewrap(self, wrapped: WrappedText) -> None:
        """Go on with the same text wrapped anew."""
        self.wrapped = wrapped

    def toggle_anchor(self) -> None:
        """Start selecting at the caret, or let the selection go."""
        if self.anchor is None:
            self.anchor, self._holding = self.caret, True
        else:
            self.anchor, self._holding = None, False

    def move(self, unit: str, step: int, page: int = 10) -> None:
        """Move the caret by a char, word, line, page or to the end of the line.

        A selection that was started with `toggle_anchor` grows; another one is let go.
        """
        if not self._holding:
            self.anchor = None
        self.caret = self._target(unit, step, page, extending=self._holding)

    def extend(self, unit: str, step: int, page: int = 10) -> None:
        """As `move`, and select what lies between."""
        if self.anchor is None:
            self.anchor = self.caret
        self.caret = self._target(unit, step, page, extending=True)

    def select_sentence(self) -> None:
        """Select the sentence at the caret; if one is selected already, the next one too."""
        chosen = self.span
        sentence = self._sentence(chosen.end if chosen else self.caret)
        if sentence is not None:
            start = chosen.start if chosen else sentence.start
            self.anchor, self.caret, self._holding = start, sentence.end, True

    def _target(self, unit: str, step: int, page: int, *, extending: bool) -> int:
        if unit == "char":
            return max(0, min(self.caret + step, len(self.text)))
        if unit == "word":
            return self._word(step, extending=extending)
        if unit == "end":
            return self._line_end(step)
        return self._line(step * (page if unit == "page" else 1))

    def _word(self, step: int, *, extending: bool) -> int:
        if step > 0:
            found = list(islice(_WORD.finditer(self.text, self.caret), 2))
            if not found:
                return len(self.text)
            if extending:
                return found[0].end()
            ahead = [match.start() for match in found if match.start() > self.caret]
            return ahead[0] if ahead else len(self.text)
        begin = max(0, self.caret - 400)
        before = [m.start() for m in _WORD.finditer(self.text, begin, self.caret)]
        return before[-1] if before else begin

    def _line(self, lines: int) -> int:
        """The same column some lines further."""
        at = self._shown(self.caret)
        here = self.wrapped.line_of(at)
        there = self.wrapped.step(here, lines)
        if there == here:
            return 0 if lines < 0 else len(self.text)
        column = at - self.wrapped.slice(here).start
        start, end = self.wrapped.slice(there)
        return self._back(min(start + column, max(start, end - 1)))

    def _line_end(self, step: int) -> int:
        start, end = self.wrapped.slice(self.wrapped.line_of(self._shown(self.caret)))
        if step < 0:
            return self._back(start)
        ends_paragraph = self.wrapped.text[end : end + 1] in ("", "\n")
        return self._back(end if ends_paragraph else max(start, end - 1))

    def _sentence(self, at: int) -> Span | None:
        """The sentence at an offset, or the next one: a known one, else as the words read."""
        known = next((span for span in self._sentences if span.end > at), None)
        if known is not None and known.start <= at:
            return known
        read = self._sentence_read(at)
        if known is None or (read is not None and read.start < known.start):
            return read
        return known

    def _sentence_read(self, at: int) -> Span | None:
        if self._paragraphs is None:
            self._paragraphs = paragraphs(self.text)
        first = bisect_right(self._paragraphs, at, key=lambda span: span.end)
        found = (
            span
            for paragraph in self._paragraphs[first : first + 1]
            for span in sentences_of(self.text, paragraph)
            if span.end > at
        )
        return next(found, None)
