"""`verifier evidence`: source documents, and the offsets that a citation needs."""

import argparse
from collections.abc import Iterator, Mapping

from verifier.cli.common import add_json, day_typed, document_of, new_session_of, session_of
from verifier.cli.options import add_globals
from verifier.cli.output import say, say_json, table
from verifier.cli.url_argument import add_page, is_address
from verifier.desk.capturing import CapturedEvidence, drift_list
from verifier.desk.library import (
    AddedEvidence,
    EvidenceDetails,
    add_evidence,
    evidence_list,
    evidence_text,
    find_evidence,
)
from verifier.desk.session import Session
from verifier.language.sentences import sentences
from verifier.model.document import Document
from verifier.model.event import Json
from verifier.model.evidence import EvidenceItem, EvidenceLabel
from verifier.model.scales import RecordKind

FINDINGS = 1
"""The exit code where something was recorded as failed."""


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    add = acts.add_parser("add", help="put a document into the library")
    add.add_argument("files", metavar="FILE|URL|-", nargs="+", help="a document, or its address")
    add.add_argument("--source", required=True, help="whose document it is: a slug or a name")
    add.add_argument("--title", help="its title; the first line if not given")
    add.add_argument("--url", help="where it was published")
    add.add_argument("--published", metavar="YYYY-MM-DD", help="when it was published")
    add.add_argument(
        "--record",
        choices=[kind.value for kind in RecordKind],
        default=RecordKind.REPORT.value,
        help="what it records (default: report)",
    )
    add.add_argument("--language", metavar="TAG", default="en", help="its language, like uk")
    listing = acts.add_parser("list", help="list the library")
    show = acts.add_parser("show", help="print a document with the offsets of its sentences")
    show.add_argument("label", metavar="EVIDENCE", help="a label, like E05")
    for act in (add, listing, show):
        add_json(act)
        add_globals(act)
    parser.epilog = (
        "examples:\n  verifier evidence add note.txt --source diu\n  verifier evidence show E01\n"
        "  verifier evidence add https://example.org/statement --source diu\n"
        "  verifier mark . C15 diu asserts --cite E01:120-188"
    )


def run(options: argparse.Namespace) -> int:
    """Add, list or show."""
    with (new_session_of if options.act == "add" else session_of)(options) as session:
        if options.act == "add":
            files = {name: document_of(name) for name in options.files if not is_address(name)}
            added = [_add(session, name, files.get(name), options) for name in options.files]
            _print_added(added, options.json)
            return FINDINGS if any(found.item.problem for found in added) else 0
        if options.act == "list":
            _list(evidence_list(session), drift_list(session), options.json)
        else:
            item = find_evidence(session, options.label)
            now = drift_list(session).get(item.label)
            _show(item, now, evidence_text(session, item), options.json)
    return 0


def _add(
    session: Session, name: str, document: Document | None, options: argparse.Namespace
) -> AddedEvidence | CapturedEvidence:
    """Add a document, or the page at the address `name` where there is none."""
    details = EvidenceDetails(
        title=options.title,
        url=options.url,
        published=day_typed(options.published),
        record=RecordKind(options.record),
        language=options.language,
        file_name=None if name == "-" or document is None else name.rpartition("/")[2],
    )
    if document is None:
        return add_page(session, name, options.source, details)
    return add_evidence(session, document, options.source, details)


def _print_added(added: list[AddedEvidence | CapturedEvidence], as_json: bool) -> None:
    if as_json:
        say_json([{**item_json(found.item), "new": found.is_new} for found in added])
        return
    for found in added:
        known = "" if found.is_new else " (the same bytes are in the library already)"
        say(f"{found.item.label}  {found.item.source}  {found.item.title}{known}")


def _list(
    items: tuple[EvidenceItem, ...], drifts: Mapping[EvidenceLabel, EvidenceItem], as_json: bool
) -> None:
    if as_json:
        say_json([item_json(item, drifts.get(item.label)) for item in items])
    elif not items:
        say("The library is empty. Add a document with `verifier evidence add FILE --source NAME`.")
    else:
        rows = [
            (
                item.label,
                item.source,
                str(item.published_at or ""),
                item.sha256[:12],
                _state(item, drifts.get(item.label)),
                item.title,
            )
            for item in items
        ]
        table(("NO.", "SOURCE", "PUBLISHED", "SHA-256", "STATE", "TITLE"), rows)
        for item in items:
            if item.problem:
                say(f"{item.label}: {item.problem}")


def _state(item: EvidenceItem, now: EvidenceItem | None) -> str:
    """The state of an item in a word; `now` is the item with the text that its address has now."""
    return item.capture.value if now is None else f"drifted, see {now.label}"


def _show(item: EvidenceItem, now: EvidenceItem | None, text: str, as_json: bool) -> None:
    if as_json:
        say_json({**item_json(item, now), "text": text})
        return
    say(f"{item.label} · {item.source} · {item.record.value} · {item.language}")
    say(item.title)
    say(f"published {item.published_at or 'unknown'}" + (f" · {item.url}" if item.url else ""))
    say(f"collected {item.collected_at} by {item.collected_by} from {item.collected_how}")
    for line in _capture_lines(item, now):
        say(line)
    say(f"SHA-256 {item.sha256} ({item.size} bytes, {item.encoding})\n")
    for start, end in sentences(text):
        say(f"{start:>6}-{end:<6} {' '.join(text[start:end].split())}")


def _capture_lines(item: EvidenceItem, now: EvidenceItem | None) -> Iterator[str]:
    """What is known of an item by its address."""
    if item.problem:
        yield f"{item.capture.value}: {item.problem}"
    if item.archived_url:
        yield f"copied from {item.archived_url}"
    for address in item.redirects:
        yield f"led to {address}"
    if item.archive_sha256:
        yield f"archive file (WARC) SHA-256 {item.archive_sha256}"
    if item.seen_at:
        yield f"seen again, unchanged, {item.seen_at}"
    if now is not None:
        yield f"drifted: the address had another text later, kept as {now.label}"


def item_json(item: EvidenceItem, now: EvidenceItem | None = None) -> dict[str, Json]:
    """An evidence item as scripts read it; `now` has the text that its address has now."""
    return {
        "evidence": item.label,
        "source": item.source,
        "title": item.title,
        "record": item.record.value,
        "medium": item.medium.value,
        "language": item.language,
        "url": item.url,
        "archived_url": item.archived_url,
        "published_at": item.published_at.isoformat() if item.published_at else None,
        "collected_at": item.collected_at,
        "collected_by": item.collected_by,
        "collected_how": item.collected_how,
        "file_name": item.file_name,
        "encoding": item.encoding,
        "size": item.size,
        "chars": item.chars,
        "sha256": item.sha256,
        "text_sha256": item.text_sha256,
        "capture": item.capture.value,
        "problem": item.problem,
        "redirects": list(item.redirects),
        "archive_sha256": item.archive_sha256,
        "seen_at": item.seen_at,
        "drifted_to": None if now is None else now.label,
    }
