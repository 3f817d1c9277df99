"""`verifier report`: the verification report."""

import argparse
import sys
from pathlib import Path

from verifier.cli.common import add_json, session_of, story_of
from verifier.cli.output import complain, say, say_json
from verifier.cli.terminal import is_terminal
from verifier.desk.reports import FORMATS, print_report, report_bytes
from verifier.model.errors import BadInput
from verifier.report.checking import check_report


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "story", metavar="STORY", nargs="?", help="a slug, its beginning, or . for the last"
    )
    parser.add_argument(
        "-f", "--format", choices=sorted(FORMATS), help="html if the file's name does not tell"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="where to; standard output if not given"
    )
    parser.add_argument(
        "--signed", action="store_true", help="the state that was signed off, not the present one"
    )
    parser.add_argument(
        "--check", metavar="FILE", type=Path, help="count and digest a report again, with no story"
    )
    add_json(parser)
    parser.epilog = (
        "examples:\n  verifier report . -f html -o report.html\n"
        "  verifier report . --signed -o signed.html\n  verifier report --check report.html"
    )


def run(options: argparse.Namespace) -> int:
    """Write the report of a story, or check one that was written."""
    if options.check is not None:
        return _check(options.check, options.json)
    if options.story is None:
        raise BadInput("Name the story to report on, or a report to check with --check FILE.")
    report_format = options.format or _format_of(options.output)
    with session_of(options) as session:
        story = story_of(session, options.story)
        if options.output is None:
            _print(report_bytes(session, story, report_format, signed=options.signed))
            return 0
        size = print_report(session, story, report_format, options.output, signed=options.signed)
    if options.json:
        say_json({"file": str(options.output), "format": report_format, "bytes": size})
    else:
        complain(f"wrote {options.output} ({size} bytes)")
    return 0


def _check(path: Path, as_json: bool) -> int:
    """Count a report again and print what does not agree; 1 where something does not."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}.") from error
    checked = check_report(data, path.name)
    if as_json:
        say_json(
            {
                "digest": checked.digest,
                "counted": list(checked.counted),
                "findings": [{"where": where, "what": what} for where, what in checked.findings],
            }
        )
    else:
        for where, what in checked.findings:
            say(f"{where}: {what}")
        if not checked.findings:
            say(f"agrees: {', '.join(checked.counted)}; digest {checked.digest}")
    return 1 if checked.findings else 0


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
