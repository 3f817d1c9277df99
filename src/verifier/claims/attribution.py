"""Who says what in a text: every rule on every cue, the best reading of each kept."""

from bisect import bisect_right
from collections.abc import Iterable

from verifier.claims.cues import CueKind, cue_forms
from verifier.claims.passages import Line, Passage
from verifier.claims.reports import Report
from verifier.claims.rules.according import according_to, by_the_account_of
from verifier.claims.rules.asking import asked
from verifier.claims.rules.attitude import intention, judgement, judgement_with
from verifier.claims.rules.below import quotation_below, signed_below
from verifier.claims.rules.hearsay import (
    HANDING_ON,
    hearsay_adverb,
    passive_report,
    passive_with_agent,
    seeming,
)
from verifier.claims.rules.labels import label_of_headline, label_of_turn
from verifier.claims.rules.mind import MINDS, state_of_mind
from verifier.claims.rules.naming import naming
from verifier.claims.rules.nominal import NOUNS, possessed_noun
from verifier.claims.rules.place import Place
from verifier.claims.rules.speech_after import gapped_clause, speech_after
from verifier.claims.rules.speech_before import as_reported, speech_before
from verifier.claims.rules.surveys import in_a_survey
from verifier.language import words
from verifier.language.tagging import Tag

RULES = (
    asked,
    passive_with_agent,
    passive_report,
    seeming,
    as_reported,
    speech_before,
    gapped_clause,
    naming,
    speech_after,
    intention,
    judgement_with,
    judgement,
)
"""The rules that start from a verb, in the order they are tried; the first that fits is kept."""

_VERBS = frozenset({Tag.VERB, Tag.PAST, Tag.ING})


def reports_in(found: Iterable[Passage]) -> tuple[Report, ...]:
    """Every attribution of the passages, in the order of the text."""
    reports: list[Report] = []
    above: Passage | None = None
    for place, passage in enumerate(found):
        below = quotation_below(above, passage) if above else None
        if below:
            reports.append(below)
        above = passage
        signed = signed_below(passage)
        if signed:
            reports.append(signed)
        label = label_of_turn(passage) if place else label_of_headline(passage)
        if label and not (place == 1 and _is_place_of_writing(label, passage)):
            reports.append(label)
        reports.extend(_without_reported_attitudes(_of_passage(passage)))
    return tuple(sorted(reports, key=lambda report: (report.start, report.end)))


def _is_place_of_writing(label: Report, passage: Passage) -> bool:
    """Whether the lead begins with a town, not a speaker: `NEW DELHI: The minister left.`."""
    words = label.source[0].of(passage.lines[0].text)
    quoted = {quote.start + 1 for quote in passage.quotes}
    starts = {label.source[0].start, label.content[0].start}
    return words.isupper() and len(words) > 1 and not starts & quoted


def _without_reported_attitudes(reports: list[Report]) -> list[Report]:
    """The reports without thoughts, wishes and judgements that are part of what somebody says.

    `She said he wants to leave`: what she says is attributed, his wish is part of it.
    """
    said = sorted(span for r in reports if r.kind is CueKind.SAID for span in r.content)
    starts = [span.start for span in said]
    reach: list[int] = []
    for span in said:
        reach.append(max(span.end, reach[-1] if reach else 0))
    kept = []
    for report in reports:
        before = bisect_right(starts, report.start) - 1
        if report.kind is CueKind.SAID or before < 0 or reach[before] < report.end:
            kept.append(report)
    return kept


def _of_passage(passage: Passage) -> list[Report]:
    reports = []
    forms = cue_forms()
    for number, line in enumerate(passage.lines):
        account = by_the_account_of(passage, number)
        if account:
            reports.append(account)
        for at, token in enumerate(line.words):
            if token.lower == "according" and line.quoted[at] < 0:
                report = according_to(passage, number, at)
                if report:
                    reports.append(report)
            elif token.lower == "in":
                survey = in_a_survey(passage, number, at)
                if survey:
                    reports.append(survey)
            elif token.lower in HANDING_ON and line.quoted[at] < 0:
                hearsay = hearsay_adverb(passage, number, at)
                if hearsay:
                    reports.append(hearsay)
            elif token.lower in MINDS and line.quoted[at] < 0:
                mind = state_of_mind(passage, number, at)
                if mind:
                    reports.append(mind)
            elif token.lower in NOUNS and line.tags[at] is Tag.NOUN and line.quoted[at] < 0:
                report = possessed_noun(passage, number, at)
                if report:
                    reports.append(report)
            elif token.lower in forms and line.tags[at] in _VERBS:
                report = _first(passage, number, at)
                if report:
                    reports.append(report)
    return reports


def _is_supposed(line: Line, at: int) -> bool:
    """Whether a modal makes the act one that may come: `would say`, not `would not say`."""
    before = at - 1
    while line.tag(before) in (Tag.ADVERB, Tag.NEGATION):
        if line.tag(before) is Tag.NEGATION:
            return False
        before -= 1
    if line.lower(before) not in words.MODALS or line.lower(before).endswith("n't"):
        return False
    return all(cue.base not in _EVEN_SUPPOSED for cue in cue_forms()[line.lower(at)])


_EVEN_SUPPOSED = frozenset(
    {"vote", "support", "oppose", "back", "discuss", "prefer", "favor", "reject", "veto"}
)
"""Verbs that tell an attitude under a modal too: `would vote for`, `may support`."""


def _first(passage: Passage, number: int, at: int) -> Report | None:
    """What the first fitting rule reads from the verb at a place."""
    line = passage.lines[number]
    if line.quoted[at] >= 0 or _is_supposed(line, at):
        return None
    for rule in RULES:
        for cue in cue_forms()[line.lower(at)]:
            report = rule(Place(passage, number, at, cue))
            if report:
                return report
    return None
