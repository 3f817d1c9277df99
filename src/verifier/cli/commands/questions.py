"""`verifier questions`: ask author, source or checker, and print the sheet to send."""

import argparse

from verifier.cli.common import add_json, add_story, session_of, story_of
from verifier.cli.options import add_globals
from verifier.cli.output import change_json, say, say_json
from verifier.desk.lookup import claim_named
from verifier.desk.questions import answer_question, ask_question, withdraw_question
from verifier.desk.session import Acted, OpenStory, Session
from verifier.model.event import Json
from verifier.model.question import Question
from verifier.model.scales import Addressee
from verifier.report.confidential import conceal_state
from verifier.report.order import by_label
from verifier.report.question_sheet import question_sheet


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_story(parser)
    acts = parser.add_subparsers(dest="act", metavar="ACT")
    listing = acts.add_parser("list", help="print the sheet to send (the default)")
    listing.add_argument("--markdown", action="store_true", help="as Markdown")
    listing.add_argument("--all", action="store_true", help="also what is answered or withdrawn")
    ask = acts.add_parser("ask", help="ask a question on a claim")
    ask.add_argument("claim", metavar="CLAIM")
    ask.add_argument("text", metavar="TEXT")
    ask.add_argument(
        "--to",
        choices=[each.value for each in Addressee],
        default=Addressee.AUTHOR.value,
        help="whom; the author if not given",
    )
    ask.add_argument("--source", metavar="SOURCE", help="the source asked, with --to source")
    answer = acts.add_parser("answer", help="record the answer")
    answer.add_argument("question", metavar="QUESTION", help="a label, like Q01")
    answer.add_argument("text", metavar="TEXT")
    withdraw = acts.add_parser("withdraw", help="take a question back")
    withdraw.add_argument("question", metavar="QUESTION")
    for act in (listing, ask, answer, withdraw):
        add_json(act)
        add_globals(act)
    add_json(parser)
    parser.set_defaults(markdown=False, all=False)
    parser.epilog = (
        'examples:\n  verifier questions . ask C15 "Who counted the dead?" --to author\n'
        '  verifier questions . answer Q01 "The regiment did."\n'
        "  verifier questions . list --markdown"
    )


def run(options: argparse.Namespace) -> int:
    """Print the sheet, or record an act."""
    with session_of(options) as session:
        story = story_of(session, options.story)
        if options.act in (None, "list"):
            _print(story, options)
            return 0
        acted = _ACTS[options.act](session, story, options)
    if options.json:
        say_json(change_json(acted.change))
    else:
        labels = [item.key[0] for item in acted.change.subjects if item.kind.value == "question"]
        say(", ".join(labels) or "nothing to change")
    return 0


def _print(story: OpenStory, options: argparse.Namespace) -> None:
    if options.json:
        state, _ = conceal_state(story.state, story.text, story.registry)
        listed = sorted(state.questions.values(), key=lambda item: by_label(item.label))
        say_json([question_json(question) for question in listed])
        return
    sheet = question_sheet(
        story.state,
        story.text,
        story.registry,
        markdown=options.markdown,
        with_closed=options.all,
    )
    say(sheet.rstrip("\n"))


def question_json(question: Question) -> dict[str, Json]:
    """A question as scripts read it."""
    return {
        "label": question.label,
        "claim": question.claim,
        "text": question.text,
        "to": question.addressee.value,
        "source": question.source,
        "state": question.state.value,
        "asked_by": question.asked_by,
        "asked_at": question.asked_at,
        "answer": question.answer,
        "answered_by": question.answered_by,
        "answered_at": question.answered_at,
    }


def _ask(session: Session, story: OpenStory, options: argparse.Namespace) -> Acted:
    claim = claim_named(story, options.claim).label
    return ask_question(
        session, story, claim, options.text, Addressee(options.to), source=options.source
    )


def _answer(session: Session, story: OpenStory, options: argparse.Namespace) -> Acted:
    return answer_question(session, story, options.question, options.text)


def _withdraw(session: Session, story: OpenStory, options: argparse.Namespace) -> Acted:
    return withdraw_question(session, story, options.question)


_ACTS = {"ask": _ask, "answer": _answer, "withdraw": _withdraw}
