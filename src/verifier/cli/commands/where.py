"""`verifier where`: where the files live."""

import argparse

from verifier.cli.common import add_json
from verifier.cli.output import say_json, table
from verifier.settings.person import reviewer_named
from verifier.settings.places import database_location, folders


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_json(parser)
    parser.epilog = "example:\n  verifier where"


def run(options: argparse.Namespace) -> int:
    """Print the database, its files, the folders and the reviewer; nothing is opened."""
    from verifier.store.location import locate

    location = locate(database_location(options.db))
    paths = location.paths
    rows = {
        "database": location.shown,
        "journal": str(paths.journal or "in the database"),
        "bytes": str(paths.bytes or "in the database"),
        "configuration": str(folders().configuration),
        "cache": str(folders().cache),
        "reviewer": reviewer_named(options.reviewer).name,
    }
    if options.json:
        say_json(rows)
    else:
        table(("WHAT", "WHERE"), list(rows.items()), widest=400)
    return 0
