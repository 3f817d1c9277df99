"""The report put together: what it says, and that it says it from the record alone."""

import json
import re
from dataclasses import replace
from typing import cast

import pytest
from hostile_report import report_of
from sample_report import BLOGGERS, DIU, ISW, checked, imported, with_source

from verifier.model.claim import ClaimLabel
from verifier.model.errors import BadInput, Refused
from verifier.model.event import EventKind, Json, Subject, SubjectKind
from verifier.model.report import Recommendation, VerdictCount
from verifier.model.scales import (
    AttributionVerdict,
    Exclusion,
    StanceCode,
    SubstanceVerdict,
)
from verifier.record.canonical import canonical, digest
from verifier.record.fold import STORY_KEY
from verifier.report import FORMATS, assemble, render
from verifier.report.counts import count_proposals, count_verdicts
from verifier.report.to_json import report_to_json

Object = dict[str, Json]


def test_a_story_that_nobody_checked_is_held() -> None:
    bottom = report_of(imported()).bottom_line
    assert bottom.recommendation is Recommendation.HOLD
    assert bottom.reasons[0] == "Load-bearing and not checked: C01, C02."
    assert (bottom.claims, bottom.checked) == (9, 0)


def test_a_story_without_claims_is_held() -> None:
    desk = imported()
    desk.state = replace(desk.state, claims={})
    assert report_of(desk).bottom_line.reasons == ("The story has no claims to check.",)


def test_words_that_must_change_and_have_no_replacement_hold_the_story() -> None:
    assert (
        "Must change, and nobody has proposed other words: C06."
        in report_of(checked()).bottom_line.reasons
    )


def test_a_story_with_a_replacement_for_everything_wrong_is_published_with_changes() -> None:
    desk = checked()
    desk.judge("C06", SubstanceVerdict.DISPUTED, replacement="the bloggers said, Kyiv denies it")
    for label in ("C03", "C07", "C08"):
        desk.judge(label, SubstanceVerdict.SUPPORTED)
    bottom = report_of(desk).bottom_line
    assert bottom.recommendation is Recommendation.WITH_CHANGES
    assert bottom.reasons == ("2 passages must change; see section 2.",)


def test_a_story_in_which_all_holds_is_published() -> None:
    desk = imported()
    for label in desk.state.claims:
        desk.judge(label, SubstanceVerdict.SUPPORTED)
    assert report_of(desk).bottom_line.recommendation is Recommendation.PUBLISH


def test_an_open_incidental_claim_does_not_hold_the_story() -> None:
    desk = imported()
    for label in desk.state.claims:
        if label != "C09":
            desk.judge(label, SubstanceVerdict.SUPPORTED)
    assert report_of(desk).bottom_line.recommendation is Recommendation.PUBLISH


def test_a_load_bearing_claim_that_stays_unverified_holds_the_story() -> None:
    desk = imported()
    for label in desk.state.claims:
        desk.judge(label, SubstanceVerdict.UNVERIFIED)
    assert report_of(desk).bottom_line.reasons == ("Load-bearing and unverified: C01, C02.",)


def test_what_must_change_comes_load_bearing_first() -> None:
    desk = checked()
    desk.judge("C01", SubstanceVerdict.REFUTED, replacement="none is known to have died")
    assert [fix.claim for fix in report_of(desk).must_fix] == ["C01", "C02", "C06"]


def test_a_fix_gives_the_words_the_replacement_the_reasons_and_the_evidence() -> None:
    fix = report_of(checked()).must_fix[0]
    assert fix.words == "as many as 200 soldiers of the mixed units had died on December 14"
    assert fix.replacement is not None
    assert fix.replacement.startswith("about 200 soldiers")
    assert fix.problems == (SubstanceVerdict.MISSTATED, AttributionVerdict.DRIFTED)
    assert fix.evidence == ("E05", "E06")
    assert fix.line == 8


def test_the_story_stands_on_its_load_bearing_claims() -> None:
    first, second = report_of(checked()).bottom_line.footings
    assert (first.claim, first.asserts) == ("C01", 1)
    assert (second.asserts, second.partly, second.echoes) == (1, 0, 1)


def test_every_count_can_be_counted_again_in_the_appendix() -> None:
    desk = checked()
    report = report_of(desk)
    printed = json.loads(render(report, "json"))
    appendix = cast(Object, printed["appendix"])
    assert count_verdicts(appendix) == report.bottom_line.counts
    assert count_proposals(appendix, report.title.checkers) == report.method.proposals
    assert report.bottom_line.counts == tuple(
        VerdictCount(verdict, count) for verdict, count in desk.assessment.tally.items()
    )


def test_the_report_counts_what_was_proposed_accepted_and_dismissed() -> None:
    proposals = report_of(checked()).method.proposals
    assert (proposals.claims, proposals.proposed) == (9, 4)
    assert (proposals.accepted, proposals.dismissed) == (4, 1)
    assert (proposals.stances, proposals.stances_without_passage) == (5, 2)


def test_the_ledger_holds_what_a_person_accepted_and_counts_the_rest() -> None:
    report = report_of(checked())
    assert [block.claim.label for block in report.ledger] == ["C01", "C02", "C04", "C06"]
    assert [claim.label for claim in report.dismissed] == ["C05"]
    assert [item.claim.label for item in report.method.not_checked] == ["C03", "C07", "C08", "C09"]
    assert {item.why for item in report.method.not_checked} == {
        "proposed by the program; no person has acted on it"
    }


def test_a_claim_with_stances_and_no_verdict_says_so() -> None:
    desk = imported().mark("C03", ISW, StanceCode.INCONCLUSIVE)
    waiting = {item.claim.label: item.why for item in report_of(desk).method.not_checked}
    assert waiting[ClaimLabel("C03")] == "sources were marked, no verdict given"


def test_the_grade_joins_the_letter_of_the_source_and_the_digit_of_the_item() -> None:
    block = report_of(checked()).ledger[1]
    assert [line.grade for line in block.stances] == ["C–", "C3", "B3", "not graded"]


def test_the_evidence_register_names_every_passage_used() -> None:
    entry = report_of(checked()).register[0]
    assert (entry.item.label, len(entry.item.sha256)) == ("E05", 64)
    assert [(use.claim, use.words) for use in entry.passages] == [
        ("C02", "lost about 200 soldiers, Russians and North Koreans")
    ]


def test_a_source_that_was_looked_through_in_vain_is_listed() -> None:
    (look,) = report_of(checked()).looked_for
    assert (look.claim, look.source, look.note) == (
        "C02",
        BLOGGERS,
        "channel read for 13-16 December",
    )


def test_a_source_shows_what_it_speaks_for_and_what_it_was_asked_about() -> None:
    uses = {use.source.slug: use for use in report_of(checked()).sources}
    assert uses[DIU].speaks_for == ("C02", "C03", "C04")
    assert uses[BLOGGERS].marked_on == ("C02",)
    assert uses[DIU].evidence == ("E05",)


def test_the_title_block_says_who_worked_when_and_on_which_text() -> None:
    desk = checked()
    title = report_of(desk).title
    assert title.checkers == ("anna", "boris")
    assert (title.began, title.ended) == ("2026-01-02T03:00:05.678Z", "2026-01-02T03:11:05.678Z")
    assert (title.head, title.entries) == (desk.state.head, 12)
    assert title.sha256 == digest(desk.text.encode())


def test_work_on_a_claim_leaves_the_import_out() -> None:
    work = report_of(checked()).ledger[1].work
    assert work is not None
    assert (work.acts, work.actors) == (6, ("anna",))


def test_the_digest_is_over_the_canonical_json_without_itself() -> None:
    report = report_of(checked())
    assert report.digest == digest(canonical(report_to_json(report)))
    printed = json.loads(render(report, "json"))
    printed.pop("digest")
    assert digest(canonical(printed)) == report.digest


def test_another_decision_gives_another_digest() -> None:
    desk = checked()
    first = report_of(desk).digest
    assert report_of(desk.judge("C03", SubstanceVerdict.UNVERIFIED)).digest != first


def test_invisible_characters_of_the_story_are_counted_by_name() -> None:
    desk = imported()
    report = assemble(
        desk.state,
        desk.assessment,
        desk.text + "\u202ea\u200bb\u200b",
        events=(),
        program="verifier",
        sources={},
    )
    assert any(
        "U+200B ZERO WIDTH SPACE (2), U+202E RIGHT-TO-LEFT OVERRIDE (1)" in limit
        for limit in report.method.limits
    )


def test_a_story_without_a_dateline_says_that_years_stay_open() -> None:
    desk = imported()
    assert desk.state.story is not None
    undated = replace(desk.state.story, dateline=None)
    desk.act(EventKind.CLAIM_EDITED, (Subject(SubjectKind.STORY, STORY_KEY), undated))
    assert any("years" in limit for limit in report_of(desk).method.limits)


def test_excluded_words_carry_their_reason() -> None:
    lines = report_of(checked()).lines
    assert lines[0].pieces[0].excluded is Exclusion.WEATHER


def test_a_story_whose_import_was_undone_has_no_report() -> None:
    desk = imported()
    desk.state = replace(desk.state, story=None)
    with pytest.raises(Refused, match="import was undone"):
        report_of(desk)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(BadInput, match="html, md, json"):
        render(report_of(imported()), "odt")


@pytest.mark.parametrize("report_format", FORMATS)
def test_of_a_confidential_source_only_the_descriptor_is_printed(report_format: str) -> None:
    desk = with_source(checked(), DIU, confidential=True)
    desk.judge("C03", SubstanceVerdict.UNVERIFIED, why="call of the diu, per ГУР")
    shown = render(report_of(desk), report_format).decode().casefold()
    for secret in ("diu", "гур", "lost about 200", "example.org/diu", "figures run high"):
        assert not re.search(rf"\b{secret}", shown)
    assert "confidential source 1" in shown
    assert "own intercepts" in shown
    assert "wants the losses known" in shown


@pytest.mark.parametrize("report_format", FORMATS)
def test_the_letters_of_a_confidential_document_do_not_leave(report_format: str) -> None:
    desk = with_source(checked(), ISW, confidential=True)
    shown = render(report_of(desk), report_format).decode()
    item = next(item for item in desk.state.evidence.values() if item.label == "E06")
    assert item.sha256 not in shown
    assert "up to 200 troops" not in shown
    assert "E06" in shown


def test_a_surname_of_a_confidential_person_is_barred_as_well() -> None:
    desk = with_source(checked(), ISW, confidential=True, name="Jane Roe", aliases=())
    desk.judge("C03", SubstanceVerdict.UNVERIFIED, why="Roe said so; JANE  ROE, jane_roe@x.org")
    shown = render(report_of(desk), "md").decode()
    assert "Roe" not in shown
    assert "jane" not in shown.casefold()


def test_a_name_that_is_part_of_another_word_stays() -> None:
    desk = with_source(checked(), ISW, confidential=True, name="war", aliases=())
    assert "Washington" in render(report_of(desk), "md").decode()


def test_a_source_marked_confidential_in_the_story_alone_is_concealed() -> None:
    desk = checked()
    hidden = replace(desk.state.sources[DIU], confidential=True)
    desk.act(EventKind.SOURCES_ADDED, (Subject(SubjectKind.SOURCE, (DIU,)), hidden))
    assert "DIU" not in render(report_of(desk), "json").decode()
