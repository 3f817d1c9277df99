"""`verifier sources`: the registry of sources that all stories share."""

import argparse
from pathlib import Path

from verifier.cli.common import add_json, new_session_of, session_of
from verifier.cli.options import add_globals
from verifier.cli.output import change_json, complain, say, say_json
from verifier.cli.source_lists import print_gradings, print_parties, print_sources
from verifier.cli.text_files import read_text, write_text
from verifier.desk.merging import merge_sources
from verifier.desk.parties import party_list, set_opponents
from verifier.desk.registry import (
    SourceEdit,
    add_source,
    edit_source,
    gradings,
    look_alikes,
    rate_source,
    source_list,
)
from verifier.desk.session import Session
from verifier.desk.source_sheet import Sheet, export_sources, import_sources
from verifier.model.event import Json
from verifier.model.scales import RELIABILITIES, Reliability, SourceKind
from verifier.model.source import Source
from verifier.model.state import Change

KINDS = [kind.value for kind in SourceKind]
NO_GRADE = "none"
"""The word that takes a grade away."""


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    acts = parser.add_subparsers(dest="act", metavar="ACT")
    given = [
        acts.add_parser("list", help="list the sources (the default)"),
        _register_add(acts.add_parser("add", help="add a source")),
        _register_edit(acts.add_parser("edit", help="change what is known of a source")),
        _register_rate(acts.add_parser("rate", help="grade a source A-F, or list its grades")),
        _register_merge(acts.add_parser("merge", help="make one of two sources that are one")),
        _register_file(acts.add_parser("export", help="write the list as CSV"), "output"),
        _register_file(acts.add_parser("import", help="take over a list in CSV"), "file"),
        _register_parties(acts.add_parser("parties", help="list parties, or say whom one opposes")),
    ]
    for act in given:
        add_json(act)
        add_globals(act)
    add_json(parser)
    parser.epilog = (
        'examples:\n  verifier sources add "White House" --kind official --party "United States"\n'
        '  verifier sources rate diu C --reason "a party to the war"\n'
        "  verifier sources merge milbloggers russian-military-bloggers\n"
        "  verifier sources export -o sources.csv\n"
        "  verifier sources parties Ukraine --opposes Russia"
    )


def run(options: argparse.Namespace) -> int:
    """Do what was asked, and print it."""
    makes = options.act in ("add", "import")
    with (new_session_of if makes else session_of)(options) as session:
        _ACTS[options.act or "list"](session, options)
    return 0


def _register_add(add: argparse.ArgumentParser) -> argparse.ArgumentParser:
    add.add_argument("name", metavar="NAME", help="its name, in any script")
    add.add_argument("--kind", required=True, choices=KINDS)
    add.add_argument("--party", help="the side it belongs to, like Ukraine")
    add.add_argument("--alias", action="append", default=[], help="another name; may be repeated")
    add.add_argument("--slug", help="its short name; made from NAME if not given")
    return add


def _register_edit(edit: argparse.ArgumentParser) -> argparse.ArgumentParser:
    edit.add_argument("source", metavar="SOURCE", help="a slug, a name or an alias")
    edit.add_argument("--name", help="its name")
    edit.add_argument("--kind", choices=KINDS)
    for field, says in (
        ("party", "the side it belongs to"),
        ("owner", "who owns it"),
        ("parent", "the source that it is an office of"),
        ("access", "how it comes to know what it says"),
        ("record", "how it fared before"),
        ("interest", "what it wants believed"),
    ):
        edit.add_argument(f"--{field}", metavar="TEXT", help=f'{says}; "" empties it')
    edit.add_argument("--alias", action="append", default=[], help="add a name; may be repeated")
    edit.add_argument("--without", metavar="ALIAS", action="append", default=[], help="drop one")
    edit.add_argument(
        "--confidential",
        choices=["yes", "no"],
        help="of a confidential source only the descriptor ever leaves",
    )
    return edit


def _register_rate(rate: argparse.ArgumentParser) -> argparse.ArgumentParser:
    rate.add_argument("source", metavar="SOURCE")
    letters = ", ".join(f"{letter.value} {says}" for letter, says in RELIABILITIES.items())
    rate.add_argument(
        "letter",
        metavar="A-F",
        nargs="?",
        type=lambda word: word if word == NO_GRADE else word.upper(),
        choices=[*(letter.value for letter in Reliability), NO_GRADE],
        help=f"{letters}; {NO_GRADE} takes it away; without it the grades so far are listed",
    )
    rate.add_argument("--reason", default="", help="why; the report prints it")
    return rate


def _register_merge(merge: argparse.ArgumentParser) -> argparse.ArgumentParser:
    merge.add_argument("source", metavar="SOURCE", help="the name that goes")
    merge.add_argument("into", metavar="INTO", help="the source that stays")
    return merge


def _register_file(parser: argparse.ArgumentParser, way: str) -> argparse.ArgumentParser:
    if way == "file":
        parser.add_argument("file", metavar="FILE", type=Path, help="a CSV file, - for input")
    else:
        parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="where to")
    return parser


def _register_parties(parties: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parties.add_argument("party", metavar="PARTY", nargs="?", help="a party by name")
    change = parties.add_mutually_exclusive_group()
    change.add_argument("--opposes", metavar="PARTY", action="append", help="may be repeated")
    change.add_argument("--opposes-nobody", action="store_true")
    return parties


def _list(session: Session, options: argparse.Namespace) -> None:
    print_sources(source_list(session), options.json)


def _add(session: Session, options: argparse.Namespace) -> None:
    source, change = add_source(
        session,
        options.name,
        kind=SourceKind(options.kind),
        party=options.party,
        aliases=options.alias,
        slug=options.slug,
    )
    _tell(session, source, change, options.json)


def _edit(session: Session, options: argparse.Namespace) -> None:
    edit = SourceEdit(
        name=options.name,
        kind=SourceKind(options.kind) if options.kind else None,
        party=options.party,
        owner=options.owner,
        parent=options.parent,
        access=options.access,
        record=options.record,
        interest=options.interest,
        confidential=None if options.confidential is None else options.confidential == "yes",
        aliases=tuple(options.alias),
        without=tuple(options.without),
    )
    source, change = edit_source(session, options.source, edit)
    _tell(session, source, change, options.json)


def _rate(session: Session, options: argparse.Namespace) -> None:
    if options.letter is None:
        print_gradings(gradings(session, options.source), options.json)
        return
    letter = None if options.letter == NO_GRADE else Reliability(options.letter)
    source, change = rate_source(session, options.source, letter, options.reason)
    _tell(session, source, change, options.json)


def _merge(session: Session, options: argparse.Namespace) -> None:
    done = merge_sources(session, options.source, options.into)
    for remark in done.remarks:
        complain(remark)
    if options.json:
        say_json(change_json(done.change))
    else:
        say(f"{done.source.slug} is {done.into.slug} now; `verifier undo --library` parts them.")


def _export(session: Session, options: argparse.Namespace) -> None:
    sources = source_list(session)
    kept_back = sum(source.confidential for source in sources)
    if kept_back:
        complain(f"{kept_back} confidential sources are left out: they do not leave the desk.")
    sheet = export_sources(sources)
    if options.output is None and not options.json:
        print(sheet.rstrip("\r\n").replace("\r\n", "\n"))
        return
    if options.output is not None:
        write_text(options.output, sheet)
    if options.json:
        rows = sum(not item.confidential and item.merged_into is None for item in sources)
        say_json({"file": str(options.output) if options.output else None, "sources": rows})


def _import(session: Session, options: argparse.Namespace) -> None:
    sheet = import_sources(session, read_text(options.file))
    registry = source_list(session)
    for source in sheet.sources:
        if source.slug in sheet.added:
            _warn(registry, source)
    if options.json:
        say_json(_sheet_json(sheet))
    else:
        say(
            f"{len(sheet.added)} sources added, {len(sheet.changed)} changed, "
            f"{len(sheet.same)} as they were"
        )


def _sheet_json(sheet: Sheet) -> dict[str, Json]:
    change: dict[str, Json] = change_json(sheet.change) if sheet.change else {"seq": None}
    return {
        **change,
        "added": list[Json](sheet.added),
        "edited": list[Json](sheet.changed),
        "same": list[Json](sheet.same),
    }


def _parties(session: Session, options: argparse.Namespace) -> None:
    changes = options.opposes is not None or options.opposes_nobody
    if options.party is None or not changes:
        listed = party_list(session)
        wanted = (options.party or "").casefold()
        print_parties([p for p in listed if wanted in p.name.casefold()], options.json)
        return
    party, change = set_opponents(session, options.party, options.opposes or [])
    if options.json:
        say_json(change_json(change))
    else:
        say(f"{party.name} opposes {', '.join(party.opposes) or 'nobody'}")


def _tell(session: Session, source: Source, change: Change, as_json: bool) -> None:
    """Print what changed, and warn of names that may be taken for each other."""
    _warn(source_list(session), source)
    if as_json:
        say_json(change_json(change))
    else:
        say(source.slug)


def _warn(registry: tuple[Source, ...], source: Source) -> None:
    for sentence in look_alikes(registry, source):
        complain(sentence)


_ACTS = {
    "list": _list,
    "add": _add,
    "edit": _edit,
    "rate": _rate,
    "merge": _merge,
    "export": _export,
    "import": _import,
    "parties": _parties,
}
