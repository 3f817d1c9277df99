"""Claims and passages by their names, compared with what the desk knows of them."""

from dataclasses import replace
from datetime import date

import pytest
from story_at_hand import a_report, a_story, claim_with

from verifier.desk.comparing import (
    aliases_here,
    aliases_in,
    aliases_of,
    claim_side,
    compare_sides,
    names_a_claim,
    names_a_passage,
    passage_side,
    side_of_claim,
    typed_side,
)
from verifier.desk.session import Session
from verifier.model.errors import BadInput, UnknownName
from verifier.model.scales import ComparisonResult, FacetType, SourceKind
from verifier.model.source import Source
from verifier.model.story import Slug


def test_names_are_told_from_words() -> None:
    assert names_a_claim("flood-in-lowmarsh:C15")
    assert names_a_claim(".:c2")
    assert names_a_passage("E05:120-188")
    assert names_a_passage("e5")
    for words in ("C15", "He said: no", "E05 burnt", "flood:houses"):
        assert not names_a_claim(words)
        assert not names_a_passage(words)


def test_a_claim_is_compared_where_it_stands_in_its_story(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, "12 houses")
    a_report(session, "County Fire Service")
    side = claim_side(session, f"{story.story.slug}:{claim.label}")
    compared = compare_sides(side, passage_side(session, "E01"), aliases_in(story))
    [number] = [each for each in compared.facets if each.type is FacetType.NUMBER]
    assert number.result is ComparisonResult.DIFFERS
    assert number.claim.of(story.text) == "12"
    assert number.passage is not None
    assert number.passage.of(compared.passage.text) == "Eleven"


def test_a_weekday_of_the_story_counts_from_its_dateline(session: Session) -> None:
    story = a_story(session)
    side = side_of_claim(story, claim_with(story, "A flood destroyed").label)
    assert side.setting.dateline == date(2026, 3, 3)
    found = compare_sides(side, typed_side("It came on March 2, 2026.")).facets
    dates = [each.result for each in found if each.type is FacetType.DATE]
    assert dates == [ComparisonResult.SAME]


def test_a_passage_is_compared_by_its_span_alone(session: Session) -> None:
    a_story(session)
    added = a_report(session, "County Fire Service")
    side = passage_side(session, f"{added.item.label}:0-20")
    assert side.words == "County Fire Service:"
    assert side.name == f"{added.item.label}:0-20"


def test_unknown_names_are_refused(session: Session) -> None:
    story = a_story(session)
    with pytest.raises(UnknownName):
        side_of_claim(story, "C99")
    with pytest.raises(UnknownName):
        passage_side(session, "E77:1-2")
    with pytest.raises(BadInput, match="names no claim"):
        claim_side(session, "nothing")
    with pytest.raises(BadInput, match="nothing to compare"):
        typed_side("  ")


def test_sources_give_their_aliases_but_confidential_ones_do_not() -> None:
    source = Source(Slug("diu"), "DIU", SourceKind.MILITARY, aliases=("HUR", "ГУР"))
    hidden = replace(source, confidential=True)
    assert aliases_of([source, hidden]) == (frozenset({"DIU", "HUR", "ГУР"}),)
    assert aliases_of([replace(source, aliases=())]) == ()


def test_the_newsrooms_sources_are_known_by_their_aliases() -> None:
    claim, passage = typed_side("Nobody at the DIU answered."), typed_side("У ГУР не відповіли.")
    [found] = compare_sides(claim, passage, aliases_here()).facets
    assert found.result is ComparisonResult.SAME
