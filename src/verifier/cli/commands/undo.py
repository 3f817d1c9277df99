"""`verifier undo`: take back your latest act on a story."""

import argparse
from collections.abc import Callable

from verifier.cli.common import add_json, session_of, story_of
from verifier.cli.output import change_json, say, say_json
from verifier.desk.history import log, log_lines, refuse_withdrawing, undo_in, undo_to
from verifier.desk.session import Session
from verifier.desk.stories import LAST_STORY, find_stream, story_list
from verifier.model.errors import BadInput
from verifier.model.event import DESK, StreamId
from verifier.model.state import Change


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_arguments(parser)
    parser.add_argument(
        "--to", metavar="N", help="every act of yours after entry N of `verifier log`"
    )
    parser.epilog = "examples:\n  verifier undo\n  verifier undo --to 41\n  verifier undo --library"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what undo and redo both take."""
    parser.add_argument(
        "story", metavar="STORY", nargs="?", default=LAST_STORY, help="the last one if not given"
    )
    parser.add_argument(
        "--library", action="store_true", help="an act on sources or evidence, not on a story"
    )
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Undo and print what changed."""
    if options.to is not None:
        return _undo_to(options)
    return act(options, undo_in, _stream, "undone")


def _undo_to(options: argparse.Namespace) -> int:
    """Take back one act after the other, down to an entry of the log."""
    if options.library or not (options.to.isascii() and options.to.isdigit()):
        raise BadInput("--to takes the number of an entry of a story's log, like --to 41.")
    with session_of(options) as session:
        story = story_of(session, options.story)
        acted = undo_to(session, story, int(options.to[:12]))
    if options.json:
        say_json(change_json(acted.change))
    else:
        say(f"undone, back to entry {options.to}: {', '.join(acted.others) or 'no claim changed'}")
    return 0


def _stream(session: Session, name: str) -> StreamId:
    """The stream to undo in; a whole story is withdrawn only by its name."""
    stream = find_stream(session, name)
    if name == LAST_STORY:
        refuse_withdrawing(session, stream, story_list(session)[0].slug)
    return stream


def act(
    options: argparse.Namespace,
    take_back: Callable[[Session, StreamId], Change],
    find: Callable[[Session, str], StreamId],
    done: str,
) -> int:
    """Take an act back or bring it back, and print what changed."""
    with session_of(options) as session:
        stream = DESK if options.library else find(session, options.story)
        change = take_back(session, stream)
        said = log_lines(log(session, stream))[-1]
    if options.json:
        say_json(change_json(change))
    else:
        say(f"{done}, {said.partition(': ')[2]}")
    return 0
