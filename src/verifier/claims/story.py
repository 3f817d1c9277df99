"""A whole story read: furniture, sentences, attributions, claims, sources, remarks."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from verifier.claims.attribution import reports_in
from verifier.claims.dateline import dateline_date
from verifier.claims.details import checkability_of, facets_of, types_of
from verifier.claims.found import Reading, Statement
from verifier.claims.furniture import furniture
from verifier.claims.known_sources import Finder, Known, find_known, finder_of, known_sources
from verifier.claims.passages import Line, Passage, each_passage, passages
from verifier.claims.reports import Report
from verifier.claims.speakers import Speakers
from verifier.claims.standalone import (
    antecedent,
    plural_before,
    standalone,
    subject_of,
    with_referents,
)
from verifier.claims.statements import read_headline, read_passage
from verifier.claims.weights import restated_by, weight_of
from verifier.model.claim import Anchor, Attribution, Claim, ClaimLabel
from verifier.model.document import Attributed, StoryReading
from verifier.model.scales import AttributionMode, Exclusion, Weight
from verifier.model.source import Source
from verifier.model.story import Slug
from verifier.model.text import ExcludedRange, Span, select

ENGINE = "claims-4"
"""The version of the rules; it changes whenever they may read the same text differently."""


def attributions(text: str) -> tuple[Attributed, ...]:
    """Every attribution of a text: speech, thought, wishes and judgements, in the text's order."""
    left_out = [r.span for r in furniture(text)]
    return tuple(_attributed(report) for report in reports_in(each_passage(text, left_out)))


def _attributed(report: Report) -> Attributed:
    return Attributed(report.source, report.cue, report.content, report.rule)


def read_story(
    text: str,
    *,
    dateline: date | None = None,
    language: str = "en",
    known: tuple[Known, ...] = (),
) -> StoryReading:
    """Everything that the engine proposes for one story: claims with speakers, furniture, sources.

    `dateline` anchors relative dates; without one the lead's own dateline is taken, and without
    that years stay open and a remark says so. `known` are the sources known by name; none stand
    for the program's own. Deterministic; no input is refused.
    """
    excluded = furniture(text)
    found_date = dateline or _own_dateline(text, excluded)
    laid_out = passages(text, [r.span for r in excluded])
    reports = reports_in(laid_out)
    title, body = _headline(laid_out)
    find = finder_of(known) if known and known != known_sources() else find_known
    reading = _read(text, title, body, reports, find)
    claims = _claims(text, reading, title, body, found_date, language)
    sources = _sources(claims, reading.speakers)
    left_out = [ExcludedRange(*span, why) for span, why in reading.left_out]
    return StoryReading(
        engine=ENGINE,
        title=_title_text(text, title),
        dateline=found_date,
        sentences=tuple(line.span for passage in laid_out for line in passage.lines),
        excluded=tuple(sorted((*excluded, *left_out), key=lambda r: (r.start, r.end))),
        attributions=tuple(_attributed(report) for report in reports),
        claims=claims,
        sources=sources,
        remarks=_remarks(found_date, language, claims),
    )


def _own_dateline(text: str, excluded: Iterable[ExcludedRange]) -> date | None:
    """The date of the dateline that the lead carries; dates of page furniture are never used."""
    for each in excluded:
        if each.why is Exclusion.DATELINE:
            return dateline_date(each.span.of(text))
    return None


def _remarks(found: date | None, language: str, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """What the user should know about this reading."""
    remarks = []
    if found is None:
        remarks.append(
            "No dateline was found: years stay open and days like “on Monday” are not resolved; "
            "give one with --dateline YYYY-MM-DD."
        )
    if language != "en":
        remarks.append(
            f"Speakers are proposed for English only; in this text (language: {language}) "
            "add them by hand."
        )
    if not claims:
        remarks.append("No claim was found in this text; add the statements to check by hand.")
    return tuple(remarks)


def _headline(laid_out: tuple[Passage, ...]) -> tuple[Passage | None, tuple[Passage, ...]]:
    """The headline and the rest: the first paragraph, if it is one line without a full stop."""
    if len(laid_out) < 2:
        return None, laid_out
    first = laid_out[0]
    words = first.span.of(first.lines[0].text) if first.lines else ""
    if len(first.lines) == 1 and len(words) <= 200 and not words.endswith((".", "…", ":")):
        return first, laid_out[1:]
    return None, laid_out


def _title_text(text: str, title: Passage | None) -> str | None:
    return " ".join(title.span.of(text).split()) if title else None


def _read(
    text: str,
    title: Passage | None,
    body: tuple[Passage, ...],
    reports: tuple[Report, ...],
    find: Finder,
) -> Reading:
    """The statements of headline and paragraphs, each with the reports that begin in it."""
    reading = Reading(Speakers(text, find))
    ordered = sorted(reports, key=_where)
    starts = [_where(report) for report in ordered]

    def within(span: Span) -> list[Report]:
        """The reports that are read in a span."""
        return ordered[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    if title:
        read_headline(reading, title.lines[0], within(title.span))
    for passage in body:
        read_passage(reading, passage, within(passage.span))
    return reading


def _where(report: Report) -> int:
    """Where a report is read: with its first words, or the paragraph below that it hands on."""
    return report.content[0].start if report.rule == "quotation-below" else report.start


def _claims(
    text: str,
    reading: Reading,
    title: Passage | None,
    body: tuple[Passage, ...],
    dateline: date | None,
    language: str,
) -> tuple[Claim, ...]:
    """The statements as claims, labelled in the order of the text."""
    ordered = sorted(reading.statements, key=lambda s: (s.span.start, -s.span.end))
    width = 2
    labels = {s.span: ClaimLabel(f"C{n:0{width}d}") for n, s in enumerate(ordered, 1)}
    lead = body[0].span if body else None
    claims = [_claim(text, reading, statement, labels, dateline, language) for statement in ordered]
    merged = _offices(reading.speakers, claims)
    weighed = [_weighed(c, merged, title.span if title else None, lead) for c in claims]
    return restated_by(weighed, title.span if title else None, lead)


def _weighed(
    claim: Claim, merged: dict[Slug, Slug], title: Span | None, lead: Span | None
) -> Claim:
    """The claim with its weight, and its speakers' sources merged."""
    said = tuple(
        replace(a, source=merged.get(a.source, a.source)) if a.source else a
        for a in claim.attributions
    )
    return replace(claim, attributions=said, weight=weight_of(claim, title, lead))


def _claim(
    text: str,
    reading: Reading,
    statement: Statement,
    labels: dict[Span, ClaimLabel],
    dateline: date | None,
    language: str,
) -> Claim:
    line, span = statement.line, statement.span
    facets = facets_of(line, span, dateline=dateline, language=language)
    inside = [t for t in line.words if span.start <= t.start < span.end]
    lower = [t.lower for t in inside if t.text != "May"]  # the month is no auxiliary
    said = statement.attribution
    speaker = reading.speakers.name(said.source) if said and said.source else None
    spoke = reading.speakers.name(statement.after) if statement.after else None
    return Claim(
        label=labels[span],
        anchors=(Anchor(1, select(text, span)),),
        standalone=with_referents(
            standalone(statement, _subject(statement, line, reading.speakers), speaker or spoke),
            text,
            span.start,
        ),
        proposed_by=statement.rule,
        types=types_of(
            facets, is_quote=statement.is_quote, is_identity=statement.rule == "identity"
        ),
        checkability=checkability_of(lower, facets, ends=text[span.end : span.end + 1]),
        weight=Weight.SUPPORTING,
        attributions=(said,) if said else (_nobody(),),
        facets=facets,
        parent=labels.get(statement.within) if statement.within else None,
    )


def _nobody() -> Attribution:
    return Attribution(speaker="", source=None, mode=AttributionMode.NONE, rule="narration")


def _subject(statement: Statement, line: Line, speakers: Speakers) -> str | None:
    """The noun phrase that a statement without a subject of its own goes with."""
    if statement.rule in ("relative-clause", "reduced-relative"):
        before = antecedent(line, statement.span.start)
        points = before is not None and before.lower().startswith(("these ", "those ", "this "))
        return speakers.name(statement.after) if points and statement.after else before
    if statement.rule in ("participle-of-result", "coordinated-verb"):
        return subject_of(line, statement.origin, statement.span.start)
    if line.text.startswith("they", statement.span.start):
        return plural_before(line, statement.span.start)
    return None


def _offices(speakers: Speakers, claims: list[Claim]) -> dict[Slug, Slug]:
    """A government as a whole, and the office that the story names right after it.

    `The U.S. government has confirmed …` in the lead and the State Department in the next
    paragraph are one source; only an office of the same party among the next three sources counts.
    """
    order = list(dict.fromkeys(a.source for c in claims for a in c.attributions if a.source))
    merged: dict[Slug, Slug] = {}
    for at, slug in enumerate(order[:2]):
        if slug not in speakers.general:
            continue
        party = speakers.sources[slug].party
        office = next(
            (s for s in order[at + 1 : at + 3] if speakers.sources[s].party == party), None
        )
        if office:
            merged[slug] = office
    return merged


def _sources(claims: tuple[Claim, ...], speakers: Speakers) -> tuple[Source, ...]:
    """The sources that the claims' speakers belong to, in the order of first appearance."""
    order = dict.fromkeys(a.source for c in claims for a in c.attributions if a.source)
    return tuple(speakers.sources[slug] for slug in order)
