"""`verifier log`: the decision log."""

import argparse

from verifier.cli.common import add_json, session_of
from verifier.cli.output import say_json, table
from verifier.desk.history import log, log_lines, stream_for_redo
from verifier.desk.stories import LAST_STORY
from verifier.model.event import DESK


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "story", metavar="STORY", nargs="?", default=LAST_STORY, help="the last one if not given"
    )
    parser.add_argument(
        "--library", action="store_true", help="of the sources and the evidence library"
    )
    add_json(parser)
    parser.epilog = "example:\n  verifier log . --json"


def run(options: argparse.Namespace) -> int:
    """Print every act, oldest first."""
    with session_of(options) as session:
        stream = DESK if options.library else stream_for_redo(session, options.story)
        events = log(session, stream)
    lines = log_lines(events)
    if options.json:
        say_json(
            [
                {
                    "seq": event.seq,
                    "id": event.event_id,
                    "at": event.at,
                    "actor": event.actor,
                    "os_user": event.os_user,
                    "host": event.host,
                    "kind": event.kind.value,
                    "says": line,
                    "undoes": event.undoes,
                    "hash": event.hash,
                }
                for event, line in zip(events, lines, strict=True)
            ]
        )
    else:
        rows = [
            (str(event.seq), event.at[:19].replace("T", " "), event.actor, line)
            for event, line in zip(events, lines, strict=True)
        ]
        table(("NO.", "AT (UTC)", "BY", "WHAT"), rows, widest=100)
    return 0
