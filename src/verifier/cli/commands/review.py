"""`verifier review`: the terminal interface."""

import argparse

from verifier.cli.terminal import is_terminal
from verifier.model.errors import BadInput
from verifier.settings.places import existing_database


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "story", metavar="STORY", nargs="?", default=None, help="the last one if not given"
    )
    parser.epilog = "example:\n  verifier review kursk --as anna"


def run(options: argparse.Namespace) -> int:
    """Open the review where the reviewer left off."""
    if not is_terminal():
        raise BadInput(
            "The review needs a terminal. In a script use `verifier claims`, `verifier mark` and "
            "`verifier verdict`."
        )
    existing_database(options.db)
    from verifier.tui.app import run_review

    return run_review(options.db, options.reviewer, options.story)
