"""The demonstration: the sample story through the ordinary import, in a database of its own."""

import shutil
import tempfile
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from verifier.desk.claim_list import span_of_quote
from verifier.desk.deciding import give_verdict
from verifier.desk.library import EvidenceDetails, add_evidence, evidence_text, passage_of
from verifier.desk.marking import mark_stance
from verifier.desk.registry import add_sources
from verifier.desk.session import OpenStory, Session, load_library, open_session
from verifier.desk.stories import StoryDetails, import_story, open_story
from verifier.model.claim import ClaimLabel
from verifier.model.errors import StorageFault, VerifierError
from verifier.model.evidence import EvidenceItem, Passage
from verifier.model.scales import (
    Confidence,
    RecordKind,
    Reliability,
    SourceKind,
    StanceCode,
    SubstanceVerdict,
)
from verifier.model.source import Source
from verifier.model.story import Slug
from verifier.model.text import Span
from verifier.reading import read_path
from verifier.settings.places import demo_location, private_folder, shipped_folder

SAMPLE = Path("kursk")


def prepare_demo(reviewer: str | None = None) -> str:
    """The location of the demonstration's database, made on the first call.

    It is made in a folder beside its place and moved there whole, so that an interrupted first call
    leaves nothing half-made. Raises StorageFault.
    """
    location = Path(demo_location())
    if location.exists():
        return str(location)
    try:
        parent = private_folder(location.parent.parent)
        building = Path(tempfile.mkdtemp(dir=parent, prefix=".demo-"))
    except OSError as error:
        raise StorageFault(
            f"The demonstration needs a folder it can write to: {error}. Set VERIFIER_HOME to one."
        ) from error
    try:
        with open_session(str(building / location.name), reviewer) as session:
            fill_demo(session)
        _move(building, location)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    return str(location)


def _move(building: Path, location: Path) -> None:
    """Put the demonstration in its place, unless another program just did."""
    try:
        building.replace(location.parent)
    except OSError as error:
        if not location.exists():
            raise StorageFault(
                f"The folder {location.parent} holds something else than the demonstration; remove "
                "it and run `verifier demo` again."
            ) from error
        shutil.rmtree(building, ignore_errors=True)


def fill_demo(session: Session, folder: Path | None = None) -> OpenStory:
    """Import the sample story, its sources and documents, and make its few marks and verdicts."""
    folder = folder or shipped_folder("fixtures") / SAMPLE
    sample = tomllib.loads((folder / "sample.toml").read_text(encoding="utf-8"))
    sources = [_source(fields) for fields in sample["sources"]]
    add_sources(session, load_library(session), sources)
    said = sample["story"]
    details = StoryDetails(
        title=said["title"],
        outlet=said["outlet"],
        byline=said.get("byline"),
        url=said.get("url"),
        dateline=date.fromisoformat(said["dateline"]),
        language=said["language"],
    )
    story = import_story(session, read_path(folder / said["file"]), details).story
    items = {fields["file"]: _add(session, folder, fields) for fields in sample["evidence"]}
    story = open_story(session, story.story.slug)
    for fields in sample["marks"]:
        story = _mark(session, story, fields, items)
    for fields in sample["verdicts"]:
        story = _judge(session, story, fields)
    return story


def _source(fields: dict[str, Any]) -> Source:
    reliability = fields.get("reliability")
    return Source(
        slug=Slug(fields["slug"]),
        name=fields["name"],
        kind=SourceKind(fields["kind"]),
        aliases=tuple(fields.get("aliases", ())),
        party=fields.get("party"),
        reliability=Reliability(reliability) if reliability else None,
        reliability_reason=fields.get("reason"),
    )


def _add(session: Session, folder: Path, fields: dict[str, Any]) -> EvidenceItem:
    path = folder / fields["file"]
    details = EvidenceDetails(
        title=fields["title"],
        url=fields.get("url"),
        published=date.fromisoformat(fields["published"]),
        record=RecordKind(fields["record"]),
        language=fields.get("language"),
        file_name=path.name,
    )
    return add_evidence(session, read_path(path), fields["source"], details).item


def _mark(
    session: Session, story: OpenStory, fields: dict[str, Any], items: dict[str, EvidenceItem]
) -> OpenStory:
    passages: tuple[Passage, ...] = ()
    if "evidence" in fields:
        item = items[fields["evidence"]]
        text = evidence_text(session, item)
        start = text.index(fields["passage"])
        passages = (passage_of(item, text, start, start + len(fields["passage"])),)
    return mark_stance(
        session,
        story,
        claim_over(story, span_of_quote(story, fields["quote"])),
        Slug(fields["source"]),
        StanceCode(fields["stance"]),
        passages=passages,
        credibility=fields.get("credibility"),
        note=fields.get("note"),
    ).story


def _judge(session: Session, story: OpenStory, fields: dict[str, Any]) -> OpenStory:
    code = next(item for item in SubstanceVerdict if item.digit == fields["code"])
    return give_verdict(
        session,
        story,
        claim_over(story, span_of_quote(story, fields["quote"])),
        code,
        confidence=Confidence(fields["confidence"]),
        why=fields["why"],
        replacement=fields.get("replace"),
    ).story


def claim_over(story: OpenStory, span: Span) -> ClaimLabel:
    """The active claim that covers most of `span`, the shortest of equals; raises VerifierError."""
    best: tuple[int, int, ClaimLabel] | None = None
    for label, claim in story.state.claims.items():
        if claim.selector is None or not claim.is_active:
            continue
        place = claim.selector.span
        shared = min(place.end, span.end) - max(place.start, span.start)
        if shared > 0 and (best is None or (-shared, place.end - place.start) < best[:2]):
            best = (-shared, place.end - place.start, label)
    if best is None:
        raise VerifierError(f"No claim of the story covers {span.of(story.text)!r}.")
    return best[2]
