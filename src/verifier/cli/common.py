"""What several commands share: the session, the story named, spans and days as typed."""

import argparse
import sys
from datetime import date
from pathlib import Path

from verifier.cli.output import complain
from verifier.desk.places import load_place, save_place
from verifier.desk.session import OpenStory, Session, open_session
from verifier.desk.stories import LAST_STORY, open_story, story_list
from verifier.model.document import Document
from verifier.model.errors import BadInput
from verifier.model.text import Span
from verifier.reading import DEFAULT_LIMIT, read_path, read_stream
from verifier.settings.places import existing_database

STANDARD_INPUT = "-"

MEGABYTE = 1024 * 1024
MOST_MEGABYTES = 2000


def add_json(parser: argparse.ArgumentParser) -> None:
    """Give a command, or one of its acts, the option `--json`; it may stand before the act."""
    parser.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="print JSON for scripts"
    )


def add_story(parser: argparse.ArgumentParser) -> None:
    """Give a command its STORY."""
    parser.add_argument("story", metavar="STORY", help="a slug, its beginning, or . for the last")


def session_of(options: argparse.Namespace) -> Session:
    """The session that the options ask for; what it has to remark goes to standard error.

    Raises BadInput where there is no database yet: a mistyped name must not make one.
    """
    existing_database(options.db)
    return new_session_of(options)


def new_session_of(options: argparse.Namespace) -> Session:
    """As `session_of`, for the commands that may make the database."""
    session = open_session(options.db, options.reviewer)
    for remark in session.remarks:
        complain(remark)
    return session


def story_of(session: Session, name: str) -> OpenStory:
    """The story called `name`, which is from now on the one last used."""
    story = open_story(session, name)
    if name != LAST_STORY:
        use(session, story)
    return story


def use(session: Session, story: OpenStory) -> None:
    """Make a story the one last used."""
    if story_list(session)[0].slug != story.story.slug:
        save_place(session, story, load_place(session, story))


def add_limit(parser: argparse.ArgumentParser) -> None:
    """Give a command, or one of its acts, the option `--limit`."""
    most = DEFAULT_LIMIT // MEGABYTE
    parser.add_argument(
        "--limit", metavar="MB", default=str(most), help=f"the largest file read (default {most})"
    )


def limit_of(options: argparse.Namespace) -> int:
    """The bytes that `--limit` allows; raises BadInput."""
    typed = str(options.limit)
    if not (typed.isascii() and typed.isdigit() and 0 < int(typed[:6]) <= MOST_MEGABYTES):
        raise BadInput(
            f"--limit {typed} is no limit; write megabytes from 1 to {MOST_MEGABYTES}, like 50."
        )
    return int(typed) * MEGABYTE


def document_of(name: str, limit: int = DEFAULT_LIMIT) -> Document:
    """The document in the file `name`, or on standard input for `-`; raises BadInput."""
    if name == STANDARD_INPUT:
        if sys.stdin is None:
            raise BadInput("Standard input is closed; give the name of a file instead of -.")
        return read_stream(sys.stdin.buffer, limit)
    return read_path(Path(name), limit)


def span_typed(text: str) -> Span:
    """The span typed as START:END; raises BadInput."""
    start, _, end = text.partition(":")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        raise BadInput(f"{text} is no span; write START:END in characters, like 120:188.")
    return Span(int(start[:12]), int(end[:12]))


def day_typed(text: str | None) -> date | None:
    """The day typed as YYYY-MM-DD; None for None; raises BadInput."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(f"{text} is no day; write YYYY-MM-DD, like 2024-12-18.") from error
