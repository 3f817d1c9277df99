"""`verifier redo`: bring back what you took back."""

import argparse

from verifier.cli.commands import undo
from verifier.desk.history import redo_in, stream_for_redo


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    undo.add_arguments(parser)
    parser.epilog = "examples:\n  verifier redo\n  verifier redo kursk"


def run(options: argparse.Namespace) -> int:
    """Redo and print what changed; also the import of a story that was undone."""
    return undo.act(options, redo_in, stream_for_redo, "done again")
