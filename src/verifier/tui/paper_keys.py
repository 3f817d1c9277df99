"""The keys of the screens on papers: evidence, sources, questions, the report."""

from __future__ import annotations

from verifier.model.scales import RELIABILITIES, STANCES, SUBSTANCE_VERDICTS, StanceCode
from verifier.tui.key_entry import Key, Where
from verifier.tui.screen_keys import rows_keys


def _search_stances() -> tuple[Key, ...]:
    return tuple(
        Key(
            f"search.stance.{code.value}",
            (meaning.key,),
            f"stance('{code.value}')",
            f"{code.value}, with the search on record"
            if code is StanceCode.SILENT
            else f"{code.value}, citing the passage",
            Where.SEARCH,
            "stance, citing it",
        )
        for code, meaning in STANCES.items()
    )


def _search_verdicts() -> tuple[Key, ...]:
    return tuple(
        Key(
            f"search.verdict.{code.value}",
            (meaning.key,),
            f"verdict('{code.value}')",
            f"{meaning.sign} {code.value}, and on to another claim",
            Where.SEARCH,
            "verdict",
        )
        for code, meaning in sorted(SUBSTANCE_VERDICTS.items(), key=lambda item: item[1].key)
    )


def _search(*table: tuple[str, tuple[str, ...], str, str, str]) -> tuple[Key, ...]:
    return tuple(
        Key(f"search.{name}", keys, action, words, Where.SEARCH, hint)
        for name, keys, action, words, hint in table
    )


_SEARCH = (
    *_search_stances(),
    *_search(
        ("cite", ("enter", "c"), "cite", "cite it under the stance its source has", "cite"),
        ("open", ("o", "right"), "open", "read the document, at the passage", "read"),
        ("nothing", ("N",), "nothing", "record: searched, nothing sufficient", "nothing found"),
        ("translate", ("t",), "translate", "type a translation; it is cited with it", "translate"),
        (
            "only",
            ("f",),
            "only_source",
            "only the source's documents, or all",
            "one source",
        ),
        ("source.previous", ("h",), "source(-1)", "previous source of the claim", "source"),
        ("source.next", ("l",), "source(1)", "next source of the claim", "source"),
        ("claim.previous", ("[",), "claim(-1)", "the claim before, in the story", "claim"),
        ("claim.next", ("]",), "claim(1)", "the claim after, in the story", "claim"),
        ("undo", ("u", "ctrl+z"), "undo", "undo your last act", "undo"),
        ("redo", ("U", "ctrl+y"), "redo", "redo what was undone", ""),
    ),
    *_search_verdicts(),
    *rows_keys(Where.SEARCH, "search"),
)


def _sources(*table: tuple[str, tuple[str, ...], str, str, str]) -> tuple[Key, ...]:
    return tuple(
        Key(f"sources.{name}", keys, action, words, Where.SOURCES, hint)
        for name, keys, action, words, hint in table
    )


def _grades() -> tuple[Key, ...]:
    return tuple(
        Key(
            f"sources.grade.{letter.value}",
            (letter.value,),
            f"rate('{letter.value}')",
            f"grade {letter.value}: {words}; with a reason",
            Where.SOURCES,
            "grade",
        )
        for letter, words in RELIABILITIES.items()
    )


_SOURCES = (
    *_grades(),
    *_sources(
        ("grade.none", ("0",), "rate('')", "take the grade away, with a reason", "grade"),
        ("name", ("n",), "edit('name')", "its name", "name"),
        ("alias", ("a",), "edit('alias')", "one more name of it", "alias"),
        ("without", ("x",), "edit('without')", "take a name off", "alias"),
        ("party", ("p",), "edit('party')", "its party", "party"),
        ("kind", ("t",), "edit('kind')", "what kind of source it is", "kind"),
        ("owner", ("o",), "edit('owner')", "its owner", ""),
        ("parent", ("b",), "edit('parent')", "the source that it belongs to", ""),
        ("access", ("w",), "edit('access')", "how it comes to know what it says", "descriptor"),
        ("record", ("r",), "edit('record')", "how it fared before", "descriptor"),
        ("interest", ("i",), "edit('interest')", "what it wants believed", "descriptor"),
        ("merge", ("M",), "merge", "merge it into another source", "merge"),
        ("confidential", ("c",), "confidential", "confidential, or no longer", "confidential"),
        ("undo", ("u", "ctrl+z"), "undo", "undo your last act on the sources", "undo"),
        ("redo", ("U", "ctrl+y"), "redo", "redo what was undone", ""),
    ),
    *rows_keys(Where.SOURCES, "sources"),
)


def _questions(*table: tuple[str, tuple[str, ...], str, str, str]) -> tuple[Key, ...]:
    return tuple(
        Key(f"questions.{name}", keys, action, words, Where.QUESTIONS, hint)
        for name, keys, action, words, hint in table
    )


_QUESTIONS = (
    *_questions(
        ("author", ("a",), "ask('author')", "ask the author about the claim", "ask author"),
        ("source", ("s",), "ask('source')", "ask the source under the cursor", "source"),
        ("checker", ("c",), "ask('checker')", "ask another checker", "checker"),
        ("answer", ("enter",), "answer", "type the answer", "answer"),
        ("withdraw", ("d",), "withdraw", "take the question back", "withdraw"),
        ("sheet", ("t", "tab"), "sheet", "the sheet to send, or the question", "sheet to send"),
        ("write", ("w",), "write", "write the sheet to a file", "write it"),
        ("open", ("o",), "open", "go to the claim it is about", "go to claim"),
        ("undo", ("u", "ctrl+z"), "undo", "undo your last act", "undo"),
        ("redo", ("U", "ctrl+y"), "redo", "redo what was undone", ""),
    ),
    *rows_keys(Where.QUESTIONS, "questions"),
)

_REPORT = (
    Key("report.write", ("w",), "write", "write it as html, md or json", Where.REPORT, "write it"),
    Key("report.text.down", ("space",), "page(1)", "a page down in the part", Where.REPORT, "page"),
    Key("report.text.up", ("b",), "page(-1)", "a page up in the part", Where.REPORT, "page"),
    *rows_keys(Where.REPORT, "report"),
)

PAPER_KEYS: tuple[Key, ...] = (*_SEARCH, *_SOURCES, *_QUESTIONS, *_REPORT)
"""The keys of all these screens."""
