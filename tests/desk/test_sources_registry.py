"""The registry of sources: what is known of them, their grades, their names and their merging."""

import pytest
from story_at_hand import a_story, again, claim_with

from verifier.desk.history import log, log_lines, redo_in, undo_in
from verifier.desk.known import known_state
from verifier.desk.lookup import source_named
from verifier.desk.marking import clear_stance, mark_stance, rate_credibility
from verifier.desk.merging import merge_sources
from verifier.desk.registry import (
    SourceEdit,
    add_source,
    edit_source,
    gradings,
    look_alikes,
    rate_source,
    source_list,
)
from verifier.desk.session import Session, open_session
from verifier.desk.stories import import_story
from verifier.model.errors import BadInput, Refused, UnknownName
from verifier.model.event import DESK
from verifier.model.scales import Reliability, SourceKind, StanceCode
from verifier.model.source import Source
from verifier.model.story import Slug
from verifier.reading import read_bytes

PUMPS = "the pumps failed"


def a_source(session: Session, name: str, **fields: object) -> Slug:
    """A media source of that name; its slug."""
    return add_source(session, name, kind=SourceKind.MEDIA, **fields)[0].slug  # type: ignore[arg-type]


def known(session: Session, slug: str) -> Source:
    return next(source for source in source_list(session) if source.slug == slug)


def test_every_field_of_a_source_can_be_changed_and_emptied(session: Session) -> None:
    a_source(session, "River Board")
    gazette = a_source(session, "Lowmarsh Gazette", aliases=["The Gazette"])
    edit = SourceEdit(
        name="The Lowmarsh Gazette",
        kind=SourceKind.ANALYST,
        party="Lowmarsh",
        owner="Marsh Press",
        parent="river board",
        access="sits in the council",
        record="corrected twice in 2025",
        interest="sells to the town",
        confidential=False,
        aliases=("Gazette",),
        without=("the gazette",),
    )
    source, _ = edit_source(session, gazette, edit)
    assert known(session, gazette) == source
    assert (source.parent, source.owner, source.record) == (
        "river-board",
        "Marsh Press",
        "corrected twice in 2025",
    )
    assert source.aliases == ("Gazette",)
    emptied, _ = edit_source(session, gazette, SourceEdit(party="", parent="", access=""))
    assert (emptied.party, emptied.parent, emptied.access) == (None, None, None)


def test_editing_and_grading_is_undone_and_done_again(session: Session) -> None:
    gazette = a_source(session, "Lowmarsh Gazette")
    before = known(session, gazette)
    edit_source(session, gazette, SourceEdit(party="Lowmarsh"))
    rate_source(session, gazette, Reliability.C, "one paper, one reporter")
    graded = known(session, gazette)
    undo_in(session, DESK)
    undo_in(session, DESK)
    assert known(session, gazette) == before
    redo_in(session, DESK)
    redo_in(session, DESK)
    assert known(session, gazette) == graded


def test_an_edit_that_changes_nothing_is_refused(session: Session) -> None:
    gazette = a_source(session, "Lowmarsh Gazette", party="Lowmarsh")
    with pytest.raises(Refused, match="like that already"):
        edit_source(session, gazette, SourceEdit(party="Lowmarsh"))


def test_a_name_that_another_source_has_is_refused(session: Session) -> None:
    a_source(session, "Lowmarsh Gazette")
    board = a_source(session, "River Board")
    with pytest.raises(Refused, match="lowmarsh-gazette"):
        edit_source(session, board, SourceEdit(aliases=("LOWMARSH GAZETTE",)))


def test_an_alias_that_is_not_there_cannot_be_dropped(session: Session) -> None:
    board = a_source(session, "River Board")
    with pytest.raises(BadInput, match="no alias"):
        edit_source(session, board, SourceEdit(without=("Board",)))


def test_a_source_is_never_above_itself(session: Session) -> None:
    press = a_source(session, "Marsh Press")
    gazette = a_source(session, "Lowmarsh Gazette")
    edit_source(session, gazette, SourceEdit(parent=press))
    with pytest.raises(Refused, match="parent"):
        edit_source(session, press, SourceEdit(parent=gazette))


def test_a_grade_needs_a_reason_and_keeps_its_history(session: Session) -> None:
    gazette = a_source(session, "Lowmarsh Gazette")
    with pytest.raises(BadInput, match="why"):
        rate_source(session, gazette, Reliability.B, " ")
    rate_source(session, gazette, Reliability.B, "always right so far")
    with open_session(None, "ben") as other:
        rate_source(other, gazette, Reliability.D, "printed a hoax")
    edit_source(session, gazette, SourceEdit(party="Lowmarsh"))
    found = gradings(session, gazette)
    assert [(item.actor, item.reliability, item.reason) for item in found] == [
        ("anna", Reliability.B, "always right so far"),
        ("ben", Reliability.D, "printed a hoax"),
    ]


def test_a_grade_can_be_taken_away(session: Session) -> None:
    gazette = a_source(session, "Lowmarsh Gazette")
    rate_source(session, gazette, Reliability.B, "always right so far")
    rate_source(session, gazette, None, "nobody looked since 2020")
    assert known(session, gazette).reliability is None
    assert gradings(session, gazette)[-1].reliability is None


def test_a_cyrillic_letter_in_a_latin_name_is_warned_about(session: Session) -> None:
    a_source(session, "ISW")
    twin, _ = add_source(session, "ІSW", kind=SourceKind.ANALYST)
    said = look_alikes(source_list(session), twin)
    assert any("mixes letters of two scripts" in sentence for sentence in said)
    assert any("looks like “ISW” (isw)" in sentence for sentence in said)
    assert known(session, "isw").merged_into is None
    assert len(source_list(session)) == 2


def test_a_story_that_brings_a_look_alike_is_imported_with_a_remark(session: Session) -> None:
    a_source(session, "Lowmarsh Cоuncil", aliases=())  # its first o is a Cyrillic letter
    text = "The Lowmarsh Council said that the gate was shut on Monday."
    done = import_story(session, read_bytes(text.encode(), "gate.txt"))
    brought = [slug for slug in done.story.state.sources if "council" in slug]
    assert brought
    assert any("looks like “Lowmarsh Cоuncil”" in remark for remark in done.remarks)
    assert len([s for s in source_list(session) if s.name.startswith("Lowmarsh")]) == 2


def test_a_near_spelling_is_warned_about_and_a_different_name_is_not(session: Session) -> None:
    a_source(session, "Institute for the Study of War")
    near, _ = add_source(session, "Institute for Study of War", kind=SourceKind.ANALYST)
    assert "almost like" in look_alikes(source_list(session), near)[0]
    other, _ = add_source(session, "County Fire Service", kind=SourceKind.OFFICIAL)
    assert look_alikes(source_list(session), other) == ()


def test_a_merged_source_is_found_under_all_its_names(session: Session) -> None:
    old = a_source(session, "The Marsh Paper", aliases=["Marsh Paper"], party="Lowmarsh")
    new = a_source(session, "Lowmarsh Gazette")
    done = merge_sources(session, old, new)
    assert done.into.aliases == ("The Marsh Paper", "Marsh Paper")
    assert done.into.party == "Lowmarsh"
    story = a_story(session)
    for name in (old, "marsh paper", "Lowmarsh Gazette"):
        assert source_named(story, name).slug == new


def test_what_both_say_differently_is_remarked(session: Session) -> None:
    old = a_source(session, "The Marsh Paper", party="Highmarsh")
    new = a_source(session, "Lowmarsh Gazette", party="Lowmarsh")
    (remark,) = merge_sources(session, old, new).remarks
    assert "Highmarsh" in remark
    assert "Lowmarsh" in remark


def test_marks_under_the_merged_name_count_for_the_other_and_stay_on_record(
    session: Session,
) -> None:
    old, new = a_source(session, "The Marsh Paper"), a_source(session, "Lowmarsh Gazette")
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    mark_stance(session, story, claim, old, StanceCode.INCONCLUSIVE, note="page 3")
    merge_sources(session, old, new)
    story = again(session, story)
    seen = {key.source: item for key, item in known_state(story).stances.items()}
    assert seen[new].note == "page 3"
    assert old not in known_state(story).sources
    assert [key.source for key in story.state.stances] == [old]


def test_marking_the_merged_source_goes_on_with_the_old_mark(session: Session) -> None:
    old, new = a_source(session, "The Marsh Paper"), a_source(session, "Lowmarsh Gazette")
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    mark_stance(session, story, claim, old, StanceCode.INCONCLUSIVE, note="page 3")
    merge_sources(session, old, new)
    story = mark_stance(session, again(session, story), claim, new, StanceCode.PARTLY).story
    story = rate_credibility(session, story, claim, new, 3).story
    (stance,) = known_state(story).stances.values()
    assert (stance.source, stance.code, stance.note, stance.credibility) == (
        new,
        StanceCode.PARTLY,
        "page 3",
        3,
    )
    story = clear_stance(session, story, claim, new).story
    assert not story.state.stances


def test_undoing_a_merge_parts_the_sources_with_their_marks(session: Session) -> None:
    old, new = a_source(session, "The Marsh Paper"), a_source(session, "Lowmarsh Gazette")
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    mark_stance(session, story, claim, old, StanceCode.INCONCLUSIVE)
    before = known_state(again(session, story))
    merge_sources(session, old, new)
    undo_in(session, DESK)
    assert known_state(again(session, story)) == before
    assert known(session, new).aliases == ()
    redo_in(session, DESK)
    assert known(session, old).merged_into == new


def test_a_merge_that_would_lose_a_mark_is_refused(session: Session) -> None:
    old, new = a_source(session, "The Marsh Paper"), a_source(session, "Lowmarsh Gazette")
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    story = mark_stance(session, story, claim, old, StanceCode.INCONCLUSIVE).story
    mark_stance(session, story, claim, new, StanceCode.CONTRADICTS)
    with pytest.raises(Refused, match=f"both .* on {claim}"):
        merge_sources(session, old, new)
    assert known(session, old).merged_into is None


def test_a_source_is_not_merged_into_itself_or_into_what_it_became(session: Session) -> None:
    old, new = a_source(session, "The Marsh Paper"), a_source(session, "Lowmarsh Gazette")
    merge_sources(session, old, new)
    with pytest.raises(Refused, match="same source"):
        merge_sources(session, new, old)


def test_a_source_nobody_knows_is_not_merged(session: Session) -> None:
    new = a_source(session, "Lowmarsh Gazette")
    with pytest.raises(UnknownName, match="nowhere"):
        merge_sources(session, "nowhere", new)


def test_merging_twice_leads_to_the_last(session: Session) -> None:
    first, second = a_source(session, "The Marsh Paper"), a_source(session, "Marsh Weekly")
    third = a_source(session, "Lowmarsh Gazette")
    story = a_story(session)
    claim = claim_with(story, PUMPS).label
    mark_stance(session, story, claim, first, StanceCode.INCONCLUSIVE)
    merge_sources(session, first, second)
    merge_sources(session, second, third)
    story = again(session, story)
    assert {key.source for key in known_state(story).stances} == {third}
    assert source_named(story, first).slug == third


def test_the_log_says_what_happened_to_sources(session: Session) -> None:
    old, new = a_source(session, "The Marsh Paper"), a_source(session, "Lowmarsh Gazette")
    rate_source(session, new, Reliability.C, "one reporter")
    merge_sources(session, old, new)
    lines = log_lines(log(session, DESK))
    assert any("changed reliability, reliability_reason of the source" in line for line in lines)
    assert lines[-1].startswith(f"merged {old} into {new}")
