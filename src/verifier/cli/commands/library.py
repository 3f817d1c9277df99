"""`verifier` alone: the stories, or where to begin when there are none."""

import argparse

from verifier.cli.commands import stories
from verifier.cli.common import session_of
from verifier.cli.output import say
from verifier.desk.stories import story_list


def run(options: argparse.Namespace) -> int:
    """Print the stories, or offer the sample and the import."""
    with session_of(options) as session:
        if story_list(session):
            stories.print_stories(session)
            say("\n`verifier review` goes on with the first; `verifier --help` lists the commands.")
        else:
            say(
                "There are no stories yet.\n"
                "  verifier demo          look at the sample story\n"
                "  verifier import FILE   read a story of your own for claims\n"
                "`verifier --help` lists the commands."
            )
    return 0
