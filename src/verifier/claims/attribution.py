"""Who says what in a text: every rule on every cue, the best reading of each kept."""

from collections.abc import Iterable

from verifier.claims.cues import cue_forms
from verifier.claims.passages import Passage
from verifier.claims.reports import Report
from verifier.claims.rules.according import according_to, by_the_account_of
from verifier.claims.rules.attitude import intention, judgement, judgement_with
from verifier.claims.rules.hearsay import passive_report, passive_with_agent
from verifier.claims.rules.place import Place
from verifier.claims.rules.speech import speech_after, speech_before
from verifier.language.tagging import Tag

RULES = (
    passive_with_agent,
    passive_report,
    speech_before,
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
    for passage in found:
        reports.extend(_of_passage(passage))
    return tuple(sorted(reports, key=lambda report: (report.start, report.end)))


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
            elif token.lower in forms and line.tags[at] in _VERBS:
                report = _first(passage, number, at)
                if report:
                    reports.append(report)
    return reports


def _first(passage: Passage, number: int, at: int) -> Report | None:
    """What the first fitting rule reads from the verb at a place."""
    line = passage.lines[number]
    if line.quoted[at] >= 0:
        return None
    for rule in RULES:
        for cue in cue_forms()[line.lower(at)]:
            report = rule(Place(passage, number, at, cue))
            if report:
                return report
    return None
