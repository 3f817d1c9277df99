"""Translations of cited passages stand beside the original, with who made them."""

from dataclasses import replace

from hostile_report import report_of
from sample_report import Desk, checked, with_source

from verifier.desk.translating import translated
from verifier.model.decision import Stance
from verifier.model.event import EventKind, Subject, SubjectKind
from verifier.model.report import Report
from verifier.model.story import Slug
from verifier.report.as_html import render_html
from verifier.report.as_markdown import render_markdown


def with_translation(words: str, translator: str) -> Desk:
    """The sample with the first cited passage translated."""
    desk = checked()
    stance = _cited(desk)
    first, *others = stance.passages
    new = replace(stance, passages=(translated(first, words, translator), *others))
    key = (stance.claim, stance.aspect.value, stance.source, stance.reviewer)
    return desk.act(EventKind.STANCE_MARKED, (Subject(SubjectKind.STANCE, key), new))


def _cited(desk: Desk) -> Stance:
    return next(each for each in desk.state.stances.values() if each.passages)


def register_of(report: Report) -> list[tuple[str, str | None]]:
    """Every translation of the evidence register, and whose it is."""
    uses = (use for entry in report.register for use in entry.passages)
    return [(use.translation, use.translator) for use in uses if use.translation]


def test_the_register_has_the_translation_and_the_translator() -> None:
    report = report_of(with_translation("About two hundred were lost.", "Ben"))
    assert register_of(report) == [("About two hundred were lost.", "Ben")]


def test_it_is_printed_beside_the_original_in_ledger_and_register() -> None:
    page = render_markdown(report_of(with_translation("About two hundred.", "Ben")))
    assert page.count("Translated by Ben: “About two hundred.”") == 2
    html = render_html(report_of(with_translation("About two hundred.", "Ben")))
    assert html.count("About two hundred.") >= 2
    assert "translated by <bdi>Ben</bdi>" in html


def test_hostile_words_of_a_translation_are_no_markup() -> None:
    desk = with_translation("<script>alert(1)</script> \x1b[31m", "<b>Ben</b>")
    html = render_html(report_of(desk))
    assert "<script>alert" not in html
    assert "<b>Ben</b>" not in html
    assert "\x1b" not in html


def test_the_translation_of_a_confidential_sources_words_is_withheld() -> None:
    desk = with_translation("About two hundred.", "Ben")
    source = Slug(_cited(desk).source)
    hidden = with_source(desk, source, confidential=True)
    documents = [item for item in hidden.state.evidence.values() if item.source == source]
    assert documents
    assert register_of(report_of(hidden)) == []
