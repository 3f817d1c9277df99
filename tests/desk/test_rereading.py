"""Reading a story again: what people decided stays, what they left open follows the rules."""

from dataclasses import replace
from typing import Any

import pytest
from story_at_hand import a_story, again, claim_with

import verifier.claims
from verifier.claims import ENGINE, read_story
from verifier.desk.claim_list import (
    add_claim,
    dismiss_claim,
    edit_claim,
    note_claim,
    restore_claim,
    span_of_quote,
)
from verifier.desk.deciding import give_verdict
from verifier.desk.history import log, log_lines, redo, undo
from verifier.desk.marking import mark_stance
from verifier.desk.registry import source_list
from verifier.desk.rereading import reread
from verifier.desk.session import OpenStory, Session, open_session
from verifier.judgement import assess, is_accepted
from verifier.model.claim import Anchor, Claim, ClaimLabel
from verifier.model.document import StoryReading
from verifier.model.errors import Refused
from verifier.model.event import EventKind
from verifier.model.scales import ClaimState, StanceCode, SubstanceVerdict, Weight
from verifier.model.text import Span, select
from verifier.record.state_digest import state_digest

PUMPS = "the pumps failed"
MOVED = "40 people"
HOUSES = "A flood destroyed 12 houses"


def by_older_rules(text: str, **told: Any) -> StoryReading:
    """What rules of an earlier day read: no pumps, nobody speaking, one claim that was none."""
    found = read_story(text, **told)
    kept = [claim for claim in found.claims if "pumps" not in claim.standalone]
    question = Span(text.index("Was it"), text.index("foreseen?") + 9)
    odd = replace(
        kept[-1],
        anchors=(Anchor(1, select(text, question)),),
        standalone="Was it foreseen?",
        parent=None,
        restates=None,
    )
    claims = tuple(
        replace(
            claim,
            label=ClaimLabel(f"C{n:02d}"),
            weight=Weight.INCIDENTAL,
            attributions=(),
            parent=None,
            restates=None,
        )
        for n, claim in enumerate([*kept, odd], 1)
    )
    return replace(found, engine="claims-0", claims=claims, sources=())


@pytest.fixture
def old(session: Session) -> OpenStory:
    """The story of the flood, imported by an earlier program."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verifier.claims, "read_story", by_older_rules)
        return a_story(session)


def claims(story: OpenStory) -> dict[ClaimLabel, Claim]:
    return dict(story.state.claims)


def test_a_claim_nobody_acted_on_takes_the_new_reading(session: Session, old: OpenStory) -> None:
    label = claim_with(old, MOVED).label
    done = reread(session, old)
    read = done.acted.story.state.claims[label]
    assert read.attributions[0].speaker
    assert label in {item.label for item in done.changed}
    assert "attributions" in next(i.fields for i in done.changed if i.label == label)


def test_a_claim_that_was_missed_is_new_under_a_label_of_its_own(
    session: Session, old: OpenStory
) -> None:
    done = reread(session, old)
    pumps = claim_with(done.acted.story, PUMPS)
    assert pumps.label in done.new
    assert pumps.label not in claims(old)


def test_a_claim_proposed_no_longer_is_dismissed_with_the_reason(
    session: Session, old: OpenStory
) -> None:
    odd = claim_with(old, "foreseen").label
    done = reread(session, old)
    found = done.acted.story.state.claims[odd]
    assert done.gone == (odd,)
    assert (found.state, found.reason) == (
        ClaimState.DISMISSED,
        f"no longer proposed by {ENGINE}",
    )


def test_the_story_after_it_reads_as_one_imported_today(session: Session, old: OpenStory) -> None:
    today = a_story(session)
    after = reread(session, old).acted.story

    def shape(story: OpenStory) -> set[tuple[object, ...]]:
        return {
            (claim.anchors, claim.standalone, claim.attributions, claim.facets, claim.weight)
            for claim in story.state.claims.values()
            if claim.is_active
        }

    assert shape(after) == shape(today)
    assert after.version == today.version


def test_parents_and_restated_claims_are_named_by_the_labels_of_this_story(
    session: Session, old: OpenStory
) -> None:
    today, after = a_story(session), reread(session, old).acted.story

    def links(story: OpenStory) -> set[tuple[str, str]]:
        of = story.state.claims
        pairs = [(claim, claim.parent or claim.restates) for claim in of.values()]
        return {(claim.standalone, of[to].standalone) for claim, to in pairs if to is not None}

    assert links(after) == links(today) != set()


def test_whatever_a_person_decided_is_kept(session: Session, old: OpenStory) -> None:
    story = edit_claim(session, old, claim_with(old, MOVED).label, standalone="Forty moved").story
    houses = claim_with(story, HOUSES).label
    story = give_verdict(session, story, houses, SubstanceVerdict.SUPPORTED).story
    never = claim_with(story, "never seen").label
    story = note_claim(session, story, never, "ask the mayor").story
    before = story.state
    done = reread(session, story)
    after = done.acted.story.state
    acted_on = [label for label in before.claims if is_accepted(before, label)]
    assert set(acted_on) == set(done.kept) >= {houses, never}
    assert {label: after.claims[label] for label in acted_on} == {
        label: before.claims[label] for label in acted_on
    }
    assert (after.verdicts, after.notes) == (before.verdicts, before.notes)
    assert houses in {item.label for item in done.differs}


def test_a_stance_and_its_claim_are_kept(session: Session) -> None:
    story = a_story(session)
    label = claim_with(story, PUMPS).label
    source = next(iter(story.state.sources))
    story = mark_stance(session, story, label, source, StanceCode.ASSERTS).story
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verifier.claims, "read_story", by_older_rules)
        done = reread(session, story)
    after = done.acted.story.state
    assert after.stances == story.state.stances
    assert after.claims[label] == story.state.claims[label]
    assert label not in done.gone


def test_a_dismissed_claim_stays_dismissed(session: Session, old: OpenStory) -> None:
    label = claim_with(old, HOUSES).label
    story = dismiss_claim(session, old, label, "a repeat").story
    after = reread(session, story).acted.story.state.claims[label]
    assert (after.state, after.reason) == (ClaimState.DISMISSED, "a repeat")


def test_a_claim_added_by_hand_is_not_proposed_a_second_time(
    session: Session, old: OpenStory
) -> None:
    story = add_claim(session, old, span_of_quote(old, "the pumps failed two hours before")).story
    added = list(story.state.claims)[-1]
    done = reread(session, story)
    assert done.acted.story.state.claims[added] == story.state.claims[added]
    assert done.new == ()


def test_a_claim_moved_by_hand_is_not_proposed_at_its_old_place(session: Session) -> None:
    story = a_story(session)
    label = claim_with(story, "never seen").label
    story = edit_claim(session, story, label, span=span_of_quote(story, "so quickly")).story
    done = reread(session, story)
    assert (done.is_same, done.new) == (True, ())


def test_one_undo_takes_all_of_it_back_and_redo_brings_it_again(
    session: Session, old: OpenStory
) -> None:
    story = note_claim(session, old, claim_with(old, MOVED).label, "call").story
    before, accepted = state_digest(story.state), assess(story.state, None)
    after = reread(session, story).acted.story
    back = undo(session, after).story
    assert state_digest(back.state) == before
    assert assess(back.state, None) == accepted
    assert state_digest(redo(session, back).story.state) == state_digest(after.state)


def test_what_was_only_proposed_counts_as_proposed_after_it(
    session: Session, old: OpenStory
) -> None:
    story = note_claim(session, old, claim_with(old, MOVED).label, "call").story
    after = reread(session, story).acted.story.state
    noted = [label for label in after.claims if is_accepted(after, label)]
    assert noted == [claim_with(old, MOVED).label]


def test_a_second_run_changes_nothing_and_writes_nothing(session: Session, old: OpenStory) -> None:
    after = reread(session, old).acted.story
    second = reread(session, again(session, after))
    assert second.is_same
    assert second.acted.story.state.seq == after.state.seq
    assert (second.changed, second.gone, second.new) == ((), (), ())


def test_a_story_read_by_todays_rules_stays_as_it_is(session: Session) -> None:
    story = a_story(session)
    assert reread(session, story).is_same
    assert again(session, story).state == story.state


def test_a_claim_that_rules_dropped_comes_back_when_they_propose_it_again(
    session: Session, old: OpenStory
) -> None:
    odd = claim_with(old, "foreseen").label
    story = reread(session, old).acted.story
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verifier.claims, "read_story", by_older_rules)
        back = reread(session, story).acted.story
    assert back.state.claims[odd].is_active


def test_a_claim_that_a_person_restored_stays(session: Session, old: OpenStory) -> None:
    odd = claim_with(old, "foreseen").label
    story = restore_claim(session, reread(session, old).acted.story, odd).story
    assert reread(session, story).is_same
    assert again(session, story).state.claims[odd].is_active


def test_labels_are_never_used_again(session: Session, old: OpenStory) -> None:
    first = reread(session, old)
    undone = undo(session, first.acted.story).story
    second = reread(session, undone)
    assert not set(first.new) & set(second.new)


def test_sources_that_are_new_go_into_the_library(session: Session, old: OpenStory) -> None:
    assert source_list(session) == ()
    after = reread(session, old).acted.story
    assert {source.slug for source in source_list(session)} == set(after.state.sources) != set()


def test_the_log_says_what_was_read_again(session: Session, old: OpenStory) -> None:
    story = reread(session, old).acted.story
    events = log(session, story.state.stream)
    assert events[-1].kind is EventKind.STORY_REREAD
    assert log_lines(events)[-1].startswith(f"read again by {ENGINE}: ")


def test_the_audit_finds_nothing_wrong_after_it(session: Session, old: OpenStory) -> None:
    story = reread(session, old).acted.story
    undo(session, story)
    assert session.store.check() == ()


def test_a_rereading_that_somebody_built_on_is_not_undone(session: Session, old: OpenStory) -> None:
    story = reread(session, old).acted.story
    with open_session(session.location, "bela") as other:
        note_claim(other, again(other, story), claim_with(story, PUMPS).label, "mine")
    with pytest.raises(Refused, match="bela"):
        undo(session, again(session, story))


def test_a_dismissed_claim_that_reads_the_same_is_not_reported(session: Session) -> None:
    story = a_story(session)
    story = dismiss_claim(session, story, claim_with(story, PUMPS).label, "a repeat").story
    assert reread(session, story).differs == ()
