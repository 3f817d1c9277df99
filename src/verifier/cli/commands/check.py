"""`verifier check`: the audit of the database."""

import argparse

from verifier.cli.common import add_json, session_of
from verifier.cli.output import say, say_json
from verifier.model.event import Json

FINDINGS = 1
"""The exit code that says that the audit found something."""


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_json(parser)
    parser.epilog = "example:\n  verifier check --json"


def run(options: argparse.Namespace) -> int:
    """Audit, print what was found, and exit with 1 where anything was."""
    with session_of(options) as session:
        findings = session.store.check()
    if options.json:
        found: list[Json] = [{"where": item.where, "what": item.what} for item in findings]
        say_json({"findings": found})
    elif not findings:
        say("The database is sound: chain, state, files and journal agree.")
    for item in findings if not options.json else ():
        say(f"{item.where}: {item.what}")
    return FINDINGS if findings else 0
