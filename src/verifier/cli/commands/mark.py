"""`verifier mark`: what a source does with a claim."""

import argparse

from verifier.cli.common import add_json, add_story, session_of, story_of
from verifier.cli.output import change_json, say, say_json
from verifier.desk.accepting import accept_all, accept_proposal
from verifier.desk.library import read_citation
from verifier.desk.lookup import claim_named, source_named
from verifier.desk.marking import clear_stance, mark_stance
from verifier.desk.session import Acted, OpenStory, Session
from verifier.desk.translating import translated
from verifier.model.claim import ClaimLabel
from verifier.model.errors import BadInput
from verifier.model.event import Subject, SubjectKind
from verifier.model.evidence import Passage
from verifier.model.scales import Aspect, StanceCode
from verifier.model.state import StanceKey
from verifier.model.story import Slug

NOT_LOOKED = "not-looked"
"""The word that takes a stance back."""


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_story(parser)
    parser.add_argument("claim", metavar="CLAIM", help="a label, like C15")
    parser.add_argument("source", metavar="SOURCE", nargs="?", help="a slug, a name or an alias")
    words = [code.value for code in StanceCode]
    parser.add_argument(
        "stance",
        metavar="STANCE",
        nargs="?",
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
        "--translation", metavar="TEXT", help="of the one passage that is cited, as you typed it"
    )
    parser.add_argument("--translator", metavar="NAME", help="who translated it")
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
    parser.add_argument(
        "--accept",
        action="store_true",
        help="take what is proposed for SOURCE, without one all that is proposed on the claim",
    )
    parser.add_argument("--of", metavar="SOURCE", help="whom it echoes, where several speak")
    parser.add_argument("--override", metavar="REASON", help="why it asserts against an edge")
    parser.add_argument("--searched", metavar="QUERY", help="with silent: what was looked for")
    parser.add_argument(
        "--against-interest",
        choices=["yes", "no"],
        help="whether the source says here what hurts its own side",
    )
    add_json(parser)
    parser.epilog = (
        "examples:\n  verifier mark . C15 isw echoes --cite E08:120-188 --credibility 3\n"
        "  verifier mark . C15 --accept\n"
        '  verifier mark . C15 diu partly --cite E06:10-90 --translation "At least 30" '
        "--translator Ben\n"
        '  verifier mark . C15 nato silent --searched "Kursk losses"'
    )


def run(options: argparse.Namespace) -> int:
    """Record the stance and print what changed."""
    _refuse_mixed(options)
    with session_of(options) as session:
        story = story_of(session, options.story)
        claim = claim_named(story, options.claim).label
        if options.accept:
            acted = _accept(session, story, claim, options.source)
            done = ", ".join(
                f"{item.key[2]} {acted.story.state.stances[StanceKey(*_key(item))].code.value}"
                for item in acted.change.subjects
                if item.kind is SubjectKind.STANCE
            )
        else:
            acted = _mark(session, story, claim, options)
            done = f"{source_named(story, options.source).slug} {options.stance}"
    if options.json:
        say_json(change_json(acted.change))
    else:
        say(f"{claim}: {done}")
    return 0


def _refuse_mixed(options: argparse.Namespace) -> None:
    """Raise BadInput where the arguments do not belong together."""
    if options.accept and options.stance is not None:
        raise BadInput("--accept takes the stance that is proposed; leave STANCE out.")
    if not options.accept and options.stance is None:
        raise BadInput("Give SOURCE and STANCE, or --accept to take what is proposed.")
    if options.searched is not None and options.stance != StanceCode.SILENT:
        raise BadInput("--searched goes with silent: it says what was looked for in vain.")
    if (options.translation is None) is not (options.translator is None):
        raise BadInput("--translation and --translator go together: the words, and whose they are.")
    if options.translation is not None and len(options.cite or ()) != 1:
        raise BadInput("--translation is of one passage; give one --cite with it.")


def _key(subject: Subject) -> tuple[ClaimLabel, Aspect, Slug, str]:
    claim, aspect, source, reviewer = subject.key
    return ClaimLabel(claim), Aspect(aspect), Slug(source), reviewer


def _accept(session: Session, story: OpenStory, claim: ClaimLabel, source: str | None) -> Acted:
    if source is None:
        return accept_all(session, story, claim)
    return accept_proposal(session, story, claim, source_named(story, source).slug)


def _cited(session: Session, options: argparse.Namespace) -> tuple[Passage, ...] | None:
    """The passages to cite, the one that is translated with its translation."""
    if not options.cite:
        return None
    found = tuple(read_citation(session, text) for text in options.cite)
    if options.translation is None:
        return found
    return tuple(translated(each, options.translation, options.translator) for each in found)


def _mark(
    session: Session, story: OpenStory, claim: ClaimLabel, options: argparse.Namespace
) -> Acted:
    source = source_named(story, options.source).slug
    aspect = Aspect(options.aspect)
    if options.stance == NOT_LOOKED:
        return clear_stance(session, story, claim, source, aspect=aspect)
    interest = options.against_interest
    return mark_stance(
        session,
        story,
        claim,
        source,
        StanceCode(options.stance),
        aspect=aspect,
        passages=_cited(session, options),
        credibility=options.credibility,
        note=options.note,
        override=options.override,
        of=source_named(story, options.of).slug if options.of else None,
        against_interest=None if interest is None else interest == "yes",
        searched=options.searched,
    )
