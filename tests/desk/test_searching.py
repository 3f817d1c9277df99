"""Passages of the library are found for words and for claims, on both databases."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from story_at_hand import STORY, a_report, a_story, claim_with

from verifier.desk.library import EvidenceDetails, add_evidence
from verifier.desk.registry import add_source
from verifier.desk.searching import Hit, hit_json, proposals_for, search
from verifier.desk.session import Session, open_session
from verifier.desk.stories import import_story
from verifier.desk.withdrawing import withdraw_evidence
from verifier.model.errors import UnknownName
from verifier.model.scales import SourceKind
from verifier.reading import read_bytes

SHIP = """\
The ferry Ondine left Port Averly at dawn.

The captain of the Ondine reported a fire in the engine room at 04:10. She said that 31 people \
were taken off by lifeboats. Nobody was hurt.

The harbour office counted two tugs and one helicopter. The helicopter came from the naval base.
"""


@pytest.fixture
def desk(database: str) -> Iterator[Session]:
    """A session on a fresh database, once on each engine, with one source."""
    with open_session(database, "anna") as opened:
        add_source(opened, "Harbour Office", kind=SourceKind.OFFICIAL)
        add_source(opened, "County Fire Service", kind=SourceKind.OFFICIAL)
        yield opened


def add(session: Session, text: str, source: str = "harbour-office") -> str:
    document = read_bytes(text.encode(), "note.txt")
    return add_evidence(session, document, source, EvidenceDetails(file_name="note.txt")).item.label


def labels(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.evidence for hit in hits]


def test_a_passage_is_found_by_its_words_with_its_place(desk: Session) -> None:
    label = add(desk, SHIP)
    best = search(desk, "fire in the engine room")[0]
    assert best.evidence == label
    assert SHIP[best.start : best.end] == best.text
    assert "reported a fire" in best.text


def test_word_forms_are_found_alike(desk: Session) -> None:
    label = add(desk, SHIP)
    assert labels(search(desk, "captains reporting fires"))[0] == label


def test_the_reasons_name_what_matched(desk: Session) -> None:
    add(desk, SHIP)
    why = search(desk, "On the Ondine 31 people were rescued from fire")[0].why
    assert why == "names: Ondine · numbers: 31 · words: people, fire"


def test_only_the_documents_of_the_source_are_searched(desk: Session) -> None:
    ours = add(desk, SHIP)
    theirs = add(desk, "A fire broke out on a ferry.", "county-fire-service")
    assert set(labels(search(desk, "fire ferry"))) == {ours, theirs}
    assert labels(search(desk, "fire ferry", source="county-fire-service")) == [theirs]


def test_an_unknown_source_is_named(desk: Session) -> None:
    with pytest.raises(UnknownName, match="harbor"):
        search(desk, "fire", source="harbor")


def test_a_withdrawn_document_is_not_found(desk: Session) -> None:
    kept, withdrawn = add(desk, SHIP), add(desk, "A fire broke out on a ferry.")
    withdraw_evidence(desk, withdrawn, "a draft")
    assert set(labels(search(desk, "ferry fire"))) == {kept}


def test_a_typing_mistake_is_forgiven(desk: Session) -> None:
    label = add(desk, SHIP)
    assert labels(search(desk, "helicoptre"))[:1] == [label]


def test_a_word_of_another_script_is_found(desk: Session) -> None:
    russian = add(desk, "Паром вышел из порта. Пожары на борту потушены.")
    korean = add(desk, "여객선에서 화재가 발생했다.")
    assert labels(search(desk, "пожар")) == [russian]
    assert labels(search(desk, "화재")) == [korean]


def test_a_known_name_is_found_under_its_alias_in_another_script(desk: Session) -> None:
    add_source(desk, "Baltic Ferry Union", kind=SourceKind.OFFICIAL, aliases=("Балтийский союз",))
    label = add(desk, "Балтийский союз сообщил о пожаре.")
    document = read_bytes(b"The Baltic Ferry Union said that a fire broke out.", "story.txt")
    story = import_story(desk, document).story
    claim = next(iter(story.state.claims.values()))
    assert labels(proposals_for(desk, story, claim)) == [label]


def test_unseen_characters_do_not_hide_a_word(desk: Session) -> None:
    label = add(desk, "The heli\u00adcop\u200bter landed.")
    assert labels(search(desk, "helicopter")) == [label]
    assert labels(search(desk, "heli\u200bcopter")) == [label]


def test_only_stop_words_still_find_something(desk: Session) -> None:
    label = add(desk, "To be or not to be.")
    assert labels(search(desk, "to be")) == [label]


@pytest.mark.parametrize(
    "text",
    ["", " ", "\0", '"', "NEAR(", "a AND", "*", "(", "col:", "^x", "''; DROP TABLE posting",
     "\u202e", "🙂", "-", "%", "_", "\\", "a" * 100_000, "ü " * 5_000, "\ud800", "x\0y"],
)  # fmt: skip
def test_any_text_gives_results_or_none(desk: Session, text: str) -> None:
    add(desk, SHIP)
    assert isinstance(search(desk, text), tuple)


def test_a_claim_finds_the_passages_that_bear_on_it(session: Session) -> None:
    story = a_story(session)
    fire = add_source(session, "Fire Watch", kind=SourceKind.OFFICIAL)[0].slug
    label = a_report(session, fire).item.label
    found = proposals_for(session, story, claim_with(story, "destroyed 12 houses"))
    assert labels(found)[:1] == [label]
    assert "houses" in found[0].why


def test_a_hit_as_json_has_the_fields_of_the_contract(desk: Session) -> None:
    add(desk, SHIP)
    made = hit_json(search(desk, "helicopter")[0])
    assert list(made) == ["evidence", "start", "end", "text", "score", "why"]


def test_the_same_passages_in_the_same_order_on_both_databases(
    sqlite_path: object, postgres_url: str
) -> None:
    texts = [SHIP, STORY, *(f"The {n} ferry met fire number {n % 7}. It sank." for n in range(60))]
    found = []
    for place in (str(sqlite_path), postgres_url):
        with open_session(place, "anna") as opened:
            add_source(opened, "Harbour Office", kind=SourceKind.OFFICIAL)
            for text in texts:
                add(opened, text)
            queries = ("ferry fire 3", "12 houses flood", "feries", "the naval helicopter")
            found.append([search(opened, query, limit=50) for query in queries])
    assert found[0] == found[1]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=200))
def test_no_text_raises(session: Session, text: str) -> None:
    if not search(session, "Ondine"):
        add_source(session, "Harbour Office", kind=SourceKind.OFFICIAL)
        add(session, SHIP)
    assert all(hit.text for hit in search(session, text))
