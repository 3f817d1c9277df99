"""Documents that rest on one another: forwarded messages, and texts that are near-identical."""

import json

import pytest
from story_at_hand import a_story, claim_with

from verifier.comparison import near_duplicates
from verifier.desk.dependencies import confirm_dependency, dependency_list, reject_dependency
from verifier.desk.judging import assess_story
from verifier.desk.kinship import kin_edges
from verifier.desk.library import (
    EvidenceDetails,
    add_evidence,
    evidence_text,
    find_evidence,
    passage_of,
)
from verifier.desk.marking import mark_stance
from verifier.desk.registry import add_source
from verifier.desk.session import OpenStory, Session, load_library
from verifier.desk.withdrawing import withdraw_evidence
from verifier.model.claim import ClaimLabel
from verifier.model.dependency import Dependency
from verifier.model.evidence import EvidenceLabel
from verifier.model.scales import (
    DependencyKind,
    DependencyScope,
    DependencyState,
    SourceKind,
    StanceCode,
)
from verifier.model.story import Slug
from verifier.reading import read_bytes

NEWS = (
    "The pumps at the north gate stopped at ten on Monday evening, the county fire service said, "
    "and eleven houses were lost before the water fell again. Forty people were taken to the "
    "school on the hill, where teachers had opened the gym for them and for their animals."
)


SEEN = (
    "The pumps at the north gate stood still at ten on Monday evening. Eleven houses were under "
    "water an hour later, and the road to the harbour was gone. A boat took forty people from "
    "their roofs to the school on the hill. The last of them came at four in the morning."
)


@pytest.fixture(autouse=True)
def sources(session: Session) -> None:
    """Three sources that are known."""
    for name in ("Night Watch", "County Fire", "Lowmarsh Post"):
        add_source(session, name, kind=SourceKind.MEDIA)


def added(session: Session, text: str, source: str, name: str = "a.txt") -> EvidenceLabel:
    document = read_bytes(text.encode(), name)
    return add_evidence(session, document, source, EvidenceDetails(file_name=name)).item.label


def edges(session: Session, *labels: EvidenceLabel) -> tuple[Dependency, ...]:
    return kin_edges(session, load_library(session), labels)


def test_a_forwarded_message_proposes_whom_it_rests_on(session: Session) -> None:
    export = {
        "name": "Night Watch",
        "messages": [
            {"id": 1, "date_unixtime": "1772483400", "text": "The pumps stopped."},
            {"id": 2, "date_unixtime": "1772483500", "text": "Eleven houses lost.",
             "forwarded_from": "County Fire"},
            {"id": 3, "date_unixtime": "1772483600", "text": "Who knows.",
             "forwarded_from": "Somebody Unknown"},
        ],
    }  # fmt: skip
    label = added(session, json.dumps(export), "night-watch", "result.json")
    (edge,) = edges(session, label)
    assert (edge.from_source, edge.to_source) == ("night-watch", "county-fire")
    assert (edge.kind, edge.state) == (DependencyKind.SYNDICATES, DependencyState.PROPOSED)
    assert (edge.label, edge.scope) == ("E01.F1", DependencyScope.PARAGRAPH)
    assert edge.reach is not None
    text = evidence_text(session, find_evidence(session, label))
    assert edge.reach.of(text) == edge.cue == "Eleven houses lost."
    item = find_evidence(session, label)
    assert item.forwarded_from == ("County Fire", "Somebody Unknown")


def test_one_text_under_two_sources_proposes_one_origin(session: Session) -> None:
    first = added(session, f"{NEWS}\n\nFrom our own reporter.", "county-fire")
    second = added(session, f"Lowmarsh, Tuesday. {NEWS}", "lowmarsh-post")
    (edge,) = edges(session, second)
    assert edge.kind is DependencyKind.NEAR_IDENTICAL
    assert (edge.evidence, edge.from_source, edge.to_source) == (
        second,
        "lowmarsh-post",
        "county-fire",
    )
    assert edge.span is not None
    assert "pumps at the north gate" in edge.cue
    assert len(edges(session, first, second)) == 1
    assert edge.label == "E02.N01"


def test_a_pair_has_one_name_whichever_is_asked_about(session: Session) -> None:
    first = added(session, NEWS, "county-fire")
    second = added(session, f"Lowmarsh, Tuesday. {NEWS}", "lowmarsh-post")
    (older,), (newer,) = edges(session, first), edges(session, second)
    assert older.label == newer.label == "E02.N01"
    assert (older.evidence, newer.evidence) == (first, second)


def test_the_very_same_text_in_other_bytes_is_a_copy_too(session: Session) -> None:
    first = added(session, NEWS, "county-fire")
    assert edges(session, first) == ()
    second = added(session, f"\ufeff{NEWS}", "lowmarsh-post")
    (edge,) = edges(session, second)
    assert edge.cue == NEWS.removesuffix(".")


def test_a_withdrawn_text_is_nobodys_copy(session: Session) -> None:
    first = added(session, NEWS, "county-fire")
    second = added(session, f"Lowmarsh, Tuesday. {NEWS}", "lowmarsh-post")
    withdraw_evidence(session, first)
    assert edges(session, second) == ()


def test_what_was_compared_is_not_compared_again(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(session, NEWS, "county-fire")
    second = added(session, f"Lowmarsh, Tuesday. {NEWS}", "lowmarsh-post")
    found = edges(session, second)

    def never(text: str, width: int = 5) -> None:
        raise AssertionError(text)

    monkeypatch.setattr(near_duplicates, "shingles", never)
    assert edges(session, second) == found


def test_a_cited_copy_is_a_proposed_dependency_of_the_story(session: Session) -> None:
    story, copy = cited_copy(session)
    (edge,) = [each for each in dependency_list(session, story) if each.evidence == copy]
    assert (edge.label, edge.state) == ("E02.N01", DependencyState.PROPOSED)
    assert story.state.dependencies.keys().isdisjoint({edge.label})


def test_a_proposed_copy_makes_one_origin_of_two_sources(session: Session) -> None:
    story, _ = cited_copy(session)
    label = claim_with(story, "pumps").label
    assert origins(session, story, label) == (2, 3), "with the fire service that the story names"
    rejected = reject_dependency(session, story, "E02.N01", "both saw it themselves").story
    assert origins(session, rejected, label) == (3, 3)
    confirmed = confirm_dependency(session, rejected, "E02.N01").story
    assert origins(session, confirmed, label) == (2, 2)


def origins(session: Session, story: OpenStory, label: ClaimLabel) -> tuple[int, int]:
    found = assess_story(session, story).claims[label].independence
    assert found is not None
    return found.origins_min, found.origins_max


def cited_copy(session: Session) -> tuple[OpenStory, EvidenceLabel]:
    """A story whose claim on the pumps cites a text and the copy of it by another source."""
    labels = {
        Slug("night-watch"): added(session, SEEN, "night-watch"),
        Slug("lowmarsh-post"): added(session, f"Lowmarsh, Tuesday. {SEEN}", "lowmarsh-post"),
    }
    story = a_story(session)
    for source, label in labels.items():
        item = find_evidence(session, label)
        passage = passage_of(item, evidence_text(session, item), 0, item.chars)
        claim = claim_with(story, "pumps").label
        asserts = StanceCode.ASSERTS
        story = mark_stance(session, story, claim, source, asserts, passages=(passage,)).story
    return story, labels[Slug("lowmarsh-post")]


def test_texts_of_one_source_and_other_texts_propose_nothing(session: Session) -> None:
    added(session, NEWS, "county-fire")
    again = added(session, f"{NEWS} More.", "county-fire")
    other = added(session, "The school on the hill has a gym. Nobody was hurt.", "lowmarsh-post")
    assert edges(session, again, other) == ()
