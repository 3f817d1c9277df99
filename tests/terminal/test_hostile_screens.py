"""Hostile text on every screen that stands over the review: none of its bytes gets out."""

from typing import cast

import pytest
from hostile_at_hand import ATTACKS, HOSTILE, STORY, back, foreign
from terminal_at_hand import Terminal, verifier_command

from verifier.desk.claim_list import edit_claim, note_claim
from verifier.desk.dependencies import add_dependency
from verifier.desk.library import EvidenceDetails, add_evidence, evidence_text, passage_of
from verifier.desk.marking import mark_stance
from verifier.desk.questions import ask_question
from verifier.desk.registry import SourceEdit, add_source, edit_source, rate_source
from verifier.desk.searches import record_search
from verifier.desk.session import open_session
from verifier.desk.stories import StoryDetails, import_story, open_story
from verifier.model.scales import DependencyKind, Reliability, SourceKind, StanceCode
from verifier.reading import read_bytes
from verifier.tui.key_table import KEYS
from verifier.tui.screens import SCREENS, screen_named
from verifier.tui.screens.listing import ListingScreen

OVER = {
    key.keys[0]: cast(type[ListingScreen[object]], screen_named(name)).NAME
    for name in SCREENS
    for key in KEYS
    if key.action in (f"open_screen('{name}')", "search" if name == "evidence" else "")
}
"""The key of each screen that a key opens from the review, and the title by which it is known."""


@pytest.fixture
def hostile_desk(home: object) -> None:
    """A desk whose story, sources, edges, questions and searches are attacks."""
    with open_session(None, "anna") as session:
        document = read_bytes(STORY.encode(), "flood.txt")
        story = import_story(session, document, StoryDetails(title=f"Title {HOSTILE}")).story
        one, _ = add_source(session, f"Name {HOSTILE}"[:190], kind=SourceKind.MEDIA)
        two, _ = add_source(session, f"Other {ATTACKS[0]}", kind=SourceKind.BLOGGER)
        edit_source(
            session, one.slug,
            SourceEdit(party=f"Party {HOSTILE}"[:190], access=HOSTILE, interest=HOSTILE),
        )  # fmt: skip
        rate_source(session, one.slug, Reliability.D, f"Reason {HOSTILE}")
        item = add_evidence(
            session,
            read_bytes(f"Houses {HOSTILE} flood destroyed 12 houses.\n".encode(), "log.txt"),
            one.slug,
            EvidenceDetails(title=f"Log {HOSTILE}"),
        ).item
        story = open_story(session, ".")
        first = next(iter(story.state.claims))
        passage = passage_of(item, evidence_text(session, item), 0, 60)
        story = mark_stance(
            session, story, first, one.slug, StanceCode.ASSERTS, passages=(passage,)
        ).story
        story = mark_stance(session, story, first, two.slug, StanceCode.PARTLY, note=HOSTILE).story
        story = add_dependency(
            session, story, two.slug, one.slug, DependencyKind.ECHOES, reason=f"Because {HOSTILE}"
        ).story
        story = ask_question(session, story, first, f"Who {HOSTILE}?").story
        story = record_search(session, story, first, f"Query {HOSTILE}", None, 1, 0).story
        story = note_claim(session, story, first, f"Note {HOSTILE}").story
        edit_claim(session, story, first, standalone=f"Alone {HOSTILE}")


@pytest.mark.usefixtures("hostile_desk")
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_no_hostile_byte_reaches_the_terminal_from_any_screen(size: tuple[int, int]) -> None:
    with Terminal(verifier_command("review"), size=size) as terminal:
        terminal.until_words("C01 ·")
        for key, name in OVER.items():
            terminal.write("/" if key == "slash" else key)
            title = "Evidence for" if name == "Evidence" else f" {name} "
            terminal.until_words(title)
            terminal.write("\x1b[B")
            terminal.write("\x1b[6~")
            back(terminal, title)
            terminal.until_words("0-8 verdict")
        terminal.write("\x11")
        assert terminal.end() == 0
        assert foreign(terminal.output) == []
