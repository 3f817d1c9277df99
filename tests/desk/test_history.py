"""Undo and redo without limit, also tomorrow."""

from collections.abc import Callable

import pytest
from story_at_hand import a_report, a_story, again, claim_with

from verifier.desk.claim_list import (
    add_claim,
    dismiss_claim,
    edit_claim,
    note_claim,
    restore_claim,
    span_of_quote,
)
from verifier.desk.deciding import give_verdict
from verifier.desk.history import (
    log,
    log_lines,
    redo,
    redo_in,
    stream_for_redo,
    undo,
    undo_in,
)
from verifier.desk.library import add_evidence, evidence_list, read_citation
from verifier.desk.marking import mark_stance
from verifier.desk.registry import add_source, source_list
from verifier.desk.session import Acted, OpenStory, Session, open_session
from verifier.desk.stories import open_story, refresh, story_list
from verifier.model.errors import Refused, UnknownName
from verifier.model.event import DESK
from verifier.model.scales import SourceKind, StanceCode, SubstanceVerdict
from verifier.reading import read_bytes
from verifier.record.state_digest import state_digest

PUMPS = "the pumps failed"


def test_every_act_is_undone_and_redone_in_turn(session: Session) -> None:
    gazette = add_source(session, "Lowmarsh Gazette", kind=SourceKind.MEDIA)[0].slug
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    digests = [state_digest(story.state)]
    acts: list[Callable[[OpenStory], Acted]] = [
        lambda story: mark_stance(session, story, claim, gazette, StanceCode.PARTLY),
        lambda story: give_verdict(session, story, claim, SubstanceVerdict.NOT_CHECKABLE),
        lambda story: note_claim(session, story, claim, "ask"),
        lambda story: add_claim(session, story, span_of_quote(story, "foreseen")),
        lambda story: dismiss_claim(session, story, claim, "a repeat"),
    ]
    for act in acts:
        story = act(story).story
        digests.append(state_digest(story.state))
    for expected in reversed(digests[:-1]):
        story = undo(session, story).story
        assert state_digest(story.state) == expected
    for expected in digests[1:]:
        story = redo(session, story).story
        assert state_digest(story.state) == expected
    assert session.store.check() == ()


def test_undo_works_tomorrow(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    before = state_digest(story.state)
    give_verdict(session, story, claim, SubstanceVerdict.SUPPORTED)
    session.close()
    with open_session(None, "anna") as tomorrow:
        story = undo(tomorrow, open_story(tomorrow, ".")).story
        assert state_digest(story.state) == before


def test_a_new_act_ends_what_can_be_redone(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    story = note_claim(session, story, claim, "one").story
    story = undo(session, story).story
    story = note_claim(session, story, claim, "two").story
    with pytest.raises(Refused, match="nothing of yours to redo"):
        redo(session, story)


def test_undo_takes_back_ones_own_acts_only(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    give_verdict(session, story, claim, SubstanceVerdict.SUPPORTED)
    with open_session(None, "ben") as other, pytest.raises(Refused, match="nothing of yours"):
        undo(other, open_story(other, "."))


def test_what_another_reviewer_changed_since_is_not_undone(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    story = dismiss_claim(session, story, claim, "a repeat").story
    with open_session(None, "ben") as other:
        restore_claim(other, open_story(other, story.story.slug), claim)
    with pytest.raises(Refused, match="ben"):
        undo(session, refresh(session, story))


def test_what_another_undid_in_between_is_refused_and_no_alarm(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    story = dismiss_claim(session, story, claim, "a repeat").story
    with open_session(None, "ben") as other:
        restore_claim(other, open_story(other, story.story.slug), claim)
    story = dismiss_claim(session, refresh(session, story), claim, "a repeat again").story
    story = undo(session, story).story
    with pytest.raises(Refused, match="ben"):
        undo(session, story)


def test_a_source_that_another_marked_stays_when_the_speaker_is_undone(session: Session) -> None:
    gazette = add_source(session, "Lowmarsh Gazette", kind=SourceKind.MEDIA)[0].slug
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    story = edit_claim(session, story, claim, speaker="Lowmarsh Gazette").story
    with open_session(None, "ben") as other:
        theirs = open_story(other, story.story.slug)
        mark_stance(other, theirs, claim, gazette, StanceCode.ASSERTS)
    story = undo(session, refresh(session, story)).story
    assert gazette in story.state.sources
    with open_session(None, "ben") as other:
        theirs = open_story(other, story.story.slug)
        assert give_verdict(other, theirs, claim, SubstanceVerdict.ATTRIBUTED_ONLY).change.claims


def test_evidence_of_others_keeps_its_source(session: Session) -> None:
    a_report(session, "ISW")
    with open_session(None, "ben") as other:
        add_evidence(other, read_bytes(b"Another page.", "b.txt"), "isw")
    undo_in(session, DESK)
    assert [source.slug for source in source_list(session)] == ["isw"]
    assert [item.label for item in evidence_list(session)] == ["E02"]


def test_undo_leaves_the_import_alone_unless_the_story_is_named(session: Session) -> None:
    story = a_story(session)
    with pytest.raises(Refused, match=f"verifier undo {story.story.slug}"):
        undo(session, story)


def test_an_import_others_worked_on_is_not_undone(session: Session) -> None:
    story = a_story(session)
    with open_session(None, "ben") as other:
        theirs = open_story(other, story.story.slug)
        give_verdict(other, theirs, claim_with(story, PUMPS).label, SubstanceVerdict.SUPPORTED)
    with pytest.raises(Refused, match="ben"):
        undo_in(session, story.state.stream)


def test_an_import_is_undone_and_brought_back(session: Session) -> None:
    story = a_story(session)
    undo_in(session, story.state.stream)
    assert story_list(session) == ()
    with pytest.raises(UnknownName):
        open_story(session, story.story.slug)
    redo_in(session, stream_for_redo(session, story.story.slug))
    assert state_digest(again(session, story).state) == state_digest(story.state)


def test_a_copied_source_stays_while_another_stance_needs_it(session: Session) -> None:
    gazette = add_source(session, "Lowmarsh Gazette", kind=SourceKind.MEDIA)[0].slug
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    story = mark_stance(session, story, claim, gazette, StanceCode.PARTLY).story
    with open_session(None, "ben") as other:
        theirs = open_story(other, story.story.slug)
        mark_stance(other, theirs, claim, gazette, StanceCode.ASSERTS)
    story = undo(session, refresh(session, story)).story
    assert gazette in story.state.sources
    assert [stance.reviewer for stance in story.state.stances.values()] == ["ben"]


def test_evidence_that_was_added_is_undone(session: Session) -> None:
    source = add_source(session, "County Archive", kind=SourceKind.DOCUMENT)[0].slug
    a_report(session, source)
    undo_in(session, DESK)
    assert evidence_list(session) == ()
    redo_in(session, DESK)
    assert read_citation(session, "E01:0-6").evidence == "E01"


def test_the_log_says_each_act_in_words(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    story = give_verdict(session, story, claim, SubstanceVerdict.SUPPORTED).story
    story = undo(session, story).story
    story = redo(session, story).story
    lines = log_lines(log(session, story.state.stream))
    assert lines[0].startswith("imported Flood in Lowmarsh")
    assert lines[1:] == (
        f"judged {claim} supported",
        f"undid: judged {claim} supported",
        f"did again: judged {claim} supported",
    )
