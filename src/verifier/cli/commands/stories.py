"""`verifier stories`: the stories with their progress."""

import argparse

from verifier.cli.common import add_json, session_of
from verifier.cli.output import say, say_json, table
from verifier.desk.session import Session
from verifier.desk.stories import story_list


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_json(parser)
    parser.epilog = "example:\n  verifier stories --json"


def run(options: argparse.Namespace) -> int:
    """Print the stories, last opened first."""
    with session_of(options) as session:
        if options.json:
            say_json(
                [
                    {
                        "slug": row.slug,
                        "title": row.title,
                        "claims": row.claims,
                        "judged": row.judged,
                        "imported_at": row.imported_at,
                        "opened_at": row.opened_at,
                    }
                    for row in story_list(session)
                ]
            )
        elif not story_list(session):
            say("There are no stories yet. Import one with `verifier import FILE`.")
        else:
            print_stories(session)
    return 0


def print_stories(session: Session) -> None:
    """Print the stories as a table."""
    rows = [
        (row.slug, f"{row.judged}/{row.claims}", row.title, row.imported_at[:10])
        for row in story_list(session)
    ]
    table(("STORY", "JUDGED", "TITLE", "IMPORTED"), rows)
