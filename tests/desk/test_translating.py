"""Translations of cited passages: typed by a person, and named with the words."""

import pytest
from story_at_hand import REPORT, a_report, a_story, again, claim_with

from verifier.cli.main import main
from verifier.desk.library import passage_of
from verifier.desk.marking import cite, mark_stance
from verifier.desk.session import Session
from verifier.desk.translating import translated, with_passages
from verifier.model.errors import BadInput
from verifier.model.evidence import Passage
from verifier.model.scales import StanceCode
from verifier.model.story import Slug

FIRE = Slug("county-fire-service")


@pytest.fixture
def passage(session: Session) -> Passage:
    """A passage of the fire service's log."""
    a_story(session)
    return passage_of(a_report(session, FIRE).item, REPORT, 40, 90)


def test_a_translation_needs_a_translator(passage: Passage) -> None:
    with pytest.raises(BadInput, match="who translated it"):
        translated(passage, "The pumps stopped.", " ")


def test_an_empty_translation_takes_it_away(passage: Passage) -> None:
    typed = translated(passage, "The pumps stopped.", "Ben")
    assert (typed.translation, typed.translator) == ("The pumps stopped.", "Ben")
    assert translated(typed, "", "Ben") == passage


def test_a_place_is_cited_once_and_keeps_its_translation(passage: Passage) -> None:
    typed = translated(passage, "The pumps stopped.", "Ben")
    later = translated(passage, "The pumps stood still.", "Cleo")
    assert with_passages((passage,), (typed,)) == (typed,)
    assert with_passages((typed,), (passage,)) == (typed,)
    assert with_passages((typed,), (later,)) == (later,)


def test_a_translation_is_recorded_and_read_back(session: Session, passage: Passage) -> None:
    story = again(session, a_story(session))
    claim = claim_with(story, "pumps failed").label
    typed = translated(passage, "The pumps stopped.", "Ben")
    acted = mark_stance(session, story, claim, FIRE, StanceCode.PARTLY, passages=(passage,))
    cite(session, acted.story, claim, FIRE, typed)
    kept = next(iter(again(session, story).state.stances.values()))
    assert kept.passages == (typed,)


def test_a_passage_without_a_translation_is_written_as_before(passage: Passage) -> None:
    from verifier.record.codec import fields_to_json

    assert set(fields_to_json(passage)) == {"evidence", "sha256", "selector"}


def test_mark_takes_a_translation_with_its_translator(
    session: Session, passage: Passage, capsys: pytest.CaptureFixture[str]
) -> None:
    story = again(session, a_story(session))
    claim = claim_with(story, "pumps failed").label
    words = ["mark", ".", claim, FIRE, "partly", "--cite", "E01:40-90"]
    assert main([*words, "--translation", "They stopped.", "--translator", "Ben"]) == 0
    kept = next(iter(again(session, story).state.stances.values()))
    assert kept.passages[0].translator == "Ben"
    assert main([*words, "--translation", "They stopped."]) == 2
    assert "go together" in capsys.readouterr().err
    assert main([*words[:5], "--translation", "They stopped.", "--translator", "Ben"]) == 2
    assert "one --cite" in capsys.readouterr().err


def test_the_search_that_silent_rests_on_counts_what_was_shown(session: Session) -> None:
    story = a_story(session)
    a_report(session, FIRE)
    story = again(session, story)
    claim = claim_with(story, "pumps failed").label
    mark_stance(session, story, claim, FIRE, StanceCode.SILENT, searched="pumps", found=2)
    (search,) = again(session, story).state.searches.values()
    assert (search.query, search.source, search.documents, search.found) == ("pumps", FIRE, 1, 2)
