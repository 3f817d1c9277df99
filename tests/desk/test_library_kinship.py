"""Documents that rest on one another: forwarded messages, and texts that are near-identical."""

import json

import pytest

from verifier.desk.kinship import kin_edges
from verifier.desk.library import EvidenceDetails, add_evidence, evidence_text, find_evidence
from verifier.desk.registry import add_source
from verifier.desk.session import Session, load_library
from verifier.model.dependency import Dependency
from verifier.model.evidence import EvidenceLabel
from verifier.model.scales import DependencyKind, DependencyScope, DependencyState, SourceKind
from verifier.reading import read_bytes

NEWS = (
    "The pumps at the north gate stopped at ten on Monday evening, the county fire service said, "
    "and eleven houses were lost before the water fell again. Forty people were taken to the "
    "school on the hill, where teachers had opened the gym for them and for their animals."
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


def test_texts_of_one_source_and_other_texts_propose_nothing(session: Session) -> None:
    added(session, NEWS, "county-fire")
    again = added(session, f"{NEWS} More.", "county-fire")
    other = added(session, "The school on the hill has a gym. Nobody was hurt.", "lowmarsh-post")
    assert edges(session, again, other) == ()
