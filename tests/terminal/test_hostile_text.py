"""Hostile text in every field: none of its bytes reaches the terminal."""

from datetime import date

import pytest
from hostile_at_hand import HOSTILE, STORY, back, foreign
from terminal_at_hand import Terminal, verifier_command

from verifier.desk.claim_list import dismiss_claim, edit_claim, note_claim
from verifier.desk.deciding import give_verdict
from verifier.desk.library import EvidenceDetails, add_evidence, evidence_text, passage_of
from verifier.desk.marking import mark_stance
from verifier.desk.places import save_place
from verifier.desk.registry import add_source
from verifier.desk.session import open_session
from verifier.desk.stories import StoryDetails, import_story, open_story
from verifier.model.place import Draft, Place
from verifier.model.scales import SourceKind, StanceCode, SubstanceVerdict
from verifier.reading import read_bytes


@pytest.fixture
def hostile(home: object) -> None:
    """A story whose every field is an attack."""
    with open_session(None, "anna") as session:
        document = read_bytes(STORY.encode(), "flood.txt")
        details = StoryDetails(title=f"Title {HOSTILE}", dateline=date(2026, 3, 3))
        story = import_story(session, document, details).story
        source, _ = add_source(session, f"Name {HOSTILE}"[:190], kind=SourceKind.MEDIA)
        item = add_evidence(
            session,
            read_bytes(f"Text {HOSTILE}\n{HOSTILE}".encode(), "log.txt"),
            source.slug,
            EvidenceDetails(title=f"Log {HOSTILE}"),
        ).item
        story = open_story(session, ".")
        first, second, *_ = story.state.claims
        story = edit_claim(session, story, first, standalone=f"Alone {HOSTILE}").story
        story = note_claim(session, story, first, f"Note {HOSTILE}").story
        passage = passage_of(item, evidence_text(session, item), 0, 60)
        story = mark_stance(
            session, story, first, source.slug, StanceCode.ASSERTS, passages=(passage,)
        ).story
        story = give_verdict(
            session, story, first, SubstanceVerdict.MISSTATED, why=HOSTILE, replacement=HOSTILE
        ).story
        story = dismiss_claim(session, story, second, f"Reason {HOSTILE}").story
        draft = Draft("note", first, f"Draft {HOSTILE}")
        save_place(session, story, Place(claim=first, draft=draft))


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_no_hostile_byte_reaches_the_terminal(size: tuple[int, int]) -> None:
    with Terminal(verifier_command("review"), size=size) as terminal:
        terminal.until_words("Note on C01")
        terminal.until_words("Draft")
        back(terminal, "the text is kept")
        for keys, sign in (
            ("\t", "Claims"),
            ("\t", "IS IT SO"),
            ("\t", "k choose"),
            ("\r", "E01"),
            ("W", "E01"),
        ):
            terminal.write(keys)
            terminal.until_words(sign)
        back(terminal, "citing this")
        back(terminal, "k choose")
        for keys, sign in (("j", "C02 ·"), ("k", "C01 ·"), ("c", "selecting"), (".", "selecting")):
            terminal.write(keys)
            terminal.until_words(sign)
        back(terminal, "selecting")
        terminal.write("u")
        terminal.until_words("Undone")
        terminal.write("fd")
        terminal.until_words("dismissed.")
        terminal.write("fa")
        terminal.until_words("all.")
        terminal.write("?")
        terminal.until_words("On the review screen")
        back(terminal, "On the review screen")
        for keys in ("n", "Es"):
            terminal.write(keys)
            terminal.until_words("the text is kept")
            back(terminal, "the text is kept")
        terminal.write("\x11")
        assert terminal.end() == 0
        assert foreign(terminal.output) == []


@pytest.mark.usefixtures("hostile")
def test_markup_is_shown_as_it_was_written() -> None:
    with Terminal(verifier_command("review"), size=(200, 60)) as terminal:
        terminal.until_words("Note on C01")
        back(terminal, "the text is kept")
        terminal.until_words("[@click=app.quit]here[/]")
        terminal.until_words("[red]markup[/red]")


@pytest.mark.usefixtures("hostile")
def test_the_detail_names_the_code_points_that_are_shown_as_symbols() -> None:
    with Terminal(verifier_command("review"), size=(120, 60)) as terminal:
        terminal.until_words("Note on C01")
        back(terminal, "the text is kept")
        terminal.write("\t\t")
        terminal.write("\x1b[6~")
        terminal.until_words("RIGHT-TO-LEFT OVERRIDE")
