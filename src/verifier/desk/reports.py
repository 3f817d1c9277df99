"""The report: put together from the story's stream, rendered, and written whole or not at all."""

import os
import tempfile
from pathlib import Path

from verifier import __version__
from verifier.desk.session import OpenStory, Session
from verifier.judgement import assess
from verifier.model.errors import StorageFault
from verifier.model.report import Report
from verifier.report import FORMATS, assemble, render

__all__ = ["FORMATS", "build_report", "print_report", "render", "report_bytes", "write_report"]


def build_report(session: Session, story: OpenStory) -> Report:
    """The report of a story as it stands: a pure function of what the database holds."""
    return assemble(
        story.state,
        assess(story.state),
        story.text,
        events=session.store.events(story.state.stream)[: story.state.seq],
        program=f"verifier {__version__}",
        sources=story.registry,
    )


def report_bytes(session: Session, story: OpenStory, report_format: str) -> bytes:
    """The report of a story in one of `FORMATS`."""
    return render(build_report(session, story), report_format)


def print_report(session: Session, story: OpenStory, report_format: str, path: Path) -> int:
    """Write the report to a file and remember the printing for the audit; gives its bytes."""
    report = build_report(session, story)
    data = render(report, report_format)
    write_report(path, data)
    session.store.note_printed(
        story.state.stream, story.state.seq, story.state.head, report.digest, report_format
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
