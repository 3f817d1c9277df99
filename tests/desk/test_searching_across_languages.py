"""A claim in English finds what documents in other languages say, on both databases."""

import sys
from collections.abc import Iterator

import pytest

from verifier.desk import meanings
from verifier.desk.library import EvidenceDetails, add_evidence, find_evidence
from verifier.desk.meanings import foreign, library_known, not_matched, work_out_meanings
from verifier.desk.registry import add_source
from verifier.desk.searching import Hit, proposals_for, search
from verifier.desk.session import Session, open_session
from verifier.desk.stories import import_story
from verifier.desk.withdrawing import withdraw_evidence
from verifier.evidence.meaning import MISSING, has_encoder
from verifier.model.evidence import EvidenceLabel
from verifier.model.scales import SourceKind
from verifier.reading import read_bytes

RUSSIAN = "Цены на хлеб выросли. Мост через реку закрыли на ремонт. Погода была хорошая."
UKRAINIAN = "Ціни на хліб зросли. Міст через річку закрили на ремонт. Погода була гарна."
KOREAN = "빵 가격이 올랐다. 강 위의 다리가 수리를 위해 폐쇄되었다. 날씨가 좋았다."
ENGLISH = "The council met on Friday. Nothing was decided about the school."
BRIDGE = "The bridge over the river was closed for repairs."

needs_encoder = pytest.mark.skipif(not has_encoder(), reason="needs the extra multilingual")


@pytest.fixture
def desk(database: str) -> Iterator[Session]:
    """A session on a fresh database, once on each engine, with one source."""
    with open_session(database, "anna") as opened:
        add_source(opened, "Harbour Office", kind=SourceKind.OFFICIAL)
        yield opened


def add(session: Session, text: str) -> EvidenceLabel:
    document = read_bytes(text.encode(), "note.txt")
    return add_evidence(session, document, "harbour-office", EvidenceDetails()).item.label


@needs_encoder
@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (RUSSIAN, "Russian", "Мост через реку закрыли на ремонт."),
        (UKRAINIAN, "Ukrainian", "Міст через річку закрили на ремонт."),
        (KOREAN, "Korean", "강 위의 다리가 수리를 위해 폐쇄되었다."),
    ],
)
def test_what_says_the_same_in_another_language_comes_first(
    desk: Session, text: str, name: str, words: str
) -> None:
    label = add(desk, text)
    add(desk, ENGLISH)
    best = search(desk, BRIDGE)[0]
    assert (best.evidence, best.text, best.why) == (label, words, f"says the same in {name}")
    assert text[best.start : best.end] == words


@needs_encoder
def test_a_claim_finds_it_among_what_its_words_find(desk: Session) -> None:
    abroad = add(desk, RUSSIAN)
    home = add(desk, "The bridge over the river is closed, the council said, for repairs.")
    story = import_story(desk, read_bytes(BRIDGE.encode(), "story.txt")).story
    (claim,) = story.state.claims.values()
    found = proposals_for(desk, story, claim)
    assert [hit.evidence for hit in found[:2]] == [home, abroad]
    assert found[1].why == "says the same in Russian"


@needs_encoder
def test_a_passage_found_both_ways_is_shown_once_with_both_reasons(desk: Session) -> None:
    label = add(desk, "Цены на хлеб выросли. В Lowmarsh мост через реку закрыли на ремонт.")
    hits = search(desk, "In Lowmarsh the bridge over the river was closed for repairs.")
    assert [hit.evidence for hit in hits].count(label) == 1
    assert hits[0].why == "says the same in Russian · names: Lowmarsh"


@needs_encoder
def test_meanings_are_worked_out_once_and_remembered(desk: Session, database: str) -> None:
    add(desk, RUSSIAN)
    add(desk, ENGLISH)
    items = foreign(library_known(desk), "en")
    told: list[str] = []
    assert (
        work_out_meanings(desk, items, lambda n, of, label: told.append(f"{n}/{of} {label}")) == 1
    )
    assert told == ["1/1 E01"]
    with open_session(database, "boris") as other:
        assert work_out_meanings(other, foreign(library_known(other), "en")) == 0
        assert search(other, BRIDGE)[0].why == "says the same in Russian"


@needs_encoder
def test_a_long_document_waits_until_its_meanings_are_worked_out(desk: Session) -> None:
    add(desk, " ".join(f"В доме номер {n} живут люди." for n in range(80)) + " " + RUSSIAN)
    assert search(desk, BRIDGE) == ()
    work_out_meanings(desk, foreign(library_known(desk), "en"))
    assert search(desk, BRIDGE)[0].text == "Мост через реку закрыли на ремонт."


@needs_encoder
def test_what_was_withdrawn_is_not_found(desk: Session) -> None:
    label = add(desk, RUSSIAN)
    assert search(desk, BRIDGE)[0].evidence == label
    withdraw_evidence(desk, label)
    assert search(desk, BRIDGE) == ()


@needs_encoder
def test_only_the_documents_of_the_source_are_searched_by_meaning_too(desk: Session) -> None:
    add_source(desk, "Night Watch", kind=SourceKind.MEDIA)
    add(desk, RUSSIAN)
    assert search(desk, BRIDGE, source="night-watch") == ()


@needs_encoder
def test_what_a_document_says_in_the_language_of_the_claim_is_found_by_words(desk: Session) -> None:
    label = add(desk, f"{RUSSIAN} {UKRAINIAN} {RUSSIAN} {BRIDGE}")
    found = [hit for hit in search(desk, BRIDGE) if hit.evidence == label]
    assert "bridge" in found[0].why


def test_a_library_in_one_language_loads_no_encoder(
    desk: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(desk, ENGLISH)
    monkeypatch.setattr(meanings, "meanings", refused)
    assert not_matched(library_known(desk), "en") == ""
    hits: tuple[Hit, ...] = search(desk, "The council met on Friday.")
    assert hits[0].why.startswith("words: ") or "names" in hits[0].why


def refused(*_: object) -> None:
    raise AssertionError("the encoder was called")


def test_without_the_extra_it_is_told_where_it_is_missed(
    desk: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meanings, "has_encoder", lambda: False)
    add(desk, ENGLISH)
    assert not_matched(library_known(desk), "en") == ""
    add(desk, RUSSIAN)
    assert not_matched(library_known(desk), "en") == MISSING
    assert not any("the same" in hit.why for hit in search(desk, BRIDGE))
    imported = import_story(desk, read_bytes(BRIDGE.encode(), "story.txt"))
    assert MISSING in imported.remarks


def test_the_library_is_read_again_only_where_it_changed(desk: Session) -> None:
    first = library_known(desk)
    assert library_known(desk) is first
    label = add(desk, RUSSIAN)
    assert find_evidence(desk, label) == library_known(desk).evidence[label]


def test_the_desk_imports_no_numpy_before_it_is_needed() -> None:
    import subprocess

    code = "import sys, verifier.desk.searching; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
