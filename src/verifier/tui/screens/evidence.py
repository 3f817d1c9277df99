"""The evidence for a claim: search as you type, the passages, and what agrees and differs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType

from verifier.language.display import display_line
from verifier.model.scales import StanceCode, SubstanceVerdict
from verifier.tui import acts, evidence_acts, messages
from verifier.tui.aside import ask_aside, draft_of
from verifier.tui.compared_lines import counts
from verifier.tui.evidence_acts import Translation
from verifier.tui.finding import FOR_SCREEN, Left
from verifier.tui.found import FoundPassage, Looked, PassagePlace, Wanted
from verifier.tui.keys import Where, bindings
from verifier.tui.paint import Line, Piece, fit, fit_line, width_of
from verifier.tui.screens.listing import QUIT, ListingScreen
from verifier.tui.widgets.found_lines import beside_lines

if TYPE_CHECKING:
    from verifier.model.claim import ClaimLabel
    from verifier.model.story import Slug
    from verifier.tui.board import Cell
    from verifier.tui.finding import Finding
    from verifier.tui.screens.review import ReviewScreen
    from verifier.tui.writer import Job

NO_STANCE = "{} has no stance on {} yet. Press a e p x or i to mark one that cites this passage."
NO_PASSAGE = "There is no passage under the cursor; / searches for other words."


class EvidenceScreen(ListingScreen[FoundPassage]):
    """One row for each passage found; beside it the claim and the passage with their differences.

    It opens while a query is typed: the claim's own words are the first one. Enter or an arrow
    goes on to the passages, where letters mark stances.
    """

    WHERE = Where.SEARCH
    NAME = "Evidence"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.SEARCH), QUIT]
    SHARE = 44

    def __init__(self, review: ReviewScreen) -> None:
        super().__init__(review)
        self.finding: Finding = review.finding
        self.looked: Looked | None = None
        self.translations: dict[PassagePlace, Translation] = {}
        self.source: Slug | None = None
        self._asked: Wanted | None = None
        left, self.finding.left = self.finding.left, None
        self.came_back = left is not None and left.wanted.claim == self.claim
        self.is_typing = not self.came_back
        if left is not None and self.came_back:
            self.query_words, self.source = left.wanted.query, left.wanted.source
        self._go_to = left.place if left is not None else None

    # ---- what is looked for ----------------------------------------------------------------------

    @property
    def claim(self) -> ClaimLabel | None:
        """The claim that passages are looked for: the one under the cursor of the review."""
        return self.review.cursor.current

    @property
    def wanted(self) -> Wanted | None:
        """What is looked for now."""
        claim = self.claim
        if claim is None:
            return None
        return Wanted(claim, " ".join(self.query_words.split()), self.source)

    def found(self) -> Sequence[FoundPassage]:
        """The passages found; until the answer to another query comes, those of the one before."""
        wanted = self.wanted
        if wanted is None:
            return ()
        known = self.finding.looked(wanted)
        if known is not None:
            self.looked, self._asked = known, None
            self.finding.made[wanted.claim] = known
        elif wanted != self._asked:
            self._asked = wanted
            self.finding.ask(FOR_SCREEN, wanted)
        if self.looked is None or self.looked.wanted.claim != wanted.claim:
            self.empty = "Searching…"
            return ()
        self.empty = self._nothing(self.looked)
        return self.looked.passages

    def _nothing(self, looked: Looked) -> str:
        if not looked.documents:
            return f"There is no document of {self._where()} to search."
        return (
            f"Nothing found in {_documents(looked.documents)} of {self._where()}. N records the "
            "search; s marks a source silent."
        )

    def _where(self) -> str:
        return "the library" if self.source is None else self.finding.name_of(self.source)

    def renew(self) -> None:
        """Show what is found now, and for which claim."""
        claim = self.claim
        with self.brush:
            self.rows.title = f"Evidence for {claim}" if claim else "Evidence"
            super().renew()
            self.rows.empty = self.empty
            self.rows.repaint()
        if self._go_to is not None and self.shown:
            place, self._go_to = self._go_to, None
            places = [row.place for row in self.shown]
            if place in places:
                self.go(places.index(place))

    def _fits(self, row: FoundPassage, wanted: list[str]) -> bool:
        """What was found is listed; the query is no filter here."""
        return True

    def when_answered(self, message: messages.Answered) -> None:
        """What was found, or how it compares, is known: show it."""
        if message.about == FOR_SCREEN and not isinstance(message.found, Looked):
            self._asked = None
            self.say(message.words, "fault")
            return
        self.renew()

    def _filter_words(self) -> str:
        """What is looked for, where, and how much of it is unread."""
        parts = []
        if self.is_typing or self.query_words:
            caret = "▏" if self.is_typing else ""
            parts.append(f"search: {display_line(self.query_words)}{caret}")
        elif self.looked is not None:
            parts.append("the claim’s own words")
        if self.source is not None:
            parts.append(f"only {self.finding.name_of(self.source)}")
        if self.looked is not None and self.looked.passages:
            parts.append(f"{self.finding.unread(self.looked)} unread")
        return " · ".join(parts)

    # ---- rows ------------------------------------------------------------------------------------

    def words_of(self, row: FoundPassage) -> str:
        """Its place and words."""
        return f"{row.place.evidence} {row.text}"

    def key_of(self, row: FoundPassage) -> PassagePlace:
        """Its place."""
        return row.place

    def row_line(self, row: FoundPassage, width: int, *, current: bool) -> Line:
        """Whether it was read, document, source, date, what compares how, the words, why."""
        claim = self.claim
        assert claim is not None
        ground = "current" if current else "text"
        muted = "current-muted" if current else "muted"
        published = row.item.published_at.isoformat() if row.item.published_at else "no date"
        facets = self.finding.facets(claim, row.place)
        signs = [] if facets is None else counts(facets)
        head = [
            Piece("▶" if current else " ", ground),
            Piece(f"{self.finding.read_sign(claim, row.place)} ", ground),
            Piece(f"{row.place.evidence:<4} ", "current-strong" if current else "strong"),
            Piece(fit(self.finding.name_of(row.item.source), max(8, width // 6)) + " ", muted),
            Piece(f"{published:<10} ", muted),
            *(Piece(piece.text, muted) for piece in signs),
            Piece(" " * max(0, 12 - width_of(signs)), muted),
        ]
        words = display_line(" ".join(row.text.split()))
        room = width - width_of(head)
        if room > 70:
            words = fit(words, room * 2 // 3)
            return fit_line(
                [*head, Piece(words, ground), Piece(f" {display_line(row.why)}", muted)],
                width,
                ground,
            )
        return fit_line([*head, Piece(words, ground)], width, ground)

    def detail(self, row: FoundPassage | None, width: int) -> list[Line]:
        """The claim above, the passage below, what agrees and differs, and why it was found."""
        claim = self.claim
        self.detail_pane.title = f"{claim} beside {row.place.evidence}" if row else f"{claim}"
        if claim is None:
            return []
        translation = None if row is None else self.translations.get(row.place)
        return beside_lines(self.finding, claim, row, width, translation)

    # ---- typing ----------------------------------------------------------------------------------

    def show_keys(self) -> None:
        """While a query is typed, say how to get to the passages; else the keys of the place."""
        super().show_keys()
        if self.is_typing:
            self.hints.show_keys(
                [("Enter ↓", "to the passages"), ("Esc", "back")], "Type what to look for.", ()
            )

    def _typed(self, event: events.Key) -> bool:
        """Take the keys that type the query; an arrow, Enter and Tab go on to the passages."""
        if event.key in ("enter", "tab", "up", "down"):
            self._to_passages()
            if event.key in ("up", "down"):
                self.key_row(1 if event.key == "down" else -1)
            return True
        if event.key == "escape":
            if self.query_words:
                self._look_for("")
            else:
                self.dismiss()
            return True
        if event.key == "ctrl+u":
            self._look_for("")
            return True
        return super()._typed(event)

    def _to_passages(self) -> None:
        self.is_typing = False
        self.show_keys()
        self.renew()

    def _look_for(self, words: str) -> None:
        """Search for other words."""
        self.rows.index = 0
        super()._look_for(words)

    def key_find(self) -> None:
        """Type another query, or go on with this one."""
        super().key_find()
        self.show_keys()

    def key_back(self) -> None:
        """Back to the claim's own words, or to the review."""
        if self.query_words or self.source is not None:
            self.source = None
            self._look_for("")
        else:
            self.dismiss()

    # ---- what is searched, and for which claim ---------------------------------------------------

    def key_only_source(self) -> None:
        """Search only the documents of the source under the cursor of the review, or all."""
        chosen = self.review.cursor.source
        if self.source is not None or chosen is None:
            self.source = None
        else:
            self.source = chosen
        self.rows.index = 0
        self.renew()
        self.say(f"Searching the documents of {self._where()}.")

    def key_source(self, step: int) -> None:
        """To another source of the claim's row; its documents only, where one is chosen."""
        cursor = self.review.cursor
        cursor.move_cell(step)
        self.review.detail.renew()
        if self.source is not None:
            self.source = cursor.source
            self.rows.index = 0
            self.renew()
        if cursor.source is not None:
            self.say(f"{self.finding.name_of(cursor.source)}: {self._cell_words(cursor.source)}.")

    def key_claim(self, step: int) -> None:
        """To the claim before or after in the story."""
        self.review.cursor.by_place(step)
        self.review.moved()
        self._another_claim()

    def _another_claim(self) -> None:
        self.query_words, self.source = "", None
        self.rows.index = 0
        self.renew()
        self.show_detail()

    # ---- acts ------------------------------------------------------------------------------------

    def key_cite(self) -> None:
        """Cite the passage under the stance that its source has."""
        row, claim = self.current, self.claim
        if row is None or claim is None:
            self.say(NO_PASSAGE)
            return
        source = row.item.source
        cell = self._cell(claim, source)
        if cell is None or cell.code is None:
            self.say(NO_STANCE.format(self.finding.name_of(source), claim))
            return
        job = evidence_acts.cite(claim, source, row.place, self.translations.get(row.place))
        self._do(job, row, f"{evidence_acts.named(row.place)} cited.")

    def key_stance(self, code: str) -> None:
        """Mark what the passage's source does with the claim, citing the passage."""
        stance, row, claim = StanceCode(code), self.current, self.claim
        if claim is None:
            return
        if stance is StanceCode.SILENT:
            self._silent(claim)
            return
        if row is None:
            self.say(NO_PASSAGE)
            return
        source = row.item.source
        translation = self.translations.get(row.place)
        job = evidence_acts.stance_citing(claim, source, stance, row.place, translation=translation)
        name, place = self.finding.name_of(source), evidence_acts.named(row.place)
        told = f"{name} {code} on {claim}, citing {place}."
        self.review.last_stance = (claim, source)
        self.review.cursor.source = source
        self._do(job, row, told)
        self.review.changed(claim)

    def _silent(self, claim: ClaimLabel) -> None:
        """Mark the source that was searched, else the passage's, else the cursor's, as silent."""
        row = self.current
        of_row = row.item.source if row is not None else self.review.cursor.source
        source = self.source or of_row
        looked = self.looked
        if source is None or looked is None:
            self.say("Nothing was searched yet.")
            return
        job = evidence_acts.silent(claim, source, looked)
        words = display_line(" ".join(looked.words.split()))
        name = self.finding.name_of(source)
        told = f"{name} silent on {claim}; recorded: searched for “{words}”."
        self.review.last_stance = (claim, source)
        self.review.submit(job, tell=lambda _: told)
        self.review.changed(claim)

    def key_nothing(self) -> None:
        """Put the search on record: looked for, nothing sufficient found."""
        looked = self.looked
        if looked is None:
            self.say("Nothing was searched yet.")
            return
        told = (
            f"Recorded for {looked.wanted.claim}: {_documents(looked.documents)} of "
            f"{self._where()} searched, {len(looked.passages)} passages shown. 7 says unverified."
        )
        self.review.submit(evidence_acts.searched(looked), tell=lambda _: told)

    def key_verdict(self, code: str) -> None:
        """Give the verdict on the claim and go on to the next open one."""
        from verifier.tui.commands import judging

        claim = self.claim
        judging.verdict(self.review, code)
        if claim != self.claim:
            self._another_claim()
            self.say(f"{claim} → {SubstanceVerdict(code).value}. Now {self.claim}.")

    def key_translate(self) -> None:
        """Take a typed translation of the passage; it is cited with it."""
        row, claim = self.current, self.claim
        if row is None or claim is None:
            self.say(NO_PASSAGE)
            return
        from verifier.tui.widgets.dialogs import Asked

        known = self.translations.get(row.place)
        purpose = f"translation {evidence_acts.named(row.place)}"
        asked = Asked(
            purpose,
            f"Translation of {evidence_acts.named(row.place)} ({display_line(row.item.language)})",
            f"The report prints it beside the original, translated by {self._translator()}. "
            "End with [by NAME] if somebody else translated it.",
            "" if known is None else known.words,
        )
        ask_aside(self.review, asked, lambda text: self._translated(row, text, purpose), claim)

    def _translated(self, row: FoundPassage, text: str, purpose: str) -> None:
        """Keep the translation for the citation; where the passage is cited, record it at once."""
        claim = self.claim
        assert claim is not None
        translation = _signed(text, self.board.reviewer)
        self.translations[row.place] = translation
        self.show_detail(from_top=False)
        cell = self._cell(claim, row.item.source)
        if cell is not None and cell.code and self.finding.is_cited(claim, row.place):
            job = evidence_acts.cite(claim, row.item.source, row.place, translation)
            self.review.submit(
                job, tell=lambda _: "The translation is recorded.", draft=draft_of(purpose, claim)
            )
        else:
            self.say("The translation is kept; citing the passage (a e p x i, c) records it.")

    def key_open(self) -> None:
        """Read the whole document, at the passage."""
        row, wanted = self.current, self.wanted
        if row is None or wanted is None:
            self.say(NO_PASSAGE)
            return
        self.finding.left = Left(wanted, row.place)
        self.finding.to_read = row.place
        self.review.writer.read_evidence(row.place.evidence)
        self.dismiss()

    def key_undo(self) -> None:
        """Take back the latest act."""
        self.review.submit(acts.undo(), tell=lambda _: "Undone.")

    def key_redo(self) -> None:
        """Bring back what was undone last."""
        self.review.submit(acts.redo(), tell=lambda _: "Done again.")

    def _do(self, job: Job, row: FoundPassage, told: str) -> None:
        claim = self.claim
        assert claim is not None
        purpose = f"translation {evidence_acts.named(row.place)}"
        draft = draft_of(purpose, claim) if row.place in self.translations else None
        self.review.submit(job, tell=lambda _: told, draft=draft)

    def _cell(self, claim: ClaimLabel, source: Slug) -> Cell | None:
        cells = self.board.cells(claim)
        return next((cell for cell in cells if cell.source == source), None)

    def _cell_words(self, source: Slug) -> str:
        claim = self.claim
        cell = None if claim is None else self._cell(claim, source)
        return "not looked" if cell is None else cell.word

    def _translator(self) -> str:
        return display_line(self.board.reviewer)


def _documents(count: int) -> str:
    return "1 document" if count == 1 else f"{count} documents"


def _signed(text: str, reviewer: str) -> Translation:
    """The translation and its translator, named at the end as [by NAME] or else the reviewer.

    >>> _signed("At least 30. [by Ben]", "anna")
    Translation(words='At least 30.', translator='Ben')
    """
    words, sign, rest = text.rstrip().rpartition("[by ")
    if sign and rest.endswith("]") and rest[:-1].strip():
        return Translation(words.strip(), rest[:-1].strip())
    return Translation(text.strip(), reviewer)
