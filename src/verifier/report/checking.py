"""A printed report counted again: its digest, and every count from its own appendix."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from verifier.model.errors import BadInput
from verifier.model.event import Json
from verifier.record.canonical import canonical, digest
from verifier.report.counts import count_proposals, count_verdicts
from verifier.report.to_json import FORMAT

LARGEST = 400_000_000
"""Bytes that a report may have at most."""


@dataclass(frozen=True)
class Checked:
    """What was counted again, and what did not agree: where and what.

    `digest` is the one that the report prints.
    """

    digest: str
    counted: tuple[str, ...]
    findings: tuple[tuple[str, str], ...]


def check_report(data: bytes, name: str) -> Checked:
    """Count a report again that was written as JSON, HTML or Markdown.

    The digest can be had again from JSON alone; the counts from every format. `name` is the file
    as errors call it. Raises BadInput for a file that is no such report.
    """
    if len(data) > LARGEST:
        raise BadInput(f"{name} is larger than any report; nothing was checked.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(f"{name} is no report: it is not in UTF-8.") from error
    try:
        if text.lstrip().startswith("{"):
            return _check_json(text, name)
        if text.lstrip()[:200].casefold().startswith("<!doctype html"):
            return _check_html(text, name)
        return _check_markdown(text, name)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise BadInput(f"{name} is no report of this program, or it was cut short.") from error


def _check_json(text: str, name: str) -> Checked:
    report: dict[str, Any] = json.loads(text)
    if report.get("format") != FORMAT:
        raise BadInput(f"{name} is no “{FORMAT}”; it was written by another version or program.")
    printed = str(report.pop("digest"))
    found = list(_json_findings(report))
    if digest(canonical(report)) != printed:
        found.insert(0, ("digest", "the report is not what its digest says: it was changed"))
    counted = ("verdicts", "proposals", "coverage", "origins", "edges", "conflicts")
    return Checked(printed, ("digest", *counted), tuple(found))


def _json_findings(report: dict[str, Any]) -> Iterator[tuple[str, str]]:
    appendix: dict[str, Json] = report["appendix"]
    counts = {item["verdict"]: item["claims"] for item in report["bottom_line"]["counts"]}
    yield from _verdict_findings(counts, appendix)
    proposals = count_proposals(appendix, report["title"]["checkers"])
    printed = report["method"]["proposals"]
    for key, value in vars(proposals).items():
        if printed[key] != value:
            yield "section 10", f"{key} is printed as {printed[key]} and counted as {value}"
    if report["coverage"] != appendix["coverage"]:
        yield "section 4", "the coverage is not that of the appendix"
    claims = {claim["label"]: claim for claim in report["appendix"]["claims"]}
    for row in report["independence"]:
        yield from _origin_findings(row, claims[row["claim"]])
    for section, one, other in (
        ("section 6", len(report["edges"]), len(report["appendix"]["dependencies"])),
        ("section 7", len(report["conflicts"]), len(report["appendix"]["conflicts"])),
    ):
        if one != other:
            yield section, f"{one} are printed and {other} counted"


def _origin_findings(row: dict[str, Any], claim: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What does not agree of one row of section 6: its supporters, and its counts' order."""
    supporting = {"asserts", "echoes", "partly"}
    marked = {
        stance["source"]
        for stance in claim["stances"]
        if stance["state"] == "accepted"
        and stance["aspect"] == "substance"
        and stance["stance"] in supporting
    }
    label = row["claim"]
    if row["sources"] != len(marked):
        yield "section 6", f"{label}: {row['sources']} sources printed, {len(marked)} counted"
    if not row["origins_min"] <= row["origins_max"] or row["parties_min"] > row["origins_min"]:
        yield "section 6", f"{label}: more parties than origins, or a range turned round"
    if len(row["groups"]) not in (row["origins_min"], row["origins_max"]):
        yield "section 6", f"{label}: {len(row['groups'])} origins are listed"


def _verdict_findings(
    printed: dict[str, int], appendix: dict[str, Json]
) -> Iterator[tuple[str, str]]:
    """Where a count per verdict is not that of the appendix; one of nought may be left out."""
    for count in count_verdicts(appendix):
        shown = printed.get(count.verdict.value, 0)
        if shown != count.claims:
            yield (
                "section 1",
                f"{count.verdict.value} is printed as {shown} and counted as {count.claims}",
            )


@dataclass
class _Page:
    """What a page holds that can be counted again."""

    appendix: str = ""
    digests: list[str] = field(default_factory=list)
    tally: dict[str, int] = field(default_factory=dict)


class _Reader(HTMLParser):
    """Reads the appendix, the tally and the codes of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = _Page()
        self._inside = ""
        self._verdict = ""
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where the appendix, the tally or a code begins."""
        given = {key: value or "" for key, value in attrs}
        if tag == "pre" and given.get("class") == "json":
            self._begin("pre")
        elif tag == "ul" and given.get("class") == "tally":
            self._inside = "tally"
        elif tag == "li" and self._inside == "tally":
            self._verdict = given.get("class", "").removeprefix("v-")
        elif tag == "code" and self._inside == "":
            self._begin("code")
        elif tag == "b" and self._inside == "tally":
            self._words = ""

    def handle_endtag(self, tag: str) -> None:
        """Keep what was read."""
        if tag == "pre" and self._inside == "pre":
            self.page.appendix, self._inside = self._words, ""
        elif tag == "code" and self._inside == "code":
            self.page.digests.append(self._words.strip())
            self._inside = ""
        elif tag == "b" and self._inside == "tally":
            self.page.tally[self._verdict] = int(self._words)
        elif tag == "ul" and self._inside == "tally":
            self._inside = ""

    def handle_data(self, data: str) -> None:
        """Gather the words in between."""
        self._words += data

    def _begin(self, tag: str) -> None:
        self._inside, self._words = tag, ""


def _check_html(text: str, name: str) -> Checked:
    reader = _Reader()
    reader.feed(text)
    page = reader.page
    if not page.appendix:
        raise BadInput(f"{name} has no appendix to count in: it is no report of this program.")
    appendix: dict[str, Json] = json.loads(page.appendix)
    printed = page.digests[-1] if page.digests else ""
    found = list(_verdict_findings(page.tally, appendix))
    if page.digests.count(printed) < 2:
        found.append(("digest", "the title block and the foot print different digests"))
    return Checked(printed, ("verdicts",), tuple(found))


_COUNT = re.compile(r"^- (\d+) \S+ ([a-z ]+)$", re.M)


def _check_markdown(text: str, name: str) -> Checked:
    block = re.search(r"^(`{3,})json\n(.*?)^\1$", text, re.M | re.S)
    shown = re.search(r"^- Digest of this report: ([0-9a-f]{64})$", text, re.M)
    if block is None or shown is None:
        raise BadInput(f"{name} has no appendix to count in: it is no report of this program.")
    appendix: dict[str, Json] = json.loads(block.group(2))
    first = text.partition("### What the story stands on")[0]
    tally = {words.replace(" ", "-"): int(count) for count, words in _COUNT.findall(first)}
    return Checked(shown.group(1), ("verdicts",), tuple(_verdict_findings(tally, appendix)))
