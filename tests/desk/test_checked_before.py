"""Claims that an earlier story made, with the verdict they were given there."""

from pathlib import Path

import pytest
from story_at_hand import STORY, a_story, again, claim_with

from verifier.cli.main import main
from verifier.desk.checked_before import earlier_claims, earlier_count, earlier_line
from verifier.desk.claim_list import dismiss_claim
from verifier.desk.deciding import give_verdict
from verifier.desk.session import OpenStory, Session
from verifier.desk.stories import import_story, open_story
from verifier.model.scales import SubstanceVerdict
from verifier.reading import read_bytes

LATER = """\
Lowmarsh counts its losses

LOWMARSH, March 9, 2026 — The pumps had failed two hours before midnight, the County Fire Service \
said.

The baker opened again on Friday.
"""


def later(session: Session, text: str = LATER) -> OpenStory:
    return import_story(session, read_bytes(text.encode(), "later.txt")).story


def test_the_first_story_has_nothing_before_it(session: Session) -> None:
    assert earlier_claims(session, a_story(session)) == ()


def test_a_claim_of_an_earlier_story_is_proposed_with_its_verdict(session: Session) -> None:
    first = a_story(session)
    pumps = claim_with(first, "pumps failed")
    give_verdict(session, first, pumps.label, SubstanceVerdict.SUPPORTED)
    story = later(session)
    (found,) = earlier_claims(session, story)
    assert (found.story, found.label) == (first.story.slug, pumps.label)
    assert found.claim == claim_with(story, "pumps had failed").label
    assert found.verdict is not None
    assert found.verdict.code is SubstanceVerdict.SUPPORTED
    assert found.at[:4].isdigit()


def test_a_claim_without_a_verdict_is_proposed_too(session: Session) -> None:
    a_story(session)
    (found,) = earlier_claims(session, later(session))
    assert found.verdict is None
    assert "no verdict yet" in earlier_line(found)
    assert earlier_count([found]).startswith("1 claim was in earlier stories, 0 with a verdict")


def test_later_stories_are_not_earlier(session: Session) -> None:
    first = a_story(session)
    later(session)
    assert earlier_claims(session, again(session, first)) == ()


def test_a_dismissed_claim_is_not_proposed(session: Session) -> None:
    first = a_story(session)
    pumps = claim_with(first, "pumps failed")
    dismiss_claim(session, first, pumps.label, "said twice")
    assert earlier_claims(session, later(session)) == ()


def test_another_thing_is_not_proposed(session: Session) -> None:
    a_story(session)
    story = later(session, "The council of Highmoor met on Monday to name a new librarian.\n")
    assert earlier_claims(session, story) == ()


def test_the_commands_tell_what_was_checked_before(
    session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path
    for name, text in (("one.txt", STORY), ("two.txt", LATER)):
        (folder / name).write_text(text, encoding="utf-8")
        assert main(["import", str(folder / name)]) == 0
    assert "1 claim was in earlier stories" in capsys.readouterr().out
    label = claim_with(last_story(session), "pumps had failed").label
    assert main(["show", ".", label]) == 0
    assert "checked before: flood-in-lowmarsh" in capsys.readouterr().out


def last_story(session: Session) -> OpenStory:
    return open_story(session, ".")
