"""`verifier backup`: a verified copy of everything."""

import argparse
from pathlib import Path

from verifier.cli.common import session_of
from verifier.cli.output import say


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "target", metavar="FILE", type=Path, help="the copy to make; must not exist"
    )
    parser.epilog = "example:\n  verifier backup ~/backups/verifier-2026-01-31.db"


def run(options: argparse.Namespace) -> int:
    """Copy the database with its journal and files, open the copy and check it."""
    with session_of(options) as session:
        session.store.backup(options.target.expanduser().absolute())
    say(f"backed up to {options.target}, opened again and sound")
    return 0
