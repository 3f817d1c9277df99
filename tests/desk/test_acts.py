"""Every act a reviewer can do, on a real database."""

from collections.abc import Callable

import pytest
from story_at_hand import a_report, a_story, again, claim_with

from verifier.desk.claim_list import (
    add_claim,
    dismiss_claim,
    edit_claim,
    note_claim,
    restore_claim,
    span_of_quote,
)
from verifier.desk.deciding import change_confidence, give_verdict, judge_attribution
from verifier.desk.history import undo
from verifier.desk.library import evidence_list, evidence_text, passage_of, read_citation
from verifier.desk.lookup import claim_named, source_named
from verifier.desk.marking import cite, clear_stance, mark_stance, rate_credibility
from verifier.desk.registry import add_source, source_list
from verifier.desk.session import Acted, Session, open_session
from verifier.desk.stories import import_story, open_story, refresh, story_list
from verifier.judgement import is_accepted
from verifier.model.claim import ClaimLabel
from verifier.model.errors import BadInput, Conflict, Refused, UnknownName
from verifier.model.scales import (
    Aspect,
    AttributionVerdict,
    Basis,
    Confidence,
    Force,
    SourceKind,
    StanceCode,
    SubstanceVerdict,
    Weight,
)
from verifier.model.state import NoteKey, StanceKey, State, VerdictKey
from verifier.model.story import Slug
from verifier.model.text import Span
from verifier.reading import read_bytes
from verifier.record.fold import fold

WARNING = """Storm nears the coast

The Institute for the Study of War warned that the storm could cut the road to the harbour.
"""
PUMPS = "the pumps failed"
MOVED = "40 people"


def fire_service(session: Session) -> Slug:
    found = [item for item in source_list(session) if "Fire" in item.name]
    if found:
        return found[0].slug
    return add_source(session, "County Fire Service", kind=SourceKind.OFFICIAL)[0].slug


def test_an_imported_story_is_there_with_its_claims(session: Session) -> None:
    story = a_story(session)
    assert again(session, story).state == story.state
    assert claim_with(story, MOVED).anchors[0].version == 1
    assert [row.slug for row in story_list(session)] == [story.story.slug]


def test_the_state_is_the_fold_of_the_events(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    story = give_verdict(session, story, claim, SubstanceVerdict.SUPPORTED).story
    stream = story.state.stream
    assert fold(State(stream), session.store.events(stream)) == story.state
    assert session.store.load(stream) == story.state


def test_the_same_text_twice_is_two_stories_and_is_said(session: Session) -> None:
    first = a_story(session)
    document = read_bytes(first.text.encode(), "again.txt")
    second = import_story(session, document)
    assert second.story.story.slug == f"{first.story.slug}-2"
    assert any(first.story.slug in remark for remark in second.remarks)


def test_a_story_is_found_by_the_beginning_of_its_slug(session: Session) -> None:
    story = a_story(session)
    assert open_story(session, story.story.slug[:4]).story == story.story
    assert open_story(session, ".").story == story.story


def test_an_unknown_story_names_the_nearest(session: Session) -> None:
    slug = a_story(session).story.slug
    with pytest.raises(UnknownName, match=slug):
        open_story(session, slug[1:])


def test_no_stories_yet_says_what_to_do(session: Session) -> None:
    with pytest.raises(UnknownName, match="verifier import"):
        open_story(session, ".")


def test_a_mark_is_kept(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    acted = mark_stance(session, story, claim, fire_service(session), StanceCode.ASSERTS)
    assert acted.change.claims == (claim,)
    kept = again(session, story).state.stances
    key = StanceKey(claim, Aspect.SUBSTANCE, fire_service(session), "anna")
    assert kept[key].code is StanceCode.ASSERTS
    assert is_accepted(acted.story.state, claim)


def test_a_second_mark_keeps_what_the_first_cited(session: Session) -> None:
    story = a_story(session)
    claim, source = claim_with(story, PUMPS).label, fire_service(session)
    item = a_report(session, source).item
    passage = passage_of(item, evidence_text(session, item), 39, 80)
    story = refresh(session, story)
    story = mark_stance(
        session, story, claim, source, StanceCode.ASSERTS, passages=(passage,), credibility=2
    ).story
    story = mark_stance(session, story, claim, source, StanceCode.PARTLY).story
    stance = story.state.stances[StanceKey(claim, Aspect.SUBSTANCE, source, "anna")]
    assert stance.code is StanceCode.PARTLY
    assert (stance.passages, stance.credibility) == ((passage,), 2)
    assert stance.basis is Basis.DOCUMENT
    assert story.state.evidence[item.label].sha256 == item.sha256


def test_the_same_mark_again_writes_nothing(session: Session) -> None:
    story = a_story(session)
    claim, source = claim_with(story, PUMPS).label, fire_service(session)
    story = mark_stance(session, story, claim, source, StanceCode.SILENT).story
    acted = mark_stance(session, story, claim, source, StanceCode.SILENT)
    assert acted.change.subjects == ()
    assert acted.story.state.seq == story.state.seq


def test_a_stance_is_cleared(session: Session) -> None:
    story = a_story(session)
    claim, source = claim_with(story, PUMPS).label, fire_service(session)
    story = mark_stance(session, story, claim, source, StanceCode.SILENT).story
    story = clear_stance(session, story, claim, source).story
    assert not story.state.stances
    with pytest.raises(Refused, match="no stance"):
        clear_stance(session, story, claim, source)


def test_credibility_is_a_digit_of_the_code(session: Session) -> None:
    story = a_story(session)
    claim, source = claim_with(story, PUMPS).label, fire_service(session)
    story = mark_stance(session, story, claim, source, StanceCode.ASSERTS).story
    story = rate_credibility(session, story, claim, source, 3).story
    assert next(iter(story.state.stances.values())).credibility == 3
    with pytest.raises(BadInput, match="1"):
        rate_credibility(session, story, claim, source, 7)


def test_a_passage_is_cited_once(session: Session) -> None:
    story = a_story(session)
    claim, source = claim_with(story, PUMPS).label, fire_service(session)
    item = a_report(session, source).item
    story = mark_stance(session, refresh(session, story), claim, source, StanceCode.ASSERTS).story
    passage = read_citation(session, f"{item.label}:39-80")
    story = cite(session, story, claim, source, passage).story
    story = cite(session, story, claim, source, passage).story
    assert next(iter(story.state.stances.values())).passages == (passage,)


def test_an_unknown_source_is_refused_with_what_to_do(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    with pytest.raises(UnknownName, match="sources add"):
        mark_stance(session, story, claim, Slug("nobody-at-all"), StanceCode.ASSERTS)


def test_a_source_is_found_by_name_alias_or_beginning(session: Session) -> None:
    add_source(session, "Lowmarsh Gazette", kind=SourceKind.MEDIA, aliases=["The Gazette"])
    story = a_story(session)
    for name in ("lowmarsh-gazette", "Lowmarsh gazette", "THE GAZETTE", "lowmarsh-g"):
        assert source_named(story, name).slug == "lowmarsh-gazette"


def test_an_import_knows_the_sources_of_the_registry_by_their_names(session: Session) -> None:
    fire = add_source(session, "County Fire Service", kind=SourceKind.OFFICIAL, slug="fire")[0]
    story = a_story(session)
    assert claim_with(story, PUMPS).attributions[0].source == fire.slug
    assert story.sources[fire.slug] == fire


def test_a_source_is_added_once(session: Session) -> None:
    add_source(session, "Lowmarsh Gazette", kind=SourceKind.MEDIA)
    with pytest.raises(Refused, match="lowmarsh-gazette"):
        add_source(session, "lowmarsh gazette", kind=SourceKind.MEDIA)


def test_a_verdict_keeps_its_reasons_and_another_one_begins_anew(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, MOVED).label
    story = give_verdict(
        session,
        story,
        claim,
        SubstanceVerdict.MISSTATED,
        confidence=Confidence.HIGH,
        why="the log says 38",
        replacement="38 people",
        override="read out to me over the telephone",
    ).story
    key = VerdictKey(claim, Aspect.SUBSTANCE, "anna")
    story = give_verdict(session, story, claim, SubstanceVerdict.MISSTATED, why="log: 38").story
    verdict = story.state.verdicts[key]
    assert (verdict.why, verdict.replace) == ("log: 38", "38 people")
    story = give_verdict(session, story, claim, SubstanceVerdict.SUPPORTED).story
    verdict = story.state.verdicts[key]
    assert (verdict.code, verdict.why, verdict.replace, verdict.override) == (
        SubstanceVerdict.SUPPORTED,
        "",
        None,
        None,
    )


def test_unchecked_takes_a_verdict_back(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, MOVED).label
    story = give_verdict(session, story, claim, SubstanceVerdict.SUPPORTED).story
    story = give_verdict(session, story, claim, SubstanceVerdict.UNCHECKED).story
    assert not story.state.verdicts
    nothing = give_verdict(session, story, claim, SubstanceVerdict.UNCHECKED)
    assert nothing.change.subjects == ()


def test_the_two_questions_have_two_verdicts(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, MOVED).label
    story = give_verdict(session, story, claim, SubstanceVerdict.SUPPORTED).story
    story = judge_attribution(session, story, claim, AttributionVerdict.DRIFTED).story
    codes = {key.aspect: verdict.code for key, verdict in story.state.verdicts.items()}
    assert codes == {
        Aspect.SUBSTANCE: SubstanceVerdict.SUPPORTED,
        Aspect.ATTRIBUTION: AttributionVerdict.DRIFTED,
    }


def test_confidence_stops_at_the_ends_of_its_scale(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, MOVED).label
    story = give_verdict(session, story, claim, SubstanceVerdict.SUPPORTED).story
    seen = []
    for step in (+1, +1, +1, -1, -1, -1):
        story = change_confidence(session, story, claim, Aspect.SUBSTANCE, step).story
        seen.append(next(iter(story.state.verdicts.values())).confidence)
    assert seen == ["moderate", "high", "high", "moderate", "low", "low"]


def test_two_reviewers_judge_apart(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, MOVED).label
    give_verdict(session, story, claim, SubstanceVerdict.SUPPORTED)
    with open_session(None, "ben") as other:
        theirs = open_story(other, story.story.slug)
        theirs = give_verdict(other, theirs, claim, SubstanceVerdict.ATTRIBUTED_ONLY).story
    assert len(theirs.state.verdicts) == 2


def test_an_act_on_what_another_changed_meanwhile_is_a_conflict(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, MOVED).label
    with open_session(None, "ben") as other:
        dismiss_claim(other, open_story(other, story.story.slug), claim, "not ours")
    with pytest.raises(Conflict, match="ben"):
        edit_claim(session, story, claim, weight=Weight.INCIDENTAL)


def test_an_act_on_another_claim_takes_in_what_others_did(session: Session) -> None:
    story = a_story(session)
    with open_session(None, "ben") as other:
        theirs = open_story(other, story.story.slug)
        dismiss_claim(other, theirs, claim_with(story, MOVED).label, "not ours")
    story = note_claim(session, story, claim_with(story, PUMPS).label, "ask").story
    assert not claim_with(story, MOVED).is_active


def test_an_act_names_the_claims_that_others_changed_meanwhile(session: Session) -> None:
    story = a_story(session)
    moved, pumps = claim_with(story, MOVED).label, claim_with(story, PUMPS).label
    with open_session(None, "ben") as other:
        theirs = open_story(other, story.story.slug)
        theirs = dismiss_claim(other, theirs, moved, "not ours").story
        note_claim(other, theirs, moved, "asked the school")
    acted = note_claim(session, story, pumps, "ask")
    assert acted.change.claims == (pumps,)
    assert acted.others == (moved,)
    assert acted.story.state == again(session, story).state


def test_an_act_alone_names_no_others(session: Session) -> None:
    story = a_story(session)
    assert note_claim(session, story, claim_with(story, PUMPS).label, "ask").others == ()


def test_a_dismissed_claim_takes_no_mark_of_any_kind(session: Session) -> None:
    story = a_story(session)
    claim, source = claim_with(story, PUMPS).label, fire_service(session)
    item = a_report(session, source).item
    passage = read_citation(session, f"{item.label}:39-80")
    story = refresh(session, story)
    story = mark_stance(session, story, claim, source, StanceCode.ASSERTS).story
    story = dismiss_claim(session, story, claim, "a repeat").story
    acts: tuple[Callable[[], Acted], ...] = (
        lambda: mark_stance(session, story, claim, source, StanceCode.ECHOES),
        lambda: clear_stance(session, story, claim, source),
        lambda: rate_credibility(session, story, claim, source, 3),
        lambda: cite(session, story, claim, source, passage),
        lambda: judge_attribution(session, story, claim, AttributionVerdict.EXACT),
    )
    for act in acts:
        with pytest.raises(Refused, match=r"is dismissed \(a repeat\); restore it"):
            act()
    assert again(session, story).state == story.state


def test_a_restored_claim_has_its_stance_still_and_takes_marks_again(session: Session) -> None:
    story = a_story(session)
    claim, source = claim_with(story, PUMPS).label, fire_service(session)
    story = mark_stance(session, story, claim, source, StanceCode.ASSERTS).story
    story = dismiss_claim(session, story, claim, "a repeat").story
    story = restore_claim(session, story, claim).story
    story = rate_credibility(session, story, claim, source, 2).story
    (stance,) = story.state.stances.values()
    assert (stance.code, stance.credibility) == (StanceCode.ASSERTS, 2)


def test_a_missed_claim_is_added_with_a_label_of_its_own(session: Session) -> None:
    story = a_story(session)
    before = set(story.state.claims)
    span = span_of_quote(story, "foreseen")
    story = add_claim(session, story, span, standalone="The flood was foreseen").story
    (label,) = set(story.state.claims) - before
    added = story.state.claims[label]
    assert added.selector is not None
    assert added.selector.exact == "foreseen"
    assert added.proposed_by == "anna"
    assert added.standalone == "The flood was foreseen"


def test_an_added_claim_reads_its_own_numbers(session: Session) -> None:
    story = a_story(session)
    span = span_of_quote(story, "at least 40 people had been moved")
    before = set(story.state.claims)
    story = add_claim(session, story, span).story
    (label,) = set(story.state.claims) - before
    numbers = [facet.number for facet in story.state.claims[label].facets if facet.number]
    assert [number.low for number in numbers] == ["40"]


def test_a_speaker_is_corrected(session: Session) -> None:
    add_source(session, "Lowmarsh Gazette", kind=SourceKind.MEDIA)
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    story = edit_claim(session, story, claim, speaker="Lowmarsh Gazette").story
    said = story.state.claims[claim].attributions[0]
    assert (said.source, said.rule) == ("lowmarsh-gazette", "by hand")
    assert Slug("lowmarsh-gazette") in story.state.sources


def test_a_corrected_speaker_keeps_what_the_words_say_of_the_statement(session: Session) -> None:
    story = import_story(session, read_bytes(WARNING.encode(), "warning.txt")).story
    claim = next(c for c in story.state.claims.values() if c.attributions[0].force is Force.WARNS)
    story = edit_claim(session, story, claim.label, speaker="ISW").story
    said = story.state.claims[claim.label].attributions[0]
    assert (said.force, said.cue) == (Force.WARNS, claim.attributions[0].cue)
    assert said.source == "isw"


def test_a_stand_alone_text_of_a_person_stays_on_another_span(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    story = edit_claim(session, story, claim, standalone="The north pumps failed").story
    span = span_of_quote(story, "the pumps failed")
    story = edit_claim(session, story, claim, span=span).story
    assert story.state.claims[claim].standalone == "The north pumps failed"


def test_a_silent_source_cites_nothing(session: Session) -> None:
    story = a_story(session)
    claim, source = claim_with(story, PUMPS).label, fire_service(session)
    item = a_report(session, source).item
    passage = read_citation(session, f"{item.label}:39-80")
    story = refresh(session, story)
    story = mark_stance(
        session, story, claim, source, StanceCode.ASSERTS, passages=(passage,)
    ).story
    story = mark_stance(session, story, claim, source, StanceCode.SILENT).story
    assert next(iter(story.state.stances.values())).passages == ()
    with pytest.raises(BadInput, match="nothing to cite"):
        mark_stance(session, story, claim, source, StanceCode.SILENT, passages=(passage,))


def test_an_act_on_a_claim_that_was_taken_away_is_a_conflict(session: Session) -> None:
    story = a_story(session)
    before = set(story.state.claims)
    story = add_claim(session, story, span_of_quote(story, "foreseen")).story
    (label,) = set(story.state.claims) - before
    with open_session(None, "ben") as other:
        theirs = open_story(other, story.story.slug)
        undo(session, story)
        with pytest.raises(Conflict, match="anna"):
            give_verdict(other, theirs, label, SubstanceVerdict.SUPPORTED)


def test_a_name_that_means_two_sources_says_so(session: Session) -> None:
    add_source(session, "White House", kind=SourceKind.OFFICIAL)
    add_source(session, "White Flag Club", kind=SourceKind.MEDIA)
    with pytest.raises(UnknownName, match=r"Several sources.*white-flag-club"):
        source_named(a_story(session), "white")


def test_a_claim_may_be_given_to_the_narrator(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    story = edit_claim(session, story, claim, speaker="").story
    assert story.state.claims[claim].attributions[0].source is None


def test_a_span_and_a_cue_are_corrected(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    span = span_of_quote(story, "the pumps failed two hours before midnight")
    cue = span_of_quote(story, "According to")
    story = edit_claim(
        session, story, claim, span=span, speaker=fire_service(session), cue=cue
    ).story
    changed = story.state.claims[claim]
    assert changed.selector is not None
    assert changed.selector.span == span
    assert changed.attributions[0].cue == "According to"


@pytest.mark.parametrize("span", [Span(5, 5), Span(0, 10**6), Span(-3, 4)])
def test_a_span_outside_the_text_is_refused(session: Session, span: Span) -> None:
    with pytest.raises(BadInput, match="outside"):
        add_claim(session, a_story(session), span)


def test_a_quote_must_stand_once_in_the_story(session: Session) -> None:
    story = a_story(session)
    assert span_of_quote(story, "pumps\n  failed").of(story.text) == "pumps failed"
    for quote, why in (("Lowmarsh", "2 times"), ("no such words", "do not stand"), (" ", "empty")):
        with pytest.raises(BadInput, match=why):
            span_of_quote(story, quote)


def test_a_claim_is_dismissed_and_restored(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    story = dismiss_claim(session, story, claim, "a repeat").story
    assert story.state.claims[claim].reason == "a repeat"
    with pytest.raises(Refused, match="restore it"):
        give_verdict(session, story, claim, SubstanceVerdict.SUPPORTED)
    story = restore_claim(session, story, claim).story
    assert story.state.claims[claim].is_active
    with pytest.raises(Refused, match="nothing to restore"):
        restore_claim(session, story, claim)


def test_a_dismissal_needs_a_reason(session: Session) -> None:
    story = a_story(session)
    with pytest.raises(BadInput, match="reason"):
        dismiss_claim(session, story, claim_with(story, PUMPS).label, "  ")


def test_a_note_is_set_and_removed(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    story = note_claim(session, story, claim, "ask the engineer").story
    assert story.state.notes[NoteKey(claim, "anna")].text == "ask the engineer"
    story = note_claim(session, story, claim, "").story
    assert not story.state.notes


def test_a_claim_is_found_in_small_letters_and_its_neighbours_are_named(session: Session) -> None:
    story = a_story(session)
    assert claim_named(story, "c01").label == "C01"
    with pytest.raises(UnknownName, match="Did you mean C0"):
        claim_named(story, "C0")
    with pytest.raises(UnknownName):
        mark_stance(session, story, ClaimLabel("C77"), Slug("x"), StanceCode.ASSERTS)


def test_the_same_bytes_are_one_evidence_item(session: Session) -> None:
    source = fire_service(session)
    first, second = a_report(session, source), a_report(session, source)
    assert first.is_new
    assert not second.is_new
    assert evidence_list(session) == (first.item,)
    assert evidence_text(session, first.item).startswith("County Fire Service")


def test_a_well_known_source_needs_no_adding(session: Session) -> None:
    item = a_report(session, "ISW").item
    assert item.source == "isw"
    assert [source.slug for source in source_list(session)] == ["isw"]
    with pytest.raises(UnknownName, match="sources add"):
        a_report(session, "nobody we know")


@pytest.mark.parametrize("citation", ["E01", "E01:5", "E01:9-3", "E01:0-99999", "E09:0-5", "x"])
def test_a_citation_that_means_nothing_is_refused(session: Session, citation: str) -> None:
    a_report(session, fire_service(session))
    with pytest.raises(BadInput):
        read_citation(session, citation)


def test_hostile_text_is_kept_as_it_is(session: Session) -> None:
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    attack = "'); DROP TABLE event; -- \x1b[2J \u202e [/b]"
    story = note_claim(session, story, claim, attack).story
    assert again(session, story).state.notes[NoteKey(claim, "anna")].text == attack
    assert session.store.check() == ()
