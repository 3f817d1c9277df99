"""Sections 3, 6, 7, 11 and 12, and what a claim's block says of independence and policy."""

import json

import pytest
from echo_at_hand import a_bridge, a_record, a_weekly, cracks, passage_on
from story_at_hand import again

from verifier.desk.deciding import give_verdict
from verifier.desk.dependencies import reject_dependency
from verifier.desk.marking import mark_stance
from verifier.desk.questions import answer_question, ask_question
from verifier.desk.registry import SourceEdit, edit_source, rate_source
from verifier.desk.reports import build_report, render
from verifier.desk.searches import record_search
from verifier.desk.session import OpenStory, Session, open_session
from verifier.desk.signing import sign_off
from verifier.desk.stories import open_story
from verifier.model.errors import Refused
from verifier.model.report import Report
from verifier.model.scales import RecordKind, Reliability, StanceCode, SubstanceVerdict, Weight
from verifier.model.story import Slug
from verifier.report import FORMATS

BOARD, INSTITUTE, UNION = Slug("river-board"), Slug("alder-institute"), Slug("harbour-union")


@pytest.fixture
def story(session: Session) -> OpenStory:
    """The story with an echo, a document, an override, a question and a search."""
    story = a_bridge(session)
    passage = passage_on(session, a_weekly(session), "fourteen cracks")
    claim = cracks(story)
    story = again(session, story)
    story = mark_stance(session, story, claim, BOARD, StanceCode.ASSERTS).story
    story = mark_stance(
        session, story, claim, INSTITUTE, StanceCode.ECHOES, passages=(passage,)
    ).story
    story = give_verdict(
        session, story, claim, SubstanceVerdict.CONFIRMED, why="seen", override="I counted them"
    ).story
    story = ask_question(session, story, claim, "Who <b>counted</b>?").story
    story = record_search(session, story, claim, "pier cracks", None, 4, 0).story
    with open_session(None, "ben") as other:
        theirs = open_story(other, story.story.slug)
        give_verdict(other, theirs, claim, SubstanceVerdict.ATTRIBUTED_ONLY, why="one origin")
    return again(session, story)


def printed(session: Session, story: OpenStory) -> dict[str, str]:
    """The report in every format."""
    report = build_report(session, story)
    return {name: render(report, name).decode() for name in FORMATS}


def signed(session: Session) -> OpenStory:
    """The story, every load-bearing claim judged, signed."""
    story = a_bridge(session)
    for label, claim in story.state.claims.items():
        if claim.weight is Weight.LOAD_BEARING:
            story = give_verdict(session, story, label, SubstanceVerdict.ATTRIBUTED_ONLY).story
    story = mark_stance(session, story, cracks(story), BOARD, StanceCode.ASSERTS).story
    return sign_off(session, story).story


def the_row(report: Report, story: OpenStory) -> tuple[int, int, int]:
    row = next(row for row in report.independence if row.claim == cracks(story))
    return row.sources, row.origins_min, row.origins_max


def test_an_echo_is_counted_and_grouped_under_its_origin(
    session: Session, story: OpenStory
) -> None:
    report = build_report(session, story)
    assert the_row(report, story) == (2, 1, 2)
    (row,) = report.independence
    assert [(group.origin, group.sources) for group in row.groups] == [
        ("River Board", ("Alder Institute", "River Board"))
    ]


def test_each_edge_says_what_changes_if_it_is_wrong(session: Session, story: OpenStory) -> None:
    story = reject_dependency(session, story, "E01.1", "it says so of itself").story
    report = build_report(session, story)
    lines = {str(line.edge.label): line for line in report.edges}
    claim = cracks(story)
    assert any(f"{claim}: origins 2-3 → 3" in said for said in lines["D01"].impacts or ())
    assert lines["D01"].where == "line 7"


def test_every_format_prints_the_sections(session: Session, story: OpenStory) -> None:
    for name, page in printed(session, story).items():
        assert "echoed the River Board" in page, name
        assert "I counted them" in page, name
        assert "pier cracks" in page, name
        assert "one origin" in page, name


def test_a_page_draws_the_edges_and_escapes_what_people_wrote(
    session: Session, story: OpenStory
) -> None:
    page = printed(session, story)["html"]
    assert "<svg" in page
    assert page.count('class="edge e-proposed"') == 1
    assert ">D01 +1</text>" in page
    assert "<b>counted</b>" not in page
    assert "&lt;b&gt;counted&lt;/b&gt;" in page


def test_questions_are_printed_with_their_answers(session: Session, story: OpenStory) -> None:
    story = answer_question(session, story, "Q01", "The divers did.").story
    (line,) = build_report(session, story).questions
    assert (line.question.answer, line.to) == ("The divers did.", "To the author")
    assert "The divers did." in printed(session, story)["md"]


def test_the_history_tells_every_verdict_and_where_checkers_differ(
    session: Session, story: OpenStory
) -> None:
    found = build_report(session, story).history
    assert [(change.reviewer, change.after) for change in found.changes] == [
        ("anna", "confirmed"),
        ("ben", "attributed-only"),
    ]
    (differ,) = found.disagreements
    assert differ.verdicts == (("anna", "confirmed"), ("ben", "attributed-only"))
    (override,) = found.overrides
    assert (override.rules, override.reason) == (("P1",), "I counted them")


def test_a_block_names_its_origins_its_rules_and_what_is_only_proposed(
    session: Session, story: OpenStory
) -> None:
    claim = cracks(story)
    (block,) = (b for b in build_report(session, story).ledger if b.claim.label == claim)
    assert block.standing.sentence.startswith("2 sources, 1-2 origins")
    assert [item.source for item in block.standing.proposed] == [UNION]


def test_the_policy_is_printed_with_its_version(session: Session, story: OpenStory) -> None:
    report = build_report(session, story)
    assert report.title.policy == f"default {report.method.policy.version}"
    assert "Confirmed needs 2 origins of 2 parties" in printed(session, story)["md"]


def test_what_stands_against_signing_is_listed(session: Session, story: OpenStory) -> None:
    report = build_report(session, story)
    assert not report.signing.signatures
    assert report.signing.blocking
    assert "Nobody signed this story off." in printed(session, story)["html"]


def test_a_signed_report_is_not_changed_by_the_registry(session: Session) -> None:
    story = signed(session)
    before = render(build_report(session, story), "html")
    rate_source(session, BOARD, Reliability.F, "found to invent")
    edit_source(session, BOARD, SourceEdit(party="Somebody else", name="The Board"))
    a_record(session, "river-board", "Nothing was found.", RecordKind.REPORT)
    assert render(build_report(session, again(session, story)), "html") == before


def test_a_change_reopens_and_the_signed_state_can_still_be_printed(session: Session) -> None:
    story = signed(session)
    frozen = render(build_report(session, story, signed=True), "json")
    story = mark_stance(session, story, cracks(story), UNION, StanceCode.ASSERTS).story
    rate_source(session, BOARD, Reliability.F, "found to invent")
    story = again(session, story)
    now = build_report(session, story)
    assert now.title.signed_off is not None
    assert "reopened" in now.title.signed_off
    assert render(build_report(session, story, signed=True), "json") == frozen
    assert not now.signing.signatures[0].stands


def test_an_unsigned_story_has_no_signed_report(session: Session, story: OpenStory) -> None:
    with pytest.raises(Refused, match="Nobody signed"):
        build_report(session, story, signed=True)


def test_a_source_made_confidential_later_leaves_a_signed_report_too(session: Session) -> None:
    story = signed(session)
    edit_source(session, BOARD, SourceEdit(confidential=True))
    story = again(session, story)
    for report in (build_report(session, story), build_report(session, story, signed=True)):
        for name in FORMATS:
            assert "River Board" not in render(report, name).decode()


def test_no_new_section_names_a_confidential_source(session: Session, story: OpenStory) -> None:
    claim = cracks(story)
    story = ask_question(session, story, claim, "Did the Alder Institute count?").story
    story = reject_dependency(session, story, "D01", "the Alder Institute counted itself").story
    edit_source(session, INSTITUTE, SourceEdit(confidential=True, record="the Alder Institute"))
    story = again(session, story)
    for name, page in printed(session, story).items():
        folded = page.casefold()
        assert "alder institute" not in folded, name
        assert "alder-institute" not in folded, name
        assert "fourteen cracks" not in folded, name


def test_the_json_has_every_section(session: Session, story: OpenStory) -> None:
    whole = json.loads(printed(session, story)["json"])
    assert {
        "questions", "independence", "edges", "conflicts", "searches", "history", "signing",
    } <= whole.keys()  # fmt: skip
