"""`verifier dependencies`: who repeats whom, by which words, and what would change if not."""

import argparse
from dataclasses import replace

from verifier.cli.common import add_json, add_story, session_of, span_typed, story_of
from verifier.cli.options import add_globals
from verifier.cli.output import change_json, say, say_json, table
from verifier.desk.claim_list import span_of_quote
from verifier.desk.dependencies import (
    add_dependency,
    confirm_dependency,
    dependency_list,
    dependency_named,
    reject_dependency,
)
from verifier.desk.judging import impact_of
from verifier.desk.known import known_state
from verifier.desk.lookup import claim_named, source_named
from verifier.desk.session import Acted, OpenStory, Session
from verifier.model.assessment import ClaimImpact
from verifier.model.claim import ClaimLabel
from verifier.model.event import Json, SubjectKind
from verifier.model.scales import DependencyKind, DependencyScope
from verifier.report.claims_json import dependency_json
from verifier.report.confidential import conceal_state
from verifier.report.impact import impact_sentences


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_story(parser)
    acts = parser.add_subparsers(dest="act", metavar="ACT")
    listing = acts.add_parser("list", help="list the edges with their words (the default)")
    confirm = acts.add_parser("confirm", help="record that an edge holds")
    confirm.add_argument("dependency", metavar="EDGE", help="a label, like D01 or E05.1")
    confirm.add_argument("--reason", default="", help="why; the report prints it")
    reject = acts.add_parser("reject", help="record that an edge does not hold")
    reject.add_argument("dependency", metavar="EDGE")
    reject.add_argument("--reason", default="", help="why; the report prints it")
    impact = acts.add_parser("impact", help="what would change if an edge were wrong")
    impact.add_argument("dependency", metavar="EDGE")
    add = _register_add(acts.add_parser("add", help="add an edge that was not read"))
    for act in (listing, confirm, reject, impact, add):
        add_json(act)
        add_globals(act)
    add_json(parser)
    parser.epilog = (
        'examples:\n  verifier dependencies . reject D02 --reason "ISW counted itself"\n'
        "  verifier dependencies . add isw diu --kind echoes --claim C15\n"
        "  verifier dependencies . impact D01"
    )


def _register_add(add: argparse.ArgumentParser) -> argparse.ArgumentParser:
    add.add_argument("from_source", metavar="FROM", help="the source that repeats")
    add.add_argument("to_source", metavar="TO", help="the source that is repeated")
    add.add_argument(
        "--kind",
        choices=[kind.value for kind in DependencyKind],
        default=DependencyKind.ECHOES.value,
        help="how; echoes if not given",
    )
    add.add_argument("--claim", metavar="CLAIM", action="append", help="only for this claim")
    add.add_argument("--reach", metavar="START:END", help="only for the claims in this place")
    add.add_argument("--quote", metavar="TEXT", help="the words of the story that show it")
    add.add_argument("--reason", default="", help="why; the report prints it")
    return add


def run(options: argparse.Namespace) -> int:
    """List the edges, print an impact, or record an act."""
    with session_of(options) as session:
        story = story_of(session, options.story)
        if options.act in (None, "list"):
            _list(session, story, options.json)
            return 0
        if options.act == "impact":
            _impact(session, story, options)
            return 0
        acted = _ACTS[options.act](session, story, options)
    if options.json:
        say_json(change_json(acted.change))
    else:
        changed = (i.key[0] for i in acted.change.subjects if i.kind is SubjectKind.DEPENDENCY)
        say(", ".join(changed) or "nothing to change")
    return 0


def _list(session: Session, story: OpenStory, as_json: bool) -> None:
    edges = dependency_list(session, story)
    if as_json:
        listed = {edge.label: edge for edge in edges}
        shown, _ = conceal_state(
            replace(known_state(story), dependencies=listed), story.text, story.registry
        )
        say_json([dependency_json(edge) for edge in shown.dependencies.values()])
        return
    if not edges:
        say("Nobody is read as repeating anybody; `verifier dependencies STORY add` adds an edge.")
        return
    rows = [
        (
            edge.label,
            f"{edge.from_source} → {edge.to_source}",
            edge.kind.value,
            edge.state.value,
            " ".join(edge.claims) or edge.scope.value,
            edge.reason or (f"“{edge.cue}”" if edge.cue else f"added by {edge.proposed_by}"),
        )
        for edge in edges
    ]
    table(("EDGE", "WHO REPEATS WHOM", "KIND", "STATE", "REACHES", "WORDS OR REASON"), rows, 48)


def _impact(session: Session, story: OpenStory, options: argparse.Namespace) -> None:
    edge = dependency_named(session, story, options.dependency)
    found = impact_of(session, story, edge.label)
    if options.json:
        say_json([impact_json(item) for item in found])
        return
    sentences = impact_sentences(found)
    if not sentences:
        say(f"If {edge.label} is wrong, no claim is judged otherwise.")
    for sentence in sentences:
        say(sentence)


def impact_json(item: ClaimImpact) -> dict[str, Json]:
    """What would change of one claim, as scripts read it."""
    pairs = {"before": item.before, "after": item.after}
    return {
        "claim": item.claim,
        "changed": list[Json](item.changed),
        **{
            when: {
                "origins_min": found.independence.origins_min if found.independence else None,
                "origins_max": found.independence.origins_max if found.independence else None,
                "status": found.status.value if found.status else None,
                "policy": [finding.rule for finding in found.policy],
                "suggestion": found.suggestion.code.digit if found.suggestion else None,
            }
            for when, found in pairs.items()
        },
    }


def _confirm(session: Session, story: OpenStory, options: argparse.Namespace) -> Acted:
    return confirm_dependency(session, story, options.dependency, options.reason)


def _reject(session: Session, story: OpenStory, options: argparse.Namespace) -> Acted:
    return reject_dependency(session, story, options.dependency, options.reason)


def _add(session: Session, story: OpenStory, options: argparse.Namespace) -> Acted:
    claims = tuple(claim_named(story, label).label for label in options.claim or ())
    reach = span_typed(options.reach) if options.reach else None
    return add_dependency(
        session,
        story,
        source_named(story, options.from_source).slug,
        source_named(story, options.to_source).slug,
        DependencyKind(options.kind),
        scope=_scope(claims, options.reach),
        claims=claims,
        reach=reach,
        cue=span_of_quote(story, options.quote) if options.quote else None,
        reason=options.reason,
    )


def _scope(claims: tuple[ClaimLabel, ...], reach: str | None) -> DependencyScope:
    if claims:
        return DependencyScope.CLAIM
    return DependencyScope.PARAGRAPH if reach else DependencyScope.STORY


_ACTS = {"confirm": _confirm, "reject": _reject, "add": _add}
