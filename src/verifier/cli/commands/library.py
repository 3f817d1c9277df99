"""`verifier` alone: the library, or where to begin when there is no terminal to show it on."""

import argparse

from verifier.cli.terminal import is_terminal

BEGIN = """\
There are no stories yet.
  verifier demo          look at the sample story
  verifier import FILE   read a story of your own for claims
`verifier --help` lists the commands."""


def run(options: argparse.Namespace) -> int:
    """Open the library on a terminal; elsewhere print the stories, or where to begin."""
    if is_terminal():
        from verifier.tui.app import run_library

        return run_library(options.db, options.reviewer, options.theme)
    return _print(options)


def _print(options: argparse.Namespace) -> int:
    """Print the stories, or offer the sample and the import."""
    from verifier.cli.commands import stories
    from verifier.cli.common import session_of
    from verifier.cli.output import say
    from verifier.desk.stories import story_list
    from verifier.settings.places import database_location, is_there

    if not is_there(database_location(options.db)):
        say(BEGIN)
        return 0
    with session_of(options) as session:
        if story_list(session):
            stories.print_stories(session)
            say("\n`verifier review` goes on with the first; `verifier --help` lists the commands.")
        else:
            say(BEGIN)
    return 0
