"""`verifier verdict`: whether a claim is so, and whether it was said."""

import argparse

from verifier.cli.common import add_json, add_story, session_of, story_of
from verifier.cli.output import change_json, say, say_json
from verifier.desk.deciding import give_verdict, judge_attribution
from verifier.desk.lookup import claim_named
from verifier.desk.session import Session
from verifier.model.claim import ClaimLabel
from verifier.model.errors import BadInput
from verifier.model.event import Json
from verifier.model.scales import AttributionVerdict, Confidence, SubstanceVerdict


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_story(parser)
    parser.add_argument("claim", metavar="CLAIM", help="a label, like C15")
    words = ", ".join(f"{code.digit} {code.value}" for code in SubstanceVerdict)
    parser.add_argument("code", metavar="CODE", nargs="?", help=words)
    parser.add_argument(
        "--attribution",
        choices=[code.value for code in AttributionVerdict],
        help="the verdict on whether it was said",
    )
    parser.add_argument("--confidence", choices=[level.value for level in Confidence])
    parser.add_argument("--why", metavar="TEXT", help="the reason, as the report prints it")
    parser.add_argument("--replace", metavar="TEXT", help="the words to print instead")
    parser.add_argument("--override", metavar="REASON", help="why a rule does not hold here")
    add_json(parser)
    parser.epilog = (
        'examples:\n  verifier verdict . C15 4 --replace "about 200 were lost" --why "a bound"\n'
        "  verifier verdict . C15 --attribution drifted"
    )


def run(options: argparse.Namespace) -> int:
    """Record the verdicts and print what changed."""
    if options.code is None and options.attribution is None:
        raise BadInput("Give a CODE from 0 to 8, or --attribution, or both.")
    if options.code is None and options.replace is not None:
        raise BadInput("--replace belongs to the verdict on substance; give a CODE.")
    with session_of(options) as session:
        changes = _decide(session, options)
    if options.json:
        say_json(changes[0] if len(changes) == 1 else changes)
    else:
        words = [_code(options.code).value] if options.code else []
        words += [f"attribution {options.attribution}"] if options.attribution else []
        say(f"{options.claim.upper()}: {', '.join(words)}")
    return 0


def _decide(session: Session, options: argparse.Namespace) -> list[Json]:
    story = story_of(session, options.story)
    claim: ClaimLabel = claim_named(story, options.claim).label
    confidence = Confidence(options.confidence) if options.confidence else None
    changes: list[Json] = []
    if options.code is not None:
        acted = give_verdict(
            session,
            story,
            claim,
            _code(options.code),
            confidence=confidence,
            why=options.why,
            replacement=options.replace,
            override=options.override,
        )
        story = acted.story
        changes.append(change_json(acted.change))
    if options.attribution is not None:
        code = AttributionVerdict(options.attribution)
        # With both, confidence and reason belong to the verdict on substance.
        alone = options.code is None
        acted = judge_attribution(
            session,
            story,
            claim,
            code,
            confidence=confidence if alone else None,
            why=options.why if alone else None,
            override=options.override,
        )
        changes.append(change_json(acted.change))
    return changes


def _code(typed: str) -> SubstanceVerdict:
    """The verdict typed as a digit or as its name; raises BadInput."""
    for code in SubstanceVerdict:
        if typed in (str(code.digit), code.value):
            return code
    words = ", ".join(f"{code.digit} {code.value}" for code in SubstanceVerdict)
    raise BadInput(f"{typed} is no verdict; the verdicts are {words}.")
