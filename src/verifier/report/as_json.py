"""The report as JSON: every value of it, its digest, and the appendix."""

import json

from verifier.language.display import display
from verifier.model.event import Json
from verifier.model.report import Report
from verifier.report.to_json import report_to_json


def render_json(report: Report) -> str:
    """The whole report as one JSON object, keys sorted, one value a line.

    `digest` is the SHA-256 of the canonical JSON (sorted keys, compact, UTF-8) of all the rest.
    """
    return readable_json({**report_to_json(report), "digest": report.digest}) + "\n"


def readable_json(value: Json) -> str:
    r"""`value` as indented JSON in which harmful and invisible code points are escapes.

    >>> print(readable_json(["é", "\u202e"]))
    [
     "é",
     "\u202e"
    ]
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)
    shown = display(text)
    if shown == text:
        return text
    return "".join(
        char if char == seen else _escape(char) for char, seen in zip(text, shown, strict=True)
    )


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04x}" if code < 0x10000 else json.dumps(char)[1:-1]
