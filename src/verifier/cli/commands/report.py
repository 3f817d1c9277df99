"""`verifier report`: the verification report."""

import argparse
import sys
from pathlib import Path

from verifier.cli.common import add_json, add_story, session_of, story_of
from verifier.cli.output import complain, say, say_json
from verifier.cli.terminal import is_terminal
from verifier.desk.reports import FORMATS, print_report, report_bytes
from verifier.model.errors import BadInput


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_story(parser)
    parser.add_argument(
        "-f", "--format", choices=sorted(FORMATS), help="html if the file's name does not tell"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="where to; standard output if not given"
    )
    add_json(parser)
    parser.epilog = "example:\n  verifier report . -f html -o report.html"


def run(options: argparse.Namespace) -> int:
    """Write the report of a story."""
    report_format = options.format or _format_of(options.output)
    with session_of(options) as session:
        story = story_of(session, options.story)
        if options.output is None:
            _print(report_bytes(session, story, report_format))
            return 0
        size = print_report(session, story, report_format, options.output)
    if options.json:
        say_json({"file": str(options.output), "format": report_format, "bytes": size})
    else:
        complain(f"wrote {options.output} ({size} bytes)")
    return 0


def _print(data: bytes) -> None:
    """Print a report: harmless on a terminal, byte for byte into a pipe."""
    if is_terminal():
        say(data.decode("utf-8"))
    else:
        sys.stdout.buffer.write(data)


def _format_of(output: Path | None) -> str:
    """The format that a file's ending names, html where it has none; raises BadInput."""
    ending = output.suffix.lstrip(".").lower() if output else ""
    if ending and ending not in FORMATS and output is not None and not output.exists():
        raise BadInput(
            f"No report is written as .{ending}; name a file that ends in "
            f"{', '.join(sorted(FORMATS))}, or say -f FORMAT."
        )
    return ending if ending in FORMATS else "html"
