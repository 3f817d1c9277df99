"""Who repeats whom: the edges, the words they were read from, and what hangs on each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from verifier.language.display import display_line
from verifier.model.scales import DependencyState
from verifier.model.story import Slug
from verifier.tui import acts, messages
from verifier.tui.graph import SIGNS
from verifier.tui.keys import Where, bindings
from verifier.tui.paint import Line, Piece, fit, fit_line
from verifier.tui.screens.listing import QUIT, ListingScreen
from verifier.tui.widgets.edge_lines import (
    Found,
    change_words,
    edge_lines,
    reach_words,
)

if TYPE_CHECKING:
    from verifier.desk.session import OpenStory, Session
    from verifier.model.assessment import Assessment, ClaimImpact
    from verifier.model.dependency import Dependency, DependencyLabel
    from verifier.tui.judging import Judged
    from verifier.tui.screens.review import ReviewScreen
    from verifier.tui.writer import Job, Question

    Act = Callable[[str], Job]

ABOUT = "impact"

NOBODY = "Nobody is read as repeating anybody. a adds who repeats whom."
WAITING = "Who repeats whom is being worked out…"


class IndependenceScreen(ListingScreen["Dependency"]):
    """One row for each edge; beside it its words, the origins as a graph, and its impact."""

    WHERE = Where.INDEPENDENCE
    NAME = "Who repeats whom"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.INDEPENDENCE), QUIT]
    SHARE = 44

    def __init__(self, review: ReviewScreen) -> None:
        super().__init__(review)
        self.impact: tuple[DependencyLabel, tuple[ClaimImpact, ...]] | None = None
        self._asked: tuple[DependencyLabel, int] | None = None
        self._before: Assessment | None = None
        self._shown_for: Judged | None = None

    # ---- rows ------------------------------------------------------------------------------------

    def found(self) -> Sequence[Dependency]:
        """Every edge, of the story and of its documents, the rejected ones too."""
        judged = self.board.judgement
        self.empty = WAITING if judged is None else NOBODY
        if judged is None:
            return ()
        edges = judged.assessment.dependencies.values()
        return sorted(edges, key=lambda edge: ("." in edge.label, len(edge.label), edge.label))

    def words_of(self, row: Dependency) -> str:
        """Its label, both names, kind, state and words."""
        names = f"{self.name_of(row.from_source)} {self.name_of(row.to_source)}"
        return f"{row.label} {names} {row.kind.value} {row.state.value} {row.cue} {row.reason}"

    def key_of(self, row: Dependency) -> DependencyLabel:
        """Its label."""
        return row.label

    def name_of(self, slug: Slug) -> str:
        """A source's short name, safe to show; also of one that only a document names."""
        known = self.board.names.get(slug)
        if known is not None:
            return known
        from verifier.tui.board import short_name

        judgement = self.board.judgement
        sources = judgement.newsroom.sources if judgement else {}
        return short_name(sources[slug]) if slug in sources else display_line(slug)

    def row_line(self, row: Dependency, width: int, *, current: bool) -> Line:
        """Label, state, who from whom, how, how far."""
        ground = "current" if current else "text"
        muted = "current-muted" if current else "muted"
        names = max(6, min(22, (width - 36) // 2))
        pieces = [
            Piece("▶" if current else " ", ground),
            Piece(f"{row.label:<6} ", "current-strong" if current else "strong"),
            Piece(f"{SIGNS[row.state]} {row.state.value:<10}", ground),
            Piece(fit(self.name_of(row.from_source), names), ground),
            Piece(" → ", muted),
            Piece(fit(self.name_of(row.to_source), names), ground),
            Piece(f" {row.kind.value:<8} {reach_words(row)}", muted),
        ]
        return fit_line(pieces, width, ground)

    # ---- what is said of one ---------------------------------------------------------------------

    def detail(self, row: Dependency | None, width: int) -> list[Line]:
        """The words, the graph, the claims that rest on the edge, and what if it is wrong."""
        judged = self.board.judgement
        self.detail_pane.title = f"{row.label}" if row else "Edge"
        if row is None or judged is None:
            return []
        self._ask(row)
        impact = self.impact[1] if self.impact and self.impact[0] == row.label else None
        return edge_lines(Found(row, judged, impact, self.name_of), width)

    def _ask(self, row: Dependency) -> None:
        """Let it be worked out what would change if the edge were wrong, once for each state."""
        judged = self.board.judgement
        assert judged is not None
        wanted = (row.label, id(judged))
        if wanted != self._asked:
            self._asked = wanted
            self.impact = None
            question = _impact_question(judged, row.label, self.board.reviewer)
            self.review.writer.ask(ABOUT, question)

    def when_answered(self, message: messages.Answered) -> None:
        """Show the impact, if its edge is still under the cursor."""
        if message.about != ABOUT:
            return
        if isinstance(message.found, tuple):
            self.impact = message.found
            self.show_detail(from_top=False)
        else:
            self.say(message.words, "fault")

    def renew(self) -> None:
        """Show what is there now; after a decision, say what it changed."""
        super().renew()
        judged = self.board.judgement
        if judged is not None and judged is not self._shown_for:
            self._shown_for = judged
            if self._before is not None:
                before, self._before = self._before, None
                self.say(change_words(before, judged), "good")

    # ---- keys ------------------------------------------------------------------------------------

    def key_confirm(self) -> None:
        """Record that the edge holds."""
        if self.current is not None:
            self._decide(acts.confirm_edge(self.current.label))

    def key_reject(self) -> None:
        """Ask for the reason, and record that the edge does not hold."""
        row = self.current
        if row is None:
            return
        if row.state is DependencyState.REJECTED:
            self.say(f"{row.label} is rejected already; c confirms it.")
            return
        names = f"{self.name_of(row.from_source)} does not repeat {self.name_of(row.to_source)}"
        self._ask_text(
            f"Reject {row.label}: {names}",
            "Why not? The report prints the reason.",
            lambda text: acts.reject_edge(row.label, text),
        )

    def key_add(self) -> None:
        """Ask for an edge that was not read."""
        self._ask_text(
            "Add who repeats whom",
            "FROM > TO, then how (echoes, cites, quotes, translates, syndicates, same-record, "
            "near-identical-text), then claims if it holds for those only: ISW > DIU cites C15",
            acts.add_edge,
        )

    def key_open(self) -> None:
        """Go to the words in the story, or open the document that holds them."""
        row = self.current
        if row is None:
            return
        if row.span is None:
            self.say(f"{row.label} was added by {row.proposed_by}; no words show it.")
        elif row.evidence is not None:
            self.review.writer.read_evidence(row.evidence)
            self.dismiss()
        else:
            first = next((label for label in row.claims if label in self.board.rows), None)
            if first is not None:
                self.review.go_to(first)
            self.review.story.reveal(row.span)
            self.dismiss()

    def key_undo(self) -> None:
        """Take back the latest act."""
        self._decide(acts.undo())

    def key_redo(self) -> None:
        """Bring back what was undone last."""
        self._decide(acts.redo())

    def _decide(self, job: Job, text: str = "") -> None:
        """Do an act, and say what it changed once that is worked out; `text` was asked for it."""
        judged = self.board.judgement
        self._before = judged.assessment if judged is not None else None

        def done(review: ReviewScreen) -> str:
            review.kept_texts.pop(text, None)
            return ""

        self.review.submit(job, tell=done)

    def _ask_text(self, heading: str, question: str, act: Act) -> None:
        """Ask for one text and do the act that it becomes; Esc keeps it for the next time."""
        from verifier.tui.widgets.dialogs import Asked, AskText

        kept = self.review.kept_texts

        def keep(text: str) -> None:
            kept[heading] = text

        def take(text: str | None) -> None:
            if text is not None:
                kept[heading] = text
                self._decide(act(text), heading)

        asked = Asked("edge", heading, question, kept.get(heading, ""))
        self.app.push_screen(AskText(asked, keep), take)


def _impact_question(judged: Judged, label: DependencyLabel, reviewer: str) -> Question:
    """What would change if an edge were wrong, as a question to the writer's thread."""
    from verifier.judgement import impact_of_edge

    def run(_session: Session, _story: OpenStory) -> object:
        found = impact_of_edge(
            judged.state,
            label,
            reviewer,
            text=judged.text,
            newsroom=judged.newsroom,
            before=judged.assessment,
        )
        return label, found

    return run
