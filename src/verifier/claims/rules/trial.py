"""A rule tried on a few sentences: what the examples in the rules' docstrings call."""

from collections.abc import Callable

from verifier.claims.cues import cue_forms
from verifier.claims.passages import passages
from verifier.claims.reports import Report
from verifier.claims.rules.place import Place
from verifier.model.text import Span

Rule = Callable[[Place], Report | None]
"""A rule of attribution that starts from a cue verb."""


def trial(rule: Rule, text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content that a rule reads from each cue verb of a text, as words."""
    found = []
    for passage in passages(text):
        for number, line in enumerate(passage.lines):
            for at in range(len(line.words)):
                for cue in cue_forms().get(line.lower(at), ()):
                    report = rule(Place(passage, number, at, cue))
                    if report:
                        found.append(shown(text, report))
    return sorted(set(found))


def shown(text: str, report: Report) -> tuple[str, str, str]:
    """Source, cue and content of a report as words, parts joined by ` | `."""
    source, cue, content = (_joined(text, s) for s in (report.source, report.cue, report.content))
    return source, cue, content


def _joined(text: str, spans: tuple[Span, ...]) -> str:
    return " | ".join(span.of(text) for span in spans)
