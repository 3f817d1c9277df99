"""The sources: what is known of each, its grades and look-alikes; keys change it, all undoable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import BindingType

from verifier.language.display import display_line
from verifier.model.scales import RELIABILITIES, Reliability, SourceKind
from verifier.tui import library_acts, messages
from verifier.tui.aside import ask_aside, draft_of
from verifier.tui.keys import Where, bindings
from verifier.tui.paint import Line, Piece, fit, fit_line
from verifier.tui.screens.listing import QUIT, ListingScreen
from verifier.tui.widgets.sections import section

if TYPE_CHECKING:
    from verifier.desk.registry import Grading, SourceEdit
    from verifier.desk.session import OpenStory, Session
    from verifier.model.claim import ClaimLabel
    from verifier.model.source import Source
    from verifier.model.story import Slug
    from verifier.tui.screens.review import ReviewScreen
    from verifier.tui.writer import Job, Question

ABOUT = "source"


class Field(NamedTuple):
    """A field of a source that is typed: what it is called, and what its dialog asks."""

    name: str
    asks: str
    may_be_empty: bool = True


FIELDS = {
    "name": Field("Name", "The name it is known by; the old one is kept as an alias.", False),
    "alias": Field("One more name", "An alias, an abbreviation or the name in a script.", False),
    "without": Field("Name to take off", "The alias that does not mean this source.", False),
    "kind": Field("Kind", f"One of: {', '.join(kind.value for kind in SourceKind)}.", False),
    "party": Field("Party", "Whose side it is on, like Ukraine; empty where it is on none."),
    "owner": Field("Owner", "Who owns it; sources of one owner are one party."),
    "parent": Field("Part of", "The source that it belongs to; empty for none."),
    "access": Field("Access", "How it comes to know what it says."),
    "record": Field("Track record", "How it fared before."),
    "interest": Field("Interest", "What it wants believed."),
}
"""What can be typed of a source."""


class Sheet(NamedTuple):
    """What is read of one source: its grades so far, and the names that look alike."""

    source: Source
    gradings: tuple[Grading, ...]
    look_alikes: tuple[str, ...]


class SourcesScreen(ListingScreen["Source"]):
    """One row for each source of the desk, those of the story first."""

    WHERE = Where.SOURCES
    NAME = "Sources"
    EMPTY = "No source is known yet; a story or a document brings them."
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.SOURCES), QUIT]
    SHARE = 58

    def __init__(self, review: ReviewScreen) -> None:
        super().__init__(review)
        self.sheet: Sheet | None = None
        self._asked: Source | None = None
        self._marks: Counter[Slug] = Counter()
        chosen = review.cursor.source
        self._go_to: Slug | None = chosen

    # ---- rows ------------------------------------------------------------------------------------

    def found(self) -> Sequence[Source]:
        """The sources that were not merged into another one."""
        from verifier.desk.lookup import living_source

        board = self.board
        registry = board.story.registry
        own = {living_source(registry, item).slug for item in board.story.sources.values()}
        self._marks = Counter(
            living_source(registry, registry[key.source]).slug
            for key in board.state.stances
            if key.reviewer == board.reviewer and key.source in registry
        )
        living = (item for item in registry.values() if item.merged_into is None)
        return sorted(living, key=lambda item: (item.slug not in own, item.name.casefold()))

    def renew(self) -> None:
        """Show what is there now, beginning at the source under the cursor of the review."""
        super().renew()
        if self._go_to is not None and self.shown:
            wanted, self._go_to = self._go_to, None
            at = next((n for n, item in enumerate(self.shown) if item.slug == wanted), 0)
            self.go(at)

    def words_of(self, row: Source) -> str:
        """Its names, kind, party and owner."""
        return " ".join(
            (row.slug, row.name, *row.aliases, row.kind.value, row.party or "", row.owner or "")
        )

    def key_of(self, row: Source) -> Slug:
        """Its slug."""
        return row.slug

    def head(self, width: int) -> Line:
        """The heads of the columns."""
        name = _name_width(width)
        words = f"  {'NAME':<{name}} {'KIND':<10} {'PARTY':<13} GRADE MARKS"
        return fit_line([Piece(words, "muted")], width, "muted")

    def row_line(self, row: Source, width: int, *, current: bool) -> Line:
        """Name, kind, party, grade, how many marks in the story."""
        ground = "current" if current else "text"
        muted = "current-muted" if current else "muted"
        letter = row.reliability.value if row.reliability else "–"
        marks = self._marks[row.slug]
        hidden = " hidden" if row.confidential else ""
        return fit_line(
            [
                Piece("▶ " if current else "  ", ground),
                Piece(fit(display_line(row.name), _name_width(width)) + " ", ground),
                Piece(f"{row.kind.value:<10} ", muted),
                Piece(fit(display_line(row.party or "no party"), 13) + " ", muted),
                Piece(f"{letter:<5} ", "current-strong" if current else "strong"),
                Piece(f"{marks or '·'}{hidden}", muted),
            ],
            width,
            ground,
        )

    # ---- what is said of one ---------------------------------------------------------------------

    def detail(self, row: Source | None, width: int) -> list[Line]:
        """Names, sides, descriptor, grades, and what looks like another source."""
        self.detail_pane.title = display_line(row.slug) if row else "Source"
        if row is None:
            return []
        self._ask(row)
        lines = section("Name", row.name, width, "strong")
        lines += section("Aliases", ", ".join(row.aliases) or "none", width)
        lines += section("Kind", row.kind.value, width)
        lines += section("Party", row.party or "none known", width)
        if row.owner:
            lines += section("Owner", row.owner, width)
        if row.parent:
            lines += section("Part of", row.parent, width)
        lines += section("Grade", _grade_words(row), width)
        for name, words in (
            ("Access", row.access),
            ("Record", row.record),
            ("Interest", row.interest),
        ):
            lines += section(name, words, width) if words else []
        if row.confidential:
            lines += section(
                "Hidden", "confidential: only the descriptor ever leaves", width, "warning"
            )
        return lines + self._read_lines(row, width)

    def _read_lines(self, row: Source, width: int) -> list[Line]:
        """The grades so far and the look-alikes, once they were read."""
        if self.sheet is None or self.sheet.source.slug != row.slug:
            return []
        lines: list[Line] = []
        for at, item in enumerate(reversed(self.sheet.gradings)):
            letter = item.reliability.value if item.reliability else "no grade"
            words = f"{letter}, {item.at[:10]}, {item.actor}: {item.reason or 'no reason'}"
            lines += section("" if at else "Graded", words, width, "muted")
        for sentence in self.sheet.look_alikes:
            lines += section("Alike", sentence, width, "warning")
        return lines

    def _ask(self, row: Source) -> None:
        """Let the grades and the look-alikes of a source be read, once for each state of it."""
        if row != self._asked:
            self._asked = row
            self.review.writer.ask(ABOUT, _sheet_of(row))

    def when_answered(self, message: messages.Answered) -> None:
        """Show what was read, if its source is still under the cursor."""
        if message.about == ABOUT and isinstance(message.found, Sheet):
            self.sheet = message.found
            self.show_detail(from_top=False)
        elif message.about == ABOUT:
            self.say(message.words, "fault")

    # ---- keys ------------------------------------------------------------------------------------

    def key_edit(self, field: str) -> None:
        """Ask for one field of the source, and record it."""
        row = self.current
        if row is None:
            return
        name, asks, may_be_empty = FIELDS[field]
        now = {"alias": "", "without": "", "kind": row.kind.value}.get(field)
        recorded = str(getattr(row, field) or "") if now is None else now

        def act(text: str) -> Job | None:
            from verifier.model.errors import VerifierError

            try:
                return library_acts.edit(row.slug, name.lower(), edit_of(field, text))
            except VerifierError as error:
                self.say(str(error), "warning")
                return None

        self._ask_text(row, field, f"{name}: {display_line(row.name)}", asks, recorded, act,
                       may_be_empty=may_be_empty)  # fmt: skip

    def key_rate(self, letter: str) -> None:
        """Ask why the source has this grade, and record it; "" takes the grade away."""
        row = self.current
        if row is None:
            return
        grade = Reliability(letter) if letter else None
        words = f"{letter}, {RELIABILITIES[grade]}" if grade else "no grade"
        self._ask_text(
            row,
            f"grade {letter}",
            f"{display_line(row.name)}: {words}",
            "Why? The report prints the reason beside the grade.",
            "",
            lambda text: library_acts.rate(row.slug, grade, text),
        )

    def key_merge(self) -> None:
        """Ask into which source this one is to be merged, naming what only looks alike."""
        row = self.current
        if row is None:
            return
        alike = self.sheet.look_alikes if self.sheet and self.sheet.source == row else ()
        warned = "".join(f"\n! {display_line(sentence)}" for sentence in alike)
        remarks: list[str] = []
        self._ask_text(
            row,
            "merge",
            f"Merge {display_line(row.name)} into",
            "The name or slug of the source that stays. Letters that only look alike do not "
            f"make two sources one. Marks are kept; u parts them again.{warned}",
            "",
            lambda text: library_acts.merge(row.slug, text.strip(), remarks),
            told=lambda: " ".join(["Merged; u parts them again.", *remarks]),
        )

    def key_confidential(self) -> None:
        """Hide the source from whatever leaves the desk, or no longer."""
        row = self.current
        if row is None:
            return
        from verifier.desk.registry import SourceEdit

        hides = not row.confidential
        job = library_acts.edit(row.slug, "confidentiality", SourceEdit(confidential=hides))
        name = display_line(row.name)
        self._do(job, lambda: f"{name} is {'' if hides else 'no longer '}confidential.")

    def key_undo(self) -> None:
        """Take back the latest act on the registry."""
        self._do(library_acts.undo(), lambda: "Undone.")

    def key_redo(self) -> None:
        """Bring back what was undone last."""
        self._do(library_acts.redo(), lambda: "Done again.")

    def _do(
        self, job: Job, told: Callable[[], str], draft: tuple[str, ClaimLabel] | None = None
    ) -> None:
        def done(review: ReviewScreen) -> str:
            # Names and parties of sources stand on every row: the board takes all of it anew.
            review.board.adopt(review.board.story)
            review.cursor.recount()
            review.repaint_changed()
            self.renew()
            return told()

        self.review.submit(job, tell=done, draft=draft)

    def _ask_text(
        self,
        row: Source,
        field: str,
        heading: str,
        asks: str,
        recorded: str,
        act: Callable[[str], Job | None],
        *,
        may_be_empty: bool = False,
        told: Callable[[], str] = lambda: "Recorded; u takes it back.",
    ) -> None:
        """Ask for one text about a source and do the act that it becomes."""
        from verifier.tui.widgets.dialogs import Asked

        purpose = f"source {row.slug} {field}"

        def take(text: str) -> None:
            job = act(text)
            if job is not None:
                self._do(job, told, draft_of(purpose))

        asked = Asked(purpose, heading, asks, recorded, may_be_empty=may_be_empty)
        ask_aside(self.review, asked, take)


def edit_of(field: str, text: str) -> SourceEdit:
    """The edit that a typed text is; raises BadInput for a kind that there is not.

    >>> edit_of("party", " Ukraine ").party
    'Ukraine'
    """
    from verifier.desk.registry import SourceEdit
    from verifier.model.errors import BadInput

    words = text.strip()
    if field == "alias":
        return SourceEdit(aliases=(words,))
    if field == "without":
        return SourceEdit(without=(words,))
    if field == "kind":
        if words.casefold() not in set(SourceKind):
            kinds = ", ".join(kind.value for kind in SourceKind)
            raise BadInput(f"There is no kind {display_line(words)}; it is one of {kinds}.")
        return SourceEdit(kind=SourceKind(words.casefold()))
    fields = dict.fromkeys(FIELDS) | {field: words}
    return SourceEdit(
        name=fields["name"],
        party=fields["party"],
        owner=fields["owner"],
        parent=fields["parent"],
        access=fields["access"],
        record=fields["record"],
        interest=fields["interest"],
    )


def _sheet_of(source: Source) -> Question:
    """The question what the registry has on a source besides its fields."""

    def run(session: Session, story: OpenStory) -> Sheet:
        from verifier.desk.registry import gradings, look_alikes

        known = source.slug in story.library.sources
        grades = gradings(session, source.slug) if known else ()
        return Sheet(source, grades, look_alikes(story.registry.values(), source))

    return run


def _grade_words(row: Source) -> str:
    if row.reliability is None:
        return "not graded; A to F grade it"
    reason = f": {row.reliability_reason}" if row.reliability_reason else ""
    return f"{row.reliability.value}, {RELIABILITIES[row.reliability]}{reason}"


def _name_width(width: int) -> int:
    return max(12, width - 2 - 11 - 14 - 6 - 10)
