"""`verifier demo`: the sample story."""

import argparse
from pathlib import Path

from verifier.cli.commands.claims import print_claims
from verifier.cli.common import is_terminal
from verifier.cli.output import say
from verifier.desk.demo import prepare_demo
from verifier.desk.reports import report_bytes, write_report
from verifier.desk.session import open_session
from verifier.desk.stories import LAST_STORY, open_story
from verifier.model.errors import BadInput

REPORT_NAME = "report.html"


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.epilog = (
        "example:\n  verifier demo\n\n"
        "Without a terminal it prints the claims and writes the report."
    )


def run(options: argparse.Namespace) -> int:
    """Open the review of the sample story, or print its claims and write its report."""
    if options.db is not None:
        raise BadInput("The demonstration has a database of its own; leave --db out.")
    location = prepare_demo(options.reviewer)
    if is_terminal():
        from verifier.tui.app import run_review

        return run_review(location, options.reviewer, LAST_STORY)
    target = Path(location).parent / REPORT_NAME
    with open_session(location, options.reviewer) as session:
        story = open_story(session, LAST_STORY)
        print_claims(session, story)
        write_report(target, report_bytes(session, story, "html"))
    say(f"The report is in {target}")
    return 0
