"""`verifier evidence search`: the passages of the library that bear on words or on a claim."""

import argparse

from verifier.cli.common import add_json, story_of
from verifier.cli.options import add_globals
from verifier.cli.output import complain, say, say_json, show_progress
from verifier.desk.lookup import claim_named
from verifier.desk.meanings import (
    foreign,
    has_meaning,
    library_known,
    not_matched,
    work_out_meanings,
)
from verifier.desk.searching import (
    SHOWN,
    Hit,
    hit_json,
    language_asked,
    proposals_for,
    search,
)
from verifier.desk.session import Session
from verifier.model.errors import BadInput

MOST = 200
"""Passages that a search can be asked for."""


def register_search(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the act."""
    parser.add_argument("query", metavar="QUERY", nargs="*", help="any text")
    parser.add_argument("--claim", metavar="STORY:CLAIM", help="look for a claim, like .:C15")
    parser.add_argument("--source", metavar="SOURCE", help="only in the documents of this source")
    parser.add_argument(
        "--limit", metavar="N", default=str(SHOWN), help=f"passages at most (default: {SHOWN})"
    )
    add_json(parser)
    add_globals(parser)
    parser.epilog = (
        "examples:\n  verifier evidence search drones over Kursk\n"
        "  verifier evidence search --claim .:C15 --source diu"
    )


def run_search(session: Session, options: argparse.Namespace) -> int:
    """Print what is found, best first."""
    found = _found(session, options, _limit(options.limit))
    if options.json:
        say_json([hit_json(hit) for hit in found])
    elif not found:
        say("Nothing in the library has these words.")
    else:
        _print(found)
    return 0


def _found(session: Session, options: argparse.Namespace, limit: int) -> tuple[Hit, ...]:
    if options.claim is None:
        if not options.query:
            raise BadInput("There is nothing to look for; give words, or --claim STORY:C15.")
        words = " ".join(options.query)
        _ready(session, words, language_asked(words))
        return search(session, words, source=options.source, limit=limit)
    if options.query:
        raise BadInput("Give either words or --claim, not both.")
    name, _, label = options.claim.rpartition(":")
    if not name or not label:
        raise BadInput(f"{options.claim} names no claim; write STORY:CLAIM, like .:C15.")
    story = story_of(session, name)
    claim = claim_named(story, label)
    _ready(session, claim.standalone, story.story.language)
    return proposals_for(session, story, claim, source=options.source, limit=limit)


def _ready(session: Session, text: str, language: str) -> None:
    """Work out what is missing to find documents in other languages, or say what that needs."""
    if not has_meaning(text):
        return
    library = library_known(session)
    told = not_matched(library, language)
    if told:
        complain(told)
    if work_out_meanings(session, foreign(library, language), show_progress):
        show_progress(0, 0, "")


def _limit(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= MOST):
        raise BadInput(f"--limit {typed} is no number from 1 to {MOST}.")
    return int(typed)


def _print(found: tuple[Hit, ...]) -> None:
    for hit in found:
        say(f"{hit.evidence}:{hit.start}-{hit.end}  {hit.score:.1f}  {hit.why}")
        say(f"  {' '.join(hit.text.split())}")
