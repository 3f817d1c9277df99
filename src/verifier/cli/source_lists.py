"""Sources, their grades and parties, as tables and as JSON."""

from collections.abc import Iterable, Sequence

from verifier.cli.output import say, say_json, table
from verifier.desk.registry import Grading
from verifier.model.event import Json
from verifier.model.party import Party
from verifier.model.source import Source


def print_sources(sources: Sequence[Source], as_json: bool) -> None:
    """Print the registry; as JSON a confidential source is only its descriptor."""
    if as_json:
        hidden = [source for source in sources if source.confidential]
        numbers = {source.slug: n for n, source in enumerate(hidden, 1)}
        say_json([source_json(source, numbers.get(source.slug)) for source in sources])
        return
    if not sources:
        say("There are no sources yet; importing a story or `verifier sources add` makes some.")
        return
    header = ("SOURCE", "NAME", "KIND", "PARTY", "GRADE", "ALSO CALLED")
    table(header, [_row(source) for source in sources], widest=40)


def _row(source: Source) -> tuple[str, ...]:
    more = f"merged into {source.merged_into}" if source.merged_into else ""
    more = more or ("confidential" if source.confidential else "")
    return (
        source.slug,
        source.name,
        source.kind.value,
        source.party or "",
        source.reliability.value if source.reliability else "",
        "; ".join(filter(None, (more, ", ".join(source.aliases)))),
    )


def source_json(source: Source, number: int | None = None) -> dict[str, Json]:
    """A source as scripts read it; with a `number`, a confidential one as its descriptor."""
    hidden = number is not None
    return {
        "slug": f"confidential-source-{number}" if hidden else source.slug,
        "name": f"confidential source {number}" if hidden else source.name,
        "aliases": [] if hidden else list[Json](source.aliases),
        "kind": source.kind.value,
        "party": None if hidden else source.party,
        "owner": None if hidden else source.owner,
        "parent": None if hidden else source.parent,
        "reliability": source.reliability.value if source.reliability else None,
        "reason": None if hidden else source.reliability_reason,
        "access": source.access,
        "record": None if hidden else source.record,
        "interest": source.interest,
        "confidential": source.confidential,
        "merged_into": None if hidden else source.merged_into,
    }


def print_gradings(found: Sequence[Grading], as_json: bool) -> None:
    """Print every grade that a source was given, oldest first."""
    if as_json:
        say_json(
            [
                {
                    "at": item.at,
                    "actor": item.actor,
                    "reliability": item.reliability.value if item.reliability else None,
                    "reason": item.reason,
                }
                for item in found
            ]
        )
    elif not found:
        say("It was never graded; `verifier sources rate SOURCE A-F --reason TEXT` grades it.")
    else:
        rows = [
            (
                item.at[:19].replace("T", " "),
                item.actor,
                item.reliability.value if item.reliability else "none",
                item.reason or "",
            )
            for item in found
        ]
        table(("AT (UTC)", "BY", "GRADE", "REASON"), rows)


def print_parties(parties: Iterable[Party], as_json: bool) -> None:
    """Print parties with those that they name as opposed."""
    listed = list(parties)
    if as_json:
        say_json([{"name": item.name, "opposes": list[Json](item.opposes)} for item in listed])
    else:
        table(("PARTY", "OPPOSES"), [(item.name, ", ".join(item.opposes)) for item in listed])
