"""`verifier attributions`: who says what in a text, or in every text of a folder."""

import argparse
import json
from pathlib import Path

from verifier.cli.common import add_json
from verifier.cli.output import complain, say, say_json
from verifier.desk.reports import write_report
from verifier.model.document import Attributed
from verifier.model.errors import BadInput
from verifier.model.event import Json
from verifier.model.text import Span
from verifier.reading import read_path


def register(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("path", metavar="PATH", type=Path, help="a text, or a folder of .txt files")
    parser.add_argument(
        "--out", metavar="DIR", type=Path, help="write DIR/NAME.txt.json for each text"
    )
    add_json(parser)
    parser.epilog = "example:\n  verifier attributions stories/ --out read/"


def run(options: argparse.Namespace) -> int:
    """Read the texts and print or write their attributions as JSON."""
    paths = sorted(options.path.glob("*.txt")) if options.path.is_dir() else [options.path]
    if not paths:
        raise BadInput(f"There is no .txt file in {options.path}; name another folder or a file.")
    found = {path: _read(read_path(path).text) for path in paths}
    if options.out is not None:
        for path, items in found.items():
            _write(options.out, path, items)
        complain(f"wrote the attributions of {len(paths)} texts into {options.out}")
    elif not options.path.is_dir():
        say_json(found[options.path])
    elif options.json:
        say_json({path.name: items for path, items in found.items()})
    else:
        for path, items in found.items():
            say(f"{path.name}: {len(items)} attributions")
    return 0


def _read(text: str) -> list[Json]:
    from verifier.claims import attributions

    return [_json(item) for item in attributions(text)]


def _json(item: Attributed) -> Json:
    return {
        "source": _pairs(item.source),
        "cue": _pairs(item.cue),
        "content": _pairs(item.content),
        "rule": item.rule,
    }


def _pairs(spans: tuple[Span, ...]) -> Json:
    return [[span.start, span.end] for span in spans]


def _write(folder: Path, path: Path, found: list[Json]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"{folder} cannot be made: {error.strerror}; name another --out.") from error
    data = json.dumps(found, ensure_ascii=False, indent=1).encode("utf-8")
    write_report(folder / f"{path.name}.json", data)
