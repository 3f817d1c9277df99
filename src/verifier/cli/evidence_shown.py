"""Evidence items on the terminal and as JSON."""

from collections.abc import Iterable, Iterator, Mapping

from verifier.cli.output import say, say_json, table
from verifier.language.sentences import sentences
from verifier.model.dependency import Dependency
from verifier.model.event import Json
from verifier.model.evidence import EvidenceItem, EvidenceLabel
from verifier.model.reading import Reading, place_name
from verifier.record.codec import to_json


def show_list(
    items: tuple[EvidenceItem, ...], drifts: Mapping[EvidenceLabel, EvidenceItem], as_json: bool
) -> None:
    """Print the library; `drifts` gives the items whose address has another text now."""
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
                item.medium.value,
                item.sha256[:12],
                _state(item, drifts.get(item.label)),
                item.title,
            )
            for item in items
        ]
        table(("NO.", "SOURCE", "PUBLISHED", "TYPE", "SHA-256", "STATE", "TITLE"), rows)
        for item in items:
            if item.problem:
                say(f"{item.label}: {item.problem}")


def show_item(
    item: EvidenceItem, now: EvidenceItem | None, reading: Reading, text: str, as_json: bool
) -> None:
    """Print an item and its sentences with their offsets and their pages, rows or messages."""
    if as_json:
        say_json({**item_json(item, now), **reading_json(reading), "text": text})
        return
    for line in _head(item, now, reading):
        say(line)
    say()
    before = ""
    for span in sentences(text):
        place = place_name(reading, span)
        if place not in ("", before):
            say(f"[{place}]")
        before = place
        say(f"{span.start:>6}-{span.end:<6} {' '.join(span.of(text).split())}")


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
        "reader": item.reader,
        "remarks": list(item.remarks),
        "forwarded_from": list(item.forwarded_from),
        "derived_from": item.derived_from,
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


def reading_json(reading: Reading) -> dict[str, Json]:
    """What leads back into the file, as scripts read it."""
    return {
        "places": [
            {"kind": p.kind.value, "name": p.name, "start": p.span.start, "end": p.span.end}
            for p in reading.places
        ],
        "attachments": [to_json(attachment) for attachment in reading.attachments],
    }


def edge_lines(edges: Iterable[Dependency]) -> Iterator[str]:
    """What new items propose to depend on, as a person reads it."""
    for edge in edges:
        words = " ".join(edge.cue.split())[:120]
        yield (
            f"{edge.evidence}: {edge.from_source} may rest on {edge.to_source} "
            f"({edge.kind.value}: “{words}”). Judge it where a claim cites {edge.evidence}."
        )


def _state(item: EvidenceItem, now: EvidenceItem | None) -> str:
    """The state of an item in a word; `now` is the item with the text that its address has now."""
    return item.capture.value if now is None else f"drifted, see {now.label}"


def _head(item: EvidenceItem, now: EvidenceItem | None, reading: Reading) -> Iterator[str]:
    """What is known of an item, a line for each."""
    yield f"{item.label} · {item.source} · {item.record.value} · {item.language}"
    yield item.title
    yield f"published {item.published_at or 'unknown'}" + (f" · {item.url}" if item.url else "")
    yield f"collected {item.collected_at} by {item.collected_by} from {item.collected_how}"
    yield from _capture_lines(item, now)
    read_by = f", read by {item.reader}" if item.reader else ""
    yield f"SHA-256 {item.sha256} ({item.size} bytes, {item.encoding}{read_by})"
    yield from item.remarks
    for attachment in reading.attachments:
        yield f"attached: {attachment.name} ({attachment.type}, {attachment.size} bytes)"


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
