"""`verifier report`: the verification report."""

import argparse
import sys
from pathlib import Path

from verifier.cli.common import add_story, is_terminal, session_of, story_of
from verifier.cli.output import complain, say
from verifier.desk.reports import FORMATS, report_bytes, write_report


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_story(parser)
    parser.add_argument(
        "-f", "--format", choices=sorted(FORMATS), help="html if the file's name does not tell"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="where to; standard output if not given"
    )
    parser.epilog = "example:\n  verifier report . -f html -o report.html"


def run(options: argparse.Namespace) -> int:
    """Write the report of a story."""
    report_format = options.format or _format_of(options.output)
    with session_of(options) as session:
        story = story_of(session, options.story)
        data = report_bytes(session, story, report_format)
    if options.output is not None:
        write_report(options.output, data)
        complain(f"wrote {options.output} ({len(data)} bytes)")
    elif is_terminal():
        say(data.decode("utf-8"))
    else:
        sys.stdout.buffer.write(data)
    return 0


def _format_of(output: Path | None) -> str:
    ending = output.suffix.lstrip(".").lower() if output else ""
    return ending if ending in FORMATS else "html"
