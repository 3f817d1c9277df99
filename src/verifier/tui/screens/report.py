"""The report as it would be printed now, part by part; a key writes it to a file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import BindingType

from verifier.language.display import display_line
from verifier.tui import messages
from verifier.tui.keys import Where, bindings
from verifier.tui.paint import Line, Piece, fit_line, wrap_words
from verifier.tui.screens.listing import QUIT, ListingScreen

if TYPE_CHECKING:
    from pathlib import Path

    from verifier.desk.session import OpenStory, Session
    from verifier.tui.screens.review import ReviewScreen

ABOUT = "report"

FORMATS = ("html", "md", "json")
"""The formats that can be written from here, by the ending of the file."""

_HEADING = re.compile(r"(#{1,3}) (.*)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


class Part(NamedTuple):
    """A heading of the report, how deep it is, and the lines below it as Markdown."""

    at: int
    depth: int
    heading: str
    lines: tuple[str, ...]


class ReportScreen(ListingScreen[Part]):
    """The headings of the report as rows; beside them the part under the cursor."""

    WHERE = Where.REPORT
    NAME = "Report"
    EMPTY = "The report is being put together…"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.REPORT), QUIT]
    SHARE = 30

    def __init__(self, review: ReviewScreen) -> None:
        super().__init__(review)
        self.parts: Sequence[Part] = ()
        self._read_at: tuple[int, str] | None = None

    def found(self) -> Sequence[Part]:
        """The parts of the report, put together anew where the story or the library went on."""
        board = self.board
        now = (board.state.seq, board.story.library.head)
        if now != self._read_at:
            self._read_at = now
            self.review.writer.ask(ABOUT, _parts)
        return self.parts

    def when_answered(self, message: messages.Answered) -> None:
        """Show the report."""
        if message.about != ABOUT:
            return
        if isinstance(message.found, tuple):
            self.parts = message.found
            self.renew()
        else:
            self.empty = f"There is no report. {display_line(message.words)}"
            self.renew()

    def words_of(self, row: Part) -> str:
        """Its heading and all of it: the filter looks in the whole report."""
        return f"{row.heading} {' '.join(row.lines)}"

    def key_of(self, row: Part) -> str:
        """Its heading."""
        return row.heading

    def row_line(self, row: Part, width: int, *, current: bool) -> Line:
        """The heading, indented by its depth."""
        ground = "current" if current else "text" if row.depth < 3 else "muted"
        sign = "▶ " if current else "  "
        indent = "  " * max(0, row.depth - 2)
        return fit_line([Piece(f"{sign}{indent}{row.heading}", ground)], width, ground)

    def detail(self, row: Part | None, width: int) -> list[Line]:
        """The part under the cursor, and those below it up to the next of its depth."""
        self.detail_pane.title = row.heading if row else "Report"
        if row is None:
            return []
        lines: list[Line] = []
        for part in self._below(row):
            if part is not row:
                lines += [[], [Piece(f" {part.heading}", "heading")]]
            for text in part.lines:
                lines += markdown_lines(text, width)
        return lines

    def _below(self, row: Part) -> Sequence[Part]:
        """The part itself and the deeper ones that follow, short of a screenful of them."""
        found = [row]
        for part in self.parts[row.at + 1 :]:
            if part.depth <= row.depth or len(found) > MOST_BELOW:
                break
            found.append(part)
        return found

    def key_write(self) -> None:
        """Write the report to a file; its ending says the format."""
        from verifier.tui.writing import ask_path

        name = f"{self.board.story.story.slug}-report.html"
        heading = "Write the report (.html, .md or .json) to"
        ask_path(self.review, "report", heading, name, _write)

    def key_page(self, steps: int) -> None:
        """Scroll the report by a page."""
        self.detail_pane.scroll_lines(steps * max(1, self.detail_pane.size.height - 3))


MOST_BELOW = 30
"""Deeper parts that are shown below one; each can be opened by itself."""


def parts_of(markdown: str) -> tuple[Part, ...]:
    r"""The report's Markdown cut at its headings, safe to show.

    >>> [part.heading for part in parts_of("# Report\n\n## 1 Bottom line\n\nNothing.\n")]
    ['Report', '1 Bottom line']
    """
    parts: list[Part] = []
    fenced = False
    depth, heading, lines = 1, "Report", list[str]()
    for line in markdown.split("\n"):
        fenced = fenced is not line.startswith("```")
        match = None if fenced else _HEADING.fullmatch(line)
        if match is None:
            lines.append(display_line(line))
            continue
        if lines or parts:
            parts.append(_part(len(parts), depth, heading, lines))
        depth, heading, lines = len(match[1]), display_line(unescaped(match[2])), []
    parts.append(_part(len(parts), depth, heading, lines))
    return tuple(parts)


def _part(at: int, depth: int, heading: str, lines: list[str]) -> Part:
    """A part without the empty lines at its ends."""
    text = "\n".join(lines).strip("\n")
    return Part(at, depth, heading, tuple(text.split("\n")) if text else ())


def markdown_lines(text: str, width: int) -> list[Line]:
    """One line of Markdown, wrapped with a hanging indent, its marks as they would be read."""
    bare = text.lstrip(" ")
    indent = len(text) - len(bare)
    style, lead = "text", ""
    if bare.startswith(("- ", "* ")):
        lead, bare = "• ", bare[2:]
    elif bare.startswith("> "):
        style, lead, bare = "quote", "▏ ", bare[2:]
    wrapped = wrap_words(unescaped(bare).replace("**", ""), max(8, width - indent - len(lead) - 2))
    first = " " * (indent + 1)
    return [
        [Piece(first + (lead if n == 0 or lead == "▏ " else " " * len(lead)), "muted"),
         Piece(line, style)]
        for n, line in enumerate(wrapped or [""])
    ]  # fmt: skip


def unescaped(text: str) -> str:
    r"""Markdown text without its backslashes.

    >>> unescaped(r"C03 \~ misstated")
    'C03 ~ misstated'
    """
    return _ESCAPED.sub(r"\1", text)


def _parts(session: Session, story: OpenStory) -> tuple[Part, ...]:
    """The report as it stands, as parts."""
    from verifier.desk.reports import report_bytes

    return parts_of(report_bytes(session, story, "md").decode("utf-8"))


def _write(session: Session, story: OpenStory, path: Path) -> int:
    """Write the report in the format that the file's ending names."""
    from verifier.desk.reports import print_report
    from verifier.model.errors import BadInput

    ending = path.suffix.lstrip(".").lower()
    if ending not in FORMATS:
        raise BadInput(
            f"No report is written as .{ending} from here; name a file that ends in "
            f".{', .'.join(FORMATS)}."
        )
    return print_report(session, story, ending, path)
