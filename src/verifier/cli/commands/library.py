"""`verifier` alone: the stories, or where to begin when there are none."""

import argparse

from verifier.cli.commands import stories
from verifier.cli.common import session_of
from verifier.cli.output import say
from verifier.desk.stories import story_list
from verifier.settings.places import database_location, is_there

BEGIN = """\
There are no stories yet.
  verifier demo          look at the sample story
  verifier import FILE   read a story of your own for claims
`verifier --help` lists the commands."""


def run(options: argparse.Namespace) -> int:
    """Print the stories, or offer the sample and the import."""
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
