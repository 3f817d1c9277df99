"""`verifier demo`: the sample story."""

import argparse
import shutil
import sys
from pathlib import Path

from verifier.cli.options import add_theme
from verifier.cli.terminal import is_terminal
from verifier.model.errors import BadInput
from verifier.settings.places import demo_location, is_there

REPORT_NAME = "report.html"

GO_ON = (
    "`{0} demo` goes on with the sample where you left it. Your own stories have a database of "
    "their own: `{0} import FILE` begins one, `{0} review` opens it."
)


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_theme(parser)
    parser.epilog = (
        "example:\n  verifier demo\n\n"
        "Without a terminal it prints the claims and writes the report."
    )


def run(options: argparse.Namespace) -> int:
    """Open the review of the sample story, or print its claims and write its report."""
    if options.db is not None:
        raise BadInput("The demonstration has a database of its own; leave --db out.")
    location = _prepared(options.reviewer)
    if is_terminal():
        from verifier.tui.app import run_review

        code = run_review(location, options.reviewer, None, options.theme)
        if code == 0:
            _say_how_to_go_on()
        return code
    return _print(location, options.reviewer)


def _prepared(reviewer: str | None) -> str:
    """The demonstration's database; what makes it is imported on the first call only."""
    location = demo_location()
    if is_there(location):
        return location
    from verifier.desk.demo import prepare_demo

    return prepare_demo(reviewer)


def _say_how_to_go_on() -> None:
    """Name the commands as they can be typed here: `make demo` puts none on the path."""
    from verifier.cli.output import say

    say(GO_ON.format("verifier" if shutil.which("verifier") else sys.argv[0]))


def _print(location: str, reviewer: str | None) -> int:
    """Print the claims and write the report beside the database."""
    from verifier.cli.commands.claims import print_claims
    from verifier.cli.output import say
    from verifier.desk.reports import report_bytes, write_report
    from verifier.desk.session import open_session
    from verifier.desk.stories import LAST_STORY, open_story

    target = Path(location).parent / REPORT_NAME
    with open_session(location, reviewer) as session:
        story = open_story(session, LAST_STORY)
        print_claims(session, story)
        write_report(target, report_bytes(session, story, "html"))
    say(f"The report is in {target}")
    return 0
