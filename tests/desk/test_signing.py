"""Sign-off: what blocks it, what it binds to, and what reopens it."""

from pathlib import Path

import pytest
from echo_at_hand import a_bridge, a_weekly, cracks, passage_on
from story_at_hand import again

from verifier.desk.claim_list import note_claim
from verifier.desk.deciding import give_verdict
from verifier.desk.history import redo, undo
from verifier.desk.marking import mark_stance
from verifier.desk.questions import ask_question, withdraw_question
from verifier.desk.registry import rate_source
from verifier.desk.session import OpenStory, Session, open_session
from verifier.desk.signing import sign_off, signature_of, signed_story, what_blocks
from verifier.desk.stories import open_story
from verifier.model.claim import ClaimLabel
from verifier.model.errors import Refused
from verifier.model.scales import Reliability, StanceCode, SubstanceVerdict, Weight
from verifier.model.story import Slug
from verifier.record.state_digest import state_digest

BOARD, INSTITUTE = Slug("river-board"), Slug("alder-institute")


def judged(session: Session) -> OpenStory:
    """The story with a verdict on every load-bearing claim."""
    story = a_bridge(session)
    for label, claim in story.state.claims.items():
        if claim.weight is Weight.LOAD_BEARING:
            story = give_verdict(session, story, label, SubstanceVerdict.ATTRIBUTED_ONLY).story
    return story


def bearing(story: OpenStory) -> list[ClaimLabel]:
    claims = story.state.claims.items()
    return [label for label, claim in claims if claim.weight is Weight.LOAD_BEARING]


def test_signing_is_refused_with_the_list_of_what_blocks(session: Session) -> None:
    story = a_bridge(session)
    labels = bearing(story)
    assert labels
    with pytest.raises(Refused) as refusal:
        sign_off(session, story)
    assert all(f"{label}: load-bearing" in str(refusal.value) for label in labels)
    assert [label for label, _ in what_blocks(session, story)] == labels


def test_an_open_question_on_a_load_bearing_claim_blocks(session: Session) -> None:
    story = judged(session)
    story = ask_question(session, story, bearing(story)[0], "Who closed it?").story
    with pytest.raises(Refused, match="Q01"):
        sign_off(session, story)
    story = withdraw_question(session, story, "Q01").story
    assert signature_of(sign_off(session, story).story) is not None


def test_a_signature_binds_to_the_state_and_stands(session: Session) -> None:
    story = judged(session)
    digest, seq = state_digest(story.state), story.state.seq
    story = sign_off(session, story).story
    signature = signature_of(again(session, story))
    assert signature is not None
    assert signature.stands
    assert (signature.signoff.digest, signature.signoff.seq, signature.signoff.reviewer) == (
        digest,
        seq,
        "anna",
    )
    assert state_digest(story.state) == digest
    assert session.store.check() == ()


def test_any_later_change_reopens_it(session: Session) -> None:
    story = sign_off(session, judged(session)).story
    story = note_claim(session, story, cracks(story), "look again").story
    signature = signature_of(story)
    assert signature is not None
    assert not signature.stands
    signature = signature_of(undo(session, story).story)
    assert signature is not None
    assert signature.stands


def test_it_can_be_signed_again_after_a_change(session: Session) -> None:
    story = sign_off(session, judged(session)).story
    with pytest.raises(Refused, match="already"):
        sign_off(session, story)
    story = note_claim(session, story, cracks(story), "looked again").story
    signature = signature_of(sign_off(session, story).story)
    assert signature is not None
    assert signature.stands


def test_another_reviewer_signs_too(session: Session) -> None:
    story = sign_off(session, judged(session)).story
    with open_session(None, "ben") as other:
        theirs = sign_off(other, open_story(other, story.story.slug)).story
    assert set(theirs.state.signoffs) == {"anna", "ben"}


def test_a_signature_is_undone_and_done_again(session: Session) -> None:
    story = sign_off(session, judged(session)).story
    story = undo(session, story).story
    assert signature_of(story) is None
    assert signature_of(redo(session, story).story) is not None


def test_the_signed_state_keeps_grades_and_marks_of_its_moment(session: Session) -> None:
    story = sign_off(session, judged(session)).story
    signature = signature_of(story)
    assert signature is not None
    rate_source(session, BOARD, Reliability.F, "found to invent")
    story = again(session, story)
    story = note_claim(session, story, cracks(story), "look again").story
    signed = signed_story(session, story, signature.signoff)
    assert not signed.state.notes
    assert signed.sources[BOARD].reliability is Reliability.B
    assert story.sources[BOARD].reliability is Reliability.F


def test_the_edges_of_documents_go_on_record_before_signing(session: Session) -> None:
    story = judged(session)
    passage = passage_on(session, a_weekly(session), "fourteen cracks")
    story = again(session, story)
    story = mark_stance(
        session, story, cracks(story), INSTITUTE, StanceCode.ECHOES, passages=(passage,)
    ).story
    story = sign_off(session, story).story
    assert "E01.1" in story.state.dependencies
    signature = signature_of(story)
    assert signature is not None
    assert signature.stands


def test_the_policy_may_ask_for_a_second_check(session: Session, home: Path) -> None:
    from verifier.settings.places import folders

    story = judged(session)
    file = folders().configuration / "policy.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('version = "7"\n[P8]\nsecond_check = true\n', encoding="utf-8")
    with pytest.raises(Refused, match="second check"):
        sign_off(session, story)
