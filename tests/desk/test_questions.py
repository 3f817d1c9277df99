"""Questions put to the author, a source or a checker; and searches put on record."""

from collections.abc import Callable

import pytest
from story_at_hand import a_report, a_story, again, claim_with

from verifier.desk.history import log, log_lines, redo, undo
from verifier.desk.questions import (
    answer_question,
    ask_question,
    question_list,
    withdraw_question,
)
from verifier.desk.searches import documents_of, record_search
from verifier.desk.session import Acted, OpenStory, Session
from verifier.model.errors import BadInput, Refused, UnknownName
from verifier.model.question import Question
from verifier.model.scales import Addressee, QuestionState
from verifier.model.story import Slug
from verifier.record.state_digest import state_digest

PUMPS = "pumps failed"


def asked(session: Session) -> OpenStory:
    """The story with one question to its author."""
    story = a_story(session)
    return ask_question(session, story, claim_with(story, PUMPS).label, "Who timed it?").story


def only(story: OpenStory) -> Question:
    (question,) = question_list(story)
    return question


def test_a_question_is_open_until_it_is_answered(session: Session) -> None:
    story = asked(session)
    question = only(story)
    assert (question.label, question.state, question.addressee, question.asked_by) == (
        "Q01",
        QuestionState.OPEN,
        Addressee.AUTHOR,
        "anna",
    )
    story = answer_question(session, story, "q1", "The night shift did.").story
    question = only(story)
    assert (question.state, question.answer, question.answered_by) == (
        QuestionState.ANSWERED,
        "The night shift did.",
        "anna",
    )
    assert question.answered_at is not None


def test_a_second_answer_replaces_the_first(session: Session) -> None:
    story = answer_question(session, asked(session), "Q01", "No.").story
    assert only(answer_question(session, story, "Q01", "Yes.").story).answer == "Yes."


def test_a_question_to_a_source_names_it(session: Session) -> None:
    a_report(session, "ISW")
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    with pytest.raises(BadInput, match="which source"):
        ask_question(session, story, claim, "When?", Addressee.SOURCE)
    with pytest.raises(BadInput, match="names no source"):
        ask_question(session, story, claim, "When?", Addressee.AUTHOR, source="isw")
    story = ask_question(session, story, claim, "When?", Addressee.SOURCE, source="ISW").story
    assert only(story).source == "isw"
    assert "isw" in story.state.sources


def test_an_empty_question_or_answer_is_refused(session: Session) -> None:
    story = asked(session)
    with pytest.raises(BadInput, match="question is empty"):
        ask_question(session, story, claim_with(story, PUMPS).label, "  ")
    with pytest.raises(BadInput, match="answer is empty"):
        answer_question(session, story, "Q01", "")


def test_a_withdrawn_question_stays_on_record_and_takes_no_answer(session: Session) -> None:
    story = withdraw_question(session, asked(session), "Q01").story
    assert only(story).state is QuestionState.WITHDRAWN
    with pytest.raises(Refused, match="withdrawn"):
        answer_question(session, story, "Q01", "Late.")
    with pytest.raises(Refused, match="already"):
        withdraw_question(session, story, "Q01")


def test_a_question_nobody_asked_is_named(session: Session) -> None:
    with pytest.raises(UnknownName, match="question Q07"):
        answer_question(session, asked(session), "Q07", "x")


def test_questions_are_undone_and_done_again(session: Session) -> None:
    story = a_story(session)
    digests = [state_digest(story.state)]
    claim = claim_with(story, PUMPS).label
    acts: list[Callable[[OpenStory], Acted]] = [
        lambda s: ask_question(session, s, claim, "Who timed it?"),
        lambda s: answer_question(session, s, "Q01", "The night shift."),
        lambda s: withdraw_question(session, s, "Q01"),
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


def test_a_label_is_not_used_for_another_question(session: Session) -> None:
    story = undo(session, asked(session)).story
    story = ask_question(session, story, claim_with(story, PUMPS).label, "Again?").story
    assert only(story).label == "Q02"


def test_a_search_is_recorded_with_what_it_looked_through(session: Session) -> None:
    a_report(session, "ISW")
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    count = documents_of(story, Slug("isw"))
    story = record_search(session, story, claim, "pumps midnight", Slug("isw"), count, 0).story
    (search,) = again(session, story).state.searches.values()
    assert (search.label, search.query, search.documents, search.found, search.source) == (
        "S01",
        "pumps midnight",
        1,
        0,
        "isw",
    )
    assert log_lines(log(session, story.state.stream))[-1].startswith("looked for “pumps midnight”")


def test_a_search_is_undone(session: Session) -> None:
    story = a_story(session)
    before = state_digest(story.state)
    claim = claim_with(story, PUMPS).label
    story = record_search(session, story, claim, "pumps", None, 0, 0).story
    assert state_digest(undo(session, story).story.state) == before


def test_a_search_for_nothing_is_refused(session: Session) -> None:
    story = a_story(session)
    with pytest.raises(BadInput, match="query is empty"):
        record_search(session, story, claim_with(story, PUMPS).label, " ", None, 3, 0)
