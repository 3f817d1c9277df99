"""Origins and parties are computed from edges; an echo adds none."""

from dataclasses import replace

import pytest
from judged_at_hand import C01, C02, claim, document, edge, linked, marked, source, story

from verifier.judgement import Newsroom, assess
from verifier.model.assessment import Independence
from verifier.model.dependency import DependencyLabel
from verifier.model.evidence import EvidenceLabel
from verifier.model.scales import DependencyKind, DependencyState, StanceCode
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.model.text import Span

A, E, P = StanceCode.ASSERTS, StanceCode.ECHOES, StanceCode.PARTLY
SOURCES = [
    source("DIU", "Ukraine"),
    source("ISW"),
    source("Bloggers", "Russia"),
    source("AP"),
    source("Reuters"),
]


def two_claims() -> State:
    return story(
        [claim(C01, "The dam broke", "diu"), claim(C02, "Nobody came", "ap", at=50)], SOURCES
    )


def found(state: State) -> Independence:
    result = assess(state, "anna").claims[C01].marked
    assert result is not None
    return result


def counts(state: State) -> tuple[int, int, int, int, int]:
    """Sources, origins (min, max), parties (min, max)."""
    own = found(state)
    return own.sources, own.origins_min, own.origins_max, own.parties, own.parties_max


def with_marks(**codes: StanceCode) -> State:
    state = two_claims()
    for slug, code in codes.items():
        state = marked(state, C01, slug, code)
    return state


def test_an_echo_adds_no_origin() -> None:
    state = linked(with_marks(diu=A, isw=E), edge("D01", "isw", "diu", C01))
    assert counts(state) == (2, 1, 1, 1, 1)


def test_one_who_echoes_one_and_cites_another_adds_neither() -> None:
    state = linked(
        with_marks(diu=A, bloggers=A, isw=E),
        edge("D01", "isw", "diu", C01),
        edge("D02", "isw", "bloggers", C01, kind=DependencyKind.CITES),
    )
    assert counts(state) == (3, 2, 2, 2, 2)


def test_two_who_echo_one_that_nobody_marked_are_one_origin() -> None:
    edges = (edge("D01", "ap", "diu", C01), edge("D02", "reuters", "diu", C01))
    assert counts(linked(with_marks(ap=E, reuters=E), *edges)) == (2, 1, 1, 1, 1)


def test_one_article_that_cites_two_unmarked_sources_is_two_origins() -> None:
    edges = (
        edge("D01", "ap", "diu", C01, kind=DependencyKind.CITES),
        edge("D02", "ap", "bloggers", C01, kind=DependencyKind.CITES),
    )
    assert counts(linked(with_marks(ap=A), *edges)) == (1, 2, 2, 2, 2)


def test_an_edge_that_nobody_confirmed_leaves_a_range() -> None:
    proposed = edge("D01", "isw", "diu", C01, state=DependencyState.PROPOSED)
    assert counts(linked(with_marks(diu=A, isw=E), proposed)) == (2, 1, 2, 1, 2)


def test_the_smaller_count_may_be_that_of_confirmed_edges() -> None:
    edges = (
        edge("D01", "ap", "diu", C01, state=DependencyState.SUSPECTED),
        edge("D02", "ap", "bloggers", C01, state=DependencyState.SUSPECTED),
    )
    assert counts(linked(with_marks(ap=A), *edges)) == (1, 1, 2, 1, 2)


def test_a_rejected_edge_is_not_followed() -> None:
    rejected = edge("D01", "isw", "diu", C01, state=DependencyState.REJECTED)
    assert counts(linked(with_marks(diu=A, isw=A), rejected)) == (2, 2, 2, 2, 2)


def test_a_circle_of_echoes_is_one_origin() -> None:
    edges = (edge("D01", "ap", "reuters", C01), edge("D02", "reuters", "ap", C01))
    state = linked(with_marks(ap=E, reuters=E), *edges)
    assert counts(state) == (2, 1, 1, 1, 1)
    assert found(state).groups == ((Slug("ap"), (Slug("ap"), Slug("reuters"))),)


def test_a_circle_that_echoes_an_outsider_ends_with_the_outsider() -> None:
    edges = (
        edge("D01", "ap", "reuters", C01),
        edge("D02", "reuters", "ap", C01),
        edge("D03", "reuters", "diu", C01),
    )
    state = linked(with_marks(ap=E), *edges)
    assert found(state).groups == ((Slug("diu"), (Slug("ap"),)),)


@pytest.mark.parametrize("kind", [DependencyKind.SAME_RECORD, DependencyKind.NEAR_IDENTICAL])
def test_same_record_and_near_identical_text_join_their_ends(kind: DependencyKind) -> None:
    state = linked(with_marks(ap=A, reuters=A), edge("D01", "ap", "reuters", C01, kind=kind))
    assert counts(state) == (2, 1, 1, 1, 1)


def test_an_edge_to_itself_is_ignored() -> None:
    assert counts(linked(with_marks(ap=A), edge("D01", "ap", "ap", C01))) == (1, 1, 1, 1, 1)


def test_silence_and_contradiction_support_nothing() -> None:
    state = with_marks(diu=A, ap=StanceCode.SILENT, reuters=StanceCode.CONTRADICTS)
    assert counts(state) == (1, 1, 1, 1, 1)


def test_partial_support_is_an_origin_too() -> None:
    assert counts(with_marks(diu=A, ap=P))[:2] == (2, 2)


def test_an_edge_for_another_claim_is_not_in_scope() -> None:
    state = linked(with_marks(diu=A, isw=A), edge("D01", "isw", "diu", C02))
    assert counts(state) == (2, 2, 2, 2, 2)


def test_an_edge_of_the_story_reaches_every_claim() -> None:
    assert counts(linked(with_marks(diu=A, isw=E), edge("D01", "isw", "diu"))) == (2, 1, 1, 1, 1)


def test_an_edge_of_a_paragraph_reaches_what_begins_in_it() -> None:
    state = with_marks(diu=A, isw=E)
    assert counts(linked(state, edge("D01", "isw", "diu", reach=Span(0, 20))))[1] == 1
    assert counts(linked(state, edge("D01", "isw", "diu", reach=Span(20, 90))))[1] == 2


def test_an_edge_of_a_document_reaches_what_is_cited_from_its_paragraph() -> None:
    state, passage = document(two_claims(), "E05", "isw")
    state = marked(marked(state, C01, "diu", A), C01, "isw", E, passage)
    label = EvidenceLabel("E05")
    for reach, origins in ((Span(0, 40), 1), (Span(40, 90), 2)):
        read = edge("E05.1", "isw", "diu", evidence=label, reach=reach)
        room = Newsroom(dependencies={read.label: read})
        own = assess(state, "anna", newsroom=room).claims[C01].marked
        assert own is not None
        assert own.origins_min == origins


def test_a_story_may_reject_an_edge_of_a_document() -> None:
    state, passage = document(two_claims(), "E05", "isw")
    state = marked(marked(state, C01, "diu", A), C01, "isw", A, passage)
    read = edge("E05.1", "isw", "diu", evidence=EvidenceLabel("E05"), reach=Span(0, 40))
    state = linked(state, replace(read, state=DependencyState.REJECTED))
    own = assess(state, "anna", newsroom=Newsroom(dependencies={read.label: read}))
    result = own.claims[C01].marked
    assert result is not None
    assert result.origins_min == 2


def test_the_part_of_a_split_claim_keeps_the_edges_of_the_whole() -> None:
    state = two_claims()
    part = replace(state.claims[C02], parent=C01)
    state = replace(state, claims={C01: state.claims[C01], C02: part})
    state = linked(
        marked(marked(state, C02, "diu", A), C02, "isw", E), edge("D01", "isw", "diu", C01)
    )
    own = assess(state, "anna").claims[C02].marked
    assert own is not None
    assert own.origins_min == 1


def test_beside_the_claimant_counts_other_origins() -> None:
    assert found(with_marks(diu=A)).beside_claimant == 0
    assert found(with_marks(diu=A, ap=A)).beside_claimant == 1


def test_sources_of_one_party_or_owner_are_one_party() -> None:
    state = with_marks(diu=A, ap=A)
    sources = {**state.sources, Slug("ap"): source("AP", "Ukraine")}
    assert counts(replace(state, sources=sources))[3:] == (1, 1)
    owned = [source("DIU", owner="Holding"), source("AP", owner="holding")]
    assert counts(replace(state, sources={item.slug: item for item in owned}))[3:] == (1, 1)


def test_a_source_without_a_party_is_one_of_its_own() -> None:
    assert counts(with_marks(ap=A, reuters=A))[3:] == (2, 2)


def test_a_merged_source_counts_once_with_what_was_marked_under_it() -> None:
    state = with_marks(ap=A, reuters=A)
    merged = replace(state.sources[Slug("reuters")], merged_into=Slug("ap"))
    state = replace(state, sources={**state.sources, merged.slug: merged})
    assert counts(state) == (1, 1, 1, 1, 1)


def test_the_library_decides_what_party_a_source_has_now() -> None:
    room = Newsroom(sources={Slug("ap"): source("AP", "Ukraine")})
    own = assess(with_marks(diu=A, ap=A), "anna", newsroom=room).claims[C01].marked
    assert own is not None
    assert own.parties == 1


def test_the_sentence_names_who_repeats_whom_and_where() -> None:
    text = "one\ntwo\nISW echoed DIU’s claims\n"
    cue = edge("D01", "isw", "diu", C01, cue="echoed", span=Span(12, 18))
    state = linked(with_marks(diu=A, isw=E), cue)
    own = assess(state, "anna", text=text).claims[C01].marked
    assert own is not None
    assert own.sentence == "2 sources, 1 origin: ISW repeats DIU (line 3). 1 party."


def test_the_sentence_says_that_an_edge_is_only_suspected() -> None:
    weak = edge("D01", "isw", "diu", C01, state=DependencyState.SUSPECTED)
    own = found(linked(with_marks(diu=A, isw=E), weak))
    assert own.sentence == "2 sources, 1-2 origins: ISW repeats DIU (suspected). 1-2 parties."
    assert own.over == (DependencyLabel("D01"),)


def test_many_edges_are_counted_in_the_sentence() -> None:
    names = ("isw", "ap", "reuters", "bloggers")
    edges = [edge(f"D0{n}", slug, "diu", C01) for n, slug in enumerate(names, 1)]
    state = linked(with_marks(diu=A, isw=E, ap=E, reuters=E, bloggers=E), *edges)
    assert "and 1 more edge. 1 party." in found(state).sentence


def test_marks_of_another_reviewer_do_not_count() -> None:
    state = marked(two_claims(), C01, "diu", A, reviewer="ben")
    assert counts(state)[0] == 0
    assert found(state).sentence == "No source supports it."


def test_proposals_count_beside_marks_but_not_for_the_policy() -> None:
    claim_of = assess(marked(two_claims(), C01, "ap", A), "anna").claims[C01]
    assert claim_of.independence is not None
    assert claim_of.marked is not None
    assert (claim_of.independence.sources, claim_of.marked.sources) == (2, 1)
