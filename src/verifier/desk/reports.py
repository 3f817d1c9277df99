"""The report: put together from the story's stream, rendered, and written whole or not at all."""

import os
import tempfile
from pathlib import Path

from verifier import __version__
from verifier.desk.drifting import drifts
from verifier.desk.judging import newsroom_for
from verifier.desk.known import known_state
from verifier.desk.library import reading_of
from verifier.desk.session import OpenStory, Session
from verifier.desk.signing import (
    frozen_newsroom,
    frozen_story,
    signature_of,
    signed_story,
)
from verifier.judgement import assess, impacts_of_edges
from verifier.model.errors import Refused, StorageFault
from verifier.model.library_now import LibraryNow
from verifier.model.report import Report, SignatureLine
from verifier.model.signoff import SignOff
from verifier.record.state_digest import state_digest
from verifier.report import FORMATS, assemble, render

__all__ = ["FORMATS", "build_report", "print_report", "render", "report_bytes", "write_report"]


def build_report(session: Session, story: OpenStory, *, signed: bool = False) -> Report:
    """The report of a story as it stands: a pure function of what the database holds.

    While a signature stands, and with `signed` for the state that was signed last, sources,
    parties and policy are those of the signature. Raises Refused where nobody signed.
    """
    signature = signature_of(story)
    if signed:
        if signature is None:
            raise Refused("Nobody signed this story; `verifier signoff` signs it.")
        story = signed_story(session, story, signature.signoff)
        lines: tuple[SignatureLine, ...] = (_line(signature.signoff, stands=True),)
    else:
        digest = state_digest(story.state)
        signoffs = sorted(story.state.signoffs.values(), key=lambda item: item.seq)
        lines = tuple(_line(item, stands=item.digest == digest) for item in signoffs)
        if signature is not None and signature.stands:
            story = frozen_story(story, signature.signoff)
    room = newsroom_for(session, story)
    is_frozen = signature is not None and (signed or signature.stands)
    if signature is not None and is_frozen:
        room = frozen_newsroom(signature.signoff, room)
    state = known_state(story)
    found = assess(state, text=story.text, newsroom=room)
    return assemble(
        state,
        found,
        story.text,
        events=session.store.events(story.state.stream)[: story.state.seq],
        program=f"verifier {__version__}",
        sources=story.registry,
        impacts=impacts_of_edges(state, text=story.text, newsroom=room, before=found),
        policy=room.policy,
        signatures=lines,
        library=_library_now(session, story, signed=is_frozen),
    )


def _library_now(session: Session, story: OpenStory, *, signed: bool) -> LibraryNow:
    """The documents of the story's sources; of the signed state only what cannot change."""
    kept = (item for item in story.state.evidence.values() if item.places_sha256 is not None)
    readings = {item.text_sha256: reading_of(session, item) for item in kept}
    if signed:
        return LibraryNow(readings=readings)
    items = story.library.evidence
    wanted = {label: item for label, item in items.items() if item.source in story.sources}
    return LibraryNow(wanted, readings, drifts(story.library))


def _line(signoff: SignOff, *, stands: bool) -> SignatureLine:
    policy = f"{signoff.policy.name} {signoff.policy.version}"
    return SignatureLine(signoff.reviewer, signoff.at, signoff.seq, signoff.digest, policy, stands)


def report_bytes(
    session: Session, story: OpenStory, report_format: str, *, signed: bool = False
) -> bytes:
    """The report of a story in one of `FORMATS`."""
    return render(build_report(session, story, signed=signed), report_format)


def print_report(
    session: Session, story: OpenStory, report_format: str, path: Path, *, signed: bool = False
) -> int:
    """Write the report to a file and remember the printing for the audit; gives its bytes."""
    report = build_report(session, story, signed=signed)
    data = render(report, report_format)
    write_report(path, data)
    session.store.note_printed(
        story.state.stream, report.title.entries, report.title.head, report.digest, report_format
    )
    return len(data)


def write_report(path: Path, data: bytes) -> None:
    """Put `data` into the file at `path` in one step: the old file stays until the new is whole.

    A symbolic link is replaced, never written through; a pipe or a device takes the bytes as they
    are. Raises StorageFault.
    """
    if path.exists() and not path.is_symlink() and not path.is_file() and not path.is_dir():
        path.write_bytes(data)
        return
    part: str | None = None
    try:
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(part).chmod(0o666 & ~_umask())
        Path(part).replace(path)
    except OSError as error:
        if part is not None:
            Path(part).unlink(missing_ok=True)
        raise StorageFault(
            f"{path} could not be written: {error.strerror or error}. Choose another place with "
            "-o FILE."
        ) from error


def _umask() -> int:
    """The process's file mask; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
