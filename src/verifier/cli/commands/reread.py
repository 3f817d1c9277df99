"""`verifier reread`: propose the claims of a story again with today's rules."""

import argparse

from verifier.cli.common import add_json, add_story, session_of, story_of
from verifier.cli.output import change_json, complain, say, say_json
from verifier.desk.rereading import ReadAnew, Reread, reread
from verifier.model.claim import Claim
from verifier.model.event import Json


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_story(parser)
    add_json(parser)
    parser.epilog = "example:\n  verifier reread . && verifier undo    # look, and take it back"


def run(options: argparse.Namespace) -> int:
    """Read again and print what changed."""
    with session_of(options) as session:
        done = reread(session, story_of(session, options.story))
    if options.json:
        say_json(_as_json(done))
    else:
        _print(done)
    for remark in done.remarks:
        complain(remark)
    return 0


def _as_json(done: Reread) -> dict[str, Json]:
    return {
        **change_json(done.acted.change),
        "engine": done.engine,
        "kept": list[Json](done.kept),
        "differs": [_anew_json(item) for item in done.differs],
        "changed_claims": [_anew_json(item) for item in done.changed],
        "gone": list[Json](done.gone),
        "new": list[Json](done.new),
    }


def _anew_json(item: ReadAnew) -> dict[str, Json]:
    return {"label": item.label, "fields": list[Json](item.fields)}


def _print(done: Reread) -> None:
    kept = f"Kept as people left them: {len(done.kept)}"
    if done.is_same:
        say(f"Nothing changed: {done.engine} reads the story as it stands. {kept}.")
    else:
        say(
            f"read again by {done.engine}: {len(done.changed)} changed, {len(done.gone)} gone, "
            f"{len(done.new)} new. {kept}."
        )
    claims = done.acted.story.state.claims
    for item in done.changed:
        say(f"changed {_line(claims[item.label])} ({_words(item)})")
    for label in done.gone:
        say(f"gone    {_line(claims[label])}")
    for label in done.new:
        say(f"new     {_line(claims[label])}")
    for item in done.differs:
        say(f"kept    {_line(claims[item.label])} (read differently today: {_words(item)})")


def _line(claim: Claim) -> str:
    return f"{claim.label} {claim.standalone}"


def _words(item: ReadAnew) -> str:
    fields = ", ".join(item.fields).replace("proposed_by", "rule").replace("anchors", "span")
    return fields or "on the list again"
