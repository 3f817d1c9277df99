"""`verifier signoff`: sign a story off, or see what stands against it."""

import argparse

from verifier.cli.common import add_json, add_story, session_of, story_of
from verifier.cli.output import change_json, say, say_json
from verifier.desk.session import OpenStory, Session
from verifier.desk.signing import Signature, sign_off, signature_of, what_blocks
from verifier.model.event import Json

FINDINGS = 1
"""The exit code where something stands against signing."""


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_story(parser)
    parser.add_argument(
        "--check", action="store_true", help="only say what stands against it, and who signed"
    )
    add_json(parser)
    parser.epilog = "examples:\n  verifier signoff . --check\n  verifier signoff ."


def run(options: argparse.Namespace) -> int:
    """Sign the story, or print how it stands."""
    with session_of(options) as session:
        story = story_of(session, options.story)
        if options.check:
            return _check(session, story, options.json)
        acted = sign_off(session, story)
        signature = signature_of(acted.story)
    assert signature is not None
    if options.json:
        say_json({**change_json(acted.change), "signature": signature_json(signature)})
    else:
        say(f"signed by {signature.signoff.reviewer}: {signature.signoff.digest}")
    return 0


def _check(session: Session, story: OpenStory, as_json: bool) -> int:
    blocks, signature = what_blocks(session, story), signature_of(story)
    if as_json:
        listed: list[Json] = [{"claim": label, "why": why} for label, why in blocks]
        found = None if signature is None else signature_json(signature)
        say_json({"blocking": listed, "signature": found})
    else:
        for label, why in blocks:
            say(f"{label or 'story'}: {why}")
        say(_standing(signature, bool(blocks)))
    return FINDINGS if blocks else 0


def _standing(signature: Signature | None, is_blocked: bool) -> str:
    if signature is None:
        return "not signed" if is_blocked else "nothing stands against signing it; not signed"
    by = f"{signature.signoff.reviewer} at {signature.signoff.at[:16].replace('T', ' ')} UTC"
    return f"signed by {by}" if signature.stands else f"signed by {by}, reopened by a later change"


def signature_json(signature: Signature) -> dict[str, Json]:
    """A signature as scripts read it."""
    return {
        "reviewer": signature.signoff.reviewer,
        "at": signature.signoff.at,
        "seq": signature.signoff.seq,
        "digest": signature.signoff.digest,
        "policy": f"{signature.signoff.policy.name} {signature.signoff.policy.version}",
        "stands": signature.stands,
    }
