"""`verifier evidence`: source documents, and the offsets that a citation needs."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from verifier.cli.commands import evidence_search
from verifier.cli.common import (
    STANDARD_INPUT,
    add_json,
    add_limit,
    day_typed,
    document_of,
    limit_of,
    new_session_of,
    session_of,
)
from verifier.cli.evidence_shown import edge_lines, item_json, show_item, show_list
from verifier.cli.options import add_globals
from verifier.cli.output import complain, say, say_json, show_progress
from verifier.cli.url_argument import add_page, is_address
from verifier.desk.capturing import CapturedEvidence
from verifier.desk.collecting import FoundFile, add_file, files_at
from verifier.desk.drifting import drift_list
from verifier.desk.kinship import kin_edges
from verifier.desk.library import (
    AddedEvidence,
    EvidenceDetails,
    add_evidence,
    evidence_list,
    evidence_text,
    find_evidence,
    reading_of,
    source_meant,
)
from verifier.desk.meanings import foreign, not_matched, work_out_meanings
from verifier.desk.rereading_evidence import RereadEvidence, reread_evidence
from verifier.desk.session import Session, load_library
from verifier.desk.withdrawing import withdraw_evidence
from verifier.model.event import Json
from verifier.model.scales import CaptureState, RecordKind

FINDINGS = 1
"""The exit code where something was recorded as failed, or could not be read again."""

ENGLISH = "en"
"""The language that most stories are in; for others, meanings are worked out when searched."""

Added = AddedEvidence | CapturedEvidence


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    add = acts.add_parser("add", help="put documents into the library")
    _register_add(add)
    listing = acts.add_parser("list", help="list the library, failed items included")
    show = acts.add_parser("show", help="print a document with the offsets of its sentences")
    withdraw = acts.add_parser("withdraw", help="take a document out of use; undo brings it back")
    withdraw.add_argument("--reason", default="", metavar="TEXT", help="why")
    again = acts.add_parser("reread", help="read documents again with today's readers")
    again.add_argument("labels", metavar="EVIDENCE", nargs="*", help="all if none is given")
    evidence_search.register_search(acts.add_parser("search", help="find passages of documents"))
    for act in (show, withdraw):
        act.add_argument("label", metavar="EVIDENCE", help="a label, like E05")
    for act in (add, again):
        add_limit(act)
    for act in (add, listing, show, withdraw, again):
        add_json(act)
        add_globals(act)
    parser.epilog = (
        "examples:\n  verifier evidence add note.pdf --source diu\n  verifier evidence show E01\n"
        "  verifier evidence add papers/ --source isw\n"
        "  verifier evidence add https://example.org/statement --source diu\n"
        "  verifier evidence withdraw E01 --reason 'not the original'\n"
        "  verifier mark . C15 diu asserts --cite E01:120-188"
    )


def _register_add(add: argparse.ArgumentParser) -> None:
    add.add_argument(
        "files", metavar="FILE|FOLDER|URL|-", nargs="+", help="documents, or their addresses"
    )
    add.add_argument("--source", required=True, help="whose document it is: a slug or a name")
    add.add_argument("--title", help="its title; its own or the first line if not given")
    add.add_argument("--url", help="where it was published")
    add.add_argument("--published", metavar="YYYY-MM-DD", help="when it was published")
    add.add_argument(
        "--record",
        choices=[kind.value for kind in RecordKind],
        default=RecordKind.REPORT.value,
        help="what it records (default: report)",
    )
    add.add_argument(
        "--language", metavar="TAG", help="its language, like uk; told by its words if not given"
    )


def run(options: argparse.Namespace) -> int:
    """Add, list, show, withdraw, read again or search."""
    with (new_session_of if options.act == "add" else session_of)(options) as session:
        return _ACTS[options.act](session, options)


def _list(session: Session, options: argparse.Namespace) -> int:
    show_list(evidence_list(session), drift_list(session), options.json)
    return 0


def _show(session: Session, options: argparse.Namespace) -> int:
    item = find_evidence(session, options.label)
    now = drift_list(session).get(item.label)
    text, reading = evidence_text(session, item), reading_of(session, item)
    show_item(item, now, reading, text, options.json)
    return 0


def _add(session: Session, options: argparse.Namespace) -> int:
    """Add all that was named; nothing is added where a name or the source is wrong."""
    source_meant(load_library(session), options.source)
    details = EvidenceDetails(
        title=options.title,
        url=options.url,
        published=day_typed(options.published),
        record=RecordKind(options.record),
        language=options.language,
    )
    limit = limit_of(options)
    waiting: list[tuple[str, Callable[[], Added]]] = []
    for name in options.files:
        waiting += _named(session, name, options.source, details, limit)
    added = []
    for number, (name, add) in enumerate(waiting, start=1):
        show_progress(number, len(waiting), name)
        added.append(add())
    show_progress(0, 0, "")
    _print_added(session, added, options.json)
    _across_languages(session, added)
    return FINDINGS if any(found.item.problem for found in added) else 0


def _named(
    session: Session, name: str, source: str, details: EvidenceDetails, limit: int
) -> list[tuple[str, Callable[[], Added]]]:
    """What an argument stands for, each with what adds it; raises BadInput for nothing there."""
    if is_address(name):
        return [(name, lambda: add_page(session, name, source, details))]
    if name == STANDARD_INPUT:
        document = document_of(name, limit)
        return [(name, lambda: add_evidence(session, document, source, details))]

    files = files_at(Path(name))
    said = details if len(files) == 1 else replace(details, title=None, url=None)

    def adding(file: FoundFile) -> Callable[[], Added]:
        return lambda: add_file(session, file, source, said, limit)

    return [(file.name, adding(file)) for file in files]


def _print_added(session: Session, added: list[Added], as_json: bool) -> None:
    new = [found for found in added if found.is_new]
    edges = kin_edges(session, load_library(session), [found.item.label for found in new])
    if as_json:
        say_json([{**item_json(found.item), "new": found.is_new} for found in added])
    for found in added if not as_json else []:
        known = "" if found.is_new else " (the same bytes are in the library already)"
        state = "" if found.item.is_readable else f" ({found.item.capture.value})"
        say(f"{found.item.label}  {found.item.source}  {found.item.title}{state}{known}")
    for found in added:
        for told in found.item.remarks if found.is_new else ():
            complain(f"{found.item.label}: {told}")
        if isinstance(found, AddedEvidence) and found.item.problem:
            complain(f"{found.item.label} is listed as failed. {found.item.problem}")
    for line in edge_lines(edges):
        complain(line)
    failed = sum(1 for found in added if not found.item.is_readable)
    if failed and len(added) > 1:
        complain(f"{failed} of {len(added)} could not be read; `verifier evidence list` has why.")


def _across_languages(session: Session, added: list[Added]) -> None:
    """Make new documents in other languages than English findable, or say why they are not."""
    library = load_library(session)
    new = {found.item.label for found in added if found.is_new}
    items = [item for item in foreign(library, ENGLISH) if item.label in new]
    if not items:
        return
    told = not_matched(library, ENGLISH)
    if told:
        complain(told)
    work_out_meanings(session, items, show_progress)
    show_progress(0, 0, "")


def _withdraw(session: Session, options: argparse.Namespace) -> int:
    withdrawn = withdraw_evidence(session, options.label, options.reason)
    cited = [f"{found.story} {found.claim}" for found in withdrawn.cited]
    if options.json:
        say_json({**item_json(withdrawn.item), "cited_in": list[Json](cited)})
        return 0
    say(f"{withdrawn.item.label} is withdrawn; `verifier undo --library` brings it back.")
    if cited:
        complain(f"It stays cited in {', '.join(cited)}.")
    return 0


def _reread(session: Session, options: argparse.Namespace) -> int:
    """Read the items named again, or all that have bytes."""
    labels = options.labels or [item.label for item in evidence_list(session) if item.size]
    found = []
    for number, label in enumerate(labels, start=1):
        show_progress(number, len(labels), label)
        found.append(reread_evidence(session, label, limit_of(options)))
    show_progress(0, 0, "")
    if options.json:
        say_json([_reread_json(item) for item in found])
    else:
        for item in found:
            _say_reread(item)
    worse = any(item.problem and item.item.capture is CaptureState.OK for item in found)
    return FINDINGS if worse or any(item.lost for item in found) else 0


def _say_reread(found: RereadEvidence) -> None:
    what = "read anew" if found.is_changed else "unchanged"
    moved = f", {found.moved} citations moved" if found.moved else ""
    say(f"{found.item.label}  {found.problem or what + moved}")
    for lost in found.lost:
        words = " ".join(lost.words.split())[:120]
        complain(
            f"{found.item.label}: “{words}”, cited in {lost.citing.story} {lost.citing.claim}, is "
            "not in the new text; the citation stays on the old one."
        )


def _reread_json(found: RereadEvidence) -> dict[str, Json]:
    return {
        "evidence": found.item.label,
        "changed": found.is_changed,
        "moved": found.moved,
        "lost": [
            {"story": lost.citing.story, "claim": lost.citing.claim, "text": lost.words}
            for lost in found.lost
        ],
        "problem": found.problem,
    }


_ACTS: dict[str, Callable[[Session, argparse.Namespace], int]] = {
    "add": _add,
    "list": _list,
    "show": _show,
    "withdraw": _withdraw,
    "reread": _reread,
    "search": evidence_search.run_search,
}
