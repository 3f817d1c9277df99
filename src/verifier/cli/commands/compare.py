"""`verifier compare`: what a passage says about each detail of a claim; for many pairs, too."""

import argparse
import json
import sys
from contextlib import nullcontext
from pathlib import Path

from verifier.cli.common import STANDARD_INPUT, add_json, session_of
from verifier.cli.marked_text import STYLES, Mark, marked
from verifier.cli.output import say, say_json, say_json_line, say_styled
from verifier.desk.comparing import (
    Aliases,
    Compared,
    Side,
    aliases_here,
    aliases_in,
    claim_side,
    compare_pairs,
    compare_sides,
    names_a_claim,
    names_a_passage,
    passage_side,
    typed_side,
)
from verifier.desk.session import Session
from verifier.desk.stories import open_story
from verifier.language.display import display_line
from verifier.model.comparison import FacetComparison
from verifier.model.errors import BadInput
from verifier.model.event import Json
from verifier.model.text import Span


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("claim", metavar="CLAIM", nargs="?", help="its words, or STORY:C15")
    parser.add_argument("passage", metavar="PASSAGE", nargs="?", help="its words, or E05:120-188")
    parser.add_argument(
        "--pairs",
        metavar="FILE",
        type=Path,
        help='lines of {"id", "claim", "passage"}; - for stdin',
    )
    parser.add_argument(
        "--translated", action="store_true", help="the passage is a translation: wordings may vary"
    )
    add_json(parser)
    parser.epilog = (
        "examples:\n  verifier compare .:C15 E05:120-188\n"
        "  verifier compare 'As many as 200 soldiers fell.' 'Погибли до 200 солдат.'\n"
        "  verifier compare --pairs pairs.jsonl > facets.jsonl"
    )


def run(options: argparse.Namespace) -> int:
    """Compare one pair, or every pair of a file."""
    if options.pairs is not None:
        if options.claim is not None:
            raise BadInput("Give either CLAIM and PASSAGE or --pairs FILE, not both.")
        return _run_pairs(options.pairs)
    if options.claim is None or options.passage is None:
        raise BadInput("Give CLAIM and PASSAGE, or --pairs FILE; `verifier compare --help` shows.")
    stored = names_a_claim(options.claim) or names_a_passage(options.passage)
    with session_of(options) if stored else nullcontext() as session:
        compared = _compared(session, options)
    if options.json:
        say_json(compared_json(compared))
    else:
        print_compared(compared)
    return 0


def _compared(session: Session | None, options: argparse.Namespace) -> Compared:
    """The two sides by what was typed, compared."""
    aliases: Aliases | None = None
    if session is not None and names_a_claim(options.claim):
        claim = claim_side(session, options.claim)
        aliases = aliases_in(open_story(session, options.claim.strip().rpartition(":")[0]))
    else:
        claim = typed_side(options.claim)
    if session is not None and names_a_passage(options.passage):
        passage = passage_side(session, options.passage, translated=options.translated)
    else:
        passage = typed_side(options.passage, translated=options.translated)
    return compare_sides(claim, passage, aliases_here() if aliases is None else aliases)


def compared_json(compared: Compared) -> dict[str, Json]:
    """Two texts compared, as scripts read them; spans are code points into the whole text."""
    return {
        "claim": _side_json(compared.claim),
        "passage": _side_json(compared.passage),
        "facets": [facet_json(facet) for facet in compared.facets],
    }


def _side_json(side: Side) -> Json:
    return {"name": side.name, "text": side.words, "span": [side.span.start, side.span.end]}


def facet_json(facet: FacetComparison) -> Json:
    """One detail compared; quoted words and hedges with their fidelity, quotes with the diff."""
    found: dict[str, Json] = {
        "type": facet.type.value,
        "claim": _pair(facet.claim),
        "passage": None if facet.passage is None else _pair(facet.passage),
        "result": facet.result.value,
        "why": facet.why,
    }
    if facet.fidelity is not None:
        found["fidelity"] = facet.fidelity.value
    if facet.ops:
        found["ops"] = [
            {"kind": op.kind.value, "claim": _pair(op.claim), "passage": _pair(op.passage)}
            for op in facet.ops
        ]
    return found


def _pair(span: Span) -> Json:
    return [span.start, span.end]


def print_compared(compared: Compared) -> None:
    """Print both texts with the words marked, and below what each mark says."""
    numbered = list(enumerate(compared.facets, 1))
    mine = [Mark(facet.claim, n, facet.result) for n, facet in numbered]
    theirs = [Mark(f.passage, n, f.result) for n, f in numbered if f.passage is not None]
    for title, side, marks in (
        ("claim", compared.claim, mine),
        ("passage", compared.passage, theirs),
    ):
        say(f"{title} {side.name}" if side.name else title)
        say_styled([("  ", ""), *marked(side.text, side.span, marks)])
        say()
    if not numbered:
        say("No number, date, place, name, quotation or hedge to compare.")
    for n, facet in numbered:
        result = facet.result
        words = display_line(facet.claim.of(compared.claim.text))
        fidelity = f" ({facet.fidelity.value})" if facet.fidelity is not None else ""
        say_styled(
            [
                (f"{n:>3}{result.meaning.sign} {result.value:<15}", STYLES[result]),
                (f" {facet.type.value}: {words}{fidelity} – {display_line(facet.why)}", ""),
            ]
        )


LARGEST = 200_000_000
"""Bytes that a file of pairs may have at most."""


def _run_pairs(path: Path) -> int:
    """Compare every pair of a file and print a line for each."""
    pairs = [_read_pair(line, n) for n, line in enumerate(_lines(path), 1) if line.strip()]
    found = compare_pairs(((claim, passage) for _, claim, passage in pairs), aliases_here())
    for (identity, _, _), facets in zip(pairs, found, strict=True):
        say_json_line({"id": identity, "facets": [facet_json(facet) for facet in facets]})
    return 0


def _lines(path: Path) -> list[str]:
    """The lines of a file in UTF-8, `-` for standard input; raises BadInput."""
    if str(path) == STANDARD_INPUT:
        data = sys.stdin.buffer.read(LARGEST + 1)
    else:
        try:
            with path.open("rb") as stream:
                data = stream.read(LARGEST + 1)
        except OSError as error:
            raise BadInput(f"{path} cannot be read: {error.strerror}; name a file.") from error
    if len(data) > LARGEST:
        raise BadInput(f"{path} is larger than {LARGEST // 1_000_000} MB; give it in parts.")
    try:
        return data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInput(f"Line {line} of {path} is not in UTF-8; save the file as UTF-8.") from error


def _read_pair(line: str, n: int) -> tuple[str | int, str, str]:
    """The id, claim and passage of a line; raises BadInput that names the line."""
    try:
        read = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"Line {n} is no JSON ({error}); write one object on each line.") from error
    if not isinstance(read, dict):
        raise BadInput(f'Line {n} is no object; write {{"id": …, "claim": …, "passage": …}}.')
    for name in ("id", "claim", "passage"):
        if name not in read:
            raise BadInput(f'Line {n} has no "{name}"; each line needs "id", "claim", "passage".')
        if not isinstance(read[name], str) and (name != "id" or type(read[name]) is not int):
            raise BadInput(f'Line {n}: "{name}" is no text; write it in quotation marks.')
    return read["id"], read["claim"], read["passage"]
