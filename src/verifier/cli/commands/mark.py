"""`verifier mark`: what a source does with a claim."""

import argparse

from verifier.cli.common import add_json, add_story, session_of, story_of
from verifier.cli.output import change_json, say, say_json
from verifier.desk.library import read_citation
from verifier.desk.lookup import claim_named, source_named
from verifier.desk.marking import clear_stance, mark_stance
from verifier.model.scales import Aspect, StanceCode

NOT_LOOKED = "not-looked"
"""The word that takes a stance back."""


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_story(parser)
    parser.add_argument("claim", metavar="CLAIM", help="a label, like C15")
    parser.add_argument("source", metavar="SOURCE", help="a slug, a name or an alias")
    words = [code.value for code in StanceCode]
    parser.add_argument(
        "stance",
        metavar="STANCE",
        choices=[*words, NOT_LOOKED],
        help=f"{', '.join(words)}; {NOT_LOOKED} takes it back",
    )
    parser.add_argument(
        "--cite",
        metavar="E05:120-188",
        action="append",
        help="a passage of an evidence item; may be repeated",
    )
    parser.add_argument(
        "--credibility", metavar="1-6", type=int, choices=range(1, 7), help="Admiralty digit"
    )
    parser.add_argument(
        "--aspect",
        choices=[aspect.value for aspect in Aspect],
        default=Aspect.SUBSTANCE.value,
        help="is it so (substance), or was it said (attribution)",
    )
    parser.add_argument("--note", metavar="TEXT", help="a remark that the report prints")
    add_json(parser)
    parser.epilog = "example:\n  verifier mark . C15 isw echoes --cite E08:120-188 --credibility 3"


def run(options: argparse.Namespace) -> int:
    """Record the stance and print what changed."""
    with session_of(options) as session:
        story = story_of(session, options.story)
        claim = claim_named(story, options.claim).label
        source = source_named(story, options.source).slug
        aspect = Aspect(options.aspect)
        if options.stance == NOT_LOOKED:
            acted = clear_stance(session, story, claim, source, aspect=aspect)
        else:
            cited = options.cite
            acted = mark_stance(
                session,
                story,
                claim,
                source,
                StanceCode(options.stance),
                aspect=aspect,
                passages=tuple(read_citation(session, text) for text in cited) if cited else None,
                credibility=options.credibility,
                note=options.note,
            )
    if options.json:
        say_json(change_json(acted.change))
    else:
        say(f"{claim}: {source} {options.stance}")
    return 0
