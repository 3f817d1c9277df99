"""Where a reviewer is: kept in the database, and beside it for a first paint without it."""

import hashlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from verifier.desk.session import OpenStory, Session
from verifier.model.errors import BrokenHistory
from verifier.model.place import Place
from verifier.model.text import Digest
from verifier.record.codec import fields_to_json, from_json
from verifier.record.state_json import state_from_json, state_to_json
from verifier.settings.person import reviewer_named
from verifier.settings.places import database_location, folders, private_folder

FORMAT = 2
"""The format of the resume record; another one is not read."""

LARGEST = 2_000
"""Stories with more claims are opened from the database: reading the record would take longer."""


_SECRET = re.compile(r"(?<=://)(?P<user>[^/@:]*):[^/@]*(?=@)|(?<=password=)[^&]*")
"""The password in a database URL; it takes no part in the record's name."""


@dataclass(frozen=True)
class Resume:
    """What the screen showed last: enough to paint it before the database is open.

    It is a cache. `head` tells whether the database still stands where the record was written,
    `is_final` whether the review was left in good order then: else the place in the database may
    be a later one, and nothing may act on this one.
    """

    story: OpenStory
    place: Place
    head: Digest
    is_final: bool = False


def save_place(session: Session, story: OpenStory, place: Place) -> None:
    """Remember where the reviewer is in the story, half-typed text included."""
    session.store.save_place(session.reviewer.name, story.state.stream, place)


def load_place(session: Session, story: OpenStory) -> Place:
    """Where the reviewer was in the story; the beginning where they never were."""
    found = session.store.load_place(session.reviewer.name, story.state.stream)
    return found or Place()


def save_resume(
    session: Session, story: OpenStory, place: Place, *, is_final: bool = False
) -> None:
    """Write the resume record of the open story, `is_final` on leaving; a large story takes none.

    It lies in the cache folder, readable by its owner only, and replaces the one before.
    """
    path = _resume_path(session.location, session.reviewer.name)
    if len(story.state.claims) > LARGEST:
        path.unlink(missing_ok=True)
        return
    record = {
        "format": FORMAT,
        "place": fields_to_json(place),
        "final": is_final,
        "text": story.text,
        "state": state_to_json(story.state),
        "library": state_to_json(story.library),
    }
    private_folder(path.parent)
    part = path.with_suffix(f".{os.getpid()}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as stream:
        json.dump(record, stream, ensure_ascii=True, separators=(",", ":"))
    part.replace(path)


def load_resume(location: str | None, reviewer: str | None, name: str | None) -> Resume | None:
    """The resume record for this database, reviewer and story; None where there is none that fits.

    `name` is a story's slug or a beginning of it; None and `.` take the story last open. A record
    that cannot be read is no record.
    """
    person = reviewer_named(reviewer)
    path = _resume_path(database_location(location), person.name)
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        resume = _resume_from_json(data) if data.get("format") == FORMAT else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, BrokenHistory):
        return None
    if resume is None or resume.story.state.story is None or not resume.story.state.versions:
        return None
    wanted = name not in (None, ".", "") and name
    return None if wanted and not resume.story.story.slug.startswith(wanted) else resume


def _resume_path(location: str, reviewer: str) -> Path:
    """The record's file: its name tells neither the database nor the reviewer."""
    place = _SECRET.sub(lambda found: found["user"] or "", location)
    key = hashlib.sha256(f"{place}\x00{reviewer}".encode("utf-8", "surrogatepass")).hexdigest()
    return folders().cache / "resume" / f"{key[:32]}.json"


def _resume_from_json(data: dict[str, Any]) -> Resume:
    state = state_from_json(data["state"])
    library = state_from_json(data["library"])
    story = OpenStory(state, str(data["text"]), library)
    place = from_json(Place, data["place"])
    return Resume(story, place, state.head, is_final=data["final"] is True)
