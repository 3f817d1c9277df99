"""Who repeats whom is read from the words, in a story and in a source's own document."""

import pytest

from verifier.claims.dependencies import (
    DependencyReading,
    read_dependencies,
    read_document_dependencies,
)
from verifier.claims.known_sources import Known, known_sources
from verifier.claims.story import read_story
from verifier.model.dependency import Dependency
from verifier.model.evidence import EvidenceLabel
from verifier.model.scales import (
    FURNITURE,
    DependencyKind,
    DependencyScope,
    DependencyState,
    SourceKind,
)
from verifier.model.source import Source
from verifier.model.story import Slug

COUNCIL = Source(Slug("council"), "Lowmarsh Council", SourceKind.OFFICIAL, ("the Council",))
BRIGADE = Source(Slug("brigade"), "County Fire Brigade", SourceKind.OFFICIAL, ("the Brigade",))
INSTITUTE = Source(Slug("institute"), "River Institute", SourceKind.ANALYST, ("the Institute",))
HERALD = Source(Slug("herald"), "Evening Herald", SourceKind.MEDIA, ("the Herald", "Herald"))
SOURCES = (COUNCIL, BRIGADE, INSTITUTE, HERALD)

KNOWN = (*known_sources(), *(Known(source, False, False) for source in SOURCES))


def read(text: str) -> DependencyReading:
    reading = read_story(text, known=KNOWN)
    furniture = [item.span for item in reading.excluded if item.why in FURNITURE]
    sources = {source.slug: source for source in (*reading.sources, *SOURCES)}
    return read_dependencies(
        text, reading.claims, sources.values(), known=KNOWN, left_out=furniture
    )


def only(text: str) -> Dependency:
    found = read(text).dependencies
    assert len(found) == 1, found
    return found[0]


def in_document(text: str) -> DependencyReading:
    return read_document_dependencies(text, EvidenceLabel("E05"), INSTITUTE.slug, SOURCES)


def ends(edge: Dependency) -> tuple[str, str]:
    return edge.from_source, edge.to_source


STORY = """\
Flood in Lowmarsh

The County Fire Brigade said on Monday that the pumps had failed two hours before midnight.

{}
"""


@pytest.mark.parametrize(
    ("sentence", "pair", "kind", "state"),
    [
        (
            "The River Institute echoed the County Fire Brigade’s claims in its weekly report.",
            ("institute", "brigade"),
            DependencyKind.ECHOES,
            DependencyState.PROPOSED,
        ),
        (
            "The Evening Herald reported that eleven houses fell, citing Lowmarsh Council.",
            ("herald", "council"),
            DependencyKind.CITES,
            DependencyState.PROPOSED,
        ),
        (
            "The Evening Herald reported, quoting Lowmarsh Council, that eleven houses fell.",
            ("herald", "council"),
            DependencyKind.QUOTES,
            DependencyState.PROPOSED,
        ),
        (
            "The River Institute said the losses were in line with the Council’s earlier figures.",
            ("institute", "council"),
            DependencyKind.ECHOES,
            DependencyState.SUSPECTED,
        ),
    ],
)
def test_an_edge_carries_its_ends_kind_and_state(
    sentence: str, pair: tuple[str, str], kind: DependencyKind, state: DependencyState
) -> None:
    text = STORY.format(sentence)
    found = [edge for edge in read(text).dependencies if edge.kind is kind]
    assert [(edge.kind, edge.state) for edge in found] == [(kind, state)]
    assert ends(found[0]) == pair


def test_the_cue_is_kept_with_its_place() -> None:
    text = STORY.format("The River Institute echoed the County Fire Brigade’s claims.")
    edge = only(text)
    assert edge.span is not None
    assert edge.cue == edge.span.of(text) == "echoed the County Fire Brigade’s claims"
    assert (edge.label, edge.proposed_by) == ("D01", "echoing")


def test_claims_echoed_again_are_those_made_since() -> None:
    echo = "The River Institute echoed the County Fire Brigade’s claims."
    later = "The County Fire Brigade said on Friday that three boats had sunk."
    text = f"{STORY.format(echo)}\n\n{later}\n\n{echo}\n\n{echo}\n"
    found = read(text)
    claims = {claim.label: claim.standalone for claim in read_story(text, known=KNOWN).claims}
    first, second = ([claims[label] for label in e.claims] for e in found.dependencies)
    assert any("pumps had failed" in words for words in first)
    assert not any("pumps had failed" in words for words in second)
    assert any("boats had sunk" in words for words in second)


def test_echoed_claims_are_those_made_before() -> None:
    text = STORY.format(
        "The River Institute echoed the County Fire Brigade’s claims, adding that the dam leaks."
    )
    edge, reading = only(text), read_story(text, known=KNOWN)
    words = {c.label: c.standalone for c in reading.claims}
    assert edge.scope is DependencyScope.CLAIM
    assert [words[label] for label in edge.claims] == [
        "The pumps had failed two hours before midnight"
    ]


def test_the_same_issue_right_after_another_source_is_suspected() -> None:
    text = STORY.format("The River Institute also highlighted this issue, noting that pumps rust.")
    edge = only(text)
    assert edge.state is DependencyState.SUSPECTED
    assert ends(edge) == ("institute", "brigade")


@pytest.mark.parametrize(
    "sentence",
    [
        "The River Institute said the pumps had rusted.",
        "The River Institute closed early, citing bad weather.",
        "The hall echoed the singer’s voice.",
        "The River Institute also noted that roads were shut.",
        "She told him the truth about the pumps.",
        "The mayor was cited for bravery.",
    ],
)
def test_words_that_only_look_like_it_show_nothing(sentence: str) -> None:
    assert read(STORY.format(sentence)).dependencies == ()


def test_who_tells_a_medium_is_upstream_of_it() -> None:
    text = STORY.format("“The pumps rust,” Mayor Ada Brook told the Evening Herald on Tuesday.")
    edge = only(text)
    assert edge.kind is DependencyKind.QUOTES
    assert ends(edge) == ("herald", "brook")


def test_telling_a_person_is_no_edge() -> None:
    text = STORY.format("“The pumps rust,” Mayor Ada Brook told Sam Reed on Tuesday.")
    assert read(text).dependencies == ()


def test_no_source_depends_on_itself() -> None:
    text = STORY.format("The County Fire Brigade repeated the County Fire Brigade’s claims.")
    assert read(text).dependencies == ()


def test_a_source_that_only_an_edge_names_is_given_with_it() -> None:
    text = STORY.format("The Evening Herald reported two deaths, citing the Harbour Authority.")
    found = read(text)
    assert [source.name for source in found.sources] == ["Harbour Authority"]
    assert found.sources[0].slug == found.dependencies[0].to_source


def test_labels_follow_the_text() -> None:
    text = STORY.format(
        "The Evening Herald reported two deaths, citing Lowmarsh Council.\n\n"
        "The River Institute echoed the County Fire Brigade’s claims."
    )
    found = read(text).dependencies
    assert [edge.label for edge in found] == ["D01", "D02"]
    assert [edge.span for edge in found] == sorted(edge.span for edge in found if edge.span)


def test_reading_twice_gives_the_same() -> None:
    text = STORY.format("The River Institute echoed the County Fire Brigade’s claims.")
    assert read(text) == read(text)


def test_page_furniture_shows_no_edge() -> None:
    text = "Read more: the Herald, citing Lowmarsh Council\n\nThe dam broke on Monday."
    found = read_dependencies(text, (), SOURCES, left_out=[read_story(text).sentences[0]])
    assert [edge for edge in found.dependencies if edge.span and edge.span.start < 40] == []


# documents


def test_in_a_document_its_own_source_repeats() -> None:
    found = in_document("The pumps failed at ten, according to Lowmarsh Council.").dependencies
    assert [ends(edge) for edge in found] == [("institute", "council")]
    assert (found[0].label, found[0].evidence) == ("E05.1", "E05")
    assert found[0].scope is DependencyScope.PARAGRAPH


def test_the_reach_is_where_the_document_says_it() -> None:
    text = "We measured the river.\n\nThe pumps failed, according to Lowmarsh Council."
    edge = in_document(text).dependencies[0]
    assert edge.reach is not None
    assert edge.reach.of(text).startswith("The pumps failed")


def test_what_a_source_says_itself_is_no_edge() -> None:
    text = "The River Institute said the pumps failed. We measured it."
    assert in_document(text).dependencies == ()


def test_a_document_first_published_elsewhere_is_syndicated() -> None:
    text = "The pumps failed at ten.\n\nThis report was first published by the Evening Herald."
    edges = in_document(text).dependencies
    assert DependencyKind.SYNDICATES in [edge.kind for edge in edges]


def test_citing_the_same_statement_is_an_edge() -> None:
    text = "Citing the same Lowmarsh Council statement, the Institute repeats that pumps failed."
    assert [ends(edge) for edge in in_document(text).dependencies] == [("institute", "council")]


def test_a_long_text_of_cues_takes_linear_time() -> None:
    text = "The Institute echoed the Council’s claims, citing the Herald. " * 400
    assert in_document(text).dependencies


def test_a_part_of_its_own_name_is_the_document_s_source_itself() -> None:
    text = "According to the brigade, six pumps failed.\n\nAccording to brigade, two were old."
    own = read_document_dependencies(text, EvidenceLabel("E05"), BRIGADE.slug, SOURCES)
    assert own.dependencies == ()
