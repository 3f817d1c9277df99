"""What the desk asks before it records a verdict, and the proposals that a reviewer takes."""

import pytest
from echo_at_hand import CRACKS, a_bridge, a_record, cracks
from story_at_hand import again

from verifier.desk.accepting import accept_all, accept_proposal, proposals_on
from verifier.desk.deciding import give_verdict, judge_attribution
from verifier.desk.history import log, log_lines, redo, undo
from verifier.desk.judging import assess_story
from verifier.desk.marking import mark_stance
from verifier.desk.registry import rate_source
from verifier.desk.searches import record_search
from verifier.desk.session import OpenStory, Session
from verifier.desk.splitting import Part, split_claim
from verifier.model.errors import NeedsReason, Refused
from verifier.model.scales import (
    AttributionVerdict,
    Basis,
    RecordKind,
    Reliability,
    StanceCode,
    SubstanceVerdict,
)
from verifier.model.story import Slug
from verifier.record.state_digest import state_digest

BOARD, INSTITUTE, UNION = Slug("river-board"), Slug("alder-institute"), Slug("harbour-union")
CONFIRMED, SUPPORTED = SubstanceVerdict.CONFIRMED, SubstanceVerdict.SUPPORTED


def backed(session: Session) -> OpenStory:
    """The story with two origins of two parties, one with a passage."""
    story = a_bridge(session)
    claim = cracks(story)
    passage = a_record(session, "river-board", "We found 14 cracks.", RecordKind.OF_STATEMENT)
    story = again(session, story)
    story = mark_stance(session, story, claim, BOARD, StanceCode.ASSERTS, passages=(passage,)).story
    return mark_stance(session, story, claim, UNION, StanceCode.ASSERTS).story


def test_confirmed_by_an_echo_alone_is_questioned(session: Session) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    story = mark_stance(session, story, claim, BOARD, StanceCode.ASSERTS).story
    story = mark_stance(session, story, claim, INSTITUTE, StanceCode.ECHOES).story
    with pytest.raises(NeedsReason) as asked:
        give_verdict(session, story, claim, CONFIRMED)
    assert asked.value.rule == "P1"
    assert "origins 1 < 2" in asked.value.says
    assert asked.value.suggested is SubstanceVerdict.ATTRIBUTED_ONLY
    assert "--override" in str(asked.value)
    assert not again(session, story).state.verdicts


def test_two_origins_of_two_parties_confirm(session: Session) -> None:
    story = backed(session)
    story = give_verdict(session, story, cracks(story), CONFIRMED).story
    (verdict,) = story.state.verdicts.values()
    assert (verdict.origins_min, verdict.origins_max, verdict.parties) == (2, 2, 2)
    assert not verdict.policy
    assert {(grade.source, grade.party, grade.reliability) for grade in verdict.grades} == {
        (BOARD, "River Board", Reliability.B),
        (UNION, "Harbour Union", Reliability.C),
    }


def test_a_verdict_keeps_the_grades_of_its_moment(session: Session) -> None:
    story = backed(session)
    story = give_verdict(session, story, cracks(story), CONFIRMED).story
    rate_source(session, UNION, Reliability.E, "found to invent")
    (verdict,) = again(session, story).state.verdicts.values()
    assert {grade.source: grade.reliability for grade in verdict.grades}[UNION] is Reliability.C


def test_an_override_is_recorded_with_the_rule_it_overrides(session: Session) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    story = mark_stance(session, story, claim, BOARD, StanceCode.ASSERTS).story
    story = give_verdict(session, story, claim, CONFIRMED, override="I counted them").story
    (verdict,) = story.state.verdicts.values()
    assert verdict.override == "I counted them"
    assert [finding.rule for finding in verdict.policy] == ["P1"]
    assert assess_story(session, story, "anna").claims[claim].policy


def test_support_from_weak_sources_alone_is_questioned(session: Session) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    rate_source(session, BOARD, Reliability.E, "found to invent")
    story = again(session, story)
    story = mark_stance(session, story, claim, BOARD, StanceCode.ASSERTS).story
    with pytest.raises(NeedsReason, match="P5"):
        give_verdict(session, story, claim, SUPPORTED)


def test_unverified_needs_a_recorded_search(session: Session) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    with pytest.raises(NeedsReason, match="P9"):
        give_verdict(session, story, claim, SubstanceVerdict.UNVERIFIED)
    story = record_search(session, story, claim, "cracks pier", None, 4, 0).story
    assert give_verdict(session, story, claim, SubstanceVerdict.UNVERIFIED).story.state.verdicts


def test_misstated_needs_other_words_and_a_passage(session: Session) -> None:
    story = backed(session)
    claim = cracks(story)
    with pytest.raises(NeedsReason, match="replacement"):
        give_verdict(session, story, claim, SubstanceVerdict.MISSTATED)
    acted = give_verdict(session, story, claim, SubstanceVerdict.MISSTATED, replacement="12 cracks")
    assert acted.change.claims == (claim,)


def test_a_split_claim_is_never_better_than_its_worst_part(session: Session) -> None:
    story = backed(session)
    claim = cracks(story)
    parts = (Part(standalone="There were cracks"), Part(standalone=f"There were {CRACKS}"))
    story = split_claim(session, story, claim, parts).story
    second = list(story.state.claims)[-1]
    story = give_verdict(session, story, second, SubstanceVerdict.ATTRIBUTED_ONLY).story
    with pytest.raises(NeedsReason, match="P3"):
        give_verdict(session, story, claim, CONFIRMED)


def test_a_verdict_on_attribution_takes_an_override_too(session: Session) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    story = judge_attribution(
        session, story, claim, AttributionVerdict.EXACT, override="I was in the room"
    ).story
    (verdict,) = story.state.verdicts.values()
    assert verdict.override == "I was in the room"


def test_one_proposal_is_taken_as_it_stands(session: Session) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    proposed = {item.source: item for item in proposals_on(session, story, claim)}
    story = accept_proposal(session, story, claim, BOARD).story
    (stance,) = story.state.stances.values()
    assert (stance.source, stance.code, stance.accepted_from, stance.basis, stance.unread) == (
        BOARD,
        StanceCode.ASSERTS,
        proposed[BOARD].rule,
        Basis.STORY,
        False,
    )
    assert stance.note == proposed[BOARD].why
    assert BOARD not in {item.source for item in proposals_on(session, story, claim)}


def test_all_proposals_of_a_claim_are_one_act(session: Session) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    before = state_digest(story.state)
    count = len(proposals_on(session, story, claim))
    assert count > 1
    acted = accept_all(session, story, claim)
    assert len(acted.story.state.stances) == count
    assert acted.story.state.seq == story.state.seq + 1
    story = undo(session, acted.story).story
    assert state_digest(story.state) == before
    assert len(redo(session, story).story.state.stances) == count


def test_what_the_reviewer_marked_is_not_proposed_to_them(session: Session) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    story = mark_stance(session, story, claim, BOARD, StanceCode.INCONCLUSIVE).story
    with pytest.raises(Refused, match="marked it already"):
        accept_proposal(session, story, claim, BOARD)
    story = accept_all(session, story, claim).story
    assert {key.source: s.code for key, s in story.state.stances.items()}[BOARD] is (
        StanceCode.INCONCLUSIVE
    )


def test_nothing_proposed_is_nothing_to_take(session: Session) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    story = accept_all(session, story, claim).story
    with pytest.raises(Refused, match="Nothing is proposed"):
        accept_all(session, story, claim)


def test_marking_by_hand_is_no_longer_an_acceptance(session: Session) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    story = accept_proposal(session, story, claim, BOARD).story
    story = mark_stance(session, story, claim, BOARD, StanceCode.PARTLY).story
    (stance,) = story.state.stances.values()
    assert stance.accepted_from is None


def test_the_log_tells_what_was_taken(session: Session) -> None:
    story = a_bridge(session)
    story = accept_proposal(session, story, cracks(story), BOARD).story
    assert log_lines(log(session, story.state.stream))[-1].startswith("marked river-board asserts")
