"""The report put together from a story's state: a pure function of what the record holds."""

from collections.abc import Mapping
from dataclasses import replace

from verifier.model.assessment import Assessment
from verifier.model.errors import Refused
from verifier.model.event import Event
from verifier.model.library_now import LibraryNow
from verifier.model.policy import Policy
from verifier.model.report import Report, SignatureLine, Signing, StoryLine, TitleBlock
from verifier.model.source import Source
from verifier.model.state import State
from verifier.model.story import Slug
from verifier.model.text import Digest
from verifier.record.canonical import canonical, digest
from verifier.report.bottom_line import bottom_line, must_fix
from verifier.report.claims_json import concealed_claims_json
from verifier.report.confidential import conceal
from verifier.report.counts import count_proposals, count_verdicts
from verifier.report.history import history, question_lines
from verifier.report.independence import Impacts, conflict_lines, edge_lines, independence_rows
from verifier.report.ledger import ledger, marked_claims
from verifier.report.lines import drawn_claims, story_lines
from verifier.report.method import method
from verifier.report.order import by_label, claims_by_place
from verifier.report.register import looked_for, not_had, register_entries, source_uses
from verifier.report.to_json import report_to_json
from verifier.report.wording import shown_time

UNSEALED = Digest("")
"""Stands for the digest until the rest of the report is there."""


def assemble(
    state: State,
    assessment: Assessment,
    text: str,
    *,
    events: tuple[Event, ...],
    program: str,
    sources: Mapping[Slug, Source],
    impacts: Impacts | None = None,
    policy: Policy | None = None,
    signatures: tuple[SignatureLine, ...] = (),
    library: LibraryNow | None = None,
) -> Report:
    """The report of a story as it stands.

    `text` is that of the story's latest version, `events` the story's stream, `program` the name
    and version that the title block prints, `sources` the registry as the desk knows it now.
    `impacts` say what hangs on each edge, `policy` is the one in force, `signatures` who signed,
    `library` how the documents of the story's sources are now.
    Nothing of a confidential source but its descriptor goes into it. The same arguments give the
    same report, whatever the time, zone, locale or hash seed. Raises Refused where the import of
    the story was undone.
    """
    shown = conceal(state, assessment, text, sources)
    state, assessment, text = shown.state, shown.assessment, shown.text
    rules = policy or Policy()
    documents = shown.hide(library or LibraryNow())
    title = _title(state, events, program, rules, signatures)
    appendix = concealed_claims_json(state, assessment, text)
    lines = _lines(state, text)
    marked = marked_claims(state, assessment, drawn_claims(lines))
    fixes = must_fix(marked, assessment)
    blocks = ledger(state, assessment, marked, events, documents)
    report = Report(
        title=title,
        bottom_line=bottom_line(marked, assessment, fixes, count_verdicts(appendix)),
        must_fix=fixes,
        questions=question_lines(state, marked),
        coverage=assessment.coverage,
        lines=lines,
        marked=marked,
        ledger=blocks,
        dismissed=tuple(claim for claim in marked.values() if claim.state == "dismissed"),
        independence=independence_rows(state, assessment, marked),
        edges=edge_lines(state, assessment, text, impacts or {}),
        conflicts=conflict_lines(assessment, text),
        sources=source_uses(state, blocks),
        register=register_entries(state, blocks, documents),
        not_had=not_had(state, documents),
        looked_for=looked_for(blocks),
        searches=tuple(sorted(state.searches.values(), key=lambda item: by_label(item.label))),
        method=method(
            state, text, marked, blocks, count_proposals(appendix, title.checkers), rules
        ),
        history=shown.hide(history(state, events)),
        signing=Signing(signatures, assessment.blocking),
        appendix=appendix,
        digest=UNSEALED,
    )
    return replace(report, digest=digest(canonical(report_to_json(report))))


def _lines(state: State, text: str) -> tuple[StoryLine, ...]:
    """The story's lines with the claims and the excluded ranges on their words."""
    excluded = state.version.excluded if state.version is not None else ()
    return story_lines(text, claims_by_place(state), excluded)


def _title(
    state: State,
    events: tuple[Event, ...],
    program: str,
    policy: Policy,
    signatures: tuple[SignatureLine, ...],
) -> TitleBlock:
    if state.story is None or state.version is None:
        raise Refused(
            "There is no story to report on: its import was undone. Take the undo back with "
            "`verifier redo`, or import the story again."
        )
    return TitleBlock(
        story=state.story,
        version=state.version.n,
        sha256=state.version.sha256,
        chars=state.version.chars,
        engine=state.version.engine,
        checkers=tuple(dict.fromkeys(event.actor for event in events)),
        began=events[0].at if events else None,
        ended=events[-1].at if events else None,
        program=program,
        entries=state.seq,
        head=state.head,
        second_checker=_second_checker(state),
        policy=f"{policy.name} {policy.version}",
        signed_off=_signed(signatures),
    )


def _second_checker(state: State) -> str | None:
    """Those who gave verdicts beside the first of them; None for one checker alone."""
    judges = sorted({key.reviewer for key in state.verdicts})
    return ", ".join(judges[1:]) or None


def _signed(signatures: tuple[SignatureLine, ...]) -> str | None:
    """Who signed, last first, and whether a later change reopened it."""
    said = [
        f"{item.reviewer}, {shown_time(item.at)}"
        + ("" if item.stands else ", reopened by a later change")
        for item in sorted(signatures, key=lambda item: item.seq, reverse=True)
    ]
    return "; ".join(said) or None
