"""`verifier review`: the terminal interface."""

import argparse
from collections.abc import Sequence

from verifier.cli.options import add_theme
from verifier.cli.terminal import is_terminal
from verifier.model.errors import BadInput
from verifier.settings.places import existing_database


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "story", metavar="STORY", nargs="?", default=None, help="the last one if not given"
    )
    parser.add_argument(
        "--plain",
        action="store_true",
        help="line by line, for screen readers, pipes and scripts; help lists what is typed",
    )
    add_theme(parser)
    parser.epilog = (
        "examples:\n  verifier review kursk --as anna\n  verifier review kursk --plain <acts.txt"
    )


def run(options: argparse.Namespace) -> int:
    """Open the review where the reviewer left off."""
    if options.plain:
        return _run_plain(options)
    if not is_terminal():
        raise BadInput(
            "The review needs a terminal. In a script use `verifier review --plain`, or the "
            "commands `verifier claims`, `verifier mark` and `verifier verdict`."
        )
    existing_database(options.db)
    from verifier.tui.app import run_review

    return run_review(options.db, options.reviewer, options.story, options.theme)


def _run_plain(options: argparse.Namespace) -> int:
    """The line mode; every act in it is a command of the shell, on the same database."""
    from verifier.cli.common import session_of
    from verifier.cli.main import main
    from verifier.cli.plain import run_plain
    from verifier.desk.stories import LAST_STORY

    with session_of(options) as session:
        same = ["--db", session.location, "--as", session.reviewer.name]
        debug = ["--debug"] if options.debug else []

        def run(command: Sequence[str]) -> int:
            return main([*command, *same, *debug])

        return run_plain(session, options.story or LAST_STORY, run)
