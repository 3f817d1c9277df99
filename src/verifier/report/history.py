"""Sections 3, 11 and 12: questions, how the verdicts came about, and who signed."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from verifier.model.claim import ClaimLabel
from verifier.model.decision import Verdict
from verifier.model.event import Event, SubjectChange, SubjectKind
from verifier.model.report import (
    Disagreement,
    History,
    MarkedClaim,
    Override,
    QuestionLine,
    VerdictChange,
)
from verifier.model.scales import Aspect, SubstanceVerdict
from verifier.model.state import State, VerdictKey
from verifier.report.order import by_label
from verifier.report.question_sheet import addressee_words


def question_lines(
    state: State, marked: Mapping[ClaimLabel, MarkedClaim]
) -> tuple[QuestionLine, ...]:
    """All questions in the order in which they were asked."""
    lines = []
    for question in sorted(state.questions.values(), key=lambda item: by_label(item.label)):
        claim = marked.get(question.claim)
        lines.append(
            QuestionLine(
                question,
                addressee_words(state, question),
                None if claim is None else claim.line,
                "" if claim is None else claim.words or claim.standalone,
                None if claim is None else claim.weight,
            )
        )
    return tuple(lines)


def history(state: State, events: Iterable[Event]) -> History:
    """Every change of a verdict, where checkers differ, and what was overridden."""
    changes = tuple(
        change for event in events for item in event.changes for change in _changes(event, item)
    )
    return History(changes, tuple(_disagreements(state)), tuple(_overrides(state)))


def _changes(event: Event, item: SubjectChange) -> Iterator[VerdictChange]:
    """The change of a verdict that one part of an event is; nothing where its code stays."""
    if item.subject.kind is not SubjectKind.VERDICT:
        return
    before, after = item.before or {}, item.after or {}
    if item.after is not None and "code" not in after:
        return
    label, aspect, reviewer = item.subject.key
    yield VerdictChange(
        at=event.at,
        reviewer=event.actor if event.actor == reviewer else f"{event.actor} for {reviewer}",
        claim=ClaimLabel(label),
        aspect=Aspect(aspect),
        before=str(before["code"]) if before.get("code") else None,
        after=str(after["code"]) if after.get("code") else None,
        why=str(after.get("why") or ""),
        override=str(after.get("override") or ""),
    )


def _disagreements(state: State) -> Iterator[Disagreement]:
    """The claims on which reviewers gave different verdicts, in the order of their labels."""

    def subject(item: tuple[VerdictKey, Verdict]) -> tuple[tuple[int, str], str]:
        return (by_label(item[0].claim), item[0].aspect.value)

    given = [
        item for item in state.verdicts.items() if item[1].code is not SubstanceVerdict.UNCHECKED
    ]
    for _, group in groupby(sorted(given, key=lambda i: (*subject(i), i[0].reviewer)), key=subject):
        found = list(group)
        if len({verdict.code for _, verdict in found}) > 1:
            key = found[0][0]
            verdicts = tuple((k.reviewer, verdict.code.value) for k, verdict in found)
            yield Disagreement(key.claim, key.aspect, verdicts)


def _overrides(state: State) -> Iterator[Override]:
    """Every rule that was overridden and still is, by claim."""
    found = [
        Override(
            key.claim,
            key.reviewer,
            verdict.code.value,
            tuple(dict.fromkeys(item.rule for item in verdict.policy if item.blocks)),
            verdict.override,
        )
        for key, verdict in state.verdicts.items()
        if verdict.override
    ]
    found += [
        Override(key.claim, key.reviewer, f"{key.source} {item.code.value}", ("P4",), item.override)
        for key, item in state.stances.items()
        if item.override
    ]
    yield from sorted(found, key=lambda item: (by_label(item.claim), item.reviewer, item.what))
