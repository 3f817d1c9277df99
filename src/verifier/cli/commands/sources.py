"""`verifier sources`: the registry of sources that all stories share."""

import argparse

from verifier.cli.common import add_json, new_session_of, session_of
from verifier.cli.options import add_globals
from verifier.cli.output import change_json, say, say_json, table
from verifier.desk.registry import add_source, source_list
from verifier.model.scales import SourceKind
from verifier.model.source import Source


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    acts = parser.add_subparsers(dest="act", metavar="ACT")
    listing = acts.add_parser("list", help="list the sources (the default)")
    add = acts.add_parser("add", help="add a source")
    add.add_argument("name", metavar="NAME", help="its name, in any script")
    add.add_argument("--kind", required=True, choices=[kind.value for kind in SourceKind])
    add.add_argument("--party", help="the side it belongs to, like Ukraine")
    add.add_argument("--alias", action="append", default=[], help="another name; may be repeated")
    add.add_argument("--slug", help="its short name; made from NAME if not given")
    for act in (listing, add):
        add_json(act)
        add_globals(act)
    add_json(parser)
    parser.epilog = (
        'examples:\n  verifier sources\n  verifier sources add "White House" --kind official '
        '--party "United States"'
    )


def run(options: argparse.Namespace) -> int:
    """List the sources, or add one."""
    with (new_session_of if options.act == "add" else session_of)(options) as session:
        if options.act == "add":
            source, change = add_source(
                session,
                options.name,
                kind=SourceKind(options.kind),
                party=options.party,
                aliases=options.alias,
                slug=options.slug,
            )
            if options.json:
                say_json(change_json(change))
            else:
                say(source.slug)
        else:
            _list(source_list(session), options.json)
    return 0


def _list(sources: tuple[Source, ...], as_json: bool) -> None:
    if as_json:
        say_json(
            [
                {
                    "slug": item.slug,
                    "name": item.name,
                    "aliases": list(item.aliases),
                    "kind": item.kind.value,
                    "party": item.party,
                    "reliability": item.reliability.value if item.reliability else None,
                }
                for item in sources
            ]
        )
        return
    if not sources:
        say("There are no sources yet; importing a story or `verifier sources add` makes some.")
        return
    rows = [
        (
            item.slug,
            item.name,
            item.kind.value,
            item.party or "",
            item.reliability.value if item.reliability else "",
            ", ".join(item.aliases),
        )
        for item in sources
    ]
    table(("SOURCE", "NAME", "KIND", "PARTY", "GRADE", "ALSO CALLED"), rows, widest=40)
