"""What follows from the decisions is worked out beside the writer, and only as far as needed."""

from dataclasses import replace

import pytest
from reservoir_at_hand import an_echo
from story_at_hand import claim_with
from textual.message import Message

from verifier.desk.judging import newsroom_for
from verifier.desk.marking import mark_stance
from verifier.desk.session import Acted, OpenStory, Session
from verifier.judgement import assess
from verifier.model.policy import Policy
from verifier.model.scales import StanceCode
from verifier.tui import messages
from verifier.tui.judging import Judge, Step, judged_after


@pytest.fixture
def story(session: Session) -> OpenStory:
    return an_echo(session)


def step(session: Session, story: OpenStory, acted: Acted | None = None) -> Step:
    return Step(story, newsroom_for(session, story), acted.change if acted else None)


def marked(session: Session, story: OpenStory, code: StanceCode = StanceCode.ASSERTS) -> Acted:
    claim = claim_with(story, "12 farms")
    return mark_stance(session, story, claim.label, next(iter(story.sources)), code)


def test_after_acts_it_is_as_from_scratch(session: Session, story: OpenStory) -> None:
    before = judged_after(None, [step(session, story)], "anna")
    first = marked(session, story)
    second = marked(session, first.story, StanceCode.PARTLY)
    steps = [step(session, first.story, first), step(session, second.story, second)]
    after = judged_after(before, steps, "anna")
    room = steps[-1].newsroom
    assert after.assessment == assess(after.state, "anna", text=story.text, newsroom=room)


def test_claims_that_an_act_does_not_touch_are_not_assessed_again(
    session: Session, story: OpenStory
) -> None:
    before = judged_after(None, [step(session, story)], "anna")
    acted = marked(session, story)
    after = judged_after(before, [step(session, acted.story, acted)], "anna")
    kept = [
        label
        for label, claim in after.assessment.claims.items()
        if claim is before.assessment.claims[label]
    ]
    assert claim_with(story, "12 farms").label not in kept
    assert claim_with(story, "a roar").label in kept


def test_another_policy_is_asked_about_every_claim(session: Session, story: OpenStory) -> None:
    before = judged_after(None, [step(session, story)], "anna")
    acted = marked(session, story)
    found = step(session, acted.story, acted)
    strict = replace(found.newsroom, policy=Policy(name="strict", origins=3))
    after = judged_after(before, [found._replace(newsroom=strict)], "anna")
    assert all(
        claim is not before.assessment.claims[label]
        for label, claim in after.assessment.claims.items()
    )


def test_the_claims_counted_over_an_edge_are_found(session: Session, story: OpenStory) -> None:
    judged = judged_after(None, [step(session, story)], "anna")
    edge = next(iter(judged.assessment.dependencies))
    assert claim_with(story, "12 farms").label in [claim.claim for claim in judged.over(edge)]


def test_steps_in_quick_succession_are_assessed_together(
    session: Session, story: OpenStory
) -> None:
    told: list[Message] = []
    judge = Judge(told.append)
    acted = marked(session, story)
    judge.take(step(session, story))
    judge.take(step(session, acted.story, acted))
    judge.start("anna")
    wait_for(told)
    judge.close()
    (message,) = told
    assert isinstance(message, messages.Assessed)
    assert message.judged.state.head == acted.story.state.head


def wait_for(told: list[Message]) -> None:
    from time import monotonic

    last = monotonic() + 20
    while not told:
        assert monotonic() < last


def test_a_fault_is_told_and_the_next_step_assessed(session: Session, story: OpenStory) -> None:
    told: list[Message] = []
    judge = Judge(told.append)
    good = step(session, story)
    judge.take(good._replace(story=None))  # type: ignore[arg-type]  # what no type allows
    judge.start("anna")
    wait_for(told)
    assert isinstance(told.pop(), messages.NotAssessed)
    judge.take(good)
    wait_for(told)
    judge.close()
    assert isinstance(told[0], messages.Assessed)
