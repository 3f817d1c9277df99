"""Claims split into parts, merged into one, or said to restate another."""

import pytest
from story_at_hand import a_story, claim_with

from verifier.desk.claim_list import dismiss_claim, restore_claim, span_of_quote
from verifier.desk.history import log, log_lines, redo, undo
from verifier.desk.marking import mark_stance
from verifier.desk.questions import ask_question
from verifier.desk.registry import add_source
from verifier.desk.session import OpenStory, Session, open_session
from verifier.desk.splitting import Part, merge_claims, restate_claim, split_claim
from verifier.desk.stories import open_story, refresh
from verifier.model.claim import ClaimLabel
from verifier.model.errors import BadInput, Refused
from verifier.model.scales import ClaimState, SourceKind, StanceCode
from verifier.model.text import Span
from verifier.record.state_digest import state_digest

HOUSES, MOVED, PUMPS = "12 houses in Lowmarsh on Monday", "40 people", "pumps failed"


def two_parts(story: OpenStory) -> tuple[Part, Part]:
    """The people, and the school."""
    people = span_of_quote(story, "at least 40 people had been moved")
    return Part(people), Part(standalone="The people were moved to a school")


def split(session: Session, story: OpenStory) -> tuple[OpenStory, list[ClaimLabel]]:
    """The story with its claim of 40 people split; the labels of the parts."""
    whole = claim_with(story, MOVED).label
    after = split_claim(session, story, whole, two_parts(story)).story
    return after, [label for label in after.state.claims if label not in story.state.claims]


def test_parts_know_their_whole_and_take_over_who_says_it(session: Session) -> None:
    story = a_story(session)
    whole = claim_with(story, MOVED)
    story, labels = split(session, story)
    first, second = (story.state.claims[label] for label in labels)
    assert {first.parent, second.parent} == {whole.label}
    assert first.attributions == whole.attributions == second.attributions
    assert first.weight is whole.weight
    assert story.state.claims[whole.label] == whole


def test_a_part_reads_the_details_of_its_own_words(session: Session) -> None:
    story, labels = split(session, a_story(session))
    first, second = (story.state.claims[label] for label in labels)
    assert [facet.text for facet in first.facets] == ["at least 40"]
    assert second.standalone == "The people were moved to a school"
    assert not second.facets


def test_undo_and_redo_take_a_split_back_whole(session: Session) -> None:
    story = a_story(session)
    before = state_digest(story.state)
    story, _ = split(session, story)
    after = state_digest(story.state)
    story = undo(session, story).story
    assert state_digest(story.state) == before
    assert state_digest(redo(session, story).story.state) == after
    assert session.store.check() == ()


def test_labels_of_undone_parts_are_not_used_again(session: Session) -> None:
    story, labels = split(session, a_story(session))
    story = undo(session, story).story
    _, again = split(session, story)
    assert not set(again) & set(labels)


def test_a_split_on_which_somebody_built_is_not_undone(session: Session) -> None:
    story, labels = split(session, a_story(session))
    with open_session(None, "ben") as other:
        ask_question(other, open_story(other, story.story.slug), labels[0], "Who counted?")
    with pytest.raises(Refused, match="ben"):
        undo(session, refresh(session, story))


def test_one_part_is_no_split(session: Session) -> None:
    story = a_story(session)
    whole = claim_with(story, MOVED).label
    with pytest.raises(BadInput, match="two parts"):
        split_claim(session, story, whole, two_parts(story)[:1])


def test_a_part_lies_within_its_whole(session: Session) -> None:
    story = a_story(session)
    whole = claim_with(story, MOVED).label
    with pytest.raises(BadInput, match="outside"):
        split_claim(session, story, whole, (Part(Span(0, 5)), Part(standalone="x")))


def test_a_part_without_words_is_refused(session: Session) -> None:
    story = a_story(session)
    whole = claim_with(story, MOVED).label
    with pytest.raises(BadInput, match="needs words"):
        split_claim(session, story, whole, (Part(), Part(standalone=" ")))


def test_a_dismissed_claim_is_not_split(session: Session) -> None:
    story = a_story(session)
    whole = claim_with(story, MOVED).label
    story = dismiss_claim(session, story, whole, "a repeat").story
    with pytest.raises(Refused, match="restore"):
        split_claim(session, story, whole, two_parts(story))


def test_a_merge_leaves_one_claim_with_the_speakers_of_both(session: Session) -> None:
    story = a_story(session)
    kept, gone = claim_with(story, HOUSES), claim_with(story, PUMPS)
    story = merge_claims(session, story, kept.label, [gone.label]).story
    merged, away = story.state.claims[kept.label], story.state.claims[gone.label]
    assert away.state is ClaimState.DISMISSED
    assert away.reason == f"merged into {kept.label}"
    assert {item.speaker for item in merged.attributions} >= {
        item.speaker for item in gone.attributions
    }


def test_a_merge_takes_over_the_reviewers_own_stances(session: Session) -> None:
    gazette = add_source(session, "Lowmarsh Gazette", kind=SourceKind.MEDIA)[0].slug
    story = a_story(session)
    kept, gone = claim_with(story, HOUSES).label, claim_with(story, PUMPS).label
    story = mark_stance(session, story, gone, gazette, StanceCode.INCONCLUSIVE).story
    story = merge_claims(session, story, kept, [gone]).story
    assert {(key.claim, key.source) for key in story.state.stances} == {
        (kept, gazette),
        (gone, gazette),
    }


def test_undoing_a_merge_brings_back_every_claim_and_mark(session: Session) -> None:
    gazette = add_source(session, "Lowmarsh Gazette", kind=SourceKind.MEDIA)[0].slug
    story = a_story(session)
    kept, gone = claim_with(story, HOUSES).label, claim_with(story, PUMPS).label
    story = mark_stance(session, story, gone, gazette, StanceCode.INCONCLUSIVE).story
    before = state_digest(story.state)
    story = merge_claims(session, story, kept, [gone]).story
    assert state_digest(undo(session, story).story.state) == before


def test_parts_of_a_merged_claim_go_over_to_the_one_that_stays(session: Session) -> None:
    story, labels = split(session, a_story(session))
    whole, kept = claim_with(story, MOVED).label, claim_with(story, HOUSES).label
    story = merge_claims(session, story, kept, [whole]).story
    assert {story.state.claims[label].parent for label in labels} == {kept}


def test_a_merged_claim_can_be_restored(session: Session) -> None:
    story = a_story(session)
    kept, gone = claim_with(story, HOUSES).label, claim_with(story, PUMPS).label
    story = merge_claims(session, story, kept, [gone]).story
    assert restore_claim(session, story, gone).story.state.claims[gone].is_active


def test_a_claim_is_not_merged_into_itself(session: Session) -> None:
    story = a_story(session)
    kept = claim_with(story, HOUSES).label
    with pytest.raises(BadInput, match="into itself"):
        merge_claims(session, story, kept, [kept])
    with pytest.raises(BadInput, match="which claims"):
        merge_claims(session, story, kept, [])


def test_a_claim_restates_another_until_it_stands_alone(session: Session) -> None:
    story = a_story(session)
    one, other = claim_with(story, HOUSES).label, claim_with(story, PUMPS).label
    story = restate_claim(session, story, one, other).story
    assert story.state.claims[one].restates == other
    story = restate_claim(session, story, one, None).story
    assert story.state.claims[one].restates is None


def test_claims_do_not_restate_each_other_in_a_circle(session: Session) -> None:
    story = a_story(session)
    one, other = claim_with(story, HOUSES).label, claim_with(story, PUMPS).label
    story = restate_claim(session, story, one, other).story
    with pytest.raises(Refused, match="cannot restate"):
        restate_claim(session, story, other, one)
    with pytest.raises(Refused, match="cannot restate"):
        restate_claim(session, story, one, one)


def test_the_log_tells_the_parts_and_the_merge(session: Session) -> None:
    story, labels = split(session, a_story(session))
    whole, kept = claim_with(story, MOVED).label, claim_with(story, HOUSES).label
    story = merge_claims(session, story, kept, [whole]).story
    lines = log_lines(log(session, story.state.stream))
    assert lines[-2].startswith(f"split {whole}; part {labels[0]}: ")
    assert f"merged {whole} away" in lines[-1]
