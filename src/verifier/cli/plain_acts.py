"""The table of what is typed in the line mode: each act of the screen, as a line of words.

A line becomes the shell command of the same act, with the story and the claim filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from verifier.model.errors import BadInput
from verifier.model.scales import (
    ATTRIBUTION_VERDICTS,
    STANCES,
    SUBSTANCE_VERDICTS,
    Confidence,
)


class At(NamedTuple):
    """Where the reviewer is: the claim, the source to mark next, the verdict's digit so far."""

    claim: str
    source: str | None
    verdict: str = "0"


Command = Callable[[At, str], list[str]]
"""The shell command that a line becomes; it is given what was typed after the first word."""


class PlainAct(NamedTuple):
    """One act: its name in the screen's table of keys, how it is typed, and what it does."""

    name: str
    typed: tuple[str, ...]
    takes: str
    words: str
    command: Command


def _source(at: At, rest: str) -> str:
    found = rest.strip() or at.source
    if found is None:
        raise BadInput("Name the source: the story names none for this claim.")
    return found


def _needed(rest: str, what: str) -> str:
    if not rest.strip():
        raise BadInput(f"Type the {what} after the word.")
    return rest.strip()


def _mark(code: str) -> Command:
    return lambda at, rest: ["mark", ".", at.claim, _source(at, rest), code]


def _stances() -> list[PlainAct]:
    return [
        PlainAct(
            "stance",
            (meaning.key, code.value),
            "[SOURCE]",
            f"{code.value}: {meaning.definition}",
            _mark(code.value),
        )
        for code, meaning in STANCES.items()
    ]


def _verdicts() -> list[PlainAct]:
    return [
        PlainAct(
            "verdict",
            (meaning.key, code.value),
            "[WORDS TO PRINT]" if code.value == "misstated" else "",
            f"{code.value}: {meaning.definition}",
            _verdict(meaning.key),
        )
        for code, meaning in sorted(SUBSTANCE_VERDICTS.items(), key=lambda item: item[1].key)
    ]


def _verdict(digit: str) -> Command:
    def command(at: At, rest: str) -> list[str]:
        printed = [f"--replace={rest.strip()}"] if rest.strip() else []
        return ["verdict", ".", at.claim, digit, *printed]

    return command


def _attribution(code: str) -> Command:
    return lambda at, _: ["verdict", ".", at.claim, "--attribution", code]


def _said() -> list[PlainAct]:
    return [
        PlainAct(
            "said",
            (f"v{meaning.key}",),
            "",
            f"attribution {code.value}: {meaning.definition}",
            _attribution(code.value),
        )
        for code, meaning in ATTRIBUTION_VERDICTS.items()
    ]


def _words(text: str) -> str:
    """A text that stands alone among the words of a command; a dash begins no option in it."""
    return f" {text}" if text.startswith("-") else text


def _edit(option: str) -> Command:
    return lambda at, rest: ["claim", ".", "edit", at.claim, f"{option}={rest.strip()}"]


def _of_verdict(option: str, what: str) -> Command:
    def command(at: At, rest: str) -> list[str]:
        given = f"{option}={_needed(rest, what)}"
        if at.verdict == "0":
            raise BadInput(f"{at.claim} has no verdict yet; give one first (1 to 8).")
        return ["verdict", ".", at.claim, at.verdict, given]

    return command


def _merge(at: At, rest: str) -> list[str]:
    return ["claim", ".", "merge", at.claim, *_needed(rest, "labels of the other claims").split()]


def _split(at: At, rest: str) -> list[str]:
    parts = [part.strip() for part in _needed(rest, "parts, with | between them").split("|")]
    return ["claim", ".", "split", at.claim, *(f"--part={part}" for part in parts)]


def _cite(at: At, rest: str) -> list[str]:
    place, _, source = _needed(rest, "passage, like E05:120-188").partition(" ")
    return ["mark", ".", at.claim, _source(at, source), "--cite", place]


def _rate(at: At, rest: str) -> list[str]:
    digit, _, source = _needed(rest, "digit, 1 to 6").partition(" ")
    return ["mark", ".", at.claim, _source(at, source), "--credibility", digit]


def _question(at: At, rest: str) -> list[str]:
    return ["questions", ".", "ask", at.claim, _words(_needed(rest, "question"))]


def _edge(act: str) -> Command:
    def command(at: At, rest: str) -> list[str]:
        label, _, reason = _needed(rest, "label of the edge, like D02").partition(" ")
        given = [f"--reason={reason.strip()}"] if reason.strip() else []
        return ["dependencies", ".", act, label, *given]

    return command


def _new_edge(at: At, rest: str) -> list[str]:
    ends = _needed(rest, "source that repeats, and the one that it repeats").split()
    if len(ends) != 2:
        raise BadInput("Type two sources: the one that repeats, and the one that it repeats.")
    return ["dependencies", ".", "add", *ends, f"--claim={at.claim}"]


def _report(_: At, rest: str) -> list[str]:
    return ["report", ".", f"--output={_needed(rest, 'name of the file')}"]


ACTS: tuple[PlainAct, ...] = (
    *_stances(),
    PlainAct(
        "clear", ("clear",), "[SOURCE]", "not looked: clear the cell", _mark("not-looked")
    ),
    PlainAct(
        "accept", ("accept",), "[SOURCE]", "take what is proposed for the source",
        lambda at, rest: ["mark", ".", at.claim, _source(at, rest), "--accept"],
    ),
    PlainAct(
        "accept", ("A",), "", "take all that is proposed on the claim",
        lambda at, _: ["mark", ".", at.claim, "--accept"],
    ),
    *_verdicts(),
    *_said(),
    PlainAct(
        "confidence", ("sure",), "|".join(Confidence), "how sure you are of the verdict",
        _of_verdict("--confidence", "confidence"),
    ),
    PlainAct("credibility", ("C",), "1-6 [SOURCE]", "credibility of a stance", _rate),
    PlainAct("cite", ("cite",), "E05:120-188 [SOURCE]", "cite a passage", _cite),
    PlainAct(
        "why", ("why",), "TEXT", "why the verdict is what it is",
        _of_verdict("--why", "reason"),
    ),
    PlainAct(
        "replacement", ("print",), "TEXT", "what to print instead",
        _of_verdict("--replace", "words"),
    ),
    PlainAct(
        "note", ("n", "note"), "[TEXT]", "your note on the claim; none removes it",
        lambda at, rest: ["claim", ".", "note", at.claim, _words(rest.strip())],
    ),
    PlainAct("question", ("q", "ask"), "TEXT", "a question to the author", _question),
    PlainAct(
        "dismiss", ("d", "dismiss"), "REASON", "take the claim off the list",
        lambda at, rest: ["claim", ".", "dismiss", at.claim, f"--reason={_needed(rest, 'reason')}"],
    ),
    PlainAct(
        "restore", ("R", "restore"), "", "put a dismissed claim back",
        lambda at, _: ["claim", ".", "restore", at.claim],
    ),
    PlainAct(
        "add", ("c", "add"), "WORDS", "add a missed claim by its words in the story",
        lambda _, rest: ["claim", ".", "add", f"--quote={_needed(rest, 'words of the story')}"],
    ),
    PlainAct(
        "speaker", ("speaker",), "[SOURCE]", "who says it; none: the story", _edit("--speaker")
    ),
    PlainAct("standalone", ("text",), "TEXT", "the stand-alone text", _edit("--standalone")),
    PlainAct("respan", ("words",), "WORDS", "which words of the story it is", _edit("--quote")),
    PlainAct(
        "weight", ("weight",), "load-bearing|supporting|incidental", "how much stands on it",
        _edit("--weight"),
    ),
    PlainAct("split", ("t", "split"), "PART | PART", "part a claim that says several", _split),
    PlainAct("merge", ("M", "merge"), "LABEL…", "merge other claims into this one", _merge),
    PlainAct(
        "restates", ("restates",), "[LABEL]", "say that it says again what another says",
        lambda at, rest: ["claim", ".", "restates", at.claim, *rest.split()],
    ),
    PlainAct("undo", ("u", "undo"), "", "undo your last act, without limit", lambda *_: ["undo"]),
    PlainAct(
        "undo_to", ("undo-to",), "N", "undo every act of yours after entry N of the log",
        lambda _, rest: ["undo", f"--to={_needed(rest, 'number of the entry')}"],
    ),
    PlainAct("redo", ("U", "redo"), "", "redo what was undone", lambda *_: ["redo"]),
    PlainAct(
        "confirm_edge", ("confirm-edge",), "D02 [REASON]", "say that an edge holds",
        _edge("confirm"),
    ),
    PlainAct(
        "add_edge", ("add-edge",), "FROM TO", "say that one source repeats another", _new_edge
    ),
    PlainAct(
        "reject_edge", ("reject-edge",), "D02 REASON", "say that it does not hold",
        _edge("reject"),
    ),
)  # fmt: skip
"""The acts of the screen, in the order of the help."""

SHOWS: tuple[PlainAct, ...] = (
    PlainAct(
        "evidence", ("/", "find"), "[WORDS]", "passages that bear on the claim, or on words",
        lambda at, rest: [
            "evidence", "search",
            *([_words(rest.strip())] if rest.strip() else ["--claim", f".:{at.claim}"]),
        ],
    ),
    PlainAct(
        "list_open", ("read",), "E05", "a document with the offsets of its sentences",
        lambda _, rest: ["evidence", "show", _needed(rest, "label of the document")],
    ),
    PlainAct("log", ("log",), "", "every act, numbered", lambda *_: ["log", "."]),
    PlainAct("edges", ("edges",), "", "who repeats whom", lambda *_: ["dependencies", "."]),
    PlainAct(
        "sheet", ("questions",), "", "the questions as they are sent", lambda *_: ["questions", "."]
    ),
    PlainAct("report", ("report",), "FILE", "write the report", _report),
    PlainAct(
        "blocks", ("blocks",), "", "what stands against sign-off",
        lambda *_: ["signoff", ".", "--check"],
    ),
)  # fmt: skip
"""What shows something, or writes the report."""

BY_WORD: Mapping[str, PlainAct] = {word: act for act in (*ACTS, *SHOWS) for word in act.typed}
"""Both by every word that begins one."""
