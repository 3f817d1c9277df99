"""`verifier backup`: a verified copy of everything."""

import argparse
from pathlib import Path

from verifier.cli.common import add_json, session_of
from verifier.cli.output import say, say_json


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "target", metavar="FILE", type=Path, help="the copy to make; must not exist"
    )
    add_json(parser)
    parser.epilog = "example:\n  verifier backup ~/backups/verifier-2026-01-31.db"


def run(options: argparse.Namespace) -> int:
    """Copy the database with its journal and files, open the copy and check it."""
    with session_of(options) as session:
        session.store.backup(options.target.expanduser().absolute())
    if options.json:
        say_json({"file": str(options.target)})
        return 0
    say(f"backed up to {options.target}, opened again and sound")
    return 0
