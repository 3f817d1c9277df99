"""Edges between sources: read at import, decided by people, and what marks do to them."""

import pytest
from echo_at_hand import a_bridge, a_weekly, cracks, passage_on
from story_at_hand import again

from verifier.desk.dependencies import (
    add_dependency,
    confirm_dependency,
    dependency_list,
    dependency_named,
    reject_dependency,
)
from verifier.desk.history import log, log_lines, redo, undo
from verifier.desk.judging import assess_story
from verifier.desk.marking import clear_stance, mark_stance
from verifier.desk.merging import merge_sources
from verifier.desk.registry import add_source, source_list
from verifier.desk.rereading import reread
from verifier.desk.session import OpenStory, Session, open_session
from verifier.desk.stories import open_story
from verifier.model.dependency import Dependency, DependencyLabel
from verifier.model.errors import BadInput, NeedsChoice, NeedsReason, Refused, UnknownName
from verifier.model.scales import (
    DependencyKind,
    DependencyScope,
    DependencyState,
    SourceKind,
    StanceCode,
)
from verifier.model.story import Slug
from verifier.model.text import Span
from verifier.record.state_digest import state_digest

BOARD, INSTITUTE, UNION = Slug("river-board"), Slug("alder-institute"), Slug("harbour-union")


def edge(story: OpenStory, label: str) -> Dependency:
    return story.state.dependencies[DependencyLabel(label)]


def with_weekly(session: Session, story: OpenStory) -> OpenStory:
    """The story in which the institute's own report is cited for the cracks."""
    weekly = a_weekly(session)
    passage = passage_on(session, weekly, "fourteen cracks")
    story = again(session, story)
    return mark_stance(
        session, story, cracks(story), INSTITUTE, StanceCode.ECHOES, passages=(passage,)
    ).story


def test_an_import_records_the_edges_that_the_words_show(session: Session) -> None:
    story = a_bridge(session)
    read = edge(story, "D01")
    assert (read.from_source, read.to_source, read.state) == (
        INSTITUTE,
        BOARD,
        DependencyState.PROPOSED,
    )
    assert read.span is not None
    assert read.span.of(story.text) == read.cue == "echoed the River Board’s claims"
    assert again(session, story).state.dependencies == story.state.dependencies
    assert session.store.check() == ()


def test_an_edge_is_confirmed_and_rejected_with_a_reason(session: Session) -> None:
    story = a_bridge(session)
    story = confirm_dependency(session, story, "d1").story
    assert edge(story, "D01").state is DependencyState.CONFIRMED
    with pytest.raises(BadInput, match="why"):
        reject_dependency(session, story, "D01", " ")
    story = reject_dependency(session, story, "1", "its own count, see page 2").story
    assert edge(story, "D01").is_rejected
    assert edge(story, "D01").reason == "its own count, see page 2"
    with pytest.raises(Refused, match="already"):
        reject_dependency(session, story, "D01", "its own count, see page 2")


def test_rejecting_an_edge_makes_another_origin(session: Session) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    story = mark_stance(session, story, claim, BOARD, StanceCode.ASSERTS).story
    story = mark_stance(session, story, claim, INSTITUTE, StanceCode.ECHOES).story
    one = assess_story(session, story, "anna").claims[claim].marked
    story = reject_dependency(session, story, "D01", "its own count").story
    two = assess_story(session, story, "anna").claims[claim].marked
    assert one is not None
    assert two is not None
    assert (one.origins_min, two.origins_min) == (1, 2)


def test_decisions_on_edges_are_undone_and_done_again(session: Session) -> None:
    story = a_bridge(session)
    digests = [state_digest(story.state)]
    story = confirm_dependency(session, story, "D01").story
    digests.append(state_digest(story.state))
    story = add_dependency(session, story, UNION, BOARD, DependencyKind.CITES).story
    digests.append(state_digest(story.state))
    for expected in reversed(digests[:-1]):
        story = undo(session, story).story
        assert state_digest(story.state) == expected
    for expected in digests[1:]:
        story = redo(session, story).story
        assert state_digest(story.state) == expected


def test_an_edge_is_added_with_the_words_that_show_it(session: Session) -> None:
    story = a_bridge(session)
    at = story.text.index("14 cracks were", 250)
    story = add_dependency(
        session,
        story,
        UNION,
        BOARD,
        DependencyKind.QUOTES,
        scope=DependencyScope.CLAIM,
        claims=(cracks(story),),
        cue=Span(at, at + 9),
        reason="told to me by the union",
    ).story
    added = edge(story, "D02")
    assert (added.cue, added.state, added.proposed_by, added.reason) == (
        "14 cracks",
        DependencyState.CONFIRMED,
        "anna",
        "told to me by the union",
    )


def test_an_edge_to_itself_is_refused(session: Session) -> None:
    story = a_bridge(session)
    with pytest.raises(Refused, match="itself"):
        add_dependency(session, story, BOARD, BOARD, DependencyKind.CITES)


def test_the_same_edge_twice_is_refused(session: Session) -> None:
    story = a_bridge(session)
    story = add_dependency(session, story, UNION, BOARD, DependencyKind.CITES).story
    with pytest.raises(Refused, match="D02 says that already"):
        add_dependency(session, story, UNION, BOARD, DependencyKind.CITES)


def test_a_scope_needs_what_it_reaches(session: Session) -> None:
    story = a_bridge(session)
    for scope, says in (
        (DependencyScope.CLAIM, "--claim"),
        (DependencyScope.PARAGRAPH, "--reach"),
    ):
        with pytest.raises(BadInput, match=says):
            add_dependency(session, story, UNION, BOARD, DependencyKind.CITES, scope=scope)


def test_sources_that_repeat_each_other_in_a_circle_are_one_origin(session: Session) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    story = add_dependency(session, story, BOARD, INSTITUTE, DependencyKind.ECHOES).story
    for source in (BOARD, INSTITUTE):
        story = mark_stance(
            session, story, claim, source, StanceCode.ASSERTS, override="as both say it"
        ).story
    found = assess_story(session, story, "anna").claims[claim].marked
    assert found is not None
    assert found.origins_min == 1


def test_a_label_nobody_gave_is_named(session: Session) -> None:
    with pytest.raises(UnknownName, match="D07"):
        dependency_named(session, a_bridge(session), "D07")


def test_a_cited_document_proposes_the_edges_of_its_own_text(session: Session) -> None:
    story = a_bridge(session)
    assert [item.label for item in dependency_list(session, story)] == ["D01"]
    story = with_weekly(session, story)
    found = dependency_list(session, story)
    assert [item.label for item in found] == ["D01", "E01.1"]
    assert found[1].cue == "According to the River Board"
    assert "E01.1" not in story.state.dependencies


def test_deciding_on_a_documents_edge_copies_it_into_the_story(session: Session) -> None:
    story = with_weekly(session, a_bridge(session))
    before = state_digest(story.state)
    story = confirm_dependency(session, story, "e01.1").story
    assert edge(story, "E01.1").state is DependencyState.CONFIRMED
    assert edge(story, "E01.1").evidence == "E01"
    assert state_digest(undo(session, story).story.state) == before


def test_echoes_without_an_edge_records_one_to_the_speaker(session: Session) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    story = mark_stance(session, story, claim, UNION, StanceCode.ECHOES).story
    added = edge(story, "D02")
    assert (added.from_source, added.to_source, added.claims, added.state) == (
        UNION,
        BOARD,
        (claim,),
        DependencyState.CONFIRMED,
    )
    found = assess_story(session, story, "anna").claims[claim].marked
    assert found is not None
    assert found.origins_min == 1


def test_echoes_over_an_edge_in_scope_records_none(session: Session) -> None:
    story = a_bridge(session)
    story = mark_stance(session, story, cracks(story), INSTITUTE, StanceCode.ECHOES).story
    assert list(story.state.dependencies) == ["D01"]


def test_echoes_with_two_speakers_asks_which_one(session: Session) -> None:
    from verifier.desk.splitting import merge_claims

    watch = add_source(session, "Bridge Watch", kind=SourceKind.MEDIA)[0].slug
    story = a_bridge(session)
    claim = cracks(story)
    other = next(
        label
        for label, item in story.state.claims.items()
        if any(said.source == UNION for said in item.attributions)
    )
    story = merge_claims(session, story, claim, [other]).story
    with pytest.raises(NeedsChoice) as asked:
        mark_stance(session, story, claim, watch, StanceCode.ECHOES)
    assert set(asked.value.candidates) == {BOARD, UNION}
    assert "--of" in str(asked.value)
    story = mark_stance(session, story, claim, watch, StanceCode.ECHOES, of=UNION).story
    assert edge(story, "D02").to_source == UNION


def test_a_source_does_not_echo_itself(session: Session) -> None:
    story = a_bridge(session)
    with pytest.raises(Refused, match="itself"):
        mark_stance(session, story, cracks(story), UNION, StanceCode.ECHOES, of=UNION)


@pytest.mark.parametrize("after", [StanceCode.ASSERTS, StanceCode.SILENT, None])
def test_an_edge_goes_with_the_echo_that_recorded_it(
    session: Session, after: StanceCode | None
) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    story = mark_stance(session, story, claim, UNION, StanceCode.ECHOES).story
    story = (
        clear_stance(session, story, claim, UNION).story
        if after is None
        else mark_stance(session, story, claim, UNION, after).story
    )
    assert list(story.state.dependencies) == ["D01"]
    assert "D02" in undo(session, story).story.state.dependencies


def test_an_edge_on_which_anothers_echo_rests_stays(session: Session) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    mark_stance(session, story, claim, UNION, StanceCode.ECHOES)
    with open_session(None, "ben") as other:
        theirs = open_story(other, story.story.slug)
        mark_stance(other, theirs, claim, UNION, StanceCode.ECHOES)
    story = clear_stance(session, again(session, story), claim, UNION).story
    assert "D02" in story.state.dependencies


def test_asserts_against_an_edge_asks_for_a_reason(session: Session) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    with pytest.raises(NeedsReason) as asked:
        mark_stance(session, story, claim, INSTITUTE, StanceCode.ASSERTS)
    assert (asked.value.rule, asked.value.suggested) == ("P4", StanceCode.ECHOES)
    assert "echoed the River Board’s claims" in asked.value.says
    assert not again(session, story).state.stances
    story = mark_stance(
        session, story, claim, INSTITUTE, StanceCode.ASSERTS, override="it counted itself"
    ).story
    (stance,) = story.state.stances.values()
    assert stance.override == "it counted itself"


def test_a_reason_once_given_is_not_asked_for_again(session: Session) -> None:
    story = a_bridge(session)
    claim = cracks(story)
    story = mark_stance(
        session, story, claim, INSTITUTE, StanceCode.ASSERTS, override="it counted itself"
    ).story
    story = mark_stance(session, story, claim, INSTITUTE, StanceCode.ASSERTS, note="p. 2").story
    (stance,) = story.state.stances.values()
    assert (stance.override, stance.note) == ("it counted itself", "p. 2")


def test_asserts_needs_no_reason_once_the_edge_is_rejected(session: Session) -> None:
    story = reject_dependency(session, a_bridge(session), "D01", "its own count").story
    story = mark_stance(session, story, cracks(story), INSTITUTE, StanceCode.ASSERTS).story
    (stance,) = story.state.stances.values()
    assert stance.override is None


def test_asserts_outside_the_scope_of_an_edge_needs_no_reason(session: Session) -> None:
    story = a_bridge(session)
    outside = next(label for label in story.state.claims if label != cracks(story))
    story = mark_stance(session, story, outside, INSTITUTE, StanceCode.ASSERTS).story
    assert story.state.stances


def test_a_rereading_keeps_what_was_decided_on_edges(session: Session) -> None:
    story = reject_dependency(session, a_bridge(session), "D01", "its own count").story
    story = add_dependency(session, story, UNION, BOARD, DependencyKind.CITES).story
    done = reread(session, story)
    assert done.acted.story.state.dependencies == story.state.dependencies


def test_a_rereading_of_the_same_rules_changes_no_edge(session: Session) -> None:
    story = a_bridge(session)
    done = reread(session, story)
    assert done.is_same
    assert done.acted.story.state.dependencies == story.state.dependencies


def test_merging_the_two_ends_leaves_no_edge_between_them(session: Session) -> None:
    story = a_bridge(session)
    merge_sources(session, INSTITUTE, BOARD)
    story = again(session, story)
    claim = cracks(story)
    story = mark_stance(session, story, claim, BOARD, StanceCode.ASSERTS).story
    found = assess_story(session, story, "anna").claims[claim].independence
    assert found is not None
    assert found.over == ()


def test_a_new_source_of_a_documents_edge_joins_the_registry_when_it_is_decided(
    session: Session,
) -> None:
    from verifier.desk.library import EvidenceDetails, add_evidence
    from verifier.reading import read_bytes

    story = a_bridge(session)
    words = b"According to the Pentagon, fourteen cracks were found in the north pier."
    details = EvidenceDetails(file_name="p.txt")
    added = add_evidence(session, read_bytes(words, "p.txt"), "alder-institute", details)
    passage = passage_on(session, added, "fourteen cracks")
    story = again(session, story)
    story = mark_stance(
        session, story, cracks(story), INSTITUTE, StanceCode.PARTLY, passages=(passage,)
    ).story
    assert "pentagon" not in {source.slug for source in source_list(session)}
    story = confirm_dependency(session, story, "E01.1").story
    assert edge(story, "E01.1").to_source == "pentagon"
    assert "pentagon" in {source.slug for source in source_list(session)}
    assert "pentagon" in story.state.sources
    assert session.store.check() == ()


def test_the_log_names_the_ends_of_an_edge(session: Session) -> None:
    story = reject_dependency(session, a_bridge(session), "D01", "no").story
    story = add_dependency(session, story, UNION, BOARD, DependencyKind.CITES).story
    lines = log_lines(log(session, story.state.stream))
    assert "rejected the dependency D01" in lines[-2]
    assert "harbour-union → river-board" in lines[-1]
