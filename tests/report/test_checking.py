"""A report counted again: what agrees, and every kind of change that must be found."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hostile_report import report_of
from sample_report import checked

from verifier.model.errors import BadInput
from verifier.record.canonical import canonical, digest
from verifier.report import FORMATS, render
from verifier.report.checking import check_report


def written(report_format: str) -> str:
    return render(report_of(checked()), report_format).decode()


def resealed(report: dict[str, Any]) -> bytes:
    """The report with a digest that fits what it says now: as a careful forger would."""
    body = {key: value for key, value in report.items() if key != "digest"}
    return json.dumps({**body, "digest": digest(canonical(body))}).encode()


@pytest.mark.parametrize("report_format", sorted(FORMATS))
def test_an_untouched_report_agrees_in_every_format(report_format: str) -> None:
    report = report_of(checked())
    found = check_report(render(report, report_format), "report")
    assert found.findings == ()
    assert found.digest == report.digest


def test_a_changed_json_is_found_by_its_digest() -> None:
    text = written("json").replace("A bound for an estimate", "A bound for a guess")
    assert ("digest", "the report is not what its digest says: it was changed") in (
        check_report(text.encode(), "report").findings
    )


def _more_confirmed(report: dict[str, Any]) -> None:
    report["bottom_line"]["counts"][1]["claims"] += 1


def _more_accepted(report: dict[str, Any]) -> None:
    report["method"]["proposals"]["accepted"] += 1


def _full_coverage(report: dict[str, Any]) -> None:
    report["coverage"]["share"] = "0.123"


def _more_sources(report: dict[str, Any]) -> None:
    report["independence"][0]["sources"] += 1


def _turned_round(report: dict[str, Any]) -> None:
    report["independence"][0]["origins_min"] = 9


def _an_edge_less(report: dict[str, Any]) -> None:
    report["appendix"]["dependencies"].append({"id": "D09"})


FORGERIES: dict[str, tuple[Callable[[dict[str, Any]], None], str]] = {
    "a verdict more": (_more_confirmed, "section 1"),
    "a claim accepted more": (_more_accepted, "section 10"),
    "another coverage": (_full_coverage, "section 4"),
    "a source more": (_more_sources, "section 6"),
    "more origins at least than at most": (_turned_round, "section 6"),
    "an edge left out": (_an_edge_less, "section 6"),
}


@pytest.mark.parametrize(("forge", "where"), FORGERIES.values(), ids=FORGERIES.keys())
def test_a_count_that_was_changed_is_found_though_the_digest_fits(
    forge: Callable[[dict[str, Any]], None], where: str
) -> None:
    report = json.loads(written("json"))
    forge(report)
    found = check_report(resealed(report), "report").findings
    assert where in [place for place, _ in found]
    assert "digest" not in [place for place, _ in found]


def test_a_changed_count_is_found_on_a_page_and_in_markdown() -> None:
    page = written("html").replace(
        '<li class="v-supported"><b>1</b>', '<li class="v-supported"><b>7</b>'
    )
    assert "supported is printed as 7 and counted as 1" in str(
        check_report(page.encode(), "r.html").findings
    )
    text = written("md").replace("- 1 \\+ supported", "- 7 \\+ supported")
    assert "supported is printed as 7" in str(check_report(text.encode(), "r.md").findings)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"{}",
        b"[1]",
        b'{"format": "verifier report 1"}',
        b"<!doctype html><p>x",
        b"# x",
    ],
)
def test_what_is_no_report_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(BadInput):
        check_report(data, "note.txt")
