"""`verifier claims`: the claims of a story, as a table or as JSON."""

import argparse
from dataclasses import asdict

from verifier.cli.common import add_json, add_story, session_of, story_of
from verifier.cli.output import say, say_json, table
from verifier.desk.judging import assess_story
from verifier.desk.known import known_state
from verifier.desk.session import OpenStory, Session
from verifier.judgement import coverage
from verifier.model.assessment import Assessment
from verifier.model.claim import Claim
from verifier.model.scales import SubstanceVerdict
from verifier.report.claims_json import claims_json
from verifier.report.order import claims_by_place


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_story(parser)
    add_json(parser)
    parser.epilog = "example:\n  verifier claims . --json"


def run(options: argparse.Namespace) -> int:
    """Print the claims of a story."""
    with session_of(options) as session:
        story = story_of(session, options.story)
        if options.json:
            say_json(printed_claims(session, story))
        else:
            print_claims(session, story)
    return 0


def printed_claims(session: Session, story: OpenStory) -> dict[str, object]:
    """The story's claims as scripts read them; the share of the coverage is a number there."""
    found = assess_story(session, story)
    whole: dict[str, object] = dict(
        claims_json(known_state(story), found, story.text, sources=story.registry)
    )
    covered = coverage(story.state)
    return {**whole, "coverage": {**asdict(covered), "share": float(covered.share)}}


def print_claims(session: Session, story: OpenStory) -> None:
    """Print the claims as a table, with the coverage below."""
    found = assess_story(session, story, session.reviewer.name)
    rows = [_row(claim, found, story) for claim in claims_by_place(story.state) if claim.is_active]
    table(("CLAIM", "VERDICT", "SAID BY", "WEIGHT", "TEXT"), rows)
    gone = sum(not claim.is_active for claim in story.state.claims.values())
    covered = found.coverage
    say(
        f"\n{len(rows)} claims, {gone} dismissed; {covered.claimed} of {covered.sentences} "
        f"sentences claimed, {covered.excluded} without a claim for a stated reason."
    )


def speakers_of(claim: Claim, story: OpenStory) -> str:
    """Who says a claim: the sources by name, unnamed speakers as the story has them."""
    known = story.sources
    names = [
        known[item.source].name
        if item.source is not None and item.source in known
        else item.speaker
        for item in claim.attributions
    ]
    return ", ".join(dict.fromkeys(name for name in names if name)) or "narrator"


def _row(claim: Claim, found: Assessment, story: OpenStory) -> tuple[str, ...]:
    verdict = found.claims[claim.label].verdict
    code = SubstanceVerdict.UNCHECKED if verdict is None else SubstanceVerdict(verdict.code)
    return (
        claim.label,
        f"{code.meaning.sign} {code.value}",
        speakers_of(claim, story),
        claim.weight.value,
        claim.standalone,
    )
