"""`verifier claim`: the list itself, corrected by hand."""

import argparse

from verifier.cli.common import add_json, add_story, session_of, span_typed, story_of
from verifier.cli.options import add_globals
from verifier.cli.output import change_json, say, say_json
from verifier.desk.claim_list import (
    add_claim,
    dismiss_claim,
    edit_claim,
    note_claim,
    restore_claim,
    span_of_quote,
)
from verifier.desk.lookup import claim_named
from verifier.desk.session import Acted, OpenStory, Session
from verifier.desk.splitting import Part, merge_claims, restate_claim, split_claim
from verifier.model.claim import Claim
from verifier.model.errors import BadInput
from verifier.model.scales import Weight
from verifier.model.text import Span


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_story(parser)
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    add = acts.add_parser("add", help="add a claim that was missed")
    _add_place(add)
    add.add_argument("--speaker", metavar="SOURCE", help="who says it")
    add.add_argument("--standalone", metavar="TEXT", help="the statement as it stands alone")
    edit = acts.add_parser("edit", help="correct a claim")
    edit.add_argument("claim", metavar="CLAIM")
    _add_place(edit)
    edit.add_argument("--speaker", metavar="SOURCE", help='who says it; "" for the narrator')
    edit.add_argument("--cue", metavar="START:END|TEXT", help="the words that show who says it")
    edit.add_argument("--weight", choices=[weight.value for weight in Weight])
    edit.add_argument("--standalone", metavar="TEXT", help="the statement as it stands alone")
    dismiss = acts.add_parser("dismiss", help="take a claim off the list")
    dismiss.add_argument("claim", metavar="CLAIM")
    dismiss.add_argument("--reason", required=True, help="why; the report prints it")
    restore = acts.add_parser("restore", help="put a dismissed claim back")
    restore.add_argument("claim", metavar="CLAIM")
    note = acts.add_parser("note", help='set your note on a claim; "" removes it')
    note.add_argument("claim", metavar="CLAIM")
    note.add_argument("text", metavar="TEXT")
    split = acts.add_parser("split", help="part a claim that says several things")
    split.add_argument("claim", metavar="CLAIM")
    split.add_argument(
        "--part",
        metavar="START:END|TEXT",
        action="append",
        default=[],
        help="characters or words of the claim, or a stand-alone text; twice or more",
    )
    merge = acts.add_parser("merge", help="make one claim of several that say the same")
    merge.add_argument("claim", metavar="CLAIM", help="the claim that stays")
    merge.add_argument("others", metavar="OTHER", nargs="+", help="what is merged into it")
    restates = acts.add_parser("restates", help="say that a claim says again what another says")
    restates.add_argument("claim", metavar="CLAIM")
    restates.add_argument("other", metavar="OTHER", nargs="?", help="without it, it stands alone")
    for act in (add, edit, dismiss, restore, note, split, merge, restates):
        add_json(act)
        add_globals(act)
    parser.epilog = (
        'examples:\n  verifier claim . add --quote "the bridge was closed" --speaker police\n'
        '  verifier claim . dismiss C07 --reason "a caption of another picture"\n'
        '  verifier claim . split C12 --part "eight were killed" --part "it was an error"\n'
        "  verifier claim . merge C12 C19"
    )


def run(options: argparse.Namespace) -> int:
    """Do the act and print what changed."""
    with session_of(options) as session:
        story = story_of(session, options.story)
        acted = _ACTS[options.act](session, story, options)
    if options.json:
        say_json(change_json(acted.change))
    else:
        say(", ".join(acted.change.claims) or "nothing to change")
    return 0


def _add_place(parser: argparse.ArgumentParser) -> None:
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--span", metavar="START:END", help="characters of the story's text")
    place.add_argument("--quote", metavar="TEXT", help="words as they stand in the story")


def _place(story: OpenStory, options: argparse.Namespace) -> Span | None:
    if options.span is not None:
        return span_typed(options.span)
    return None if options.quote is None else span_of_quote(story, options.quote)


def _add(session: Session, story: OpenStory, options: argparse.Namespace) -> Acted:
    span = _place(story, options)
    if span is None:
        raise BadInput("Say where the claim stands: --span START:END or --quote TEXT.")
    return add_claim(session, story, span, speaker=options.speaker, standalone=options.standalone)


def _edit(session: Session, story: OpenStory, options: argparse.Namespace) -> Acted:
    cue = options.cue
    span = None if cue is None else _cue(story, cue)
    return edit_claim(
        session,
        story,
        claim_named(story, options.claim).label,
        span=_place(story, options),
        speaker=options.speaker,
        cue=span,
        weight=Weight(options.weight) if options.weight else None,
        standalone=options.standalone,
    )


def _cue(story: OpenStory, typed: str) -> Span:
    is_span = typed.replace(":", "", 1).isdigit() and ":" in typed
    return span_typed(typed) if is_span else span_of_quote(story, typed)


def _dismiss(session: Session, story: OpenStory, options: argparse.Namespace) -> Acted:
    return dismiss_claim(session, story, claim_named(story, options.claim).label, options.reason)


def _restore(session: Session, story: OpenStory, options: argparse.Namespace) -> Acted:
    return restore_claim(session, story, claim_named(story, options.claim).label)


def _note(session: Session, story: OpenStory, options: argparse.Namespace) -> Acted:
    return note_claim(session, story, claim_named(story, options.claim).label, options.text)


def _split(session: Session, story: OpenStory, options: argparse.Namespace) -> Acted:
    claim = claim_named(story, options.claim)
    parts = tuple(_part(claim, typed) for typed in options.part)
    return split_claim(session, story, claim.label, parts)


def _part(claim: Claim, typed: str) -> Part:
    """The part typed: its place where it is one or where the claim has these words once."""
    if typed.replace(":", "", 1).isdigit() and ":" in typed:
        return Part(span_typed(typed))
    place = claim.selector
    if place is not None and typed and place.exact.count(typed) == 1:
        start = place.start + place.exact.index(typed)
        return Part(Span(start, start + len(typed)))
    return Part(standalone=typed)


def _merge(session: Session, story: OpenStory, options: argparse.Namespace) -> Acted:
    others = [claim_named(story, other).label for other in options.others]
    return merge_claims(session, story, claim_named(story, options.claim).label, others)


def _restates(session: Session, story: OpenStory, options: argparse.Namespace) -> Acted:
    other = None if options.other is None else claim_named(story, options.other).label
    return restate_claim(session, story, claim_named(story, options.claim).label, other)


_ACTS = {
    "add": _add,
    "edit": _edit,
    "dismiss": _dismiss,
    "restore": _restore,
    "note": _note,
    "split": _split,
    "merge": _merge,
    "restates": _restates,
}
